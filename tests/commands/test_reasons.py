"""``protocol reasons``: a place for each change, nothing lost, and what is odd is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from one_protocol import headed
from protocolkit.base.messages import translator
from protocolkit.checking.written_reasons import check_written_reasons
from protocolkit.collection import read_collection
from typed import Typed, typed

_OLD = (
    headed("Telefoons", "school")
    + """{#a1}
1. Leerlingen vanaf 12 jaar mogen hun telefoon in de pauze gebruiken.

{#a2}
2. De school belt de ouders binnen een week.

{#a3}
3. De telefoon zit in de kluis.
"""
)
_NEW = (
    _OLD.replace("12 jaar", "14 jaar")
    .replace("3. De telefoon", "3. Een horloge ook.\n\n{#a5}\n4. De telefoon")
    .replace("{#a3}", "{#a4}")
    .replace("{#a5}", "{#a3}")
    .replace("belt de ouders", "belt ouders")
)
_FILE = "protocols/pesten/de-brug.waarom.yml"
_SINCE = ("--since", "versions/pesten/de-brug@1.md")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "protocols" / "pesten"
    folder.mkdir(parents=True)
    (folder / "de-brug.md").write_text(_OLD, "utf-8")
    assert typed("freeze", "pesten/de-brug", "1", cwd=tmp_path).returncode == 0
    (folder / "de-brug.md").write_text(_NEW, "utf-8")
    return tmp_path


def _reasons(root: Path, *words: str) -> Typed:
    return typed("reasons", "pesten/de-brug", *(words or _SINCE), cwd=root)


def _write(root: Path, text: str) -> bytes:
    (root / _FILE).write_text(text, "utf-8")
    return (root / _FILE).read_bytes()


def _without_marks(root: Path) -> str:
    return (root / _FILE).read_text("utf-8").partition("seen:")[0]


def test_each_change_gets_a_place_and_what_was_written_stays(root: Path) -> None:
    done = _reasons(root)
    assert (done.returncode, done.stdout) == (0, f"{_FILE}\n")
    assert "3 wijzigingen, waarvan 3 zonder reden: Aanhef 1; Aanhef 2; Aanhef 3." in done.stderr
    text = (root / _FILE).read_text("utf-8")
    assert "  a1:  # Aanhef 1, gewijzigd: Leerlingen vanaf 14 jaar" in text
    written = text.replace('reason: ""', 'reason: "De wet vraagt dit."', 1)
    _write(root, written)
    assert "waarvan 2 zonder reden: Aanhef 2; Aanhef 3." in _reasons(root).stderr
    assert _without_marks(root) == written.partition("seen:")[0]
    _write(root, written.replace('reason: ""', "reason: Daarom"))
    assert "Elke wijziging heeft een reden." in _reasons(root).stderr


def test_line_ends_of_windows_stay(root: Path) -> None:
    path = root / _FILE
    path.write_bytes(b"\xef\xbb\xbfreasons:\r\n  a1: Daarom\r\n")
    assert _reasons(root).returncode == 0
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\n") == content.count(b"\r\n") > 5


def test_a_claim_of_wording_is_checked(root: Path) -> None:
    _write(root, "reasons:\n  a1: {reason: Duidelijker, wording: ja}\n  a2: {wording: ja}\n")
    done = _reasons(root, *_SINCE, "--reasons", _FILE)
    assert done.returncode == 1, done.stderr
    said = "u schrijft: andere woorden, zelfde regel. Maar de leeftijd verandert."
    assert f"{_FILE}:4: {said}" in done.stderr
    assert done.stderr.count("[reason-wording]") == 1


def test_reasons_that_lead_nowhere_are_told_and_kept(root: Path) -> None:
    _write(root, "reasons:\n  a11: Zomaar\n  de-brug#a3: Weg\n  x: Ook\n")
    done = _reasons(root)
    assert done.returncode == 1
    assert "'a11' is geen anker in deze tekst" in done.stderr
    assert "Bedoelt u: a1?" in done.stderr
    assert "bij 'de-brug#a3' verandert niets" in done.stderr
    assert (root / _FILE).read_text("utf-8").count("Zomaar") == 1


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("reasons:\n  a1: 'x\n", "yaml-syntax"),
        ("reasons: {a1: x}\n", "reasons-uneditable"),
        ("format: 99\nreasons:\n  a1: x\n", "format-newer"),
        ("reasons:\n  a1: x\n  a1: y\n", "yaml-duplicate-key"),
        ("since: {x.md: '2:ffffffffffffffff'}\nreasons:\n  a1: x\n", "reasons-of-others"),
    ],
)
def test_a_file_that_cannot_be_added_to_stays_as_it_is(root: Path, text: str, code: str) -> None:
    before = _write(root, text)
    done = _reasons(root)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"[{code}]" in done.stderr
    assert "Traceback" not in done.stderr
    assert (root / _FILE).read_bytes() == before


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--since", "niet.md"), "version-missing"),
        (("--since", "pesten/de-brug"), "version-twice"),
        ((*_SINCE, *_SINCE), "since-twice"),
        (("--reasons", "x.yml"), "'--since' ontbreekt"),
    ],
)
def test_what_cannot_be_compared_is_refused(root: Path, words: tuple[str, ...], code: str) -> None:
    done = _reasons(root, *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert code in done.stderr
    assert not (root / _FILE).exists()


def test_reasons_of_a_loose_file_stand_beside_it_and_of_nothing_their_place_is_asked(
    root: Path,
) -> None:
    (root / "nieuw.md").write_text(_NEW, "utf-8")
    done = typed("reasons", "nieuw.md", *_SINCE, cwd=root)
    assert (done.returncode, done.stdout) == (0, "nieuw.waarom.yml\n")
    done = typed("reasons", "niets", *_SINCE, cwd=root)
    assert (done.returncode, "[reasons-place]" in done.stderr) == (2, True)
    done = typed("reasons", "nieuw.md", *_SINCE, "--reasons", "waarom.yml", cwd=root)
    assert (done.returncode, done.stdout) == (0, "waarom.yml\n")


def test_schools_that_merge_share_one_file(root: Path) -> None:
    assert _reasons(root).returncode == 0
    other = root / "protocols" / "pesten" / "de-berg.md"
    other.write_text(_OLD.replace("De Brug", "De Berg").replace("kluis", "tas"), "utf-8")
    done = _reasons(root, *_SINCE, "--since", "pesten/de-berg")
    assert done.returncode == 0, done.stderr
    text = _without_marks(root)
    assert text.index("versions/pesten/de-brug@1.md") < text.index("protocols/pesten/de-berg.md")
    assert [text.count(f"  {key}:") for key in ("a1", "a2", "a3", "a4")] == [1, 1, 1, 1]


def test_each_kept_version_keeps_its_reasons(root: Path) -> None:
    _reasons(root)
    written = (root / _FILE).read_text("utf-8").replace('reason: ""', "reason: Toen")
    _write(root, written)
    said = typed("freeze", "pesten/de-brug", "2", cwd=root).stderr
    assert "De redenen voor de wijzigingen zijn bewaard in protocols/pesten/de-brug@2.w" in said
    kept = root / "protocols" / "pesten" / "de-brug@2.waarom.yml"
    assert kept.read_text("utf-8") == written
    # The kept version finds them by its name.
    done = typed("reasons", "versions/pesten/de-brug@2.md", *_SINCE, cwd=root)
    assert "Elke wijziging heeft een reden." in done.stderr
    # What changes after that begins anew, since nothing is lost by it.
    path = root / "protocols" / "pesten" / "de-brug.md"
    path.write_text(_NEW.replace("kluis", "tas"), "utf-8")
    done = _reasons(root, "--since", "versions/pesten/de-brug@2.md")
    assert "staat in protocols/pesten/de-brug@2.waarom.yml" in done.stderr
    assert "1 wijziging, waarvan 1 zonder reden: Aanhef 4." in done.stderr
    assert "Toen" not in (root / _FILE).read_text("utf-8")
    assert kept.read_text("utf-8") == written


_EARLIER = "de reden bij Aanhef 1 is geschreven bij een eerdere tekst. Schrijf de reden opnieuw."


def _change(root: Path, old: str, new: str) -> None:
    path = root / "protocols" / "pesten" / "de-brug.md"
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def _told(root: Path) -> list[bool]:
    """Return whether each command that reads the reasons says that one is of an earlier text."""
    table = ("was-wordt", "pesten/de-brug", *_SINCE, "-o", "w.html", "--force")
    done = [_reasons(root), typed(*table, cwd=root)]
    return [*(_EARLIER in one.stderr for one in done), _EARLIER in _checked(root)]


def _checked(root: Path) -> str:
    found = check_written_reasons(root, read_collection(root).protocols)
    return " ".join(odd.line(translator("nl")) for odd in found)


def test_a_reason_for_an_earlier_text_is_told_until_it_is_written_anew(root: Path) -> None:
    _reasons(root)
    text = (root / _FILE).read_text("utf-8")
    _write(root, text.replace('reason: ""', 'reason: "De wet vraagt dit."', 1))
    assert _told(root) == [False] * 3
    _change(root, "14 jaar", "15 jaar")
    assert _told(root) == [True] * 3
    text = (root / _FILE).read_text("utf-8")
    _write(root, text.replace("De wet vraagt dit.", "De MR vraagt dit."))
    assert _told(root) == [False] * 3
    _change(root, "15 jaar", "16 jaar")
    assert _told(root) == [True] * 3
    text = (root / _FILE).read_text("utf-8")
    marks = text.partition("seen:\n")[2]
    _write(root, text.replace(next(one for one in marks.splitlines() if "a1:" in one), ""))
    assert _told(root) == [False] * 3


def test_a_reason_is_about_the_text_that_stood_there_when_it_was_first_written(root: Path) -> None:
    _reasons(root)
    _change(root, "14 jaar", "15 jaar")
    text = (root / _FILE).read_text("utf-8")
    _write(root, text.replace('reason: ""', 'reason: "De wet vraagt dit."', 1))
    assert _EARLIER not in _checked(root)
    assert _told(root) == [False] * 3
    _change(root, "15 jaar", "16 jaar")
    assert _told(root) == [True] * 3
    text = (root / _FILE).read_text("utf-8")
    _write(root, text.replace("De wet vraagt dit.", "De MR vraagt dit."))
    assert _EARLIER not in _checked(root)


def test_an_open_place_and_a_file_without_marks_are_about_the_text_of_now(root: Path) -> None:
    _reasons(root)
    _change(root, "14 jaar", "15 jaar")
    assert _told(root) == [False] * 3
    _write(root, "reasons:\n  a1: {reason: Daarom}\n  a2: Daarom\n")
    assert _checked(root) == ""
    _change(root, "15 jaar", "16 jaar")
    assert _told(root) == [False] * 3


def test_reasons_that_a_kept_version_has_are_not_about_the_text_of_now(root: Path) -> None:
    _reasons(root)
    text = (root / _FILE).read_text("utf-8")
    _write(root, text.replace('reason: ""', "reason: Daarom"))
    _reasons(root)
    assert typed("freeze", "pesten/de-brug", "2", cwd=root).returncode == 0
    _change(root, "14 jaar", "15 jaar")
    assert _checked(root) == ""
