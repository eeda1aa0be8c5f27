"""Names of persons that would stand on the website, in papers, or in what a file says of itself.

A role says the same without a name. Only names that their form gives away are seen
(:mod:`protocolkit.text.person_names`).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from protocolkit.base.files import is_there, read_bytes
from protocolkit.base.formats import PROPOSAL_END, REASONS_END, REPLIES_END
from protocolkit.base.location import Location
from protocolkit.base.problems import Problem, ProtocolkitError, problem, warning
from protocolkit.base.remembered import remembered
from protocolkit.checking.acceptance import without_accepted
from protocolkit.checking.passages import headings, passages
from protocolkit.collection import TOPICS_FILE, printed_name, text_in
from protocolkit.decisions.named_persons import persons_in_entry
from protocolkit.document.model import Protocol
from protocolkit.document.names import own_names
from protocolkit.reading.reader import read_protocol_text
from protocolkit.repository_layout import (
    DOCUMENT_END,
    protocols_folder,
    subject_names,
    version_files,
)
from protocolkit.text.late_patterns import late
from protocolkit.text.named_bodies import is_lone_person
from protocolkit.text.person_names import is_person, person_names
from protocolkit.text.spoken_names import spoken_names

PERSON_NAMED = warning(
    "person-named",
    "The name of a person would be published",
    "'{words}' looks like the name of a person; the website and the files would show it.",
    "Write what that person does. Does the name belong there, accept it with a reason.",
)
PERSON_BESIDE = warning(
    "person-beside",
    "The name of a person stands in a file beside the protocols",
    "'{words}' looks like the name of a person; what stands here goes into papers and pages.",
    "Write a role instead, such as 'een lid van de raad' or 'een ouder'.",
)
PERSON_IN_FILE = warning(
    "person-in-file",
    "A file says which person made it",
    "this file says of itself that '{words}' made it or worked on it.",
    "Take the name out and save the file again; in Word: File, Info, Inspect Document.",
)
PERSON_KEPT = warning(
    "person-kept",
    "The name of a person stands in a kept version",
    "'{words}' looks like the name of a person; the website shows kept versions too.",
    "Take the name out with: protocol remove-name",
)
_BESIDE = (PROPOSAL_END, REASONS_END, REPLIES_END, TOPICS_FILE)
_WORD_ENDS = (".docx", ".docm", ".dotx", ".xlsx")
_MOST_BYTES = 50_000_000
# Every line beside the protocols is asked in every build, and few of them changed.
_NAMES, _SPOKEN_NAMES = remembered(person_names), remembered(spoken_names)
# What stands behind a key and its value is for who writes the file: 'a-1:  # De leraar belt'.
_QUOTED = r"""(?:"(?:\\.|[^"\\])*"|'(?:[^']|'')*')"""
_COMMENT = late(rf"^(\s*(?:{_QUOTED}|[^\s:#\"']+):(?: {_QUOTED})?)\s+#.*$")


def check_people(protocol: Protocol) -> Iterator[Problem]:
    """Yield every name of a person in a protocol: in its text, and in what is said of it."""
    for passage in (*headings(protocol), *passages(protocol)):
        for name in person_names(passage.text):
            yield passage.report(PERSON_NAMED, words=name)
    facts = protocol.facts
    said = list(filter(is_person, (facts.owner, facts.contact)))
    for entry in facts.approvals:
        found = persons_in_entry(entry, own_names(facts))
        said += [words for where, words in found if where != "proof"]
        said += [entry.body] if is_lone_person(entry.body) else []
    for words in dict.fromkeys(said):
        yield problem(PERSON_NAMED, protocol.location, words=words)


def check_people_beside(root: Path) -> Iterator[Problem]:
    """Yield every name of a person in the files beside the protocols, and in sources' properties.

    So for kept versions. A file that cannot be read is told by who reads it.
    """
    for path in version_files(root):
        yield from _in_kept(path, root)
    for subject in subject_names(root):
        folder = protocols_folder(root) / subject
        for path in sorted(folder.glob("*.yml")):
            if path.name.endswith(_BESIDE):
                yield from _in_lines(path, root)
        for path in sorted(folder.rglob("*")):
            yield from _in_properties(path, root)


def _in_kept(path: Path, root: Path) -> Iterator[Problem]:
    """Yield the names in a kept version that are no longer in the present text.

    What stands there still is told of that text, or was accepted in it.
    """
    now = protocols_folder(root) / path.parent.name / f"{path.stem.partition('@')[0]}{DOCUMENT_END}"
    try:
        protocol = read_protocol_text(text_in(path, root), printed_name(path, root)).protocol
        still = text_in(now, root) if is_there(now) else ""
    except ProtocolkitError:
        return
    for found in without_accepted(protocol, check_people(protocol)):
        values = dict(found.values)
        if found.code == PERSON_NAMED and str(values["words"]) not in still:
            yield problem(PERSON_KEPT, found.location, **values)


def _in_lines(path: Path, root: Path) -> Iterator[Problem]:
    name = printed_name(path, root)
    try:
        lines = text_in(path, root).split("\n")
    except ProtocolkitError:
        return
    names_in = _NAMES if path.name.endswith(TOPICS_FILE) else _SPOKEN_NAMES
    for number, line in enumerate(lines, start=1):
        said = _COMMENT.sub(r"\1", line)
        if not said.lstrip().startswith("#"):
            # What is written on one line in the file may be several lines of a remark.
            for words in names_in(said.replace("\\n", "\n").replace(': "', ": \n")):
                yield problem(PERSON_BESIDE, Location(name, number), words=words)


def _in_properties(path: Path, root: Path) -> Iterator[Problem]:
    ending = path.suffix.lower()
    if ending not in (*_WORD_ENDS, ".pdf") or not path.is_file():
        return
    from protocolkit.importing.extract.pdf.made_by import makers_of_pdf  # noqa: PLC0415 - slow to load
    from protocolkit.importing.extract.word.made_by import makers_of_word  # noqa: PLC0415 - slow to load

    name = printed_name(path, root)
    try:
        content = read_bytes(path, protocols_folder(root), name, limit=_MOST_BYTES)
        makers = makers_of_pdf(content) if ending == ".pdf" else makers_of_word(content)
        for words in dict.fromkeys(makers):
            if is_person(words):
                yield problem(PERSON_IN_FILE, Location(name), words=words)
    except ProtocolkitError:
        return
