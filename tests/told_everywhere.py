"""What every reader tells of one protocol at one moment; tests hold these to each other."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from decided import Desk
from protocolkit.base.messages import translator
from protocolkit.collection import read_document
from protocolkit.commands.today import today
from protocolkit.document.adoptions import schools_of_texts
from protocolkit.document.cover import Cover, make_cover
from protocolkit.document.decided_text import as_it_stands
from protocolkit.document.fingerprints import protocol_fingerprint
from protocolkit.document.model import Protocol
from protocolkit.repository_layout import version_files
from protocolkit.site.my_school import cover_at, here_words
from protocolkit.site.versions.standing import row_words, standing_words
from protocolkit.versions.board_texts import board_texts
from protocolkit.versions.decided_versions import unproven_bodies
from protocolkit.versions.entry import Entry, TextStanding
from protocolkit.versions.history import histories
from protocolkit.versions.index import frozen_versions
from protocolkit.versions.known_text import KnownText
from typed import typed

_COUNT = re.compile(r"\b\d+ van \d+ scholen|\balle \d+ scholen")
_REFUSED = re.compile(r"Instemming is niet gegeven voor: (.+)\.$")
_DAY = "9999-12-31"
"""A day on which everything that was adopted has begun."""


# What check finds of councils and a reader of the text is to know as well.
_TOLD = {
    "adopted-before-consent": "is vastgesteld op",
    "advice-unanswered": "nog geen schriftelijk antwoord",
    "council-ended-undecided": "had nog niet over deze tekst besloten|voordat zij over deze tekst",
    "mr-schools-unsaid": "niet vastgelegd voor welke scholen",
    "school-passed-over": "geen raad gevraagd",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is told now: the status everywhere, how each version stands, and what check finds.

    ``schools`` gives the status on the page of each school, ``value`` what other programs read, and
    ``said`` what ``status`` prints.
    """

    status: str
    history: dict[str, str]
    checked: tuple[str, ...]
    schools: dict[str, str]
    notices: tuple[str, ...]
    value: dict[str, Any] = field(compare=False)
    said: str = field(compare=False)


def told(desk: Desk) -> Told:
    """Return what every reader tells of the protocol of a desk; they must agree."""
    protocol = as_it_stands(desk.protocol, today())
    translate = translator()
    unproven = unproven_bodies(protocol, desk.root)
    board = board_texts(protocol, desk.root)
    cover = make_cover(protocol, translate, board=board, unproven=unproven, day=today())
    name = desk.path.relative_to(desk.root).as_posix()
    said = typed("status", name, cwd=desk.root).stdout
    assert f"Status: {cover.status}. " in said
    assert all(notice in said for notice in cover.decided), (cover.decided, said)
    content = json.loads(typed("status", name, "--format", "json", cwd=desk.root).stdout)
    [value] = content["protocols"]
    assert (value["shown"], value["notices"]) == (cover.status, list(cover.decided))
    history = history_of_desk(desk, protocol)
    _hold_history(history, value, protocol)
    checked = tuple(desk.checked())
    is_back = protocol.facts.status.value == "vervangen"
    assert ("put-back-unadopted" in checked) == is_back, checked
    for code, words in _TOLD.items():
        # of another text that holds beside this one 'status' tells it, and this cover does not
        assert code not in checked or re.search(words, said), (code, said)
    assert value["status"] in (cover.status, protocol.facts.status.value)
    rows = {one.name: row_words(one, _DAY, translate, "nl") for one in history}
    schools: dict[str, str] = {}
    for one in schools_of_texts(protocol.facts):
        here = cover_at(protocol, one, desk.root, translate, "nl")
        schools[one] = _at(protocol, one, here)
        _hold_counts(here, cover)
        _hold_rows(here, one, cover, said)
    return Told(
        status=cover.status,
        history=rows,
        checked=checked,
        schools=schools,
        notices=cover.decided,
        value=value,
        said=said,
    )


def _hold_counts(here: Cover, cover: Cover) -> None:
    """Hold what the page of a school says of how many schools there are to the cover."""
    for said in here.notices:
        assert not _COUNT.search(said) or said in cover.notices, (said, cover.notices)


def _hold_rows(here: Cover, school: str, cover: Cover, said: str) -> None:
    """Hold what the page of a school says of decisions and refusals to what ``status`` says."""
    for line in here.approvals:
        assert f"{line.body}, {line.decision}" in said, (line, said)
    if school in _refused(cover):
        assert school in _refused(here), (here.decided, cover.decided)
    if school in _refused(here):
        assert any(line.outcome == "niet gegeven" for line in here.approvals), here


def _refused(cover: Cover) -> set[str]:
    """Return the schools for which a cover says that consent was not given."""
    found = (_REFUSED.match(one) for one in cover.decided)
    return {school for one in found if one for school in one[1].split(", ")}


def _at(protocol: Protocol, school: str, here: Cover) -> str:
    """Return the status on the page of a school, and that no text holds there where that is so."""
    status, standing = here_words(protocol, school, here, translator())
    return f"{status}: geen tekst" if "geen tekst vastgesteld" in standing else status


def history_of_desk(desk: Desk, protocol: Protocol) -> tuple[Entry, ...]:
    """Return the texts of the protocol of a desk as the site knows them."""
    slug = desk.path.stem
    listed = {entry.file: entry for entry in frozen_versions(desk.root)}
    kept = [
        replace(
            _known(read_document(path, desk.root).protocol, name, path, slug), kept_on=entry.date
        )
        for path in version_files(desk.root)
        if (entry := listed.get(f"{path.parent.name}/{path.name}"))
        if (name := path.stem.partition("@")[2]) and path.stem.startswith(f"{slug}@")
    ]
    present = _known(protocol, "", desk.path, slug)
    found = histories([present], kept)
    return found[0].entries if found else ()


def _known(protocol: Protocol, name: str, path: Path, slug: str) -> KnownText:
    made = Protocol(
        facts=protocol.facts,
        title=protocol.title,
        parts=protocol.parts,
        notes=protocol.notes,
        subject="pesten",
        slug=slug,
        location=protocol.location,
    )
    return KnownText(
        name=name,
        docname=path.stem,
        protocol=made,
        fingerprint=protocol_fingerprint(protocol),
        key=path.stem,
    )


def _hold_history(history: tuple[Entry, ...], value: dict[str, object], now: Protocol) -> None:
    """Hold the history to what ``status`` says is in force, and each version's page to it."""
    rows = [one for one in history if one.same_as is None]
    holding = [one for one in rows if one.standing is TextStanding.HOLDS]
    in_force = value["in_force"]
    assert isinstance(in_force, list)
    assert len(holding) == len({one["fingerprint"] for one in in_force}), (rows, in_force)
    translate = translator()
    for one in history:
        words = standing_words(one, _DAY, translate, "nl")
        cover = make_cover(one.told, translate)
        is_anew = one.present is not None and one.standing is TextStanding.PENDING
        if (kept := one.kept_page) is not None and not is_anew:
            assert make_cover(kept, translate).mark == cover.mark, one.name
        if one.standing is TextStanding.HOLDS:
            assert cover.mark == "", (one.name, cover.mark)
        else:
            assert cover.mark, (one.name, words)
            assert "geldt nu" not in words
    present = next((one for one in history if one.present), None)
    if present is not None:
        is_now = any(one["is_this_text"] for one in in_force)
        assert (present.standing is TextStanding.HOLDS) == is_now
        assert protocol_fingerprint(now) == present.text.fingerprint
