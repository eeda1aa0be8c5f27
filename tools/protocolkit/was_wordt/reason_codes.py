"""What can be odd about the reasons for changes; apart, since it is known before any is read."""

from __future__ import annotations

from protocolkit.base.problems import error, warning

REASON_UNKNOWN = warning(
    "reason-unknown",
    "A reason is given for a clause that is in neither text",
    "'{key}' is no anchor of this text; the reason is not shown.",
    "Write the anchor of the clause instead.{near}",
)
REASON_UNUSED = warning(
    "reason-unused",
    "A reason is given for a clause that does not change",
    "nothing changes at '{key}'; the reason is not shown.",
    "Leave it, or put it at the clause that it is about.",
)
REASON_WORDING = warning(
    "reason-wording",
    "A change is called one of wording only, and may be more",
    "you write: other words, same rule. But {what}.{shown}",
    "Look at both texts. If the rule changes, take out 'wording' and write why.",
)
REASON_EARLIER = warning(
    "reason-earlier",
    "A reason was written for an earlier text of the clause",
    "the reason at {place} was written for an earlier text.",
    "Write the reason anew. Is it still right? Then take the line '{key}' below 'seen' away.",
)
REASONS_OF_OTHERS = error(
    "reasons-of-others",
    "The reasons belong to another comparison",
    "these reasons are about what changed since {since}; nothing was written.",
    "When 'protocol freeze' kept them, 'protocol reasons' begins a new file. Else give this file "
    "another name, or name another: --reasons FILE",
)
