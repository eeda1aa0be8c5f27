"""A decision holds as far as the version that was kept proves it."""

from __future__ import annotations

from pathlib import Path

import pytest

from decided import TODAY, Desk
from protocolkit.decisions.kept_standing import proven_standings
from protocolkit.document.approvals import Decision
from protocolkit.document.fingerprints import check_code, codes_of_before, protocol_fingerprint
from protocolkit.versions.removed_names import remove_name
from told_everywhere import told
from typed import typed

_FILE = "protocols/pesten/de-brug.md"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    # What git says of earlier commits is not looked at here.
    monkeypatch.setattr("protocolkit.checking.anchors.changed_since", lambda *_: None)
    made = Desk(tmp_path)
    made.ask()
    made.decide(Decision.GRANTED)
    return made


def _version(desk: Desk) -> Path:
    return desk.root / "versions" / "pesten" / "de-brug@voorgelegd-2026-02-03.md"


def _holds(desk: Desk) -> list[bool]:
    return [one.holds for one in proven_standings(desk.protocol, desk.root)]


def test_a_version_as_it_was_kept_proves_the_decision(desk: Desk) -> None:
    assert (_holds(desk), desk.checked()) == ([True], [])
    _version(desk).write_text(_version(desk).read_text("utf-8") + "\n", "utf-8")
    assert _holds(desk) == [True], "the words are the same"
    assert typed("check", _FILE, cwd=desk.root).returncode == 1, "its bytes are not"


def test_a_check_code_of_another_text_than_the_version_is_told(desk: Desk) -> None:
    before = protocol_fingerprint(desk.protocol)
    desk.edit("een week", "twee weken")
    desk.edit(before, protocol_fingerprint(desk.protocol))
    assert desk.holds() == [True], "by the front matter alone it would hold"
    assert (_holds(desk), desk.checked()) == ([False], ["decided-version-other"])
    said = typed("status", _FILE, cwd=desk.root).stdout
    assert "Geldt niet: de controlecode van dit besluit is niet die van de bewaarde versie" in said
    done = typed("check", _FILE, cwd=desk.root)
    assert (done.returncode, "[decided-version-other]" in done.stdout) == (1, True), done.stdout


def test_a_code_of_before_proves_a_text_only_by_its_version(desk: Desk) -> None:
    """It does not say which note the last mark calls; nobody is told that the text was changed."""
    desk.edit("naar de mentor.[^1]", "naar de mentor[^1] of zijn[^2] vervanger.[^1]")
    desk.edit("van de klas.", "van de klas.\n\n[^2]: Of haar.")
    desk.ask("OR")
    code = protocol_fingerprint(desk.protocol)
    desk.edit(code, codes_of_before(desk.protocol)[0])
    assert desk.checked() == ["changed-after-decision", "decision-code-old"]
    why = [str(one.why) for one in proven_standings(desk.protocol, desk.root)]
    assert "its check code is of before" in why[1]
    desk.edit("vervanger.[^1]", "vervanger.[^2]")
    refused = desk.refused(lambda: desk.decide(Decision.GRANTED, "OR"))
    assert refused == "text-differs", "another note is called"
    desk.edit("vervanger.[^2]", "vervanger.[^1]")
    assert desk.decide(Decision.GRANTED, "OR").entry.fingerprint == code
    assert _holds(desk) == [False, True]


def test_a_version_that_was_changed_is_told_by_check_and_status_of_its_protocol(desk: Desk) -> None:
    path = _version(desk)
    path.write_text(path.read_text("utf-8").replace("een week", "twee weken"), "utf-8")
    assert _holds(desk) == [False]
    done = typed("check", _FILE, cwd=desk.root)
    assert (done.returncode, "[frozen-touched]" in done.stdout) == (1, True), done.stdout
    said = typed("status", _FILE, cwd=desk.root).stdout
    assert "Geldt niet: de versie waarover is besloten, is veranderd" in said


def test_a_version_that_is_gone_is_told_by_check_and_status_of_its_protocol(desk: Desk) -> None:
    other = Desk(desk.root, slug="de-linde")
    _version(desk).unlink()
    assert _holds(desk) == [False]
    done = typed("check", _FILE, cwd=desk.root)
    assert done.returncode == 1
    assert "[frozen-gone]" in done.stdout
    assert "[decided-version-gone]" in done.stdout
    assert "bestaat niet" in typed("status", _FILE, cwd=desk.root).stdout
    done = typed("check", f"protocols/pesten/{other.path.name}", cwd=desk.root)
    assert "frozen-gone" not in done.stdout, "it is no version of this one"


def test_a_list_that_cannot_be_read_proves_nothing(desk: Desk) -> None:
    (desk.root / "versions" / "versions.json").write_text("{}", "utf-8")
    assert _holds(desk) == [False]
    assert "versions.json" in typed("check", _FILE, cwd=desk.root).stdout
    assert typed("status", _FILE, cwd=desk.root).returncode == 0


def test_a_name_that_went_on_request_takes_no_decision_away(desk: Desk) -> None:
    remove_name(desk.root, desk.path, "mevrouw Jansen", TODAY, lambda _: False)
    assert (_holds(desk), desk.checked()) == ([True], [])


def test_a_code_of_no_text_is_told_as_such_with_what_it_may_mean(desk: Desk) -> None:
    desk.adopt()
    code = protocol_fingerprint(desk.protocol)
    wrong = code.replace(code[4:6], "00" if code[4:6] != "00" else "11", 1)
    at = desk.path.read_text("utf-8")
    desk.path.write_text(at.replace(code, wrong), "utf-8")
    found = told(desk)
    assert found.status == "vaststelling niet na te gaan"
    assert found.checked.count("decision-code-unknown") == 2
    assert "changed-after-decision" not in found.checked
    said = typed("status", _FILE, cwd=desk.root).stdout
    assert "gewijzigd na" not in said
    assert "Geldt niet: van dit protocol is hier geen tekst met deze controlecode bekend" in said
    assert f"Bedoelt u: {check_code(code)}?" in said
    assert f"staat de controlecode {check_code(wrong)}. Van dit protocol is hier geen" in said
    assert (
        f"Codes die erop lijken: {check_code(code)}." in typed("check", _FILE, cwd=desk.root).stdout
    )
    desk.edit("een week", "twee weken")
    assert told(desk).checked.count("decision-code-unknown") == 2


def test_a_code_of_a_kind_that_is_not_known_says_so(desk: Desk) -> None:
    code = protocol_fingerprint(desk.protocol)
    at = desk.path.read_text("utf-8")
    newer = f"9:{code.partition(':')[2]}"
    desk.path.write_text(at.replace(code, newer), "utf-8")
    found = told(desk)
    assert found.checked == ("decision-code-kind",)
    kind = "van een soort die hier niet bekend is"
    said = typed("status", _FILE, cwd=desk.root).stdout
    assert f"Geldt niet: de controlecode is {kind}; zie 'protocol check'" in said
    assert any(f"staat de controlecode {newer}, {kind}" in one for one in found.notices)
    assert not any("gewijzigd na" in one for one in (said, *found.notices))
    text = desk.path.read_text("utf-8").replace("decision: verleend", "decision: gevraagd")
    desk.path.write_text(text.replace('date: "2026-03-10"', "").replace("date: 2026-03-10", ""))
    assert desk.refused(lambda: desk.decide(Decision.GRANTED)) == "code-kind-unknown"


def test_a_text_that_was_changed_after_a_decision_is_still_told_as_changed(desk: Desk) -> None:
    desk.edit("een week", "twee weken")
    found = told(desk)
    assert found.checked == ("changed-after-decision",)
    assert any(one.startswith("Deze tekst is gewijzigd na het besluit") for one in found.notices)


def test_a_code_that_is_typed_wrong_is_answered_with_those_that_are_near(desk: Desk) -> None:
    code = check_code(protocol_fingerprint(desk.protocol))
    wrong = f"{code[:-1]}{'0' if code[-1] != '0' else '1'}"
    words = ("--body", "CvB", "--decision", "vastgesteld", "--date", "2026-03-24")
    done = typed("approve", wrong, *words, cwd=desk.root)
    assert "[code-near]" in done.stderr
    assert f"Bedoelt u: {code}?" in done.stderr
