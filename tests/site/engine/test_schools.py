"""Which texts apply at a school: its own first, its board's, and what names it."""

from __future__ import annotations

from protocolkit.document.model import Protocol
from protocolkit.site.engine.schools import Ground, School, find_schools
from small_boards import board


def _board(slug: str, name: str, settings: str = "", **more: str) -> Protocol:
    given = "".join(f", {key}: {value}" for key, value in more.items())
    organisation = f"{{name: {name}{given}}}"
    return board(slug, "Dit mag.", organisation=organisation, settings=settings)


def _said(school: School) -> list[tuple[str, Ground]]:
    return [(one.protocol.slug, one.ground) for one in school.texts]


def test_a_school_has_its_own_text_and_that_of_its_board() -> None:
    schools = find_schools(
        [
            _board("de-brug", "Stichting De Brug", aliases="[De Brug]"),
            _board("anders", "Stichting Anders"),
            _board("de-klim", "De Klim", parent="de  brug"),
        ]
    )
    assert [one.name for one in schools] == ["De Klim", "Stichting Anders", "Stichting De Brug"]
    assert _said(schools[0]) == [("de-klim", Ground.OWN), ("de-brug", Ground.BOARD)]
    assert schools[0].board == "de  brug"
    # a school's own text is nothing for its board
    assert _said(schools[2]) == [("de-brug", Ground.OWN)]


def test_a_school_that_a_text_names_is_there_too() -> None:
    settings = "  applies_to: [De Klim, De Top]\n"
    schools = find_schools([_board("de-brug", "De Brug", settings), _board("de-top", "De Top")])
    assert {one.name: _said(one) for one in schools} == {
        "De Brug": [("de-brug", Ground.OWN)],
        "De Klim": [("de-brug", Ground.NAMED)],
        "De Top": [("de-top", Ground.OWN), ("de-brug", Ground.NAMED)],
    }


def test_every_school_has_an_address_of_its_own() -> None:
    names = ["De Brug", "De-Brug!", "Index", "2e Montessorischool", "學校"]
    schools = find_schools([_board(f"b-{n}", name) for n, name in enumerate(names)])
    keys = [one.key for one in schools]
    assert len(set(keys)) == len(names)
    assert "index" not in keys
    assert all(key.isascii() and key == key.strip("-") and len(key) <= 36 for key in keys)
