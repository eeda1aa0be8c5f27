"""``thesaurus.yml`` to a :class:`~protocolkit.wording.terms.Thesaurus`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from protocolkit.base.files import read_text
from protocolkit.base.formats import THESAURUS
from protocolkit.base.problems import Problem
from protocolkit.base.remembered import remembered
from protocolkit.base.resources import package_text
from protocolkit.document.names import neutral
from protocolkit.reading.format_line import check_format
from protocolkit.reading.found_problems import Report
from protocolkit.reading.yaml_text import YamlMapping, read_mapping
from protocolkit.wording.terms import Thesaurus, content, make_thesaurus, terms

FILE_NAME = "thesaurus.yml"

_Groups = list[tuple[str, tuple[str, ...]]]


@cache
def general_thesaurus() -> Thesaurus:
    """Return the thesaurus that comes along."""
    return _make(*_general())


def subject_thesaurus(
    path: Path, name: str = "", inside: Path | None = None
) -> tuple[Thesaurus, tuple[Problem, ...]]:
    """Return the general thesaurus with the groups of a subject's own file added.

    ``inside`` is the folder that the file may not lead out of.
    Raises :class:`~protocolkit.base.problems.ProtocolkitError` when the file cannot be read as
    text, or has a newer format.
    """
    report = Report(name or str(path))
    same, related = _read(read_text(path, inside, report.path), report)
    general_same, general_related = _general()
    made = _make([*general_same, *same], [*general_related, *related])
    return made, tuple(report.problems)


@remembered
def canonical(text: str, names: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the content of a text as terms of the general thesaurus, its names made neutral."""
    return content(terms(neutral(text, names), general_thesaurus()))


def word_groups() -> tuple[tuple[str, ...], ...]:
    """Return the groups of words of the general thesaurus that mean the same, as they are written.

    Words that only count together (``pesten + bedreigen``) are left out.
    """
    groups = ((name, *words) for name, words in _general()[0])
    return tuple(tuple(word for word in group if "+" not in word) for group in groups)


def related_words() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the matters of the general thesaurus, each with the phrases that show it alone."""
    return tuple(
        (name, tuple(phrase for phrase in words if "+" not in phrase))
        for name, words in _general()[1]
    )


@cache
def _general() -> tuple[_Groups, _Groups]:
    found = package_text("protocolkit.wording", FILE_NAME)
    return _read(found, Report(FILE_NAME))


def _read(text: str, report: Report) -> tuple[_Groups, _Groups]:
    top = read_mapping(text, report)
    check_format(top, THESAURUS, report)
    same = _groups(top.mapping("same"))
    related = _groups(top.mapping("related"))
    top.close()
    return same, related


def _groups(found: YamlMapping) -> _Groups:
    return [(name, found.texts(name)) for name in found.names()]


def _make(same: _Groups, related: _Groups) -> Thesaurus:
    return make_thesaurus([(name, *words) for name, words in same], related)
