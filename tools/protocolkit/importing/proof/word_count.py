"""The count of a Word file: every text node of each part that its text reaches."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocolkit.base.location import NOWHERE, Location
from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.text.extract import decode
from protocolkit.importing.extract.word.all_words import SAYING, local_name
from protocolkit.importing.extract.word.embedded import embedded_words
from protocolkit.importing.extract.word.package import CHUNK, MC, RECORD, WP, W, WordPackage
from protocolkit.importing.extract.word.symbols import shown_text, symbol
from protocolkit.importing.proof.counting import Held, letters, prove
from protocolkit.importing.proof.web_count import held_by_page, is_web_addition
from protocolkit.importing.source.lines import Source
from protocolkit.text.numerals import PRINTED_COUNT

# Places and settings, kept as text.
_NO_WORDS = (f"{W}fldData", f"{W}binData")
# Attributes in which a picture is described, or letters are drawn. They are said again here: what
# the reader of a file forgets, its count must find.
_SPOKEN = ("title", "descr", "alt", "string")
_SPEAKING = ("docPr", "cNvPr", "shape", "rect", "roundrect", "oval", "line", "group", "image",
             "textpath")  # fmt: skip
_ON_SCREEN = (
    ("hyperlink", "tooltip"), ("helpText", "val"), ("statusText", "val"),
    ("listItem", "displayText"), ("listEntry", "val"),
)  # fmt: skip
_RUN = re.compile(r"[0-9]+|[^\W\d_]+")
_COUNT = re.compile(rf"{PRINTED_COUNT}|[*†‡]")
_LONGEST_SIGN = 4
_PLACES = frozenset(
    bytes(range(256)).decode("cp1252", "ignore") + "".join(map(chr, range(0xF000, 0xF100)))
)


def prove_word(content: bytes, source: Source, location: Location = NOWHERE) -> None:
    """Raise when a word of a Word file is neither in its text nor told as left out.

    Counted is each part that the document reaches by relationships, less those that hold no words
    (``word_package.WITHOUT_WORDS``) and our own record; one of several versions of the same.
    """
    package = WordPackage(content, location)
    held: dict[str, Held] = {}
    for name, kind in package.reached_with_words():
        if kind == CHUNK:
            held[name] = _held_by_chunk(package.content(name) or b"", name)
        else:
            root = package.part_of_kind(name, kind)
            if root is not None and root.tag != RECORD:
                pieces = [*_nodes(root), *_on_screen(root)]
                held["" if name == package.main else name] = Held(pieces)
    for name in package.embedded_parts():
        held[name] = Held([embedded_words(package.content(name) or b"")])
    additions = _Additions(package)
    prove(held, source, location, lambda text: additions.is_one(text) or is_web_addition(text))


def _held_by_chunk(content: bytes, name: str) -> Held:
    """Return what a piece of another file holds: a web page, or plain text."""
    return Held([decode(content).text]) if name.endswith(".txt") else held_by_page(content)


def _nodes(element: Element) -> Iterator[str]:
    """Yield the text nodes under an element, and what stands for one."""
    if not isinstance(element.tag, str):
        return
    name = local_name(element)
    if element.tag == f"{MC}AlternateContent":
        yield from _one_of(element)
        return
    if element.text and element.tag not in _NO_WORDS and not element.tag.startswith(WP):
        yield _printed(element) if name in ("t", "delText") else element.text
    if name in ("sym", "symEx"):
        yield symbol(element)
    elif element.tag == f"{W}noBreakHyphen":
        yield "-"
    elif element.tag in SAYING:
        yield element.get(SAYING[element.tag], "")
    elif name in _SPEAKING:
        yield from dict.fromkeys(element.get(said, "") for said in _SPOKEN)
    for child in element:
        yield from _nodes(child)
        yield child.tail or ""


def _on_screen(root: Element) -> Iterator[str]:
    """Yield what a part says in values that no printed page shows: hints, and choices in a list."""
    for name, value in _ON_SCREEN:
        yield from (f" {one.get(f'{W}{value}', '')} " for one in root.iter(f"{W}{name}"))


def _printed(element: Element) -> str:
    """Return a text as its font prints it; as it stands when that lost a letter of no such font.

    A font of pictures has places for the letters of Windows and for private ones, and no others.
    """
    text, shown = element.text or "", shown_text(element)
    own = "".join(letter for letter in text if letter > "\xff" and letter not in _PLACES)
    return text if letters(own) - letters(shown) else shown


def _one_of(alternate: Element) -> Iterator[str]:
    """Yield the versions of the same, each that says what no other said."""
    told: list[dict[str, int]] = []
    for branch in alternate:
        said = "".join(_nodes(branch))
        if letters(said) not in told:
            told.append(letters(said))
            yield said


class _Additions:
    """Tells what an extractor may add: what lists print, what a form shows, signs."""

    def __init__(self, package: WordPackage) -> None:
        self._words: set[str] = set()
        numbering = package.part(package.beside("numbering"))
        for level in numbering.iter(f"{W}lvlText") if numbering is not None else ():
            self._words |= set(_RUN.findall(level.get(f"{W}val", "")))
        document = package.part(package.main)
        for entry in document.iter(f"{W}listEntry") if document is not None else ():
            self._words |= set(_RUN.findall(entry.get(f"{W}val", "")))

    def is_one(self, text: str) -> bool:
        """Tell whether a text is a list number, a choice in a form, or a sign between words."""
        runs = _RUN.findall(text)
        if not runs:
            return len(text) <= _LONGEST_SIGN
        return all(run in self._words or _COUNT.fullmatch(run) for run in runs)
