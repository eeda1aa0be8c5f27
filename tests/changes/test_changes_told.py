"""What a reader is told of a change: where, what happened, and the words on both sides."""

from __future__ import annotations

from dataclasses import replace

import pytest

from protocolkit.base.messages import translator
from protocolkit.changes.change_list import Row, list_changes, summary_lines
from protocolkit.changes.change_set import ChangeSet, FactChange, Version, version_of
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.changes.fact_rows import fact_rows
from protocolkit.changes.marked_lines import Lines, Shade, shown
from protocolkit.changes.page import changes_page
from protocolkit.changes.plain_text import changes_text
from protocolkit.document.richtext import Emphasis, Link, NoteMark, Text
from protocolkit.reading.reader import read_protocol_text

_HEAD = "---\nprotocol:\n  organisation: {{name: De Brug}}\n---\n\n# {title}\n\n"
_PHONE = "De leerling bergt zijn telefoon aan het begin van de les op in de kluis."
_PHOTO = "Ouders geven vooraf schriftelijk toestemming voor foto's op de website van de school."
_BULLY = "De mentor bespreekt iedere melding van pesten binnen vijf dagen met de ouders."


def as_is(text: str) -> str:
    return text


def compared(old: str, new: str, titles: tuple[str, str] = ("Proef", "Proef")) -> ChangeSet:
    versions = [
        version_of(read_protocol_text(_HEAD.format(title=title) + body).protocol, name)
        for name, title, body in zip(("oud.md", "nieuw.md"), titles, (old, new), strict=True)
    ]
    return compare_versions(*versions)


def clauses(**texts: str) -> str:
    """Return numbered clauses by their anchors."""
    pairs = enumerate(texts.items(), 1)
    return "\n".join(f"{{#{anchor}}}\n{number}. {text}\n" for number, (anchor, text) in pairs)


def rows(old: str, new: str) -> list[Row]:
    return list(list_changes(compared(old, new), as_is).rows)


def marked(side: Lines, shade: Shade) -> list[str]:
    return [run.text.strip() for line in side for run in line if run.shade is shade]


def words(side: Lines) -> list[str]:
    return ["".join(run.text for run in line) for line in side]


def test_both_sides_say_what_went_and_what_came() -> None:
    [row] = rows(clauses(a=_PHONE), clauses(a=_PHONE.replace("de kluis", "zijn tas")))
    assert (row.what, row.remark, row.old_anchors, row.new_anchors) == ("Changed", "", "a", "a")
    assert marked(row.old, Shade.GONE) == ["de kluis"]
    assert marked(row.new, Shade.COME) == ["zijn tas"]
    assert marked(row.old, Shade.COME) == marked(row.new, Shade.GONE) == []
    assert words(row.old) == [f"1. {_PHONE}"]
    assert (row.removed_words, row.added_words) == (2, 2)


def test_what_came_or_went_has_one_side_and_its_own_place() -> None:
    [row] = rows(clauses(a=_PHONE), clauses(a=_PHONE, b=_BULLY))
    assert (row.what, row.old, row.old_anchors, row.new_anchors) == ("New", (), "", "b")
    assert words(row.new) == [f"2. {_BULLY}"]
    [row] = rows(clauses(a=_PHONE, b=_BULLY), clauses(a=_PHONE))
    assert (row.what, row.new, row.old_anchors, row.new_anchors) == ("Removed", (), "b", "")
    assert row.place
    assert words(row.old) == [f"2. {_BULLY}"]


def test_a_number_that_moved_along_is_marked_apart_and_said() -> None:
    found = list_changes(
        compared(clauses(a=_PHONE, b=_PHOTO), clauses(c=_BULLY, a=_PHONE, b=_PHOTO)), as_is
    )
    assert [row.what for row in found.rows] == ["New"]
    assert [number.anchors for number in found.numbers] == ["a", "b"]
    assert ("2" in found.numbers[1].old, "3" in found.numbers[1].new) == (True, True)


def test_a_number_that_moved_along_in_a_clause_that_changed_is_marked_apart() -> None:
    changed = _PHOTO.replace("schriftelijk", "mondeling")
    found = rows(clauses(a=_PHONE, b=_PHOTO), clauses(c=_BULLY, a=_PHONE, b=changed))
    [row] = [row for row in found if row.new_anchors == "b"]
    assert marked(row.new, Shade.ALONG) == ["3."]
    assert marked(row.old, Shade.ALONG) == ["2."]
    assert row.remark.startswith("was ")


def test_a_number_that_stayed_is_not_marked() -> None:
    [row] = rows(clauses(a=_PHONE), clauses(a=_PHONE.replace("de kluis", "zijn tas")))
    assert marked(row.old, Shade.ALONG) == marked(row.new, Shade.ALONG) == []


def test_moving_is_said_once() -> None:
    """A clause that only moved is called so; of one that changed as well it is a remark."""
    old = clauses(a=_PHONE, b=_PHOTO, c=_BULLY)
    [only] = [r for r in rows(old, clauses(c=_BULLY, a=_PHONE, b=_PHOTO)) if r.what == "Moved"]
    assert "also moved" not in only.remark
    changed = _BULLY.replace("vijf", "tien")
    [both] = [r for r in rows(old, clauses(c=changed, a=_PHONE, b=_PHOTO)) if "c" in r.new_anchors]
    assert both.what == "Changed"
    assert both.remark.startswith("also moved")


def test_a_title_and_a_heading_are_called_so() -> None:
    found = list_changes(
        compared("## Regels\n", "## Afspraken\n", ("Proef", "Regels van de Brug")), as_is
    )
    places = [row.place for row in found.rows]
    assert places[0] == "Title"
    assert any(place.startswith("Heading '") for place in places[1:])
    assert found.title == "What changed: Regels van de Brug"


def test_without_a_title_the_file_is_named() -> None:
    one = replace(compared("", "").old, path="oud.docx")
    empty = replace(one, protocol=replace(one.protocol, title=()))
    made = compare_versions(empty, replace(empty, path="nieuw.docx"))
    assert list_changes(made, as_is).title == "What changed: nieuw.docx"
    half = compare_versions(one, replace(empty, path="nieuw.docx"))
    assert list_changes(half, as_is).title == "What changed: Proef"


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ({"a": _PHONE}, {"a": _PHONE}, ["No word of the text changed."]),
        (
            {"a": _PHONE},
            {"a": _PHONE, "b": "Dit is nieuw."},
            ["New: 1.", "Words and signs that went: 0; that came: 4."],
        ),
        (
            {"a": _PHONE, "b": "Dit is oud."},
            {"a": _PHONE},
            ["Removed: 1.", "Words and signs that went: 4; that came: 0."],
        ),
    ],
)
def test_the_summary_counts_what_there_is(
    old: dict[str, str], new: dict[str, str], lines: list[str]
) -> None:
    assert list(summary_lines(compared(clauses(**old), clauses(**new)), as_is)) == lines


def test_two_kinds_of_protocol_are_told() -> None:
    found = compared(clauses(a=_PHONE), clauses(a=_PHONE))
    one, other = (
        replace(version, protocol=replace(version.protocol, subject=subject))
        for version, subject in ((found.old, "pesten"), (found.new, "hek"))
    )
    said = "These are protocols of two different kinds."
    assert said in list(summary_lines(replace(found, old=one, new=other), as_is))
    assert said not in list(summary_lines(replace(found, old=one), as_is))
    assert said not in list(summary_lines(replace(found, old=one, new=one), as_is))


def test_a_fact_has_the_name_that_readers_know() -> None:
    found = compared("", "")
    facts = (
        FactChange(fact="dated", old="2025-03-04", new="2026"),
        FactChange(fact="iets.nieuws", old="a", new="b"),
    )
    told = fact_rows(replace(found, facts=facts), as_is)
    assert [row.name for row in told] == ["Date of the document", "iets.nieuws"]
    assert (told[0].old, told[0].new) == ("4 maart 2025", "2026"), "a date as readers write it"


@pytest.mark.parametrize(
    ("fact", "codes", "names"),
    [
        ("organisation.sector", ("po", "vo"), ("primair onderwijs", "voortgezet onderwijs")),
        ("organisation.sector", ("", "praktijk"), ("", "praktijk")),
        ("organisation.kind", ("bestuur", "bureau"), ("bestuur", "bureau")),
        ("status", ("onbekend", "in werking"), ("status onbekend", "in werking")),
    ],
)
def test_a_fact_is_told_as_the_cover_tells_it(
    fact: str, codes: tuple[str, str], names: tuple[str, str]
) -> None:
    facts = (FactChange(fact=fact, old=codes[0], new=codes[1]),)
    [row] = fact_rows(replace(compared("", ""), facts=facts), translator("nl"))
    assert (row.old, row.new) == names


def test_a_mark_of_a_note_is_shown_as_it_is_typed() -> None:
    rich = (
        Text("De "),
        Emphasis(content=(Text("school"),), strong=True),
        Link(target="#a", content=(Text(" mag"),)),
        NoteMark("2"),
    )
    assert shown(rich) == "De school mag[^2]"


@pytest.mark.parametrize(
    ("old", "new", "was", "now"),
    [
        ("De school[^2] belt.", "De school belt.", "school[gone: note 2]", "De school belt."),
        ("De school belt.", "De school belt.[^2]", "school belt.", "belt. [new: note 2]"),
        ("Bel[^2] ons.", "Mail[^2] ons.", "[gone: Bel] (note 2) ons.", "[new: Mail] (note 2)"),
        ("Bel ons.", "Bel ons, of mail[^2] ons.", "Bel ons.", "of mail (note 2) ons]"),
        ("Bel[^2] ons.", "Bel ons[^2].", "Bel (note 2) [gone: ons].", "Bel [new: ons] (note 2)."),
    ],
)
def test_the_call_of_a_note_is_told_in_words(old: str, new: str, was: str, now: str) -> None:
    note = "\n[^2]: Zie de lijst.\n"
    before, after = (
        f"{{#a}}\n1. {text}\n\n{{#b}}\n2. Ook hier.[^2]\n{note}" for text in (old, new)
    )
    found = list_changes(compared(before, after), as_is)
    text = " ".join(changes_text(found, as_is).split())
    assert "[^2]" not in text
    assert was.replace("school[", "school [") in text
    assert now in text


def test_the_text_for_a_terminal_says_all_rows_and_only_words_near_a_change() -> None:
    long = f"{_PHOTO[:-1]} en {_BULLY[:-1]} en ook {_PHONE}"
    old = clauses(a=long, b=_PHOTO)
    new = clauses(a=long.replace("vijf", "tien"), c=_BULLY)
    found = list_changes(compared(old, new), as_is)
    text = changes_text(found, as_is)
    assert text.startswith(f"{found.title}\n{'=' * len(found.title)}\n\n")
    assert "Before: Proef – oud.md" in text
    assert "Now: Proef – nieuw.md" in text
    joined = " ".join(text.split())
    assert "[gone: vijf]" in joined
    assert "[new: tien]" in joined
    assert "iedere melding van pesten binnen [gone: vijf] dagen met de ouders" in joined
    assert "website van de school en" not in joined
    assert "zijn telefoon aan het begin" not in joined
    assert joined.count("…") >= 2
    assert "\n  before: " in text
    assert "\n  now: " in text
    assert all(len(line) <= 92 for line in text.splitlines())
    # What came or went as a whole is printed whole.
    assert f"[new: 2. {_BULLY}]" in joined


@pytest.mark.parametrize(
    ("forged", "number"),
    [
        ("De leraar [ NEW: mag] niet.", 2),
        ("De leraar mag] niet.", 2),
        ("De leraar ［［gone: mag］］ niet.", 3),
        ("De leraar mag niet.", 1),
    ],
)
def test_no_text_passes_for_the_mark_of_a_change(forged: str, number: int) -> None:
    old = clauses(a=forged, b=_PHONE)
    found = list_changes(compared(old, clauses(a=forged, b=_PHONE.replace("les", "dag"))), as_is)
    joined = " ".join(changes_text(found, as_is).split())
    begin, end = "[" * number, "]" * number
    assert f"{begin}gone: les{end}" in joined
    assert f"{begin}new: dag{end}" in joined
    page = changes_page(found, as_is)
    assert f"{begin}gone:" in page
    assert f">{end} <" in page


def test_where_a_change_has_no_anchor_or_remark_none_is_printed() -> None:
    found = list_changes(compared("", "", ("Proef", "Regels van de Brug")), as_is)
    [head] = [line for line in changes_text(found, as_is).splitlines() if line.startswith("Title")]
    assert head == "Title: Changed"
    changed = _PHOTO.replace("schriftelijk", "mondeling")
    more = rows(clauses(a=_PHONE, b=_PHOTO), clauses(c=_BULLY, a=_PHONE, b=changed))
    text = changes_text(replace(found, rows=tuple(more)), as_is)
    assert f"({more[-1].remark})  #b" in text
    assert "[moved along: 3.]" in text


def test_of_several_paragraphs_those_that_changed_are_printed() -> None:
    def text(days: str) -> str:
        return f"{{#a}}\n1. {_PHONE}\n\n   {_BULLY.replace('vijf', days)}\n"

    said = changes_text(list_changes(compared(text("vijf"), text("tien")), as_is), as_is)
    assert "[new: tien]" in said
    assert "telefoon" not in said


def test_a_fact_that_was_not_there_is_a_dash() -> None:
    found = list_changes(compared("", ""), as_is)
    facts = fact_rows(
        replace(compared("", ""), facts=(FactChange(fact="dated", old="", new="2026"),)), as_is
    )
    assert "- Date of the document: – → 2026\n" in changes_text(replace(found, facts=facts), as_is)


def test_it_is_told_in_dutch() -> None:
    nl = translator("nl")
    [row] = list_changes(compared(clauses(a=_PHONE), clauses(a=_PHONE, b=_BULLY)), nl).rows
    assert row.what == "Nieuw"


_SWAPPED = "{{#a}}\n1. {lead}\n\n   {{style=lower-alpha}}\n   1. {one}\n   2. {two}\n"


def test_points_that_changed_places_are_told_as_that() -> None:
    """They stand under the clause before and now: 'stood after 1, stands after 1' says nothing."""
    lead, one, two = "De school belt de ouders:", "als een leerling ziek is;", "als het glad is."
    old = _SWAPPED.format(lead=lead, one=one, two=two)
    [row] = rows(old, _SWAPPED.format(lead=lead, one=two, two=one))
    assert (row.what, row.remark) == ("Moved", "points in another order")


def test_paragraphs_that_changed_places_are_told_as_that() -> None:
    texts = ["De school belt de ouders vandaag.", _PHONE, _PHOTO]
    old, new = ("{#a}\n1. " + "\n\n   ".join(texts[:1] + t) for t in (texts[1:], texts[:0:-1]))
    [row] = rows(old, new)
    assert (row.what, row.remark) == ("Moved", "paragraphs in another order")


def test_versions_are_named_as_people_know_them_and_with_their_paths() -> None:
    def version(path: str, title: str, board: str) -> Version:
        text = f"---\nprotocol:\n  organisation: {{name: {board}}}\n---\n\n# {title}\n\nA.\n"
        return version_of(read_protocol_text(text).protocol, path)

    phones, other = "Protocol telefoons", version("x.docx", "Protocol telefoons", "De Poort")
    old = version("versions/t/de-brug@2025-1.md", phones, "De Brug")
    new = version("/thuis/nieuw.md", phones, "De Brug")
    found = list_changes(compare_versions(old, new), translator("nl"))
    assert found.old[0] == "Protocol telefoons, versie '2025-1' – versions/t/de-brug@2025-1.md"
    assert found.new[0] == "Protocol telefoons – nieuw.md"
    beside = list_changes(compare_versions(new, other), translator("nl"))
    assert beside.old[0] == "Protocol telefoons, De Brug – nieuw.md"
    assert beside.new[0] == "Protocol telefoons, De Poort – x.docx"


def test_headings_that_only_count_on_stand_in_one_list() -> None:
    def annexes(*names: str) -> str:
        found = enumerate(names, 1)
        return "\n".join(f"{{#{name.lower()}}}\n## Bijlage {n} {name}\n" for n, name in found)

    old, new = annexes("Route", "Tijden"), annexes("Kluis", "Route", "Tijden")
    found = list_changes(compared(old, new), as_is)
    assert [row.place for row in found.rows] == ["Heading 'Bijlage 1'"], "what is new"
    told = [(row.old, row.new) for row in found.numbers]
    assert told == [("Bijlage 1", "Bijlage 2"), ("Bijlage 2", "Bijlage 3")]
    renamed = new.replace("3 Tijden", "3 Uren")
    assert len(list_changes(compared(old, renamed), as_is).rows) > 1, "a word changed too"


def test_a_heading_that_begins_with_a_preposition_is_called_by_its_words() -> None:
    old, new = "{#a}\n## 1 Op reis\n\n{#b}\n## 2 Voor ouders\n", "{#a}\n## 2 Op reis\n\n{#b}\n## 3 "
    found = list_changes(compared(old, f"{new}Voor ouders\n"), as_is)
    told = [(row.old, row.new) for row in found.numbers]
    assert told == [("1 Op reis", "2 Op reis"), ("2 Voor ouders", "3 Voor ouders")]
    [row] = list_changes(compared(old, f"{new}Voor alle ouders\n"), as_is).rows
    assert row.place == "Heading 'Voor alle ouders'"


@pytest.mark.parametrize("said", ["lid {} hierboven", "artikel 1.{}", "deze regel"])
def test_a_link_that_leads_elsewhere_is_told_as_people_cite_it(said: str) -> None:
    def text(number: int) -> str:
        link = f"Zie [{said.format(number)}](#m-{number}), of [het web](https://a.nl/{number})."
        return (
            "{#m}\n## 1 Melden\n\n{#m-1}\n1. Bel vooraf.\n\n{#m-2}\n2. Schrijf achteraf.\n\n"
            f"{{#m-3}}\n3. {link}\n"
        )

    found = [
        (row.name, row.old, row.new)
        for row in fact_rows(compared(text(1), text(2)), as_is)
        if "leads" in row.name
    ]
    assert found == [
        (f"Where '{said.format(2)}' leads to (1.3)", "1.1", "1.2"),
        ("Where 'het web' leads to (1.3)", "https://a.nl/1", "https://a.nl/2"),
    ]


def test_a_link_to_a_heading_or_a_place_that_is_not_there() -> None:
    texts = (
        f"{{#op}}\n## 1 Op reis\n\n{{#r}}\n1. Zie [hier](#{at}).\n\n{{#bel}}\n## 2 Bellen\n"
        for at in ("op", "bel", "weg")
    )
    one, two, three = texts
    [row] = fact_rows(compared(one, two), as_is)
    assert (row.old, row.new) == ("1 Op reis", "2 Bellen")
    [row] = fact_rows(compared(two, three), as_is)
    assert (row.old, row.new) == ("2 Bellen", "#weg")
