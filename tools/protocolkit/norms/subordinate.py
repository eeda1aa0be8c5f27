"""Which words of a sentence are subordinate: parts that begin with ``die``, ``als`` or brackets."""

from __future__ import annotations

from protocolkit.norms import verbs
from protocolkit.norms.sentence_words import (
    AFTER_SUBORDINATE,
    DETERMINERS,
    PREPOSITIONS,
    Word,
    is_finite,
)
from protocolkit.text import function_words

_BREAKS = frozenset(",;:()[]–—")
FRESH = frozenset(";:")
SUBORDINATORS = (
    function_words.CONDITIONAL
    | function_words.RARER_CONDITIONAL
    | function_words.CAUSAL
    | function_words.TEMPORAL
    | function_words.RELATIVE
    | function_words.ASKING
    | function_words.WHEREBY
    | function_words.RARER_WHEREBY
    | frozenset("aangezien behalve hoewel naarmate ofschoon opdat".split())
)
_AS_BEFORE = frozenset("volgt bedoeld gevolg zodanig doel ook".split())
_AS_AFTER = frozenset(
    "zowel evenals net met hetzelfde zo gezien beschouwd aangemerkt zover".split()
)
_CASE_VERBS = (verbs.FINITES | {"mocht", "mochten"}) - verbs.STEMS
_SUBJECTS = (function_words.PERSONAL - {"ik", "jij"}) | frozenset(
    "de deze dit een elke er het iedere men".split()
)
_PREDICATES = frozenset("toegestaan verboden verplicht geoorloofd".split())
# A clause on these would begin with a comma.
_CLITIC = frozenset("hij je jullie u we ze".split())
_CONJUNCTIONS = function_words.COORDINATING | frozenset("dan ook".split())
_JOINED_BY = function_words.JOINING | {","}
_DENYING = frozenset("geen niet nooit".split())
_SAID = frozenset("niet nooit wel alleen slechts uitsluitend ook zelf pas altijd".split())
_ASKING = frozenset(
    "vraag vraagt vragen gevraagd beoordeel beoordeelt beoordelen bepaalt bepalen controleer "
    "controleert controleren onderzoekt onderzoeken weet weten kijk kijkt kijken".split()
)
_PRONOUNS = function_words.PERSONAL | frozenset("iedereen men niemand".split())


class Reading:
    """One pass over the words of a sentence, keeping whether they are subordinate.

    ``openings`` are the places of the words with which a subordinate clause begins.
    """

    def __init__(self, words: tuple[Word, ...]) -> None:
        self._words = words
        self._last = {word.text: place for place, word in enumerate(words)}
        self.openings: set[int] = set()
        self._main: list[bool] = []
        self._inside = False  # a subordinate clause
        self._opening = ""  # the word with which it begins
        self._has_finite = False  # the subordinate clause has its verb
        self._since = 0  # words since it began
        self._until = ""  # the bracket or quote that closes what is skipped
        self._consequence = -1  # where the main clause begins after a condition that comes first
        self._seen = False  # the main clause has its verb

    def zones(self) -> list[bool]:
        """Return for each word whether it belongs to the main clause; fills ``openings``."""
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
            if not self._inside and (is_finite(self._words, i) or self._is_order(i)):
                self._seen = True
        return self._main

    def _closes(self, i: int) -> str:
        sign = self._words[i].text
        close = {"(": ")", "[": "]", "“": "”", "„": "”", '"': '"', "«": "»", "‘": "’"}.get(sign, "")
        return close if close and self._last.get(close, -1) > i else ""

    def _step(self, i: int) -> None:
        word = self._words[i].text
        before = self._words[i - 1].text if i else ""
        if word in FRESH:
            self._inside = self._seen = False
        elif self._is_conditional(i):
            self._begin()
            self._has_finite = True
        elif i <= self._consequence:
            self._inside = i < self._consequence
        elif self._is_subordinator(i):
            self.openings.add(i)
            self._opening = self._opening if self._inside else word
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

    def _is_order(self, i: int) -> bool:
        return not i and verbs.is_stem(self._words[i].text)

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
            noun = before in ("twijfel", "vraag", "discussie", "onduidelijkheid")
            asks = any(word.text in _ASKING for word in self._words[:i])
            asked_of = before in _PRONOUNS | _CLITIC | {"niet"} and verbs.is_verb(
                self._before(i - 1)
            )
            begins = not before or verbs.is_verb(before) or before == "," or asked_of
            return noun or ((asks or begins) and self._is_whether(i))
        if word == "als":
            return not self._is_as(i)
        if word in function_words.RELATIVE or word.startswith("waar"):
            return word in SUBORDINATORS and not self._is_demonstrative(i)
        if word in ("behalve", "sinds", "toen"):
            return bool(before) and after in SUBORDINATORS | {"de"}
        return word in SUBORDINATORS or (word == "voor" and after == "zover")

    def _is_demonstrative(self, i: int) -> bool:
        word, before, after = self._words[i].text, self._before(i), self._after(i)
        if before in verbs.FINITES and self._before(i - 1) == "dan":
            return True  # 'dan wordt die alsnog gemaakt'
        if word == "die" and before in _CLITIC:
            return True  # 'dan neem je die les niet op'
        # 'dan kunt u dat laten weten', 'Leerlingen mogen dat niet'
        of_clitic = before in _CLITIC and self._before(i - 1) in verbs.MODALS
        is_said = before in verbs.MODALS and (not after[:1].isalnum() or after in _SAID)
        if word == "dat" and (of_clitic or is_said):
            return True
        if before in _BREAKS or before in verbs.FINITES:
            return False
        if word in ("die", "dat") and (before in PREPOSITIONS or not i):
            # 'legt een verklaring over die niet ouder is': no preposition stands there
            return not i or after not in _DENYING
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
            rest[0] in verbs.MODALS | verbs.AUXILIARIES | verbs.THIRDS | _JOINED_BY | {"."}
            and not (len(rest) == 1 or rest[1] in (",", "."))
        )

    def _verb_follows(self, begin: int) -> bool:
        """Whether a verb follows before the part ends or, after a comma, the main clause begins."""
        for k in range(begin, len(self._words)):
            word = self._words[k].text
            if word in FRESH:
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
            if word in FRESH:
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
        if self._opening == "terwijl" and self._seen:
            return False
        if is_finite(self._words, i) and not self._ends(i + 1):
            return not (word in verbs.PLURALS and self._after(i) in _JOINED_BY)
        if self._is_done_at(i):
            return True
        if word in verbs.STEMS and self._after(i) in DETERMINERS | PREPOSITIONS | {"niet", "nooit"}:
            return self._has_finite
        k = i + 1
        return (
            (word in _PRONOUNS or word in ("daarom", "daarna", "vervolgens", "dus"))
            and k < len(self._words)
            and is_finite(self._words, k)
            and not self._ends(k + 1)
        )

    def _is_done_at(self, i: int) -> bool:
        """Whether a passive ends here: ``worden, waar dat nodig is, toegelaten``."""
        word = self._words[i].text
        if not self._ends(i + 1) or word in verbs.PLURALS or not verbs.is_participle(word):
            return False
        return any(
            main and own.text in verbs.BECOME
            for own, main in zip(self._words, self._main, strict=False)
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
        if self._has_finite and self._seen and word in _DENYING:
            # 'Neem wie ziek zijn niet mee'
            is_done = verbs.is_participle(before) and self._before(i - 1) in verbs.AUXILIARIES
            return before in verbs.FINITES | verbs.PLURALS or is_done
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
        continues = self._after(i).split("/")[0] in AFTER_SUBORDINATE
        if self._has_finite and verbs.is_verb(before):
            if before in verbs.AUXILIARIES | verbs.MODALS and verbs.is_infinitive(word):
                # 'die gefilmd mogen worden', but 'die te laat zijn melden zich'
                return continues or before in verbs.BE
            return True
        is_helper = word in verbs.MODALS | verbs.AUXILIARIES
        return continues and is_helper and before[-1:] in "tnd" and not verbs.is_participle(before)
