"""A summary in plain words is kept with the text of its clause, and told when that changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from one_protocol import headed
from protocolkit.checking.proposals import check_proposals
from protocolkit.collection import read_collection
from protocolkit.dossier.plain_summaries import summary_states, with_summaries_seen
from protocolkit.dossier.proposal_file import Proposal, read_proposal_text
from protocolkit.reading.found_problems import Report
from protocolkit.reading.seen_texts import SeenState
from small_boards import board
from typed import Typed, typed

_FILE = "protocols/pesten/de-brug.md"
_TEXT = (
    headed("Pesten")
    + """{#a1}
1. De mentor belt de ouders.

{#a2}
2. De leerling meldt het.
"""
)
_OLD = board("b", "De mentor belt.", "De leerling meldt het.")
_NEW = board("b", "De mentor mailt.", "De leerling meldt het.")


def _read(text: str) -> Proposal:
    report = Report("b.voorstel.yml")
    found = read_proposal_text(text, report)
    assert not report.problems
    return found


def _states(text: str) -> dict[str, str]:
    return {anchor: one.value for anchor, one in summary_states(_NEW, _read(text)).items()}


@pytest.mark.parametrize(
    "text",
    [
        "plain:\n  a-1: Je mentor belt.\n  a-2: Je meldt het.  # kort\n",
        "plain: {a-1: Je mentor belt., a-2: Je meldt het.}\nwhy: |\n  Omdat.\n",
        "why: Omdat.\nplain:\n  a-1: |\n    Je mentor\n    belt.\n  a-2: Je meldt het.",
        "# van ons\nplain:\n  a-1: Je mentor belt.\n  a-2: Je meldt het.\nseen:\n",
    ],
)
def test_a_summary_ages_with_its_clause_alone(text: str) -> None:
    assert set(_states(text).values()) == {"fresh"}
    marked = with_summaries_seen(text, _OLD, _read(text))
    assert marked.startswith(text.rstrip("\n"))
    assert with_summaries_seen(marked, _OLD, _read(marked)) == marked
    assert _states(marked) == {"a-1": "outdated", "a-2": "current"}
    anew = marked.replace("mentor", "juf of meester")
    assert _states(anew) == {"a-1": "fresh", "a-2": "current"}
    assert _states(with_summaries_seen(anew, _NEW, _read(anew))) == {
        "a-1": "current",
        "a-2": "current",
    }


def test_only_the_mark_of_a_summary_that_is_still_right_has_to_go() -> None:
    text = "plain:\n  a-1: Je mentor vertelt het.\n"
    marked = with_summaries_seen(text, _OLD, _read(text))
    assert _states(marked) == {"a-1": "outdated"}
    kept = "\n".join(line for line in marked.splitlines() if "2:" not in line)
    assert _states(kept) == {"a-1": "fresh"}


def test_a_summary_of_no_clause_is_told() -> None:
    assert summary_states(_NEW, _read("plain: {weg: Niets.}")) == {"weg": SeenState.UNKNOWN}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    path = tmp_path / _FILE
    path.parent.mkdir(parents=True)
    path.write_text(_TEXT, "utf-8")
    beside = path.with_name("de-brug.voorstel.yml")
    beside.write_bytes(
        b"why: Omdat.\r\nmeasures: Niets.\r\nplain:\r\n  a1: Je mentor belt.\r\n  weg: Niets.\r\n"
    )
    return tmp_path


def _make(root: Path) -> Typed:
    done = typed("dossier", _FILE, "-o", "stukken", "--force", cwd=root)
    assert done.returncode == 0, done.stderr
    return done


def test_a_dossier_keeps_marks_and_leaves_out_what_is_out_of_date(root: Path) -> None:
    beside = root / "protocols/pesten/de-brug.voorstel.yml"
    before = beside.read_bytes()
    told = _make(root).stderr
    assert "geen bepaling 'weg'" in told
    kept = beside.read_bytes()
    assert kept.startswith(before)
    assert kept.count(b"\n") == kept.count(b"\r\n")
    path = root / _FILE
    path.write_text(_TEXT.replace("belt", "mailt"), "utf-8")
    assert "de samenvatting van 'a1' is verouderd" in _make(root).stderr
    assert beside.read_bytes() == kept
    note = Document(str(root / "stukken" / "1-oplegger.docx"))
    said = [cell.text for table in note.tables for row in table.rows for cell in row.cells]
    assert any(cell.startswith("[verouderd: deze bepaling is gewijzigd") for cell in said)
    assert "Je mentor belt." not in said
    found = {one.code.name: one for one in check_proposals(read_collection(root))}
    assert set(found) == {"summary-outdated", "summary-unknown"}
    assert (found["summary-outdated"].location.line, found["summary-outdated"].anchor) == (4, "a1")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("plain: [a]\n", "yaml-shape"),
        ("waarom: x\n", "yaml-unknown-key"),
        ("why: &x [*x]", "yaml-"),
    ],
)
def test_a_proposal_that_cannot_be_read_is_a_problem(root: Path, content: str, code: str) -> None:
    (root / "protocols/pesten/de-brug.voorstel.yml").write_text(content, "utf-8")
    found = [one.code.name for one in check_proposals(read_collection(root))]
    assert len(found) == 1
    assert found[0].startswith(code)
