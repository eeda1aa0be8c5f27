"""``<slug>.voorstel.yml``: why a text is proposed, as the officer wrote it. Read strictly.

It stands beside the protocol, and may be edited by hand::

    why: |
      Sinds 1 augustus mag een telefoon niet meer in de klas.
    effects:
      staff: Leraren nemen telefoons in.
      parents: Ouders bellen de school.
      pupils: De telefoon blijft in de kluis.
    measures: Er komen kluisjes.
    touches:
      staff: U neemt telefoons in. Dat kost tijd aan het begin van de les.
    plain:
      art-3: Je telefoon blijft in je kluisje.
    seen:
      art-3: "2:5d41402abc4b2a76 1f0c2a9b"

``seen`` is written by the program (:mod:`protocolkit.reading.seen_texts`). What is not there
is open, and every paper says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from protocolkit.base.files import is_there, read_text
from protocolkit.base.formats import PROPOSAL, PROPOSAL_END
from protocolkit.base.location import NOWHERE, Location
from protocolkit.base.problems import ProtocolkitError
from protocolkit.collection import printed_name
from protocolkit.reading.format_line import check_format
from protocolkit.reading.found_problems import Report
from protocolkit.reading.yaml_text import YamlMapping, read_mapping
from protocolkit.repository_layout import protocols_folder


@dataclass(frozen=True, slots=True, kw_only=True)
class PerSection:
    """What is said to each section of a council, "" where nobody wrote it."""

    staff: str = ""
    parents: str = ""
    pupils: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A clause in plain words, and ``seen``: which text of the clause they were written for."""

    text: str
    seen: str = ""
    location: Location = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Why a text is proposed, what each section of a council will notice, and what is done.

    ``touches`` says what of the text is about each section. ``plain`` says a clause in plain words,
    by its anchor; it is never the text itself.
    """

    why: str = ""
    effects: PerSection = PerSection()
    measures: str = ""
    touches: PerSection = PerSection()
    plain: Mapping[str, Summary] = field(default_factory=dict)


NO_PROPOSAL = Proposal()


def proposal_path(root: Path, subject: str, slug: str) -> Path:
    """Return where the proposal of a protocol stands."""
    return protocols_folder(root) / subject / f"{slug}{PROPOSAL_END}"


def read_proposal(root: Path, subject: str, slug: str) -> Proposal:
    """Return what was written with a proposal; nothing where there is no file.

    Raises :class:`~protocolkit.base.problems.ProtocolkitError` when the file cannot be read.
    """
    path = proposal_path(root, subject, slug)
    if not is_there(path):
        return NO_PROPOSAL
    name = printed_name(path, root)
    report = Report(name)
    found = read_proposal_text(read_text(path, protocols_folder(root), name), report)
    if report.problems:
        raise ProtocolkitError(report.problems[0])
    return found


def read_proposal_text(text: str, report: Report) -> Proposal:
    """Read the text of a file with a proposal; problems go to ``report``."""
    top = read_mapping(text, report)
    check_format(top, PROPOSAL, report)
    plain, seen = top.mapping("plain"), top.mapping("seen")
    found = Proposal(
        why=top.text("why").strip(),
        effects=_per_section(top.mapping("effects")),
        measures=top.text("measures").strip(),
        touches=_per_section(top.mapping("touches")),
        plain={
            anchor: Summary(
                text=plain.text(anchor).strip(),
                seen=seen.text(anchor),
                location=report.at(plain.line_of(anchor)),
            )
            for anchor in plain.names()
        },
    )
    seen.names()
    top.close()
    return found


def _per_section(entry: YamlMapping) -> PerSection:
    found = PerSection(
        staff=entry.text("staff").strip(),
        parents=entry.text("parents").strip(),
        pupils=entry.text("pupils").strip(),
    )
    entry.close()
    return found
