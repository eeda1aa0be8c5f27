"""What is told of reasons: those that lead nowhere, and those of another comparison."""

from __future__ import annotations

from dataclasses import replace

import pytest

from protocolkit.base.problems import ProtocolkitError
from protocolkit.changes.change_set import version_of
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.document.fingerprints import codes_of_before
from protocolkit.reading.found_problems import Report
from protocolkit.was_wordt.reasons_check import check_belongs, check_reasons, short_code
from protocolkit.was_wordt.reasons_file import Reasons, read_reasons_text
from protocolkit.was_wordt.reasons_seen import marks_to_keep, written_earlier
from protocolkit.was_wordt.row_words import row_remark
from protocolkit.was_wordt.rows import WasWordt, table_of
from redlines import protocol

_OLD = """{#hek}
1. Het hek opent om acht uur.

{#plein}
2. De conciërge sluit het hek.

{#rek}
3. Fietsen staan in het rek.
"""
_NEW = _OLD.replace("acht uur", "negen uur").partition("{#rek}")[0]


def _table() -> WasWordt:
    old, new = (version_of(replace(protocol(text), slug="de-mus")) for text in (_OLD, _NEW))
    return table_of([compare_versions(old, new)])


def _told(*entries: str) -> list[tuple[str, str, str]]:
    report = Report("waarom.yml")
    lines = "".join(f"  {entry}\n" for entry in entries)
    found = read_reasons_text(f"reasons:\n{lines}", report)
    assert not report.problems
    return [
        (one.code.name, dict(one.values).get("key", ""), dict(one.values).get("near", ""))
        for one in check_reasons(found, _table(), str)
    ]


def test_a_reason_for_what_changes_is_not_told() -> None:
    keys = [row.key for row in _table().rows]
    assert keys == ["hek", "de-mus#rek"]
    assert _told(*(f"{key}: Daarom" for key in keys)) == []


def test_a_reason_that_was_written_for_an_earlier_text_is_told() -> None:
    table, report = _table(), Report("waarom.yml")
    text = "reasons:\n  hek: Daarom\nseen:\n  hek: '{}'\n"
    old, new = (
        marks_to_keep(one.protocol, read_reasons_text("reasons: {hek: Daarom}", report), ["hek"])
        for one in (table.sets[0].old, table.new)
    )
    for marks, told in ((old, ["reason-earlier"]), (new, [])):
        written = read_reasons_text(text.format(marks["hek"]), report)
        assert [one.code.name for one in check_reasons(written, table, str)] == told
    assert not report.problems


def test_a_title_and_a_heading_of_which_the_words_changed_are_named_by_those() -> None:
    old, new = (
        protocol(f"# {title}\n\n{{#a}}\n## 2 {heading}\n\n{_OLD}", head="")
        for title, heading in (("Hek", "Wie"), ("Hekken", "Wie mag"))
    )
    report = Report("waarom.yml")
    text = "reasons: {_title: Daarom, a: Ook}\n"
    marks = marks_to_keep(old, read_reasons_text(text, report), ["_title", "a"])
    lines = "".join(f"  {key}: '{mark}'\n" for key, mark in marks.items())
    written = read_reasons_text(f"{text}seen:\n{lines}", report)
    assert [place for _, place, _ in written_earlier(new, written)] == ["'Hekken'", "'Wie mag'"]
    assert list(written_earlier(old, written)) == []


def test_a_reason_for_what_stays_is_told_and_for_what_is_not_there_with_what_is_near() -> None:
    assert _told("plein: Daarom") == [("reason-unused", "plein", "")]
    assert _told("_title: Daarom") == [("reason-unused", "_title", "")]
    assert _told("de-mus#hek: Daarom") == [("reason-unused", "de-mus#hek", "")]
    assert _told("pleinn: Daarom") == [("reason-unknown", "pleinn", " Did you mean: plein?")]
    assert _told("zomaar: Daarom") == [("reason-unknown", "zomaar", "")]


def test_words_only_is_doubted_where_a_number_changes() -> None:
    assert [name for name, *_ in _told("hek: {reason: Netter, wording: ja}")] == ["reason-wording"]
    assert _told("hek: {reason: Netter}") == []


def test_reasons_belong_to_the_text_that_they_were_written_for() -> None:
    table = _table()
    code = short_code(table.sets[0].old)
    assert len(code) == 18
    check_belongs(Reasons(), table)
    check_belongs(Reasons(since={"x": ""}), table)
    check_belongs(Reasons(since={"x": f"{code}0000"}), table)
    check_belongs(Reasons(since={"x": "2:elders", "y": code}), table)
    with pytest.raises(ProtocolkitError) as caught:
        check_belongs(Reasons(since={"x": "2:elders", "y": f"{code[:-1]}x"}), table)
    assert dict(caught.value.problem.values)["since"] == "x, y"


def test_reasons_of_before_still_belong_to_a_text_whose_notes_come_back() -> None:
    body = "{#a}\n1. Het hek[^1] is dicht[^1].\n\n[^1]: Van hout.\n"
    old, new = (version_of(protocol(text)) for text in (body, body.replace("dicht", "open")))
    table = table_of([compare_versions(old, new)])
    before = codes_of_before(old.protocol)[0]
    assert before.startswith("2:")
    assert short_code(old).startswith("3:")
    check_belongs(Reasons(since={"x": before[:18]}), table)


def test_a_row_is_told_in_one_line_with_its_first_words() -> None:
    assert [row_remark(row, str) for row in _table().rows] == [
        "Aanhef 1, changed: Het hek opent om negen uur.",
        "Aanhef 3, removed: Fietsen staan in het rek.",
    ]
