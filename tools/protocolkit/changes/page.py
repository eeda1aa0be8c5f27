"""A change set as one page that needs nothing else, to read, to print and to listen to."""

from __future__ import annotations

from pathlib import Path

from protocolkit.base.messages import DEFAULT_LANGUAGE, Translate
from protocolkit.base.page_templates import page_template
from protocolkit.changes.brackets import with_brackets
from protocolkit.changes.change_list import (
    ENDS,
    MARKS_EXPLAINED,
    SAME_TEXT,
    STARTS_ALONG,
    STARTS_COME,
    STARTS_GONE,
    ChangeList,
)
from protocolkit.changes.marked_lines import Shade

_TEMPLATE = "html/wijzigingen.html"
_STARTS = {
    Shade.GONE.value: STARTS_GONE,
    Shade.COME.value: STARTS_COME,
    Shade.ALONG.value: STARTS_ALONG,
}


def changes_page(
    found: ChangeList,
    translate: Translate,
    *,
    language: str = DEFAULT_LANGUAGE,
    project: Path | None = None,
) -> str:
    """Return a change set as a page; everything in it is escaped.

    The beginning and the end of each mark are words, for those who see no colour and those who
    listen.
    """
    template = page_template(_TEMPLATE, project)
    starts = {
        shade: with_brackets(translate(text), found.brackets) for shade, text in _STARTS.items()
    }
    page = template.render(
        told=found,
        t=translate,
        language=language,
        starts=starts,
        ends=with_brackets(ENDS, found.brackets),
        explained=translate(MARKS_EXPLAINED),
        same_text=translate(SAME_TEXT),
    )
    return f"{page}\n"
