"""The source format left open, for a page that puts a protocol together itself.

Every fragment comes from the writer that protocols have, and begins with the blank line that sets
it apart. Gaps are named as those of the Word file (:mod:`protocolkit.paper.docx.open_gaps`), with
``plek`` for an anchor, ``soort`` for its kind of text and ``inspring`` for the room under a number.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from protocolkit.base.formats import FRONT_MATTER
from protocolkit.document.model import Block, Clause, Footnote
from protocolkit.document.richtext import Text
from protocolkit.paper.docx.open_gaps import gap
from protocolkit.reading.format_line import format_line
from protocolkit.reading.inline_writer import write_rich
from protocolkit.reading.writer import write_parts

_ONE = "1."
_CLAUSE_LINE = re.compile(r"^\{#f-\d+\}\n", re.MULTILINE)
_NOTE_LINE = re.compile(r"^\[\^\d+\]:(?: |$)", re.MULTILINE)


def source_texts(
    clauses: Sequence[tuple[tuple[Block, ...], bool]],
    notes: Sequence[tuple[Block, ...]],
    sign: str,
) -> tuple[list[str], list[str]]:
    """Return every clause, each with whether it stands alone, and every note."""
    parts = tuple(
        Clause(anchor=f"f-{n}", blocks=blocks, marker="" if is_alone else _ONE)
        for n, (blocks, is_alone) in enumerate(clauses)
    )
    bodies = tuple(Footnote(label=str(n), blocks=blocks) for n, blocks in enumerate(notes))
    text = write_parts(parts, bodies)
    # a call is a gap with all its signs
    text = re.sub(rf"\[\^({sign}n\d+{sign})\]", r"\1", text)
    # in an author's words a bracket at the beginning of a line has a backslash
    body, *written = _NOTE_LINE.split(text)
    own = [part.strip("\n") for part in _CLAUSE_LINE.split(body)[1:]]
    return (
        [
            _anchor_line(sign) + (part if is_alone else _numbered(part, sign))
            for (_, is_alone), part in zip(clauses, own, strict=True)
        ],
        [f"\n\n[^{gap('nr', sign)}]: " + part.rstrip("\n") for part in written],
    )


def source_shapes(title: str, sign: str) -> dict[str, str]:
    """Return the shapes of a document with this title: ``bestand`` is the whole.

    What its settings say is a value of YAML already; a line without one is left out.
    """
    number, words, calls = gap("nr", sign), gap("woorden", sign), gap("roepen", sign)
    head = _anchor_line(sign)
    facts = {"naam": "organisation", "basis": "based_on", "scholen": "applies_to"}
    lines = {key: f"  {name}: {gap(key, sign)}\n" for key, name in facts.items()}
    bare = ("regel", "regel-1", "slot", "spatie")
    settings = (
        f"  {format_line(FRONT_MATTER)}\n"
        f"  title: {json.dumps(title, ensure_ascii=False)}\n{gap('naam', sign)}  status: concept\n"
        f"{gap('basis', sign)}{gap('scholen', sign)}  source: {{complete: true}}\n"
        f"{gap('herkomst', sign)}"
    )
    return {
        **lines,
        **dict.fromkeys(bare, ""),
        "herkomst": f"  provenance:{gap('herkomst', sign)}\n",
        "bestand": f"---\nprotocol:\n{settings}---\n\n# {write_rich((Text(title),))}"
        f"{gap('tekst', sign)}{gap('noten', sign)}\n",
        "kop": f"{head}## {number} {gap('titel', sign)}",
        "eerste": f"{head}{number} {words}{calls}",
        "alleen": f"{head}{words}{calls}",
        "breek": "\\\n",
        "volgende": f"\n\n{gap('inspring', sign)}{words}{calls}",
        "roep": f"[^{number}]",
        "weer": f"[^{number}]",
    }


def _anchor_line(sign: str) -> str:
    return f"\n\n{{#{gap('plek', sign)}{gap('soort', sign)}}}\n"


def _numbered(text: str, sign: str) -> str:
    """Return a numbered clause with its number open, and as deep as that the lines after it."""
    first, *rest = text.removeprefix(_ONE).split("\n")
    deep = gap("inspring", sign)
    lines = (line.removeprefix(" " * len(f"{_ONE} ")) for line in rest)
    return "\n".join(
        [f"{gap('nr', sign)}{first}", *(deep + line if line else "" for line in lines)]
    )
