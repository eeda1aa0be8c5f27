"""What is in doubt can be read in another way: by a key, with one command, without a word lost."""

from __future__ import annotations

import shlex
from dataclasses import replace
from pathlib import Path

import pytest

from outlined import outline_of, source_of
from planted_faults import FAULTS, plant_all
from protocolkit.base.messages import translator
from protocolkit.base.problems import ProtocolkitError
from protocolkit.document.richtext import plain
from protocolkit.importing.import_values import Imported
from protocolkit.importing.importer import import_source
from protocolkit.importing.report import make_report
from protocolkit.importing.report_pages import report_html, report_text
from protocolkit.importing.source.lines import Line, Source
from protocolkit.importing.structure.found_facts import Wishes
from protocolkit.importing.taken_readings import typed as as_typed
from protocolkit.reading.found_problems import Report
from protocolkit.reading.ledger_file import read_ledger, write_ledger
from style_documents import STYLES, make_document
from style_forms import tidy_text
from typed import typed

_LISTS = """Er zijn regels.
1. Wij eten.
2. Wij willen dit:
1. Brood.
2. Fruit.
3. Wij drinken samen.
"""
_AGAIN = """Er zijn regels.
1. Wij eten samen.
2. Wij drinken water.
1. Wij lopen in de gang.
2. Wij praten zacht.
"""
_HEADING = """Protocol bellen

1. Wij bellen niet.

Samen praten over een goede sfeer in de groep

Dit is een gewone zin over de sfeer in de school, die verder loopt.
"""
_INSIDE = """Protocol bellen

1. Wij bellen niet.

De mentor belt

2. Wij appen niet.
"""
_TITLE = "Samen sterk\n\nProtocol bellen\n\nWij bellen in de klas helemaal niet.\n"
_CONTENTS = """Protocol bellen

Eten ..... 1
Drinken ..... 2
Slapen ..... 3

Eten

Wij eten brood.

Drinken

Wij drinken thee.

Slapen

Wij slapen niet.
"""
_FOOT = "Protocol bellen\n\n1. Wij bellen niet.\n\nversie 3 pagina 1 van 1\n"


def _table() -> Source:
    source = source_of("Wie\tWat\nmentor\tbelt\touders\nleraar\tmeldt\n")
    lines = (replace(line, cells=_cells(line), table=1) for line in source.lines)
    return replace(source, lines=tuple(lines))


def _cells(line: Line) -> tuple[tuple[int, int], ...]:
    places, at = [], line.begin
    for cell in line.text.split("\t"):
        places.append((at, at + len(cell)))
        at += len(cell) + 1
    return tuple(places)


def _chosen(source: str | Source, *choices: str) -> Imported:
    made = source_of(source) if isinstance(source, str) else source
    return import_source(made, Wishes(choices=choices))


def _outline(source: str | Source, *choices: str) -> list[str]:
    made = source_of(source) if isinstance(source, str) else source
    return outline_of(made, Wishes(choices=choices))


@pytest.mark.parametrize(
    ("source", "choice", "before", "after"),
    [
        (_LISTS, "lijst-6=buiten", "  3. Wij drinken samen.", "3. Wij drinken samen."),
        (_AGAIN, "lijst-4=binnen", "2. Wij praten zacht.", "  2. Wij praten zacht."),
        (_INSIDE, "kop-5=kop", "De mentor belt", None),
        (_table(), "tabel-1=regels", "mentor | belt | ouders", "mentor belt ouders"),
        (_CONTENTS, "inhoud-3=tekst", None, "Wij eten brood."),
        (_FOOT, "rand-5=tekst", None, "versie 3 pagina 1 van 1"),
        (
            _HEADING,
            "kop-5=tekst",
            None,
            "Samen praten over een goede sfeer in de groep",
        ),
    ],
)
def test_the_other_reading_is_taken(
    source: str | Source, choice: str, before: str | None, after: str | None
) -> None:
    found, chosen = _outline(source), _outline(source, choice)
    assert found != chosen or choice.startswith("inhoud")
    assert before is None or before in found
    assert after is None or after in chosen
    assert before is None or before not in chosen


def test_a_list_without_a_heading_is_contents_or_text() -> None:
    """What was left out comes back, as the headings or lines that it names."""
    assert "Eten ..... 1" not in _chosen(_CONTENTS).markdown
    assert "Eten ..... 1" in _chosen(_CONTENTS, "inhoud-3=tekst").markdown


@pytest.mark.parametrize(
    ("reading", "title", "left"),
    [
        ("samen", "Samen sterk Protocol bellen", ""),
        ("eerste", "Samen sterk", ""),
        ("laatste", "Protocol bellen", "Samen sterk"),
    ],
)
def test_which_lines_are_the_title(reading: str, title: str, left: str) -> None:
    found = _chosen(_TITLE, f"titel-1={reading}")
    assert plain(found.protocol.title) == title
    assert [change.text for change in found.ledger.changes] == [left][: len(left)]


def test_text_that_stands_by_itself_or_belongs_to_an_item() -> None:
    text = "Protocol bellen\n\n1. Wij bellen niet.\n2. Wij appen niet.\n\nDat is rustig zo.\n"
    assert _outline(text)[-1] == "Dat is rustig zo."
    (choice,) = _chosen(text).choices
    assert (choice.key, choice.reading.value) == ("alinea-6", "los")
    found = _chosen(text, "alinea-6=erbij")
    assert found.markdown.endswith("2. Wij appen niet.\n\n   Dat is rustig zo.\n")


def test_a_choice_that_another_brings_forth_may_be_made_in_any_order() -> None:
    for choices in (("kop-5=tekst", "alinea-5=erbij"), ("alinea-5=erbij", "kop-5=tekst")):
        assert "\n\n   Samen praten" in _chosen(_HEADING, *choices).markdown


def test_an_earlier_choice_that_means_nothing_any_more_is_dropped() -> None:
    wishes = Wishes(choices=("kop-5=kop",), earlier_choices=("kop-5=tekst", "alinea-5=erbij"))
    found = import_source(source_of(_HEADING), wishes)
    assert found.ledger.choices == ("kop-5=kop",)
    assert found.markdown.endswith(_chosen(_HEADING).markdown[-200:])


@pytest.mark.parametrize(
    ("source", "choice", "code", "told"),
    [
        (_LISTS, "lijst-5=buiten", "import-choice-unknown", "lijst-6"),
        (_LISTS, "lijst-6", "import-choice-reading", "lijst-6=binnen, lijst-6=buiten"),
        (_LISTS, "lijst-6=kop", "import-choice-reading", "lijst-6=binnen, lijst-6=buiten"),
        ("Wij eten samen.\n", "kop-1=kop", "import-choice-none", "kop-1=kop"),
    ],
)
def test_what_cannot_be_chosen_is_told_with_what_can(
    source: str, choice: str, code: str, told: str
) -> None:
    with pytest.raises(ProtocolkitError) as refused:
        _chosen(source, choice)
    assert refused.value.problem.code.name == code
    assert told in refused.value.problem.line(translator())


def _sources() -> list[Source]:
    texts = [tidy_text(make_document(style, 3)) for style in STYLES]
    planted = [found.source for name in FAULTS for found in list(plant_all(name, [3]))[:5]]
    return [*map(source_of, (*texts, _LISTS, _AGAIN, _INSIDE, _TITLE, _FOOT)), *planted, _table()]


def test_every_other_reading_of_every_doubt_keeps_all_words() -> None:
    """The proof of words is part of every import: one that lost a word would raise."""
    tried = set()
    for source in _sources():
        found = import_source(source)
        for choice in found.choices:
            for reading in choice.others:
                other = import_source(source, Wishes(choices=(as_typed(choice.key, reading),)))
                assert other.markdown != found.markdown, choice
                assert choice.key in {one.key for one in other.choices if one.is_chosen}
                tried.add((choice.question, reading))
    assert len(tried) >= 9


def test_the_report_shows_both_readings_and_what_to_type() -> None:
    found, translate = import_source(source_of(_LISTS)), translator()
    report = make_report(found, "x.txt", translate, "protocol import x.txt")
    for told in (report_text(report, translate), report_html(report, translate)):
        folded = " ".join(told.replace("&#39;", "'").split())
        assert "Regel 6 ('3. Wij drinken samen.'): nu hoort het bij de lijst binnen" in folded
        assert "Anders hoort het bij de lijst daaromheen." in folded
        assert "protocol import x.txt --choose lijst-6=buiten" in folded
    chosen = make_report(_chosen(_LISTS, "lijst-6=buiten"), "x.txt", translate)
    assert chosen.first_look == ()
    assert "lijst-6=binnen" in report_text(chosen, translate)


def test_the_ledger_keeps_what_was_chosen(tmp_path: Path) -> None:
    ledger, path = _chosen(_LISTS, "lijst-6=buiten").ledger, tmp_path / "x.ledger.yml"
    path.write_text(write_ledger(ledger, "x.md"), "utf-8")
    report = Report("x")
    assert read_ledger(path, report) == ledger
    assert ledger.choices == ("lijst-6=buiten",)
    assert report.problems == []


# -- as typed -------------------------------------------------------------------------------


def _import(folder: Path, *words: str) -> str:
    done = typed("import", *words, cwd=folder)
    assert done.returncode == 0, done.stderr
    return (folder / done.stdout.strip()).read_text("utf-8")


def _commands(folder: Path) -> list[list[str]]:
    """Return the commands in the report, without the name of the program."""
    (report,) = (folder / "_build" / "import").rglob("*.txt")
    lines = report.read_text("utf-8").splitlines()
    found = (shlex.split(line) for line in lines if "--choose" in line)
    return [words[words.index("import") + 1 :] for words in found]


def test_the_command_of_the_report_takes_the_other_reading(tmp_path: Path) -> None:
    name = "Mijn protocol.txt"
    (tmp_path / name).write_text(f"Samen sterk\n\nProtocol bellen\n\n{_LISTS}", "utf-8")
    first = _import(tmp_path, name, "-s", "bellen", "-n", "Stichting De Brug")
    by_choice = {words[-1]: words for words in _commands(tmp_path)}
    second = _import(tmp_path, *by_choice["lijst-10=buiten"])
    assert "\n   3. Wij drinken" in first
    assert "\n3. Wij drinken" in second
    # an old report may lie open: what was chosen before stays
    third = _import(tmp_path, *by_choice["titel-1=laatste"])
    assert "\n3. Wij drinken" in third
    assert "# Protocol bellen" in third
    back = {words[-1]: words for words in _commands(tmp_path)}
    _import(tmp_path, *back["titel-1=samen"])
    assert _import(tmp_path, *back["lijst-10=binnen"]) == first


def test_what_somebody_changed_since_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(_LISTS, "utf-8")
    words = ("x.txt", "-s", "bellen", "-n", "De Brug", "--choose", "lijst-6=buiten")
    _import(tmp_path, *words)
    path = tmp_path / "protocols" / "bellen" / "de-brug.md"
    changed = path.read_text("utf-8").replace("Fruit", "Groente")
    path.write_text(changed, "utf-8")
    before = {one: one.read_bytes() for one in tmp_path.rglob("*") if one.is_file()}
    done = typed("import", *words[:-1], "lijst-6=binnen", cwd=tmp_path)
    assert done.returncode == 2
    assert "gewijzigd nadat het is geïmporteerd" in done.stderr
    assert {one: one.read_bytes() for one in before} == before
    assert "Fruit" in _import(tmp_path, *words[:-1], "lijst-6=binnen", "--force")


def test_an_unknown_key_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(_LISTS, "utf-8")
    done = typed("import", "x.txt", "-s", "b", "--choose", "lijst-7=buiten", cwd=tmp_path)
    assert done.returncode == 2
    assert "lijst-7" in done.stderr
    assert "lijst-6" in done.stderr
    assert not (tmp_path / "protocols").exists()
