"""A returned text of LibreOffice (.odt), held beside the text that was submitted."""

from __future__ import annotations

from pathlib import Path

from protocolkit.base.location import Location
from protocolkit.document.model import Protocol
from protocolkit.importing.extract.word.zip_parts import ZipParts
from protocolkit.importing.source import codes
from protocolkit.review.odt_story import odt_running_words, read_odt
from protocolkit.review.printed_around import SentText
from protocolkit.review.remarks import Review
from protocolkit.review.story_review import StoryReview

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
        found = read_odt(root, styles)
        running = tuple(odt_running_words(styles)) if styles is not None else ()
        self._file = StoryReview(
            story=found.story, remarks=found.remarks, running=running, file=path.name
        )

    @property
    def words(self) -> str:
        """All its words."""
        return "\n".join(paragraph.new for paragraph in self._file.story.paragraphs)

    def share(self, protocol: Protocol) -> float:
        """Return which share of a text's paragraphs it has, or of its clauses in a form."""
        return self._file.share(protocol)

    def review(self, submitted: Protocol, sent: SentText | None = None) -> Review:
        """Return what a council wrote in it about a submitted text."""
        sent = sent or SentText(protocol=submitted)
        if form := self._file.form(submitted, sent):
            return form
        if self._file.is_other_paper:
            return self._file.other_paper(submitted, sent)
        return self._file.text(submitted, sent, None)
