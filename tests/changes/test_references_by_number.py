"""A clause that is named by its number alone, as in 'zie 1.1': its number follows, or counts."""

from __future__ import annotations

import pytest

from protocolkit.changes.change_set import ChangeKind, version_of
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.reading.reader import read_protocol_text

_RULES = {
    "a": "De mentor belt de ouders.",
    "b": "Telefoons liggen in de kluis.",
    "c": "Om vier uur gaat de poort open.",
    "d": "Wie niet meedoet, krijgt een gesprek.",
}


def _counts(old: tuple[str, str], new: tuple[str, str], form: str = "{over}.{at} ") -> bool:
    """Tell whether the clause that refers changed; ``old`` and ``new`` are rules, and its words."""
    versions = []
    for rules, said in (old, new):
        body = "".join(
            f"{{#{one}}}\n{form.format(over=1, at=at)}{_RULES[one]}\n\n"
            for at, one in enumerate(rules, 1)
        )
        own = f"{{#s}}\n## 2 Slot\n\n{{#z}}\n{form.format(over=2, at=1)}{said}\n"
        text = f"# P\n\n{{#h}}\n## 1 Regels\n\n{body}{own}"
        versions.append(version_of(read_protocol_text(text).protocol))
    found = compare_versions(*versions).changes
    return any(one.kind is ChangeKind.CHANGED and one.new == ("z",) for one in found)


@pytest.mark.parametrize("form", ["{over}.{at} ", "{over}.{at}. ", "{at}. "])
@pytest.mark.parametrize(
    "said",
    [
        "Zie {} hierboven.",
        "Zie artikel {} hierboven.",
        "Dit geldt (zie ook {}) op reis.",
        "Zie de bepalingen onder {}.",
        "Zie punt {}.",
        "Zie {} Bellen.",
        "Volgens {} mag dat.",
        "Op grond van {} mag dat.",
        "In afwijking van {} blijft het hek open.",
        "Het bepaalde in {} geldt ook op reis.",
        "De regels van {} gelden ook op reis.",
        "De onder {} genoemde regels gelden ook op reis.",
        "De in {} genoemde regels gelden ook op reis.",
        "Op reis geldt die regel ({}) ook.",
        "Anders dan in {} staat, blijft het hek open.",
    ],
)
def test_a_number_that_names_a_clause_follows_it(said: str, form: str) -> None:
    assert not _counts(("ab", said.format("1.1")), ("cab", said.format("1.2")), form)
    assert not _counts(("cab", said.format("1.3")), ("ab", said.format("1.2")), form)
    assert _counts(("ab", said.format("1.1")), ("cab", said.format("1.3")), form)
    assert _counts(("ab", said.format("1.1")), ("ab", said.format("1.2")), form)


@pytest.mark.parametrize(
    ("old", "new", "counts"),
    [
        ("1.1 en 1.3", "1.2 en 1.4", False),
        ("1.1 en 1.3", "1.2 en 1.3", True),
        ("1.1 tot en met 1.3", "1.2 tot en met 1.4", False),
        ("1.1 t/m 1.3", "1.2 t/m 1.3", True),
        ("1.1 en artikel 1.3", "1.2 en artikel 1.4", False),
        ("1.1", "1.9", True),
        ("1.1", "1.1 en 1.2", True),
    ],
)
def test_every_number_of_a_list_is_looked_at(old: str, new: str, counts: bool) -> None:
    assert _counts(("abd", f"Zie {old}."), ("cabd", f"Zie {new}.")) is counts


@pytest.mark.parametrize(
    "said",
    [
        "Versie {} van de app.",
        "Zie versie {}.",
        "Zie tabel {}.",
        "Een gemiddelde van {} is laag.",
        "Neem {} liter mee.",
        "In {} seconden is het lokaal leeg.",
        "Het cijfer is niet onder {}.",
        "Bij {} of meer is het genoeg.",
        "Het kost {} euro.",
        "Volgens {} van de AVG mag dat.",
        "Zie {} van de wet.",
    ],
)
def test_a_number_of_something_else_counts(said: str) -> None:
    assert _counts(("ab", said.format("1.1")), ("cab", said.format("1.2")))


def test_other_words_before_the_number_count() -> None:
    assert _counts(("ab", "Zie 1.1."), ("cab", "Volgens 1.2."))


def test_a_number_without_a_stop_is_that_of_a_clause_where_it_is_seen() -> None:
    """Behind 'zie' a number names a clause; before 'weken' it counts these."""
    for said, counts in (
        ("Zie {} hierboven.", False),
        ("Zie {} voorbeelden.", True),
        ("In {} weken.", True),
    ):
        versions = [
            version_of(
                read_protocol_text(
                    "# P\n\n"
                    + "".join(
                        f"{{#{one}}}\n{at}. {_RULES[one]}\n\n" for at, one in enumerate(rules, 1)
                    )
                    + f"{{#z}}\n{len(rules) + 1}. {said.format(number)}\n"
                ).protocol
            )
            for rules, number in (("ab", 1), ("cab", 2))
        ]
        kinds = [one.kind for one in compare_versions(*versions).changes if one.new == ("z",)]
        assert (kinds == [ChangeKind.CHANGED]) is counts, said


def test_a_number_follows_a_clause_that_was_split_or_merged_too() -> None:
    """Beside others that only got another number, in a chapter that stands later now."""
    more = " Wie dan nog belt, legt zijn telefoon in de kluis van de conciërge."
    one = f"{{#x1}}\n1. {_RULES['a']}{more}\n\n{{#x2}}\n2. {_RULES['c']}\n\n"
    two = f"{{#x1}}\n1. {_RULES['a']}\n\n{{#y}}\n2.{more}\n\n{{#x2}}\n3. {_RULES['c']}\n\n"
    last = "## {} Slot\n\n{{#z1}}\n1. Zie artikel {} nog eens.\n\n{{#z2}}\n2. Zie ook artikel {}.\n"
    new = f"## 1 Nieuw\n\n{{#n}}\n1. {_RULES['d']}\n\n"
    first = f"# P\n\n## 1 Regels\n\n{one}{last.format(2, '1.1', '1.2')}"
    moved = f"# P\n\n{new}## 2 Regels\n\n{two}{last.format(3, '2.1', '2.3')}"
    sides = [version_of(read_protocol_text(text).protocol) for text in (first, moved)]
    for old, later in (sides, sides[::-1]):
        found = compare_versions(old, later).changes
        assert {one.kind for one in found if "z1" in one.new} == {ChangeKind.RENUMBERED}
        assert {one.kind for one in found if "z2" in one.new} == {ChangeKind.RENUMBERED}
