"""The words that the composer's scripts say; no script holds a sentence of its own."""

from __future__ import annotations

from protocolkit.messages import mark

WORDS = {
    "choose": mark("[choose a formulation] {question}"),
    "topicOf": mark("– topic {number} of {count}"),
    "state-open": mark("still to choose"),
    "state-chosen": mark("chosen"),
    "state-out": mark("left out"),
    "summary": mark("{chosen} topics chosen, {open} still to choose, {blanks} still to fill in."),
    "blankUses": mark("Times in what you chose: {count}"),
    "nothingOpen": mark("Nothing is open. Read the draft once more as a whole."),
    "made": mark("{name} is ready; your browser puts it with your downloads."),
    "failed": mark("This did not work: a part could not be loaded. Try again later."),
    "wiped": mark("The draft has been wiped from this device. You start afresh."),
    "wipeSure": mark("Wipe everything that you chose and filled in here?"),
    "kept": mark("From now on this browser keeps your draft on this device."),
    "notKept": mark("Nothing is kept on this device any longer."),
    "cannotKeep": mark("This browser does not let the draft be kept. Save it as a file."),
    "restored": mark("Your draft of last time is here again."),
    "read": mark("Your answers have been read."),
    "unreadable": mark(
        "This file has no answers for this draft. Open one that was saved here, or by "
        "'protocol new' for the same kind of protocol and the same start."
    ),
    "started": mark("All topics are left out now. Choose the ones that you want."),
    "startedUsual": mark("Chosen is what most organisations have. Look at it and change it."),
    "mergeSame": mark("Choose two different organisations."),
    "merging": mark("{left} and {right} become one. Topics for you to decide: {count}."),
    "mergeWhy": mark("They say something different here. Choose one, both, or leave it out."),
    "equal": mark("They say the same here; the words of the first one have been taken."),
    "oneSided": mark("Only one of the two has this; it has been taken along."),
    "fileAnswers": mark("answers"),
    "noName": mark("new protocol"),
}
