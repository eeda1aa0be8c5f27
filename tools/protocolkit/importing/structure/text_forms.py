"""The form of a text by itself: that of a heading, of a name, a fact, an address, a sentence."""

from __future__ import annotations

import itertools
import re

from protocolkit.document.organisations import BOARD_WORDS, SCHOOL_ENDINGS, SCHOOL_WORDS
from protocolkit.importing.structure.line_ends import is_address, is_cut_off, without_mark
from protocolkit.importing.structure.line_runs import LineRun
from protocolkit.norms import verbs
from protocolkit.text.function_words import AUXILIARIES, COMMON_MODALS, either

LONGEST_HEADING = 130
MOST_HEADING_WORDS = 16

# A bold line with an exclamation mark is a heading with so many words: 'Datalek!'.
_FEW_WORDS = 3
# How long a heading or title with a verb is at most.
_LONGEST_ALONE = 60
TITLE_WORDS = re.compile(
    r"protocol|beleid|reglement|regeling|gedragscode|statuut|plan\b|voorschrift|afspraken|regels|richtlijn"
    r"|notitie|handboek|code\b|verklaring",
    re.IGNORECASE,
)
# What a paper is called that brings a text to somebody: no title of that text.
_KIND_OF_PAPER = (
    r"(?:concept|beleids|raads|agenda)?[- ]?(?:notitie|memo(?:randum)?|(?:nieuws)?brief|voorstel"
    r"|opleg(?:ger|notitie)|concept)"
)
_PAPER = re.compile(
    rf"{_KIND_OF_PAPER}(?: ?/ ?{_KIND_OF_PAPER})?|nieuwsbrief (?:van|voor|aan)\b.{{0,60}}",
    re.IGNORECASE,
)
SECTION_WORDS = frozenset(
    (
        "inleiding aanleiding voorwoord doel doelen doelstelling uitgangspunten begrippen "
        "begripsbepalingen definities algemeen visie aanhef preambule slot slotbepaling "
        "slotbepalingen bijlage bijlagen inhoud"
    ).split()
)
FACT_LIKE = re.compile(
    r"^(?:versie|datum|status|auteur|opgesteld|vastgesteld|vaststelling|instemming|advies|akkoord"
    r"|eigenaar|geldig|ingangsdatum|evaluatie|schooljaar|plaats|revisie|documentnaam|kenmerk"
    r"|handtekening|naam|namens|onderwerp)\b(?:\s*:|.{0,60}\d)|\b(?:19|20)\d\d\b"
    r"|\b\d{1,2}[-/]\d{1,2}[-/]\d{2,4}\b",
    re.IGNORECASE,
)
VERB = re.compile(
    rf"\b(?:{either(AUXILIARIES | COMMON_MODALS)}|heeft|hebben"
    r"|geldt|gelden|maakt|maken|neemt|nemen|gaat|gaan|zet|zetten|blijft|blijven|krijgt"
    r"|houdt|geeft|doet|staat|ligt|bepaalt|beslist|volgt|zorgt|gebruikt|spreekt|meldt|bestaat|bestaan|bevat|omvat|eindigt|vindt|vinden"
    r"|komt|komen|werkt|werken|vraagt|vragen|willen|wil|gelden|horen|hoort|spreken|helpen|leren)\b"
)
_POINTING_ON = frozenset("volgende onderstaande".split())
# Lines of an address block: a postal code, a street with a number, a telephone number.
POSTAL_CODE = re.compile(r"^(?:NL-)?\d{4} ?[A-Z]{2}\b")
_POSTAL = re.compile(
    r"\b\d{4} ?[A-Z]{2}\b|\b[A-Z]\w*(?:straat|weg|laan|plein|dijk|kade|singel|hof|gracht) \d"
    r"|\b[Tt]el(?:\.|efoon)?:? ?\d|\b0\d{1,3}[ -]\d{6,8}\b"
)
# What says which table or picture it stands above or below.
_CAPTION = re.compile(
    r"(?:tabel|figuur|grafiek|schema|diagram|afbeelding|foto) \d{1,3}[a-z]?(?:[.:]| [–-])? \S",
    re.IGNORECASE,
)
# What asks a reader of a page to do something there: 'Download hier het formulier'.
_CALL = re.compile(
    r"(?:download|klik|bekijk|lees|zie|raadpleeg|kijk)\s"
    r"(?:hier|hieronder|dit|deze|ook|verder|meer|op|naar|onze?|de|het)\b",
    re.IGNORECASE,
)
_TO_FILL_IN = re.compile(r"_{3}|\.{4}|…{2}|(?:\. ){3}")
# A word or three with a colon, and what it is: 'Wie: de mentor'.
_LABELLED = re.compile(r"^(?P<label>[^\W\d_][^\W\d]*(?:[ /’'-][^\W\d]+){0,3}) ?: ?\S")
_NAME_WORDS = (*BOARD_WORDS, *SCHOOL_WORDS, *SCHOOL_ENDINGS, "school")
NAME_LIKE = re.compile(rf"^(?:{'|'.join(_NAME_WORDS)})\b", re.IGNORECASE)


def is_title_like(block: LineRun, *, is_alone: bool = False, most: int = _LONGEST_ALONE) -> bool:
    """Tell whether a block has the form of a heading: short, and no sentence.

    One that stands alone, with room above and below, may hold a verb in ``most`` letters.
    """
    text = without_mark(block.text)
    words = text.split()
    if not words or len(text) > LONGEST_HEADING or len(words) > MOST_HEADING_WORDS:
        return False
    calls_out = block.first.is_bold and text.endswith("!") and len(words) <= _FEW_WORDS
    ends = not calls_out and text[-1] in ".;,!…"
    sentences = r"[.!] [A-Z]" if is_alone else r"[.!?] [A-Z]"
    if ends or re.search(sentences, text) or is_cut_off(text) or is_address(text):
        return False
    if is_contact(text) or is_to_fill_in(text):
        return False
    first = next((letter for letter in text if letter.isalpha()), "")
    if not first.isupper():
        return False
    if (text[0], text[-1]) == ("(", ")") or _CALL.match(text):
        return False
    bare = re.sub(r"\([^()]*\)", "", text)
    if text.endswith(":"):
        return len(words) <= 4 and not VERB.search(bare)
    is_short = len(words) <= 6 or (is_alone and len(text) <= most)
    return text.endswith("?") or is_short or not VERB.search(bare)


def names_paper(text: str) -> bool:
    """Tell whether a line only says on what paper a text is brought: 'NOTITIE', 'Memo'."""
    return bool(_PAPER.fullmatch(text.strip(" .:")))


def is_caption(text: str) -> bool:
    """Tell whether a line says which table or picture stands beside it: 'Tabel 2: kosten'."""
    return bool(_CAPTION.match(text))


def first_word(text: str) -> str:
    """Return the word that a text begins with, in small letters; "" when it has none."""
    return text.lower().partition(" ")[0].strip(":")


def is_sentence(text: str) -> bool:
    """Tell whether a short text has a verb that somebody does, or points to what follows it."""
    words = [word.lower() for word, _ in itertools.pairwise(text.split())]
    plurals = (
        after in verbs.PLURALS and before.endswith(("en", "s", "wij", "we", "ze", "jullie"))
        for before, after in itertools.pairwise(words)
    )
    told = any(word in verbs.THIRDS or word in _POINTING_ON for word in words)
    return told or any(plurals) or bool(VERB.search(text))


def is_to_fill_in(text: str) -> bool:
    """Tell whether a line has room to write on."""
    return bool(_TO_FILL_IN.search(text))


def is_contact(text: str) -> bool:
    """Tell whether a line holds a postal code, a street with a number, a telephone number."""
    return bool(_POSTAL.search(text))


def is_labelled(text: str) -> bool:
    """Tell whether a text is a word or three with a colon and what it is; 'Bijlage: ...' heads."""
    found = _LABELLED.match(text)
    return found is not None and found["label"].split()[0].lower() not in SECTION_WORDS
