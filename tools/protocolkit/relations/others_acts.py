"""Whose act a sentence is about that lets somebody else do something.

'Docenten mogen toestaan dat leerlingen de telefoon gebruiken' allows pupils to use it, and says
nothing of what teachers do with their own.
"""

from __future__ import annotations

from dataclasses import replace

from protocolkit.base.remembered import remembered
from protocolkit.norms.norm import Norm, Party
from protocolkit.norms.parties import parties_named
from protocolkit.relations.polarity import meet
from protocolkit.text.function_words import COMMON_MODALS, either
from protocolkit.text.late_patterns import late

_WHO = (
    r"(?P<who>(?:(?:de|het|een|hun|zijn|haar|onze|alle|elke|iedere|andere) )*"
    r"[\w/]+(?:(?:,| en| of| en/of) (?:(?:de|hun|andere) )?[\w/]+)?)\b"
)
_GRANTS = (
    r"(?:toe(?:staa[nt]|la(?:at|ten))|goed(?:vind(?:t|en)|keur(?:t|en))|gedo(?:gen|ogt)"
    r"|accepte(?:ert|ren)|(?:staa[nt]|la(?:at|ten))\b[^.;]{0,40}? toe"
    r"|(?:vind(?:t|en)|keur(?:t|en))\b[^.;]{0,40}? goed)"
)
_GIVES = r"(?:geeft|geven|verleent|verlenen)"
_LETS = (
    late(rf"\b{_GRANTS},? dat {_WHO}"),
    # 'mag leerlingen toestaan', 'geeft een leerling toestemming', 'laat ouders filmen'
    late(
        rf"\b(?:{either(COMMON_MODALS)}) (?:aan )?{_WHO} (?:[^\W\d]+ ){{0,4}}?"
        r"(?:toestaan|toestemming|laten)\b"
    ),
    late(rf"\b{_GIVES} (?:aan )?{_WHO} (?:\w+ ){{0,2}}toestemming\b"),
    late(rf"\b(?:staat|staan) (?:aan )?{_WHO} toe\b"),
    late(rf"\b(?:laat|laten) {_WHO} (?:[^\W\d]+ ){{1,8}}?[^\W\d]+en\b"),
)


def acting(norm: Norm, text: str) -> Norm:
    """Return the norm of a sentence with the parties whose act it is about.

    ``text`` is the sentence.
    """
    for others in _let_act(text):
        if not set(others) & set(norm.parties):
            return replace(norm, parties=others)
    return norm


@remembered
def _let_act(text: str) -> tuple[tuple[Party, ...], ...]:
    """Return the parties that a sentence lets act, as each of the forms finds them."""
    found = (pattern.search(text) for pattern in _LETS)
    parties = (parties_named(one["who"]) for one in found if one)
    return tuple(tuple(others) for others in parties if others)


def are_of_others(two: tuple[Norm | None, Norm | None], texts: tuple[str, str]) -> bool:
    """Tell whether one of two sentences lets others act, and the other is about nobody of those."""
    one, other = two
    if one is None or other is None:
        return False
    acts = acting(one, texts[0]), acting(other, texts[1])
    return acts != two and not meet(*acts)
