"""Names of persons that no list has: two words with a capital where a person is spoken of.

In what people say a first name and a surname stand before what only somebody does, or behind words
such as 'volgens' and 'vroeg'. Bodies, products and places stand there too: a word that such names
have, or that ends as their words do, is none of a person.
"""

from __future__ import annotations

from collections.abc import Iterator

from protocolkit.text.first_names import FAMOUS
from protocolkit.text.function_words import (
    ARTICLES,
    FUNCTION_WORDS,
    PERSONAL,
    POSSESSIVES,
    QUANTIFYING,
    RARER_PREPOSITIONS,
)
from protocolkit.text.late_patterns import late
from protocolkit.text.name_forms import LOWER, SURNAME, UPPER
from protocolkit.text.other_capitals import BODIES, ORDINARY, PLACES, PRODUCTS, TEXTS

_FIRST = rf"[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?"
_NAME = rf"{_FIRST}[ \t]+{SURNAME}"
DOES = (
    r"(?:is|was|wil|wilde|vindt|vond|vraagt|vroeg|mist|miste|stelt|stelde|belt|mailt|neemt|nam|heeft"
    r"|had|gaat|ging|komt|kwam|zal|zou|kan|kon|mag|moet|sluit|zoekt|schrijft|schreef|zegt|zei|meldt"
    r"|merkt|merkte|geeft|gaf|noemt|noemde|denkt|ziet|zag|stemt|regelt|maakt|leest|licht|legt|opent"
    r"|reageert|antwoordt|twijfelt|begrijpt|zijn|willen|vinden|vragen|missen|hebben|gaan|kunnen"
    r"|zullen)"
)
"""What somebody does, also in what others say of them; a body may do most of it."""
_SPEAKS = late(rf"(?<![\w.-])(?P<name>{_NAME})(?=\s+(?:(?:en|of)\s+{_NAME}\s+)?{DOES}\b|\s*:\s)")
_SPOKEN_OF = late(
    r"(?<![\w.-])(?:[Vv]roeg|[Vv]raagt|[Zz]ei|[Zz]egt|[Ss]chreef|[Aa]ldus|[Vv]olgens|[Dd]oor|[Mm]et"
    r"|[Vv]an|[Vv]oor|[Aa]an|[Ee]n|[Nn]amens(?:\s+[a-z]+){1,3},)"
    rf"\s+(?P<name>{_NAME})(?![\w’'-])"
)
# What stands in a name of a body, a product, a place or a text, and in none of a person.
_OTHER = BODIES | TEXTS | PRODUCTS | PLACES | ORDINARY
_NO_FIRST = _OTHER | FUNCTION_WORDS | PERSONAL | POSSESSIVES | RARER_PREPOSITIONS | QUANTIFYING
_SHORT = 6
_ENDS = (
    *("bond", "dienst", "gegevens", "heid", "hulp", "instituut", "kamer", "lijn", "onderwijs"),
    *("opvang", "overleg", "plan", "protocol", "raad", "schap", "school", "scholen", "teit", "tie"),
    *("telefoon", "vereniging", "wet", "zorg", "beleid", "bestuur", "groep", "punt"),
)
# 'Begeleiding' and 'Schoolreis' are no first names, 'Tjalling' is one.
_LONG, _TOO_LONG = 9, 13
_LONG_ENDS = ("ing", "ingen", "eren")
_LONG_BEGINS = ("jeugd", "kinder", "leer", "onderwijs", "ouder", "school")
# Behind these two words are the name of a school or a council.
_BEFORE = BODIES | ARTICLES
_WORD_BEFORE = late(r"([^\W\d_]+)\s*$")


def unlisted_names(text: str) -> Iterator[str]:
    """Yield the names of persons where somebody speaks or is spoken of.

    >>> list(unlisted_names("Kwabena Mensah vraagt dit. Veilig Thuis vraagt dat ook."))
    ['Kwabena Mensah']
    """
    for pattern in (_SPEAKS, _SPOKEN_OF):
        for found in pattern.finditer(text):
            before = _WORD_BEFORE.search(text[: found.start("name")].rstrip(" "))
            is_of_body = before is not None and before[1].casefold() in _BEFORE
            if not is_of_body and not is_other_name(found["name"]):
                yield found["name"]


def is_other_name(words: str) -> bool:
    """Tell whether a name is of a body, a product, a place or somebody that these are named for.

    >>> is_other_name("Autoriteit Persoonsgegevens"), is_other_name("Merle Kok")
    (True, False)
    """
    first, *between, last = words.casefold().split()
    longest = max(map(len, first.split("-")))
    is_compound = first.endswith(_LONG_ENDS) or first.startswith(_LONG_BEGINS)
    if (longest >= _LONG and is_compound) or longest >= _TOO_LONG:
        return True
    if "aan" in between:
        return True  # 'Alphen aan den Rijn'
    # 'van Delft' and 'de Jonge' are surnames.
    known = (first,) if between else (first, last)
    is_famous = words.casefold().startswith(FAMOUS)
    is_sentence = first in _NO_FIRST or last in FUNCTION_WORDS
    return is_famous or is_sentence or any(map(_is_other, known))


def _is_other(word: str) -> bool:
    is_long = len(word) > _SHORT and word.endswith(_ENDS)
    return is_long or not _OTHER.isdisjoint((word, *word.split("-")))
