"""What the scripts of the comparison read: one script of data per subject and one per protocol.

Classic scripts, so that a site on a disk works too. Each assigns one value of plain JSON to a
name; nothing in it runs. The clauses stand in a script per protocol, loaded when they are
wanted, and editing one protocol leaves those of all others as they were.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from protocolkit.base.messages import Marked, Translate
from protocolkit.base.objects import Object
from protocolkit.base.remembered import remembered
from protocolkit.comparison.concordance import Audience, audience_name
from protocolkit.comparison.exports import column_standing
from protocolkit.comparison.matrix import Cell, Column, Row
from protocolkit.document.model import Kind, Protocol
from protocolkit.document.outline import addressable, clause_text, labels, lead_ins, placed_items
from protocolkit.document.place import Place
from protocolkit.norms.norm import ClauseNorms
from protocolkit.site.comparison.data import (
    Comparison,
    counted_words,
    rule_code,
)
from protocolkit.site.comparison.likeness import Likeness, likeness_name
from protocolkit.site.comparison.relations import Square, cell_rows, relation_square
from protocolkit.site.comparison.rule_names import (
    PRESENCES,
    RULES,
    TEMPLATE_PRESENCES,
    Name,
    presence_name,
    rule_place,
)
from protocolkit.site.comparison.template_column import TemplateColumn
from protocolkit.site.comparison.values import ShownCell, ShownClause, ShownColumn, ShownText
from protocolkit.site.engine.script_words import (
    BASE_WORDS,
    COMPARISON_WORDS,
    NONE_AT,
    ONLY_AT,
    SIDE_WORDS,
)
from protocolkit.text.sentences import sentence_spans
from protocolkit.wording.thesaurus_file import word_groups

if TYPE_CHECKING:
    from protocolkit.comparison.judgements import RowJudgement

MOST_THEMES = 12
"""How many themes are shown until a visitor asks for all of them."""

_AUDIENCES = tuple(Audience)


def core_script(
    comparison: Comparison,
    template: TemplateColumn | None,
    addresses: Mapping[str, str],
    translate: Translate,
) -> str:
    """Return the script of a subject: topics, cells, relations and words, without the clauses.

    ``addresses`` leads to the script of clauses of each column, by slug. The template is the
    last column. The ``cells`` of a topic are one for each column: a clause's ``place`` is that in
    its script and its ``item`` that in the square ``relations``; a cell's ``state`` is its place
    in the square ``between``. Relations are ordered by nearness.
    """
    matrix = comparison.matrix
    places = {
        protocol.slug: {item.anchor: n for n, item in enumerate(addressable(protocol))}
        for protocol in comparison.subject.protocols
    }
    columns = [_column(column, translate) for column in matrix.columns]
    if template is not None:
        columns.append(template.column(translate))
    content = {
        "subject": matrix.subject,
        "title": matrix.title,
        **_words_content(translate),
        "synonyms": synonym_groups(),
        "columns": [_column_content(column, addresses[column.slug]) for column in columns],
        "themes": [{"id": theme.id, "title": theme.title} for theme in matrix.themes],
        "topics": [
            _topic(row, found, comparison, places, template, translate)
            for row, found in zip(matrix.rows, comparison.judgements.rows, strict=True)
        ],
    }
    return script(f"comparison/{matrix.subject}", content)


def _words_content(translate: Translate) -> Object:
    """Return what the script says of kinds of rule, relations and cells, and its own words."""
    return {
        "words": translated(COMPARISON_WORDS, translate),
        "side": translated(SIDE_WORDS, translate),
        "rules": {name[0]: name for name in names_content(RULES, translate)},
        "relations": names_content(map(likeness_name, Likeness), translate),
        "counted": {name.code: counted_words(name, translate) for name in (*RULES, *PRESENCES)},
        "presences": {
            name[0]: [*name, translate(BASE_WORDS[name[0]]) if name[0] in BASE_WORDS else ""]
            for name in names_content((*PRESENCES, *TEMPLATE_PRESENCES), translate)
        },
    }


def texts_script(
    protocol: Protocol, comparison: Comparison | None, lone: Mapping[str, ClauseNorms]
) -> str:
    """Return the script of a protocol: each clause and note in reading order.

    ``comparison`` is that of its subject, where that has topics; ``lone`` is what its clauses and
    notes ask, by anchor, where it is no column of that.
    """
    return clauses_script(protocol.subject, protocol.slug, _texts(protocol, comparison, lone))


def clauses_script(subject: str, slug: str, texts: Iterable[ShownText]) -> str:
    """Return the script of the clauses of a column."""
    return script(f"texts/{subject}/{slug}", [_text_content(text) for text in texts])


def _texts(
    protocol: Protocol, comparison: Comparison | None, lone: Mapping[str, ClauseNorms]
) -> Iterator[ShownText]:
    audiences = _audiences_of(comparison, protocol.slug)
    judged = comparison.judgements.norms if comparison else {}
    names, leads = labels(protocol), lead_ins(protocol)
    for place, item in placed_items([protocol]):
        text = " ".join(clause_text(item).split())
        found = lone.get(item.anchor) or judged[place]
        yield ShownText(
            anchor=item.anchor,
            label=names[item.anchor],
            text=text,
            lead_in=leads.get(item.anchor, ""),
            is_compared=item.kind.is_compared,
            rule=RULES[rule_place(found.main)].code if item.kind is Kind.RULE else "",
            first_end=_first_end(text),
            for_whom=_for_whom(found, audiences.get(item.anchor, frozenset())),
        )


def _audiences_of(comparison: Comparison | None, slug: str) -> dict[str, frozenset[Audience]]:
    """Return whom the topics of each clause of a protocol are for."""
    found: dict[str, frozenset[Audience]] = {}
    for row in comparison.matrix.rows if comparison else ():
        for cell in row.cells:
            if cell.organisation == slug:
                for clause in cell.clauses:
                    before = found.get(clause.place.anchor, frozenset())
                    found[clause.place.anchor] = before | {row.topic.audience}
    return found


def synonym_groups() -> list[list[str]]:
    """Return the groups of words that mean the same, as a visitor's words are brought to one form.

    In lower case, without accents, one space for whatever is no letter, digit or apostrophe.
    """
    groups = (sorted({_plain(word) for word in group}) for group in word_groups())
    return [group for group in groups if len(group) > 1]


def translated(words: Mapping[str, Marked], translate: Translate) -> dict[str, str]:
    """Return words for scripts in the reader's language."""
    return {key: translate(text) for key, text in words.items()}


def names_content(names: Iterable[Name], translate: Translate) -> list[list[str]]:
    """Return names for scripts: code, sign, words."""
    return [[name.code, name.sign, translate(name.words)] for name in names]


def script(name: str, content: object) -> str:
    """Return a classic script that keeps a value under a name."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    # A browser may take these for the end of a line.
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"(self.protocolkitData=self.protocolkitData||{{}})[{json.dumps(name)}]={text};\n"


def version_of(content: str) -> str:
    """Return a short version of a script, for its address: a changed one is fetched anew."""
    return hashlib.sha256(content.encode("utf-8")).hexdigest()[:8]


def _column(column: Column, translate: Translate) -> ShownColumn:
    return ShownColumn(
        slug=column.slug,
        name=column.name,
        title=f"{column.name} ({column_standing(column, translate)})",
        url=column.url,
        none=translate(NONE_AT[column.is_complete]).format(name=column.name),
        only=translate(ONLY_AT).format(name=column.name),
    )


def _column_content(column: ShownColumn, texts: str) -> Object:
    head = {"slug": column.slug, "name": column.name}
    if column.is_template:
        named = {"title": column.title, "url": column.url}
    else:
        said = {"none": column.none, "only": column.only}
        named = {**said, "url": column.url, "title": column.title}
    return {**head, **named, "isTemplate": column.is_template, "texts": texts}


def _text_content(text: ShownText) -> Object:
    return {
        "anchor": text.anchor,
        "label": text.label,
        "text": text.text,
        "leadIn": text.lead_in,
        "isCompared": text.is_compared,
        "rule": text.rule,
        "firstEnd": text.first_end,
        "forWhom": text.for_whom,
    }


def _topic(
    row: Row,
    found: RowJudgement,
    comparison: Comparison,
    places: Mapping[str, Mapping[str, int]],
    template: TemplateColumn | None,
    translate: Translate,
) -> Object:
    topic = row.topic
    square = relation_square(found, row.places, comparison.traits)
    cells = [
        _cell(cell, topic.id, square, comparison, places[cell.organisation]) for cell in row.cells
    ]
    if template is not None:
        cells.append(template.cell(topic.id, square))
    states = list(dict.fromkeys(cell.state for cell in cells if cell.state))
    return {
        "id": topic.id,
        "title": topic.title,
        "theme": topic.theme,
        "audience": topic.audience.value,
        "forWhom": audience_name(topic.audience, translate),
        "compared": topic.kind.is_compared,
        "cells": [_cell_content(cell, states) for cell in cells],
        "relations": square.rows,
        "between": cell_rows(states, square),
        "isLate": topic.theme not in {theme.id for theme in comparison.matrix.themes[:MOST_THEMES]},
    }


def _cell(
    cell: Cell, topic: str, square: Square, comparison: Comparison, places: Mapping[str, int]
) -> ShownCell:
    return ShownCell(
        presence=presence_name(cell.presence).code,
        clauses=tuple(
            ShownClause(
                place=places[one.place.anchor],
                rule=rule_code(comparison, topic, one.place),
                item=square.items[one.place],
                is_later=_answers_later(comparison, topic, one.place),
                is_proposed=not one.standing.is_decided,
            )
            for one in cell.clauses
        ),
    )


def _cell_content(cell: ShownCell, states: Sequence[tuple[int, ...]]) -> Object:
    state = {"state": states.index(cell.state)} if cell.state else {}
    return {
        "presence": cell.presence,
        "clauses": [_clause_content(clause) for clause in cell.clauses],
        **state,
    }


def _clause_content(clause: ShownClause) -> Object:
    return {
        "place": clause.place,
        "rule": clause.rule,
        "item": clause.item,
        **({"later": True} if clause.is_later else {}),
        **({"proposed": True} if clause.is_proposed else {}),
    }


def _answers_later(comparison: Comparison, topic: str, place: Place) -> bool:
    """Tell whether a clause answers a topic with another sentence than its first."""
    answer = comparison.judgements.answering.get((topic, place))
    return answer is not None and answer.sentence[0] > 0


@remembered
def _first_end(text: str) -> int:
    """Return where the first sentence ends, 0 when there is no other."""
    spans = sentence_spans(text)
    return spans[0][1] if len(spans) > 1 else 0


def _for_whom(norms: ClauseNorms, audiences: frozenset[Audience]) -> str:
    bound = {party.value for norm in norms.norms for party in norm.parties}
    bound |= {audience.value for audience in audiences}
    return "".join(str(n) for n, found in enumerate(_AUDIENCES) if found.value in bound)


def _plain(word: str) -> str:
    """Return a word as ``kit.plain`` in protocolkit-data.js makes it."""
    letters = unicodedata.normalize("NFD", word.replace("’", "'")).lower()
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(re.sub(r"[^\w']|_", " ", bare).split())
