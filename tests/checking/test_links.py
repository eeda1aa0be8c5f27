"""Links inside a repository lead somewhere, for every file of a subject."""

from __future__ import annotations

from pathlib import Path

import pytest

from protocolkit.checking import references
from protocolkit.checking.check import check_collection
from protocolkit.collection import read_collection
from protocolkit.document.model import Protocol

_HEAD = "---\nprotocol:\n  organisation: {name: X}\n---\n\n# T\n\n"


@pytest.mark.parametrize(
    ("target", "broken"),
    [
        ("#a", False),
        ("#h", False),
        ("#noot-1", False),
        ("#punt", False),
        ("#weg", True),
        ("y.md", False),
        ("y.md#b", False),
        ("y.md#a", True),
        ("z.md", True),
        ("z.md#b", True),
        ("https://www.x.nl/#weg", False),
        ("mailto:mr@x.nl", False),
    ],
)
def test_a_link_leads_somewhere(tmp_path: Path, target: str, broken: bool) -> None:
    folder = tmp_path / "protocols" / "s"
    folder.mkdir(parents=True)
    body = (
        f"{{#h}}\n## Kop\n\n{{#a}}\n1. Een [link]({target})[^1]:\n\n"
        "   {#punt style=lower-alpha}\n   1. punt.\n\n[^1]: Een noot.\n"
    )
    (folder / "x.md").write_text(_HEAD + body, "utf-8")
    (folder / "y.md").write_text(f"{_HEAD}{{#b}}\n1. Twee.\n", "utf-8")
    (folder / "topics.yml").write_text("alone: {x: [a, noot-1], y: [b]}\n", "utf-8")
    found = check_collection(read_collection(tmp_path))
    said = [(problem.code.name, str(problem.location)) for problem in found]
    assert said == ([("link-broken", "protocols/s/x.md:12")] if broken else [])


def test_only_what_links_lead_to_is_looked_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "protocols" / "s"
    folder.mkdir(parents=True)
    for slug in "abcdef":
        (folder / f"{slug}.md").write_text(f"{_HEAD}{{#a}}\n1. Een, zie [b](b.md#a).\n", "utf-8")
    seen: list[str] = []
    anchors = references._anchors

    def note(protocol: Protocol) -> frozenset[str]:
        seen.append(protocol.slug)
        return anchors(protocol)

    monkeypatch.setattr(references, "_anchors", note)
    check_collection(read_collection(tmp_path))
    assert seen == ["b"] * 6
