"""Consent that is asked of the wrong people, and ages that leave somebody out.

The rules are narrow on purpose, and look inside one document only: what others chose is
for the comparison.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocolkit.base.problems import Problem, warning
from protocolkit.checking.passages import Passage, passages, sentences
from protocolkit.document.model import Protocol
from protocolkit.text.late_patterns import late

CONSENT_OF_OTHERS = warning(
    "consent-of-others",
    "Consent is asked of others than it is about",
    "it is about pictures of '{depicted}', but consent is asked of '{asked}'.",
    "Look whether staff must be asked themselves.",
)
CONSENT_UNDER_AGE = warning(
    "consent-under-age",
    "Consent is asked of pupils who are too young for it",
    "consent is asked of '{words}'; under 16 that is up to a parent or guardian (AVG).",
    "Look whether 'older' or 'their parents' was meant.",
)
AGE_GAP = warning(
    "age-gap",
    "Nobody knows what holds at exactly this age",
    "'{words}': nothing is said about who is exactly {age}.",
    "Write '{age} years or older', or say what holds at {age}.",
)

_STAFF = r"(?:personeel\w*|medewerkers?|leerkrachten|leraren|docenten|collega['’]?s|werknemers)"
_PARENTS = (
    r"(?:de |alle |huidige )*(?:ouders?|ouder\(s\)|verzorgers?)(?:[ /]+(?:en |of )?verzorgers?)?"
)
_PICTURES = r"(?:foto|film|beeld|opname|video)[\w’'-]*"
_OF_STAFF = late(rf"{_PICTURES}\s+van\s+(?P<depicted>[^,.;]{{0,40}}?\b{_STAFF})\b")
_ASKED = late(
    rf"\btoestemming\b[^.;]{{0,30}}?\b(?:aan|van|bij)\s+(?P<asked>{_PARENTS})(?P<others>[^.;]*)"
)
_STAFF_WORD = late(rf"\b(?:{_STAFF}|betrokkenen|henzelf|zichzelf)\b")

_YOUNG_ASKED = late(
    # From the last 'toestemming' before it: trying each one would look at the rest each time.
    r"\btoestemming\b(?:(?!\btoestemming\b)[^.;])*?\b(?:aan|van)\s+(?:de\s+)?"
    r"(?P<words>(?:leerlingen|kinderen)\s+(?:die\s+)?jonger\s+(?:zijn\s+)?dan\s+"
    r"(?:1[0-6]|twaalf|veertien|zestien)(?:\s+jaar)?)"
)
_OF_PARENTS = late(r"(?:ouders?|verzorgers?|vertegenwoordigers?|voogd(?:en)?|ouder\(s\))\s*$")

_OLDER = late(r"\bouder\s+dan\s+(?P<age>\d{1,2})\b(?:\s+jaar)?")
_YOUNGER = late(r"\bjonger\s+dan\s+(?P<age>\d{1,2})\b")


def check_consent(protocol: Protocol) -> Iterator[Problem]:
    """Yield what is odd in who is asked for consent, sentence by sentence."""
    pieces = passages(protocol)
    whole = "\n".join(passage.text for passage in pieces)
    for passage in pieces:
        for sentence in sentences(passage.text):
            if "toestemming" in sentence:
                yield from _check_asked(passage, sentence)
                yield from _check_young(passage, sentence)
            yield from _check_gap(passage, sentence, whole)


def _check_asked(passage: Passage, sentence: str) -> Iterator[Problem]:
    depicted, asked = _OF_STAFF.search(sentence), _ASKED.search(sentence)
    if depicted is None or asked is None:
        return
    if not _STAFF_WORD.search(_without(asked["others"], depicted[0])):
        yield passage.report(
            CONSENT_OF_OTHERS, depicted=depicted["depicted"], asked=asked["asked"].strip()
        )


def _without(text: str, words: str) -> str:
    return text.replace(words, "")


def _check_young(passage: Passage, sentence: str) -> Iterator[Problem]:
    found = _YOUNG_ASKED.search(sentence)
    if found is not None and not _OF_PARENTS.search(_before_of(sentence, found.start("words"))):
        yield passage.report(CONSENT_UNDER_AGE, words=found["words"])


def _before_of(sentence: str, place: int) -> str:
    """Return what stands before the 'van' or 'aan' in front of a place."""
    return re.sub(r"\s*\b(?:aan|van)\s+(?:de\s+)?$", "", sentence[:place])


def _check_gap(passage: Passage, sentence: str, whole: str) -> Iterator[Problem]:
    """Yield an age that is left out: only who is above it is asked, or above and below it."""
    for found in _OLDER.finditer(sentence):
        age = found["age"]
        both_sides = any(other["age"] == age for other in _YOUNGER.finditer(whole))
        if (both_sides or "toestemming" in sentence) and not _is_covered(age, whole):
            yield passage.report(AGE_GAP, words=found[0], age=age)


def _is_covered(age: str, whole: str) -> bool:
    """Tell whether a document says anywhere what holds at exactly an age."""
    return bool(
        re.search(
            rf"\b{age}(?: jaar)? (?:of|en) (?:ouder|jonger)\b|\b(?:vanaf|tot en met|t/m)"
            rf"(?: (?:de|het) (?:leeftijd van )?)?\s*{age}\b|\b{age}\+|\b{age}e? jaar is\b"
            rf"|\b{age}(?: jaar)? (?:zijn|is) (?:geworden|bereikt)|\bmet {age} jaar\b",
            whole,
        )
    )
