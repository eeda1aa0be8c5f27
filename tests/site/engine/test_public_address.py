"""Where the public finds a page: an address that paper and a small code can hold, or none."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from protocolkit.site.engine.public_address import public_address


def _address(site: str, page: str = "p.html") -> str:
    config: Any = SimpleNamespace(html_baseurl=site)
    return public_address(config, page)


def test_a_page_stands_below_the_address_of_the_site() -> None:
    assert _address("https://x.nl", "a/b.html") == "https://x.nl/a/b.html"
    assert _address("http://x.nl/y/", "a.html") == "http://x.nl/y/a.html"


@pytest.mark.parametrize("site", ["", "x.nl", "ftp://x.nl", "https://x y.nl", "https://x\n.nl"])
def test_what_is_no_address_of_the_web_is_none(site: str) -> None:
    assert _address(site) == ""


def test_an_address_has_at_most_three_hundred_signs() -> None:
    begin = "https://x.nl/"
    longest = begin + "a" * (300 - len(begin))
    assert _address("https://x.nl", longest.removeprefix(begin)) == longest
    assert _address("https://x.nl", longest.removeprefix(begin) + "a") == ""
