"""The count of a PDF: every sign that its pages paint, each piece of text by itself."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from protocolkit.base.location import NOWHERE, Location
from protocolkit.base.problems import ProtocolkitError, problem
from protocolkit.importing.extract.pdf.single_pieces import painted_pages, structure_said
from protocolkit.importing.extract.pdf.unread_drawings import UNREAD_REASONS, unread_words
from protocolkit.importing.proof.counting import Held, letters
from protocolkit.importing.source import codes
from protocolkit.importing.source.limits import Progress, tell_nobody
from protocolkit.importing.source.lines import Source
from protocolkit.text.words import BULLET, INVISIBLE

_QUOTED = 80
# A sign without a letter is named by a doubt; a hyphen may go where a word was broken.
_PASSED_BY = f"{BULLET}\\-\u2010\u2011\u00b7\ufffd\ufffe"
_UNCOUNTED = re.compile(rf"[\s\x00-\x1f{_PASSED_BY}\ue000-\uf8ff]+")


def prove_pdf(
    content: bytes,
    source: Source,
    location: Location = NOWHERE,
    progress: Progress = tell_nobody,
) -> None:
    """Raise when a sign of a page is neither in the text nor told as left out, or is put in.

    ``progress`` hears of every page.
    """
    pages: list[Held] = []
    told = Held()
    for page in painted_pages(content, location, progress):
        pages.append(Held([_plain(words) for words in page.pieces]))
        told.pieces += map(_plain, page.beside)
    if any(found.reason in UNREAD_REASONS for found in source.left_out):
        told.pieces += map(_plain, unread_words(content).all())
    held = letters("".join(piece for page in pages for piece in page.pieces))
    made = _plain("".join((source.text, *(found.text for found in source.left_out))))
    if lost := held - letters(made):
        _refuse_lost(pages, made, lost, location)
    put_in = letters(made) - held - told.letters()
    if put_in:  # most files put nothing in: only else it matters what their structure says
        put_in -= Held([_plain(words) for words in structure_said(content, location)]).letters()
    if put_in:
        signs = "".join(put_in.elements())[:_QUOTED]
        raise ProtocolkitError(problem(codes.SIGNS_ADDED, location, signs=signs))


def _plain(text: str) -> str:
    """Return the signs of a text that count, however they are written and broken."""
    whole = unicodedata.normalize("NFKC", text.translate(INVISIBLE))
    return _UNCOUNTED.sub("", whole)


def _refuse_lost(pages: Sequence[Held], made: str, lost: Counter[str], location: Location) -> None:
    """Raise an error that quotes the pieces of text that are missing, and names their page."""
    missing = [
        (number, piece)
        for number, page in enumerate(pages, 1)
        for piece in page.pieces
        if piece not in made and letters(piece) & lost
    ]
    page = missing[0][0] if missing else _first_with(pages, lost)
    signs = " ".join(piece for _, piece in missing) or "".join(lost.elements())
    raise ProtocolkitError(
        problem(codes.SIGNS_LOST, location, signs=signs[:_QUOTED], page=str(page))
    )


def _first_with(pages: Sequence[Held], signs: Counter[str]) -> int:
    return next((n for n, page in enumerate(pages, 1) if page.letters() & signs), 1)
