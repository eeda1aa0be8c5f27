"""The file of reasons: read strictly, added to at its end, and never less than it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocolkit.base.messages import translator
from protocolkit.base.problems import ProtocolkitError
from protocolkit.reading.found_problems import Report
from protocolkit.reading.yaml_values import NotEditableError
from protocolkit.was_wordt.reasons_file import Reasons, read_reasons_text
from protocolkit.was_wordt.reasons_writer import with_open

_BY_HAND = """# van Anna
since: {x: y}
reasons:
    b:
        reason: |
            Een.

            Twee: drie.
        wording: ja

# hier gebleven
"""
_SINCE = {"versions/hek/de-mus@1.md": "2:0123456789abcdef"}
_ADDED = '"versions/hek/de-mus@1.md": "2:0123456789abcdef"'


def read(text: str) -> Reasons:
    """Return reasons, of which nothing is odd."""
    report = Report("waarom.yml")
    found = read_reasons_text(text, report)
    assert report.problems == []
    return found


def opened(text: str = "", *keys: str) -> str:
    """Return a file with a place for each key."""
    return with_open(text, dict.fromkeys(keys, "1, nieuw"), _SINCE, "hek.md", translator("nl"))


def test_a_new_file_has_a_place_for_each_change_and_says_what_to_do() -> None:
    text = opened("", "a-1", "de-mus#b", "_title")
    assert text.startswith("# Waarom verandert er iets in hek.md?")
    found = read(text)
    assert list(found.entries) == ["a-1", "de-mus#b", "_title"]
    assert [reason.paragraphs for reason in found.entries.values()] == [()] * 3
    assert found.since == _SINCE


def test_a_file_without_changes_can_get_some_later() -> None:
    text = opened()
    assert read(text).entries == {}
    assert list(read(opened(text, "a")).entries) == ["a"]


@pytest.mark.parametrize(
    "written",
    [
        'reasons:\n  b:\n    reason: "Om zes uur."',
        "reasons:\n  b: Omdat het moet.  # vraag nog na\n",
        _BY_HAND,
        "format: 1\nreasons:\n  b:\n    reason: >+\n      Een.\n\n\n",
        "",
        "# nog niets\n",
        "reasons:\n",
    ],
)
def test_what_was_written_stays_byte_for_byte_before_what_is_new(written: str) -> None:
    before = read(written)
    text = opened(written, "a", "b")
    kept = written.replace("{x: y}", f"{{x: y, {_ADDED}}}")
    assert kept in text
    after = read(text)
    assert {"a", "b"} <= set(after.entries)
    assert after.entries["a"].text == ""
    for key, reason in before.entries.items():
        now = after.entries[key]
        assert (now.text, now.is_wording) == (reason.text, reason.is_wording)
    # What is there already is not added again.
    assert opened(text, "a", "b") == text


@pytest.mark.parametrize(
    "written",
    [
        "reasons: {b: x}\n",
        "reasons:\n  b: x\nsince: {x: y}\n",
        "- b\n",
        "reasons:\n  b: 'x\n",
        "reasons:\n  - b\n",
    ],
)
def test_a_file_without_a_safe_end_is_left_alone(written: str) -> None:
    with pytest.raises(NotEditableError):
        opened(written, "a")


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("reasons:\n  b: 'x\n", "yaml-syntax"),
        ("reasons:\n  b: {waarom: x}\n", "yaml-unknown-key"),
        ("reasons:\n  b: {reason: [x]}\n", "yaml-shape"),
        ("reasons:\n  b: {wording: misschien}\n", "yaml-shape"),
        ("reasons:\n  b: x\n  b: y\n", "yaml-duplicate-key"),
        ("redenen:\n  b: x\n", "yaml-unknown-key"),
        ("x: &a y\nreasons:\n  b: *a\n", "yaml-alias"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_line(written: str, code: str) -> None:
    report = Report("waarom.yml")
    read_reasons_text(written, report)
    assert code in [found.code.name for found in report.problems]
    assert all(found.location.line for found in report.problems)


def test_a_newer_format_is_refused() -> None:
    with pytest.raises(ProtocolkitError) as caught:
        read_reasons_text("format: 2\nreasons:\n  b: x\n", Report("waarom.yml"))
    assert caught.value.problem.code.name == "format-newer"


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=60), st.booleans())
def test_any_reason_survives_what_is_added_after_it(reason: str, has_end: bool) -> None:
    lines = "".join(f"      {line}\n" for line in ["x" + reason, "y"])
    written = f"reasons:\n  b:\n    reason: |\n{lines}"
    written = written if has_end else written.rstrip("\n")
    try:
        text = opened(written, "a")
    except NotEditableError:
        return
    assert read(text).entries["b"].text.rstrip("\n") == read(written).entries["b"].text.rstrip("\n")
