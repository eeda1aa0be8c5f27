"""Placeholders in a board's words: its names, its systems, its addresses, its functions.

Whatever a placeholder replaces is kept beside it, so that no word is lost: with every ``words``
back in place, the text is the source again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from protocolkit.drafting.knowledge import functions, systems
from protocolkit.drafting.template import Placeholder, PlaceholderKind
from protocolkit.facts import OrganisationKind
from protocolkit.model import Block, Footnote, Paragraph, Point, PointList, Protocol, Table
from protocolkit.richtext import Emphasis, HardBreak, Inline, Link, NoteMark, RichText, Text, plain

_BOARD = "naam van het bestuur"
_SCHOOL = "naam van de school"
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_WEB = re.compile(
    r"(?:https?://|www\.)[^\s<>]*[^\s<>.,;:)]|\b[\w-]+(?:\.[\w-]+)*\.(?:nl|com|org|eu)\b",
    re.IGNORECASE,
)
# A body with a name of its own: 'Directie Onderwijs Team', 'Commissie Sociale Veiligheid'.
_BODY = re.compile(
    r"(?<![.\w] )(?:[A-Z][\w-]+ ){1,3}(?:Team|Bureau|Commissie|Overleg)\b"
    r"|\b(?:Directie|Commissie|Bureau|Dienst|Afdeling)(?: [A-Z][\w-]+){1,3}"
)
_LEAST_IN_ADDRESS = 4

Place = tuple[int, int, Placeholder]
Find = Callable[[str], Sequence[Place]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """Blocks with their placeholders in reading order; of a table the header comes first."""

    blocks: tuple[Block, ...]
    placeholders: tuple[Placeholder, ...]


def finder(own: Protocol, others: Iterable[Protocol], functions_left_open: frozenset[str]) -> Find:
    """Return what finds every placeholder in a text of ``own``; places do not overlap.

    Names of the other boards are placeholders too: a text that was copied may still hold one.
    ``functions_left_open`` are the functions on which boards differ, in lower case.
    """
    names = _names([own, *others])
    by_words = {name.lower(): printed for name, printed in reversed(names.items())}
    patterns = [_name_pattern(tuple(sorted(names)))] if names else []
    squeezed = {re.sub(r"\W", "", name).lower() for name in names}

    def find(text: str) -> Sequence[Place]:
        found = [*_addresses(text, squeezed)]
        for pattern in patterns:
            found += [
                _name(match, by_words) for match in pattern.finditer(text) if _is_name(match[0])
            ]
        found += [*_systems(text), *_functions(text, functions_left_open)]
        return _apart(found)

    return find


def function_forms(text: str) -> Iterator[tuple[str, str, int, int]]:
    """Yield every function that a text names: its group, its form in lower case, its place."""
    taken: list[tuple[int, int]] = []
    for match in _BODY.finditer(text):
        taken.append(match.span())
        yield "eigen", match[0].lower(), *match.span()
    for group, pattern in functions():
        for match in pattern.finditer(text):
            if not any(begin < match.end() and match.start() < end for begin, end in taken):
                taken.append(match.span())
                yield group, match[0].lower(), *match.span()


def fill(blocks: Sequence[Block], find: Find) -> Filled:
    """Put placeholders into blocks; links that lead into the board's own document become words."""
    noted: list[Placeholder] = []
    made = tuple(_block(block, find, noted) for block in blocks)
    return Filled(blocks=made, placeholders=tuple(noted))


def fill_notes(
    notes: Sequence[Footnote], find: Find
) -> tuple[tuple[Footnote, ...], tuple[Placeholder, ...]]:
    """Put placeholders into footnotes; return them with theirs."""
    filled = [fill(note.blocks, find) for note in notes]
    made = tuple(
        replace(note, blocks=done.blocks) for note, done in zip(notes, filled, strict=True)
    )
    return made, tuple(placeholder for done in filled for placeholder in done.placeholders)


def fill_text(text: str, find: Find) -> str:
    """Return plain words with placeholders."""
    made, at = "", 0
    for begin, end, placeholder in find(text):
        made += text[at:begin] + placeholder.printed
        at = end
    return made + text[at:]


def restored(text: str, placeholders: Iterable[Placeholder]) -> str:
    """Return a text with the words of its placeholders back in place, in order."""
    made, rest = "", text
    for placeholder in placeholders:
        before, printed, rest = rest.partition(placeholder.printed)
        made += before + (placeholder.words if printed else "")
    return made + rest


def _names(protocols: Sequence[Protocol]) -> dict[str, str]:
    """Return every name with what is printed for it; the first document's meaning wins."""
    found: dict[str, str] = {}
    for protocol in protocols:
        organisation = protocol.facts.organisation
        is_school = organisation.kind is OrganisationKind.SCHOOL
        for name in (organisation.name, *organisation.aliases):
            found.setdefault(name, _SCHOOL if is_school else _BOARD)
        for name in protocol.facts.applies_to:
            found.setdefault(name, _SCHOOL)
        found.setdefault(organisation.parent, _BOARD)
    return {" ".join(name.split()): printed for name, printed in found.items() if name.strip()}


@lru_cache(maxsize=64)
def _name_pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    ordered = sorted(names, key=lambda name: (-len(name), name))
    spaced = (r"\s+".join(map(re.escape, name.split())) for name in ordered)
    return re.compile(rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)", re.IGNORECASE)


def _is_name(words: str) -> bool:
    """Tell whether words are a name: 'samen' is none where a board is called 'Samen'."""
    return any(character.isupper() for character in words)


def _name(match: re.Match[str], by_words: dict[str, str]) -> Place:
    printed = by_words[" ".join(match[0].split()).lower()]
    kind = PlaceholderKind.SCHOOL if printed == _SCHOOL else PlaceholderKind.BOARD
    return _place(match, kind.value, kind, printed)


def _addresses(text: str, squeezed: set[str]) -> Iterator[Place]:
    for match in _MAIL.finditer(text):
        yield _place(match, "e-mailadres", PlaceholderKind.ADDRESS, "e-mailadres")
    for match in _WEB.finditer(text):
        letters = re.sub(r"\W", "", match[0]).lower()
        if any(len(name) >= _LEAST_IN_ADDRESS and name in letters for name in squeezed):
            yield _place(match, "website", PlaceholderKind.ADDRESS, "website van de school")


def _systems(text: str) -> Iterator[Place]:
    for system in systems():
        for match in system.pattern.finditer(text):
            if _is_name(match[0]):
                yield _place(match, system.key, PlaceholderKind.SYSTEM, system.printed)


def _functions(text: str, left_open: frozenset[str]) -> Iterator[Place]:
    for _, form, begin, end in function_forms(text):
        if form in left_open:
            words = text[begin:end]
            made = Placeholder(
                key=f"functie-{re.sub(r'[^a-z0-9à-ÿ]+', '-', form).strip('-')}",
                kind=PlaceholderKind.FUNCTION,
                printed=f"[functie: {' '.join(words.split())}]",
                words=words,
            )
            yield begin, end, made


def _place(match: re.Match[str], key: str, kind: PlaceholderKind, printed: str) -> Place:
    made = Placeholder(key=key, kind=kind, printed=f"[{printed}]", words=match[0])
    return match.start(), match.end(), made


def _apart(found: Iterable[Place]) -> list[Place]:
    """Return places in order; of two that overlap the longer one stays, else the first found."""
    kept: list[Place] = []
    for place in sorted(found, key=lambda p: p[0] - p[1]):
        if not any(place[0] < other[1] and other[0] < place[1] for other in kept):
            kept.append(place)
    return sorted(kept, key=lambda place: place[0])


def _block(block: Block, find: Find, noted: list[Placeholder]) -> Block:
    if isinstance(block, Paragraph):
        return Paragraph(_rich(block.content, find, noted))
    if isinstance(block, PointList):
        return PointList(tuple(_point(point, find, noted) for point in block.points))
    header = tuple(_rich(cell, find, noted) for cell in block.header)
    rows = tuple(tuple(_rich(cell, find, noted) for cell in row) for row in block.rows)
    return Table(header=header, rows=rows)


def _point(point: Point, find: Find, noted: list[Placeholder]) -> Point:
    # an anchor names the place in the board's own document
    blocks = tuple(_block(block, find, noted) for block in point.blocks)
    return replace(point, blocks=blocks, anchor="")


def _rich(rich: RichText, find: Find, noted: list[Placeholder]) -> RichText:
    places = find(plain(rich))
    noted += [placeholder for _, _, placeholder in places]
    return _joined(_Replacing(places).rich(rich))


class _Replacing:
    """Walks rich text with the place of each character, and puts placeholders where they belong."""

    def __init__(self, places: Sequence[Place]) -> None:
        self._places = places
        self._at = 0

    def rich(self, rich: RichText) -> RichText:
        """Return the rich text from here on with placeholders."""
        return tuple(made for inline in rich for made in self._inline(inline))

    def _inline(self, inline: Inline) -> Iterator[Inline]:
        if isinstance(inline, Text):
            if text := self._text(inline.text):
                yield Text(text)
        elif isinstance(inline, HardBreak):
            is_inside = any(begin < self._at < end - 1 for begin, end, _ in self._places)
            self._at += 1
            if not is_inside:
                yield inline
        elif isinstance(inline, NoteMark):
            yield inline
        else:
            begin = self._at
            content = self.rich(inline.content)
            is_own = any(
                begin < stop and start < self._at and placeholder.kind is PlaceholderKind.ADDRESS
                for start, stop, placeholder in self._places
            )
            if not content:
                return
            if isinstance(inline, Link) and (is_own or not _leads_outside(inline.target)):
                yield from content
            else:
                yield replace(inline, content=content)

    def _text(self, text: str) -> str:
        first, last = self._at, self._at + len(text)
        self._at = last
        made, at = "", first
        for begin, end, placeholder in self._places:
            if end <= first or begin >= last:
                continue
            made += text[at - first : max(begin - first, at - first)]
            if begin >= first:
                made += placeholder.printed
            at = min(end, last)
        return made + text[at - first :]


def _leads_outside(target: str) -> bool:
    return bool(re.match(r"(?i)https?://|tel:", target))


def _joined(rich: RichText) -> RichText:
    """Return rich text in which no two runs of plain words stand side by side."""
    made: list[Inline] = []
    for inline in rich:
        last = made[-1] if made else None
        if isinstance(inline, Emphasis | Link):
            made.append(replace(inline, content=_joined(inline.content)))
        elif isinstance(inline, Text) and isinstance(last, Text):
            made[-1] = Text(last.text + inline.text)
        else:
            made.append(inline)
    return tuple(made)
