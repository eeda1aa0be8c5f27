"""A site in English has no Dutch words of ours; the boards' own words stay what they are."""

from __future__ import annotations

import re
from pathlib import Path

from bs4 import BeautifulSoup, Tag

import catalogue
from protocolkit.base.messages import translator
from protocolkit.base.resources import package_text
from protocolkit.drafting.new.essentials import ESSENTIALS_FILE
from small_site import BuildSite, make_project

_LEAST = 8
_OF_BOARDS = (
    ".clause, .cell-text, .cell-lead-in, .composer-words, .composer-edit textarea, .topic-words, "
    ".template-words, .composer-topic > h3, #onderwerp > h1, .topic-link, .template-topic > h3"
)
_OURS = ".badge:not(.kind), .title-block, label, summary, nav > p, .composer-remarks"


def test_a_site_in_english_says_nothing_of_ours_in_dutch(
    tmp_path: Path, build_site: BuildSite
) -> None:
    folder = make_project(tmp_path / "p")
    conf = folder / "conf.py"
    conf.write_text(conf.read_text("utf-8").replace('"nl"', '"en"'), "utf-8")
    given = " ".join(path.read_text("utf-8") for path in folder.rglob("*.*") if path.is_file())
    # What a protocol gets where no board has words is in the language of protocols, as theirs is.
    given += package_text("protocolkit.drafting.new", ESSENTIALS_FILE)
    out = build_site(folder)
    dutch = translator("nl")
    ours = {dutch(text) for text in catalogue.source_strings() if dutch(text) != text}
    looked_for = [t for t in ours if len(t) >= _LEAST and "{" not in t and t not in given]
    assert len(looked_for) > 500
    pages = sorted(out.rglob("*.html"))
    assert {"vergelijken", "voorbeeldprotocol", "opstellen"} <= {
        part for page in pages for part in page.relative_to(out).parts
    }
    said = {page: _words(page) for page in pages}
    found = {
        (page.relative_to(out).as_posix(), text)
        for text in looked_for
        for page, words in said.items()
        if text in words and re.search(rf"(?<!\w){re.escape(text)}(?!\w)", words)
    }
    assert found == set()
    assert any("For whom: everyone" in words for words in said.values())
    for page in pages:
        _assert_spoken_in_their_language(BeautifulSoup(page.read_text("utf-8"), "lxml"))


def _assert_spoken_in_their_language(page: BeautifulSoup) -> None:
    """Hold that boards' words, and what a protocol gets of us, say they are Dutch; not ours."""
    assert {_language(node) for node in page.select(_OF_BOARDS)} <= {"nl"}
    assert {_language(node) for node in page.select(_OURS)} <= {"en"}


def _language(node: Tag) -> str:
    said = node if node.has_attr("lang") else node.find_parent(lang=True)
    assert said is not None
    return str(said["lang"])


def _words(page: Path) -> str:
    soup = BeautifulSoup(page.read_text("utf-8"), "lxml")
    names = ("title", "aria-label", "alt", "placeholder")
    spoken = [str(node.get(name)) for node in soup.select("*") for name in names if node.get(name)]
    for node in soup.select("script, style"):
        node.decompose()
    return " ".join([*spoken, *soup.stripped_strings])
