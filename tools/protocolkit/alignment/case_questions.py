"""Questions on the cases that a clause speaks of: what happens if …, and what somebody may do.

The case stands in the text in one of two orders: ``als een kind ziek is``, which stays as it is,
and ``Is een kind ziek, dan …``, of which the verb goes to the end. Who wants something
(``Wil je …?``) asks whether it is allowed. Only a case that is whole and points back to nothing
becomes a question.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from protocolkit.alignment.question_order import OF_US, SINGULAR
from protocolkit.base.messages import Translate, mark
from protocolkit.norms import verbs
from protocolkit.norms.grammar import parse
from protocolkit.norms.parties import PRONOUNS, party_of
from protocolkit.norms.sentence_words import DETERMINERS, PREPOSITIONS, Word, is_finite, words_of
from protocolkit.norms.subordinate import SUBORDINATORS
from protocolkit.text.function_words import JOINING, POINTING, POSSESSIVES, SUPPOSING

IF = mark("What happens if {case}?")

_LONGEST, _SHORTEST = 14, 3
_SIGNS = frozenset(",;:()[]–—\"'“”‘’„…/-?")
_STARTS = DETERMINERS | (PRONOUNS - {"wie"}) | {"er"}
_STATES = verbs.BE | verbs.BECOME | frozenset("raakt blijkt gaat komt blijft staat ligt".split())
_WISHES = {"wil": "Mag", "wilt": "Mag", "willen": "Mogen"}
_ENDS = frozenset(",?;:")
_CASES = SUPPOSING | {"zodra"}
# They point to what was said before, or say it of somebody who was.
_BACK = POINTING | frozenset(
    "onze ons mijn hij zij ze hem hen men hier daar toch ook dan daarna daarmee daarvan daarbij "
    "daarvoor hiermee hiervan hierbij hiervoor hiertoe daartoe daarom hierom opnieuw alsnog "
    "anders zo wel andere ander dus erover ervan erop ervoor ermee eraan zelfs nog".split()
)
# They stand beside the verb as a participle does: 'nodig hebben', 'kwijt zijn'.
_BOUND = frozenset("nodig kwijt bezig eens".split())
# What somebody or something is or becomes stands before its verb, a place or time may follow it.
_PREDICATES = frozenset(
    "kapot stuk kwijt zoek ziek misselijk gewond boos bang verdrietig weg vol leeg nat vies dicht "
    "open laat alleen afwezig aanwezig onwel gestolen".split()
)
_HAPPENED = frozenset("gebeurt gebeurd gebeuren voorvalt voorgevallen".split())
_TWO = 2
_OF_YOU = {"heb": "hebt", "ben": "bent", "kun": "kunt", "wil": "wilt"}


def cases_of(sentence: str, translate: Translate) -> Iterator[str]:
    """Yield the questions on what happens in the cases that a sentence speaks of."""
    for told in (*_subordinate(sentence), *_verb_first(sentence)):
        if case := _of_the_school(told):
            yield translate(IF).format(case=case)
    if (words := words_of(sentence)) and words[0].text in _WISHES:
        end = next((at for at, word in enumerate(words) if word.text in _ENDS), 0)
        inner = words[1:end]
        if (
            end
            and _is_case(words, end)
            and _is_whole(inner)
            and verbs.is_infinitive(inner[-1].text)
        ):
            what = sentence[inner[0].begin : inner[-1].end]
            yield f"{_WISHES[words[0].text]} {what}?"


def _of_the_school(case: str) -> str:
    """Return a case with ``de school`` for ``wij``, as a parent would ask; "" where it cannot be.

    ``we met je praten`` becomes ``de school met je praat``.
    """
    words = case.split()
    if words[0] not in ("we", "wij"):
        return case
    rest = words[1:]
    helps = len(rest) > 1 and rest[-2] in verbs.MODALS | verbs.AUXILIARIES
    at = len(rest) - 1 - helps
    part = next((p for p in verbs.PREFIXES if rest[at].removeprefix(p) in SINGULAR), "")
    verb = rest[at] if rest[at] in SINGULAR else rest[at].removeprefix(part)
    if verb not in SINGULAR or not OF_US.isdisjoint(rest):
        return ""
    before = rest[at].removesuffix(verb)
    return " ".join(["de school", *rest[:at], before + SINGULAR[verb], *rest[at + 1 :]])


def _subordinate(sentence: str) -> Iterator[str]:
    """Yield what follows ``als``, up to the comma or the verbs of the main clause."""
    parsed = parse(sentence)
    words = parsed.words
    for opening in sorted(parsed.openings):
        if words[opening].text not in _CASES:
            continue
        end = opening + 1
        while end < len(words) and not parsed.is_main[end] and words[end].text not in _ENDS:
            end += 1
        inner = [word for word in words[opening + 1 : end] if word.text != "."]
        if _is_whole(inner) and _ends_in_verb(inner):
            yield sentence[inner[0].begin : inner[-1].end]


def _ends_in_verb(words: Sequence[Word]) -> bool:
    """Tell whether the verb closes the case: one that several do, or one beside a helping verb."""
    *before, last = (word.text for word in words)
    if last in verbs.FINITES - verbs.PLURALS or verbs.is_split_finite(last):
        return True
    if not (verbs.is_present(last) or verbs.is_infinitive(last)):
        return False
    return any(map(verbs.is_present, before)) or before[0] not in ("een", "het")


def _is_whole(words: Sequence[Word]) -> bool:
    """Tell whether words are one clause about somebody or something that is named."""
    texts = [word.text for word in words]
    if not _SHORTEST <= len(texts) <= _LONGEST or not _BACK.isdisjoint(texts):
        return False
    if any(text in _SIGNS or text in SUBORDINATORS or text.isdigit() for text in texts):
        return False
    is_named = texts[0] in _STARTS - POSSESSIVES or party_of(texts[0]) is not None
    is_two = any(text in JOINING for text in texts) and sum(map(verbs.is_present, texts)) > 1
    return is_named and not is_two and not _is_vague(texts) and any(map(_tells, texts))


def _is_vague(texts: Sequence[str]) -> bool:
    """Tell whether nobody knows what happens, or its verbs would part."""
    pairs = list(pairwise((*texts, "")))
    if "iets" in texts and not _HAPPENED.isdisjoint(texts):
        return True
    acts = [_is_act(*two, after) for two, (_, after) in pairwise((*pairs, ("", "")))]
    if any(
        one == "het" and _is_no_noun(other) and not act
        for (one, other), act in zip(pairs, acts, strict=True)
    ):
        return True  # 'als je het weet': nobody knows what
    if any(one == "te" and verbs.is_infinitive(other) for one, other in pairs):
        return True  # 'te maken hebt met': the verbs would part
    if pairs[0] in (("er", "geen"), ("er", "niets")):
        return True  # what is not there is no case to ask about
    # 'als het gevaar oplevert': is it the danger that does?
    return texts[0] == "het" and not acts[0] and _STATES.isdisjoint(texts)


def _is_act(one: str, other: str, after: str) -> bool:
    """Tell whether ``het`` leads an infinitive that is a noun: ``als het pesten doorgaat``."""
    is_noun = one == "het" and verbs.is_infinitive(other) and bool(after)
    return is_noun and after not in verbs.MODALS | verbs.AUXILIARIES


def _tells(word: str) -> bool:
    return word not in DETERMINERS | PREPOSITIONS | PRONOUNS and party_of(word) is None


def _is_no_noun(word: str) -> bool:
    return not word or verbs.is_verb(word) or word in PREPOSITIONS | DETERMINERS | PRONOUNS


def _verb_first(sentence: str) -> Iterator[str]:
    """Yield the case in a sentence that begins with its verb: ``Komt een kind te laat, …``."""
    words = words_of(sentence)
    end = next((at for at, word in enumerate(words) if word.text in _ENDS), 0)
    if end <= _SHORTEST or not _is_case(words, end):
        return
    inner = list(words[1 : _second(words, end)])
    if len(inner) < _SHORTEST:
        return
    verb = _finite(words[0].text, to_you=inner[0].text in ("je", "jij"))
    if any(is_finite(inner, at) and word.text in verbs.FINITES for at, word in enumerate(inner)):
        return
    if verb and _is_whole(inner):
        yield from _with_verb_last(sentence, verb, inner)


def _second(words: Sequence[Word], end: int) -> int:
    """Return where a second case begins: ``… en hebben we niets gehoord``; ``end`` without one."""
    places = (
        at
        for at in range(1, end - 1)
        if words[at].text in JOINING and _begins_case(words[at + 1].text, words[at + 2].text)
    )
    return next(places, end)


def _begins_case(verb: str, after: str) -> bool:
    is_to_you = after in ("je", "jij") and (verb in verbs.STEMS or verb in _OF_YOU)
    return verb in verbs.FINITES - {"zijn"} or is_to_you


def _is_case(words: Sequence[Word], end: int) -> bool:
    """Tell whether a question ends here, or what follows says what happens then."""
    after = words[end + 1].text if end + 1 < len(words) else ""
    follows = after == "dan" or after in verbs.FINITES | verbs.STEMS
    return words[end].text == "?" or (words[end].text == "," and follows)


def _finite(verb: str, *, to_you: bool) -> str:
    """Return a verb as it stands behind its subject, "" for none: ``draag je`` has a t again."""
    if to_you and verb in _OF_YOU:
        return _OF_YOU[verb]
    if verb in ("mocht", "mochten"):
        return ""  # 'Mocht er iets uitvallen' supposes: nobody was allowed to
    if verb in verbs.FINITES:
        return verb
    if not to_you or verb not in verbs.STEMS:
        return ""
    return verb if verb.endswith("t") else f"{verb}t"


def _with_verb_last(sentence: str, verb: str, inner: Sequence[Word]) -> Iterator[str]:
    texts = [sentence[word.begin : word.end] for word in inner]
    low = [word.text for word in inner]
    if verb in verbs.MODALS:
        if verbs.is_infinitive(low[-1]):
            yield " ".join([*texts[:-1], verb, texts[-1]])
        return
    if verb in verbs.AUXILIARIES and not _after_predicate(low):
        done = [at for at, text in enumerate(low) if verbs.is_participle(text) or text in _BOUND]
        if len(done) < _TWO:
            at = done[0] + 1 if done else len(texts)
            yield " ".join([*texts[:at], verb, *texts[at:]])
        return
    if (at := _after_predicate(low)) and verb in _STATES:
        yield " ".join([*texts[:at], verb, *texts[at:]])
        return
    is_parted = any(a in verbs.PREFIXES and b in PREPOSITIONS for a, b in pairwise(low))
    if low[-1] in verbs.PREFIXES and not is_parted:
        yield " ".join([*texts[:-1], f"{low[-1]}{verb}"])
    elif low[-1] not in PREPOSITIONS and not is_parted:
        yield " ".join([*texts, verb])


def _after_predicate(low: Sequence[str]) -> int:
    """Return where the verb stands behind what somebody is: ``ziek wordt op school``; or 0."""
    places = (
        at + 1
        for at, (word, after) in enumerate(pairwise(low))
        if word in _PREDICATES and after in PREPOSITIONS
    )
    return next(places, 0)
