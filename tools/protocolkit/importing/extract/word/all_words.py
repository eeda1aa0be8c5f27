"""All the words under an element of a Word file, seen or not, to name what is no text.

Of several versions of the same (``mc:AlternateContent``) one is taken; another only where its
words differ.
"""

from __future__ import annotations

from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.word.namespaces import KNOWN, name_of_tag
from protocolkit.importing.extract.word.package import MC, WP, W
from protocolkit.importing.extract.word.symbols import shown_text, symbol

# Their text is no words: pictures and settings of old programs, as letters.
_NO_WORDS = frozenset(("fldData", "binData"))
_CODES, _SIMPLE = frozenset(("instrText", "delInstrText")), f"{W}fldSimple"
_SPOKEN = ("title", "descr", "alt", "string")
SAYING = {
    f"{W}tblCaption": f"{W}val",
    f"{W}tblDescription": f"{W}val",
    f"{W}fldSimple": f"{W}instr",
}
"""Elements that say words in an attribute, with which."""

_SPEAKING = frozenset("docPr cNvPr shape rect roundrect oval line group image textpath".split())
_APART = frozenset(("p", "tc", "tr", "tab", "ptab", "br", "cr", "oMath", "pt", "v", "text"))


def local_name(element: Element) -> str:
    """Return the name of an element without its namespace; "" for a comment.

    One that Word does not know has a name that nothing else has.
    """
    return name_of_tag(element.tag) if isinstance(element.tag, str) else ""


def chosen_branch(alternate: Element) -> Element | None:
    """Return the version that Word shows: the first that asks nothing unknown, else the fallback.

    None when there is none.
    """
    for branch in alternate:
        if branch.tag == f"{MC}Choice" and _is_understood(branch):
            return branch
        if branch.tag == f"{MC}Fallback":
            return branch
    return None


def other_words(alternate: Element) -> str:
    """Return the words of the versions that Word does not show, where they are others."""
    return _versions(alternate)[1]


def all_words(element: Element) -> str:
    """Return the words of all text nodes under an element, spaces folded."""
    return " ".join(_text(element).split())


def shown_words(element: Element) -> str:
    """Return the same without the codes of fields, of which a reader sees the result alone."""
    return " ".join(_text(element, without=_CODES).split())


def field_codes(element: Element) -> str:
    """Return the codes of the fields under an element, with a space between them."""
    found = [_text(code) for name in _CODES for code in element.iter(f"{W}{name}")]
    found += [said_words(field) for field in element.iter(_SIMPLE)]
    return " ".join(" ".join(found).split())


def said_words(element: Element) -> str:
    """Return the words that an element says in a value: what a table is about, a field's code."""
    return str(element.get(SAYING[element.tag], "")) if element.tag in SAYING else ""


def spoken_words(element: Element) -> tuple[str, ...]:
    """Return the words in attributes: what describes a picture, or what a shape draws."""
    if local_name(element) not in _SPEAKING:
        return ()
    said = dict.fromkeys(element.get(name, "") for name in _SPOKEN)
    return tuple(f" {words} " for words in said if words.strip())


def _text(element: Element, without: frozenset[str] = frozenset()) -> str:
    if local_name(element) in without:
        return ""
    if element.tag == f"{MC}AlternateContent":
        return " ".join(_versions(element))
    name = local_name(element)
    if name in ("sym", "symEx"):
        return symbol(element)
    if name == "noBreakHyphen":
        return "-"
    is_text = name and name not in _NO_WORDS and not element.tag.startswith(WP)
    text = shown_text(element) if name in ("t", "delText") else element.text or ""
    pieces = [text if is_text else "", *spoken_words(element)]
    if (said := said_words(element)) and not (without and element.tag == _SIMPLE):
        pieces.append(f" {said} ")
    for child in element:
        pieces += (_text(child, without), child.tail or "")
    return "".join(pieces) + (" " if name in _APART else "")


def _versions(alternate: Element) -> tuple[str, str]:
    """Return the words of the version that Word shows, and those of versions that differ."""
    chosen = chosen_branch(alternate)
    shown = all_words(chosen) if chosen is not None else ""
    others = [all_words(branch) for branch in alternate if branch is not chosen]
    return shown, " ".join(words for words in others if _letters(words) != _letters(shown))


def _letters(words: str) -> list[str]:
    return sorted(words.replace(" ", ""))


def _is_understood(choice: Element) -> bool:
    names = choice.get("Requires", "").split()
    return bool(names) and all(choice.nsmap.get(name) in KNOWN for name in names)
