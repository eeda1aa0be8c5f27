"""For whom a topic is, and whom a rule binds, as users read it."""

from __future__ import annotations

from protocolkit.comparison.concordance import Audience
from protocolkit.messages import Translate, mark
from protocolkit.norms.norm import Party

_NAMES = {
    "iedereen": mark("everyone"),
    "medewerkers": mark("staff"),
    "leerlingen": mark("pupils"),
    "ouders": mark("parents"),
    "school": mark("the school"),
}


def audience_name(whom: Audience | Party, translate: Translate) -> str:
    """Return the name of an audience or party."""
    return translate(_NAMES[whom.value])
