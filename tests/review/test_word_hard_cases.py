"""Hard cases of returned Word files, and attacks: placed rightly or reported, never a traceback."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from import_quality import own_word
from one_protocol import headed
from own_files import with_part
from protocolkit.changes.change_set import version_of
from protocolkit.reading.reader import read_protocol_text
from protocolkit.reading.words_left_out import LeftOutReason
from protocolkit.review.gathering import Returned, together
from protocolkit.review.remarks import Review
from protocolkit.review.review_json import review_to_json
from protocolkit.review.word_review import review_word
from protocolkit.text.label_form import as_label
from returned_word import ReturnedWord, W
from typed import typed

_TEXT = (
    headed("Pesten")
    + """{#h-1}
## 1 Voor leerlingen

{#a1}
1. Wie een ander pest, gaat nog dezelfde dag naar de mentor van de klas.[^1]

{#a2}
2. De mentor belt de ouders van alle kinderen die bij het pesten waren.

{#a5}
3. Wie doet wat:

   | wat | wie |
   |---|---|
   | gesprek voeren met de leerling | de mentor van de klas |
   | brief naar huis | de directeur |

{#h-2}
## 2 Voor ouders

{#a4}
1. Ouders melden pesten bij de mentor, en niet bij andere ouders.

{#a6}
2. De school bewaart verslagen van gesprekken een jaar lang.

[^1]: Is de mentor er niet, dan is dat de vertrouwenspersoon.
"""
)
PROTOCOL = read_protocol_text(_TEXT, subject="pesten", slug="de-brug").protocol
_WORD15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_PROPERTIES = "docProps/custom.xml"
Parts = dict[str, bytes]


@pytest.fixture(scope="module")
def sent() -> bytes:
    return own_word(PROTOCOL)


@pytest.fixture
def word(sent: bytes) -> ReturnedWord:
    return ReturnedWord(sent)


def _review(word: ReturnedWord, change: Callable[[Parts], None] | None = None) -> Review:
    return review_word(word.content(change), Path("retour.docx"), PROTOCOL)


def _places(found: Review) -> list[tuple[str, str]]:
    return [(one.anchor, one.near) for one in found.remarks]


def test_over_a_table_and_a_heading(word: ReturnedWord) -> None:
    word.remark("Hoort dit hier?", word.runs("brief naar huis")[0], word.runs("Voor ouders")[-1])
    word.remark("En dit?", word.runs("Voor ouders")[0], word.runs("Ouders melden")[-1])
    assert _places(_review(word)) == [("a5", ""), ("h-2", "")]


def test_the_label_that_we_print_is_no_part_of_a_quote(word: ReturnedWord) -> None:
    word.remark("Alles?", word.runs("gaat nog")[0], word.runs("De mentor belt")[-1])
    [one] = _review(word).remarks
    assert "gaat nog" in one.quote
    assert one.quote.endswith("2. De mentor belt")
    assert "\u200b" not in one.quote
    assert "1.2" not in one.quote


def test_another_label_is_told_with_the_one_that_we_print_there(sent: bytes) -> None:
    def put(label: str) -> Review:
        changed = with_part(
            sent, "word/document.xml", lambda xml: xml.replace(as_label("1.2"), label)
        )
        return review_word(changed, Path("retour.docx"), PROTOCOL)

    [odd] = [one for one in put("9.9").passed_over if one.reason is LeftOutReason.TYPED_ASIDE]
    assert (odd.words, odd.place) == ("9.9", "1.2")
    [change] = [one for one in put(as_label("1.2 vervallen")).changes if one.anchor]
    assert (change.anchor, "vervallen" in change.new) == ("a2", True)


def test_only_the_full_stop_of_the_clause_before_is_marked(word: ReturnedWord) -> None:
    word.runs("bij het pesten waren")
    dot = word.runs("De mentor belt de ouders van alle kinderen die bij het pesten waren.")[-1]
    assert "".join(dot.itertext()) == "."
    word.remark("Welke brief?", dot, word.runs("Wie doet wat")[-1])
    assert _places(_review(word)) == [("a5", "")]


def test_in_a_note(word: ReturnedWord) -> None:
    name = word.remark("Wie is dat?")

    def mark(parts: Parts) -> None:
        root = etree.fromstring(parts["word/footnotes.xml"])
        [run] = [r for r in root.iter(f"{{{W}}}r") if "vertrouwenspersoon" in "".join(r.itertext())]
        for tag, place in (
            ("commentRangeStart", run.addprevious),
            ("commentRangeEnd", run.addnext),
        ):
            made = etree.Element(f"{{{W}}}{tag}")
            made.set(f"{{{W}}}id", name)
            place(made)
        parts["word/footnotes.xml"] = etree.tostring(root)

    [one] = _review(word, mark).remarks
    note = PROTOCOL.notes[0].anchor
    assert (one.anchor, "vertrouwenspersoon" in one.quote) == (note, True)


def _renamed(parts: Parts) -> None:
    """Word Online keeps its parts under other names, and says where from the root."""
    for old in ("comments", "commentsExtended"):
        parts[f"word/{old}2.xml"] = parts.pop(f"word/{old}.xml")
        for name in ("word/_rels/document.xml.rels", "[Content_Types].xml"):
            text = parts[name].decode()
            text = text.replace(f'Target="{old}.xml"', f'Target="/word/{old}2.xml"')
            parts[name] = text.replace(f"/word/{old}.xml", f"/word/{old}2.xml").encode()


def _labelled(parts: Parts) -> None:
    """Add a sensitivity label and properties, as the programs of an organisation do."""
    parts["docMetadata/LabelInfo.xml"] = (
        b'<l:labelList xmlns:l="urn:l"><l:label id="{1}"/></l:labelList>'
    )
    parts[_PROPERTIES] = (
        b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
        b' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        b'<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="MSIP_Label">'
        b"<vt:lpwstr>true</vt:lpwstr></property></Properties>"
    )
    relations = parts["_rels/.rels"].decode()
    added = (
        '<Relationship Id="rIdLabel" Target="docMetadata/LabelInfo.xml" Type="http://schemas.'
        'microsoft.com/office/2020/02/relationships/classificationlabels"/></Relationships>'
    )
    parts["_rels/.rels"] = relations.replace("</Relationships>", added).encode()


@pytest.mark.parametrize("change", [_renamed, _labelled], ids=lambda one: one.__name__)
def test_what_other_programs_of_office_make_of_a_file(
    word: ReturnedWord, change: Callable[[Parts], None]
) -> None:
    first = word.on("Waarom?", "belt de ouders", done=True)
    word.remark("Daarom.", parent=first)
    found = _review(word, change).remarks
    assert [(one.anchor, one.parent, one.resolved) for one in found] == [
        ("a2", "", True),
        ("a2", first, True),
    ]


def test_a_mention_keeps_the_words_of_a_remark(word: ReturnedWord) -> None:
    word.on("MENTION", "belt de ouders")

    def mention(parts: Parts) -> None:
        shown = (
            b'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>MAILTO els@x.test'
            b'</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            b'<w:r><w:rPr><w:rStyle w:val="Mention"/></w:rPr><w:t>@Els</w:t></w:r>'
            b'<w:r><w:fldChar w:fldCharType="end"/></w:r>'
            b'<w:r><w:t xml:space="preserve"> klopt dit?</w:t></w:r>'
        )
        name = "word/comments.xml"
        parts[name] = parts[name].replace(b"<w:r><w:t>MENTION</w:t></w:r>", shown)

    assert [one.text for one in _review(word, mention).remarks] == ["@Els klopt dit?"]


def test_a_quoted_word_that_occurs_twice_after_its_sentence_is_gone(word: ReturnedWord) -> None:
    word.without_bookmarks()
    word.retype("De mentor belt de ouders van alle kinderen die bij het pesten waren.", "ouders")
    word.remark("Welke?", _run(word, "ouders"))
    [one] = _review(word).remarks
    assert (one.anchor, one.near, one.quote) == ("", "a1", "ouders")


def _run(word: ReturnedWord, words: str) -> etree._Element:
    return next(r for r in word.root.iter(f"{{{W}}}r") if "".join(r.itertext()) == words)


def test_words_that_a_new_paragraph_shares_with_a_clause_place_nothing(word: ReturnedWord) -> None:
    word.new_paragraph("Ouders melden", "Leraren die bij het pesten waren, schrijven een brief op.")
    word.remark("Nieuw?", _run(word, "Leraren die bij het pesten waren, schrijven een brief op."))
    assert _places(_review(word)) == [("", "a4")]


def test_two_clauses_in_one_paragraph(word: ReturnedWord) -> None:
    word.without_bookmarks()
    first, second = word.paragraph("Ouders melden"), word.paragraph("De school bewaart")
    word.on("Hoe lang?", "een jaar lang")
    word.on("Aan wie?", "niet bij andere")
    for child in list(second):
        if not child.tag.endswith("}pPr"):
            first.append(child)
    second.getparent().remove(second)
    assert _places(_review(word)) == [("a6", ""), ("a4", "")]


def test_a_clause_that_moved_with_tracking(word: ReturnedWord) -> None:
    word.without_bookmarks()
    words = "De school bewaart verslagen van gesprekken een jaar lang."
    word.track_deletion(words)
    moved = etree.Element(f"{{{W}}}p")
    word.paragraph("Ouders melden").addprevious(moved)
    holder = etree.SubElement(moved, f"{{{W}}}ins")
    holder.set(f"{{{W}}}author", "Ouder A")
    run = etree.SubElement(holder, f"{{{W}}}r")
    etree.SubElement(run, f"{{{W}}}t").text = words
    word.remark("Hier beter.", holder)
    assert _places(_review(word)) == [("a6", "")]


def test_an_end_of_a_paragraph_that_was_deleted_with_tracking_joins_two(word: ReturnedWord) -> None:
    word.on("Hoe lang?", "een jaar lang")
    properties = word.paragraph("Ouders melden").find(f"{{{W}}}pPr")
    etree.SubElement(etree.SubElement(properties, f"{{{W}}}rPr"), f"{{{W}}}del")
    found = _review(word)
    assert _places(found) == [("a6", "")]
    assert [(one.anchor, one.kind) for one in found.changes] == [("a4", "merged")]
    old = found.changes[0].old
    assert old.index("Ouders melden") < old.index("een jaar lang")
    assert found.changes[0].new == (
        "1. Ouders melden pesten bij de mentor, en niet bij andere ouders. "
        "2. De school bewaart verslagen van gesprekken een jaar lang."
    )


def test_two_reviewers_at_one_clause_collide(sent: bytes) -> None:
    def by(author: str, other: str) -> Returned:
        word = ReturnedWord(sent)
        word.track_deletion("een jaar lang", author=author)
        word.track_insertion("gesprekken ", other, author=author)
        return Returned(path=Path("x"), version=version_of(PROTOCOL), review=_review(word))

    one, same = by("Ouder A", "twee jaar"), by("Ouder B", "twee jaar")
    other = by("Leraar", "drie jaar")
    assert together([one, same]).collisions == ()
    assert together([one, other]).collisions == ("a6",)
    assert '"a6"' in review_to_json(together([one, other]))


def test_two_people_in_one_file_collide(word: ReturnedWord, tmp_path: Path) -> None:
    word.track_deletion("een jaar lang", author="Ouder A")
    word.track_deletion("van gesprekken ", author="Jansen, J.")
    found = _review(word)
    assert found.collisions == ("a6",)
    path = tmp_path / "protocols" / "pesten" / "de-brug.md"
    path.parent.mkdir(parents=True)
    path.write_text(_TEXT, "utf-8")
    (tmp_path / "r.docx").write_bytes(word.content())
    shown = typed("comments", "r.docx", cwd=tmp_path).stdout
    assert "meer mensen hebben dit gewijzigd" in shown


def test_ids_that_repeat_place_nothing(word: ReturnedWord) -> None:
    word.on("Eerste.", "belt de ouders")
    word.on("Tweede.", "bewaart verslagen")
    word.on("Derde.", "Ouders melden")

    def repeat(parts: Parts) -> None:
        name = "word/comments.xml"
        parts[name] = parts[name].replace(b'w:id="1"', b'w:id="0"')

    found = _review(word, repeat).remarks
    assert [(one.text, one.anchor) for one in found] == [
        ("Eerste.", ""),
        ("Tweede.", ""),
        ("Derde.", "a4"),
    ]
    assert len({one.id for one in found}) == 3


def test_a_range_that_stands_twice_places_nothing(word: ReturnedWord) -> None:
    name = word.on("Waar?", "belt de ouders")
    mark = etree.Element(f"{{{W}}}commentRangeStart")
    mark.set(f"{{{W}}}id", name)
    word.runs("bewaart verslagen")[0].addprevious(mark)
    assert [one.anchor for one in _review(word).remarks] == [""]


def test_a_range_without_an_end_stands_where_it_begins(word: ReturnedWord) -> None:
    word.on("Waar?", "belt de ouders")
    [end] = list(word.root.iter(f"{{{W}}}commentRangeEnd"))
    end.getparent().remove(end)
    assert [one.anchor for one in _review(word).remarks] == ["a2"]


def test_answers_in_a_circle_and_before_what_they_answer(word: ReturnedWord) -> None:
    first = word.on("Een.", "belt de ouders")
    second = word.on("Twee.", "bewaart verslagen", parent=first)
    word.on("Drie.", "Ouders melden", parent="3")
    word.on("Vier.", "gaat nog")

    def circle(parts: Parts) -> None:
        name = "word/commentsExtended.xml"
        root = etree.fromstring(parts[name])
        root[0].set(f"{{{_WORD15}}}paraIdParent", f"0000{int(second):04X}")
        parts[name] = etree.tostring(root)

    found = _review(word, circle).remarks
    assert [(one.text, one.anchor) for one in found] == [
        ("Een.", "a2"),
        ("Twee.", "a6"),
        ("Drie.", "a1"),
        ("Vier.", "a1"),
    ]


def test_a_remark_whose_words_are_gone_is_counted_at_its_clause(word: ReturnedWord) -> None:
    word.on("Waarom?", "belt de ouders")
    sound = _review(word)

    def lose(parts: Parts) -> None:
        parts["word/comments.xml"] = re.sub(
            rb"<w:comment .*?</w:comment>", b"", parts["word/comments.xml"], flags=re.DOTALL
        )

    [one] = _review(word, lose).remarks
    assert (one.text, one.author) == ("", "")
    assert [(one.anchor, one.quote)] == [(kept.anchor, kept.quote) for kept in sound.remarks]


@pytest.mark.parametrize("part", ["comments", "commentsExtended"])
def test_a_damaged_part_is_refused_and_nothing_is_guessed(
    word: ReturnedWord, part: str, tmp_path: Path
) -> None:
    word.on("Waarom?", "belt de ouders")

    def tear(parts: Parts) -> None:
        name = f"word/{part}.xml"
        parts[name] = parts[name][: len(parts[name]) // 2]

    path = tmp_path / "protocols" / "pesten" / "de-brug.md"
    path.parent.mkdir(parents=True)
    path.write_text(_TEXT, "utf-8")
    (tmp_path / "r.docx").write_bytes(word.content(tear))
    done = typed("comments", "r.docx", cwd=tmp_path)
    assert (done.returncode, "[import-damaged]" in done.stderr) == (2, True), done.stderr


def test_very_many_remarks_over_the_whole_text(word: ReturnedWord) -> None:
    word.remark("Veel.", word.runs("Wie een ander")[0], word.runs("een jaar lang")[-1])
    count = 3_000

    def many(parts: Parts) -> None:
        text = parts["word/comments.xml"].decode()
        [one] = re.findall(r"<w:comment .*?</w:comment>", text, re.DOTALL)
        copies = "".join(
            one.replace('w:id="0"', f'w:id="{number}"').replace("00000000", f"{number + 16:08X}")
            for number in range(count)
        )
        parts["word/comments.xml"] = text.replace(one, copies).encode()
        document = parts["word/document.xml"].decode()
        for tag in ("commentRangeStart", "commentRangeEnd"):
            [mark] = re.findall(rf"<w:{tag}[^>]*>", document)
            marks = "".join(mark.replace('"0"', f'"{number}"') for number in range(count))
            document = document.replace(mark, marks)
        parts["word/document.xml"] = document.encode()

    found = _review(word, many).remarks
    assert len(found) == count
    assert {one.anchor for one in found[1:]} == {"a1"}


@pytest.mark.parametrize("after", ["De mentor belt", "De school bewaart", "de directeur"])
@pytest.mark.parametrize("words", ["de directeur.", "Gesprek voeren met de leerling!"])
def test_new_words_outside_a_table_are_none_of_its_cells(
    sent: bytes, after: str, words: str
) -> None:
    word = ReturnedWord(sent)
    place = word.paragraph(after)
    if after == "de directeur":
        place = next(place.iterancestors(f"{{{W}}}tbl"))
    word.new_paragraph("De mentor belt", words)
    made = word.paragraph(words)
    place.addnext(made)
    word.on("Wie is dat?", words)
    found = _review(word)
    [one] = found.remarks
    near = {"De mentor belt": "a2", "De school bewaart": "a6", "de directeur": "a5"}[after]
    assert (one.anchor, one.near, one.row) == ("", near, None)
    assert [(c.anchor, c.kind, c.new, c.near) for c in found.changes] == [
        ("", "added", words, near)
    ]
