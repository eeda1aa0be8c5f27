"""The words that the scripts of the comparison say; no script holds a sentence of its own."""

from __future__ import annotations

from protocolkit.messages import mark

WORDS = {
    "topic": mark("Topic"),
    "audience": mark("For whom"),
    "summary": mark("In short"),
    "del": mark("only in the other text"),
    "ins": mark("only here"),
    "proposed": mark("proposal, not yet checked"),
    "status": mark("{topics} of {of} topics, {boards} of {all} boards"),
    "nothing": mark("No topic meets this. Change or clear the filters."),
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
    "del": mark("only left"),
    "ins": mark("only right"),
    "moved": mark("in another place"),
    "split": mark("spread over {count} clauses"),
    "proposed": mark("proposal, not yet checked"),
    "counts": mark("Of {left} clauses of {leftName} and {right} of {rightName}:"),
    "choose": mark("Choose two different boards."),
    "caption": mark("{leftName} beside {rightName}"),
    "kinds": mark("Explanation and closing clauses are left out."),
}

SEARCH_WORDS = {
    "found": mark("{count} clauses found."),
    "foundFirst": mark("{count} clauses found; the first {shown} are shown."),
    "none": mark("No clause has all of these words."),
    "more": mark("Show more"),
    "searching": mark("Searching the clauses"),
    "pages": mark("Whole pages"),
    "also": mark("Also looked for: {words}"),
}
