"""The templates of the wheel that a repository has: what its files were made from.

Repositories from before they kept a record of what was given are recognised by these. The wheel is
anybody's file: no more than texts are taken out of it, of bounded size.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

_TEMPLATES, _SCHEMAS = "protocolkit/templates/repository/", "protocolkit/templates/schemas/"
_MARK = re.compile(r"(@[A-Z_]+@)")
_MOST_BYTES = 200_000
_MOST_FILES = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierTemplates:
    """Templates by the place of what is made of them."""

    texts: Mapping[str, str]

    def values(self, place: str, text: str) -> Mapping[str, str] | None:
        """Return what stands at the marks of a template, None when a text was not made from it."""
        template = self.texts.get(place)
        if template is None:
            return None
        made = _pattern(template).fullmatch(text)
        return made.groupdict() if made else None


def earlier_templates(wheel: bytes, placed: Callable[[PurePosixPath], str]) -> EarlierTemplates:
    """Return the templates in a wheel; ``placed`` tells where what is made of one stands.

    None at all when it is no wheel that can be read.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(wheel)) as archive:
            names = [name for name in archive.namelist() if not name.endswith("/")]
            texts: dict[str, str] = {}
            for name in [n for n in names if n.startswith((_TEMPLATES, _SCHEMAS))][:_MOST_FILES]:
                place = (
                    placed(PurePosixPath(name.removeprefix(_TEMPLATES)))
                    if name.startswith(_TEMPLATES)
                    else f"schemas/{name.removeprefix(_SCHEMAS)}"
                )
                texts[place] = _text(archive, name)
    # A damaged or hostile archive raises nearly anything.
    except Exception:
        return EarlierTemplates(texts={})
    return EarlierTemplates(texts=texts)


def _text(archive: zipfile.ZipFile, name: str) -> str:
    with archive.open(name) as file:
        return file.read(_MOST_BYTES).decode("utf-8").replace("\r\n", "\n")


def _pattern(template: str) -> re.Pattern[str]:
    """Return the pattern of every text that can be made of a template."""
    seen: set[str] = set()
    pieces = []
    for piece in _MARK.split(template):
        name = piece.strip("@")
        if not _MARK.fullmatch(piece):
            pieces.append(re.escape(piece))
        elif name in seen:
            pieces.append(f"(?P={name})")
        else:
            seen.add(name)
            pieces.append(f"(?P<{name}>[^\\n]*?)")
    return re.compile("".join(pieces))
