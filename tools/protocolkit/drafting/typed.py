"""Words that somebody typed instead of taking them over: any text, one paragraph for each line.

The composer's script makes the same of them (``typed`` in ``opstellen-bestand.js``).
"""

from __future__ import annotations

import unicodedata

from protocolkit.drafting.answers import OWN
from protocolkit.drafting.assembling import Part
from protocolkit.model import Block, Kind, Paragraph
from protocolkit.richtext import Text
from protocolkit.words import INVISIBLE


def own_part(topic: str, words: str, kind: Kind) -> Part:
    """Return words of one's own on a topic as a clause to be."""
    return Part(stem=topic, topics=(topic,), blocks=typed_blocks(words), kind=kind, chosen=OWN)


def typed_blocks(words: str) -> tuple[Block, ...]:
    """Return typed words as paragraphs, one for each line that says something."""
    lines = map(_line, words.split("\n"))
    return tuple(Paragraph((Text(line),)) for line in lines if line)


def _line(text: str) -> str:
    """Return a line that any format can hold: no control characters, one space between words."""
    shown = (" " if _is_control(sign) else sign for sign in text.translate(INVISIBLE))
    return " ".join("".join(shown).split())


def _is_control(sign: str) -> bool:
    return unicodedata.category(sign)[0] == "C"
