"""Rewording a text by a list of substitutions, as another board's policy officer would."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

SUBSTITUTIONS = Path(__file__).parent / "substitutions.tsv"


@dataclass(frozen=True, slots=True)
class Rewording:
    """One board's choice of words: what it writes instead, by the lower-case text."""

    instead: Mapping[str, str]
    pattern: re.Pattern[str]

    def apply(self, text: str) -> str:
        """Return the text reworded, longest match first, a capital at the start kept."""
        return self.pattern.sub(self._replace, text)

    def _replace(self, found: re.Match[str]) -> str:
        new = self.instead.get(found[0].lower(), found[0])
        return new[0].upper() + new[1:] if found[0][0].isupper() else new


def read_substitutions(path: Path = SUBSTITUTIONS) -> tuple[tuple[str, str], ...]:
    """Read the list: text and what stands instead, both in lower case."""
    rows = [
        tuple(line.split("\t"))
        for line in path.read_text("utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    return tuple((text, instead) for text, instead in rows[1:])


def choose_rewording(
    substitutions: tuple[tuple[str, str], ...], share: float, rng: Random
) -> Rewording:
    """Let a board choose, for a share of the texts that can be reworded, what it writes."""
    alternatives: dict[str, list[str]] = {}
    for text, instead in substitutions:
        alternatives.setdefault(text, []).append(instead)
    chosen = {
        text: rng.choice(options) for text, options in alternatives.items() if rng.random() < share
    }
    ordered = sorted(alternatives, key=lambda text: (-len(text), text))
    pattern = "|".join(re.escape(text) for text in ordered)
    return Rewording(
        instead=chosen, pattern=re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)
    )
