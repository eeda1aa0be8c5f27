"""Whether a text only speaks of its own document: its name, its version, who decided on it.

Such a line is true of that document alone, so no other one takes it over.
"""

from __future__ import annotations

import re

from protocolkit.base.remembered import remembered
from protocolkit.changes.status_ends import is_place_and_day
from protocolkit.changes.status_lines import is_status_line, may_be_status
from protocolkit.document.model import Clause, Footnote, Protocol
from protocolkit.document.names import own_names
from protocolkit.document.outline import clause_text
from protocolkit.document.richtext import plain
from protocolkit.text.function_words import AUXILIARIES, COMMON_MODALS, either
from protocolkit.text.late_patterns import late

_WORDS = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
# What a document is called where its title has another word, or none.
_CALLED = frozenset(
    "protocol afspraken regeling reglement regels notitie gedragscode richtlijn richtlijnen"
    " handreiking beleid beleidsplan plan document leidraad concept inzake over rond".split()
)
_SAYS = either(AUXILIARIES | COMMON_MODALS)
# Who made it: a label and names, without a verb of their own.
_MADE_BY = late(
    r"(?:opgesteld|geschreven|samengesteld|ontwikkeld|bewerkt|vastgesteld|goedgekeurd|getekend"
    r"|ondertekend)(?: door)?\s*:\s*\S.{0,120}"
    rf"|(?:opgesteld|geschreven|samengesteld|ondertekend) door (?:(?!\b(?:{_SAYS}|heeft|hebben)\b)"
    r".){2,120}"
    r"|(?:auteurs?|opstellers?|(?:document|proces|beleids)?eigenaar|documentnaam|bestandsnaam"
    r"|versiebeheer)\s*:\s*\S.{0,120}"
    r"|(?:(?:naam en )?handtekening|paraaf|voor akkoord)\b[^.]{0,80}",
    re.IGNORECASE,
)


def is_own_line(item: Clause | Footnote, protocol: Protocol) -> bool:
    """Tell whether a clause says nothing but what its document is called and where that stands."""
    text = clause_text(item)
    title = " ".join(plain(protocol.title).split())
    names = tuple(filter(None, (*own_names(protocol.facts), title)))
    return _speaks_of_itself(text, names, title) or is_place_and_day(text, protocol)


@remembered
def _speaks_of_itself(text: str, names: tuple[str, ...], title: str) -> bool:
    if is_status_line(text, names=names):
        return True
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    called = _CALLED | {word.lower() for word in _WORDS.findall(title)}
    return bool(lines) and all(
        _MADE_BY.fullmatch(line) or may_be_status(line, names, called) for line in lines
    )
