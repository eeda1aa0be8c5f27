"""What a document may have besides its text: parts that are set off, and comments in Word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum


class SetOff(Enum):
    """How a clause is set off from the text around it."""

    REMARK = "remark"
    CHOICE = "choice"
    OTHER_CHOICE = "other-choice"
    ALTERNATIVE = "alternative"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A comment in the margin of a Word file, at the heading or clause with this anchor."""

    anchor: str
    author: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Extras:
    """What one document has besides its text; ``set_off`` is by the anchor of a clause.

    A remark is ours, a choice is the line above a clause that may be taken over, and an
    alternative is the clause under another choice. A PDF has no comments.
    """

    set_off: Mapping[str, SetOff] = field(default_factory=dict)
    comments: tuple[Comment, ...] = ()


NO_EXTRAS = Extras()
