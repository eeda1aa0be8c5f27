"""Taking somebody's name out of a kept version on request: the one change that one may get.

The name becomes '[naam verwijderd]', the file says when that was done and which check code its text
had before, and the list of versions knows the file as it is now. Nothing else changes.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from protocolkit.base.files import read_text
from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, Severity, error, problem
from protocolkit.base.replacing import Found, find, replace_files
from protocolkit.collection import printed_name
from protocolkit.document.facts import RemovedName
from protocolkit.document.fingerprints import protocol_fingerprint
from protocolkit.document.model import Protocol
from protocolkit.document.outline import protocol_text
from protocolkit.norms.rule_words import decides, says_something
from protocolkit.reading.front_matter import split_front_matter
from protocolkit.reading.reader import read_protocol_text
from protocolkit.reading.yaml_edit import added
from protocolkit.reading.yaml_values import NotEditableError
from protocolkit.repository_layout import (
    DOCUMENT_END,
    document_place,
    version_place,
    versions_folder,
)
from protocolkit.text.name_forms import PARTICLES, TEACHERS
from protocolkit.text.person_names import NAME_REMOVED, person_names
from protocolkit.text.sentences import sentence_spans
from protocolkit.versions.frozen import is_as_kept
from protocolkit.versions.index import INDEX, Frozen, frozen_versions, index_text

NAME_GONE = error(
    "name-gone",
    "A name is in no kept version",
    "'{name}' stands in no kept version of this.",
    "Type the name as it stands there. What stands in the text that you work on, you change there.",
)
NAME_SHORT = error(
    "name-short",
    "A name is too short to be removed",
    "'{name}' is too short, or no name: it could be a part of other words.",
    "Type the whole name, such as 'J. Jansen'.",
)
NAME_TOUCHED = error(
    "name-touched",
    "A name cannot be removed from a version that was changed",
    "this version is not as it was kept.",
    "See 'protocol check'. Put that file and the list of versions back as they were.",
)
NAME_FIXED = error(
    "name-fixed",
    "A name cannot be removed safely",
    "the name stands in a place of this file where it cannot be removed without changing more.",
    "Ask whoever manages this repository. Nothing was changed.",
)
NAME_OF_RULE = error(
    "name-of-rule",
    "A word of a rule is not removed as a name",
    "'{word}' in '{name}' decides what a rule asks; that is nobody's name. Nothing was changed.",
    "Type the name alone, such as 'J. Jansen'. What a rule asks is changed in a new version.",
)
NAME_UNSURE = error(
    "name-unsure",
    "What is perhaps no name was not removed",
    "'{name}' does not look like somebody's name. Nothing was changed.",
    "Type the name with what stands before it, such as 'mevrouw Jansen'. Is it a name all the "
    "same? Read the sentences in which it stands, and add --yes.",
)
_IN_TEXT = r"\[naam verwijderd\]"
_LEAST_LETTERS = 4
_KEY = re.compile(r"\s*(?:-\s+)?[\w.-]+:")
_PLAIN_VALUE = re.compile(r"""(?P<space>[ ]+)(?P<value>[^\s"'\[{#&*!|>%@`].*)$""")


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a name stands: the file, and the sentence or the line of the facts."""

    file: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """A version that a name was taken out of: its file, and its check codes before and now."""

    file: str
    before: str
    now: str


def remove_name(
    root: Path,
    path: Path,
    name: str,
    today: str,
    confirm: Callable[[Sequence[Standing]], bool],
) -> tuple[Removed, ...]:
    """Take a name out of one kept version, or of all of a protocol; ``today`` is ISO 8601.

    ``confirm`` is shown each sentence with what is not surely a name. Raises
    :class:`ProtocolkitError`, with nothing written, when it says no, when the name is in none, and
    when one is not as it was kept or cannot be changed safely.
    """
    place = Location(printed_name(path, root))
    name = " ".join(name.split())
    _check_name(name, place)
    pattern = _pattern(name)
    index = find(versions_folder(root) / INDEX)  # before it is read
    entries = {entry.file: entry for entry in frozen_versions(root)}
    changes: list[tuple[Found, bytes]] = []
    done: list[Removed] = []
    places: list[Standing] = []
    for file in _concerned(root, path, entries):
        target = versions_folder(root) / file
        shown = printed_name(target, root)
        found = find(target)
        text = read_text(target, versions_folder(root), shown)
        if pattern.search(text):
            if not is_as_kept(root, target):
                raise ProtocolkitError(problem(NAME_TOUCHED, Location(shown)))
            made, removed = _without(text, pattern, shown, today)
            entries[file] = _listed(entries[file], made, removed)
            changes.append((found, made.encode()))
            done.append(removed)
            places += _places(text, pattern, shown)
    if not done:
        raise ProtocolkitError(problem(NAME_GONE, place, name=name[:80]))
    _check_wanted(name, places, confirm, place)
    replace_files([*changes, (index, _listing(entries))])
    return tuple(done)


def _listing(entries: dict[str, Frozen]) -> bytes:
    return index_text(sorted(entries.values(), key=lambda one: one.file)).encode()


def _listed(entry: Frozen, made: str, removed: Removed) -> Frozen:
    """Return how the list of versions knows a file as it is made now."""
    sha256 = hashlib.sha256(made.encode()).hexdigest()
    return replace(entry, sha256=sha256, fingerprint=removed.now)


def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, name.split())) + r"(?!\w)")


def _check_name(name: str, place: Location) -> None:
    """Raise for what cannot be a name: a part of a word, or a word that decides a rule."""
    if sum(map(str.isalpha, name)) < _LEAST_LETTERS:
        raise ProtocolkitError(problem(NAME_SHORT, place, name=name[:80]))
    word = next((word for word in re.findall(r"\w+", name) if decides(word)), None)
    if word is not None:
        raise ProtocolkitError(problem(NAME_OF_RULE, place, word=word, name=name[:80]))


def _check_wanted(
    name: str,
    places: Sequence[Standing],
    confirm: Callable[[Sequence[Standing]], bool],
    place: Location,
) -> None:
    """Raise where what is perhaps no name was not confirmed."""
    if not _is_surely_name(name, places) and not confirm(places):
        raise ProtocolkitError(problem(NAME_UNSURE, place, name=name[:80]))


def _is_surely_name(name: str, places: Sequence[Standing]) -> bool:
    """Tell whether words are a person's name by their form, all of them, and no words of a rule.

    One initial is that only after a title: 'B. Foto' in 'Zie bijlage B. Foto' is two sentences.
    """
    words = [word for word in re.findall(r"\w+", name) if word.lower() not in TEACHERS]
    if any(says_something(word) for word in words if word.lower() not in PARTICLES):
        return False
    if person_names(name) == (name,):
        return True
    is_initial = re.match(r"[^\W\d_]\.", name) is not None
    return is_initial and all(_is_titled(name, one.sentence) for one in places)


def _is_titled(name: str, sentence: str) -> bool:
    """Tell whether a name stands in a sentence after a title each time."""
    longer = [one for one in person_names(sentence) if one.endswith(f" {name}")]
    return bool(longer) and sum(map(sentence.count, longer)) == sentence.count(name)


def _places(text: str, name: re.Pattern[str], shown: str) -> Iterator[Standing]:
    """Yield each sentence of a kept version in which a name stands, and each line of its facts."""
    yaml, _, _ = split_front_matter(text)
    body = protocol_text(read_protocol_text(text, shown).protocol)
    lines = [" ".join(line.split()) for line in yaml.split("\n")]
    sentences = [" ".join(body[slice(*span)].split()) for span in sentence_spans(body)]
    for words in (*lines, *sentences):
        if name.search(words):
            yield Standing(file=shown, sentence=words)


def codes_before(root: Path) -> dict[str, str]:
    """Return the check codes that kept versions had before a name went, with their files."""
    found: dict[str, str] = {}
    for entry in frozen_versions(root):
        target = versions_folder(root) / entry.file
        try:
            text = read_text(target, versions_folder(root), entry.file)
        except ProtocolkitError:
            continue  # 'protocol check' tells of a version that cannot be read
        if "removed_names" in text:
            facts = read_protocol_text(text).protocol.facts
            found |= {one.fingerprint: entry.file for one in facts.removed_names}
    return found


def _concerned(root: Path, path: Path, entries: dict[str, Frozen]) -> Sequence[str]:
    """Return the kept versions that a path is of: itself, or all of a protocol."""
    if version_place(root, path) is not None:
        file = f"{path.parent.name}/{path.name}"
        return [file] if file in entries else []
    place = document_place(root, path)
    if place is None:
        return []
    begin = f"{place[0]}/{place[1]}@"
    return [file for file in entries if file.startswith(begin) and file.endswith(DOCUMENT_END)]


def _without(text: str, name: re.Pattern[str], shown: str, today: str) -> tuple[str, Removed]:
    """Return a file's text without a name; raise when anything else would change."""
    before = read_protocol_text(text, shown).protocol
    code = protocol_fingerprint(before)
    yaml, body, _ = split_front_matter(text)
    begin = text.index("\n") + 1
    head = "\n".join(_line_without(line, name) for line in yaml.split("\n"))
    note = {"date": today, "fingerprint": code}
    try:
        head = added(head, {"protocol": {"removed_names": [note]}})
    except (NotEditableError, TypeError):  # a key that became a list cannot be read as one
        raise ProtocolkitError(problem(NAME_FIXED, Location(shown))) from None
    fence = text[begin + len(yaml) : len(text) - len(body)]
    made = f"{text[:begin]}{head}{fence}{name.sub(lambda _: _IN_TEXT, body)}"
    reading = read_protocol_text(made, shown)
    now = reading.protocol
    is_read = not any(odd.code.severity is Severity.ERROR for odd in reading.problems)
    if not is_read or not _is_only_that(
        before, now, name, RemovedName(date=today, fingerprint=code)
    ):
        raise ProtocolkitError(problem(NAME_FIXED, Location(shown)))
    return made, Removed(file=shown, before=code, now=protocol_fingerprint(now))


def _line_without(line: str, name: re.Pattern[str]) -> str:
    """Return a line of YAML without a name; a bare value that holds one gets quotes."""
    key = _KEY.match(line)
    begin = key.end() if key else 0
    found = _PLAIN_VALUE.match(line, begin) if key else None
    if not name.search(line, begin):
        return line
    if found is None:
        return line[:begin] + name.sub(NAME_REMOVED, line[begin:])
    value, _, remark = found["value"].partition(" #")
    quoted = json.dumps(name.sub(NAME_REMOVED, value.rstrip()), ensure_ascii=False)
    after = f"  #{name.sub(NAME_REMOVED, remark)}" if remark else ""
    return f"{line[:begin]}{found['space']}{quoted}{after}"


def _is_only_that(
    before: Protocol, now: Protocol, name: re.Pattern[str], note: RemovedName
) -> bool:
    """Tell whether nothing but the name went, in the text and in the facts."""
    old, new = before.facts, now.facts
    facts = replace(old, removed_names=(*old.removed_names, note))
    return (
        name.sub(NAME_REMOVED, protocol_text(before)) == protocol_text(now)
        and name.sub(NAME_REMOVED, repr(facts)) == repr(new)
        and name.search(protocol_text(now)) is None
    )
