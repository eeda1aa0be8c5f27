"""Laws of change sets: over random protocols."""

from __future__ import annotations

import pytest
from hypothesis import given

from change_laws import assert_in_order, assert_replays, assert_words, changes
from protocolkit.changes.change_set import ChangeKind
from protocolkit.document.facts import Facts, Organisation
from protocolkit.document.model import Protocol
from strategies import protocols


@given(protocols(), protocols())
def test_any_two_protocols_replay(old: Protocol, new: Protocol) -> None:
    found = changes(old, new)
    assert_words(old)
    assert_replays(found)
    assert_in_order(found)


@given(protocols())
def test_a_protocol_against_itself_has_no_change(protocol: Protocol) -> None:
    found = changes(protocol, protocol)
    assert found.changes == ()
    assert found.facts == ()
    assert all(pair.old and pair.new and not pair.moved for pair in found.pairs)


@pytest.mark.parametrize("kind", list(ChangeKind))
def test_counts_have_every_kind(kind: ChangeKind) -> None:
    protocol = Protocol(facts=Facts(organisation=Organisation(name="De Brug")), title=(), parts=())
    assert changes(protocol, protocol).counts.kinds[kind] == 0
