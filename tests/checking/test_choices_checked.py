"""What a choices file names is there, or it is said what comes nearest."""

from __future__ import annotations

from pathlib import Path

import pytest

from protocolkit.checking.choices import check_choices, check_choices_file
from protocolkit.collection import read_collection
from protocolkit.comparison.topics_file import read_topics_text
from protocolkit.document.names import names_of
from protocolkit.document.outline import addressable
from protocolkit.drafting.template.sources import choice_id, neutral_text
from protocolkit.reading.found_problems import Report
from protocolkit.repository_layout import CHOICES_FILE
from small_boards import HEAD, board, chosen_by, topic_line

_BOARD = board("een", "Foto's mogen.", "Appen mag.")


def _found(text: str, topics: str = "") -> list[tuple[str, dict[str, str]]]:
    choices, problems = chosen_by(text)
    assert problems == ()
    lines = topics or topic_line("foto", {"een": ["a-1"]}) + topic_line("app", {})
    concordance = read_topics_text(f"{HEAD}topics:\n{lines}", "regels", Report("x"))
    found = check_choices(choices, concordance, [_BOARD])
    return [(problem.code.name, dict(problem.values)) for problem in found]


@pytest.mark.parametrize(
    "text",
    [
        "themes: {t: Eerste thema, u: Tweede}\n",
        "topics: {foto: {choice: een#a-1}, app: {leave_out: true}}\n",
        "extra: [{theme: t, after: foto, text: Meer.}, {theme: u, text: Nog meer.}]\n",
        "order: [u, t, app, foto]\n",
        "",
    ],
)
def test_what_is_there_is_no_problem(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("themes: {tt: Eerste thema}\n", "theme", "tt"),
        ("topics: {fotos: {leave_out: true}}\n", "topic", "fotos"),
        ("topics: {fotos: {choice: een#a-1}}\n", "topic", "fotos"),
        ("extra: [{theme: weg, text: Meer.}]\n", "theme", "weg"),
        ("extra: [{theme: t, after: weg, text: Meer.}]\n", "topic", "weg"),
        ("order: [foto, weg]\n", "topic", "weg"),
    ],
)
def test_what_is_not_there_is_told(text: str, kind: str, name: str) -> None:
    [(code, values)] = _found(text)
    assert (code, values["kind"], values["name"]) == ("template-unknown", kind, name)


def test_the_nearest_names_are_told_nearest_first_and_not_all() -> None:
    lines = "".join(topic_line(name, {}) for name in ("foto", "a", "b", "c", "d", "e", "f", "g"))
    [(_, values)] = _found("topics: {fotos: {leave_out: true}}\n", lines)
    near = values["near"].split(", ")
    assert near[0] == "foto"
    assert len(near) == 5


def test_a_formulation_is_named_by_its_clause_or_its_words() -> None:
    item = next(iter(addressable(_BOARD)))
    words = choice_id(neutral_text(item, names_of(_BOARD)))
    assert _found(f"topics: {{foto: {{choice: {words}}}}}\n") == []
    [(code, values)] = _found("topics: {foto: {choice: een#a-2}}\n")
    assert (code, values["name"], values["known"]) == ("template-choice", "een#a-2", "een#a-1")
    [(code, values)] = _found("topics: {app: {choice: een#a-1}}\n")
    assert (code, values["known"]) == ("template-choice", "–")


def test_a_file_is_read_with_the_topics_of_its_subject(tmp_path: Path) -> None:
    folder = tmp_path / "protocols" / "regels"
    folder.mkdir(parents=True)
    text = (
        "---\nprotocol:\n  organisation: {name: Een}\n---\n\n# Regels\n\n{#a-1}\n1. Foto's mogen.\n"
    )
    (folder / "een.md").write_text(text, "utf-8")
    (folder / CHOICES_FILE).write_text("themes: {weg: Thema}\nonbekend: 1\n", "utf-8")

    def codes() -> list[str]:
        [subject] = read_collection(tmp_path).subjects
        return [found.code.name for found in check_choices_file(tmp_path, subject)]

    assert codes() == ["yaml-unknown-key"]
    topics = f"{HEAD}topics:\n{topic_line('foto', {'een': ['a-1']})}"
    (folder / "topics.yml").write_text(topics, "utf-8")
    assert codes() == ["yaml-unknown-key", "template-unknown"]
