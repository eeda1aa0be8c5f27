"""Lists that somebody typed by hand in Word: a tab before the marker draws it in."""

from __future__ import annotations

import pytest

from importing.extract.word.word_files import package, proved
from protocolkit.document.model import PointList
from protocolkit.document.outline import clauses
from protocolkit.importing.extract.word.extract import extract_word
from protocolkit.importing.importer import import_source

_TAB, _BREAK = "<w:r><w:tab/></w:r>", "<w:r><w:br/></w:r>"


def _paragraph(*typed: str) -> str:
    runs = (_TAB if one == "\t" else _BREAK if one == "\n" else _run(one) for one in typed)
    return f"<w:p>{''.join(runs)}</w:p>"


def _run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def _points(body: str) -> list[list[str]]:
    protocol = import_source(extract_word(package(body))).protocol
    return [
        [point.marker for point in block.points]
        for clause in clauses(protocol)
        for block in clause.blocks
        if isinstance(block, PointList)
    ]


@pytest.mark.parametrize("marker", ["a.", "•", "o", "-"])
def test_items_after_a_tab_are_points_of_the_item_above_them(marker: str) -> None:
    second = "b." if marker == "a." else marker
    body = "".join(
        (
            _paragraph("Regeling schorsing"),
            _paragraph("1.", "\t", "De directeur hoort de ouders."),
            _paragraph("2.", "\t", "Het besluit vermeldt:"),
            _paragraph("\t", marker, "\t", "de reden van de schorsing;"),
            _paragraph("\t", second, "\t", "de duur van de schorsing."),
            _paragraph("3.", "\t", "De inspectie krijgt bericht."),
        )
    )
    wanted = ["a.", "b."] if marker == "a." else ["•", "•"]
    assert _points(body) == [wanted]


def test_a_list_typed_into_one_paragraph_may_be_drawn_in_too() -> None:
    body = _paragraph("Regeling schorsing") + _paragraph(
        "1. Het besluit vermeldt:", "\n", "\t", "a. de reden;", "\n", "\t", "b. de duur."
    )
    assert _points(body) == [["a.", "b."]]


def test_a_paragraph_after_a_tab_keeps_its_place() -> None:
    source = extract_word(package(_paragraph("\t", "De school begint om half negen.")))
    assert [(line.text, line.indent) for line in source.lines] == [
        ("\tDe school begint om half negen.", 0.0)
    ]


@pytest.mark.parametrize("markers", [("a", "b"), ("sub a", "sub b"), ("ten eerste", "ten tweede")])
def test_bare_letters_and_words_after_a_tab_count_too(markers: tuple[str, str]) -> None:
    body = "".join(
        (
            _paragraph("Regeling schorsing"),
            _paragraph("1.", "\t", "Het besluit vermeldt:"),
            *(_paragraph("\t", one, "\t", "de duur van de schorsing;") for one in markers),
            _paragraph("2.", "\t", "De inspectie krijgt bericht."),
        )
    )
    found = _points(body)
    assert [len(points) for points in found] == [2]


def test_a_line_in_bold_above_the_text_of_its_paragraph_is_a_line_of_its_own() -> None:
    bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>Wanneer mag het?</w:t></w:r>"
    body = f"<w:p>{bold}{_BREAK}{_run('Bij een huwelijk mag het een dag.')}</w:p>"
    source = proved(package(_paragraph("Regeling verlof") + body))
    assert [(line.text, line.is_bold) for line in source.lines[1:]] == [
        ("Wanneer mag het?", True),
        ("Bij een huwelijk mag het een dag.", False),
    ]
