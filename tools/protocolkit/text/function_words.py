"""Function words of Dutch: those that join others and say little by themselves.

They are in classes, so that whoever uses them says which ones: a heading may end in a word that
asks ('Wie doet wat'), but not in an article.
"""

from __future__ import annotations

ARTICLES = frozenset("de het een der des den".split())
POINTING = frozenset("die dat dit deze".split())
POSSESSIVES = frozenset("zijn haar hun onze ons".split())
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
COMPARING = frozenset("als dan".split())
CONDITIONAL = frozenset("als indien mits tenzij wanneer".split())
CAUSAL = frozenset("doordat omdat zodat".split())
AUXILIARIES = frozenset("is zijn wordt worden".split())
# They stand in for what was said before, or add nothing to it.
ADVERBS = frozenset("er ook zich".split())
ASKING = frozenset("wat hoe wie waar wanneer".split())

FUNCTION_WORDS = (
    ARTICLES | POINTING | POSSESSIVES | PREPOSITIONS | JOINING | COMPARING | AUXILIARIES | ADVERBS
)
"""All that ask nothing."""
