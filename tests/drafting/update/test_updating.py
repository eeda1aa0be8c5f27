"""What changed in the source is offered, what was changed here is kept, and nothing is silent."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from drafted import BOARD, DUTCH, SCHOOL, from_template, place, subject, template
from protocolkit.document.facts import Provenance
from protocolkit.document.model import Clause, Footnote, Paragraph, Protocol, Section
from protocolkit.document.outline import addressable, clause_text, clauses
from protocolkit.document.richtext import Text
from protocolkit.drafting.new.adopting import adopt
from protocolkit.drafting.new.answers import Answers
from protocolkit.drafting.template.values import Choice, Template, TemplateTopic
from protocolkit.drafting.update.accepting import accept_from_board, accept_from_template
from protocolkit.drafting.update.against_board import compare_with_board
from protocolkit.drafting.update.against_template import compare_with_template
from protocolkit.drafting.update.findings import ClauseUpdate, Finding
from protocolkit.drafting.update.redrafting import Source, redrafted
from protocolkit.drafting.update.rewriting import rewritten
from protocolkit.reading.reader import read_protocol_text
from protocolkit.reading.writer import write_protocol

_VALUES = {"school": "De Wal"}
_TOPIC = "discussie-ontspoort"
_EDITED = "Dit hebben wij zelf bedacht."


@cache
def _made() -> Protocol:
    return from_template(Answers(organisation=BOARD, placeholders=_VALUES))


def _no_history(_: Provenance) -> str:
    return ""


def _compare(protocol: Protocol, now: Template) -> tuple[ClauseUpdate, ...]:
    return compare_with_template(protocol, now, {}, _no_history)


def _found(updates: tuple[ClauseUpdate, ...], finding: Finding) -> list[str]:
    return [update.anchor for update in updates if update.finding is finding]


def _with_topic(changed: TemplateTopic | None, topic_id: str = _TOPIC) -> Template:
    """Return the template with another topic in place of one, or without it."""
    themes = []
    for theme in template().themes:
        topics = [changed if topic.id == topic_id else topic for topic in theme.topics]
        themes.append(replace(theme, topics=tuple(topic for topic in topics if topic)))
    return replace(template(), themes=tuple(themes), version="f" * 64)


def _reworded(words: str) -> Template:
    """Return the template in which the board of a formulation says it otherwise."""
    topic = template().topic(_TOPIC)
    assert topic is not None
    (choice,) = topic.choices
    fresh: Choice = replace(
        choice, id="knieuw", text=words, blocks=(Paragraph((Text(words),)),), placeholders=()
    )
    return _with_topic(replace(topic, choices=(fresh,), recommended=fresh))


def _edited(protocol: Protocol, anchor: str, words: str = _EDITED) -> Protocol:
    """Return a protocol in which somebody wrote other words."""

    def change(part: Clause | Section) -> Clause | Section:
        if isinstance(part, Section):
            return replace(part, parts=tuple(change(inner) for inner in part.parts))
        if part.anchor == anchor:
            return replace(part, blocks=(Paragraph((Text(words),)),))
        return part

    return replace(protocol, parts=tuple(change(part) for part in protocol.parts))


def _text(protocol: Protocol, anchor: str) -> str:
    return next(clause_text(item) for item in addressable(protocol) if item.anchor == anchor)


def test_right_after_drafting_nothing_waits_but_what_was_left_open() -> None:
    updates = _compare(_made(), template())
    waiting = {u.finding for u in updates} - {Finding.SAME}
    assert waiting == {Finding.OPEN}


@pytest.mark.parametrize("is_own", [True, False])
def test_typed_words_are_kept_and_never_taken_for_unchanged(is_own: bool) -> None:
    topic = template().topic(_TOPIC)
    assert topic is not None
    (choice,) = topic.choices
    answers = Answers(
        organisation=BOARD,
        placeholders=_VALUES,
        choices={_TOPIC: "eigen" if is_own else choice.id},
        texts={_TOPIC: _EDITED},
        edits={choice.id: _EDITED},
    )
    made = from_template(answers)
    assert _text(made, _TOPIC) == _EDITED
    assert _TOPIC in _found(_compare(made, template()), Finding.KEPT)
    found = _compare(made, _reworded("Nieuwe woorden."))
    assert _TOPIC in _found(found, Finding.KEPT if is_own else Finding.BOTH)
    assert not _found(found, Finding.OFFERED)


def test_a_change_in_the_template_alone_is_offered_and_can_be_accepted() -> None:
    now = _reworded("Nieuwe woorden.")
    updates = _compare(_made(), now)
    (found,) = (u for u in updates if u.finding is Finding.OFFERED)
    assert (found.anchor, found.offered) == (_TOPIC, "Nieuwe woorden.")
    accepted = accept_from_template(_made(), found, now)
    assert _text(accepted, _TOPIC) == "Nieuwe woorden."
    others = {c.anchor: c for c in clauses(_made()) if c.anchor != _TOPIC}
    assert others == {c.anchor: c for c in clauses(accepted) if c.anchor != _TOPIC}
    assert _found(_compare(accepted, now), Finding.OFFERED) == []
    assert read_protocol_text(write_protocol(accepted)).protocol == accepted


def test_a_change_on_both_sides_is_shown_with_both_texts() -> None:
    updates = _compare(_edited(_made(), _TOPIC), _reworded("Nieuwe woorden."))
    (found,) = (u for u in updates if u.finding is Finding.BOTH)
    assert (found.present, found.offered) == (_EDITED, "Nieuwe woorden.")
    assert not _found(updates, Finding.OFFERED)


def test_a_change_here_alone_is_kept() -> None:
    updates = _compare(_edited(_made(), _TOPIC), template())
    assert _found(updates, Finding.KEPT) == [_TOPIC]


def test_filling_in_a_blank_is_no_change() -> None:
    open_made = from_template(Answers(organisation=BOARD))
    anchor = next(c.anchor for c in clauses(open_made) if "[naam van de school]" in clause_text(c))
    words = _text(open_made, anchor).replace("[naam van de school]", "De Wal")
    updates = _compare(_edited(open_made, anchor, words), template())
    assert anchor in _found(updates, Finding.SAME)


def test_a_topic_that_is_gone_is_told_and_its_text_stays() -> None:
    updates = _compare(_made(), _with_topic(None))
    assert _found(updates, Finding.GONE) == [_TOPIC]


def test_a_new_topic_is_offered_and_comes_in_its_chapter() -> None:
    topic = template().topic(_TOPIC)
    assert topic is not None
    before = replace(_made(), facts=replace(_made().facts, provenance=()))
    entries = tuple(e for e in _made().facts.provenance if e.topic != _TOPIC)
    without = replace(
        before,
        parts=tuple(_without(part, _TOPIC) for part in before.parts),
        facts=replace(before.facts, provenance=entries),
    )
    updates = _compare(without, template())
    assert _found(updates, Finding.NEW) == [_TOPIC]
    source = Source(
        origin=template(), template=template(), protocols=subject().protocols, translate=DUTCH
    )
    assert topic.recommended is not None
    accepted = redrafted(without, {_TOPIC: topic.recommended.id}, source).protocol
    assert _text(accepted, _TOPIC) == _text(_made(), _TOPIC)
    assert [clause.anchor for clause in clauses(accepted)] == [c.anchor for c in clauses(_made())]
    assert not _found(_compare(accepted, template()), Finding.NEW)


def _without(part: Clause | Section, anchor: str) -> Clause | Section:
    if isinstance(part, Section):
        return replace(part, parts=tuple(p for p in part.parts if p.anchor != anchor))
    return part


def test_a_clause_that_was_removed_here_stays_removed() -> None:
    gone = replace(_made(), parts=tuple(_without(part, _TOPIC) for part in _made().parts))
    updates = _compare(gone, _reworded("Nieuwe woorden."))
    assert _found(updates, Finding.REMOVED) == [_TOPIC]
    assert not _found(updates, Finding.OFFERED)


def test_what_still_stands_at_its_board_is_not_offered_anew() -> None:
    entry = next(e for e in _made().facts.provenance if e.topic == _TOPIC)
    now = _reworded("Nieuwe woorden.")
    updates = compare_with_template(_made(), now, {entry.source: entry.choice}, _no_history)
    assert not _found(updates, Finding.OFFERED)


_BOARD_TEXT = """\
---
protocol:
  organisation: {name: Stichting X}
---

# T

{#hs-1}
## 1 Regels

{#a}
1. Op \\[naam van de school\\] mag het.

{#b}
2. Dit is de tweede regel.[^1]

[^1]: Een noot.
"""


def _board(text: str = _BOARD_TEXT) -> Protocol:
    return read_protocol_text(text, subject="s", slug="x").protocol


def _school() -> Protocol:
    answers = Answers(organisation=SCHOOL, adopts="x", placeholders={"aanvulling": "Meer."})
    return adopt(_board(), answers, place("school"), DUTCH)


def _with_board(protocol: Protocol, text: str) -> tuple[ClauseUpdate, ...]:
    return compare_with_board(protocol, _board(text), _no_history)


def test_a_school_that_changed_nothing_is_the_same() -> None:
    updates = _with_board(_school(), _BOARD_TEXT)
    assert {u.finding for u in updates} == {Finding.SAME}


@pytest.mark.parametrize(
    ("old", "new", "finding", "anchor", "words"),
    [
        ("mag het.", "mag het niet.", Finding.OFFERED, "a", "Op obs De Wal mag het niet."),
        ("Een noot.", "Een andere noot.", Finding.OFFERED, "noot-1", "Een andere noot."),
        ("{#b}\n2. ", "{#c}\n2. Tussen.\n\n{#b}\n3. ", Finding.NEW, "c", "Tussen."),
    ],
)
def test_what_the_board_changed_is_offered_with_the_schools_names(
    old: str, new: str, finding: Finding, anchor: str, words: str
) -> None:
    text = _BOARD_TEXT.replace(old, new)
    updates = _with_board(_school(), text)
    assert _found(updates, finding) == [anchor]
    found = next(u for u in updates if u.anchor == anchor)
    assert found.offered == words
    accepted = accept_from_board(_school(), found, _board(text))
    assert _text(accepted, anchor) == words
    left = {u.finding for u in _with_board(accepted, text)}
    # a clause in between gives those after it another number, which is asked for by itself
    assert left <= ({Finding.SAME, Finding.MOVED} if finding is Finding.NEW else {Finding.SAME})
    assert read_protocol_text(write_protocol(accepted)).protocol == accepted


def test_another_number_or_place_in_the_board_is_never_silent() -> None:
    given = (
        "---\nprotocol: {organisation: {name: Stichting Brug}}\n---\n\n# P\n\n{#x}\n## 1 Een\n\n"
    )
    rest = "{#y}\n## 2 Twee\n\n{#c}\n1. Wel.\n"
    board = _read(f"{given}{{#a}}\n1. Mag.\n\n{{#b}}\n2. Moet.\n\n{rest}")
    made = adopt(board, Answers(organisation=SCHOOL), place(), DUTCH)
    renumbered = _read(f"{given}{{#a}}\n1. Mag.\n\n{{#b}}\n3. Moet.\n\n{rest}")
    moved = _read(f"{given}{{#b}}\n2. Moet.\n\n{rest}\n{{#a}}\n2. Mag.\n")
    for now, anchor in ((renumbered, "b"), (moved, "a")):
        updates = compare_with_board(made, now, _no_history)
        assert _found(updates, Finding.MOVED) == [anchor]
        found = next(u for u in updates if u.anchor == anchor)
        accepted = accept_from_board(made, found, now)
        assert {u.finding for u in compare_with_board(accepted, now, _no_history)} == {Finding.SAME}
        assert sorted(map(clause_text, clauses(accepted))) == sorted(
            map(clause_text, clauses(made))
        )
        assert accepted.facts.provenance == made.facts.provenance


def _read(text: str) -> Protocol:
    return read_protocol_text(text, subject="regels", slug="brug").protocol


def test_a_school_may_not_differ_from_what_holds_for_all_schools() -> None:
    edited = _edited(_school(), "a")
    updates = _with_board(edited, _BOARD_TEXT)
    (found,) = (u for u in updates if u.finding is Finding.DEVIATES)
    restored = accept_from_board(edited, found, _board())
    assert _text(restored, "a") == "Op obs De Wal mag het."


def test_a_note_that_nobody_calls_any_more_goes_and_is_retired() -> None:
    text = _BOARD_TEXT.replace("[^1]\n\n[^1]: Een noot.", "")
    found = next(u for u in _with_board(_school(), text) if u.anchor == "b")
    # its words are the same, so the clause is taken over on purpose
    given = next(item for item in addressable(_board(text)) if item.anchor == "b")
    assert isinstance(given, Clause)
    changed = accept_from_board(_school(), replace(found, given=given), _board(text))
    assert not changed.notes
    assert changed.facts.retired == ("noot-1",)
    assert not any(isinstance(item, Footnote) for item in addressable(changed))


def _taken_over() -> Protocol:
    now = _reworded("Nieuwe woorden.")
    found = next(u for u in _compare(_made(), now) if u.finding is Finding.OFFERED)
    return accept_from_template(_made(), found, now)


def test_comments_in_the_settings_survive() -> None:
    text = write_protocol(_made()).replace("  status:", "  # van ons\n  status:")
    changed = _taken_over()
    made = rewritten(text, changed)
    assert "# van ons" in made
    assert read_protocol_text(made).protocol == changed
    before, after = set(text.split("\n")), set(made.split("\n"))
    assert len(before - after) == len(after - before) == 2


def test_settings_as_a_person_set_them_out_keep_their_form() -> None:
    """Deeper, with a comment after the list and settings of another program below."""
    head, settings, body = write_protocol(_made()).split("---\n", 2)
    lines = [f"  {line}" if line.startswith("  ") else line for line in settings.splitlines()]
    own = "\n".join([*lines, "    # tot hier", "ander: {a: 1}"])
    changed = _taken_over()
    made = rewritten(f"{head}---\n{own}\n---\n{body}", changed)
    assert "\n    # tot hier\nander: {a: 1}\n---\n" in made
    assert "\n    status: concept\n" in made
    assert read_protocol_text(made).protocol == changed


def test_settings_that_cannot_be_kept_surely_are_written_anew() -> None:
    title, changed = _made().facts.title, _taken_over()
    other = write_protocol(_made()).replace(f"  title: {title}\n", "  title: Iets anders\n")
    assert rewritten(other, changed) == write_protocol(changed)
    flow = f"---\nprotocol: {{title: {title}, organisation: {{name: X}}}}\n---\n# x\n"
    assert rewritten(flow, changed) == write_protocol(changed)
