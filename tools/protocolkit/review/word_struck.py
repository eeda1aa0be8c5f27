"""Which runs of a returned Word file have a line through their words.

Words that a hand struck so no longer count, as in a text of LibreOffice.
"""

from __future__ import annotations

from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.word.package import W
from protocolkit.importing.extract.word.properties import value
from protocolkit.importing.extract.word.styles import Styles, run_properties


class StruckRuns:
    """What the styles of a file and its runs say of lines through words."""

    def __init__(self, styles: Element | None) -> None:
        self._styles = Styles(styles)

    def is_struck(self, run: Element, style: str) -> bool:
        """Tell whether the words of a ``w:r`` are struck in a paragraph of a style."""
        own = run.find(f"{W}rPr")
        letters = self._styles.run(value(own, "rStyle"), "character")
        around = self._styles.run(style, "paragraph")
        return self._styles.is_struck(run_properties(own), (letters, around))
