"""The words that the scripts of the comparison say; no script holds a sentence of its own."""

from __future__ import annotations

from protocolkit.base.messages import mark

COMPARISON_WORDS = {
    "topic": mark("Topic"),
    "boards": mark("Boards: {count} chosen"),
    "remove": mark("take away"),
    "names": mark("Show the boards"),
    "audience": mark("For whom"),
    "summary": mark("In short"),
    "there": mark("only in the text that is compared with"),
    "here": mark("only here"),
    "proposed": mark("proposal, not yet checked"),
    "status": mark("{topics} of {of} topics, {boards} of {all} boards"),
    "nothing": mark("No topic meets this. Change or clear the filters."),
    "wholeSite": mark("Search the whole website"),
    "onlyDiffering": mark("only where boards differ"),
    "copyLink": mark("Copy link"),
    "copied": mark("Link copied"),
    "copyYourself": mark("Copy the address of this page"),
}

BASE_WORDS = {
    "niet-gevonden": mark("not found at {name}, with which you compare"),
    "bron-onvolledig": mark("nothing to compare with: the source of {name} is incomplete"),
    "keuze-open": mark("nothing to compare with: boards differ, so the template does not choose"),
    "geen-tekst": mark("nothing to compare with: this is not in the template"),
}
"""What a cell says when the one that is compared with has nothing, by the code of its presence."""

ONLY_AT = mark("only at {name}")
NONE_AT = {
    True: mark("not found at {name}"),
    False: mark("source of {name} incomplete"),
}
"""What stands where a board has nothing, by whether its document is complete."""

SIDE_WORDS = {
    "there": mark("only left"),
    "here": mark("only right"),
    "moved": mark("in another place"),
    "split": mark("spread over {count} clauses"),
    "proposed": mark("proposal, not yet checked"),
    "counts": mark("Clauses of {leftName}: {left}, of {rightName}: {right}. Of these:"),
    "choose": mark("Choose two different boards."),
    "caption": mark("{leftName} beside {rightName}"),
    "aside": mark("explanation or closing clause"),
}

SEARCH_WORDS = {
    "found": mark("{count} clauses found."),
    "foundFirst": mark("{count} clauses found; the first {shown} are shown."),
    "foundOne": mark("One clause found."),
    "none": mark("No clause has these words."),
    "topics": mark("{count} topics that this may be about, the most likely first."),
    "oneTopic": mark("One topic that this may be about."),
    "noRule": mark("No rule found that answers this."),
    "noRuleOn": mark("No rule found about {words}."),
    "mayHelp": mark("This may help you all the same:"),
    "meant": mark("Did you mean '{word}' for '{said}'? We looked for that."),
    "more": mark("Show more"),
    "searching": mark("Searching the clauses"),
    "pages": mark("Whole pages"),
    "also": mark("Also looked for: {words}"),
}
