"""A returned text of LibreOffice (.odt), held beside the text that was submitted."""

from __future__ import annotations

from pathlib import Path

from protocolkit.base.location import Location
from protocolkit.document.model import Protocol
from protocolkit.importing.extract.word.zip_parts import ZipParts
from protocolkit.importing.source import codes
from protocolkit.review.front_changes import around_changes
from protocolkit.review.odt_story import odt_running_words, read_odt
from protocolkit.review.placed_story import PlacedStory
from protocolkit.review.placing import SubmittedText
from protocolkit.review.printed_around import SentText
from protocolkit.review.remark_placing import RemarkPlacer
from protocolkit.review.remarks import Review
from protocolkit.review.story_changes import story_changes

_TEXT, _STYLES = "content.xml", "styles.xml"


class ReturnedOdt:
    """A returned text of LibreOffice that is open; it has no record of ours."""

    record = None

    def __init__(self, content: bytes, path: Path) -> None:
        parts = ZipParts(content, Location(str(path)))
        root = parts.part(_TEXT)
        if root is None:
            raise parts.refusal(codes.DAMAGED)
        styles = parts.part(_STYLES)
        self._text, self._file = read_odt(root, styles), path.name
        self._running = tuple(odt_running_words(styles)) if styles is not None else ()

    @property
    def words(self) -> str:
        """All its words."""
        return "\n".join(paragraph.new for paragraph in self._text.story.paragraphs)

    def share(self, protocol: Protocol) -> float:
        """Return which share of a text's paragraphs it has."""
        return SubmittedText(protocol).share(self._text.story.paragraphs)

    def review(self, submitted: Protocol, sent: SentText | None = None) -> Review:
        """Return what a council wrote in it about a submitted text."""
        placed = PlacedStory(submitted=submitted, story=self._text.story, file=self._file)
        around = around_changes(placed, self._running, sent)
        placer = RemarkPlacer(placed.story, placed.text, placed.found, self._file)
        return Review(
            remarks=tuple(placer.placed(self._text.remarks)),
            changes=(*around.front, *story_changes(placed)),
            passed_over=(*placed.empty_notes, *around.passed_over),
            parts=placed.parts,
        )
