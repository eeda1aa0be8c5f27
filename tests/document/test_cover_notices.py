"""What a cover tells of decisions: each sentence where it belongs, and nowhere else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from protocolkit.base.messages import translator
from protocolkit.document.approvals import Approval, Decision, Ended, Right
from protocolkit.document.cover_notices import (
    ENDED,
    ENDED_OPEN,
    MERGED,
    MERGED_OPEN,
    NO_CONSENT,
    OPEN_MORE,
    OPEN_ONE,
    PROPOSED,
    REFUSED,
    adopted_without,
    decided_notices,
    ended_councils,
    proposed_by,
    still_open,
)
from protocolkit.document.facts import Facts, Organisation, Source, Status
from protocolkit.document.fingerprints import protocol_fingerprint
from protocolkit.document.model import Clause, Paragraph, Protocol
from protocolkit.document.richtext import Text

_ENGLISH = translator("en")


def _text(status: Status, *approvals: Approval, words: str = "Een regel.") -> Protocol:
    facts = Facts(
        organisation=Organisation(name="De Brug"), status=status, approvals=tuple(approvals)
    )
    clause = Clause(anchor="a", marker="1.", blocks=(Paragraph((Text(words),)),))
    return Protocol(facts=facts, title=(Text("Pesten"),), parts=(clause,))


def _asked(body: str = "MR", right: Right = Right.CONSENT, **more: object) -> Approval:
    return Approval(body=body, right=right, sent="2026-02-03", **more)  # type: ignore[arg-type]


def _on_this_text(protocol: Protocol) -> Protocol:
    """Return a text of which each council had just these words before it."""
    code = protocol_fingerprint(protocol)
    dated = (replace(one, fingerprint=code) for one in protocol.facts.approvals)
    return replace(protocol, facts=replace(protocol.facts, approvals=tuple(dated)))


@pytest.mark.parametrize(
    ("into", "decision", "sentence"),
    [
        ("", Decision.GRANTED, ENDED),
        ("", Decision.ASKED, ENDED_OPEN),
        ("MR Zuid", Decision.GRANTED, MERGED),
        ("MR Zuid", Decision.ASKED, MERGED_OPEN),
    ],
)
def test_of_a_council_that_ended_is_told_into_what_and_whether_it_decided(
    into: str, decision: Decision, sentence: str
) -> None:
    ended = Ended(date="2026-04-01", into=into)
    text = _text(Status.SUBMITTED, _asked(decision=decision, ended=ended), _asked("GMR"))
    told = list(ended_councils(text, _ENGLISH, "nl"))
    assert told == [sentence.format(body="MR", other=into, date="1 april 2026")]


def test_a_council_that_is_still_there_has_not_ended() -> None:
    assert list(ended_councils(_text(Status.SUBMITTED, _asked()), _ENGLISH, "nl")) == []


def test_who_refused_and_who_was_silent_are_told_apart() -> None:
    """Only of a text that was adopted, and only of councils that were asked to consent."""
    approvals = (
        _asked("MR A", decision=Decision.WITHHELD),
        _asked("MR B", decision=Decision.GRANTED),
        _asked("MR C"),
        _asked("MR D", right=Right.ADVICE, decision=Decision.NEGATIVE),
    )
    adopted = _on_this_text(_text(Status.ADOPTED, *approvals))
    assert list(adopted_without(adopted, _ENGLISH)) == [
        REFUSED.format(body="MR A"),
        NO_CONSENT.format(body="MR C"),
    ]
    going = replace(adopted, facts=replace(adopted.facts, status=Status.SUBMITTED))
    assert list(adopted_without(going, _ENGLISH)) == []


def test_a_proposal_is_told_until_it_is_answered() -> None:
    made = _on_this_text(_text(Status.SUBMITTED, _asked(right=Right.PROPOSAL)))
    assert proposed_by(made, _ENGLISH) == PROPOSED.format(body="MR")
    assert proposed_by(_text(Status.SUBMITTED, _asked()), _ENGLISH) == ""
    (entry,) = made.facts.approvals
    answered = replace(entry, decision=Decision.GRANTED)
    taken = replace(made, facts=replace(made.facts, approvals=(answered,)))
    assert proposed_by(taken, _ENGLISH) == ""


def test_open_places_of_a_text_on_its_way_are_counted_by_place() -> None:
    assert still_open(_text(Status.CONCEPT, words="Bel [naam]."), _ENGLISH) == OPEN_ONE.format(
        places="Aanhef 1"
    )
    several = _text(Status.CONCEPT, words="Bel [naam] op [nummer].")
    assert still_open(several, _ENGLISH) == OPEN_MORE.format(count=2, places="Aanhef 1 (2×)")
    assert still_open(_text(Status.CONCEPT), _ENGLISH) == ""
    assert still_open(_text(Status.ADOPTED, words="Bel [naam]."), _ENGLISH) == ""


def test_of_very_many_open_places_some_are_named_and_the_rest_is_counted() -> None:
    one = Clause(anchor="", blocks=(Paragraph((Text("Bel [naam]."),)),))
    whole = _text(Status.CONCEPT)
    for count, more in ((12, 0), (13, 1), (20, 8)):
        parts = tuple(replace(one, anchor=f"a{n}", marker=f"{n}.") for n in range(1, count + 1))
        told = still_open(replace(whole, parts=parts), _ENGLISH)
        assert ("13" in told.partition(":")[2]) is False
        assert told.count("more") == bool(more)
        assert f"and {more} more" in told or not more


def test_of_a_rendering_of_another_document_no_decision_is_told() -> None:
    refused = _on_this_text(_text(Status.ADOPTED, _asked(decision=Decision.WITHHELD)))
    assert decided_notices(refused, _ENGLISH, "nl")
    found = replace(refused.facts, source=Source(file="bron.pdf"))
    assert decided_notices(replace(refused, facts=found), _ENGLISH, "nl") == ()
