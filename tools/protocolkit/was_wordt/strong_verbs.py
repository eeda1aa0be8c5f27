"""Which verb a word is a form of, where its forms do not follow from each other: 'hield', 'nam'.

Data (``strong_verbs.yml``). Of a verb with a word before it, it tells that word and the verb.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from protocolkit.base.resources import package_text
from protocolkit.reading.found_problems import Report
from protocolkit.reading.yaml_text import read_mapping

FILE_NAME = "strong_verbs.yml"
# What may stand before a verb: a word that parts from it, and a syllable that does not.
_APART = (
    "aan|achter|af|bij|binnen|bloot|boven|deel|dicht|door|heen|in|klaar|kwijt|langs|los|mee|na|neer|om"
    "|omver|onder|op|open|over|plaats|rond|samen|stil|stop|tegen|tegemoet|terug|teweeg|toe|uit|vast"
    "|vol|voor|voorbij|vooruit|vrij|waar|weer|weg"
)
_FAST = "be|er|ge|her|mis|ont|ver"
_BEFORE = re.compile(rf"(?P<apart>{_APART})?(?P<fast>{_FAST})?")


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of two parts: what may part from it ('aan' of 'aannemen'), and the rest of it."""

    particle: str
    rest: str

    @property
    def whole(self) -> str:
        """The infinitive."""
        return self.particle + self.rest


@lru_cache(maxsize=4096)
def strong_verb(word: str) -> Verb | None:
    """Return the verb that a word in lower case is a form of; None for any other word.

    >>> strong_verb("aangenomen"), strong_verb("onthield").whole, strong_verb("tas")
    (Verb(particle='aan', rest='nemen'), 'onthouden', None)
    """
    forms = _forms()
    for end in range(len(word) - 1):
        # 'ondernomen': behind another syllable a participle has no 'ge'
        infinitive = forms.get(word[end:]) or (forms.get(f"ge{word[end:]}") if end else None)
        if infinitive and (before := _BEFORE.fullmatch(word, 0, end)):
            return Verb(before["apart"] or "", f"{before['fast'] or ''}{infinitive}")
    return None


@cache
def _forms() -> Mapping[str, str]:
    written = read_mapping(package_text("protocolkit.was_wordt", FILE_NAME), Report(FILE_NAME))
    found: dict[str, str] = {}
    for infinitive in written.names():
        for form in (infinitive, *written.text(infinitive).split()):
            found.setdefault(form, infinitive)
    return found
