"""The page of every topic: its question, who has it in which words, and how these differ.

Complete without a script. The differences against another variant than the most common one are a
script of data beside the page, which the page asks for when a reader chooses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment
from sphinx.application import Sphinx

from protocolkit.base.files import write_text
from protocolkit.base.messages import Translate, mark
from protocolkit.comparison.concordance import AnswerStanding, Audience, audience_name
from protocolkit.comparison.exports import PRESENCE_TEXT, PROPOSED_TEXT, column_standing
from protocolkit.comparison.matrix import Column
from protocolkit.document.facts import OrganisationKind
from protocolkit.document.model import Kind
from protocolkit.document.source_line import source_line
from protocolkit.norms.norm import Party
from protocolkit.paper.shared.lone_page import page_environment
from protocolkit.relations.explain import explain
from protocolkit.site.comparison.data import Comparison, comparisons
from protocolkit.site.comparison.likeness import Likeness, likeness_name
from protocolkit.site.comparison.pages import Page
from protocolkit.site.comparison.relations import relation_square
from protocolkit.site.comparison.rule_names import RULES, Name, rule_place
from protocolkit.site.comparison.scripts import script
from protocolkit.site.engine.addresses import (
    COMPARISON,
    comparison_docname,
    differences_url,
    has_topic_page,
    pictures_docname,
    relative,
    topic_docname,
)
from protocolkit.site.engine.caching import cache_of
from protocolkit.site.engine.drafts import is_draft
from protocolkit.site.engine.language import language_of, translate_for
from protocolkit.site.engine.page_templates import template_sources
from protocolkit.site.engine.whole_site import add_pages
from protocolkit.site.topics.answer import make_answer
from protocolkit.site.topics.marked_text import arranged
from protocolkit.site.topics.topic_cache import MadeTopic, TopicCache
from protocolkit.site.topics.view import Contrast, ShownClause, ShownVariant, TopicView, TopicViews

MOST_CHOICES = 12
"""How many variants, the most common ones, can be chosen to compare with."""

_TEMPLATE, _CONTRASTED = "topic.html", "topic-difference.html"
_PARTS = (_TEMPLATE, _CONTRASTED, "topic-words.html")
_MOST_CONTRASTS = 400
_FEW_NAMES = 6
_MOST_OPPOSITE = 3

_STANDING_TEXT = {
    AnswerStanding.CURATED: mark("put together by hand"),
    AnswerStanding.CONFIRMED: mark("proposed by a program, then checked by a person"),
    AnswerStanding.PROPOSED: PROPOSED_TEXT,
}


def connect(app: Sphinx) -> None:
    """Make the topic pages at the end of a build, and the data beside them."""
    topics = _Topics()
    add_pages(app, topics.collect_pages)
    app.connect("build-finished", topics.write_scripts)


def boards_word(comparison: Comparison, columns: Iterable[Column], translate: Translate) -> str:
    """Return how readers call these organisations: bestuur, scholen, besturen en scholen."""
    slugs = [column.slug for column in columns]
    kinds = {p.slug: p.facts.organisation.kind for p in comparison.subject.protocols}
    found = {kinds[slug] for slug in slugs}
    is_one = len(slugs) == 1
    if found == {OrganisationKind.BOARD}:
        return translate("board") if is_one else translate("boards")
    if found == {OrganisationKind.SCHOOL}:
        return translate("school") if is_one else translate("schools")
    return translate("board or school") if is_one else translate("boards and schools")


def _sources(comparison: Comparison, translate: Translate, language: str) -> dict[str, str]:
    """Return how a clause of each protocol is named, ``{label}`` for its own, by slug."""
    protocols = comparison.subject.protocols
    return {one.slug: source_line(one, translate, language) for one in protocols}


def relation_of(contrast: Contrast) -> Name | None:
    """Return how a variant differs, None between clauses of one document."""
    return None if contrast.likeness is None else likeness_name(contrast.likeness)


def reasons_of(contrast: Contrast, translate: Translate) -> tuple[str, ...]:
    """Return what differs, each as a sentence, each once."""
    told = (explain(reason, translate, contrast.texts) for reason in contrast.reasons)
    return tuple(dict.fromkeys(told))


class _Topics:
    """The topics of one build: their pages first, and at its end the scripts beside them."""

    def __init__(self) -> None:
        self._scripts: list[tuple[str, str]] = []

    def collect_pages(self, app: Sphinx) -> Iterator[Page]:
        """Yield the page of every topic."""
        self._scripts = []
        translate = translate_for(app.config)
        environment = page_environment(Path(app.srcdir))
        around = repr([language_of(app.config), *template_sources(environment, _PARTS)])
        for comparison in comparisons(app.env):
            sources = _sources(comparison, translate, language_of(app.config))
            kept = TopicCache(cache_of(app.env), comparison, around + repr(sources))
            pages = _Pages(comparison, environment, translate, kept, sources)
            for page, script_of_topic in pages.pages():
                self._scripts.append(script_of_topic)
                yield page
            kept.keep()

    def write_scripts(self, app: Sphinx, exception: Exception | None) -> None:
        """Write what the pages ask for when a reader chooses."""
        if exception is None:
            for address, content in self._scripts:
                write_text(Path(app.outdir) / address, content)


class _Pages:
    """The topic pages of one subject."""

    def __init__(
        self,
        comparison: Comparison,
        environment: Environment,
        translate: Translate,
        kept: TopicCache,
        sources: Mapping[str, str],
    ) -> None:
        self._comparison = comparison
        self._sources = sources
        self._kept = kept
        self._views = TopicViews(comparison)
        self._template = environment.get_template(_TEMPLATE)
        self._contrasted = environment.get_template(_CONTRASTED)
        self._translate = translate

    def pages(self) -> Iterator[tuple[Page, tuple[str, str]]]:
        """Yield the page and the script of every topic whose id can be an address."""
        matrix = self._comparison.matrix
        rows = matrix.rows
        numbers = [number for number, row in enumerate(rows) if has_topic_page(row.topic.id)]
        unlisted = any(is_draft(column.status) for column in matrix.columns)
        for number in numbers:
            topic = rows[number].topic
            name = topic_docname(matrix.subject, topic.id)
            same = [n for n in numbers if rows[n].topic.theme == topic.theme]
            place = same.index(number)
            body, differences = self._kept.made(number, partial(self._made, number, name))
            context: dict[str, Any] = {
                "title": topic.title,
                "body": body,
                "is_unlisted": unlisted,
                "is_topic": True,
                "prev": self._neighbour(same[place - 1] if place else None, name),
                "next": self._neighbour(next(iter(same[place + 1 :]), None), name),
            }
            address = differences_url(matrix.subject, topic.id)
            yield (name, context, "page.html"), (address, differences)

    def _made(self, number: int, name: str) -> MadeTopic:
        """Return the body of a topic's page and the script beside it."""
        view = self._views.view(number)
        judged = self._comparison.judgements.rows[number]
        places = self._comparison.matrix.rows[number].places
        square = relation_square(judged, places, self._comparison.traits)
        texts = self._texts(view, name) | {"answer": make_answer(view, judged, square)}
        return self._template.render(**texts), script(texts["data_name"], self._differences(view))

    def _differences(self, view: TopicView) -> dict[str, list[str]]:
        """Return how variants differ from each that can be chosen but the first, by its number.

        In the order of the variants, each as the page draws it: escaped by the same template.
        """
        found: dict[str, list[str]] = {}
        left = _MOST_CONTRASTS
        for base in view.variants[1:MOST_CHOICES]:
            left -= len(view.variants) - 1
            if left < 0:
                break
            found[str(base.number)] = [
                self._difference(base, other, view.topic.id) for other in view.variants
            ]
        return found

    def _difference(self, base: ShownVariant, other: ShownVariant, topic: str) -> str:
        is_base = other is base
        return self._contrasted.render(
            t=self._translate,
            relation_of=relation_of,
            reasons=lambda contrast: reasons_of(contrast, self._translate),
            number=base.number,
            contrast=None if is_base else self._views.contrast(base.place, other.place, topic),
        )

    def _neighbour(self, number: int | None, page: str) -> dict[str, str] | None:
        if number is None:
            return None
        matrix = self._comparison.matrix
        topic = matrix.rows[number].topic
        name = topic_docname(matrix.subject, topic.id)
        return {"title": topic.title, "link": relative(f"{name}.html", page)}

    def _texts(self, view: TopicView, name: str) -> dict[str, Any]:
        """Return what the template needs: the view, and functions that say things in words."""
        translate, matrix = self._translate, self._comparison.matrix
        return {
            "t": translate,
            "view": view,
            "topic": view.topic,
            "subject": matrix.title,
            "who": "; ".join(self._who(view)),
            "standings": [(translate(_STANDING_TEXT[kind]), n) for kind, n in view.standings],
            "few": _FEW_NAMES,
            "most_opposite": _MOST_OPPOSITE,
            "choices": view.variants[:MOST_CHOICES] if len(view.variants) > 1 else (),
            "data_name": f"differences/{matrix.subject}/{view.topic.id}",
            "rules": self._rules,
            "parties": self._parties,
            "relation_of": relation_of,
            "likeness_name": likeness_name,
            "literal": Likeness.LITERAL,
            "reasons": lambda contrast: reasons_of(contrast, translate),
            "source": self._source,
            "standing": lambda column: column_standing(column, translate),
            "boards": lambda columns: boards_word(self._comparison, columns, translate),
            "link": lambda url: relative(url, name),
            "comparison_url": relative(f"{comparison_docname(matrix.subject)}.html", name),
            "comparisons_url": relative(f"{COMPARISON}/index.html", name),
            "pictures_url": relative(f"{pictures_docname(matrix.subject)}.html", name),
            "audience": self._for_whom([view.topic.audience]),
            "arranged": arranged,
            "presence": {key.value: translate(text) for key, text in PRESENCE_TEXT.items()},
            "proposed": translate(PROPOSED_TEXT),
            "is_draft": is_draft,
        }

    def _source(self, shown: ShownClause) -> str:
        return self._sources[shown.column.slug].format(label=shown.clause.label)

    def _rules(self, shown: ShownVariant) -> tuple[Name, ...]:
        """Return the kinds of rules of a variant, the one that answers first; none if no rule."""
        if shown.clauses[0].kind is not Kind.RULE:
            return ()
        norms = self._comparison.judgements.norms[shown.place].norms
        others = (norm for norm in norms if norm.words)
        return tuple(dict.fromkeys(RULES[rule_place(norm)] for norm in (shown.norm, *others)))

    def _parties(self, shown: ShownVariant) -> str:
        if shown.clauses[0].kind is not Kind.RULE:
            return ""
        return self._for_whom(shown.norm.parties)

    def _for_whom(self, whom: tuple[Party, ...] | list[Audience]) -> str:
        return ", ".join(audience_name(one, self._translate) for one in whom)

    def _who(self, view: TopicView) -> Iterator[str]:
        """Yield who has the topic, in a few words each."""
        translate = self._translate
        complete = [column for column in self._comparison.matrix.columns if column.is_complete]
        yield translate("found in {found} of {complete} {boards}").format(
            found=view.found,
            complete=view.complete,
            boards=boards_word(self._comparison, complete, translate),
        )
        if view.also:
            yield translate("also in {count} with an incomplete source").format(count=view.also)
        if view.verbatim:
            yield translate("{count} equal to the letter").format(count=view.verbatim)
        if view.related:
            yield translate("{count} probably from the same example").format(count=view.related)
