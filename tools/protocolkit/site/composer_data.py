"""What the composer knows, as scripts of data: the template, each board's clauses, a Word file.

The browser only picks and fills in; every word, and how it stands in Markdown and in Word, was
written here by the writers that protocols have.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from protocolkit.comparison.judgements import Variant
from protocolkit.comparison.matrix import Place, Row
from protocolkit.cover import sector_name
from protocolkit.drafting.answers import EDUCATION, NONE
from protocolkit.drafting.assembling import MARK_LENGTH, OWN, sound_anchor
from protocolkit.drafting.document_order import in_order_of
from protocolkit.drafting.new_protocol import appendix_key, protocol_title
from protocolkit.drafting.offering import offer
from protocolkit.drafting.sources import Sources, make_sources
from protocolkit.drafting.template import (
    AppendixKind,
    Choice,
    Template,
    TemplateTheme,
    TemplateTopic,
)
from protocolkit.messages import Translate, mark
from protocolkit.model import Clause, Kind
from protocolkit.outline import addressable
from protocolkit.paper.docx.open_file import SIGN, Frame, OpenWord
from protocolkit.site.comparison_scripts import script, translated, version_of
from protocolkit.site.composer_clauses import clause_contents, own_choice, pieces
from protocolkit.site.composer_words import WORDS
from protocolkit.site.judged import Judged

SECTORS = ("po", "vo", "so", "mbo")
"""The sectors that a form offers."""

_APPENDIX = {
    AppendixKind.GUIDANCE: mark("Appendix: guidance"),
    AppendixKind.LINKS: mark("Appendix: more information"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ComposerScripts:
    """The scripts of one subject: what every visit needs, Word, and the boards by slug."""

    core: str
    word: str
    boards: Mapping[str, str]


def composer_scripts(
    judged: Judged, template: Template, translate: Translate, *, language: str, project: Path
) -> ComposerScripts:
    """Return the scripts of a subject; ``project`` has the look of Word files."""
    name = template.subject
    word = OpenWord(translate, language=language, project=project, slug=name)
    sources = make_sources(judged.matrix, judged.judgements, judged.subject.protocols)
    boards = {
        board: script(f"composer/{name}/{board}", _board(board, judged, sources, word))
        for board in sources.by_slug
    }
    pool = _Pool()
    core = _core(template, pool, translate)
    clauses = clause_contents(pool.choices, word)
    title = protocol_title(template.title, translate)
    frame = _word_content(word.frame(title), word, clauses)
    word_script = script(f"composer/{name}/word", frame)
    core |= {
        "title": title,
        "keys": {p.printed: p.key for choice in pool.choices for p in choice.placeholders},
        "clauses": clauses,
        **_everything(judged, template),
        "word": version_of(word_script),
        "boards": {board: version_of(text) for board, text in boards.items()},
    }
    return ComposerScripts(core=script(f"composer/{name}", core), word=word_script, boards=boards)


class _Pool:
    """The choices that a template offers, each with a place."""

    def __init__(self) -> None:
        self.choices: list[Choice] = []

    def add(self, choice: Choice) -> int:
        """Add a choice and return its place."""
        self.choices.append(choice)
        return len(self.choices) - 1


def _core(template: Template, pool: _Pool, translate: Translate) -> dict[str, object]:
    return {
        "subject": template.subject,
        "version": template.version[:MARK_LENGTH],
        "words": translated(WORDS, translate),
        "sectors": {sector: sector_name(sector, translate) for sector in SECTORS},
        "education": dict(EDUCATION),
        "compared": [kind.value for kind in Kind if kind.is_compared],
        "rule": Kind.RULE.value,
        "themes": [_theme(theme, pool) for theme in template.themes],
        "topics": [_topic(topic, pool) for topic in template.topics],
        "appendices": [
            {
                "id": appendix_key(found.kind),
                "anchor": sound_anchor(appendix_key(found.kind), set()),
                "stem": sound_anchor(found.kind.value, set()),
                "title": translate(_APPENDIX[found.kind]),
                "clauses": [pool.add(choice) for choice in found.choices],
            }
            for found in template.appendices
        ],
    }


def _theme(theme: TemplateTheme, pool: _Pool) -> dict[str, object]:
    return {
        "id": theme.id,
        "anchor": sound_anchor(f"deel-{theme.id}", set()),
        "title": theme.title,
        "own": [
            {
                "after": own.after,
                "stem": sound_anchor(own.anchor, set()),
                "clause": pool.add(own_choice(own.blocks, OWN)),
            }
            for own in theme.extra
        ],
    }


def _topic(topic: TemplateTopic, pool: _Pool) -> dict[str, object]:
    return {
        "id": topic.id,
        "stem": sound_anchor(topic.id, set()),
        "theme": topic.theme,
        "title": topic.question,
        "kind": topic.kind.value,
        "start": {sector: started(topic, sector) for sector in ("", *SECTORS)},
        "contrary": [[found.left, found.right] for found in topic.contests],
        "options": [
            {
                "id": choice.id,
                "main": choice.main_topic,
                "clauses": [pool.add(choice)],
                "places": [holder.place for holder in choice.holders],
            }
            for choice in topic.choices
        ],
    }


def started(topic: TemplateTopic, sector: str = "") -> str:
    """Return what is chosen before anybody chose: an id, 'geen', or nothing where boards differ."""
    first = topic.recommended_in(sector)
    if topic.is_optional:
        return NONE
    return first.id if first is not None else ""


def _everything(judged: Judged, template: Template) -> dict[str, object]:
    """Return every topic and theme, also what the template lacks: two boards may have it."""
    return {
        "rows": [
            {
                "id": row.topic.id,
                "stem": sound_anchor(row.topic.id, set()),
                "theme": row.topic.theme,
                "title": row.topic.title,
                "kind": row.topic.kind.value,
            }
            for row in judged.matrix.rows
        ],
        "allThemes": [
            {
                "id": theme.id,
                "anchor": sound_anchor(f"deel-{theme.id}", set()),
                "title": theme.title,
                "own": [],
            }
            for theme in in_order_of(template, judged.matrix.themes)
        ],
    }


def _board(board: str, judged: Judged, sources: Sources, word: OpenWord) -> dict[str, object]:
    """Return everything that a board's document says, for becoming one with another."""
    rows = zip(judged.matrix.rows, judged.judgements.rows, strict=True)
    made: dict[Place, Choice] = {}
    places: dict[Place, int] = {}
    topics: dict[str, list[list[int]]] = {}
    for row, found in rows:
        variants = {place: n for n, v in enumerate(found.variants) for place in v.members}
        for place in _places(row, board):
            if place not in made and not _is_record(place, sources):
                places[place] = len(made)
                made[place] = _alone(place, sources, row)
            if place in made:
                topics.setdefault(row.topic.id, []).append([places[place], variants.get(place, -1)])
    rest = [(board, item.anchor) for item in addressable(sources.by_slug[board].protocol)]
    loose = [p for p in rest if p not in made and _is_clause(p, sources)]
    loose = [p for p in loose if not _is_record(p, sources)]
    for place in loose:
        places[place] = len(made)
        made[place] = _alone(place, sources, None)
    protocol = sources.by_slug[board].protocol
    return {
        "name": protocol.facts.organisation.name or board,
        "anchor": sound_anchor(f"verder-{board}", set()),
        "clauses": clause_contents(tuple(made.values()), word),
        "topics": topics,
        "rest": [places[place] for place in loose],
    }


def _places(row: Row, board: str) -> list[Place]:
    found = [
        (cell.organisation, clause.anchor)
        for cell in row.cells
        for clause in cell.clauses
        if cell.organisation == board
    ]
    return list(dict.fromkeys(found))


def _alone(place: Place, sources: Sources, row: Row | None) -> Choice:
    variant = Variant(
        representative=place,
        text=sources.neutral(place),
        members=(place,),
        verbatim=(place,),
        families=1,
    )
    return offer(variant, sources, row=row)


def _is_clause(place: Place, sources: Sources) -> bool:
    return isinstance(sources.item(place), Clause)


def _is_record(place: Place, sources: Sources) -> bool:
    return _is_clause(place, sources) and sources.is_record(place)


def _word_content(
    frame: Frame, word: OpenWord, clauses: Iterable[dict[str, object]]
) -> dict[str, object]:
    """Return the Word file without its text, and the XML of every clause, taken from it."""
    parts: dict[str, object] = {}
    for name, content in frame.parts.items():
        try:
            parts[name] = pieces(content.decode("utf-8"), SIGN)
        except UnicodeDecodeError:
            parts[name] = base64.b64encode(content).decode("ascii")
    xml = []
    for clause in clauses:
        notes = clause["notes"]
        assert isinstance(notes, list)
        xml.append([clause.pop("xml"), [note.pop("xml") for note in notes]])
    return {
        "parts": parts,
        "shapes": {name: pieces(text, SIGN) for name, text in frame.shapes.items()},
        "xml": xml,
        "links": word.addresses,
    }
