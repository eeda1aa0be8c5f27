"""Finding what a person means: the text of a check code, and the entry of a council."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, problem
from protocolkit.collection import printed_name, read_collection
from protocolkit.decisions.codes import (
    BODY_UNKNOWN,
    CODE_NEAR,
    CODE_OF_SEVERAL,
    CODE_UNKNOWN,
    NOBODY_ASKED,
    SCHOOLS_UNASKED,
    SEVERAL_ASKED,
)
from protocolkit.decisions.working_file import WorkingFile, open_working_file
from protocolkit.document.approval_lines import body_name
from protocolkit.document.approvals import FITTING, Approval, Decision, Right, is_among, is_decided
from protocolkit.document.bodies import is_of_council
from protocolkit.document.decided_text import asked_of, latest, takes_place
from protocolkit.document.fingerprints import (
    check_code,
    codes_of_before,
    hex_signs,
    protocol_fingerprint,
)
from protocolkit.document.known_codes import near_codes
from protocolkit.repository_layout import (
    DOCUMENT_END,
    protocols_folder,
    version_place,
    versions_folder,
)
from protocolkit.text.name_form import folded
from protocolkit.versions.index import frozen_versions
from protocolkit.versions.removed_names import codes_before

_CODE = re.compile(r"[0-9a-f]{8,64}")
_SHORT = re.compile(r"[0-9a-f]{4,7}")
_KIND = re.compile(r"\W*([0-9]{1,3})\s*:")
_APART = re.compile(r"[\s.,_\u00ad\u2010-\u2015\u2212-]")
_AROUND = ".,;:()[]<>'\"‘’“”`"
LEAST_SIGNS = 8
"""How many signs of a check code are needed to find a text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """A text that a check code belongs to: whose protocol it is, and its fingerprint."""

    path: Path
    fingerprint: str


def code_signs(typed: str) -> str:
    """Return a check code as it is compared, ``""`` for what is none.

    However its groups are kept apart, and whatever stands before a colon.

    >>> code_signs("2:0AF1 22bc-9d"), code_signs("protocols/pesten/de-brug.md")
    ('0af122bc9d', '')
    """
    signs = _alone(typed)
    return signs if _CODE.fullmatch(signs) else ""


def is_short_code(typed: str) -> bool:
    """Tell whether this can only be the begin of a check code, too short to find a text by."""
    return bool(_SHORT.fullmatch(_alone(typed)))


def _kind(typed: str) -> str:
    """Return the number before the colon of a code that is typed with one, "" without.

    >>> _kind("'2:0af1 22bc'"), _kind("Controlecode: 0af1 22bc")
    ('2:', '')
    """
    found = _KIND.match(typed)
    return f"{found[1]}:" if found else ""


def _alone(typed: str) -> str:
    """Return the signs of a code without what keeps them apart and stands around them."""
    return _APART.sub("", typed.strip().strip(_AROUND).rpartition(":")[2]).lower()


def find_by_code(root: Path, signs: str, typed: str, body: str = "") -> Coded:
    """Return the protocol that has or had a text with a check code.

    Of several it is the one in which ``body`` was asked about that text. Raises
    :class:`ProtocolkitError` when no text of the repository has it, and when it is not clear which.
    """
    by_path: dict[Path, Coded] = {}
    kind = _kind(typed)
    for one in (text for text in _texts(root) if _has(text, signs, kind)):
        by_path.setdefault(one.path, one)
    if not by_path:
        raise _unknown(root, signs, typed)
    # When a protocol got another name, only its kept versions still say the earlier one.
    there = [one for one in by_path.values() if one.path.exists()] or [*by_path.values()]
    asked = [one for one in there if len(there) > 1 and _was_asked(root, one.path, body, signs)]
    found = asked if len(asked) == 1 else there
    if len(found) > 1:
        names = ", ".join(printed_name(one.path, root) for one in found)
        raise ProtocolkitError(problem(CODE_OF_SEVERAL, Location(typed), names=names))
    return found[0]


def _unknown(root: Path, signs: str, typed: str) -> ProtocolkitError:
    """Return that no text has a check code, with those that it is nearly."""
    found = near_codes(signs, dict.fromkeys(one.fingerprint for one in _texts(root)))
    near, least = "; ".join(map(check_code, found)), str(LEAST_SIGNS)
    if not near:
        return ProtocolkitError(problem(CODE_UNKNOWN, Location(typed), least=least))
    return ProtocolkitError(problem(CODE_NEAR, Location(typed), near=near, least=least))


def _was_asked(root: Path, path: Path, body: str, signs: str) -> bool:
    """Tell whether a protocol says that a council was asked about the text with a check code."""
    if not path.exists():
        return False
    wanted = asked_of(Approval(body=body, right=Right.CONSENT))[0]
    return any(
        asked_of(one)[0] == wanted
        and one.right is not Right.ADOPTION
        and any(hex_signs(code).startswith(signs) for code in one.every_code)
        for one in open_working_file(root, path).protocol.facts.approvals
    )


def _has(text: Coded, signs: str, kind: str) -> bool:
    """Tell whether a text has a code that begins so, of the kind that was typed, if any."""
    is_of_kind = text.fingerprint.startswith(kind)
    return is_of_kind and hex_signs(text.fingerprint).startswith(signs)


def _texts(root: Path) -> Iterator[Coded]:
    """Yield each text of a repository: as they stand, then as they were kept."""
    for subject in read_collection(root).subjects:
        for protocol in subject.protocols:
            path = protocols_folder(root) / subject.slug / f"{protocol.slug}{DOCUMENT_END}"
            yield Coded(path=path, fingerprint=protocol_fingerprint(protocol))
            for before in codes_of_before(protocol):
                yield Coded(path=path, fingerprint=before)
    for entry in frozen_versions(root):
        place = version_place(root, versions_folder(root) / entry.file)
        if place is not None:
            path = protocols_folder(root) / place[0] / f"{place[1]}{DOCUMENT_END}"
            yield Coded(path=path, fingerprint=entry.fingerprint)
    for fingerprint, file in codes_before(root).items():
        place = version_place(root, versions_folder(root) / file)
        if place is not None:
            path = protocols_folder(root) / place[0] / f"{place[1]}{DOCUMENT_END}"
            yield Coded(path=path, fingerprint=fingerprint)


def not_asked(
    file: WorkingFile,
    body: str,
    section: str | None,
    right: Right | None,
    decision: Decision | None = None,
) -> ProtocolkitError:
    """Return why nothing can be decided: the section, and the right where that is what differs.

    Those who were asked are named. A board that adopted the text was not, and neither was who was
    only informed; a council that made a proposal is named when the decision is about a proposal.
    """
    every = file.protocol.facts.approvals
    is_on_proposal = right is Right.PROPOSAL or decision in FITTING[Right.PROPOSAL]
    entries = [
        one
        for one in every
        if is_of_council(one)
        or (one.right is Right.ADOPTION and one.sent)
        or (one.right is Right.PROPOSAL and is_on_proposal)
    ]
    named = body_name(Approval(body=body, section=section or "", right=Right.CONSENT))
    wanted = asked_of(Approval(body=body, section=section or "", right=Right.CONSENT))[:2]
    names = [body_name(entry) for entry in entries]
    if any(asked_of(entry)[:2] == wanted for entry in entries):
        named = f"{named}: {right.value}" if right else named
        names = [f"{body_name(entry)}: {entry.right.value}" for entry in entries]
    if not names:
        return ProtocolkitError(problem(NOBODY_ASKED, Location(file.name), body=named))
    values = {"body": named, "known": "; ".join(dict.fromkeys(names))}
    return ProtocolkitError(problem(BODY_UNKNOWN, Location(file.name), **values))


def find_entry(
    file: WorkingFile,
    body: str,
    section: str | None,
    right: Right | None,
    decision: Decision | None = None,
    schools: Sequence[str] = (),
) -> tuple[int, Approval]:
    """Return the entry of a council with its place (from 0): the last one that is still open.

    ``schools`` say which, of a council that was asked for some schools and for others apart.
    Where none is open, the one that counts for the text as it stands. Raises
    :class:`ProtocolkitError` when the council was not asked, and when it was asked several things.
    """
    own = _asked_of_council(file, body, section, right)
    if not own:
        raise not_asked(file, body, section, right, decision)
    if schools:
        named = frozenset(map(folded, schools))
        own = [one for one in own if one[1].places == named]
        if not own:
            raise ProtocolkitError(problem(SCHOOLS_UNASKED, Location(file.name)))
    counting = latest(file.protocol)
    last = [
        (number, entry)
        for number, entry in own
        if not any(at > number and takes_place(later, entry) for at, later in own)
    ]
    still = (
        [one for one in last if not is_decided(one[1])]
        or [one for one in own if is_among(one[1], counting)]
        or last
    )
    if len(still) > 1:
        said = [(f"{body_name(one)}: {one.right.value}", *one.schools) for _, one in still]
        known, place = "; ".join(map(", ".join, said)), Location(file.name)
        raise ProtocolkitError(problem(SEVERAL_ASKED, place, body=body, known=known))
    return still[0]


def _asked_of_council(
    file: WorkingFile, body: str, section: str | None, right: Right | None
) -> list[tuple[int, Approval]]:
    """Return what was asked of a council, or of its section, each with its place (from 0)."""
    wanted = asked_of(Approval(body=body, section=section or "", right=Right.CONSENT))
    return [
        (number, entry)
        for number, entry in enumerate(file.protocol.facts.approvals)
        if asked_of(entry)[0] == wanted[0]
        and (section is None or asked_of(entry)[1] == wanted[1])
        and (right is None or entry.right is right)
        and entry.right is not Right.INFORMATION
    ]
