"""A template of a page: the project's own before ours, everything escaped, nothing left out."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import UndefinedError

from protocolkit.base.page_templates import page_template


def test_what_is_filled_in_is_escaped_and_may_not_be_missing(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    own = tmp_path / "templates" / "eigen.html"
    own.write_text("<p>{{ said }}</p>", "utf-8")
    assert page_template("eigen.html", tmp_path).render(said="a < b") == "<p>a &lt; b</p>"
    with pytest.raises(UndefinedError):
        page_template("eigen.html", tmp_path).render()
    own.write_text("<b>{{ said }}</b>", "utf-8")
    assert page_template("eigen.html", tmp_path).render(said="x") == "<b>x</b>"
