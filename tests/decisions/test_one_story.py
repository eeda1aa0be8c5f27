"""Whole procedures, and every reader at each step: cover, status, history, schools and check."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from decided import TEXT, TODAY, Desk
from protocolkit.base.messages import translator
from protocolkit.checking.check import check_collection
from protocolkit.collection import read_collection
from protocolkit.decisions.answering import BoardAnswer, answer
from protocolkit.decisions.councils import end_council, undo_end
from protocolkit.decisions.mending import Mending, mend
from protocolkit.document.approvals import Decision, Ended, Right
from protocolkit.document.at_school import at_school, is_adopted_at
from protocolkit.document.cover import make_cover
from protocolkit.document.fingerprints import check_code, protocol_fingerprint
from protocolkit.site.my_school import cover_at, here_words
from protocolkit.versions.removed_names import remove_name
from told_everywhere import told
from typed import typed

_FILE = "protocols/pesten/de-brug.md"
_SCHOOLS = tuple(f"obs {number}" for number in range(1, 5))
_FOUR = TEXT.replace("  status:", f"  applies_to: [{', '.join(_SCHOOLS)}]\n  status:")


@pytest.fixture
def adopted(tmp_path: Path) -> Desk:
    """Return a protocol to which two sections consented and that was adopted."""
    desk = Desk(tmp_path)
    for section in ("ouders", "personeel"):
        desk.ask("GMR", section=section)
    assert told(desk).status == "voorgelegd aan de (G)MR"
    for section in ("ouders", "personeel"):
        desk.decide(Decision.GRANTED, "GMR", section=section)
    assert told(desk).history == {
        "voorgelegd-2026-02-03": "niet vastgesteld: voorgelegd aan de (G)MR"
    }
    desk.adopt()
    assert told(desk).history == {
        "vastgesteld-2026-03-24": "geldt nu",
        "voorgelegd-2026-02-03": "dezelfde tekst als versie 'vastgesteld-2026-03-24'",
    }
    return desk


def _change(desk: Desk) -> None:
    """Change the text, with one section that consents to agreed changes, and adopt it."""
    desk.edit("een week", "twee weken")
    for section in ("ouders", "personeel"):
        desk.ask("GMR", section=section, sent="2026-04-04", before="2026-05-01")
    desk.decide(Decision.GRANTED, "GMR", section="ouders", day="2026-04-20")
    desk.edit("Wie pest,", "Wie pest of zwijgt,")
    desk.decide(Decision.GRANTED_WITH_CHANGES, "GMR", section="personeel", day="2026-04-21")
    assert told(desk).checked == ("changed-after-decision",)
    desk.ask("GMR", section="ouders", sent="2026-04-22", before="2026-05-10")
    desk.decide(Decision.GRANTED, "GMR", section="ouders", day="2026-05-01")
    found = told(desk)
    assert found.status == "voorgelegd aan de (G)MR"
    assert found.history["vastgesteld-2026-03-24"] == "geldt nu"
    desk.adopt("2026-05-08")


def _put_back(desk: Desk) -> None:
    desk.edit("twee weken", "een week")
    desk.edit("Wie pest of zwijgt,", "Wie pest,")


def test_back_to_an_older_adopted_text(adopted: Desk) -> None:
    _change(adopted)
    now = told(adopted)
    assert (now.status, now.checked) == ("vastgesteld", ())
    replaced = "vervangen; de volgende tekst is vastgesteld op 8 mei 2026"
    assert now.history == {
        "vastgesteld-2026-05-08": "geldt nu",
        "afgesproken-2026-04-21": "dezelfde tekst als versie 'vastgesteld-2026-05-08'",
        "voorgelegd-2026-04-04": "niet vastgesteld: voorgelegd aan de (G)MR",
        "vastgesteld-2026-03-24": replaced,
        "voorgelegd-2026-02-03": "dezelfde tekst als versie 'vastgesteld-2026-03-24'",
    }
    _put_back(adopted)
    back = told(adopted)
    assert (back.status, back.checked) == ("vervangen", ("put-back-unadopted",))
    assert back.history["vastgesteld-2026-03-24"] == replaced
    assert back.history["vastgesteld-2026-05-08"] == "geldt nu"
    assert "Na deze tekst is een andere vastgesteld, op 8 mei 2026." in back.notices[0]
    said = typed("status", _FILE, cwd=adopted.root).stdout
    assert "CvB, vastgesteld, 24 maart 2026. Geldt niet: later is een andere tekst" in said
    assert "GMR (ouders), instemming verleend, 10 maart 2026. Geldt: " in said
    adopted.adopt("2026-05-20")
    again = told(adopted)
    assert (again.status, again.checked, again.notices) == ("vastgesteld", (), ())
    assert list(again.history.values()).count("geldt nu") == 1
    assert again.history["vastgesteld-2026-05-20"] == "geldt nu"
    assert again.history["vastgesteld-2026-05-08"] == (
        "vervangen; de volgende tekst is vastgesteld op 20 mei 2026"
    )
    mending = Mending(
        body="CvB", changes={"date": "2026-05-22"}, reason="fout getypt", of="2026-05-20"
    )
    mend(adopted.file, mending, TODAY, translator())
    assert told(adopted).history["vastgesteld-2026-05-08"].endswith("op 22 mei 2026")


def test_an_older_text_that_is_submitted_anew(adopted: Desk) -> None:
    _change(adopted)
    _put_back(adopted)
    adopted.ask("GMR", section="ouders", sent="2026-05-21", before="2026-06-30")
    found = told(adopted)
    assert found.status == "voorgelegd aan de (G)MR"
    assert "geldt pas weer als die opnieuw is vastgesteld" in found.notices[0]


def test_a_name_that_was_removed_takes_no_decision_away(adopted: Desk) -> None:
    remove_name(adopted.root, adopted.path, "mevrouw Jansen", TODAY, lambda _: True)
    found = told(adopted)
    assert (found.status, found.checked) == ("vastgesteld", ())
    assert found.history["vastgesteld-2026-03-24"] == "geldt nu"
    adopted.edit("mevrouw Jansen", "de mentor")
    for section in ("ouders", "personeel"):
        adopted.tell("GMR", section=section)
    found = told(adopted)
    assert found.history["verbeterd-2026-05-12"] == "geldt nu"
    assert found.history["vastgesteld-2026-03-24"].startswith("verbeterd; dat is op 12 mei")


def test_a_small_correction_that_was_taken_away_again(adopted: Desk) -> None:
    adopted.edit("010 123 45 67", "010 765 43 21")
    for section in ("ouders", "personeel"):
        adopted.tell("GMR", section=section)
    assert told(adopted).history["verbeterd-2026-05-12"] == "geldt nu"
    adopted.edit("010 765 43 21", "010 123 45 67")
    found = told(adopted)
    assert found.history["verbeterd-2026-05-12"].endswith("van voor die verbetering staat er weer")
    assert found.status == "vastgesteld"


def test_councils_of_which_one_refuses_and_one_is_late(tmp_path: Path) -> None:
    desk = Desk(tmp_path, _FOUR)
    for school in _SCHOOLS:
        desk.ask(f"MR {school}", schools=(school,))
    for school in _SCHOOLS[:2]:
        desk.decide(Decision.GRANTED, f"MR {school}")
    desk.decide(Decision.WITHHELD, "MR obs 3")
    assert set(told(desk).schools.values()) == {"voorgelegd aan de (G)MR"}
    here = [make_cover(at_school(desk.protocol, one), translator()).decided for one in _SCHOOLS[1:]]
    assert here[0] == ("Er is instemming voor obs 2.",), "one school is not counted"
    assert here[1] == ("Instemming is niet gegeven voor: obs 3.",)
    desk.adopt()
    found = told(desk)
    not_here = "niet vastgesteld voor deze school: geen tekst"
    assert is_adopted_at(desk.protocol, "De Brug"), "the board is no school"
    assert [found.schools[one] for one in _SCHOOLS[1:]] == ["vastgesteld", not_here, not_here]
    assert found.history["vastgesteld-2026-03-24"].startswith("geldt nu voor 2 van 4 scholen: ")
    desk.decide(Decision.GRANTED, "MR obs 4", day="2026-04-02")
    desk.adopt("2026-05-08")
    found = told(desk)
    assert found.schools["obs 4"] == "vastgesteld"
    assert found.schools["obs 3"] == not_here
    assert "Vastgesteld op 8 mei 2026 voor: obs 4." in found.notices
    assert any(
        one.startswith("Vastgesteld op 24 maart 2026 voor: obs 1, obs 2.") for one in found.notices
    )
    assert desk.refused(lambda: desk.adopt("2026-05-09")) == "adopted-for-some"
    assert desk.refused(lambda: desk.adopt("2026-05-09", schools=("obs 1",))) == "adopted-for-some"


def test_a_text_adopted_on_two_days_and_edited_is_told_alike_of_both(tmp_path: Path) -> None:
    desk = Desk(tmp_path, _FOUR)
    for school in _SCHOOLS:
        desk.ask(f"MR {school}", schools=(school,))
    for school in _SCHOOLS[:2]:
        desk.decide(Decision.GRANTED, f"MR {school}")
    desk.decide(Decision.WITHHELD, "MR obs 4")
    desk.adopt()
    desk.decide(Decision.GRANTED, "MR obs 3", day="2026-04-02")
    desk.adopt("2026-05-08")
    desk.edit("een week", "twee weken")
    found = told(desk)
    rows = [one for one in found.value["decisions"] if one["right"] == "vaststelling"]
    assert [one["why"] for one in rows] == ["de tekst is na dit besluit gewijzigd"] * 2
    assert all(one["shown"] for one in rows)
    assert found.checked == ("changed-after-decision",) * 6, "obs 4 never had it"
    here = cover_at(desk.protocol, "obs 4", desk.root, translator(), "nl")
    status, standing = here_words(desk.protocol, "obs 4", here, translator())
    assert status == "niet vastgesteld voor deze school"
    assert standing == (
        "Over deze tekst is niets besloten. Een eerdere tekst is vastgesteld voor andere scholen. "
        "Op deze school geldt die niet. Voor deze school is geen tekst vastgesteld."
    )
    assert found.schools["obs 1"] == "gewijzigd na vaststelling"


def test_the_page_of_a_school_counts_as_the_cover_does(tmp_path: Path) -> None:
    desk = Desk(tmp_path, _FOUR)
    desk.ask("MR Noord", schools=_SCHOOLS[:3])
    desk.decide(Decision.GRANTED, "MR Noord")
    desk.adopt()
    said = "Vastgesteld voor 3 van 4 scholen: obs 1, obs 2, obs 3. Nog niet voor: obs 4."
    assert said in told(desk).notices
    here = cover_at(desk.protocol, "obs 2", desk.root, translator(), "nl")
    assert here.decided == (said,)


def test_a_new_text_for_one_school_alone(tmp_path: Path) -> None:
    """The older text holds on at the others, and their councils decided about that."""
    desk = Desk(tmp_path, _FOUR)
    for school in _SCHOOLS:
        desk.ask(f"MR {school}", schools=(school,))
    for school in _SCHOOLS[:2]:
        desk.decide(Decision.GRANTED, f"MR {school}")
    desk.decide(Decision.NO_ANSWER, "MR obs 3", day="2026-04-01")
    desk.decide(Decision.WITHHELD, "MR obs 4")
    desk.adopt()
    desk.edit("een week", "twee weken")
    desk.ask("MR obs 4", schools=("obs 4",), sent="2026-05-01", before="2026-05-31")
    unasked = "Over deze tekst is voor deze scholen geen raad gevraagd: obs 1, obs 2, obs 3."
    for is_adopted in (False, True):
        if is_adopted:
            desk.decide(Decision.GRANTED, "MR obs 4", day="2026-05-10")
            desk.adopt("2026-05-20", schools=("obs 4",))
        found = told(desk)
        assert found.checked == ("school-passed-over",)
        assert unasked in found.notices
        assert not any("gewijzigd na" in one for one in found.notices)
        here = make_cover(at_school(desk.protocol, "obs 3"), translator()).decided
        assert here == (), "that council was never asked about this text"
    beside = "Voor obs 1, obs 2 geldt een andere tekst: die is vastgesteld op 24 maart 2026"
    assert found.notices[:2] == (
        f"{beside} (versie vastgesteld-2026-03-24).",
        "Vastgesteld voor 1 van 4 scholen: obs 4. Nog niet voor: obs 1, obs 2, obs 3.",
    )
    not_here = "niet vastgesteld voor deze school"
    assert tuple(found.schools.values()) == (
        not_here,
        not_here,
        f"{not_here}: geen tekst",
        "vastgesteld",
    )
    said = typed("status", _FILE, cwd=desk.root).stdout
    assert "MR obs 1, instemming verleend, 10 maart 2026. Geldt niet: dit gaat over een" in said


def test_a_negative_advice(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.ask(right=Right.ADVICE)
    desk.decide(Decision.NEGATIVE)
    assert told(desk).checked == ("advice-unanswered",)
    answer(desk.file, BoardAnswer(body="MR", day="2026-03-20"), TODAY)
    assert told(desk).checked == ("advice-untalked",)
    mending = Mending(body="MR", changes={"talked": "2026-03-21"}, reason="vergeten")
    assert desk.refused(lambda: mend(desk.file, mending, TODAY, translator())) == (
        "days-in-wrong-order"
    )
    mending = Mending(body="MR", changes={"talked": "2026-03-18"}, reason="vergeten")
    mend(desk.file, mending, TODAY, translator())
    desk.adopt()
    assert told(desk).checked == ("holds-in-wait",)
    said = typed("status", _FILE, cwd=desk.root).stdout
    assert "Het bestuur en de raad praatten erover op 18 maart 2026." in said


def test_a_merger_in_mid_procedure_and_one_that_was_typed_by_mistake(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.ask("GMR Oud")
    end_council(desk.root, "GMR Oud", Ended(date="2026-03-15", into="GMR Nieuw"), TODAY)
    assert told(desk).checked == ("council-ended-undecided",)
    files = undo_end(desk.root, "GMR Oud", "verkeerde raad", TODAY, translator())
    assert files == (_FILE,)
    assert told(desk).checked == ()
    [entry] = desk.protocol.facts.approvals
    assert [one.was for one in entry.mended] == ["bestaat niet meer sinds: 15 maart 2026"]
    again = lambda: undo_end(desk.root, "GMR Oud", "x", TODAY, translator())  # noqa: E731
    assert desk.refused(again) == "council-not-ended"
    end_council(desk.root, "GMR Oud", Ended(date="2026-03-15", into="GMR Nieuw"), TODAY)
    desk.ask("GMR Nieuw", sent="2026-03-20")
    desk.decide(Decision.GRANTED, "GMR Nieuw", day="2026-03-24")
    desk.adopt("2026-03-25")
    assert (told(desk).status, told(desk).checked) == ("vastgesteld", ())


def test_a_proposal_of_the_mr_on_an_adopted_text(adopted: Desk) -> None:
    adopted.edit("een week", "twee weken")
    adopted.ask("MR", Right.PROPOSAL, before="", sent="2026-04-01")
    found = told(adopted)
    assert (found.status, found.checked) == ("voorstel van de raad", ())
    assert found.history["vastgesteld-2026-03-24"] == "geldt nu"
    adopted.decide(Decision.NOT_FOLLOWED, "MR", day="2026-05-20", talked="2026-04-20")
    adopted.edit("twee weken", "een week")
    assert (told(adopted).status, told(adopted).checked) == ("vastgesteld", ())


def test_an_adoption_that_was_taken_back_says_nothing_on_its_way_out(adopted: Desk) -> None:
    changes = {"decision": "gevraagd"}
    mending = Mending(body="CvB", changes=changes, reason="fout getypt")
    mend(adopted.file, mending, TODAY, translator())
    found = told(adopted)
    assert found.status == "voorgelegd aan de (G)MR"
    assert "geldt nu" not in found.history.values()


def test_a_status_that_was_typed_is_told(adopted: Desk) -> None:
    adopted.edit("status: vastgesteld", "status: concept")
    found = told(adopted)
    assert (found.status, found.checked) == ("vastgesteld", ("status-typed",))


def test_a_kept_version_that_was_changed_proves_nothing_anywhere(adopted: Desk) -> None:
    path = adopted.root / "versions" / "pesten" / "de-brug@vastgesteld-2026-03-24.md"
    path.write_text(path.read_text("utf-8").replace("een week", "tien weken"), "utf-8")
    said = "De versie die voor CvB is bewaard, is niet meer zoals zij was."
    assert told(adopted).notices[0].startswith(said)


def test_a_kept_version_that_a_council_still_has_is_told_as_changed(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.ask()
    path = desk.root / "versions" / "pesten" / "de-brug@voorgelegd-2026-02-03.md"
    path.write_text(path.read_text("utf-8").replace("een week", "tien weken"), "utf-8")
    said = "De versie die voor MR is bewaard, is niet meer zoals zij was."
    assert told(desk).notices[0].startswith(said)
    before = desk.bytes()
    made = typed("dossier", _FILE, "-o", "stukken", cwd=tmp_path)
    assert (made.returncode, "not-as-kept" in made.stderr) == (2, True)
    assert desk.bytes() == before


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--date", "2026-03-10", "--reason", "vergeten"), "not-decided-yet"),
        (("--sent", "2026-02-04", "--reason", "van mevrouw A. de Boer"), "reason-names"),
    ],
)
def test_what_is_not_put_right(tmp_path: Path, words: tuple[str, ...], code: str) -> None:
    desk = Desk(tmp_path)
    desk.ask()
    before = desk.path.read_bytes()
    done = typed("correct", _FILE, "--body", "MR", *words, cwd=tmp_path)
    assert (done.returncode, f"[{code}]" in done.stderr) == (2, True), done.stderr
    assert desk.path.read_bytes() == before


def test_a_day_for_an_answer_passes_on_a_day_that_is_typed_alone(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.ask(before="2026-03-31")
    said = typed("status", _FILE, cwd=tmp_path).stdout
    assert "die dag is voorbij" not in said
    said = typed("status", _FILE, "--date", "2026-04-01", cwd=tmp_path).stdout
    assert "die dag is voorbij" in said
    for day, is_over in (("2026-03-31", False), ("2026-04-01", True)):
        found = check_collection(read_collection(tmp_path), day)
        assert ("council-silent" in [one.code.name for one in found]) is is_over


def test_a_text_with_open_places_is_not_adopted_unseen(tmp_path: Path) -> None:
    desk = Desk(tmp_path, TEXT.replace("naar de mentor", "naar [naam contactpersoon]"))
    words = ("--body", "CvB", "--decision", "vastgesteld", "--date", "2026-03-24")
    before = desk.bytes()
    done = typed("approve", _FILE, *words, cwd=tmp_path)
    assert (done.returncode, "[open-adopted]" in done.stderr) == (2, True), done.stderr
    assert desk.bytes() == before
    assert typed("approve", _FILE, *words, "--yes", cwd=tmp_path).returncode == 0


@pytest.mark.parametrize("typed_as", ["obs 2", "OBS 2", "Obs  2"])
def test_a_school_is_the_same_in_any_case(tmp_path: Path, typed_as: str) -> None:
    """Whoever writes the top of a file by hand may write the name of a school otherwise."""
    desk = Desk(tmp_path, _FOUR)
    for school in _SCHOOLS[:3]:
        desk.ask(f"MR {school}", schools=(school,))
        desk.decide(Decision.GRANTED, f"MR {school}")
    desk.adopt()
    expected = told(desk)
    text = desk.path.read_text("utf-8")
    head, entries = text.split("approvals:", 1)
    changed = re.sub(r"(?<!MR )obs 2\b", typed_as, entries)
    desk.path.write_text(f"{head}approvals:{changed}", "utf-8")
    assert changed.count(typed_as) >= 2
    assert told(desk) == expected
    desk.edit("een week", "twee weken")
    desk.ask("MR obs 2", schools=("obs 2",), sent="2026-05-01", before="2026-05-31")
    assert told(desk).schools == dict.fromkeys(_SCHOOLS, "voorgelegd aan de (G)MR")


def test_a_text_that_was_changed_is_not_adopted_where_it_never_was(tmp_path: Path) -> None:
    desk = Desk(tmp_path, _FOUR)
    desk.adopt(schools=("obs 2",))
    desk.edit("een week", "twee weken")
    found = told(desk)
    assert found.status == found.schools["obs 2"] == "gewijzigd na vaststelling"
    assert found.schools["obs 1"] == "niet vastgesteld voor deze school: geen tekst"


def test_a_small_correction_is_one_for_every_school(tmp_path: Path) -> None:
    desk = Desk(tmp_path, _FOUR)
    for school in _SCHOOLS:
        desk.ask(f"MR {school}", schools=(school,))
        desk.decide(Decision.GRANTED, f"MR {school}")
    desk.adopt("2026-03-24", schools=_SCHOOLS[:2])
    desk.adopt("2026-04-01", schools=_SCHOOLS[2:])
    desk.edit("010 123 45 67", "010 765 43 21")
    for school in _SCHOOLS:
        desk.tell(f"MR {school}")
    found = told(desk)
    assert set(found.schools.values()) == {"vastgesteld"}
    assert {one["version"] for one in found.value["in_force"]} == {"verbeterd-2026-05-12"}
    assert found.checked == ()


@pytest.mark.parametrize("is_first", [False, True])
def test_the_text_without_the_name_is_the_one_that_was_decided_on(
    adopted: Desk, *, is_first: bool
) -> None:
    code = check_code(protocol_fingerprint(adopted.protocol))
    if is_first:
        adopted.edit("bellen mevrouw Jansen", r"bellen \[naam verwijderd\]")
        assert told(adopted).checked == ("changed-after-decision",) * 3
    remove_name(adopted.root, adopted.path, "mevrouw Jansen", TODAY, lambda _: True)
    if not is_first:
        adopted.edit("bellen mevrouw Jansen", r"bellen \[naam verwijderd\]")
    found = told(adopted)
    assert (found.status, found.checked) == ("vastgesteld", ())
    assert found.history == {
        "vastgesteld-2026-03-24": "geldt nu",
        "voorgelegd-2026-02-03": "dezelfde tekst als versie 'vastgesteld-2026-03-24'",
    }
    assert [one["holds"] for one in found.value["decisions"]] == [True] * 3
    [said] = found.notices
    assert said.endswith(f"De tekst met controlecode {code} is dezelfde, op die naam na.")
    adopted.edit("een week", "twee weken")
    assert told(adopted).checked == ("changed-after-decision",) * 3
    adopted.edit("twee weken", "een week")
    adopted.edit(r"\[naam verwijderd\]", "mevrouw Jansen")
    found = told(adopted)
    assert (found.status, found.checked) == ("vastgesteld", ())
    assert "is dezelfde, op die naam na" in found.notices[0]


def test_what_was_agreed_about_a_text_with_a_name_is_recorded_on_it_without(
    tmp_path: Path,
) -> None:
    desk = Desk(tmp_path)
    desk.ask()
    paper = check_code(protocol_fingerprint(desk.protocol)).replace(" ", "")
    remove_name(desk.root, desk.path, "mevrouw Jansen", TODAY, lambda _: True)
    desk.edit("bellen mevrouw Jansen", r"bellen \[naam verwijderd\]")
    desk.decide(Decision.GRANTED, signs=paper)
    assert desk.holds() == [True]
    desk.adopt()
    found = told(desk)
    assert (found.status, found.checked) == ("vastgesteld", ())


def test_a_version_that_says_by_itself_that_a_name_went_proves_nothing(adopted: Desk) -> None:
    adopted.edit("een week", "tien weken")
    other = protocol_fingerprint(adopted.protocol)
    note = f'  removed_names:\n    - {{date: 2026-06-01, fingerprint: "{other}"}}\n  status:'
    for path in (adopted.root / "versions" / "pesten").glob("*.md"):
        path.write_text(path.read_text("utf-8").replace("  status:", note, 1), "utf-8")
    assert [one["holds"] for one in told(adopted).value["decisions"]] == [False] * 3


def test_a_changed_text_has_no_year_of_another_text(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.ask(sent="2025-02-03", before="2025-03-31")
    desk.decide(Decision.GRANTED, day="2025-03-10")
    desk.adopt("2025-03-24")
    cover = make_cover(desk.protocol, translator())
    assert (cover.year, "(2025, vastgesteld)" in cover.citation) == ("2025", True)
    desk.edit("een week", "twee weken")
    desk.ask()
    cover = make_cover(desk.protocol, translator())
    assert (cover.year, "2025" in cover.citation) == ("jaar onbekend", False), cover.citation
    desk.edit("twee weken", "een week")
    assert make_cover(desk.protocol, translator()).year == "2025", "the text that was adopted"
