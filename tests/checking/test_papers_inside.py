"""Minutes and scans among the protocols are told, and names of persons in names of proofs."""

from __future__ import annotations

from pathlib import Path

import pytest

from protocolkit.checking.papers_inside import check_papers_inside, check_proof_names
from protocolkit.reading.reader import read_protocol_text

_TEXT = """---
protocol:
  organisation: {{name: De Brug}}
  approvals:
    - {{body: MR, decision: verleend, date: 2020-03-04, proof: {{file: "{file}"}}}}
---

# Protocol
"""


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("Notulen_mevrouw_de_Vries.pdf", ["mevrouw de Vries"]),
        ("brief-Karin-Bakker.pdf", ["Karin Bakker"]),
        ("notulen-2026-03-04.pdf", []),
    ],
)
def test_a_name_in_the_name_of_a_proof(file: str, words: list[str]) -> None:
    protocol = read_protocol_text(_TEXT.format(file=file)).protocol
    found = list(check_proof_names(protocol))
    assert [one.code.name for one in found] == ["proof-named"] * len(words)
    assert [dict(one.values)["words"] for one in found] == words


def test_minutes_and_scans_among_the_protocols(tmp_path: Path) -> None:
    told = ("notulen 3 maart.docx", "bewijs/brief.pdf", "protocols/pesten/Scan0001.jpg")
    others = ("protocols/pesten/scannen.pdf", "_build/notulen.pdf", "notulen.md", "bron/bron.pdf")
    for name in (*told, *others):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")
    found = list(check_papers_inside(tmp_path))
    assert {one.code.name for one in found} == {"paper-inside"}
    assert sorted(one.location.path for one in found) == sorted(told)
