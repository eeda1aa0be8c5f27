"""Write the list of signs that the fonts of a PDF have again, by setting every sign there is.

.venv/bin/python tests/renew_signs.py
"""

from __future__ import annotations

import json
import re
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import typst

from protocolkit.base.files import write_text
from protocolkit.text.typeface import FONT_FOLDERS

PLACE = Path(__file__).parents[1] / "tools" / "protocolkit" / "document" / "signs.txt"
_HEAD = """\
# The signs that the fonts of a PDF have, by code, made by tests/renew_signs.py.
"""
_TEMPLATE = """\
#set document(title: "signs")
#set text(font: ("Atkinson Hyperlegible", "Libertinus Serif", "Amiri"), lang: "nl")
#for sign in json(bytes(sys.inputs.document)) { par(sign) }
"""
_REFUSED = re.compile(r'`"(.+?)"` could not be displayed|codepoint `"(.+?)"`')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_AT_ONCE = 3000
_LETTER = "a"


def all_signs() -> list[str]:
    """Return every sign that Unicode knows: no controls, no halves, nobody's own."""
    every = map(chr, range(0x20, 0x110000))
    return [sign for sign in every if unicodedata.category(sign) not in {"Cn", "Cs", "Cc", "Co"}]


def printable(signs: Sequence[str]) -> set[str]:
    """Return the signs that can be printed; a mark stands on a letter, as it does in a text."""
    with tempfile.TemporaryDirectory() as folder:
        template = Path(folder) / "signs.typ"
        template.write_text(_TEMPLATE, "utf-8")
        compiler = typst.Compiler(
            str(template),
            root=folder,
            ignore_system_fonts=True,
            font_paths=list(map(str, FONT_FOLDERS)),
        )
        runs = (signs[at : at + _AT_ONCE] for at in range(0, len(signs), _AT_ONCE))
        return {sign for run in runs for sign in _printable(compiler, list(run))}


def _printable(compiler: typst.Compiler, signs: list[str]) -> list[str]:
    while signs:
        texts = [f"{_LETTER}{sign}" if _is_mark(sign) else sign for sign in signs]
        refused = _refused(compiler, texts) - {_LETTER}
        if not refused:
            break
        left = [sign for sign in signs if sign not in refused]
        assert len(left) < len(signs), refused
        signs = left
    return signs


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign).startswith("M")


def _refused(compiler: typst.Compiler, texts: Iterable[str]) -> set[str]:
    try:
        compiler.compile_with_warnings(
            sys_inputs={"document": json.dumps([*texts])},
            format="pdf",
            pdf_standards=["a-3a", "ua-1"],
            timestamp=0,
        )
    except typst.TypstError as reason:
        named = ("".join(found) for found in _REFUSED.findall(reason.diagnostic))
        return {sign for name in named for sign in _ESCAPED.sub(lambda e: chr(int(e[1], 16)), name)}
    return set()


def ranges(signs: Iterable[str]) -> Iterator[str]:
    """Yield signs as ranges of their codes: ``0020-007E``."""
    codes = sorted(map(ord, signs))
    first = 0
    for place, code in enumerate(codes):
        if place + 1 == len(codes) or codes[place + 1] != code + 1:
            begin = codes[first]
            yield f"{begin:04X}" if begin == code else f"{begin:04X}-{code:04X}"
            first = place + 1


if __name__ == "__main__":
    write_text(PLACE, _HEAD + "\n".join(ranges(printable(all_signs()))) + "\n")
