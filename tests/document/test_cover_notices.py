"""What a cover tells of decisions: each sentence where it belongs, and nowhere else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from protocolkit.base.messages import translator
from protocolkit.document.approvals import Approval, Decision, Ended, Right
from protocolkit.document.cover_notices import (
    ANSWERED,
    ENDED,
    ENDED_OPEN,
    MERGED,
    MERGED_OPEN,
    NO_CONSENT,
    OPEN_MORE,
    OPEN_ONE,
    REFUSAL_ANSWERED,
    REFUSED,
    UNANSWERED,
    adopted_without,
    answers,
    decided_notices,
    ended_councils,
    few_still_open,
    still_open,
)
from protocolkit.document.cover_words import cover_words
from protocolkit.document.facts import Facts, Organisation, Source, Status
from protocolkit.document.fingerprints import protocol_fingerprint
from protocolkit.document.model import Clause, Paragraph, Protocol
from protocolkit.document.richtext import Text
from protocolkit.document.school_notices import (
    ADOPTED,
    AGREED,
    AGREED_ALL,
    AGREED_SOME,
    NOT_GIVEN,
    UNCOUNTED,
    adopted_so_far,
    agreed_so_far,
    consent_so_far,
    shortened,
)
from protocolkit.document.shown_decisions import PROPOSED, proposed_by

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
    assert [*proposed_by(made, _ENGLISH)] == [PROPOSED.format(body="MR")]
    assert [*proposed_by(_text(Status.SUBMITTED, _asked()), _ENGLISH)] == []
    (entry,) = made.facts.approvals
    answered = replace(entry, decision=Decision.GRANTED)
    taken = replace(made, facts=replace(made.facts, approvals=(answered,)))
    assert [*proposed_by(taken, _ENGLISH)] == []


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
    for count, more in ((30, 0), (31, 0), (38, 8)):
        parts = tuple(replace(one, anchor=f"a{n}", marker=f"{n}.") for n in range(1, count + 1))
        told = still_open(replace(whole, parts=parts), _ENGLISH)
        assert ("31" in told.partition(":")[2]) == (count == 31)
        assert told.count("more") == bool(more)
        assert f"and {more} more in {more} clauses" in told or not more


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (4, ": 1, 2, 3, 4."),
        (5, ": 1, 2, 3, and 2 more, see the cover."),
        (9, ": 1, 2, 3, and 6 more, see the cover."),
    ],
)
def test_a_sheet_names_three_open_places_and_the_cover_the_rest(count: int, told: str) -> None:
    one = Clause(anchor="", blocks=(Paragraph((Text("Bel [naam]."),)),))
    parts = tuple(replace(one, anchor=f"a{n}", marker=f"{n}.") for n in range(1, count + 1))
    text = replace(_text(Status.CONCEPT), parts=parts)
    assert few_still_open(text, _ENGLISH).replace("Aanhef ", "").endswith(told)
    assert few_still_open(replace(text, facts=_text(Status.ADOPTED).facts), _ENGLISH) == ""


def test_twelve_schools_are_named_in_one_phrase() -> None:
    names = [f"School {number}" for number in range(13)]
    assert shortened(names[:12], _ENGLISH) == ", ".join(names[:12])
    told = shortened(names, _ENGLISH)
    assert told.startswith(", ".join(names[:12]))
    assert "School 12" not in told
    assert "1" in told.removeprefix(", ".join(names[:12]))


def test_of_a_rendering_of_another_document_no_decision_is_told() -> None:
    refused = _on_this_text(_text(Status.ADOPTED, _asked(decision=Decision.WITHHELD)))
    assert decided_notices(refused, _ENGLISH, "nl")
    found = replace(refused.facts, source=Source(file="bron.pdf"))
    assert decided_notices(replace(refused, facts=found), _ENGLISH, "nl") == ()


@pytest.mark.parametrize(
    ("entry", "sentence"),
    [
        (_asked(right=Right.ADVICE, decision=Decision.POSITIVE, answered="2026-04-01"), ANSWERED),
        (_asked(right=Right.ADVICE, decision=Decision.NEGATIVE), UNANSWERED),
        (_asked(decision=Decision.WITHHELD, answered="2026-04-01"), REFUSAL_ANSWERED),
        (_asked(decision=Decision.WITHHELD), None),
        (_asked(decision=Decision.GRANTED, answered="2026-04-01"), None),
        (_asked(right=Right.ADVICE, decision=Decision.ASKED), None),
        # given before anything was kept here: nobody knows of an answer
        (Approval(body="MR", right=Right.ADVICE, decision=Decision.POSITIVE), None),
    ],
)
def test_what_the_board_answered_is_told(entry: Approval, sentence: str | None) -> None:
    said = list(answers(_text(Status.ADOPTED, entry), _ENGLISH, "en"))
    assert said == ([sentence.format(body="MR", date="April 1, 2026")] if sentence else [])


def _by_school(*decisions: tuple[str, Decision]) -> Protocol:
    asked = [_asked(f"MR {school}", decision=how, schools=(school,)) for school, how in decisions]
    protocol = _text(Status.SUBMITTED, *asked)
    return _on_this_text(protocol)


def test_where_councils_decide_for_their_own_schools_the_schools_are_told() -> None:
    half = _by_school(("Noord", Decision.GRANTED), ("Zuid", Decision.ASKED))
    assert agreed_so_far(half, _ENGLISH) == AGREED.format(count=1, whole=2, places="Zuid")
    assert list(consent_so_far(half, _ENGLISH)) == [agreed_so_far(half, _ENGLISH)]
    whole = _by_school(("Noord", Decision.GRANTED), ("Zuid", Decision.GRANTED))
    assert agreed_so_far(whole, _ENGLISH) == AGREED_ALL.format(count=2)
    assert agreed_so_far(_text(Status.SUBMITTED, _asked()), _ENGLISH) == ""


def test_a_refusal_is_no_answer_that_is_still_to_come() -> None:
    one = _by_school(("Noord", Decision.WITHHELD))
    assert list(filter(None, consent_so_far(one, _ENGLISH))) == [NOT_GIVEN.format(places="Noord")]
    two = _by_school(("Noord", Decision.GRANTED), ("Zuid", Decision.WITHHELD))
    assert list(consent_so_far(two, _ENGLISH)) == [
        AGREED_SOME.format(count=1, whole=2),
        NOT_GIVEN.format(places="Zuid"),
    ]
    decisions = ("Noord", Decision.GRANTED), ("Zuid", Decision.WITHHELD), ("Oost", Decision.ASKED)
    assert list(consent_so_far(_by_school(*decisions), _ENGLISH)) == [
        AGREED.format(count=1, whole=3, places="Oost"),
        NOT_GIVEN.format(places="Zuid"),
    ]


def test_a_consent_that_is_not_counted_is_told_with_why() -> None:
    """The table below has it as given: without a reason the cover contradicts itself."""
    counted = _by_school(("Noord", Decision.GRANTED), ("Zuid", Decision.GRANTED))
    first, second = counted.facts.approvals
    typed = (first, replace(second, fingerprint="", alike=()))
    found = replace(counted, facts=replace(counted.facts, approvals=typed))
    assert list(consent_so_far(found, _ENGLISH)) == [
        AGREED.format(count=1, whole=2, places="Zuid"),
        UNCOUNTED.format(places="MR Zuid"),
    ]
    bodies = ", ".join(f"MR obs De Noorderlingenschool {number}" for number in range(12))
    said = translator("nl")(UNCOUNTED).format(places=bodies)
    assert cover_words("nl").is_sentence(said, {}), "a file that comes back has it as no text"


def test_of_many_schools_the_first_are_named() -> None:
    asked = [(f"School {number:02}", Decision.ASKED) for number in range(30)]
    said = agreed_so_far(_by_school(("Noord", Decision.GRANTED), *asked), _ENGLISH)
    assert "School 00, School 01" in said
    assert "School 29" not in said
    assert said.endswith("School 11 and 18 more.")


def test_a_text_that_some_schools_adopted_tells_which() -> None:
    granted = [_asked(f"MR {s}", decision=Decision.GRANTED, schools=(s,)) for s in "AB"]
    refused = _asked("MR C", decision=Decision.WITHHELD, schools=("C",))
    adopted = Approval(
        body="Bestuur", right=Right.ADOPTION, decision=Decision.ADOPTED, schools=("A", "B")
    )
    protocol = _on_this_text(_text(Status.ADOPTED, *granted, refused, adopted))
    said = adopted_so_far(protocol, _ENGLISH)
    assert said == ADOPTED.format(count=2, whole=3, names="A, B", places="C")
    whole = replace(adopted, schools=())
    assert adopted_so_far(_on_this_text(_text(Status.ADOPTED, *granted, whole)), _ENGLISH) == ""
