"""What a protocol's settings say of being public, and what that keeps off the site."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from protocolkit.comparison.boards import without_answers
from protocolkit.comparison.topics_file import read_topics_text
from protocolkit.document.facts import Status
from protocolkit.reading.found_problems import Report
from protocolkit.site.engine.drafts import is_draft, publicity_of, stays_off
from protocolkit.site.engine.settings import INCLUDE_DRAFTS
from small_boards import HEAD, topic_line

_NAME = "protocols/hek/de-brug.md"


def _text(settings: str) -> str:
    head = "---\nprotocol:\n  organisation: {name: De Brug}\n"
    return f"{head}{settings}---\n\n# Hek\n"


def _off(text: str, included: Any = ()) -> tuple[bool, list[str]]:
    config: Any = SimpleNamespace(**{INCLUDE_DRAFTS.name: included})
    is_off, told = stays_off(publicity_of(text, _NAME), _NAME, config)
    return is_off, [problem.code.name for problem in told]


def test_what_is_not_decided_yet_is_a_draft() -> None:
    drafts = {status for status in Status if is_draft(status)}
    assert drafts == {Status.CONCEPT, Status.INTENDED, Status.SUBMITTED}


@pytest.mark.parametrize("status", Status)
def test_a_draft_stays_off_and_nothing_else(status: Status) -> None:
    text = _text(f"  status: {status.value}\n" if status is not Status.UNKNOWN else "")
    assert _off(text) == (is_draft(status), [])


@pytest.mark.parametrize(
    ("included", "is_off"),
    [
        (True, False),
        (False, True),
        (["hek/de-brug"], False),
        (("hek/de-brug",), False),
        (["hek/de-mus", "de-brug", _NAME], True),
        ([], True),
    ],
)
def test_a_draft_that_is_named_is_shown(included: object, is_off: bool) -> None:
    assert _off(_text("  status: concept\n"), included) == (is_off, [])


@pytest.mark.parametrize(
    "settings", ["  status: consept\n", "  status: [a\n", "  x: &a b\n  y: *a\n"]
)
def test_what_cannot_be_read_may_be_a_draft(settings: str) -> None:
    is_off, told = _off(_text(settings), included=True)
    assert is_off
    assert told[-1] == "status-unreadable"
    assert len(told) >= 2


_CONCEPT = "protocol:\n  organisation: {name: De Brug}\n  status: concept\n"


@pytest.mark.parametrize(
    "text",
    [
        _text("  status: [concept]\n"),
        _text("  status: {is: concept}\n"),
        _text("  Status: concept\n"),
        _text("  staus: concept\n"),
        _text("  sta\u200btus: concept\n"),
        _text("  st\u0430tus: concept\n"),
        _text("  organisation_kind: [x]\n"),
        _text("  status: vastgesteld\n  status: concept\n"),
        _text("status: concept\n"),
        _text("Status: concept\n"),
        "---\nprotocol:\n  organisation:\n    name: De Brug\n    status: concept\n---\n\n# Hek\n",
        "---\nprotocol:\n  - organisation: {name: De Brug}\n  - status: concept\n---\n\n# Hek\n",
        f"---\n{_CONCEPT.title()}---\n\n# Hek\n",
        f"---\n{_CONCEPT}...\n\n# Hek\n",
        f"---\n{_CONCEPT}----\n\n# Hek\n",
        f"\n---\n{_CONCEPT}---\n\n# Hek\n",
        f"<!-- x -->\n---\n{_CONCEPT}---\n\n# Hek\n",
        "# Hek\n",
    ],
)
@pytest.mark.parametrize("included", [(), True])
def test_settings_that_may_have_meant_a_status_keep_a_text_off(text: str, included: object) -> None:
    is_off, told = _off(text, included)
    assert is_off
    assert told[-1] == "status-unreadable"
    assert len(told) >= 2


def test_settings_of_other_tools_keep_nothing_off() -> None:
    assert _off("---\nlayout: x\nprotocol:\n  organisation: {name: De Brug}\n---\n") == (False, [])


def test_a_newer_format_stays_off_whatever_its_status() -> None:
    is_off, told = _off(_text("  format: 99\n  status: vastgesteld\n"), included=True)
    assert (is_off, told) == (True, ["format-newer"])


def test_an_odd_setting_beside_a_status_that_is_known_hides_nothing() -> None:
    assert _off(_text("  status: vastgesteld\n  organisation_kind: x\n")) == (False, [])


def test_without_some_boards_a_topic_that_only_they_answer_is_gone() -> None:
    lines = topic_line("een", {"aa": ["a-1"]})
    lines += topic_line("twee", {"aa": ["a-2"], "bb": ["a-1"]})
    lines += topic_line("leeg", {})
    text = f"{HEAD}topics:\n{lines}alone: {{aa: [a-3], bb: [a-2]}}\n"
    found = without_answers(read_topics_text(text, "regels", Report("x")), frozenset({"aa"}))
    assert [topic.id for topic in found.topics] == ["twee", "leeg"]
    assert [str(answer.place) for answer in found.topics[0].answers] == ["bb#a-1"]
    assert [str(answer.place) for answer in found.alone] == ["bb#a-2"]
