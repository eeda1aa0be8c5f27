"""A place has one printed form, which reads back as the same place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocolkit.document.place import NO_PLACE, Place

_SLUGS = st.text("abcxyz-0123456789", min_size=1)
_ANCHORS = st.text("abcxyz-0123456789")


@given(st.builds(Place, _SLUGS, _ANCHORS))
def test_what_is_printed_reads_back(place: Place) -> None:
    assert Place.parse(str(place)) == place


@given(st.text())
def test_any_text_names_a_place_and_is_printed_as_it_stood(text: str) -> None:
    place = Place.parse(text)
    # an empty anchor is none
    assert str(place) == (text.removesuffix("#") if text.count("#") == 1 else text)


@pytest.mark.parametrize(
    ("text", "organisation", "anchor", "is_clause"),
    [
        ("oponoa#art-3-1-3", "oponoa", "art-3-1-3", True),
        ("oponoa", "oponoa", "", False),
        ("oponoa#", "oponoa", "", False),
        ("#art-3-1-3", "", "art-3-1-3", False),
        ("", "", "", False),
    ],
)
def test_only_both_parts_name_a_clause(
    text: str, organisation: str, anchor: str, is_clause: bool
) -> None:
    place = Place.parse(text)
    assert (place.organisation, place.anchor) == (organisation, anchor)
    assert place.is_clause is is_clause
    assert (place == NO_PLACE) is (not text)


def test_places_are_ordered_by_organisation_and_then_by_anchor() -> None:
    names = ["b#a", "a#z", "a-b#a", "a#b", "a"]
    assert [str(place) for place in sorted(map(Place.parse, names))] == [
        "a",
        "a#b",
        "a#z",
        "a-b#a",
        "b#a",
    ]
