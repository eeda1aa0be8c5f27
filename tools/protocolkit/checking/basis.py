"""Whose text a protocol says that it is based on, where nobody here is called that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher, get_close_matches

from protocolkit.base.problems import Problem, problem, warning
from protocolkit.document.model import Protocol
from protocolkit.document.names import own_names
from protocolkit.repository_layout import is_name
from protocolkit.text.name_form import folded

BASIS_UNKNOWN = warning(
    "basis-unknown",
    "A text is based on one that is not known here",
    "'based_on' names '{basis}', and no text here is called that; on paper it stands as it is "
    "written. Near: {near}.",
    "Write the name of its file here, without '.md'. Does the text come from "
    "elsewhere? Then write in words whose it is.",
)
# How much a name in words must be like a known one to be that with an error in it.
_ALIKE = 0.85
_MOST = 3


def check_basis(protocol: Protocol, texts: Sequence[Protocol]) -> Iterator[Problem]:
    """Yield that a text is based on one that is not known, with the names that are near.

    ``texts`` are those of all subjects. The name of a file has to be that of one of them; what is
    said in words may come from elsewhere, and is told only where it is nearly a name of theirs.
    """
    basis = protocol.facts.based_on
    if not basis:
        return
    if is_name(basis):
        slugs = list(dict.fromkeys(one.slug for one in texts if one is not protocol))
        near = [] if basis in slugs else get_close_matches(basis, slugs, _MOST) or ["–"]
    else:
        near = _nearly(basis, texts)
    if near:
        yield problem(BASIS_UNKNOWN, protocol.location, basis=basis, near=", ".join(near))


def _nearly(said: str, texts: Sequence[Protocol]) -> list[str]:
    """Return the names of organisations that words nearly say; none where they say one."""
    names = list(dict.fromkeys(name for one in texts for name in own_names(one.facts)))
    words = folded(said).split()
    likeness = {name: _most_alike(words, folded(name).split()) for name in names}
    if any(alike == 1 for alike in likeness.values()):
        return []
    near = sorted((name for name in names if likeness[name] >= _ALIKE), key=likeness.__getitem__)
    return near[-_MOST:][::-1]


def _most_alike(words: Sequence[str], name: Sequence[str]) -> float:
    """Return how much the words are like a name, where they are most: from 0 to 1."""
    places = range(max(len(words) - len(name), 0) + 1)
    said = (" ".join(words[place : place + len(name)]) for place in places)
    return max(SequenceMatcher(None, one, " ".join(name), False).ratio() for one in said)
