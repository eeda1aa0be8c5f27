"""A line on the status of a text that changes, comes or goes is a fact with both its texts."""

from __future__ import annotations

from protocolkit.changes.change_set import version_of
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.reading.reader import read_protocol_text


def _facts(old: str, new: str) -> list[tuple[str, str]]:
    before, after = (
        version_of(read_protocol_text(f"# Hek\n\n{text}{{#b}}\n2. Het hek is dicht.\n").protocol)
        for text in (old, new)
    )
    return [(one.old, one.new) for one in compare_versions(before, after).facts]


_OLD = "{#a}\nVastgesteld op 3 maart 2020.\n\n"
_NEW = "{#a}\nVastgesteld op 4 mei 2024.\n\n"


def test_each_side_has_its_own_words() -> None:
    found = _facts(_OLD, _NEW)
    assert found == [("Vastgesteld op 3 maart 2020.", "Vastgesteld op 4 mei 2024.")]


def test_a_line_that_stays_is_no_fact() -> None:
    assert _facts(_OLD, _OLD) == []
