"""The words that the scripts of the comparison say; no script holds a sentence of its own."""

from __future__ import annotations

from protocolkit.base.messages import mark
from protocolkit.checking.together import ENDS_AS_ONE_OF_A_LIST
from protocolkit.document.cover_notices import OPEN_MORE, OPEN_ONE, OPEN_REST
from protocolkit.document.draft_appendices import (
    APART,
    CHANGED,
    END,
    KEPT,
    LEANS,
    NOT_CHOSEN,
    NOTE_NUMBER,
    NOTHING_OPEN,
    OURS,
    OWN_WORDS,
    STILL_OPEN,
    UNDECIDED,
    WHOSE,
)
from protocolkit.drafting.new.arranging import AGAIN
from protocolkit.drafting.new.introducing import INTRODUCTION

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


COMPOSER_WORDS = {
    "topicOf": mark("– topic {number} of {count}"),
    "state-open": mark("still to choose"),
    "state-chosen": mark("chosen"),
    "state-out": mark("left out"),
    "summary": mark("Chosen: {chosen}. Still to choose: {open}. Still to fill in: {blanks}."),
    "progress": mark(
        "Chosen by you: {own}. Left out: {out}. As it stood there before: {usual}. Still to "
        "choose: {open}."
    ),
    "stepOf": mark("Step {number} of {count}"),
    "blankUses": mark("Times in what you chose: {count}"),
    "nothingOpen": NOTHING_OPEN,
    "made": mark("{name} is ready; your browser puts it with your downloads."),
    "failed": mark("This did not work: a part could not be loaded. Try again later."),
    "wiped": mark(
        "The draft has been wiped from this device. Until you close this page it can be undone."
    ),
    "wipeSure": mark("Wipe everything that you chose and filled in here?"),
    "resetSure": mark("This replaces what you chose. Go on? You can undo it afterwards."),
    "willKeep": mark("What you choose is kept on this device as you go."),
    "kept": mark("Kept on this device at {time}."),
    "keptBefore": mark("Kept on this device."),
    "keeping": mark("From now on this browser keeps your draft on this device."),
    "notKept": mark(
        "Nothing is kept on this device: what you did is gone when you close the page."
    ),
    "nothingKept": mark("Nothing of this draft is on this device now."),
    "cannotKeep": mark("This browser does not let the draft be kept. Save it as a file."),
    "undone": mark("Undone: {name}"),
    "undoneMany": mark("Undone: choices on {count} topics"),
    "followedSector": mark("Choices that now follow the sector: {count}. You can undo this."),
    "restored": mark("Your draft of last time is here again."),
    "read": mark("Your answers have been read."),
    "leaveWords": mark("Leave it as it is"),
    "speaks": mark("How should the text speak to its reader?"),
    "nobody": mark("nobody: the pupil"),
    "before": mark("before"),
    "after": mark("now"),
    "unreadable": mark(
        "This file has no answers for this draft. Open one that was saved here, or by "
        "'protocol new' for the same kind of protocol and the same start."
    ),
    "started": mark("All topics are left out now. Choose the ones that you want."),
    "startedUsual": mark("Chosen is what is recommended. Look at it and change it."),
    "mergeSame": mark("Choose two different organisations."),
    "merging": mark("{left} and {right} become one. Topics for you to decide: {count}."),
    "mergeWhy": mark("They say something different here. Choose one, both, or leave it out."),
    "equal": mark("They say the same here; the words of the first one have been taken."),
    "oneSided": mark("Only one of the two has this; it has been taken along."),
    "same": mark("It says the same as what you chose here: {topic}"),
    "alike": mark("It says nearly the same as what you chose here: {topic}"),
    "contrary": mark("It contradicts what you chose here: {topic}"),
    "perhaps": mark("It may contradict what you chose here: {topic}"),
    "defined": mark("It says what a word means, as what you chose here does too: {topic}"),
    "again": AGAIN,
    "introduction": INTRODUCTION,
    "del": mark("only {name}"),
    "difference": mark("What differs, word for word"),
    "whoseTitle": WHOSE,
    "openTitle": STILL_OPEN,
    "apart": APART,
    "bar": mark("A bar stands beside what you wrote or changed yourself."),
    "end": END,
    "whoseOurs": OURS,
    "whoseOpen": NOT_CHOSEN,
    "whoseOwn": OWN_WORDS,
    "whoseKept": KEPT,
    "whoseChanged": CHANGED,
    "noteNumber": NOTE_NUMBER,
    "undecided": UNDECIDED,
    "leans": LEANS,
    "listLeftOpen": ENDS_AS_ONE_OF_A_LIST.message,
    "openOne": OPEN_ONE,
    "openMore": OPEN_MORE,
    "openRest": OPEN_REST,
    "ours": mark("a text of our own"),
    "fileAnswers": mark("answers"),
    "noName": mark("new protocol"),
}
