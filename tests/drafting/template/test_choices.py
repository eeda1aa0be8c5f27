"""What a person chose: it decides, it survives, and what it names wrongly is reported."""

from __future__ import annotations

import re
from pathlib import Path

import seeds
from protocolkit.base.messages import translator
from protocolkit.checking.check import check_collection
from protocolkit.checking.choices import check_choices
from protocolkit.collection import read_collection
from protocolkit.document.model import Footnote
from protocolkit.document.outline import clause_text
from protocolkit.drafting.template.choices import NO_CHOICES
from protocolkit.drafting.template.choices_file import choices_of
from protocolkit.drafting.template.make_template import make_template
from protocolkit.drafting.template.values import Template
from protocolkit.repository_layout import CHOICES_FILE
from small_boards import board, chosen_by, line_up, seed_template, topic_line
from small_site import make_project

CHOICES = """\
themes:
  lessen: Tijdens de les
topics:
  toestemming-beeld: {choice: lucas-onderwijs#art-a-5}
  hacken:
    leave_out: true
extra:
  - theme: lessen
    after: opnames-maken
    text: |
      De school legt dit **elk jaar** uit:

      - aan ouders;
      - aan leerlingen van [naam van de school].
order: [reikwijdte, lessen, opnames-maken]
"""


def _template(text: str) -> Template:
    return seed_template(text)


def test_a_chosen_formulation_comes_first_also_where_boards_disagree() -> None:
    topic = _template(CHOICES).topic("toestemming-beeld")
    assert topic is not None
    assert topic.is_contested
    assert topic.is_chosen
    assert topic.recommended == topic.choices[0]
    assert topic.recommended is not None
    assert str(topic.recommended.origin.place) == "lucas-onderwijs#art-a-5"
    by_id = _template(f"topics: {{toestemming-beeld: {{choice: {topic.recommended.id}}}}}")
    assert by_id.topic("toestemming-beeld") == topic


def test_the_words_of_any_board_that_says_the_same_can_be_chosen() -> None:
    before = _template("").topic("functie-vermelden")
    text = "topics: {functie-vermelden: {choice: oponoa#art-3-3-3}}"
    after = _template(text).topic("functie-vermelden")
    assert before is not None
    assert after is not None
    assert before.recommended is not None
    assert after.recommended is not None
    assert after.recommended.origin.organisation == "oponoa"
    assert before.recommended.origin.organisation != "oponoa"
    assert after.recommended.organisations[0] == "oponoa"
    assert set(after.recommended.organisations) == set(before.recommended.organisations)


def test_left_out_topics_own_titles_own_clauses_and_order() -> None:
    template = _template(CHOICES)
    assert [topic.id for topic in template.left_out] == ["hacken"]
    assert "hacken" not in {topic.id for topic in template.topics}
    assert [theme.id for theme in template.themes][:2] == ["reikwijdte", "lessen"]
    theme = template.themes[1]
    assert theme.title == "Tijdens de les"
    assert theme.topics[0].id == "opnames-maken"
    (own,) = theme.extra
    assert own.after == "opnames-maken"
    words = clause_text(Footnote(label="", blocks=own.blocks)).split()
    assert words[:6] == "De school legt dit elk jaar".split()
    assert words[-1] == "school]."
    assert template.version != _template("").version


def test_choices_survive_new_boards_and_are_never_written(tmp_path: Path) -> None:
    project = make_project(tmp_path / "p")
    path = project / "protocols" / "regels" / CHOICES_FILE
    path.write_text("# van mij\ntopics: {een: {choice: bb#art-1}}\n", "utf-8")
    before = path.read_bytes()
    choices, problems = choices_of(project, "regels")
    assert not problems
    assert choices.of_topic("een").preferred == "bb#art-1"
    assert not [p for p in check_collection(read_collection(project)) if "voorbeeld" in str(p)]
    assert path.read_bytes() == before
    assert choices_of(project, "geen") == (NO_CHOICES, ())


def _said(text: str) -> list[tuple[str, int, str]]:
    choices, problems = chosen_by(text)
    subject = seeds.collection().subjects[0]
    assert subject.concordance is not None
    found = [*problems, *check_choices(choices, subject.concordance, subject.protocols)]
    dutch = translator("nl")
    assert all(problem.hint(dutch) for problem in found)
    assert all(problem.location.path == "voorbeeldprotocol.yml" for problem in found)
    return [(p.code.name, p.location.line, p.line(dutch)) for p in found]


def test_a_sound_file_says_nothing() -> None:
    assert _said(CHOICES) == []
    assert _said("") == []


def test_the_example_of_the_guide_is_right() -> None:
    guide = (seeds.ROOT / "docs" / "gebruik" / "voorbeeldprotocol.md").read_text("utf-8")
    (example,) = re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL)
    assert _said(example) == []


def test_what_is_not_there_is_reported_with_its_line_and_a_cure() -> None:
    text = (
        "themes:\n  lesen: X\n"
        "topics:\n  haken: {choice: k1}\n  hacken:\n    choice: oponoa#art-9-9\n"
        "extra:\n  - {theme: nergens, after: niets, text: Woord.}\n"
        "order: [lessen, wat]\n"
    )
    found = _said(text)
    assert [(code, line) for code, line, _ in found] == [
        ("template-unknown", 2),
        ("template-unknown", 8),
        ("template-unknown", 8),
        ("template-unknown", 9),
        ("template-unknown", 4),
        ("template-choice", 6),
    ]
    assert "lessen" in found[0][2]
    assert "oponoa#art-3-4-10" in found[-1][2] or "oponoa#" in found[-1][2]


def test_a_wrong_shape_is_reported_and_the_rest_is_read() -> None:
    text = (
        "topics:\n  hacken: {leave_out: misschien, kies: x}\n"
        "extra:\n  - {theme: lessen, text: ''}\n  - {theme: lessen, text: '## Kop'}\n"
        "iets: anders\n"
    )
    codes = [code for code, _, _ in _said(text)]
    assert sorted(codes) == [
        "template-extra-empty",
        "template-extra-empty",
        "template-extra-shape",
        "yaml-shape",
        "yaml-unknown-key",
        "yaml-unknown-key",
    ]
    choices, problems = chosen_by("topics: [")
    assert choices == NO_CHOICES
    assert problems


def test_what_is_not_there_changes_nothing() -> None:
    boards = [board("aa", "Bellen mag niet."), board("bb", "Bellen mag niet.")]
    matrix, judgements = line_up(boards, topic_line("v", {"aa": ["a-1"], "bb": ["a-1"]}))
    plain = make_template(matrix, judgements, boards)
    wrong, _ = chosen_by("topics: {v: {choice: weg#a-9}, w: {leave_out: true}}\norder: [q]\n")
    assert make_template(matrix, judgements, boards, wrong) == plain
