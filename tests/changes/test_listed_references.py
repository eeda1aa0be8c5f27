"""A reference to several places that only got other numbers is shown, and not counted."""

from __future__ import annotations

import pytest

from protocolkit.changes.change_set import ChangeKind, ChangeSet, Version, version_of
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.changes.pieces import PieceKind
from protocolkit.document.richtext import plain
from protocolkit.reading.reader import read_protocol_text

Rule = tuple[str, str]
_RULES = (
    ("a", "De mentor belt de ouders."),
    ("b", "Telefoons liggen in de kluis."),
    ("c", "De kluis gaat om vier uur open."),
    ("d", "Wie niet meedoet, krijgt een gesprek."),
)
_NEW = ("n", "Pesten mag niet.")
_HOME, _SCHOOL, _YARD = "thuis na vier uur;", "op school in de klas;", "buiten op het plein;"
_FORMS = [
    ("artikel 1, eerste en tweede lid", "artikel 1, tweede en derde lid"),
    ("artikel 1, eerste, tweede of derde lid", "artikel 1, tweede, derde of vierde lid"),
    ("artikel 1, eerste tot en met derde lid", "artikel 1, tweede tot en met vierde lid"),
    ("het eerste en het tweede lid van artikel 1", "het tweede en het derde lid van artikel 1"),
    ("artikelen 1.1 en 1.2", "artikelen 1.2 en 1.3"),
    ("artikel 1.1 en 1.2", "artikel 1.2 en 1.3"),
    ("artikel 1.1 tot en met 1.3", "artikel 1.2 tot en met 1.4"),
    ("artikel 1 lid 1 en 2", "artikel 1 lid 2 en 3"),
    ("artikel 1 leden 1 en 2", "artikel 1 leden 2 en 3"),
    ("de leden 1 tot en met 3 van artikel 1", "de leden 2 tot en met 4 van artikel 1"),
    ("regel 1.2", "regel 1.3"),
    ("regels 1.2 t/m 1.4", "regels 1.3 t/m 1.5"),
    ("artikel 1 lid 1-3", "artikel 1 lid 2-4"),
]


def _compared(old: str, new: str, rules: tuple[Rule, ...]) -> ChangeSet:
    return compare_versions(_version(_RULES, old), _version(rules, new))


def _version(rules: tuple[Rule, ...], said: str) -> Version:
    body = "".join(f"{{#{name}}}\n{at}. {text}\n\n" for at, (name, text) in enumerate(rules, 1))
    text = f"# P\n\n{{#h}}\n## 1 Regels\n\n{body}{{#s}}\n## 2 Slot\n\n{{#z}}\n1. {said}\n"
    return version_of(read_protocol_text(text).protocol)


@pytest.mark.parametrize(("old", "new"), _FORMS)
def test_other_numbers_of_the_same_places_only_follow(old: str, new: str) -> None:
    said = "Dit geldt niet bij {} als er les is."
    found = _compared(said.format(old), said.format(new), (_NEW, *_RULES))
    assert (found.counts.removed_words, found.counts.added_words) == (0, 4)
    [pair] = (one for one in found.pairs if one.new and one.new.anchor == "z")
    changed = [piece for piece in pair.pieces if piece.kind is not PieceKind.EQUAL]
    assert {piece.kind for piece in changed} == {PieceKind.CONSEQUENTIAL}
    assert "".join(plain(piece.old) for piece in pair.pieces) == said.format(old)
    assert "".join(plain(piece.new) for piece in pair.pieces) == said.format(new)
    assert "artikel" not in "".join(plain(piece.new) for piece in changed)


@pytest.mark.parametrize(("old", "new"), _FORMS)
def test_a_reference_to_other_places_counts(old: str, new: str) -> None:
    rules = (*_RULES, ("e", "De poort sluit om vijf uur."))
    found = compare_versions(
        _version(rules, f"Zie {old} hierboven."), _version(rules, f"Zie {new} hierboven.")
    )
    assert found.counts.counted == 1
    assert found.counts.added_words > 0


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Zie artikel 1 lid 1 en 2.", "Zie artikel 1 lid 2 en 4."),
        ("Zie artikel 1 lid 1 tot en met 2.", "Zie artikel 1 lid 2 tot en met 4."),
        ("Zie artikel 1 lid 1 en 2.", "Zie artikel 1 lid 3 en 2."),
        ("Zie artikel 1 lid 1 en 2.", "Zie artikel 1 lid 2 of 3."),
        ("Dit geldt bij artikel 1 en 2 dagen erna.", "Dit geldt bij artikel 1 en 3 dagen erna."),
        ("Zie artikel 1 lid 1 en 2 van de wet.", "Zie artikel 1 lid 2 en 3 van de wet."),
        ("Na artikel 1 lid 1 en 2 dagen rust.", "Na artikel 1 lid 2 en 3 dagen rust."),
        ("Bij artikel 1.1 en 1.2 meter ruimte.", "Bij artikel 1.2 en 1.3 meter ruimte."),
        ("Na de artikelen 1.1, 1.2 en 3 dagen.", "Na de artikelen 1.2, 1.3 en 4 dagen."),
        ("Na artikel 1 lid 1, 2 of meer keer.", "Na artikel 1 lid 2, 3 of meer keer."),
        ("Zie artikel 1, eerste en derde lid.", "Zie artikel 1, tweede en vijfde lid."),
    ],
)
def test_another_place_or_another_word_counts_beside_other_numbers(old: str, new: str) -> None:
    found = _compared(old, new, (_NEW, *_RULES))
    assert found.counts.added_words > 4


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("artikel 1 lid 2", "artikel 1, tweede lid"),
        ("art. 1 lid 2", "artikel 1 lid 2"),
        ("artikel 1 lid 1 en lid 2", "artikel 1, eerste en tweede lid"),
    ],
)
def test_the_same_place_in_other_words_is_a_change_of_words(old: str, new: str) -> None:
    found = _compared(f"Zie {old}.", f"Zie {new}.", _RULES)
    assert [change.kind for change in found.changes] == [ChangeKind.CHANGED]
    assert found.counts.added_words > 0


def _with_points(*points: str, before: tuple[Rule, ...] = ()) -> tuple[Rule, ...]:
    listed = "".join(f"   {at}. {point}\n" for at, point in enumerate(points, 1))
    lead = f"De mentor belt de ouders:\n\n   {{style=lower-alpha}}\n{listed}"
    return (*before, ("a", lead), *_RULES[1:])


_SAME = [
    ("artikel 1, eerste lid, onder a", "artikel 1, tweede lid, onder a"),
    ("artikel 1, eerste lid, onder a en b", "artikel 1, tweede lid, onder a en b"),
    ("artikel 1.1, sub a of b", "artikel 1.2, sub a of b"),
    ("[artikel 1.1](#a), onder a", "[artikel 1.2](#a), onder a"),
]
_OTHER = [
    ("artikel 1, eerste lid, onder a", "artikel 1, tweede lid, onder b"),
    ("artikel 1, eerste lid, aanhef en onder a", "artikel 1, tweede lid, aanhef en onder b"),
    ("artikel 1 lid 1 sub a", "artikel 1 lid 2 sub b"),
    ("artikel 1.1 onderdeel a", "artikel 1.2 onderdeel b"),
    ("artikel 1.1 punt a", "artikel 1.2 punt b"),
    ("artikel 1.1, onder 1", "artikel 1.2, onder 2"),
    ("artikel 1, eerste lid, onder a en b", "artikel 1, tweede lid, onder a of b"),
    ("artikel 1, eerste lid, onder a of b", "artikel 1, tweede lid, onder a en b"),
    ("artikel 1.1, onder a tot en met b", "artikel 1.2, onder a of b"),
    ("[artikel 1.1](#a), onder a", "[artikel 1.2](#a), onder b"),
    ("[artikel 1.1, onder a](#a)", "[artikel 1.2, onder b](#a)"),
]


@pytest.mark.parametrize(
    ("old", "new", "is_same"), [(*p, True) for p in _SAME] + [(*p, False) for p in _OTHER]
)
def test_letters_behind_other_numbers_follow_only_to_the_same_points(
    old: str, new: str, is_same: bool
) -> None:
    points = _HOME, _SCHOOL
    found = compare_versions(
        _version(_with_points(*points), f"Dit geldt bij {old} als er les is."),
        _version(_with_points(*points, before=(_NEW,)), f"Dit geldt bij {new} als er les is."),
    )
    assert (found.counts.counted == 1) is is_same


@pytest.mark.parametrize(
    ("old", "new", "is_same"),
    [
        ("artikel 1, eerste lid, onder a", "artikel 1, tweede lid, onder b", True),
        ("artikel 1.1, onder a en onder b", "artikel 1.2, onder b en onder c", True),
        ("artikel 1.1, onder a en onder b", "artikel 1.2, onder a en onder b", False),
        ("artikel 1.1, aanhef en onder a", "artikel 1.2, aanhef en onder b", True),
        ("artikel 1.1, aanhef en onder a", "artikel 1.2, aanhef en onder a", False),
        ("lid 1, onder a, en lid 2 van artikel 1", "lid 2, onder b, en lid 3 van artikel 1", True),
        ("lid 1, onder a, en lid 3 van artikel 1", "lid 2, onder b, en lid 3 van artikel 1", False),
        ("artikel 1.1, onder a, 1°", "artikel 1.2, onder b, 1°", False),
        ("artikel 1, eerste lid, onder a en b", "artikel 1, tweede lid, onder b en c", True),
        ("artikel 1, eerste lid, onder a", "artikel 1, tweede lid, onder a", False),
        ("[artikel 1.1](#a), onder a", "[artikel 1.2](#a), onder a", False),
        ("artikel 1, eerste lid, onder a en b", "artikel 1, tweede lid, onder b of c", False),
    ],
)
def test_letters_follow_a_point_that_was_put_before_them(old: str, new: str, is_same: bool) -> None:
    found = compare_versions(
        _version(_with_points(_HOME, _SCHOOL), f"Dit geldt bij {old} als er les is."),
        _version(
            _with_points(_YARD, _HOME, _SCHOOL, before=(_NEW,)),
            f"Dit geldt bij {new} als er les is.",
        ),
    )
    [last] = (change for change in found.changes if change.new == ("z",))
    assert (last.kind is ChangeKind.RENUMBERED) is is_same


def test_a_letter_that_follows_alone_does_not_count() -> None:
    found = compare_versions(
        _version(_with_points(_HOME, _SCHOOL), "Zie artikel 1, eerste lid, onder a."),
        _version(_with_points(_YARD, _HOME, _SCHOOL), "Zie artikel 1, eerste lid, onder b."),
    )
    assert found.counts.counted == 1


def test_a_letter_of_two_points_counts() -> None:
    twice = f"{_HOME}\n\n      {{style=lower-alpha}}\n      1. met de auto;\n"
    said = "Dit geldt bij artikel 1, {} lid, onder a."
    found = compare_versions(
        _version(_with_points(twice, _SCHOOL), said.format("eerste")),
        _version(_with_points(twice, _SCHOOL, before=(_NEW,)), said.format("tweede")),
    )
    assert found.counts.counted == 2
