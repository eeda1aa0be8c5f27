"""A passage that passes from one clause to another leaves both where they are."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from change_laws import assert_mirrors, assert_replays
from protocolkit.base.messages import translator
from protocolkit.changes.change_list import list_changes
from protocolkit.changes.change_set import ChangeSet
from protocolkit.document.model import Protocol
from protocolkit.paper.redline.blocks import Blocks
from protocolkit.paper.redline.proof import differing
from protocolkit.paper.redline.revisions import Choice
from protocolkit.paper.redline.shown_text import shown_text
from protocolkit.paper.redline.summary import kind_lines
from redlines import changes, part, protocol, redline, text_of, written
from was_wordt_tables import sheet_between

_NL = translator("nl")

_BUS = "De bus vertrekt om kwart over acht vanaf het plein."
_BAGS = "Koffers staan dan al bij de conciërge."
_PASSES = (
    "Wie te laat komt, reist op eigen kosten met de trein na en belt de leider van de reis. "
    "De school betaalt een taxi alleen als de bus zelf te vroeg is gegaan."
)
_LIST = "De leider van de reis heeft een lijst met de nummers van alle ouders."
_MORE = (
    "Ouders die hun kind zelf willen brengen, vragen dat uiterlijk een week van tevoren aan de "
    "leider, die er met de andere begeleiders over praat en hun daarna een bericht stuurt."
)


def clauses(*texts: str) -> Protocol:
    """Return a protocol of some clauses."""
    return protocol("".join(f"{{#a{at}}}\n{at}. {said}\n\n" for at, said in enumerate(texts, 1)))


def told(old: tuple[str, ...], new: tuple[str, ...]) -> list[tuple[str, str, str, int, int]]:
    """Return what changed between two lists of clauses, from the old side to the new."""
    one, other = clauses(*old), clauses(*new)
    found = changes(one, other)
    assert_replays(found)
    assert_mirrors(found)
    return _told(found)


def _told(found: ChangeSet) -> list[tuple[str, str, str, int, int]]:
    return [
        (c.kind.value, " ".join(c.old), " ".join(c.new), c.removed_words, c.added_words)
        for c in found.changes
    ]


@pytest.mark.parametrize(
    "new",
    [
        (_BUS, f"{_BAGS} {_PASSES}", _LIST),
        (_BUS, f"{_PASSES} {_BAGS}", _LIST),
        (_BUS, _BAGS, f"{_LIST} {_PASSES}"),
    ],
)
def test_a_passage_that_goes_to_another_clause_changes_both(new: tuple[str, ...]) -> None:
    """Also where it was most of the clause that it left."""
    found = told((f"{_BUS} {_PASSES}", _BAGS, _LIST), new)
    assert [kind for kind, *_ in found] == ["changed", "changed"]
    went, came = found
    assert went[1] == went[2] == "a1"
    assert came[1] == came[2] == ("a3" if _PASSES in new[2] else "a2")
    assert went[3:] == (36, 0)
    assert came[3:] == (0, 36)


def test_a_passage_that_goes_to_a_new_clause_with_more_words_is_a_split() -> None:
    """Only what is new there is marked, though that is most of it."""
    old = f"{_BUS} {_PASSES}", _BAGS
    found = told(old, (_BUS, f"{_MORE} {_PASSES}", _BAGS))
    assert [(kind, went, came) for kind, went, came, *_ in found[:1]] == [("split", "a1", "a1 a2")]
    assert found[0][3] == 0


def test_where_much_more_is_new_it_is_no_split() -> None:
    old = f"{_BUS} {_PASSES}", _BAGS
    found = told(old, (_BUS, f"{_MORE} {_LIST} {_MORE} {_LIST} {_MORE} {_PASSES}", _BAGS))
    assert [(kind, went, came) for kind, went, came, *_ in found] == [
        ("changed", "a1", "a1"),
        ("added", "", "a2"),
        ("renumbered", "a2", "a3"),
    ]


def test_little_words_that_went_are_no_passage_in_a_new_clause() -> None:
    found = told((f"{_BUS[:-1]}, en dat is het.", _BAGS), (_BUS, f"En dat is het. {_MORE}", _BAGS))
    assert {kind for kind, *_ in found} == {"changed", "added", "renumbered"}


_BEFORE, _AFTER = clauses(f"{_BUS} {_PASSES}", _BAGS), clauses(_BUS, f"{_BAGS} {_PASSES}")
_GONE = "[verwijderd: Dat is alles. einde verwijderd]"
_WENT = "een stuk tekst is verplaatst naar Aanhef 2"
_CAME = "een stuk tekst komt van Aanhef 1"


def test_a_reader_is_told_where_a_passage_went_and_where_it_came_from() -> None:
    found = changes(_BEFORE, _AFTER)
    assert [row.remark for row in list_changes(found, _NL).rows] == [_WENT, _CAME]
    [line] = kind_lines(found, _NL)
    assert [label for label, *_ in line.places] == [f"Aanhef 1 ({_WENT})", f"Aanhef 2 ({_CAME})"]
    assert [row.remarks for row in sheet_between(_AFTER, _BEFORE).rows] == [(_WENT,), (_CAME,)]


def test_both_places_in_a_redline_tell_where_a_passage_went_and_came_from() -> None:
    """Only its words are between the signs: what else went with it is removed, not moved."""
    old = clauses(f"{_BUS} {_PASSES} Dat is alles.", _BAGS)
    found = changes(old, _AFTER)
    shown = shown_text(found, _NL)
    said = [*_lines(shown.blocks)]
    assert said[-2:] == [
        f"1. {_BUS} [verplaatst naar Aanhef 2: {_PASSES} einde verplaatst] {_GONE}",
        f"2. {_BAGS} [verplaatst van Aanhef 1: {_PASSES} einde verplaatst]",
    ]
    assert {"[verplaatst naar plaats:", "[verplaatst van plaats:"} <= {
        line.begin for line in shown.legend
    }


def test_in_word_a_passage_that_passed_has_a_comment_at_both_places() -> None:
    """It is written as removed and added: accepting and turning down give both versions."""
    file = redline(_BEFORE, _AFTER)
    assert ["".join(one.itertext()) for one in part(file, "comments.xml")] == [
        "Verplaatst: een deel van deze tekst staat nu bij Aanhef 2.",
        "Verplaatst: een deel van deze tekst stond eerst bij Aanhef 1.",
    ]
    for choice, version in ((Choice.ACCEPT, _AFTER), (Choice.REJECT, _BEFORE)):
        assert differing(text_of(file), text_of(written(version)), choice) is None


def _lines(blocks: Blocks) -> Iterator[str]:
    """Yield what paragraphs say, the words at their changes with them."""
    for block in blocks:
        inner = block.get("items", [])
        assert isinstance(inner, list)
        for item in inner:
            yield from _lines(item)
        runs = block.get("runs", [])
        assert isinstance(runs, list)
        said = "".join(
            f"{run['begin']}{''.join(one.get('text', '') for one in run['pieces'])}{run['end']}"
            for run in runs
        )
        yield from filter(None, [said])


def test_a_short_sentence_passes_where_it_is_whole() -> None:
    said = "Telefoons liggen in de kluis."
    found = changes(clauses(f"{_BUS} {said}", _BAGS), clauses(_BUS, f"{_BAGS} {said}"))
    assert [row.remark for row in list_changes(found, _NL).rows] == [_WENT, _CAME]
    part_of_one = "telefoons liggen in de kluis"
    old = clauses(f"{_BUS[:-1]}, {part_of_one}.", _BAGS)
    found = changes(old, clauses(_BUS, f"{_BAGS[:-1]}, {part_of_one}."))
    assert {row.remark for row in list_changes(found, _NL).rows} == {""}


def test_a_few_words_that_two_clauses_share_did_not_pass() -> None:
    found = changes(
        clauses(f"{_BUS} Bel de school.", _BAGS), clauses(_BUS, f"{_BAGS} Bel de school.")
    )
    assert {row.remark for row in list_changes(found, _NL).rows} == {""}
