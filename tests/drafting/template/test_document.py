"""The template as Markdown, PDF and Word: the same words, what is ours visibly set off."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from functools import cache
from pathlib import Path

import pypdfium2
from lxml import etree

from programs import IsValidWord, Start
from protocolkit.base.messages import translator
from protocolkit.checking.placeholders import check_placeholders
from protocolkit.document.facts import Status
from protocolkit.document.model import Clause, Footnote
from protocolkit.document.outline import clause_text, clauses, sections
from protocolkit.drafting.template.document import Draft, make_draft
from protocolkit.drafting.template.front import template_cover
from protocolkit.drafting.template.phrases import contest_lines, letter, names_text
from protocolkit.drafting.template.values import Choice
from protocolkit.paper.docx import write_docx
from protocolkit.paper.docx.set_off import STYLES
from protocolkit.paper.pdf import write_pdf
from protocolkit.paper.shared.extras import SetOff
from protocolkit.reading.reader import read_protocol_text
from protocolkit.reading.writer import write_protocol
from protocolkit.text.words import glued, tokens
from small_boards import seed_template

DUTCH = translator("nl")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@cache
def _draft() -> Draft:
    return make_draft(seed_template(), DUTCH)


@cache
def _word() -> bytes:
    draft = _draft()
    return write_docx(draft.protocol, draft.cover, DUTCH, extras=draft.extras)


def _part(name: str) -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(_word())).read(name))


def _printed() -> list[Choice]:
    template = seed_template()
    found = [c for t in template.topics for c in t.choices if c.main_topic == t.id]
    return found + [c for appendix in template.appendices for c in appendix.choices]


def test_the_markdown_reads_back_as_the_same_protocol() -> None:
    draft = _draft()
    reading = read_protocol_text(write_protocol(draft.protocol), "voorbeeldprotocol.md")
    assert reading.protocol == draft.protocol
    assert reading.problems == ()
    assert reading.protocol.facts.status is Status.CONCEPT


def test_every_choice_stands_in_it_once_and_word_for_word() -> None:
    by_anchor = {clause.anchor: clause for clause in clauses(_draft().protocol)}
    for choice in _printed():
        assert tokens(clause_text(by_anchor[choice.id])) == tokens(choice.text)
    assert len({choice.id for choice in _printed()}) == len(_printed())


def test_every_choice_says_where_it_came_from() -> None:
    facts = _draft().protocol.facts
    found = {item.anchor: item for item in facts.provenance}
    assert set(found) == {choice.id for choice in _printed()}
    for choice in _printed():
        item = found[choice.id]
        assert (item.choice, item.source) == (choice.id, choice.origin.place)
        assert seed_template().version.startswith(item.template)


def test_notes_keep_their_words_under_a_number_of_their_own() -> None:
    notes = _draft().protocol.notes
    assert [note.label for note in notes] == [str(n + 1) for n in range(len(notes))]
    expected = {clause_text(note) for choice in _printed() for note in choice.notes}
    assert {clause_text(note) for note in notes} == expected


def test_what_is_to_be_filled_in_is_found_by_the_check() -> None:
    assert len(list(check_placeholders(_draft().protocol))) > 20


def test_alternatives_have_a_style_of_their_own_in_word() -> None:
    styles = {
        bookmark.get(f"{W}name"): paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
        for paragraph in _part("word/document.xml").iter(f"{W}p")
        for bookmark in paragraph.iterchildren(f"{W}bookmarkStart")
    }
    defined = {s.get(f"{W}styleId") for s in _part("word/styles.xml").iter(f"{W}style")}
    for anchor, look in _draft().extras.set_off.items():
        assert styles[anchor.replace("-", "_")] == STYLES[look]
    assert set(STYLES.values()) <= defined
    recommended = {t.recommended.id for t in seed_template().topics if t.recommended}
    main = {choice.id: choice.main_topic for choice in _printed()}
    for topic in seed_template().topics:
        for choice in topic.choices:
            if main.get(choice.id) == topic.id:
                is_first = topic.recommended is not None and topic.recommended.id == choice.id
                assert (styles[choice.id] == STYLES[SetOff.ALTERNATIVE]) != is_first
    assert recommended


def test_guidance_is_a_comment_in_word() -> None:
    comments = _part("word/comments.xml")
    texts = {"".join(comment.itertext()) for comment in comments}
    guidance = [choice for t in seed_template().topics for choice in t.guidance]
    assert texts == {choice.text.replace("\n", "") for choice in guidance}
    marks = list(_part("word/document.xml").iter(f"{W}commentReference"))
    assert len(marks) == len(comments) == len(guidance)
    assert all(comment.get(f"{W}date") is None for comment in comments)


def test_the_same_template_gives_the_same_file() -> None:
    draft = make_draft(seed_template(), DUTCH)
    assert write_docx(draft.protocol, draft.cover, DUTCH, extras=draft.extras) == _word()


def test_the_word_file_is_valid(tmp_path: Path, valid_word: IsValidWord) -> None:
    path = tmp_path / "voorbeeldprotocol.docx"
    path.write_bytes(_word())
    valid_word(path)


def test_libreoffice_keeps_comments_and_styles(tmp_path: Path, soffice: str, start: Start) -> None:
    path = tmp_path / "voorbeeldprotocol.docx"
    path.write_bytes(_word())
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    form = "docx:MS Word 2007 XML"
    words = ["--headless", "--convert-to", form, "--outdir", tmp_path / "o", path]
    assert start(soffice, profile, *words).returncode == 0
    kept = zipfile.ZipFile(tmp_path / "o" / path.name)
    comments = etree.fromstring(kept.read("word/comments.xml"))
    assert len(comments) == len(_part("word/comments.xml"))
    styles = etree.fromstring(kept.read("word/styles.xml")).iter(f"{W}style")
    names = {style.find(f"{W}name").get(f"{W}val") for style in styles}
    assert {"Template Alternative", "Template Other Choice", "Template Remark"} <= names


def test_the_pdf_has_every_choice_and_the_version() -> None:
    draft = _draft()
    content = write_pdf(draft.protocol, draft.cover, DUTCH, extras=draft.extras)
    pages = pypdfium2.PdfDocument(io.BytesIO(content))
    texts = [page.get_textpage().get_text_bounded() for page in pages]
    whole = glued("".join(texts))
    assert glued(seed_template().version) in whole
    # a page's end cuts a clause; its first words stand together
    for choice in _printed():
        first = " ".join(choice.text.split()[:3])
        assert glued(first) in whole, first
    assert write_pdf(draft.protocol, draft.cover, DUTCH, extras=draft.extras) == content


def test_every_anchor_is_unique_and_not_too_long() -> None:
    protocol = _draft().protocol
    anchors = [clause.anchor for clause in clauses(protocol)]
    anchors += [section.anchor for section in sections(protocol)]
    assert len(set(anchors)) == len(anchors)
    assert all(len(anchor) <= 36 for anchor in anchors)


def test_letters_and_names() -> None:
    assert [letter(n) for n in (0, 25, 26, 51, 52)] == ["A", "Z", "AA", "AZ", "BA"]
    assert names_text(["a", "b"], DUTCH) == "a, b"
    assert names_text([str(n) for n in range(9)], DUTCH) == "0, 1, 2, 3, 4, 5 en nog 3"


def test_the_cover_names_every_organisation_whose_words_these_are() -> None:
    """Its standing speaks of 'these organisations': a count of the others names none of them."""
    template = seed_template()
    first = template.themes[0].topics[0]
    one = first.choices[0]
    boards = tuple(replace(one.holders[0], name=f"Stichting {at}") for at in range(19))
    topic = replace(first, choices=(replace(one, holders=boards),))
    theme = replace(template.themes[0], topics=(topic,))
    cover = template_cover(replace(template, themes=(theme,)), translator("nl"))
    assert cover.rows[0][1] == ", ".join(sorted(board.name for board in boards))


def test_a_disagreement_names_its_choices_and_the_words() -> None:
    topic = seed_template().topic("toestemming-beeld")
    assert topic is not None
    lines = contest_lines(topic, DUTCH)
    assert "ouder dan 16 jaar / jonger dan 16 jaar" in lines[0]
    assert lines[0][:5] in {"A / D", "D / A"}
    assert len(set(lines)) == len(lines) <= 6


def test_a_clause_of_ones_own_with_points_can_be_written() -> None:
    text = 'extra: [{theme: lessen, text: "Dit geldt:\\n\\n- een;\\n- twee."}]\n'
    draft = make_draft(seed_template(text), DUTCH)
    own = next(c for c in clauses(draft.protocol) if c.anchor == "eigen-1")
    assert clause_text(Footnote(label="", blocks=own.blocks)).split()[-1] == "twee."
    assert read_protocol_text(write_protocol(draft.protocol)).protocol == draft.protocol


def test_a_school_has_to_choose_only_where_nothing_is_recommended() -> None:
    here = {section.anchor: section for section in sections(_draft().protocol)}
    told = set()
    for topic in seed_template().topics:
        texts = [clause_text(p) for p in here[topic.id].parts if isinstance(p, Clause)]
        is_said = any(text.startswith(topic.why.in_words(DUTCH)) for text in texts)
        assert is_said == (topic.recommended is None)
        told.add(is_said)
    assert told == {True, False}
