"""Which article may give a council its right: proposals, for a person to confirm.

By words of the text alone, after the law on participation (Wms), articles 10 to 14, read as it
stood in 2015. What stands here is our own short description, never the words of the law. The
council's own rules go first: they may have converted a right (article 24).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from protocolkit.base.messages import Marked, Translate, mark
from protocolkit.document.approvals import Right
from protocolkit.document.council_sections import BOTH, PARENTS, PUPILS, STAFF
from protocolkit.document.model import Protocol
from protocolkit.document.outline import clause_text, clauses, labels
from protocolkit.document.richtext import plain
from protocolkit.text.function_words import AUXILIARIES, either
from protocolkit.text.sentences import sentence_spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """An article, what it is about in our words, whose right it is, and words that point to it.

    ``sections`` are those whose right it is, none when it is the whole council's; ``sector`` is
    "" where it is of all. ``people`` are words for those whose data it is about, where that counts.
    """

    article: str
    about: Marked
    right: Right
    words: re.Pattern[str]
    sections: tuple[str, ...] = ()
    sector: str = ""
    is_title: bool = False
    people: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundGround:
    """A ground that a text points to, and the labels of the clauses that do; none for its title."""

    ground: Ground
    labels: tuple[str, ...]


def _words(*roots: str) -> re.Pattern[str]:
    return re.compile(rf"\b\w*(?:{'|'.join(roots)})\w*", re.IGNORECASE)


_DATA_ROOTS = ("persoonsgegeven", "privacy", r"\bAVG\b", "dossier")
# What is data of somebody where the sentence says whose, or asks for consent.
_OTHER_DATA = ("gegevens", r"foto(?:\W?s\b)?", r"video(?:\W?s\b)?", "beelden", "verzuim")
_SURE_DATA = _words(*_DATA_ROOTS, "volgsysteem", "leerlinggegeven", "personeelsgegeven")
_DATA = _words(*_DATA_ROOTS, "volgsysteem", *_OTHER_DATA)
# Absence is data where it is kept or shared, and else something that happens.
_ABSENCE = re.compile(r"\w*verzuim\w*", re.IGNORECASE)
_KEPT = re.compile(
    r"\b(?:bewa|registr|note|leg\w*\b.*\bvast|vastg?e?leg|deel|wis|verni|administr|houdt?\b.*\bbij)",
    re.IGNORECASE,
)
_CONSENT = re.compile(r"\btoestemming", re.IGNORECASE)
_STAFF_WORDS = _words(
    *("personeel", "medewerker", "leerkracht", "leraar", "leraren", "lerares", "docent"),
    *("werknemer", "werkgever", "sollicita", "dienstverband", "salaris"),
)
_FAMILY_WORDS = _words("leerling", "ouders", r"\bouder\b", "kind", "verzorger", "student")
_PEOPLE = (_STAFF_WORDS, _FAMILY_WORDS)
# Who stands behind 'van', with those that a comma, a bracket or 'en' adds.
_WHO = (
    r"(?:\s+\(?[\w/’'-]+){0,3}?\s+\(?[\w/’'-]*(?:personeel|medewerker|leerkracht|lera|docent"
    r"|werknemer|sollicita|leerling|ouder|kind|verzorger|student)\w*"
)
_THESE = rf"({_WHO}(?:(?:,|\)?\s+(?:en|of)\b){_WHO}){{0,4}})"
# Of whom data are stands right behind them: 'persoonsgegevens van alle leerlingen van de school'.
_OF_WHOM = re.compile(rf"\s+(?:van|over){_THESE}", re.IGNORECASE)
_GIVEN = re.compile(rf"\s+(?:die|dat|welke){_THESE}", re.IGNORECASE)
# Or before them: 'Van elke leerling is er een dossier', 'Foto's van leerlingen zijn …'.
_BEFORE = re.compile(
    r"(?:^\W*|\b(?:\w*gegevens|foto\W?s|video\W?s|beelden|informatie|namen|adressen|bewaart"
    rf"|bewaren|verwerkt|verwerken|houdt|houden|maakt|legt|heeft"
    rf"|{either(AUXILIARIES)})\s+)van{_THESE}",
    re.IGNORECASE,
)
# Or it is their own, theirs by right, or for the parents to allow.
_OWN = re.compile(
    r"\b(?:zijn|haar|hun|uw|eigen)\s+$|\brecht(?:en)?\s+(?:op|over)\s+$", re.IGNORECASE
)
_ALLOWED = re.compile(r"\bouders toestemming|toestemming van (?:de |beide )?ouders", re.IGNORECASE)
_FAMILY = (PARENTS, PUPILS, BOTH)
GROUNDS = (
    Ground(
        article="10 c",
        about=mark("rules of the school"),
        right=Right.CONSENT,
        words=_words("schoolreglement", "gedragsregel", "gedragscode", "protocol", "reglement"),
        is_title=True,
    ),
    Ground(
        article="10 e",
        about=mark("rules on safety, health and welfare"),
        right=Right.CONSENT,
        words=_words("veilig", "pest", "geweld", "wapen", "drugs", "gezondheid", "welzijn"),
    ),
    Ground(
        article="10 g",
        about=mark("the rules on complaints"),
        right=Right.CONSENT,
        words=_words("klachtenregeling"),
    ),
    Ground(
        article="11 j",
        about=mark("admission and removal of pupils"),
        right=Right.ADVICE,
        words=_words("schors", "verwijder(?:d|t|ing)", "toelating"),
    ),
    Ground(
        article="12 lid 1 k",
        about=mark("working conditions of staff"),
        right=Right.CONSENT,
        words=_words("verzuim van personeel", "arbeidsomstandighe", "ziekteverzuim"),
        sections=(STAFF,),
    ),
    Ground(
        article="12 lid 1 m",
        about=mark("personal data of staff"),
        right=Right.CONSENT,
        words=_DATA,
        sections=(STAFF,),
        people=_STAFF_WORDS,
    ),
    Ground(
        article="12 lid 1 n",
        about=mark("watching whether staff is there, and what it does"),
        right=Right.CONSENT,
        words=_words("camera", "controle", "monitor", "toezicht op"),
        sections=(STAFF,),
    ),
    Ground(
        article="13 e",
        about=mark("a statute for parents or pupils"),
        right=Right.CONSENT,
        words=_words("statuut"),
        sections=_FAMILY,
        sector="po",
    ),
    Ground(
        article="13 i",
        about=mark("personal data of parents and pupils"),
        right=Right.CONSENT,
        words=_DATA,
        sections=_FAMILY,
        sector="po",
        people=_FAMILY_WORDS,
    ),
    Ground(
        article="13 k",
        about=mark("which information the school and the parents exchange"),
        right=Right.CONSENT,
        words=_words("informatie aan ouders", "ouders worden geïnformeerd", "informeert de ouders"),
        sections=_FAMILY,
        sector="po",
    ),
    Ground(
        article="14",
        about=mark("personal data, information to parents, a statute for pupils"),
        right=Right.CONSENT,
        words=_words(*_DATA_ROOTS, "volgsysteem", *_OTHER_DATA, "statuut", "informeert de ouders"),
        sections=_FAMILY,
        sector="vo",
        people=_FAMILY_WORDS,
    ),
)
_MOST_LABELS = 6


def possible_grounds(protocol: Protocol, right: Right, section: str) -> tuple[FoundGround, ...]:
    """Return the articles that words of a text point to, for one right of one section.

    None of them is certain: they are proposals.
    """
    return tuple(_found(protocol, right, " ".join(section.split()).casefold()))


def _found(protocol: Protocol, right: Right, section: str) -> Iterator[FoundGround]:
    sector, cited = protocol.facts.organisation.sector, labels(protocol)
    for ground in GROUNDS:
        is_theirs = not ground.sections or section in ground.sections
        if ground.right is not right or not is_theirs or ground.sector not in ("", sector or "po"):
            continue
        if ground.is_title:
            if ground.words.search(plain(protocol.title)):
                yield FoundGround(ground=ground, labels=())
            continue
        hits = [one for one in clauses(protocol) if _points_to(clause_text(one), ground)]
        if hits:
            named = tuple(cited[one.anchor] for one in hits if one.anchor in cited)
            yield FoundGround(ground=ground, labels=named[:_MOST_LABELS])


def _points_to(text: str, ground: Ground) -> bool:
    """Tell whether words of a clause point to an article, and are not about data of others."""
    if ground.people is None:
        return bool(ground.words.search(text))
    sentences = (text[begin:end] for begin, end in sentence_spans(text))
    return any(_is_of_theirs(one, ground, ground.people) for one in sentences)


def _is_of_theirs(sentence: str, ground: Ground, theirs: re.Pattern[str]) -> bool:
    hits = [hit for hit in ground.words.finditer(sentence) if _is_data(hit[0], sentence)]
    if not hits:
        return False
    data = [hit for hit in hits if _DATA.fullmatch(hit[0])]
    if len(data) < len(hits):
        return True
    owners = _owners(sentence, data)
    is_sure = any(_SURE_DATA.fullmatch(hit[0]) for hit in data) or _CONSENT.search(sentence)
    return theirs in owners or (not owners and bool(is_sure))


def _is_data(word: str, sentence: str) -> bool:
    return not _ABSENCE.fullmatch(word) or bool(_KEPT.search(sentence))


def _owners(sentence: str, data: list[re.Match[str]]) -> list[re.Pattern[str]]:
    """Return words for those whose data a sentence is about by its words; none when unsaid.

    Who handles data need not be whose they are: 'Personeel gaat zorgvuldig om met privacy'.
    """
    said = [hit[0] for hit in data]
    said += [hit[1] for hit in _BEFORE.finditer(sentence) if hit.end() <= data[-1].start()]
    for hit in data:
        behind = (form.match(sentence, hit.end()) for form in (_OF_WHOM, _GIVEN))
        said += [found[1] for found in behind if found]
        before = sentence[: hit.start()]
        said += [before] if _OWN.search(before) else []
    said += [hit[0] for hit in _ALLOWED.finditer(sentence)]
    return [one for one in _PEOPLE if any(map(one.search, said))]


def ground_words(found: FoundGround, translate: Translate) -> str:
    """Return a proposal in words: the article, what it is about, and which clauses point to it."""
    article = translate("Wms, article {article}").format(article=found.ground.article)
    where = ", ".join(found.labels) or translate("the title")
    return f"{article}: {translate(found.ground.about)} ({where})"
