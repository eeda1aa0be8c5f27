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


_DATA = _words("persoonsgegeven", "privacy", r"\bAVG\b", "dossier")
_STAFF_WORDS = _words("personeel", "medewerker", "leerkracht", "lera", "docent")
_FAMILY_WORDS = _words("leerling", "ouder", "kind", "verzorger", "student")
# Of whom data are stands right behind them: 'persoonsgegevens van alle leerlingen van de school'.
_OF_WHOM = re.compile(r"\s+(?:van|over)((?:\s+[\w/’'-]+){1,4})", re.IGNORECASE)
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
        words=_words("persoonsgegeven", "privacy", r"\bAVG\b", "statuut", "informeert de ouders"),
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
    return any(_is_of_theirs(text[hit.end() :], ground) for hit in ground.words.finditer(text))


def _is_of_theirs(rest: str, ground: Ground) -> bool:
    found = _OF_WHOM.match(rest) if ground.people else None
    if found is None or ground.people is None:
        return True
    is_of_others = any(one.search(found[1]) for one in (_STAFF_WORDS, _FAMILY_WORDS))
    return bool(ground.people.search(found[1])) or not is_of_others


def ground_words(found: FoundGround, translate: Translate) -> str:
    """Return a proposal in words: the article, what it is about, and which clauses point to it."""
    article = translate("Wms, article {article}").format(article=found.ground.article)
    where = ", ".join(found.labels) or translate("the title")
    return f"{article}: {translate(found.ground.about)} ({where})"
