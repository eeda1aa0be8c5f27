"""One word for one thing: put in where somebody chose it, in its form, and nowhere else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from protocolkit.checking.one_term import is_term, mixed_terms, with_one_term
from protocolkit.checking.terms import check_terms
from protocolkit.document.facts import Provenance
from protocolkit.document.fingerprints import clause_mark, is_as_written
from protocolkit.document.outline import addressable, clause_text
from protocolkit.document.place import Place
from small_boards import board


@pytest.mark.parametrize(
    ("key", "word", "texts", "expected"),
    [
        (
            "social media",
            "sociale media",
            ("Social Media mag. Op social media ook.", "Wie sociale media gebruikt."),
            ("Sociale media mag. Op sociale media ook.", "Wie sociale media gebruikt."),
        ),
        (
            "leraar",
            "leerkracht",
            ("De leraren weten dat. Zoals de docent.", "De leerkracht ook."),
            ("De leerkrachten weten dat. Zoals de leerkracht.", "De leerkracht ook."),
        ),
        (
            "leraar",
            "docent",
            ("Leraren weten dat.", "Leerkrachten: de leraar-coach niet."),
            ("Docenten weten dat.", "Docenten: de leraar-coach niet."),
        ),
        (
            "social media",
            "social media",
            ("Sociale *media* mag.", "Op [sociale media](https://x.nl) en social media."),
            ("Sociale media mag.", "Op social media en social media."),
        ),
    ],
)
def test_the_word_is_put_in_in_its_form(
    key: str, word: str, texts: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    made, changed = with_one_term(board("aa", *texts), {key: word})
    assert tuple(clause_text(item) for item in addressable(made)) == expected
    before = [clause_text(item) for item in addressable(board("aa", *texts))]
    named = [f"a-{n}" for n, (a, b) in enumerate(zip(before, expected, strict=True), 1) if a != b]
    assert list(changed) == named


def test_notes_are_changed_too_and_what_nobody_chose_is_not() -> None:
    text = (
        "Appen mag[^1] op sociale media.\n\n[^1]: Social media zijn apps. De leraar en de docent."
    )
    made, changed = with_one_term(board("aa", text), {"social media": "sociale media"})
    *_, note = addressable(made)
    assert clause_text(note) == "Sociale media zijn apps. De leraar en de docent."
    assert changed == (note.anchor,)
    same = board("aa", text)
    assert with_one_term(same, {}) == (same, ())


def test_what_is_told_apart_or_has_one_word_stays() -> None:
    apart = board("aa", "De leraar is geen docent.", "Docenten weten dat.")
    assert with_one_term(apart, {"leraar": "leraar"})[1] == ()
    one = board("aa", "Wie sociale media gebruikt.")
    assert with_one_term(one, {"social media": "social media"}) == (one, ())
    assert not mixed_terms(apart)
    assert not mixed_terms(one)


def test_what_may_be_chosen_are_the_known_words_that_are_there() -> None:
    text = board("aa", "Social Media of social media.", "Sociale media of Sociaal Media.")
    (mixed,) = mixed_terms(text)
    assert mixed.key == "social media"
    assert dict(mixed.counts)["Social Media"] == 1
    assert mixed.choices == ("social media", "sociale media")
    made, _ = with_one_term(text, {"social media": "sociale media"})
    assert not [p for p in check_terms(made) if p.code.name == "term-variants"]
    assert is_term("social media", "sociale media")
    assert is_term("social media", "")
    assert not is_term("social media", "facebook")
    assert not is_term("nergens", "")


def test_a_changed_clause_is_not_as_it_was_written() -> None:
    text = board("aa", "Op social media.", "Op sociale media.")
    entries = tuple(
        Provenance(
            anchor=item.anchor,
            topic="t",
            choice="k",
            source=Place("bb", item.anchor),
            fingerprint=clause_mark(item),
        )
        for item in addressable(text)
    )
    drafted = replace(text, facts=replace(text.facts, provenance=entries))
    made, _ = with_one_term(drafted, {"social media": "sociale media"})
    found = [is_as_written(i, e) for i, e in zip(addressable(made), entries, strict=True)]
    assert found == [False, True]
