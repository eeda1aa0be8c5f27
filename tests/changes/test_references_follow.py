"""A law over random texts: a rewritten reference counts if and only if it leads to other leden."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from protocolkit.changes.change_set import ChangeKind, Version, version_of
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.document.model import Protocol
from protocolkit.reading.reader import read_protocol_text
from protocolkit.references.citations import _ORDINALS

_LEDEN = {
    "a": "De mentor belt de ouders.",
    "b": "Telefoons liggen in de kluis.",
    "c": "Om vier uur gaat de poort open.",
    "d": "Wie niet meedoet, krijgt een gesprek.",
    "e": "Pesten mag nooit.",
    "f": "Filmen kan alleen met toestemming vooraf.",
    "g": "Schade vergoedt het gezin.",
}
Form = Callable[[Sequence[str]], str]


def _listed(numbers: Sequence[str], last: str = "en") -> str:
    return f" {last} ".join(filter(None, (", ".join(numbers[:-1]), numbers[-1])))


def _ordinals(numbers: Sequence[str]) -> list[str]:
    return [_ORDINALS[int(number) - 1] for number in numbers]


_FORMS: dict[str, Form] = {
    "{at}1 lid 1 en 2": lambda found: f"lid {_listed(found)}",
    "{at}1, leden 1 of 2": lambda found: f"leden {_listed(found, 'of')}",
    "lid 1 en lid 2": lambda found: _listed([f"lid {number}" for number in found]),
    "eerste en tweede lid": lambda found: f"{_listed(_ordinals(found))} lid",
    "eerste lid en het tweede lid": lambda found: _listed(
        [f"{word} lid" for word in _ordinals(found)], "en het"
    ),
    "leden 1-3": lambda found: f"leden {found[0]}-{found[-1]}",
    "eerste t/m derde lid": lambda found: (
        f"{_ordinals(found)[0]} tot en met {_ordinals(found)[-1]} lid"
    ),
}
_RANGES = {"leden 1-3", "eerste t/m derde lid"}
_AROUND = [
    ("Dit geldt bij artikel 1, ", " als er les is."),
    ("Zie artikel 1, ", "."),
    ("Wie artikel 1 ", " niet volgt, krijgt een brief."),
]


def _protocol(leden: Sequence[str], said: str) -> Protocol:
    rules = "".join(f"{{#{one}}}\n{at}. {_LEDEN[one]}\n\n" for at, one in enumerate(leden, 1))
    text = f"# P\n\n{{#h}}\n## 1 Regels\n\n{rules}{{#s}}\n## 2 Slot\n\n{{#z}}\n1. {said}\n"
    return read_protocol_text(text).protocol


def _kind(olds: Sequence[str], old: str, news: Sequence[str], new: str) -> ChangeKind | None:
    """Return what became of the clause that refers, None for nothing."""
    found = compare_versions(
        version_of(_protocol(olds, old)), version_of(_protocol(news, new))
    ).changes
    return next((change.kind for change in found if change.new == ("z",)), None)


@st.composite
def _cases(draw: st.DrawFn) -> tuple[list[str], list[int], list[str], list[int], str]:
    olds = draw(st.permutations(sorted(_LEDEN)).map(lambda names: names[:5]))
    gone = draw(st.sampled_from(["", *olds]))
    news = [one for one in olds if one != gone]
    if draw(st.booleans()):
        at = draw(st.integers(0, len(news)))
        news.insert(at, draw(st.sampled_from(sorted({*_LEDEN} - {*olds}))))
    if draw(st.booleans()):
        one = news.pop(draw(st.integers(0, len(news) - 1)))
        news.insert(draw(st.integers(0, len(news))), one)
    form = draw(st.sampled_from(sorted(_FORMS)))
    if form in _RANGES:
        first, length = draw(st.integers(0, 2)), draw(st.integers(2, 3))
        cited = [*range(first, first + length)]
    else:
        cited = sorted(draw(st.sets(st.integers(0, 4), min_size=1, max_size=3)))
    if draw(st.booleans()):
        places = {one: at for at, one in enumerate(news)}
        assume(all(olds[at] in places for at in cited))
        now = sorted(places[olds[at]] for at in cited)
    else:
        most = len(news) - len(cited)
        step = draw(st.integers(-cited[0], most - cited[0]))
        now = [min(at + step, len(news) - 1) for at in cited]
        if form not in _RANGES:
            now = sorted(draw(st.sets(st.integers(0, len(news) - 1), min_size=1, max_size=3)))
    assume(form not in _RANGES or now == [*range(now[0], now[-1] + 1)])
    return olds, cited, news, now, form


@given(_cases(), st.sampled_from(_AROUND))
def test_a_reference_counts_if_and_only_if_it_leads_elsewhere(
    case: tuple[list[str], list[int], list[str], list[int], str], around: tuple[str, str]
) -> None:
    olds, cited, news, now, form = case
    old, new = (
        _FORMS[form]([str(at + 1) for at in places]).join(around) for places in (cited, now)
    )
    kind = _kind(olds, old, news, new)
    if old == new:
        assert kind in (None, ChangeKind.RENUMBERED)
    else:
        is_elsewhere = {olds[at] for at in cited} != {news[at] for at in now}
        assert (kind is ChangeKind.CHANGED) is is_elsewhere, (olds, old, news, new)


@pytest.mark.parametrize(
    ("old", "new", "counts"),
    [
        ("artikel 1, eerste en derde lid", "artikel 1, tweede en derde lid", True),
        ("artikel 1, eerste en derde lid", "artikel 1, tweede en vierde lid", False),
        ("artikel 1 lid 1 en lid 2", "artikel 1 lid 2 en lid 3", False),
        ("artikel 1 lid 1 en lid 3", "artikel 1 lid 2 en lid 3", True),
        ("artikel 1, eerste lid en derde lid", "artikel 1, tweede lid en derde lid", True),
        ("de artikelen 1.1 en 1.3", "de artikelen 1.2 en 1.3", True),
        ("lid 1 en 3 van artikel 1 en artikel 2", "lid 2 en 3 van artikel 1 en artikel 2", True),
        ("leden 1 en 2 van artikel 1", "leden 2 tot en met 3 van artikel 1", False),
        ("leden 1 en 2 van artikel 1", "leden 2 of 3 van artikel 1", True),
        ("artikel 1.1 en artikel 1.3", "artikel 1.2 en artikel 1.3", True),
        ("artikel 1.1 en artikel 1.3", "artikel 1.2 en artikel 1.4", False),
        ("lid 1 tot en met lid 3 van artikel 1", "lid 2 tot en met lid 4 van artikel 1", False),
        ("lid 1 tot en met lid 3 van artikel 1", "lid 1 tot en met lid 4 van artikel 1", True),
        ("lid 1 t/m lid 3 van artikel 1", "lid 2 t/m lid 3 van artikel 1", True),
        ("[artikel 1, eerste en derde lid](#a)", "[artikel 1, tweede en derde lid](#a)", True),
    ],
)
def test_every_member_of_a_list_is_looked_at(old: str, new: str, counts: bool) -> None:
    kind = _kind("abcd", f"Zie {old}.", "eabcd", f"Zie {new}.")
    assert (kind is ChangeKind.CHANGED) is counts


def test_a_range_with_a_new_lid_inside_counts() -> None:
    for old, new in [
        ("lid 1 tot en met lid 3", "lid 2 tot en met lid 5"),
        ("lid 1 tot en met 3", "lid 2 tot en met 5"),
        ("eerste tot en met derde lid", "tweede tot en met vijfde lid"),
        ("eerste lid tot en met derde lid", "tweede lid tot en met vijfde lid"),
    ]:
        kind = _kind("abcd", f"Zie artikel 1, {old}.", "eafbcd", f"Zie artikel 1, {new}.")
        assert kind is ChangeKind.CHANGED


def test_a_list_in_other_words_counts_where_no_number_changed() -> None:
    old, new = "Zie artikel 1, lid 1, 2 en 3.", "Zie artikel 1, lid 1 tot en met 3."
    assert _kind("abcd", old, "abcd", new) is ChangeKind.CHANGED


def test_words_beside_a_list_that_follows_count_alone() -> None:
    found = compare_versions(
        version_of(_protocol("abc", "De leden 1 en 2 van artikel 1 gelden.")),
        version_of(_protocol("eabc", "De leden 2 en 3 van artikel 1 vervallen.")),
    )
    [change] = (one for one in found.changes if one.new == ("z",))
    assert (change.removed_words, change.added_words) == (1, 1)


_LONG = "De school schort een leerling ten hoogste een week en met opgave van redenen."
_REST = "Het bestuur maakt het besluit schriftelijk bekend aan ouders en leerling samen."


@pytest.mark.parametrize(
    ("said", "counts"),
    [("lid 2", False), ("lid 3", False), ("lid 2 en 3", False), ("lid 2 en 4", True)],
)
def test_the_number_of_a_part_is_what_became_of_that_of_its_whole(
    monkeypatch: pytest.MonkeyPatch, said: str, counts: bool
) -> None:
    """One that also names what stood beside the whole counts."""
    texts = {"whole": f"{_LONG} {_REST}", "first": _LONG, "second": _REST}
    for name, text in texts.items():
        monkeypatch.setitem(_LEDEN, name, text)
    split = ["e", "first", "second", "b"]
    old, new = "Zie artikel 1, lid 1.", f"Zie artikel 1, {said}."
    assert (_kind(["whole", "b"], old, split, new) is ChangeKind.CHANGED) is counts
    # And from the other side, where two became one.
    assert (_kind(split, new, ["whole", "b"], old) is ChangeKind.CHANGED) is counts


@pytest.mark.parametrize(
    ("old", "new", "counts"),
    [
        ("artikel A lid 1 en lid 2", "artikel A lid 2 en lid 3", False),
        ("artikel A, eerste en derde lid", "artikel A, tweede en derde lid", True),
        ("lid 1 en 2 van artikel A", "lid 2 en 3 van artikel A", False),
        ("artikel B lid 1 en lid 2", "artikel B lid 2 en lid 3", True),
        ("artikel A lid 3 tot en met 1", "artikel A lid 4 tot en met 2", True),
    ],
)
def test_a_letter_names_an_article_too(old: str, new: str, counts: bool) -> None:
    """What follows it is no lid of where the words stand, though that got a lid before it too."""

    def version(leden: str, own: str, said: str) -> Version:
        parts = [
            "".join(f"{{#{one}}}\n{at}. {_LEDEN[one]}\n\n" for at, one in enumerate(names, 1))
            for names in (leden, own)
        ]
        first, last = len(own) + 1, "## C. Slot\n\n{#w}\nGroet.\n"
        text = (
            f"# P\n\n## A. Regels\n\n{parts[0]}## B. Meer\n\n{parts[1]}{{#z}}\n{first}. {said}\n\n"
        )
        return version_of(read_protocol_text(text + last).protocol)

    found = compare_versions(
        version("abc", "f", f"Zie {old}."), version("eabc", "f", f"Zie {new}.")
    )
    [kind] = [change.kind for change in found.changes if change.new == ("z",)]
    assert (kind is ChangeKind.CHANGED) is counts
