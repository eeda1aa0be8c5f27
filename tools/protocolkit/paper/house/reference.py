"""An organisation's own Word file: ``reference.docx``, opened as a stranger's, never run.

It gives its letterhead, its page and the looks of its styles, each as values; whatever else it
holds stays where it is. What cannot be taken over is told, for ``protocol check``.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from protocolkit.base.location import Location
from protocolkit.base.messages import Message, mark, message
from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.word.package import R, W, WordPackage
from protocolkit.paper.house.letterhead import NO_STORY, Letterhead, Story
from protocolkit.paper.house.margins import NO_MARGINS, Margins, Tell, read_margins
from protocolkit.paper.house.stories import StoryReader
from protocolkit.paper.house.word_styles import WordStyles

# How much of a page a letterhead may take, in millimetres, so that there is room for the text.
_DEEPEST, _HIGHEST = 120.0, 70.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """What a reference file gives; ``left_out`` names the things in it that are not taken over."""

    letterhead: Letterhead = field(default_factory=Letterhead)
    margins: Margins = NO_MARGINS
    styles: WordStyles = field(default_factory=WordStyles)
    left_out: tuple[Message, ...] = ()


NO_REFERENCE = Reference()


def read_reference(content: bytes, location: Location) -> Reference:
    """Return what a Word file gives.

    Raises :class:`~protocolkit.base.problems.ProtocolkitError` when it is no sound Word file.
    """
    package = WordPackage(content, location)
    main = package.part(package.main)
    assert main is not None, "the package found it"
    told: dict[Message, None] = {}

    def tell(what: Message) -> None:
        told[what] = None

    if package.has_macros:
        tell(message(mark("the program in it (macros)")))
    section = next(main.iter(f"{W}sectPr"), None)
    margins = read_margins(section, tell)
    letterhead = _Letterhead(package, section, StoryReader(package, margins, tell)).read()
    letterhead = _bounded(letterhead, tell)
    if any((text.text or "").strip() for text in main.iter(f"{W}t")):
        tell(message(mark("the text of the file itself")))
    return Reference(
        letterhead=letterhead,
        margins=margins,
        styles=WordStyles.of(package, tell),
        left_out=tuple(told),
    )


@dataclass(frozen=True, slots=True)
class _Letterhead:
    """Reads the headers and footers of the first section of a file."""

    package: WordPackage
    section: Element | None
    reader: StoryReader

    def read(self) -> Letterhead:
        """Return them; the first page has the others' where it has none of its own."""
        has_first = self._is_set("titlePg")
        head, foot = self._story("header", "default"), self._story("footer", "default")
        if self._has("header", "even") or self._has("footer", "even"):
            self.reader.tell(message(mark("another header or footer on even pages")))
        margins = self.reader.margins
        return Letterhead(
            first_head=self._story("header", "first") if has_first else head,
            first_foot=self._story("footer", "first") if has_first else foot,
            head=head,
            foot=foot,
            left=margins.left,
            right=margins.right or margins.left,
            top=margins.above_head,
            bottom=margins.below_foot,
        )

    def _is_set(self, name: str) -> bool:
        found = self.section.find(f"{W}{name}") if self.section is not None else None
        return found is not None and found.get(f"{W}val", "1") not in ("0", "false", "off")

    def _has(self, kind: str, which: str) -> bool:
        return bool(self._part(kind, which))

    def _story(self, kind: str, which: str) -> Story:
        part = self._part(kind, which)
        return self.reader.story(part, is_foot=kind == "footer") if part else NO_STORY

    def _part(self, kind: str, which: str) -> str:
        """Return the name of the part with a header or footer, ``""`` when there is none."""
        if self.section is None:
            return ""
        related = self.package.relationships(self.package.main)
        for found in self.section.iterfind(f"{W}{kind}Reference"):
            relation = related.get(found.get(f"{R}id", ""))
            if found.get(f"{W}type", "default") == which and relation and not relation.is_outside:
                return relation.target
        return ""


def _bounded(found: Letterhead, tell: Tell) -> Letterhead:
    """Return a letterhead without the stories that would leave no room for the text."""
    deep = max(found.depth(found.first_head), found.depth(found.head))
    high = max(found.rise(found.first_foot), found.rise(found.foot))
    if deep > _DEEPEST:
        tell(message(mark("a header that takes more than 12 cm of the page")))
        found = replace(found, first_head=NO_STORY, head=NO_STORY)
    if high > _HIGHEST:
        tell(message(mark("a footer that takes more than 7 cm of the page")))
        found = replace(found, first_foot=NO_STORY, foot=NO_STORY)
    return found
