"""The places that a text leaves open: blanks that nobody filled in yet, and how they are cited."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from protocolkit.document.model import Protocol
from protocolkit.document.organisations import BOARD_WORDS
from protocolkit.document.outline import addressable, labels, sections
from protocolkit.document.richtext import plain
from protocolkit.document.tree import block_texts
from protocolkit.text.late_patterns import late
from protocolkit.text.months import MONTH
from protocolkit.text.person_names import NAME_REMOVED

PLACEHOLDER_CODE = "placeholder"
"""The name by which a person accepts that a blank stays."""

# What stands between brackets of any kind when a model text leaves it to the school.
_BLANK_NOUN = (
    r"(?:naam|namen|datum|plaats|plaatsnaam|adres|telefoon\w*|e-?mail\w*|website|link|school"
    r"|schoolnaam|naam school|bestuur|organisatie|functie|contactpersoon|bedrag|aantal"
    r"|jaar|jaartal|nummer|titel|logo|invullen|kies|keuze|hier|verwijzing|soort onderwijs"
    rf"|{'|'.join(BOARD_WORDS)})"
)
# What stands between brackets and is a citation, an editor's remark, a source or an address.
_CITING = "zie vgl\\. cf\\. conform hierna verder voortaan bron"
_NUMBERED = (
    "artikel artikelen art\\. lid onderdeel sub bijlage hoofdstuk paragraaf par\\. noot nr\\."
    " pagina p\\. bladzijde blz\\. deel tabel figuur §"
)
_EDITING = "sic red vert noot vervallen gereserveerd ingetrokken"


def _either(words: str) -> str:
    """Return a pattern for one of words, which may begin with a capital."""
    return "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in words.split())


_NOT_TO_FILL_IN = (
    rf"(?!(?:{_either(_CITING)})(?!\w)|(?:{_either(_NUMBERED)})\s*[\w.]{{0,9}}\d"
    rf"|(?:{_either(_EDITING)})(?!\w)|[ivxlc]+\]|[^\]]{{0,60}}(?:https?:|www\.|@)"
    r"|[^\]]{0,60}\b(?:toegevoegd|weggelaten|toevoeging|verwijderd)\]"
    r"|[A-Z][^\]]{0,60}\b(?:19|20)\d\d\b)"
)
# A name that was taken out on request is no place to fill in.
_NO_BLANK = rf"(?!{re.escape(NAME_REMOVED)})"
# What a number or a day comes after: 'heeft … rookmelders', 'geldt vanaf …'.
_NUMBERED_BY = (
    "telt tellen heeft hebben vanaf binnen minstens minimaal maximaal hoogstens uiterlijk circa"
    " ongeveer tot per schooljaar minste hoogste meeste"
).split()
_BEFORE_NUMBER = "|".join(
    rf"(?<=\b{word} )" for word in (*_NUMBERED_BY, "bestaat uit", "bestaan uit")
)
# Between two days or numbers, of which the second may be known.
_FROM = r"(?<=\bvan )(?:…|\.{3})(?=\s(?:tot|t/m|per)\b)|(?<=\btussen )(?:…|\.{3})(?=\sen\b)"
OPEN_PATTERNS = (
    # [naam school], <datum>, {functie}; not a note's [1] or an editor's […]
    late(
        rf"{_NO_BLANK}[\[<{{]\s*(?:{_BLANK_NOUN}\b[^\]>}}]{{0,60}}|[^\]>}}]{{0,60}}invullen)[\]>}}]"
        rf"|«{_BLANK_NOUN} \w[^»]{{0,60}}»",
        re.IGNORECASE,
    ),
    late(r"\((?:naam|datum|plaats|adres)\s+(?:school|invullen|bestuur)[^)]{0,40}\)"),
    # XX, xxx-xxx; not the roman number of a chapter or king
    late(
        r"(?<![\w.])(?<!hoofdstuk )(?<!titel )(?<!deel )(?<!bijlage )(?<!afdeling )(?<!artikel )"
        r"(?<!paragraaf )(?:X{2,}|x{3,})(?:[-/. ](?:X{2,}|x{2,}))*(?!\w)(?!\.\w)"
    ),
    # dots and lines to write on
    late(r"\.{4,}|_{3,}|…{2,}|(?:\. ){3,}\."),
    # a lone ellipsis where a name or date is due: 'te …', 'd.d. ...', 'Naam: …'
    late(
        r"\b(?:te|d\.d\.|datum|naam|tel\.|telefoon|nummer|nr\.|versie|plaats|op|artikel)"
        r"\s*:?\s(?:…|\.{3})(?=\s*(?:$|[,;.)\n]|\b(?:en|te|door|van|om|tot)\b))",
        re.IGNORECASE,
    ),
    # [dagen], [wie], [maand] and whatever else stands there: a few words alone between brackets
    late(
        rf"(?<!\w)\[\s*{_NOT_TO_FILL_IN}(?=[^\]]{{0,60}}?[a-zà-ÿ]{{2}}|[A-Z][A-Z ]{{6}})"
        r"[^\[\]]{1,60}\](?!\w)"
    ),
    # a lone ellipsis where a number is due: 'voor … uur', '€ ...'
    late(
        r"(?:(?<=\s)|^)(?:…|\.{3})(?=\s(?:uur|euro|cent|procent|jaar|maanden|weken|minuten"
        r"|(?:werk|school|les)?dagen|keer|kinderen|leerlingen|personen|lokalen|klassen|groepen"
        rf"|exemplaren|meter|km|leden|leraren|ouders|medewerkers|{MONTH})\b|\s?%)"
        r"|(?<=€\s)(?:…|\.{3})"
        rf"|(?:{_BEFORE_NUMBER})(?:…|\.{{3}})(?=\s[a-zà-ÿ]|[.,;]?\s*$)|{_FROM}"
    ),
    late(r"\b(?:TODO|TBD|N\.?T\.?B\.?|n\.t\.b\.|nog in te vullen|nader in te vullen)(?!\w)"),
)
"""What stands where a text leaves something open; of two that overlap the first one counts."""
# Each of these holds one of these signs; most texts hold none, and are looked through once.
_SIGN = late(r"[\[<{«(_…]|\.{3}|(?:\. ){3}|X{2}|x{3}|TODO|TBD|N\.?T\.?B|n\.t\.b\.|in te vullen")


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPlace:
    """One blank: its words, and how the clause, note or heading around it is cited."""

    label: str
    words: str


def blank_spans(text: str) -> list[tuple[int, int]]:
    """Return where in a text each blank begins and ends; none overlap, and they are in no order."""
    taken: list[tuple[int, int]] = []
    if not _SIGN.search(text):
        return taken
    for pattern in OPEN_PATTERNS:
        for found in pattern.finditer(text):
            start, end = found.span()
            if not any(start < other_end and begin < end for begin, other_end in taken):
                taken.append((start, end))
    return taken


def split_at_blanks(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the pieces of a text in order, each with whether it is a blank.

    >>> list(split_at_blanks("Meld het bij [naam school]."))
    [('Meld het bij ', False), ('[naam school]', True), ('.', False)]
    """
    position = 0
    for begin, end in sorted(blank_spans(text)):
        if begin > position:
            yield text[position:begin], False
        yield text[begin:end], True
        position = end
    if position < len(text):
        yield text[position:], False


def blank_words(text: str) -> list[str]:
    """Return the words of each blank of a text, in order."""
    return [piece for piece, is_open in split_at_blanks(text) if is_open]


def bracketed_blanks(text: str) -> list[str]:
    """Return the blanks of a text that stand between square brackets, as a draft has them."""
    return [blank for blank in blank_words(text) if blank.startswith("[")]


def open_places(protocol: Protocol) -> tuple[OpenPlace, ...]:
    """Return every blank of title, headings, clauses and notes; an accepted one is not open."""
    accepted = {a.anchor for a in protocol.facts.accepted if a.code == PLACEHOLDER_CODE}
    named = labels(protocol)
    title = [] if protocol.facts.title_supplied else [("", plain(protocol.title))]
    texts = [
        *title,
        *((section.anchor, plain(section.title)) for section in sections(protocol)),
        *(
            (item.anchor, plain(rich))
            for item in addressable(protocol)
            for rich in block_texts(item.blocks)
        ),
    ]
    return tuple(
        OpenPlace(label=named.get(anchor) or text, words=words)
        for anchor, text in texts
        if anchor not in accepted
        for words in blank_words(text)
    )
