"""The places that a text leaves open are found, cited and counted on the cover, and come back."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import docx
import pytest

from protocolkit.base.messages import translator
from protocolkit.checking.placeholders import PLACEHOLDER
from protocolkit.document.cover import make_cover
from protocolkit.document.facts import Acceptance, Facts, Organisation, Status
from protocolkit.document.model import Protocol
from protocolkit.document.open_places import (
    PLACEHOLDER_CODE,
    blank_words,
    open_places,
    split_at_blanks,
)
from protocolkit.document.outline import protocol_tokens
from protocolkit.importing.extract.pdf.extract import extract_pdf
from protocolkit.importing.extract.word.extract import extract_word
from protocolkit.importing.importer import import_source
from protocolkit.importing.structure.found_facts import Wishes
from protocolkit.paper.docx import write_docx
from protocolkit.paper.pdf import write_pdf
from protocolkit.reading.reader import read_protocol_text

_DUTCH = translator("nl")
_TEXT = """\
# Protocol bellen

{#hs-1}
## 1 Melden

{#art-1}
1. Meld het bij [naam school] binnen [aantal] dagen.

{#art-2}
2. Alles is ingevuld.

{#art-3}
3. Bel het meldpunt: ......
"""


def _protocol(status: Status = Status.CONCEPT, **facts: object) -> Protocol:
    read = read_protocol_text(_TEXT).protocol
    made = Facts(organisation=Organisation(name="De Brug"), status=status, **facts)  # type: ignore[arg-type]
    return replace(read, facts=made)


def test_each_blank_is_cited() -> None:
    assert [(place.label, place.words) for place in open_places(_protocol())] == [
        ("1.1", "[naam school]"),
        ("1.1", "[aantal]"),
        ("1.3", "......"),
    ]


def test_what_was_accepted_is_not_open() -> None:
    accepted = (Acceptance(code="placeholder", reason="zo", anchor="art-3"),)
    assert len(open_places(_protocol(accepted=accepted))) == 2


def test_the_check_has_the_name_under_which_a_blank_is_accepted() -> None:
    assert PLACEHOLDER.name == PLACEHOLDER_CODE


@pytest.mark.parametrize(
    "text", ["", "[naam]", "Bel [naam] of [datum].", "niets open", "[naam][jaar]"]
)
def test_the_pieces_are_the_text(text: str) -> None:
    pieces = list(split_at_blanks(text))
    assert "".join(piece for piece, _ in pieces) == text
    assert sum(is_open for _, is_open in pieces) == text.count("[")


def test_the_cover_of_a_text_on_its_way_counts_them() -> None:
    cover = make_cover(_protocol(), _DUTCH)
    assert cover.open_places == "Nog 3 plaatsen open: 1.1 (2×), 1.3."
    assert make_cover(_protocol(Status.ADOPTED), _DUTCH).open_places == ""


def test_many_are_summed_up() -> None:
    def said(count: int) -> str:
        each = "Meld het bij [naam] op [datum]."
        clauses = "\n".join(f"{{#art-{n}}}\n{n}. {each}\n" for n in range(1, count + 1))
        read = read_protocol_text(f"# Bellen\n\n{clauses}").protocol
        return make_cover(replace(read, facts=_protocol().facts), _DUTCH).open_places

    assert said(48).startswith("Nog 96 plaatsen open: Aanhef 1 (2×), ")
    assert said(48).endswith("Aanhef 30 (2×), en nog 36 in 18 bepalingen.")
    assert said(32).endswith("Aanhef 30 (2×), en nog 4 in 2 bepalingen.")
    assert said(31).endswith("Aanhef 30 (2×), Aanhef 31 (2×).")


def test_they_are_marked_in_word_and_nowhere_once_adopted() -> None:
    def marked(protocol: Protocol) -> list[str]:
        file = write_docx(protocol, make_cover(protocol, _DUTCH), _DUTCH)
        runs = (run for p in docx.Document(io.BytesIO(file)).paragraphs for run in p.runs)
        return [run.text for run in runs if run.style.style_id == "OpenPlace"]

    assert marked(_protocol()) == ["[naam school]", "[aantal]", "......"]
    assert marked(_protocol(Status.IN_FORCE)) == []


def test_marks_change_no_word_and_come_back() -> None:
    protocol = _protocol()
    cover = make_cover(protocol, _DUTCH)
    word = write_docx(protocol, cover, _DUTCH)
    assert zipfile.is_zipfile(io.BytesIO(word))
    for source in (extract_word(word), extract_pdf(write_pdf(protocol, cover, _DUTCH))):
        found = import_source(source, Wishes(takes_record=True))
        assert found.is_recorded
        assert protocol_tokens(found.protocol) == protocol_tokens(protocol)


@pytest.mark.parametrize(
    "words",
    [
        *("[dagen]", "[tijd]", "[wie]", "[maand]", "[groep]", "[Dagen]", "[DAGEN EN TIJDEN]"),
        *("[3 dagen]", "[wie is bereikbaar?]", "[indien van toepassing]", "[de bijlage]"),
    ],
)
def test_words_alone_between_brackets_are_a_blank(words: str) -> None:
    assert blank_words(f"De inloop is op {words}, voor ieder.") == [words]


@pytest.mark.parametrize(
    "text",
    [
        *("Zij schreven: “Wij […] gaan.”", "Een fout [sic] blijft.", "Bel [naam verwijderd]."),
        *("Zie [bijlage 2].", "Zie [artikel 5, tweede lid].", "De norm [zie hoofdstuk 3] geldt."),
        *("Dat is zo [1].", "Dat is zo [Jansen 2019].", "Dat is zo [iv].", "De leerling[en] komt."),
        *("De [mede]werker komt.", "De code AVG [AVG].", "[Vervallen]", "Kies [x] ja of [ ] nee."),
        *("Dit is zo [nadruk toegevoegd].", "De school [hierna: de school].", "[www.brug.nl]"),
        *(
            "Wij weten het … dus niet.",
            "De brief van … Jansen",
            "Dat zijn … en dat blijven regels.",
        ),
    ],
)
def test_a_note_a_citation_and_a_remark_are_no_blank(text: str) -> None:
    assert blank_words(text) == []


def test_dots_before_what_is_counted_are_a_blank() -> None:
    text = "Meld het voor … uur, binnen ... dagen en voor € … per keer."
    assert blank_words(text) == ["…", "...", "…"]
    text = "De school heeft … rookmelders, telt ... lokalen en sluit uiterlijk …."
    assert blank_words(text) == ["…", "...", "…"]


@pytest.mark.parametrize(
    "text",
    [
        *("Dit geldt van … tot 1 mei.", "Kom tussen … en drie uur.", "Een bedrag van … per kind."),
        *("Het team bestaat uit ... leden.", "Dit geldt in het schooljaar ….", "Dit telt tot …."),
        *("Wij hebben … ontruimingsplannen.", "Er is een per … leerlingen.", "Bel op … mei."),
    ],
)
def test_dots_where_only_a_number_or_a_day_can_stand_are_a_blank(text: str) -> None:
    assert len(blank_words(text)) == 1


def test_a_blank_in_the_title_is_open_too() -> None:
    read = read_protocol_text("# Protocol [onderwerp]\n\n{#a}\n1. Ieder komt.\n").protocol
    assert [place.label for place in open_places(read)] == ["Protocol [onderwerp]"]
