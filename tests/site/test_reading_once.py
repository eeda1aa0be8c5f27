"""A build reads each protocol once: who saves one in mid-build finds page and paper of one text."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from printing import printed_words
from small_site import BuildSite, make_project

_OLD, _NEW = "Eerste regel", "Nieuwe regel"
# Sphinx's own way to have something happen at a moment of a build.
_SAVING = """

def setup(app):
    import pathlib
    def save(app, *_):
        path = pathlib.Path(app.srcdir, "protocols", "regels", "aa.md")
        path.write_text(path.read_text("utf-8").replace("{old}", "{new}"), "utf-8")
    app.connect("{event}", save, priority={priority})
"""
# Before the first protocol is read by Sphinx; when all are read; when all pages are written.
_MOMENTS = (("builder-inited", 900), ("env-updated", 10), ("build-finished", 10))


def _texts(site: Path) -> dict[str, str]:
    """Return the words of the page, the PDF, the Word file and the comparison."""
    papers = site / "downloads" / "regels"
    with zipfile.ZipFile(io.BytesIO((papers / "aa.docx").read_bytes())) as package:
        word = package.read("word/document.xml").decode()
    texts = {
        "page": (site / "protocols" / "regels" / "aa.html").read_text("utf-8"),
        "pdf": " ".join(printed_words((papers / "aa.pdf").read_bytes())),
        "word": re.sub(r"<[^>]*>", "", word),
        "matrix": (papers / "matrix.json").read_text("utf-8"),
        "comparison": (papers / "matrix.csv").read_text("utf-8"),
        "data": (site / "gegevens" / "regels" / "aa.js").read_text("utf-8"),
    }
    # A PDF has no spaces, but places.
    return {name: "".join(text.split()) for name, text in texts.items()}


@pytest.mark.parametrize(("event", "priority"), _MOMENTS, ids=str)
def test_page_and_paper_have_one_text_and_the_next_build_the_new_one(
    tmp_path: Path, build_site: BuildSite, event: str, priority: int
) -> None:
    folder = make_project(tmp_path / "p")
    conf = folder / "conf.py"
    plain = conf.read_text("utf-8")
    saving = _SAVING.format(old=_OLD, new=_NEW, event=event, priority=priority)
    conf.write_text(plain + saving, "utf-8")
    texts = _texts(build_site(folder))
    old, new = _OLD.replace(" ", ""), _NEW.replace(" ", "")
    assert _NEW in (folder / "protocols" / "regels" / "aa.md").read_text("utf-8")
    assert [name for name, text in texts.items() if old not in text or new in text] == []
    conf.write_text(plain, "utf-8")
    texts = _texts(build_site(folder))
    assert [name for name, text in texts.items() if new not in text] == []
