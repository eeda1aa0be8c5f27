"""What a sentence without a word of duty asks: an order, a plain present, a passive, a fragment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from protocolkit.document.model import Kind
from protocolkit.norms import lexicon, verbs
from protocolkit.norms.grammar import Sentence
from protocolkit.norms.negation import negations
from protocolkit.norms.norm import Modality, Nuance
from protocolkit.norms.parties import first_finite, party_of, subject
from protocolkit.norms.sentence_words import DETERMINERS, PREPOSITIONS, Word
from protocolkit.norms.states import stated
from protocolkit.norms.verdict import NOTHING, OBLIGES, STATED, Strength, Verdict, joined_spans
from protocolkit.text.function_words import COORDINATING, POINTING
from protocolkit.text.sentences import Span

# An order may begin after these.
_AFTER_ORDER = DETERMINERS - POINTING
# Verbs of things that somebody has in hand.
_UNDERGOING = frozenset("gaat gaan komt komen vervangt vervangen raakt raken wijkt wijken".split())
_BEFORE_ORDER = (COORDINATING - {"doch", "want"}) | {"bij", "dan"}


def judge_indicative(blanked: str, unit: Sequence[Word], sentence: Sentence, kind: Kind) -> Verdict:
    """Judge a sentence without a word of duty: an order, a plain present, a passive, a fragment.

    A rule that says what is the case asks something when it says what is open to somebody, or
    where things are not to be.
    """
    found = _judge_unbound(blanked, unit, sentence, kind)
    is_stated = found.modality is Modality.INFORMATION and kind is Kind.RULE
    if not is_stated:
        return found if _lets(found, sentence) else OBLIGES
    no = negations(blanked)
    return _opened_or_shut(blanked, unit, no) or stated(blanked, unit, no) or found


def _lets(found: Verdict, sentence: Sentence) -> bool:
    """Whether a verdict stands: ``alleen … als`` gives leave only where something is let."""
    if found.nuance is not Nuance.CONDITIONAL or found.modality is not Modality.PERMISSION:
        return True
    text = " ".join(word.text for word in sentence.words)
    return bool(lexicon.GRANTED.search(text) or lexicon.DOUBLE.search(text))


def _opened_or_shut(blanked: str, unit: Sequence[Word], no: Sequence[Span]) -> Verdict | None:
    """Return what is asked by what is open (``staat open``), kept, or not to be somewhere."""
    hung = lexicon.HUNG.search(blanked)
    if no and hung:
        return Verdict(Modality.PROHIBITION, Strength.PASSIVE, joined_spans([hung.span(), *no]))
    if lexicon.USUAL.search(blanked) or lexicon.FACTS.search(blanked) or first_finite(unit) is None:
        return None
    never = lexicon.NEVER.search(blanked)
    if never and not _UNDERGOING.isdisjoint(word.text for word in unit):
        return Verdict(Modality.PROHIBITION, Strength.PASSIVE, joined_spans([never.span(), *no]))
    remedy = lexicon.REMEDY.search(blanked)
    if remedy and not no:
        return Verdict(
            Modality.PERMISSION,
            Strength.PASSIVE,
            joined_spans([remedy.span(remedy.lastindex or 0)]),
        )
    kept = lexicon.KEPT.search(blanked)
    if kept and not lexicon.DOCUMENT.match(blanked):
        asked = Modality.PROHIBITION if no else Modality.OBLIGATION
        spans = [kept.span(kept.lastindex or 0), *no]
        return Verdict(asked, Strength.PASSIVE, joined_spans(spans))
    return None


def _judge_unbound(blanked: str, unit: Sequence[Word], sentence: Sentence, kind: Kind) -> Verdict:
    place = first_finite(unit)
    no = negations(blanked)
    order = imperative(unit, place)
    if order:
        asked = Modality.PROHIBITION if no else Modality.OBLIGATION
        if kind is Kind.GUIDANCE:  # a tip, however it is worded
            asked = Modality.ENCOURAGEMENT
        return Verdict(asked, Strength.INDICATIVE, joined_spans([order.span, *no]))
    if kind is Kind.GUIDANCE or (lexicon.USUAL.search(blanked) and not no):
        return STATED
    if place is None:
        place = _unknown_verb(unit)
    if place is None or _is_infinitive_order(unit, place, no):
        return _fragment(blanked, unit, no, kind)
    whoever = sentence.words[0].text in ("wie", "degene", "degenen", "eenieder")
    return _plain(blanked, unit, place, no, whoever=whoever or _is_done(blanked, unit, place, kind))


def _is_done(blanked: str, unit: Sequence[Word], place: int, kind: Kind) -> bool:
    """Whether a rule tells what is done, whoever it names: ``De balie noteert de naam``."""
    finite = unit[place].text
    acts = finite not in verbs.STATES | verbs.OF_THINGS | verbs.AUXILIARIES | verbs.MODALS
    tells = lexicon.DOCUMENT.match(blanked) or lexicon.MACHINES.match(blanked)
    return kind is Kind.RULE and acts and not tells


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
        return STATED
    if finite in verbs.BE | verbs.HAVE:
        return _being(blanked, unit, place, no, somebody)
    if finite in verbs.BECOME:  # 'worden geen vrienden'
        asks = somebody and bool(no)
    else:
        acts = finite not in verbs.STATES | verbs.MODALS or lexicon.SPLIT_ACTS.search(blanked)
        asks = somebody and bool(acts)
    if asks or lexicon.PROCEDURES.search(blanked) or _is_thing_placed(blanked):
        return _asked(spans, no, blanked)
    return STATED


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
    return STATED


def _is_thing_placed(blanked: str) -> bool:
    placed = lexicon.PLACED.search(blanked)
    thing = lexicon.THINGS.search(blanked)
    if placed and lexicon.THING_PLACED.match(blanked, placed.start()):
        return True
    if not placed or not thing or thing.start() > placed.start():
        return False
    # the thing itself, not 'afspraken over de telefoon'
    return not PREPOSITIONS.intersection(blanked[: thing.start()].split())


def _asked(spans: Sequence[Span], no: Sequence[Span], blanked: str) -> Verdict:
    """Return the verdict on a plain present: done is asked, not done is forbidden."""
    if no:
        double = lexicon.DOUBLE.search(blanked)
        if double:
            words = joined_spans([*spans, double.span()])
            return Verdict(Modality.PERMISSION, Strength.INDICATIVE, words, Nuance.CONDITIONAL)
        return Verdict(Modality.PROHIBITION, Strength.INDICATIVE, joined_spans(spans))
    only = lexicon.ONLY_IF.search(blanked)
    if only and only[1] != "pas":  # 'pas' says when, not whether
        words = joined_spans([*spans, only.span(1)])
        return Verdict(Modality.PERMISSION, Strength.INDICATIVE, words, Nuance.CONDITIONAL)
    return Verdict(Modality.OBLIGATION, Strength.INDICATIVE, joined_spans(spans))


def imperative(unit: Sequence[Word], place: int | None) -> Word | None:
    """Return the verb of an order: a stem that begins the clause (``Meld …``, ``Wees …``)."""
    spoken_to = len(unit) > 2 and unit[1].text == "," and party_of(unit[0].text)
    words = [word for word in (unit[2:] if spoken_to else unit) if word.text[0].isalnum()]
    while words and words[0].text in _BEFORE_ORDER:
        words.pop(0)
    if not words or not verbs.is_stem(words[0].text):
        return None
    if place is None or unit[place] is words[0]:
        return words[0]
    after = words[1].text if len(words) > 1 else ""
    if after in ("van", "op", "en"):
        return None
    orders = after in _AFTER_ORDER or words[0].text.endswith("eer")  # no noun ends so
    return words[0] if orders or unit[place].text in verbs.PLURALS else None


def _unknown_verb(unit: Sequence[Word]) -> int | None:
    """Return the place of a verb that no table holds: after a person, ending as a verb does."""
    for i in range(1, len(unit)):
        text, before = unit[i].text, unit[i - 1].text
        after = unit[i + 1].text if i + 1 < len(unit) else ""
        if (
            (party_of(before) or before in ("we", "wij", "zij", "ze", "hij"))
            and len(text) > 3
            and text.endswith(("t", "en"))
            and (not verbs.is_participle(text) or (text[-1] == "t" and after in DETERMINERS))
            and text not in DETERMINERS | PREPOSITIONS
            and party_of(text) is None
            and text not in ("niet", "samen")
        ):
            return i
    return _unknown_before(unit)


def _unknown_before(unit: Sequence[Word]) -> int | None:
    """Return the place of an unknown verb that people follow: ``Op kamp slapen de kinderen …``."""
    if not unit or unit[0].text not in PREPOSITIONS:
        return None
    for i in range(2, len(unit) - 1):
        text, doer = unit[i].text, unit[i + 1].text
        if doer in DETERMINERS and i + 2 < len(unit):
            doer = unit[i + 2].text
        is_many = party_of(doer) is not None and doer.endswith(("en", "s"))
        is_free = unit[i - 1].text not in DETERMINERS | PREPOSITIONS
        if is_many and is_free and len(text) > 3 and text.endswith("en") and not party_of(text):
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


def _fragment(blanked: str, unit: Sequence[Word], no: Sequence[Span], kind: Kind) -> Verdict:
    """Judge words without a finite verb: ``Geen telefoons in de klas``, ``Niet rennen``."""
    infinitive = next((w for w in unit if verbs.is_infinitive(w.text)), None)
    if not no and not infinitive and kind is Kind.RULE:
        if lexicon.PUT_AWAY.match(blanked) or lexicon.WITHOUT_VERB.match(blanked):
            return OBLIGES
        if welcome := lexicon.WELCOME.match(blanked):
            return Verdict(Modality.PERMISSION, Strength.PASSIVE, (welcome.span(1),))
    if no:
        return _asked([*no, *([infinitive.span] if infinitive else [])], no, blanked)
    if len(unit) > 4 and any(
        w.text.endswith(("t", "en")) and w.text not in PREPOSITIONS for w in unit[1:]
    ):
        # a verb that no table holds
        return OBLIGES if _unknown_third(unit) and kind is Kind.RULE else STATED
    return NOTHING
