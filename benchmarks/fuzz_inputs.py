"""Inputs that nobody wrote: real texts, changed at random by what has broken readers before."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from random import Random

import docx
from lxml import etree

from import_quality import own_word
from protocolkit.reading.reader import read_protocol_text

ROOT = Path(__file__).parents[1]
_SUBJECT = ROOT / "protocols" / "sociale-media"
_SIGNS = [
    *"\\ ` * _ { } [ ] ( ) < > # + - . ! | ~ ^ $ % & ; : = \" ' ’ ‘ „ “ ” @ / • – — …".split(),
    *"§ ° ² ½ ١ ß 漢 א 🚲".split(),
    *("\u00a0", "\u00ad", "\u200b", "\u2028", "\ufeff", "\u0301", "\u202e", "\x07", "\0", "\ud7ff"),
    *("\t", "\f", " ", "\n", "\n\n", "\r\n", "    ", "\U0001f468\u200d\U0001f469"),
]
_PIECES = (
    "{#a} {#art-1 .regel} [^1] [^1]: **vet** *schuin* [x](https://x.nl) ![x](y.png) <b> </b>"
    " <!-- --> {{x}} {%x%} ``` --- *** === | a | b | |---|---| 1. 12) a. iv. (b) A.2"
    " Artikel 5 lid 2 §3 - •"
    " &amp; &#0; &#x110000; &nbsp; http://x.nl/a(b) www.x.nl 1-1-2026 31-02-2019 2019-05"
    " 06-12345678 0900-1113111 pagina 1 van 3 ............ ____________ 99999999999999999999 0x1F"
    " 1e999 NaN"
    " null true !!python/object:os.system *anker &anker << <<: >- |2 ? :"
).split(" ")
# Numbers that libraries count with: in attributes, counts and sizes.
NUMBERS = [
    *"0 -1 1 2 9 100 300000000 4294967296 -2147483648 99999999999999999999 1e309 nan ² ١".split(),
    *("0x10", "1.5", "auto", "none", "true", "", " ", "9" * 5_000),
]
# Longer inputs are for benchmarks of time.
_LONGEST = 8_000
_FRONT = "---\nprotocol:\n  organisation: {{name: Stichting De Brug}}\n---\n\n# Protocol\n\n{}"


@cache
def _lines(kind: str) -> tuple[str, ...]:
    paths = {
        "md": sorted(_SUBJECT.glob("*.md")),
        "txt": sorted((ROOT / "tests" / "cases" / "importing").glob("*.txt")),
        "topics": [_SUBJECT / "topics.yml"],
        "ledger": sorted((_SUBJECT / "bron").glob("*.ledger.yml")),
        "choices": [_SUBJECT / "voorbeeldprotocol.yml"],
    }[kind]
    return tuple(line for path in paths for line in path.read_text("utf-8").split("\n"))


def window(random: Random, kind: str, most: int = 14) -> str:
    """Return some lines in a row of our own files of a kind."""
    lines = _lines(kind)
    begin = random.randrange(len(lines))
    return "\n".join(lines[begin : begin + random.randint(1, most)])


def mutated(random: Random, text: str, pieces: Sequence[str] = ()) -> str:
    """Return a text with one to eight changes: signs, pieces, repeats, cuts, moves."""
    for _ in range(random.randint(1, 8)):
        place = random.randint(0, len(text))
        end = min(len(text), place + random.choice((1, 1, 3, 10, 60)))
        old = text[place:end]
        new = random.choice((_sign, _piece, _repeat, _twice, _nothing, _number, _given))(
            random, old, pieces
        )
        text = text[:place] + new + text[end if random.random() < 0.5 else place :]
    return text[:_LONGEST]


def _sign(random: Random, _old: str, _pieces: Sequence[str]) -> str:
    return "".join(random.choice(_SIGNS) for _ in range(random.randint(1, 3)))


def _piece(random: Random, _old: str, _pieces: Sequence[str]) -> str:
    return random.choice(_PIECES) + random.choice(("", " ", "\n"))


def _repeat(random: Random, old: str, _pieces: Sequence[str]) -> str:
    return (random.choice(_SIGNS) if random.random() < 0.7 else old) * random.choice(
        (2, 5, 40, 400)
    )


def _twice(_random: Random, old: str, _pieces: Sequence[str]) -> str:
    return old + old


def _nothing(_random: Random, _old: str, _pieces: Sequence[str]) -> str:
    return ""


def _number(random: Random, _old: str, _pieces: Sequence[str]) -> str:
    return random.choice(NUMBERS[:-1])


def _given(random: Random, old: str, pieces: Sequence[str]) -> str:
    return random.choice(pieces) if pieces else old


def signs(random: Random, most: int = 12) -> str:
    """Return words and the signs that Markdown gives a meaning, in one line."""
    words = ("de", "school", "1", "a", "i", "x", "Wbp", "foto's", "12", "niet")
    made = (
        random.choice(words) if random.random() < 0.4 else random.choice(_SIGNS[:39])
        for _ in range(random.randint(1, most))
    )
    return " ".join("".join(f"{one}{random.choice(('', '', ' '))}" for one in made).split())


def odd_text(random: Random) -> str:
    """Return a text of a school, changed."""
    return mutated(random, window(random, "txt"))


def markdown(random: Random) -> str:
    """Return a protocol in Markdown, changed."""
    body = "\n".join(window(random, "md", 5) for _ in range(random.randint(1, 2)))
    return mutated(random, _FRONT.format(body) if random.random() < 0.5 else body)


def front_matter(random: Random) -> str:
    """Return a protocol of which the head is changed."""
    head = random.choice([path.read_text("utf-8") for path in sorted(_SUBJECT.glob("*.md"))])
    head = head[: head.index("\n---", 4)]
    return f"{mutated(random, head)}\n---\n\n# T\n\nTekst.\n"


def yaml(random: Random, kind: str) -> str:
    """Return a file of ours in YAML, changed."""
    return mutated(random, window(random, kind, 16))


def answers(random: Random) -> str:
    """Return a file of answers, changed."""
    return mutated(
        random,
        "subject: sociale-media\norganisation:\n  name: De Brug\n  kind: school\n"
        "adopts: oponoa\nchoices:\n  opnames-maken: lucas-onderwijs\nvalues:\n  school: De Brug\n",
    )


def text(random: Random) -> bytes:
    """Return a text file of a school, changed, in some encoding."""
    made = mutated(random, window(random, "txt", 12))
    encoding = random.choice(("utf-8",) * 6 + ("utf-16", "cp1252", "utf-8-sig"))
    content = made.encode(encoding, "ignore")
    return flipped(random, content) if random.random() < 0.1 else content


_TAGS = (
    "<p> </p> <br> <ul> <ol> <ol start='{n}'> <li> <li value='{n}'> </ul> </ol> <table> <tr> <td> "
    "<td colspan='{n}'> <td rowspan='{n}'> </td> </tr> </table> <h1> </h1> <h3> <b> </b> <i> <del> "
    "</del> <ins> <sup> <a href='https://x.nl'> </a> <a href='javascript:x'> <div hidden> "
    "<div> </div> "
    "<span style='display:none'> <span style='font-size:{n}px'> <span style='color:#fff'> </span> "
    "<script> </script> <style> p{display:none} </style> <main> </main> <nav> <details> <summary> "
    "<img alt='een foto'> <ruby> <rt> <svg> <text> <template> <select> <option> <input value=x> "
    "<iframe> <!-- --> <![CDATA[ <?x?> <pre> </pre> <q> <sub> <math> <form> &#{n};"
).split(" ")


def html(random: Random) -> bytes:
    """Return a web page of a school, changed."""
    charset = random.choice(("utf-8", "utf-8", "utf-8", "punycode", "idna", "utf-7", "rot13", "x"))
    body = "".join(f"<p>{line}</p>\n" for line in window(random, "txt").split("\n"))
    table = "<table><tr><td>a<td>b</tr><tr><td>1<td>2</table><ol><li>een<ul><li>twee</ul></ol>"
    page = f"<!doctype html><meta charset={charset}><h1>Protocol</h1>{body}{table}"
    tags = [tag.replace("{n}", random.choice(NUMBERS)) for tag in _TAGS]
    for _ in range(random.randint(0, 6)):
        place = random.randint(0, len(page))
        page = page[:place] + random.choice(tags) * random.choice((1, 1, 1, 2, 50)) + page[place:]
    return mutated(random, page, tags).encode("utf-8", "ignore")


def flipped(random: Random, content: bytes) -> bytes:
    """Return bytes of which some are others, gone, or there twice."""
    changed = bytearray(content)
    for _ in range(random.randint(1, 6)):
        place = random.randrange(len(changed) or 1)
        way = random.randrange(4)
        if way == 0:
            changed[place : place + 1] = bytes([random.randrange(256)])
        elif way == 1:
            del changed[place : place + random.choice((1, 5, 100))]
        elif way == 2:
            changed[place:place] = changed[place : place + random.choice((1, 8, 200))]
        else:
            changed[place:place] = random.choice(NUMBERS).encode("utf-8")[:40]
    return bytes(changed)


# -- Word -----------------------------------------------------------------------------------


@cache
def _packages() -> tuple[dict[str, bytes], ...]:
    """Return the parts of two Word files: one as people make them, one of our own."""
    document = docx.Document()
    document.add_heading("Protocol bellen", 0)
    document.add_heading("1 Regels", 1)
    for style in ("List Number", "List Number 2", "List Bullet", "Normal"):
        run = document.add_paragraph("Bellen mag ", style=style).add_run("niet")
        run.bold = True
    table = document.add_table(2, 2)
    for cell in (cell for row in table.rows for cell in row.cells):
        cell.text = "1. Een regel."
    buffer = io.BytesIO()
    document.save(buffer)
    small = (
        "{#a}\n1. Een regel[^1].\n\n{#b}\n- een **punt**\n\n| a | b |\n|---|---|\n| c | d |\n"
        "\n[^1]: Een noot.\n"
    )
    own = own_word(read_protocol_text(_FRONT.format(small)).protocol)
    return tuple(_parts(content) for content in (buffer.getvalue(), own))


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: dict[str, bytes]) -> bytes:
    """Return a package of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


_WORD = (
    "vanish strike dstrike del ins moveFrom moveTo tbl tr tc p r t tab br sym fldChar instrText "
    "footnoteReference sdt sdtContent drawing altChunk bookmarkStart gridSpan vMerge numPr ilvl "
    "numId pStyle rStyle color sz shd lvlText start lvlRestart suff hyperlink noBreakHyphen"
).split()
_NAMES = "w:val w:char w:font w:id w:fill w:themeColor w:fldCharType w:type w:w w:left r:id".split()
_SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}


def word(random: Random) -> bytes:
    """Return a Word file of which the XML of some part is changed."""
    parts = dict(random.choice(_packages()))
    likely = [name for name in parts if name.startswith("word/") and name.endswith(".xml")]
    for _ in range(random.choice((1, 1, 2))):
        name = "word/document.xml" if random.random() < 0.6 else random.choice(likely)
        change: Callable[[Random, bytes], bytes] = _xml if random.random() < 0.9 else flipped
        parts[name] = change(random, parts[name])
    if random.random() < 0.05:
        return flipped(random, zipped(parts))
    return zipped(parts)


def _xml(random: Random, content: bytes) -> bytes:
    try:
        root = etree.fromstring(content)
    except etree.XMLSyntaxError:
        return flipped(random, content)
    for _ in range(random.randint(1, 8)):
        elements = [one for one in root.iter() if isinstance(one.tag, str)]
        random.choice((_set, _set, _drop, _copy, _wrap, _rename, _say))(random, elements)
    return bytes(etree.tostring(root))


def _name(random: Random) -> str:
    space, _, name = random.choice(_NAMES).partition(":")
    return f"{{{_SPACES[space]}}}{name}"


def _set(random: Random, elements: list[etree._Element]) -> None:
    element = random.choice(elements)
    name = random.choice([*element.attrib, _name(random)])
    element.set(name, random.choice(NUMBERS))


def _drop(random: Random, elements: list[etree._Element]) -> None:
    element = random.choice(elements)
    if (parent := element.getparent()) is not None:
        parent.remove(element)


def _copy(random: Random, elements: list[etree._Element]) -> None:
    element, target = random.choice(elements), random.choice(elements)
    if len(element) < 40:
        target.append(etree.fromstring(etree.tostring(element)))


def _wrap(random: Random, elements: list[etree._Element]) -> None:
    element = random.choice(elements)
    if (parent := element.getparent()) is None:
        return
    around = etree.Element(f"{{{_SPACES['w']}}}{random.choice(_WORD)}")
    parent.replace(element, around)
    around.append(element)


def _rename(random: Random, elements: list[etree._Element]) -> None:
    random.choice(elements).tag = f"{{{_SPACES['w']}}}{random.choice(_WORD)}"


def _say(random: Random, elements: list[etree._Element]) -> None:
    said = "".join(c for c in signs(random) if c.isprintable())
    random.choice(elements).text = said


def record(random: Random) -> bytes:
    """Return our own Word file with another record in it."""
    parts = dict(_packages()[1])
    name = "customXml/item1.xml"
    before, _, rest = parts[name].decode("utf-8").partition(">{")
    kept, _, after = rest.rpartition("}</")
    made = mutated(random, f"{{{kept}}}", ('"', ",", "null", "[]", "{}", '"type"', '"a":1'))
    safe = "".join(c for c in made if c.isprintable()).replace("&", "&amp;").replace("<", "&lt;")
    parts[name] = f"{before}>{safe}</{after}".encode("utf-8", "ignore")
    return zipped(parts)


# -- PDF ------------------------------------------------------------------------------------

_OPERATORS = (
    "3 Tr|0 Tr|1 g|0 g|1 1 1 rg|0 Tf|/F 11 Tf|/G 9 Tf|T*|0 -14 Td|(Een regel.) Tj|q|Q|BT|ET|n|W n|"
    "1 0 0 1 0 0 cm|0 1 -1 0 300 300 cm|60 500 300 300 re f|60 600 m 400 600 l S|/X Do|"
    "/Artifact BMC|EMC|/Span <</ActualText (iets anders)>> BDC|{n} Tz|{n} Tc|{n} w|{n} TL|{n} Ts|"
    "[(a) {n} (b)] TJ|<00410042> Tj|(\\377\\000\\222) Tj|BI /W 1 /H 1 /BPC 8 /CS /G ID x EI"
).split("|")
_PDF = """%PDF-1.7
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R
/Resources<</Font<</F 4 0 R>>>>/Annots[6 0 R]>>endobj
4 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 32/LastChar 126>>endobj
6 0 obj<</Type/Annot/Subtype/Link/Rect[70 700 200 720]/A<</S/URI/URI(https://x.nl)>>>>endobj
5 0 obj<</Length {length}>>stream
{drawn}
endstream endobj
trailer<</Root 1 0 R/Size 7>>
%%EOF
"""


def pdf(random: Random) -> bytes:
    """Return a PDF of a page on which what is drawn, or what a page is, is changed."""
    lines = [line.strip() for line in window(random, "txt", 8).split("\n") if line.strip()]
    said = [line.translate({40: "[", 41: "]", 92: "/"}) for line in lines]
    drawing = ["BT /F 11 Tf 70 760 Td 16 TL", *(f"({line}) Tj T*" for line in said), "ET"]
    for _ in range(random.randint(0, 6)):
        operator = random.choice(_OPERATORS).replace("{n}", random.choice(NUMBERS[:-1]))
        drawing.insert(random.randint(0, len(drawing)), operator)
    drawn = "\n".join(drawing)
    content = _PDF.format(drawn=drawn, length=len(drawn.encode("cp1252", "replace")))
    if random.random() < 0.3:
        old, new = random.choice(
            (
                ("/Kids[3 0 R]", "/Kids[2 0 R]"),
                ("/Kids[3 0 R]", "/Kids[3 0 R 3 0 R]"),
                ("/Parent 2 0 R", "/Parent 3 0 R"),
                ("[0 0 595 842]", f"[0 0 {random.choice(NUMBERS)[:12]} 842]"),
                ("[0 0 595 842]", "[595 842 0 0]/Rotate 90"),
                ("/Helvetica", "/Niets"),
                ("/Contents 5 0 R", "/Contents[5 0 R 5 0 R]"),
                ("/Contents 5 0 R", "/Contents 3 0 R"),
                ("/Count 1", f"/Count {random.choice(NUMBERS)[:12]}"),
            )
        )
        content = content.replace(old, new)
    found = content.encode("cp1252", "replace")
    return flipped(random, found) if random.random() < 0.3 else found
