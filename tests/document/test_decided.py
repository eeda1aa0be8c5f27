"""Which decisions are about the text as it stands, for which schools, and what councils miss."""

from __future__ import annotations

from dataclasses import replace

import pytest

from document.agreed import NOW, OTHER, PROTOCOL, adoption, consent
from protocolkit.document.adoptions import (
    AdoptionState,
    adopted_on,
    adoption_state,
    holdings,
    own_holdings,
    replaced_by,
)
from protocolkit.document.agreed_schools import (
    Schools,
    adopted_schools,
    agreed_schools,
    councils_without_schools,
    is_about_adopted,
    refused_schools,
)
from protocolkit.document.approval_lines import print_date, signatories
from protocolkit.document.approvals import Approval, Decision, Ended, Right, SmallCorrection
from protocolkit.document.bodies import BodyKind, beside_gmr, kind_of_body, sections_passed_over
from protocolkit.document.decided_text import decided_on_other_text, latest
from protocolkit.document.declared_fact import declared
from protocolkit.document.entry_text import told_of
from protocolkit.document.facts import Facts, Organisation, Source, Status, declared_at
from protocolkit.document.model import Paragraph, PointList, Protocol, Table
from protocolkit.document.tree import begins_with_words, is_one_whole


def _with(*approvals: Approval, applies_to: tuple[str, ...] = ()) -> Protocol:
    facts = replace(PROTOCOL.facts, approvals=approvals, applies_to=applies_to)
    return replace(PROTOCOL, facts=facts)


def test_what_counts_of_a_file_is_worked_out_once_and_with_an_entry_more_anew() -> None:
    file, more = _with(consent("MR A", "a")), consent("MR B", "b")
    assert latest(file) is latest(file)
    assert [one.body for one in latest(file, more)] == ["MR A", "MR B"]
    assert [one.body for one in latest(file)] == ["MR A"]


def test_a_school_agreed_when_each_council_that_was_asked_for_it_did() -> None:
    found = agreed_schools(
        _with(
            consent("MR A", "a"),
            consent("MR B", "b", decision=Decision.GRANTED_WITH_CHANGES),
            consent("MR C", "c", decision=Decision.WITHHELD),
            consent("MR D", "d", code=OTHER),
            applies_to=("e", *"abcd"),
        )
    )
    assert found is not None
    assert (found.agreed, found.still) == (("a", "b"), ("e", "c", "d"))
    for_all = consent("GMR", decision=Decision.WITHHELD)
    found = agreed_schools(_with(consent("MR A", "a"), for_all))
    assert found is not None
    assert (found.agreed, found.still) == ((), ("a",))


def test_schools_are_no_matter_where_no_council_has_its_own() -> None:
    assert agreed_schools(_with(consent("GMR"), applies_to=("a",))) is None
    advice = Approval(body="MR", right=Right.ADVICE, schools=("a",))
    assert agreed_schools(_with(advice)) is None


def test_an_mr_of_which_no_schools_are_recorded_counts_for_none_and_is_told() -> None:
    """Typed by hand, such an entry was counted for all, or went by without a word."""
    unsaid, other = consent("MR A"), consent("MR B", "b")
    found = agreed_schools(_with(unsaid, other, applies_to=("a", "b", "c")))
    assert found is not None
    assert (found.agreed, found.still) == (("b",), ("a", "c"))
    refused = consent("MR A", decision=Decision.WITHHELD)
    assert refused_schools(_with(refused, other, applies_to=("a", "b"))) == ()
    uncoded = _with(replace(unsaid, fingerprint=""), applies_to=("a", "b"))
    assert councils_without_schools(uncoded) == ("MR A",)
    rendering = replace(uncoded.facts, source=Source(address="https://example.nl"))
    assert councils_without_schools(replace(uncoded, facts=rendering)) == ()


def test_a_text_is_adopted_school_by_school() -> None:
    protocol = _with(consent("MR C", "c"), adoption("a"), applies_to=tuple("abc"))
    found = adopted_schools(protocol)
    assert found is not None
    assert (found.agreed, found.still) == (("a",), ("b", "c"))
    assert is_about_adopted(consent("MR A", "a"), protocol)
    assert is_about_adopted(consent("GMR"), protocol)
    assert not is_about_adopted(consent("MR B", "b"), protocol)


@pytest.mark.parametrize("approvals", [(), (adoption(),), (adoption("a", code=OTHER),)])
def test_an_adoption_for_all_or_of_another_text_names_no_schools(
    approvals: tuple[Approval, ...],
) -> None:
    assert adopted_schools(_with(*approvals, applies_to=("a",))) is None
    assert is_about_adopted(consent("MR B", "b"), _with(*approvals))


def test_only_what_was_decided_last_about_another_text_is_told() -> None:
    other = consent("MR", code=OTHER)
    assert decided_on_other_text(_with(other)) == (other,)
    assert decided_on_other_text(_with(consent("MR"))) == ()
    assert decided_on_other_text(_with(replace(other, fingerprint=""))) == ()
    assert decided_on_other_text(_with(replace(other, decision=Decision.ASKED))) == ()
    assert decided_on_other_text(_with(other, replace(consent("mr"), body=" mr "))) == ()


def test_a_small_correction_that_was_told_carries_a_decision_along() -> None:
    corrections = tuple(
        SmallCorrection(told=day, fingerprint=code)
        for day, code in (("2026-01-01", NOW), ("2026-01-02", OTHER), ("2026-01-03", ""))
    )
    found = told_of(replace(consent("MR", code=OTHER), corrections=corrections), PROTOCOL)
    assert found == corrections[0]
    assert told_of(consent("MR", code=OTHER), PROTOCOL) is None
    assert told_of(replace(consent("MR"), corrections=corrections), PROTOCOL) is None
    assert replace(consent("MR", code=""), corrections=corrections).codes == (NOW, OTHER)


def test_a_later_adoption_of_the_same_text_changes_no_day_for_its_schools() -> None:
    one, two = adoption("a", day="2026-03-24"), adoption("a", "b", day="2026-05-08")
    protocol = _with(one, two, applies_to=("a", "b", "c"))
    assert latest(protocol) == (one, two)
    assert [held.schools for held in holdings(protocol.facts)] == [("a",), ("b",)]
    assert adopted_on(protocol) == "2026-03-24"
    three = adoption("a", "b", "c", day="2026-06-01")
    found = holdings(_with(one, two, three).facts)
    assert [(held.adoption.date, held.schools) for held in found] == [
        ("2026-03-24", ("a",)),
        ("2026-05-08", ("b",)),
        ("2026-06-01", ("c",)),
    ]


def test_what_holds_at_a_school_is_the_last_text_that_was_adopted_for_it() -> None:
    """A, then B, then A anew: each day is told, and one text holds."""
    first, other = adoption(day="2026-03-24"), adoption(code=OTHER, day="2026-06-08")
    put_back = _with(first, other)
    assert adoption_state(put_back) is AdoptionState.REPLACED
    assert replaced_by(put_back) is other
    assert (latest(put_back), adopted_on(put_back)) == ((first,), "2026-03-24")
    anew = adoption(day="2026-09-01")
    again = _with(first, other, anew)
    assert (adoption_state(again), latest(again)) == (AdoptionState.IN_FORCE, (anew,))
    assert adopted_on(again) == "2026-09-01"
    twice = _with(first, replace(anew, date="2026-04-01"))
    assert adopted_on(twice) == "2026-03-24", "nothing came between"
    late = _with(other, first)
    assert adoption_state(late) is AdoptionState.REPLACED, "recorded later, and adopted before"
    partly = _with(first, adoption("b", code=OTHER, day="2026-06-08"), applies_to=("a", "b"))
    assert [one.schools for one in own_holdings(partly)] == [("a",)]
    assert adopted_schools(partly) == Schools(agreed=("a",), still=("b",))


def test_what_holds_is_worked_out_once_for_what_is_recorded() -> None:
    facts = _with(adoption("a"), adoption("b")).facts
    assert holdings(facts) is holdings(facts)
    other = replace(facts, applies_to=("a", "c"))
    assert [one.schools for one in holdings(other)] == [("a",), ("b",)]
    assert holdings(replace(facts, approvals=())) == ()


def test_the_entry_about_the_text_as_it_stands_counts_before_a_later_one() -> None:
    now, other = consent("MR"), consent("MR", code=OTHER, decision=Decision.WITHHELD)
    assert latest(_with(now, other)) == (now,)
    assert latest(_with(other, now)) == (now,)
    again = consent("MR", decision=Decision.WITHHELD)
    assert latest(_with(now, again)) == (again,), "about one text the later one counts"
    third = replace(other, fingerprint=OTHER[:-1] + "x")
    assert latest(_with(other, third)) == (third,), "about neither text, the later one counts"
    assert latest(_with(other), now) == (now,)


def test_a_whole_council_and_all_its_sections_stand_in_for_each_other() -> None:
    whole, old = consent("GMR"), consent("GMR", code=OTHER)
    parents, staff = (replace(whole, section=one) for one in ("ouders", "personeel"))
    assert latest(_with(old, parents, staff)) == (parents, staff)
    assert latest(_with(old, parents)) == (old, parents), "the staff has not spoken"
    informed = replace(staff, right=Right.INFORMATION)
    assert latest(_with(old, parents, informed)) == (parents, informed)
    assert latest(_with(old, replace(parents, section="deelraad"), staff))[0] == old
    assert latest(_with(whole, parents, staff)) == (whole, parents, staff), "of one text"
    for round_two in ((parents, staff), (staff,)):
        earlier = tuple(replace(one, fingerprint=OTHER) for one in round_two)
        assert latest(_with(*earlier, whole)) == (whole,)
        assert latest(_with(whole, *earlier)) == (whole,), "the text was put back"
    advice = replace(old, right=Right.ADVICE)
    assert latest(_with(advice, parents, staff))[0] == advice, "another question"


_OVER = Ended(date="2026-04-15", into="GMR Nieuw")


@pytest.mark.parametrize("into", ["GMR Nieuw", "Elders", ""])
@pytest.mark.parametrize("before", [("",), ("ouders", "personeel"), ("ouders",)])
@pytest.mark.parametrize("since", [("",), ("ouders", "personeel"), ("personeel",)])
def test_a_council_that_ended_never_comes_back_for_a_later_text(
    before: tuple[str, ...], since: tuple[str, ...], into: str
) -> None:
    ended = replace(_OVER, into=into)
    old = tuple(replace(consent("GMR Oud", code=OTHER), section=one, ended=ended) for one in before)
    new = tuple(replace(consent("GMR Nieuw"), section=one) for one in since)
    assert latest(_with(*old)) == old, "nobody was asked about the later text"
    assert latest(_with(*old, *new)) == new
    third = tuple(replace(one, fingerprint=OTHER[:-1] + "x") for one in new)
    assert latest(_with(*old, *third)) == third, "nor for a text after that"
    back = tuple(replace(one, fingerprint=NOW) for one in old)
    assert set(back) <= set(latest(_with(*back, *third))), "its own text was put back"


def test_what_a_council_that_ended_left_open_is_asked_of_the_one_that_is_there_since() -> None:
    asked = replace(consent("MR Oud", decision=Decision.ASKED), sent="2026-02-03", ended=_OVER)
    to_new = replace(asked, body="GMR Nieuw", sent="2026-05-01", ended=Ended())
    assert latest(_with(asked, to_new)) == (to_new,)
    parents = replace(asked, section="ouders")
    staff = replace(to_new, section="personeel")
    assert latest(_with(parents, staff)) == (parents, staff), "the parents were not asked anew"
    assert latest(_with(asked, staff)) == (staff,), "the section that got nothing is told"
    alone = replace(asked, ended=Ended(date="2026-04-15"))
    assert latest(_with(alone, to_new)) == (to_new,)
    beside = replace(to_new, sent="2026-02-03")
    assert latest(_with(alone, beside)) == (alone, beside), "that one was asked all along"
    elsewhere = replace(to_new, schools=("b",))
    own = replace(asked, schools=("a",))
    assert latest(_with(own, elsewhere)) == (own, elsewhere), "for another school"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("GMR Lucas", BodyKind.GMR),
        ("oGMR", BodyKind.GMR),
        ("gemeenschappelijke medezeggenschapsraad", BodyKind.GMR),
        ("medezeggenschapsraad De Brug", BodyKind.MR),
        ("MR", BodyKind.MR),
        ("deelraad MR", BodyKind.PART),
        ("(G)MR", BodyKind.OTHER),
        ("Ouderraad", BodyKind.OTHER),
    ],
)
def test_the_kind_of_a_council_is_told_by_its_name(name: str, kind: BodyKind) -> None:
    assert kind_of_body(name) is kind


def test_a_gmr_and_an_mr_on_one_text_are_found() -> None:
    gmr, mr = consent("GMR"), consent("MR A")
    assert beside_gmr((mr, gmr)) == (gmr, mr)
    assert beside_gmr((mr, consent("Ouderraad"))) is None
    assert beside_gmr((gmr, consent("MR A", code=OTHER))) is None
    assert beside_gmr((gmr, replace(mr, decision=Decision.NO_ANSWER))) is None
    assert beside_gmr((replace(gmr, right=Right.INFORMATION), mr)) is None


@pytest.mark.parametrize(
    ("sections", "sector", "missing"),
    [
        (("personeel",), "po", ("ouders",)),
        (("personeel",), "vo", ("ouders", "leerlingen")),
        (("personeel", "ouders"), "vo", ("leerlingen",)),
        (("personeel", "leerlingen"), "po", None),
        (("personeel", "ouders en leerlingen"), "vo", None),
        (("ouders",), "po", ("personeel",)),
        (("ouders", ""), "po", None),
        (("ouders", "directie"), "po", None),
    ],
)
def test_sections_that_got_nothing_are_told(
    sections: tuple[str, ...], sector: str, missing: tuple[str, ...] | None
) -> None:
    asked = [replace(consent("MR"), section=section) for section in sections]
    assert sections_passed_over(asked, sector) == ({"MR": missing} if missing else {})
    informed = [replace(one, right=Right.INFORMATION) for one in asked]
    assert sections_passed_over(informed, sector) == {}


@pytest.mark.parametrize(
    ("iso", "printed"),
    [
        ("", ""),
        ("2019", "2019"),
        ("2019-05", "mei 2019"),
        ("2020-03-04", "4 maart 2020"),
        ("2026-02-31", "2026-02-31"),
        ("2026-13", "2026-13"),
    ],
)
def test_a_date_is_printed_as_far_as_it_is_known(iso: str, printed: str) -> None:
    assert print_date(iso, "nl") == printed


def test_who_signs() -> None:
    own = Facts(organisation=Organisation(name="De Brug"), status=Status.CONCEPT)
    board = Approval(body="CvB", right=Right.ADOPTION)

    def signed(facts: Facts) -> tuple[str, ...]:
        return signatories(facts, str)

    assert signed(own) == ("School board",)
    assert signed(replace(own, approvals=(board, board))) == ("CvB",)
    assert signed(replace(own, status=Status.ADOPTED, approvals=(board,))) == ("CvB",)
    assert signed(replace(own, status=Status.UNKNOWN)) == ()
    elsewhere = replace(own, source=Source(address="https://x.nl"))
    assert signed(replace(elsewhere, status=Status.ADOPTED)) == ()
    assert signed(elsewhere) == ("School board",)
    asked = Approval(body="MR", right=Right.ADVICE)
    assert signed(replace(own, approvals=(board, asked))) == ()


def test_what_is_declared_of_a_fact_is_found_by_its_path() -> None:
    assert declared_at("title") == declared(Facts)["title"]
    assert declared_at("source.retrieved") == declared(Source)["retrieved"]
    assert declared_at("source.retrieved").is_date
    with pytest.raises(KeyError):
        declared_at("nowhere")


def test_what_a_block_begins_with() -> None:
    words, points, table = Paragraph(()), PointList(points=()), Table(header=(), rows=())
    assert [begins_with_words(blocks) for blocks in ((), (words,), (points,), (table,))] == [
        False,
        True,
        False,
        False,
    ]
    assert [
        is_one_whole(blocks) for blocks in ((), (words,), (table,), (points,), (words, words))
    ] == [False, True, True, False, False]
