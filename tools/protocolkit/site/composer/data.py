"""What the composer knows, as scripts of data: the template, each board's clauses, a Word file.

The browser only picks and fills in; every word, and how it stands in Markdown and in Word, was
written here by the writers that protocols have. What comes under a heading is a list of items: a
topic with its options, or clauses that are always included (``when``: if that is ticked).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from protocolkit.base.messages import Translate, mark
from protocolkit.comparison.concordance import Theme, Topic
from protocolkit.document.model import Kind
from protocolkit.document.open_places import OPEN_PATTERNS
from protocolkit.document.organisations import SCHOOL_NAME, SECTOR_CODES, sector_name
from protocolkit.drafting.new.anchors import sound_anchor
from protocolkit.drafting.new.answers import NONE, OWN
from protocolkit.drafting.new.arranging import sources_of
from protocolkit.drafting.new.merging import arranged_themes
from protocolkit.drafting.new.new_protocol import appendix_key, open_blocks, protocol_title
from protocolkit.drafting.new.theme_headings import headed_themes
from protocolkit.drafting.template.blanks import SCHOOLS_JOINED
from protocolkit.drafting.template.document_order import in_document_order
from protocolkit.drafting.template.values import (
    APPENDIX_TITLES,
    VERSION_LENGTH,
    Appendix,
    AppendixKind,
    OwnClause,
    Template,
    TemplateTopic,
)
from protocolkit.paper.docx.open_file import OpenWord
from protocolkit.paper.docx.open_gaps import SIGN
from protocolkit.site.comparison.scripts import script, translated, version_of
from protocolkit.site.composer.boards import Boards
from protocolkit.site.composer.clashes import template_clashes
from protocolkit.site.composer.clauses import Pool, fragment, own_choice
from protocolkit.site.composer.known import NOTHING, Known
from protocolkit.site.composer.needed import needed
from protocolkit.site.composer.option import ShowOption
from protocolkit.site.composer.source import source_shapes
from protocolkit.site.composer.terms import speaking, term_forms
from protocolkit.site.composer.values import (
    ChoiceClash,
    Core,
    Group,
    LooseItem,
    Needed,
    TemplateOption,
    TopicItem,
)
from protocolkit.site.composer.values_json import board_content, core_content, word_content
from protocolkit.site.composer.words import COMPOSER_WORDS
from protocolkit.site.engine.script_patterns import for_script
from protocolkit.site.template.subject_template import SubjectTemplate
from protocolkit.text.markers import PARAGRAPH_MARKER

OF_TEMPLATE = "van-voorbeeld"
"""Is ticked on the page as long as a draft comes from the template."""


_BEHIND = ((Kind.GUIDANCE, AppendixKind.GUIDANCE), (Kind.REFERENCE, AppendixKind.LINKS))
"""What stands behind the rules, by its kind of text."""

_SOMEONE = mark("name of the organisation")


@dataclass(frozen=True, slots=True, kw_only=True)
class ComposerScripts:
    """The scripts of one subject: what every visit needs, Word, and the boards by slug.

    ``blanks`` are the names that any of it leaves open: key and label of each; ``themes`` are
    titles and topics in the order of a document.
    """

    core: str
    word: str
    boards: Mapping[str, str]
    blanks: tuple[tuple[str, str], ...]
    themes: tuple[tuple[str, tuple[Topic, ...]], ...]


def composer_scripts(
    made: SubjectTemplate,
    translate: Translate,
    *,
    language: str,
    project: Path,
    show: ShowOption,
    known: Known = NOTHING,
) -> ComposerScripts:
    """Return the scripts of a subject; ``project`` has the look of Word files."""
    judged, template, choices = made.judged, made.template, made.choices
    name = template.subject
    word = OpenWord(translate, language=language, project=project, slug=name)
    sources = made.sources()
    pool = Pool(word, sources_of(judged.subject.protocols), translate, known.remember)
    boards_of = Boards(judged, sources, pool, show, translate, known.board)
    boards = {
        board: script(f"composer/{name}/{board}", board_content(boards_of.make(board)))
        for board in sources.by_slug
    }
    themes = arranged_themes(in_document_order(judged.matrix.themes, sources), choices)
    rows = choices.arranged([row.topic for row in judged.matrix.rows], lambda topic: topic.id)
    groups = tuple(_groups(rows, template, themes, pool, translate))
    title = protocol_title(template.title, translate)
    lacking = needed(name, template.title, pool, translate)
    word_script = script(f"composer/{name}/word", word_content(word.frame(title), pool.taken_out))
    clashes = tuple(template_clashes(template, translate, known.find))
    core = _core(template, groups, lacking, pool, {"": word_script, **boards}, clashes, translate)
    return ComposerScripts(
        core=script(f"composer/{name}", core_content(core)),
        word=word_script,
        boards=boards,
        blanks=tuple(dict(pool.blanks.values()).items()),
        themes=tuple(
            (theme.title, tuple(topic for topic in rows if topic.theme == theme.id))
            for theme in themes
        ),
    )


def _core(
    template: Template,
    groups: tuple[Group, ...],
    lacking: Needed,
    pool: Pool,
    scripts: Mapping[str, str],
    clashes: tuple[ChoiceClash, ...],
    translate: Translate,
) -> Core:
    """Return what the page knows at once; ``scripts`` are those of the boards, "" that of Word."""
    title = protocol_title(template.title, translate)
    versions = {name: version_of(text) for name, text in scripts.items()}
    return Core(
        subject=template.subject,
        title=title,
        shapes={key: fragment(text, SIGN) for key, text in source_shapes(title, SIGN).items()},
        someone=f"[{translate(_SOMEONE)}]",
        version=template.version[:VERSION_LENGTH],
        words=translated(COMPOSER_WORDS, translate),
        sectors={sector: sector_name(sector, translate) for sector in SECTOR_CODES},
        school=for_script(SCHOOL_NAME),
        always=OF_TEMPLATE,
        marker=for_script(PARAGRAPH_MARKER),
        open_patterns=tuple((for_script(p), _flags(p)) for p in OPEN_PATTERNS),
        groups=groups,
        appendices=tuple(_heads_behind(translate)),
        needed=lacking,
        clashes=clashes,
        blanks={printed: key for printed, (key, _) in pool.blanks.items()},
        rows=SCHOOLS_JOINED,
        terms=tuple(term_forms()),
        speaking=speaking(),
        targets=_targets(pool),
        word=f"word.js?v={versions.pop('')}",
        boards={name: f"bestuur/{name}.js?v={version}" for name, version in versions.items()},
    )


def _flags(pattern: re.Pattern[str]) -> str:
    """Return the flags with which a script finds all that a pattern finds."""
    return "giu" if pattern.flags & re.IGNORECASE else "gu"


def _heads_behind(translate: Translate) -> Iterator[tuple[str, str, str]]:
    """Yield the headings of what stands behind the rules, by kind of text, with anchors."""
    for kind, found in _BEHIND:
        anchor = sound_anchor(appendix_key(found), set())
        yield kind.value, anchor, translate(APPENDIX_TITLES[found])


def _targets(pool: Pool) -> dict[str, tuple[str, ...]]:
    """Return the choices with the words of the clause that each reference means."""
    return {
        printed: tuple(sorted(pool.ids.get(place, ()))) for printed, place in pool.targets.items()
    }


def _groups(
    topics: Sequence[Topic],
    template: Template,
    themes: Iterable[Theme],
    pool: Pool,
    translate: Translate,
) -> Iterator[Group]:
    """Yield the headings of a document in order, the appendices last."""
    offered = {topic.id: topic for topic in template.topics}
    own = {theme.id: theme.extra for theme in template.themes}
    for theme in headed_themes(themes, translate):
        rows = [topic for topic in topics if topic.theme == theme.id]
        yield Group(
            anchor=sound_anchor(f"deel-{theme.id}", set()),
            title=theme.title,
            items=tuple(_items(rows, offered, own.get(theme.id, ()), pool, translate)),
        )
    yield from (_appendix(found, pool, translate) for found in template.appendices)


def _items(
    rows: Iterable[Topic],
    topics: Mapping[str, TemplateTopic],
    extra: Sequence[OwnClause],
    pool: Pool,
    translate: Translate,
) -> Iterator[TopicItem | LooseItem]:
    """Yield what stands under a theme's heading, in order."""
    placed = set()
    for row in rows:
        yield _topic(row, topics.get(row.id), pool, translate)
        if row.id in topics:
            placed.add(row.id)
            yield from (_own(own, pool) for own in extra if own.after == row.id)
    yield from (_own(own, pool) for own in extra if own.after not in placed)


def _own(own: OwnClause, pool: Pool) -> LooseItem:
    return LooseItem(
        when=OF_TEMPLATE,
        stem=sound_anchor(own.anchor, set()),
        clauses=pool.of_page([own_choice(own.blocks, OWN, Kind.RULE)]),
    )


def _appendix(found: Appendix, pool: Pool, translate: Translate) -> Group:
    key = appendix_key(found.kind)
    item = LooseItem(
        when=key,
        stem=sound_anchor(found.kind.value, set()),
        clauses=pool.of_page(found.choices),
    )
    title = translate(APPENDIX_TITLES[found.kind])
    return Group(anchor=sound_anchor(key, set()), title=title, items=(item,))


def _topic(row: Topic, topic: TemplateTopic | None, pool: Pool, translate: Translate) -> TopicItem:
    """Return a topic; one that the template lacks is there for two boards that become one."""
    choices = topic.choices if topic else ()
    clauses = pool.of_page(choices)
    (still_open,) = pool.of_page([own_choice(open_blocks(row.title, translate), "", row.kind)])
    return TopicItem(
        id=row.id,
        stem=sound_anchor(row.id, set()),
        title=row.title,
        kind=row.kind,
        still_open=still_open,
        start={sector: started(topic, sector) for sector in ("", *SECTOR_CODES)} if topic else {},
        contrary=tuple((found.left, found.right) for found in topic.contests) if topic else (),
        options=tuple(
            TemplateOption(
                id=choice.id,
                clause=clause,
                places=tuple(holder.place for holder in choice.holders),
            )
            for choice, clause in zip(choices, clauses, strict=True)
        ),
    )


def started(topic: TemplateTopic, sector: str = "") -> str:
    """Return what is chosen before anybody chose: an id, 'geen', or nothing where boards differ."""
    first = topic.recommended_in(sector)
    if topic.is_optional:
        return NONE
    return first.id if first is not None else ""
