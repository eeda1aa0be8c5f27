"""Pages made to hide or to invent words are read as a browser prints them, or told."""

from __future__ import annotations

import pytest

from examples import few
from protocolkit.importing.extract.web.extract import extract_html
from protocolkit.importing.proof.web_count import prove_web_page
from protocolkit.importing.source.unseen_signs import without_unseen_signs
from saved_pages import SavedPage, letters_in_order, saved_pages

_PAGES = saved_pages()


@pytest.mark.parametrize(
    "case", few(_PAGES, slice(None, None, 4)), ids=lambda case: case.name.replace(" ", "-")
)
def test_a_page_is_read_as_it_is_printed(case: SavedPage) -> None:
    source = extract_html(case.content)
    prove_web_page(case.content, source)
    source = without_unseen_signs(source)
    is_read = letters_in_order(source.text) == letters_in_order(case.printed)
    assert is_read is (case.how == "printed")
    if case.how == "doubted":
        assert source.doubts
    if case.how == "named":
        told = " ".join([source.text, *(found.text for found in source.left_out)])
        assert set(case.printed.split()) <= set(told.split())


def test_every_way_to_read_a_page_has_cases() -> None:
    assert len(_PAGES) > 290
    assert {case.how for case in _PAGES} == {"printed", "doubted", "named"}
    assert len({case.name for case in _PAGES}) == len(_PAGES)
