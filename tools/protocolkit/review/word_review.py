"""A returned Word file, held beside the text that was submitted: its remarks and its changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError
from protocolkit.document.model import Protocol
from protocolkit.importing.extract.word.package import WordPackage
from protocolkit.importing.import_values import ReadSource
from protocolkit.importing.kind_of_file import import_opened, open_content
from protocolkit.importing.source import codes
from protocolkit.importing.source.lines import Source
from protocolkit.review.printed_around import SentText
from protocolkit.review.remarks import Review
from protocolkit.review.story_review import StoryReview
from protocolkit.review.typed_labels import other_labels
from protocolkit.review.word_remarks import WordRemark, read_remarks
from protocolkit.review.word_story import Story, read_story, word_running_words

# The reasons why a file is another paper of a dossier.
_OTHER_PAPER = (codes.OWN_COMPARISON, codes.OWN_LEAFLET)
# The reasons why a file cannot be imported whose remarks can be read all the same.
_STILL_READ = (
    *(codes.WORDS_LOST, codes.WORDS_ADDED, codes.WORDS_DIFFER),
    *(codes.SIGNS_LOST, codes.SIGNS_ADDED, codes.READS_DIFFERENTLY),
)


class ReturnedWord:
    """A returned Word file that is open: the text itself, or another paper of a dossier."""

    def __init__(self, content: bytes, path: Path) -> None:
        self._content, self._path = content, path
        self._package = WordPackage(content, Location(str(path)))
        story, read = read_story(self._package), read_remarks(self._package)
        self._file = StoryReview(
            story=story,
            remarks=(*read, *_without_words(story, read)),
            running=tuple(word_running_words(self._package)),
            file=path.name,
            has_record=self.record is not None,
        )

    @property
    def record(self) -> str | None:
        """Our own record in it."""
        return self._package.record()

    @property
    def words(self) -> str:
        """All its words."""
        return "\n".join(paragraph.new for paragraph in self._file.story.paragraphs)

    def share(self, protocol: Protocol) -> float:
        """Return which share of a text's paragraphs it has, or of its clauses in a form."""
        return self._file.share(protocol)

    def review(self, submitted: Protocol, sent: SentText | None = None) -> Review:
        """Return what a council wrote in it about a submitted text.

        Raises :class:`~protocolkit.base.problems.ProtocolkitError` when it cannot be read.
        """
        sent = sent or SentText(protocol=submitted)
        if form := self._file.form(submitted, sent):
            return form
        if self._file.is_other_paper:
            return self._file.other_paper(submitted, sent)
        try:
            returned, source = self._read()
        except ProtocolkitError as reason:
            if reason.problem.code not in _OTHER_PAPER:
                raise
            return self._file.other_paper(submitted, sent)
        found = self._file.text(submitted, sent, returned)
        if source is None:
            return found
        typed = other_labels(source, submitted, found.changes, self._path.name)
        return replace(found, passed_over=(*found.passed_over, *typed))

    def _read(self) -> tuple[Protocol | None, Source | None]:
        """Return the file as a protocol and as it was read, None where none can be made of it."""
        try:
            opened = open_content(self._path, self._content)
            found = import_opened(opened).protocol
        except ProtocolkitError as reason:
            if reason.problem.code in _STILL_READ:
                return None, None
            raise
        return found, opened.found.source if isinstance(opened.found, ReadSource) else None


def _without_words(story: Story, read: Sequence[WordRemark]) -> Iterator[WordRemark]:
    """Yield the remarks that the text refers to and whose words the file does not have any more."""
    known = {one.id for one in read}
    if len(known) < len(read):
        return  # ids that repeat name nothing, so none is known to lack its words
    for name, marked in story.ranges.items():
        if name not in known and marked.point is not None:
            yield WordRemark(id=name, author="", date="", text="", parent="", resolved=False)


def review_word(content: bytes, path: Path, submitted: Protocol) -> Review:
    """Return what a council wrote in a Word file, as :meth:`ReturnedWord.review`."""
    return ReturnedWord(content, path).review(submitted)
