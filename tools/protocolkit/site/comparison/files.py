"""The comparisons as files: downloads for people, scripts of data for our own pages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, partial
from pathlib import Path

from sphinx.application import Sphinx

from protocolkit.base.earlier import Earlier
from protocolkit.base.files import write_bytes, write_text
from protocolkit.base.messages import Translate, translator
from protocolkit.base.objects import Object
from protocolkit.collection import Collection
from protocolkit.comparison.exports import matrix_csv
from protocolkit.comparison.matrix_workbook import matrix_workbook
from protocolkit.document.entry_text import year_of_text
from protocolkit.document.names import organisation_name
from protocolkit.norms.norm import ClauseNorms
from protocolkit.paper.shared.file_formats import FileFormat
from protocolkit.site.comparison.data import Comparison, comparisons
from protocolkit.site.comparison.lone_norms import LoneNorms, lone_protocols
from protocolkit.site.comparison.questions import questions_content
from protocolkit.site.comparison.scripts import (
    clauses_script,
    core_script,
    script,
    synonym_groups,
    texts_script,
    translated,
    version_of,
)
from protocolkit.site.comparison.template_column import TemplateColumn, has_template_column
from protocolkit.site.engine.addresses import (
    TEMPLATE,
    comparison_script_url,
    matrix_url,
    plain_csv_url,
    protocol_url,
    search_script_url,
    take_along_script_url,
    texts_script_url,
)
from protocolkit.site.engine.caching import cache_of
from protocolkit.site.engine.domain import OncePerBuild
from protocolkit.site.engine.language import language_of, translate_for
from protocolkit.site.engine.navigation import ordered
from protocolkit.site.engine.protocol_keys import protocols_key
from protocolkit.site.engine.script_words import SEARCH_WORDS
from protocolkit.site.engine.subject_links import subject_title
from protocolkit.site.engine.whole_site import is_whole_site
from protocolkit.site.template.templates import subject_templates

_Scripts = dict[str, str]


def connect(app: Sphinx) -> None:
    """Write the files when the pages are well finished."""
    app.connect("build-finished", _write)


def scripts(app: Sphinx) -> _Scripts:
    """Return every script of data by its address; the same values within one build."""
    return _MADE.of(app.env, lambda collection: _scripts(app, collection))


def core_address(app: Sphinx, comparison: Comparison) -> str:
    """Return the address of a comparison's script from the root, with its version."""
    return versioned(app, comparison_script_url(comparison.matrix.subject))


def versioned(app: Sphinx, address: str) -> str:
    """Return the address of a script of data with its version: a changed one is fetched anew."""
    return _with_version(scripts(app), address)


_MADE = OncePerBuild[_Scripts]()


def _scripts(app: Sphinx, collection: Collection) -> _Scripts:
    translate = translate_for(app.config)
    by_subject = {found.matrix.subject: found for found in comparisons(app.env)}
    templates = {made.template.subject: made.template for made in subject_templates(app)}
    norms = lone_norms(app, collection)
    made: _Scripts = {}
    for subject in collection.subjects:
        comparison = by_subject.get(subject.slug)
        texts = {
            protocol.slug: texts_script(
                protocol, comparison, norms.get((subject.slug, protocol.slug), {})
            )
            for protocol in subject.protocols
        }
        template = None
        if comparison is not None and has_template_column(comparison):
            template = TemplateColumn(templates[subject.slug], comparison)
            texts[TEMPLATE] = clauses_script(subject.slug, TEMPLATE, template.texts(translate))
        made |= {texts_script_url(subject.slug, slug): text for slug, text in texts.items()}
        if comparison is not None:
            addresses = {
                slug: _with_version(made, texts_script_url(subject.slug, slug)) for slug in texts
            }
            core = core_script(comparison, template, addresses, translate)
            made[comparison_script_url(subject.slug)] = core
    compared = by_subject.values()
    if compared:
        language = language_of(app.config)
        made[take_along_script_url()] = cache_of(app.env).value(
            "take-along",
            "files",
            language,
            lambda: take_along_script(language),
        )
    questions = questions_content(cache_of(app.env), compared, collection, translate)
    made[search_script_url()] = _search_script(collection, made, questions, translate)
    return made


def lone_norms(
    app: Sphinx, collection: Collection
) -> dict[tuple[str, str], Mapping[str, ClauseNorms]]:
    """Return what the clauses of protocols ask that nobody compares, by subject and slug."""
    known = LoneNorms(cache_of(app.env))
    protocols = lone_protocols(collection, comparisons(app.env))
    found = {(one.subject, one.slug): known.of(one) for one in protocols}
    known.keep()
    return found


@cache
def take_along_script(language: str) -> str:
    """Return the script with the empty files to fill, the same for every site in a language."""
    from protocolkit.site.comparison.open_files import open_files  # noqa: PLC0415 - slow to load

    return script("meenemen", open_files(translator(language), language))


def _with_version(made: _Scripts, address: str) -> str:
    return f"{address}?v={version_of(made[address])}"


def _search_script(
    collection: Collection, made: _Scripts, questions: Object, translate: Translate
) -> str:
    """Return what the search page knows: subjects, boards, synonyms, words, topics."""
    content = {
        "questions": questions,
        "words": translated(SEARCH_WORDS, translate),
        "synonyms": synonym_groups(),
        "columns": [
            {
                "subject": subject.slug,
                "slug": protocol.slug,
                "name": organisation_name(protocol),
                "about": ", ".join(
                    [
                        *([subject_title(subject)] if len(collection.subjects) > 1 else []),
                        year_of_text(protocol) or translate("year unknown"),
                    ]
                ),
                "url": protocol_url(protocol, ""),
                "texts": _with_version(made, texts_script_url(subject.slug, protocol.slug)),
            }
            for subject in collection.subjects
            for protocol in ordered(subject)
        ],
    }
    return script("search", content)


def _write(app: Sphinx, exception: Exception | None) -> None:
    if exception is not None or not is_whole_site(app.builder):
        return
    translate = translate_for(app.config)
    folder = Path(app.outdir)
    for address, text in scripts(app).items():
        write_text(folder / address, text)
    for comparison in comparisons(app.env):
        subject, language = comparison.subject, language_of(app.config)
        downloads = cache_of(app.env).value(
            "downloads",
            subject.slug,
            f"{language}{subject.concordance!r}{protocols_key(subject.protocols)}",
            partial(_downloads, app, comparison, translate),
        )
        for address, content in downloads.items():
            write_bytes(folder / address, content)


def _downloads(app: Sphinx, comparison: Comparison, translate: Translate) -> dict[str, bytes]:
    """Return the files of a comparison that are no paper, by their addresses."""
    from protocolkit.comparison.judged_json import judged_json  # noqa: PLC0415 - slow to load

    matrix = comparison.matrix
    earlier: Earlier[str] = Earlier(cache_of(app.env), "topic-json", matrix.subject)
    content = judged_json(
        matrix,
        comparison.judgements,
        comparison.subject.protocols,
        {},
        remember=lambda number, make: earlier.of(comparison.keys.of(number), make),
    )
    earlier.keep()
    # A Dutch Excel parts at semicolons, and reads UTF-8 only behind a byte-order mark.
    table = matrix_csv(matrix, translate, separator=";").encode("utf-8-sig")
    return {
        matrix_url(matrix.subject, FileFormat.JSON): content.encode(),
        matrix_url(matrix.subject, FileFormat.CSV): table,
        plain_csv_url(matrix.subject): matrix_csv(matrix, translate).encode(),
        matrix_url(matrix.subject, FileFormat.XLSX): matrix_workbook(matrix, translate),
    }
