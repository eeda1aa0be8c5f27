"""What one sentence asks: the rules that turn its words into a modality."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from protocolkit.document.model import Kind
from protocolkit.norms import lexicon, verbs
from protocolkit.norms.conditions import conditions
from protocolkit.norms.grammar import Sentence, parse, units
from protocolkit.norms.halves import Turn, is_turned, second_halves
from protocolkit.norms.head import Head, Scope
from protocolkit.norms.heads import HEADS
from protocolkit.norms.indicative import imperative, judge_indicative
from protocolkit.norms.negation import negations
from protocolkit.norms.norm import Modality, Nuance, Party
from protocolkit.norms.parties import first_finite, subject
from protocolkit.norms.sentence_words import DETERMINERS, PREPOSITIONS, Word
from protocolkit.norms.verdict import NOTHING, QUESTION, STATED, Strength, Verdict, joined_spans
from protocolkit.text.function_words import CAUSAL, PERSONAL, POINTING
from protocolkit.text.sentences import Span

# Kinds that can ask in the plain present; others tell unless a word of duty stands in them.
_ASKING = (Kind.RULE, Kind.PRINCIPLE, Kind.GUIDANCE)
LONGEST = 3_000
"""No sentence has more signs: what has asks nothing, since each part is judged in all of it."""
_ADDRESS = re.compile(r"\w\.\w+/|@|^www\.")
_LETTER = re.compile(r"\w")
_LINK = re.compile(r"\s+(?:en|maar|doch|terwijl)$", re.IGNORECASE)
_MOST_HALVES = 12  # of a sentence: each is held beside all that stands before it
_OPPOSITE = {Modality.PROHIBITION, Modality.PERMISSION}
_DIVISIBLE = _OPPOSITE | {Modality.OBLIGATION}
_ASKS_WHETHER = re.compile(r"\bof\b[^,;:]*\b(?:niet|geen|nooit)\b", re.IGNORECASE)
_QUESTION = re.compile(r"\?\W*$")
_CARRIERS = re.compile(r"\b(?:betekent|houdt in|geldt|regel is|uitgangspunt is|inhoudt)\W*$")


def judge(text: str, sentence: Sentence, kind: Kind) -> Verdict:
    """Return what a sentence asks.

    Each part of the main clause is judged by itself; the first that speaks by its own word wins,
    then the first in the plain present. A question asks nothing, nor does what is far longer than
    any sentence. What is so for some and otherwise for others is neither a ban nor leave.
    """
    if len(text) > LONGEST:
        return NOTHING
    found = _judge_whole(text, sentence, kind)
    is_asked = found.strength >= Strength.PASSIVE and found.modality in _DIVISIBLE
    return (is_asked and _in_two(text, kind)) or found


def _in_two(text: str, kind: Kind) -> Verdict | None:
    """Judge a sentence with two halves, of which the second says otherwise than the first."""
    for half in islice(second_halves(text), _MOST_HALVES):
        before = text[: half.span[0]].rstrip(" ,;:")
        before = _LINK.sub("", before)
        first = _judge_whole(before, parse(before), kind)
        if first.strength < Strength.PASSIVE or first.modality not in _DIVISIBLE:
            continue
        # 'De mentor deelt met het team, met anderen niet': the plain present has this form alone
        is_by_case = not half.is_told and not half.is_of_what and half.turn is Turn.DIVIDES
        if first.strength is not Strength.EXPLICIT and not is_by_case:
            continue
        if half.is_told:
            told = _told(text[slice(*half.span)], kind)
            if told is None or first.nuance or {first.modality, told} != _OPPOSITE:
                continue
        elif not is_turned(first, before, half):
            continue
        words = joined_spans([*first.words, half.span])
        if half.turn is Turn.LIMITS:
            return Verdict(Modality.PERMISSION, Strength.EXPLICIT, first.words, Nuance.CONDITIONAL)
        return Verdict(Modality.DIVIDED, Strength.EXPLICIT, words)
    return None


def _told(text: str, kind: Kind) -> Modality | None:
    """Return what a half with a verb of its own asks, without conditions."""
    sentence = parse(text)
    found = _judge_whole(text, sentence, kind)
    is_plain = found.strength is Strength.EXPLICIT and found.nuance is None
    return found.modality if is_plain and not conditions(text, sentence) else None


def _judge_whole(text: str, sentence: Sentence, kind: Kind) -> Verdict:
    carried = _asks_nothing(text, sentence) or _carried(text, sentence, kind)
    if carried is not None:
        return carried
    # a reason asks nothing: 'want het kan kapot gaan'
    parts = [unit for unit in units(sentence.main()) if unit[0].text != "want"]
    verdicts = [_judge_unit(text, unit, sentence, kind) for unit in parts]
    after = _after_colon(parts, verdicts)
    if after is not None:
        return after
    best = max((v.strength for v in verdicts), default=Strength.NONE)
    found = next((v for v in verdicts if v.strength is best), NOTHING)
    if found.strength is Strength.EXPLICIT:
        earlier = verdicts[: verdicts.index(found)]
        plain = next((v for v in earlier if v.strength >= Strength.PASSIVE), None)
        return plain or found
    return found


def _asks_nothing(text: str, sentence: Sentence) -> Verdict | None:
    """Judge a question, and a reason by itself: ``Omdat kinderen zo leren`` asks nothing."""
    if _QUESTION.search(text):
        return QUESTION
    is_reason = bool(sentence.words) and sentence.words[0].text in CAUSAL
    return STATED if is_reason and all(sentence.is_main) else None


def _after_colon(parts: Sequence[Sequence[Word]], verdicts: Sequence[Verdict]) -> Verdict | None:
    """Return what is asked after a colon, when what stands before it only names the case."""
    for number, (part, verdict) in enumerate(zip(parts, verdicts, strict=True)):
        if part[0].text == ":" and verdict.strength >= Strength.PASSIVE:
            earlier = max((v.strength for v in verdicts[:number]), default=Strength.NONE)
            return verdict if earlier < Strength.EXPLICIT else None
    return None


def _carried(text: str, sentence: Sentence, kind: Kind) -> Verdict | None:
    """Judge what follows ``dit betekent dat …`` as the sentence itself."""
    for i, word in enumerate(sentence.words):
        if word.text == "dat" and not sentence.is_main[i]:
            before = text[: word.begin].lower()
            if _CARRIERS.search(before):
                inner = text[word.end :]
                found = judge(inner, parse(inner), kind)
                shifted = tuple((a + word.end, b + word.end) for a, b in found.words)
                return Verdict(found.modality, found.strength, shifted, found.nuance)
            return None
    return None


def _judge_unit(text: str, unit: Sequence[Word], sentence: Sentence, kind: Kind) -> Verdict:
    blanked = _blanked(text, unit)
    if lexicon.STATEMENT.search(blanked):
        return STATED
    can = lexicon.CAN.search(blanked)
    for head in HEADS:
        if can and head.scope is Scope.CONTENT:  # 'kunnen het bestuur verzoeken'
            continue
        match = head.pattern.search(blanked)
        if match:
            found = _by_head(head, match, blanked, text)
            urges = found.modality is Modality.ENCOURAGEMENT and kind not in _ASKING
            if (
                urges or _is_purpose(head, blanked) or _knows_itself(head, unit)
            ):  # 'Essentieel is dat …' in an introduction
                return STATED
            is_tip = kind is Kind.GUIDANCE and imperative(unit, None)  # 'Wees je bewust van …'
            return replace(found, modality=Modality.ENCOURAGEMENT) if is_tip else found
    if can:
        return _by_can(can, blanked, unit, kind)
    if kind in _ASKING:
        return judge_indicative(blanked, unit, sentence, kind)
    return STATED


def _knows_itself(head: Head, unit: Sequence[Word]) -> bool:
    """Whether the one who issues the text says what it is aware of: that asks nothing of others."""
    place = first_finite(unit)
    if head.nuance is not Nuance.AWARENESS or place is None or unit[place].text in verbs.MODALS:
        return False
    before = {word.text for word in unit[: place + 2]}
    return subject(unit, place)[0] == (Party.SCHOOL,) or bool(before & {"we", "wij"})


def _is_purpose(head: Head, blanked: str) -> bool:
    """Whether a text, not a person, is said to serve or further something."""
    aims = head.nuance is Nuance.EFFORT or head.modality in _AIMS
    if lexicon.OBLIGES.search(blanked):  # 'De wet verplicht ons'
        return False
    return aims and bool(lexicon.DOCUMENT.match(blanked)) and " worden" not in blanked


_AIMS = (Modality.OBLIGATION, Modality.ENCOURAGEMENT)


def _blanked(text: str, unit: Sequence[Word]) -> str:
    """Return the sentence in small letters with everything outside a unit made blank.

    An address says nothing: its letters are hidden.
    """
    pieces, at = [], 0
    for word in unit:
        gap = text[at : word.begin]
        said = _LETTER.sub("x", word.text) if _ADDRESS.search(word.text) else word.text
        pieces += [" " * len(gap) if len(gap) > 1 and gap.strip("_ ") else gap, said]
        at = word.begin + len(word.text)
    return "".join(pieces) + " " * max(len(text) - at, 0)


def _by_head(head: Head, match: re.Match[str], blanked: str, text: str) -> Verdict:
    own = [match.span(k) for k in range(1, (match.lastindex or 0) + 1) if match[k]]
    spans = [match.span(k) for k in range(1, match.re.groups + 1) if match[k] is not None] or own
    no = _negated(head, spans, blanked, text)
    carries = head.scope is Scope.CONTENT
    if not no:
        modality, nuance = head.modality, head.nuance
        only = lexicon.ONLY.search(blanked)
        if modality is Modality.PERMISSION and only:
            spans, nuance = [*spans, only.span()], nuance or Nuance.CONDITIONAL
        return _verdict(modality, spans, nuance, carries)
    double = lexicon.DOUBLE.search(blanked)
    if double and head.negated is Modality.PROHIBITION and head.modality is Modality.PERMISSION:
        return _verdict(Modality.PERMISSION, [*spans, double.span()], Nuance.CONDITIONAL, carries)
    nuance = head.nuance if head.negated is head.modality else None
    return _verdict(head.negated, [*spans, *no], nuance, carries)


def _negated(head: Head, spans: Sequence[Span], blanked: str, text: str) -> list[Span]:
    if head.scope is Scope.NONE:
        return []
    if head.scope is Scope.BEFORE:
        return [s for s in negations(blanked) if 0 <= spans[0][0] - s[1] <= 2]
    found = list(negations(blanked))
    if head.scope is Scope.CONTENT and not found and not _ASKS_WHETHER.search(text, spans[0][1]):
        found = [s for s in negations(text.lower()) if s[0] > spans[0][0]][:1]
    return found


def _verdict(
    modality: Modality, spans: Sequence[Span], nuance: Nuance | None = None, carries: bool = False
) -> Verdict:
    strength = Strength.STATED if modality is Modality.INFORMATION else Strength.EXPLICIT
    return Verdict(modality, strength, joined_spans(spans), nuance, carries)


def _by_can(can: re.Match[str], blanked: str, unit: Sequence[Word], kind: Kind) -> Verdict:
    """``kan`` is a power of somebody, or of whoever decides; else it says what may happen."""
    # 'wil/kan' is one word
    place = next(i for i, word in enumerate(unit) if can.start() < word.end)
    if unit[0].text == "het" and can[0] == "kunnen":
        return STATED  # 'het kunnen verwijderen': a noun
    people, somebody = subject(unit, place)
    no = negations(blanked)
    # 'Wie er geen heeft, kan er een lenen'
    somebody = somebody or unit[0].text == can[0]
    offers = somebody and (lexicon.OFFERED.search(blanked) or (not people and _is_act(unit)))
    does_so = lexicon.CAN_DO_SO.search(blanked) or lexicon.REMEDY.search(blanked)
    is_open = offers or does_so or (can[0] == "kan" and _is_open(blanked, unit, place))
    if no:
        refused = people or no[0][0] < can.start() or lexicon.REFUSED.search(blanked)
        is_fact = lexicon.UNSURE.search(blanked) or lexicon.ABLE.search(blanked)
        asked = Modality.PROHIBITION if refused and not is_fact else Modality.INFORMATION
        return _verdict(asked, [can.span(), *no])
    if is_open and kind is Kind.RULE:
        return _verdict(Modality.PERMISSION, [can.span()])
    decision = lexicon.DECISIONS.search(blanked)
    if kind is not Kind.EXPLANATION and (people or decision):
        return _verdict(Modality.PERMISSION, [can.span()], Nuance.POWER)
    if kind is Kind.RULE and _is_to_be_done(blanked, unit):
        return _verdict(Modality.PERMISSION, [can.span()])
    return STATED


def _is_open(blanked: str, unit: Sequence[Word], place: int) -> bool:
    """Whether something can be done, with no other verb than ``kan``: ``Ruilen kan nog``."""
    before = [word.text for word in unit[:place] if word.text[0].isalnum()]
    after = [word.text for word in unit[place + 1 :] if word.text[0].isalnum()]
    if not before or not after or lexicon.USUAL.search(blanked) or lexicon.MISDEEDS.search(blanked):
        return False
    if before[0] in _POINTS | PREPOSITIONS or after[0] in PERSONAL or subject(unit, place)[1]:
        return False
    is_noun = len(after) > 1 and after[-2] in PREPOSITIONS | DETERMINERS
    other = any(verbs.is_infinitive(word) or verbs.is_participle(word) for word in after)
    other = other or after[-1] in verbs.AUXILIARIES
    return not other and (is_noun or not after[-1].endswith(_INFINITIVE))


_POINTS = POINTING | {"het", "er", "hoe", "wat"}
_INFINITIVE = ("en", "aan", "doen", "zien")


def _is_act(unit: Sequence[Word]) -> bool:
    """Whether a clause ends in a verb of what people do, not of what they notice or undergo."""
    last = next((word.text for word in reversed(unit) if word.text[0].isalnum()), "")
    goes = any(word.text == "gaan" for word in unit)  # 'dan kun je gaan lezen'
    noticed = last in verbs.STATES or (last.endswith(verbs.NOTICED) and not goes)
    return verbs.is_infinitive(last) and not noticed


def _is_to_be_done(blanked: str, unit: Sequence[Word]) -> bool:
    """Whether something can be done, by whoever: ``kan worden herroepen``, no guess or promise."""
    passive = " worden" in blanked and any(verbs.is_participle(word.text) for word in unit)
    is_guess = lexicon.GUESSED.search(blanked) and not lexicon.PUT.search(blanked)
    return passive and not lexicon.UNSURE.search(blanked) and not is_guess
