"""Nearly equal clauses of two boards: each has one counterpart, and topics join no two pairs."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from protocolkit.alignment.compared_clauses import make_units
from protocolkit.alignment.crossed_pairs import one_to_one
from protocolkit.alignment.propose import propose
from protocolkit.document.model import Protocol
from protocolkit.document.place import Place
from protocolkit.reading.reader import read_protocol_text
from protocolkit.wording.thesaurus_file import general_thesaurus

MODEL = (
    "De kantine is open in de grote pauze en na het laatste lesuur.",
    (
        "Voor het kiezen of vervangen van de tuinman, voor zover die werkt op de velden van de "
        "onderbouw en de bovenbouw, vraagt de stichting de tuincommissie vooraf om raad."
    ),
    (
        "Voor het kiezen of vervangen van de tuinman, voor zover die werkt op de velden van de "
        "bovenbouw, vraagt de stichting de tuincommissie vooraf om raad."
    ),
    "Een gevonden voorwerp ligt een maand bij de conciërge.",
    "De tuin wordt onderhouden door vrijwilligers uit de buurt.",
)
COPY = (
    "De kantine is open in de grote pauze en na het laatste uur.",
    (
        "Voor het kiezen of vervangen van de tuinman, voor zover die werkt op velden van de "
        "onderbouw en bovenbouw, vraagt de instelling de tuincommissie vooraf om raad."
    ),
    (
        "Voor het kiezen of vervangen van de tuinman, voor zover die op de velden van de "
        "bovenbouw, vraagt de instelling de tuincommissie vooraf om raad."
    ),
    "Een gevonden voorwerp ligt vier weken bij de conciërge.",
    "De tuin wordt door vrijwilligers uit de buurt onderhouden.",
)
MOVED = (3, 4, 2, 1, 0)


def protocol(slug: str, texts: Sequence[str]) -> Protocol:
    clauses = (f"{{#art-{at}}}\n{at}. {text}" for at, text in enumerate(texts, start=1))
    text = "\n\n".join(["# Regeling", "## Regels", *clauses]) + "\n"
    return read_protocol_text(text, f"{slug}.md", slug=slug).protocol


def linked(one: Sequence[str], other: Sequence[str]) -> set[tuple[int, int]]:
    topics = propose([protocol("een", one), protocol("twee", other)]).topics
    return {
        (_number(left), _number(right))
        for topic in topics
        for left in topic.members
        for right in topic.members
        if left.organisation < right.organisation
    }


def _number(place: Place) -> int:
    return int(place.anchor.removeprefix("art-")) - 1


def test_two_nearly_equal_pairs_are_two_topics() -> None:
    assert linked(MODEL, COPY) == {(at, at) for at in range(len(MODEL))}


def test_it_is_the_same_in_another_order() -> None:
    moved = [COPY[at] for at in MOVED]
    assert linked(MODEL, moved) == {(at, number) for number, at in enumerate(MOVED)}


@pytest.mark.parametrize("swapped", [False, True])
def test_an_equal_text_is_before_a_near_one(*, swapped: bool) -> None:
    pair = (MODEL[2], COPY[1]) if swapped else (COPY[1], MODEL[2])
    found = linked(MODEL, (COPY[0], *pair, *COPY[3:]))
    assert (2, 1 if swapped else 2) in found
    assert (2, 2 if swapped else 1) not in found


def test_equal_texts_are_paired_by_their_place_in_the_document() -> None:
    again = "De ouders krijgen hiervan een week van tevoren bericht per brief."
    texts = (MODEL[0], again, MODEL[3], again, MODEL[4])
    assert linked(texts, texts) == {(at, at) for at in range(len(texts))}


def test_a_rule_that_one_board_splits_stays_with_both_parts() -> None:
    parts = (
        "De school regelt de gevolgen van het besluit over de lestijden.",
        "De school regelt de gevolgen van het besluit over de lestijden voor de leerlingen.",
    )
    found = linked((MODEL[0], MODEL[2], *MODEL[3:]), (MODEL[0], *parts, *MODEL[3:]))
    assert (1, 2) in found


@pytest.mark.parametrize(
    ("near", "kept"),
    [
        ([[0.9, 0.8], [0.8, 0.9]], [[0.99, 0], [0, 0.99]]),
        ([[0.8, 0.9], [0.9, 0.8]], [[0, 0.99], [0.99, 0]]),
        ([[0.9, 0.9], [0.9, 0.9]], [[0.99, 0], [0, 0.99]]),
        ([[0.9, 0.9], [0.1, 0.1]], [[0.99, 0.99], [0.99, 0.99]]),
        ([[0.9, 0.3], [0.3, 0.9]], [[0.99, 0.99], [0.99, 0.99]]),
    ],
)
def test_only_what_is_nearly_equal_is_paired(
    near: list[list[float]], kept: list[list[float]]
) -> None:
    whole = make_units(
        [protocol("een", MODEL[:2]), protocol("twee", COPY[:2])], general_thesaurus()
    )
    nothing = np.zeros((2, 2), dtype=np.float32)
    found = {"words": np.array(near), "pieces": np.array(near)}
    found |= {"neighbours": nothing, "headings": nothing}
    scores = np.full((2, 2), 0.99, dtype=np.float32)
    made = one_to_one(scores, scores, found, whole[:2], whole[2:])
    assert np.allclose(made, kept)


def test_a_counterpart_that_a_look_alike_had_pushed_aside_comes_back() -> None:
    whole = make_units(
        [protocol("een", MODEL[:2]), protocol("twee", COPY[:2])], general_thesaurus()
    )
    chances = np.full((2, 2), 0.99, dtype=np.float32)
    near = np.array([[0.9, 0.8], [0.8, 0.9]])
    nothing = np.zeros((2, 2), dtype=np.float32)
    found = {"words": near, "pieces": near, "neighbours": nothing, "headings": nothing}
    scores = chances * (1 - np.eye(2, dtype=np.float32))
    made = one_to_one(scores, chances, found, whole[:2], whole[2:])
    assert np.allclose(made, chances * np.eye(2))
