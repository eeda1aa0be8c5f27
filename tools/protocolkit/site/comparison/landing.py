"""The page where comparing begins: a search field and the questions on which boards differ most."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from protocolkit.base.messages import Translate
from protocolkit.comparison.matrix import Row
from protocolkit.paper.shared.lone_page import page_environment
from protocolkit.site.comparison.data import (
    Comparison,
    answer_counts,
    comparisons,
    disagreement,
)
from protocolkit.site.comparison.pages import Page
from protocolkit.site.comparison.rule_names import RULES
from protocolkit.site.engine.addresses import (
    COMPARISON,
    comparison_docname,
    relative,
    side_by_side_docname,
    topic_url,
)
from protocolkit.site.engine.language import translate_for
from protocolkit.site.engine.page_templates import is_unlisted
from protocolkit.site.engine.whole_site import add_pages

MOST_QUESTIONS = 10
_FEWEST_QUESTIONS = 3
_NAME = f"{COMPARISON}/index"
_RULE_CODES = frozenset(name.code for name in RULES)


def connect(app: Sphinx) -> None:
    """Make the page at the end of a build."""
    add_pages(app, _collect_pages)


def most_disputed(comparison: Comparison, most: int = MOST_QUESTIONS) -> tuple[Row, ...]:
    """Return the topics on which most pairs of boards give a different kind of rule.

    Ties go to what most boards have, then to the order of the topics. What is no rule, or what
    fewer than two boards have, is no question to compare.
    """
    scored = [
        (-disagreement(comparison, row), -_having(row), place, row)
        for place, row in enumerate(comparison.matrix.rows)
        if row.topic.kind.is_compared and _having(row) > 1
    ]
    return tuple(row for *_, row in sorted(scored, key=lambda one: one[:3])[:most])


def _having(row: Row) -> int:
    return sum(bool(cell.clauses) for cell in row.cells)


def _collect_pages(app: Sphinx) -> Iterator[Page]:
    translate = translate_for(app.config)
    template = page_environment(Path(app.srcdir)).get_template("landing.html")
    found = comparisons(app.env)
    most = max(_FEWEST_QUESTIONS, MOST_QUESTIONS // max(1, len(found)))
    title = translate("Compare")
    if len(found) == 1:
        title = translate("Compare: {subject}").format(subject=found[0].matrix.title)
    body = template.render(
        title=title,
        subjects=[_subject(one, most, translate) for one in found],
        level=3 if len(found) > 1 else 2,
        t=translate,
    )
    unlisted = any(is_unlisted(one.matrix) for one in found)
    yield _NAME, {"title": title, "body": body, "is_unlisted": unlisted}, "page.html"


def _subject(comparison: Comparison, most: int, translate: Translate) -> dict[str, Any]:
    matrix = comparison.matrix
    return {
        "slug": matrix.subject,
        "title": matrix.title,
        "boards": len(matrix.columns),
        "topics": len(matrix.rows),
        "table": relative(f"{comparison_docname(matrix.subject)}.html", _NAME),
        "side": relative(f"{side_by_side_docname(matrix.subject)}.html", _NAME),
        "questions": [
            {
                "title": row.topic.title,
                "address": relative(topic_url(matrix.subject, row.topic.id), _NAME),
                "counts": [
                    {
                        "code": found.code,
                        "sign": found.sign,
                        "count": found.count,
                        "words": found.words,
                        "is_rule": found.code in _RULE_CODES,
                    }
                    for found in answer_counts(comparison, row, translate)
                ],
            }
            for row in most_disputed(comparison, most)
        ],
    }
