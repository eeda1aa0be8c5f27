"""Where the main clause of a Dutch sentence stands, and which of its words is the finite verb.

A modal inside ``die …``, ``dat …`` or ``als …`` decides nothing about the sentence; so those parts
are found and set apart. No parser: commas, subordinators and the order of verbs. In Dutch the
finite verb of a main clause comes second and that of a subordinate one last, so a finite verb that
follows a complete subordinate clause is the main one. Knows nothing of norms.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from protocolkit.norms import verbs
from protocolkit.text import function_words
from protocolkit.text.sentences import Span

_TOKEN = re.compile(r"[^\W_]+(?:['’./&@-][^\W_]+)*|[^\w\s]")
_BREAKS = frozenset(",;:()[]–—")
_FRESH = frozenset(";:")
SUBORDINATORS = (
    function_words.CONDITIONAL
    | function_words.CAUSAL
    | frozenset(
        "zodra zolang totdat opdat voordat nadat hoewel ofschoon aangezien terwijl behalve "
        "alvorens naarmate voorzover die dat wie wat welke waar waarbij waarin waarop waarvoor "
        "waarmee waardoor waaruit waarvan waarover waaronder waaraan waarna waartoe waarnaar "
        "waartegen waarom hoe ingeval sinds toen".split()
    )
)
_RELATIVES = frozenset("die dat welke wat wie".split())
PREPOSITIONS = function_words.PREPOSITIONS | function_words.RARER_PREPOSITIONS
DETERMINERS = (
    function_words.ARTICLES
    | function_words.POINTING
    | function_words.POSSESSIVES
    | frozenset(
        "alle beide dergelijke elk elke enig enige enkele geen hen ieder iedere je jouw mijn "
        "sommige uw zo'n zulke".split()
    )
)
_AFTER_SUBORDINATE = frozenset(
    "de het een deze dit hun haar geen niet zich je u ze zij hij we wij "
    "men er dan ook direct altijd eerst zo nooit altijd in".split()
)
_AS_BEFORE = frozenset("volgt bedoeld gevolg zodanig doel ook".split())
_AS_AFTER = frozenset(
    "zowel evenals net met hetzelfde zo gezien beschouwd aangemerkt zover".split()
)
_CASE_VERBS = (verbs.FINITES | {"mocht", "mochten"}) - verbs.STEMS
_SUBJECTS = frozenset("de het een hij zij ze men je u er dit deze iedere elke wij we".split())
_PREDICATES = frozenset("toegestaan verboden verplicht geoorloofd".split())
_CONJUNCTIONS = (
    function_words.JOINING
    | function_words.OPPOSING
    | function_words.CONCLUDING
    | frozenset("dan ook".split())
)
_PRONOUNS = frozenset("je jij u ze zij hij we wij ik men iedereen niemand".split())
_NOMINALS = frozenset("het een de dit dat alle van bij tot voor door aan om te".split())
_NOUNS = frozenset("besluit bezit start".split())  # of the forms that are verbs as well


@dataclass(frozen=True, slots=True)
class Word:
    """A word or sign in lower case; ``begin`` and ``end`` count characters of the sentence."""

    text: str
    begin: int
    end: int

    @property
    def span(self) -> Span:
        """Return where it stands."""
        return self.begin, self.end


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence's words, and which of them belong to its main clause (``is_main``).

    ``openings`` are the places of the words with which a subordinate clause begins.
    """

    words: tuple[Word, ...]
    is_main: tuple[bool, ...]
    openings: frozenset[int]

    def main(self) -> tuple[Word, ...]:
        """Return the words of the main clause, signs included."""
        return tuple(w for w, main in zip(self.words, self.is_main, strict=True) if main)


def parse(text: str) -> Sentence:
    """Tell a sentence's main clause from what is subordinate to it.

    When no finite verb is left, the sentence is a part of one (a bullet after ``dat:``), and all of
    it counts as main.
    """
    words = words_of(text)
    reading = _Reading(words)
    main = reading.zones()
    sentence = Sentence(words, tuple(main), frozenset(reading.openings))
    first = next((w.text for w in sentence.main() if w.text[0].isalnum()), "")
    if first not in verbs.STEMS and not any(
        is_finite(sentence.words, i) for i, inside in enumerate(main) if inside
    ):
        outside = _without_brackets(words)
        whole = outside if any(outside) else tuple(True for _ in words)
        return Sentence(words, whole, sentence.openings)
    return sentence


def words_of(text: str) -> tuple[Word, ...]:
    """Return the words and signs of a text, in lower case, each with its place."""
    return tuple(Word(m[0].lower(), m.start(), m.end()) for m in _TOKEN.finditer(text))


def is_finite(words: Sequence[Word], i: int) -> bool:
    """Whether a word is a finite verb as it stands there: no infinitive after ``te`` or ``het``."""
    word = words[i].text
    before = words[i - 1].text if i else ""
    if not verbs.is_present(word):
        after = words[i + 1].text if i + 1 < len(words) else ""
        return word in verbs.STEMS and bool(i) and (before == "ik" or after in ("je", "jij"))
    if before == "te" or (word in _NOUNS and before in DETERMINERS):
        return False
    if word == "zijn":
        return not _is_possessive(words, i)
    return word not in verbs.PLURALS or before not in _NOMINALS or word in verbs.MODALS


def units(words: Iterable[Word]) -> list[tuple[Word, ...]]:
    """Cut a main clause where another begins: at ``;``, ``:``, ``maar``, and at ``en`` + verb."""
    every = tuple(words)
    found: list[list[Word]] = [[]]
    has_modal = False
    for i, word in enumerate(every):
        after = every[i + 1].text if i + 1 < len(every) else ""
        joins = (
            word.text in ("en", "of")
            and (verbs.is_present(after) and after not in verbs.BE)
            and i + 2 < len(every)
            and any(is_finite(every, k) for k in range(i))
            and (not has_modal or _goes_on(every, i))
        )
        if word.text in _FRESH or word.text in ("maar", "doch", "echter") or joins:
            found.append([])
            has_modal = has_modal and word.text not in _FRESH
        if word.text in verbs.MODALS or word.text in verbs.AUXILIARIES:
            has_modal = True
        found[-1].append(word)
    return [tuple(unit) for unit in found if any(word.text[0].isalnum() for word in unit)]


def _goes_on(words: Sequence[Word], i: int) -> bool:
    """Whether ``en`` begins another clause after one with a modal: ``…, en vervangt``."""
    after = words[i + 1].text
    if after in verbs.MODALS:
        return True
    return after in verbs.THIRDS and (words[i - 1].text == "," or not verbs.is_participle(after))


def _without_brackets(words: tuple[Word, ...]) -> tuple[bool, ...]:
    depth, found = 0, []
    for word in words:
        depth += (word.text in "([") - (word.text in ")]" and depth > 0)
        found.append(not depth and word.text not in ")]")
    return tuple(found)


def _is_possessive(words: Sequence[Word], i: int) -> bool:
    before = words[i - 1].text if i else ""
    if before in PREPOSITIONS | {"en", "of", "om", "als", "dat", "indien", "zich", "ook", "niet"}:
        after = words[i + 1].text if i + 1 < len(words) else ""
        return after not in _AFTER_SUBORDINATE and after not in PREPOSITIONS and before != "niet"
    return before in verbs.THIRDS or before in ("mag", "moet", "kan", "dient", "heeft", "wordt")


class _Reading:
    """One pass over the words of a sentence, keeping whether they are subordinate."""

    def __init__(self, words: tuple[Word, ...]) -> None:
        self._words = words
        self.openings: set[int] = set()
        self._main: list[bool] = []
        self._inside = False  # a subordinate clause
        self._has_finite = False  # the subordinate clause has its verb
        self._since = 0  # words since it began
        self._until = ""  # the bracket or quote that closes what is skipped
        self._consequence = -1  # where the main clause begins after a condition that comes first
        self._seen = False  # the main clause has its verb

    def zones(self) -> list[bool]:
        for i, word in enumerate(self._words):
            if self._until:
                self._main.append(False)
                if word.text == self._until:
                    self._until = ""
                continue
            closing = self._closes(i)
            if closing:
                self._until = closing
                self._main.append(False)
                continue
            self._step(i)
            self._main.append(not self._inside)
            if not self._inside and is_finite(self._words, i):
                self._seen = True
        return self._main

    def _closes(self, i: int) -> str:
        sign = self._words[i].text
        close = {"(": ")", "[": "]", "“": "”", "„": "”", '"': '"', "«": "»", "‘": "’"}.get(sign, "")
        following = (word.text for word in self._words[i + 1 :])
        return close if close and close in following else ""

    def _step(self, i: int) -> None:
        word = self._words[i].text
        before = self._words[i - 1].text if i else ""
        if word in _FRESH:
            self._inside = self._seen = False
        elif self._is_conditional(i):
            self._begin()
            self._has_finite = True
        elif i <= self._consequence:
            self._inside = i < self._consequence
        elif self._is_subordinator(i):
            self.openings.add(i)
            self._begin()
        elif self._inside:
            if before in _BREAKS or (before in _CONJUNCTIONS and self._before(i - 1) in _BREAKS):
                if self._resumes_after_comma(i):
                    self._inside = False
            elif self._resumes(i):
                self._inside = False
            if self._inside:
                self._since += word not in _BREAKS
                self._has_finite = self._has_finite or self._is_its_verb(i)

    def _is_its_verb(self, i: int) -> bool:
        """Whether a word ends a subordinate clause: not ``gebruikt`` in ``gebruikt wordt``."""
        word = self._words[i].text
        if verbs.is_participle(word) and self._after(i) in verbs.AUXILIARIES:
            return False
        return is_finite(self._words, i) or verbs.is_split_finite(word)

    def _begin(self) -> None:
        self._inside, self._has_finite, self._since = True, False, 0

    def _before(self, i: int) -> str:
        return self._words[i - 1].text if i > 0 else ""

    def _after(self, i: int) -> str:
        return self._words[i + 1].text if i + 1 < len(self._words) else ""

    def _is_conditional(self, i: int) -> bool:
        """Whether a sentence begins with its verb as a condition: ``Wordt …, dan neemt …``."""
        word, after = self._words[i].text, self._after(i)
        if i or not (
            word in _CASE_VERBS or (word in verbs.STEMS and after in ("je", "jij", "u", "iemand"))
        ):
            return False
        for k, other in enumerate(self._words[:-1]):
            if other.text == "," and self._is_consequence(k + 1):
                self._consequence = k + 1
                return True
        return False

    def _is_consequence(self, i: int) -> bool:
        """Whether a main clause begins here, after a condition: ``dan``, a verb, an order."""
        word, after = self._words[i].text, self._after(i)
        if word == "dan" or (word in verbs.FINITES and is_finite(self._words, i)):
            return True
        return word in verbs.STEMS and (after == "dan" or after in DETERMINERS | _PRONOUNS)

    def _is_subordinator(self, i: int) -> bool:
        word, before, after = self._words[i].text, self._before(i), self._after(i)
        if word == "om":
            return self._infinitive_follows(i)
        if word == "of":
            asks = before in ("twijfel", "vraag", "discussie", "onduidelijkheid")
            return asks or ((verbs.is_verb(before) or before == ",") and self._is_whether(i))
        if word == "als":
            return not self._is_as(i)
        if word in _RELATIVES or word.startswith("waar"):
            return word in SUBORDINATORS and not self._is_demonstrative(i)
        if word in ("behalve", "sinds", "toen"):
            return bool(before) and after in SUBORDINATORS | {"de"}
        return word in SUBORDINATORS or (word == "voor" and after == "zover")

    def _is_demonstrative(self, i: int) -> bool:
        word, before, after = self._words[i].text, self._before(i), self._after(i)
        if before in verbs.FINITES and self._before(i - 1) == "dan":
            return True  # 'dan wordt die alsnog gemaakt'
        if before in _BREAKS or before in verbs.FINITES:
            return False
        if word in ("die", "dat") and (before in PREPOSITIONS or not i):
            return True
        return word in ("dat", "wat") and after in verbs.AUXILIARIES | verbs.MODALS and not before

    def _is_as(self, i: int) -> bool:
        """Whether ``als`` compares or names a role: ``als medewerker``, ``als bedoeld in``."""
        before, after = self._before(i), self._after(i)
        if after in _AS_BEFORE or before in _AS_AFTER:
            return True
        if after in _PRONOUNS | {"het", "er", "dit", "iemand"}:
            return False
        if after in DETERMINERS or verbs.is_present(after):
            return not self._verb_follows(i + 1)
        if not after[:1].isalnum() or not self._verb_follows(i + 1):
            return True
        rest = [word.text for word in self._words[i + 2 : i + 5]]
        return bool(rest) and (
            rest[0] in verbs.MODALS | verbs.AUXILIARIES | verbs.THIRDS | {",", ".", "en", "of"}
            and not (len(rest) == 1 or rest[1] in (",", "."))
        )

    def _verb_follows(self, begin: int) -> bool:
        """Whether a verb follows before the part ends or, after a comma, the main clause begins."""
        for k in range(begin, len(self._words)):
            word = self._words[k].text
            if word in _FRESH:
                return False
            if self._before(k) == "," and is_finite(self._words, k) and k > begin:
                return verbs.is_verb(self._before(k - 1))
            if is_finite(self._words, k) or verbs.is_split_finite(word):
                return True
        return False

    def _infinitive_follows(self, i: int) -> bool:
        for k in range(i + 1, len(self._words)):
            word = self._words[k].text
            if word == "te" or (word.startswith("te") and word == "ten"):
                return word == "te"
            if word in _FRESH:
                return False
        return False

    def _is_whether(self, i: int) -> bool:
        segment = []
        for word in self._words[i + 1 :]:
            if word.text in _BREAKS or word.text == ".":
                break
            segment.append(word.text)
        return (
            len(segment) > 2
            and verbs.is_verb(segment[-1])
            and segment[0] in DETERMINERS | _PRONOUNS
        )

    def _resumes_after_comma(self, i: int) -> bool:
        word = self._words[i].text
        if word in _CONJUNCTIONS or word in _BREAKS:
            return word == "dan" and self._after(i) in verbs.FINITES
        if is_finite(self._words, i) and not self._ends(i + 1):
            return not (word in verbs.PLURALS and self._after(i) in ("of", "en", ","))
        if word in verbs.STEMS and self._after(i) in DETERMINERS | PREPOSITIONS | {"niet", "nooit"}:
            return self._has_finite
        k = i + 1
        return (
            (word in _PRONOUNS or word in ("daarom", "daarna", "vervolgens", "dus"))
            and k < len(self._words)
            and is_finite(self._words, k)
            and not self._ends(k + 1)
        )

    def _ends(self, i: int) -> bool:
        return i >= len(self._words) or self._words[i].text in ".,;!?"

    def _resumes(self, i: int) -> bool:
        """Whether the main clause goes on at a word, without a comma: two verbs in a row."""
        word, before = self._words[i].text, self._before(i)
        if self._has_finite and self._seen and word in _PREDICATES:
            return before not in verbs.AUXILIARIES  # 'Het is, indien dit nodig is, toegestaan om'
        if self._has_finite and word == "dan":
            return self._after(i) in verbs.FINITES
        if not is_finite(self._words, i) or self._ends(i + 1) or not self._since:
            return False
        return self._is_inverted(i) or self._is_second_verb(i)

    def _is_inverted(self, i: int) -> bool:
        """Whether a verb has its subject behind it: ``dreigt te ontsporen dient de medewerker``."""
        word, before = self._words[i].text, self._before(i)
        if self._after(i).split("/")[0] not in _SUBJECTS or self._since < 2:
            return False
        if word not in verbs.MODALS and (not self._has_finite or word in verbs.PLURALS):
            return False
        return not verbs.is_participle(word) or before not in verbs.AUXILIARIES

    def _is_second_verb(self, i: int) -> bool:
        """Whether a verb follows on the last of a subordinate clause: ``die pest moet zijn …``."""
        word, before = self._words[i].text, self._before(i)
        continues = self._after(i).split("/")[0] in _AFTER_SUBORDINATE
        if self._has_finite and verbs.is_verb(before):
            if before in verbs.AUXILIARIES | verbs.MODALS and verbs.is_infinitive(word):
                # 'die gefilmd mogen worden', but 'die te laat zijn melden zich'
                return continues or before in verbs.BE
            return True
        is_helper = word in verbs.MODALS | verbs.AUXILIARIES
        return continues and is_helper and before[-1:] in "tnd" and not verbs.is_participle(before)
