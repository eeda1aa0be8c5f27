"""Themes in the order of a document, and clauses that lean on what stands elsewhere."""

from __future__ import annotations

import pytest

from drafted import subject, template
from protocolkit.drafting.new.merging import make_merge
from protocolkit.drafting.template.choices_file import choices_of
from protocolkit.drafting.template.leaning import words_referring_back
from protocolkit.drafting.template.make_template import make_template
from protocolkit.drafting.template.subject_template import public
from seeds import ROOT, protocol
from small_boards import board, line_up, topic_line


def test_a_document_begins_with_why_and_for_whom_and_ends_with_what_follows_a_breach() -> None:
    usual = [theme for theme in template().themes if any(not t.is_optional for t in theme.topics)]
    themes = [theme.id for theme in usual]
    assert themes[:3] == ["toelichting", "uitgangspunten", "reikwijdte"]
    assert themes[-1] == "gevolgen"


def test_themes_stand_where_most_documents_have_them() -> None:
    boards = [
        board("brug", "De school straft.", "Het doel is rust."),
        board("dijk", "Wij willen rust.", "Na een waarschuwing volgt schorsing."),
        board("terp", "Rust is van belang.", "De directeur schorst de leerling."),
    ]
    topics = topic_line("straf", {"brug": ["a-1"], "dijk": ["a-2"], "terp": ["a-2"]})
    topics += topic_line("doel", {"brug": ["a-2"], "dijk": ["a-1"], "terp": ["a-1"]}, "theme: u")
    matrix, judgements = line_up(boards, topics)
    made = make_template(matrix, judgements, boards)
    assert [theme.id for theme in made.themes] == ["u", "t"]


def test_a_document_that_breaks_off_says_nothing_of_the_order() -> None:
    whole = board("brug", "De school straft.", "Het doel is rust.")
    broken = board(
        "dijk", "Wij willen rust.", "Schorsing.", settings="  source: {complete: false}\n"
    )
    topics = topic_line("straf", {"brug": ["a-1"], "dijk": ["a-2"]})
    topics += topic_line("doel", {"brug": ["a-2"], "dijk": ["a-1"]}, "theme: u")
    matrix, judgements = line_up([whole, broken], topics)
    made = make_template(matrix, judgements, [whole, broken])
    assert [theme.id for theme in made.themes] == ["t", "u"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Toch zijn er verschillen.", "Toch"),
        ("Wij weten hoe wij hiermee omgaan. Bovendien is dat goed.", "hiermee"),
        ("…sociale manieren gelden online ook.", "…"),
        ("Bij herhaling van bovengenoemd gedrag volgt schorsing.", "bovengenoemd"),
        ("Dit protocol geldt voor iedereen.", ""),
        ("Ouders vragen toestemming. Daarnaast melden zij het.", ""),
        ("Deze richtlijnen zijn bedoeld voor allen.", ""),
        ("", ""),
    ],
)
def test_which_words_point_back(text: str, words: str) -> None:
    assert words_referring_back(text) == words


def test_between_equals_what_can_be_read_by_itself_comes_first() -> None:
    boards = [
        board("brug", "Toch zijn telefoons in de les verboden."),
        board("dijk", "Medewerkers delen geen wachtwoorden of toetsen met wie dan ook."),
    ]
    matrix, judgements = line_up(boards, topic_line("v", {"brug": ["a-1"], "dijk": ["a-1"]}))
    (topic,) = make_template(matrix, judgements, boards).topics
    assert [choice.origin.organisation for choice in topic.choices] == ["dijk", "brug"]


def test_two_documents_become_one_in_the_order_of_the_template() -> None:
    concordance = subject().concordance
    assert concordance is not None
    pair = protocol("lucas-onderwijs"), protocol("oponoa")
    choices, _ = choices_of(ROOT, subject().slug)
    merge = make_merge(*pair, concordance, public(subject().protocols), choices)
    assert [theme.id for theme in merge.themes] == [theme.id for theme in template().themes]
    alone = make_merge(*pair, concordance)
    assert alone.themes[0].id == "toelichting"
    assert {theme.id for theme in alone.themes} == {theme.id for theme in concordance.themes}
