"""How well import understands documents: the seeds from raw text, and our own PDF and Word files.

    python benchmarks/import_quality.py

A clause counts as right when its words, its marker and the headings above it are those of the
protocol in the repository. Words are always all there: an import that would lose one is refused.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from protocolkit.base.messages import translator
from protocolkit.document.cover import make_cover
from protocolkit.document.model import Protocol
from protocolkit.document.outline import clause_text, placed_clauses, protocol_tokens
from protocolkit.document.richtext import plain
from protocolkit.importing.extract.pdf.extract import extract_pdf
from protocolkit.importing.extract.text.extract import extract_text
from protocolkit.importing.extract.word.extract import extract_word
from protocolkit.importing.import_values import Imported
from protocolkit.importing.importer import import_source
from protocolkit.importing.source.lines import Source
from protocolkit.importing.structure.found_facts import Wishes
from protocolkit.paper.docx.write import write_docx
from protocolkit.paper.pdf import write_pdf
from protocolkit.reading.reader import read_protocol
from protocolkit.text.words import tokens

ROOT = Path(__file__).parents[1]
PROTOCOLS = ROOT / "protocols" / "sociale-media"

# Many tests and ways of importing read the same papers.
_MOST_PAPERS = 16

Key = tuple[str, tuple[str, ...], tuple[tuple[str, ...], ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """How one import compares with the protocol that it should have become."""

    right: int
    wanted: int
    extra: int
    notes_equal: bool
    words_equal: bool

    @property
    def share(self) -> float:
        """The share of clauses with the right borders, marker and section."""
        return self.right / self.wanted if self.wanted else 1.0


def clause_keys(protocol: Protocol) -> Counter[Key]:
    """Return what identifies each clause: marker, words, and the headings above it."""
    return Counter(
        (
            placed.clause.marker,
            tokens(clause_text(placed.clause)),
            tuple(tokens(f"{part.marker} {plain(part.title)}") for part in placed.sections),
        )
        for placed in placed_clauses(protocol)
    )


def grade(found: Protocol, wanted: Protocol) -> Grade:
    """Compare an import with the protocol that it should have become."""
    have, want = clause_keys(found), clause_keys(wanted)
    return Grade(
        right=(have & want).total(),
        wanted=want.total(),
        extra=(have - want).total(),
        notes_equal=_notes(found) == _notes(wanted),
        words_equal=protocol_tokens(found) == protocol_tokens(wanted),
    )


def imported(source: Source, slug: str) -> Imported:
    """Import a source without any help but the kind of protocol."""
    return import_source(source, Wishes(subject="sociale-media", slug=slug))


def seed_source(slug: str) -> Source:
    """Return the raw text of a seed as a source."""
    return extract_text((PROTOCOLS / "bron" / f"{slug}.txt").read_bytes())


def own_pdf(protocol: Protocol) -> bytes:
    """Return the PDF that this program makes of a protocol."""
    return _made(protocol, protocol.subject, protocol.slug, write_pdf)


def own_word(protocol: Protocol) -> bytes:
    """Return the Word file that this program makes of a protocol."""
    return _made(protocol, protocol.subject, protocol.slug, write_docx)


@lru_cache(maxsize=_MOST_PAPERS)
def _made(protocol: Protocol, subject: str, slug: str, write: Callable[..., bytes]) -> bytes:
    """Return a paper. Protocols are the same whatever they are called; their papers are not."""
    assert (subject, slug) == (protocol.subject, protocol.slug)
    translate = translator()
    return write(protocol, make_cover(protocol, translate), translate)


def _notes(protocol: Protocol) -> list[tuple[str, tuple[str, ...]]]:
    return [(note.label, tokens(clause_text(note))) for note in protocol.notes]


def _rows(slugs: Iterable[str]) -> Iterator[tuple[str, Grade]]:
    for slug in slugs:
        wanted = read_protocol(PROTOCOLS / f"{slug}.md").protocol
        for name, source in (
            ("text", seed_source(slug)),
            ("Word", extract_word(own_word(wanted))),
            ("PDF", extract_pdf(own_pdf(wanted))),
        ):
            yield f"{slug} ({name})", grade(imported(source, slug).protocol, wanted)


def main() -> None:
    """Print a row per seed and form."""
    slugs = sorted(path.stem for path in PROTOCOLS.glob("*.md"))
    print(f"{'':34}{'clauses':>10}{'share':>8}{'extra':>7}  notes  words")
    for name, result in _rows(slugs):
        clauses = f"{result.right}/{result.wanted}"
        notes, words = (
            "equal" if equal else "differ" for equal in (result.notes_equal, result.words_equal)
        )
        print(f"{name:34}{clauses:>10}{result.share:>8.1%}{result.extra:>7}  {notes:6} {words}")


if __name__ == "__main__":
    main()
