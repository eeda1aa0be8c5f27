"""What a cover said in earlier layouts, to know a paper again that was sent in one of them.

Each layout is told by what it had in the place of lines of now, so that several add up: a paper of
last year may lack the last day of each council, and have its check code before the contents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from protocolkit.base.messages import Translate, mark
from protocolkit.document.asking import Around, asking_lines, questions_of
from protocolkit.document.cover import Cover, cover_rows, subtitle
from protocolkit.document.cover_words import cover_words
from protocolkit.document.fingerprints import codes_of_before
from protocolkit.document.model import Protocol
from protocolkit.document.outline import protocol_tokens
from protocolkit.document.school_notices import AND_MORE
from protocolkit.document.shown_decisions import shown_decisions
from protocolkit.text.shortening import CUT_OFF
from protocolkit.text.words import fingerprint, tokens

Lines = tuple[str, ...]

_WHOLE_CODE = mark("Fingerprint of the text")
_BASIS = "based_on"


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierLayout:
    """What other lines stood there: each run of lines of now with the run that it was.

    ``is_whole`` says that the runs go together: without one of them there is no such layout.
    ``says`` is a line that every paper in this layout has.
    """

    runs: tuple[tuple[Lines, Lines], ...]
    is_whole: bool = False
    says: str = ""

    def lines(self, now: Sequence[str]) -> Lines:
        """Return lines as they were in this layout."""
        made = tuple(now)
        for run, before in self.runs:
            found = _exchanged(made, run, before)
            if found is None and self.is_whole:
                return tuple(now)
            made = made if found is None else found
        return made


def _exchanged(lines: Lines, run: Lines, before: Lines) -> Lines | None:
    """Return lines with another run in the place of one, None where they do not have that."""
    wanted, said = [*map(tokens, run)], [*map(tokens, lines)]
    for at in range(len(lines) - len(run) + 1):
        if said[at : at + len(run)] == wanted:
            return (*lines[:at], *before, *lines[at + len(run) :])
    return None


def earlier_layouts(
    protocol: Protocol, cover: Cover, translate: Translate, language: str
) -> Iterator[EarlierLayout]:
    """Yield every way in which lines of a cover were other ones, the newest first."""
    yield EarlierLayout(runs=tuple(_without_days(protocol, cover)))
    yield EarlierLayout(runs=tuple(_long_sheet(protocol, cover, translate, language)))
    yield EarlierLayout(runs=tuple(_short_sheet(protocol, cover, translate, language)))
    yield EarlierLayout(runs=tuple(_by_file_name(protocol, cover, translate)))
    yield EarlierLayout(runs=tuple(_in_three_columns(cover, language)))
    yield EarlierLayout(runs=tuple(_without_count(cover, translate)))
    if cover.year == subtitle(cover):
        yield EarlierLayout(runs=(((cover.year,), (f"{cover.year} – {cover.status}",)),))
    contents = cover_words(language).contents
    foot = (cover.standing, cover.correction, cover.citation)
    for code in (cover.code, *_whole_codes(protocol, cover, translate)):
        before = (*foot, code, contents)
        runs = (((*foot, cover.code), ()), ((contents,), before))
        yield EarlierLayout(runs=runs, is_whole=True)
        yield EarlierLayout(runs=(((cover.code,), (code,)),))


def earlier_head(cover: Cover) -> str:
    """Return what ran along at the top of every page."""
    return f"{cover.title} | {cover.organisation}"


def _without_days(protocol: Protocol, cover: Cover) -> Iterator[tuple[Lines, Lines]]:
    """Yield the decisions that are awaited: the last day for these stood on the sheet alone."""
    for approval, line in zip(shown_decisions(protocol), cover.approvals, strict=True):
        if not approval.date and approval.before:
            yield (" ".join(line.cells),), (" ".join(line.cells[:-1]),)


def _around(cover: Cover) -> Around:
    return Around(
        title=cover.title,
        open_places=cover.open_places,
        few_places=cover.open_places,
        whom=cover.correction,
    )


def _long_sheet(
    protocol: Protocol, cover: Cover, translate: Translate, language: str
) -> Iterator[tuple[Lines, Lines]]:
    """Yield what is asked: it took more than half a page."""
    said = _whole_sheet(protocol, cover, translate, language)
    if said != cover.asking:
        yield cover.asking, said


def _whole_sheet(protocol: Protocol, cover: Cover, translate: Translate, language: str) -> Lines:
    return asking_lines(questions_of(protocol), _around(cover), translate, language, is_whole=True)


def _short_sheet(
    protocol: Protocol, cover: Cover, translate: Translate, language: str
) -> Iterator[tuple[Lines, Lines]]:
    """Yield what is asked: without the grounds of a right, and with the day of each council."""
    facts = questions_of(protocol)
    plain = replace(facts, approvals=tuple(replace(one, ground="") for one in facts.approvals))
    said = asking_lines(
        plain,
        _around(cover),
        translate,
        language,
        is_whole=True,
        names_all=True,
    )
    # one that is known by now as a long sheet may be a short one
    for lines in {cover.asking: None, _whole_sheet(protocol, cover, translate, language): None}:
        if said and said != lines:
            yield lines, said


def _by_file_name(
    protocol: Protocol, cover: Cover, translate: Translate
) -> Iterator[tuple[Lines, Lines]]:
    """Yield the row that says what a text is based on: it gave the name of a file."""
    label = next(one.label for one in cover_rows(protocol.facts, translate) if one.fact == _BASIS)
    for row in cover.rows:
        if row[0] == label:
            yield (" ".join(row),), (f"{label} {protocol.facts.based_on}",)


def _without_count(cover: Cover, translate: Translate) -> Iterator[tuple[Lines, Lines]]:
    """Yield the sentences that name the first schools of many: how many more was not told."""
    more = translate(AND_MORE).format(names="", count="[0-9]+")
    for line in cover.notices:
        before = re.sub(more, f", {CUT_OFF}", line)
        if before != line:
            yield (line,), (before,)


def _in_three_columns(cover: Cover, language: str) -> Iterator[tuple[Lines, Lines]]:
    """Yield the decisions as they were: a right and what came of it were one."""
    words = cover_words(language)
    heads = sorted(words.decided, key=len, reverse=True)
    yield (" ".join(heads[0]),), (" ".join(heads[-1]),)
    for line in cover.approvals:
        before = (" ".join((line.who, line.decision, line.date or words.undated)),)
        yield (" ".join(line.cells),), before
        yield (" ".join(line.cells[:-1]),), before


def _whole_codes(protocol: Protocol, cover: Cover, translate: Translate) -> Iterator[str]:
    of_words = fingerprint(protocol_tokens(protocol))
    for code in (cover.fingerprint, *codes_of_before(protocol), of_words):
        yield f"{translate(_WHOLE_CODE)}: {code}"
