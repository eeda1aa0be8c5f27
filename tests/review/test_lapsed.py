"""The clauses that went are those of earlier texts alone, as the newest of these had them."""

from __future__ import annotations

from protocolkit.document.model import Protocol
from protocolkit.reading.reader import read_protocol_text
from protocolkit.review.lapsed import folded_label, lapsed_clauses


def _text(**clauses: str) -> Protocol:
    body = "\n".join(f"{{#{a}}}\n{n}. {said}\n" for n, (a, said) in enumerate(clauses.items(), 1))
    return read_protocol_text(f"# Hek\n\n{body}").protocol


def test_a_clause_that_is_still_there_did_not_go() -> None:
    now, before = _text(a="Een.", b="Nieuw."), _text(a="Een.", c="Twee.", d="Drie.")
    found = lapsed_clauses(now, [before])
    assert {anchor: (one.label, one.text) for anchor, one in found.items()} == {
        "c": ("Aanhef 2", "2. Twee."),
        "d": ("Aanhef 3", "3. Drie."),
    }
    assert lapsed_clauses(before, [before]) == {}


def test_of_several_texts_the_newest_says_what_it_was() -> None:
    newest, older = _text(c="Nieuwer."), _text(a="Een.", c="Ouder.")
    found = lapsed_clauses(_text(z="Nu."), [newest, older])
    assert [(anchor, one.text) for anchor, one in found.items()] == [
        ("c", "1. Nieuwer."),
        ("a", "1. Een."),
    ]


def test_labels_are_held_beside_each_other_without_their_point() -> None:
    assert [folded_label(one) for one in ("Sancties  2.", "SANCTIES 2:")] == ["sancties 2"] * 2
