"""A template of a project's own, made with an earlier version: no word is lost on its paper.

``tests/cases/typst-2026-12-01`` are our templates as they stood then; they know no ``word``.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pypdfium2
import pytest

from printing import printed_words
from protocolkit.base.location import NOWHERE
from protocolkit.base.messages import translator
from protocolkit.base.problems import ProtocolkitError
from protocolkit.document.cover import make_cover
from protocolkit.paper.pdf import write_pdf
from protocolkit.paper.pdf.matrix import matrix_pdf
from protocolkit.paper.shared.comparison import comparison_paper
from protocolkit.reading.reader import read_protocol_text
from protocolkit.text.words import glued
from seeds import ROOT
from small_boards import board, line_up, topic_line

_DUTCH = translator("nl")
_EARLIER = ROOT / "tests" / "cases" / "typst-2026-12-01"
_WORDS = "Zie https://www.voorbeeld.nl/een/twee-drie?vier=vijf en *in* de **kluis**, school-breed."
_TEXT = f"""# Protocol telefoons

{{#a}}
1. {_WORDS}

{{#b}}
2. In een tabel.

   | Waar | Wat |
   |---|---|
   | https://www.voorbeeld.nl/{"lang" * 12} | {"Onderwijs" * 6}-school |
"""


def _project(folder: Path, *changes: tuple[str, str]) -> Path:
    """Return a project with the earlier templates, in which words were replaced."""
    own = folder / "templates" / "typst"
    shutil.copytree(_EARLIER, own)
    for path in own.iterdir():
        text = path.read_text("utf-8")
        for old, new in changes:
            text = text.replace(old, new)
        path.write_text(text, "utf-8")
    return folder


def _pdf(project: Path | None) -> bytes:
    protocol = read_protocol_text(_TEXT, "linde.md", subject="telefoons", slug="linde").protocol
    return write_pdf(protocol, make_cover(protocol, _DUTCH), _DUTCH, project=project)


_FONT = ("Noto Sans Arabic", "Amiri")


@pytest.mark.parametrize(
    "without",
    ["", "unbroken", "emphasis", "open", "link"],
)
def test_words_of_a_kind_that_a_template_does_not_know_are_printed(
    tmp_path: Path, without: str
) -> None:
    line = re.compile(rf'.*piece\.kind == "{without}".*\n')
    text = (_EARLIER / "protocol.typ").read_text("utf-8")
    gone = [(found, "") for found in line.findall(text)] if without else []
    assert len(gone) == bool(without)
    printed = printed_words(_pdf(_project(tmp_path, _FONT, *gone)))
    assert printed == printed_words(_pdf(None))
    assert glued(_WORDS.replace("*", "")) in printed[0]


def test_a_template_that_does_not_work_any_more_is_named_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ProtocolkitError) as refused:
        _pdf(_project(tmp_path))
    said = refused.value.problem.line(_DUTCH)
    assert "templates/typst/protocol.typ" in said
    assert "noto sans arabic" in said
    assert refused.value.problem.code.name == "pdf-template"


def test_a_template_of_now_refuses_a_kind_that_it_does_not_know(tmp_path: Path) -> None:
    own = tmp_path / "templates" / "typst"
    shutil.copytree(ROOT / "templates" / "typst", own)
    template = own / "protocol.typ"
    text = template.read_text("utf-8")
    # a name that stands in a template need not be that of a kind
    other = text.replace('piece.kind == "word"', 'piece.kind == "words" and "word" != ""')
    assert other != text
    template.write_text(other, "utf-8")
    with pytest.raises(ProtocolkitError) as refused:
        _pdf(tmp_path)
    assert "word" in refused.value.problem.line(_DUTCH)


def test_a_template_that_does_not_know_who_has_no_column_says_it_all_the_same(
    tmp_path: Path,
) -> None:
    boards = [board(f"b{n}", "De school belt.", "De school belt niet.") for n in range(3)]
    lines = topic_line("een", {"b0": ["a-1"], "b1": ["a-1"]}) + topic_line("twee", {"b1": ["a-2"]})
    paper = comparison_paper(*line_up(boards, lines), _DUTCH)
    project = _project(tmp_path, _FONT)
    made = matrix_pdf(paper, _DUTCH, project=project, location=NOWHERE)
    with pypdfium2.PdfDocument(made) as read:
        text = glued("".join(page.get_textpage().get_text_range() for page in read))
    missing = [said for theme in paper.themes for strip in theme.strips for said in strip.missing]
    assert missing == ["Niet gevonden bij: Stichting B2."]
    assert [text.count(glued(said)) for said in missing] == [1]
