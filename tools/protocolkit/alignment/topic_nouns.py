"""What the clauses of a topic are about: the nouns that they share, each as a phrase to ask with.

A noun is asked about as it stands in the clauses: ``petten``, ``een korte broek``, ``de gemeente``.
One that stands alone only behind ``zijn`` or ``mijn`` has no article that is known, and is passed
over.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from protocolkit.base.resources import package_text
from protocolkit.norms import verbs
from protocolkit.norms.parties import party_of
from protocolkit.norms.sentence_words import DETERMINERS, PREPOSITIONS
from protocolkit.reading.found_problems import Report
from protocolkit.reading.yaml_text import read_mapping
from protocolkit.text.words import tokens
from protocolkit.wording.concepts import general_concepts
from protocolkit.wording.everyday import EVERYDAY
from protocolkit.wording.terms import content, stem

_SHORTEST_WORD = 4
# A word that stands once alone behind an article may be none: 'het ziek melden'.
_SEEN, _LONG = 2, 7
_SHARED = 2
_WORDS = re.compile(r"\w+(?:-\w+)*|[^\w\s]")
_NO_NOUN = (
    "lijk",
    "lijke",
    "ig",
    "ige",
    "isch",
    "ische",
    "end",
    "ende",
    "baar",
    "bare",
    "loos",
    "ief",
    "ste",
)
_OF_NOUN = ("ing", "ingen", "heid", "heden", "tie", "ties", "teit", "schap")
_PLURALS = ("en", "ers", "els", "ens", "ors", "ies", "ties")
_BEFORE_PLURALS = frozenset("de die deze alle geen beide enkele zulke dergelijke onze zijn".split())
# A noun of these ends does without an article: 'toestemming', 'veiligheid'.
_MASS = ("ing", "heid", "tie", "teit", "iek", "isme", "schade", "zuim", "geld", "informatie")
_DIMINUTIVES = ("je", "jes")
_ADVERBS = frozenset(
    "direct online offline vooraf achteraf veilig persoonlijk schriftelijk mondeling gezamenlijk "
    "enigerlei gerelateerd zolang nergens ongeacht evengoed tegenover tevoorschijn buitenshuis "
    "jullie thuis teneinde alsmede bepaalde gedurende geheel vrij kort zover behoeve stuk stap "
    "buurt mate voorkeur zoek tevoren gerust leuk ordenen ochtends middags avonds samen gerekend "
    "eerst derde vierde vijfde tien elf twaalf dertien veertien vijftien zestien zeventien "
    "achttien twintig negentig beugel mond kant hand handen oog ogen kop week weken middag "
    "ochtend seizoen omvang zicht datum voortgang uitdrukking mening duur vorm aard lijst naam "
    "namen gebied kennis zaak belang vraag antwoord titel helft hoogte verband opzicht feit ziek "
    "bloed ernst functie situatie reactie verlengde wereld kader ervaring beschouwing aanmerking "
    "maximum minimum tijdvak afscheid gevaar gelegenheid verantwoordelijkheid toepassing beweging "
    "beschikking overlap keuze uitzondering gevolgen bijdrage aanwezigheid afhandeling afwikkeling "
    "tijdstip onderscheid mogelijkheid werkelijkheid bevoegdheid voorbeeld vastlegging waarneming "
    "onderstaande bovenstaande toestand verzamelbegrip verzamelnaam verlenging missie visie "
    "beurt beurten handtekening voorbeeldfunctie inachtneming betrekking besluit handreiking "
    "zorgvuldigheid noodzaak medewerking tussenkomst inspanning".split()
)


# Which word leads to a noun: 'in het lokaal', 'tijdens de les', 'bij ziekte', else 'met'.
_LEADS = (
    ("met", ("kleding", "voeding", "tekening", "instelling", "afbeelding", "uitrusting")),
    ("in", ("lokaal", "lokalen", "gebouw", "gebouwen", " zaal", "gymzaal", " ruimte", "ruimtes")),
    (
        "in",
        (
            "ruimten",
            "kantine",
            " klas",
            " aula",
            "keuken",
            " hal",
            "kamer",
            " gang",
            "gangen",
            "toiletten",
            "kamers",
        ),
    ),
    (
        "op",
        (
            "plein",
            "terrein",
            "terreinen",
            "plekken",
            "vloer",
            "site",
            "internet",
            "netwerk",
            "camping",
            "stage",
        ),
    ),
    (
        "tijdens",
        (" les", "lessen", "pauze", "pauzes", "lestijd", "schooltijd", "lesuur", "lesuren"),
    ),
    ("tijdens", (" toets", "toetsen", "examen", "examens", "onderwijs", "practica", "practicum")),
    ("bij", ("ing", "heid", "tie", "zuim", "stal", "lies", "ziekte", "gym", "feest", "overlijden")),
)
MATTERS_FILE = "matters.yml"
_CONCEPT = "="


@dataclass(frozen=True, slots=True)
class Noun:
    """What is asked about: the phrase, and by what it is known in a text.

    ``key`` is a stem, or a concept's name behind ``=``; ``lead`` the word that leads to the phrase;
    ``question`` what a parent asks about a matter that we name ourselves, else nothing.
    """

    key: str
    phrase: str
    lead: str
    question: str = ""

    @property
    def is_matter(self) -> bool:
        """Whether it is one that we name ourselves."""
        return self.key.startswith(_CONCEPT)

    @property
    def led(self) -> str:
        """The phrase behind the word that leads to it: ``in het lokaal``, ``met petten``."""
        return f"{self.lead} {self.phrase}"


@dataclass(frozen=True, slots=True)
class SetNouns:
    """The nouns of all clauses of a subject: how each is written, and how many clauses have it."""

    phrases: Mapping[str, str]
    having: Mapping[str, int]
    texts: int

    def weight(self, found: str) -> float:
        """Return how much a noun says: the fewer clauses have it, the more."""
        return math.log((1 + self.texts) / (1 + self.having[found]))


@lru_cache(maxsize=4_096)
def keys_of(text: str) -> frozenset[str]:
    """Return what a text is known by: its stems, and its concepts behind ``=``."""
    concepts = general_concepts().of(text)
    stems = {stem(word) for word in tokens(text.lower())}
    return frozenset(stems | {f"{_CONCEPT}{concept}" for concept in concepts})


def set_nouns(texts: Sequence[str]) -> SetNouns:
    """Return the nouns of all clauses: words behind an article, and a few that need none."""
    seen: dict[str, Counter[str]] = {}
    having = Counter(found for text in texts for found in keys_of(text))
    for text in texts:
        for word, phrase in _phrases(text):
            seen.setdefault(stem(word), Counter())[phrase] += 1
    best = {
        found: _best(phrases)
        for found, phrases in seen.items()
        if sum(phrases.values()) >= _SEEN or len(found) >= _LONG
    }
    return SetNouns({s: p for s, p in best.items() if p}, having, len(texts))


def nouns_of(texts: Sequence[str], whole: SetNouns, usual: frozenset[str]) -> list[Noun]:
    """Return what to ask about, what says most of most clauses first.

    At least two clauses have a noun, half of them a matter that we name ourselves: one of them in
    our words, since a word that shows a matter may mean another. ``usual`` are the keys that say
    nothing here.
    """
    having = Counter(found for text in texts for found in keys_of(text))
    here = dict.fromkeys(stem(word) for text in texts for word, _ in _phrases(text))
    made = [
        Noun(found, whole.phrases[found], _lead(whole.phrases[found]))
        for found in here
        if found in whole.phrases and having[found] >= min(_SHARED, len(texts))
    ]
    made += [
        Noun(f"{_CONCEPT}{name}", phrase, lead, question)
        for name, (lead, phrase, question) in _matters().items()
        if having[f"{_CONCEPT}{name}"] >= max(min(_SHARED, len(texts)), len(texts) / 2)
        and any(having[stem(word)] for word in tokens(phrase) if _is_telling(word))
    ]
    left = [noun for noun in made if noun.key not in usual]
    return sorted(left, key=lambda noun: (-having[noun.key] * whole.weight(noun.key), noun.key))


@cache
def _matters() -> dict[str, tuple[str, str, str]]:
    """Return of a concept the word that leads to it, the phrase, and what a parent asks."""
    text = package_text("protocolkit.alignment", MATTERS_FILE)
    top = read_mapping(text, Report(MATTERS_FILE))
    pairs = ((name, top.texts(name)) for name in top.names())
    return {name: (lead, phrase, question) for name, (lead, phrase, question) in pairs}


def _lead(phrase: str) -> str:
    return next((lead for lead, ends in _LEADS if phrase.endswith(ends)), "met")


def _best(phrases: Counter[str]) -> str:
    """Return how a noun is written most, without its article where none shows it; "" if unknown."""
    known = {phrase: count for phrase, count in phrases.items() if phrase}
    whole = {phrase: count for phrase, count in known.items() if " " in phrase} or known
    return min(whole, key=lambda phrase: (-whole[phrase], len(phrase), phrase), default="")


def _phrases(text: str) -> Iterator[tuple[str, str]]:
    """Yield each noun with its phrase, "" when its article is not known.

    A noun is a word that no other word of content follows; before it stands an article, a
    preposition or an adjective, or it is a plural. What has a capital may be the name of a board.
    """
    words = [match[0] for match in _WORDS.finditer(text)]
    for at, word in enumerate(words):
        before, after = words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""
        is_last = (
            not after[:1].isalpha() or verbs.is_verb(after.lower()) or not content((stem(after),))
        )
        if before == "Het":
            continue  # 'Het slaapt': no article
        led = before.lower() in DETERMINERS | PREPOSITIONS or word.endswith(_OF_NOUN)
        if is_last and word.islower() and (led or before.endswith("e")) and _is_telling(word):
            yield word, _phrase(word, [one.lower() for one in words[max(0, at - 2) : at]])


def _phrase(word: str, before: Sequence[str]) -> str:
    lead = before[-1] if before else ""
    if lead.endswith("e") and lead not in DETERMINERS | PREPOSITIONS:
        lead = before[-2] if len(before) > 1 else ""  # an adjective stands between
    if lead == "een":
        return f"een {word}"
    if word.endswith(_PLURALS) and lead in _BEFORE_PLURALS:
        return word
    if lead in ("de", "het"):
        return f"{lead} {word}"
    return word if word.endswith(_MASS) else ""


def _is_telling(word: str) -> bool:
    if len(word) < _SHORTEST_WORD or not content((stem(word),)) or word.endswith(_DIMINUTIVES):
        return False
    if word in EVERYDAY | _ADVERBS or word.endswith(_NO_NOUN):
        return False
    is_verb = verbs.is_present(word) or verbs.is_participle(word) or word in verbs.STEMS
    is_infinitive = verbs.is_infinitive(word)
    return not is_verb and not is_infinitive and party_of(word) is None
