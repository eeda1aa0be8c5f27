"""A label fits beside its clause, no two are alike, and what stands there is known again."""

from __future__ import annotations

import pytest

from protocolkit.text.printed_label import (
    LONGEST,
    is_label,
    label_place,
    label_words,
    short_label,
    short_labels,
)


@pytest.mark.parametrize(
    ("label", "printed"),
    [
        ("x" * 36 + " 1.2", "x" * 36 + " 1.2"),
        ("x" * 37 + " 1.2", "x" * 35 + "… 1.2"),
        ("Wat doen we bij brand in het lokaal nu 2", "Wat doen we bij brand in het lokaal nu 2"),
        ("Wat doen we bij brand in het lokalen nu 2", "Wat doen we bij brand in het lokalen… 2"),
        ("Bij brand in het gymnastieklokaal van nu, 1e punt", "Bij brand in het…, 1e punt"),
        # a long word is cut where half of the room would stay empty
        ("Bij " + "gymnastieklokaal" * 3 + " 2", "Bij gymnastieklokaalgymnastieklokaalg… 2"),
    ],
)
def test_a_long_label_is_cut_before_its_number(label: str, printed: str) -> None:
    assert short_label(label) == printed
    assert len(printed) <= LONGEST


def test_labels_that_would_be_alike_keep_their_ends() -> None:
    long = "Wat doen we als er brand uitbreekt in het grote "
    made = short_labels({"a": f"{long}lokaal? 3", "b": f"{long}hok? 3", "c": "Kort 3"})
    assert made["c"] == "Kort 3"
    assert made["a"] != made["b"]
    assert made["a"].endswith("lokaal? 3")
    assert made["b"].endswith("hok? 3")
    assert all("…" in made[anchor] and len(made[anchor]) <= LONGEST for anchor in "ab")


def test_where_the_middle_alone_differs_the_whole_label_stays() -> None:
    begin, end = (
        "Wat doen we bij brand of overlast in het ",
        " van de school en de buren van de school? 3",
    )
    labels = {"a": f"{begin}grote lokaal{end}", "b": f"{begin}kleine lokaal{end}"}
    assert short_labels(labels) == labels


def test_one_long_word_is_cut_in_its_middle() -> None:
    begin = "gymnastieklokaal" * 3
    made = short_labels({"a": f"{begin}a 1", "b": f"{begin}b 1"})
    assert [made[anchor][-3:] for anchor in "ab"] == ["a 1", "b 1"]
    assert all(len(one) <= LONGEST and "…" in one for one in made.values())


@pytest.mark.parametrize(
    ("said", "label", "is_it"),
    [
        ("\u200b1.1\u200b\t", "1.1", True),
        ("Sancties\u00a06", "Sancties 6", True),
        ("x" * 35 + "… 1.2", "x" * 37 + " 1.2", True),
        ("xxx… 1.2", "x" * 37 + " 1.2", True),
        ("… 1.2", "x" * 37 + " 1.2", False),
        ("xyx… 1.2", "x" * 37 + " 1.2", False),
        ("x" * 30 + "…" + "x" * 10 + "1.2", "x" * 37 + " 1.2", False),
        ("1.1 vervallen", "1.1", False),
        ("", "1.1", False),
    ],
)
def test_what_stands_in_the_margin_is_a_label_and_no_more(
    said: str, label: str, is_it: bool
) -> None:
    assert is_label(said, label) == is_it


@pytest.mark.parametrize(
    ("said", "label", "place"),
    [
        ("\u200b1.1 vervallen", "1.1", (1, 4)),
        ("1.12", "1.1", None),
        ("2.1.1", "1.1", None),
        ("2.1.1 en 1.1", "1.1", (9, 12)),
        ("zie Sancties 6!", "Sancties 6", (4, 14)),
        ("zie iets", "Sancties 6", None),
        ("zie iets", "", None),
        ("nu " + "x" * 35 + "… 1.2", "x" * 37 + " 1.2", (3, 43)),
    ],
)
def test_a_label_among_other_words(said: str, label: str, place: tuple[int, int] | None) -> None:
    assert label_place(said, label) == place


def test_its_words_have_one_space_between_them() -> None:
    assert label_words("\u200bSancties  6\u200b\t") == "Sancties 6"
