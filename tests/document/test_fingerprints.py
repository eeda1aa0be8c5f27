"""What a fingerprint holds: words, borders and marks of notes; and that older ones stay valid."""

from __future__ import annotations

import hashlib
from itertools import combinations

import pytest
from hypothesis import given

from examples import examples
from protocolkit.document.facts import Provenance
from protocolkit.document.fingerprints import (
    MARK_LENGTH,
    clause_fingerprint,
    clause_mark,
    codes_of_before,
    had_protocol_fingerprint,
    has_fingerprint,
    has_protocol_fingerprint,
    is_as_written,
    protocol_fingerprint,
    written_mark,
)
from protocolkit.document.model import Protocol
from protocolkit.document.outline import addressable, clause_text, clauses, protocol_tokens
from protocolkit.reading.reader import read_protocol_text
from protocolkit.text.words import fingerprint, tokens
from strategies import protocols


def _read(body: str) -> Protocol:
    return read_protocol_text(f"# T\n\n{body}\n").protocol


# The same words in the same order, and each time another rule.
_SAME_WORDS = (
    "{#a}\n| Wie | Mag |\n| --- | --- |\n| mag niet | x |\n",
    "{#a}\n| Wie | Mag |\n| --- | --- |\n| mag | niet x |\n",
    "{#a}\n| Wie | Mag | mag niet |\n| --- | --- | --- |\n| x | | |\n",
    "{#a}\nWie Mag mag niet x\n",
    "{#a}\nWie Mag\n\n{#b}\nmag niet x\n",
    "{#a}\n- Wie Mag\n\n  - mag niet x\n",
    "{#a}\n- Wie Mag\n\n  - mag niet\n  - x\n",
    "{#a}\n## Wie Mag\n\n{#b}\nmag niet x\n",
)
_SAME_WORDS_AND_NOTES = (
    "{#a}\nWie mag[^1] dit\n\n{#b}\nniet doen\n\n[^1]: noot\n",
    "{#a}\nWie mag dit\n\n{#b}\nniet[^1] doen\n\n[^1]: noot\n",
    "{#a}\nWie mag dit[^1]\n\n{#b}\nniet doen\n\n[^1]: noot\n",
)


@pytest.mark.parametrize("bodies", [_SAME_WORDS, _SAME_WORDS_AND_NOTES], ids=["borders", "marks"])
def test_a_border_or_a_mark_that_moves_is_a_change(bodies: tuple[str, ...]) -> None:
    for one, two in combinations(map(_read, bodies), 2):
        assert protocol_tokens(one) == protocol_tokens(two)
        assert protocol_fingerprint(one) != protocol_fingerprint(two)


def test_markup_and_line_breaks_are_no_change() -> None:
    one = _read("{#a}\n1. De school *mag* dit, [zie](#a).\n")
    two = _read("{#other .toelichting}\n1. De school\n   mag dit, zie.\n")
    assert protocol_fingerprint(one) == protocol_fingerprint(two)


def test_a_mark_keeps_its_place_when_its_note_gets_another_label() -> None:
    one = _read("{#a}\n1. De school[^1] mag.\n\n[^1]: noot\n")
    two = _read("{#a}\n1. De school[^9] mag.\n\n[^9]: noot\n")
    assert protocol_fingerprint(one) == protocol_fingerprint(two)


_CALLED = "{#a}\n1. Wie[^1] mag[^2] dit[^%s].\n\n[^1]: ja\n\n[^2]: nee\n"


def test_a_mark_that_comes_back_says_which_note_it_calls() -> None:
    """The words and the places of the marks are the same; what the last one calls is not."""
    one, two = _read(_CALLED % "1"), _read(_CALLED % "2")
    assert protocol_tokens(one) == protocol_tokens(two)
    assert protocol_fingerprint(one) != protocol_fingerprint(two)
    for found in (one, two):
        assert protocol_fingerprint(found).startswith("3:")
    clause, other = next(clauses(one)), next(clauses(two))
    assert clause_fingerprint(clause) != clause_fingerprint(other)
    assert len(clause_mark(clause)) == MARK_LENGTH
    assert has_fingerprint(clause, clause_mark(clause))
    assert not has_fingerprint(other, clause_mark(clause))


def test_labels_of_notes_that_come_back_are_no_change() -> None:
    renamed = _read("{#a}\n1. Wie[^9] mag[^x] dit[^9].\n\n[^9]: ja\n\n[^x]: nee\n")
    assert protocol_fingerprint(renamed) == protocol_fingerprint(_read(_CALLED % "1"))


def test_a_value_of_before_is_true_of_a_text_and_does_not_prove_it() -> None:
    """By its own rule both texts have it, so that it cannot say which of them is meant."""
    one, two = _read(_CALLED % "1"), _read(_CALLED % "2")
    signs = "T \x1d 1 . Wie \x02 mag \x02 dit \x02 . \x1d ja \x1d nee"
    before = f"2:{hashlib.sha256(signs.encode()).hexdigest()}"
    for found in (one, two):
        assert codes_of_before(found) == (before,)
        assert had_protocol_fingerprint(found, before)
        assert had_protocol_fingerprint(found, protocol_fingerprint(found))
        assert not has_protocol_fingerprint(found, before)
    other = _read("{#a}\n1. Wie mag dat.\n")
    assert not had_protocol_fingerprint(other, before)
    assert codes_of_before(other) == ()
    assert not had_protocol_fingerprint(one, protocol_fingerprint(two))
    today = signs.replace("dit \x02", "dit \x021")
    assert protocol_fingerprint(one) == f"3:{hashlib.sha256(today.encode()).hexdigest()}"
    kept = "2:" + hashlib.sha256(b"Wie \x02 mag \x02 dit \x02 .").hexdigest()[:16]
    assert has_fingerprint(next(clauses(one)), kept)
    assert not has_fingerprint(next(clauses(other)), kept)


_LID = "{#a}\n1. Wie mag:\n\n   - een ouder\n   - een leraar\n"
# The same words and points, and what falls under what is another thing each time.
_SAME_POINTS = (
    f"{_LID}   - niet thuis\n",
    f"{_LID}     - niet thuis\n",
    f"{_LID}\n     niet thuis\n",
    f"{_LID}\n   niet thuis\n",
)


def test_what_falls_under_something_else_is_a_change() -> None:
    found = [_read(body) for body in _SAME_POINTS]
    assert len({*map(protocol_tokens, found)}) == 1
    assert len({*map(protocol_fingerprint, found)}) == len(found)
    assert len({clause_mark(next(clauses(one))) for one in found}) == len(found)
    prefixes = [protocol_fingerprint(one)[:2] for one in found]
    assert prefixes == ["2:", "4:", "2:", "4:"], "only where it matters"


def test_values_of_before_do_not_say_what_falls_under_what() -> None:
    inside, after = map(_read, _SAME_POINTS[2:])
    before = protocol_fingerprint(inside)
    assert codes_of_before(after) == (before,)
    assert had_protocol_fingerprint(after, before)
    assert not has_protocol_fingerprint(after, before)
    assert has_fingerprint(next(clauses(after)), clause_mark(next(clauses(inside))))
    assert not has_fingerprint(next(clauses(inside)), clause_mark(next(clauses(after))))


def test_a_text_with_both_has_the_values_of_both_rules() -> None:
    found = _read(_CALLED.replace("].\n", "].\n\n   - een ouder\n\n   thuis\n", 1) % "1")
    assert protocol_fingerprint(found).startswith("4:")
    assert [code[:2] for code in codes_of_before(found)] == ["3:", "2:"]
    assert all(had_protocol_fingerprint(found, code) for code in codes_of_before(found))


@examples(30)
@given(protocols())
def test_one_of_before_is_judged_by_the_rule_of_its_time(protocol: Protocol) -> None:
    def first(words: tuple[str, ...]) -> str:
        return hashlib.sha256(" ".join(words).encode()).hexdigest()

    for item in addressable(protocol):
        words = tokens(clause_text(item))
        assert has_fingerprint(item, first(words))
        assert has_fingerprint(item, first(words)[:16])
        assert not has_fingerprint(item, first((*words, "x"))[:16])
        assert has_fingerprint(item, clause_mark(item))
        assert clause_fingerprint(item).startswith(("2:", "3:", "4:"))
        assert len(clause_mark(item)) == MARK_LENGTH
        assert not has_fingerprint(item, "")
    assert has_protocol_fingerprint(protocol, first(protocol_tokens(protocol)))
    assert has_protocol_fingerprint(protocol, protocol_fingerprint(protocol))
    assert not has_protocol_fingerprint(protocol, "")


def test_the_rule_is_what_the_docs_say() -> None:
    """A value of somebody else's program: the signs and words of words.md, joined by spaces."""
    protocol = _read(
        "{#h}\n## 1 Kop\n\n{#a}\n2. Wie[^1]:\n\n   {style=lower-alpha}\n   1. x\n\n[^1]: n\n"
    )
    signs = ["T", "\x1c", "1", "Kop", "\x1d", "2", ".", "Wie", "\x02", ":", "\x1e", "a", ".", "x"]
    signs += ["\x1d", "n"]
    expected = hashlib.sha256(" ".join(signs).encode()).hexdigest()
    assert protocol_fingerprint(protocol) == f"2:{expected}"


def test_a_fingerprint_is_of_words_not_of_markup() -> None:
    plain = read_protocol_text("# T\n\n{#a}\n1. De school *mag* dit.\n").protocol
    other = read_protocol_text("# T\n\n{#b .toelichting}\n2. De school\n   mag dit.\n").protocol
    one, two = next(clauses(plain)), next(clauses(other))
    assert clause_fingerprint(one) == clause_fingerprint(two)
    assert protocol_fingerprint(plain) != protocol_fingerprint(other)


def test_a_clause_is_as_written_by_the_mark_of_today_and_by_the_one_of_before() -> None:
    text = "# T\n\n{#a}\n1. De school mag dit.\n\n{#b}\n2. De school mag dat.\n"
    written, other = clauses(read_protocol_text(text).protocol)
    first = fingerprint(tokens(clause_text(written)))[:16]
    for mark in (written_mark(written), clause_mark(written), first):
        entry = Provenance(anchor="a", topic="t", choice="c", written=mark)
        assert is_as_written(written, entry)
        assert not is_as_written(other, entry)
    taken_over = Provenance(anchor="a", topic="t", choice="c", fingerprint=clause_mark(written))
    assert is_as_written(written, taken_over)
    assert not is_as_written(other, taken_over)
