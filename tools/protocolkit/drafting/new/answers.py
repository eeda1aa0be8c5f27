"""What someone answered for a new protocol: the values of an answers file, read and written.

The file is what ``protocol new --answers`` reads and what it leaves when somebody stops halfway;
its schema is published as ``templates/schemas/answers.schema.json``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from protocolkit.base.files import read_text
from protocolkit.base.formats import ANSWERS, KEY
from protocolkit.base.location import Location
from protocolkit.base.objects import Object
from protocolkit.base.problems import Problem
from protocolkit.document.declared_fact import declared
from protocolkit.document.facts import Facts, Organisation, OrganisationKind, Status
from protocolkit.document.organisations import education_of
from protocolkit.drafting.template.blanks import EDUCATION_KEY, SCHOOLS_JOINED
from protocolkit.drafting.template.one_board import SCHOOLS_KEY
from protocolkit.exchange.answers_file import AnswersFile
from protocolkit.reading.fact_fields import read_record
from protocolkit.reading.format_line import check_format
from protocolkit.reading.found_problems import Report
from protocolkit.reading.yaml_text import read_mapping
from protocolkit.text.words import INVISIBLE

NONE = "geen"
"""The answer that leaves a topic out; an empty answer leaves it open."""

OWN = "eigen"
"""The answer that stands for words of one's own; provenance calls the choice of a clause so."""

# Beyond it JSON has two of its signs for one character, and YAML reads any as it stands.
_PLANE = 0xFFFF


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers(AnswersFile):
    """Everything that was answered so far, and what follows from it.

    ``path`` is the file that it was read from. ``lines`` are the places there, by path
    (``choices.bij-twijfel``).
    """

    path: str = field(default="", compare=False)
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)

    def location(self, key: str) -> Location:
        """Return where something was answered, or the whole file."""
        return Location(self.path, self.lines.get(key, 0))

    def choosing(self, choices: Mapping[str, str]) -> Answers:
        """Return the answers with these choices besides."""
        return replace(self, choices={**self.choices, **choices})

    @property
    def facts(self) -> Facts:
        """The facts of the protocol that is made of them."""
        return Facts(
            organisation=self.organisation,
            status=Status.CONCEPT,
            applies_to=self.schools,
        )

    def own_words(self, topic: str) -> str:
        """Return the words of one's own on a topic; ``""`` when something else was chosen."""
        text = self.texts.get(topic, "") if self.choices.get(topic) == OWN else ""
        return text if text.translate(INVISIBLE).strip() else ""

    def value(self, key: str) -> str:
        """Return what stands for a placeholder, or ``""`` when that is open.

        What was filled in by name wins; then functions and systems by their general name, then
        the organisation itself.
        """
        bare = key.removeprefix("functie-")
        told = (self.placeholders, self.systems, self.functions)
        for answered in told:
            for name in (key, bare):
                if answered.get(name, "").strip():
                    return " ".join(answered[name].split())
        return self._own_name(key)

    def _own_name(self, key: str) -> str:
        is_school = self.organisation.kind is OrganisationKind.SCHOOL or bool(self.adopts)
        if key == "school" and is_school:
            return self.organisation.name
        if key == "bestuur":
            return self.organisation.parent if is_school else self.organisation.name
        joined = next((word for word, found in SCHOOLS_JOINED.items() if found == key), "")
        if joined:
            given = "" if key == SCHOOLS_KEY else self.value(SCHOOLS_KEY)
            own = self.organisation.name if is_school else ""
            return _in_a_row(self.schools, joined) or _joined(given, joined) or own
        if key == EDUCATION_KEY:
            return education_of(self.organisation.sector)
        return self.schools[0] if key == "school" and len(self.schools) == 1 else ""


def _in_a_row(names: Sequence[str], joined: str) -> str:
    """Return names as a text has them: ``De Wal, De Dijk en De Terp``."""
    before = ", ".join(names[:-1])
    return f"{before} {joined} {names[-1]}" if before else "".join(names)


def _joined(row: str, joined: str) -> str:
    """Return a row of names that somebody typed, with another word before the last of them."""
    before, found, last = row.rpartition(" en ")
    return f"{before} {joined} {last}" if found else row


def read_answers(path: Path, name: str = "") -> tuple[Answers, tuple[Problem, ...]]:
    """Read an answers file; ``name`` is how messages call it.

    Raises :class:`~protocolkit.base.problems.ProtocolkitError` when it cannot be read as text, or
    has a newer format.
    """
    report = Report(name or str(path))
    return read_answers_text(read_text(path, None, report.path), report), tuple(report.problems)


def read_answers_text(text: str, report: Report) -> Answers:
    """Read the text of an answers file; problems go to ``report``."""
    top = read_mapping(text, report)
    check_format(top, ANSWERS, report)
    answers = read_record(Answers, top, path=report.path, lines=top.lines_by_path())
    organisation = answers.organisation
    return replace(
        answers,
        organisation=replace(organisation, name=" ".join(organisation.name.split())),
        schools=tuple(" ".join(school.split()) for school in answers.schools),
    )


def write_answers(answers: Answers, asked: Iterable[str], remarks: Mapping[str, str]) -> str:
    """Return the text of an answers file with what was ``asked`` so far, by path.

    ``remarks`` are printed behind a choice, by topic, so that a person sees what it is about.
    But for these it is JSON, which is YAML too: the composer on the website opens it.
    """
    known = frozenset(asked)
    lines = [f" {_json(KEY)}: {ANSWERS.version}"]
    for name in declared(AnswersFile):
        value: object = getattr(answers, name)
        if isinstance(value, Mapping):
            inner = list(_entries(value, remarks if name == "choices" else {}))
            lines += ["\n".join([f" {_json(name)}: {{", *inner, " }"])] if value else []
        elif isinstance(value, Organisation):
            told = _told(value, known)
            lines += [f" {_json(name)}: {_json(told)}"] if told else []
        elif value or name in known or (name == "adopts" and _is_from_template(answers, known)):
            lines.append(f" {_json(name)}: {_json(value)}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _is_from_template(answers: Answers, asked: frozenset[str]) -> bool:
    """Tell whether the start was asked for and is the template: an empty ``adopts`` says so."""
    return "start" in asked and not answers.merges


def _told(organisation: Organisation, asked: frozenset[str]) -> Object:
    """Return what is known of an organisation; what was asked for is there if only empty."""
    if not organisation.name:
        return {}
    told: Object = {"name": organisation.name}
    if "organisation.kind" in asked:
        told["kind"] = organisation.kind.value
    for key in ("sector", "parent"):
        value: str = getattr(organisation, key)
        if value or f"organisation.{key}" in asked:
            told[key] = value
    if organisation.aliases:
        told["aliases"] = organisation.aliases
    return told


def _entries(entries: Mapping[str, str], remarks: Mapping[str, str]) -> Iterator[str]:
    """Yield the lines of a mapping; a remark comes after the comma."""
    left = len(entries)
    for key, value in entries.items():
        left -= 1
        # a line break in a remark would begin a line of its own
        shown = "".join(filter(str.isprintable, " ".join(remarks.get(key, "").split())))
        comma, behind = "," if left else "", f"  # {shown}" if shown else ""
        yield f"  {_json(key)}: {_json(value)}{comma}{behind}"


def _json(value: object) -> str:
    """Return a value as JSON that YAML reads too; what does not print is escaped."""
    text = json.dumps(value, ensure_ascii=False)
    return "".join(c if c.isprintable() or ord(c) > _PLANE else f"\\u{ord(c):04x}" for c in text)
