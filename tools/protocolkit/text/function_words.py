"""Function words of Dutch: those that join others and say little by themselves.

In classes, so that who uses them says which: a heading may end in a word that asks ('Wie doet
wat'), and in no article.
"""

from __future__ import annotations

ARTICLES = frozenset("de het een der des den".split())
POINTING = frozenset("die dat dit deze".split())
POSSESSIVES = frozenset("zijn haar hun onze ons".split())
PREPOSITIONS = frozenset(
    "aan bij binnen door in met na naar om op over per rond te ten ter tijdens tot tussen uit van "
    "via volgens voor zonder".split()
)
CONJUNCTIONS = frozenset("en of als dan".split())
AUXILIARIES = frozenset("is zijn wordt worden".split())
# They stand in for what was said before, or add nothing to it.
ADVERBS = frozenset("er ook zich".split())
ASKING = frozenset("wat hoe wie waar wanneer".split())

FUNCTION_WORDS = (
    ARTICLES | POINTING | POSSESSIVES | PREPOSITIONS | CONJUNCTIONS | AUXILIARIES | ADVERBS
)
"""All that ask nothing."""
