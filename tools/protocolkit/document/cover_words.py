"""What a cover says in fixed words: to know them again in a file of ours that came back.

A file may be of any language that this program has, and of any earlier layout: labels, sentences
and the names of decisions count here, and not their order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import TypeVar

from babel.dates import get_month_names

from protocolkit.base.messages import Translate, languages, mark, translator
from protocolkit.document.adopted import ADOPTION_NOTES
from protocolkit.document.approval_lines import DUE, approval_line, decision_words, on_other_text
from protocolkit.document.approvals import Approval, Decision, Right
from protocolkit.document.asking import ASKING, ASKING_SENTENCES, GROUND, WHICH
from protocolkit.document.cover import (
    APPROVALS,
    CITATION,
    INCOMPLETE,
    SENTENCES,
    TITLE_ADDED,
    cover_rows,
)
from protocolkit.document.facts import Facts, Organisation, Status
from protocolkit.document.organisations import SECTORS, sector_name
from protocolkit.document.status_words import MARKS, OTHER_MARKS, STATUS_NAMES, status_name

_DECISIONS = (
    (mark("Body"), mark("By which right"), mark("Decision"), mark("Date")),
    (mark("Body"), mark("Decision"), mark("Date")),
)
_SIGNATURES = (mark("Body"), mark("Name"), mark("Date"), mark("Signature"))
_HEADINGS = (APPROVALS, mark("Signatures"), mark("Contents"), ASKING)
_CODE = mark("Fingerprint of the text")
_LONGEST = 2_000
_WITHHELD_BEFORE = mark("consent refused")
# A decision takes at most this many lines of a page: a body may have a narrow column.
MOST_ROW_LINES = 16
# A cover need not give the day of these.
_OPEN = (Decision.ASKED, Decision.ADJOURNED)
REDLINE = mark("Version with visible changes")
"""What the cover of a redline says that it is."""
NAMED = ("organisation.name", "owner", "contact")
"""The facts of which a cover says in sentences what its rows say."""
_Value = TypeVar("_Value")
_JOINT = re.compile(r"(?:\\-|[/–—])(?!\\ )")
_PLACE = re.compile(r"\{([a-z]+)\}")
_DATE = re.compile(r"(?:(?:([0-9]{1,2}) )?([^\W\d_]{3,12}) )?((?:19|20)[0-9]{2})")


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverWords:
    """The fixed words of covers in one language.

    ``labels`` gives the fact of each label, the longest first; ``marks`` the status that each mark
    says. ``decided`` are the heads of the table of decisions, now and before, ``signed`` those of
    the one for signatures, ``headings`` the lines above these. ``decisions`` are the longest first;
    ``undecided`` are those of which the table of now gives no day.
    """

    language: str
    labels: Mapping[str, str]
    marks: Mapping[str, Status]
    decided: frozenset[tuple[str, ...]]
    signed: tuple[str, ...]
    headings: frozenset[str]
    decisions: Mapping[str, tuple[Right, Decision]]
    undecided: frozenset[str]
    undated: str
    incomplete: str
    cite: str
    contents: str

    def label(self, line: str) -> tuple[str, str] | None:
        """Return the fact that a line of a cover begins with, and what is printed of it.

        A label and its value stand in two cells (a tab between), or after each other.
        """
        if line in self.marks:
            return None
        for label, fact in self.labels.items():
            if line == label or line.startswith((f"{label}\t", f"{label} ")):
                return fact, line[len(label) + 1 :].strip()
        return None

    def iso(self, text: str) -> str:
        """Return a date as ISO 8601 that a cover prints in words, ``""`` when it is not a date."""
        found = _DATE.fullmatch(text.strip())
        if found is None:
            return ""
        day, name, year = found.groups()
        if name is None:
            return year
        months = get_month_names("wide", locale=self.language)
        month = next((n for n, said in months.items() if said.casefold() == name.casefold()), 0)
        if not month:
            return ""
        try:
            date(int(year), month, int(day or 1))
        except ValueError:
            return ""
        return f"{year}-{month:02d}-{int(day):02d}" if day else f"{year}-{month:02d}"

    def decision(self, row: str) -> tuple[str, Right, Decision, str] | None:
        """Return the body, right, decision and ISO date that a row prints, None when none."""
        said = f"{' '.join(row.split())} "
        for printed, (right, decision) in self.decisions.items():
            body, found, day = said.partition(f" {printed} ")
            if not (found and body):
                continue
            day = day.strip()
            is_day = day == self.undated or bool(self.iso(day)) or self._is_due(day, decision)
            if is_day or (not day and printed in self.undecided):
                return body, right, decision, self.iso(day)
        return None

    def _is_due(self, text: str, decision: Decision) -> bool:
        """Tell whether a text says until when a decision is awaited."""
        before, _, after = translator(self.language)(DUE).partition("{date}")
        is_one = text.startswith(before) and text.endswith(after) and decision in _OPEN
        return is_one and bool(self.iso(text[len(before) : len(text) - len(after)]))

    def status(self, text: str) -> Status | None:
        """Return the status that a cover prints so."""
        return _named(text, {status_name(s, translator(self.language)): s for s in Status})

    def sector(self, text: str) -> str:
        """Return the code of a sector that a cover prints so; an unknown one as it stands."""
        translate = translator(self.language)
        return _named(text, {sector_name(s.code, translate): s.code for s in SECTORS}) or text

    def is_code(self, text: str) -> bool:
        """Tell whether a text gives the check code of a text, as every cover does."""
        label = re.escape(translator(self.language)(_CODE))
        return re.search(rf"{label}: ?(?:[0-9]:)?[0-9a-f]{{64}}\b", text) is not None

    def is_sentence(self, text: str, filled: Mapping[str, str]) -> bool:
        """Tell whether a text is a sentence of a cover on which ``filled`` is shown.

        ``filled`` gives the title and what :data:`NAMED` rows say, by the ends of their facts.
        """
        if len(text) > _LONGEST:
            return False
        said = " ".join(text.split())
        names = (filled.get(key, "") for key in ("organisation", "title", "owner", "contact"))
        patterns = _patterns(self.language, *names)
        return any(fixed in said and re.fullmatch(one, said) for fixed, one in patterns)


@cache
def cover_words(language: str) -> CoverWords:
    """Return the fixed words of covers in a language."""
    translate = translator(language)
    nobody = Facts(organisation=Organisation(name=""))
    labels = {row.label: row.fact for row in cover_rows(nobody, translate, language)}
    return CoverWords(
        language=language,
        labels=dict(sorted(labels.items(), key=lambda one: -len(one[0]))),
        marks={translate(said): status for status, said in MARKS.items()}
        | {translate(said): status for said, status in OTHER_MARKS.items()},
        decided=frozenset(tuple(map(translate, names)) for names in _DECISIONS),
        signed=tuple(map(translate, _SIGNATURES)),
        headings=frozenset(map(translate, (*_HEADINGS, TITLE_ADDED))),
        decisions=dict(sorted(_decisions(translate), key=lambda one: -len(one[0]))),
        undecided=frozenset(
            said
            for said, (right, decision) in _decisions(translate)
            if decision in _OPEN and said != decision_words(_open(right, decision), translate)
        ),
        undated=translate(mark("no date given")),
        incomplete=translate(INCOMPLETE),
        contents=translate(mark("Contents")),
        cite=translate(CITATION).partition("{")[0].strip(),
    )


def _decisions(translate: Translate) -> Iterator[tuple[str, tuple[Right, Decision]]]:
    """Yield how a cover prints each decision, in a sentence and in two cells, now and before."""
    for right in Right:
        for decision in Decision:
            approval = Approval(body="", right=right, decision=decision)
            states = (Status.UNKNOWN, Status.CONCEPT)
            lines = [approval_line(approval, translate, status=status) for status in states]
            if decision in _OPEN:
                lines.append(on_other_text(lines[0], right, translate))
            for line in lines:
                yield line.decision, (right, decision)
                yield f"{line.right} {line.outcome}", (right, decision)
    yield translate(_WITHHELD_BEFORE), (Right.CONSENT, Decision.WITHHELD)


def _open(right: Right, decision: Decision) -> Approval:
    return Approval(body="", right=right, decision=decision)


def language_of(lines: Iterable[str]) -> CoverWords:
    """Return the fixed words of the language of which most lines of a cover are."""
    said = tuple(lines)

    def known(words: CoverWords) -> int:
        fixed = words.headings | words.marks.keys()
        return sum(line in fixed or words.label(line) is not None for line in said)

    return max(map(cover_words, languages()), key=known)


@lru_cache(maxsize=16)
def _patterns(language: str, *names: str) -> tuple[tuple[str, str], ...]:
    """Return the patterns of all sentences, each after words without which none is said.

    ``names`` are those of the organisation, the text, its owner and who answers questions.
    """
    translate = translator(language)
    states = "|".join(re.escape(translate(name)) for name in STATUS_NAMES)
    values = _values(translate, states, *names)
    # some of the sheet may stand in one paragraph
    which, ground = re.escape(translate(WHICH)), _filled(translate(GROUND), values)
    more = f"(?: {ground})?(?: {which})?"
    code = translate(_CODE)
    said = [(translate(one), "") for one in (*SENTENCES, *ADOPTION_NOTES)]
    said += [(translate(one), more) for one in ASKING_SENTENCES]
    said.append((translate(REDLINE), "(?:, [0-9]{4})?"))
    return (
        *((max(_PLACE.split(one)[::2], key=len), _filled(one, values) + end) for one, end in said),
        ("", rf"(?:[0-9]{{4}}(?: – (?:{states}))?|{states})"),
        (code, re.escape(code) + r": ?(?:[0-9]:)?[0-9a-f ]{16,80}"),
    )


def _values(translate: Translate, states: str, *names: str) -> dict[str, str]:
    """Return the patterns of what can fill a place in a sentence, by its name."""
    # where a line ends, a name may be in two pieces behind one of these
    escaped = (re.escape(" ".join(one.split())) for one in names)
    name, title, owner, contact = (_JOINT.sub(r"\g<0> ?", one) for one in escaped)
    asked = contact or owner
    year = rf"(?:[0-9]{{4}}|{re.escape(translate(mark('year unknown')))})"
    version = re.escape(translate(mark("version {version}"))).replace(r"\{version\}", r"\S{1,40}")
    cited = rf"(?:{year}(?:, {version})?(?:, (?:{states}))?|{version}(?:, (?:{states}))?|{states})"
    return {
        "organisation": name,
        "title": title,
        "year": cited,
        **dict.fromkeys(("date", "first", "last"), r"[\w ]{4,24}"),
        "ground": r".{1,1200}",
        "whom": f"(?:{asked}, )?{name}" if asked else name,
        "board": r"[^.]{1,120}(?:\.[^.]{0,120})?",
        "code": r"[0-9a-f ]{4,40}",
        "codes": r"[0-9a-f][0-9a-f, ]{3,400}",
        # where a line ends an address may be in two pieces
        "address": r"https?://[\S ]{1,300}",
        "count": r"[0-9]{1,5}",
        "whole": r"[0-9]{1,5}",
        **dict.fromkeys(("places", "names", "versions", "later"), r".{1,1800}"),
        # the end of another sentence is no part of a name
        "body": r"(?:(?!\w{4}\. ).){1,1800}",
        "decision": r".{1,80}",
        "version": r".{1,80}",
        "other": r".{1,200}",
    }


def _filled(sentence: str, values: Mapping[str, str]) -> str:
    pieces = _PLACE.split(sentence)
    return "".join(values[p] if n % 2 else re.escape(p) for n, p in enumerate(pieces))


def _named(text: str, names: Mapping[str, _Value]) -> _Value | None:
    wanted = " ".join(text.split()).casefold()
    return next((value for name, value in names.items() if name.casefold() == wanted), None)
