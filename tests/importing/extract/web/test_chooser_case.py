"""Whether capitals count in what a style chooses elements by."""

from __future__ import annotations

import pytest

from protocolkit.importing.extract.web.extract import extract_html


@pytest.mark.parametrize(
    ("rule", "attribute", "is_hidden"),
    [
        # of these attributes of HTML they never do
        ("[align=LEFT]", 'align="left"', True),
        ("[lang=nl]", 'lang="NL"', True),
        ("[data-x=JA]", 'data-x="ja"', False),
        ("[data-x=JA i]", 'data-x="ja"', True),
        ("[data-x~=JA]", 'data-x="nee ja"', False),
        ("[data-x~=ja]", 'data-x="nee ja"', True),
        ("[data-x^=ne]", 'data-x="nee ja"', True),
        ("[data-x$=ja]", 'data-x="nee ja"', True),
        ("[data-x*='e j']", 'data-x="nee ja"', True),
        ("[data-x|=nee]", 'data-x="nee-ja"', True),
        ("[data-x=ja]", 'data-y="ja"', False),
        ("[data-x]", 'data-x=""', True),
    ],
)
def test_an_element_is_chosen_by_what_it_says(rule: str, attribute: str, is_hidden: bool) -> None:
    page = f"<style>b{rule} {{ display: none }}</style><p>Bellen mag <b {attribute}>niet</b>.</p>"
    assert ("niet" not in extract_html(page.encode()).text) == is_hidden
