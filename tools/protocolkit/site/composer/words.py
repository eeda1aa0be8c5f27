"""The words that the scripts of the composer say; no script holds a sentence of its own."""

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
