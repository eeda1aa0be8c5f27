"""Where everything stands on the site, and which names can be a page there."""

from __future__ import annotations

import pytest

from protocolkit.site.engine.addresses import (
    has_topic_page,
    relative,
    subject_of,
    topic_url,
)


@pytest.mark.parametrize(
    ("topic", "has_page"),
    [("mag-dit", True), ("3g", True), ("../../x", False), ("in-beeld", False), ("A b", False),
     ("naast-elkaar", False), ("index", False), ("con", False),
     ("lpt1", False), ("", False), ("a" * 101, False), ("a\n", False)],
)  # fmt: skip
def test_only_what_can_be_a_folder_gets_a_page(topic: str, has_page: bool) -> None:
    assert has_topic_page(topic) is has_page
    assert topic_url("s", topic).startswith("vergelijken/s/")
    assert topic_url("s", topic).endswith("/index.html") is has_page


@pytest.mark.parametrize(
    ("docname", "subject"),
    [
        ("protocols/pesten/de-brug", ""),
        ("vergelijken/pesten/index", "pesten"),
        ("vergelijken/pesten/mag-dit/index", "pesten"),
        ("vergelijken/index", ""),
        ("docs/pesten/index", ""),
        ("index", ""),
    ],
)
def test_a_page_knows_its_subject(docname: str, subject: str) -> None:
    assert subject_of(docname) == subject


def test_an_address_is_seen_from_a_page() -> None:
    assert relative("downloads/x.pdf", "index") == "downloads/x.pdf"
    assert relative("downloads/x.pdf", "vergelijken/pesten/index") == "../../downloads/x.pdf"
