"""What is drawn of a template on its page; loaded where a subject has topics."""

from __future__ import annotations

from typing import Any

from protocolkit.base.messages import Translate, mark
from protocolkit.checking.wording_faults import wording_faults
from protocolkit.drafting.template.front import template_title
from protocolkit.drafting.template.phrases import (
    choice_remarks,
    choice_title,
    contest_lines,
    names_text,
    placeholders_of,
    topic_advice,
    topic_standing,
)
from protocolkit.drafting.template.ranking import RULE
from protocolkit.drafting.template.values import AppendixKind, Choice, Template, TemplateTopic
from protocolkit.paper.shared.file_formats import FileFormat
from protocolkit.site.engine.addresses import (
    CLEAN_TEMPLATE,
    TEMPLATE,
    comparison_docname,
    relative,
    template_url,
)
from protocolkit.site.template.text import blocks_html

_APPENDIX = {
    AppendixKind.GUIDANCE: mark("Guidance"),
    AppendixKind.LINKS: mark("Where to find more"),
}


def texts(
    template: Template, name: str, formats: tuple[FileFormat, ...], translate: Translate
) -> dict[str, Any]:
    """Return what the page's own template needs: words, and HTML that is escaped already."""
    questions = {topic.id: topic.question for topic in template.topics}
    return {
        "title": template_title(template, translate),
        "rule": translate(RULE),
        "version": template.version,
        "comparison": relative(f"{comparison_docname(template.subject)}.html", name),
        "downloads": _downloads(template, name, formats, TEMPLATE),
        "clean_downloads": _downloads(template, name, formats, CLEAN_TEMPLATE),
        "themes": [
            {
                "id": f"thema-{theme.id}",
                "title": theme.title,
                "topics": [_topic(t, questions, name, translate) for t in theme.topics],
                "extra": [blocks_html(own.blocks, ()) for own in theme.extra],
            }
            for theme in template.themes
        ],
        "appendices": [
            {
                "title": translate(_APPENDIX[appendix.kind]),
                "choices": [_words(choice, name, translate) for choice in appendix.choices],
            }
            for appendix in template.appendices
        ],
        "left_out": [topic.question for topic in template.left_out],
        "blanks": [
            (printed, names_text(words, translate)) for printed, words in placeholders_of(template)
        ],
    }


def _downloads(
    template: Template, name: str, formats: tuple[FileFormat, ...], file: str
) -> list[tuple[str, str]]:
    """Return the files of a template: how each format is called, and its address."""
    return [
        (one.shown, relative(template_url(template.subject, one, file), name)) for one in formats
    ]


def _topic(
    topic: TemplateTopic, questions: dict[str, str], name: str, translate: Translate
) -> dict[str, Any]:
    choices = [_choice(topic, choice, questions, name, translate) for choice in topic.choices]
    first = choices[: 1 if topic.recommended else 0]
    return {
        "id": topic.id,
        "question": topic.question,
        "standing": topic_standing(topic, translate),
        "advice": list(topic_advice(topic, translate)),
        "is_optional": topic.is_optional,
        "is_open": topic.recommended is None,
        "why": topic.why.in_words(translate),
        "contests": contest_lines(topic, translate),
        "first": first,
        "others": choices[len(first) :],
        "guidance": [_words(choice, name, translate) for choice in topic.guidance],
    }


def _choice(
    topic: TemplateTopic,
    choice: Choice,
    questions: dict[str, str],
    name: str,
    translate: Translate,
) -> dict[str, Any]:
    main = "" if choice.main_topic == topic.id else choice.main_topic
    return {
        **_words(choice, name, translate),
        "title": choice_title(topic, choice, translate),
        "remarks": " ".join(choice_remarks(topic, choice, translate, wording_faults)),
        "main": (f"#{main}", questions[main]) if main in questions else None,
    }


def _words(choice: Choice, name: str, translate: Translate) -> dict[str, Any]:
    printed = [placeholder.printed for placeholder in choice.placeholders]
    return {
        "id": choice.id,
        "words": blocks_html(choice.blocks, printed),
        "notes": [(note.label, blocks_html(note.blocks, printed)) for note in choice.notes],
        "names": names_text(choice.names, translate),
        "origin": (choice.origin.name, choice.origin.label, relative(choice.origin.url, name)),
    }
