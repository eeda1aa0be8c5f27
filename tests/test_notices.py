"""The licences of models and data are those of the packages that are installed, and go along."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

import renew_notices
from protocolkit.repository.own_wheel import own_wheel
from renew_notices import CARRIED, PAGE, page


def test_the_page_is_fresh() -> None:
    """Renew it with: .venv/bin/python tests/renew_notices.py."""
    assert PAGE.read_text("utf-8") == page()


def test_what_is_not_installed_keeps_its_notice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(renew_notices, "_notice", lambda _name: "")
    assert page() == PAGE.read_text("utf-8")


def test_the_wheel_has_it() -> None:
    with zipfile.ZipFile(BytesIO(own_wheel().content)) as wheel:
        text = wheel.read("protocolkit/NOTICES.md").decode()
    assert [name for name in CARRIED if f"\n## {name} " not in text] == []
    assert "Apache License" in text
