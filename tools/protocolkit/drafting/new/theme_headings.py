"""What the themes of a subject are called in a draft: none tells of our own work.

Knows titles alone; on the website the theme keeps its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from protocolkit.alignment.topics_writer import THEME_TITLE
from protocolkit.base.messages import Translate, mark
from protocolkit.comparison.concordance import Theme
from protocolkit.drafting.template.values import TemplateTheme

AGREEMENTS = mark("Agreements")

_Named = TypeVar("_Named", Theme, TemplateTheme)


def headed_themes(themes: Iterable[_Named], translate: Translate) -> tuple[_Named, ...]:
    """Return themes with the headings that they have in a draft."""
    unchecked, heading = translate(THEME_TITLE), translate(AGREEMENTS)
    return tuple(
        replace(theme, title=heading) if theme.title == unchecked else theme for theme in themes
    )
