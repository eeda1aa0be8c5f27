"""What somebody changed before the text of a file that came back is told, each change once."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import pytest

from copied_word import pasted_word
from import_quality import own_word
from one_protocol import headed
from protocolkit.base.location import NOWHERE
from protocolkit.base.messages import translator
from protocolkit.document.approvals import Approval, Decision, Right
from protocolkit.document.asking import Around, asking_lines
from protocolkit.document.cover import make_cover, with_check_address
from protocolkit.document.fingerprints import protocol_fingerprint
from protocolkit.document.model import Protocol
from protocolkit.exchange.record import Record
from protocolkit.importing.extract.word.package import WordPackage
from protocolkit.paper.docx import write_docx
from protocolkit.paper.shared.extras import Extras
from protocolkit.reading.reader import read_protocol, read_protocol_text
from protocolkit.reading.words_left_out import LeftOutReason
from protocolkit.review.odt_review import ReturnedOdt
from protocolkit.review.printed_around import SentText, front_lines
from protocolkit.review.remarks import Review
from protocolkit.review.word_review import ReturnedWord as ReviewedWord
from protocolkit.review.word_story import read_story
from protocolkit.versions.frozen import freeze
from returned_form import changed_parts
from returned_odt import as_odt
from returned_word import ReturnedWord
from seeds import ROOT
from typed import typed

_ASKED = """
    - body: MR De Brug
      right: instemming
      decision: gevraagd
      section: {}
      sent: "2026-02-03"
      before: "2026-03-17"
""".strip("\n")
_TEXT = """---
protocol:
  title: Pesten
  organisation: {name: De Brug, kind: bestuur, sector: vo}
  status: voorgelegd
  version: "2"
  approvals:
APPROVALS
---

# Pesten

{#h-1}
## 1 Voor leerlingen

{#a1}
1. Wie een ander pest, gaat nog dezelfde dag naar de mentor van de klas.

{#a4}
2. De mentor doet dan dit:

   {style=lower-alpha}
   1. hij praat met wie er pestte;
   2. hij praat met wie er gepest werd;
   3. hij belt naar huis.

{#t1}
| Wie | Wat |
|---|---|
| mentor | belt de ouders |
| teamleider | schorst de leerling |

{#h-2}
## 2 Voor ouders

{#a2}
1. De mentor belt de ouders van alle kinderen die bij het pesten waren.

{#h-3}
## 3 Verslagen

{#a3}
1. De school bewaart verslagen van gesprekken een jaar lang.
"""
_ONE = _TEXT.replace("APPROVALS", _ASKED.format("ouders"))
_TWO = _TEXT.replace("APPROVALS", f"{_ASKED.format('ouders')}\n{_ASKED.format('personeel')}")
PROTOCOL = read_protocol_text(_ONE, subject="pesten", slug="de-brug").protocol


def _sent() -> bytes:
    return own_word(PROTOCOL)


def _of_word(content: bytes) -> Review:
    return ReviewedWord(content, Path("retour.docx")).review(PROTOCOL)


def _of_odt(content: bytes) -> Review:
    return ReturnedOdt(as_odt(content), Path("retour.odt")).review(PROTOCOL)


_KINDS = pytest.mark.parametrize("review", [_of_word, _of_odt])
_Reading = Callable[[bytes], Review]


def _with(old: str, new: str) -> bytes:
    def change(parts: dict[str, bytes]) -> None:
        assert old.encode() in parts["word/document.xml"], old
        parts["word/document.xml"] = parts["word/document.xml"].replace(old.encode(), new.encode())

    return changed_parts(_sent(), change)


@_KINDS
def test_a_paper_as_it_was_sent_has_no_changes(review: _Reading) -> None:
    assert review(_sent()).changes == ()


@_KINDS
def test_nor_has_one_of_which_a_program_kept_the_words_alone(review: _Reading) -> None:
    word = ReturnedWord(_sent())
    word.without_record()
    word.without_bookmarks()
    for style in list(word.root.iter("{*}pStyle", "{*}tblStyle")):
        parent = style.getparent()
        assert parent is not None
        parent.remove(style)
    assert review(word.content()).changes == ()


@_KINDS
@pytest.mark.parametrize(
    ("old", "new", "before", "after"),
    [
        ("voortgezet onderwijs", "speciaal", "Sector voortgezet onderwijs", "Sector speciaal"),
        (
            "uiterlijk op 17 maart 2026",
            "uiterlijk op 1 april 2026",
            "Wij ontvangen uw antwoord graag uiterlijk op 17 maart 2026.",
            "Wij ontvangen uw antwoord graag uiterlijk op 1 april 2026.",
        ),
        (
            "instemming gevraagd",
            "instemming verleend",
            "MR De Brug (ouders) instemming instemming gevraagd uiterlijk 17 maart 2026",
            "MR De Brug (ouders) instemming instemming verleend uiterlijk 17 maart 2026",
        ),
        (">Inhoud<", ">Wat erin staat<", "Inhoud", "Wat erin staat"),
    ],
)
def test_other_words_on_the_cover_are_told(
    review: _Reading, old: str, new: str, before: str, after: str
) -> None:
    [one] = review(_with(old, new)).changes
    assert (one.kind, one.anchor, one.old, one.new) == ("changed", "", before, after)


def _above_title(words: str) -> bytes:
    word = ReturnedWord(_sent())
    style = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}val"
    title = next(
        p for p in word.root.iter("{*}p") for s in p.iter("{*}pStyle") if s.get(style) == "Title"
    )
    made = title.makeelement(title.tag)
    title.addprevious(made)
    run = made.makeelement(title.tag.replace("}p", "}r"))
    made.append(run)
    text = run.makeelement(title.tag.replace("}p", "}t"))
    text.text = words
    run.append(text)
    return word.content()


@_KINDS
def test_a_sentence_above_the_title_is_told_once(review: _Reading) -> None:
    [one] = review(_above_title("Wij zijn het hier niet mee eens.")).changes
    assert (one.kind, one.old, one.new) == ("added", "", "Wij zijn het hier niet mee eens.")


def test_the_same_sentence_on_the_cover_and_in_the_text_is_told_twice() -> None:
    word = ReturnedWord(_above_title("Dit klopt niet met de wet."))
    word.new_paragraph("Wie een ander pest", "Dit klopt niet met de wet.")
    found = _of_word(word.content()).changes
    assert [(one.kind, one.near) for one in found] == [("added", ""), ("added", "a1")]


@_KINDS
def test_a_line_that_was_taken_from_the_cover_is_told(review: _Reading) -> None:
    word = ReturnedWord(_sent())
    line = word.paragraph("Er staat niets meer open")
    line.getparent().remove(line)
    [one] = review(word.content()).changes
    assert (one.kind, one.new) == ("removed", "")
    assert one.old.startswith("Er staat niets meer open")


@_KINDS
def test_a_cover_that_was_thrown_away_is_one_change(review: _Reading) -> None:
    word = ReturnedWord(_sent())
    body = word.root[0]
    for one in list(body)[: list(body).index(word.paragraph("Voor leerlingen"))]:
        body.remove(one)
    [gone] = review(word.content()).changes
    assert (gone.kind, gone.new) == ("removed", "")
    lines = gone.old.split("\n")
    assert (lines[0], lines[-1]) == ("Wat vragen we u?", "Pesten")


@_KINDS
def test_a_page_that_a_program_filled_in_is_no_change(review: _Reading) -> None:
    sent = read_story(WordPackage(_sent(), NOWHERE)).paragraphs
    assert any(one.new == "1\tVoor leerlingen\t2" for one in sent)
    word = ReturnedWord(_sent())
    for entry in word.root.iter("{*}p"):
        texts = list(entry.iter("{*}t"))
        if texts and texts[-1].text == "2" and "leerlingen" in "".join(entry.itertext()):
            texts[-1].text = "14"
    assert review(word.content()).changes == ()


@_KINDS
def test_another_title_is_told_once(review: _Reading) -> None:
    word = ReturnedWord(_sent())
    texts = [one for one in word.root.iter("{*}t") if one.text == "Pesten"]
    texts[-1].text = "Pesten en plagen"
    [one] = review(word.content()).changes
    assert (one.kind, one.old, one.new) == ("changed", "Pesten", "Pesten en plagen")


def test_words_that_went_from_the_foot_of_pages_are_told() -> None:
    def empty(parts: dict[str, bytes]) -> None:
        for name, content in parts.items():
            if name.startswith("word/footer"):
                parts[name] = content.replace(b"voorgelegd", b"")

    found = _of_word(changed_parts(_sent(), empty)).passed_over
    assert {one.reason for one in found} == {LeftOutReason.RUNNING, LeftOutReason.RUNNING_GONE}


def test_the_cover_is_that_of_the_text_as_it_was_sent(tmp_path: Path) -> None:
    protocol = tmp_path / "protocols" / "pesten" / "de-brug.md"
    protocol.parent.mkdir(parents=True)
    protocol.write_text(_TWO, "utf-8")
    two = read_protocol_text(_TWO, subject="pesten", slug="de-brug").protocol
    found = ReturnedOdt(as_odt(own_word(two)), Path("retour.odt"))
    assert found.review(PROTOCOL).changes != ()
    assert found.review(PROTOCOL, SentText(protocol=PROTOCOL, others=(two,))).changes == ()
    (tmp_path / "retour.odt").write_bytes(as_odt(own_word(two)))
    shown = typed("comments", "retour.odt", cwd=tmp_path)
    assert "Wijzigingen in de tekst: 0." in shown.stderr, shown.stderr


def test_the_cover_of_an_older_text_has_all_that_was_asked_on_it(tmp_path: Path) -> None:
    """A text is kept when the first council is asked; the other one was asked on the same words."""
    path = tmp_path / "protocols" / "pesten" / "de-brug.md"
    path.parent.mkdir(parents=True)
    code = f'      fingerprint: "{protocol_fingerprint(PROTOCOL)}"\n      sent:'
    one, two = (text.replace("      sent:", code) for text in (_ONE, _TWO))
    path.write_text(one, "utf-8")
    freeze(tmp_path, path, "voorgelegd-2026-02-03")
    lines = _copied_lines(read_protocol_text(two, subject="pesten", slug="de-brug").protocol)
    path.write_text(two.replace("een jaar lang", "twee jaar lang"), "utf-8")
    (tmp_path / "kopie.docx").write_bytes(pasted_word(lines))
    shown = typed("comments", "kopie.docx", cwd=tmp_path)
    assert "Wijzigingen in de tekst: 0." in shown.stderr, shown.stdout + shown.stderr


def _copied_lines(protocol: Protocol) -> list[str]:
    story = read_story(WordPackage(own_word(protocol), NOWHERE))
    return [one.new for one in front_lines(story.paragraphs) if one.new]


def test_a_heading_that_changed_in_the_copied_contents_too_is_told_once() -> None:
    lines = [one.replace("Voor ouders", "Voor verzorgers") for one in _copied_lines(PROTOCOL)]
    found = _of_word(pasted_word(lines)).changes
    assert [(one.anchor, one.kind, one.new) for one in found] == [
        ("h-2", "changed", "2 Voor verzorgers")
    ]


def test_what_runs_along_does_not_tell_in_which_layout_a_paper_was_printed() -> None:
    text = _ONE.replace('version: "2"', "dated: 2026-02-01")
    dated = SentText(protocol=read_protocol_text(text, subject="pesten", slug="de-brug").protocol)
    now = dated.around(())
    at = now.lines.index("2026")
    assert "VOORGELEGD" in now.lines[at + 1]
    lines = [*now.lines[:at], " ".join(now.lines[at : at + 3]), *now.lines[at + 3 :]]
    assert dated.around([*lines, *now.running, *now.running]).lines == now.lines
    before = [*now.lines[:at], "2026 – voorgelegd aan de (G)MR", *now.lines[at + 1 :]]
    assert dated.around([*before, *now.running, *now.running]).lines == tuple(before)


def test_pages_that_a_program_cannot_count_are_no_change() -> None:
    def count(parts: dict[str, bytes]) -> None:
        for name, content in parts.items():
            if name.startswith("word/footer") and b"NUMPAGES" in content:
                parts[name] = content.replace(b">1<", b">Error: Reference source not found<")

    assert _of_word(changed_parts(_sent(), count)).passed_over == ()


@_KINDS
def test_a_row_that_somebody_added_is_a_change_of_its_table(review: _Reading) -> None:
    word = ReturnedWord(_sent())
    row = next(one for one in word.root.iter("{*}tr") if "schorst" in "".join(one.itertext()))
    made = deepcopy(row)
    for text, said in zip(made.iter("{*}t"), ("conciërge", "neemt de telefoon in"), strict=True):
        text.text = said
    row.addnext(made)
    [one] = review(word.content()).changes
    assert (one.kind, one.anchor) == ("changed", "t1")
    assert one.new.split("\n")[-2:] == ["conciërge", "neemt de telefoon in"]


@_KINDS
def test_what_a_website_adds_to_the_cover_is_no_change(review: _Reading) -> None:
    cover = make_cover(PROTOCOL, translator("nl"))
    address = "https://scholen.voorbeeld.nl/controle/?code=3bcee6c7c366"
    made = write_docx(
        PROTOCOL,
        with_check_address(cover, address, translator("nl")),
        translator("nl"),
        extras=Extras(record=Record(protocol=PROTOCOL)),
    )
    assert review(made).changes == ()


_OWN_FILES = ROOT / "tests" / "cases" / "own_files"


@pytest.mark.parametrize(
    "path", [one for one in sorted(_OWN_FILES.glob("*.docx")) if "no-record" not in one.name]
)
def test_a_paper_of_an_earlier_layout_that_nobody_touched_has_no_changes(path: Path) -> None:
    own = read_protocol(_OWN_FILES / "bellen.md").protocol
    found = ReviewedWord(path.read_bytes(), path).review(own)
    assert (found.changes, found.passed_over) == ((), ())


_DUE = " uiterlijk 17 maart 2026"
_THREE = read_protocol_text(
    _TEXT.replace(
        "APPROVALS",
        "\n".join(
            _ASKED.format(one).replace("2026-03-17", day) + f"\n      ground: {ground}"
            for one, day, ground in (
                ("ouders", "2026-03-17", "artikel 14"),
                ("personeel", "2026-03-17", "artikel 12"),
                ("leerlingen", "2026-04-01", "artikel 13"),
            )
        ),
    ),
    subject="pesten",
    slug="de-brug",
).protocol


def _before_days(protocol: Protocol, *changed: tuple[str, str]) -> bytes:
    """Return the paper of a text as it was before a cover gave the last day of each council."""
    translate = translator("nl")
    facts = protocol.facts
    plain = replace(facts, approvals=tuple(replace(one, ground="") for one in facts.approvals))
    cover = make_cover(replace(protocol, facts=plain), translate)
    lines = tuple(replace(one, date="") for one in cover.approvals)
    extras = Extras(record=Record(protocol=protocol))
    made = write_docx(protocol, replace(cover, approvals=lines), translate, extras=extras)

    def change(parts: dict[str, bytes]) -> None:
        for old, new in changed:
            assert old.encode() in parts["word/document.xml"], old
            written = parts["word/document.xml"].replace(old.encode(), new.encode(), 1)
            parts["word/document.xml"] = written

    return changed_parts(made, change)


@pytest.mark.parametrize("protocol", [PROTOCOL, _THREE])
def test_a_paper_sent_before_its_cover_gave_the_last_days_has_no_changes(
    protocol: Protocol,
) -> None:
    for sent in (_before_days(protocol), own_word(protocol)):
        assert ReviewedWord(sent, Path("retour.docx")).review(protocol).changes == ()
        assert ReturnedOdt(as_odt(sent), Path("retour.odt")).review(protocol).changes == ()


def test_a_paper_whose_sheet_took_more_than_half_a_page_has_no_changes() -> None:
    asked = tuple(
        Approval(
            body=f"MR Basisschool De Grote Naam aan de Vaart {n}",
            right=Right.CONSENT,
            section=section,
            before=f"2026-04-{n:02d}",
            ground=f"artikel {n + 9} lid 1 onder e Wms",
        )
        for n in range(1, 4)
        for section in ("ouders", "personeel")
    )
    protocol = replace(PROTOCOL, facts=replace(PROTOCOL.facts, approvals=asked))
    translate = translator("nl")
    cover = make_cover(protocol, translate)
    around = Around(
        title=cover.title,
        open_places=cover.open_places,
        few_places=cover.open_places,
        whom=cover.correction,
    )
    long = asking_lines(protocol.facts, around, translate, "nl", is_whole=True)
    assert len(long) > len(cover.asking)
    extras = Extras(record=Record(protocol=protocol))
    sent = write_docx(protocol, replace(cover, asking=long), translate, extras=extras)
    for paper in (sent, own_word(protocol), _before_days(protocol)):
        assert ReviewedWord(paper, Path("retour.docx")).review(protocol).changes == ()


def test_a_paper_that_did_not_tell_how_many_more_schools_there_are_has_no_changes() -> None:
    asked = tuple(
        Approval(body=f"MR School {n}", right=Right.CONSENT, schools=(f"School {n}",))
        for n in range(30)
    )
    decided = Approval(
        body="MR De Es",
        right=Right.CONSENT,
        decision=Decision.GRANTED,
        date="2026-03-01",
        schools=("De Es",),
        fingerprint=protocol_fingerprint(PROTOCOL),
    )
    protocol = replace(PROTOCOL, facts=replace(PROTOCOL.facts, approvals=(decided, *asked)))
    translate = translator("nl")
    cover = make_cover(protocol, translate)
    assert any("School 11 en nog 18." in one for one in cover.decided)
    before = tuple(one.replace(" en nog 18.", ", ….") for one in cover.decided)
    extras = Extras(record=Record(protocol=protocol))
    sent = write_docx(protocol, replace(cover, decided=before), translate, extras=extras)
    for paper in (sent, own_word(protocol)):
        assert ReviewedWord(paper, Path("retour.docx")).review(protocol).changes == ()


def test_a_day_that_a_member_changed_in_an_earlier_layout_is_told() -> None:
    old = "uiterlijk op 17 maart 2026"
    changed = _before_days(_THREE, (old, "uiterlijk op 1 juni 2026"))
    [one] = ReviewedWord(changed, Path("retour.docx")).review(_THREE).changes
    assert (one.kind, old in one.old, "uiterlijk op 1 juni 2026" in one.new) == (
        "changed",
        True,
        True,
    )
    said = _before_days(_THREE, ("instemming gevraagd", "instemming gevraagd voor mei"))
    [one] = ReviewedWord(said, Path("retour.docx")).review(_THREE).changes
    assert one.old == "MR De Brug (ouders) instemming instemming gevraagd"
    assert one.new == "MR De Brug (ouders) instemming instemming gevraagd voor mei"


@pytest.mark.parametrize("said", ["", "uiterlijk 1 juni 2026"])
def test_a_last_day_that_a_member_took_or_changed_beside_one_council_is_told(said: str) -> None:
    def change(parts: dict[str, bytes]) -> None:
        day = b"uiterlijk 17 maart 2026"
        assert parts["word/document.xml"].count(day) == 2
        parts["word/document.xml"] = parts["word/document.xml"].replace(day, said.encode(), 1)

    changed = changed_parts(own_word(_THREE), change)
    [one] = ReviewedWord(changed, Path("retour.docx")).review(_THREE).changes
    row = "MR De Brug (ouders) instemming instemming gevraagd"
    assert (one.old, one.new) == (row + _DUE, f"{row} {said}".strip())


_BARE = read_protocol_text(
    headed("Pesten") + "{#a1}\n1. Wie een ander pest, gaat naar de mentor van de klas.\n",
    subject="pesten",
    slug="de-brug",
).protocol


def test_a_cover_without_contents_from_which_its_last_lines_went_is_told() -> None:
    word = ReturnedWord(own_word(_BARE))
    line = word.paragraph("Verwijs zo:")
    line.getparent().remove(line)
    [one] = ReviewedWord(word.content(), Path("retour.docx")).review(_BARE).changes
    assert (one.kind, one.old.startswith("Verwijs zo:")) == ("removed", True)
