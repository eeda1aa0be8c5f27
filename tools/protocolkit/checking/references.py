"""References in words and links that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from protocolkit.base.location import Location
from protocolkit.base.problems import Problem, error, problem, warning
from protocolkit.checking.passages import headings, passages
from protocolkit.collection import Subject
from protocolkit.document.model import Clause, Footnote, Protocol
from protocolkit.document.open_places import blank_words
from protocolkit.document.outline import addressable, clause_text, clauses, sections
from protocolkit.document.richtext import Link, RichText, walk
from protocolkit.document.tree import block_texts, walk_points
from protocolkit.references import resolve_references
from protocolkit.references.broken import broken_references
from protocolkit.references.citations import find_citations
from protocolkit.references.headings import headings_by_number
from protocolkit.text.late_patterns import late

REFERENCE_UNRESOLVED = warning(
    "reference-unresolved",
    "A reference leads nowhere",
    "'{words}' is not in this document, or more than one thing is called that.",
    "Look which text is meant. If it is another text, name that one.",
)
APPENDIX_MISSING = warning(
    "appendix-missing",
    "An appendix that a text refers to is not there",
    "'{words}' is not in this document.",
    "Put it in, or say in which document it is. If that is known, accept it with a reason.",
)
REFERENCE_LOST = warning(
    "reference-lost",
    "A reference has become an error",
    "'{words}' stands where a number was: the word processor could not find it any more.",
    "Look in the original which text is meant, and write its number here.",
)
LINK_BROKEN = error(
    "link-broken",
    "A link leads nowhere",
    "the link '{target}' leads nowhere.",
    "Look up the anchor in the file that it is meant for, or remove the link.",
)

_APPENDIX = "bijlage"
# What stands in another text or file: an annex to a law, or one that is on a website.
_OF_OTHERS = late(r"\s*(?:bij|op|in)\s|\s*\(|\s*,?\s*(?:apart|los)")


def check_references(protocol: Protocol) -> Iterator[Problem]:
    """Yield every reference in words to a part that the document does not have."""
    items = {item.anchor: item for item in addressable(protocol)}
    lost = [reference for reference in resolve_references(protocol) if not reference.target]
    # a blank such as '[verwijzing: artikel B:2]' is told as that
    blank = {anchor: _blanks(items[anchor]) for anchor in {found.anchor for found in lost}}
    for reference in lost:
        if reference.text not in blank[reference.anchor]:
            yield problem(
                REFERENCE_UNRESOLVED,
                items[reference.anchor].location,
                reference.anchor,
                words=reference.text,
            )


def check_appendices(protocol: Protocol) -> Iterator[Problem]:
    """Yield every reference to a numbered appendix that the document does not have."""
    known = headings_by_number(protocol)
    for passage in passages(protocol):
        for cited in find_citations(passage.text):
            is_own = cited.word == _APPENDIX and not cited.is_external
            is_there = (cited.word, cited.number) in known
            if is_own and not is_there and not _OF_OTHERS.match(passage.text, cited.end):
                words = passage.text[cited.start : cited.end]
                yield passage.report(APPENDIX_MISSING, words=words)


def _blanks(item: Clause | Footnote) -> str:
    """Return the words of a clause that stand in blanks."""
    return "\n".join(blank_words(clause_text(item)))


def check_lost_references(protocol: Protocol) -> Iterator[Problem]:
    """Yield every error that a word processor printed in the place of a reference."""
    for passage in (*headings(protocol), *passages(protocol)):
        for begin, end in broken_references(passage.text):
            yield passage.report(REFERENCE_LOST, words=passage.text[begin:end])


def check_links(protocol: Protocol, subject: Subject) -> Iterator[Problem]:
    """Yield every link inside the repository that leads to nothing in its subject."""
    # only what links lead to is looked through: a subject may have a thousand protocols
    known: dict[str, frozenset[str] | None] = {}
    for location, anchor, target in _links_inside(protocol):
        file, _, wanted = target.partition("#")
        if file not in known:
            known[file] = _anchors_in(file.removesuffix(".md"), protocol, subject)
        anchors = known[file]
        if anchors is None or (wanted and wanted not in anchors):
            yield problem(LINK_BROKEN, location, anchor, target=target)


def _links_inside(protocol: Protocol) -> Iterator[tuple[Location, str, str]]:
    """Yield what links lead to that stay in the repository, each with its place."""
    for location, anchor, rich in _texts(protocol):
        for inline in walk(rich):
            if isinstance(inline, Link):
                file = inline.target.partition("#")[0]
                if ":" not in file and (not file or file.endswith(".md")):
                    yield location, anchor, inline.target


def _anchors_in(slug: str, protocol: Protocol, subject: Subject) -> frozenset[str] | None:
    """Return what a link can lead to in a protocol of the subject, None when it is not there."""
    if not slug:
        return _anchors(protocol)
    found = [other for other in subject.protocols if other.slug == slug]
    return _anchors(found[-1]) if found else None


def _texts(protocol: Protocol) -> Iterator[tuple[Location, str, RichText]]:
    yield protocol.location, "", protocol.title
    for section in sections(protocol):
        yield section.location, section.anchor, section.title
    for item in addressable(protocol):
        for rich in block_texts(item.blocks):
            yield item.location, item.anchor, rich


def _anchors(protocol: Protocol) -> frozenset[str]:
    """Return everything in a protocol that a link can lead to, points included."""
    points = (p.anchor for clause in clauses(protocol) for p in walk_points(clause.blocks))
    return frozenset(
        [
            *(section.anchor for section in sections(protocol)),
            *(item.anchor for item in addressable(protocol)),
            *filter(None, points),
        ]
    )
