"""Every page is in Dutch, and carries a policy that needs no exception."""

from __future__ import annotations

import json
import re
from pathlib import Path

from bs4 import BeautifulSoup

from page_scripts import MOST_PER_PAGE, script_sizes
from protocolkit.commands import main
from seeds import ROOT

# Words that no Dutch sentence has. Left out are boards' own words, and code.
_ENGLISH = re.compile(
    r"\b(the|and|with|this|that|from|your|page|pages|search|results?|skip|contents?|next|previous|"
    r"toggle|back|home|view|source|edit|expand|collapse|light|dark|mode|sidebar|navigation|made|"
    r"last|updated|created|using|heading|unknown|organi[sz]ation|topic|compare|comparison|to|are|"
    r"warning|note|year|hide|show|found|please|error)\b",
    re.IGNORECASE,
)
# What a reader types is no sentence.
_COMMAND = re.compile(rf"\bprotocol (?:{'|'.join(main.commands)})\b")
_NOT_OURS = (
    "section.protocol, .cell-text, .cell-lead-in, .overview-title, .template-words, "
    ".template-notes, pre, code, script, style"
)
_LONGEST_LINE = 160
_SPOKEN = ("title", "aria-label", "alt", "placeholder", "label", "value", "data-organisation")


def _words_of_page(path: Path) -> list[str]:
    soup = BeautifulSoup(path.read_text("utf-8"), "lxml")
    found = [str(node.get(name)) for node in soup.select("*") for name in _SPOKEN if node.get(name)]
    for node in soup.select(_NOT_OURS):
        node.decompose()
    return [*found, *soup.stripped_strings]


def test_no_english_is_left_on_any_page(built_site: Path) -> None:
    left = {
        (path.name, text)
        for path in built_site.rglob("*.html")
        for text in _words_of_page(path)
        if _ENGLISH.search(_COMMAND.sub("", text))
    }
    assert left == set()


def test_scripts_speak_dutch_too(built_site: Path) -> None:
    """Every word that Sphinx's scripts look up has its translation, without making code of text."""
    static = built_site / "_static"
    script = (static / "translations.js").read_text("utf-8")
    assert "addTranslations" not in script
    assert "new Function" not in script
    texts = json.loads(script.split("Documentation.TRANSLATIONS = ")[1].split(";\n")[0])
    for name in ("searchtools.js", "sphinx_highlight.js"):
        code = (static / name).read_text("utf-8")
        asked = re.findall(r"(?:\b_|n?gettext)\(\s*\"(.+?)\",?\s*[,)\n]", code)
        assert asked
        assert [text for text in asked if text not in texts] == []
    assert not [text for text in texts.values() if _ENGLISH.search(str(text))]


def test_every_page_carries_a_policy_that_needs_no_exception(built_site: Path) -> None:
    for path in built_site.rglob("*.html"):
        soup = BeautifulSoup(path.read_text("utf-8"), "lxml")
        policy = soup.select_one("meta[http-equiv=Content-Security-Policy]")
        assert policy is not None
        assert str(policy["content"]).startswith("default-src 'none'; script-src 'self'; ")
        assert "unsafe" not in policy["content"]
        assert not soup.select("style, [style], script:not([src]), iframe, base")
        assert not [tag for tag in soup.select("*") for name in tag.attrs if name.startswith("on")]


def test_our_scripts_can_be_read() -> None:
    for path in (ROOT / "templates" / "html" / "static").glob("*.js"):
        lines = path.read_text("utf-8").splitlines()
        assert [line for line in lines if len(line) > _LONGEST_LINE] == [], path.name


def test_no_page_loads_much_of_our_scripts(built_site: Path) -> None:
    heavy = {page: size for page, size in script_sizes(built_site).items() if size > MOST_PER_PAGE}
    assert heavy == {}
