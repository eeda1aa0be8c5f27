"""What a person should know of a web page that was read: what was left out, what is not known."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, field

from protocolkit.base.messages import mark
from protocolkit.importing.source.doubts import UNSTYLED
from protocolkit.importing.source.lines import Doubt, SourceBuilder

_DROPPED = mark("{count} parts of the page were left out: menus, forms, scripts and the like.")
_UNSAFE = mark("{count} links that lead to no web page were left out; their words are kept.")

_MADE = mark("The style of the page puts words in it that were not taken over: '{words}'.")
_UNSTYLED = mark(
    "{count} style sheets of the page are not in the file: what they hide or put in is not known."
)
_LONGEST_MADE = 5_000


@dataclass(slots=True, kw_only=True)
class Told:
    """Counts while a page is read, and tells at the end.

    ``missing`` style sheets are not in the file; ``dropped`` are parts of the site around the text,
    ``unsafe`` links that lead to no web page; ``made`` are the words that the style puts in, each
    once and in order.
    """

    missing: int
    dropped: int = 0
    unsafe: int = 0
    made: dict[str, None] = field(default_factory=dict)

    def tell(self, builder: SourceBuilder) -> None:
        """Add the notices to a source of which all lines are there."""
        if self.dropped:
            builder.notice(_DROPPED, count=str(self.dropped))
        if self.unsafe:
            builder.notice(_UNSAFE, count=str(self.unsafe))
        if self.missing and builder.lines:
            first = builder.lines[0]
            builder.doubts.insert(0, Doubt(begin=first.begin, end=first.end, text=UNSTYLED))
            builder.notice(_UNSTYLED, count=str(self.missing))
        if self.made:
            words = textwrap.shorten(" ".join(self.made), _LONGEST_MADE, placeholder=" ...")
            builder.notice(_MADE, words=words)
