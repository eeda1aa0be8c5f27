"""What is counted of a comparison: answers by their kind, disagreement, and the template's say."""

from __future__ import annotations

import pytest

from protocolkit.base.messages import translator
from protocolkit.collection import Subject
from protocolkit.comparison.topics_file import read_topics_text
from protocolkit.document.model import Protocol
from protocolkit.document.place import Place
from protocolkit.drafting.template.choices import NO_CHOICES
from protocolkit.drafting.template.make_template import make_template
from protocolkit.norms.recognise import protocol_norms
from protocolkit.reading.found_problems import Report
from protocolkit.site.comparison.data import (
    Comparison,
    answer_counts,
    cell_rules,
    counts_in_words,
    disagreement,
    make_comparison,
    rule_code,
)
from protocolkit.site.comparison.relations import relation_square
from protocolkit.site.comparison.rule_names import RULES
from protocolkit.site.comparison.scripts import texts_script
from protocolkit.site.comparison.template_column import TemplateColumn, has_template_column
from protocolkit.site.engine.compared_subjects import ComparedSubject, subject_matrix
from small_boards import HEAD, board, line_up, topic_line

_NL = translator("nl")
_MAY = "Leerlingen mogen hun telefoon gebruiken."
_MUST_NOT = "Leerlingen mogen hun telefoon niet gebruiken."
_MUST = "Leerlingen moeten hun telefoon inleveren."


def _subject(protocols: tuple[Protocol, ...], lines: str) -> Subject:
    report = Report("topics.yml")
    concordance = read_topics_text(f"{HEAD}topics:\n{lines}", "regels", report)
    assert not report.problems
    return Subject(slug="regels", protocols=protocols, concordance=concordance)


def _compared(*texts: tuple[str, ...]) -> Comparison:
    """Return a comparison on one topic that the first clause of each board answers, if any."""
    names = ("aa", "bb", "cc", "dd", "ee")
    protocols = tuple(board(name, *text) for name, text in zip(names, texts, strict=False))
    answers = {name: ["a-1"] for name, text in zip(names, texts, strict=False) if text[0] != "-"}
    matrix, judgements = line_up(protocols, topic_line("telefoon", answers))
    subject = _subject(protocols, topic_line("telefoon", answers))
    return make_comparison(ComparedSubject(subject=subject, matrix=matrix, judgements=judgements))


def _codes(found: Comparison) -> list[tuple[str, int]]:
    counts = answer_counts(found, found.matrix.rows[0], _NL)
    return [(one.code, one.count) for one in counts]


def test_boards_are_counted_by_their_kind_of_rule_in_its_order() -> None:
    found = _compared((_MAY,), (_MUST_NOT,), (_MAY,), ("-",))
    order = [rule.code for rule in RULES]
    codes = _codes(found)
    assert dict(codes) == {"mag": 2, "mag-niet": 1, "niet-gevonden": 1}
    known = [order.index(code) for code, _ in codes if code in order]
    assert known == sorted(known)
    words = counts_in_words(answer_counts(found, found.matrix.rows[0], _NL))
    assert words.count(" · ") == 2
    assert "niet gevonden" in words


def test_a_board_counts_for_every_kind_of_rule_that_it_has() -> None:
    """A ban behind another rule is not hidden by it."""
    protocols = (board("aa", _MAY, _MUST_NOT, _MAY), board("bb", _MAY))
    topic = topic_line("telefoon", {"aa": ["a-1", "a-2", "a-3"], "bb": ["a-1"]})
    matrix, judgements = line_up(protocols, topic)
    judged = ComparedSubject(
        subject=_subject(protocols, topic), matrix=matrix, judgements=judgements
    )
    found = make_comparison(judged)
    assert _codes(found) == [("mag-niet", 1), ("mag", 2)]
    first = cell_rules(found, "telefoon", found.matrix.rows[0].cells[0])
    assert [RULES[place].code for place in first] == ["mag-niet", "mag"]
    assert disagreement(found, found.matrix.rows[0]) == 3


def test_a_clause_that_is_no_rule_has_no_code() -> None:
    made = _compared((_MAY,), (_MUST_NOT,))
    assert rule_code(made, "telefoon", Place("aa", "a-1")) == "mag"
    assert rule_code(made, "telefoon", Place("aa", "weg")) == ""
    row = made.matrix.rows[0]
    assert all(len(cell_rules(made, "telefoon", cell)) == 1 for cell in row.cells)


@pytest.mark.parametrize(
    ("texts", "score"),
    [
        ([(_MAY,), (_MAY,)], 0),
        ([(_MUST,), (_MUST_NOT,)], 1),
        ([(_MAY,), (_MUST_NOT,)], 3),
        ([(_MAY,), (_MAY,), (_MUST_NOT,)], 6),
        ([(_MAY,), ("-",)], 0),
    ],
)
def test_a_forbidding_and_an_allowing_board_disagree_most(
    texts: list[tuple[str, ...]], score: int
) -> None:
    found = _compared(*texts)
    assert disagreement(found, found.matrix.rows[0]) == score


def test_a_subject_without_topics_is_not_compared() -> None:
    protocols = (board("aa", _MAY),)
    assert subject_matrix(Subject(slug="regels", protocols=protocols, concordance=None)) is None
    assert subject_matrix(_subject(protocols, topic_line("telefoon", {"aa": ["a-1"]}))) is not None


def test_a_protocol_that_does_not_count_still_has_its_texts_with_their_rules() -> None:
    found = _compared((_MAY,), (_MUST_NOT,))
    counted, beside = (
        texts_script(
            board(name, _MAY), found, {} if name == "aa" else protocol_norms(board(name, _MAY))
        )
        for name in ("aa", "voorbeeld")
    )
    assert _MAY in beside
    # But not for whom its topics are: it has none.
    assert beside == counted.replace("regels/aa", "regels/voorbeeld").replace('"02"', '"2"')


def _column(found: Comparison) -> TemplateColumn:
    protocols = found.subject.protocols
    template = make_template(found.matrix, found.judgements, protocols, NO_CHOICES)
    return TemplateColumn(template, found)


def _presence(found: Comparison) -> tuple[str, int]:
    row = found.judgements.rows[0]
    places = [place for cell in found.matrix.rows[0].cells for place in cell.places]
    cell = _column(found).cell("telefoon", relation_square(row, places, found.traits))
    return cell.presence, len(cell.clauses)


def test_the_template_says_a_rule_or_why_it_says_none() -> None:
    agreed = _compared((_MAY,), (_MAY,), (_MAY,))
    assert _presence(agreed) == ("gevonden", 1)
    [text] = _column(agreed).texts(_NL)
    assert (text.anchor, text.rule) == ("telefoon", "mag")
    assert text.text == _MAY
    split = _compared((_MAY,), (_MUST_NOT,), (_MAY,), (_MUST_NOT,))
    assert _presence(split) == ("keuze-open", 0)
    assert _column(split).texts(_NL) == ()
    assert _presence(_compared(("-",), ("-",))) == ("geen-tekst", 0)


def test_the_column_has_a_name_with_a_capital_and_a_board_of_that_name_keeps_its_place() -> None:
    found = _compared((_MAY,), (_MAY,))
    column = _column(found).column(_NL)
    assert column.name[0].isupper()
    assert column.is_template
    assert has_template_column(found)
