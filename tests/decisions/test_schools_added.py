"""A school that comes later: of what was decided before, nothing was decided for it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from decided import TEXT, TODAY, Desk
from protocolkit.base.messages import translator
from protocolkit.checking.check import check_collection
from protocolkit.collection import read_collection, read_document
from protocolkit.document.adoptions import holdings
from protocolkit.document.agreed_schools import adopted_schools, agreed_schools
from protocolkit.document.approvals import Decision
from protocolkit.document.at_school import at_school, is_adopted_at
from protocolkit.document.cover import make_cover
from protocolkit.document.model import Protocol
from protocolkit.repository_layout import version_files
from protocolkit.site.engine.schools import find_schools
from protocolkit.site.my_school import cover_at
from protocolkit.versions.recorded_versions import recorded
from told_everywhere import told
from typed import typed

_NEW = "obs De Nieuw"


def _desk(root: Path, schools: str = "obs A, obs B") -> Desk:
    return Desk(root, TEXT.replace("  status:", f"  applies_to: [{schools}]\n  status:"))


def _later(desk: Desk) -> None:
    desk.edit("applies_to: [", f"applies_to: [{_NEW}, ")


@pytest.mark.parametrize(
    ("schools", "body"), [("obs A, obs B", "GMR De Brug"), ("obs A", "MR obs A")]
)
@pytest.mark.parametrize("is_older", [False, True])
def test_a_school_that_comes_later_is_told(
    tmp_path: Path, schools: str, body: str, is_older: bool
) -> None:
    desk = _desk(tmp_path, schools)
    desk.ask(body)
    desk.decide(Decision.GRANTED, body)
    desk.adopt()
    if is_older:
        lines = desk.path.read_text("utf-8").split("\n")
        lines = [one for one in lines if not one.strip().startswith(("schools:", "- obs"))]
        desk.path.write_text("\n".join(lines), "utf-8")
    before = desk.notices()
    assert not any("Nog niet voor" in one for one in before)
    assert not any(code.startswith("school-") for code in desk.checked())
    _later(desk)
    protocol = read_collection(tmp_path).protocols[0]
    assert not is_adopted_at(protocol, _NEW)
    assert is_adopted_at(protocol, "obs A")
    found = adopted_schools(protocol)
    assert found is not None
    assert found.still == (_NEW,)
    assert [set(one.schools) for one in holdings(protocol.facts)] == [set(schools.split(", "))]
    told = make_cover(protocol, translator()).decided
    assert any(f"Nog niet voor: {_NEW}" in one for one in told), told
    assert make_cover(at_school(protocol, _NEW), translator()).status != "vastgesteld"
    codes = [one.code.name for one in check_collection(read_collection(tmp_path), TODAY)]
    assert "school-passed-over" in codes
    file = "protocols/pesten/de-brug.md"
    assert f"Nog niet voor: {_NEW}" in typed("status", file, cwd=tmp_path).stdout
    done = typed("status", file, "--format", "json", cwd=tmp_path)
    value = json.loads(done.stdout)["protocols"][0]
    assert value["adopted"]["still"] == [_NEW]
    assert value["in_force"][0]["schools"]
    again = body if body.startswith("GMR") else "MR De Nieuw"
    desk.ask(again, schools=() if again == body else (_NEW,))
    desk.decide(Decision.GRANTED, again, day="2026-04-01")
    desk.adopt("2026-04-02")
    assert desk.protocol.facts.approvals[-1].schools == (_NEW,)
    assert adopted_schools(desk.protocol).still == ()  # type: ignore[union-attr]
    assert "school-passed-over" not in desk.checked()


def test_a_council_that_is_asked_for_one_school_keeps_what_it_said_of_others(
    tmp_path: Path,
) -> None:
    desk = _desk(tmp_path)
    desk.ask("GMR De Brug")
    desk.decide(Decision.GRANTED, "GMR De Brug")
    desk.adopt()
    _later(desk)
    desk.ask("GMR De Brug", schools=(_NEW,), sent="2026-04-01", before="2026-05-01")
    assert desk.holds() == [True, True, False]
    found = agreed_schools(desk.protocol)
    assert found is not None
    assert (found.agreed, found.still) == (("obs A", "obs B"), (_NEW,))
    desk.decide(Decision.WITHHELD, "GMR De Brug", day="2026-04-10")
    assert f"Instemming is niet gegeven voor: {_NEW}." in desk.notices()
    desk.ask("GMR De Brug", schools=(_NEW,), sent="2026-04-20", before="2026-05-20")
    desk.decide(Decision.GRANTED, "GMR De Brug", day="2026-05-01")
    assert agreed_schools(desk.protocol).still == ()  # type: ignore[union-attr]
    desk.adopt("2026-05-02")
    assert "Instemming is niet gegeven" not in " ".join(desk.notices())


def test_two_open_questions_to_one_council_are_told_apart_by_their_schools(
    tmp_path: Path,
) -> None:
    desk = _desk(tmp_path)
    for school in ("obs A", "obs B"):
        desk.ask("GMR De Brug", schools=(school,))
    assert desk.refused(lambda: desk.decide(Decision.GRANTED, "GMR De Brug")) == "several-asked"
    act = lambda: desk.decide(Decision.GRANTED, "GMR De Brug", schools=(_NEW,))  # noqa: E731
    assert desk.refused(act) == "schools-unasked"
    desk.decide(Decision.GRANTED, "GMR De Brug", schools=("OBS a",))
    desk.decide(Decision.WITHHELD, "GMR De Brug")
    made = [one.decision for one in desk.protocol.facts.approvals]
    assert made == [Decision.GRANTED, Decision.WITHHELD]


@pytest.fixture
def three(tmp_path: Path) -> Desk:
    """A text that holds at three schools, and names two of these now."""
    desk = _desk(tmp_path, "obs A, obs B, obs C")
    desk.ask("GMR De Brug")
    desk.decide(Decision.GRANTED, "GMR De Brug")
    desk.adopt()
    desk.edit("obs A, obs B, obs C]", "obs A, obs B]")
    return desk


def _anew(desk: Desk) -> None:
    """Submit another text, which GMR and board agree with for the schools that it names."""
    desk.edit("een week", "twee weken")
    desk.ask("GMR De Brug", sent="2026-04-01", before="2026-05-01")
    desk.decide(Decision.GRANTED, "GMR De Brug", day="2026-04-10")
    desk.adopt("2026-04-20")


def test_a_text_holds_on_at_a_school_that_it_no_longer_names(three: Desk) -> None:
    assert [one.schools for one in holdings(three.protocol.facts)] == [()]
    assert is_adopted_at(three.protocol, "obs C")
    said = "Deze tekst noemt obs C niet meer. Zij is daar vastgesteld, en blijft er gelden"
    assert [one for one in three.notices() if said in one]
    assert not any("Nog niet voor" in one for one in three.notices())
    assert "obs C" in told(three).schools


def test_where_a_new_text_is_not_meant_for_a_school_the_one_before_holds_on(three: Desk) -> None:
    _anew(three)
    found = told(three)
    assert found.status == "vastgesteld"
    assert {name: said for name, said in found.schools.items() if "vastgesteld" in said} == {
        "obs A": "vastgesteld",
        "obs B": "vastgesteld",
    }
    assert found.schools["obs C"] == "niet bedoeld voor deze school"
    said = "Deze tekst is niet bedoeld voor obs C. Daar blijft de tekst gelden die is vastgesteld"
    assert [one for one in found.notices if said in one]
    assert not any("2 van 3" in one or "Nog niet voor" in one for one in found.notices)
    held = {one.adoption.date: one.schools for one in holdings(three.protocol.facts)}
    assert held == {"2026-03-24": ("obs C",), "2026-04-20": ("obs A", "obs B")}
    here = cover_at(three.protocol, "obs C", three.root, translator(), "nl")
    assert here.decided == tuple(one for one in found.notices if said in one)
    schools = find_schools(read_collection(three.root).protocols)
    assert "obs C" in [one.name for one in schools]


def test_at_a_school_that_is_no_more_no_text_holds(three: Desk) -> None:
    ended = "  ended_schools:\n    - {name: obs C, date: 2026-04-15}\n  status:"
    _anew(three)
    three.edit("  status:", ended)
    assert [one.schools for one in holdings(three.protocol.facts)] == [()]
    gone = "Bestaat niet meer sinds 15 april 2026: obs C. Wat voor deze school is besloten, blijft"
    found = told(three)
    assert [one for one in found.notices if "obs C" in one and one.startswith(gone)]
    assert not [one for one in found.notices if "obs C" in one and not one.startswith(gone)]
    assert sorted(found.schools) == ["obs A", "obs B"]
    schools = find_schools(read_collection(three.root).protocols)
    assert "obs C" not in [one.name for one in schools]


def test_a_kept_version_says_at_which_schools_it_holds_itself(three: Desk) -> None:
    _anew(three)
    rows = dict(make_cover(_kept(three, "2026-03-24"), translator()).rows)
    assert rows["Geldt voor"] == "obs C"
    three.edit("obs A, obs B]", f"obs A, obs B, {_NEW}]")
    for day, named in (("2026-03-24", "obs C"), ("2026-04-20", "obs A, obs B")):
        cover = make_cover(_kept(three, day), translator())
        assert dict(cover.rows)["Geldt voor"] == named
        assert not any("Nog niet voor" in one for one in cover.decided), cover.decided
    told(three)


def _kept(desk: Desk, day: str) -> Protocol:
    [path] = [one for one in version_files(desk.root) if f"vastgesteld-{day}" in one.name]
    return recorded(read_document(path, desk.root).protocol, path, desk.root)


def test_what_a_council_said_of_two_groups_of_schools_names_these(tmp_path: Path) -> None:
    desk = _desk(tmp_path)
    desk.ask("GMR De Brug")
    desk.decide(Decision.GRANTED, "GMR De Brug")
    desk.adopt()
    assert [one.who for one in make_cover(desk.protocol, translator()).approvals] == [
        "GMR De Brug",
        "CvB",
    ]
    _later(desk)
    desk.ask("GMR De Brug", schools=(_NEW,), sent="2026-04-01", before="2026-05-01")
    desk.decide(Decision.WITHHELD, "GMR De Brug", day="2026-04-10")
    lines = make_cover(desk.protocol, translator()).approvals
    assert [one.cells[0] for one in lines] == [
        "GMR De Brug, voor obs A, obs B",
        "CvB",
        f"GMR De Brug, voor {_NEW}",
    ]
    assert lines[2].phrase == f"GMR De Brug, voor {_NEW}: instemming niet gegeven (10 april 2026)"


def test_an_adoption_is_refused_with_the_schools_where_the_text_holds(tmp_path: Path) -> None:
    desk = _desk(tmp_path)
    desk.ask("GMR De Brug")
    desk.decide(Decision.GRANTED, "GMR De Brug")
    desk.adopt()
    _later(desk)
    desk.ask("GMR De Brug", schools=(_NEW,), sent="2026-04-01", before="2026-05-01")
    desk.decide(Decision.WITHHELD, "GMR De Brug", day="2026-04-10")
    words = ("--body", "CvB", "--decision", "vastgesteld", "--date", "2026-05-02")
    done = typed("approve", "protocols/pesten/de-brug.md", *words, cwd=tmp_path)
    assert "[adopted-for-some]" in done.stderr
    where = f"geldt sinds 24 maart 2026 voor: obs A, obs B. Niet vastgesteld is die voor: {_NEW}."
    assert where in done.stderr
    assert "elke school" not in done.stderr


@pytest.mark.parametrize(
    ("day", "codes"), [("2026-04-15", ("school-in-both",)), ("2999-08-01", ())]
)
def test_a_school_that_the_text_still_names_is_there(
    three: Desk, day: str, codes: tuple[str, ...]
) -> None:
    three.edit("applies_to: [obs A, obs B]", "applies_to: [obs A, obs B, obs C]")
    three.edit("  status:", f"  ended_schools:\n    - {{name: OBS c, date: {day}}}\n  status:")
    found = told(three)
    assert found.schools == dict.fromkeys(("obs A", "obs B", "obs C"), "vastgesteld")
    assert not any("Bestaat niet meer" in one for one in found.notices)
    assert found.checked == codes


@pytest.mark.parametrize(
    ("day", "code"),
    [
        ("2026-02-31", "bad-date"),
        ("2026-13-01", "bad-date"),
    ],
)
def test_a_day_on_which_a_school_cannot_have_ended(three: Desk, day: str, code: str) -> None:
    three.edit("  status:", f"  ended_schools:\n    - {{name: obs C, date: {day}}}\n  status:")
    found = three.checked()
    assert code in found
    assert not any("unreal" in one for one in found)


def test_of_two_days_on_which_a_school_ended_the_first_counts(three: Desk) -> None:
    twice = "    - {name: obs C, date: 2026-05-01}\n    - {name: obs C, date: 2026-04-15}\n"
    three.edit("  status:", f"  ended_schools:\n{twice}  status:")
    assert [one for one in three.notices() if "15 april 2026: obs C" in one]
    assert not [one for one in three.notices() if "1 mei 2026: obs C" in one]


def test_a_school_is_there_up_to_the_day_before_its_end(three: Desk) -> None:
    day = "  ended_schools:\n    - {name: obs C, date: 2026-03-25}\n  status:"
    three.edit("  status:", day)
    assert three.checked() == [], "it was adopted on the day before"
    three.edit("date: 2026-03-25}", "date: 2026-03-24}")
    assert three.checked() == ["school-decided-after-end"]


def test_a_school_that_got_another_name_is_no_new_one(tmp_path: Path) -> None:
    desk = _desk(tmp_path)
    for school in ("obs A", "obs B"):
        desk.ask(f"MR {school}", schools=(school,))
        desk.decide(Decision.GRANTED, f"MR {school}")
    desk.adopt()
    before = told(desk)
    desk.edit("applies_to: [obs A, obs B]", "applies_to: [obs A, obs Het Anker]")
    assert "school-passed-over" in desk.checked()
    renamed = "  renamed_schools:\n    - {formerly: OBS b, name: obs Het Anker}\n  status:"
    desk.edit("  status:", renamed)
    found = told(desk)
    assert (found.status, found.checked, found.history) == (
        before.status,
        before.checked,
        before.history,
    )
    assert found.schools == dict.fromkeys(("obs A", "obs Het Anker"), "vastgesteld")
    renamed_so = "obs Het Anker heette eerder OBS b. Wat onder die naam is besloten, gaat over"
    assert found.notices == (*before.notices, f"{renamed_so} deze school.")
    assert {one.name for one in find_schools(read_collection(tmp_path).protocols)} == {
        "De Brug",
        "obs A",
        "obs Het Anker",
    }
    desk.edit("een week", "twee weken")
    desk.ask("MR obs B", schools=("obs Het Anker",), sent="2026-04-01", before="2026-05-01")
    desk.decide(Decision.GRANTED, "MR obs B", day="2026-04-10")
    assert desk.protocol.facts.approvals[-1].schools == ("obs Het Anker",)
    assert 'schools: ["obs B"]' in desk.path.read_text("utf-8"), "what was recorded stays"


def test_why_a_decision_does_not_hold_looks_at_its_schools(tmp_path: Path) -> None:
    desk = _desk(tmp_path, "obs A, obs B, obs C")

    def decide(school: str, sent: str, day: str) -> None:
        desk.ask(f"MR {school}", schools=(school,), sent=sent, before="2026-12-31")
        desk.decide(Decision.GRANTED, f"MR {school}", day=day)

    for school in ("obs A", "obs B"):
        decide(school, "2026-02-03", "2026-03-01")
    desk.adopt("2026-03-24")
    decide("obs C", "2026-02-04", "2026-04-01")
    desk.adopt("2026-04-10")
    desk.edit("een week", "twee weken")
    for school in ("obs B", "obs C"):
        decide(school, "2026-05-01", "2026-05-10")
    desk.adopt("2026-05-20")
    done = typed("status", "protocols/pesten/de-brug.md", "--format", "json", cwd=tmp_path)
    value = json.loads(done.stdout)["protocols"][0]
    why = {(one["body"], one["date"]): one["why"] for one in value["decisions"] if not one["holds"]}
    other = "dit gaat over een andere tekst, en die geldt"
    again = "een latere vraag aan deze raad kwam ervoor in de plaats"
    assert why == {
        ("MR obs A", "2026-03-01"): other,
        ("MR obs B", "2026-03-01"): again,
        ("MR obs C", "2026-04-01"): again,
        ("CvB", "2026-03-24"): f"{other} voor een deel van deze scholen",
        ("CvB", "2026-04-10"): "later is een andere tekst vastgesteld",
    }
