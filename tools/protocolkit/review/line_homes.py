"""To which paragraph of ours each line of a page belongs that has other words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from protocolkit.changes.likeness import bag_of, likeness
from protocolkit.review.page_lines import PageLine, PrintedText
from protocolkit.review.pasted_text import goes_on
from protocolkit.text.words import tokens

# How much alike words must be of which one became the other.
_ALIKE, _SURELY = 0.3, 0.6
# A paragraph with as many letters as these is known wherever it stands.
_SURE = 12
# Which paragraph of ours, and from where to where in its letters.
Span = tuple[int, int, int]


class LineHomes:
    """The lines of a file, of which some are ``found`` in paragraphs of ours.

    ``led`` are the numbers and labels that stood on the line before some of them.
    """

    def __init__(
        self,
        lines: Sequence[PageLine],
        own: Sequence[PrintedText],
        found: Mapping[int, Span],
        changed: Mapping[int, int | PrintedText],
        led: Mapping[int, str],
    ) -> None:
        self._lines, self._own, self._found, self._changed = lines, own, found, changed
        self._led = led
        self._body = next((at for at, one in enumerate(own) if not one.is_front), 0)

    def of(self, left: Iterable[int]) -> dict[int, object]:
        """Return to which paragraph each line with other words belongs, or a name of its own."""
        homes: dict[int, object] = {}
        held = {at for at, _, _ in self._found.values()}
        for number in left:
            home = self._changed.get(number)
            home = self._home(number, held) if home is None else home
            before = homes.get(number - 1)
            is_next = before is not None and goes_on(self._lines[number - 1].text)
            homes[number] = before if home is None and is_next else home
            if homes[number] is None:
                homes[number] = f"new {number}"
        return homes

    def _home(self, number: int, held: set[int]) -> int | None:
        """Return the paragraph of ours in which a line with other words stands, None for none."""
        behind = (self._found[at] for at in range(number, len(self._lines)) if at in self._found)
        after = next(behind, None)
        before = self._before(number, after)
        body = range(self._body, len(self._own))
        lacking = (at for at in body if at not in held and len(self._own[at].letters) >= _SURE)
        alike = self._alike(number, lacking)
        if alike and alike[1] >= _SURELY:
            return alike[0]
        if before and after and before[0] == after[0]:
            return before[0]
        rest: list[int] = []
        if before and before[2] < len(self._own[before[0]].letters):
            rest.append(before[0])
        if after and after[1] > 0:
            rest.append(after[0])
        if len(rest) == 1:
            return rest[0]
        end = after[0] if after else len(self._own)
        # a copy that begins here has no more of ours before what stands below than it has lines
        begin = before[0] if before else max(end - 1 - min(self._found, default=end), -1)
        between = [at for at in range(begin + 1, end) if at not in held]
        lead = self._led.get(number, "")
        if led := [at for at in between if lead and lead in self._own[at].leads]:
            return led[0]
        best = self._alike(number, (*rest, *between))
        return best[0] if best and best[1] >= _ALIKE else None

    def _before(self, number: int, after: Span | None) -> Span | None:
        """Return where the line before one stands, without notes below a page where it goes on."""
        lines = (self._found[at] for at in range(number, -1, -1) if at in self._found)
        is_below = after is None or self._own[after[0]].is_note
        return next(
            (
                (at, begin, end)
                for at, begin, end in lines
                if is_below or not self._own[at].is_note or end < len(self._own[at].letters)
            ),
            None,
        )

    def _alike(self, number: int, places: Iterable[int]) -> tuple[int, float] | None:
        """Return the paragraph of ours that a line is most like, and how much."""
        said = bag_of(tokens(self._lines[number].text))
        found = {at: likeness(said, bag_of(tokens(self._own[at].words))) for at in places}
        best = max(found, key=lambda at: found[at], default=None)
        return None if best is None else (best, found[best])
