"""The Word file of a new draft: made at once, with remarks on what is to be read well."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from protocolkit.base.replacing import find, replace_file
from protocolkit.checking.together import drafted_clashes, told_difference
from protocolkit.collection import basis_name, printed_name
from protocolkit.commands.output import say, speak
from protocolkit.commands.questions import confirmed
from protocolkit.document.adopted import is_adopted
from protocolkit.document.cover import make_cover
from protocolkit.document.draft_appendices import OURS
from protocolkit.document.model import Protocol
from protocolkit.document.outline import labels
from protocolkit.drafting.new.appendices import draft_appendices
from protocolkit.drafting.new.draft import Draft
from protocolkit.drafting.new.essentials import STANDARD
from protocolkit.exchange.record import Record
from protocolkit.paper.shared.extras import Comment, Extras
from protocolkit.paper.shared.file_formats import FileFormat
from protocolkit.paper.writers import protocol_writer
from protocolkit.references import with_reference_links

DRAFTS_FOLDER = Path("_build", "concepten")
_AUTHOR = "protocolkit"
# Where the system itself tells whether a file was opened, without words of its own.
_OWN_WAY = ("darwin", "win32", "cygwin")
_SECONDS = 5


def make_word(protocol: Protocol, root: Path, draft: Draft | None = None) -> Path:
    """Write the Word file of a draft where files are built; return where it is.

    With the ``draft`` that it was made of, the file has appendices for who reads it first.
    """
    added = draft_appendices(protocol, draft, _clashing(protocol), speak) if draft else ()
    path = root / DRAFTS_FOLDER / protocol.subject / f"{protocol.slug}.docx"
    found = find(path, printed_name(path, root))
    content = protocol_writer(FileFormat.DOCX)(
        with_reference_links(protocol),
        make_cover(protocol, speak, basis=basis_name(protocol, root)),
        speak,
        project=root,
        extras=Extras(
            record=Record(protocol=protocol), comments=tuple(_remarks(protocol)), appendices=added
        ),
    )
    replace_file(found, content)
    return path


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


def _remarks(protocol: Protocol) -> Iterator[Comment]:
    """Yield what a reader of the draft should look at, beside the clause that it is about."""
    for entry in protocol.facts.provenance:
        if entry.choice == STANDARD:
            yield Comment(anchor=entry.anchor, author=_AUTHOR, text=speak(OURS))
    for anchor, text in _compared(protocol):
        yield Comment(anchor=anchor, author=_AUTHOR, text=text)


def _compared(protocol: Protocol) -> Iterator[tuple[str, str]]:
    """Yield with what a clause does not go together, beside its anchor."""
    named = labels(protocol)
    for found in () if is_adopted(protocol) else drafted_clashes(protocol):
        text = speak("Compare this with {other}. {difference}")
        said = told_difference(found) if found.judgement.reasons else ""
        words = text.format(other=named[found.left.name], difference=said)
        yield found.right.name, words.strip()


def _clashing(protocol: Protocol) -> Iterator[str]:
    named = labels(protocol)
    return (f"{named[anchor]} {text}" for anchor, text in _compared(protocol))
