"""Pairs of regulations with known truth: a law, and the same law altered by machine.

The laws are Markdown as a public collection gives it (``### Artikel 5``, then items); they are not
in this repository. Truth is by article and item. Deterministic for a seed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from random import Random

from protocolkit.document.facts import Facts, Organisation
from protocolkit.document.model import Clause, Paragraph, Protocol, Section
from protocolkit.document.richtext import Text

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_ARTICLE = re.compile(r"###\s*Artikel\s+(\S+)")
_ITEM = re.compile(r"(\d+[a-z]?|[a-z]|\d+°)[.)]\s+(.*)")
_INSTEAD = {
    "medezeggenschapsraad": "ondernemingsraad",
    "bevoegd gezag": "bestuur",
    "school": "instelling",
    "leden": "deelnemers",
    "ouders": "verzorgers",
    "dient": "moet",
    "indien": "als",
    "omtrent": "over",
    "reglement": "regeling",
    "schriftelijk": "op schrift",
    "ten minste": "minimaal",
    "voorstel": "voornemen",
    "besluit": "beslissing",
    "verantwoordelijke": "verwerkingsverantwoordelijke",
    "betrokkene": "persoon",
}
_REPLACED, _DROPPED, _ADDED = 0.6, 0.06, 0.15
_ADDITION = "Het bestuur kan hiervan in bijzondere gevallen afwijken."


@dataclass(frozen=True, slots=True, kw_only=True)
class LawPair:
    """A law as two protocols; clauses with the same anchor answer one question."""

    name: str
    protocols: tuple[Protocol, Protocol]


def law_pair(path: Path, seed: int) -> LawPair:
    """Read a law and alter a copy of it."""
    text = _LINK.sub(r"\1", path.read_text("utf-8"))
    return LawPair(name=path.stem, protocols=(_law(text, "a", None), _law(text, "b", Random(seed))))


def _law(text: str, slug: str, rng: Random | None) -> Protocol:
    sections: list[Section] = []
    clauses: list[Clause] = []
    article = title = ""
    used: dict[str, int] = {}

    def close() -> None:
        if article and clauses:
            heading = (Text(title or article),)
            parts = tuple(clauses)
            sections.append(Section(anchor=f"s-{article}", level=2, title=heading, parts=parts))
        clauses.clear()

    for line in map(str.strip, text.split("\n")):
        if found := _ARTICLE.match(line):
            close()
            article, title = found[1].rstrip(".").lower(), ""
        elif line.startswith("####"):
            title = line.strip("# ")
        elif line.startswith("###"):
            close()
            article = ""
        elif article and line and not line.startswith("<"):
            item = _ITEM.match(line)
            key, words = (item[1], item[2]) if item else (f"x{len(clauses) or ''}", line)
            anchor = f"art-{article}-{key}"
            used[anchor] = used.get(anchor, 0) + 1
            if used[anchor] > 1:
                anchor = f"{anchor}-{used[anchor]}"
            marker = f"{key}." if item else ""
            said = Text(_altered(words, rng) if rng else words)
            clauses.append(Clause(anchor=anchor, marker=marker, blocks=(Paragraph((said,)),)))
    close()
    facts = Facts(organisation=Organisation(name=f"Lichaam {slug.upper()}"))
    return Protocol(facts=facts, title=(Text("Regeling"),), parts=tuple(sections), slug=slug)


def _altered(text: str, rng: Random) -> str:
    for word, other in _INSTEAD.items():
        if rng.random() < _REPLACED:
            text = re.sub(rf"\b{word}\b", other, text)
    words = [word for word in text.split() if rng.random() >= _DROPPED] or text.split()
    if rng.random() < _ADDED:
        words.append(_ADDITION)
    return " ".join(words)
