"""The comparison of each subject as a page: filled late, because it needs every protocol."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from protocolkit.base.files import bytes_or_nothing
from protocolkit.base.messages import Translate
from protocolkit.collection import TOPICS_FILE
from protocolkit.comparison.concordance import Audience, audience_name
from protocolkit.comparison.exports import PRESENCE_TEXT, column_standing
from protocolkit.comparison.matrix import Matrix, Row
from protocolkit.document.organisations import sector_name
from protocolkit.paper.shared.lone_page import page_environment
from protocolkit.repository_layout import protocols_folder
from protocolkit.site.comparison.data import (
    Comparison,
    answer_counts,
    comparisons,
    counts_in_words,
)
from protocolkit.site.comparison.files import core_address, versioned
from protocolkit.site.comparison.likeness import RELATIONS
from protocolkit.site.comparison.rule_names import PRESENCES, RULES
from protocolkit.site.comparison.scripts import MOST_THEMES
from protocolkit.site.comparison.template_column import (
    TEMPLATE_NAME,
    TEMPLATE_STANDING,
    has_template_column,
)
from protocolkit.site.engine.addresses import (
    COMPARISON,
    TEMPLATE,
    comparison_docname,
    matrix_formats,
    matrix_url,
    plain_csv_url,
    relative,
    side_by_side_docname,
    take_along_script_url,
    template_docname,
    topic_url,
)
from protocolkit.site.engine.drafts import is_draft
from protocolkit.site.engine.language import translate_for
from protocolkit.site.engine.page_templates import is_unlisted
from protocolkit.site.engine.whole_site import add_pages, has_search_page

Page = tuple[str, dict[str, Any], str]

MOST_CHARACTERS = 400_000
"""With more text than this the page without scripts sums each topic up and leaves the clauses to
the topic's own page; 400,000 characters are some 100 kB on their way to a visitor."""

# What each page of a comparison needs besides the site's own style and script, by its last part.
_SCRIPTS = {
    "table": (
        "protocolkit-data.js",
        "protocolkit-words.js",
        "gezocht.js",
        "vergelijken-tabel.js",
        "bestand-delen.js",
        "vergelijken-meenemen.js",
        "vergelijken.js",
    ),
    "side": (
        "protocolkit-data.js",
        "protocolkit-words.js",
        "vergelijken-tabel.js",
        "naast-elkaar.js",
    ),
}
_AFTER_OURS = 850


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnHead:
    """What stands above a column: a name that leads to the document, with year and status.

    By its ``sector`` a board is found too.
    """

    slug: str
    name: str
    standing: str
    address: str
    sector: str = ""
    is_draft: bool = False
    is_template: bool = False


def connect(app: Sphinx) -> None:
    """Make the comparison pages at the end of a build."""
    app.connect("env-get-outdated", _outdated_by_topics)
    add_pages(app, _collect_pages)
    app.connect("html-page-context", _add_files)


def board_choices(matrix: Matrix, translate: Translate) -> list[tuple[str, str]]:
    """Return the boards to choose from: slug, and name with the year of the document."""
    return [
        (column.slug, f"{column.name} ({column.year or translate('year unknown')})")
        for column in matrix.columns
    ]


def column_heads(comparison: Comparison, page: str, translate: Translate) -> list[ColumnHead]:
    """Return the heads of all columns that can be shown, in the order of the data."""
    sectors = {p.slug: p.facts.organisation.sector for p in comparison.subject.protocols}
    heads = [
        ColumnHead(
            slug=column.slug,
            name=column.name,
            standing=column_standing(column, translate),
            address=relative(column.url, page),
            sector=sector_name(sectors[column.slug], translate),
            is_draft=is_draft(column.status),
        )
        for column in comparison.matrix.columns
    ]
    if has_template_column(comparison):
        name = translate(TEMPLATE_NAME)
        template = ColumnHead(
            slug=TEMPLATE,
            name=name[:1].upper() + name[1:],
            standing=translate(TEMPLATE_STANDING),
            address=relative(f"{template_docname(comparison.matrix.subject)}.html", page),
            is_template=True,
        )
        heads.append(template)
    return heads


def _collect_pages(app: Sphinx) -> Iterator[Page]:
    translate = translate_for(app.config)
    for comparison in comparisons(app.env):
        template = page_environment(Path(app.srcdir)).get_template("matrix.html")
        matrix = comparison.matrix
        name = comparison_docname(matrix.subject)
        context = {
            "title": _title(matrix, translate),
            "body": template.render(**_texts(app, comparison, name, translate), t=translate),
            "is_wide": True,
            "is_unlisted": is_unlisted(matrix),
        }
        yield name, context, "page.html"


def _add_files(
    app: Sphinx, pagename: str, _template: str, _context: dict[str, Any], _doctree: object
) -> None:
    """Give the pages of comparisons their style and scripts, and no other page."""
    parts = pagename.split("/")
    if parts[0] != COMPARISON:
        return
    app.add_css_file("vergelijken.css", priority=_AFTER_OURS)
    subject = parts[1] if len(parts) > 2 else ""
    kinds = {comparison_docname(subject): "table", side_by_side_docname(subject): "side"}
    for script in _SCRIPTS.get(kinds.get(pagename, ""), ()):
        app.add_js_file(script, loading_method="defer")


def _texts(app: Sphinx, comparison: Comparison, name: str, translate: Translate) -> dict[str, Any]:
    """Return what the template of a matrix needs; rows folded away come apart."""
    matrix = comparison.matrix
    folded = [row for row in matrix.rows if not row.topic.kind.is_compared]
    is_large = matrix.characters > MOST_CHARACTERS
    return {
        "matrix": matrix,
        "title": _title(matrix, translate),
        "is_large": is_large,
        "counts": _counts(comparison, translate),
        "groups": _by_theme(matrix),
        "folded_count": len(folded),
        "presence": {key.value: translate(text) for key, text in PRESENCE_TEXT.items()},
        "downloads": [
            (one.shown, relative(matrix_url(matrix.subject, one), name))
            for one in matrix_formats(
                with_paper=bool(app.config.protocolkit_paper and matrix.characters)
            )
        ],
        "link": lambda url: relative(url, name),
        "topic_link": lambda topic: relative(topic_url(matrix.subject, topic), name),
        "side_link": relative(f"{side_by_side_docname(matrix.subject)}.html", name),
        "search_link": relative("search.html", name) if has_search_page(app) else "",
        "landing_link": relative(f"{COMPARISON}/index.html", name),
        "core": relative(core_address(app, comparison), name),
        "empty_files": relative(versioned(app, take_along_script_url()), name),
        "plain_csv": relative(plain_csv_url(matrix.subject), name),
        "for_whom": lambda audience: audience_name(audience, translate),
        **_choices(matrix, translate),
        "bases": base_choices(comparison, translate),
        "heads": column_heads(comparison, name, translate),
    }


def _choices(matrix: Matrix, translate: Translate) -> dict[str, Any]:
    """Return what the form offers."""
    return {
        "boards": board_choices(matrix, translate),
        "rules": [(name.code, translate(name.words)) for name in RULES],
        "relations": [(name.code, translate(name.words)) for name in RELATIONS],
        "audiences": [(found.value, audience_name(found, translate)) for found in Audience],
        "themes": [(theme.id, theme.title) for theme in matrix.themes],
        "has_late": len(matrix.themes) > MOST_THEMES,
        "legend_rules": RULES,
        "legend_presences": PRESENCES,
        "legend_relations": RELATIONS,
    }


def base_choices(comparison: Comparison, translate: Translate) -> list[tuple[str, str]]:
    """Return what boards can be compared with: the template, and each of them."""
    boards = board_choices(comparison.matrix, translate)
    if has_template_column(comparison):
        return [(TEMPLATE, translate(TEMPLATE_NAME)), *boards]
    return boards


def _counts(comparison: Comparison, translate: Translate) -> dict[str, str]:
    return {
        row.topic.id: counts_in_words(answer_counts(comparison, row, translate))
        for row in comparison.matrix.rows
    }


def _by_theme(matrix: Matrix) -> list[tuple[str, list[Row]]]:
    grouped = [
        (theme.title, [row for row in matrix.rows if row.topic.theme == theme.id])
        for theme in matrix.themes
    ]
    return [(title, found) for title, found in grouped if found]


def _title(matrix: Matrix, translate: Translate) -> str:
    return translate("Comparison: {subject}").format(subject=matrix.title)


def _outdated_by_topics(
    app: Sphinx, env: BuildEnvironment, _added: set[str], _changed: set[str], _removed: set[str]
) -> list[str]:
    """Have the front page read again when a topics file changed."""
    protocols = protocols_folder(Path(app.srcdir))
    digest = hashlib.sha256()
    for path in sorted(protocols.glob(f"*/{TOPICS_FILE}")):
        digest.update(path.name.encode() + bytes_or_nothing(path, protocols))
    state = digest.hexdigest()
    changed = getattr(env, "protocolkit_topics", None) not in (None, state)
    env.protocolkit_topics = state  # type: ignore[attr-defined]
    return [str(app.config.root_doc)] if changed else []
