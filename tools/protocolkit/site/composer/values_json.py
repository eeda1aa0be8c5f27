"""The composer's values as plain JSON: the only place that knows its keys, which the scripts read.

``opstellen.js`` and ``opstellen-bestand.js`` are the other side.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from protocolkit.base.formats import ANSWERS
from protocolkit.base.objects import Object
from protocolkit.document.cover_notices import MOST_PLACES
from protocolkit.document.outline import short_name
from protocolkit.paper.docx.open_file import Frame
from protocolkit.paper.docx.open_labels import label_measures
from protocolkit.site.comparison.open_files import in_script, open_file
from protocolkit.site.composer.values import (
    Board,
    BoardOption,
    ChoiceClash,
    ClauseFragments,
    Core,
    Group,
    LooseItem,
    Needed,
    NoteFragments,
    TermForms,
    TopicItem,
)


def core_content(core: Core) -> Object:
    """Return what every visit needs of a subject."""
    return {
        "format": ANSWERS.version,
        "subject": core.subject,
        "title": core.title,
        "shapes": dict(core.shapes),
        "someone": core.someone,
        "version": core.version,
        "words": dict(core.words),
        "sectors": dict(core.sectors),
        "school": core.school,
        "always": core.always,
        "marker": core.marker,
        "openPatterns": [list(pattern) for pattern in core.open_patterns],
        "mostOpen": MOST_PLACES,
        "groups": [_group(group) for group in core.groups],
        "appendices": [list(found) for found in core.appendices],
        "needed": _needed(core.needed),
        "clashes": [_clash(found) for found in core.clashes],
        "blanks": dict(core.blanks),
        "rows": dict(core.rows),
        "terms": [_terms(group) for group in core.terms],
        "speaking": {
            "key": core.speaking.key,
            "wishes": list(core.speaking.wishes),
            "forms": [list(form) for form in core.speaking.forms],
            "quoted": core.speaking.quoted,
        },
        "targets": dict(core.targets),
        "word": core.word,
        "boards": dict(core.boards),
    }


def _clash(found: ChoiceClash) -> list[str]:
    return [found.left, found.right, found.clash.value, found.told, found.told_back]


def _terms(group: TermForms) -> Object:
    return {
        "key": group.key,
        "found": group.found,
        "forms": {form: list(place) for form, place in group.forms.items()},
        "inflected": [list(forms) for forms in group.inflected],
        "case": group.has_case,
        "apart": group.is_apart,
    }


def board_content(board: Board) -> Object:
    """Return everything that a board's document says; its options are as those of a topic."""
    return {
        "name": board.name,
        "topics": {topic: _board_option(board, found) for topic, found in board.topics.items()},
        "rest": _group(board.rest),
        "behind": list(board.behind),
    }


def word_content(frame: Frame, xml: Sequence[str]) -> Object:
    """Return the Word file without its text, as a zip to complete, and the XML of every clause."""
    return {
        **open_file(frame.parts),
        "shapes": {name: in_script(text) for name, text in frame.shapes.items()},
        "labels": label_measures(),
        "xml": list(xml),
    }


def _needed(needed: Needed) -> Object:
    return {
        "chapters": dict(needed.chapters),
        "shorts": {title: short_name(title) for title in needed.chapters.values()},
        "around": needed.around,
        "whom": needed.whom,
        "board": needed.board,
        "schools": needed.schools,
        "items": [
            {
                "id": item.key,
                "name": item.id,
                "stem": item.id,
                "title": item.question,
                "chapter": item.chapter,
                "kind": item.kind.value,
                "found": list(item.found),
                "whole": list(item.whole),
                "topics": list(item.topics),
                "open": _clause(item.still_open),
                "start": {"": item.standard.id},
                "contrary": [],
                "options": [
                    {"id": item.standard.id, "places": [], "clauses": [_clause(item.standard)]}
                ],
            }
            for item in needed.items
        ],
    }


def _group(group: Group) -> Object:
    items = [_topic(i) if isinstance(i, TopicItem) else _loose(i) for i in group.items]
    named = {"anchor": group.anchor, "title": group.title, "short": short_name(group.title)}
    return {**named, "items": items}


def _topic(topic: TopicItem) -> Object:
    return {
        "id": topic.id,
        "stem": topic.stem,
        "title": topic.title,
        "kind": topic.kind.value,
        "open": _clause(topic.still_open),
        "start": dict(topic.start),
        "contrary": list(topic.contrary),
        "options": [
            {
                "id": option.id,
                "clauses": [_clause(option.clause)],
                "places": [str(place) for place in option.places],
            }
            for option in topic.options
        ],
    }


def _loose(item: LooseItem) -> Object:
    when: Mapping[str, object] = {"when": item.when} if item.when else {}
    return {**when, "stem": item.stem, "clauses": [_clause(clause) for clause in item.clauses]}


def _board_option(board: Board, option: BoardOption) -> Object:
    return {
        "id": board.slug,
        "places": [],
        "clauses": [_clause(clause) for clause in option.clauses],
        "same": list(option.same),
        "weights": list(option.weights),
        "contests": {slug: list(told) for slug, told in option.contests.items()},
        "html": option.html,
    }


def _clause(clause: ClauseFragments) -> Object:
    return {
        "key": clause.key,
        "id": clause.id,
        "main": clause.main,
        "kind": clause.kind.value,
        "source": str(clause.source),
        "mark": clause.mark,
        "words": clause.words,
        "alone": clause.is_alone,
        "text": clause.text,
        "md": clause.markdown,
        **({"xml": clause.xml} if clause.number is None else {}),
        "notes": [_note(note) for note in clause.notes],
        **_number(clause.number),
        **_told(clause),
    }


def _told(clause: ClauseFragments) -> Object:
    """Return what is true of few clauses."""
    told: Object = {
        name: getattr(clause, name)
        for name in ("order", "aside", "loose", "whose", "leans", "home", "introduces")
    }
    told |= {"table": clause.is_table, "faults": list(map(list, clause.faults))}
    if clause.offered != clause.words:
        told["offered"] = clause.offered
    return {**{key: value for key, value in told.items() if value}, "says": list(clause.says)}


def _note(note: NoteFragments) -> Object:
    return {
        "id": note.id,
        "words": note.words,
        "text": note.text,
        "md": note.markdown,
        **({"xml": note.xml} if note.number is None else {}),
        **_number(note.number),
        **({"leans": note.leans} if note.leans else {}),
        **({"faults": list(map(list, note.faults))} if note.faults else {}),
    }


def _number(number: int | None) -> Object:
    """Return where the XML is that stands apart."""
    return {} if number is None else {"n": number}
