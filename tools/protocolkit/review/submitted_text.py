"""Which text a returned file is about: the version that a council had before it.

One of our own files says so by the check code of its record, and a form by the code printed on it;
that version is looked up among those that were kept. Any other file is held beside every text of
the repository.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.changes.change_set import Version, version_of
from protocolkit.changes.protocol_items import items_of
from protocolkit.collection import printed_name, read_collection
from protocolkit.document.fingerprints import check_code, codes_of_before, protocol_fingerprint
from protocolkit.document.model import Protocol
from protocolkit.exchange.record import text_to_record
from protocolkit.repository_layout import DOCUMENT_END, protocols_folder, versions_folder
from protocolkit.review.returned_file import ReturnedFile
from protocolkit.review.version_choice import Chosen, are_of_one, newest_alike
from protocolkit.text.words import holds_in_a_row, tokens
from protocolkit.versions.index import Frozen, frozen_versions
from protocolkit.versions.named import open_version

REVIEW_OF_NOTHING = error(
    "review-of-nothing",
    "Nobody knows which text a returned file is about",
    "this file has too few words of any text here.",
    "Name the text: --text protocols/SUBJECT/NAME.md, or the version that was submitted.",
)
REVIEW_OF_SEVERAL = error(
    "review-of-several",
    "A returned file may be about several texts",
    "this file is about as much like each of these texts: {texts}.",
    "Say which of them it is about: --text, and then one of these names.",
)
# How much of a text a file without a record must have, word for word.
_LEAST = 0.3
# How much less of another text it may have for that to be as likely, of one that it has little of.
_AS_LIKELY, _LITTLE, _AS_MANY = 0.15, 0.5, 0.85
# With so much of a text a file is all of it, and what it lacks tells versions apart as well.
_WHOLE = 0.9
# A check code as it is printed: the first signs of a fingerprint, in groups.
_CODE = re.compile(r"(?<![\w])[0-9a-f]{4}(?: [0-9a-f]{4}){2,}(?!\w)")


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A text with the share of its paragraphs that a file has, and how many these are."""

    version: Version
    share: float
    count: float

    @property
    def own(self) -> tuple[str, str]:
        """Which protocol it is a version of."""
        protocol = self.version.protocol
        return protocol.subject, protocol.slug

    def is_rival(self, other: _Candidate) -> bool:
        """Tell whether a file may as well be about this text as about another, which it is like."""
        is_alike = self.share >= max(_LEAST, other.share - _AS_LIKELY)
        is_as_much = other.share < _LITTLE and self.count >= other.count * _AS_MANY
        return self.own != other.own and (is_alike or is_as_much)


def submitted_text(returned: ReturnedFile, root: Path, name: str) -> Chosen:
    """Return the text that a returned file is about; ``name`` is what messages call it.

    Raises :class:`ProtocolkitError` when no text of the repository is like it, or several are.
    """
    record = text_to_record(returned.record) if returned.record is not None else None
    if record is not None and record.protocol is not None:
        own = version_of(record.protocol)
        for found in _texts(root):
            if found.fingerprint == own.fingerprint:
                return Chosen(found)
        if here := text_now(record.protocol, root):
            return Chosen(version_of(here, _name(root, here)))
    # A paper with two codes has that of the text of before first.
    codes = ["".join(code.split()) for code in reversed(_CODE.findall(returned.words))]
    known: dict[str, Version] = {}
    for found in _texts(root) if codes else ():
        for one in (found.fingerprint, *codes_of_before(found.protocol)):
            known.setdefault("".join(check_code(one).split()), found)
    if code := next((one for one in codes if one in known), ""):
        return Chosen(known[code])
    return _most_alike(returned, root, name)


def _most_alike(returned: ReturnedFile, root: Path, name: str) -> Chosen:
    """Return the text that a file has most of; raise where it is as much like another protocol."""
    every = [_candidate(one, returned) for one in _texts(root)]
    best = max(every, key=lambda one: one.share, default=None)
    is_little = best is None or best.share < _LEAST
    best = _of_few(every, returned) if is_little else best
    if best is None:
        raise ProtocolkitError(problem(REVIEW_OF_NOTHING, Location(name)))
    likely = {best.own: best}
    for one in sorted(every if not is_little else (), key=lambda one: -one.share):
        if one.is_rival(best):
            likely.setdefault(one.own, one)
    named = [one for one in likely.values() if _names(returned.words, one.version.protocol)]
    if len(likely) > 1 and len(named) != 1:
        texts = ", ".join(one.version.shown_path for one in likely.values())
        raise ProtocolkitError(problem(REVIEW_OF_SEVERAL, Location(name), texts=texts))
    [chosen] = named if len(likely) > 1 else [best]
    own = [one for one in every if one.own == chosen.own]
    if chosen.share >= _WHOLE:
        own = [one for one in own if one.share == chosen.share]
    kept = {_kept_path(one, root) for one in frozen_versions(root)}
    return newest_alike([one.version for one in own], kept, returned.words)


def _of_few(every: Sequence[_Candidate], returned: ReturnedFile) -> _Candidate | None:
    """Return the text of which a file has a few clauses that stand in no other one, if any."""
    for best in sorted(every, key=lambda one: -one.share):
        others = (one.version.protocol for one in every if one.own != best.own)
        if are_of_one(best.version.protocol, others, returned.words):
            return best
    return None


def _candidate(version: Version, returned: ReturnedFile) -> _Candidate:
    share = returned.share(version.protocol)
    units = sum(len(item.units) for item in items_of(version.protocol))
    return _Candidate(version, share, share * units)


def _names(words: str, protocol: Protocol) -> bool:
    """Tell whether a file names whose text it is."""
    name = tokens(protocol.facts.organisation.name)
    return bool(name) and holds_in_a_row(tokens(words), name)


def _texts(root: Path) -> Iterator[Version]:
    """Yield every text of a repository, what was kept first: that is what councils had."""
    for entry in frozen_versions(root):
        path = versions_folder(root) / entry.file
        yield replace(open_version(str(path), root), path=_kept_path(entry, root))
    for subject in read_collection(root).subjects:
        for protocol in subject.protocols:
            yield version_of(protocol, _name(root, protocol))


def _kept_path(entry: Frozen, root: Path) -> str:
    return printed_name(versions_folder(root) / entry.file, root)


def earlier_texts(root: Path, own: Protocol) -> tuple[Protocol, ...]:
    """Return the texts of a protocol that were kept, the newest first."""
    begin = f"{own.subject}/{own.slug}@"
    kept = [one for one in frozen_versions(root) if one.file.startswith(begin)]
    paths = (versions_folder(root) / one.file for one in reversed(kept))
    return tuple(open_version(str(path), root).protocol for path in paths)


def text_now(own: Protocol, root: Path) -> Protocol | None:
    """Return the protocol of the same subject and name as it stands now."""
    for subject in read_collection(root).subjects:
        for protocol in subject.protocols:
            if (protocol.subject, protocol.slug) == (own.subject, own.slug):
                return protocol
    return None


def asked_later(own: Protocol, now: Protocol) -> Protocol | None:
    """Return a kept text with all that councils were asked on it, as a later one tells it.

    It is kept when the first of them is asked. None where the later text tells nothing of it.
    """
    code, every = protocol_fingerprint(own), now.facts.approvals
    places = [at for at, one in enumerate(every) if code in (one.fingerprint, *one.alike)]
    asked = every[: places[-1] + 1] if places else own.facts.approvals
    facts = replace(own.facts, approvals=asked)
    return replace(own, facts=facts) if asked != own.facts.approvals else None


def _name(root: Path, protocol: Protocol) -> str:
    path = protocols_folder(root) / protocol.subject / f"{protocol.slug}{DOCUMENT_END}"
    return printed_name(path, root)
