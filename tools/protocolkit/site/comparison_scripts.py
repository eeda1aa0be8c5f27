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
from collections.abc import Iterable, Mapping
from itertools import combinations

from protocolkit.comparison.concordance import Audience
from protocolkit.comparison.judgements import RowJudgement
from protocolkit.comparison.matrix import Cell, Column, Place, Presence, Row
from protocolkit.cover import status_name
from protocolkit.messages import Marked, Translate
from protocolkit.model import Clause, Kind, Protocol
from protocolkit.norms.norm import ClauseNorms
from protocolkit.norms.recognise import protocol_norms
from protocolkit.outline import addressable, clause_text, labels, lead_ins
from protocolkit.sentences import sentence_spans
from protocolkit.site.addresses import topic_url
from protocolkit.site.comparison_data import (
    Comparison,
    answer_counts,
    clause_rule,
    counts_in_words,
    does_differ,
)
from protocolkit.site.comparison_words import PLACES, SIDE_WORDS, WORDS
from protocolkit.site.drafts import is_draft
from protocolkit.site.rule_names import (
    PRESENCES,
    RELATIONS,
    RULES,
    Name,
    presence_place,
    relation_place,
    rule_place,
)
from protocolkit.wording.thesaurus_file import word_groups

_RELATION_LETTERS = "0123456789"
_NOT_JUDGED = "-"
_AUDIENCES = tuple(Audience)


def core_script(comparison: Comparison, versions: Mapping[str, str], translate: Translate) -> str:
    """Return the script of a subject: topics, cells, relations and words, without the clauses.

    ``versions`` is the version of each protocol's own script, by slug. Of a topic, ``cells``
    holds for each column ``[presence, [[clause, rule, variant, exact, proposed], …]]``, where
    ``clause`` is the place in the protocol's script; ``relations`` is the upper triangle of
    relations between the clauses in order of the columns, or between the variants when there are
    too many clauses, one digit each.
    """
    matrix = comparison.matrix
    places = {
        protocol.slug: {item.anchor: n for n, item in enumerate(addressable(protocol))}
        for protocol in comparison.subject.protocols
    }
    content = {
        "subject": matrix.subject,
        "title": matrix.title,
        "words": translated(WORDS, translate),
        "side": translated(SIDE_WORDS, translate),
        "rules": names_content(RULES, translate),
        "relations": names_content(RELATIONS, translate),
        "presences": names_content(PRESENCES, translate),
        "synonyms": synonym_groups(),
        "columns": [
            _column(column, comparison, versions.get(column.slug, ""), translate)
            for column in matrix.columns
        ],
        "themes": [{"id": theme.id, "title": theme.title} for theme in matrix.themes],
        "topics": [
            _topic(row, found, comparison, places, translate)
            for row, found in zip(matrix.rows, comparison.judgements.rows, strict=True)
        ],
    }
    return script(f"comparison/{matrix.subject}", content)


def texts_script(protocol: Protocol, audiences: Mapping[str, frozenset[Audience]]) -> str:
    """Return the script of a protocol: each clause and note in reading order.

    A clause is ``[anchor, label, text, lead-in, kind, rule, end of the first sentence, for
    whom]``; ``kind`` and ``rule`` are places (-1: no rule), ``for whom`` the digits of audiences:
    those that its norms bind and those of its topics.
    """
    norms = protocol_norms(protocol)
    names, leads = labels(protocol), lead_ins(protocol)
    lines = []
    for item in addressable(protocol):
        text = " ".join(clause_text(item).split())
        kind = item.kind if isinstance(item, Clause) else None
        found = norms[item.anchor]
        lines.append(
            [
                item.anchor,
                names[item.anchor],
                text,
                leads.get(item.anchor, ""),
                tuple(Kind).index(kind) if kind else -1,
                rule_place(found.main) if kind is Kind.RULE else -1,
                _first_end(text),
                _for_whom(found, audiences.get(item.anchor, frozenset())),
            ]
        )
    return script(f"texts/{protocol.subject}/{protocol.slug}", lines)


def audiences_of(comparison: Comparison | None, slug: str) -> dict[str, frozenset[Audience]]:
    """Return for whom the topics of each clause of a protocol are."""
    found: dict[str, frozenset[Audience]] = {}
    for row in comparison.matrix.rows if comparison else ():
        for cell in row.cells:
            if cell.organisation == slug:
                for clause in cell.clauses:
                    before = found.get(clause.anchor, frozenset())
                    found[clause.anchor] = before | {row.topic.audience}
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


def _column(
    column: Column, comparison: Comparison, version: str, translate: Translate
) -> dict[str, object]:
    family = comparison.judgements.kinship.family_of(column.slug)
    return {
        "slug": column.slug,
        "name": column.name,
        "year": column.year or translate("year unknown"),
        "status": status_name(column.status, translate),
        "draft": is_draft(column.status),
        "complete": column.is_complete,
        "url": column.url,
        "family": [slug for slug in family if slug != column.slug],
        "version": version,
    }


def _topic(
    row: Row,
    found: RowJudgement,
    comparison: Comparison,
    places: Mapping[str, Mapping[str, int]],
    translate: Translate,
) -> dict[str, object]:
    topic = row.topic
    clauses = [(cell.organisation, one.anchor) for cell in row.cells for one in cell.clauses]
    by_place = _relations(found)
    joined = [variant.representative for variant in found.variants]
    whole = all(
        (left, right) in by_place for left, right in combinations(clauses, 2) if left[0] != right[0]
    )
    return {
        "id": topic.id,
        "title": topic.title,
        "url": topic_url(comparison.matrix.subject, topic.id),
        "theme": topic.theme,
        "audience": topic.audience.value,
        "compared": topic.kind.is_compared,
        "rule": topic.kind is Kind.RULE,
        "differs": does_differ(found),
        "found": found.found,
        "complete": found.complete,
        "counts": counts_in_words(answer_counts(comparison, row, translate)),
        "variants": len(found.variants),
        "cells": [_cell(cell, found, comparison, places) for cell in row.cells],
        "by": PLACES["clauses"] if whole else PLACES["variants"],
        "relations": _triangle(clauses if whole else joined, by_place),
    }


def _cell(
    cell: Cell,
    found: RowJudgement,
    comparison: Comparison,
    places: Mapping[str, Mapping[str, int]],
) -> list[object]:
    home = {place: n for n, variant in enumerate(found.variants) for place in variant.members}
    exact = {place for variant in found.variants for place in variant.verbatim}
    slug = cell.organisation
    clauses = [
        [
            places[slug][one.anchor],
            clause_rule(comparison, found.topic, (slug, one.anchor)),
            home[slug, one.anchor],
            int((slug, one.anchor) in exact),
            int(not one.standing.is_decided),
        ]
        for one in cell.clauses
    ]
    if cell.presence in (Presence.NOT_FOUND, Presence.UNKNOWN):
        return [presence_place(cell.presence)]
    return [presence_place(cell.presence), clauses]


def _relations(found: RowJudgement) -> dict[tuple[Place, Place], str]:
    known: dict[tuple[Place, Place], str] = {}
    for pair in found.pairs:
        digit = _RELATION_LETTERS[relation_place(pair.judgement.relation)]
        known[pair.left, pair.right] = known[pair.right, pair.left] = digit
    return known


def _triangle(items: list[Place], known: Mapping[tuple[Place, Place], str]) -> str:
    return "".join(known.get(pair, _NOT_JUDGED) for pair in combinations(items, 2))


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
