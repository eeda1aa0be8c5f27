"""The Word redline: accepted it is the new version, rejected the old one; how others fail."""

from __future__ import annotations

import io
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pdfplumber
import pytest
from docx_plus.revisions import accept_all_revisions, reject_all_revisions
from hypothesis import given
from lxml import etree

import seeds
from examples import drawn, examples, few
from programs import IsValidWord
from protocolkit.base.messages import translator
from protocolkit.base.problems import ProtocolkitError
from protocolkit.changes.change_set import version_of
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.document.model import Protocol
from protocolkit.document.outline import called_notes, clause_text, clauses, protocol_tokens
from protocolkit.importing.kind_of_file import import_opened, open_file
from protocolkit.paper.redline import tracked
from protocolkit.paper.redline.paper import pdf_redline, redline_pages
from protocolkit.paper.redline.passages import State
from protocolkit.paper.redline.proof import Text, differing
from protocolkit.paper.redline.revisions import Choice, revisions, settle
from protocolkit.paper.redline.tracked import Tracker
from protocolkit.paper.redline.word import word_redline
from protocolkit.text.label_form import LABEL_STYLE
from protocolkit.text.words import tokens
from redlines import (
    HEAD,
    MAIN,
    NS,
    WHO,
    body_of,
    changes,
    part,
    protocol,
    redline,
    text_of,
    without_labels,
    written,
)
from rough_edits import roughly_edited
from strategies import protocols

OLD = protocol(
    """{#art-1}
## Artikel 1 Openen

{#art-1-1}
1. De conciërge opent het hek om acht uur en sluit het om vijf uur.

{#art-1-2}
2. Ouders wachten buiten het hek.[^1]

{#art-2}
## Artikel 2 Fietsen

{#art-2-1}
1. Fietsen staan in het rek.

{#tijden}
| Dag | Tijd |
|---|---|
| maandag | van 8.00 tot 17.00 uur open |
| woensdag | van 8.00 tot 12.30 uur open |

{#art-3}
## Artikel 3 Slot

{#art-3-1}
1. Dit protocol geldt een jaar.

[^1]: Ook oppassen wachten buiten.
"""
)
NEW = protocol(
    """{#art-1}
## Artikel 1 Openen

{#art-1-1}
1. De conciërge opent het hek om half acht en sluit het om vijf uur.

{#art-1-3}
2. Bij ijzel blijft het hek open.

{#art-1-2}
3. Ouders wachten buiten het hek.[^1]

{#art-3}
## Artikel 2 Slot

{#art-3-1}
1. Dit protocol geldt een jaar.

{#art-2}
## Artikel 3 Fietsen

{#art-2-1}
1. Fietsen staan in het rek.

{#tijden}
| Dag | Tijd |
|---|---|
| maandag | van 8.00 tot 17.00 uur open |
| woensdag | van 8.00 tot 13.00 uur open |

[^1]: Ook oppassen en grootouders wachten buiten.
"""
)


def assert_proved(old: Protocol, new: Protocol) -> bytes:
    """Hold the file that was written to the files of both versions, as they are downloaded."""
    file = redline(old, new)
    text = text_of(file)
    assert differing(text, text_of(written(new)), Choice.ACCEPT) is None
    assert differing(text, text_of(written(old)), Choice.REJECT) is None
    assert_sound(file)
    return file


def assert_sound(file: bytes) -> None:
    """Hold a file to what Word needs to open it."""
    roots = [part(file, "document.xml"), part(file, "footnotes.xml")]
    numbered = "//w:bookmarkStart|//w:commentRangeStart|//w:pPrChange|//w:rPrChange"
    numbered += "|//w:moveFromRangeStart|//w:moveToRangeStart"
    marks = [
        mark for root in roots for mark in (*root.xpath(numbered, namespaces=NS), *revisions(root))
    ]
    ids = [mark.get(f"{{{MAIN}}}id") for mark in marks]
    assert len(set(ids)) == len(ids), "ids that repeat"
    names = [
        name for root in roots for name in root.xpath("//w:bookmarkStart/@w:name", namespaces=NS)
    ]
    assert len({name.lower() for name in names}) == len(names)
    for root in roots:
        inside = "ancestor::w:del"
        assert not root.xpath(f"//w:delText[not({inside})]|//w:t[{inside}]", namespaces=NS)
        assert not root.xpath(f"//w:instrText[{inside}]", namespaces=NS)
        assert not root.xpath("//w:moveFrom//w:delText|//w:moveTo//w:delText", namespaces=NS)
        moved = {
            kind: set(root.xpath(f"//w:{kind}RangeStart/@w:name", namespaces=NS))
            for kind in ("moveFrom", "moveTo")
        }
        assert moved["moveFrom"] == moved["moveTo"]


def marked(file: bytes, *kinds: str) -> list[str]:
    """Return the words with a letter inside changes of these kinds, in body and notes.

    How a clause is cited is no word of the text.
    """
    found: list[str] = []
    for name in ("document.xml", "footnotes.xml"):
        for kind in kinds:
            for change in part(file, name).iter(f"{{{MAIN}}}{kind}"):
                words = f".//w:r[not(w:rPr/w:rStyle/@w:val='{LABEL_STYLE}')]"
                text = "".join(
                    change.xpath(f"{words}/w:t/text()|{words}/w:delText/text()", namespaces=NS)
                )
                found += [word for word in tokens(text) if any(map(str.isalpha, word))]
    return found


def test_only_what_changed_is_marked() -> None:
    """A tool that compares the two files marks 58 words here."""
    file = assert_proved(OLD, NEW)
    assert marked(file, "del") == ["uur"]
    added = ["half", "Bij", "ijzel", "blijft", "het", "hek", "open", "en", "grootouders"]
    assert marked(file, "ins") == added
    moved = ["Artikel", "Slot", "Dit", "protocol", "geldt", "een", "jaar"]
    assert marked(file, "moveFrom") == marked(file, "moveTo") == moved


def test_a_version_against_itself_has_no_change() -> None:
    file = assert_proved(OLD, OLD)
    assert not [*revisions(part(file, "document.xml"))]


@pytest.mark.parametrize("sides", [(0, 1), (1, 0)], ids=["first adoption", "repeal"])
def test_against_nothing(sides: tuple[int, int]) -> None:
    pair = (protocol("", HEAD.replace("# Protocol hek\n", "")), OLD)
    assert_proved(pair[sides[0]], pair[sides[1]])


@pytest.mark.parametrize("is_first", [True, False], ids=["first adoption", "repeal"])
def test_a_version_beside_none_has_the_cover_of_the_one_that_is(is_first: bool) -> None:
    """Of what is not there nothing is said: no name left open, no status."""
    nothing = replace(version_of(protocol("", "")), path="niets", fingerprint="")
    one = version_of(OLD)
    versions = (nothing, one) if is_first else (one, nothing)
    file = word_redline(compare_versions(*versions), translator("nl"), WHO)
    wanted = [text_of(written(OLD)), Text(etree.Element("body"), etree.Element("notes"))]
    accepted, rejected = wanted if is_first else wanted[::-1]
    assert differing(text_of(file), accepted, Choice.ACCEPT) is None
    assert differing(text_of(file), rejected, Choice.REJECT) is None
    front = "\n".join(docx.Document(io.BytesIO(file)).element.itertext())
    assert "Protocol hek" in front
    assert "De Mus" in front
    footer = "".join(part(file, "footer1.xml").itertext())
    assert "De Mus" in footer
    assert "onbekend" not in front + footer
    assert "Gewijzigde gegevens" not in front


# Most in the shortest: one of the longest takes as long as eight there.
_EDITS = {
    "verkruisen": 120,
    "borger-odoorn": 30,
    "cvo-baarn-soest": 20,
    "lucas-onderwijs": 15,
    "oponoa": 15,
}


@pytest.mark.drawn
@pytest.mark.parametrize("slug", seeds.SLUGS)
def test_edits_of_every_kind_come_back_and_go(slug: str) -> None:
    """200 seeded edits over the five protocols in ``make deep``, several in each."""
    old = seeds.protocol(slug)
    for seed in drawn(range(_EDITS[slug])):
        assert_proved(old, roughly_edited(old, seed * 7 + len(slug)))


@given(protocols(), protocols())
@examples(60)
def test_any_two_protocols(old: Protocol, new: Protocol) -> None:
    assert_sound(redline(old, new))


# --- what goes wrong elsewhere ----------------------------------------------------------------

ITEMS = [
    f"{{#lid-{at}}}\n{at}. Lid {word}.\n" for at, word in enumerate(("een", "twee", "drie"), 1)
]


@pytest.mark.parametrize("gone", range(3))
@pytest.mark.parametrize("is_added", [False, True], ids=["removed", "added"])
def test_no_empty_paragraph_is_left(gone: int, is_added: bool) -> None:
    """Also for the last one, after which there is nothing to run on into."""
    pair = [protocol("\n".join(ITEMS)), protocol("\n".join(ITEMS[:gone] + ITEMS[gone + 1 :]))]
    file = assert_proved(*(reversed(pair) if is_added else pair))
    accepted = text_of(file)
    settle(accepted.body, Choice.ACCEPT)
    assert all("".join(one.itertext()) for one in accepted.body.iter(f"{{{MAIN}}}p"))


def test_a_paragraph_before_and_after_a_table() -> None:
    table = "{#t}\n| A | B |\n|---|---|\n| een | twee |\n"
    assert_proved(protocol(f"{ITEMS[0]}\n{table}"), protocol(table))
    assert_proved(protocol(table), protocol(f"{ITEMS[0]}\n{table}\n{ITEMS[1]}"))


def test_rows_columns_and_cells() -> None:
    def table(*rows: str) -> Protocol:
        columns = rows[0].count("|") - 1
        return protocol("{#t}\n" + "\n".join([rows[0], "|" + "---|" * columns, *rows[1:]]) + "\n")

    old = table("| Dag | Tijd |", "| ma | 8 uur |", "| di | 9 uur |", "| wo | 10 uur |")
    for new in (
        table("| Dag | Tijd |", "| ma | 8 uur |", "| wo | 10 uur |"),
        table(
            "| Dag | Tijd |",
            "| zo | dicht |",
            "| ma | 8 uur |",
            "| di | 9 uur |",
            "| wo | 10 uur |",
        ),
        table(
            "| Dag | Tijd | Wie |",
            "| ma | 8 uur | A |",
            "| di | 9 uur | B |",
            "| wo | 10 uur | C |",
        ),
        table("| Tijd |", "| 8 uur |", "| 9 uur |", "| 10 uur |"),
        table("| Dag | Uur |", "| ma | half 9 |", "| di | 9 uur |", "| wo | 10 uur |"),
    ):
        file = assert_proved(old, new)
        body = part(file, "document.xml")
        assert body.xpath("//w:trPr/w:ins|//w:trPr/w:del", namespaces=NS) or marked(
            file, "ins", "del"
        )


def test_what_went_after_a_table_can_be_read() -> None:
    """Only the white space after the table stays there, and the words may not be as small."""
    table = "{#t}\n| A | B |\n|---|---|\n| een | twee |\n"
    file = assert_proved(protocol(f"{table}\n{ITEMS[0]}"), protocol(table))
    last = part(file, "document.xml").xpath("//w:del[.//w:delText]", namespaces=NS)[-1]
    assert last.xpath("../w:pPr/w:pStyle/@w:val", namespaces=NS) == ["AfterTable"]
    assert last.xpath("w:r/w:rPr/w:sz", namespaces=NS)


def test_a_table_that_is_set_smaller_now() -> None:
    long = "aansprakelijkheidsverzekering"
    heads = [f"| {' | '.join([long] * count)} |\n|{'---|' * count}\n" for count in (2, 6)]
    rows = [f"| {' | '.join(['x'] * count)} |\n" for count in (2, 6)]
    narrow, wide = (protocol(f"{{#t}}\n{head}{row}") for head, row in zip(heads, rows, strict=True))
    assert "Small" in etree.tostring(text_of(written(wide)).body).decode()
    assert "Small" not in etree.tostring(text_of(written(narrow)).body).decode()
    assert_proved(narrow, wide)
    assert_proved(wide, narrow)


def test_notes_at_the_edge_of_an_edit() -> None:
    note = "\n[^1]: De noot.\n"
    texts = ("{#a}\n1. Het hek[^1] sluit.\n", "{#a}\n1. Het grote hek[^1] gaat dicht.\n")
    assert_proved(protocol(texts[0] + note), protocol(texts[1] + note))
    ends = ("{#a}\n1. Het hek sluit.[^1]\n", "{#a}\n1. Het hek sluit.\n\n{#b}\n2. Altijd.[^1]\n")
    assert_proved(protocol(ends[0] + note), protocol(ends[1] + note))
    assert_proved(protocol(ends[1] + note), protocol("{#a}\n1. Het hek sluit.\n"))


def test_a_note_that_is_called_elsewhere_first() -> None:
    """What was a call is a reference now, and the other way round."""
    note = "\n[^1]: De noot.\n"
    both = "{#a}\n1. Een hek.[^1]\n\n{#b}\n2. Nog een.[^1]\n"
    assert_proved(protocol(both + note), protocol(both.replace("hek.[^1]", "hek.") + note))


_THREE = (
    "{#a1}\n1. Telefoons in de kluis.[^1]\n\n{#a2}\n2. Ouders wachten buiten.[^2]\n\n"
    "{#a3}\n3. De mentor belt.[^3]\n\n[^1]: Ook een horloge.\n\n[^2]: Ook oppassen.\n\n"
    "[^3]: Of per mail.\n"
)
_WITHOUT_ONE = _THREE.replace("kluis.[^1]", "kluis.").replace("[^1]: Ook een horloge.\n\n", "")


@pytest.mark.parametrize(
    ("new", "words"),
    [
        (_WITHOUT_ONE, ["Ook", "een", "horloge"]),
        (
            _WITHOUT_ONE.replace("[^2]", "[^1]").replace("[^3]", "[^2]"),
            ["Ook", "een", "horloge"],
        ),
        (_THREE.replace("[^2]", "[^ster]"), ["ster", "ster"]),
        (_THREE.replace("[^3]", "[^9]"), []),
    ],
    ids=["a gap", "counted on", "a name", "another number"],
)
def test_a_note_with_another_label_is_the_same_note(new: str, words: list[str]) -> None:
    """A note whose words stayed is not marked, however the notes are numbered now."""
    for pair in ((_THREE, new), (new, _THREE)):
        file = assert_proved(*map(protocol, pair))
        assert marked(file, "ins", "del") == words


@pytest.mark.parametrize("new", [_WITHOUT_ONE, _THREE.replace("[^2]", "[^ster]")])
def test_notes_with_another_label_come_back(new: str, tmp_path: Path) -> None:
    path = tmp_path / "wijzigingen.docx"
    path.write_bytes(redline(protocol(_THREE), protocol(new)))
    found = import_opened(open_file(path)).protocol
    assert protocol_tokens(found) == protocol_tokens(protocol(new))
    assert [note.label for note in called_notes(found)] == [
        note.label for note in called_notes(protocol(new))
    ]


def test_notes_stand_in_the_order_of_their_calls() -> None:
    """LibreOffice finds a note by how far its id is from that of the first call."""
    file = redline(protocol(_THREE), protocol(_WITHOUT_ONE))
    ids = part(file, "document.xml").xpath("//w:footnoteReference/@w:id", namespaces=NS)
    notes = part(file, "footnotes.xml").xpath("//w:footnote[not(@w:type)]/@w:id", namespaces=NS)
    assert notes == ids == ["1", "2", "3"]


_GRID = "{#t}\n| Dag | Tijd |\n|---|---|\n| maandag | acht uur |\n"


_THREE_CLAUSES = (
    "{#a1}\n1. De conciërge opent het hek om acht uur.\n",
    "{#a2}\n2. Ouders wachten buiten het hek van de school.\n",
    "{#a3}\n3. De mentor belt de ouders thuis op.\n",
)
_in_each_order = pytest.mark.parametrize(
    "order",
    few([(3, 1, 2, 0), (1, 2, 0, 3), (0, 3, 1, 2), (1, 2, 3, 0), (3, 2, 1, 0), (2, 0, 3, 1)], 2),
)


def _with_a_table(order: tuple[int, ...]) -> Protocol:
    return protocol("\n".join([*_THREE_CLAUSES, _GRID][at] for at in order))


@_in_each_order
def test_what_moved_away_where_a_table_comes(order: tuple[int, ...]) -> None:
    """A table that is new, or goes, beside places of moves."""
    old, new = protocol("\n".join(_THREE_CLAUSES)), _with_a_table(order)
    assert_proved(old, new)
    assert_proved(new, old)


@_in_each_order
@pytest.mark.parametrize("stood", range(4))
def test_what_moved_away_where_a_table_moves(order: tuple[int, ...], stood: int) -> None:
    stood_there = [*_THREE_CLAUSES]
    stood_there.insert(stood, _GRID)
    assert_proved(protocol("\n".join(stood_there)), _with_a_table(order))


def test_what_cannot_be_proved_as_a_move_went_and_came(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(tracked._NAMES, State.AWAY, "moveTo")
    file = redline(OLD, NEW)
    assert not part(file, "document.xml").xpath("//w:moveFrom|//w:moveTo", namespaces=NS)
    assert len(part(file, "comments.xml")) == 2


def test_the_labels_of_both_versions_are_tracked() -> None:
    """Accepted, the margin says how the new version is cited; rejected, how the old one was."""
    file = redline(OLD, NEW)
    for choice, version in ((Choice.ACCEPT, NEW), (Choice.REJECT, OLD)):
        settled = text_of(file)
        settle(settled.body, choice)
        labels, wanted = (_labels(body) for body in (settled.body, text_of(written(version)).body))
        assert labels == wanted
        assert len(labels) > 4


def test_two_labels_never_touch_and_never_push_the_words_away() -> None:
    """A space stands between them that no version has; without room, only the new one is read."""
    old = "## Gevolgen\n\n{#b1}\n- De mentor schrijft het op.\n\n{#b2}\n- De ouders lezen het.\n"
    new = old.replace("{#b1}", "{#b0}\n- De leerling tekent.\n\n{#b1}")
    file = assert_proved(protocol(old), protocol(new))
    assert _shown_labels(file) == [
        "Gevolgen, 1e punt",
        "Gevolgen, 1e punt 2e punt",
        "Gevolgen, 2e punt 3e punt",
    ]
    wide = new.replace("Gevolgen", "Maatregelen")
    file = assert_proved(protocol(old), protocol(wide))
    assert _shown_labels(file) == [f"Maatregelen, {at}e punt" for at in (1, 2, 3)]
    rejected = text_of(file)
    settle(rejected.body, Choice.REJECT)
    assert not rejected.body.xpath("//w:r/w:rPr/w:sz", namespaces=NS)


def _shown_labels(file: bytes) -> list[str]:
    """Return the labels as they are shown in a file with its changes, what went included."""
    look = f"w:rPr[w:rStyle/@w:val='{LABEL_STYLE}' and not(w:sz)]"
    found = []
    for one in text_of(file).body.iter(f"{{{MAIN}}}p"):
        texts = one.xpath(f".//w:r[{look}]/*[self::w:t or self::w:delText]", namespaces=NS)
        found.append("".join(text.text for text in texts).replace("\u200b", ""))
    return list(filter(None, found))


def _labels(body: Any) -> list[str]:
    """Return the labels in a text, each with the paragraph that it stands in."""
    found = []
    for one in body.iter(f"{{{MAIN}}}p"):
        runs = one.xpath(f".//w:r[w:rPr/w:rStyle/@w:val='{LABEL_STYLE}']", namespaces=NS)
        if said := "".join(text for run in runs for text in run.itertext()):
            stops = one.xpath("w:pPr/w:tabs/w:tab/@w:pos", namespaces=NS)
            found.append(f"{said} {stops}")
    return found


def test_a_label_above_a_table_comes_and_goes_with_it() -> None:
    table = "{#t}\n| A | B |\n|---|---|\n| een | twee |\n"
    for texts in (
        (ITEMS[0], f"{ITEMS[0]}\n{table}"),
        (f"{ITEMS[0]}\n{ITEMS[1]}", f"{ITEMS[0]}\n{ITEMS[2]}\n{table}\n{ITEMS[1]}"),
        (f"{table}\n{ITEMS[0]}", f"{ITEMS[0]}\n{table.replace('#t', '#u').replace('een', 'x')}"),
    ):
        pair = [protocol(text) for text in texts]
        assert_proved(*pair)
        assert_proved(*reversed(pair))


def test_paragraphs_are_split_and_joined() -> None:
    whole = "{#a}\n1. Een leerling meldt zich bij de mentor. De mentor belt de ouders thuis op.\n"
    parts = whole.replace("mentor. De", "mentor.\n\n   De")
    file = assert_proved(protocol(whole), protocol(parts))
    assert marked(file, "ins", "del") == []
    assert marked(assert_proved(protocol(parts), protocol(whole)), "ins", "del") == []


def test_what_a_split_clause_begins_with_may_answer_a_point_of_a_new_one() -> None:
    """The old place then has a name of its own: none of the new version stands twice."""
    last = (
        "Een besluit die een gesprek regelt, meldt dat bij de besluit. Als een leerling zonder "
        "mentor komt, regelt de fiets dat (zie de boetegids)."
    )
    old = protocol(
        "{#x}\n1. Wie fiets en wachtwoord verwart, noemt alsnog de klas. Wie week en telefoon "
        f"verwart, ziet alsnog de klas. {last}\n"
        "      - Niemand krijgt een verzuim zonder de rooster, tenzij de melding dat toestaat.\n"
    )
    new = protocol(
        "{#x}\n2. Een klas die een ziekte geeft, meldt dat bij de verzuim.\n"
        "   1. Niemand krijgt een ouder zonder de excursie, tenzij de mentor dat toestaat;\n"
        f"   2. Wie ouder en sleutel verwart, noemt alsnog de regel;\n3. {last}\n"
    )
    assert_proved(old, new)
    assert_proved(new, old)


def test_another_level_is_no_other_text() -> None:
    file = assert_proved(
        protocol("### Kop\n\nTekst.\n"), protocol("## Hoofd\n\n### Kop\n\nTekst.\n")
    )
    assert part(file, "document.xml").xpath("//w:pPrChange", namespaces=NS)
    assert marked(file, "ins", "del") == ["Hoofd"]


def test_emphasis_is_tracked_as_a_look() -> None:
    file = assert_proved(
        protocol("{#a}\n1. Altijd dicht.\n"), protocol("{#a}\n1. **Altijd** dicht.\n")
    )
    body = part(file, "document.xml")
    (change,) = body.xpath("//w:rPrChange", namespaces=NS)
    assert "".join(change.xpath("ancestor::w:r/w:t/text()", namespaces=NS)) == "Altijd"
    assert not change.xpath("w:rPr/w:b", namespaces=NS)
    assert marked(file, "ins", "del") == []


def test_words_that_lead_somewhere_in_one_version_look_so_in_that_one() -> None:
    with_goal = protocol("{#a}\n1. Zie [lid **2**](#b).\n\n{#b}\n2. Ouders wachten buiten.\n")
    without = protocol("{#a}\n1. Zie [lid **2**](#b).\n")
    for old, new in ((with_goal, without), (without, with_goal)):
        body = text_of(assert_proved(old, new)).body
        for choice, version in ((Choice.ACCEPT, new), (Choice.REJECT, old)):
            settled = deepcopy(body)
            settle(settled, choice)
            links = "//w:r[w:rPr/w:rStyle/@w:val='Hyperlink']/w:t/text()"
            wanted = text_of(written(version)).body.xpath(links, namespaces=NS)
            assert settled.xpath(links, namespaces=NS) == wanted
            assert wanted == (["lid ", "2"] if version is with_goal else [])


_POINTS = "{#b}\n2. De directeur wijst aan:\n\n   1. wie opent;\n   2. wie sluit.\n\n"
_TIMES = "{#c}\n3. Tijden:\n\n   | dag | tijd |\n   |---|---|\n   | ma | 8 |\n\n"
_FIRST, _LAST = "{#a}\n1. Eerst de jas.\n\n", "{#d}\n4. Dan de tas op de gang zetten.\n\n"


@pytest.mark.parametrize(
    "new",
    [
        _FIRST + _LAST,
        _LAST + _FIRST + _POINTS + _TIMES,
        _TIMES + _LAST + _FIRST + _POINTS,
        (_FIRST + _POINTS + _TIMES + _LAST).replace("jas.", "jas:").replace("aan:", "aan."),
        "",
    ],
)
def test_words_before_a_list_stay_on_its_page_in_the_version_that_has_it(new: str) -> None:
    old = _FIRST + _POINTS + _TIMES + _LAST
    for one, other in ((protocol(old), protocol(new)), (protocol(new), protocol(old))):
        body = text_of(assert_proved(one, other)).body
        for choice, version in ((Choice.ACCEPT, other), (Choice.REJECT, one)):
            settled = deepcopy(body)
            settle(settled, choice)
            kept = "//w:p[w:pPr/w:keepNext]"
            found, wanted = (
                ["".join(words.itertext()) for words in top.xpath(kept, namespaces=NS)]
                for top in (settled, text_of(written(version)).body)
            )
            assert found == wanted


def test_versions_that_say_the_same_have_no_marked_word() -> None:
    """Markup, white space, numbers, a status line and a space beside a sign, all at once."""
    old = (
        "{#s1}\n## 1 Hek\n\n{#a1}\n1. Het hek is *altijd* dicht.\n\n{#a2}\n2. Zie [lid 1](#a1).\n\n"
        "{#a3}\n3. Ouders/ verzorgers wachten buiten.\n\n{#slot}\nVersie 1.0\n"
    )
    new = old.replace("## 1", "## 4").replace("*altijd*", "**altijd**").replace("is *", "is\n*")
    new = new.replace("\n1. ", "\n7. ").replace("[lid 1]", "[lid 7]").replace("1.0", "1.1")
    pair = protocol(old), protocol(new)
    for versions in (pair, pair[::-1]):
        assert changes(*versions).counts.counted == 0
        assert marked(assert_proved(*versions), "ins", "del") == []
    spaced = protocol(old), protocol(new.replace("Ouders/ v", "Ouders/v"))
    assert changes(*spaced).counts.counted == 0
    assert_proved(*spaced)


@pytest.mark.parametrize(
    ("before", "after"),
    few(
        [
            ("Wetenschap , dat", "Wetenschap, dat"),
            ("artikel 1°.de", "artikel 1°. de"),
            ("twee  spaties", "twee spaties"),
            ("na 8\u00a0uur dicht", "na 8 uur dicht"),
            ("de reu\u0308nie", "de reünie"),
            ("zo\u00adals het was", "zoals het was"),
            ("wel/niet open", "wel / niet open"),
            ("een *hek , open* nu", "een *hek, open* nu"),
        ],
        slice(None, None, 3),
    ),
)
def test_another_spelling_of_the_same_words_comes_back(before: str, after: str) -> None:
    """Nothing of it counts, and turned down the file is the old one sign by sign."""
    table = "\n{#t}\n| Dag | Wat |\n|---|---|\n| maandag | %s |\n"
    text = "{#a}\n1. Over %s en nog meer.[^1]\n" + table + "\n[^1]: Ook %s.\n"
    pair = [protocol(text.replace("%s", words)) for words in (before, after)]
    for old, new in (pair, pair[::-1]):
        assert changes(old, new).counts.counted == 0
        file = assert_proved(old, new)
        for choice, version in ((Choice.ACCEPT, new), (Choice.REJECT, old)):
            settled, wanted = text_of(file), text_of(written(version))
            settle(settled.body, choice)
            settle(settled.notes, choice)
            for name in ("body", "notes"):
                assert _signs(getattr(settled, name)) == _signs(getattr(wanted, name))


def test_a_cover_has_no_place_to_sign_a_comparison() -> None:
    def said(file: bytes) -> str:
        return "".join(part(file, "document.xml").itertext())

    old, new = (protocol(f"{{#a}}\n1. Het hek is {word}.\n") for word in ("dicht", "open"))
    assert "Ondertekening" in said(written(new))
    assert "Ondertekening" not in said(redline(old, new))


def test_a_word_that_came_for_another_takes_no_room_from_the_other_columns() -> None:
    days = "Groep | Maandag | Dinsdag | Woensdag | Donderdag | Vrijdag | Toezichthouder"
    rows = "| groep | 8.15 | 8.15 | 8.15 | 8.15 | 8.15 | medewerkersoverleg |\n" * 2
    table = f"{{#t}}\n| {days} |\n|{'---|' * 7}\n{rows}"
    old, new = protocol(table), protocol(table.replace("medewerkersoverleg", "vergadering", 1))
    columns = "//w:tbl[last()]//w:gridCol/@w:w"
    shown, usual = (
        [int(str(one)) for one in part(file, "document.xml").xpath(columns, namespaces=NS)[-7:]]
        for file in (redline(old, new), written(new))
    )
    a_millimetre = 57
    assert shown == pytest.approx(usual, abs=a_millimetre)


def test_a_table_that_lies_on_its_side_does_so_with_its_changes() -> None:
    """Set for an upright page it is small, which it is in neither version."""
    heads = "Fase | Gedragsbeschrijving | Verantwoordelijke | Maatregel | Oudercontact | Bezwaar"
    cells = "1 | medeleerlingen bedreigen | schoolleiding | %s | telefonisch | schriftelijk"
    table = f"{{#t}}\n| {heads} |\n|{'---|' * 6}\n" + f"| {cells} |\n" * 2
    words = ("gesprek, nablijven, schorsing", "gesprek, nablijven, verwijderingsprocedure")
    text = "{#a}\n1. De school belt.\n\n%s\n{#b}\n2. Het hek is dicht.\n"
    old, new = (protocol(text % table.replace("%s", one)) for one in words)
    for pair in ((old, new), (new, old), (protocol(text % ""), new), (old, protocol(text % ""))):
        body = body_of(assert_proved(*pair))
        pages = body.findall(".//w:sectPr/w:pgSz", NS)
        assert [bool(page.get(f"{{{MAIN}}}orient")) for page in pages] == [False, True, False]


def _signs(text: Any) -> list[str]:
    paragraphs = text.iter(f"{{{MAIN}}}p")
    return ["".join(_sign(one) for one in found.iter(f"{{{MAIN}}}*")) for found in paragraphs]


def test_links_lead_where_they_led() -> None:
    old = protocol(
        "{#a}\n1. Zie [lid 2](#b) en [de site](https://example.org/a).\n\n{#b}\n2. Oud.\n"
    )
    new = protocol("{#a}\n1. Niets.\n")
    file = assert_proved(old, new)
    codes = part(file, "document.xml").xpath("//w:delInstrText/text()", namespaces=NS)
    assert 'HYPERLINK "https://example.org/a"' in [code.strip() for code in codes]
    assert 'HYPERLINK \\l "oud_b"' in [code.strip() for code in codes]
    names = part(file, "document.xml").xpath("//w:bookmarkStart/@w:name", namespaces=NS)
    assert "oud_b" in names


def test_facts_that_changed_are_told_and_never_called_no_changes() -> None:
    """The footer says of whom a text is and whether it holds; it is that of the new version."""
    other = protocol(
        "Tekst.\n", HEAD.replace("vastgesteld", "concept").replace("De Mus", "De Mees")
    )
    file = assert_proved(protocol("Tekst.\n"), other)
    front = "".join(part(file, "document.xml").itertext())
    assert "Geen woord van de tekst is veranderd." in front
    assert "Gewijzigde gegevens van het protocol" in front
    assert "eerst De Mus, nu De Mees." in front
    assert "vastgesteld" in front
    assert "De Mees" in "".join(part(file, "footer1.xml").itertext())
    assert not [*revisions(part(file, "footer1.xml"))]


@pytest.mark.parametrize("chapters", [1, 5])
def test_contents_have_the_pages_of_the_pdf_and_say_when_these_are_right(chapters: int) -> None:
    few, many = (
        protocol("".join(f"## Kop {at}\n\n{'Tekst. ' * 400}\n\n" for at in range(number)))
        for number in (6 - chapters, chapters)
    )
    numbers = redline_pages(changes(few, many), translator("nl"), WHO, project=None)
    file = word_redline(changes(few, many), translator("nl"), WHO, numbers=numbers)
    body = part(file, "document.xml")
    told = "De bladzijden in de inhoudsopgave kloppen als u alle wijzigingen toont"
    assert (told in "".join(body.itertext())) is (chapters == 5)
    lines = body.xpath("//w:p[starts-with(w:pPr/w:pStyle/@w:val, 'TOC')]", namespaces=NS)[1:]
    pages = [int(line.xpath("string((.//w:t)[last()])", namespaces=NS)) for line in lines]
    with pdfplumber.open(
        io.BytesIO(pdf_redline(changes(few, many), translator("nl"), WHO))
    ) as read:
        said = [page.extract_text() for page in read.pages]
    found = [
        max(at for at, text in enumerate(said, 1) if f"\nKop {chapter}" in text)
        for chapter in range(chapters)
    ]
    assert pages == (found if chapters == 5 else [])


def test_a_long_label_that_stays_is_framed_and_another_stands_above_its_clause() -> None:
    """Each is followed by what holds it: LibreOffice loses what is tracked in that."""
    heading = "## Wat doen we als er brand uitbreekt tijdens de les in het lokaal?\n\n"
    rules = [f"{{#a-{n}}}\n{n}. Bel dan meteen {n}12.\n\n" for n in range(1, 8)]
    old = protocol(heading + "".join(rules))
    new = protocol(heading + "".join(rules[:2] + rules[3:]).replace("612.", "612 en mij."))
    body = part(assert_proved(old, new), "document.xml")
    framed = body.xpath("//w:p[w:pPr/w:framePr]", namespaces=NS)
    above = body.xpath(
        f"//w:p[not(w:pPr/w:framePr)][w:r/w:rPr/w:rStyle/@w:val='{LABEL_STYLE}'"
        f" or w:del/w:r/w:rPr/w:rStyle/@w:val='{LABEL_STYLE}']",
        namespaces=NS,
    )
    assert (len(framed), len(above)) == (6, 1)
    assert not [*revisions(framed[-1])]
    for one in (*framed, *above):
        assert not one.getnext().xpath("w:r | w:ins | w:del", namespaces=NS)
    assert_proved(new, old)


def test_contents_without_pages_say_why() -> None:
    told = "De inhoudsopgave noemt geen bladzijden"
    few, many = (
        protocol("".join(f"## Kop {at}\n\nTekst {at}.\n\n" for at in range(number)))
        for number in (1, 5)
    )
    for new, is_told in ((many, True), (few, False)):
        said = "".join(part(redline(few, new), "document.xml").itertext())
        assert (told in said) is is_told


def test_who_and_when_stand_at_each_change() -> None:
    changed = part(redline(OLD, NEW), "document.xml")
    assert {mark.get(f"{{{MAIN}}}author") for mark in revisions(changed)} == {"De Mus"}
    assert {mark.get(f"{{{MAIN}}}date") for mark in revisions(changed)} == {"2026-03-04T00:00:00Z"}


def test_a_move_is_told_in_a_comment_at_both_places() -> None:
    comments = part(redline(OLD, NEW), "comments.xml")
    assert ["".join(one.itertext()) for one in comments] == [
        "Verplaatst: deze tekst stond eerst bij Artikel 3 Slot.",
        "Verplaatst: deze tekst staat nu bij Artikel 2 Slot.",
    ]


def test_the_same_versions_give_the_same_bytes() -> None:
    assert redline(OLD, NEW) == redline(OLD, NEW)


# --- the proof ---------------------------------------------------------------------------------


def test_contents_and_text_follow_what_is_said_of_the_changes() -> None:
    heads = "".join(f"{{#h{n}}}\n## {n} Kop\n\n{{#a{n}}}\n1. Regel {{}}.\n\n" for n in range(1, 8))
    made = redline(protocol(heads.replace("{}", "een")), protocol(heads.replace("{}", "x")))
    body = part(made, "document.xml")
    begun = body.xpath("//w:p[w:pPr/w:pageBreakBefore]", namespaces=NS)
    assert ["".join(one.itertext()) for one in begun] == ["Wat er is gewijzigd"]
    assert body.xpath("string(//w:body/w:sectPr/w:type/@w:val)", namespaces=NS) == "continuous"


def test_a_redline_that_fails_the_proof_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Tracker, "end", lambda *_: None)
    with pytest.raises(ProtocolkitError, match="redline-unproven") as raised:
        word_redline(changes(OLD, NEW), translator("nl"), WHO)
    (said,) = [words for name, words in raised.value.problem.values if name == "words"]
    assert said
    assert not set("()[]") & set(said)


def _drop(text: Text, query: str) -> None:
    for name in ("body", "notes"):
        for found in getattr(text, name).xpath(query, namespaces=NS):
            found.getparent().remove(found)


@pytest.mark.parametrize(
    ("fault", "choice"),
    [
        ("//w:ins[.//w:t]", Choice.ACCEPT),
        ("//w:del[.//w:delText]", Choice.REJECT),
        ("//w:pPr/w:rPr/w:ins", Choice.REJECT),
        ("//w:pPr/w:rPr/w:del", Choice.ACCEPT),
        ("//w:footnoteReference", Choice.ACCEPT),
        ("//w:p[w:pPr/w:pStyle/@w:val='Heading1'][1]/w:pPr/w:pStyle", Choice.ACCEPT),
        ("//w:bookmarkStart[@w:name='art_3']", Choice.ACCEPT),
        ("//w:footnote//w:ins", Choice.ACCEPT),
        ("//w:tr[last()]", Choice.REJECT),
        ("//w:del[.//w:delText[normalize-space()='uur']]//w:delText", Choice.REJECT),
        ("//w:keepNext", Choice.ACCEPT),
    ],
)
def test_the_proof_sees_what_is_wrong(fault: str, choice: Choice) -> None:
    text = text_of(redline(OLD, NEW))
    wanted = text_of(written(NEW if choice is Choice.ACCEPT else OLD))
    assert differing(text, wanted, choice) is None
    broken = Text(deepcopy(text.body), deepcopy(text.notes))
    _drop(broken, fault)
    assert differing(broken, wanted, choice) is not None


def test_a_redline_that_comes_back_is_the_new_version(tmp_path: Path) -> None:
    """What was deleted and the page that says what changed are no text; what came is."""
    path = tmp_path / "wijzigingen.docx"
    path.write_bytes(redline(OLD, NEW))
    found = import_opened(open_file(path)).protocol
    assert protocol_tokens(found) == protocol_tokens(NEW)
    assert [one.anchor for one in clauses(found)] == [one.anchor for one in clauses(NEW)]


# --- other judges ------------------------------------------------------------------------------


def _words(file: bytes) -> tuple[str, ...]:
    """Return the words of a settled text without its notes; a supplied title is none of it."""
    lines = []
    for one in without_labels(text_of(file).body).iter(f"{{{MAIN}}}p"):
        if not one.xpath("w:pPr/w:pStyle[@w:val='SuppliedTitle']", namespaces=NS):
            runs = one.xpath(
                ".//w:r[not(w:rPr/w:rStyle/@w:val='FootnoteReference')]", namespaces=NS
            )
            lines.append("".join(_sign(piece) for run in runs for piece in run))
    return tokens("\n".join(lines))


def _sign(piece: Any) -> str:
    name = etree.QName(piece).localname
    return {"t": piece.text or "", "tab": "\t", "br": "\n"}.get(name, "")


def _settled_by_another(file: bytes, choice: Choice) -> bytes:
    """Let docx-plus settle the runs of body and tables; it knows no notes and joins no lines."""
    document = docx.Document(io.BytesIO(file))
    (accept_all_revisions if choice is Choice.ACCEPT else reject_all_revisions)(document)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


@pytest.mark.drawn
@pytest.mark.parametrize("seed", drawn(range(12)))
def test_another_library_finds_the_words_of_both_versions(seed: int) -> None:
    old = seeds.protocol(seeds.SLUGS[seed % len(seeds.SLUGS)])
    new = roughly_edited(old, seed)
    file = redline(old, new)
    for choice, version in ((Choice.ACCEPT, new), (Choice.REJECT, old)):
        notes = [word for note in called_notes(version) for word in tokens(clause_text(note))]
        assert (*_words(_settled_by_another(file, choice)), *notes) == protocol_tokens(version)


def test_the_files_are_valid(tmp_path: Path, valid_word: IsValidWord) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(redline(OLD, NEW))
    valid_word(path)
    for seed in (3, 11, 19, 28):
        old = seeds.protocol(seeds.SLUGS[seed % len(seeds.SLUGS)])
        path.write_bytes(redline(old, roughly_edited(old, seed, 9)))
        valid_word(path)
