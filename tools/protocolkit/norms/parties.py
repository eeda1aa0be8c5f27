"""Whom a sentence binds: words for people and bodies of a school, and who is meant where.

The subject comes first, then whom the rule is said to be for (``het is leerlingen niet
toegestaan``, ``voor medewerkers``, ``van ouders wordt verwacht``); what a sentence leaves open is
told by the sentence before it or by the heading. Words for people inside an object (``foto's van
leerlingen``) bind nobody.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from protocolkit.document.organisations import BOARD_WORDS
from protocolkit.norms import verbs
from protocolkit.norms.grammar import Sentence
from protocolkit.norms.norm import Party
from protocolkit.norms.sentence_words import DETERMINERS, PREPOSITIONS, Word, is_finite
from protocolkit.text.function_words import COORDINATING, EXCLUDING, JOINING, PERSONAL, SUPPOSING
from protocolkit.text.late_patterns import late

_NOUNS = {
    Party.EVERYONE: r"iedereen|ieder|eenieder|niemand|gebruikers?|betrokkenen?|bezoekers?|"
    r"(?:school)?gemeenschap|allen|deelnemers?|elkaar|lid|leden|\w+houders?|\w+gangers?|"
    r"bewoners?|aanwezigen|gasten|gast|aanvragers?|verzoekers?|klagers?|indieners?|melders?|"
    r"partij(?:en)?|aangeklaagden?|verweerders?|huurders?|leners?|getuigen?",
    Party.STAFF: r"\w*(?:medewerk(?:st)?ers?|werknemers?|personeelsl(?:eden|id)|personeel|"
    r"docent(?:en)?|lera(?:ar|ren)|lerares(?:sen)?|leerkracht(?:en)?|leidinggevenden?|mentor(?:en)?|"
    r"teamleden|teamlid|teams|groepsleid(?:er|ers|ster|sters)|(?<!school)leiders?|collega[’']?s?|stagiaire?s?|(?:bhv|ehbo|ib)[’']?ers?|onderwijsassistent(?:en)?|"
    r"administratie|receptie|vertrouwensperso(?:on|nen)|coördinator(?:en)?|beheerders?|conciërges?|functionaris(?:sen)?|"
    r"ambtena(?:ar|ren)|vrijwilligers?|helpers?|begeleiders?|werkgroep|team|redactie|invallers?|"
    r"onderwijsgevenden?|beroepskracht(?:en)?|webmasters?|instructeurs?|onderwijzers?|juf(?:fen)?|"
    r"decanen|decaan|surveillanten|surveillant|coach(?:es)?|beveiligers?|portiers?)|meesters?|hr",
    Party.PUPILS: r"\w*(?:leerling(?:en)?|student(?:en)?|kind(?:eren)?|scholier(?:en)?|"
    r"klasgeno(?:ot|ten)|pestkop|pester|jongeren|zoon|dochter|jongens?|meisjes?|kleuters?|"
    r"klassers?|onderbouwers?|bovenbouwers?)",
    Party.PARENTS: r"\w*(?:ouders?|verzorgers?|ouder/verzorgers?|voogd(?:en)?|"
    r"vertegenwoordigers?)|vaders?|moeders?|gezin(?:nen)?",
    Party.SCHOOL: r"\w*school|scholen|\w*bestuur|\w*directie|\w*directeur|directeuren|"
    r"schoolleid(?:ing|ers?)|schoolhoofd(?:en)?|\w*leiding|gezag|college|werkgever|bestuurder|"
    rf"{'|'.join(BOARD_WORDS)}|"
    r"rector|organisatie|\w*instelling|\w*raad|geleding|\w*verband|gmr|mr|bureau|management|mt|"
    r"voorzitters?|secretaris(?:sen)?|penningmeesters?|minister|verantwoordelijke|verwerkingsverantwoordelijke|\w*commissie",
}
_PATTERNS = {party: late(rf"(?:{words})\Z") for party, words in _NOUNS.items()}
_MEMBERS = frozenset({"lid", "leden"})
_ORDINAL = late(
    r"eerste|derde|achtste|(?:twee|vier|vijf|zes|zeven|negen|tien|elf|twaalf|\w{3,6}tien)de"
    r"|\d{1,2}(?:ste|de|e)"
)
_THAT = frozenset({"dat"})
_LEADS = frozenset("die dat niet".split())
_YOU = frozenset("je jij jullie jou ik mijn".split())
_GROUPS = frozenset(
    "klas groep ploeg vereniging sectie afdeling dader daders slachtoffer slachtoffers".split()
)
_HE = frozenset("hij zij ze hij/zij hij/ze".split())
PRONOUNS = PERSONAL | {"men", "wie", "beiden", "allebei"} | _YOU
_SINGULAR = frozenset("een het elk elke ieder iedere dit dat".split())
# Words that may come between a preposition and its noun without beginning another constituent.
_MODIFIERS = (
    DETERMINERS
    | JOINING
    | frozenset(
        "en/of andere nieuwe individuele betrokken desbetreffende overige volwassen bevoegd "
        "meeste eigen veel gehele hele".split()
    )
)
_PLURAL_MODALS = frozenset("dienen kunnen moeten mogen zullen".split())
_ADDRESSING = frozenset("voor door vraagt vragen verzoekt verzoeken adviseren".split())
_TIMES = frozenset(
    "dag dagen ochtend middag avond week weken maand maanden jaar schooljaar keer uur uren les "
    "pauze".split()
)
_FRONT_ADVERBS = frozenset(
    "daarnaast daarom daarbij hierbij hiervoor daarvoor hiermee daarmee hiertoe daartoe dan ook "
    "vervolgens tevens verder vooraf altijd jaarlijks daarna er hier daar nu zo indien soms "
    "voorts zonodig wel alleen uitsluitend slechts eventueel bovendien dus".split()
)


@cache
def party_of(word: str) -> Party | None:
    """Return whom a word names, or None: ``vakleerkracht`` is staff, ``je`` is a pupil."""
    if "/" in word:
        return next((p for part in word.split("/") if (p := party_of(part))), None)
    return next((party for party, found in _PATTERNS.items() if found.match(word)), None)


def _party_at(texts: Sequence[str], at: int) -> Party | None:
    """Return whom a word names among others; ``lid 2`` and ``het tweede lid`` are of a text.

    ``niet ouder dan``, ``zestien jaar en ouder`` are ages.
    """
    if texts[at] == "ouder" and _is_age([*texts[:at]], [*texts[at + 1 :]]):
        return None
    if texts[at] in _MEMBERS:
        before, after = texts[at - 1] if at else "", texts[at + 1] if at + 1 < len(texts) else ""
        if after[:1].isdigit() or _ORDINAL.fullmatch(before):
            return None
    return party_of(texts[at])


def _is_age(before: Sequence[str], after: Sequence[str]) -> bool:
    if "jaar" in before[-2:] and before[-1] in JOINING:
        return True
    is_compared = after[:1] == ["dan"] or after[:2] == ["zijn", "dan"]
    return is_compared or (after[1:2] == ["dan"] and not _LEADS.isdisjoint(before[-2:]))


def bound(sentence: Sentence, context: tuple[Party, ...]) -> tuple[Party, ...]:
    """Return whom a sentence binds; ``context`` is who was meant before, or by the heading.

    ``je`` is whoever the context speaks to, and a pupil when it speaks to nobody.
    """
    main = sentence.main()
    place = first_finite(main)
    people: tuple[Party, ...] = ()
    if place is not None:
        people, _ = subject(main, place)
    found = (
        people
        or addressed(main)
        or _subject_after(sentence, _THAT)
        or _role(main)
        or _subject_after(sentence, SUPPOSING)
    )
    if found:
        return found
    spoken_to = any(word.text in _YOU for word in main)
    return context or ((Party.PUPILS,) if spoken_to else ())


def subject(words: Sequence[Word], finite: int) -> tuple[tuple[Party, ...], bool]:
    """Return whom the subject of a main clause names, and whether it is a person or body at all.

    ``words`` are those of the main clause and ``finite`` is the place of its verb. A pronoun is
    somebody, but only the context tells who.
    """
    before = [w.text for w in words[:finite] if w.text[0].isalnum()]
    while before and before[0] in COORDINATING | {"ook"}:
        before.pop(0)
    if before[1:2] and before[0] in EXCLUDING and before[1] in DETERMINERS:
        before.pop(0)  # 'Alleen de leraar geeft straf'
    after = words[finite + 1].text if finite + 1 < len(words) else ""
    is_inverted = after in PRONOUNS - {"wie", "jou", "mijn"}  # 'Scheldwoorden gebruiken wij niet'
    if before and not is_inverted and before[0] not in PREPOSITIONS | _FRONT_ADVERBS:
        named = _head(before)
        is_object = _is_object(before, [w.text for w in words[finite:]])
        if named[1] or not (is_object or _TIMES.intersection(before)):
            return named
    return _head([w.text for w in words[finite + 1 : finite + 8]])


def _is_object(before: Sequence[str], rest: Sequence[str]) -> bool:
    """Whether what stands before the verb is done, not doing: ``Huiswerk maken de leerlingen …``.

    Told by number alone: it has another than the verb, and whoever stands behind the verb has the
    same; ``Zwemmen doen de kinderen …`` needs no number.
    """
    verb = rest[0]
    is_one = before[0] in _SINGULAR or not before[-1].endswith(("en", "s"))
    if verb in _PLURAL_MODALS:
        return is_one
    doer = rest[2] if rest[1:2] and rest[1] in DETERMINERS and len(rest) > 2 else "".join(rest[1:2])
    if party_of(doer) is None and doer not in _GROUPS:
        return False
    are_many = doer.endswith(("en", "s"))
    if verb in verbs.PLURALS:
        return are_many and (is_one or verb == "doen")
    return verb == "doet" or (not are_many and not is_one and before[0] not in DETERMINERS)


def addressed(words: Sequence[Word]) -> tuple[Party, ...]:
    """Return whom a main clause says that it is for: ``voor …``, ``van … wordt verwacht``.

    A person named straight before or after ``is het`` or ``wordt`` is an indirect object.
    """
    found: list[Party] = []
    texts = [w.text for w in words]
    for i, text in enumerate(texts):
        party = _party_at(texts, i)
        if party is None or (text in ("school", "elkaar") and texts[i - 1 : i] == ["de"]):
            continue
        k = i - 1
        while k >= 0 and (texts[k] in _MODIFIERS or party_of(texts[k])):
            k -= 1
        lead = texts[k] if k >= 0 else ""
        if (
            lead in _ADDRESSING
            or (lead == "van" and _is_expected(texts))
            or not lead
            or lead in verbs.AUXILIARIES | {"het", "dat"}
        ):
            found.append(party)
    return ordered(found)


def parties_named(text: str) -> tuple[Party, ...]:
    """Return whom a heading or lead-in names: ``Voor medewerkers tijdens werksituaties``."""
    words = re.findall(r"[\w’'-]+", text.lower())
    return ordered([p for at in range(len(words)) if (p := _party_at(words, at))])


def _subject_after(sentence: Sentence, openings: frozenset[str]) -> tuple[Party, ...]:
    """Return whom a clause begins with: ``de bedoeling dat leerlingen …``, ``als een ouder …``.

    One that begins with ``als`` counts only when the main clause says ``hij`` or ``zij``.
    """
    words = [word.text for word in sentence.words]
    refers = openings == _THAT or any(word.text in _HE for word in sentence.main())
    for i, word in enumerate(words):
        if refers and word in openings and i in sentence.openings:
            return _head(words[i + 1 : i + 6])[0]
    return ()


def _role(words: Sequence[Word]) -> tuple[Party, ...]:
    """Return the role in ``als medewerker mag je …``."""
    texts = [word.text for word in words]
    pairs = pairwise(texts)
    return ordered([p for a, b in pairs if a == "als" and (p := party_of(b))])


def ordered(parties: Sequence[Party]) -> tuple[Party, ...]:
    """Return parties once each, in the order of :class:`Party`."""
    return tuple(party for party in Party if party in parties)


def _is_expected(texts: Sequence[str]) -> bool:
    return any(t.startswith(("verwacht", "gevraagd", "vragen", "vraagt", "verlang")) for t in texts)


def _head(texts: Sequence[str]) -> tuple[tuple[Party, ...], bool]:
    """Return the people at the head of a noun phrase; whatever follows a preposition is no head."""
    found: list[Party] = []
    somebody = False
    for i, text in enumerate(texts):
        party = _party_at(texts, i)
        if party:
            found.append(party)
            somebody = True
        elif text in PRONOUNS or (text in _GROUPS and texts[i - 1 : i] != ["per"]):
            somebody = True
            break
        elif (
            text in PREPOSITIONS
            or (found and text not in _MODIFIERS)
            or (text not in _MODIFIERS and not found and i >= 3)
        ):
            break
    return ordered(found), somebody


def first_finite(words: Sequence[Word]) -> int | None:
    """Return the place of the finite verb of a main clause, or None.

    A plural at the very beginning, or in the words that a preposition leads there, is a noun when
    another verb follows: ``Pesten is verboden``, ``Voor online pesten zijn de ouders …``.
    """
    places = [i for i in range(len(words)) if is_finite(words, i)]
    if not places:
        return None
    first = places[0]
    is_noun = words[first].text in verbs.PLURALS and words[first].text not in verbs.MODALS
    before = [w.text for w in words[:first] if w.text[0].isalnum()]
    starts = not before or before[0] in PREPOSITIONS
    if is_noun and starts and len(places) > 1 and words[places[1]].text not in verbs.PLURALS:
        return places[1]
    return first
