"""A small file that would take long is refused at once, with the limit."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from drawn_pdf import Drawing
from protocolkit.base.problems import ProtocolkitError
from protocolkit.importing.extract.pdf.extract import extract_pdf
from protocolkit.importing.extract.web.extract import extract_html
from protocolkit.importing.kind_of_file import import_opened, open_content
from protocolkit.importing.source import codes


def test_a_page_with_thousands_of_pieces_in_one_place() -> None:
    drawing = Drawing()
    drawing.page(
        "".join(
            f"BT /F 11 Tf 1 0 0 1 {70 + at % 40 * 10} {600 - at // 40 * 0.5} Tm (ab) Tj ET\n"
            for at in range(12_000)
        )
    )
    began = time.process_time()
    with pytest.raises(ProtocolkitError) as refused:
        extract_pdf(drawing.bytes())
    assert refused.value.problem.code is codes.TOO_MUCH_ON_TEXT
    assert time.process_time() - began < 20


@pytest.mark.parametrize("levels", [10, 60, 1_000])
def test_lists_that_lie_too_deep_in_markdown(levels: int) -> None:
    lines = "\n".join(f"{'  ' * level}- p{level}" for level in range(levels))
    with pytest.raises(ProtocolkitError) as refused:
        open_content(Path("x.md"), f"# Pesten\n\n{lines}\n".encode())
    assert refused.value.problem.code is codes.TOO_DEEP
    nine = "\n".join(f"{'  ' * level}- p{level}" for level in range(9))
    assert "p8" in import_opened(open_content(Path("x.md"), f"# P\n\n{nine}\n".encode())).markdown


@pytest.mark.parametrize(
    ("page", "code"),
    [
        ("<p>" + "<b><i>a</b></i>" * 40_000, codes.TOO_MANY_ELEMENTS),
        ("<p>" + "<ruby>a<rt>b</rt></ruby>" * 40_000, codes.TOO_MANY_ELEMENTS),
        ("<div>" * 200_000 + "tekst", codes.TOO_DEEP),
    ],
)
def test_a_web_page_of_very_many_elements(page: str, code: object) -> None:
    with pytest.raises(ProtocolkitError) as refused:
        extract_html(f"<h1>Pesten</h1>{page}".encode())
    assert refused.value.problem.code is code
    assert any(sign.isdigit() for sign in str(refused.value))
