"""The notes of an Akoma Ntoso file: those in ``meta`` by their name, and those in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from protocolkit.importing.extract.shared.elements import Element

_LABEL = re.compile(r"[^\s\]\[^]{1,20}\Z")


class Notes:
    """Gives each note a label of its own: the sign that it is printed with, or else its number."""

    def __init__(self, notes: Iterable[Element]) -> None:
        self._elements: dict[str, Element] = {}
        self._labels: dict[str, str] = {}
        self._given: dict[Element, str] = {}
        for note in notes:
            label = self.add(note)
            self._labels.setdefault(f"#{note.get('eId', '')}", label)

    def add(self, note: Element) -> str:
        """Take a note in, also once more; return its label."""
        if note in self._given:
            return self._given[note]
        marker = note.get("marker", "").strip("[]() ")
        label = marker if _LABEL.match(marker) and marker not in self._elements else ""
        number = len(self._elements) + 1
        while not label or label in self._elements:
            label, number = str(number), number + 1
        self._elements[label] = note
        self._given[note] = label
        return label

    def called(self, address: str) -> str:
        """Return the label of the note at an address (``#noot-1``), ``""`` when there is none."""
        return self._labels.get(address, "")

    def found(self) -> Iterator[tuple[str, Element]]:
        """Yield each note with its label, also those that turn up on the way."""
        done = 0
        while done < len(self._elements):
            new = list(self._elements.items())[done:]
            yield from new
            done += len(new)
