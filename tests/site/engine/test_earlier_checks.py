"""What was found odd in a protocol is found again without reading it, as long as it is the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from protocolkit.base.problems import Problem
from protocolkit.checking.check import check_collection, check_protocol
from protocolkit.collection import Collection, Subject
from protocolkit.document.model import Protocol
from protocolkit.site.engine import earlier_checks
from small_boards import board

_ODD = "De leerling belt  [naam school] , en wel nu ."
_TWICE = "Wie te laat komt meldt zich elke dag bij de receptie."


def _checked(
    root: Path, monkeypatch: pytest.MonkeyPatch, *texts: str
) -> tuple[list[str], tuple[Problem, ...]]:
    """Return which protocols were read, by slug, and what was found."""
    boards = tuple(
        board(f"bestuur-{number}", *text.split("|")) for number, text in enumerate(texts)
    )
    subject = Subject(slug="regels", protocols=boards, concordance=None)
    collection = Collection(root=root, subjects=(subject,), problems=())
    read: list[str] = []

    def reading(protocol: Protocol, today: str) -> Iterator[Problem]:
        read.append(protocol.slug)
        yield from check_protocol(protocol, today)

    monkeypatch.setattr(earlier_checks, "check_protocol", reading)
    env: Any = SimpleNamespace(srcdir=root)
    found = earlier_checks.checked(env, collection)
    assert found == check_collection(collection)
    return read, found


def test_a_protocol_is_read_again_when_it_changed_and_what_was_found_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = (_ODD, f"{_TWICE}|{_TWICE}")
    read, found = _checked(tmp_path, monkeypatch, *texts)
    assert read == ["bestuur-0", "bestuur-1"]
    codes = {one.code.name for one in found}
    assert len(codes) > 1
    assert _checked(tmp_path, monkeypatch, *texts) == ([], found)
    read, fewer = _checked(tmp_path, monkeypatch, _ODD, _TWICE)
    assert read == ["bestuur-1"]
    assert len(fewer) < len(found)
