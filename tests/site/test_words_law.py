"""Not one word is lost on any path: Markdown, model, HTML, Typst, PDF and Word of all five."""

from __future__ import annotations

import re
import shutil
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from html_words import page_words
from programs import Start
from protocolkit.document.model import Clause, Protocol, Section
from protocolkit.document.outline import protocol_tokens
from protocolkit.reading.reader import read_protocol_text
from protocolkit.reading.writer import write_protocol
from protocolkit.text.words import tokens
from seeds import ROOT, SLUGS, protocol


@pytest.mark.parametrize("slug", SLUGS)
def test_html(built_site: Path, slug: str) -> None:
    page = built_site / "protocols" / "sociale-media" / f"{slug}.html"
    assert page_words(page) == protocol_tokens(protocol(slug))


@pytest.mark.parametrize("slug", SLUGS)
def test_markdown_written_again(slug: str) -> None:
    written = read_protocol_text(write_protocol(protocol(slug))).protocol
    assert protocol_tokens(written) == protocol_tokens(protocol(slug))


@pytest.mark.parametrize("slug", SLUGS)
def test_every_word_of_the_file_is_a_word_of_the_model(slug: str) -> None:
    """An independent reading: the file's lines with the markup taken off, notes at the end."""
    text = (ROOT / "protocols" / "sociale-media" / f"{slug}.md").read_text("utf-8")
    body = text.split("\n---\n", 1)[1]
    if protocol(slug).facts.title_supplied:
        body = re.sub(r"^\n# .*\n", "", body, count=1)
    body = re.sub(r"^\{#.*\}$", "", body, flags=re.MULTILINE)
    body = re.sub(r"^#+ ", "", body, flags=re.MULTILINE)
    body = re.sub(r"^- ", "", body, flags=re.MULTILINE)
    body = re.sub(r"^\[\^\d+\]: ", "", body, flags=re.MULTILINE)
    body = re.sub(r"\[\^\d+\]", "", body)
    body = re.sub(r"(?<!\\)\[(.*?)(?<!\\)\]\((?:\\.|[^)\\])*\)", r"\1", body)
    body = re.sub(r"\\(.|$)", r"\1", body, flags=re.MULTILINE)
    assert tokens(body) == protocol_tokens(protocol(slug))


_STOCK = """\
extensions = ["myst_parser"]
myst_enable_extensions = ["attrs_block"]
smartquotes = False
html_theme = "basic"
html_permalinks = False
"""


@pytest.fixture(scope="module")
def stock_site(tmp_path_factory: pytest.TempPathFactory, start: Start) -> Path:
    """The five files as stock MyST shows them, without protocolkit."""
    source, output = tmp_path_factory.mktemp("stock"), tmp_path_factory.mktemp("stock-html")
    for slug in SLUGS:
        shutil.copy(ROOT / "protocols" / "sociale-media" / f"{slug}.md", source)
    listed = "\n".join(SLUGS)
    (source / "index.md").write_text(f"# Index\n\n```{{toctree}}\n{listed}\n```\n", "utf-8")
    (source / "conf.py").write_text(_STOCK, "utf-8")
    done = start(sys.executable, "-m", "sphinx", "-q", "-b", "html", source, output)
    assert done.returncode == 0, done.stderr
    return output


@pytest.mark.parametrize("slug", SLUGS)
def test_stock_myst_shows_the_same_words(stock_site: Path, slug: str) -> None:
    """Markers apart: stock MyST leaves them to the browser, which counts for itself."""
    soup = BeautifulSoup((stock_site / f"{slug}.html").read_text("utf-8"), "lxml")
    body = soup.select_one("div.body")
    assert body is not None
    for node in body.select(".footnote-reference, .footnote > .label, hr"):
        node.decompose()
    if protocol(slug).facts.title_supplied and body.h1 is not None:
        body.h1.decompose()
    unmarked = protocol_tokens(_without_item_markers(protocol(slug)))
    assert tokens(body.get_text()) == unmarked


def _without_item_markers(found: Protocol) -> Protocol:
    def bare(part: Clause | Section) -> Clause | Section:
        if isinstance(part, Section):
            return replace(part, parts=tuple(bare(inner) for inner in part.parts))
        return replace(part, marker="")

    return replace(found, parts=tuple(bare(part) for part in found.parts))
