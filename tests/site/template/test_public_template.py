"""What is made from a template does not count in it: the concepts of a subject stay out."""

from __future__ import annotations

from dataclasses import replace

from protocolkit.collection import Subject
from protocolkit.comparison.concordance import Concordance
from protocolkit.comparison.judgements import judge
from protocolkit.comparison.topics_file import read_topics_text
from protocolkit.document.facts import Status
from protocolkit.reading.found_problems import Report
from protocolkit.site.engine.compared_subjects import ComparedSubject, subject_matrix
from protocolkit.site.template.making import _public
from small_boards import HEAD, board, topic_line

_CLAUSE = "Het hek is dicht."


def _topics() -> Concordance | None:
    line = topic_line("hek", {"aa": ["a-1"], "bb": ["a-1"]})
    return read_topics_text(f"{HEAD}topics:\n{line}", "regels", Report(""))


def _judged(*statuses: Status) -> ComparedSubject:
    protocols = tuple(
        replace(made, facts=replace(made.facts, status=status))
        for slug, status in zip(("aa", "bb"), statuses, strict=True)
        for made in (board(slug, _CLAUSE),)
    )
    subject = Subject(slug="regels", protocols=protocols, concordance=_topics())
    matrix = subject_matrix(subject)
    assert matrix is not None
    return ComparedSubject(subject=subject, matrix=matrix, judgements=judge(matrix, protocols))


def test_a_subject_without_concepts_is_shown_as_it_is_judged() -> None:
    judged = _judged(Status.ADOPTED, Status.UNKNOWN)
    assert _public(judged) is judged


def test_a_concept_is_in_no_column() -> None:
    shown = _public(_judged(Status.ADOPTED, Status.CONCEPT))
    assert [one.slug for one in shown.subject.protocols] == ["aa"]
    assert [column.slug for column in shown.matrix.columns] == ["aa"]


def test_a_subject_without_topics_has_no_matrix() -> None:
    assert subject_matrix(Subject(slug="x", protocols=(), concordance=None)) is None
