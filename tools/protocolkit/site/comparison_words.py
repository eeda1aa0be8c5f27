"""The words that the scripts of the comparison say; no script holds a sentence of its own."""

from __future__ import annotations

from protocolkit.messages import mark

PLACES = {"clauses": "clauses", "variants": "variants"}
"""Between what the relations of a topic are given."""

WORDS = {
    "topic": mark("Topic"),
    "audience": mark("For whom"),
    "summary": mark("In short"),
    "base": mark("compared with this one"),
    "onlyBase": mark("only in the other text"),
    "onlyHere": mark("only here"),
    "more": mark("read more"),
    "less": mark("read less"),
    "moreOf": mark("read more of {label}"),
    "proposed": mark("proposal, not yet checked"),
    "baseLacks": mark("not found at {name}, with which you compare"),
    "baseUnknown": mark("nothing to compare with: the source of {name} is incomplete"),
    "order-left": mark("Move {name} forward"),
    "order-right": mark("Move {name} back"),
    "status": mark("{topics} of {of} topics, {boards} of {all} boards"),
    "nothing": mark("No topic meets this. Change or clear the filters."),
    "onlyDiffering": mark("only where boards differ"),
    "copied": mark("Link copied"),
    "copyYourself": mark("Copy the address of this page"),
}

SIDE_WORDS = {
    "relation": mark("Difference"),
    "onlyBase": mark("only left"),
    "onlyHere": mark("only right"),
    "noneRight": mark("not found at {name}"),
    "unknownRight": mark("source of {name} incomplete"),
    "moved": mark("in another place"),
    "split": mark("spread over {count} clauses"),
    "proposed": mark("proposal, not yet checked"),
    "counts": mark("Of {left} clauses of {leftName} and {right} of {rightName}:"),
    "onlyAt": mark("only at {name}"),
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
