"""Every format in which we write something down, with its version; the only place that knows them.

A file says its version itself: in YAML with ``format: 1``, in JSON with ``"format"`` and
``"version"``. One that says nothing is of version 1. A version that this code does not know is
refused, since nobody can say what it means; older ones are read. When a change makes that an older
protocolkit would misread a file, its version goes up here, and its reader keeps the older ones.
"""

from __future__ import annotations

from dataclasses import dataclass

from protocolkit.base.location import Location
from protocolkit.base.objects import Object
from protocolkit.base.problems import Problem, error, problem

FORMAT_NEWER = error(
    "format-newer",
    "A file was made with a newer protocolkit",
    "this was made with a newer protocolkit: it has format {found}, and this one knows formats up "
    "to {known}. It is not read.",
    "Use the newer protocolkit, or ask for this file in an older format.",
)
FORMAT_WRONG = error(
    "format-wrong",
    "A format is no number",
    "'{found}' is no number of a format. This is not read.",
    "Write {known} here, or take this line out.",
)

PROPOSAL_END, REPLIES_END, REASONS_END = ".voorstel.yml", ".reacties.yml", ".waarom.yml"
"""How the names of files beside a protocol end: a proposal, answers to remarks, reasons."""

KEY = "format"
"""The key under which a YAML file says its version."""

_MOST_DIGITS = 9
_SHOWN = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format: the version that is written, and where it stands.

    ``key`` is what holds the version: :data:`KEY`, or ``version`` in JSON.
    """

    name: str
    version: int
    where: str
    key: str = KEY

    @property
    def full_name(self) -> str:
        """What JSON says under ``format``: which of our formats it is."""
        return f"protocolkit-{self.name}"

    def head(self) -> Object:
        """Return the first keys of JSON in this format."""
        return {"format": self.full_name, "version": self.version}


FRONT_MATTER = Format(
    name="front-matter",
    version=1,
    where="`protocol:` at the top of `protocols/<subject>/<slug>.md`",
)
TOPICS = Format(name="topics", version=1, where="`topics.yml`")
SEEN = Format(name="seen", version=1, where="`topics.seen.yml`")
CHOICES = Format(name="choices", version=1, where="`voorbeeldprotocol.yml`")
THESAURUS = Format(name="thesaurus", version=1, where="`thesaurus.yml`")
STYLE = Format(name="style", version=1, where="`templates/<slug>/style.yml`")
LEDGER = Format(name="ledger", version=1, where="`bron/<slug>.ledger.yml`")
ANSWERS = Format(
    name="answers", version=1, where="the answers of `protocol new`, and the composer's"
)
PROTOCOL = Format(name="protocol", version=1, where="`protocol export`", key="version")
RECORD = Format(name="record", version=1, where="inside our Word and PDF files", key="version")
MATRIX = Format(name="matrix", version=1, where="`matrix.json`", key="version")
CHANGES = Format(name="changes", version=1, where="`protocol compare --format json`", key="version")
FROZEN = Format(name="frozen", version=1, where="`versions/versions.json`", key="version")
REASONS = Format(name="reasons", version=1, where="`<slug>.waarom.yml`, of `protocol reasons`")
PROBLEMS = Format(name="problems", version=1, where="`protocol check --format json`", key="version")
PROPOSAL = Format(name="proposal", version=1, where="`<slug>.voorstel.yml`, for `protocol dossier`")
REPLIES = Format(
    name="replies", version=1, where="`<slug>.reacties.yml`, of `protocol comments --answers`"
)
DOSSIER = Format(
    name="dossier", version=1, where="`inhoud.json` of `protocol dossier`", key="version"
)
ARCHIVE = Format(
    name="archive", version=1, where="`inhoud.json` of `protocol archive`", key="version"
)
COMMENTS = Format(
    name="comments", version=1, where="`protocol comments --format json`", key="version"
)
STATUS = Format(name="status", version=1, where="`protocol status --format json`", key="version")
ALIGNMENT = Format(
    name="alignment", version=1, where="`protocol align --uncurated --format json`", key="version"
)
JOINED = Format(name="joined", version=1, where="`protocol align --onto`", key="version")
KEPT = Format(name="kept", version=2, where="`protocol align --keep`", key="version")
REPOSITORY = Format(
    name="repository",
    version=1,
    where="`wheels/repository.json`, of `protocol init`",
    key="version",
)

FORMATS = (
    FRONT_MATTER,
    TOPICS,
    SEEN,
    CHOICES,
    THESAURUS,
    STYLE,
    LEDGER,
    ANSWERS,
    PROTOCOL,
    RECORD,
    MATRIX,
    CHANGES,
    FROZEN,
    REASONS,
    PROBLEMS,
    PROPOSAL,
    REPLIES,
    DOSSIER,
    ARCHIVE,
    COMMENTS,
    STATUS,
    ALIGNMENT,
    JOINED,
    KEPT,
    REPOSITORY,
)


def format_problem(form: Format, found: str, location: Location) -> Problem | None:
    """Return why a version cannot be read, None for one that can; ``""`` is an older file's."""
    if not found:
        return None
    known, shown = str(form.version), found[:_SHOWN]
    is_number = found.isascii() and found.isdigit() and len(found) <= _MOST_DIGITS
    if not is_number or int(found) < 1:
        return problem(FORMAT_WRONG, location, found=shown, known=known)
    if int(found) > form.version:
        return problem(FORMAT_NEWER, location, found=shown, known=known)
    return None
