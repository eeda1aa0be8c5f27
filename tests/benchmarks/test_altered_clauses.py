"""Sentences altered by machine: what each alteration makes, and that it is judged."""

from __future__ import annotations

from altered_clauses import _alterations, altered
from labelled_subjects import read_subject


def _made(text: str) -> set[tuple[str, bool, str]]:
    return set(_alterations(text))


def test_a_leave_is_denied_in_the_same_and_in_other_words() -> None:
    assert _made("Leden mogen in de kas roken.") == {
        ("denied: may", True, "Leden mogen niet in de kas roken."),
        ("may, as leave: denied", True, "Het is leden niet toegestaan om in de kas te roken."),
        ("may, as leave: same", False, "Het is leden toegestaan om in de kas te roken."),
    }


def test_a_ban_in_the_passive_becomes_one_on_a_deed() -> None:
    assert {
        ("done, as a noun: denied", True, "Het dragen van klompen in de kas is toegestaan."),
        ("done, as a noun: same", False, "Het dragen van klompen in de kas is verboden."),
    } <= _made("Klompen worden in de kas niet gedragen.")


def test_another_term_excludes_nothing() -> None:
    assert _made("De kas sluit na twee weken.") == {("term", False, "De kas sluit na tien weken.")}


def test_the_alterations_of_a_subject_are_judged() -> None:
    found = list(altered(read_subject("kleding")))
    assert found
    assert all(one.is_seen and one.left != one.right for one in found)
    assert any(one.is_contrary and one.is_found for one in found)
