"""A cover note says which changed rules bind or name each section of a council."""

from __future__ import annotations

import pytest

from protocolkit.base.messages import translator
from protocolkit.changes.change_set import version_of
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.document.model import Protocol
from protocolkit.dossier.changed_clauses import changed_clauses
from protocolkit.dossier.proposal_file import NO_PROPOSAL, PerSection, Proposal
from protocolkit.dossier.touched_sections import touched_sections
from protocolkit.paper.leaflets.leaflet import Grid, Words
from small_boards import board

_TELL = translator("nl")


def _touched(
    old: Protocol | None, new: Protocol, proposal: Proposal = NO_PROPOSAL
) -> tuple[dict[str, str], list[str]]:
    changes = compare_versions(version_of(old), version_of(new)) if old else None
    changed = changed_clauses(new, changes)
    parts = list(touched_sections(changed, proposal, _TELL, is_first=old is None))
    rows = {who: said for part in parts if isinstance(part, Grid) for who, said in part.rows}
    return rows, [part.text for part in parts if isinstance(part, Words)]


def _changed_rule(old: str, new: str) -> dict[str, str]:
    return _touched(board("b", old, "Blijft zo."), board("b", new, "Blijft zo."))[0]


_STAFF_BOUND = "Regels die voor u gelden en veranderen: Aanhef 1."
_NOTHING = "Geen regel in dit voorstel noemt u."


@pytest.mark.parametrize(
    ("old", "new", "staff", "parents"),
    [
        (
            "De mentor belt de ouders.",
            "De mentor mailt de ouders.",
            _STAFF_BOUND,
            "U wordt genoemd in: Aanhef 1.",
        ),
        # 'Ouder dan' is an age.
        (
            "De pas is niet ouder dan een jaar.",
            "De pas is niet ouder dan drie jaar.",
            _NOTHING,
            _NOTHING,
        ),
        # Who is bound no longer is touched too.
        ("De mentor belt.", "De leerling belt.", _STAFF_BOUND, _NOTHING),
        ("Iedereen belt.", "Iedereen mailt.", _STAFF_BOUND, _STAFF_BOUND),
        (
            "De mentor belt de leerlingen/ouders.",
            "De mentor mailt de leerlingen/ouders.",
            _STAFF_BOUND,
            "U wordt genoemd in: Aanhef 1.",
        ),
        (
            "Foto's van betrokkenen bewaren wij niet.",
            "Foto's van betrokkenen bewaren wij een jaar.",
            "U wordt genoemd in: Aanhef 1.",
            "U wordt genoemd in: Aanhef 1.",
        ),
    ],
)
def test_who_is_bound_and_who_is_named(old: str, new: str, staff: str, parents: str) -> None:
    rows = _changed_rule(old, new)
    assert (rows["Personeel"], rows["Ouders"]) == (staff, parents)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Dit staat in artikel 27 lid 2 van de Wet.", "Dit staat in artikel 8.1 van de Wet."),
        ("Dit staat in het tweede lid van artikel 3.", "Dit staat in het 3e lid van artikel 3."),
        ("Het tweede lid geldt niet in mei.", "Lid 2 geldt niet in juni."),
        ("De leden 2 en 3 gelden niet in mei.", "Het eerste en vierde lid gelden niet in mei."),
    ],
)
def test_a_member_of_a_text_is_nobody(old: str, new: str) -> None:
    rows = _changed_rule(old, new)
    assert set(rows.values()) == {_NOTHING}


def test_a_member_of_a_council_is_somebody() -> None:
    rows = _changed_rule("Leden van de club mogen dit.", "Leden van de club mogen dit niet.")
    assert rows["Ouders"] == _STAFF_BOUND


def test_what_did_not_change_touches_nobody_and_what_goes_does() -> None:
    old = board("b", "Ouders bellen de school.", "Leerlingen bellen niet.")
    new = board("b", "Ouders bellen de school.")
    rows, _ = _touched(old, new)
    assert rows == {
        "Personeel": _NOTHING,
        "Ouders": _NOTHING,
        "Leerlingen": "Regels die voor u gelden en veranderen: Aanhef 2 (vervalt).",
    }


@pytest.mark.parametrize("now", ["Vervallen.", "Vervallen per 1 augustus 2026."])
def test_a_clause_that_keeps_its_number_and_goes_touches_all_that_it_was_for(now: str) -> None:
    rows = _changed_rule("Ouders en leerlingen krijgen inzage van de mentor.", now)
    goes = "Regels die voor u gelden en veranderen: Aanhef 1 (vervalt)."
    assert rows == {
        "Personeel": "U wordt genoemd in: Aanhef 1 (vervalt).",
        "Ouders": goes,
        "Leerlingen": goes,
    }


def test_every_changed_clause_is_told_for_whomever_it_is() -> None:
    rules = ("De school bewaart het verslag.", "Bellen mag niet.", "Iedereen belt.", "Blijft zo.")
    rows, said = _touched(board("b", *rules), board("b", *(f"{one} En nu." for one in rules)))
    told = " ".join((*rows.values(), *said))
    assert all(f"Aanhef {number}" in told for number in range(1, 5))
    assert "Regels voor de school zelf: Aanhef 1." in said


def test_what_the_text_does_not_say_is_said() -> None:
    rows, said = _touched(board("b", "Bellen mag niet."), board("b", "Bellen mag altijd."))
    assert set(rows.values()) == {_NOTHING}
    assert said == ["Voor wie deze bepalingen gelden, zegt de tekst niet: Aanhef 1."]


def test_the_words_of_the_officer_come_first_and_a_long_row_is_counted() -> None:
    new = board("b", *(f"Leerlingen doen ding {number} niet." for number in range(1, 13)))
    own = Proposal(touches=PerSection(pupils="Lees vooral 3.\nEn 4."))
    rows, _ = _touched(None, new, own)
    assert rows["Leerlingen"] == (
        "Lees vooral 3.\nEn 4.\nRegels die voor u gelden: "
        + "; ".join(f"Aanhef {number}" for number in range(1, 9))
        + " en nog 4."
    )
