"""Every kind of file has one name for readers, and is known by the end of a file's name."""

from __future__ import annotations

from pathlib import PurePath

import pytest

from protocolkit.base.problems import Code
from protocolkit.commands.form import FORM_KIND
from protocolkit.commands.redline import REDLINE_OUTPUT
from protocolkit.commands.was_wordt import WAS_WORDT_OUTPUT
from protocolkit.paper.shared.file_formats import (
    MARKED_FORMATS,
    PAPER_FORMATS,
    FileFormat,
    format_of,
)
from protocolkit.site.engine.addresses import (
    TEMPLATE_PAPER_FORMATS,
    matrix_formats,
    template_formats,
)


def test_readers_know_each_kind_of_file_by_one_name() -> None:
    assert [one.shown for one in FileFormat] == [
        "PDF", "Word", "HTML", "Excel", "CSV", "JSON", "Markdown",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("besluit.pdf", FileFormat.PDF),
        ("BESLUIT.DOCX", FileFormat.DOCX),
        ("besluit.v2.docx", FileFormat.DOCX),
        ("besluit.html", None),
        ("besluit", None),
        ("pdf", None),
    ],
)
def test_a_format_is_known_by_the_end_of_a_name(name: str, known: FileFormat | None) -> None:
    assert format_of(PurePath(name), PAPER_FORMATS) is known


def test_no_name_says_no_format() -> None:
    assert format_of(None, MARKED_FORMATS) is None


def test_whatever_is_printed_comes_in_every_format_of_paper() -> None:
    assert set(PAPER_FORMATS) <= set(MARKED_FORMATS)
    assert set(TEMPLATE_PAPER_FORMATS) == set(PAPER_FORMATS)


@pytest.mark.parametrize(
    ("code", "offered"),
    [
        (REDLINE_OUTPUT, MARKED_FORMATS),
        (WAS_WORDT_OUTPUT, MARKED_FORMATS),
        (FORM_KIND, PAPER_FORMATS),
    ],
)
def test_who_asks_for_another_format_hears_which_there_are(
    code: Code, offered: tuple[FileFormat, ...]
) -> None:
    said = f"{code.message} {code.hint}"
    assert all(f".{one.value}" in said for one in offered)


def test_without_paper_a_site_offers_what_is_no_paper() -> None:
    for offered in (matrix_formats, template_formats):
        assert set(offered(with_paper=True)) - set(offered(with_paper=False)) == set(PAPER_FORMATS)
        assert offered(with_paper=False)


def test_of_a_template_the_file_to_go_on_in_comes_first() -> None:
    assert template_formats(with_paper=True)[0] is FileFormat.DOCX
