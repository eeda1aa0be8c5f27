"""What is said of a proposal: its score and reasons in words."""

from __future__ import annotations

from collections.abc import Sequence

from protocolkit.alignment.proposal import LinkReason
from protocolkit.base.messages import Marked, Translate, mark
from protocolkit.text.shortening import first_words

# A score is the chance that a person would link the two, so these are everyday words for chances.
_ALMOST_SURE, _LIKELY, _POSSIBLE = 0.9, 0.75, 0.6
_TITLE_WORDS = 8
_REASONS_SHOWN = 3


def score_in_words(score: float) -> Marked:
    """Return how sure a score is, as a source string of the catalogue."""
    if score >= _ALMOST_SURE:
        return mark("almost sure")
    if score >= _LIKELY:
        return mark("likely")
    return mark("possible") if score >= _POSSIBLE else mark("perhaps")


def reasons_in_words(reasons: Sequence[LinkReason], translate: Translate) -> str:
    """Return reasons as sentences, one after the other."""
    texts = [reason.message.in_words(translate) for reason in reasons]
    return " ".join(text if text.endswith((".", "?", "!")) else f"{text}." for text in texts)


def remark(
    score: float, reasons: Sequence[LinkReason], translate: Translate, most: int = _REASONS_SHOWN
) -> str:
    """Return score and heaviest reasons in one line: ``waarschijnlijk (84 %). Ze …``."""
    said = f"{translate(score_in_words(score))} ({round(score * 100)} %)"
    why = reasons_in_words(reasons[:most], translate)
    return f"{said}. {why}" if why else said


def printable_words(text: str, most: int = _TITLE_WORDS) -> str:
    """Return the first words of a text, with an ellipsis when there are more."""
    return first_words("".join(c if c.isprintable() else " " for c in text), most)
