"""A school takes over the protocol of its own board: word for word, with its own names filled in.

Anchors, numbers and notes stay the board's. What the board left open for its schools is filled
in, and at the end there is room for what the school adds.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from protocolkit.base.messages import Translate, mark
from protocolkit.document.adopted import BOARD_WIDE
from protocolkit.document.facts import Facts, OrganisationKind, Provenance, Source
from protocolkit.document.fingerprints import clause_mark, written_mark
from protocolkit.document.model import Block, Clause, Footnote, Paragraph, Protocol, Section
from protocolkit.document.outline import addressable, sections
from protocolkit.document.place import Place
from protocolkit.document.richtext import Text, plain
from protocolkit.document.tree import block_texts, map_parts, sections_of
from protocolkit.drafting.new.anchors import sound_anchor
from protocolkit.drafting.new.answers import NONE, OWN, Answers
from protocolkit.drafting.new.filling import filled
from protocolkit.drafting.template.values import Placeholder, PlaceholderKind
from protocolkit.text.markers import parse_number

ADDITION = "aanvulling"
"""Under which name a school answers what it adds; :data:`~.answers.NONE` for nothing."""

_Item = TypeVar("_Item", Clause, Footnote)
_ADDITIONS = mark("Additions of the school")
_ADDITION_OPEN = mark("[fill in here what applies at this school only]")
_BLANK = re.compile(r"\[(?P<words>(?:naam|functie|e-mail|website|adres|telefoon)[^\[\]\n]{0,60})\]")
_KEYS = {"naam van de school": "school", "naam school": "school", "naam van het bestuur": "bestuur"}


def school_fields(board: Protocol) -> tuple[Placeholder, ...]:
    """Return what a board's protocol leaves to its schools, each key once, in order."""
    found: dict[str, Placeholder] = {}
    for item in addressable(board):
        for field in fields_in(item):
            found.setdefault(field.key, field)
    return tuple(found.values())


def fields_in(item: Clause | Footnote) -> tuple[Placeholder, ...]:
    """Return the blanks that a clause leaves to a school, such as ``[naam van de school]``."""
    text = "\n".join(plain(rich) for rich in block_texts(item.blocks))
    return tuple(_field(match) for match in _BLANK.finditer(text))


def adopt(board: Protocol, answers: Answers, where: Protocol, translate: Translate) -> Protocol:
    """Return a school's protocol: the board's with the school's names, and room for additions."""
    values = {field.key: answers.value(field.key) for field in school_fields(board)}
    parts = map_parts(board.parts, lambda clause: _item(clause, values))
    notes = tuple(_item(note, values) for note in board.notes)
    addition = _additions(board, answers, translate)
    whole = replace(
        where, title=board.title, parts=(*parts, *addition), notes=notes, facts=board.facts
    )
    return replace(whole, facts=_facts(board, whole, answers))


def _facts(board: Protocol, whole: Protocol, answers: Answers) -> Facts:
    """Return the school's own facts; nothing that was decided on the board's text goes along."""
    given = answers.organisation
    organisation = replace(
        given,
        kind=OrganisationKind.SCHOOL,
        parent=given.parent or board.facts.organisation.name,
        sector=given.sector or board.facts.organisation.sector,
    )
    return replace(
        answers.facts,
        organisation=organisation,
        title=plain(board.title),
        title_supplied=board.facts.title_supplied,
        based_on=board.slug,
        retired=board.facts.retired,
        source=Source(complete=board.facts.source.complete),
        provenance=tuple(_provenance(board, whole)),
    )


def _provenance(board: Protocol, whole: Protocol) -> list[Provenance]:
    given = {item.anchor: item for item in addressable(board)}
    made = []
    for item in addressable(whole):
        if item.anchor not in given:
            made.append(Provenance(anchor=item.anchor, topic="", choice=OWN))
            continue
        offered = clause_mark(given[item.anchor])
        made.append(
            Provenance(
                anchor=item.anchor,
                topic="",
                choice=BOARD_WIDE,
                source=Place(board.slug, item.anchor),
                fingerprint=offered,
                written=written_mark(item) if clause_mark(item) != offered else "",
            )
        )
    return made


def filled_from_board(given: Clause | Footnote, values: Mapping[str, str]) -> tuple[Block, ...]:
    """Return a board's clause with what it leaves to its schools filled in."""
    fields = fields_in(given)
    return filled(given.blocks, fields, lambda field: values.get(field.key, ""), {})


def _item(item: _Item, values: Mapping[str, str]) -> _Item:
    return replace(item, blocks=filled_from_board(item, values))


def _additions(board: Protocol, answers: Answers, translate: Translate) -> tuple[Section, ...]:
    words = answers.placeholders.get(ADDITION, "").strip()
    if words == NONE:
        return ()
    taken = {section.anchor for section in sections(board)} | set(board.facts.retired)
    taken |= {item.anchor for item in addressable(board)}
    top = sections_of(board.parts)
    counted = [n for n in (parse_number(part.marker) for part in top) if n is not None]
    last = counted[-1].parts[-1] if counted and len(counted[-1].parts) == 1 else None
    marker = str(last.value + 1) if last is not None and not last.printed else ""
    text = " ".join(words.split()) or translate(_ADDITION_OPEN)
    clause = Clause(
        anchor=sound_anchor("aanvulling-1", taken),
        blocks=(Paragraph((Text(text),)),),
        marker="1.",
    )
    section = Section(
        anchor=sound_anchor("aanvullingen", taken),
        level=top[0].level if top else 2,
        title=(Text(translate(_ADDITIONS)),),
        marker=marker,
        parts=(clause,),
    )
    return (section,)


def _field(match: re.Match[str]) -> Placeholder:
    words = " ".join(match["words"].split())
    if words.lower().startswith("functie:"):
        kind, name = PlaceholderKind.FUNCTION, words.partition(":")[2]
        key = f"functie-{_name(name)}"
    else:
        kind, key = PlaceholderKind.ADDRESS, _KEYS.get(words.lower(), _name(words))
    return Placeholder(key=key, kind=kind, printed=match[0], words=match[0])


def _name(words: str) -> str:
    return re.sub(r"[^a-z0-9à-ÿ]+", "-", words.lower()).strip("-")
