"""What is drawn of the topics of one subject: the body of each page, and the script beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, partial
from typing import Any

from jinja2 import Environment, Template

from protocolkit.base.messages import Translate, mark
from protocolkit.comparison.concordance import AnswerStanding, Audience, audience_name
from protocolkit.comparison.exports import PRESENCE_TEXT, PROPOSED_TEXT, column_standing
from protocolkit.comparison.matrix import Column
from protocolkit.document.facts import OrganisationKind
from protocolkit.document.model import Kind
from protocolkit.document.source_line import source_line
from protocolkit.norms.norm import Party
from protocolkit.relations.explain import explain
from protocolkit.site.comparison.data import Comparison
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
from protocolkit.site.engine.drafts import is_draft
from protocolkit.site.topics.answer import make_answer
from protocolkit.site.topics.marked_text import arranged
from protocolkit.site.topics.topic_cache import MadeTopic, TopicCache
from protocolkit.site.topics.view import Contrast, ShownClause, ShownVariant, TopicView, TopicViews

MOST_CHOICES = 12
"""How many variants, the most common ones, can be chosen to compare with."""

_TEMPLATE, _CONTRASTED = "topic.html", "topic-difference.html"
PARTS = (_TEMPLATE, _CONTRASTED, "topic-words.html")
"""The templates that a page is drawn by."""
_MOST_CONTRASTS = 400
_FEW_NAMES = 6
_MOST_OPPOSITE = 3

_STANDING_TEXT = {
    AnswerStanding.CURATED: mark("put together by hand"),
    AnswerStanding.CONFIRMED: mark("proposed by a program, then checked by a person"),
    AnswerStanding.PROPOSED: PROPOSED_TEXT,
}


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


def source_lines(comparison: Comparison, translate: Translate, language: str) -> dict[str, str]:
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


class SubjectPages:
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
        self._environment = environment
        self._translate = translate

    @cached_property
    def _views(self) -> TopicViews:
        return TopicViews(self._comparison)

    @cached_property
    def _template(self) -> Template:
        return self._environment.get_template(_TEMPLATE)

    @cached_property
    def _contrasted(self) -> Template:
        return self._environment.get_template(_CONTRASTED)

    @property
    def _numbers(self) -> list[int]:
        """The rows of the matrix whose id can be an address."""
        rows = self._comparison.matrix.rows
        return [number for number, row in enumerate(rows) if has_topic_page(row.topic.id)]

    def are_made(self) -> bool:
        """Tell whether all of them are kept."""
        return all(map(self._kept.has, self._numbers))

    def make(self) -> None:
        """Make what is not kept."""
        for number in self._numbers:
            self._parts(number)

    def keep(self) -> None:
        """Keep what was made or asked for."""
        self._kept.keep()

    def _parts(self, number: int) -> MadeTopic:
        """Return the body of a topic's page and the script beside it, made once."""
        matrix = self._comparison.matrix
        name = topic_docname(matrix.subject, matrix.rows[number].topic.id)
        return self._kept.made(number, partial(self._made, number, name))

    def pages(self) -> Iterator[tuple[Page, tuple[str, str]]]:
        """Yield the page and the script of every topic whose id can be an address."""
        matrix = self._comparison.matrix
        rows, numbers = matrix.rows, self._numbers
        unlisted = any(is_draft(column.status) for column in matrix.columns)
        for number in numbers:
            topic = rows[number].topic
            name = topic_docname(matrix.subject, topic.id)
            same = [n for n in numbers if rows[n].topic.theme == topic.theme]
            place = same.index(number)
            body, differences = self._parts(number)
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
