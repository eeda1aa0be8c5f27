"""Names in a text that seem to be of one place or organisation, and not known all over the country.

A word with a capital inside a sentence, with the capitals that follow it. What people in schools
all over the country write with a capital is none: laws, bodies, brands, languages, days of feast.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from protocolkit.text.contact_details import ContactKind, contact_details
from protocolkit.text.first_names import FIRST_NAMES
from protocolkit.text.function_words import FUNCTION_WORDS, PERSONAL
from protocolkit.text.late_patterns import late
from protocolkit.text.name_forms import LOWER, UPPER
from protocolkit.text.other_capitals import BODIES, ORDINARY, PRODUCTS, TEXTS

_WORD = rf"[{UPPER}][{UPPER}{LOWER}]+(?:['’-][{UPPER}{LOWER}]+)*"
_BETWEEN = r"(?:[ \t]+(?:van|de|der|den|het|in|je|aan|op|en)){1,2}"
_NAME = late(rf"(?<![\w@./-])(?P<name>{_WORD}(?:(?:{_BETWEEN})?[ \t]+{_WORD})*)")
# Where a sentence, a point or what is quoted begins a capital says nothing.
_STARTS = late(r"(?:^|[.?!:;…|\n\t]|[‘“\"'(\[–•-])\s*$")
# Numbers that are the same in all of the country.
_NATIONAL = re.compile(r"0[89]00|14|11[0-9]")
_ABBREVIATION = re.compile(r"[A-Z]{2,6}s?(?:’s|'s)?|[a-z]?[A-Z]+[a-z]?[A-Z]+")

_EVERYWHERE = frozenset(
    (
        "internet wifi engels frans duits nederlands fries turks arabisch pools oekraïens latijn "
        "europa nederland nederlander nederlanders europees god bijbel koran kerstmis pasen "
        "pinksteren hemelvaart sinterklaas ramadan suikerfeest offerfeest koningsdag carnaval "
        "bevrijdingsdag sint-maarten cito inspecteur minister ministerie rijksmuseum avg wvo wpo "
        "wec wms wob woo uwv ggd ggz halt kindertelefoon leerplichtambtenaar raad kinderombudsman "
        "facebook twitter linkedin pinterest messenger signal telegram discord twitch netflix "
        "spotify chromebook chromebooks iphone ipads playstation xbox bluetooth usb pdf qr "
        "ai chatgpt copilot gemini wikipedia airtag airdrop nintendo bitcoin ideal tikkie vog jgz "
        "burgerlijk wetboek grondwet staatsblad ombudsman cultuur wetenschap volksgezondheid "
        "justitie binnenlandse zaken leergeld oranje unicef unesco verenigde naties internationale "
        "amber sire boom slachtofferhulp jeugdzorg jeugdbescherming kinderbescherming bescherming "
        "functionaris gegevensbescherming landelijke vertrouwensinspecteur economische ruimte "
        "vimeo whats ict id helpdesk rijksdienst identiteit vaststelling kinderrechten mens "
        "rechten persoonsgegevens avonds ochtends middags"
    ).split()
)
"""What is written with a capital in all of the country: bodies, feasts, languages, brands."""
_KNOWN = BODIES | TEXTS | PRODUCTS | ORDINARY | _EVERYWHERE | FUNCTION_WORDS | PERSONAL
# Laws and rules, whatever they are called.
_OF_LAW = ("wet", "wetboek", "besluit", "verordening", "verdrag", "recht", "code", "week", "dag")


def local_names(text: str, ordinary: Container[str] = ()) -> Iterator[str]:
    """Yield what seems a name of one place or organisation, and telephone numbers.

    ``ordinary`` are words, in small letters, of which a capital makes no name: those that the
    whole document has in small letters too.

    >>> list(local_names("Vraag hulp bij Leergeld Groningen, of bij Veilig Thuis."))
    ['Leergeld Groningen']
    """
    for found in _NAME.finditer(text):
        name = found["name"]
        words = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", name)
        if _STARTS.search(text[: found.start()]):
            # of the first word of a sentence the capital is that of the sentence
            if len(words) == 1 or not words[1][0].isupper():
                continue
            if words[0].casefold() not in FIRST_NAMES and _is_known(words[1]):
                continue
        if not all(_is_known(word) or word.casefold() in ordinary for word in words):
            yield name
    for begin, end, kind in contact_details(text):
        if kind is ContactKind.PHONE and not _NATIONAL.match(text, begin, end):
            yield text[begin:end]


def _is_known(word: str) -> bool:
    """Tell whether a word with a capital may be written so anywhere in the country."""
    folded = word.casefold()
    is_law = len(folded) > len("wet") and folded.endswith(_OF_LAW)
    stems = (folded, folded.removesuffix("s"), folded.removesuffix("en"))
    return (
        is_law
        or word.islower()
        or _ABBREVIATION.fullmatch(word) is not None
        or not _KNOWN.isdisjoint((*stems, *folded.split("-")))
    )
