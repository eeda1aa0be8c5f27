"""A title for a proposed topic: the question that its clauses answer, made from a norm.

``Leerlingen mogen in de klas niet bellen.`` becomes ``Mogen leerlingen in de klas bellen?``: the
verb comes first, what stood before it follows, and what says no is left out. Only a whole sentence
whose order is understood becomes one; else the words that its clauses share are asked about.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from protocolkit.base.messages import Translate, mark
from protocolkit.norms import verbs
from protocolkit.norms.grammar import parse, units
from protocolkit.norms.norm import Modality
from protocolkit.norms.parties import PRONOUNS, first_finite, party_of
from protocolkit.norms.recognise import recognise
from protocolkit.norms.sentence_words import DETERMINERS, PREPOSITIONS, Word
from protocolkit.norms.subordinate import SUBORDINATORS
from protocolkit.text.function_words import COORDINATING, EXCLUDING, JOINING, POINTING
from protocolkit.text.markers import without_marker
from protocolkit.text.words import tokens
from protocolkit.wording.everyday import EVERYDAY
from protocolkit.wording.terms import content, stem

ABOUT = mark("What applies to {words}?")
ABOUT_BOTH = mark("What applies to {first} and {second}?")
NAMELESS = mark("What do these clauses arrange?")

_LONGEST = 17
# So many clauses are asked for a question; a topic of a thousand boards has enough in these.
_ASKED = 6
_SHORTEST = 3
# A question of one clause is a title for all when one more of them has a word of it.
_SHARED = 2
_SHORTEST_WORD = 4
# A word that so large a part of all clauses has is what the whole subject is about.
_ORDINARY = 0.3
_FEW = 3
_NO = frozenset("niet nooit nimmer geenszins".split())
# Whether it is done at all is the question; 'alleen' and 'dus' belong to one answer.
_OF_ANSWER = EXCLUDING | frozenset(
    "pas ook dus wel echter steeds altijd liever lekker gewoon gerust graag".split()
)
_TIMES = frozenset("dag ochtend middag week maand kwartaal jaar schooljaar keer".split())
_CAPITALS = frozenset("MR GMR ICT AI AVG USB OR GGD HR IB".split())
# A clause that is the object of the verb cannot be left out: 'We schrijven op wat …'.
_OBJECTS = frozenset("dat wat welke wie hoe waarom of".split())
# After these an infinitive follows.
_ASK_TE = frozenset("dient dienen behoort behoren gehouden verzoekt verzoeken hoeft hoeven".split())
_YOU = frozenset("je jij".split())
# What points back to another sentence is nobody in a title.
_POINTING = POINTING | frozenset("hij zij ze hem haar hen hun het daarvan daarbij hierbij".split())
# Nor is a place or a way that another sentence named.
_POINTING_WORD = re.compile(
    r"(?:hier|daar|er|waar)(?:\w{2,})?$|(?:diens|eronder|ernaast|zodoende)$"
)
_LINKING = (COORDINATING - {"doch"}) | frozenset(
    "ook dan echter daarom bovendien daarnaast tevens verder daarvoor hiervoor zo wel zodat "
    "namelijk immers eveneens".split()
)
_SIGNS = frozenset(",;:()[]–—\"'“”‘’…/")
# 'Het is leerlingen niet toegestaan om … te …': who, what, and the verb at the end.
_LEAVE = re.compile(
    r"^Het is (?:voor )?(?P<who>[\w ]*?) ?(?:niet |alleen |uitsluitend )?"
    r"(?:toegestaan|geoorloofd|verboden)(?: voor (?P<whom>[\w ]+?))?,? (?:om )?"
    r"(?P<what>[^,;:()]+?) te (?P<verb>\w+en)(?P<rest>[^,;:()]*?)\W*$"
)
_WORDS = re.compile(r"\w+|[^\w\s]")
_NO_NOUN = ("lijk", "lijke", "ig", "ige", "isch", "ische", "end", "ende", "baar", "bare", "loos")
_PLURALS = ("en", "s")
_OF_NOUN = ("ing", "heid", "en", "s", "tie", "teit", "schap")
_ADVERBS = frozenset(
    "direct online offline vooraf achteraf veilig persoonlijk schriftelijk mondeling gezamenlijk "
    "enigerlei gerelateerd zolang nergens ongeacht evengoed tegenover tevoorschijn buitenshuis "
    "jullie thuis teneinde alsmede bepaalde gedurende geheel vrij kort zover behoeve stuk stap "
    "buurt mate voorkeur zoek".split()
)
_NO_WORD = re.compile(r"^\W+")
_ASKS = frozenset(Modality) - {Modality.INFORMATION, Modality.UNDETERMINED}


def proposed_title(
    texts: Sequence[str],
    subject: frozenset[str],
    translate: Translate,
    taken: Collection[str] = (),
) -> str:
    """Return a question for clauses, of which the first is the one most like the others.

    ``subject`` are the stems that say nothing here (:func:`subject_stems`), ``taken`` the titles
    that other topics have: another one is given where there is one.
    """
    every = tuple(dict.fromkeys(_titles(texts[:_ASKED], subject, translate)))
    return next((title for title in every if title not in taken), every[0])


def _titles(texts: Sequence[str], subject: frozenset[str], translate: Translate) -> Iterator[str]:
    """Yield titles for clauses, the best first; the last fits any clauses."""
    asked = [question for question in map(question_of, texts) if question]
    having = _having(texts)
    best = max(asked, key=lambda question: _told_by(question, having, subject), default="")
    if best and _told_by(best, having, subject) >= _SHARED:
        yield best
    own = question_of(texts[0])
    if own:
        yield own
    first, *others = _shared(texts, subject) or [""]
    if first:
        shared = [word for word in others if having[stem(word)] >= _SHARED]
        pairs = [translate(ABOUT_BOTH).format(first=first, second=word) for word in others]
        yield from pairs[: len(shared)]
        yield translate(ABOUT).format(words=first)
        yield from pairs
        yield from (translate(ABOUT).format(words=word) for word in others)
    yield translate(NAMELESS)


def _having(texts: Sequence[str]) -> Counter[str]:
    """Return in how many texts each stem stands."""
    return Counter(found for text in texts for found in {stem(w) for w in tokens(text.lower())})


def _told_by(question: str, having: Counter[str], subject: frozenset[str]) -> int:
    """Return how many of the texts have what a question asks about: the word that most have."""
    nouns = {stem(word) for word in tokens(question.lower()) if _is_telling(word)}
    return max((having[noun] for noun in nouns - subject), default=0)


def subject_stems(texts: Iterable[str]) -> frozenset[str]:
    """Return the stems that too many clauses have to be the title of one."""
    every = [{stem(word) for word in tokens(text.lower())} for text in texts]
    counts = Counter(found for stems in every for found in stems)
    return frozenset(s for s, count in counts.items() if count > max(_FEW, _ORDINARY * len(every)))


def question_of(text: str) -> str:
    """Return the main norm of a clause as a question, "" when no plain one can be made of it."""
    norm = recognise(text).main
    if norm.modality not in _ASKS:
        return ""
    sentence = _NO_WORD.sub("", without_marker(" ".join(text[slice(*norm.sentence)].split())))
    sentence = sentence.replace(" in het geheel niet ", " niet ")
    if sentence.rstrip().endswith((":", "?")):
        return ""
    leave = _LEAVE.match(sentence)
    if leave and not _has_names(sentence):
        return _of_leave(leave)
    parsed = parse(sentence)
    parts = units(parsed.main())
    has_object = any(parsed.words[opening].text in _OBJECTS for opening in parsed.openings)
    if len(parts) != 1 or has_object or _has_names(sentence):
        return ""
    words = [word for word in parts[0] if word.text not in (".", "!")]
    place = first_finite(words)
    if place is None or any(word.text in _SIGNS for word in _inner(words)):
        return ""
    words = [word for word in words if word.text not in _SIGNS]
    return _turned(sentence, words, first_finite(words))


def _of_leave(leave: re.Match[str]) -> str:
    """Return who may do what, as a question."""
    who = (leave["who"] or leave["whom"] or "").strip()
    if len(leave[0].split()) > _LONGEST + 5 or any(w in _POINTING for w in who.split()):
        return ""
    plural = bool(who) and who.split()[-1].endswith(("en", "s"))
    asked = f"Mogen {who}" if plural else f"Mag {who or 'je'}"
    what = re.sub(r"\b(?:geen|niet) ", "", leave["what"])
    return f"{asked} {what} {leave['verb']}{leave['rest']}?"


def _has_names(sentence: str) -> bool:
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


def _turned(sentence: str, words: Sequence[Word], place: int | None) -> str:
    """Put the verb first, what is asked about behind it."""
    if place is None or not place or len(words) > _LONGEST:
        return ""
    finite, before, after = words[place], list(words[:place]), list(words[place + 1 :])
    while before and before[0].text in _LINKING | _OF_ANSWER:
        before.pop(0)
    left_out = (_LINKING - JOINING - {"dan"}) | _OF_ANSWER
    after = [word for word in after if word.text not in left_out]
    if not before or not after or _points_back(before, after):
        return ""
    order = _order(before, after)
    told = None if order is None else _without_no(order)
    no_inside = any(word.text in _NO for word in before[1:])  # 'een niet gemaakte toets'
    if told is None or len(told) < _SHORTEST or no_inside or _is_cut_short(finite, told):
        return ""
    if told[-1].text in _LINKING or any(word.text in SUBORDINATORS for word in told):
        return ""
    if any(one.text in JOINING and verbs.is_present(two.text) for one, two in pairwise(told)):
        return ""  # a second verb would stand in the wrong place
    verb = _before_you(finite.text) if told[0].text in _YOU else finite.text
    rest = " ".join(_printed(word, sentence, is_first=word is words[0]) for word in told)
    return f"{verb.capitalize()} {rest}?"


def _is_cut_short(finite: Word, told: Sequence[Word]) -> bool:
    """Whether the verb that a modal or 'te' asks for stood in a part that was left out."""
    texts = [word.text for word in told]
    asks = finite.text in verbs.MODALS or finite.text in _ASK_TE or _ASK_TE.intersection(texts)
    return bool(asks) and not any(map(verbs.is_infinitive, texts))


def _points_back(before: Sequence[Word], after: Sequence[Word]) -> bool:
    """Whether a clause hangs on the one before it: ``om deze reden``, ``dit``, ``zij``."""
    starts = before[0].text in _POINTING or after[0].text in _POINTING
    if any(_POINTING_WORD.match(word.text) for word in (*before, *after)):
        return True
    return starts or any(word.text in _POINTING - DETERMINERS | POINTING for word in before)


def _order(before: list[Word], after: list[Word]) -> list[Word] | None:
    """Return what follows the verb, the subject first; None when that cannot be told."""
    head = before[0].text
    if len(before) == 1 and head in PRONOUNS - {"wie"}:
        return [*before, *after]
    is_time = head in DETERMINERS and len(before) > 1 and before[1].text in _TIMES
    if after[0].text in PRONOUNS - {"wie"} or head in PREPOSITIONS or is_time:
        is_named = after[0].text in PRONOUNS | DETERMINERS or party_of(after[0].text) is not None
        if after[0].text in PRONOUNS and head not in PREPOSITIONS and not is_time:
            return [after[0], *before, *after[1:]]  # the object: 'een blote buik staan we toe'
        there = [] if is_named else [Word("er", -1, -1)]
        return [*there, *after, *before]
    is_named = head in PRONOUNS | DETERMINERS or party_of(head) is not None
    are_things = before[-1].text.endswith(_PLURALS) and not any(
        verbs.is_verb(word.text) or word.text in PREPOSITIONS for word in before[:1]
    )
    return [*before, *after] if (is_named or are_things) and head != "wie" else None


def _without_no(words: Sequence[Word]) -> list[Word] | None:
    """Leave out what says no; None where 'geen' stands before what cannot be counted."""
    found: list[Word] = []
    for word, after in zip(words, (*words[1:], None), strict=True):
        if word.text in _NO | _OF_ANSWER:
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


def _printed(word: Word, sentence: str, *, is_first: bool) -> str:
    if word.begin < 0:
        return word.text
    printed = sentence[word.begin : word.end]
    return word.text if is_first and not printed.isupper() else printed


def _shared(texts: Sequence[str], subject: frozenset[str]) -> list[str]:
    """Return the nouns to ask about, the most shared first, spelled as in the first clause."""
    having = _having(texts)
    printed: dict[str, str] = {}
    for text in texts:
        for word in _nouns(text):
            printed.setdefault(stem(word), word)
    left = [found for found in printed if found not in subject]
    first, *others = sorted(left, key=lambda s: -having[s]) or [""]
    if not first:
        return []
    also = [s for s in others if s not in first and first not in s]
    return [printed[found] for found in (first, *also)]


def _nouns(text: str) -> Iterator[str]:
    """Yield what looks like nouns: words that no other word of content follows.

    Before it stands an article, a preposition or an adjective, or it is a plural. What has a
    capital may be the name of one board.
    """
    words = [match[0] for match in _WORDS.finditer(text)]
    for before, word, after in zip(["", *words], words, (*words[1:], ""), strict=False):
        is_last = not after.isalpha() or verbs.is_verb(after.lower()) or not content((stem(after),))
        led = before.lower() in DETERMINERS | PREPOSITIONS or word.endswith(_OF_NOUN)
        if is_last and word.islower() and (led or before.endswith("e")) and _is_telling(word):
            yield word


def _is_telling(word: str) -> bool:
    if len(word) < _SHORTEST_WORD or not word.isalpha() or not content((stem(word),)):
        return False
    if word in EVERYDAY | _ADVERBS or word.endswith(_NO_NOUN):
        return False
    is_verb = verbs.is_verb(word) or word in verbs.STEMS
    return not is_verb and party_of(word) is None
