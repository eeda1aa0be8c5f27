"""The invented example of a new repository is no board: once there is one, nothing counts it."""

from __future__ import annotations

from pathlib import Path

from protocolkit.checking.wording_faults import count_faults
from protocolkit.collection import gather
from protocolkit.comparison.topics_file import read_topics_text
from protocolkit.drafting.template.subject_template import template_of
from protocolkit.reading.found_problems import Report
from protocolkit.repository_layout import EXAMPLE_NAME, EXAMPLE_SLUG
from small_boards import HEAD, board, topic_line

_EXAMPLE = board(
    EXAMPLE_SLUG, "Het hek is dicht.", "Meld het.", organisation=f"{{name: {EXAMPLE_NAME}}}"
)
_ONE, _TWO = board("een", "Het hek is open."), board("twee", "Het hek is open.")
_TOPICS = read_topics_text(
    f"{HEAD}topics:\n"
    + topic_line("hek", {"een": ["a-1"], "twee": ["a-1"], EXAMPLE_SLUG: ["a-1"]})
    + topic_line("melden", {EXAMPLE_SLUG: ["a-2"]}),
    "regels",
    Report("topics.yml"),
)


def test_beside_boards_the_example_counts_nowhere(tmp_path: Path) -> None:
    subject = gather((_EXAMPLE, _ONE, _TWO), "regels", _TOPICS)
    compared = subject.compared
    assert [protocol.slug for protocol in compared.protocols] == ["een", "twee"]
    assert compared.concordance
    (topic,) = compared.concordance.topics
    assert [answer.place.organisation for answer in topic.answers] == ["een", "twee"]
    template = template_of(tmp_path, subject, count_faults)
    assert template
    assert EXAMPLE_SLUG not in repr(template)


def test_alone_it_shows_what_a_comparison_looks_like() -> None:
    subject = gather((_EXAMPLE,), "regels", _TOPICS)
    assert subject.compared == subject


def test_who_gave_it_another_name_made_it_a_board() -> None:
    own = board(EXAMPLE_SLUG, "Het hek is dicht.", organisation="{name: De Brug}")
    subject = gather((own, _ONE), "regels", _TOPICS)
    assert subject.compared == subject
