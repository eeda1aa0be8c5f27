"""The questions that the sentences of a clause answer, each its words in another order.

``Leerlingen mogen in de klas niet bellen.`` becomes ``Mogen leerlingen in de klas bellen?``: the
verb comes first, what stood before it follows, and what says no is left out. Whether pupils or
parents have to do something is asked with ``moet``, who of the school does it with ``wie``. Only a
whole sentence whose order is understood becomes one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from protocolkit.alignment.case_questions import cases_of
from protocolkit.alignment.question_order import (
    LINKING,
    LONGEST,
    NOTHING,
    OF_ANSWER,
    OF_US,
    POINTING_BACK,
    SHORTEST,
    Told,
    has_names,
    main_words,
    points_back,
    printed,
    told_of,
    without_no,
)
from protocolkit.base.messages import Translate
from protocolkit.norms import verbs
from protocolkit.norms.norm import Modality, Party
from protocolkit.norms.parties import first_finite, party_of, subject
from protocolkit.norms.recognise import recognise
from protocolkit.norms.sentence_words import DETERMINERS, PREPOSITIONS, Word
from protocolkit.norms.subordinate import SUBORDINATORS
from protocolkit.text.function_words import (
    ASKING,
    EXCLUDING,
    JOINING,
    POSSESSIVES,
    SUPPOSING,
    either,
)
from protocolkit.text.late_patterns import late
from protocolkit.text.markers import without_marker

_READERS = frozenset("je jij jullie u".split())
_YOURS = frozenset("je jouw jullie".split())
# 'Het is leerlingen niet toegestaan om … te …': who, what, and the verb at the end.
_MODAL_OF = {
    Modality.PROHIBITION: ("mag", "mogen"),
    Modality.PERMISSION: ("mag", "mogen"),
    Modality.DIVIDED: ("mag", "mogen"),
    Modality.OBLIGATION: ("moet", "moeten"),
}
_ASKING = ASKING | frozenset("hoelang welke waarvoor waarom waarover".split())
_ELSEWHERE = POINTING_BACK | frozenset("dan er wij we ons onze eigenlijk hier daar zo".split())
_DUTIES = frozenset("dient dienen behoort behoren hoort horen hoeft hoeven".split())
_LEAVE = re.compile(
    r"^Het is (?:voor )?(?P<who>[\w ]*?) ?(?:niet |alleen |uitsluitend )?"
    r"(?:toegestaan|geoorloofd|verboden)(?: voor (?P<whom>[\w ]+?))?,? (?:om )?"
    r"(?P<what>[^,;:()]+?) te (?P<verb>\w+en)(?P<rest>[^,;:()]*?)\W*$"
)
_NO_WORD = re.compile(r"^\W+")
_WHOEVER = late(r"(?:wie|degenen? die) [^,;:]+, [^,;:]+\Z", re.IGNORECASE)
_IN_A_CASE = late(rf"(?:{either(SUPPOSING)})\b|\w+ (?:je|u|er|een|de|het)\b", re.IGNORECASE)
_LETTING = frozenset({Modality.PERMISSION, Modality.PROHIBITION})
_ASKS = frozenset(Modality) - {Modality.INFORMATION, Modality.UNDETERMINED}
# Who gets something does not have to.
_RECEIVING = frozenset("krijgt krijgen ontvangt ontvangen".split())
_PEOPLE = frozenset({Party.PUPILS, Party.PARENTS, Party.EVERYONE})
_ACTING = frozenset({Party.STAFF, Party.SCHOOL})


def questions_of(text: str, translate: Translate) -> Iterator[str]:
    """Yield the questions that a clause answers, sentence by sentence."""
    for norm in recognise(text).norms:
        printed = " ".join(text[slice(*norm.sentence)].split())
        sentence = _NO_WORD.sub("", without_marker(printed))
        found: tuple[str, ...] = ()
        if norm.modality in _ASKS:
            found = (*_asked(sentence, norm.modality), *_told_to(sentence, norm.modality))
            yield from found
        # 'Een horloge mag om, als het geluid uit staat': on what condition, not in which case
        lets = norm.modality in _LETTING and any(found)
        if not lets or _IN_A_CASE.match(sentence):
            yield from cases_of(sentence, translate)
        if _is_whole_question(sentence):
            yield sentence


def _is_whole_question(sentence: str) -> bool:
    """Tell whether a clause itself asks what it answers, by words that stand by themselves."""
    words = sentence.lower().split()
    is_one = sentence.endswith("?") and SHORTEST + 1 < len(words) <= LONGEST
    is_one = is_one and words[0] in _ASKING
    texts = [word.strip(",?") for word in words[1:]]
    is_told = any(map(verbs.is_present, texts))
    return is_one and is_told and not has_names(sentence) and _ELSEWHERE.isdisjoint(texts)


def _asked(sentence: str, modality: Modality) -> Iterator[str]:
    """Yield what a sentence that asks something is an answer to."""
    sentence = sentence.replace(" in het geheel niet ", " niet ")
    if sentence.rstrip().endswith((":", "?")):
        return
    leave = _LEAVE.match(sentence)
    if leave and not has_names(sentence):
        if asked := _of_leave(leave):
            yield asked
        return
    words = main_words(sentence)
    yield from _whoever(sentence, words)
    place = first_finite(words) if words else None
    told = told_of(sentence, words, place) if place else None
    if told is None or place is None or _has_another(told.rest):
        return
    people, _ = subject(words, place)
    if people and _ACTING.issuperset(people) and told.subject and not told.is_denied:
        rest = told.rest[told.subject :]
        is_one = not JOINING.intersection(told.rest[: told.subject])
        if is_one and len(rest) > 1:
            yield _printed_question("wie", (told.singular, *rest))
    forbids = modality in (Modality.PROHIBITION, Modality.DIVIDED)
    those = _PEOPLE | {Party.STAFF} if forbids else _PEOPLE
    is_of_people = told.rest[0] in _READERS or (bool(people) and those.issuperset(people))
    yield _plain(told, modality, is_of_people=is_of_people)


def _has_another(rest: Sequence[str]) -> bool:
    """Tell whether somebody else does the rest: ``… de zaal en de beheerder de kas``."""
    return any(
        word in JOINING
        and rest[at + 1] in DETERMINERS
        and party_of(rest[at + 2]) is not None
        and party_of(rest[at - 1]) is None
        for at, word in enumerate(rest[:-2])
    )


def _whoever(sentence: str, words: Sequence[Word]) -> Iterator[str]:
    """Yield whom a rule is for that begins with them: ``Wie een spreekbeurt houdt, mag …``."""
    if not _WHOEVER.match(sentence) or not SHORTEST < len(words) <= LONGEST:
        return
    texts = [word.text for word in words]
    rest = [word for word in words[1:] if word.text not in OF_ANSWER - EXCLUDING | LINKING]
    is_told = texts[0] in verbs.FINITES and not any(map(verbs.is_present, texts[1:-1]))
    if not is_told or len(rest) < SHORTEST or points_back(rest[:1], rest):
        return
    if not (POSSESSIVES | OF_US | NOTHING).isdisjoint(texts):
        return
    shown = [printed(word, sentence, is_first=False) for word in (words[0], *rest)]
    yield _printed_question("wie", shown)


def _told_to(sentence: str, modality: Modality) -> Iterator[str]:
    """Yield whether a reader who is told what to do has to: ``Houd je gezicht vrij``."""
    words = main_words(sentence)
    texts = [word.text for word in words]
    modals = _MODAL_OF.get(modality)
    if not modals or len(words) < SHORTEST or texts[0] not in verbs.STEMS or len(words) > LONGEST:
        return
    if (
        not _YOURS.intersection(texts[1:])
        or NOTHING.intersection(texts)
        or any(map(verbs.is_present, texts[1:]))
    ):
        return
    told = without_no([word for word in words[1:] if word.text not in OF_ANSWER | LINKING])
    if "nog" in texts:
        return  # 'Houd je mond ook nog als': it goes on from something
    if not told or points_back(told[:1], told) or any(w.text in SUBORDINATORS for w in told):
        return
    rest = [printed(word, sentence, is_first=False) for word in told]
    third = texts[0] if texts[0].endswith("t") else f"{texts[0]}t"
    changed = _with_verb(rest, verbs.infinitive_of(third))
    if changed and not OF_US.intersection(changed):
        yield f"{modals[0].capitalize()} je {' '.join(changed)}?"


def _plain(told: Told, modality: Modality, *, is_of_people: bool) -> str:
    """Return a question that is answered by yes or no."""
    modals = _MODAL_OF.get(modality)
    if told.verb in _DUTIES and (changed := _without_te(told.rest)):
        modal = ("moet", "moeten")[told.verb.endswith("en")]
        return _printed_question(modal, changed)
    if modals is None or told.verb in verbs.MODALS | verbs.BE | verbs.HAVE:
        return _printed_question(told.printed_verb, told.rest)
    modal = modals[told.is_plural]
    if told.verb in verbs.BECOME:
        changed = _with_infinitive(told.rest, "worden")
        if modality is not Modality.OBLIGATION and changed:
            return _printed_question(modal, changed)
    elif is_of_people and told.verb not in _RECEIVING:
        changed = _with_verb(told.rest, verbs.infinitive_of(told.verb))
        if changed:
            return _printed_question(modal, changed)
    return _printed_question(told.printed_verb, told.rest)


def _without_te(rest: Sequence[str]) -> tuple[str, ...]:
    """Leave out the ``te`` that the verb of a duty asks for."""
    at = next((at for at, word in enumerate(rest[:-1]) if word == "te"), -1)
    if at < 0 or rest.count("te") > 1 or not verbs.is_infinitive(rest[at + 1]):
        return ()
    return (*rest[:at], *rest[at + 1 :])


def _with_infinitive(rest: Sequence[str], verb: str) -> tuple[str, ...]:
    """Put an infinitive before the participle that belongs to it."""
    places = [at for at, word in enumerate(rest) if at > 1 and verbs.is_participle(word)]
    return (*rest[: places[-1]], verb, *rest[places[-1] :]) if len(places) == 1 else ()


def _with_verb(rest: Sequence[str], verb: str) -> tuple[str, ...]:
    """Put a verb at the end as an infinitive, joined to its first part where that stands apart."""
    if not verbs.is_infinitive(verb) or "te" in rest:
        return ()
    parts = [
        at
        for at, (word, after) in enumerate(zip(rest, (*rest[1:], ""), strict=True))
        if word in verbs.PREFIXES and (not after or after in PREPOSITIONS)
    ]
    if not parts:
        if verb == "laten" and verbs.is_infinitive(rest[-1]):
            return (*rest[:-1], verb, rest[-1])
        return () if rest[-1] in PREPOSITIONS else (*rest, verb)
    at = parts[-1]
    return (*rest[:at], f"{rest[at]}{verb}", *rest[at + 1 :])


def _printed_question(verb: str, rest: Sequence[str]) -> str:
    return f"{verb.capitalize()} {' '.join(rest)}?"


def _of_leave(leave: re.Match[str]) -> str:
    """Return who may do what, as a question."""
    who = (leave["who"] or leave["whom"] or "").strip()
    if len(leave[0].split()) > LONGEST + 6 or any(w in POINTING_BACK for w in who.split()):
        return ""
    plural = bool(who) and who.split()[-1].endswith(("en", "s"))
    asked = f"Mogen {who}" if plural else f"Mag {who or 'je'}"
    what = re.sub(r"\b(?:geen|niet) ", "", leave["what"])
    return f"{asked} {what} {leave['verb']}{leave['rest']}?"
