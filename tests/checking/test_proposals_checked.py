"""Files with a proposal: what they say of a clause that changed, or that is not there."""

from __future__ import annotations

from pathlib import Path

from one_protocol import headed
from protocolkit.checking.proposals import check_proposals
from protocolkit.collection import read_collection
from protocolkit.dossier.plain_summaries import with_summaries_seen
from protocolkit.dossier.proposal_file import read_proposal_text
from protocolkit.reading.found_problems import Report
from protocolkit.reading.reader import read_protocol_text

_TEXT = headed("Pesten") + "{#a1}\n1. De mentor belt de ouders.\n\n{#a2}\n2. De school helpt.\n"
_PLAIN = "plain:\n  a1: Je mentor belt.\n  a2: We helpen.\n"


def _found(root: Path, text: str, plain: str, name: str = "de-brug") -> list[tuple[str, str]]:
    folder = root / "protocols" / "pesten"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "de-brug.md").write_text(text, "utf-8")
    (folder / f"{name}.voorstel.yml").write_text(plain, "utf-8")
    return [(one.code.name, one.anchor) for one in check_proposals(read_collection(root))]


def _seen() -> str:
    protocol = read_protocol_text(_TEXT, subject="pesten", slug="de-brug").protocol
    found = read_proposal_text(_PLAIN, Report("x"))
    return with_summaries_seen(_PLAIN, protocol, found)


def test_a_summary_of_the_text_as_it_stands_is_right(tmp_path: Path) -> None:
    assert _found(tmp_path, _TEXT, _PLAIN) == []
    assert _found(tmp_path, _TEXT, _seen()) == []


def test_a_summary_of_an_earlier_text_or_of_no_clause_is_told(tmp_path: Path) -> None:
    changed = _TEXT.replace("belt", "mailt")
    assert _found(tmp_path, changed, _seen()) == [("summary-outdated", "a1")]
    assert _found(tmp_path, _TEXT, "plain:\n  weg: Niets.\n") == [("summary-unknown", "weg")]


def test_beside_no_protocol_only_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    assert _found(tmp_path, _TEXT, "plain:\n  weg: Niets.\n", "anders") == []
    assert [code for code, _ in _found(tmp_path, _TEXT, "waarom: x\n", "anders")] == [
        "yaml-unknown-key"
    ]
