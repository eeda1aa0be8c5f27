"""The redline as page and PDF: each change begins and ends with words, and no word is lost."""

from __future__ import annotations

import io
import itertools
import re
from itertools import pairwise

import pdfplumber
import pikepdf
import pypdfium2
import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

import seeds
from examples import drawn, examples
from protocolkit.base.messages import translator
from protocolkit.document.model import Protocol
from protocolkit.document.outline import protocol_tokens
from protocolkit.paper.redline.page import page_redline
from protocolkit.paper.redline.paper import pdf_redline
from redline_words import dead_links, text_of, words_of
from redlines import HEAD, WHO, changes, protocol
from rough_edits import roughly_edited
from strategies import protocols

OLD = protocol("{#a}\n1. Het hek opent om acht uur, ook op vrijdag.\n\n{#b}\n2. Ouders wachten.\n")
NEW = protocol(
    "{#a}\n1. Het hek opent om half acht, ook op vrijdag.\n\n{#c}\n2. Bij ijzel niet.\n\n"
    "{#b}\n3. Ouders wachten.\n"
)


def page(old: Protocol, new: Protocol) -> str:
    return page_redline(changes(old, new), translator("nl"), WHO)


def test_a_change_begins_and_ends_with_words_that_have_spaces_around_them() -> None:
    text = " ".join(text_of(page(OLD, NEW)).split())
    assert text == (
        "Protocol hek 1. Het hek opent om [toegevoegd: half einde toegevoegd] acht "
        "[verwijderd: uur einde verwijderd], ook op vrijdag. "
        "[toegevoegd: 2. Bij ijzel niet. einde toegevoegd] "
        "[eerder: 2. einde eerder] [nu: 3. einde nu] Ouders wachten."
    )


def test_in_the_pdf_clauses_are_cited_in_the_margin() -> None:
    """A meeting cites by label; what a clause was called before is said in words."""
    rules = "{#%s}\n## %s\n\n{#%s-1}\nDe school belt.\n\n{#%s-2}\n1. De mentor schrijft.\n\n"
    old, new = (
        protocol(rules % ("h", "Hek", "a", "a") + rules % ("i", name, "b", "b"))
        for name in ("Poort", "Deur")
    )
    pdf = pdf_redline(changes(old, new), translator("nl"), WHO)
    with pdfplumber.open(io.BytesIO(pdf)) as read:
        chars = [one for page in read.pages for one in page.chars]
    beside = "".join(one["text"] for one in chars if one["x0"] < 44 * 72 / 25.4 - 1)
    assert beside == (
        "Hek, 1e alineaHek 1Deur, 1e alinea (eerst Poort, 1e alinea)Deur 1 (eerst Poort 1)"
    )


def test_a_long_label_stands_above_its_clause_and_over_no_other() -> None:
    head, rules = "{#h}\n## Omkleden\n\n", "{#a}\nKort een.\n\n{#b}\nKort twee.\n\n{#c}\nDrie.\n"
    old, new = (protocol(head + added + rules) for added in ("", "{#n}\nNieuw.\n\n"))
    pdf = pdf_redline(changes(old, new), translator("nl"), WHO)
    with pdfplumber.open(io.BytesIO(pdf)) as read:
        page = next(one for one in read.pages if "Kort een." in (one.extract_text() or ""))
        words = page.extract_words()
    beside = {round(one["top"]) for one in words if one["x0"] < 44 * 72 / 25.4 - 1}
    assert "eerst" in {one["text"].strip("(") for one in words}
    assert all(abs(one - other) > 7 for one, other in itertools.combinations(beside, 2))
    assert not any(one["text"] == "(eerst" for one in words if one["x0"] < 44 * 72 / 25.4 - 1)


def test_long_names_stay_on_the_page() -> None:
    """What runs along stands in one line, whatever the organisation and the text are called."""
    head = HEAD.replace("De Mus", "Stichting voor openbaar onderwijs in " + "Noord en Zuid " * 6)
    head = head.replace("Protocol hek", "Protocol over het hek, " + "de poort en de deur, " * 6)
    old, new = (protocol(f"{{#a}}\n1. Het hek is {word}.\n", head) for word in ("dicht", "open"))
    with pdfplumber.open(io.BytesIO(pdf_redline(changes(old, new), translator("nl"), WHO))) as read:
        # on the cover nothing runs along
        for page in read.pages[1:]:
            tops = {round(one["top"]) for one in page.chars if one["top"] < 25 * 72 / 25.4}
            assert len(tops) == 1
            assert min(tops) > 10 * 72 / 25.4


def test_in_the_pdf_a_wide_table_lies_on_its_side_and_has_columns_by_its_words() -> None:
    heads = "Nr | Gedragsbeschrijving | Verantwoordelijke | Maatregel | Oudercontact | Bezwaar"
    cells = "1 | medeleerlingen bedreigen | schoolleiding | %s | telefonisch | schriftelijk"
    table = f"{{#t}}\n| {heads} |\n|{'---|' * 6}\n" + f"| {cells} |\n" * 30
    text = "{#a}\n1. De school belt.\n\n%s\n{#b}\n2. Het hek is dicht.\n"
    old, new = (
        protocol(text % table.replace("%s", one)) for one in ("een gesprek", "een schorsing")
    )
    with pdfplumber.open(io.BytesIO(pdf_redline(changes(old, new), translator("nl"), WHO))) as read:
        turned = [page for page in read.pages if page.width > page.height]
        assert len(turned) > 1
        for page in turned:
            words = page.extract_words(extra_attrs=["fontname"])
            heads_of = {word["text"]: word["x0"] for word in words}
            assert all("Bold" in word["fontname"] for word in words if word["text"] == "Bezwaar")
            assert {"Gedragsbeschrijving", "Bezwaar"} <= heads_of.keys(), "heads are repeated"
            narrow = heads_of["Gedragsbeschrijving"] - heads_of["Nr"]
            assert narrow < heads_of["Verantwoordelijke"] - heads_of["Gedragsbeschrijving"]


def test_in_the_pdf_what_announces_a_table_on_its_side_goes_along() -> None:
    """The heading too; the item before it stays."""
    heads = "Nr | Gedragsbeschrijving | Verantwoordelijke | Maatregel | Oudercontact | Bezwaar"
    cells = "1 | medeleerlingen bedreigen | schoolleiding | %s | telefonisch | schriftelijk"
    table = f"{{#t}}\n| {heads} |\n|{'---|' * 6}\n| {cells} |\n"
    text = "{#a}\n1. Eerst dit.\n\n{#b}\n2. Dan dit:\n\n" + table
    old, new = (protocol(text % one) for one in ("een gesprek", "een schorsing"))
    with pdfplumber.open(io.BytesIO(pdf_redline(changes(old, new), translator("nl"), WHO))) as read:
        found = [
            (page.width > page.height, "Eerst dit" in said, "Dan dit" in said)
            for page in read.pages
            if "dit" in (said := page.extract_text().replace("\n", " "))
        ]
    assert found == [(False, True, False), (True, False, True)]


def test_the_pdf_begins_with_the_cover_of_the_text_and_nowhere_to_sign() -> None:
    pdf = pdf_redline(changes(OLD, NEW), translator("nl"), WHO)
    with pdfplumber.open(io.BytesIO(pdf)) as read:
        cover, summary = (page.extract_text() for page in read.pages[:2])
    assert "De Mus\nProtocol hek\nVersie met zichtbare wijzigingen" in cover
    assert "Controlecode: " in cover
    assert "Ondertekening" not in cover
    assert "Wat er is gewijzigd" in summary
    assert summary.count("Versie met zichtbare wijzigingen") == 1, "at the head of the page"


def test_in_the_pdf_a_long_label_stands_in_the_margin_and_is_heard_whole() -> None:
    heading = "Wat doen we als er brand uitbreekt tijdens de les in het lokaal?"
    text = f"## {heading}\n\n{{#a}}\n1. Bel dan meteen %s.\n\n{{#b}}\n2. Ga naar buiten.\n"
    old, new = (protocol(text % one) for one in ("112", "112 en de directeur"))
    file = pdf_redline(changes(old, new), translator("nl"), WHO)
    with pdfplumber.open(io.BytesIO(file)) as read:
        words = read.pages[1].extract_words()
    rights = [word["x1"] for word in words if word["text"] in ("1", "2") and word["x0"] < 120]
    assert len(rights) == 2, "the number below the name, in the margin"
    with pikepdf.open(io.BytesIO(file)) as opened:
        figures = [one for one in opened.objects if isinstance(one, pikepdf.Dictionary)]
        told = {str(one.Alt) for one in figures if "/Alt" in one}
    assert {f"{heading} 1", f"{heading} 2"} <= told


def test_in_the_pdf_words_of_a_heading_and_of_its_line_in_the_contents_hang_by_its_marker() -> None:
    text = "".join(f"## {n} Over kop {n}\n\n{{#a{n}}}\n1. Het is %s.\n\n" for n in range(1, 7))
    old, new = (protocol(text % ((one,) * 6)) for one in ("zo", "anders"))
    file = pdf_redline(changes(old, new), translator("nl"), WHO)
    with pdfplumber.open(io.BytesIO(file)) as read:
        pages = [page.extract_words() for page in read.pages]
    words = [word for page in pages for word in page]
    begins = {round(word["x0"]) for word in words if word["text"] == "Over"}
    assert len(begins) == 2, "in the contents, and above the text"
    left = min(word["x0"] for word in words if word["text"] == "Wat")
    assert {round(begin - left) for begin in begins} == {28, 30}
    with pypdfium2.PdfDocument(file) as read:
        assert "2 Over kop 2" in [one.get_title() for one in read.get_toc()]


def test_the_pdf_has_the_loose_sheet_and_the_contents_of_the_new_version() -> None:
    head = HEAD.replace(
        "status: vastgesteld",
        "status: voorgelegd\n  approvals:\n  - {body: MR, right: instemming}",
    )
    chapter = "{#%s}\n## Over %s\n\n{#%s-1}\n1. Het is %s.\n\n"
    old, new = (
        protocol("".join(chapter % (it, it, it, word) for it in ("hek", "deur", "raam")), head)
        for word in ("dicht", "open")
    )
    with pdfplumber.open(io.BytesIO(pdf_redline(changes(old, new), translator("nl"), WHO))) as read:
        sheet, cover, after = (page.extract_text() for page in read.pages[:3])
        links = [len(page.hyperlinks) + len(page.annots) for page in read.pages]
    assert sheet.startswith("Wat vragen we u?")
    assert "Bladzijde" not in sheet
    assert re.findall(r"^(Over \w+)[ .]+(\d)$", cover + after, re.MULTILINE) == [
        ("Over hek", "2"),
        ("Over deur", "2"),
        ("Over raam", "2"),
    ], cover + after
    assert "Bladzijde 1 van 2" in cover
    assert sum(links) >= 3


def test_in_the_pdf_lines_hang_beside_their_marker_as_in_word() -> None:
    long = "Het hek is dicht en de poort is open en %s wachten de ouders op het plein. " * 3
    old, new = (protocol("{#a}\n1. " + long.replace("%s", one)) for one in ("nu", "dan"))
    with pdfplumber.open(io.BytesIO(pdf_redline(changes(old, new), translator("nl"), WHO))) as read:
        words = [word for page in read.pages for word in page.extract_words()]
    texts = [word["text"] for word in words]
    at = next(n for n, word in enumerate(texts) if word == "Het" and texts[n - 1] == "1.")
    assert words[at]["x0"] == pytest.approx(words[at - 1]["x0"] + 30, abs=0.5)
    clause = words[at : at + 45]
    assert len({round(word["top"]) for word in clause}) > 2
    assert min(word["x0"] for word in clause) == words[at]["x0"]


def test_an_amount_before_a_text_is_told_as_words_that_changed() -> None:
    old, new = (protocol(f"{{#a}}\n{amount}.000 euro is de grens.\n") for amount in (12, 14))
    text = " ".join(text_of(page(old, new)).split())
    assert "[verwijderd: 12.000 einde verwijderd] [toegevoegd: 14.000 einde toegevoegd]" in text


def test_an_amount_before_a_text_that_moved_is_told_as_words_that_changed() -> None:
    """Its place does not make '10.45 uur' a number that only followed."""
    rules = "".join(f"{{#a{at}}}\n{at}. Regel {at} over het hek.\n\n" for at in (1, 2, 3))
    first, last = (f"{{#t}}\n10.{at} uur gaat het hek open.\n\n" for at in (30, 45))
    text = " ".join(text_of(page(protocol(first + rules), protocol(rules + last))).split())
    assert "Aanhef 10.45: [verwijderd: 10.30 einde verwijderd] uur gaat" in text
    assert "Aanhef 10.30: [toegevoegd: 10.45 einde toegevoegd] uur gaat" in text


_FORGED = (
    "[verwijderd:",
    "einde verwijderd]",
    "[toegevoegd:",
    "einde toegevoegd]",
    "[ VERPLAATST\u00a0naar 3:",
    "[[toegevoegd:",
    "einde eerder]]",
    "[nu:",
    "[",
    "]",
    "hek",
    "acht uur",
    "[naam]",
)
_SAID = "(?:toegevoegd|verwijderd|eerder|nu|verplaatst (?:van|naar) [^:]*):"
_ENDED = "einde (?:toegevoegd|verwijderd|eerder|nu|verplaatst)"
_REMARKS = "vanaf hier een nieuwe alinea|hier zijn twee alinea’s één geworden"


def forged() -> st.SearchStrategy[Protocol]:
    """Return protocols of clauses that hold words as they stand at changes."""
    words = st.lists(st.sampled_from(_FORGED), min_size=1, max_size=6).map(" ".join)
    clauses = st.lists(words, min_size=1, max_size=4)
    return clauses.map(
        lambda texts: protocol(
            "\n".join(f"{{#a{at}}}\n{at}. {text}\n" for at, text in enumerate(texts, 1))
        )
    )


@given(forged(), forged())
@examples(60)
def test_no_words_of_a_text_pass_for_those_at_a_change(old: Protocol, new: Protocol) -> None:
    """Read from the copied text alone, with the brackets of the legend, the marks are ours."""
    html = page(old, new)
    soup = BeautifulSoup(html, "html.parser")
    ours = [" ".join(one.get_text().split()) for one in soup.select("div.text .sign")]
    legend = soup.select("#_legenda ~ ul .sign")
    number = len(legend[0].get_text().strip()) - len(legend[0].get_text().strip().lstrip("["))
    begins, ends = r"(?<!\[)" + r"\[" * number, r"\]" * number + r"(?!\])"
    form = f"{begins}(?:{_SAID}|(?:{_REMARKS}){ends})|{_ENDED}{ends}"
    copied = " ".join(text_of(html).split())
    assert re.findall(form, copied) == ours


def test_a_text_with_the_words_of_a_change_gets_other_brackets() -> None:
    """What only has brackets does not; the PDF and the table have the same ones as the page."""
    old = protocol("{#a}\n1. De [naam] mag [verwijderd: niet einde verwijderd] dat.\n")
    new = protocol("{#a}\n1. De [naam] mag [verwijderd: niet einde verwijderd] dit.\n")
    said = "[[verwijderd: dat einde verwijderd]] [[toegevoegd: dit einde toegevoegd]]"
    text = " ".join(text_of(page(old, new)).split())
    assert f"[verwijderd: niet einde verwijderd] {said}" in text
    assert said in pdf_text(pdf_redline(changes(old, new), translator("nl"), WHO))
    plain = [protocol(f"{{#a}}\n1. De [naam] mag {word}.\n") for word in ("dat", "dit")]
    assert " [verwijderd: dat einde verwijderd] " in " ".join(text_of(page(*plain)).split())


def test_hidden_words_leave_no_words_glued() -> None:
    text = " ".join(text_of(page(OLD, NEW), has_signs=False).split())
    assert "om half acht uur, ook op vrijdag. 2. Bij ijzel niet. 2. 3. Ouders" in text


def test_nothing_is_generated_and_nothing_comes_from_elsewhere() -> None:
    html = page(OLD, NEW)
    (style,) = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    assert "content:" not in style
    assert "::" not in style
    assert not re.search(r"<script|src=|@import|url\(", html)
    hostile = protocol("{#a}\n1. <b>x</b> &amp; <script>alert(1)</script>\n")
    assert "<script" not in page(OLD, hostile)


def test_the_words_around_changes_can_be_hidden_from_the_start() -> None:
    shown = page(OLD, NEW)
    hidden = page_redline(changes(OLD, NEW), translator("nl"), WHO, has_signs=False)
    assert 'id="_signs" checked>' in shown
    assert 'id="_signs">' in hidden
    assert text_of(shown) == text_of(hidden)


def test_the_summary_says_in_words_what_changed_and_leads_there() -> None:
    soup = BeautifulSoup(page(OLD, NEW), "html.parser")
    said = soup.select_one("#_samenvatting ~ ul")
    assert said is not None
    assert [one.get_text().partition(":")[0] for one in said.select("li")] == [
        "Gewijzigd (1)",
        "Nieuw (1)",
        "Alleen een ander nummer (1)",
    ]
    goals = {found["id"] for found in soup.select("[id]")}
    assert {str(link["href"])[1:] for link in said.select("a")} <= goals
    ids = [found["id"] for found in soup.select("[id]")]
    assert len(set(ids)) == len(ids)


_CALLS = (
    "{#noten}\n## Noten\n\n{#a}\n1. Eerst.[^1] Zie [de noot](#noot-2).\n\n{#b}\n2. Dan.[^2]\n\n"
)
NOTES = protocol(f"{_CALLS}[^1]: Over het hek.\n\n[^2]: Over de fietsen in het rek.\n")
FEWER_NOTES = protocol(
    f"{_CALLS}".replace("[^1]", "").replace("[^2]", "[^1]").replace("noot-2", "noot-1")
    + "[^1]: Over de fietsen in het lage rek.\n"
)


def test_in_the_pdf_no_rule_of_what_moved_crosses_its_words() -> None:
    one, two, three = (
        f"{{#{name}}}\nNR. {said}\n\n"
        for name, said in (
            ("a", "Het hek gaat om acht uur open voor elk kind."),
            ("b", "De fietsen staan in het rek naast de zaal."),
            ("c", "Ouders wachten buiten op het plein."),
        )
    )
    old, new = (
        protocol("".join(part.replace("NR", str(at)) for at, part in enumerate(parts, start=1)))
        for parts in ((one, two, three), (two, three, one))
    )
    with pdfplumber.open(io.BytesIO(pdf_redline(changes(old, new), translator("nl"), WHO))) as read:
        page = read.pages[-1]
        rules = [line for line in (*page.lines, *page.curves) if line["height"] > line["width"] + 2]
        crossed = [
            char["text"]
            for rule in rules
            for char in page.chars
            if char["x0"] < rule["x0"] < char["x1"]
            and rule["top"] < char["bottom"] - 2
            and char["top"] + 2 < rule["bottom"]
        ]
    assert rules
    assert crossed == []


def test_in_the_pdf_a_note_has_its_number() -> None:
    said = pdf_text(pdf_redline(changes(NOTES, FEWER_NOTES), translator("nl"), WHO))
    assert "[verwijderd: 1 Over het hek. einde verwijderd]" in said
    assert "[eerder: 2 einde eerder] [nu: 1 einde nu] Over de fietsen in het" in said


def test_a_note_has_one_name_for_all_that_leads_to_it() -> None:
    for old, new in ((NOTES, FEWER_NOTES), (FEWER_NOTES, NOTES)):
        html = page(old, new)
        assert dead_links(html) == set()
        soup = BeautifulSoup(html, "html.parser")
        led = {str(link["href"]) for link in soup.select("#_samenvatting ~ ul a")}
        assert {"#noot-1", "#oud-noot-1" if new is FEWER_NOTES else "#noot-2"} <= led
        goals = {str(link["href"]): link.get_text() for link in soup.select("sup a")}
        said = {name: soup.select(name)[0].get_text() for name in goals}
        assert "fietsen" in said["#noot-1" if new is FEWER_NOTES else "#noot-2"]
        assert "hek" in said["#oud-noot-1" if new is FEWER_NOTES else "#noot-1"]
        assert pdf_redline(changes(old, new), translator("nl"), WHO)


def test_no_two_notes_have_one_number_and_a_number_that_changed_is_told() -> None:
    """With marks and without: the number of a note that went lies inside what went."""
    text = "{{#a}}\n1. De mentor belt{} de ouders{}.\n\n"
    old = protocol(f"{text.format('[^1]', '[^2]')}[^1]: Per telefoon.\n\n[^2]: Ook voogden.\n")
    new = protocol(f"{text.format('', '[^1]')}[^1]: Ook voogden.\n")
    found = page(old, new)
    said = " ".join(text_of(found).split())
    assert "de ouders [eerder: noot 2 einde eerder] [nu: noot 1 einde nu]." in said
    assert "[eerder: 2 einde eerder] [nu: 1 einde nu] Ook voogden." in said
    assert "[verwijderd: 1 Per telefoon. einde verwijderd]" in said
    for version, is_old in ((old, True), (new, False)):
        words = words_of(found, is_old=is_old)
        assert sorted(words) == sorted(protocol_tokens(version))


def test_the_words_of_a_note_that_lost_its_first_paragraph_are_those_of_the_version() -> None:
    """Its number stands twice then: in what went, and before what is its first paragraph now."""
    old = protocol(
        "{#a}\n1. Een boete.[^1] Een brief.[^2]\n\n"
        "[^1]: Zie ook hieronder.\n\n    Het bestuur kent de bedragen van dit jaar.\n\n"
        "[^2]: Per post.\n"
    )
    new = protocol(
        "{#a}\n1. Een boete.[^1] Een brief.[^2]\n\n"
        "[^1]: [^2] Het bestuur kent de bedragen van dit jaar.\n\n[^2]: Per post.\n"
    )
    for one, other in ((old, new), (new, old)):
        found = page(one, other)
        for version, is_old in ((one, True), (other, False)):
            assert sorted(words_of(found, is_old=is_old)) == sorted(protocol_tokens(version))


def test_of_two_tables_in_one_place_both_names_can_be_reached() -> None:
    table = "{#t}\n| Dag | Tijd |\n|---|---|\n| maandag | acht uur |\n"
    html = page(protocol(table), protocol(table.replace("{#t}", "{#tijden}")))
    ids = {found["id"] for found in BeautifulSoup(html, "html.parser").select("[id]")}
    assert {"tijden", "oud-t"} <= ids


def test_another_spelling_of_the_same_words_is_not_told() -> None:
    old = protocol("{#a}\n1. Wel/niet Wetenschap , na 8\u00a0uur de reu\u0308nie.\n")
    new = protocol("{#a}\n1. Wel / niet Wetenschap, na 8 uur de reünie.\n")
    assert " ".join(text_of(page(old, new)).split()) == (
        "Protocol hek 1. Wel / niet Wetenschap, na 8 uur de reünie."
    )


def test_a_move_says_from_where_and_where_to() -> None:
    items = [
        "{#a}\n1. Eerst de jas.",
        "{#b}\n2. Dan de tas op de gang.",
        "{#c}\n3. Dan de klas in.",
    ]
    old = protocol("\n\n".join(items) + "\n")
    new = protocol("\n\n".join([items[1], items[2], items[0]]) + "\n")
    text = " ".join(text_of(page(old, new)).split())
    assert text.count("[verplaatst van") == text.count("[verplaatst naar") == 1
    assert text.count("einde verplaatst]") == 2


def test_a_move_under_the_same_label_says_after_what() -> None:
    parts = [f"{{#s{name}}}\n## {name}\n\n{{#a{name}}}\n1. Over {name}.\n" for name in "abc"]
    moved = parts[1:] + parts[:1]
    html = page(protocol("\n".join(parts)), protocol("\n".join(moved)))
    text = " ".join(text_of(html).split())
    assert "[verplaatst van a: a einde verplaatst]" in text
    assert "[verplaatst naar a, na c 1: a einde verplaatst]" in text


def test_of_a_table_that_moved_only_what_changed_is_told() -> None:
    table = "{#t}\n| Dag | Tijd |\n|---|---|\n| maandag | acht uur |\n| dinsdag | negen uur |\n"
    items = "{#a}\n1. Eerst de jas aan de kapstok.\n\n{#b}\n2. Dan de tas op de gang zetten.\n"
    new = table.replace("negen", "tien").replace("| dinsdag", "| woensdag | dicht |\n| dinsdag")
    html = page(protocol(f"{table}\n{items}"), protocol(f"{items}\n{new}"))
    text = " ".join(text_of(html).split())
    assert "Dag Tijd maandag acht uur" in text
    assert "[toegevoegd: woensdag einde toegevoegd]" in text
    assert "[verwijderd: negen einde verwijderd] uur" in text
    assert "[toegevoegd: tien einde toegevoegd] uur" in text
    assert text.count("toegevoegd:") == 3
    assert pdf_redline(
        changes(protocol(f"{table}\n{items}"), protocol(f"{items}\n{new}")), translator("nl"), WHO
    )


def test_a_paragraph_in_parts_is_told() -> None:
    whole = "{#a}\n1. Een leerling meldt zich bij de mentor. De mentor belt de ouders thuis op.\n"
    parts = whole.replace("mentor. De", "mentor.\n\n   De")
    assert "[vanaf hier een nieuwe alinea]" in text_of(page(protocol(whole), protocol(parts)))
    assert "alinea’s één geworden]" in text_of(page(protocol(parts), protocol(whole)))
    for old, new, said in ((whole, parts, "alinea]"), (parts, whole, "één geworden]")):
        assert said in _legend(protocol(old), protocol(new))[-1]
    assert not any("alinea" in line for line in _legend(OLD, NEW))


def _legend(old: Protocol, new: Protocol) -> list[str]:
    lines = BeautifulSoup(page(old, new), "html.parser").select("#_legenda ~ ul li")
    return [line.get_text() for line in lines if line.select(".sign")]


def test_each_word_that_came_or_went_has_a_beginning_and_an_end() -> None:
    """Also a number that only follows: a copied text has no lines through it."""
    soup = BeautifulSoup(page(OLD, NEW), "html.parser")
    for change in soup.select("div.text ins, div.text del"):
        assert len(change.select(".sign")) == 2, change
        assert change.get("role") is None
    assert soup.select("div.text ins.follows")


def test_another_line_on_the_status_has_a_beginning_and_an_end() -> None:
    old, new = (protocol(f"{{#a}}\nVersie {number}\n") for number in ("1.0", "2.0"))
    text = " ".join(text_of(page(old, new)).split())
    assert text.endswith("Versie [eerder: 1.0 einde eerder] [nu: 2.0 einde nu]")


def test_the_legend_has_what_occurs() -> None:
    old, new = (protocol(f"{{#a}}\n1. De poort is {word}.\n") for word in ("open", "dicht"))
    assert not any("eerder" in line for line in _legend(old, new))
    assert any("eerder" in line for line in _legend(OLD, NEW))


def test_a_mark_that_moved_is_called_a_note() -> None:
    """A figure alone would read as a number in a text without raised signs."""
    text = "{{#a}}\n1. Een boete{} blijft twee{} weken staan.\n\n[^1]: Zie de lijst.\n"
    old, new = protocol(text.format("[^1]", "")), protocol(text.format("", "[^1]"))
    said = " ".join(text_of(page(old, new)).split())
    assert "boete [verwijderd: noot 1 einde verwijderd] blijft" in said
    assert "twee [toegevoegd: noot 1 einde toegevoegd] weken" in said


_POINTS = "{#a}\n1. De directeur neemt een telefoon in:\n\n   - als iemand dat vraagt;\n"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("   - als het moet.\n", "     - als het moet.\n", "staat nu een niveau dieper"),
        ("     - als het moet.\n", "   - als het moet.\n", "staat nu een niveau hoger"),
        ("\n   In de pauze niet.\n", "\n     In de pauze niet.\n", "staat nu een niveau dieper"),
        ("\n     In de pauze niet.\n", "   - In de pauze niet.\n", "is nu een eigen punt"),
    ],
)
def test_what_falls_under_something_else_is_told(old: str, new: str, said: str) -> None:
    found = protocol(_POINTS + old), protocol(_POINTS + new)
    assert f"[{said}]" in text_of(page(*found))
    assert any(said in line for line in _legend(*found))
    assert not any("niveau" in line for line in _legend(OLD, NEW))


def test_a_point_that_changed_places_says_which_point_it_stands_after() -> None:
    text = "{{#a}}\n1. De school belt:\n\n   {{style=lower-alpha}}\n   1. {}\n   2. {}\n   3. {}\n"
    words = ["als een leerling ziek is;", "als het glad is;", "als de bus niet rijdt."]
    old, new = protocol(text.format(*words)), protocol(text.format(words[1], words[2], words[0]))
    said = " ".join(text_of(page(old, new)).split())
    assert "[verplaatst naar Aanhef 1, na b.:" in said


@given(protocols(), protocols())
@examples(40)
def test_the_page_holds_both_versions(old: Protocol, new: Protocol) -> None:
    html = page(old, new)
    assert words_of(html, is_old=False) == protocol_tokens(new)
    assert dead_links(html) == set()


@pytest.mark.drawn
@pytest.mark.parametrize("seed", drawn(range(15), 5))
def test_the_page_holds_both_versions_of_real_protocols(seed: int) -> None:
    old = seeds.protocol(seeds.SLUGS[seed % len(seeds.SLUGS)])
    new = roughly_edited(old, seed)
    html = page(old, new)
    assert words_of(html, is_old=False) == protocol_tokens(new)
    assert dead_links(html) == set()


def pdf_text(content: bytes) -> str:
    document = pypdfium2.PdfDocument(content)
    text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    return " ".join(text.split())


def test_the_pdf_says_the_same_and_can_leave_the_words_out() -> None:
    made = changes(OLD, NEW)
    shown = pdf_text(pdf_redline(made, translator("nl"), WHO))
    assert "om [toegevoegd: half einde toegevoegd] acht [verwijderd: uur einde verwijderd]" in shown
    assert "[toegevoegd: 2. Bij ijzel niet. einde toegevoegd]" in shown
    hidden = pdf_text(pdf_redline(made, translator("nl"), WHO, has_signs=False))
    assert "om half acht uur , ook op vrijdag" in hidden or "om half acht uur, ook" in hidden


def test_the_pdf_is_tagged_and_the_same_each_time() -> None:
    made = changes(OLD, NEW)
    content = pdf_redline(made, translator("nl"), WHO)
    assert content == pdf_redline(made, translator("nl"), WHO)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert b"pdfuaid" in pdf.Root.Metadata.read_bytes()
    with pdfplumber.open(io.BytesIO(content)) as read:
        faces = {sign["fontname"].partition("+")[2].partition("-")[0] for sign in read.chars}
    assert faces == {"AtkinsonHyperlegible"}, "the typeface of every other paper"


@pytest.mark.parametrize("head", ["Plein[^1]", "[Plein](#b)", "[Plein](https://plein.nl)"])
def test_a_head_in_which_something_can_be_clicked_stands_on_one_page(head: str) -> None:
    """PDF/UA forbids a link in what is repeated."""
    rows = "".join(f"| Plek {at} | {at} |\n" for at in range(90))
    note = "\n[^1]: Het kleine.\n" if "^" in head else ""
    found = protocol(
        f"{{#b}}\n1. Zie de tabel.\n\n{{#t}}\n| {head} | Uur |\n|---|---|\n{rows}{note}"
    )
    pdf = pdf_redline(changes(found, found), translator("nl"), WHO)
    said = pypdfium2.PdfDocument(pdf)
    assert sum("Uur" in page.get_textpage().get_text_range() for page in said) == 1


@given(protocols(), protocols())
@examples(8)
def test_any_two_protocols_become_a_pdf(old: Protocol, new: Protocol) -> None:
    assert pdf_redline(changes(old, new), translator("nl"), WHO).startswith(b"%PDF")


def test_headings_of_two_versions_skip_no_level() -> None:
    """The old heading over the deepest one moved away; PDF/UA refuses a page that skips one."""
    deep = "## Twee\n\nOver twee.\n\n### Vier\n\nOver vier.\n\n#### Drie\n\nOver drie.\n"
    pairs = [
        (protocol(deep), protocol("## Een\n\nOver een.\n\n## Vier\n\nOver vier.\n")),
        (protocol("### C\n\nx.\n"), protocol("## A\n\n### B\n\n#### C\n\nx.\n")),
    ]
    for one, other in (*pairs, *((b, a) for a, b in pairs)):
        soup = BeautifulSoup(page(one, other), "html.parser")
        levels = [int(found.name[1]) for found in soup.select("h1, h2, h3, h4, h5, h6")]
        assert all(after <= before + 1 for before, after in pairwise(levels)), levels
        assert pdf_redline(changes(one, other), translator("nl"), WHO)


def test_a_note_that_was_replaced_stands_before_the_one_in_its_place() -> None:
    text = "{#a}\n1. Het hek[^1] is open.\n\n{#b}\n2. De poort[^2] is dicht.\n\n"
    last = "[^2]: Achter de sporthal.\n"
    old = protocol(
        f"{text}[^1]: Wie later komt, belt aan bij de ingang in de Dorpsstraat.\n\n{last}"
    )
    new = protocol(f"{text}[^1]: Niemand klimt over een muur met prikkeldraad.\n\n{last}")
    said = BeautifulSoup(page(old, new), "html.parser").get_text()
    places = [said.index(word) for word in ("Dorpsstraat", "prikkeldraad", "sporthal")]
    assert places == sorted(places)
