"""Lines of a text that only say where the text itself stands: since when, which version.

They are told and not counted: another day in 'Treedt in werking per 01-08-2015' changes no rule.
A line is one when each of its words is a day, a number of a version, a body, a name of its own
organisation, or one of a closed list of words that decisions are told in, and when it says both
what was done and when. With one word more ('…, behalve voor leraren') it says something else, and
counts. So does what makes a rule (present tense, a deadline), and what stands in a lid: that has a
number to be cited by.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence

from protocolkit.changes.document_lines import is_document_line
from protocolkit.changes.status_signs import (
    BODY,
    DAY,
    NAME,
    NUMBER,
    OPEN,
    SCHOOL_YEAR,
    TEXT,
    in_signs,
)
from protocolkit.text.late_patterns import late

_MOST_WORDS = 60
_DONE = frozenset(
    "gewijzigd bijgewerkt herzien vastgesteld goedgekeurd geactualiseerd aangepast opgesteld"
    " bijgesteld geüpdatet geupdatet geüpdate geupdate gepubliceerd besproken behandeld ingestemd"
    " geadviseerd besloten opgemaakt bekrachtigd ondertekend voorgelegd aangeboden verzonden"
    " gestuurd ingediend ingegaan geëvalueerd geaccordeerd vernieuwd ingevoerd getreden gekomen"
    " overeengekomen aangenomen uitgebracht verleend verkregen".split()
)
_PAST = frozenset("stemde stelde werd keurde besprak adviseerde trad ging verleende".split())
_HOLDS = frozenset("geldt geldig geldend geldigheid geldigheidsduur looptijd".split())
_NOUNS = frozenset("instemming advies goedkeuring besluit akkoord bespreking".split())
_LABELS = frozenset(
    "versie revisie datum vaststelling inwerkingtreding status evaluatie herziening update"
    " actualisatie publicatie ingaande concept conceptversie ontwerp ontwerpversie definitief"
    " definitieve voorstel dd werking kracht wijziging aanpassing wijzigingsdatum"
    " ingangsdatum versiedatum evaluatiedatum vaststellingsdatum publicatiedatum"
    " herzieningsdatum revisiedatum actualisatiedatum documentdatum printdatum afdrukdatum"
    " versiebeheer".split()
)
_STATUS = _DONE | _PAST | _HOLDS | _NOUNS | _LABELS | {"treedt", "gaat", "vervangt"}
_OTHERS = frozenset(
    "de het door van op in te aan bij en met per sinds vanaf ingang na tot t/m ter gehoord overleg"
    " raadpleging laatst laatstelijk volgende eerstvolgende eerste vorige nieuwe nieuwste huidige"
    " herziene vastgestelde voorlopige voorlopig verleende positief voorafgaande"
    " ingewonnen voorgenomen advisering besluitvorming behandeling tijdens vergadering namens dit"
    " deze aldus stand begin is zijn haar heeft hebben vast goed nadat ja een onbekend inzage"
    " werkversie actueel bevonden gegeven laatste samenwerking afstemming".split()
)
_DECIDED = _DONE | _PAST | _LABELS | {"geldend", "geldig"}
_VERBS = frozenset("is zijn heeft hebben werd treedt gaat geldt vervangt".split()) | _PAST
_SIGNS = frozenset((DAY, SCHOOL_YEAR, BODY, TEXT, NAME, NUMBER, OPEN))
_KNOWN = _STATUS | _OTHERS | _SIGNS
_WHEN = frozenset((DAY, SCHOOL_YEAR, NUMBER, OPEN))
_STATES = frozenset("concept definitief ontwerp".split())
_BEHIND_AFTER = _NOUNS | {"overleg", "raadpleging", "behandeling"}
# What these words say is on the text only where one of those stands too.
_ONLY_BESIDE = (
    ({"tot"}, _HOLDS | {"stand", "kracht", "werking"}),
    ({"wijziging", "aanpassing"}, {"laatste", "datum"}),
    ({"is", "heeft", "hebben"}, _DONE | _HOLDS | {TEXT, "versie", "concept"}),
    ({"vergadering"}, _DONE | _PAST | _NOUNS),
)
# Every line has a number, a place to fill in, or one of these.
_SAYS_WHEN = late(
    r"\d|[…_:]|\.\.|nader|status|concept|\bd\.?d|n\.?t\.?b|nog niet|^opgesteld door ",
    re.IGNORECASE,
)
# One of these, that no status has, is found sooner than all the signs.
_NEVER = late(
    r"\b(?:die|dat|wordt|worden|kan|kunnen|mag|mogen|moet|moeten|als|om|ook|zich|hun|geen"
    r"|leerling|leerlingen|ouders|zij|hij|andere)\b"
)
_DATED = late(r"(?<!\w)d\.?d(?:\.|(?=\W|$))", re.IGNORECASE)
_OTHERWISE = (
    (late(r"(?<!\w)voor het (?:laatst|eerst)(?!\w)", re.IGNORECASE), "laatst"),
    (late(r"(?<!\w)(?:tot en met|t/m)(?!\w)", re.IGNORECASE), "tot"),
    (late(r"(?<=is )(?:nog )?een (?=concept)", re.IGNORECASE), ""),
    (late(rf"(?<={BODY})-?(?=vergadering|instemming|advies)", re.IGNORECASE), " "),
    # The number of a version is told with its word, whatever that is.
    (late(NUMBER), f"versie {NUMBER}"),
    (late(r"^documentstatus(?=:)", re.IGNORECASE), "status"),
    # What is open to be filled in: 'Vastgesteld op:'.
    (late(r":\s*$"), f" {OPEN}"),
)
_SENTENCE = late(r"\. +(?=[A-Z\ue000-\ue006])| \| ")
_BETWEEN = late(r"(?:[\s,:;()\[\]–—|]|(?<= )-(?= ))+")
# Behind 'Status' alone, what a text no longer is may stand: elsewhere that is a change.
_NO_MORE = frozenset("vervallen ingetrokken vervangen geldend".split())
_NEED_TEXT = frozenset("stelde keurde trad ging werd vervangt treedt gaat".split()) | _HOLDS

# A status that stands alone; that a text was repealed or withdrawn is a change.
_ALONE = late(
    r"(?:(?:dit(?: protocol| document| stuk)?|deze (?:tekst|versie)) is (?:nog )?"
    r"(?:(?:een|het|de) )?)?"
    r"[\[(]?(?:concept|definitief|ontwerp|definitieve|voorlopige?|voorgenomen besluit)"
    r"(?: ?versie)?\.?[\])]?\.?",
    re.IGNORECASE,
)
# Who decided says where a text stands when another line beside it says when.
_WHO = late(
    rf"(?:{'|'.join(sorted(_DONE))})(?: door)?: {BODY}(?:(?:, | en ){BODY})*\.?", re.IGNORECASE
)
# A decision told without its day.
_TOLD = late(
    rf"(?:[Dd]e )?{BODY} (?:heeft|hebben) (?:(?:hiermee|nog niet) )?(?:positief )?"
    r"(?:ingestemd|geadviseerd|advies uitgebracht)"
    rf"(?: (?:met|over) {TEXT})?\.?"
    rf"|(?:{'|'.join(sorted(one.capitalize() for one in _DONE))}) (?:door|met|in)(?: overleg met)?"
    rf" (?:de )?{BODY}(?:(?:, | en ){BODY})*\.?"
    r"|[Tt]er (?:instemming|advisering|advies|vaststelling|goedkeuring|besluitvorming)"
    rf"(?: voorgelegd| aangeboden)? aan {BODY}(?:(?:, | en ){BODY})*\.?"
)


def is_status_line(text: str, *, may_be_bare: bool = True, names: Iterable[str] = ()) -> bool:
    """Tell whether a text says nothing but where the document itself stands.

    ``may_be_bare`` takes 'Concept' alone for one: in a table or a point it is about something else.
    So do several of such lines in one paragraph. ``names`` are those of the own organisation and
    its schools.

    >>> is_status_line("Treedt in werking per 01-08-2015")
    True
    >>> is_status_line("Dit protocol treedt in werking na instemming van de MR.")
    False
    """
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) > 1:
        dated = [one for one in lines if not is_who_decided(one.strip(), names)]
        said = (is_status_line(one, may_be_bare=may_be_bare, names=names) for one in dated)
        if dated and all(said):
            return True
    said_at_once = " ".join(text.split())
    if may_be_bare and (_ALONE.fullmatch(said_at_once) or _is_told(said_at_once, names)):
        return True
    if not _SAYS_WHEN.search(said_at_once) or _NEVER.search(said_at_once):
        return False
    signed = in_signs(said_at_once, names)
    if _is_document(said_at_once, signed, names, may_be_bare):
        return True
    found = _sentences(signed)
    return all(_tells_status(one) and _says_when(one, may_be_bare) for one in found)


def may_be_status(text: str, names: Iterable[str], others: Container[str]) -> bool:
    """Tell whether a text says of itself what it is called or what was decided on it, on any day.

    So it need not say when, and the words of ``others``, in small letters, may stand in it too: a
    title has words of its own. What makes a rule is none, nor a sentence with such words.

    >>> may_be_status("Protocol telefoons, vastgesteld door de MR", (), {"protocol", "telefoons"})
    True
    >>> may_be_status("De telefoons zijn in werking", (), {"telefoons"})
    False
    """
    said = " ".join(text.split())
    if _NEVER.search(said):
        return False
    found = _sentences(in_signs(said, names))
    return bool(found) and all(_is_called_or_decided(one, others) for one in found)


def has_status_words(text: str, names: Iterable[str], others: Container[str]) -> bool:
    """Tell whether a text has no words but those of a status and ``others``, in small letters.

    >>> has_status_words("Eerste versie, vastgesteld door de MR", (), ())
    True
    >>> has_status_words("Telefoons in de kluis", (), ())
    False
    """
    said = " ".join(text.split())
    if _NEVER.search(said):
        return False
    found = _sentences(in_signs(said, names))
    own = ([word for word in words if word and word not in others] for words in found)
    return all(_KNOWN.issuperset(words) and not _makes_rule(words) for words in own)


def is_who_decided(text: str, names: Iterable[str] = ()) -> bool:
    """Tell whether a text says who decided and no more; another line beside it says when.

    >>> is_who_decided("Vastgesteld door: het bestuur")
    True
    """
    return _WHO.fullmatch(in_signs(text, names)) is not None


def _is_called_or_decided(words: Sequence[str], others: Container[str]) -> bool:
    has_verb = not _VERBS.isdisjoint(words) and TEXT not in words
    rest = words if has_verb else [word for word in words if word not in others]
    # a name alone, and words that a title may have, lead to something as a heading does
    is_called = NAME in words and len(words) > 1
    if is_called and _OTHERS.union(_SIGNS).issuperset(rest):
        return True
    return _tells_status(rest) and not _DECIDED.isdisjoint(rest)


def _sentences(signed: str) -> list[list[str]]:
    """Return the words of each sentence in signs, in small letters."""
    signed = _DATED.sub(" dd ", signed)
    for written, instead in _OTHERWISE:
        signed = written.sub(instead, signed)
    split = (_BETWEEN.split(one.lower()) for one in _SENTENCE.split(signed) if one.strip())
    return [[one for word in words if (one := word.rstrip("."))] for words in split]


def _is_told(said: str, names: Iterable[str]) -> bool:
    first = said.partition(" ")[0].lower()
    is_near = first in _DONE or first == "ter" or "heeft" in said or "hebben" in said
    return is_near and _TOLD.fullmatch(in_signs(said, names)) is not None


def _is_document(said: str, signed: str, names: Iterable[str], may_be_bare: bool) -> bool:
    if is_document_line(said, signed, may_be_bare=may_be_bare):
        return True
    parts = said.split(" | ")
    return len(parts) > 1 and all(
        is_status_line(one, may_be_bare=may_be_bare, names=names) for one in parts
    )


def _tells_status(words: Sequence[str]) -> bool:
    """Tell whether the words of a sentence are no others than those of a status."""
    found = set(words) - (_NO_MORE if words[:1] == ["status"] else frozenset())
    if not found <= _KNOWN or not found & _STATUS or len(words) > _MOST_WORDS:
        return False
    return not _makes_rule(words)


def _says_when(words: Sequence[str], may_be_bare: bool) -> bool:
    if not _WHEN.isdisjoint(words) or "dd" in words:
        return True
    if words[0] in _STATES and may_be_bare:
        return len(words) == 1 or "ter" in words
    return words[0] == "status" and len(words) > 1


def _makes_rule(words: Sequence[str]) -> bool:
    """Tell whether words of a status say what is to be done, or how long something else holds."""
    found = set(words)
    if any(found & those and found.isdisjoint(these) for those, these in _ONLY_BESIDE):
        return True
    if found & {"na", "nadat"} and found & {"treedt", "gaat", "geldt"}:
        return True
    return any(_is_of_rule(at, words) for at in range(len(words)))


def _is_of_rule(at: int, words: Sequence[str]) -> bool:
    before, behind = words[max(at - 1, 0) : at], words[at + 1 : at + 4]
    match words[at]:
        case "na":
            return _BEHIND_AFTER.isdisjoint(behind)
        case "besluit":
            return before == [BODY]
        case word if word in _NEED_TEXT:
            return {TEXT, "versie"}.isdisjoint(words) and before not in ([], ["en"])
    return False
