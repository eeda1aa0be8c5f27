"""What one sentence asks: the rules that turn its words into a modality."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import pairwise

from protocolkit.document.model import Kind
from protocolkit.norms import lexicon, verbs
from protocolkit.norms.grammar import DETERMINERS, PREPOSITIONS, Sentence, Word, parse, units
from protocolkit.norms.lexicon import Head, Scope
from protocolkit.norms.norm import Modality, Nuance, Party
from protocolkit.norms.parties import first_finite, party_of, subject
from protocolkit.text.sentences import Span


class Strength(IntEnum):
    """How plainly a sentence speaks: by its own word, by the plain present, or not at all."""

    NONE = 0
    STATED = 1
    PASSIVE = 2
    INDICATIVE = 3
    EXPLICIT = 4


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a sentence asks, by which words (in characters of the sentence), and how plainly."""

    modality: Modality
    strength: Strength
    words: tuple[Span, ...] = ()
    nuance: Nuance | None = None
    carries: bool = False  # asks what the clause after 'dat' says, with its 'niet'


# Kinds that can ask in the plain present; others tell unless a word of duty stands in them.
_ASKING = (Kind.RULE, Kind.PRINCIPLE, Kind.GUIDANCE)
_STATED = Verdict(Modality.INFORMATION, Strength.STATED)
_OBLIGES = Verdict(Modality.OBLIGATION, Strength.INDICATIVE)
_NOTHING = Verdict(Modality.UNDETERMINED, Strength.NONE)
# No sentence is longer; what is gives no verdict, since each of its parts is judged in all of it.
_LONGEST = 3_000
_CONTRAST = re.compile(r",\s*(?:(?:en|dus|maar|of) )?(?:(?:van|door|voor|aan|met|in|op|bij) )?$")
_CARRIERS = re.compile(r"\b(?:betekent|houdt in|geldt|regel is|uitgangspunt is|inhoudt)\W*$")


def judge(text: str, sentence: Sentence, kind: Kind) -> Verdict:
    """Return what a sentence asks.

    Each part of the main clause is judged by itself; the first that speaks by its own word wins,
    then the first in the plain present. What is far longer than any sentence asks nothing.
    """
    if len(text) > _LONGEST:
        return _NOTHING
    carried = _carried(text, sentence, kind)
    if carried is not None:
        return carried
    parts = units(sentence.main())
    verdicts = [_judge_unit(text, unit, sentence, kind) for unit in parts]
    after = _after_colon(parts, verdicts)
    if after is not None:
        return after
    best = max((v.strength for v in verdicts), default=Strength.NONE)
    found = next((v for v in verdicts if v.strength is best), _NOTHING)
    if found.strength is Strength.EXPLICIT:
        earlier = verdicts[: verdicts.index(found)]
        plain = next((v for v in earlier if v.strength >= Strength.PASSIVE), None)
        return plain or found
    return found


def negations(text: str) -> tuple[Span, ...]:
    """Return where a text in small letters says no, but for a contrast: ``…, niet achteraf``."""
    found = (match.span(1) for match in lexicon.NEGATION.finditer(text))
    return tuple(span for span in found if not _is_contrast(text, span))


def _is_contrast(text: str, no: Span) -> bool:
    """Whether ``niet`` and the words after it only set off what was said before the comma."""
    before, after = text[: no[0]], text[no[1] :]
    opened = _CONTRAST.search(before)
    if opened is None:
        return False
    said = _words(before[: opened.start()])
    if not any(verbs.is_present(word) or word in verbs.STEMS for word in said):
        return False
    return not any(map(verbs.is_verb, _words(re.split("[;:.]", after)[0])))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


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
        return _STATED
    can = lexicon.CAN.search(blanked)
    for head in lexicon.HEADS:
        if can and head.scope is Scope.CONTENT:  # 'kunnen het bestuur verzoeken'
            continue
        match = head.pattern.search(blanked)
        if match:
            found = _by_head(head, match, blanked, text)
            urges = found.modality is Modality.ENCOURAGEMENT and kind not in _ASKING
            if (
                urges or _is_purpose(head, blanked) or _knows_itself(head, unit)
            ):  # 'Essentieel is dat …' in an introduction
                return _STATED
            is_tip = kind is Kind.GUIDANCE and _imperative(unit, None)  # 'Wees je bewust van …'
            return replace(found, modality=Modality.ENCOURAGEMENT) if is_tip else found
    if can:
        return _by_can(can, blanked, unit, kind)
    if kind in _ASKING:
        return _indicative(blanked, unit, sentence, kind)
    return _STATED


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
    """Return the sentence in small letters with everything outside a unit made blank."""
    pieces, at = [], 0
    for word in unit:
        gap = text[at : word.begin]
        pieces += [" " * len(gap) if len(gap) > 1 and gap.strip("_ ") else gap, word.text]
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
    if head.scope is Scope.CONTENT and not found:
        found = [s for s in negations(text.lower()) if s[0] > spans[0][0]][:1]
    return found


def _verdict(
    modality: Modality, spans: Sequence[Span], nuance: Nuance | None = None, carries: bool = False
) -> Verdict:
    strength = Strength.STATED if modality is Modality.INFORMATION else Strength.EXPLICIT
    return Verdict(modality, strength, _merged(spans), nuance, carries)


def _by_can(can: re.Match[str], blanked: str, unit: Sequence[Word], kind: Kind) -> Verdict:
    """``kan`` is a power of somebody, or of whoever decides; else it says what may happen."""
    place = next(i for i, word in enumerate(unit) if word.begin == can.start())
    if unit[0].text == "het" and can[0] == "kunnen":
        return _STATED  # 'het kunnen verwijderen': a noun
    people, _ = subject(unit, place)
    no = negations(blanked)
    if no:
        refused = (
            people or no[0][0] < can.start() or " worden" in blanked
        ) and not lexicon.UNSURE.search(blanked)
        return _verdict(
            Modality.PROHIBITION if refused else Modality.INFORMATION, [can.span(), *no]
        )
    decision = lexicon.DECISIONS.search(blanked)
    if kind is not Kind.EXPLANATION and (people or decision):
        return _verdict(Modality.PERMISSION, [can.span()], Nuance.POWER)
    if kind is Kind.RULE and _is_to_be_done(blanked, unit):
        return _verdict(Modality.PERMISSION, [can.span()])
    return _STATED


def _is_to_be_done(blanked: str, unit: Sequence[Word]) -> bool:
    """Whether something can be done, by whoever: ``kan worden herroepen``, no guess or promise."""
    passive = " worden" in blanked and any(verbs.is_participle(word.text) for word in unit)
    return passive and not lexicon.UNSURE.search(blanked) and not lexicon.GUESSED.search(blanked)


def _indicative(blanked: str, unit: Sequence[Word], sentence: Sentence, kind: Kind) -> Verdict:
    """Judge a sentence without a word of duty: an order, a plain present, a passive, a fragment."""
    place = first_finite(unit)
    no = negations(blanked)
    order = _imperative(unit, place)
    if order:
        asked = Modality.PROHIBITION if no else Modality.OBLIGATION
        if kind is Kind.GUIDANCE:  # a tip, however it is worded
            asked = Modality.ENCOURAGEMENT
        return Verdict(asked, Strength.INDICATIVE, _merged([order.span, *no]))
    if kind is Kind.GUIDANCE or (lexicon.USUAL.search(blanked) and not no):
        return _STATED
    if place is None:
        place = _unknown_verb(unit)
    if place is None or _is_infinitive_order(unit, place, no):
        return _fragment(unit, no, kind)
    whoever = sentence.words[0].text in ("wie", "degene", "degenen", "eenieder")
    return _plain(blanked, unit, place, no, whoever=whoever or _is_done(blanked, unit, place, kind))


def _is_done(blanked: str, unit: Sequence[Word], place: int, kind: Kind) -> bool:
    """Whether a rule tells what is done, whoever it names: ``De balie noteert de naam``."""
    finite = unit[place].text
    acts = finite not in verbs.STATES | verbs.OF_THINGS | verbs.AUXILIARIES | verbs.MODALS
    return kind is Kind.RULE and acts and not lexicon.DOCUMENT.match(blanked)


def _plain(
    blanked: str, unit: Sequence[Word], place: int, no: Sequence[Span], *, whoever: bool
) -> Verdict:
    finite = unit[place].text
    somebody = whoever or subject(unit, place)[1]
    done = [w for w in unit if verbs.is_participle(w.text)]
    spans = [unit[place].span, *no]
    if finite in verbs.BECOME and done:
        found = _asked([*spans, done[-1].span], no, blanked)
        weak = found.modality is Modality.OBLIGATION
        return replace(found, strength=Strength.PASSIVE) if weak else found
    if lexicon.FACTS.search(blanked):
        return _STATED
    if finite in verbs.BE | verbs.HAVE:
        return _being(blanked, unit, place, no, somebody)
    if finite in verbs.BECOME:  # 'worden geen vrienden'
        asks = somebody and bool(no)
    else:
        asks = somebody and finite not in verbs.STATES | verbs.MODALS
    if asks or lexicon.PROCEDURES.search(blanked) or _is_thing_placed(blanked):
        return _asked(spans, no, blanked)
    return _STATED


def _being(
    blanked: str, unit: Sequence[Word], place: int, no: Sequence[Span], somebody: bool
) -> Verdict:
    """``is``, ``heeft``: facts, but for conduct asked of people and things kept in their place."""
    span = unit[place].span
    found = lexicon.CONDUCT.search(blanked)
    if somebody and found:
        return _asked([span, found.span(), *no], no, blanked)
    if somebody and no and lexicon.HELD.search(blanked):
        return _asked([span, *no], no, blanked)
    if unit[place].text in verbs.BE and _is_thing_placed(blanked):
        return _asked([span, *no], no, blanked)
    return _STATED


def _is_thing_placed(blanked: str) -> bool:
    placed = lexicon.PLACED.search(blanked)
    thing = lexicon.THINGS.search(blanked)
    if not placed or not thing or thing.start() > placed.start():
        return False
    # the thing itself, not 'afspraken over de telefoon'
    return not PREPOSITIONS.intersection(blanked[: thing.start()].split())


def _asked(spans: Sequence[Span], no: Sequence[Span], blanked: str) -> Verdict:
    """Return the verdict on a plain present: done is asked, not done is forbidden."""
    if no:
        double = lexicon.DOUBLE.search(blanked)
        if double:
            words = _merged([*spans, double.span()])
            return Verdict(Modality.PERMISSION, Strength.INDICATIVE, words, Nuance.CONDITIONAL)
        return Verdict(Modality.PROHIBITION, Strength.INDICATIVE, _merged(spans))
    only = lexicon.ONLY_IF.search(blanked)
    if only:
        words = _merged([*spans, only.span(1)])
        return Verdict(Modality.PERMISSION, Strength.INDICATIVE, words, Nuance.CONDITIONAL)
    return Verdict(Modality.OBLIGATION, Strength.INDICATIVE, _merged(spans))


def _imperative(unit: Sequence[Word], place: int | None) -> Word | None:
    """Return the verb of an order: a stem that begins the clause (``Meld …``, ``Wees …``)."""
    words = [word for word in unit if word.text[0].isalnum()]
    while words and words[0].text in ("dus", "en", "maar", "of", "bij", "dan"):
        words.pop(0)
    if not words or words[0].text not in verbs.STEMS:
        return None
    rest = [word.text for word in words[1:]]
    if place is not None and unit[place] is not words[0] and rest[:1] in (["van"], ["op"], ["en"]):
        return None
    if place is not None and unit[place] is not words[0] and unit[place].text not in verbs.PLURALS:
        return None
    return words[0]


def _unknown_verb(unit: Sequence[Word]) -> int | None:
    """Return the place of a verb that no table holds: after a person, ending as a verb does."""
    for i in range(1, len(unit)):
        text, before = unit[i].text, unit[i - 1].text
        if (
            (party_of(before) or before in ("we", "wij", "zij", "ze", "hij"))
            and len(text) > 3
            and text.endswith(("t", "en"))
            and not verbs.is_participle(text)
            and text not in DETERMINERS | PREPOSITIONS
            and party_of(text) is None
            and text not in ("niet", "samen")
        ):
            return i
    return None


def _is_infinitive_order(unit: Sequence[Word], place: int, no: Sequence[Span]) -> bool:
    """Whether ``niet`` stands before the only verb: ``Telefoons niet gebruiken``."""
    if unit[place].text not in verbs.PLURALS or unit[place].text in verbs.MODALS or not no:
        return False
    return place > 0 and no[-1][1] <= unit[place].begin and unit[0].text not in PREPOSITIONS


def _unknown_third(unit: Sequence[Word]) -> bool:
    """Whether a word before a determiner or preposition ends as a verb: ``De balie turft de …``."""
    return any(
        len(word.text) > 3
        and word.text.endswith("t")
        and not verbs.is_participle(word.text)
        and word.text not in DETERMINERS | PREPOSITIONS
        and after.text in DETERMINERS | PREPOSITIONS
        for word, after in pairwise(unit[1:])
    )


def _fragment(unit: Sequence[Word], no: Sequence[Span], kind: Kind) -> Verdict:
    """Judge words without a finite verb: ``Geen telefoons in de klas``, ``Niet rennen``."""
    infinitive = next((w for w in unit if verbs.is_infinitive(w.text)), None)
    if no:
        spans = [*no, *([infinitive.span] if infinitive else [])]
        return Verdict(Modality.PROHIBITION, Strength.INDICATIVE, _merged(spans))
    if len(unit) > 4 and any(
        w.text.endswith(("t", "en")) and w.text not in PREPOSITIONS for w in unit[1:]
    ):
        # a verb that no table holds
        return _OBLIGES if _unknown_third(unit) and kind is Kind.RULE else _STATED
    return _NOTHING


def _merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Join spans that touch or have one space between them, in order."""
    found: list[Span] = []
    for begin, end in sorted(set(spans)):
        if found and begin <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((begin, end))
    return tuple(found)
