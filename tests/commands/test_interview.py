"""Asking one question after another: replies, going back, stopping, and what does not fit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

import click
import pytest

from composed import merge_of
from drafted import template
from protocolkit.commands import output
from protocolkit.commands import questions as asking
from protocolkit.commands.choice_questions import merge_questions, template_questions
from protocolkit.commands.questions import (
    Question,
    State,
    UnfitReplyError,
    WhenShown,
    confirmed,
    interview,
    is_yes,
    numbered,
)
from protocolkit.drafting.new.answers import NONE, Answers
from protocolkit.drafting.new.merging import BOTH

Typist = Callable[..., list[str]]


@pytest.fixture
def types(monkeypatch: pytest.MonkeyPatch) -> Typist:
    """Let somebody type these replies; after the last the input ends. Return what is said."""

    def typing(*replies: str) -> list[str]:
        said: list[str] = []
        waiting = list(replies)

        def prompt(text: str, default: str = "", **_: object) -> str:
            said.append(text)
            if not waiting:
                raise click.Abort
            return waiting.pop(0) or default

        monkeypatch.setattr(click, "prompt", prompt)
        monkeypatch.setattr(asking, "say", said.append)
        monkeypatch.setattr(asking, "talk", said.append)
        monkeypatch.setattr(asking, "speak", lambda text: text)
        return said

    return typing


def _question(key: str, **more: object) -> Question:
    def take(reply: str) -> Answers:
        if reply == "fout":
            raise UnfitReplyError("Dat kan niet.")
        taken.append((key, reply))
        return Answers(subject="pesten" if key == "soort" else "")

    made = Question(key=key, text=f"{key}?", take=take)
    return replace(made, **more)  # type: ignore[arg-type]


taken: list[tuple[str, str]] = []


def _asked(*questions: Question) -> State:
    taken.clear()

    def all_of(_: State) -> Iterator[Question]:
        yield from questions

    return interview(State(answers=Answers()), all_of)


def test_each_question_is_asked_once_and_enter_means_its_default(types: Typist) -> None:
    said = types("a", "", "  c   d ")
    end = _asked(_question("een"), _question("twee", default="zo"), _question("drie"))
    assert taken == [("een", "a"), ("twee", "zo"), ("drie", "c d")]
    assert end.asked == {"een", "twee", "drie"}
    assert not end.is_stopped
    assert "een?" in said
    assert "twee? (Enter alone: zo)" in said


def test_going_back_asks_the_question_before_again(types: Typist) -> None:
    said = types("a", "TERUG", "b", "c")
    _asked(_question("een"), _question("twee"))
    assert taken == [("een", "a"), ("een", "b"), ("twee", "c")]
    assert "This is the first question." not in said


def test_before_the_first_question_there_is_none(types: Typist) -> None:
    said = types("terug", "a")
    _asked(_question("een"))
    assert "This is the first question." in said
    assert taken == [("een", "a")]


@pytest.mark.parametrize("replies", [("a", "stop"), ("a", "Stop"), ("a",)])
def test_stopping_keeps_what_was_answered(types: Typist, replies: tuple[str, ...]) -> None:
    types(*replies)
    end = _asked(_question("een"), _question("twee"))
    assert end.is_stopped
    assert end.asked == {"een"}


def test_a_question_is_shown_whole_for_who_asks(types: Typist) -> None:
    said = types("?", "a")
    _asked(_question("een", lines=("regel",), details=("uitleg",)))
    assert said.count("regel") == 2
    assert said.count("uitleg") == 1
    assert taken == [("een", "a")]


def test_a_reply_that_does_not_fit_is_asked_again_with_the_reason(types: Typist) -> None:
    said = types("fout", "a\x07b", "x" * 2001, "x" * 2000)
    _asked(_question("een"))
    assert "Dat kan niet." in said
    assert "There are characters in it that cannot be used." in said
    assert any(text.startswith("This is too long") for text in said)
    assert [key for key, _ in taken] == ["een"]


def test_how_many_there_are_is_said_when_the_kind_of_protocol_is_known(types: Typist) -> None:
    said = types("a", "b", "c")
    _asked(
        _question("soort"), _question("twee"), _question("drie"), _question("x", is_unlikely=True)
    )
    heads = [text for text in said if text.startswith("── ")]
    assert heads[:3] == [
        "── Question 1 ──",
        "── Question 2 of about 3 ──",
        "── Question 3 of about 3 ──"
        if len(heads) < 3 or "Question 3 of" in heads[2]
        else heads[2],
    ]


@pytest.mark.parametrize(
    ("reply", "said"), [("ja", True), ("J", True), ("yes", True), ("nee", False), ("N", False)]
)
def test_yes_and_no(reply: str, said: bool) -> None:
    assert is_yes(reply) is said


def test_it_is_asked_until_it_is_yes_or_no_and_enter_is_no(types: Typist) -> None:
    types("misschien", " ja ")
    assert confirmed("Goed?")
    said = types("")
    assert not confirmed("Goed?")
    assert said == ["Goed? (ja/nee)"]


@pytest.mark.parametrize(
    ("reply", "places"),
    [("2", (1,)), ("1, 3", (0, 2)), ("1+3", (0, 2)), ("3;3;1", (2, 0)), (" 1 ,, 2,", (0, 1))],
)
def test_numbers_name_places(reply: str, places: tuple[int, ...]) -> None:
    assert numbered(reply, 3) == places


@pytest.mark.parametrize("reply", ["", "0", "4", "a", "1 2", "-1", "1,x", "²"])
def test_what_names_no_place_is_refused(reply: str) -> None:
    with pytest.raises(UnfitReplyError):
        numbered(reply, 3)


def test_going_back_keeps_the_earlier_answer(types: Typist) -> None:
    taken.clear()
    said = types("een", "twee", "terug", "", "drie")
    again = replace(_question("dan", default="nee"), text="dan? (Enter: niets)")
    questions = [_question("eerst"), again, _question("laatst")]
    state = interview(State(answers=Answers()), lambda _: iter(questions))
    assert not state.is_stopped
    assert taken == [("eerst", "een"), ("dan", "twee"), ("dan", "twee"), ("laatst", "drie")]
    assert "dan? (Enter: niets) (Enter alone: nee)" in said
    assert "dan? (Enter alone: twee)" in said


def test_an_earlier_answer_can_be_taken_back(types: Typist) -> None:
    taken.clear()
    said = types("een", "terug", "-", "terug", "", "twee")
    first = replace(_question("dan"), text="dan? ('geen': weglaten, Enter: later beslissen)")
    interview(State(answers=Answers()), lambda _: iter([first, _question("laatst")]))
    assert taken == [("dan", "een"), ("dan", ""), ("dan", ""), ("laatst", "twee")]
    asked = [line for line in said if line.startswith("dan?")]
    again = "dan? ('geen': weglaten, '-': later beslissen) (Enter alone: een)"
    assert asked == [first.text, again, first.text]


def test_a_long_question_comes_a_screen_at_a_time(
    types: Typist, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "height", lambda: 15)
    monkeypatch.setattr(asking, "width", lambda: 40)
    long = _question("lang", lines=tuple(f"regel {n}" for n in range(22)))
    said = types("meer", "meer", "meer", "ja")
    interview(State(answers=Answers()), lambda _: iter([long]))
    prompts = [n for n, line in enumerate(said) if line.startswith("lang?")]
    left = [re.findall(r"\d+", said[prompt]) for prompt in prompts]
    # on the first screen stands too how one goes back and stops
    assert left == [["18"], ["8"], [], []]
    assert said.index("── Question 1 ──") == 5
    assert prompts[0] == 15 - asking._BELOW
    assert prompts[1] - prompts[0] == 11
    assert [line for line in said if line.startswith("regel")] == list(long.lines)


def test_only_of_the_question_that_is_shown_lines_are_made(types: Typist) -> None:
    made: list[str] = []

    def lines(name: str) -> list[str]:
        made.append(name)
        return [f"regel van {name}"]

    all_asked = [
        _question(name, lines=WhenShown(partial(lines, name))) for name in ("een", "twee", "drie")
    ]
    said = types("ja", "?", "stop")
    interview(State(answers=Answers()), lambda _: iter(all_asked))
    assert made == ["een", "twee", "twee"]
    assert [line for line in said if line.startswith("regel")] == [
        f"regel van {name}" for name in made
    ]


def test_lines_fit_on_the_screen(types: Typist, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "width", lambda: 40)
    words = "Kies een van de formuleringen die hieronder staan, of schrijf zelf iets op."
    said = types("ja")
    asked = replace(_question("a", lines=(f"    {words}",)), text=words)
    interview(State(answers=Answers()), lambda _: iter([asked]))
    own = [line for line in said if not line.startswith("Type")]
    assert all(len(line) <= 40 for line in own)
    assert " ".join(line.strip() for line in own if line.startswith("    ")) == words


@pytest.mark.parametrize(("columns", "expected"), [("200", 96), ("60", 60), ("10", 30), ("80", 80)])
def test_talk_is_as_wide_as_the_terminal(
    monkeypatch: pytest.MonkeyPatch, columns: str, expected: int
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert output.width() == expected
    assert all(len(line) <= expected for line in output.lines_of("woorden " * 60))
    assert all(len(line) <= expected for line in output.indented("  1.", "woorden " * 60))


def test_a_long_line_goes_on_below_the_text_behind_its_number(
    types: Typist, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "width", lambda: 24)
    said = types("ja")
    lines = ("  10. Met het voorbeeldprotocol: ik kies", "Zonder nummer is dit een lange regel")
    interview(State(answers=Answers()), lambda _: iter([_question("a", lines=lines)]))
    shown = ["  10. Met het", "      voorbeeldprotocol:", "      ik kies"]
    shown += ["Zonder nummer is dit een", "lange regel"]
    first = said.index(shown[0])
    assert said[first : first + len(shown)] == shown


@pytest.mark.parametrize(
    ("reply", "choice"),
    [("allebei", BOTH), ("Alle twee", BOTH), ("1, 2", BOTH), ("geen van beide", NONE)],
)
def test_both_and_neither_are_understood_as_the_question_says_them(reply: str, choice: str) -> None:
    merge = merge_of("lucas-onderwijs", "oponoa")
    question = next(iter(merge_questions(merge, State(answers=Answers(merges=merge.slugs)))))
    taken = question.take(reply)
    assert set(taken.choices.values()) == {choice}


def test_a_contest_with_what_is_not_on_the_screen_says_how_to_see_it() -> None:
    state = State(answers=Answers(), asked=frozenset())
    told = [
        (len(tuple(question.details)), line)
        for question in template_questions(template(), state)
        for line in question.lines
        if "tegenover nummer" in line
    ]
    assert any("(zie '?')" in line for _, line in told)
    assert all("(zie '?')" not in line for hidden, line in told if not hidden)
