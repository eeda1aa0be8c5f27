"""What a Word file says only on a screen: hints of links and fields, and choices in a list.

On the printed page stands none of it: of a list only what was chosen, as text of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.word.package import CHUNK, RECORD, W, WordPackage
from protocolkit.importing.source.lines import SourceBuilder
from protocolkit.reading.words_left_out import LeftOutReason

_HINTS = {"hyperlink": "tooltip", "helpText": "val", "statusText": "val"}
_CHOICES = {"listItem": "displayText", "listEntry": "val"}


def leave_out_hints(package: WordPackage, builder: SourceBuilder) -> None:
    """Leave out the words that each part of a file shows on a screen alone."""
    for name, kind in package.reached_with_words():
        root = None if kind == CHUNK else package.part_of_kind(name, kind)
        if root is None or root.tag == RECORD:
            continue
        part = "" if name == package.main else name
        for said, reason in (
            (_HINTS, LeftOutReason.DESCRIPTION),
            (_CHOICES, LeftOutReason.FORM),
        ):
            builder.leave_out(" ".join(_words(root, said)), reason, part)


def _words(root: Element, said: dict[str, str]) -> Iterator[str]:
    for name, value in said.items():
        for element in root.iter(f"{W}{name}"):
            yield element.get(f"{W}{value}", "")
