"""A page of the website that was copied into a file: only what somebody changed is told."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Paper

from copied_word import ASKED, pasted_word
from protocolkit.base.location import Location
from protocolkit.base.messages import translator
from protocolkit.base.resources import template_text
from protocolkit.document.cover import make_cover
from protocolkit.reading.reader import read_protocol_text
from protocolkit.review.remarks import Review
from protocolkit.review.text_review import ReturnedText
from protocolkit.review.website_page import WebsitePage
from protocolkit.review.word_review import ReturnedWord
from protocolkit.site.engine.title_block import make_closing_block, make_title_block

_TEXT = f"""---
protocol:
  title: Uitjes en reizen
  organisation: {{name: De Linde, kind: bestuur, sector: po}}
  status: voorgelegd
  approvals:
{ASKED.format(section="ouders")}---

# Uitjes en reizen

{{#inleiding}}
## Inleiding

{{#i1}}
Dit protocol zegt hoe de school een uitje voorbereidt en wie er meegaat met de groep.[^1]

{{#h-1}}
## 1 Begeleiding

{{#a1}}
1. De leerkracht maakt uiterlijk vier weken van tevoren een plan voor de directeur.

{{#a2}}
2. In het plan staat in ieder geval:

   {{style=lower-alpha}}
   1. waar de groep heen gaat en hoe;
   2. wie er meegaan als begeleider.

{{#a3}}
3. Ouders die rijden, hebben een verzekering voor inzittenden.[^rij]

{{#t1}}
| Groep | Kinderen per begeleider |
|---|---|
| 1 en 2 | 4 |
| 3 tot en met 8 | 6 |

[^1]: Ook een les in het bos is een uitje.

[^rij]: De school vraagt hiervan elk jaar een kopie.
"""
PROTOCOL = read_protocol_text(_TEXT, subject="uitjes", slug="de-linde").protocol
_TELL = translator("nl")
_COVER = make_cover(PROTOCOL, _TELL, "nl")
# A browser's text of the page, as tests/browser has it: each number and cell on its own line.
_BODY = """Uitjes en reizen
Inleiding
Dit protocol zegt hoe de school een uitje voorbereidt en wie er meegaat met de groep.[1]

1 Begeleiding
1.
De leerkracht maakt uiterlijk vier weken van tevoren een plan voor de directeur.

2.
In het plan staat in ieder geval:

a.
waar de groep heen gaat en hoe;

b.
wie er meegaan als begeleider.

3.
Ouders die rijden, hebben een verzekering voor inzittenden.[rij]

Groep

Kinderen per begeleider

1 en 2

4

3 tot en met 8

6

[1]
Ook een les in het bos is een uitje.

[rij]
De school vraagt hiervan elk jaar een kopie."""
_MENU = "Naar de tekst\n\nDe Linde\nZoeken\nBegin\nUitjes\n\nBegin\nUitjes\nDe Linde"
_FOOT = """Vorige
De Beuk
Link naar deze pagina kopiëren

Elke tekst is van het bestuur of de school die erboven staat. Daar ligt ook de officiële versie.

Geldt mijn tekst nog? · Over deze website · Toegankelijkheid · Privacy

Op deze pagina

Inleiding
1 Begeleiding"""


def _main() -> str:
    placed = replace(PROTOCOL, location=Location("protocols/uitjes/de-linde.md"))
    above = make_title_block(placed, _COVER, _TELL).astext()
    return f"{above}\n{_BODY}\n\n{make_closing_block(_COVER).astext()}"


_WHOLE = {"text": _BODY, "main": _main(), "page": f"{_MENU}\n{_main()}\n{_FOOT}"}


def _in_word(text: str) -> Review:
    return ReturnedWord(pasted_word(text.split("\n")), Path("kopie.docx")).review(PROTOCOL)


def _in_text_file(text: str) -> Review:
    return ReturnedText(text, "kopie.txt").review(PROTOCOL)


_READ = pytest.mark.parametrize("read", [_in_word, _in_text_file])


def _told(found: Review) -> list[tuple[str, str, str]]:
    assert found.remarks == ()
    return [(one.anchor, one.old, one.new) for one in found.changes]


@_READ
@pytest.mark.parametrize("copied", _WHOLE)
def test_a_page_that_nobody_changed_has_no_change(
    read: Callable[[str], Review], copied: str
) -> None:
    assert _told(read(_WHOLE[copied])) == []


@_READ
@pytest.mark.parametrize(
    ("edit", "anchor"),
    [
        (("een plan voor", "een voorstel voor"), "a1"),
        (("wie er meegaan", "wie er meedoen"), "a2"),
        (("verzekering voor inz", "polis voor inz"), "a3"),
        (("3 tot en met 8", "3 tot en met 7"), "t1"),
        (("een les in het bos", "een les in het park"), "noot-1"),
        (("jaar een kopie", "jaar een foto"), "noot-rij"),
    ],
)
def test_of_a_page_only_what_somebody_changed_is_told(
    read: Callable[[str], Review], edit: tuple[str, str], anchor: str
) -> None:
    [(found, old, new)] = _told(read(_WHOLE["page"].replace(*edit)))
    assert (found, new) == (anchor, old.replace(*edit))


def test_what_is_said_of_another_version_is_no_text() -> None:
    said = "Er is ook versie '2024'. Lees de tekst die geldt · Alle versies, en wat er veranderde"
    assert _told(_in_word(_WHOLE["main"].replace("Sector", f"{said}\n\nSector"))) == []


def test_a_chapter_of_a_page_in_a_text_file_is_a_copy() -> None:
    chapter = _BODY[_BODY.index("1 Begeleiding") : _BODY.index("\n[1]\n")]
    assert _told(_in_text_file(chapter)) == []
    [(anchor, _, _)] = _told(_in_text_file(chapter.replace("vier weken", "zes weken")))
    assert anchor == "a1"


def test_a_sentence_that_somebody_wrote_in_the_menu_is_told() -> None:
    said = "Wij stemmen hier niet mee in."
    for place in ("Naar de tekst", "Begin\nUitjes\nDe Linde"):
        [(_, _, new)] = _told(_in_word(_WHOLE["page"].replace(place, f"{place}\n{said}")))
        assert new == said


def test_a_mark_between_brackets_of_the_text_itself_stays() -> None:
    own = read_protocol_text(
        _TEXT.replace("de groep.[^1]", "de groep [1].[^1]"), subject="uitjes", slug="de-linde"
    ).protocol
    body = _BODY.replace("de groep.[1]", "de groep [2].").replace("[1]\n", "")
    [one] = ReturnedText(body, "kopie.txt").review(own).changes
    assert (one.anchor, "[1]" in one.old, "[2]" in one.new) == ("i1", True, True)


def test_the_table_of_a_page_in_word_is_the_table_of_the_text() -> None:
    document = Document()
    before, behind = _BODY.split("\nGroep\n")
    for line in before.split("\n"):
        document.add_paragraph(line)
    rows = ["Groep", "Kinderen per begeleider", "1 en 2", "5", "3 tot en met 8", "6"]
    table = document.add_table(3, 2)
    for at, words in enumerate(rows):
        table.cell(at // 2, at % 2).text = words
    for line in behind.split("\n6\n")[1].split("\n"):
        document.add_paragraph(line)
    made = Path("kopie.docx")
    [(anchor, _, new)] = _told(ReturnedWord(_saved(document), made).review(PROTOCOL))
    assert (anchor, new.split("\n")) == ("t1", rows)


def _saved(document: Paper) -> bytes:
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


@pytest.mark.parametrize("pages", ["1 / 2", "7 / 9"])
def test_the_numbers_of_printed_pages_are_no_words(pages: str) -> None:
    begin, total = map(int, pages.split(" / "))
    head, tail = _main().split("3.\n")
    assert _told(_in_word(f"{head}{pages}\n3.\n{tail}\n{begin + 1} / {total}")) == []


def test_what_stands_below_every_page_is_known() -> None:
    page = WebsitePage.of((PROTOCOL,))
    foot = template_text("html/theme/page.html")[1].split("<footer>")[1]
    lines = [re.findall(r't\("([^"]+)"\)', line) for line in foot.split("</footer>")[0].split("\n")]
    said = [" · ".join(map(_TELL, one)) for one in lines if one and one != ["Previous"]]
    others = ("Previous", "Next")
    known = [line for line in said if line not in map(_TELL, others)]
    assert len(known) > 3
    for line in known:
        assert page.around([line]), line
