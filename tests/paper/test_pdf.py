"""The PDF of a protocol: every word, in order, tagged, the same bytes each time."""

from __future__ import annotations

import io
import itertools
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import seeds
from examples import examples
from printing import is_mark, printed, printed_words
from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError
from protocolkit.document.approvals import Approval, Decision, Right
from protocolkit.document.cover import make_cover
from protocolkit.document.facts import Facts, Organisation, Source, Status
from protocolkit.document.model import (
    Block,
    Clause,
    Footnote,
    Paragraph,
    Point,
    PointList,
    Protocol,
    Section,
    Table,
)
from protocolkit.document.outline import clauses, protocol_tokens
from protocolkit.document.richtext import (
    Emphasis,
    HardBreak,
    Inline,
    Link,
    NoteMark,
    RichText,
    Text,
)
from protocolkit.document.signs import with_names
from protocolkit.paper.pdf import write_pdf
from protocolkit.paper.pdf.data import typst_data
from protocolkit.paper.pdf.lines import shown
from protocolkit.text.words import glued, tokens

HOSTILE = '#let x = 1 *a* _b_ $x^2$ @y <b> "q" \\n \\u{41} // c /* d */ --- `e` = [f] {{g}} ~ %'
LONG = (
    "Medezeggenschapsraden en onderwijsondersteunend personeel van de scholengemeenschap "
    "bespreken de socialemediaprotocollen jaarlijks met de ouders/verzorgers. "
)

TITLE = (Text("Protocol sociale media"),)


def source(text: str) -> str:
    """The tests speak English: what is translated is the catalogue's business."""
    return text


def rich(*pieces: str | Inline) -> RichText:
    return tuple(Text(piece) if isinstance(piece, str) else piece for piece in pieces)


def paragraph(*pieces: str | Inline) -> Paragraph:
    return Paragraph(rich(*pieces))


def link(target: str, words: str) -> Link:
    return Link(target=target, content=rich(words))


def clause(anchor: str, marker: str, *blocks: Block) -> Clause:
    return Clause(anchor=anchor, marker=marker, blocks=blocks)


def protocol(
    *parts: Clause | Section,
    title: RichText = TITLE,
    notes: tuple[Footnote, ...] = (),
    facts: Facts | None = None,
) -> Protocol:
    return Protocol(
        facts=facts or Facts(organisation=Organisation(name="Stichting Voorbeeld")),
        title=title,
        parts=parts,
        notes=notes,
        location=Location("protocols/sociale-media/voorbeeld.md"),
    )


def data_of(document: Protocol) -> dict[str, object]:
    return typst_data(document, make_cover(document, source), source)


def pdf_of(document: Protocol) -> bytes:
    return write_pdf(document, make_cover(document, source), source)


TABLE = Table(
    header=(rich("Wat", NoteMark("3")), rich("Maatregel")),
    rows=(
        (rich("Pesten"), rich("Een ", Emphasis(content=rich("gesprek")), NoteMark("4"), ".")),
        (rich(HOSTILE), rich("Schorsing", HardBreak(), "of verwijdering")),
    ),
)
POINTS = PointList(
    (
        Point(
            marker="a.",
            anchor="art-2-a",
            blocks=(
                paragraph("eerste punt:"),
                PointList((Point(marker="1°", blocks=(paragraph("genest"),)),)),
            ),
        ),
        Point(marker="b.", blocks=(paragraph("tweede punt"), paragraph("en nog een alinea"))),
    )
)
RULES = Section(
    anchor="par-1-1",
    level=4,  # a level is skipped in the source
    marker="1.1",
    title=rich("Voor allen", NoteMark("1")),
    parts=(
        clause("art-1", "1.", paragraph(LONG)),
        clause("art-4", "4.", paragraph("Zie ", link("#art-14a", "lid 14a"), ".")),
        clause("art-7", "7.", paragraph("Met punten:"), POINTS, paragraph("Na de punten.")),
        clause(
            "art-14a",
            "14a.",
            paragraph(
                "Eens", NoteMark("2"), " en ", Emphasis(strong=True, content=rich("weer")),
                NoteMark("2"), HardBreak(), "nieuwe regel.",
            ),
        ),
        clause("tabel", "", paragraph("De maatregelen:"), TABLE),
        clause("punt-1", "•", paragraph(link("https://example.org/a?b=ë", "een adres"))),
        clause("punt-2", "•", paragraph(link("mailto:a@example.org", "a@example.org"))),
        clause("vreemd", "", paragraph(link("javascript:alert(1)", "niets"), HOSTILE)),
        clause("elders", "", paragraph(link("ander.md#art-1", "elders"), link("#weg", " weg"))),
    ),
)  # fmt: skip
RICH = protocol(
    clause("aanhef", "", paragraph("Een aanhef.")),
    Section(anchor="hs-1", level=2, marker="1", title=rich("Begin"), parts=(RULES,)),
    Section(anchor="hs-2", level=2, marker="Artikel 5", title=rich("Slot"), parts=()),
    title=rich("Protocol sociale media", NoteMark("t")),
    notes=(
        Footnote(label="2", blocks=(paragraph("Tweemaal aangeroepen."), paragraph(LONG))),
        Footnote(label="1", blocks=(paragraph("Bij een kop."),)),
        Footnote(label="9", blocks=(paragraph("Nergens aangeroepen."),)),
        Footnote(label="3", blocks=(paragraph("In een tabelkop."),)),
        Footnote(label="4", blocks=(paragraph("In een cel, zie", NoteMark("5")),)),
        Footnote(label="5", blocks=(paragraph("Noot bij een noot", NoteMark("4")), POINTS)),
        Footnote(label="t", blocks=(paragraph(HOSTILE),)),
    ),
    facts=Facts(
        organisation=Organisation(name="Stichting Voorbeeld"),
        source=Source(complete=False, address="https://example.org/bron.pdf"),
        approvals=(
            Approval(body="GMR", right=Right.CONSENT, decision=Decision.GRANTED, date="2020-03-04"),
        ),
    ),
)
EMPTY = protocol()
SUPPLIED = protocol(
    clause("a", "", paragraph("Een alinea.")),
    title=rich("Toegevoegd", NoteMark("1")),
    notes=(Footnote(label="1", blocks=(paragraph("Noot bij de titel."),)),),
    facts=Facts(organisation=Organisation(name="Stichting Voorbeeld"), title_supplied=True),
)
LONG_ONE = protocol(
    *(
        Section(
            anchor=f"hs-{count}",
            level=2,
            marker=str(count),
            title=rich("Hoofdstuk ", NoteMark(str(count))),
            parts=tuple(
                clause(f"art-{count}-{item}", f"{item}.", paragraph(LONG * (item % 5 + 1)))
                for item in range(1, 16)
            ),
        )
        for count in range(1, 11)
    ),
    notes=tuple(
        Footnote(label=str(count), blocks=(paragraph(LONG * 9),)) for count in range(1, 11)
    ),
)
DOCUMENTS = {"rich": RICH, "empty": EMPTY, "supplied": SUPPLIED, "long": LONG_ONE}


# -- What the template receives ---------------------------------------------------------------


def typst_words(value: object) -> tuple[str, ...]:
    """Read the words of the template's data: every marker and content, each on its own line."""
    return tokens("".join(_strings(value)))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)
    elif isinstance(value, dict):
        yield from _object_strings(value)


def _object_strings(value: dict[str, object]) -> Iterator[str]:
    kind = value.get("kind", "item")
    if kind == "break":
        yield "\n"
    elif kind in ("emphasis", "strong", "link", "jump", "open", "unbroken", "word"):
        yield from _strings(value["content"])
    elif kind != "mark":
        yield f"\n{value.get('marker', '')} "
        yield from _strings([value.get(key) for key in ("content", "parts", "items", "blocks")])
        yield from (f"{''.join(_strings(cell))}\n" for cell in _cells(value))
        yield "\n"


def _cells(table: dict[str, object]) -> Iterator[object]:
    header, rows = table.get("header", []), table.get("rows", [])
    assert isinstance(header, list)
    assert isinstance(rows, list)
    yield from header
    for row in rows:
        yield from row["cells"]


def words_of(document: Protocol) -> tuple[str, ...]:
    data = data_of(document)
    return tuple(word for key in ("title", "body", "notes") for word in typst_words(data[key]))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_data_holds_every_word_in_order(name: str) -> None:
    assert words_of(DOCUMENTS[name]) == protocol_tokens(DOCUMENTS[name])


def test_adjacent_items_are_one_list_and_jumps_stay() -> None:
    (_, first, _) = objects(data_of(RICH)["body"])
    (rules,) = objects(first["parts"])
    lists = [part for part in objects(rules["parts"]) if part["kind"] == "list"]
    markers = [[item["marker"] for item in objects(found["items"])] for found in lists]
    assert markers == [["1.", "4.", "7.", "14a."], ["•", "•"]]
    assert (first["depth"], rules["depth"]) == (1, 2)


def test_only_links_that_lead_somewhere_are_links() -> None:
    targets = [
        found.get("anchor") or found.get("address")
        for found in descendants(data_of(RICH)["body"])
        if found.get("kind") in ("jump", "link")
    ]
    assert targets == ["art-14a", "https://example.org/a?b=%C3%AB", "mailto:a@example.org"]


def test_a_note_is_carried_by_its_first_mark_and_loose_without_one() -> None:
    data = data_of(RICH)
    marks = [found for found in descendants(data) if found.get("kind") == "mark"]
    roles = [(mark["label"], mark["role"]) for mark in marks]
    assert roles[:4] == [("t", "first"), ("1", "first"), ("2", "first"), ("2", "again")]
    assert [note["label"] for note in objects(data["notes"]) if note["loose"]] == ["9"]


def test_anchors_are_unique_or_empty() -> None:
    twice = protocol(
        clause("noot-1", "1.", paragraph("een", NoteMark("1"), NoteMark("!1"))),
        clause("noot-1", "2.", paragraph(link("#noot-1", "twee"), NoteMark("weg"))),
        notes=tuple(
            Footnote(label=label, blocks=(paragraph("noot ", NoteMark(label)),))
            for label in ("1", "!1", "?1")
        ),
    )
    data = data_of(twice)
    holders = [*objects(objects(data["body"])[0]["items"]), *objects(data["notes"])]
    anchors = [holder["anchor"] for holder in holders]
    assert anchors[:3] == ["noot-1", "", "noot-1-2"]
    assert len(set(anchors)) == len(anchors)
    assert pdf_of(twice)


def test_a_heading_without_words_is_no_heading() -> None:
    inner = Section(anchor="in", level=3, title=rich("Binnen"))
    outer = Section(anchor="uit", level=2, title=rich(" \u00ad", NoteMark("1")), parts=(inner,))
    notes = (Footnote(label="1", blocks=(paragraph("Noot."),)),)
    document = protocol(outer, notes=notes)
    (empty, heading) = objects(data_of(document)["body"])
    assert (empty["kind"], heading["kind"], heading["depth"]) == ("clause", "section", 1)
    assert pdf_of(document)


def objects(value: object) -> list[dict[str, object]]:
    assert isinstance(value, list)
    return value


def descendants(value: object) -> Iterator[dict[str, object]]:
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from descendants(inner)


# -- What is printed --------------------------------------------------------------------------


def expected_words(document: Protocol) -> tuple[str, str]:
    """Return body and notes as they should be printed; a loose note ends the body."""
    data = data_of(document)
    notes = objects(data["notes"])
    body = [*typst_words(data["title"]), *typst_words(data["body"])]
    for note in notes:
        if note["loose"]:
            body += [str(note["label"]), *typst_words(note)]
    called = [word for note in notes if not note["loose"] for word in typst_words(note)]
    return glued("".join(body)), glued("".join(called))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_word_is_printed_in_order(name: str) -> None:
    assert printed_words(pdf_of(DOCUMENTS[name])) == expected_words(DOCUMENTS[name])


@pytest.mark.parametrize("slug", seeds.SLUGS)
def test_every_word_of_a_real_protocol_is_printed_in_order(slug: str) -> None:
    document = seeds.protocol(slug)
    body, notes = printed_words(pdf_of(document))
    assert (body, notes) == expected_words(document)
    assert body + notes == glued("".join(protocol_tokens(document)))


def test_hostile_text_is_printed_as_it_stands() -> None:
    body, notes = printed_words(pdf_of(RICH))
    assert body.count(glued(HOSTILE)) == 2
    assert notes.count(glued(HOSTILE)) == 1


def test_the_same_input_gives_the_same_bytes() -> None:
    assert pdf_of(RICH) == pdf_of(RICH)


def test_every_page_has_its_number_and_all_but_the_first_a_running_head() -> None:
    heads: dict[int, list[str]] = {}
    for page, role, text in printed(pdf_of(LONG_ONE)):
        if not role and text.strip(". "):
            heads.setdefault(page, []).append(text.strip())
    total = len(heads)
    mark, last = "Status unknown", f"Page {total} of {total}"
    standing = make_cover(LONG_ONE, source).standing
    assert heads[1] == [f"Page 1 of {total}"]
    for page in range(2, total):
        assert heads[page][:3] == [mark, "Stichting Voorbeeld", "Protocol sociale media"]
        assert glued(standing) in glued("".join(heads[page]))
    assert heads[total][-1] == last
    assert total == max(heads) > 10


def test_a_text_that_holds_has_no_mark() -> None:
    facts = Facts(organisation=Organisation(name="Stichting Voorbeeld"), status=Status.IN_FORCE)
    runs = list(printed(pdf_of(protocol(clause("a", "1.", paragraph("Een.")), facts=facts))))
    heads = [text.strip() for page, role, text in runs if page == 2 and not role]
    standing = "Protocol of Stichting Voorbeeld. It is in force."
    assert heads[:3] == ["Stichting Voorbeeld", "Protocol sociale media", "Aanhef 1"]
    assert heads[3:] == [standing, "Page 2 of 2"]


def test_clauses_are_cited_in_the_margin_as_artifacts() -> None:
    runs = list(printed(pdf_of(LONG_ONE)))
    artifacts = {text.strip() for _, role, text in runs if not role}
    cited = {f"{chapter}.{item}" for chapter in range(1, 11) for item in range(1, 16)}
    assert {label for label in cited if len(set(label.split("."))) > 1} <= artifacts
    assert not {"3.7", "10.15"} & {text.strip() for _, role, text in runs if role}


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Kort", "Kort, 1e punt"),
        ("Bijzonderheden " * 9, "Bijzonderheden Bijzonderheden…, 1e punt"),
    ],
)
def test_a_label_keeps_its_number_in_the_margin(name: str, shown: str) -> None:
    section = Section(
        anchor="s",
        level=2,
        title=rich(name),
        short=name.strip(),
        parts=(clause("a", "•", paragraph("Een.")), clause("artikel-2", "Artikel 2", POINTS)),
    )
    document = protocol(section)
    (bullets,) = objects(objects(data_of(document)["body"])[0]["parts"])
    labels = [item["label"] for item in objects(bullets["items"])]
    assert labels == [shown, ""]
    assert pdf_of(document)


def test_the_table_of_contents_leads_to_every_heading() -> None:
    pdf = pdf_of(LONG_ONE)
    runs = [(page, role, text.strip()) for page, role, text in printed(pdf)]
    lines = [text for page, role, text in runs if "TOCI" in role]
    titles = [" ".join(pair) for pair in itertools.pairwise(lines) if pair[1] == "Hoofdstuk"]
    assert titles == [f"{count} Hoofdstuk" for count in range(1, 11)]
    assert ("H1", "Contents") in {(role[-1], text) for _, role, text in runs if role}
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        links = [found for found in opened.pages[0].Annots if found.Subtype == "/Link"]
        names = {str(name) for name in pikepdf.NameTree(opened.Root.Names.Dests)}
    assert len(links) == 10
    assert {f"hs-{count}" for count in range(1, 11)} <= names


@pytest.mark.parametrize("slug", seeds.SLUGS)
def test_every_clause_can_be_opened_by_its_anchor(slug: str) -> None:
    document = seeds.protocol(slug)
    with pikepdf.Pdf.open(io.BytesIO(pdf_of(document))) as opened:
        names = {str(name) for name in pikepdf.NameTree(opened.Root.Names.Dests)}
    assert {found.anchor for found in clauses(document)} <= names


def test_a_place_with_a_name_takes_no_room_and_is_no_heading() -> None:
    parts = tuple(clause(f"art-{n}", f"{n}.", paragraph(LONG)) for n in range(1, 9))
    loose = clause("los", "", paragraph(LONG))
    table = clause("tabel", "", TABLE)
    with pikepdf.Pdf.open(io.BytesIO(pdf_of(protocol(loose, *parts, table)))) as opened:
        places = {
            str(name): (found.get("/D") or found)
            for name, found in pikepdf.NameTree(opened.Root.Names.Dests).items()
        }
        heights = [float(places[f"art-{n}"][3]) for n in range(1, 9)]
        assert "/Outlines" not in opened.Root or not opened.Root.Outlines.get("/Count", 0)
    # Two lines of eleven points each, and no more between the items than there was.
    steps = [before - after for before, after in itertools.pairwise(heights)]
    assert max(steps) - min(steps) < 0.01
    assert 30 < steps[0] < 60


def test_two_headings_need_no_table_of_contents() -> None:
    headings = [Section(anchor=f"s{n}", level=2, title=rich(f"Kop {n}")) for n in range(3)]
    assert data_of(protocol(*headings[:2]))["contents"] == 0
    assert data_of(protocol(*headings))["contents"] == 3


def test_who_signs_stands_on_the_cover_of_a_text_on_its_way() -> None:
    facts = replace(RICH.facts, status=Status.SUBMITTED, approvals=())
    runs = list(printed(pdf_of(replace(RICH, facts=facts))))
    cells = [text.strip() for page, role, text in runs if page == 1 and "TH" in role]
    assert cells == ["Body", "Name", "Date", "Signature"]
    with_council = replace(facts, approvals=RICH.facts.approvals)
    assert not objects_of_cover(replace(RICH, facts=with_council))["signatories"]
    assert RICH.facts.status is Status.UNKNOWN
    assert not objects_of_cover(RICH)["signatories"]


def objects_of_cover(document: Protocol) -> dict[str, object]:
    cover = data_of(document)["cover"]
    assert isinstance(cover, dict)
    return cover


def test_the_text_is_dutch_in_whatever_language_our_own_words_are() -> None:
    document = protocol(clause("a", "1.", paragraph("Een.")))
    made = write_pdf(document, make_cover(document, source, "en"), source, language="en")
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert "nl-NL" in languages(pdf)
        assert "en-GB" in languages(pdf)


def languages(pdf: pikepdf.Pdf) -> set[str]:
    found = {str(pdf.Root.get("/Lang", ""))}
    for one in pdf.objects:
        if isinstance(one, pikepdf.Dictionary) and "/Lang" in one:
            found.add(str(one.Lang))
    return found


def test_a_supplied_title_stands_on_the_cover_with_its_note() -> None:
    runs = list(printed(pdf_of(SUPPLIED)))
    cover = [text for page, role, text in runs if page == 1 and role]
    assert cover[1:3] == ["Toegevoegd", "[title added]"]
    assert not any("Toegevoegd" in text for page, role, text in runs if page > 1 and role)


# -- How it is tagged -------------------------------------------------------------------------


@pytest.fixture(scope="module")
def rich_pdf() -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(pdf_of(RICH))) as pdf:
        yield pdf


def test_language_tagging_and_standards_are_declared(rich_pdf: pikepdf.Pdf) -> None:
    root = rich_pdf.Root
    assert str(root.Lang) == "nl-NL"
    assert root.MarkInfo.Marked
    assert root.ViewerPreferences.DisplayDocTitle
    with rich_pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "A")
        assert metadata["dc:title"] == "Protocol sociale media"


def test_structure_is_that_of_the_text() -> None:
    roles = [(role, text.strip()) for _, role, text in printed(pdf_of(RICH))]
    tagged = {(role[-1], text) for role, text in roles if role}
    assert {("H1", "Begin"), ("H2", "Voor allen"), ("H1", "Slot")} <= tagged
    assert {"1.", "4.", "7.", "14a.", "•", "a.", "1°"} <= {
        text for role, text in roles if ("LI", "Lbl") in itertools.pairwise(role)
    }
    assert {("TH", "Maatregel"), ("TD", "Pesten"), ("Note", "Bij een kop.")} <= tagged
    nested = ("Document", "L", "LI", "LBody", "L", "LI", "LBody", "P")
    assert (nested, "tweede punt") in roles


def test_a_note_is_printed_once_and_called_as_often_as_in_the_text() -> None:
    runs = list(printed(pdf_of(RICH)))
    assert sum(text == "Tweemaal aangeroepen." for _, _, text in runs) == 1
    marks = [text.strip() for _, role, text in runs if is_mark(role) and "Note" not in role]
    assert marks == ["t", "1", "2", "2", "3", "4"]


def test_notes_that_only_call_each_other_are_printed() -> None:
    notes = (
        Footnote(label="1", blocks=(paragraph("Een, zie", NoteMark("2")),)),
        Footnote(label="2", blocks=(paragraph("Twee, zie", NoteMark("1"), NoteMark("2")),)),
    )
    assert printed_words(pdf_of(protocol(notes=notes, title=()))) == ("1Een,zie", "Twee,zie1")


def test_bookmarks_are_the_headings_without_their_notes(rich_pdf: pikepdf.Pdf) -> None:
    with rich_pdf.open_outline() as outline:
        titles = [(item.title, [inner.title for inner in item.children]) for item in outline.root]
    assert titles == [("1 Begin", ["1.1 Voor allen"]), ("Artikel 5 Slot", [])]


def test_links_lead_outside_or_to_a_place(rich_pdf: pikepdf.Pdf) -> None:
    links = [
        annotation
        for page in rich_pdf.pages
        for annotation in page.get("/Annots", ())
        if annotation.Subtype == "/Link"
    ]
    addresses = {str(link.A.URI) for link in links if "/A" in link and "/URI" in link.A}
    assert addresses == {
        "https://example.org/bron.pdf",
        "https://example.org/a?b=%C3%AB",
        "mailto:a@example.org",
    }
    assert all(str(link.Contents) for link in links)


# -- What cannot be printed -------------------------------------------------------------------


def test_a_sign_that_no_font_has_is_named_wherever_it_stands() -> None:
    text = paragraph("Zie 🚲 en ", link("https://example.org", "中"), "文.")
    document = protocol(
        Section(
            anchor="s", level=2, title=rich("Hoofdstuk 学校"), parts=(clause("een", "1.", text),)
        ),
        clause("t", "", Table(header=(rich("🚲"),), rows=((rich("中", NoteMark("中")),),))),
        title=rich("Protocol 学校"),
        notes=(Footnote(label="中", blocks=(paragraph("Noot 🚲"),)),),
    )
    body, notes = printed_words(pdf_of(document))
    assert body == glued(
        "Protocol [tekens U+5B66 U+6821] Hoofdstuk [tekens U+5B66 U+6821]"
        "1. Zie [teken U+1F6B2] en [teken U+4E2D][teken U+6587]."
        "[teken U+1F6B2] [teken U+4E2D]"
    )
    assert notes == glued("Noot [teken U+1F6B2]")


@pytest.mark.parametrize("name", ["中文学校", "مدرسة", "בית ספר", "🚲 School", "Ελληνικό", "Школа"])
def test_a_name_of_any_script_stands_on_the_cover(name: str) -> None:
    facts = Facts(organisation=Organisation(name=name))
    pdf = pdf_of(protocol(clause("een", "1.", paragraph("Een.")), title=rich(name), facts=facts))
    front = "".join(text for page, _, text in printed(pdf) if page == 1)
    shown = glued(with_names(name))
    # Right to left is printed from the right, so the order is not looked at.
    assert not set(shown) - set(glued(front))
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert opened.open_metadata()["dc:title"] == name


@given(st.text(max_size=30), st.text(max_size=30))
@examples(30)
def test_every_text_gives_a_pdf(title: str, text: str) -> None:
    document = protocol(clause("een", "1.", paragraph(f"Een {text} einde.")), title=rich(title))
    assert pdf_of(document).startswith(b"%PDF")


@pytest.mark.parametrize("text", ["\u02ba\u0943\U000e0103", "\u02bf\u0941", "a\u0943b", "\u0943"])
def test_marks_on_a_sign_of_another_font_are_named_with_it(text: str) -> None:
    words = f"Een aardige \u02ba en a, dan {text} einde."
    body, _ = printed_words(pdf_of(protocol(clause("een", "1.", paragraph(words)))))
    assert glued("Een aardige \u02ba en a, dan ") in body
    assert body.endswith("einde.")


def test_a_template_of_ones_own_comes_first_and_reads_nothing_outside(tmp_path: Path) -> None:
    folder = tmp_path / "templates" / "typst"
    folder.mkdir(parents=True)
    (tmp_path / "geheim.txt").write_text("geheim")
    (folder / "protocol.typ").write_text('#read("../../geheim.txt")')
    with pytest.raises(ProtocolkitError) as caught:
        write_pdf(RICH, make_cover(RICH, source), source, project=tmp_path)
    assert caught.value.problem.code.name == "pdf-template"
    assert caught.value.problem.location == RICH.location


def test_a_word_that_goes_on_after_a_link_or_a_mark_can_be_broken_there() -> None:
    """Typst fails when it hyphenates a word exactly where a link ends."""
    notes = (Footnote(label="b", blocks=(paragraph("Noot."),)),)
    ends: tuple[Inline, ...] = (
        link("#a", "scholen"),
        Emphasis(content=(link("#a", "scholen"),)),
        NoteMark("b"),
    )
    for length, end in itertools.product(range(95, 115, 2), ends):
        content = paragraph("i" * length + " scholen", end, "gemeenschap")
        assert pdf_of(protocol(clause("a", "1.", content), notes=notes))


def test_a_link_around_the_mark_of_its_own_target_ends_before_the_mark() -> None:
    notes = (Footnote(label="1", blocks=(paragraph("Noot."),)),)
    around = Link(target="#noot-1", content=rich("zie ", NoteMark("1"), " onderaan"))
    document = protocol(clause("a", "", paragraph(around)), notes=notes)
    (pieces,) = (
        found["content"]
        for found in descendants(data_of(document)["body"])
        if found.get("kind") == "paragraph"
    )
    assert [piece["kind"] for piece in objects(pieces)] == ["jump", "mark", "jump"]
    assert pdf_of(document)


def test_control_characters_and_byte_order_marks_do_no_harm() -> None:
    assert pdf_of(protocol(clause("a", "1.", paragraph("een\x07twee\ufeff\u200bdrie\u00ad"))))


# -- Laws -------------------------------------------------------------------------------------

WORDS = st.text(
    st.sampled_from("aB é中🚲ß'’-/@._+&#*$<>\\\"`[]{}()~;:•–„”\u00a0\u00ad1"),
    min_size=1,
    max_size=20,
)
LABELS = st.sampled_from(["1", "2", "*", "b"])
ANCHORS = st.sampled_from(["a", "b", "noot-1", "hs-1"])
TARGETS = st.sampled_from(["#a", "#noot-1", "#weg", "https://example.org", "x.md#a", "", "tel:1"])
MARKERS = st.sampled_from(["", "1.", "7.", "14a.", "•", "Artikel 5", "A."])


def _nest(inner: st.SearchStrategy[RichText]) -> st.SearchStrategy[Inline]:
    return st.one_of(
        st.builds(Emphasis, content=inner, strong=st.booleans()),
        st.builds(Link, target=TARGETS, content=inner),
    )


LEAVES = st.one_of(st.builds(Text, WORDS), st.builds(NoteMark, LABELS), st.just(HardBreak()))
RICHES: st.SearchStrategy[RichText] = st.recursive(
    st.lists(LEAVES, max_size=3).map(tuple),
    lambda inner: st.lists(st.one_of(LEAVES, _nest(inner)), max_size=3).map(tuple),
    max_leaves=6,
)
TABLES = st.integers(0, 3).flatmap(
    lambda width: st.builds(
        Table,
        header=st.tuples(*[RICHES] * width),
        rows=st.lists(st.tuples(*[RICHES] * width), max_size=2).map(tuple),
    )
)
BLOCKS: st.SearchStrategy[Block] = st.recursive(
    st.one_of(st.builds(Paragraph, RICHES), TABLES),
    lambda inner: st.builds(
        PointList,
        st.lists(
            st.builds(
                Point,
                marker=MARKERS,
                anchor=ANCHORS | st.just(""),
                blocks=st.lists(inner, max_size=2).map(tuple),
            ),
            max_size=3,
        ).map(tuple),
    ),
    max_leaves=4,
)
BLOCK_RUNS = st.lists(BLOCKS, max_size=2).map(tuple)
CLAUSES = st.builds(Clause, anchor=ANCHORS, marker=MARKERS, blocks=BLOCK_RUNS)
PARTS: st.SearchStrategy[Clause | Section] = st.recursive(
    CLAUSES,
    lambda inner: st.builds(
        Section,
        anchor=ANCHORS,
        level=st.integers(2, 6),
        marker=MARKERS,
        title=RICHES,
        parts=st.lists(inner, max_size=3).map(tuple),
    ),
    max_leaves=6,
)
PROTOCOLS = st.builds(
    Protocol,
    facts=st.builds(
        Facts,
        organisation=st.builds(Organisation, name=WORDS),
        title_supplied=st.booleans(),
    ),
    title=RICHES,
    parts=st.lists(PARTS, max_size=3).map(tuple),
    notes=st.lists(
        st.builds(Footnote, label=LABELS, blocks=BLOCK_RUNS),
        max_size=3,
        unique_by=lambda note: note.label,
    ).map(tuple),
)


def with_shown_texts(value: Any) -> Any:
    """Return a document with its texts as a page shows them."""
    if isinstance(value, Text):
        return Text(shown(value.text))
    if is_dataclass(value) and not isinstance(value, type):
        inner = {f.name: with_shown_texts(getattr(value, f.name)) for f in fields(value) if f.init}
        return replace(value, **inner)
    return tuple(map(with_shown_texts, value)) if isinstance(value, tuple) else value


@given(PROTOCOLS)
def test_law_the_data_holds_every_word_in_order(document: Protocol) -> None:
    assert words_of(document) == protocol_tokens(with_shown_texts(document))


@given(PROTOCOLS)
@examples(40)
def test_law_every_word_is_printed(document: Protocol) -> None:
    """The body in order; notes may follow their marks into each other."""
    marks = [found for found in descendants(data_of(document)) if found.get("kind") == "mark"]
    assume(all(mark["role"] != "loose" for mark in marks))
    body, notes = printed_words(pdf_of(document))
    expected_body, expected_notes = expected_words(document)
    assert body == expected_body
    assert sorted(notes) == sorted(expected_notes)


# -- Hyphens and long strings -----------------------------------------------------------------


def test_a_hyphen_of_a_word_is_never_at_the_end_of_a_line() -> None:
    """The words begin at every third place of a line, one paragraph after another."""
    shifts = range(0, 90, 3)
    words = " in app-groepen van anti-pestcoördinatoren" + " en meer" * 3
    all_places = (clause(f"a{shift}", "", paragraph("x" * shift + words)) for shift in shifts)
    pdf = pypdfium2.PdfDocument(pdf_of(protocol(*all_places)))
    text = "".join(page.get_textpage().get_text_range() for page in pdf)
    assert text.count("app-groepen") == len(shifts)
    assert text.count("anti-pestcoördinatoren") == len(shifts)


def test_a_string_without_places_to_break_stays_on_the_page() -> None:
    long = "ditiseenwoordzondereind" * 8
    pdf = pypdfium2.PdfDocument(pdf_of(protocol(clause("a", "", paragraph(f"Zie {long}.")))))
    page = pdf[1]
    text = page.get_textpage()
    rights = [text.get_charbox(n)[2] for n in range(text.count_chars())]
    assert max(rights) < page.get_width() - 50
    assert long in glued(text.get_text_range())


def test_a_clause_before_a_deeper_heading_leaves_the_bookmarks_nested() -> None:
    inner = Section(anchor="par-1-1", level=3, marker="1.1", title=rich("Binnen"))
    first = clause("art-1", "", paragraph("Een bepaling met een anker."))
    outer = Section(anchor="hs-1", level=2, title=rich("Buiten"), parts=(first, inner, first))
    last = Section(anchor="hs-2", level=2, title=rich("Slot"), parts=())
    with (
        pikepdf.open(io.BytesIO(pdf_of(protocol(outer, last)))) as opened,
        opened.open_outline() as o,
    ):
        found = [(str(one.title), [str(two.title) for two in one.children]) for one in o.root]
    assert found == [("Buiten", ["1.1 Binnen"]), ("Slot", [])]
