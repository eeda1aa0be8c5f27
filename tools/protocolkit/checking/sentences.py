"""Sentences that break off, double punctuation, and words that must have fallen out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from protocolkit.base.problems import Problem, warning
from protocolkit.checking.passages import Passage, headings, passages, sentences
from protocolkit.document.model import Clause, Protocol
from protocolkit.document.outline import clause_text, sections
from protocolkit.text.function_words import (
    ARTICLES,
    AUXILIARIES,
    BOUND,
    CAUSAL,
    COMMON_MODALS,
    CONDITIONAL,
    POSSESSIVES,
    either,
)
from protocolkit.text.late_patterns import late

SENTENCE_BROKEN = warning(
    "sentence-broken",
    "A text seems to break off",
    "the text stops without a full stop: '{words}'.",
    "Look whether text is missing. If the document has it like this, accept it with a reason.",
)
PUNCTUATION_DOUBLED = warning(
    "punctuation-doubled",
    "Punctuation stands twice",
    "'{words}' has one sign too many.",
    "Remove one. If the document has it like this, accept it with a reason.",
)
WORD_MISSING = warning(
    "word-missing",
    "A word seems to be missing",
    "in '{words}' a word seems to be missing.",
    "Read the sentence again. If the document has it like this, accept it with a reason.",
)

WORD_APART = warning(
    "word-apart",
    "A verb is written in two words",
    "'{words}' is one word: '{whole}'.",
    "Write it as one word. If the document has it like this, accept it with a reason.",
)

_CLOSED = late(r"[.?!:;,…\-–][\"'’”»)\]\s]*$|[\"'’”»)\]]\s*$")
_ADDRESS = late(r"(?:https?://|www\.|@)\S*\s*$|\w\.(?:nl|com|org|eu|be)/?\s*$")
_LINKED_ON = late(r"(?:^|\s)(?:en|of)\s*$")
# Words after which a Dutch sentence cannot end.
_UNFINISHED = (
    ARTICLES
    | BOUND
    | CONDITIONAL
    | CAUSAL
    | frozenset("dat zoals hun onze mijn jouw elke iedere ook bovendien".split())
    | frozenset("geen met tijdens via gedurende krachtens namens vanwege terwijl".split())
)
# These leave also the shortest sentence open: 'Leerlingen mogen geen'.
_SURELY_OPEN = ARTICLES | BOUND | frozenset({"geen", "met", "tijdens"})
_LEAST_WORDS = 2
# More words that leave a sentence open: what is measured, named or compared comes after them.
_LEFT_OPEN = late(
    r"\b(?:ten (?:hoogste|minste|aanzien|behoeve)|tenminste|hoogstens|minstens|maximaal|minimaal"
    r"|uiterlijk|(?:meer|minder|langer|korter|ouder|jonger|anders) dan|waaronder|zowel|namelijk"
    r"|met name|als gevolg|in geval|door middel|op grond|(?:voor|gedurende|na|binnen) (?:een|de))"
    r"\s*$",
    re.IGNORECASE,
)
# Of so many clauses beside each other all but one end with a full stop.
_LEAST_CLOSED = 3
# A last sentence of this length is prose, not a heading, an address or a name.
_PROSE_WORDS = 8
_START_WORDS = 4
_WORD_LENGTH = 40

_DOUBLED = late(
    r"(?<![.…\d])\.\.(?![./…\d])"
    r"|(?<=\w)(?:,,|;;|(?<!:)::(?!:))"
    r"|(?<=[\w)])(?:;[.,:]|,[.;:]|:[.,;]|\?\.|!\.)(?!\S)"
    r"|(?<=\w)\. \.(?=\s|$)(?! ?\.)"
)
_ADDRESS_PART = late(r"//|www\.|\\")
_DOUBLED_QUOTE = late(r"‘\w+’’")
_OPENED_TWICE = late(r"‘‘|‚‚|„|,,")

_PERSON = (
    r"bestuurder|schoolleider|schoolleiding|directeur|leidinggevende|werkgever|werknemer|medewerker"
    r"|leerkracht|leraar|docent|mentor|leerling|bevoegd gezag|bestuur"
)
_GROUP = (
    r"(?:medewerkers|leerlingen|ouders|ouders/verzorgers|verzorgers|leerkrachten|leraren|docenten"
    r"|personeelsleden|vrijwilligers|stagiaires?)"
)
_FELL_OUT = (
    # 'aan medewerkers, ouders om …': 'en' or 'of' is not there, and more may be missing with it
    late(
        rf"\b(?:aan|van|voor|door|bij|met) (?:\w+, )?{_GROUP}, {_GROUP} (?:om|dat|indien|wanneer)\b"
        rf"(?!.*\b(?:en|of|en/of) (?:andere |overige )?(?:{_GROUP}|anderen|overigen)\b)"
    ),
    # 'variëren van waarschuwing, schorsing en ontslag': up to what is not there
    late(
        r"\b(?:vari(?:ëren|ërend|eert|eren)|uiteen ?lop(?:en|end)|loopt uiteen|lopen uiteen) van "
        r"(?![^.;]*\b(?:tot|t/m)\b)[^.;:]+, [^.;:]*\b(?:en|of|en/of)\b"
    ),
    # 'Indien schoolleiding of het bestuur …': the other one has an article
    late(
        rf"\b(?i:indien|wanneer|zodra|nadat|voordat) (?:{_PERSON})"
        r"(?= (?:en|of|en/of) (?:de|het|een|zijn|haar|hun|onze)\b)"
    ),
    # 'mits het geen persoonsgegevens die …', '…, de school, …': the verb is not there
    late(
        rf"\b(?:{either(CONDITIONAL)}|zolang) het geen \w+(?:,| die) "
        r"(?:de|het|een|haar|zijn|hun|onze|deze|dit)\b(?! (?:betreffen|bevatten))"
    ),
    late(r"\bsprake (?:is|was|zijn) (?:een|de|het)\b"),
    # 'nemen een grote rol in het verkeer': one of two words 'in' is not there
    late(
        r"\b(?:neemt|nemen|nam|namen) een (?:\w+ )?(?:rol|plaats|plek) in "
        rf"(?:{either(ARTICLES | POSSESSIVES)})\b(?![^.;]*\bin\b)"
    ),
    # 'over de (activiteiten) van de school': without what is in brackets it is no sentence
    late(r"\b(?:de|het|een) \(\w[\w-]+\) (?:van|voor|in|op|bij|met) (?:de|het|een|onze)\b"),
    # 'zonder dat er sprake toestemming is'
    late(
        r"(?<!ter )\bsprake (?!\w*van\b|te\b|geweest\b|hier\b|daar\b|"
        rf"(?:{either(COMMON_MODALS | AUXILIARIES)})\b)[^\W\d]+ (?:is|was|zijn|waren)\b(?! van\b)"
    ),
    late(r"\bbericht te voorzien (?:de|het|een)\b"),
    late(
        r"\b(?:zoek|neem)\w*(?: \w+){0,2} contact (?:op )?(?:de|het|een|hun|haar|zijn|onze) "
        r"(?:leidinggevende|directeur|directie|schoolleid\w+|mentor|ouders?|leerkracht|leraar"
        r"|docent|vertrouwenspersoon)\b(?! op\b)"
    ),
    # 'Indien bestuurder van de stichting …', 'van desbetreffende school': no article
    late(
        rf"\b(?i:indien|wanneer|zodra|nadat|voordat) (?:{_PERSON})\b"
        r"(?!\s+(?:en|of|en/of)\b|[,/])(?= \w)"
    ),
    late(r"\b(?:van|door|aan|bij|met|voor|op|in) (?:desbetreffende|betreffende) \w+"),
    # 'bezoekt geen sites, noch informatie downloadt die': who does it is not there
    late(r"\bnoch (?:(?:de|het|een) )?\w+ \w+t(?: en \w+t)? (?:die|dat)\b"),
    # 'middels de door school verstrekte middelen'
    late(
        rf"\b(?:de|het|een|hem|haar|hen|hun) door (?:{_PERSON}|school)\b"
        r"(?= \w+\b)(?!\s+(?:en|of)\b)"
    ),
)
# A whole text that is only who does it and a verb that needs another one: 'De leraar moet'. What
# may be ('Roken mag') says enough of a thing.
_ONLY_A_MODAL = late(
    rf"(?:(?:de|het|een|elke|iedere|alle) )?(?:(?!(?:wat|wie|hoe|zo|dat|dit)\b)[^\W\d]+) "
    rf"(?:{either((COMMON_MODALS | AUXILIARIES) - {'mag', 'kan', 'zijn'})})"
    rf"|(?:(?:de|het|een|elke|iedere) )?(?:{_PERSON}) (?:mag|kan)",
    re.IGNORECASE,
)
# Verbs that are one word for sure, each with the place where it is often cut.
_COMPOUND = (
    "uit-maken uit-voeren uit-nodigen uit-leggen uit-reiken uit-sluiten op-nemen op-stellen "
    "op-treden op-vragen op-leggen op-sturen op-slaan op-lossen op-zeggen af-spreken af-nemen "
    "af-wijken af-geven af-wijzen af-sluiten af-stemmen af-raden aan-geven aan-spreken aan-bieden "
    "aan-vragen aan-passen aan-melden aan-leveren aan-tonen in-leveren in-dienen in-lichten "
    "in-stemmen in-zetten in-trekken in-grijpen in-vullen bij-houden bij-wonen bij-dragen "
    "bij-voegen deel-nemen plaats-vinden mee-nemen mee-werken mee-delen na-leven na-komen na-gaan "
    "na-vragen na-kijken over-leggen over-dragen over-nemen door-geven door-sturen door-voeren "
    "toe-staan toe-passen toe-voegen toe-lichten toe-zien terug-geven terug-sturen terug-nemen "
    "terug-vragen vast-stellen vast-leggen voor-leggen voor-bereiden weg-nemen weg-halen"
).split()
# After a verb that needs another one: 'willen uit maken'.
_APART = late(
    r"\b(?:wil|willen|kan|kunnen|mag|mogen|moet|moeten|zal|zullen|laat|laten) "
    rf"(?P<whole>{'|'.join(word.replace('-', ' ') for word in _COMPOUND)})\b",
    re.IGNORECASE,
)
_PLURAL_VERB = late(r"\b(?:zijn|worden|betreffen|bevatten|gaan|staan|hebben|kunnen|mogen)\b")


def check_sentences(protocol: Protocol) -> Iterator[Problem]:
    """Yield what is odd in the sentences of a protocol, headings included for punctuation."""
    for heading in headings(protocol):
        yield from _check_punctuation(heading)
    pieces, odd = passages(protocol), frozenset(_unlike_those_beside(protocol))
    for passage, following in zip_longest(pieces, pieces[1:]):
        if passage is not None:
            yield from _check_end(passage, following, needs_end=passage.anchor in odd)
            yield from _check_punctuation(passage)
            yield from _check_words(passage)


def _unlike_those_beside(protocol: Protocol) -> Iterator[str]:
    """Yield the anchors of numbered clauses that do not end as all others beside them do."""
    for parts in (protocol.parts, *(section.parts for section in sections(protocol))):
        own = [part for part in parts if isinstance(part, Clause) and part.marker]
        open_ended = [clause for clause in own if not _CLOSED.search(clause_text(clause).rstrip())]
        if len(open_ended) == 1 and len(own) > _LEAST_CLOSED:
            yield open_ended[0].anchor


def _check_end(
    passage: Passage, following: Passage | None, *, needs_end: bool
) -> Iterator[Problem]:
    """Yield a problem when prose stops without an end, and nothing goes on from there.

    Sure signs are a last word that cannot be one, and a long last sentence without a full stop
    after others that have one, before it or beside it. Items of a list, addresses and short lines
    may do without.
    """
    text = passage.text.rstrip()
    if _CLOSED.search(text) or _ADDRESS.search(text) or _LINKED_ON.search(text):
        return
    if following is not None and _goes_on(passage, following):
        return
    parts = sentences(text)
    words = parts[-1].split() if parts else []
    is_prose = len(words) >= _PROSE_WORDS and "\n" not in text and (len(parts) > 1 or needs_end)
    if is_prose or _is_open(text, words):
        yield passage.report(SENTENCE_BROKEN, words=" ".join(["…", *words[-4:]]))


def _is_open(text: str, words: Sequence[str]) -> bool:
    """Tell whether ``words``, the last sentence of a text, cannot end as they do."""
    last = words[-1].lower() if words else ""
    if len(words) >= _START_WORDS:
        return last in _UNFINISHED or bool(_LEFT_OPEN.search(text))
    is_short = len(words) >= _LEAST_WORDS and last in _SURELY_OPEN
    return is_short or bool(_ONLY_A_MODAL.fullmatch(text))


def _goes_on(passage: Passage, following: Passage) -> bool:
    """Tell whether the next piece continues this one: points, or text in small letters."""
    same_clause = following.anchor == passage.anchor
    start = following.text.lstrip(" .…-–")[:1]
    return same_clause or start.islower()


def _check_punctuation(passage: Passage) -> Iterator[Problem]:
    text = passage.text
    for found in _DOUBLED.finditer(text):
        word = text[max(0, found.start() - _WORD_LENGTH) : found.end()].split()[-1]
        if not _ADDRESS_PART.search(word):
            yield passage.report(PUNCTUATION_DOUBLED, words=word)
    if not _OPENED_TWICE.search(text):
        for found in _DOUBLED_QUOTE.finditer(text):
            yield passage.report(PUNCTUATION_DOUBLED, words=found[0])


def _check_words(passage: Passage) -> Iterator[Problem]:
    for sentence in sentences(passage.text):
        for pattern in _FELL_OUT:
            found = pattern.search(sentence)
            if found and not (" die " in found[0] and _PLURAL_VERB.search(sentence, found.end())):
                yield passage.report(WORD_MISSING, words=found[0])
        for found in _APART.finditer(sentence):
            apart = found["whole"]
            yield passage.report(WORD_APART, words=apart, whole=apart.replace(" ", ""))
