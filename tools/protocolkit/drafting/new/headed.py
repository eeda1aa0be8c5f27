"""What a clause is about by the heading above it: under 'Doel' stands a purpose, however it is put.

Knows headings alone (``headed.yml``). One that stands inside a chapter counts only where that
chapter says nothing itself: the purpose of the vertrouwenspersoon is none of the protocol.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from protocolkit.base.resources import package_text
from protocolkit.base.told_once import told_once
from protocolkit.document.model import Protocol, Section
from protocolkit.document.outline import placed_clauses
from protocolkit.document.richtext import plain
from protocolkit.reading.found_problems import Report
from protocolkit.reading.yaml_text import read_mapping

HEADINGS_FILE = "headed.yml"
_JOINED = re.compile(r"\s*,\s*|\s+(?:en|&)\s+", re.IGNORECASE)
_CLOSING = " ?.:"


@told_once
def headed(protocol: Protocol) -> Mapping[str, tuple[str, ...]]:
    """Return by anchor of what every protocol needs each clause is about by its headings."""
    return {found.clause.anchor: _said(found.sections) for found in placed_clauses(protocol)}


def said_by(title: str) -> tuple[str, ...]:
    """Return the ids of what a heading says that the text under it is about.

    >>> said_by("Doel"), said_by("Waarom dit protocol?"), said_by("Evaluatie en vaststelling")
    (('doel',), ('doel',), ('evaluatie', 'vaststelling'))
    >>> said_by("Doelen van sociale media"), said_by("Doel en taak van de mentor")
    ((), ())
    """
    named, _ = _known()
    whole = _of(title, named)
    if whole:
        return whole
    pieces = [piece.strip(_CLOSING) for piece in _JOINED.split(title)]
    # a word beside it may be anything; more of them say what it is the purpose of
    others = [piece for piece in pieces if not _of(piece, named)]
    if any(len(piece.split()) > 1 for piece in others):
        return ()
    return tuple(name for piece in pieces for name in _of(piece, named))


def says_nothing(title: str) -> bool:
    """Tell whether a heading says nothing of what is under it.

    >>> says_nothing("Algemeen"), says_nothing("Waarover en voor wie het protocol geldt")
    (True, False)
    """
    return empty_heading().fullmatch(title.strip(_CLOSING)) is not None


def empty_heading() -> re.Pattern[str]:
    """Return the pattern of a whole heading that says nothing of what is under it."""
    _, around = _known()
    return around


def _said(path: Sequence[Section]) -> tuple[str, ...]:
    """Return what the headings around a clause say, from the outermost on."""
    around = empty_heading()
    for section in path:
        title = plain(section.title).strip(_CLOSING)
        if found := said_by(title):
            return found
        if not all(around.fullmatch(piece) for piece in _JOINED.split(title)):
            break
    return ()


def _of(title: str, named: Mapping[str, re.Pattern[str]]) -> tuple[str, ...]:
    said = " ".join(title.split()).strip(_CLOSING)
    return tuple(name for name, pattern in named.items() if pattern.fullmatch(said))


@cache
def _known() -> tuple[Mapping[str, re.Pattern[str]], re.Pattern[str]]:
    """Return the headings by what they are about, and those that say nothing."""
    text = package_text("protocolkit.drafting.new", HEADINGS_FILE)
    report = Report(HEADINGS_FILE)
    top = read_mapping(text, report)
    if report.problems:
        raise ValueError(f"{HEADINGS_FILE}: {report.problems[0].code.name}")
    headings = top.mapping("headings")
    named = {name: _any(headings.texts(name)) for name in headings.names()}
    return named, _any(top.texts("around"))


def _any(sources: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{source})" for source in sources), re.IGNORECASE)
