"""What a council decides holds for the text that it had before it, and for no other."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from decided import TEXT as DESK_TEXT
from decided import Desk
from protocolkit.base.messages import translator
from protocolkit.base.problems import ProtocolkitError
from protocolkit.checking.decided_text import check_decided_text
from protocolkit.checking.kept_versions import check_decided_versions, check_frozen
from protocolkit.decisions.deciding import Recorded, Ruling, decide
from protocolkit.decisions.decision_standing import standings
from protocolkit.decisions.earlier import record_earlier
from protocolkit.decisions.finding import code_signs, find_by_code
from protocolkit.decisions.mending import Mending, mend
from protocolkit.decisions.submitting import Request, submit
from protocolkit.decisions.working_file import WorkingFile, open_working_file
from protocolkit.document.agreed_schools import agreed_schools
from protocolkit.document.approvals import Decision, Right
from protocolkit.document.cover import make_cover
from protocolkit.document.facts import Status
from protocolkit.document.fingerprints import check_code, protocol_fingerprint
from seeds import ROOT
from typed import typed

TODAY = "2026-04-01"
TEXT = """---
protocol:
  title: Pesten
  organisation: {name: De Brug, kind: bestuur}   # van het bestuur
  status: concept   # sinds mei
---

# Pesten

{#a1}
1. Wie pest, gaat naar de mentor.[^1]

{#a2}
2. Bij herhaling:
   | wat | wie |
   |---|---|
   | gesprek | de mentor |

{#a3}
3. De school belt de ouders.

[^1]: Dat is de mentor van de klas.
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "protocols" / "pesten"
    folder.mkdir(parents=True)
    (folder / "de-brug.md").write_text(TEXT, "utf-8")
    return tmp_path


def _path(root: Path) -> Path:
    return root / "protocols" / "pesten" / "de-brug.md"


def _opened(root: Path) -> WorkingFile:
    return open_working_file(root, _path(root))


def _ask(
    root: Path,
    section: str = "",
    right: Right = Right.CONSENT,
    sent: str = "2026-02-03",
    before: str = "2026-03-31",
) -> str:
    request = Request(body="MR De Brug", right=right, section=section, sent=sent, before=before)
    [done] = submit(_opened(root), [request], TODAY)
    return done.version.name


def _decide(
    root: Path,
    decision: Decision = Decision.GRANTED,
    *,
    day: str = "2026-03-10",
    agrees: bool = False,
    **more: object,
) -> Recorded:
    ruling = Ruling(body="mr  de brug", decision=decision, day=day, **more)  # type: ignore[arg-type]
    return decide(_opened(root), ruling, TODAY, lambda changes: agrees)


def _refused(root: Path, decision: Decision = Decision.GRANTED, **more: object) -> str:
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    with pytest.raises(ProtocolkitError) as caught:
        _decide(root, decision, **more)  # type: ignore[arg-type]
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before
    return caught.value.problem.code.name


def _edit(root: Path, old: str, new: str) -> None:
    text = _path(root).read_text("utf-8")
    assert old in text
    _path(root).write_text(text.replace(old, new), "utf-8")


def _holds(root: Path) -> list[bool]:
    return [one.holds for one in standings(_opened(root).protocol)]


def _checked(root: Path) -> list[str]:
    return [found.code.name for found in check_decided_text(_opened(root).protocol)]


def test_submitting_keeps_the_text_and_says_so_in_the_file(root: Path) -> None:
    assert _ask(root, "ouders") == "de-brug@voorgelegd-2026-02-03.md"
    assert _ask(root, "personeel") == "de-brug@voorgelegd-2026-02-03.md", "the same text, kept once"
    text = _path(root).read_text("utf-8")
    assert "status: voorgelegd   # sinds mei" in text
    assert "   # van het bestuur" in text
    assert text.endswith(TEXT.partition("# Pesten")[2])
    protocol = _opened(root).protocol
    assert protocol.facts.status is Status.SUBMITTED
    assert [(one.section, one.decision, one.version) for one in protocol.facts.approvals] == [
        ("ouders", Decision.ASKED, "voorgelegd-2026-02-03"),
        ("personeel", Decision.ASKED, "voorgelegd-2026-02-03"),
    ]
    kept = open_working_file(root, _path(root)).protocol
    assert {one.fingerprint for one in kept.facts.approvals} == {protocol_fingerprint(protocol)}
    assert list(check_frozen(root)) == []


def test_another_text_on_the_same_day_is_another_version(root: Path) -> None:
    _ask(root, "ouders")
    _edit(root, "belt", "mailt")
    assert _ask(root, "ouders") == "de-brug@voorgelegd-2026-02-03-2.md"
    assert _checked(root) == [], "the new question takes the place of the earlier one"


def test_the_same_is_not_asked_twice_about_one_text(root: Path) -> None:
    _ask(root)
    with pytest.raises(ProtocolkitError) as caught:
        _ask(root, sent="2026-02-04")
    assert caught.value.problem.code.name == "already-submitted"


@pytest.mark.parametrize(
    ("sent", "before", "code"),
    [
        ("2026-02-30", "2026-03-17", "day-unreal"),
        ("3-2-2026", "2026-03-17", "day-written"),
        ("1926-02-03", "2026-03-17", "day-far"),
        ("2026-02-03", "2126-03-17", "day-far"),
        ("2026-02-03", "2026-01-17", "days-in-wrong-order"),
    ],
)
def test_days_that_cannot_be_are_refused(root: Path, sent: str, before: str, code: str) -> None:
    request = Request(body="MR", right=Right.ADVICE, sent=sent, before=before)
    with pytest.raises(ProtocolkitError) as caught:
        submit(_opened(root), [request], TODAY)
    assert caught.value.problem.code.name == code
    assert _path(root).read_text("utf-8") == TEXT
    assert not (root / "versions").exists()


def test_a_decision_holds_for_the_text_that_lay_there(root: Path) -> None:
    _ask(root)
    assert _holds(root) == [False]
    assert _decide(root).is_on_this_text
    assert (_holds(root), _checked(root)) == ([True], [])


@pytest.mark.parametrize(
    ("old", "new", "holds"),
    [
        ("belt", "mailt", False),
        ("3. De school", "4. De school", False),
        ("mentor van de klas", "leraar van de klas", False),
        ("mentor.[^1]", "mentor.", False),
        ("| gesprek | de mentor |", "| gesprek de | mentor |", False),
        ("# Pesten", "# Over pesten", False),
        ("De school belt de ouders.", "De school\nbelt  de ouders.", True),
        ("De school belt", "De *school* belt", True),
        ("{#a3}", "{#a4}", True),
        ("kind: bestuur", "kind: bestuur, sector: po", True),
    ],
)
def test_what_ends_a_decision_and_what_keeps_it(
    root: Path, old: str, new: str, holds: bool
) -> None:
    _ask(root)
    _decide(root)
    _edit(root, old, new)
    assert _holds(root) == [holds]
    assert _checked(root) == ([] if holds else ["changed-after-decision"])
    _edit(root, new, old)
    assert (_holds(root), _checked(root)) == ([True], []), "undone, it holds again"


def test_a_clause_that_moves_ends_a_decision(root: Path) -> None:
    _ask(root)
    _decide(root)
    text = _path(root).read_text("utf-8")
    first, last = text.index("{#a1}"), text.index("{#a3}")
    end = text.index("[^1]:")
    _path(root).write_text(text[:first] + text[last:end] + text[first:last] + text[end:], "utf-8")
    assert _holds(root) == [False]


def test_nobody_decides_on_a_text_that_did_not_lie_there(root: Path) -> None:
    _ask(root)
    _edit(root, "belt", "mailt")
    assert _refused(root) == "text-differs"
    assert _refused(root, Decision.WITHHELD) == "text-differs"
    assert _checked(root) == ["changed-after-submission"]
    _edit(root, "mailt", "belt")
    assert _decide(root).is_on_this_text


def test_what_differs_is_named(root: Path) -> None:
    _ask(root)
    _edit(root, "belt", "mailt")
    with pytest.raises(ProtocolkitError) as caught:
        _decide(root)
    assert dict(caught.value.problem.values)["places"].endswith("3")


def test_agreed_changes_hold_for_the_new_text_once_confirmed(root: Path) -> None:
    _ask(root)
    agreed = Decision.GRANTED_WITH_CHANGES
    assert _refused(root, agreed, agrees=True) == "nothing-agreed"
    _edit(root, "belt", "mailt")
    assert _refused(root, agreed) == "not-confirmed"
    done = _decide(root, agreed, agrees=True)
    assert done.version == root / "versions" / "pesten" / "de-brug@afgesproken-2026-03-10.md"
    assert _holds(root) == [True]
    _edit(root, "mailt", "bezoekt")
    assert (_holds(root), _checked(root)) == ([False], ["changed-after-decision"])


def test_consent_of_one_section_does_not_hold_for_what_the_other_changed(root: Path) -> None:
    _ask(root, "ouders")
    _ask(root, "personeel")
    assert _refused(root) == "several-asked"
    _decide(root, section="ouders")
    _edit(root, "belt", "mailt")
    _decide(root, Decision.GRANTED_WITH_CHANGES, section="personeel", agrees=True)
    assert _holds(root) == [False, True]


@pytest.mark.parametrize(
    ("decision", "right", "code"),
    [
        (Decision.POSITIVE, Right.CONSENT, "decision-unknown"),
        (Decision.GRANTED, Right.ADVICE, "decision-unknown"),
        (Decision.ASKED, Right.ADVICE, "decision-unknown"),
    ],
)
def test_a_decision_goes_with_the_right(
    root: Path, decision: Decision, right: Right, code: str
) -> None:
    _ask(root, right=right)
    assert _refused(root, decision) == code


def test_a_council_that_was_not_asked_decides_nothing(root: Path) -> None:
    assert _refused(root) == "nobody-asked"
    _ask(root)
    assert _refused(root, section="ouders") == "body-unknown"
    assert _refused(root, day="2026-01-10") == "days-in-wrong-order"
    assert _refused(root, day="2026-04-02") == "day-to-come"


def test_a_decision_is_recorded_once_but_an_adjourned_one_can_follow(root: Path) -> None:
    _ask(root)
    _decide(root, Decision.ADJOURNED)
    assert _holds(root) == [False]
    _decide(root, Decision.WITHHELD, day="2026-03-20")
    assert _refused(root) == "already-decided"
    assert [one.decision for one in _opened(root).protocol.facts.approvals] == [Decision.WITHHELD]


@pytest.mark.parametrize("decision", [Decision.NO_ANSWER, Decision.PROPOSAL_WITHDRAWN])
def test_no_answer_is_never_consent(root: Path, decision: Decision) -> None:
    _ask(root, before="2026-03-05")
    _decide(root, decision)
    assert _holds(root) == [False]


def test_adopting_keeps_the_text_and_sets_the_status(root: Path) -> None:
    _ask(root)
    _decide(root)
    ruling = Ruling(body="College van bestuur", decision=Decision.ADOPTED, day="2026-03-20")
    done = decide(_opened(root), ruling, TODAY, lambda changes: False)
    assert done.version == root / "versions" / "pesten" / "de-brug@vastgesteld-2026-03-20.md"
    assert _opened(root).protocol.facts.status is Status.ADOPTED
    assert (_holds(root), _checked(root)) == ([True, True], [])


@pytest.mark.parametrize("between", [" ", "-", " - ", "\u2013", ".", "_", "\u00ad", ""])
def test_a_code_is_known_however_it_is_written(root: Path, between: str) -> None:
    _ask(root)
    code = check_code(protocol_fingerprint(_opened(root).protocol))
    groups = code.upper().split()
    for typed_code in (between.join(groups), f"Controlecode: {between.join(groups)}."):
        words = ("--body", "MR De Brug", "--decision", "aangehouden")
        done = typed("approve", typed_code, *words, "--date", "2026-03-10", cwd=root)
        assert done.returncode == 0, done.stderr
    short = f"{code[:2]}{between}{code[2:4]}{between}{code[5:7]}"
    done = typed("approve", short, *words, "--date", "2026-03-10", cwd=root)
    assert (done.returncode, "code-short" in done.stderr) == (2, True), done.stderr


@pytest.mark.parametrize(("kind", "is_known"), [("9:", False), ("1: ", False), ("2:", True)])
def test_a_code_of_a_kind_that_nobody_knows_finds_no_text(
    root: Path, kind: str, is_known: bool
) -> None:
    _ask(root)
    typed_code = f"{kind}{check_code(protocol_fingerprint(_opened(root).protocol))}"
    if is_known:
        assert find_by_code(root, code_signs(typed_code), typed_code).path == _path(root)
        return
    with pytest.raises(ProtocolkitError, match="code-near"):
        find_by_code(root, code_signs(typed_code), typed_code)


def test_a_file_that_is_called_as_a_code_is_that_file(root: Path) -> None:
    (root / "decade-face").mkdir()
    done = typed("approve", "decade-face", "--body", "MR", "--decision", "verleend", cwd=root)
    assert "code-unknown" not in done.stderr


def test_adopting_another_text_than_was_agreed_is_told(root: Path) -> None:
    _ask(root)
    _decide(root)
    _edit(root, "belt", "mailt")
    ruling = Ruling(body="College van bestuur", decision=Decision.ADOPTED, day="2026-03-20")
    decide(_opened(root), ruling, TODAY, lambda changes: False)
    assert _checked(root) == ["adopted-other-text"]


def test_a_code_finds_the_text_and_is_refused_at_another_council(root: Path) -> None:
    _ask(root)
    code = check_code(protocol_fingerprint(_opened(root).protocol))
    _edit(root, "belt", "mailt")
    assert find_by_code(root, code_signs(code), code).path == _path(root)
    assert _refused(root, signs="0" * 12) == "code-of-other"
    done = _decide(root, signs=code_signs(code))
    assert not done.is_on_this_text
    assert (_holds(root), _checked(root)) == ([False], ["changed-after-decision"])
    with pytest.raises(ProtocolkitError):
        find_by_code(root, "0" * 12, "0000 0000 0000")


def test_a_proof_stays_outside_and_is_known_again(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    _ask(root)
    inside = root / "notulen.pdf"
    inside.write_bytes(b"x")
    assert _refused(root, proof=inside) == "proof-inside"
    outside = tmp_path_factory.mktemp("archief") / "notulen.pdf"
    outside.write_bytes(b"notulen")
    proof = _decide(root, proof=outside).entry.proof
    assert (proof.file, len(proof.sha256)) == ("notulen.pdf", 64)
    assert _opened(root).protocol.facts.approvals[0].proof == proof


def test_a_frozen_version_that_was_edited_is_named(root: Path) -> None:
    _ask(root)
    path = root / "versions" / "pesten" / "de-brug@voorgelegd-2026-02-03.md"
    path.write_text(path.read_text("utf-8").replace("belt", "mailt"), "utf-8")
    assert [found.code.name for found in check_frozen(root)] == ["frozen-touched"]


def test_the_commands_say_what_they_did(root: Path) -> None:
    file = "protocols/pesten/de-brug.md"
    asked = ("--body", "GMR De Brug", "--right", "instemming", "--sent", "2026-02-03")
    done = typed("submit", file, *asked, "--before", "2026-03-17", cwd=root)
    assert (done.returncode, done.stdout) == (
        0,
        "versions/pesten/de-brug@voorgelegd-2026-02-03.md\n",
    )
    assert "Het antwoord wordt uiterlijk op 17 maart 2026 verwacht." in done.stderr
    decided = ("--body", "GMR De Brug", "--decision", "verleend", "--date", "2026-03-10")
    assert typed("approve", file, *decided, cwd=root).returncode == 0
    [one] = json.loads(typed("status", "--format", "json", cwd=root).stdout)["protocols"]
    told = (one["path"], one["status"], one["shown"])
    assert told == (file, "voorgelegd", "voorgelegd aan de (G)MR")
    assert one["decisions"] == [
        {
            "body": "GMR De Brug",
            "section": "",
            "right": "instemming",
            "decision": "verleend",
            "date": "2026-03-10",
            "version": "voorgelegd-2026-02-03",
            "schools": [],
            "holds": True,
            "why": "de tekst is die waarover is besloten",
            "shown": True,
            "answered": "",
            "talked": "",
            "ended": None,
            "corrections": [],
            "earlier": [],
            "mended": [],
        }
    ]
    assert one["schools"] is None
    assert "Geldt: de tekst is die waarover is besloten" in typed("status", file, cwd=root).stdout
    _edit(root, "belt", "mailt")
    again = typed("approve", file, *decided, cwd=root)
    assert again.returncode == 2
    assert "is al vastgelegd" in again.stderr


_GUIDE = ROOT / "docs" / "gebruik" / "voorleggen.md"


@pytest.mark.process
def test_every_command_of_the_guide_works(root: Path) -> None:
    blocks = re.findall(r"```bash\n(.*?)```", _GUIDE.read_text("utf-8"), re.DOTALL)
    commands = [line for block in blocks for line in block.splitlines()]
    assert len(commands) == 23
    _edit(root, "Dat is de mentor", "Dat is mevrouw J. Jansen, de mentor")
    other = TEXT.replace("status: concept", "status: in werking")
    _path(root).with_name("rookvrij.md").write_text(other.replace("mentor", "directeur"), "utf-8")
    for line in commands:
        name, *words = shlex.split(line)
        if "verleend met afgesproken wijzigingen" in words:
            _edit(root, "belt", "mailt")
            words.append("--yes")
        if "kleine verbetering" in words:
            _edit(root, "J. Jansen", "K. Bos")
            words.append("--yes")
        done = typed(*words, cwd=root)
        # 'check' finds that one section agreed with another text; that is what the page says.
        assert (name, done.returncode) in {("protocol", 0), ("protocol", 1)}, done.stderr
    assert _holds(root) == [False, True, True, True, True]


def test_what_follows_a_decision_is_told_as_days(root: Path) -> None:
    _ask(root, "ouders")
    _ask(root, "personeel", right=Right.ADVICE)
    _decide(root, Decision.WITHHELD, section="ouders")
    _decide(root, Decision.NEGATIVE, section="personeel")
    file = "protocols/pesten/de-brug.md"
    said = typed("status", file, cwd=root).stdout
    assert "drie maanden, tot en met 10 juni 2026" in said
    assert "schriftelijk antwoord" in said
    _edit(root, "decision: negatief", "decision: negatief\n      answered: 2026-03-20")
    said = typed("status", file, cwd=root).stdout
    assert "zes weken, tot en met 1 mei 2026" in said


def test_twelve_councils_of_which_one_refuses(root: Path) -> None:
    names = ", ".join(f"obs {number}" for number in range(12))
    _edit(root, "  status: concept", f"  applies_to: [{names}]\n  status: concept")
    for number in range(12):
        request = Request(
            body=f"MR obs {number}",
            right=Right.CONSENT,
            sent="2026-02-03",
            before="2026-03-17",
            schools=(f"obs {number}",),
        )
        submit(_opened(root), [request], TODAY)
    for number in range(11):
        given = Decision.WITHHELD if number == 7 else Decision.GRANTED
        ruling = Ruling(body=f"MR obs {number}", decision=given, day="2026-03-10")
        decide(_opened(root), ruling, TODAY, lambda changes: False)
    found = agreed_schools(_opened(root).protocol)
    assert found is not None
    assert (len(found.agreed), found.still) == (10, ("obs 7", "obs 11"))
    said = typed("status", cwd=root).stdout
    assert "Er is instemming voor 10 van 12 scholen. Nog niet voor: obs 11." in said
    cover = make_cover(_opened(root).protocol, translator())
    agreed = "Er is instemming voor 10 van 12 scholen. Nog niet voor: obs 11."
    assert cover.decided == (agreed, "Instemming is niet gegeven voor: obs 7.")
    assert len(list((root / "versions" / "pesten").iterdir())) == 1, "one text, kept once"
    _edit(root, "belt", "mailt")
    found = agreed_schools(_opened(root).protocol)
    assert found is not None
    assert found.agreed == ()


def _fill(path: Path, rows: list[list[object]]) -> None:
    book = openpyxl.load_workbook(path)
    for row in rows:
        book.active.append(row)
    for cell in (cell for cells in book.active.iter_rows() for cell in cells):
        if cell.data_type == "f":
            cell.data_type = "s"  # what somebody typed as words
    book.save(path)


def test_many_councils_go_out_through_one_list_and_come_back_in_it(root: Path) -> None:
    file, sheet = "protocols/pesten/de-brug.md", root / "lijst.xlsx"
    assert typed("submit", file, "--list", "lijst.xlsx", cwd=root).returncode == 0
    rest = ["", "", None, "tellen niet mee"]
    _fill(
        sheet,
        [
            ["MR obs A", "ouders", "Instemming", "2026-02-03", "", "2026-03-17", "", "obs A", "ja"],
            [*("MR obs B", "", "advies", date(2026, 2, 3), "", date(2026, 3, 17)), *rest],
            [],
            ["=1+1", "", "ter kennisneming", "2026-02-03", "", "", "", "obs C; obs D", "nee"],
        ],
    )
    done = typed("submit", file, "--list", "lijst.xlsx", cwd=root)
    assert done.returncode == 0, done.stderr
    found = _opened(root).protocol.facts.approvals
    assert [(one.body, one.section, one.before, one.schools) for one in found] == [
        ("MR obs A", "ouders", "2026-03-17", ("obs A",)),
        ("MR obs B", "", "2026-03-17", ()),
        ("=1+1", "", "", ("obs C", "obs D")),
    ]
    assert [one.holidays for one in found] == ["", "tellen niet mee", ""]
    assert "vakanties: tellen niet mee" in typed("status", file, cwd=root).stdout
    assert len(list((root / "versions" / "pesten").iterdir())) == 1
    assert typed("submit", file, "--list", "weer.xlsx", cwd=root).returncode == 0
    again = openpyxl.load_workbook(root / "weer.xlsx").active
    assert [row[0].value for row in again.iter_rows(min_row=2)] == ["MR obs A", "MR obs B", "=1+1"]
    assert {cell.data_type for row in again.iter_rows() for cell in row if cell.value} == {"s"}


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (["MR", "", "toestemming", "2026-02-03", "", "2026-03-17"], "list-row"),
        (["", "ouders", "advies", "2026-02-03", "", "2026-03-17"], "list-row"),
        (["MR", "", "advies", "3 februari", "", "2026-03-17"], "list-row"),
        (["MR", "", "advies", "2026-02-03", "", "2026-01-17"], "days-in-wrong-order"),
        (["MR", "", "advies", "2026-02-03", "", "2026-03-17", "", "", "soms"], "list-row"),
        (["MR obs a", "", "Advies", "2026-02-03", "", "2026-03-17"], "list-twice"),
        (["MR", "kinderen", "advies", "2026-02-03", "", "2026-03-17"], "section-unknown"),
        ([], "list-empty"),
    ],
)
def test_a_list_with_a_wrong_row_submits_nothing(root: Path, row: list[object], code: str) -> None:
    file = "protocols/pesten/de-brug.md"
    typed("submit", file, "--list", "lijst.xlsx", cwd=root)
    good: list[object] = ["MR obs A", "", "advies", "2026-02-03", "", "2026-03-17"]
    _fill(root / "lijst.xlsx", [good, row] if row else [])
    done = typed("submit", file, "--list", "lijst.xlsx", cwd=root)
    assert (done.returncode, f"[{code}]" in done.stderr) == (2, True), done.stderr
    if row:
        assert "lijst.xlsx:3:" in done.stderr or "rij 3:" in done.stderr, "it says which row"
    assert _path(root).read_text("utf-8") == TEXT


def test_a_list_has_the_head_of_a_right_and_knows_that_of_before(root: Path) -> None:
    file, sheet = "protocols/pesten/de-brug.md", root / "lijst.xlsx"
    typed("submit", file, "--list", "lijst.xlsx", cwd=root)
    book = openpyxl.load_workbook(sheet)
    assert book.active["C1"].value == "Recht"
    book.active["C1"].value = "Rechts"
    when = datetime(2026, 3, 17, 19, 55)  # noqa: DTZ001 - a spreadsheet knows no zones
    book.active.append(["MR obs A", "", "advies", "2026-02-03", "", when])
    book.save(sheet)
    done = typed("submit", file, "--list", "lijst.xlsx", cwd=root)
    assert done.returncode == 0, done.stderr
    assert _opened(root).protocol.facts.approvals[0].before == "2026-03-17"


@pytest.mark.parametrize("content", [b"gewoon tekst", b"PK\x03\x04 een halve zip"])
def test_what_is_no_spreadsheet_is_told_as_that(root: Path, content: bytes) -> None:
    (root / "lijst.xlsx").write_bytes(content)
    done = typed("submit", "protocols/pesten/de-brug.md", "--list", "lijst.xlsx", cwd=root)
    assert (done.returncode, "[list-damaged]" in done.stderr) == (2, True), done.stderr
    assert "docx" not in done.stderr


def test_a_list_makes_no_folder_and_goes_with_no_council(root: Path) -> None:
    words = ("submit", "protocols/pesten/de-brug.md", "--list")
    done = typed(*words, "nieuw/lijst.xlsx", cwd=root)
    assert (done.returncode, "[list-folder]" in done.stderr) == (2, True), done.stderr
    assert not (root / "nieuw").exists()
    done = typed(*words, "lijst.xlsx", "--body", "MR", "--shared", cwd=root)
    assert (done.returncode, "[list-alone]" in done.stderr) == (2, True), done.stderr
    assert "--body, --shared" in done.stderr
    assert not (root / "lijst.xlsx").exists()


def test_a_council_is_asked_for_schools_of_the_text(tmp_path: Path) -> None:
    known = "  applies_to: [obs A, obs B]\n  status:"
    desk = Desk(tmp_path, DESK_TEXT.replace("  status:", known, 1))
    assert desk.refused(lambda: desk.ask(schools=("obs C",))) == "school-unknown"
    desk.ask(schools=("OBS a", " obs  A "))
    assert desk.protocol.facts.approvals[0].schools == ("obs A",), "as the text calls it"
    mend(
        desk.file,
        Mending(body="MR", changes={"schools": "Obs B; OBS b"}, reason="typfout"),
        TODAY,
        str,
    )
    assert desk.protocol.facts.approvals[0].schools == ("obs B",)
    desk.edit("status: voorgelegd", "status: vastgesteld")
    earlier = Ruling(
        body="MR Ander", decision=Decision.EARLIER, day="2026-01-10", schools=("OBS A",)
    )
    record_earlier(desk.file, earlier, TODAY)
    assert desk.protocol.facts.approvals[1].schools == ("obs A",)


def test_a_school_has_one_name_where_the_text_names_none(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    rows = [("MR A", "obs De Linde"), ("MR B", "OBS de  linde")]
    right, sent, before = Right.CONSENT, "2026-02-03", "2026-03-31"
    asked = [
        Request(body=one, right=right, sent=sent, before=before, schools=(at,)) for one, at in rows
    ]
    submit(desk.file, asked, TODAY)
    found = agreed_schools(desk.protocol)
    assert found is not None
    assert found.still == ("obs De Linde",)


def test_days_of_a_term_that_cannot_be(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    assert desk.refused(lambda: desk.ask(meeting="2026-04-01")) == "days-in-wrong-order"
    assert desk.refused(lambda: desk.ask(sent="2026-06-02", before="2026-07-01")) == "day-to-come"
    desk.ask()
    silent = Decision.NO_ANSWER
    assert desk.refused(lambda: desk.decide(silent, day="2026-03-31")) == "term-running"
    desk.decide(silent, day="2026-04-01")


def test_a_hidden_row_of_a_list_goes_out_to_nobody(root: Path) -> None:
    file, sheet = "protocols/pesten/de-brug.md", root / "lijst.xlsx"
    typed("submit", file, "--list", "lijst.xlsx", cwd=root)
    good: list[object] = ["MR obs A", "", "advies", "2026-02-03", "", "2026-03-17"]
    _fill(sheet, [good, [], ["Raad Weg", *good[1:]]])
    book = openpyxl.load_workbook(sheet)
    book.active.row_dimensions[4].hidden = True
    book.save(sheet)
    done = typed("submit", file, "--list", "lijst.xlsx", cwd=root)
    assert (done.returncode, "[list-hidden]" in done.stderr) == (2, True), done.stderr
    assert "rij 4 is verborgen" in done.stderr
    assert "Raad Weg" in done.stderr
    assert _path(root).read_text("utf-8") == TEXT


def test_a_hidden_column_of_a_list_goes_out_to_nobody(root: Path) -> None:
    file, sheet = "protocols/pesten/de-brug.md", root / "lijst.xlsx"
    typed("submit", file, "--list", "lijst.xlsx", cwd=root)
    _fill(sheet, [["MR obs A", "ouders", "advies", "2026-02-03", "", "2026-03-17"]])
    book = openpyxl.load_workbook(sheet)
    book.active.column_dimensions["B"].hidden = True
    book.save(sheet)
    done = typed("submit", file, "--list", "lijst.xlsx", cwd=root)
    assert (done.returncode, "[list-hidden-column]" in done.stderr) == (2, True), done.stderr
    assert "kolom 'Geleding' is verborgen, en daarin staat 'ouders' in rij 2" in done.stderr
    assert _path(root).read_text("utf-8") == TEXT


def test_a_hidden_sheet_of_a_list_goes_out_to_nobody(root: Path) -> None:
    file, sheet = "protocols/pesten/de-brug.md", root / "lijst.xlsx"
    typed("submit", file, "--list", "lijst.xlsx", cwd=root)
    row: list[object] = ["MR Zien", "", "advies", "2026-02-03", "", "2026-03-17"]
    _fill(sheet, [row])
    book = openpyxl.load_workbook(sheet)
    first = book.active
    other = book.copy_worksheet(first)
    first["A2"], first.sheet_state, book.active = "MR Weg", "hidden", book.index(other)
    book.save(sheet)
    done = typed("submit", file, "--list", "lijst.xlsx", cwd=root)
    assert done.returncode == 0, done.stderr
    text = _path(root).read_text("utf-8")
    assert ("MR Zien" in text, "MR Weg" in text) == (True, False)


@pytest.mark.parametrize("content", [b"Raad;Recht", b"PK\x03\x04onzin", b""])
def test_what_is_no_list_is_refused(root: Path, content: bytes) -> None:
    (root / "lijst.xlsx").write_bytes(content)
    done = typed("submit", "protocols/pesten/de-brug.md", "--list", "lijst.xlsx", cwd=root)
    assert (done.returncode, "Traceback" in done.stderr) == (2, False), done.stderr
    assert _path(root).read_text("utf-8") == TEXT


_KEPT = "versions/pesten/de-brug@voorgelegd-2026-02-03.md"


def test_a_touched_version_is_given_to_nobody(root: Path) -> None:
    _ask(root, "ouders")
    path = root / _KEPT
    path.write_text(path.read_text("utf-8").replace("belt", "mailt"), "utf-8")
    with pytest.raises(ProtocolkitError) as caught:
        _ask(root, "personeel")
    assert caught.value.problem.code.name == "not-as-kept"
    assert _refused(root) == "not-as-kept"
    done = typed("archive", "protocols/pesten/de-brug.md", "-o", "archief", cwd=root)
    assert (done.returncode, "de-brug@voorgelegd-2026-02-03.md" in done.stderr) == (1, True)
    assert not (root / "archief" / "teksten").exists()


@pytest.mark.process
def test_versions_that_went_are_told(root: Path) -> None:
    _ask(root)
    shutil.rmtree(root / "versions")
    [found] = check_decided_versions(_opened(root).protocol, root)
    assert found.code.name == "decided-version-gone"
    assert "[decided-version-gone]" in typed("check", cwd=root).stdout


def test_a_list_that_has_a_version_twice_is_told(root: Path) -> None:
    _ask(root)
    path = root / "versions" / "versions.json"
    content = json.loads(path.read_text("utf-8"))
    content["versions"] *= 2
    path.write_text(json.dumps(content), "utf-8")
    assert [found.code.name for found in check_frozen(root)] == ["frozen-twice"]


def test_the_name_of_a_version_that_went_is_not_used_again(root: Path) -> None:
    _ask(root, "ouders")
    (root / _KEPT).unlink()
    _edit(root, "belt", "mailt")
    assert _ask(root, "personeel") == "de-brug@voorgelegd-2026-02-03-2.md"


def test_adopting_by_a_code_adopts_the_text_of_that_code(root: Path) -> None:
    _ask(root)
    code = code_signs(check_code(protocol_fingerprint(_opened(root).protocol)))
    _edit(root, "belt", "mailt")
    ruling = Ruling(body="CvB", decision=Decision.ADOPTED, day="2026-03-20", signs=code)
    with pytest.raises(ProtocolkitError) as caught:
        decide(_opened(root), ruling, TODAY, lambda changes: False)
    assert caught.value.problem.code.name == "adopted-code-of-other"


@pytest.mark.parametrize(
    "decision", [Decision.PROPOSAL_WITHDRAWN, Decision.WITHHELD, Decision.NO_ANSWER]
)
def test_after_these_the_same_text_can_be_submitted_anew(root: Path, decision: Decision) -> None:
    _ask(root, before="2026-03-05")
    _decide(root, decision)
    withdrawn = decision is Decision.PROPOSAL_WITHDRAWN
    assert (_opened(root).protocol.facts.status is Status.CONCEPT) == withdrawn
    _ask(root, sent="2026-03-20")
    _decide(root, day="2026-03-25")
    found = standings(_opened(root).protocol)
    assert [one.holds for one in found] == [False, True]
    assert "latere vraag" in translator()(found[0].why)


def test_a_decision_changes_its_own_lines_only(root: Path) -> None:
    _path(root).write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    _ask(root)
    _decide(root)
    content = _path(root).read_bytes()
    assert content.startswith(b"\xef\xbb\xbf---\r\n")
    assert content.count(b"\n") == content.count(b"\r\n")
    assert content.endswith(TEXT.partition("# Pesten")[2].replace("\n", "\r\n").encode())


@pytest.mark.parametrize("name", ["MR\nx", "MR\x01", "M" * 3000, "MR\u202e"])
def test_names_that_are_none_are_refused(root: Path, name: str) -> None:
    request = Request(body=name, right=Right.ADVICE, sent="2026-02-03", before="2026-03-17")
    with pytest.raises(ProtocolkitError) as caught:
        submit(_opened(root), [request], TODAY)
    assert caught.value.problem.code.name == "name-odd"


def test_days_far_away_are_no_traceback(root: Path) -> None:
    _ask(root, right=Right.ADVICE)
    _decide(root, Decision.NEGATIVE)
    _edit(root, "decision: negatief", "decision: negatief\n      answered: 9999-12-30")
    assert typed("status", "protocols/pesten/de-brug.md", cwd=root).returncode == 0


def test_a_proof_that_is_a_link_keeps_its_own_name(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("bewijs")
    (folder / "echt.pdf").write_bytes(b"x")
    (folder / "link.pdf").symlink_to(folder / "echt.pdf")
    (folder / "lus").symlink_to(folder / "lus")
    _ask(root)
    with pytest.raises(ProtocolkitError):
        _decide(root, proof=folder / "lus")
    assert _decide(root, proof=folder / "link.pdf").entry.proof.file == "link.pdf"


@pytest.mark.parametrize(("typed_code", "why"), [("2aa7", "short"), ("2aa79f06.", "unknown")])
def test_a_code_that_no_text_has_is_told_as_a_code(root: Path, typed_code: str, why: str) -> None:
    words = ("--body", "MR", "--decision", "verleend", "--date", "2026-03-10")
    done = typed("approve", typed_code, *words, cwd=root)
    assert (done.returncode, f"[code-{why}]" in done.stderr) == (2, True), done.stderr


def test_a_code_that_two_protocols_have_is_refused_with_their_files(tmp_path: Path) -> None:
    first, second = Desk(tmp_path), Desk(tmp_path, slug="de-linde")
    code = check_code(protocol_fingerprint(first.protocol))
    first.ask()
    words = ("--body", "mr", "--decision", "verleend", "--date", "2026-03-10")
    second.ask()
    before = first.bytes()
    done = typed("approve", code, *words, cwd=tmp_path)
    assert (done.returncode, "[code-of-several]" in done.stderr) == (2, True), done.stderr
    assert "protocols/pesten/de-brug.md, protocols/pesten/de-linde.md" in done.stderr
    assert first.bytes() == before


def test_a_code_leads_to_the_only_protocol_that_the_council_was_asked_about(tmp_path: Path) -> None:
    first, second = Desk(tmp_path), Desk(tmp_path, slug="de-linde")
    code = check_code(protocol_fingerprint(first.protocol))
    second.ask()
    assert find_by_code(tmp_path, code_signs(code), code, "MR").path == second.path
    with pytest.raises(ProtocolkitError):
        find_by_code(tmp_path, code_signs(code), code, "CvB")


def test_who_was_not_asked_is_told_with_its_section_and_right(root: Path) -> None:
    _ask(root)
    first = ("approve", "protocols/pesten/de-brug.md", "--body", "MR De Brug", "--date")
    words = (*first, "2026-03-10", "--decision", "verleend")
    done = typed(*words, "--section", "ouders", cwd=root)
    assert "niet voorgelegd aan 'MR De Brug (ouders)'" in done.stderr
    assert "Voorgelegd is de tekst aan: MR De Brug." in done.stderr
    done = typed(*words, "--right", "advies", cwd=root)
    assert "niet voorgelegd aan 'MR De Brug: advies'" in done.stderr
    assert "Voorgelegd is de tekst aan: MR De Brug: instemming." in done.stderr


def test_a_refusal_is_about_the_text_and_does_not_hold_as_consent_does(root: Path) -> None:
    _ask(root)
    _decide(root, Decision.WITHHELD)
    said = typed("status", "protocols/pesten/de-brug.md", cwd=root).stdout
    assert "10 maart 2026. Gaat over deze tekst: de tekst is die waarover is besloten." in said
    assert ". Geldt:" not in said


@pytest.mark.parametrize("body", ["GMR", "MR De Brug", "oudergeleding", "Raad van ouders"])
def test_a_council_does_not_adopt(tmp_path: Path, body: str) -> None:
    desk = Desk(tmp_path)
    desk.ask("Raad van ouders")
    assert desk.refused(lambda: desk.decide(Decision.ADOPTED, body)) == "council-adopts"


@pytest.mark.parametrize(
    ("right", "cure"),
    [
        (Right.CONSENT, "met --decision verleend, of"),
        (Right.ADVICE, "met --decision positief, of"),
        (Right.INFORMATION, "met --decision verleend / --decision positief, of"),
    ],
)
def test_a_council_that_adopts_is_told_what_it_can_decide(
    tmp_path: Path, right: Right, cure: str
) -> None:
    desk = Desk(tmp_path)
    desk.ask("GMR", right, before="")
    with pytest.raises(ProtocolkitError) as caught:
        desk.decide(Decision.ADOPTED, "gmr")
    assert cure in caught.value.problem.hint(translator())


@pytest.mark.parametrize("right", [Right.INFORMATION, Right.PROPOSAL])
def test_who_was_informed_or_made_a_proposal_was_not_asked(tmp_path: Path, right: Right) -> None:
    desk = Desk(tmp_path)
    desk.ask("GMR", right, before="")
    assert desk.refused(lambda: desk.decide(Decision.GRANTED)) == "nobody-asked"
    desk.ask("Deelraad")
    with pytest.raises(ProtocolkitError) as caught:
        desk.decide(Decision.GRANTED)
    hint = caught.value.problem.hint(translator())
    assert ("Deelraad" in hint, "GMR" in hint) == (True, False)


def test_of_a_proposal_those_who_made_one_are_named(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.ask("GMR", Right.PROPOSAL, before="")
    with pytest.raises(ProtocolkitError) as caught:
        desk.decide(Decision.FOLLOWED, talked="2026-03-01")
    assert "GMR" in caught.value.problem.hint(translator())


def test_another_adopts_only_when_somebody_is_sure(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.adopt()
    assert desk.refused(lambda: desk.decide(Decision.ADOPTED, "J. de Vries")) == "other-adopts"
    desk.edit("een week", "twee weken")
    desk.decide(Decision.ADOPTED, "Raad van toezicht", is_sure=True)
    assert len(desk.protocol.facts.approvals) == 2


def test_only_who_was_asked_is_named(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.adopt()
    assert desk.refused(lambda: desk.decide(Decision.GRANTED)) == "nobody-asked"
    desk.ask("GMR")
    with pytest.raises(ProtocolkitError) as caught:
        desk.decide(Decision.GRANTED)
    assert "CvB" not in caught.value.problem.hint(translator())
