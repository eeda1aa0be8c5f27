"""What is adopted may hold from a later day: until then the text of before holds, everywhere."""

from __future__ import annotations

import json
import re
from importlib import import_module
from pathlib import Path
from shutil import copytree
from zipfile import ZipFile

import pytest

from decided import Desk
from protocolkit.base.messages import translator
from protocolkit.decisions.decision_standing import standings
from protocolkit.document.approvals import Decision
from protocolkit.document.at_school import at_school
from protocolkit.document.cover import make_cover
from protocolkit.document.decided_text import as_it_stands
from protocolkit.document.facts import Status
from protocolkit.dossier.text_before import texts_in_force
from protocolkit.site.versions.notices import NoticeWriter
from protocolkit.site.versions.standing import row_words
from protocolkit.versions.days import schools_on, standing_on
from protocolkit.versions.entry import TextStanding
from protocolkit.versions.history import History
from protocolkit.versions.named import open_sound_version
from small_site import make_project, read_page
from told_everywhere import history_of_desk
from typed import typed
from warm import Command

_FILE = "protocols/pesten/de-brug.md"
_BEFORE, _LATER = "vastgesteld-2026-02-20", "vastgesteld-2026-04-02"
_UNTIL_THEN = [
    "Deze tekst is vastgesteld en geldt vanaf 1 augustus 2127.",
    f"Tot die dag geldt versie '{_BEFORE}'.",
]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(tmp_path)
    made.ask()
    made.decide(Decision.GRANTED, day="2026-02-10")
    made.adopt("2026-02-20")
    made.edit("een week", "twee weken")
    made.edit("  status:", "  valid_from: 2127-08-01\n  status:")
    made.ask(sent="2026-03-05", before="2026-04-01")
    made.decide(Decision.GRANTED, day="2026-03-20")
    made.adopt("2026-04-02")
    return made


def _status(desk: Desk, *words: str) -> dict[str, object]:
    done = typed("status", _FILE, "--format", "json", *words, cwd=desk.root)
    found: dict[str, object] = json.loads(done.stdout)["protocols"][0]
    return found


def _in_force(desk: Desk, *words: str) -> list[tuple[object, ...]]:
    texts = _status(desk, *words)["in_force"]
    return [(one["version"], one["since"], one["is_this_text"]) for one in texts]  # type: ignore[attr-defined]


def _bases(desk: Desk, day: str) -> list[str]:
    return [one.version for one in texts_in_force(desk.protocol, desk.root, day)]


def test_the_text_of_before_holds_until_the_day_of_the_next(desk: Desk) -> None:
    before, later = (_BEFORE, "2026-02-20", False), (_LATER, "2127-08-01", True)
    assert _in_force(desk) == _in_force(desk, "--date", "2127-07-31") == [before]
    assert _in_force(desk, "--date", "2127-08-01") == [later]
    assert _in_force(desk, "--date", "2026-02-19") == []
    assert _status(desk)["notices"] == _UNTIL_THEN
    assert _status(desk, "--date", "2127-08-01")["notices"] == []
    said = typed("status", _FILE, cwd=desk.root).stdout
    assert all(one in said for one in (*_UNTIL_THEN, *desk.notices()))
    assert desk.notices() == tuple(_UNTIL_THEN)


def test_a_next_change_is_set_beside_the_text_that_holds(desk: Desk) -> None:
    desk.edit("twee weken", "drie weken")
    desk.ask(sent="2026-05-01", before="2026-05-31")
    assert _in_force(desk) == [(_BEFORE, "2026-02-20", False)]
    assert _bases(desk, "2127-07-31") == [f"versions/pesten/de-brug@{_BEFORE}.md"]
    assert _bases(desk, "2127-08-01") == [f"versions/pesten/de-brug@{_LATER}.md"]
    said = (
        f"Tot deze tekst is vastgesteld, geldt: versie '{_BEFORE}', vanaf 1 augustus 2127 versie "
        f"'{_LATER}'."
    )
    assert desk.notices() == (said,)
    assert _status(desk)["notices"] == [said]
    told = translator()
    assert [told(one.why) for one in standings(desk.protocol)][3] == (
        "dit gaat over een andere tekst; die is vastgesteld, en geldt vanaf de dag die erin staat"
    )
    made = typed("dossier", _FILE, "-o", str(desk.root / "uit"), cwd=desk.root)
    assert f"de-brug@{_BEFORE}.md" in made.stderr, made.stderr


def test_a_first_text_that_is_still_to_come_holds_nowhere_yet(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.edit("  status:", "  valid_from: 2127-08\n  status:")
    desk.adopt_with_consent()
    assert _in_force(desk) == []
    assert _in_force(desk, "--date", "2127-08-01") == [
        ("vastgesteld-2026-03-24", "2127-08-01", True)
    ]
    said = "Deze tekst is vastgesteld en geldt vanaf 1 augustus 2127."
    assert _status(desk)["notices"] == [said]


def _rows(desk: Desk, day: str) -> list[str]:
    """Return how each text stands on a day in its history, and hold that to ``status``."""
    history = history_of_desk(desk, as_it_stands(desk.protocol))
    holding = {
        (one.text.fingerprint, schools_on(one, day))
        for one in history
        if standing_on(one, day) is TextStanding.HOLDS
    }
    in_force = _status(desk, "--date", day)["in_force"]
    assert holding == {(one["fingerprint"], tuple(one["schools"])) for one in in_force}  # type: ignore[attr-defined]
    rows = (one for one in history if one.same_as is None)
    return [row_words(one, day, translator(), "nl") for one in rows]


def _adopt_next(desk: Desk, old: str, new: str, valid_from: str, *schools: str) -> None:
    desk.edit(old, new)
    desk.edit("valid_from: 2127-08-01", f"valid_from: {valid_from}")
    desk.ask(sent="2026-05-01", before="2026-05-31")
    desk.decide(Decision.GRANTED, day="2026-05-10")
    desk.adopt("2026-05-12", schools=schools)


def test_what_was_decided_on_a_text_that_holds_says_so(desk: Desk) -> None:
    holds = "dit gaat over een andere tekst, en die geldt"
    later = (
        "dit gaat over een andere tekst; die is vastgesteld, en geldt vanaf de dag die erin staat"
    )

    def whys(*words: str) -> list[str]:
        return [one["why"] for one in _status(desk, *words)["decisions"]]  # type: ignore[attr-defined]

    own = "de tekst is die waarover is besloten"
    assert whys() == [holds, holds, own, own]
    assert whys("--date", "2127-08-01")[:2] == [
        "een latere vraag aan deze raad kwam ervoor in de plaats",
        "later is een andere tekst vastgesteld",
    ]
    _adopt_next(desk, "twee weken", "drie weken", "2128-01-01")
    assert whys() == [holds, holds, later, later, own, own]
    desk.edit("drie weken", "vier weken")
    desk.ask(sent="2026-05-15", before="2026-05-31")
    assert whys()[:6] == [holds, holds, later, later, later, later]
    assert whys("--date", "2127-08-01")[2:6] == [holds, holds, later, later]


def test_each_of_two_texts_to_come_has_its_own_days(desk: Desk) -> None:
    _adopt_next(desk, "twee weken", "drie weken", "'2128'")
    assert _rows(desk, "2026-06-01") == [
        "geldt vanaf 1 januari 2128",
        "geldt vanaf 1 augustus 2127",
        "geldt nu, tot 1 augustus 2127",
    ]
    assert _rows(desk, "2127-08-01")[1:] == [
        "geldt nu, tot 1 januari 2128",
        "vervangen op 1 augustus 2127",
    ]
    assert _rows(desk, "2128-01-01")[:2] == [
        "geldt nu, sinds 1 januari 2128",
        "vervangen op 1 januari 2128",
    ]
    assert desk.notices() == (
        "Deze tekst is vastgesteld en geldt vanaf 1 januari 2128.",
        f"Tot die dag geldt versie '{_BEFORE}', vanaf 1 augustus 2127 versie '{_LATER}'.",
    )
    assert _status(desk, "--date", "2127-08-02")["notices"] == [
        "Deze tekst is vastgesteld en geldt vanaf 1 januari 2128.",
        f"Tot die dag geldt versie '{_LATER}'.",
    ]


def test_what_is_adopted_later_for_an_earlier_day_leaves_the_other_no_day(desk: Desk) -> None:
    _adopt_next(desk, "twee weken", "drie weken", "2127-01-01")
    assert _rows(desk, "2026-06-01") == [
        "geldt vanaf 1 januari 2127",
        "vervangen; de volgende tekst is vastgesteld op 12 mei 2026",
        "geldt nu, tot 1 januari 2127",
    ]
    assert _rows(desk, "2127-09-01")[2] == "vervangen op 1 januari 2127"


def test_a_text_to_come_for_one_school_leaves_the_other_its_own(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.edit("  status:", "  applies_to: [Noord, Zuid]\n  status:")
    desk.adopt("2026-02-20")
    desk.edit("een week", "twee weken")
    desk.edit("  status:", "  valid_from: 2127-08-01\n  status:")
    desk.adopt("2026-04-02", schools=("Zuid",))
    assert _rows(desk, "2026-06-01") == [
        "geldt vanaf 1 augustus 2127 voor Zuid",
        "geldt nu, voor Zuid tot 1 augustus 2127",
    ]
    assert _rows(desk, "2127-08-01") == [
        "geldt nu voor 1 van 2 scholen: Zuid",
        "geldt nu voor 1 van 2 scholen: Noord",
    ]
    assert desk.notices()[:2] == tuple(_UNTIL_THEN)
    here = make_cover(at_school(desk.protocol, "Zuid"), translator())
    assert here.decided[:2] == tuple(_UNTIL_THEN)
    # At both schools the first text holds today.
    assert str(standings(desk.protocol)[0].why) == "it is about another text, and that one holds"


def test_a_school_where_nothing_holds_until_then_is_led_to_no_text(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.edit("  status:", "  applies_to: [Noord, Zuid]\n  status:")
    desk.adopt("2026-02-20", schools=("Noord",))
    desk.edit("een week", "twee weken")
    desk.edit("  status:", "  valid_from: 2127-08-01\n  status:")
    desk.adopt("2026-04-02", schools=("Noord", "Zuid"))
    entries = history_of_desk(desk, as_it_stands(desk.protocol))
    history = History(place=("pesten", "de-brug"), entries=entries)
    [coming] = [one for one in history.entries if one.present]
    writer = NoticeWriter(history, translator(), "nl")
    zuid, noord = (writer.to_come(coming, "p", "2026-06-01", name) for name in ("Zuid", "Noord"))
    assert zuid.links == ()
    assert zuid.sentence.endswith("voor deze school geldt, is hier niet vastgelegd.")
    assert noord.links[0][0] == "Lees de tekst die geldt"
    assert noord.sentence == " ".join(_UNTIL_THEN)


def test_schools_that_have_other_texts_until_then_are_told_apart(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.edit("  status:", "  applies_to: [Noord, Zuid]\n  status:")
    desk.adopt("2026-02-20")
    desk.edit("een week", "twee weken")
    desk.adopt("2026-04-02", schools=("Zuid",))
    desk.edit("twee weken", "drie weken")
    desk.edit("  status:", "  valid_from: 2127-08-01\n  status:")
    desk.adopt("2026-05-02")
    assert desk.notices()[:3] == (
        "Deze tekst is vastgesteld en geldt vanaf 1 augustus 2127.",
        "Tot die dag geldt voor Noord: versie 'vastgesteld-2026-02-20'.",
        "Tot die dag geldt voor Zuid: versie 'vastgesteld-2026-04-02'.",
    )
    assert _rows(desk, "2026-06-01")[1:] == [
        "geldt nu voor 1 van 2 scholen: Zuid, tot 1 augustus 2127",
        "geldt nu voor 1 van 2 scholen: Noord, tot 1 augustus 2127",
    ]


def test_the_text_that_holds_until_then_is_not_called_replaced(desk: Desk) -> None:
    desk.edit("twee weken", "drie weken")
    desk.ask(sent="2026-05-01", before="2026-05-31")
    before = open_sound_version(f"versions/pesten/de-brug@{_BEFORE}.md", desk.root).protocol
    assert before.facts.status is Status.ADOPTED
    cover = make_cover(before, translator())
    assert cover.mark == ""
    assert cover.decided == (
        f"Deze tekst geldt tot 1 augustus 2127. Vanaf die dag geldt versie '{_LATER}'.",
    )


def test_the_text_that_holds_until_then_may_be_put_back(desk: Desk) -> None:
    desk.edit("twee weken", "een week")
    desk.edit("  valid_from: 2127-08-01\n", "")
    said = f"Deze tekst geldt tot 1 augustus 2127. Vanaf die dag geldt versie '{_LATER}'."
    assert (_status(desk)["notices"], desk.notices()) == ([said], (said,))
    assert _status(desk)["status"] == "vastgesteld"
    assert _status(desk, "--date", "2127-08-01")["status"] == "vervangen"
    assert _in_force(desk) == [(_BEFORE, "2026-02-20", True)]
    assert _rows(desk, "2026-06-01")[-1] == "geldt nu, tot 1 augustus 2127"
    assert desk.checked() == ["put-back-to-come"]
    told = {one.approval.version: (one.holds, str(one.why)) for one in standings(desk.protocol)}
    assert told[_BEFORE] == (True, "the text is the one that was decided on")


def test_the_day_of_another_text_is_none_of_what_was_put_back(desk: Desk) -> None:
    desk.edit("twee weken", "een week")
    assert _in_force(desk) == [(_BEFORE, "2026-02-20", True)]
    assert _status(desk)["status"] == "vastgesteld"
    assert sorted(desk.checked()) == ["begin-changed", "put-back-to-come"]


@pytest.fixture
def put_back(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project with a site, in which a text was put back before another begins."""
    desk.edit("twee weken", "een week")
    desk.edit("  valid_from: 2127-08-01\n", "")
    root = make_project(tmp_path_factory.mktemp("putback") / "p")
    for name in ("protocols", "versions"):
        copytree(desk.root / name, root / name, dirs_exist_ok=True)
    return root


def _words(site: Path, page: str) -> str:
    return " ".join(read_page(site, page).get_text(" ", strip=True).split())


def test_the_site_has_the_text_that_holds_until_the_other_begins(
    put_back: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, until = put_back.parent / "out", "Deze tekst geldt tot 1 augustus 2127."
    for day, seconds in (("1 juni 2026", "1780308000"), ("2 juni 2026", "1780394400")):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
        assert "Traceback" not in command("build", "-C", put_back, "-o", site).stderr
        words = _words(site, "protocols/pesten/de-brug.html")
        assert "wordt een week geschorst" in words
        assert "twee weken" not in words
        for page in ("index.html", "mijn-school/de-brug/index.html"):
            assert f"Stand op {day}." in _words(site, page)
            assert until in _words(site, page)
        assert "Er is een gewijzigde tekst" not in _words(site, "index.html")


def test_akoma_ntoso_tells_which_text_holds_today(desk: Desk) -> None:
    desk.edit("twee weken", "een week")
    desk.edit("  valid_from: 2127-08-01\n", "")
    said = typed("export", _FILE, "--format", "akn", cwd=desk.root).stdout
    assert "Deze tekst geldt tot 1 augustus 2127." in said


@pytest.mark.process
def test_an_archive_says_of_which_day_it_tells_what_holds(desk: Desk, after: str) -> None:
    typed("archive", _FILE, "-o", str(desk.root.parent / "archief"), cwd=desk.root)
    told = _word_text(desk.root.parent / "archief" / "besluiten.docx")
    assert "Stand op 1 augustus 2127." in told


_COMMANDS = "archive beside_text check dossier redline status was_wordt_input".split()


def test_a_text_that_is_itself_to_come_is_told_with_its_day(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.edit("  status:", "  valid_from: 2127-08-01\n  status:")
    desk.adopt("2026-02-20")
    desk.edit("een week", "twee weken")
    desk.edit("valid_from: 2127-08-01", "valid_from: 2128-08-01")
    desk.adopt("2026-04-02")
    until = f"Tot die dag geldt vanaf 1 augustus 2127 versie '{_BEFORE}'."
    assert desk.notices()[1] == _status(desk)["notices"][1] == until  # type: ignore[index]
    assert _status(desk, "--date", "2127-08-01")["notices"][1] == (  # type: ignore[index]
        f"Tot die dag geldt versie '{_BEFORE}'."
    )


def _word_text(path: Path) -> str:
    with ZipFile(path) as package:
        return re.sub(r"<[^>]+>", "", package.read("word/document.xml").decode())


@pytest.fixture
def after(monkeypatch: pytest.MonkeyPatch) -> str:
    """Have every command run on the day on which the later text of the desk begins."""
    for name in _COMMANDS:
        module = import_module(f"protocolkit.commands.{name}")
        monkeypatch.setattr(module, "today", lambda: "2127-08-01")
    return "2127-08-01"


@pytest.mark.process
def test_what_was_put_back_is_over_once_the_day_of_the_other_came(desk: Desk, after: str) -> None:
    desk.edit("twee weken", "een week")
    desk.edit("  valid_from: 2127-08-01\n", "")
    said = (
        "Na deze tekst is een andere vastgesteld, op 2 april 2026. Deze tekst geldt pas weer als "
        "die opnieuw is vastgesteld."
    )
    assert _status(desk)["notices"] == _status(desk, "--date", after)["notices"] == [said]
    told = typed("check", cwd=desk.root).stdout
    assert "[put-back-unadopted]" in told
    assert "[put-back-to-come]" not in told
    assert "[put-back-to-come]" in typed("check", "--date", "2127-07-31", cwd=desk.root).stdout


@pytest.mark.process
def test_papers_of_a_command_tell_the_day_on_which_they_are_made(desk: Desk, after: str) -> None:
    kept = f"versions/pesten/de-brug@{_BEFORE}.md"
    made = typed("archive", _FILE, "-o", str(desk.root.parent / "uit"), cwd=desk.root)
    assert made.returncode == 0, made.stderr
    files = {path.name: path for path in (desk.root.parent / "uit").rglob("*.docx")}
    said = _word_text(files[f"de-brug@{_BEFORE}.docx"])
    assert "VERVANGEN – geldt niet meer" in said
    assert "geldt tot 1 augustus 2127" not in said
    assert "Deze tekst is vastgesteld en geldt vanaf" not in _word_text(
        files[f"de-brug@{_LATER}.docx"]
    )
    old = open_sound_version(kept, desk.root, after).protocol
    assert old.facts.status is Status.REPLACED
    assert open_sound_version(kept, desk.root, "2127-07-31").protocol.facts.status is Status.ADOPTED
    table = desk.root.parent / "tabel.docx"
    typed("was-wordt", _FILE, "--since", kept, "-o", str(table), cwd=desk.root)
    assert "geldt tot 1 augustus" not in _word_text(table)


def test_a_text_that_holds_by_now_is_not_told_with_its_day(desk: Desk, after: str) -> None:
    desk.edit("twee weken", "drie weken")
    desk.ask(sent="2026-05-01", before="2026-05-31")
    said = "Tot deze tekst is vastgesteld, geldt een andere: die is vastgesteld op 2 april 2026"
    assert _status(desk)["notices"] == [f"{said} (versie {_LATER})."]
    whys = [one["why"] for one in _status(desk)["decisions"]]  # type: ignore[attr-defined]
    assert whys[3] == "dit gaat over een andere tekst, en die geldt"


@pytest.mark.process
def test_a_day_that_was_changed_after_the_adoption_is_told(desk: Desk) -> None:
    assert desk.checked() == []
    desk.edit("valid_from: 2127-08-01", "valid_from: 2127-09-01")
    assert desk.checked() == ["begin-changed"]
    desk.edit("  valid_from: 2127-09-01\n", "")
    assert desk.checked() == ["begin-changed"]
    desk.edit("  status:", "  valid_from: 2127-08\n  status:")
    assert desk.checked() == []
    desk.edit("valid_from: 2127-08", "valid_from: 2127-09")
    said = typed("check", cwd=desk.root).stdout
    assert "vastgesteld met 1 augustus 2127 bij 'valid_from'" in said
    assert "en nu staat daar september 2127" in said
    words = ("--decision", "nog niet besloten", "--reason", "een andere dag")
    assert typed("correct", _FILE, "--body", "CvB", *words, cwd=desk.root).returncode == 0
    desk.adopt("2026-04-02")
    assert desk.checked() == []
    assert [one[1] for one in _in_force(desk, "--date", "2127-09-01")] == ["2127-09-01"]


def test_a_text_of_before_a_small_correction_holds_no_more(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.ask()
    desk.decide(Decision.GRANTED, day="2026-02-10")
    desk.adopt("2026-02-20")
    desk.edit("123 45 67", "123 45 68")
    desk.tell(day="2026-02-25")
    desk.edit("een week", "twee weken")
    desk.edit("  status:", "  valid_from: 2127-08-01\n  status:")
    desk.ask(sent="2026-03-05", before="2026-04-01")
    desk.decide(Decision.GRANTED, day="2026-03-20")
    desk.adopt("2026-04-02")
    assert _rows(desk, "2026-06-01") == [
        "geldt vanaf 1 augustus 2127",
        "geldt nu, tot 1 augustus 2127",
        "verbeterd; dat is op 25 februari 2026 aan de raad gemeld",
    ]
