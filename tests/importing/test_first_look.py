"""What a person sees first: at most seven places, the most harmful first; kinds are told apart."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module

import pytest

from protocolkit import importing
from protocolkit.base.messages import Marked, translator
from protocolkit.importing.doubt_order import WEIGHTS, Harm, confidence_of, harm_of
from protocolkit.importing.extract.text.extract import extract_text
from protocolkit.importing.importer import import_source, read_source
from protocolkit.importing.report import make_report
from protocolkit.importing.report_pages import report_html, report_text
from protocolkit.importing.report_values import ImportReport
from protocolkit.importing.source import doubts as source_doubts
from protocolkit.importing.source.doubts import BROKEN_REFERENCE, FIELD, OVERPRINTED, STRUCK
from protocolkit.importing.source.lines import Doubt, Source
from protocolkit.importing.structure.assemble import DOUBT_KIND
from protocolkit.importing.structure.heading_or_text import DOUBT_HEADING
from protocolkit.importing.structure.open_items import DOUBT_TWO_LISTS
from protocolkit.importing.structure.titles import DOUBT_TITLE
from protocolkit.importing.structure.tree import DOUBT_JUMP, DOUBT_TABLE
from protocolkit.reading.words_left_out import LeftOut, LeftOutReason


def _report(text: str | Source) -> ImportReport:
    source = extract_text(text.encode()) if isinstance(text, str) else text
    return make_report(import_source(source), "x.txt", translator())


@pytest.mark.parametrize(
    ("doubts", "harm"),
    [
        ([STRUCK, DOUBT_JUMP], Harm.TURNED),
        ([BROKEN_REFERENCE], Harm.WORDS),
        ([DOUBT_TWO_LISTS, FIELD], Harm.WORDS),
        ([DOUBT_TABLE, OVERPRINTED], Harm.WORDS),
        ([DOUBT_TWO_LISTS], Harm.LIST),
        ([DOUBT_TABLE], Harm.TABLE),
        ([DOUBT_HEADING], Harm.HEADING),
        ([DOUBT_TITLE], Harm.TITLE),
        ([DOUBT_JUMP], Harm.NUMBER),
        ([DOUBT_KIND], Harm.NONE),
        ([], Harm.NONE),
    ],
)
def test_each_doubt_has_its_harm(doubts: list[str], harm: Harm) -> None:
    assert harm_of(doubts) is harm


def _doubts() -> Iterator[tuple[str, Marked]]:
    """Yield every doubt that a module of importing declares, with its name."""
    for module in pkgutil.walk_packages(importing.__path__, f"{importing.__name__}."):
        for name, value in vars(import_module(module.name)).items():
            is_doubt = name.startswith("DOUBT_") or module.name == source_doubts.__name__
            if isinstance(value, Marked) and is_doubt:
                yield f"{module.name}.{name}", value


def test_each_doubt_has_its_weight() -> None:
    declared = dict(_doubts())
    assert len(declared) > 20
    assert [name for name, doubt in declared.items() if doubt not in WEIGHTS] == []
    assert set(WEIGHTS) <= set(declared.values())


def test_many_doubts_leave_a_text_a_little_sure() -> None:
    assert confidence_of([]) == 100
    assert confidence_of([DOUBT_JUMP]) == 90
    assert confidence_of([STRUCK, STRUCK, DOUBT_JUMP]) == 10


def test_what_a_person_hid_turns_a_rule_and_other_words_are_missed() -> None:
    hidden = LeftOut(text="niet", reason=LeftOutReason.HIDDEN)
    comment = LeftOut(text="goed?", reason=LeftOutReason.COMMENT)
    assert harm_of([], [comment, hidden]) is Harm.TURNED
    assert harm_of([], [comment]) is Harm.WORDS


_RULES = "".join(f"{n}. Regel {n} geldt in de klas.\n" for n in range(1, 40, 3))


def test_the_worst_stands_first_and_seven_are_enough() -> None:
    source = extract_text(f"Protocol bellen\n\n{_RULES}".encode())
    at = source.text.index("Regel 37")
    report = _report(replace(source, doubts=(Doubt(begin=at, end=at + 5, text=STRUCK),)))
    assert report.first_look[0].result.startswith("37.")
    assert [row.harm for row in report.first_look] == [Harm.TURNED, *[Harm.NUMBER] * 6]
    assert report.more_to_see == 5
    for told in (report_text(report, translator()), report_html(report, translator())):
        assert "Andere plaatsen om na te kijken: 5" in told


def test_kinds_of_text_are_a_list_of_their_own() -> None:
    report = _report("Protocol bellen\n\nInleiding\n\nWij bellen weinig.\n\nTips\n\nBel kort.\n")
    assert report.first_look == ()
    assert [guess.kind for guess in report.kinds] == ["toelichting", "handreiking"]
    assert "- toelichting: Inleiding" in report_text(report, translator())
    assert "Soort tekst: een gok" in report_html(report, translator())


def test_signs_that_were_taken_out_are_counted_in_one_line() -> None:
    report = _report("Protocol bellen\n\n- Wij bellen niet.\n- Wij appen niet.\n* Wij praten.\n")
    (change,) = [one for one in report.differences if one.reason == "opsommingsteken"]
    assert change.text == "- (2 ×), *"


def test_a_broken_reference_is_named() -> None:
    text = "1. Zie artikel Fout! Verwijzingsbron niet gevonden. van dit protocol.\n2. Dit ook.\n"
    source = read_source(extract_text(text.encode())).source
    assert [doubt.text for doubt in source.doubts] == [BROKEN_REFERENCE]
    assert [row.harm for row in _report(text).first_look] == [Harm.WORDS]


def test_a_title_that_was_chosen_is_told() -> None:
    report = _report("Samen sterk\n\nProtocol bellen\n\nWij bellen in de klas helemaal niet.\n")
    (row,) = report.first_look
    assert (row.harm, row.result) == (Harm.TITLE, "Samen sterk Protocol bellen")


def test_a_foot_that_stands_on_one_page_is_told() -> None:
    report = _report("Protocol bellen\n\n1. Wij bellen niet.\n\nversie 3 pagina 1 van 1\n")
    (row,) = report.first_look
    assert (row.harm, row.source, row.result) == (Harm.TITLE, "versie 3 pagina 1 van 1", "")


def test_a_table_with_rows_of_other_lengths_is_told() -> None:
    rows = "Wie\tWat\nmentor\tbelt\touders\nleraar\tmeldt\n"
    source = extract_text(rows.encode())
    cut = [replace(line, cells=_cells(line.text, line.begin), table=1) for line in source.lines]
    (row,) = _report(replace(source, lines=tuple(cut))).first_look
    assert row.harm is Harm.TABLE


def _cells(text: str, begin: int) -> tuple[tuple[int, int], ...]:
    found, at = [], 0
    for cell in text.split("\t"):
        at = text.index(cell, at)
        found.append((begin + at, begin + at + len(cell)))
    return tuple(found)


def test_without_a_title_the_head_of_the_pages_is_told() -> None:
    head = LeftOut(text="Protocol bellen", reason=LeftOutReason.RUNNING)
    source = extract_text(b"1. Wij bellen niet.\n2. Wij appen niet.\n")
    (row,) = _report(replace(source, left_out=(head,))).first_look
    assert (row.harm, row.source, row.label) == (Harm.TITLE, "Protocol bellen", "titel")
    titled = extract_text(b"Protocol bellen\n\n1. Wij bellen niet.\n2. Wij appen niet.\n")
    assert _report(replace(titled, left_out=(head,))).first_look == ()
