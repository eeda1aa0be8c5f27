"""What is wrong with a PDF that cannot be opened is said by its own message."""

from __future__ import annotations

import io

import pikepdf
import pytest

from drawn_pdf import Drawing
from protocolkit.base.location import NOWHERE
from protocolkit.base.problems import Code, ProtocolkitError
from protocolkit.importing.extract.pdf.open import MOST_PAGES, attached_names, opened_pdf
from protocolkit.importing.source import codes


def _saved(pdf: pikepdf.Pdf, encryption: pikepdf.Encryption | None = None) -> bytes:
    content = io.BytesIO()
    pdf.save(content, encryption=encryption)
    return content.getvalue()


def _pages(count: int) -> bytes:
    pdf = pikepdf.new()
    for _ in range(count):
        pdf.add_blank_page(page_size=(100, 100))
    return _saved(pdf)


def _locked() -> bytes:
    drawing = Drawing()
    drawing.page()
    return _saved(drawing.pdf, encryption=pikepdf.Encryption(user="geheim", owner="geheim"))


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (_locked(), codes.PASSWORD),
        (b"%PDF-1.7\nniets", codes.DAMAGED),
        (_pages(MOST_PAGES + 1), codes.TOO_MANY_PAGES),
    ],
    ids=["locked", "damaged", "too many pages"],
)
def test_what_is_wrong_is_said(content: bytes, code: Code) -> None:
    with pytest.raises(ProtocolkitError) as refused:
        opened_pdf(content, NOWHERE)
    assert refused.value.problem.code is code


def test_a_pdf_of_as_many_pages_as_there_may_be_is_opened() -> None:
    document = opened_pdf(_pages(MOST_PAGES), NOWHERE)
    assert len(document) == MOST_PAGES
    document.close()


def test_the_files_that_it_carries_are_named() -> None:
    drawing = Drawing()
    drawing.page()
    for name in ("een.txt", "twee.txt"):
        drawing.pdf.attachments[name] = b"x"
    document = opened_pdf(_saved(drawing.pdf), NOWHERE)
    assert sorted(attached_names(document)) == ["een.txt", "twee.txt"]
    document.close()
