"""Who a PDF says that made it: what stands in its properties, and nothing that is no name."""

from __future__ import annotations

import io

import pikepdf
import pytest

from protocolkit.importing.extract.pdf.made_by import makers_of_pdf


def _pdf(author: str | None) -> bytes:
    made = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        if author is not None:
            document.docinfo["/Author"] = author
        document.save(made)
    return made.getvalue()


@pytest.mark.parametrize(
    ("author", "named"),
    [
        ("Jan Jansen", ["Jan Jansen"]),
        ("  Jan \n Jansen ", ["Jan Jansen"]),
        (" \t", []),
        ("", []),
        (None, []),
    ],
)
def test_a_pdf_names_its_author(author: str | None, named: list[str]) -> None:
    assert list(makers_of_pdf(_pdf(author))) == named


def test_a_pdf_that_cannot_be_opened_names_nobody() -> None:
    assert list(makers_of_pdf(b"%PDF-1.7 kapot")) == []
