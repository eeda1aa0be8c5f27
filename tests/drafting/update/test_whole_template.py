"""The template as one organisation gets it: what came straight from it does not differ."""

from __future__ import annotations

from drafted import BOARD, DUTCH, from_template, template
from protocolkit.changes.change_set import ChangeKind, version_of
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.document.richtext import plain
from protocolkit.drafting.new.answers import Answers
from protocolkit.drafting.new.new_protocol import recommended
from protocolkit.drafting.update.whole_template import whole_template


def test_a_draft_of_the_template_does_not_differ_from_it() -> None:
    optional = next(one for one in template().topics if one.is_optional and one.choices)
    answers = Answers(
        subject="sociale-media",
        organisation=BOARD,
        choices={optional.id: optional.choices[0].id},
    )
    own = from_template(answers)
    text = whole_template(own, template(), DUTCH)
    changes = compare_versions(version_of(text), version_of(own)).changes
    counted = [change for change in changes if change.kind.is_counted]
    assert {change.kind for change in counted} == {ChangeKind.ADDED}
    # Where boards disagree the draft is open, and the template has nothing to recommend.
    said = [plain(change.pairs[0].new.text) for change in counted if change.pairs[0].new]
    assert all(text.startswith("[kies een formulering]") for text in said)


def test_another_choice_than_is_recommended_is_a_difference() -> None:
    answers = Answers(subject="sociale-media", organisation=BOARD)
    topic = next(
        one for one in template().topics if recommended(one, answers) and len(one.choices) > 1
    )
    other = next(one for one in topic.choices if one != recommended(topic, answers))
    own = from_template(answers.choosing({topic.id: other.id}))
    changes = compare_versions(version_of(whole_template(own, template(), DUTCH)), version_of(own))
    told = {label for change in changes.changes if change.kind.is_counted for label in change.new}
    assert topic.id in told
