"""Function words of Dutch: those that join others and say little by themselves.

They are in classes, so that whoever uses them says which ones: a heading may end in a word that
asks ('Wie doet wat'), but not in an article.
"""

from __future__ import annotations

from collections.abc import Iterable

ARTICLES = frozenset("de het een der des den".split())
POINTING = frozenset("die dat dit deze".split())
POSSESSIVES = frozenset("zijn haar hun onze ons".split())
QUANTIFYING = frozenset("alle elk elke enige ieder iedere sommige".split())
PERSONAL = frozenset("hij ik je jij u we wij ze zij".split())
RETURNING = (PERSONAL - frozenset("ik jij u we wij".split())) | POINTING
"""Words that speak of what was named before them, and of nobody who is there."""
RELATIVE = frozenset("dat die wat welke wie".split())
PREPOSITIONS = frozenset(
    "aan bij binnen door in met na naar om op over per rond te ten ter tijdens tot tussen uit van "
    "via volgens voor zonder".split()
)
RARER_PREPOSITIONS = frozenset(
    "achter af behalve behoudens betreffende boven buiten conform gedurende ingevolge inzake "
    "jegens krachtens langs middels naast namens omtrent ondanks onder overeenkomstig qua rondom "
    "sinds tegen tegenover vanaf vanuit vanwege voorafgaand wegens".split()
)
"""These say something by themselves, so they are not among the function words."""
BOUND = frozenset("jegens om te ten ter tussen volgens wegens zonder".split())
"""The prepositions that cannot end a sentence: no verb is split by them."""
# Conjunctions, by what they say of what they join.
JOINING = frozenset("en of".split())
ADDING = frozenset("alsmede alsook evenals noch ook".split())
OPPOSING = frozenset("doch maar".split())
CONCLUDING = frozenset("dus want".split())
COORDINATING = JOINING | OPPOSING | CONCLUDING
"""After these a main clause may follow."""
COMPARING = frozenset("als dan".split())
SUPPOSING = frozenset("als indien wanneer".split())
RESTRICTING = frozenset("mits tenzij".split())
CONDITIONAL = SUPPOSING | RESTRICTING
RARER_CONDITIONAL = frozenset("ingeval voorzover zodra zolang".split())
EXCEPTING = frozenset("behalve behoudens tenzij uitgezonderd".split())
"""Only ``tenzij`` begins a clause."""
CAUSAL = frozenset("doordat omdat zodat".split())
TEMPORAL = frozenset("alvorens nadat sinds terwijl toen totdat voordat".split())
WHEREBY = frozenset("waarbij waardoor waarin waarmee waarop waarvan".split())
RARER_WHEREBY = frozenset(
    "waaraan waarna waarnaar waarom waaronder waarover waartegen waartoe waaruit waarvoor".split()
)
AUXILIARIES = frozenset("is zijn wordt worden".split())
COMMON_MODALS = frozenset("dienen dient kan kunnen mag mogen moet moeten zal zullen".split())
# They stand in for what was said before, or add nothing to it.
ADVERBS = frozenset("er ook zich".split())
EXCLUDING = frozenset("alleen enkel slechts uitsluitend".split())
"""They say that something holds for nothing else."""
ASKING = frozenset("wat hoe wie waar wanneer".split())

FUNCTION_WORDS = (
    ARTICLES | POINTING | POSSESSIVES | PREPOSITIONS | JOINING | COMPARING | AUXILIARIES | ADVERBS
)
"""All that ask nothing."""


def either(words: Iterable[str]) -> str:
    """Return a pattern for any of some words, for a regular expression; the longest come first."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))
