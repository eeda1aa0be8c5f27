"""Whom a text concerns: the GMR or the MR's, each section, each school; who was passed over."""

from __future__ import annotations

import json
import shutil
from functools import partial
from pathlib import Path

import pytest

from decided import TEXT, TODAY, Desk
from protocolkit.base.messages import translator
from protocolkit.base.problems import ProtocolkitError
from protocolkit.decisions.mending import Mending, mend
from protocolkit.document.approvals import Approval, Decision, Right
from protocolkit.document.bodies import BodyKind, kind_of_body, sections_passed_over
from protocolkit.document.cover import make_cover
from protocolkit.document.fingerprints import clause_mark
from protocolkit.document.outline import addressable
from protocolkit.site.my_school import cover_at
from protocolkit.versions.board_texts import board_texts
from told_everywhere import told
from typed import typed

_FILE = "protocols/pesten/de-brug.md"
_SCHOOLS = tuple(f"obs {number}" for number in range(12))
_WITH_SCHOOLS = TEXT.replace("  status:", f"  applies_to: [{', '.join(_SCHOOLS)}]\n  status:")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("GMR De Brug", BodyKind.GMR),
        ("gemeenschappelijke medezeggenschapsraad", BodyKind.GMR),
        ("PGMR", BodyKind.GMR),
        ("MR De Linde", BodyKind.MR),
        ("Medezeggenschapsraad van De Linde", BodyKind.MR),
        ("M.R. De Linde", BodyKind.MR),
        ("G.M.R. De Brug", BodyKind.GMR),
        ("Deelraad MR onderbouw", BodyKind.PART),
        ("groeps-MR Noord", BodyKind.PART),
        ("themaraad MR passend onderwijs", BodyKind.OTHER),
        ("(G)MR", BodyKind.OTHER),
        ("College van bestuur", BodyKind.OTHER),
    ],
)
def test_what_kind_of_council_a_name_is_of(name: str, kind: BodyKind) -> None:
    assert kind_of_body(name) is kind


def test_where_the_gmr_acts_no_mr_is_asked(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.ask("GMR De Brug")
    assert desk.refused(lambda: desk.ask("MR De Linde")) == "mr-beside-gmr"
    assert desk.refused(lambda: desk.ask("MR De Linde", Right.ADVICE)) == "mr-beside-gmr"
    desk.ask("MR De Linde", Right.INFORMATION)
    desk.ask("Deelraad onderbouw")
    desk.decide(Decision.PROPOSAL_WITHDRAWN, "GMR De Brug")
    desk.ask("MR De Linde")
    assert desk.checked() == []


def test_a_gmr_is_not_asked_after_an_mr_about_the_same_text(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.ask("MR De Linde")
    assert desk.refused(lambda: desk.ask("GMR De Brug")) == "gmr-beside-mr"
    desk.edit("een week", "twee weken")
    desk.ask("GMR De Brug")


_THREE = TEXT.replace("  status:", "  applies_to: [obs 0, obs 1]\n  status:")


def _with_a_third(desk: Desk) -> Desk:
    desk.edit("[obs 0, obs 1]", "[obs 0, obs 1, obs 2]")
    return desk


def test_an_mr_is_asked_for_a_school_that_the_gmr_was_not_asked_for(tmp_path: Path) -> None:
    desk = Desk(tmp_path, _THREE)
    desk.ask("GMR De Brug")
    desk.decide(Decision.GRANTED, "GMR De Brug")
    desk.adopt()
    _with_a_third(desk)
    assert desk.checked() == ["school-passed-over"]
    for schools in (("obs 1",), ("obs 1", "obs 2")):
        ask = partial(desk.ask, "MR obs 1", schools=schools)
        assert desk.refused(ask) == "mr-beside-gmr", schools
    with pytest.raises(ProtocolkitError) as unnamed:
        desk.ask("MR obs 2", sent="2026-04-01", before="2026-05-01")
    assert unnamed.value.problem.code.name == "mr-school-unnamed"
    assert "--school 'obs 2'" in unnamed.value.problem.hint(str)
    desk.ask("MR obs 2", schools=("obs 2",), sent="2026-04-01", before="2026-05-01")
    desk.decide(Decision.GRANTED, "MR obs 2", day="2026-04-20")
    desk.adopt("2026-04-24")
    found = told(desk)
    assert found.checked == ()
    assert desk.holds() == [True] * 4


@pytest.mark.parametrize("bodies", [("GMR De Brug", "MR obs 2"), ("MR obs 2", "GMR De Brug")])
def test_a_gmr_and_an_mr_each_for_schools_of_their_own(
    tmp_path: Path, bodies: tuple[str, str]
) -> None:
    desk = _with_a_third(Desk(tmp_path, _THREE))
    schools = {"GMR De Brug": ("obs 0", "obs 1"), "MR obs 2": ("obs 2",)}
    for body in bodies:
        desk.ask(body, schools=schools[body])
    assert desk.checked() == []
    assert desk.refused(lambda: desk.ask("MR obs 1", schools=("obs 1",))) == "mr-beside-gmr"
    last = partial(desk.ask, "GMR De Toren", schools=("obs 1", "obs 2"))
    assert desk.refused(last) == "gmr-beside-mr"


def test_each_section_gets_a_proposal(tmp_path: Path) -> None:
    desk = Desk(tmp_path, TEXT.replace("kind: bestuur", "kind: bestuur, sector: vo"))
    desk.ask(section="leerlingen")
    assert desk.checked() == ["section-passed-over"] * 2
    desk.ask(right=Right.INFORMATION, section="personeel")
    desk.ask(right=Right.INFORMATION, section="ouders")
    assert desk.checked() == []


def test_sections_with_names_of_their_own_are_left_alone() -> None:
    entry = Approval(body="MR", section="onderbouw", right=Right.CONSENT)
    assert sections_passed_over([entry], "po") == {}


@pytest.fixture(scope="module")
def asked_twelve(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    desk = Desk(tmp_path_factory.mktemp("twelve"), _WITH_SCHOOLS)
    for school in _SCHOOLS:
        desk.ask(f"MR {school}", schools=(school,))
    for number, school in enumerate(_SCHOOLS[:11]):
        given = Decision.WITHHELD if number in (3, 7) else Decision.GRANTED
        desk.decide(given, f"MR {school}")
    return desk


@pytest.fixture
def twelve(tmp_path: Path, asked_twelve: Desk) -> Desk:
    shutil.copytree(asked_twelve.root, tmp_path, dirs_exist_ok=True)
    return Desk(tmp_path, asked_twelve.path.read_text("utf-8"))


def test_a_text_is_adopted_for_the_schools_that_agreed(twelve: Desk) -> None:
    twelve.adopt()
    agreed = ", ".join(one for number, one in enumerate(_SCHOOLS[:11]) if number not in (3, 7))
    said = f"Vastgesteld voor 9 van 12 scholen: {agreed}. Nog niet voor: obs 3, obs 7, obs 11."
    assert said in twelve.notices()
    assert twelve.checked() == [], "who did not agree is not concerned"
    assert not any("terwijl" in notice for notice in twelve.notices())
    shown = typed("status", cwd=twelve.root).stdout
    assert said in shown
    found = json.loads(typed("status", "--format", "json", cwd=twelve.root).stdout)
    assert found["protocols"][0]["adopted"]["still"] == ["obs 3", "obs 7", "obs 11"]


def test_the_other_schools_follow_later(twelve: Desk) -> None:
    twelve.adopt()
    twelve.decide(Decision.GRANTED, "MR obs 11", day="2026-04-10")
    twelve.adopt("2026-04-14", schools=("OBS  11",))
    assert twelve.notices()[0].startswith("Vastgesteld voor 10 van 12 scholen: ")
    assert twelve.checked() == []
    assert twelve.holds()[-2:] == [True, True]


def test_a_school_that_refused_and_is_named_is_told(twelve: Desk) -> None:
    twelve.adopt(schools=("obs 1", "obs 3"))
    assert "terwijl MR obs 3 geen instemming gaf" in " ".join(twelve.notices())
    assert twelve.checked() == ["status-before-decision"]


def test_which_schools_cannot_be_adopted_for(twelve: Desk, tmp_path_factory: object) -> None:
    assert twelve.refused(lambda: twelve.adopt(schools=("obs 99",))) == "school-unknown"
    given = ("MR obs 11", Decision.GRANTED)
    act = lambda: twelve.decide(given[1], given[0], schools=("obs 10",))  # noqa: E731
    assert twelve.refused(act) == "schools-unasked"
    twelve.edit("een week", "twee weken")
    assert twelve.refused(twelve.adopt) == "no-school-agreed", "they agreed with another text"


def test_a_school_for_which_nobody_was_asked(tmp_path: Path) -> None:
    desk = Desk(tmp_path, _WITH_SCHOOLS)
    for school in _SCHOOLS[:10]:
        desk.ask(f"MR {school}", schools=(school,))
    assert desk.checked() == ["school-passed-over"]


def test_an_mr_is_asked_for_schools_of_its_own(tmp_path: Path) -> None:
    desk = Desk(tmp_path, _WITH_SCHOOLS)
    assert desk.refused(lambda: desk.ask("MR obs 1")) == "mr-schools"
    words = ("submit", _FILE, "--body", "MR obs 1", "--right", "instemming")
    done = typed(*words, "--sent", "2026-02-03", "--before", "2026-03-31", cwd=tmp_path)
    assert (done.returncode, "obs 0, obs 1, obs 2" in done.stderr) == (2, True), done.stderr
    for body in ("M.R. obs 1", "Deelraad obs 1", "Groeps-MR Noord", "groeps MR Noord"):
        assert desk.refused(partial(desk.ask, body)) == "mr-schools", body
    desk.ask("MR obs 1", Right.INFORMATION)
    desk.ask("groeps-MR Noord", schools=_SCHOOLS[:2])
    desk.ask("themaraad Noord")
    whole = Desk(tmp_path, _WITH_SCHOOLS.replace("kind: bestuur", "kind: school"), "de-linde")
    whole.ask("MR De Linde")
    alone = Desk(tmp_path, _WITH_SCHOOLS.replace(", ".join(_SCHOOLS), "obs 1"), "de-eik")
    alone.ask("MR De Eik")


def test_an_mr_that_was_asked_without_its_schools_is_told_and_put_right(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.ask("MR obs 1")
    desk.edit("  status:", f"  applies_to: [{', '.join(_SCHOOLS[:3])}]\n  status:")
    desk.decide(Decision.GRANTED, "MR obs 1")
    found = told(desk)
    said = "Van MR obs 1 is niet vastgelegd voor welke scholen deze raad beslist."
    assert (found.checked, found.notices) == (("mr-schools-unsaid",), (said,))
    words = ("correct", _FILE, "--body", "MR obs 1", "--reason", "vergeten", "--school")
    assert "[school-unknown]" in typed(*words, "obs 99", cwd=tmp_path).stderr
    done = typed(*words, "obs 1", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "Eerst stond er: scholen: –." in done.stderr
    found = told(desk)
    assert found.checked == ("school-passed-over",)
    assert found.notices == (
        "Er is instemming voor 1 van 3 scholen. Nog niet voor: obs 0, obs 2.",
        "Over deze tekst is voor deze scholen geen raad gevraagd: obs 0, obs 2.",
    )
    desk.adopt()
    mending = Mending(body="CvB", changes={"schools": "obs 0"}, reason="verkeerde school")
    assert desk.refused(lambda: mend(desk.file, mending, TODAY, translator())) == "mend-schools"


def _marks(desk: Desk) -> dict[str, str]:
    return {one.anchor: clause_mark(one) for one in addressable(desk.protocol)}


def _take_over_now(school: Desk, board: Desk) -> None:
    """Give a school the clause about suspension as its board has it now."""
    school.edit("een week", "twee weken")
    before = _marks(Desk(school.root / "before", TEXT))["a3"]
    school.edit(before, _marks(board)["a3"])


def _taken_over(root: Path, own: str = "") -> Desk:
    """Return a school's text that was taken over from De Brug, with a clause of its own."""
    plain = Desk(root, TEXT)
    marks = _marks(plain)
    taken = "".join(
        f"    - {{anchor: {anchor}, topic: '', choice: bovenschools, fingerprint: '{mark}'}}\n"
        for anchor, mark in marks.items()
    )
    text = TEXT.replace(
        "{name: De Brug, kind: bestuur}", "{name: De Linde, kind: school, parent: De Brug}"
    ).replace("  status:", f"  based_on: de-brug\n  provenance:\n{taken}  status:")
    text = text.replace("\n[^1]:", f"\n{own}\n[^1]:")
    return Desk(root, text, "de-linde")


_OWN = "{#a9}\n4. Op onze school zijn er pauzes.\n"


def test_in_a_text_that_was_taken_over_the_mr_decides_about_its_own_part(tmp_path: Path) -> None:
    school = _taken_over(tmp_path, _OWN)
    board = Desk(tmp_path, TEXT.replace("concept", "vastgesteld"))
    school.edit("status: concept", "status: vastgesteld")
    assert sorted(school.checked()) == ["gmr-passed-over", "mr-passed-over"]
    board.edit("status: vastgesteld", "status: concept")
    board.ask("GMR De Brug")
    board.decide(Decision.GRANTED, "GMR De Brug")
    board.adopt()
    school.edit("status: vastgesteld", "status: concept")
    school.ask("MR De Linde")
    said = "Over wat de school zelf invulde, veranderde of toevoegde, beslist MR De Linde: "
    assert any(said in one for one in school.notices())
    school.decide(Decision.GRANTED, "MR De Linde")
    school.adopt()
    assert school.checked() == []


def test_a_text_that_is_wholly_the_boards_goes_to_no_mr(tmp_path: Path) -> None:
    school = _taken_over(tmp_path)
    assert school.refused(lambda: school.ask("MR De Linde")) == "nothing-of-school"
    school.ask("MR De Linde", Right.INFORMATION)


def test_what_the_mr_decided_holds_on_when_only_the_board_changes_its_text(tmp_path: Path) -> None:
    school = _taken_over(tmp_path, _OWN)
    school.ask("MR De Linde")
    school.decide(Decision.GRANTED, "MR De Linde")
    school.adopt()
    assert school.holds() == [True, True]
    before = {one.anchor: clause_mark(one) for one in addressable(school.protocol)}["a3"]
    school.edit("een week geschorst", "twee weken geschorst")
    assert school.holds() == [False, False], "the school changed its board's clause by hand"
    after = {one.anchor: clause_mark(one) for one in addressable(school.protocol)}["a3"]
    school.edit(before, after)
    assert school.holds() == [True, False], "the board changed its clause; the MR did not decide it"
    why = "wat van de school zelf is, is zoals erover is besloten; de rest is van het bestuur"
    assert why in typed("status", "protocols/pesten/de-linde.md", cwd=tmp_path).stdout
    told_by_check = [code for code in school.checked() if code != "gmr-passed-over"]
    assert told_by_check == ["changed-after-decision"]
    assert [one["is_this_text"] for one in _in_force(school)] == [False]
    school.adopt("2026-06-01")
    kept = school.root / "versions" / "pesten" / "de-linde@vastgesteld-2026-06-01.md"
    assert "twee weken geschorst" in kept.read_text("utf-8")
    assert school.holds() == [True, False, True]
    assert [one["since"] for one in _in_force(school)] == ["2026-06-01"]
    assert [code for code in school.checked() if code != "gmr-passed-over"] == []
    school.edit("pauzes", "lange pauzes")
    assert school.holds() == [False, False, False]


def _in_force(school: Desk) -> list[dict[str, object]]:
    found = typed("status", "protocols/pesten/de-linde.md", "--format", "json", cwd=school.root)
    texts: list[dict[str, object]] = json.loads(found.stdout)["protocols"][0]["in_force"]
    return texts


def _told_of_board(school: Desk) -> list[str]:
    """Return what the cover of a school says of its board's text; ``status`` says the same."""
    board = board_texts(school.protocol, school.root)
    told = make_cover(school.protocol, translator(), board=board).decided
    said = typed("status", "protocols/pesten/de-linde.md", cwd=school.root).stdout
    assert all(one in said for one in told)
    page = cover_at(school.protocol, "De Linde", school.root, translator(), "nl")
    assert set(told) <= set(page.notices), "and 'Mijn school'"
    return [one for one in told if "De Brug" in one or "het bestuur" in one.casefold()]


def test_a_school_says_which_text_of_its_board_was_decided_about(tmp_path: Path) -> None:
    school = _taken_over(tmp_path)
    board = Desk(tmp_path, TEXT)
    nothing = "Over de tekst van De Brug is hier geen besluit van een raad vastgelegd."
    assert _told_of_board(school) == [nothing]
    board.ask("GMR De Brug")
    board.decide(Decision.GRANTED, "GMR De Brug")
    board.adopt()
    decided = (
        "Over de tekst van De Brug is er een besluit van GMR De Brug: instemming verleend, "
        "10 maart 2026, over versie voorgelegd-2026-02-03."
    )
    changed = (
        "Het bestuur wijzigde zijn tekst na versie voorgelegd-2026-02-03, waarover GMR De Brug "
        "besloot. Over die wijziging is niet besloten."
    )
    assert _told_of_board(school) == [decided]
    board.edit("een week", "twee weken")
    assert _told_of_board(school) == [decided, changed]
    assert "board-text-changed" in school.checked()
    board.ask("GMR De Brug", sent="2026-05-01", before="2026-05-31")
    assert _told_of_board(school) == [decided], "what is on its way changes nothing yet"
    assert "board-text-changed" not in school.checked()
    board.decide(Decision.GRANTED, "GMR De Brug", day="2026-05-20")
    board.adopt("2026-05-25")
    newer = (
        "De Brug heeft sinds 25 mei 2026 een nieuwere vastgestelde tekst. Deze tekst volgt die nog "
        "niet."
    )
    assert _told_of_board(school) == [decided, newer], "this text is the one of before"
    assert "behind-board" in school.checked()
    _take_over_now(school, board)
    [said] = _told_of_board(school)
    assert said.endswith("20 mei 2026, over versie voorgelegd-2026-05-01.")
    assert not {"behind-board", "board-text-changed"} & set(school.checked())
    school.edit(_marks(board)["a1"], "2:00aa")
    [unknown] = [one for one in _told_of_board(school) if "één versie" in one]
    assert "GMR" not in unknown


def test_decisions_that_a_document_tells_of_keep_nobody_from_asking(tmp_path: Path) -> None:
    told = (
        "  approvals:\n    - {body: MR De Linde, right: instemming, decision: verleend}\n  status:"
    )
    desk = Desk(tmp_path, TEXT.replace("  status:", told))
    desk.ask("GMR De Brug")
