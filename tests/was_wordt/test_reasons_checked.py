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


def _read(text: str) -> Reasons:
    report = Report("waarom.yml")
    found = read_reasons_text(text, report)
    assert not report.problems
    return found


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


def test_a_reason_may_name_a_changed_clause_by_the_text_of_before() -> None:
    assert _told("de-mus#hek: Daarom") == []
    assert _told("de-mus#hek: {wording: ja}") == [("reason-wording", "", "")]
    assert _told("de-mus#plein: Daarom") == [("reason-unused", "de-mus#plein", "")]


def test_a_reason_that_was_written_for_an_earlier_text_is_told() -> None:
    table, report = _table(), Report("waarom.yml")
    text = "reasons:\n  hek: Daarom\nseen:\n  hek: '{}'\n"
    old, new = (
        marks_to_keep(one.protocol, _read("reasons: {hek: Daarom}"), {"hek": ["hek"]})
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
    marks = marks_to_keep(old, read_reasons_text(text, report), {"_title": (), "a": ()})
    lines = "".join(f"  {key}: '{mark}'\n" for key, mark in marks.items())
    written = read_reasons_text(f"{text}seen:\n{lines}", report)
    assert [place for _, place, _ in written_earlier(new, written)] == ["'Hekken'", "'Wie mag'"]
    assert list(written_earlier(old, written)) == []


def test_a_reason_for_what_stays_is_told_and_for_what_is_not_there_with_what_is_near() -> None:
    assert _told("plein: Daarom") == [("reason-unused", "plein", "")]
    assert _told("_title: Daarom") == [("reason-unused", "_title", "")]
    assert _told("de-mus#plein: Daarom") == [("reason-unused", "de-mus#plein", "")]
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


def test_a_reason_that_was_open_is_about_the_text_as_it_was_written() -> None:
    table = _table()
    assert marks_to_keep(table.new.protocol, _read("reasons: {hek: ''}"), {"hek": ["hek"]}) == {}
    [of_then] = marks_to_keep(
        table.sets[0].old.protocol, _read("reasons: {hek: Daarom}"), {"hek": ["hek"]}
    ).values()
    text = "reasons: {{hek: {}}}\nseen: {{hek: '{}'}}\n"
    open_then = _read(text.format("Daarom", of_then.partition(" ")[0]))
    assert list(written_earlier(table.new.protocol, open_then)) == []
    assert len([*written_earlier(table.new.protocol, _read(text.format("Daarom", of_then)))]) == 1
    anew = _read(text.format("Anders", of_then))
    assert list(written_earlier(table.new.protocol, anew)) == []


def test_a_reason_of_a_clause_that_was_split_is_held_to_all_its_parts() -> None:
    long = "De leraar die op het plein loopt, sluit het hek als de bel gaat."
    more = "Ouders wachten tot die tijd buiten op de stoep bij het fietsenrek."
    old, new = protocol(f"{{#a}}\n1. {long} {more}\n"), f"{{#a}}\n1. {long}\n\n{{#b}}\n2. {more}\n"
    table = table_of([compare_versions(version_of(old), version_of(protocol(new)))])
    [row] = table.rows
    assert (row.key, row.anchors) == ("a", ("a", "b"))
    [mark] = marks_to_keep(
        protocol(new), _read("reasons: {a: Daarom}"), {"a": row.anchors}
    ).values()
    written = _read(f"reasons: {{a: Daarom}}\nseen: {{a: '{mark}'}}\n")
    assert list(written_earlier(protocol(new), written)) == []
    assert marks_to_keep(protocol(new), written, {"a": row.anchors}) == {}
    for other in (new.replace("stoep", "straat"), new.partition("{#b}")[0]):
        assert [key for key, *_ in written_earlier(protocol(other), written)] == ["a"]
    anew = _read(f"reasons: {{a: Anders}}\nseen: {{a: '{mark}'}}\n")
    assert list(written_earlier(protocol(new.replace("stoep", "straat")), anew)) == []
