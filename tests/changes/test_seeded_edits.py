"""Laws of change sets over seeded edits of the five: replay, order, mirror, and only true words."""

from __future__ import annotations

from functools import cache
from random import Random

import pytest

from change_laws import assert_in_order, assert_mirrors, assert_replays
from change_sets import fault
from examples import few
from protocolkit.changes.change_set import ChangeKind, ChangeSet, version_of
from protocolkit.changes.compare_versions import compare_versions
from rough_edits import ROUGH_EDITS, roughly_edited
from seeded_edits import EDITS, Edited, draft_of, edited, with_table
from seeds import collection

# The benchmark has two hundred.
_SEEDS = range(48)


@cache
def _case(seed: int) -> Edited:
    return edited(collection().protocols, seed)


@cache
def _compared(seed: int) -> ChangeSet:
    case = _case(seed)
    return compare_versions(version_of(case.old), version_of(case.new))


@pytest.mark.parametrize("seed", few(_SEEDS, 12))
def test_an_edit_is_replayed_mirrored_and_marked_as_it_was(seed: int) -> None:
    case, found = _case(seed), _compared(seed)
    assert fault(found) == ""
    assert_replays(found)
    assert_in_order(found)
    assert_mirrors(found)
    assert found.counts.removed_words + found.counts.added_words <= 1.2 * case.true_words


def test_the_seeds_hold_every_kind_of_edit() -> None:
    names = {name for seed in _SEEDS for name in _case(seed).edits}
    assert names == {edit.__name__ for edit in EDITS}


def test_the_seeds_hold_every_kind_of_change() -> None:
    kinds = {change.kind for seed in _SEEDS for change in _compared(seed).changes}
    assert kinds == set(ChangeKind)


def test_a_protocol_taken_apart_and_put_together_is_the_same() -> None:
    for protocol in collection().protocols:
        whole = with_table(protocol)
        assert draft_of(whole).finished() == whole


def test_a_broken_change_set_is_noticed() -> None:
    case = edited(collection().protocols, 0)
    found = compare_versions(version_of(case.old), version_of(case.new))
    broken = type(found)(
        old=found.old, new=found.new, pairs=found.pairs[::-1], changes=found.changes
    )
    assert fault(broken)


@pytest.mark.parametrize("kind", range(len(ROUGH_EDITS)))
def test_a_rough_edit_changes_one_of_the_protocols(kind: int) -> None:
    changed = []
    for protocol in map(with_table, collection().protocols):
        draft = draft_of(protocol)
        ROUGH_EDITS[kind](draft, Random(1))
        changed.append(draft.finished() != protocol)
    assert any(changed)


@pytest.mark.parametrize("seed", few(range(20), 5))
def test_rough_edits_are_replayed_in_order(seed: int) -> None:
    protocols = collection().protocols
    old = with_table(protocols[seed % len(protocols)])
    new = roughly_edited(old, seed, 9)
    assert new == roughly_edited(old, seed, 9)
    found = compare_versions(version_of(old), version_of(new))
    assert fault(found) == ""
    assert_replays(found)
    assert_in_order(found)
