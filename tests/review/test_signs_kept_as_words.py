"""What a council wrote is written as words: no sign of it becomes markup, no name is used twice."""

from __future__ import annotations

import pytest

from one_protocol import headed
from protocolkit.changes.protocol_items import items_of
from protocolkit.changes.units import Item
from protocolkit.document.model import Protocol
from protocolkit.document.richtext import plain
from protocolkit.reading.reader import read_protocol_text
from protocolkit.review.refusal import Refusal
from protocolkit.review.remarks import ReturnedChange
from protocolkit.review.take_over import taken_over

_TEXT = headed("Pesten") + (
    "{#h-1}\n## 1 Voor leerlingen\n\n"
    "{#art-1-1}\n1. Wie een ander pest, gaat naar de mentor.\n\n"
    "{#art-1-2}\n2. De mentor belt de ouders.\n\n"
    "{#art-1-3}\n3. De school bewaart verslagen een jaar lang.\n"
)
_BARE = _TEXT.replace("1. Wie", "Wie")
_SAID = "Wie een ander pest, gaat naar de mentor."


def _read(text: str) -> Protocol:
    return read_protocol_text(text, subject="pesten", slug="de-brug").protocol


def _items(text: str) -> tuple[Item, ...]:
    return tuple(items_of(_read(text)))


def _new(words: str, near: str) -> ReturnedChange:
    return ReturnedChange(anchor="", kind="added", old="", new=words, near=near)


@pytest.mark.parametrize(
    "words",
    [
        *("---", "# Geen kop", "- Geen punt", "* of zo", "+ meer", "> citaat", "| a | b |", "% x"),
        *("===", "4. - x", "4. # y", "4. > z", "(a)=", "+++", "```", "{#x}", "&lt;"),
        r"4. [a](b) _c_ <d> {e} \f *g* `h` ![i](j) &amp; ~k~ \* \_ __l__",
    ],
)
def test_a_new_paragraph_is_one_whatever_signs_it_has(words: str) -> None:
    made = taken_over(_TEXT, _read(_TEXT), _new(words, "art-1-3"))
    assert isinstance(made, str)
    *before, new = _items(made)
    assert before == list(_items(_TEXT))
    assert " ".join(filter(None, (new.marker, plain(new.units[0].text)))) == words


@pytest.mark.parametrize("source", [_BARE, _BARE.replace("mentor.\n", "**mentor**.\n", 1)])
@pytest.mark.parametrize("words", ["---", "# Wie", "- Wie", "+", "= x", "> Wie", r"\* [Wie"])
def test_a_paragraph_stays_one_whatever_its_words_become(source: str, words: str) -> None:
    new = _SAID.replace("Wie een", words)
    change = ReturnedChange(anchor="art-1-1", kind="changed", old=_SAID, new=new)
    made = taken_over(source, _read(source), change)
    assert isinstance(made, str)
    assert [plain(one.units[0].text) for one in _items(made)][2] == new


def test_a_number_that_another_clause_has_is_refused() -> None:
    protocol = _read(_TEXT)
    for words, near in (("3. Nieuw hier.", "art-1-2"), ("1. Nieuw hier.", "h-1")):
        assert taken_over(_TEXT, protocol, _new(words, near)) is Refusal.NUMBER_TAKEN


def test_new_clauses_are_named_as_those_around_them_and_never_by_a_name_of_before() -> None:
    source = _TEXT.replace("bestuur}\n", "bestuur}\n  retired: [art-1-4]\n")
    for words in ("4. Vier.", "5. Vijf.", "Ouders komen mee.", "Ook los."):
        made = taken_over(source, _read(source), _new(words, _items(source)[-1].anchor))
        assert isinstance(made, str)
        source = made
    names = [one.anchor for one in _items(source)[5:]]
    assert names == ["art-1-4b", "art-1-5", "h-1-1", "h-1-2"]


def test_the_first_clause_under_a_heading_is_named_after_it() -> None:
    source = _TEXT.replace("{#h-1}", "{#par-1}") + "\n{#par-2}\n## 2 Later\n"
    made = taken_over(source, _read(source), _new("1. Eerst.", "par-2"))
    assert isinstance(made, str)
    assert _items(made)[-1].anchor == "art-2-1"
