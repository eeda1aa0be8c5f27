"""Opening a Word file safely: how large it may become, what XML may say, what is in it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from protocolkit.base.location import NOWHERE, Location
from protocolkit.base.problems import ProtocolkitError
from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.word.namespaces import open_up
from protocolkit.importing.extract.word.zip_parts import ZipParts
from protocolkit.importing.source import codes

_START = 200

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
V = "{urn:schemas-microsoft-com:vml}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
# The one of 2010 too: its text nodes are places as well.
WP = (
    "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}",
    "{http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing}",
)
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# Our own record is a part of this kind; other programs keep theirs in the same place.
_RECORD_KIND = "customXml"
_MOST_OF_OTHERS = 20
_TRANSITIONAL = (
    ("http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1]),
    ("http://purl.oclc.org/ooxml/officeDocument/relationships", R[1:-1]),
)


CHUNK = "aFChunk"
SUBDOCUMENT = "subDocument"
_EMBEDDED = frozenset(("oleObject", "package"))
# The numbers that a chart was drawn of; its words are in the chart itself.
_CHARTS = frozenset(("chart", "chartEx"))
_OFFICE_KINDS = {"xl": "Excel (.xlsx)", "ppt": "PowerPoint (.pptx)", "visio": "Visio (.vsdx)"}
"""Other files of the same make, by the folder that their main part stands in."""
_WITHOUT_XML = frozenset(("image", "hdphoto", "audio", "video", "media"))
RECORD = "{urn:protocolkit:record:1}record"
"""The root of the part in which our own files carry their record."""
WITHOUT_WORDS = frozenset(
    (
        "attachedToolbars chartColorStyle chartStyle colorMapping commentsExtended "
        "commentsExtensible commentsIds control customXmlProps diagramColors diagramLayout "
        "diagramQuickStyle documenttasks font fontTable glossarySettings ink keyMapCustomizations "
        "numbering people printerSettings settings styles stylesWithEffects "
        "theme themeOverride vbaProject webSettings wordVbaData"
    ).split()
)
"""Kinds of parts that say how a file looks or works, and hold no words of its text."""


@dataclass(frozen=True, slots=True)
class Relationship:
    """Where a part points: an address outside the file, or another part."""

    target: str
    kind: str
    is_outside: bool


class WordPackage(ZipParts):
    """The parts of one Word file, none larger than it may be."""

    _other_names = _TRANSITIONAL

    def __init__(
        self, content: bytes, location: Location = NOWHERE, *, any_kind: bool = False
    ) -> None:
        """Open a file; ``any_kind`` takes one of another program of Office too."""
        super().__init__(content, location)
        self._related: dict[str, dict[str, Relationship]] = {}
        self.main = self._main_part(any_kind=any_kind)

    def part(self, name: str) -> Element | None:
        """Return the root of an XML part, without foreign elements around what counts."""
        root = super().part(name)
        if root is not None:
            open_up(root)
        return root

    @property
    def has_macros(self) -> bool:
        """Whether the file holds a program; it is never opened."""
        return any(name.lower().endswith("vbaproject.bin") for name in self._names)

    def beside(self, kind: str) -> str:
        """Return the name of the part that the main document uses as ``kind``, or ""."""
        found = self.relationships(self.main).values()
        return next((r.target for r in found if r.kind == kind and not r.is_outside), "")

    def relationships(self, part: str) -> dict[str, Relationship]:
        """Return where a part points, by the id that its XML uses; it is read once."""
        if part not in self._related:
            self._related[part] = self._relationships(part)
        return self._related[part]

    def _relationships(self, part: str) -> dict[str, Relationship]:
        folder, name = posixpath.split(part)
        root = self.part(f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels")
        found: dict[str, Relationship] = {}
        for entry in root.iter(_RELATIONSHIP) if root is not None else ():
            is_outside = entry.get("TargetMode") == "External"
            target = entry.get("Target", "")
            if not is_outside:
                joined = posixpath.normpath(posixpath.join("/", folder, target))
                target = joined.lstrip("/")
            kind = entry.get("Type", "").rsplit("/", 1)[-1]
            if entry.get("Id", "") in found:
                raise self.refusal(codes.DAMAGED)
            found[entry.get("Id", "")] = Relationship(target, kind, is_outside)
        return found

    def record(self) -> str | None:
        """Return the text of our own record, None when there is none.

        A damaged part of another program is not ours.
        """
        related = self.relationships(self.main).values()
        names = [r.target for r in related if r.kind == _RECORD_KIND and not r.is_outside]
        for name in names[:_MOST_OF_OTHERS]:
            try:
                root = self.part(name)
            except ProtocolkitError:
                continue
            if root is not None and root.tag == RECORD:
                return root.text or ""
        return None

    def part_of_kind(self, name: str, kind: str) -> Element | None:
        """Return a part; what programs keep for themselves may be damaged, and shows nothing."""
        try:
            return self.part(name)
        except ProtocolkitError:
            if kind != _RECORD_KIND:
                raise
            return None

    def reached_with_words(self) -> Iterator[tuple[str, str]]:
        """Yield each part that may hold words and that the document reaches, with its kind."""
        yield self.main, "officeDocument"
        for name, kind, _ in self._reached():
            if kind in (CHUNK, SUBDOCUMENT) or (kind not in _EMBEDDED and self._is_xml(name)):
                yield name, kind

    def embedded_parts(self) -> tuple[str, ...]:
        """Return the files of other programs that the text takes in as objects."""
        return tuple(
            name
            for name, kind, above in self._reached()
            if above not in _CHARTS
            and kind not in (CHUNK, SUBDOCUMENT, *_WITHOUT_XML)
            and (kind in _EMBEDDED or not self._is_xml(name))
        )

    def _reached(self) -> Iterator[tuple[str, str, str]]:
        """Yield each part that may hold words, with its kind and that of what leads to it.

        Reached is what a relationship leads to, from the document or from a part that is reached.
        """
        seen, waiting = {self.main}, [(self.main, "officeDocument")]
        while waiting:
            part, above = waiting.pop(0)
            for relation in self.relationships(part).values():
                name = relation.target
                if relation.is_outside or name in seen or name not in self._names:
                    continue
                if relation.kind not in WITHOUT_WORDS:
                    seen.add(name)
                    waiting.append((name, relation.kind))
                    yield name, relation.kind, above

    def _is_xml(self, name: str) -> bool:
        start = self._read(name, _START).lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0")
        return start.startswith(b"<")

    def _main_part(self, *, any_kind: bool) -> str:
        main = next(
            (r.target for r in self.relationships("").values() if r.kind == "officeDocument"), ""
        )
        if main not in self._names:
            kind = "odt" if "mimetype" in self._names else "zip"
            raise self.refusal(codes.UNKNOWN_KIND, kind=kind)
        if not any_kind and "word" not in main and "document" not in main:
            folder = posixpath.dirname(main) or "zip"
            raise self.refusal(codes.UNKNOWN_KIND, kind=_OFFICE_KINDS.get(folder, folder))
        return main
