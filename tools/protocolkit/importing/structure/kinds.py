"""What kind of text a section or clause probably is. Every answer is a guess and shown as one."""

from __future__ import annotations

import re

from protocolkit.document.model import Kind
from protocolkit.importing.structure.closing_lines import is_closing
from protocolkit.norms.norm import Modality
from protocolkit.norms.recognise import recognise
from protocolkit.text.months import MONTH

_BY_HEADING = (
    (Kind.CLOSING, r"slotbepaling|slotartikel|^slot$|vaststelling|ondertekening|inwerkingtreding"),
    (Kind.REFERENCE, r"\blinks?\b|bronnen|meer informatie|meer weten|websites|adressen|literatuur"),
    (Kind.GUIDANCE, r"handreiking|\btips?\b|adviezen|aanbevelingen|voorbeelden"),
    (Kind.DEFINITION, r"begrip|definitie|wat verstaan|wat is\b"),
    (Kind.PRINCIPLE, r"uitgangspunt|\bvisie\b|\bmissie\b|principes|kernwaarden"),
    (Kind.EXPLANATION, r"inleiding|aanleiding|voorwoord|toelichting|achtergrond|leeswijzer"),
)
# Below a title it says of when the text is.
_DATE = re.compile(
    r"^[A-Z][\w-]+, (?:\d{1,2} )?[a-z]+ \d{4}\.?$"
    rf"|^(?:{MONTH}) \d{{4}}\.?$",
    re.IGNORECASE,
)
_DEFINITION = re.compile(
    r"^onder .{2,80}\b(?:wordt|worden|verstaat|verstaan)\b|\bverzamel(?:naam|begrip)\b"
    r"|^(?:in dit|in deze) (?:protocol|reglement|regeling|code).{0,40}verstaan",
    re.IGNORECASE,
)
_ASKING = (Modality.PROHIBITION, Modality.OBLIGATION, Modality.PERMISSION, Modality.DIVIDED)
_ADDRESS = re.compile(r"^(?:https?://|www\.)\S+$")


def kind_of_heading(title: str) -> Kind | None:
    """Return the kind that a heading announces, or None when it announces rules."""
    for kind, words in _BY_HEADING:
        if re.search(words, title.strip(), re.IGNORECASE):
            return kind
    return None


def kind_of_clause(text: str, above: Kind, *, is_last: bool, is_preamble: bool) -> Kind:
    """Return the kind of a clause without marker; ``is_last`` when only such follow it."""
    is_end = is_last or is_preamble
    if (is_end and is_closing(text)) or (is_last and _DATE.match(text)):
        return Kind.CLOSING
    if _DEFINITION.search(text[:200]) and above in (Kind.RULE, Kind.EXPLANATION):
        return Kind.DEFINITION
    if _ADDRESS.match(text):
        return Kind.REFERENCE
    if not is_preamble or above is not Kind.RULE:
        return above
    return Kind.RULE if asks(text) else Kind.EXPLANATION


def asks(text: str) -> bool:
    """Tell whether a text, taken for one that explains, asks something all the same."""
    return recognise(text, kind=Kind.EXPLANATION).main.modality in _ASKING
