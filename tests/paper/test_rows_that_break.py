"""In the comparison a row that fits is kept on one page, and a long one may break."""

from __future__ import annotations

import io

import docx
import pytest
from docx.oxml.ns import qn

from protocolkit.base.messages import translator
from protocolkit.paper.docx.matrix import matrix_docx
from protocolkit.paper.shared.comparison import comparison_paper, is_short
from small_boards import board, line_up, topic_line

_NL = translator("nl")


@pytest.mark.parametrize(("words", "is_whole"), [(10, True), (300, False)])
def test_a_row_of_a_comparison(words: int, is_whole: bool) -> None:
    boards = (board("aa", "Foto's mogen. " + "woord " * words), board("bb", "Foto's mogen."))
    matrix, judgements = line_up(boards, topic_line("foto", {"aa": ["a-1"], "bb": ["a-1"]}))
    paper = comparison_paper(matrix, judgements, _NL)
    [question] = [q for theme in paper.themes for strip in theme.strips for q in strip.questions]
    assert is_short(question) is is_whole
    made = docx.Document(io.BytesIO(matrix_docx(paper, _NL)))
    head, _question, row = made.tables[1].rows
    path = f"{qn('w:trPr')}/{qn('w:cantSplit')}"
    assert (row._tr.find(path) is not None) is is_whole
    # The head is never parted.
    assert head._tr.find(path) is not None
