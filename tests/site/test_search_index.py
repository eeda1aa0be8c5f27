"""The search index has one form, whatever was built before."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.builders.epub3 import Epub3Builder
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.search import languages
from sphinx.search.nl import SearchDutch

from protocolkit.site.search_index import Dutch, _tidy, connect
from small_site import read_page


def _tidied(
    folder: Path,
    index: dict[str, Any],
    reason: Exception | None = None,
    kind: type[Builder] = StandaloneHTMLBuilder,
) -> str:
    path = folder / "searchindex.js"
    path.write_text(f"Search.setIndex({json.dumps(index)})", "utf-8")
    app = SimpleNamespace(outdir=str(folder), builder=kind.__new__(kind))
    _tidy(cast("Sphinx", app), reason)
    return path.read_text("utf-8")


def test_words_of_no_page_go_and_pages_come_in_order(tmp_path: Path) -> None:
    index = {
        "titles": ["b", "a"],
        "terms": {"zee": [3, 1], "weg": [], "één": 0},
        "titleterms": {"oud": [], "aap": 2},
    }
    assert _tidied(tmp_path, index) == (
        'Search.setIndex({"terms":{"zee":[1,3],"één":0},"titles":["b","a"],"titleterms":{"aap":2}})'
    )


def test_what_sphinx_wrote_stays_when_a_build_failed(tmp_path: Path) -> None:
    index: dict[str, Any] = {"terms": {"weg": []}, "titleterms": {}}
    assert json.dumps(index) in _tidied(tmp_path, index, ValueError())


def test_a_book_keeps_what_sphinx_wrote(tmp_path: Path) -> None:
    index: dict[str, Any] = {"terms": {"weg": []}, "titleterms": {}}
    assert json.dumps(index) in _tidied(tmp_path, index, kind=Epub3Builder)


def test_a_word_of_many_pages_gets_its_stem_once_and_the_one_that_sphinx_gives() -> None:
    kept, plain = Dutch({}), SearchDutch({})
    words = ("Leerlingen", "protocollen", "één", "leerlingen")
    expected = [plain.stem(word) for word in words]
    looked_for: list[str] = []

    class _Counted:
        def stemWord(self, word: str) -> str:  # noqa: N802 - the name of snowballstemmer
            looked_for.append(word)
            return cast("str", plain.stemmer.stemWord(word))

    kept.stemmer = _Counted()
    assert [[kept.stem(word) for word in words] for _ in range(3)] == [expected] * 3
    assert looked_for == [word.lower() for word in words]
    scripts = ("js_stemmer_rawcode", "stopwords", "lang", "language_name")
    assert [getattr(kept, one) for one in scripts] == [getattr(plain, one) for one in scripts]


def test_dutch_is_ours_unless_a_project_brings_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    added: list[type] = []
    app = SimpleNamespace(connect=lambda *_: None, add_search_language=added.append)
    monkeypatch.setitem(languages, "nl", "sphinx.search.nl.SearchDutch")
    connect(cast("Sphinx", app))
    assert added == [Dutch]
    monkeypatch.setitem(languages, "nl", SearchDutch)
    connect(cast("Sphinx", app))
    assert added == [Dutch]


def test_scripts_and_data_of_the_search_are_of_one_build(built_site: Path) -> None:
    """A browser keeps what it fetched under an address; of two builds they do not go together."""
    page = read_page(built_site, "search.html")
    own = ("searchindex.js", *(path.name for path in (built_site / "_static").glob("zoeken*.js")))
    [data] = [str(place["data-source"]) for place in page.select("#bepalingen")]
    found = {str(tag["src"]).partition("?")[0]: str(tag["src"]) for tag in page.select("script")}
    ours = [src for name, src in found.items() if name.rpartition("/")[2] in own]
    assert len(ours) == len(own) == 3
    assert all("?v=" in address for address in (data, *ours))
