"""A sentence in the order of a question: the verb first, then who, then the rest, without its no.

What is not understood gives nothing: a sentence that points back, that has two verbs, or of which
the subject cannot be told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from protocolkit.norms import verbs
from protocolkit.norms.grammar import parse, units
from protocolkit.norms.parties import PRONOUNS, party_of
from protocolkit.norms.sentence_words import DETERMINERS, PREPOSITIONS, Word
from protocolkit.norms.subordinate import SUBORDINATORS
from protocolkit.text.function_words import (
    COORDINATING,
    EXCLUDING,
    JOINING,
    POINTING,
    RELATIVE,
    WHEREBY,
)

LONGEST, SHORTEST = 14, 3
"""How many words a question has."""

_NO = frozenset("niet nooit nimmer geenszins".split())
# Whether it is done at all is the question; 'alleen' and 'dus' belong to one answer.
OF_ANSWER = EXCLUDING | frozenset(
    "pas ook dus wel echter steeds altijd liever lekker gewoon gerust graag".split()
)
_TIMES = frozenset("dag ochtend middag week maand kwartaal jaar schooljaar keer".split())
_CAPITALS = frozenset("MR GMR ICT AI AVG USB OR GGD HR IB VOG".split())
# A clause that is the object of the verb cannot be left out: 'We schrijven op wat …'.
_OBJECTS = frozenset("dat wat welke wie hoe waarom of".split())
# After these an infinitive follows.
_ASK_TE = frozenset("dient dienen behoort behoren gehouden verzoekt verzoeken hoeft hoeven".split())
_YOU = frozenset("je jij".split())
# What points back to another sentence is nobody in a title.
POINTING_BACK = POINTING | frozenset(
    "hij zij ze hem haar hen hun het daarvan daarbij hierbij".split()
)
NOTHING = frozenset("niets niemand".split())
"""Left out these would leave nothing to ask about."""
# A verb of one that stands behind the first: 'foto's maken is verboden'.
_SECONDS = NOTHING | frozenset("is wordt heeft mag moet kan zal dient hoeft was werd".split())
_LEAVES = frozenset("toegestaan geoorloofd verboden niet mogelijk verplicht".split())
_KNOWN = frozenset("de het deze dit die ieder iedere elk elke wie".split())
_LEADING = frozenset("het haar hun".split())
# Nor is a place or a way that another sentence named.
_WHO = frozenset("wie degene degenen".split())
_WHO_OR_WHAT = frozenset("ze hem".split())
_POINTING_WORD = re.compile(
    r"(?:hier|daar|er|waar)(?:\w{2,})?$|(?:diens|eronder|ernaast|zodoende|ervoor|evenmin|hen|anders)$"
)
LINKING = (COORDINATING - {"doch"}) | frozenset(
    "ook dan echter daarom bovendien daarnaast tevens verder daarvoor hiervoor zo wel zodat "
    "namelijk immers eveneens voorts".split()
)
_SIGNS = frozenset(",;:()[]–—\"'“”‘’…/")
SINGULAR = {
    "mogen": "mag",
    "moeten": "moet",
    "kunnen": "kan",
    "zijn": "is",
    "hebben": "heeft",
    "worden": "wordt",
    "hoeven": "hoeft",
    "dienen": "dient",
    "behoren": "behoort",
    "horen": "hoort",
    **{verbs.infinitive_of(third): third for third in sorted(verbs.THIRDS)},
}
_OURS = {"onze": "de", "Onze": "de"}
OF_US = frozenset("ons we wij".split())
_PLURALS = ("en", "s")
# With these what is not named is there: 'staan er fietsen in de hal'; 'blijven fietsen thuis'.
_STIFF = frozenset("geschiedt geschieden".split())  # no parent asks so
_LETTING = frozenset("mag mogen moet moeten".split())
_BEING_THERE = (
    verbs.BE
    | verbs.BECOME
    | verbs.MODALS
    | frozenset("hangt hangen staat staan ligt liggen komt komen geldt gelden volgt volgen".split())
)


@dataclass(frozen=True, slots=True)
class Told:
    """A main clause in the order of a question: its verb, and what follows with the subject first.

    ``verb`` is as it stands in the text, ``printed_verb`` as it stands before the subject.
    ``subject`` is how many words the subject has where it stood before the verb, else 0.
    """

    verb: str
    printed_verb: str
    rest: tuple[str, ...]
    subject: int
    is_denied: bool

    @property
    def is_plural(self) -> bool:
        """Whether more than one do it."""
        return self.verb in SINGULAR

    @property
    def singular(self) -> str:
        """The verb for one who does it."""
        return SINGULAR.get(self.verb, self.verb)


def main_words(sentence: str) -> list[Word]:
    """Return the words of a main clause that is one and whole, else none."""
    parsed = parse(sentence)
    parts = units(parsed.main())
    is_whom = bool(parsed.words) and parsed.words[0].text in _WHO  # 'Wie te laat komt, meldt …'
    inside = {
        at for at in parsed.openings if (at == 0 and not is_whom) or (at and parsed.is_main[at - 1])
    }
    has_object = any(parsed.words[opening].text in _OBJECTS for opening in inside)
    if not parts or has_object or ":" in sentence or has_names(sentence):
        return []
    if any(_says_which(parsed.words, opening) for opening in inside):
        return []
    words = [word for word in parts[0] if word.text not in (".", "!")]
    if any(word.text in _SIGNS for word in _inner(words)):
        return []
    return [word for word in words if word.text not in _SIGNS]


def _says_which(words: Sequence[Word], opening: int) -> bool:
    """Whether what is left out says which are meant: ``dagen waarop``, not ``de leerling die``."""
    if words[opening].text not in RELATIVE | WHEREBY:
        return False
    before = {word.text for word in words[max(0, opening - 4) : opening]}
    return before.isdisjoint(_KNOWN)


def told_of(sentence: str, words: Sequence[Word], place: int) -> Told | None:
    """Put the verb first, what is asked about behind it; None when the order is not understood."""
    finite, before, after = words[place], list(words[:place]), list(words[place + 1 :])
    while before and before[0].text in LINKING | OF_ANSWER:
        before.pop(0)
    left_out = (LINKING - JOINING - {"dan"}) | OF_ANSWER
    after = [word for word in after if word.text not in left_out]
    if not before or len(words) > LONGEST or (not after and finite.text not in _LETTING):
        return None  # 'Een koekje na het eten mag' says it all
    if points_back(before, after):
        return None
    order = _order(finite.text, before, after)
    told = None if order is None else without_no(order)
    no_inside = any(word.text in _NO for word in before[1:])  # 'een niet gemaakte toets'
    no_inside |= any(one.text in _NO and two.text == "alleen" for one, two in pairwise(words))
    if told is None or order is None or len(told) < SHORTEST or no_inside:
        return None
    if not _is_understood(finite, told):
        return None
    is_front = before[0].text not in PREPOSITIONS and told[: len(before)] == before
    verb = finite.text
    rest = [printed(word, sentence, is_first=word is words[0]) for word in told]
    if rest[0] in ("we", "wij"):
        rest[:1], verb = ["de", "school"], SINGULAR.get(verb, verb)
    rest = [_OURS.get(word, word) for word in rest]
    if OF_US.intersection(rest):
        return None
    shown = _before_you(verb) if told[0].text in _YOU else verb
    length = len(before) if is_front else 0
    return Told(verb, shown, tuple(rest), length, len(told) < len(order))


def _is_understood(finite: Word, told: Sequence[Word]) -> bool:
    """Tell whether what stands there is one whole clause of the verb that was found."""
    texts = [word.text for word in told]
    if _is_cut_short(finite, told) or texts[-1] in LINKING | DETERMINERS:
        return False
    if any(text in SUBORDINATORS | _SECONDS for text in texts) or _has_second_verb(told):
        return False
    # 'is het toegestaan om': what was left out; 'nepcamera's doen we niet aan'.
    is_empty = texts[0] == "het" and finite.text in verbs.BE and texts[1] in _LEAVES
    if is_empty or (finite.text in ("doet", "doen") and texts[-1] in verbs.PREFIXES):
        return False
    if texts[0] in PREPOSITIONS - {"te"} and finite.text not in verbs.BECOME:
        return False  # nobody does it, as in 'wordt beslist door': the verb was not found
    if texts[:2] == ["er", "door"] or finite.text in _STIFF:
        return False
    return finite.text not in verbs.PLURALS - verbs.MODALS or _are_many(told)


def has_names(sentence: str) -> bool:
    """Whether a word inside has a capital: a board's own name, which is no title for others."""
    inner = re.findall(r"(?<=[\w,] )[A-Z]\w*", sentence)
    return any(word not in _CAPITALS for word in inner)


def _inner(words: Sequence[Word]) -> Sequence[Word]:
    """Leave out a comma at either end: there a subordinate clause was taken off."""
    kept = list(words)
    while kept and kept[-1].text == ",":
        kept.pop()
    while kept and kept[0].text == ",":
        kept.pop(0)
    return kept


def _is_cut_short(finite: Word, told: Sequence[Word]) -> bool:
    """Whether the verb that a modal or 'te' asks for stood in a part that was left out."""
    texts = [word.text for word in told]
    asks = finite.text in verbs.MODALS or finite.text in _ASK_TE or _ASK_TE.intersection(texts)
    if finite.text in verbs.BECOME and not any(map(verbs.is_participle, texts)):
        return True
    is_last = finite.end >= max(word.end for word in told)
    if finite.text in _LETTING and (is_last or texts[-1] in verbs.PREFIXES):
        return False  # 'Een horloge mag om', 'Een koekje mag'
    return bool(asks) and not any(map(verbs.is_infinitive, texts))


def points_back(before: Sequence[Word], after: Sequence[Word]) -> bool:
    """Whether a clause hangs on the one before it: ``om deze reden``, ``dit``, ``zij``."""
    starts = before[0].text in POINTING_BACK or (bool(after) and _is_pointing(after))
    if any(_POINTING_WORD.match(word.text) for word in (*before, *after)):
        return True
    if not _WHO_OR_WHAT.isdisjoint(word.text for word in after):
        return True
    return starts or any(word.text in POINTING_BACK - DETERMINERS | POINTING for word in before)


def _is_pointing(words: Sequence[Word]) -> bool:
    """Whether the first word stands for what was said before: ``het``, not ``het hek``."""
    first, after = words[0].text, words[1].text if len(words) > 1 else ""
    leads = first in _LEADING and after and after not in PREPOSITIONS | DETERMINERS
    return first in POINTING_BACK and not (leads and not verbs.is_present(after))


def _order(verb: str, before: list[Word], after: list[Word]) -> list[Word] | None:
    """Return what follows the verb, the subject first; None when that cannot be told."""
    head = before[0].text
    if len(before) == 1 and head in PRONOUNS - {"wie"}:
        return [*before, *after]
    is_time = head in DETERMINERS and len(before) > 1 and before[1].text in _TIMES
    if after and (after[0].text in PRONOUNS - {"wie"} or head in PREPOSITIONS or is_time):
        return _turned(verb, before, after, is_object=head not in PREPOSITIONS and not is_time)
    if head == "wie" or (not after and head in PREPOSITIONS):
        return None
    is_named = head in PRONOUNS | DETERMINERS or party_of(head) is not None
    are_things = before[-1].text.endswith(_PLURALS) or any(w.text in JOINING for w in before)
    is_thing = verb in verbs.BE and any(word.text in _LEAVES for word in after)
    is_noun = not (verbs.is_verb(head) or head in PREPOSITIONS | frozenset(verbs.PREFIXES))
    return [*before, *after] if is_named or (is_noun and (are_things or is_thing)) else None


def _turned(
    verb: str, before: list[Word], after: list[Word], *, is_object: bool
) -> list[Word] | None:
    """Return what follows the verb where another than the subject stood before it."""
    leads = PRONOUNS | DETERMINERS - {"geen"}
    is_named = after[0].text in leads or party_of(after[0].text) is not None
    if after[0].text in PRONOUNS and is_object:
        return [after[0], *before, *after[1:]]  # 'een blote buik staan we toe'
    if any(word.text in OF_US for word in before):
        before = []  # 'bij ons op school'
    if after[0].text == "een" and before and before[0].text in PREPOSITIONS:
        return [*before, *after]  # 'Van elke melding wordt een verslag gemaakt'
    is_named = is_named or verb not in _BEING_THERE or verbs.is_infinitive(after[0].text)
    there = [] if is_named else [Word("er", -1, -1)]
    return [*there, *after, *before]


def without_no(words: Sequence[Word]) -> list[Word] | None:
    """Leave out what says no; None where 'geen' stands before what cannot be counted."""
    found: list[Word] = []
    for word, after in zip(words, (*words[1:], None), strict=True):
        if word.text in _NO | OF_ANSWER:
            continue
        if word.text == "geen":
            if after is None or not after.text.endswith(("en", "s")):
                return None
            continue
        found.append(word)
    return found


def _before_you(verb: str) -> str:
    """Return a verb as it stands before ``je``: ``meldt`` loses its t."""
    short = verb.removesuffix("t")
    return short if verb in verbs.THIRDS and short in verbs.STEMS else verb


def printed(word: Word, sentence: str, *, is_first: bool) -> str:
    """Return a word as it stands in a sentence, or in small letters where that is no name."""
    if word.begin < 0:
        return word.text
    printed = sentence[word.begin : word.end]
    return printed if printed in _CAPITALS or (not is_first and len(printed) > 1) else word.text


def _are_many(told: Sequence[Word]) -> bool:
    """Tell whether a question begins with more than one: ``de kinderen``, not ``iets``."""
    first = [word.text for word in told[:4]]
    return first[0] in PRONOUNS or any(text.endswith(_PLURALS) for text in first)


def _has_second_verb(told: Sequence[Word]) -> bool:
    """Tell whether another verb would stand in the wrong place: ``sluit het hek en doet …``."""
    return any(
        one.text in JOINING and (verbs.is_present(two.text) or two.text in PRONOUNS)
        for one, two in pairwise(told)
    )
