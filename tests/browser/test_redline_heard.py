"""What a screen reader is given of a redline: Chromium's tree, written out and kept.

``RENEW=1 pytest tests/browser/test_redline_heard.py`` writes the transcript again; read it then.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from protocolkit.base.messages import translator
from protocolkit.paper.redline.page import page_redline
from redlines import WHO, changes, protocol

_KEPT = Path(__file__).parents[1] / "cases" / "redline" / "heard.txt"
_OLD = protocol(
    "{#art-1}\n## Artikel 1 Openen\n\n{#a}\n1. Het hek opent om acht uur.\n\n"
    "{#b}\n2. Ouders wachten buiten het hek.[^1]\n\n{#tijden}\n| Dag | Tijd |\n|---|---|\n"
    "| maandag | 8.00 uur |\n\n{#art-2}\n## Artikel 2 Fietsen\n\n"
    "{#c}\n1. Fietsen staan in het rek.\n\n"
    "{#art-3}\n## Artikel 3 Slot\n\n{#d}\n1. Dit protocol geldt een jaar.\n\n"
    "[^1]: Ook oppassen wachten buiten.\n"
)
_NEW = protocol(
    "{#art-1}\n## Artikel 1 Openen\n\n{#a}\n1. Het hek opent om half acht.\n\n"
    "{#e}\n2. Bij ijzel blijft het hek open.\n\n{#b}\n3. Ouders wachten buiten het hek.[^1]\n\n"
    "{#tijden}\n| Dag | Tijd |\n|---|---|\n| maandag | 8.30 uur |\n\n"
    "{#art-3}\n## Artikel 2 Slot\n\n{#d}\n1. Dit protocol geldt een jaar.\n\n"
    "{#art-2}\n## Artikel 3 Fietsen\n\n{#c}\n1. Fietsen staan in het rek.\n\n"
    "[^1]: Ook oppassen en grootouders wachten buiten.\n"
)
# Said in the line in which they stand; what a program says of them is between braces.
_IN_LINE = {
    "insertion": "insertion",
    "deletion": "deletion",
    "link": "link",
    "superscript": "",
    "strong": "",
    "emphasis": "",
    "StaticText": "",
    "generic": "",
    "none": "",
    "LabelText": "",
}
_SILENT = {"InlineTextBox", "ListMarker", "LineBreak"}


def test_a_redline_reads_as_sense(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "redline.html"
    path.write_text(page_redline(changes(_OLD, _NEW), translator("nl"), WHO), "utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    page.close()
    heard = "\n".join(_lines(nodes)) + "\n"
    if os.environ.get("RENEW"):
        _KEPT.parent.mkdir(exist_ok=True)
        _KEPT.write_text(heard, "utf-8")
    assert heard == _KEPT.read_text("utf-8")


def test_signs_can_be_hidden_by_a_reader(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "redline.html"
    path.write_text(page_redline(changes(_OLD, _NEW), translator("nl"), WHO), "utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    text = page.locator("div.text")
    assert "[toegevoegd: half einde toegevoegd] acht" in text.inner_text()
    page.get_by_label("Toon in woorden").uncheck()
    assert "toegevoegd" not in text.inner_text()
    assert "om half acht" in text.inner_text()
    page.close()


def test_axe_finds_nothing(browser: Browser, axe: str, tmp_path: Path) -> None:
    path = tmp_path / "redline.html"
    path.write_text(page_redline(changes(_OLD, _NEW), translator("nl"), WHO), "utf-8")
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme, bypass_csp=True)
        page = context.new_page()
        page.goto(path.as_uri())
        page.evaluate(axe)
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        assert [fault["id"] for fault in found["violations"]] == []
        context.close()


def _lines(nodes: list[dict[str, Any]]) -> Iterator[str]:  # noqa: C901 - one walk, few cases
    """Yield what is heard, line by line: the role of a block, and the words in it."""
    by_id = {node["nodeId"]: node for node in nodes}

    def role(node: dict[str, Any]) -> str:
        return "none" if node.get("ignored") else str(node.get("role", {}).get("value", "none"))

    def inside(node: dict[str, Any]) -> list[dict[str, Any]]:
        return [by_id[name] for name in node.get("childIds", ()) if name in by_id]

    def words(node: dict[str, Any]) -> str:
        kind = role(node)
        if kind in _SILENT:
            return ""
        if kind == "StaticText":
            return str(node.get("name", {}).get("value", ""))
        text = "".join(words(child) for child in inside(node))
        said = _IN_LINE.get(kind, "")
        return f"{{{said}: {text}}}" if said and text else text

    def is_in_line(node: dict[str, Any]) -> bool:
        kind = role(node)
        return kind in _SILENT or (kind in _IN_LINE and all(map(is_in_line, inside(node))))

    def walk(node: dict[str, Any]) -> Iterator[str]:
        kind = role(node)
        level = next(
            (p["value"]["value"] for p in node.get("properties", ()) if p["name"] == "level"), ""
        )
        line = ""
        name = f"{kind} {level}".strip()
        for child in inside(node):
            if is_in_line(child):
                line += words(child)
                continue
            if line.strip():
                yield f"{name}: {line.strip()}"
            line = ""
            yield from walk(child)
        if kind == "checkbox":
            line = str(node.get("name", {}).get("value", ""))
        if line.strip():
            yield f"{name}: {line.strip()}"

    yield from walk(nodes[0])
