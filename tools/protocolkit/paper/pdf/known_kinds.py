"""What the template of a project itself may not know, as it can print it: no word is lost.

Such a template is a copy of ours, made with this version or an earlier one. One that says nothing
of a kind of words prints nothing there; so the words then stand there as they would without it.
"""

from __future__ import annotations

import re
from pathlib import Path

from protocolkit.base.files import read_text
from protocolkit.base.objects import Object
from protocolkit.paper.pdf.compiling import own_template, typst_template
from protocolkit.paper.pdf.lines import Content

_KINDS = frozenset("emphasis strong open unbroken word link jump".split())
"""The kinds of words with words in them; what has none cannot be passed over by a template."""
# What a template takes in from beside it.
_TAKEN_IN = re.compile(r'^#import "([\w-]+\.typ)"', re.MULTILINE)
# What is no part of what is printed.
_APART = frozenset({"record", "style"})


def in_known_kinds(name: str, data: Object, project: Path | None) -> Object:
    """Return the data of a template in which plain words stand for the kinds that it does not know.

    A template knows a kind when it names it between quotes, itself or in what it takes in. Of ours
    nothing is asked. Raises :class:`~protocolkit.base.problems.ProtocolkitError` where the project
    has a template that cannot be opened.
    """
    unknown = frozenset(kind for kind in _KINDS if not names(f'"{kind}"', name, project))
    if not unknown:
        return data
    return {key: value if key in _APART else _plain(value, unknown) for key, value in data.items()}


def names(words: str, name: str, project: Path | None) -> bool:
    """Tell whether words stand in a template or in what it takes in; ours has what it needs.

    Raises :class:`~protocolkit.base.problems.ProtocolkitError` where the project has one that
    cannot be opened.
    """
    is_own = bool(own_template(name, project))
    return not is_own or words in _source(typst_template(name, project), project)


def _source(path: Path, project: Path | None) -> str:
    text = read_text(path, project)
    beside = (path.parent / name for name in dict.fromkeys(_TAKEN_IN.findall(text)))
    return "\n".join([text, *(read_text(one, project) for one in beside if one.is_file())])


def _plain(value: object, unknown: frozenset[str]) -> object:
    """Return data in which what is of an unknown kind is what stands in it."""
    if isinstance(value, dict):
        return {key: _plain(inner, unknown) for key, inner in value.items()}
    return _plain_list(value, unknown) if isinstance(value, list) else value


def _plain_list(pieces: Content, unknown: frozenset[str]) -> Content:
    made: Content = []
    for piece in pieces:
        if isinstance(piece, dict) and piece.get("kind") in unknown:
            made += _plain_list(piece["content"], unknown)
        else:
            made.append(_plain(piece, unknown))
    return made
