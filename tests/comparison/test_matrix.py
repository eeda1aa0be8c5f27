from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import replace

import pytest

from protocolkit.base.messages import translator
from protocolkit.comparison.exports import cell_text, column_standing, matrix_csv
from protocolkit.comparison.judged_json import judged_json
from protocolkit.comparison.judgements import judge
from protocolkit.comparison.matrix import (
    Cell,
    Matrix,
    Presence,
    make_column,
    make_document,
    make_matrix,
)
from protocolkit.comparison.topics_file import read_topics_text
from protocolkit.document.facts import Organisation, Source, Status
from protocolkit.document.model import Protocol
from protocolkit.document.outline import addressable, clause_text
from protocolkit.reading.found_problems import Report
from protocolkit.reading.reader import read_protocol_text
from seeds import SLUGS, collection, matrix, protocol

_TOPICS = """\
title: Onderwerp
themes: [{id: t, title: Thema}]
topics:
  - id: een
    title: Mag dit?
    theme: t
    clauses: {a: [x], b: [y, noot-1]}
  - id: twee
    title: Moet dit?
    theme: t
    clauses: {b: [noot-1]}
"""


def _url(found: Protocol, anchor: str) -> str:
    return f"{found.slug}#{anchor}"


def _protocol(slug: str, body: str, *, complete: bool = True) -> Protocol:
    read = read_protocol_text(f"# T\n\n{body}", subject="s", slug=slug).protocol
    organisation = Organisation(name=f"Stichting {slug}")
    facts = replace(read.facts, organisation=organisation, source=Source(complete=complete))
    return replace(read, facts=facts)


def _small(*, complete: bool = True) -> Matrix:
    protocols = [
        _protocol("b", "{#y .handreiking}\n- Wel[^1].\n\n[^1]: Mits oud genoeg."),
        _protocol("a", "{#x}\n=1+1 mag niet.", complete=complete),
    ]
    return make_matrix(protocols, read_topics_text(_TOPICS, "s", Report("t")), _url)


def _cell(matrix: Matrix, topic: str, slug: str) -> Cell:
    row = next(row for row in matrix.rows if row.topic.id == topic)
    return next(cell for cell in row.cells if cell.organisation == slug)


def test_columns_come_by_name_whatever_the_order_of_files() -> None:
    assert [column.slug for column in _small().columns] == ["a", "b"]


@pytest.mark.parametrize(
    ("topic", "slug", "presence"),
    [
        ("een", "a", Presence.PRESENT),
        ("een", "b", Presence.ELSEWHERE),
        ("twee", "a", Presence.NOT_FOUND),
        ("twee", "b", Presence.ELSEWHERE),
    ],
)
def test_presence(topic: str, slug: str, presence: Presence) -> None:
    assert _cell(_small(), topic, slug).presence is presence


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (Status.ADOPTED, "2026, vastgesteld, geldt vanaf 1 augustus 2999"),
        (Status.IN_FORCE, "2026, in werking, geldt vanaf 1 augustus 2999"),
        (Status.CONCEPT, "2026, concept"),
    ],
)
def test_an_adopted_text_stands_there_with_its_first_day(status: Status, words: str) -> None:
    one = protocol("oponoa")
    facts = replace(one.facts, status=status, valid_from="2999-08-01", dated="2026")
    column = make_column(make_document(replace(one, facts=facts), lambda *_: ""))
    assert column_standing(column, translator("nl")) == words


def test_an_incomplete_source_says_unknown_and_never_not_found() -> None:
    assert _cell(_small(complete=False), "twee", "a").presence is Presence.UNKNOWN


def test_borger_odoorn_breaks_off_so_its_empty_cells_are_unknown() -> None:
    empty = {
        cell.presence
        for row in matrix().rows
        for cell in row.cells
        if cell.organisation == "borger-odoorn" and not cell.clauses
    }
    assert empty == {Presence.UNKNOWN}


def _json(found: Matrix, protocols: Sequence[Protocol]) -> str:
    return judged_json(found, judge(found, protocols), protocols, {})


def test_the_published_shape_of_the_json() -> None:
    found = json.loads(_json(matrix(), collection().protocols))
    assert found["subject"] == "sociale-media"
    assert {item["slug"] for item in found["organisations"]} == set(SLUGS)
    assert all(item["name"] for item in found["organisations"])
    texts = {
        (slug, clause.anchor): " ".join(clause_text(clause).split())
        for slug in SLUGS
        for clause in addressable(protocol(slug))
    }
    presences = {presence.value for presence in Presence}
    for topic in found["topics"]:
        assert {"id", "title", "audience", "kind", "cells"} <= set(topic)
        assert topic["title"].endswith("?")
        assert set(topic["cells"]) == set(SLUGS)
        for slug, cell in topic["cells"].items():
            assert cell["presence"] in presences
            for clause in cell["clauses"]:
                assert {"anchor", "label", "text", "url", "standing"} <= set(clause)
                assert clause["text"] == texts[slug, clause["anchor"]]


def test_no_cell_of_the_csv_can_become_a_formula() -> None:
    topics = _TOPICS.replace("Mag dit?", "=HYPERLINK(1)?").replace("Moet dit?", "'@SOM(1)?'")
    protocols = [_protocol("a", "{#x}\n+1 mag niet.")]
    small = make_matrix(protocols, read_topics_text(topics, "s", Report("t")), _url)
    rows = list(csv.reader(io.StringIO(matrix_csv(small, translator()))))
    cells = [cell for row in rows for cell in row]
    assert "'=HYPERLINK(1)?" in cells
    assert "'@SOM(1)?" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "|", "%"])
def test_every_sign_that_can_begin_a_formula_comes_after_an_apostrophe(sign: str) -> None:
    topics = _TOPICS.replace("title: Mag dit?", f"title: '{sign}SOM(1)?'")
    small = make_matrix(
        [_protocol("a", "{#x}\nMag niet.")], read_topics_text(topics, "s", Report("t")), _url
    )
    rows = list(csv.reader(io.StringIO(matrix_csv(small, translator()))))
    assert rows[1][0] == f"'{sign}SOM(1)?"


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_no_cell_is_live_for_who_takes_another_separator(separator: str) -> None:
    """A program that parts at another sign begins cells in the midst of a text."""
    topics = _TOPICS.replace("title: Mag dit?", "title: 'Mag dit,=1 of;+2 of|@3 of,-4?'")
    protocols = [_protocol("a", "{#x}\nMag niet, of,=1+1.")]
    small = make_matrix(protocols, read_topics_text(topics, "s", Report("t")), _url)
    for written in (",", ";"):
        text = matrix_csv(small, translator(), separator=written)
        assert "Mag niet, of,'=1+1." in text
        for line in text.splitlines():
            cells = [cell.strip('"') for cell in line.split(separator)]
            assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_the_csv_says_what_an_empty_cell_means() -> None:
    rows = list(csv.reader(io.StringIO(matrix_csv(_small(), translator()))))
    assert rows[0][3] == "Stichting a (jaar onbekend)"
    assert rows[2][3] == "niet gevonden in dit document"


def test_the_same_matrix_whatever_the_order_of_protocols() -> None:
    subject = collection().subjects[0]
    assert subject.concordance is not None
    one = make_matrix(subject.protocols, subject.concordance, _url)
    other = make_matrix(subject.protocols[::-1], subject.concordance, _url)
    assert one == other


def test_a_proposal_is_marked_in_every_file() -> None:
    proposed = "clauses: {a: [x]}\n    proposed: {b: [y]}"
    topics = _TOPICS.replace("clauses: {a: [x], b: [y, noot-1]}", proposed)
    protocols = [_protocol("a", "{#x}\nMag niet."), _protocol("b", "{#y}\nMag wel.")]
    small = make_matrix(protocols, read_topics_text(topics, "s", Report("t")), _url)
    cells = json.loads(_json(small, protocols))["topics"][0]["cells"]
    standings = {slug: cell["clauses"][0]["standing"] for slug, cell in cells.items()}
    assert standings == {"a": "curated", "b": "proposed"}
    text = matrix_csv(small, translator())
    assert text.count("(voorstel, nog niet gecontroleerd): Mag wel.") == 1
    assert "nog niet gecontroleerd): Mag niet." not in text


def test_a_cell_says_so_when_its_clauses_stand_elsewhere() -> None:
    cells = [cell for row in matrix().rows for cell in row.cells if cell.clauses]
    begins = {(cell.presence, cell_text(cell, translator("nl"))[:1] == "(") for cell in cells}
    assert begins == {(Presence.PRESENT, False), (Presence.ELSEWHERE, True)}
