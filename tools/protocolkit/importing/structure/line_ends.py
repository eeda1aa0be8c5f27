"""How a line ends, as a sentence does or so that more must follow, and what some lines are."""

from __future__ import annotations

import re

from protocolkit.text.function_words import (
    ARTICLES,
    AUXILIARIES,
    FUNCTION_WORDS,
    JOINING,
    PERSONAL,
    POSSESSIVES,
)

# A heading may end in 'ons' ('Over ons') or in a verb ('Bereikbaar zijn').
_NEVER_LAST = ARTICLES | (POSSESSIVES - {"ons", "zijn"}) | JOINING | frozenset("te dat die".split())
# After somebody these end a clause: 'Zo doen we dat'.
_OBJECTS = frozenset("dat die".split())
# A line of who signs a letter is no longer.
_LONGEST_NAME = 40
# How many words a heading that ends in a verb has at most, and in letters.
_MOST_WORDS, _LONGEST = 8, 60
_TERMINAL = re.compile(r"(?:[.;:!?…]|\.\.\.)[)”’\"'»]*$")
# The mark of a note after the sign that ends a sentence: 'de wet.3', '(zie bijlage 2).[4]'.
_MARK = re.compile(
    r"(?<=[^\W\d][.;:!?]|[)”’\"'][.;:!?])(?:\d{1,3}|\[\w{1,3}\]|[⁰¹²³⁴-⁹]+|\*{1,3})$"
)
_FORMULA = re.compile(
    r"^(?:(?:beste|geachte|lieve|dag|hallo|hoi)\b.{1,60},"
    r"|(?:met (?:vriendelijke|hartelijke) groet(?:en)?|(?:vriendelijke|hartelijke) groet(?:en)?"
    r"|groet(?:en|jes)?|hoogachtend)[,.!]?)$",
    re.IGNORECASE,
)
_POINTING = re.compile(
    r"\b(?:artikel|art\.|artikelen|lid|leden|hoofdstuk|paragraaf|bijlage|onderdeel|punt|sub|groep"
    r"|groepen|klas|leerjaar|nummer|nr\.|pagina|blz\.|stap|fase|onder)$",
    re.IGNORECASE,
)
_TERM = re.compile(r"^[^\W\d_][\w’'()/-]*(?: [\w’'()/-]+){0,3}\s*: ?\s*\S")
# A picture among letters, with a space after it.
_PICTURE = re.compile("[\u2600-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff]\ufe0f?\\s")
_WEB_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")


def is_terminal(text: str) -> bool:
    """Tell whether a text ends as a sentence or a list item does."""
    return bool(_TERMINAL.search(without_mark(text)))


def parts_pictures(text: str, before: str) -> bool:
    """Tell whether a line begins with a picture as a bullet does, or a sentence ends such an item.

    The picture is no marker: what it says ('✅', '❌') stays in the text.
    """
    if _PICTURE.match(text):
        return True
    return bool(_PICTURE.match(before)) and is_terminal(before) and text[:1].isupper()


def without_mark(text: str) -> str:
    """Return a text without the mark of a note that its last sentence ends in."""
    return _MARK.sub("", text)


def runs_on(text: str) -> bool:
    """Tell whether a line ends in a word or sign after which a sentence cannot end."""
    word = text.rsplit(" ", 1)[-1].lower()
    return word in FUNCTION_WORDS or text.endswith((",", "-", "/", "(", "„", "‘"))


def is_cut_off(text: str) -> bool:
    """Tell whether a text ends in a word that no heading ends in."""
    *before, last = text.lower().split()[-2:] or [""]
    if last in _OBJECTS and PERSONAL.intersection(before):
        return False
    return last in _NEVER_LAST or text.endswith((",", "-", "(", "„"))


def ends_as_clause(text: str) -> bool:
    """Tell whether a text has the form of a heading that ends in a verb, or in what it is done to.

    'Als je ziek is', 'Zo doen we dat'.

    A line of a sentence may look so too: only what stands around it tells them apart.
    """
    words = text.lower().split()
    is_short = len(words) <= _MOST_WORDS and len(text) <= _LONGEST
    ends = words[-1] in AUXILIARIES or (words[-1] in _OBJECTS and not is_cut_off(text))
    return is_short and text[:1].isupper() and ends


def is_formula(text: str) -> bool:
    """Tell whether a line is how a letter begins or ends: 'Beste ouders,', 'Hoogachtend,'."""
    return bool(_FORMULA.match(text))


def ends_letter(text: str) -> bool:
    """Tell whether a line is how a letter ends."""
    return is_formula(text) and ("groet" in text.lower() or text.lower().startswith("hoog"))


def signs(text: str) -> bool:
    """Tell whether a line may be who signs a letter, for whom, or what she is."""
    return len(text) <= _LONGEST_NAME and not is_terminal(text)


def is_of_term(text: str) -> bool:
    """Tell whether a line begins with a term of a few words, a colon and what it means."""
    return bool(_TERM.match(text))


def points_to_number(text: str) -> bool:
    """Tell whether a line ends in a word that a number belongs to: 'bedoeld in artikel'."""
    return bool(_POINTING.search(text))


def is_address(text: str) -> bool:
    """Tell whether a line is nothing but a web or mail address."""
    if _WEB_ADDRESS.fullmatch(text):
        return True
    at, point = text.find("@", 1), text.rfind(".")
    is_whole = 0 < at < point - 1 and not any(letter.isspace() for letter in text)
    return is_whole and bool(re.fullmatch(r"\w+", text[point + 1 :]))
