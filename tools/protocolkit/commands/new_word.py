"""The Word file of a new draft: made at once, with remarks on what is to be read well."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Container, Iterable, Iterator, Mapping
from pathlib import Path

import click

from protocolkit.base.messages import Marked, mark
from protocolkit.base.replacing import Found, find
from protocolkit.checking.names_perhaps import check_names_perhaps
from protocolkit.checking.together import drafted_clashes, told_difference
from protocolkit.checking.wording_faults import fault_lines, faults_taken, look
from protocolkit.collection import Subject, basis_name, printed_name
from protocolkit.commands.answered_lines import twice_lines
from protocolkit.commands.clash_lines import TOGETHER
from protocolkit.commands.output import say, speak
from protocolkit.commands.questions import confirmed
from protocolkit.document.adopted import is_adopted
from protocolkit.document.cover import make_cover
from protocolkit.document.draft_appendices import OURS
from protocolkit.document.model import Protocol, note_anchor
from protocolkit.document.outline import clauses, labels
from protocolkit.document.richtext import NoteMark, walk
from protocolkit.document.tree import block_texts
from protocolkit.drafting.new.appendices import draft_appendices, leaning
from protocolkit.drafting.new.draft import Draft
from protocolkit.drafting.new.essentials import STANDARD
from protocolkit.drafting.new.followed import following
from protocolkit.exchange.record import Record
from protocolkit.paper.shared.extras import Comment, Extras
from protocolkit.paper.shared.file_formats import FileFormat
from protocolkit.paper.writers import protocol_writer
from protocolkit.references import with_reference_links
from protocolkit.relations.among import Clash, FoundClash

DRAFTS_FOLDER = Path("_build", "concepten")
_AUTHOR = "protocolkit"
# Where the system itself tells whether a file was opened, without words of its own.
_OWN_WAY = ("darwin", "win32", "cygwin")
_SECONDS = 5
# Beside the clause on the right.
_BESIDE = {
    Clash.SAME: mark("{left} has the same words."),
    Clash.ALIKE: mark("{left} says nearly the same."),
    Clash.CONTRARY: mark("{left} contradicts this."),
    Clash.PERHAPS: mark("{left} may contradict this."),
    Clash.DEFINED: mark("{left} says what ‘{term}’ means too."),
}


def make_word(
    protocol: Protocol,
    root: Path,
    draft: Draft | None = None,
    subject: Subject | None = None,
) -> tuple[Found, bytes]:
    """Return the Word file of a draft, and what stands where files are built.

    With the ``draft`` that it was made of, the file has appendices for who reads it first; the
    ``subject`` tells which clauses answer one question, and what stood before each.
    """
    twice = twice_lines(protocol, subject.concordance if subject else None)
    odd = (*_odd(protocol), *(line for _, _, line in twice))
    follows = following(protocol, subject.protocols if subject else ())
    added = draft_appendices(protocol, draft, odd, speak, follows) if draft else ()
    path = root / DRAFTS_FOLDER / protocol.subject / f"{protocol.slug}.docx"
    found = find(path, printed_name(path, root))
    content = protocol_writer(FileFormat.DOCX)(
        with_reference_links(protocol),
        make_cover(protocol, speak, basis=basis_name(protocol, root)),
        speak,
        project=root,
        extras=Extras(
            record=Record(protocol=protocol),
            comments=tuple(_remarks(protocol, twice, follows)),
            appendices=added,
        ),
    )
    return found, content


def offer_to_open(path: Path) -> None:
    """Ask whether a file is to be opened; where that cannot be done, tell where it is."""
    if confirmed(speak("Open the Word file?")) and not _open(path):
        say(speak("It could not be opened from here. The file is {path}.").format(path=path))


def _open(path: Path) -> bool:
    """Have the system open a file; what its program says meanwhile is not for who answers here.

    What is still busy after a moment has opened it.
    """
    program = shutil.which("xdg-open")
    if sys.platform in _OWN_WAY or program is None:
        return click.launch(str(path)) == 0
    try:
        done = subprocess.Popen(  # noqa: S603 - our own file, no shell
            [program, str(path)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        return done.wait(_SECONDS) == 0
    except subprocess.TimeoutExpired:
        return True
    except OSError:
        return False


def _remarks(
    protocol: Protocol, twice: Iterable[tuple[str, str, str]], follows: Container[str]
) -> Iterator[Comment]:
    """Yield what a reader of the draft should look at, beside the clause that it is about."""
    named = labels(protocol)
    for entry in protocol.facts.provenance:
        if entry.choice == STANDARD:
            yield Comment(anchor=entry.anchor, author=_AUTHOR, text=speak(OURS))
    beside = ((found.right.name, _told(found, _BESIDE, named)) for found in _clashing(protocol))
    callers = _callers(protocol)
    answered = ((anchor, text) for _, anchor, text in twice)
    for anchor, text in (
        *beside,
        *answered,
        *_faults(protocol),
        *leaning(protocol, speak, follows),
    ):
        yield Comment(anchor=callers.get(anchor, anchor), author=_AUTHOR, text=text)


def _clashing(protocol: Protocol) -> tuple[FoundClash, ...]:
    return () if is_adopted(protocol) else drafted_clashes(protocol)


def _told(found: FoundClash, heads: Mapping[Clash, Marked], named: Mapping[str, str]) -> str:
    """Return how two clauses do not go together, and in what they differ."""
    left, right = named[found.left.name], named[found.right.name]
    head = speak(heads[found.clash]).format(left=left, right=right, term=found.word)
    is_told = found.clash in (Clash.CONTRARY, Clash.PERHAPS)
    # a head ends with a colon where more comes after it
    return f"{head} {told_difference(found, (left, right))}" if is_told else f"{head[:-1]}."


def _faults(protocol: Protocol) -> Iterator[tuple[str, str]]:
    """Yield what is odd in the words that were taken, by the anchor of the clause or note."""
    named, notes = labels(protocol), {note.anchor for note in protocol.notes}
    for found in (*faults_taken(protocol), *check_names_perhaps(protocol)):
        said = found.message(speak)
        told = f"{named[found.anchor]}: {said}" if found.anchor in notes else said
        yield found.anchor, look(told, speak)


def _callers(protocol: Protocol) -> Mapping[str, str]:
    """Return by a note's anchor that of the first clause that calls it: a note has no margin."""
    callers: dict[str, str] = {}
    for clause in clauses(protocol):
        for rich in block_texts(clause.blocks):
            for mark_of in (inline for inline in walk(rich) if isinstance(inline, NoteMark)):
                callers.setdefault(note_anchor(mark_of.label), clause.anchor)
    return callers


def _odd(protocol: Protocol) -> Iterator[str]:
    """Yield which clauses do not go together, then what is odd in the words of one."""
    named = labels(protocol)
    yield from (_told(found, TOGETHER, named) for found in _clashing(protocol))
    yield from fault_lines(protocol, speak)
