"""Questions that a parent asks whatever the subject is: who decides, who pays, how long is it kept.

A frame is asked when words that show it stand in most of a topic's clauses, and not in so many of
all clauses that they tell nothing here. It asks about a noun that the clauses share.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from protocolkit.alignment.topic_nouns import Noun, keys_of
from protocolkit.base.messages import Marked, Translate, mark
from protocolkit.norms.norm import Modality, Norm, Party
from protocolkit.norms.recognise import recognise
from protocolkit.text.late_patterns import late
from protocolkit.text.sentences import sentence_spans
from protocolkit.wording.concepts import general_concepts


@dataclass(frozen=True, slots=True)
class _Frame:
    """A question and the words that show it; ``not_of`` are words that it would ask twice."""

    question: Marked
    shown: re.Pattern[str]
    not_of: re.Pattern[str]
    asks_noun: bool


def _frame(question: Marked, shown: str, not_of: str = r"\b\B") -> _Frame:
    pattern = late(rf"\b(?:{shown})\b", re.IGNORECASE)
    return _Frame(question, pattern, late(rf"\b(?:{not_of})", re.IGNORECASE), "{what}" in question)


_RULES = r"reglement|regeling|protocol|afspraken|regels|document|brief|beleid|bepalingen|lijstje"
FRAMES = (
    _frame(
        mark("What can you do when you do not agree?"),
        r"bezwaar|bezwaren|klacht|klachten\w*|niet eens|anders over|meningsverschil|geschil\w*",
    ),
    _frame(
        mark("When does the school look at these agreements again?"),
        r"evalue\w+|evaluatie|herzien\w*|herziening|tegen het licht|bijgesteld|bijstellen",
    ),
    _frame(
        mark("Where can you read these agreements?"),
        rf"(?:{_RULES})\b.*\b(?:website|schoolgids|te vinden|ter inzage|te lezen|portaal)|"
        rf"(?:website|schoolgids|te vinden|ter inzage|te lezen)\b.*\b(?:{_RULES})",
    ),
    _frame(
        mark("For whom are these agreements?"),
        rf"(?:{_RULES}|ze|dit)\b[^.;]*\b(?:van toepassing op|gelden|geldt|bestemd voor|bedoeld)|"
        r"(?:geldt|gelden)\b[^.;]* voor (?:iedereen|alle|jou|ieder\w*|leerlingen|personeel)",
    ),
    _frame(
        mark("Why are there these agreements?"),
        r"waarom|beoog\w*|strekt|strekken|ten doel|als doel|doel van|met het oog op|zodat we",
    ),
    _frame(
        mark("What happens the first time?"),
        r"(?:eerste|1e) (?:keer|maal|overtreding)",
    ),
    _frame(
        mark("What happens when it happens more often?"),
        r"herhaal\w*|herhaling|(?:tweede|derde) (?:keer|maal|overtreding)|nog eens|daarna nog",
    ),
    _frame(
        mark("Who pays when something breaks or gets lost?"),
        r"(?:schade|kapot|stuk|beschadig\w*|zoek|kwijt|verlie\w+|diefstal|aansprakelijk\w*)\b.*"
        r"\b(?:kosten|betaal\w*|betalen|vergoed\w*|rekening|verzeker\w*|aansprakelijk\w*)|"
        r"(?:kosten|vergoed\w*|aansprakelijk\w*)\b.*"
        r"\b(?:schade|kapot|stuk|beschadig\w*|verlies|diefstal)",
    ),
    _frame(
        mark("Who pays for {what}?"),
        r"kosten|betaalt?|betalen|vergoed\w*|rekening|gratis|bekostig\w*|koop|kopen|aangeschaft",
        r"kosten|vergoeding|rekening|bedrag|prijs|euro|\w* ?bekostig|\w* ?verplichting",
    ),
    _frame(
        mark("How long does the school keep {what}?"),
        r"(?:bewaart?|bewaard|bewaren|gewist|wissen|vernietigd?|verwijderd)\b.*"
        r"\b(?:uur|uren|dag|dagen|week|weken|maanden?|ja(?:ar|ren))|bewaartermijn\w*|"
        r"(?:uur|uren|dagen|weken|maanden|jaar)\b.*\b(?:bewaard|gewist|vernietigd|verwijderd)",
        r"bewaartermijn|termijn",
    ),
    _frame(
        mark("Who may look at {what}?"),
        r"inzage|inzien|bekijken|bekeken|bekijkt|raadpleg\w+|uitkijken|terugkijken|meekijken",
        r"inzage",
    ),
    _frame(
        mark("Is consent needed for {what}?"),
        r"toestemming|akkoord|ondertekend?|handtekening",
        r"toestemming|akkoord|handtekening|overleg",
    ),
    _frame(
        mark("Who decides on {what}?"),
        r"beslist|beslissen|beslissing\w*|beoordeelt?|beoordelen|oordeel|bepaalt|bepalen|bevoegd|"
        r"besluit|besluiten|hakt\b.*\bknoop",
        r"besliss|besluit|oordeel|bevoegd|toepassing",
    ),
    _frame(
        mark("When is an exception possible?"),
        r"uitzondering\w*|ontheffing|afwijken|afgeweken|afwijking|vrijstelling|dispensatie",
    ),
    _frame(
        mark("What follows on {what}?"),
        r"straf\w*|sancties?|maatregel\w*|waarschuwing|strafbaar|schorsing|geschorst",
        r"straf|sanctie|maatregel|waarschuwing|gevolg",
    ),
    _frame(
        mark("Who keeps an eye on {what}?"),
        r"toezicht|ziet toe|zien toe|letten|let|controle\w*|controleert|controleren|nagaan",
        r"toezicht|controle",
    ),
    _frame(
        mark("Who gets to hear of {what}?"),
        r"informeert|informeren|geïnformeerd|op de hoogte|inlichten|ingelicht|bericht|laten weten|"
        r"laat weten|in kennis|mededeling|brengt\b.*\bkennis|meld\w*|gemeld|geeft\b.*\bdoor",
        r"bericht|melding|mededeling|kennis|brief",
    ),
    _frame(
        mark("Which term applies to {what}?"),
        r"(?:uiterlijk|binnen|minstens|ten minste|tenminste|hooguit|maximaal|ten hoogste|langer dan"
        r")\b[^.;]*\b(?:uur|uren|dag|dagen|week|weken|maanden?|schooldagen|werkdagen)",
        r"termijn|uiterlijk",
    ),
    _frame(
        mark("What is meant by {what}?"),
        r"verstaan|verstaat|bedoelen|bedoeld met|noemen we|is: |wordt bedoeld",
    ),
)

_MAY = mark("What is allowed and what is not {what}?")
_DUTIES = {
    Party.PUPILS: mark("What do pupils have to do {what}?"),
    Party.PARENTS: mark("What do parents have to do {what}?"),
    Party.EVERYONE: mark("What does everybody have to do {what}?"),
    Party.STAFF: mark("What does the school do {what}?"),
    Party.SCHOOL: mark("What does the school do {what}?"),
}
_DUTY = mark("What has to happen {what}?")
_ASKS = frozenset(
    {Modality.PROHIBITION, Modality.PERMISSION, Modality.DIVIDED, Modality.OBLIGATION}
)
_CALLS_IN = mark("When does the school call in {whom}?")
# Who is called in, by the concepts of the words that name them.
_OCCASIONS = frozenset({"bij", "tijdens"})
_HELPERS = frozenset("leerplicht inspectie politie arts zorg fg systeembeheer".split())
_NO_HELPER = late(r"tandarts|huisarts|ziekte|begeleiding|wet$|aangifte|klein", re.IGNORECASE)

MOST = 0.4
"""The part of a topic's clauses that must show a frame."""

_ORDINARY = 0.3
_BOTH = 2


def usual_frames(texts: Sequence[str]) -> frozenset[Marked]:
    """Return the questions that so many of all clauses show that they tell none apart."""
    few = max(3, _ORDINARY * len(texts))
    return frozenset(
        frame.question
        for frame in FRAMES
        if sum(bool(frame.shown.search(text)) for text in texts) > few
    )


def framed(
    texts: Sequence[str], nouns: Sequence[Noun], usual: frozenset[Marked], translate: Translate
) -> Iterator[str]:
    """Yield the questions that most of the texts show.

    Each is about the first noun that stands in the sentences that show it, of two texts at least.
    """
    for frame in FRAMES:
        shown = [_showing(text, frame.shown) for text in texts]
        if frame.question in usual or sum(map(bool, shown)) < max(2, MOST * len(texts)):
            continue
        if not frame.asks_noun:
            yield translate(frame.question)
            continue
        keys = [keys_of(text) for text in shown]
        for noun in filter(_is_thing, nouns):
            if sum(noun.key in own for own in keys) < _BOTH or frame.not_of.search(noun.phrase):
                continue
            yield translate(frame.question).format(what=noun.phrase)
            break


def asked(texts: Sequence[str], nouns: Sequence[Noun], translate: Translate) -> Iterator[str]:
    """Yield what most of the norms ask of whom, about the nouns that two of them share."""
    norms = [_asking(text) for text in texts]
    keys = [keys_of(text) for text in texts]
    for noun in nouns:
        helps = general_concepts().of(noun.phrase) & _HELPERS
        if helps and noun.phrase.startswith("de ") and not _NO_HELPER.search(noun.phrase):
            yield translate(_CALLS_IN).format(whom=noun.phrase)
            continue
        own = [n for n, found in zip(norms, keys, strict=True) if n and noun.key in found]
        if helps or len(own) < min(_BOTH, len(texts)):
            continue
        question = _of_norms(own)
        # What somebody does is done on an occasion; with a thing it may be anything.
        if noun.is_matter or noun.lead in _OCCASIONS or question == _MAY:
            yield translate(question).format(what=noun.led)


def _is_thing(noun: Noun) -> bool:
    """Whether it can be decided on, paid or kept: no helper, no place and no time."""
    is_place = noun.lead not in ("met", "bij") or (noun.is_matter and noun.lead != "met")
    return not is_place and general_concepts().of(noun.phrase).isdisjoint(_HELPERS)


def _asking(text: str) -> Norm | None:
    """Return the first norm of a text that asks or allows something, the main one before others."""
    found = recognise(text)
    asking = (norm for norm in (found.main, *found.norms) if norm.modality in _ASKS)
    return next(asking, None)


def _of_norms(norms: Sequence[Norm]) -> Marked:
    """Return what most of some norms ask, and of whom when that is one party."""
    duties = [norm for norm in norms if norm.modality is Modality.OBLIGATION]
    if 2 * len(duties) < len(norms):
        return _MAY
    parties = Counter(party for norm in duties for party in norm.parties[:1])
    party, count = parties.most_common(1)[0] if parties else (None, 0)
    return _DUTIES[party] if party and 2 * count > len(duties) else _DUTY


def _showing(text: str, pattern: re.Pattern[str]) -> str:
    """Return the sentences of a text that have a pattern."""
    sentences = (text[slice(*span)] for span in sentence_spans(text))
    return " ".join(sentence for sentence in sentences if pattern.search(sentence))
