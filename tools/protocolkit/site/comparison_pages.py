"""The comparison pages, and the matrix as files: filled late, because they need every protocol."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from protocolkit.collection import PROTOCOLS, TOPICS_FILE, Subject
from protocolkit.comparison.exports import PRESENCE_TEXT, matrix_csv, matrix_json
from protocolkit.comparison.matrix import Column, Matrix, Presence, Row, make_matrix
from protocolkit.comparison.workbook import matrix_workbook
from protocolkit.cover import status_name
from protocolkit.files import write_bytes, write_text
from protocolkit.messages import Translate
from protocolkit.resources import templates_folder
from protocolkit.site.addresses import (
    COMPARISON,
    MATRIX_FORMATS,
    comparison_docname,
    matrix_url,
    protocol_url,
    relative,
)
from protocolkit.site.domain import protocol_domain
from protocolkit.site.drafts import is_draft
from protocolkit.site.language import translate_for

_FORMAT_NAMES = {"xlsx": "Excel"}

Page = tuple[str, dict[str, Any], str]


def connect(app: Sphinx) -> None:
    """Make the comparison pages at the end of a build."""
    app.connect("env-get-outdated", _outdated_by_topics)
    app.connect("html-collect-pages", _collect_pages)
    app.connect("build-finished", _write_files)


def subject_matrix(subject: Subject) -> Matrix | None:
    """Return the matrix of a subject that has topics."""
    if subject.concordance is None:
        return None
    return make_matrix(subject.protocols, subject.concordance, protocol_url)


def page_environment(project: Path) -> Environment:
    """Return the Jinja environment of our own pages; the project's templates come first."""
    folders = [project / "templates" / "html", templates_folder() / "html"]
    return Environment(
        loader=FileSystemLoader([str(folder) for folder in folders]),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _collect_pages(app: Sphinx) -> Iterator[Page]:
    translate = translate_for(app.config)
    environment = page_environment(Path(app.srcdir))
    matrices = _matrices(app)
    for matrix in matrices:
        name = comparison_docname(matrix.subject)
        body = environment.get_template("matrix.html").render(
            **_texts(matrix, name, translate), t=translate
        )
        context = {
            "title": _title(matrix, translate),
            "body": body,
            "is_wide": True,
            "is_unlisted": any(is_draft(column.status) for column in matrix.columns),
        }
        yield name, context, "page.html"
    yield _overview(matrices, environment, translate)


def _overview(matrices: list[Matrix], environment: Environment, translate: Translate) -> Page:
    name = f"{COMPARISON}/index"
    subjects = [
        (matrix.title, relative(f"{comparison_docname(matrix.subject)}.html", name), matrix)
        for matrix in matrices
    ]
    template = environment.get_template("comparisons.html")
    body = template.render(subjects=subjects, t=translate)
    return name, {"title": translate("Comparison"), "body": body}, "page.html"


def _texts(matrix: Matrix, name: str, translate: Translate) -> dict[str, Any]:
    """Return what the template of a matrix needs; rows folded away come apart."""
    compared = [row for row in matrix.rows if row.topic.kind.is_compared]
    folded = [row for row in matrix.rows if not row.topic.kind.is_compared]
    return {
        "matrix": matrix,
        "title": _title(matrix, translate),
        "compared": _by_theme(matrix, compared),
        "compared_count": len(compared),
        "folded": _by_theme(matrix, folded),
        "folded_count": len(folded),
        "presence": {key.value: translate(text) for key, text in PRESENCE_TEXT.items()},
        "downloads": [
            (
                _FORMAT_NAMES.get(extension, extension.upper()),
                relative(matrix_url(matrix.subject, extension), name),
            )
            for extension in MATRIX_FORMATS
        ],
        "standing": {column.slug: _standing(column, translate) for column in matrix.columns},
        "drafts": frozenset(c.slug for c in matrix.columns if is_draft(c.status)),
        "link": lambda url: relative(url, name),
    }


def _standing(column: Column, translate: Translate) -> str:
    """Return year and status, which stand under a name in every comparison."""
    parts = [column.year or translate("year unknown"), status_name(column.status, translate)]
    if not column.is_complete:
        parts.append(translate(PRESENCE_TEXT[Presence.UNKNOWN]))
    return ", ".join(parts)


def _by_theme(matrix: Matrix, rows: list[Row]) -> list[tuple[str, list[Row]]]:
    grouped = [
        (theme.title, [row for row in rows if row.topic.theme == theme.id])
        for theme in matrix.themes
    ]
    return [(title, found) for title, found in grouped if found]


def _title(matrix: Matrix, translate: Translate) -> str:
    return translate("Comparison: {subject}").format(subject=matrix.title)


def _matrices(app: Sphinx) -> list[Matrix]:
    subjects = protocol_domain(app.env).collection().subjects
    matrices = (subject_matrix(subject) for subject in subjects)
    return [matrix for matrix in matrices if matrix is not None]


def _write_files(app: Sphinx, exception: Exception | None) -> None:
    """Write the matrix of every subject as JSON, CSV and XLSX, when the pages are well finished."""
    if exception is not None or app.builder.format != "html":
        return
    translate = translate_for(app.config)
    folder = Path(app.outdir)
    for matrix in _matrices(app):
        write_text(folder / matrix_url(matrix.subject, "json"), matrix_json(matrix))
        # Excel reads UTF-8 only behind a byte-order mark.
        content = matrix_csv(matrix, translate).encode("utf-8-sig")
        write_bytes(folder / matrix_url(matrix.subject, "csv"), content)
        workbook = matrix_workbook(matrix, translate)
        write_bytes(folder / matrix_url(matrix.subject, "xlsx"), workbook)


def _outdated_by_topics(
    app: Sphinx, env: BuildEnvironment, _added: set[str], _changed: set[str], _removed: set[str]
) -> list[str]:
    """Have the front page read again when a topics file or a template of ours changed."""
    files = sorted((Path(app.srcdir) / PROTOCOLS).glob(f"*/{TOPICS_FILE}"))
    files += sorted((templates_folder() / "html").rglob("*.*"))
    digest = hashlib.sha256()
    for path in files:
        digest.update(path.name.encode() + path.read_bytes())
    state = digest.hexdigest()
    changed = getattr(env, "protocolkit_topics", None) not in (None, state)
    env.protocolkit_topics = state  # type: ignore[attr-defined]
    return [str(app.config.root_doc)] if changed else []
