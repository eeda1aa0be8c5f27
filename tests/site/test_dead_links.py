"""A link to a file that is not there leaves the page, and nothing else does."""

from __future__ import annotations

from pathlib import Path

import pytest

from protocolkit.site.dead_links import take_links_away, without_links

_GONE = ("downloads/s/a.pdf",)


@pytest.mark.parametrize(
    ("page", "text", "left"),
    [
        ("s/a.html", '<a class="x" href="../downloads/s/a.pdf">PDF</a> <b>W</b>', "<b>W</b>"),
        ("index.html", '<td><a href="downloads/s/a.pdf">PDF</a></td>', "<td></td>"),
        ("s/a.html", '<a href="../downloads/s/a.pdf#art-1"><span>P</span> DF</a>.', "."),
        ("downloads/s/index.html", '<a href="a.pdf">P</a>!', "!"),
    ],
)
def test_the_link_goes(page: str, text: str, left: str) -> None:
    assert without_links(page, _GONE, text) == left


@pytest.mark.parametrize(
    "text",
    [
        '<a href="../downloads/s/aa.pdf">PDF</a>',
        '<a href="../downloads/s/a.pdf.md">PDF</a>',
        '<a href="https://example.org/downloads/s/a.pdf">PDF</a>',
        '<a href="downloads/s/a.pdf">PDF</a>',
        "../downloads/s/a.pdf",
        '<a href="#x">een</a> twee <a href="../downloads/s/a.docx">W</a>',
    ],
)
def test_what_leads_elsewhere_stays(text: str) -> None:
    assert without_links("s/a.html", _GONE, text) == text


def test_only_the_one_link_goes() -> None:
    links = '<a href="../b">B</a> <a href="../downloads/s/a.pdf">PDF</a> <a href="../c">C</a>'
    left = '<a href="../b">B</a> <a href="../c">C</a>'
    assert without_links("s/a.html", _GONE, links) == left


def test_only_pages_with_such_a_link_are_written(tmp_path: Path) -> None:
    for name, text in (("a.html", '<a href="x.pdf">X</a> <b>A</b>'), ("b.html", "<b>B</b>")):
        (tmp_path / name).write_text(text, "utf-8")
    assert take_links_away(tmp_path, ["x.pdf"]) == ("a.html",)
    assert (tmp_path / "a.html").read_text("utf-8") == "<b>A</b>"
    assert take_links_away(tmp_path, []) == ()
