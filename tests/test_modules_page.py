"""The page that lists the modules is made from them, and each says what it is for."""

from __future__ import annotations

from house import modules
from modules_page import PAGE, first_line, page


def test_the_page_is_fresh() -> None:
    """Renew it with: .venv/bin/python tests/modules_page.py > docs/develop/modules.md."""
    assert PAGE.read_text("utf-8") == page()


def test_each_module_says_what_it_is_for_and_none_the_same() -> None:
    told = {name: first_line(path) for name, path in modules()}
    assert [name for name, line in told.items() if len(line.split()) < 3] == []
    assert [name for name, line in told.items() if not line.endswith((".", "?"))] == []
    assert len(set(told.values())) == len(told)
