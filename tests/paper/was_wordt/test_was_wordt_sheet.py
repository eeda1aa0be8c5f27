"""What a council reads in a was-wordt table: kinds, places, reasons, claims; on every output."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from bs4 import BeautifulSoup

from programs import IsValidWord
from protocolkit.changes.change_set import Version, version_of
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.document.model import Protocol
from protocolkit.paper.was_wordt.sheet import Sheet, sheet_of
from protocolkit.reading.reader import read_protocol_text
from protocolkit.was_wordt.reasons_file import NO_REASONS, Reasons, WrittenReason
from protocolkit.was_wordt.rows import WasWordt, table_of
from redlines import HEAD, NS, part, protocol
from was_wordt_tables import T, page, pdf_file, sheet_between, table_between, word_file

_OLD = """{#a}
1. Leerlingen vanaf 12 jaar mogen hun telefoon in de pauze gebruiken. Zie [lid 2](#b).

{#b}
2. De school belt de ouders binnen een week.

{#c}
3. Fietsen staan in het rek.
"""
_NEW = (
    _OLD.replace("12 jaar", "14 jaar")
    .replace("belt de ouders binnen een week", "belt binnen een week de ouders")
    .replace("{#c}\n3. Fietsen staan in het rek.", "{#d}\n3. Ballen blijven binnen.")
)
_HOSTILE = '=HYPERLINK("http://x") <script>alert(1)</script> **vet** [a](b) {#x} \u202e'


def reasons(**texts: WrittenReason | str) -> Reasons:
    """Return reasons by their keys, of which one has a sign that a name cannot have."""
    entries = {
        key.replace("de_mus_", "de-mus#"): text
        if isinstance(text, WrittenReason)
        else WrittenReason(text=text)
        for key, text in texts.items()
    }
    return Reasons(entries=entries)


def sheet(told: Reasons = NO_REASONS) -> Sheet:
    return sheet_between(protocol(_NEW), protocol(_OLD), reasons=told)


def read(found: Sheet) -> list[tuple[str, str, str]]:
    """Return where, what and why of each row."""
    return [
        (row.place.label, row.kind, " / ".join(row.reason) or row.reason_said) for row in found.rows
    ]


def test_each_row_says_where_what_and_why() -> None:
    found = sheet(reasons(a="Eerst dit.\n\nDan dat.", de_mus_c="Het rek is weg."))
    assert read(found) == [
        ("Aanhef 1", "Gewijzigd", "Eerst dit. / Dan dat."),
        ("Aanhef 2", "Gewijzigd", "Nog invullen."),
        ("Aanhef 3", "Vervallen", "Het rek is weg."),
        ("Aanhef 3", "Nieuw", "Nog invullen."),
    ]
    assert "Nieuw: 1; Gewijzigd: 2; Vervallen: 1." in found.counts
    assert "Bij 2 wijzigingen staat nog niet waarom." in found.counts


def test_a_claim_of_wording_is_shown_and_so_is_what_speaks_against_it() -> None:
    claim = WrittenReason(text="Korter.", is_wording=True)
    rows = sheet(reasons(a=claim, b=claim)).rows
    assert rows[0].remarks == (
        "Volgens de opsteller: andere woorden, zelfde regel. Maar de leeftijd verandert.",
    )
    assert rows[1].remarks == ("Volgens de opsteller: andere woorden, zelfde regel.",)


def test_links_lead_to_both_anchors_and_inside_the_table() -> None:
    def address(version: Version, anchor: str) -> str:
        return f"https://x.nl/{version.path}#{anchor}"

    table = table_between(protocol(_NEW), protocol(_OLD))
    made = sheet_of(table, NO_REASONS, T, "nl", address)
    soup = BeautifulSoup(page(made), "html.parser")
    first = soup.select(".main > tbody > tr")[0]
    assert [link["href"] for link in first.select("th a")] == [
        "https://x.nl/nieuw.md#a",
        "https://x.nl/oud-1.md#a",
    ]
    ids = [found["id"] for found in soup.select("[id]")]
    assert len(set(ids)) == len(ids)
    assert {"a", "oud-a", "b", "oud-b", "oud-c", "d"} <= set(ids)
    inner = {link["href"] for link in first.select("td a")}
    assert inner == {"#b"}
    body = part(word_file(made), "document.xml")
    names = body.xpath("//w:bookmarkStart/@w:name", namespaces=NS)
    assert len(set(names)) == len(names)
    assert set(body.xpath("//w:hyperlink/@w:anchor", namespaces=NS)) == {"b"} <= {*names}
    with pdfplumber.open(io.BytesIO(pdf_file(made))) as opened:
        leads = {link.get("uri") for sheet in opened.pages for link in sheet.hyperlinks}
    assert {"https://x.nl/nieuw.md#a", "https://x.nl/oud-1.md#a"} <= leads


def test_without_an_address_nothing_leads_outside() -> None:
    assert "http" not in page(sheet()).partition("</style>")[2]


def test_what_a_person_wrote_is_text_on_every_output() -> None:
    made = sheet(reasons(a=_HOSTILE))
    html = page(made)
    assert "<script" not in html
    soup = BeautifulSoup(html, "html.parser")
    assert _plain(soup.select(".why")[0].get_text()).endswith(_plain(_HOSTILE))
    words = "".join(part(word_file(made), "document.xml").itertext())
    assert _plain(_HOSTILE) in _plain(words)
    with pdfplumber.open(io.BytesIO(pdf_file(made))) as opened:
        printed = "".join(sheet.extract_text() for sheet in opened.pages)
    assert "<script>alert(1)</script>" in _plain(printed)


def _plain(text: str) -> str:
    return "".join(sign for sign in text if sign.isprintable() and not sign.isspace())


def test_begin_and_end_of_a_change_are_text_that_can_be_hidden() -> None:
    shown, hidden = page(sheet()), page(sheet(), has_signs=False)
    assert 'id="_signs" checked>' in shown
    assert 'id="_signs">' in hidden
    style = shown.partition("<style>")[2].partition("</style>")[0]
    assert "content:" not in style
    assert "::" not in style
    old = " ".join(BeautifulSoup(shown, "html.parser").select("td.old")[0].get_text().split())
    assert "vanaf [verwijderd: 12 einde verwijderd] jaar" in old
    signs = '//w:r[w:rPr/w:rStyle/@w:val="ChangeSign"]'
    body = part(word_file(sheet()), "document.xml")
    assert "[toegevoegd: " in ["".join(run.itertext()) for run in body.xpath(signs, namespaces=NS)]
    body = part(word_file(sheet(), has_signs=False), "document.xml")
    assert not body.xpath(signs, namespaces=NS)
    assert body.xpath("//w:r[w:rPr/w:strike]", namespaces=NS)


def test_what_moved_says_from_where_to_where() -> None:
    first, second, third = _OLD.strip().split("\n\n")
    moved = protocol(f"{third}\n\n{first}\n\n{second}")
    [row] = sheet_between(moved, protocol(_OLD)).rows
    said = ("stond na Aanhef 2, staat nu vooraan",)
    assert (row.kind, row.remarks, row.old) == ("Verplaatst", said, row.new)


def _marked(blocks: list[dict[str, object]]) -> str:
    """Return the words of a side with + and - around what comes and goes."""
    signs = {"added": "+", "removed": "-", "kept": ""}
    found: list[Any] = [run for block in blocks for run in [*block["runs"], None]]  # type: ignore[misc]
    return "".join(
        "\n"
        if run is None
        else signs[run["state"]]
        + "".join(piece["text"] for piece in run["pieces"])
        + signs[run["state"]]
        for run in found
    )


def test_the_number_of_what_was_split_off_is_new_and_of_what_merged_is_gone() -> None:
    one = "{#a}\n1. Het hek opent om acht uur. De conciërge sluit het hek om vijf uur.\n"
    two = one.replace(" De con", "\n\n{#b}\n2. De con")
    [row] = sheet_between(protocol(two), protocol(one)).rows
    assert (row.kind, row.remarks) == ("Gewijzigd", ("gesplitst",))
    assert _marked(row.new).split("\n")[1].startswith("+2.+ De conciërge")
    [row] = sheet_between(protocol(one), protocol(two)).rows
    assert row.remarks == ("samengevoegd",)
    assert _marked(row.old).split("\n")[1].startswith("-2.- De conciërge")


def test_an_amount_before_a_text_begins_and_ends_as_words_do() -> None:
    old, new = (protocol(f"{{#a}}\n{amount}.000 euro is de grens.\n") for amount in (12, 14))
    [row] = sheet_between(new, old).rows
    begins: list[Any] = [block["runs"][0] for block in (*row.old, *row.new)]  # type: ignore[index]
    assert [(run["state"], run["begin"].strip()) for run in begins] == [
        ("removed", "[verwijderd:"),
        ("added", "[toegevoegd:"),
    ]


def test_a_long_word_does_not_leave_its_column() -> None:
    new = _NEW.replace("Ballen", "Ballen" + "schoolpleinregels" * 9)
    label = f"## {'Aanvullende' + 'begripsbepalingen' * 3}\n\n"
    made = sheet_between(protocol(f"{{#h}}\n{label}{new}"), protocol(_OLD))
    with pdfplumber.open(io.BytesIO(pdf_file(made))) as opened:
        signs = [sign for sheet in opened.pages for sign in sheet.chars]
    edges = [39.7 + width / 20 for width in (2100, 7075, 12050, 15250)]
    crossing = [
        sign["text"]
        for sign in signs
        for edge in edges
        if sign["x0"] < edge < sign["x1"] and sign["size"] == pytest.approx(9.5, abs=0.1)
    ]
    assert crossing == []


def test_a_word_that_fits_in_the_column_of_places_is_not_broken() -> None:
    headings = ("De regels voor de begeleiders", "Verantwoordelijkheidsverklaringen")
    for heading in headings:
        old, new = (
            protocol(f"## {heading}\n\n{{#a}}\nHet hek is {what}.\n") for what in ("open", "dicht")
        )
        made = sheet_between(new, old)
        with pdfplumber.open(io.BytesIO(pdf_file(made))) as opened:
            words = [word["text"] for page in opened.pages for word in page.extract_words()]
        assert "alinea" in words
        assert not [word for word in words if word.endswith("-")]


def test_the_words_at_a_change_stand_whole() -> None:
    old = " ".join(f"Wat {'o' * (at % 9 + 1)}ud was, blijft hier staan." for at in range(60))
    made = sheet_between(
        protocol(f"{{#a}}\n1. {old.replace('blijft', 'gaat')}\n"), protocol(f"{{#a}}\n1. {old}\n")
    )
    with pdfplumber.open(io.BytesIO(pdf_file(made, has_signs=True))) as opened:
        words = [word["text"] for sheet in opened.pages for word in sheet.extract_words()]
    assert {word for word in words if word.startswith("[")} == {"[verwijderd:", "[toegevoegd:"}


def test_a_row_that_fits_stays_on_its_page() -> None:
    long = "{#a}\n1. " + "Het hek is open. " * 80 + "\n"
    [row] = sheet_between(protocol(long), protocol("")).rows
    assert not row.is_short
    assert all(row.is_short for row in sheet().rows)


def test_a_row_longer_than_a_page_is_printed(valid_word: IsValidWord, tmp_path: Path) -> None:
    long = "{#a}\n1. " + "Het hek is open. " * 900 + "\n"
    made = sheet_between(protocol(long), protocol(""))
    assert len(pdfplumber.open(io.BytesIO(pdf_file(made))).pages) > 2
    path = tmp_path / "lang.docx"
    path.write_bytes(word_file(made))
    valid_word(path)


def _named(text: str, name: str) -> Protocol:
    head = HEAD.replace("De Mus", name)
    return replace(protocol(text, head), slug=name.lower().replace(" ", "-"))


def _rows(*olds: Protocol) -> Sequence[tuple[str, str, str]]:
    made = sheet_between(_named(_NEW, "De Mees"), *olds, reasons=reasons(a="Samen."))
    return [(row.whose, row.kind, " ".join(row.reason) or row.reason_said) for row in made.rows]


def test_each_school_that_merges_reads_its_own_change() -> None:
    mus = _named(_OLD, "De Mus")
    merel = _named(_OLD.replace("12 jaar", "13 jaar").partition("{#b}")[0], "De Merel")
    assert [row for row in _rows(mus, merel) if row[1] != "Vervallen"] == [
        ("De Mus", "Gewijzigd", "Samen."),
        ("De Merel", "Gewijzigd", "Zie hierboven, bij De Mus."),
        ("De Mus", "Gewijzigd", "Nog invullen."),
        ("De Merel", "Nieuw", "Zie hierboven, bij De Mus."),
        ("De Mus, De Merel", "Nieuw", "Nog invullen."),
    ]


def _addressed(*olds: Protocol) -> Sheet:
    """Return a table whose clauses all have an address."""
    table = table_between(_named(_NEW, "De Mees"), *olds)
    return sheet_of(table, NO_REASONS, T, "nl", lambda v, name: f"https://x.nl/{v.path}#{name}")


def test_a_row_of_two_schools_leads_to_the_text_of_each() -> None:
    mus = _named(_OLD, "De Mus")
    merel = _named(f"{_OLD}\n{{#x}}\n4. Een appel mag.\n".replace("#a", "#z"), "De Merel")
    made = _addressed(mus, merel)
    first = made.rows[0]
    assert (first.whose, first.kind) == ("De Mus, De Merel", "Gewijzigd")
    wanted = {
        "De Mus: Lees de huidige tekst": "https://x.nl/oud-1.md#a",
        "De Merel: Lees de huidige tekst": "https://x.nl/oud-2.md#z",
    }
    cell = BeautifulSoup(page(made), "html.parser").select(".main > tbody > tr")[0].select("th a")
    found = {link.get_text(): link["href"] for link in cell}
    assert found == {"Aanhef 1": "https://x.nl/nieuw.md#a"} | wanted
    body = part(word_file(made), "document.xml")
    said = {"".join(link.itertext()) for link in body.xpath("//w:hyperlink", namespaces=NS)}
    assert said >= wanted.keys()
    with pdfplumber.open(io.BytesIO(pdf_file(made))) as opened:
        leads = {link.get("uri") for sheet in opened.pages for link in sheet.hyperlinks}
    assert leads >= set(wanted.values())


def test_what_two_schools_read_alike_is_one_row_wherever_its_words_lead() -> None:
    """Their texts name the clause that is referred to by two anchors, and call a note alike."""
    with_note = _OLD.replace("(#b).", "(#b).[^n]") + "\n[^n]: Ook op reis.\n"
    mus, merel = _named(with_note, "De Mus"), _named(with_note.replace("#b", "#z"), "De Merel")
    rows = _addressed(mus, merel).rows
    first = [row for row in rows if row.place.label == "Aanhef 1"]
    assert [(row.whose, row.kind) for row in first] == [("De Mus, De Merel", "Gewijzigd")]
    assert [was.address for was in first[0].was] == [f"https://x.nl/oud-{n}.md#a" for n in (1, 2)]
    assert "lid 2" in str(first[0].old)


def test_another_number_at_two_schools_is_said_once_where_it_leads_nowhere() -> None:
    new = _OLD.replace("#a}\n1.", "#a}\n7.").replace("12 jaar", "14 jaar")
    olds = [_named(_OLD, name) for name in ("De Mus", "De Merel")]
    made = sheet_between(_named(new, "De Mees"), *olds)
    assert [was.label for was in made.rows[0].was] == ["eerst Aanhef 1"]
    assert page(made).count("eerst Aanhef 1") == 1


def test_how_much_changes_is_told_for_each_school() -> None:
    mus, merel = _named(_OLD, "De Mus"), _named(_NEW, "De Merel")
    made = sheet_between(_named(_NEW, "De Mees"), mus, merel)
    assert made.counts == (
        "De Mus: Nieuw: 1; Gewijzigd: 2; Vervallen: 1.",
        "De Merel: Geen woord van de tekst is veranderd.",
        "Bij 4 wijzigingen staat nog niet waarom.",
    )


def _of_each(told: Reasons) -> tuple[list[tuple[str, str]], str]:
    """Return what is read at a clause that changes for two of three schools, and the last count."""
    thrush = _named(_OLD.replace("12 jaar", "13 jaar"), "De Merel")
    olds = (_named(_OLD, "De Mus"), _named(_NEW, "De Lijster"), thrush)
    made = sheet_between(_named(_NEW, "De Mees"), *olds, reasons=told)
    rows = [row for row in made.rows if row.place.label == "Aanhef 1"]
    return [(row.whose, " / ".join(row.reason) or row.reason_said) for row in rows], made.counts[-1]


def test_a_school_may_have_a_reason_of_its_own() -> None:
    own = reasons(de_mus_a="Twaalf was te jong.")
    before, after = _of_each(NO_REASONS), _of_each(own)
    assert after[0] == [
        ("De Mus", "Twaalf was te jong."),
        ("De Lijster", "Zie hierboven, bij De Mus."),
        ("De Merel", "Nog invullen."),
    ]
    assert before[1] == after[1]


def test_a_reason_of_one_school_stands_behind_the_one_for_all() -> None:
    open_said = _of_each(NO_REASONS)[1]
    rows, said = _of_each(reasons(a="De wet.", de_mus_a="Twaalf was te jong."))
    assert rows == [
        ("De Mus", "De wet. / Twaalf was te jong."),
        ("De Lijster", "Zie hierboven, bij De Mus."),
        ("De Merel", "De wet."),
    ]
    assert said != open_said


def test_what_stays_the_same_at_one_school_says_so() -> None:
    mus, merel = _named(_OLD, "De Mus"), _named(_NEW, "De Merel")
    assert _rows(mus, merel)[:2] == [
        ("De Mus", "Gewijzigd", "Samen."),
        ("De Merel", "Blijft gelijk", "Zie hierboven, bij De Mus."),
    ]


def test_a_reason_stands_at_what_changes_not_at_what_stays() -> None:
    mus, merel = _named(_OLD, "De Mus"), _named(_NEW, "De Merel")
    assert _rows(merel, mus)[:2] == [
        ("De Merel", "Blijft gelijk", "Zie hieronder, bij De Mus."),
        ("De Mus", "Gewijzigd", "Samen."),
    ]


def test_a_repeal_has_the_head_of_the_text_that_goes() -> None:
    goes = WasWordt(
        sets=(compare_versions(_at("versions/hek/de-mus@2025-1.md"), _NOTHING),), rows=()
    )
    made = sheet_of(goes, NO_REASONS, T, "nl")
    assert made.title == "Was-wordt-tabel: Protocol hek"
    assert made.organisation == "De Mus, vastgesteld"
    assert made.sentences[1].startswith("Huidige tekst: versie '2025-1', controlecode ")
    assert made.sentences[2:] == (
        "Het hele protocol vervalt; er komt geen andere versie voor in de plaats.",
    )


def test_a_first_text_has_none_before_it() -> None:
    first = WasWordt(sets=(compare_versions(_NOTHING, _at("protocols/hek/de-mus.md")),), rows=())
    said = sheet_of(first, NO_REASONS, T, "nl").sentences
    assert said[1] == "Er was nog geen versie: dit is de eerste."
    assert said[2].startswith("Voorgestelde tekst: Protocol hek, controlecode ")


def test_two_versions_of_one_school_are_told_apart_by_their_names() -> None:
    olds = (_at(f"versions/hek/de-mus@{name}.md") for name in ("2024-1", "2025-1"))
    new = version_of(protocol(_NEW), "protocols/hek/de-mus.md")
    made = sheet_of(table_of([compare_versions(old, new) for old in olds]), NO_REASONS, T, "nl")
    assert made.rows[0].whose == "versie '2024-1', versie '2025-1'"


_NOTHING = Version(path="niets", protocol=read_protocol_text("").protocol, fingerprint="")


def _at(path: str) -> Version:
    return version_of(replace(protocol(_OLD), subject="hek", slug="de-mus"), path)


def test_equal_texts_make_a_sheet_that_says_so() -> None:
    made = sheet_between(protocol(_OLD), protocol(_OLD))
    assert made.counts == ("Geen woord van de tekst is veranderd.",)
    assert "<table" not in page(made)
    assert word_file(made)
    assert pdf_file(made)


def test_files_are_the_same_every_time_and_valid(valid_word: IsValidWord, tmp_path: Path) -> None:
    made = sheet(reasons(a=_HOSTILE))
    assert word_file(made) == word_file(made)
    assert pdf_file(made, has_signs=True) == pdf_file(made, has_signs=True)
    path = tmp_path / "was-wordt.docx"
    path.write_bytes(word_file(made))
    valid_word(path)


def test_a_title_of_any_length_fits_in_the_properties() -> None:
    head = re.sub("Protocol hek", "Protocol " + "hek " * 200, HEAD)
    made = sheet_between(protocol(_NEW, head), protocol(_OLD))
    assert word_file(made)
