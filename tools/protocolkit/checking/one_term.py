"""One word for one thing through a whole draft, where somebody chose which.

Words of a board that are changed so are no longer to the letter that board's: its provenance keeps
the mark of what was written first, so that the change shows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from protocolkit.checking.terms import begins_sentence, form_used, term_counts
from protocolkit.document.model import Clause, Footnote, Protocol
from protocolkit.document.outline import addressable
from protocolkit.document.richtext import Emphasis, Inline, Link, RichText, Text, plain
from protocolkit.document.tree import map_parts, map_texts
from protocolkit.wording.one_word import TermGroup, inflected_as, term_groups, term_pattern

_OfText = Callable[[str, str], str]
"""Returns a text with one word for one thing; the second text is what stands before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MixedTerm:
    """Several words for one thing: ``key`` is how it is answered, ``counts`` the most used first.

    ``choices`` are what may be chosen: the words of the group that a writer would choose.
    """

    key: str
    counts: tuple[tuple[str, int], ...]
    choices: tuple[str, ...]


def mixed_terms(protocol: Protocol) -> tuple[MixedTerm, ...]:
    """Return the things that a document calls by several names."""
    found = []
    for group in term_groups():
        counts = term_counts(protocol, group).most_common()
        if len(counts) > 1:
            known = tuple(form for form, _ in counts if form in group.forms)
            found.append(MixedTerm(key=group.forms[0], counts=tuple(counts), choices=known))
    return tuple(found)


def is_term(key: str, word: str) -> bool:
    """Tell whether a word may be chosen for the thing with this key; ``""`` leaves it as it is."""
    forms = next((group.forms for group in term_groups() if group.forms[0] == key), ())
    return word in forms or (not word and bool(forms))


def with_one_term(
    protocol: Protocol, chosen: Mapping[str, str]
) -> tuple[Protocol, tuple[str, ...]]:
    """Return a protocol in which each thing has the chosen word, and the clauses that changed.

    ``chosen`` gives a word by the key of the thing; what has none stays as it is.
    """
    groups = [(group, chosen.get(group.forms[0], "")) for group in term_groups()]
    wanted = [(group, word) for group, word in groups if word and _is_mixed(protocol, group)]

    def of_text(text: str, before: str) -> str:
        for group, word in wanted:
            text = _with_word(text, group, word, before)
        return text

    def rich(found: RichText) -> RichText:
        return _rich(found, of_text, "")

    def clause(item: Clause) -> Clause:
        return replace(item, blocks=map_texts(item.blocks, rich))

    def note(item: Footnote) -> Footnote:
        return replace(item, blocks=map_texts(item.blocks, rich))

    made = replace(
        protocol,
        parts=map_parts(protocol.parts, clause),
        notes=tuple(map(note, protocol.notes)),
    )
    before = {item.anchor: item.blocks for item in addressable(protocol)}
    changed = (item.anchor for item in addressable(made) if item.blocks != before[item.anchor])
    return made, tuple(changed)


def _is_mixed(protocol: Protocol, group: TermGroup) -> bool:
    return len(term_counts(protocol, group)) > 1


def _rich(rich: RichText, of_text: _OfText, before: str) -> RichText:
    made: list[Inline] = []
    for inline in rich:
        made.append(_inline(inline, of_text, before))
        before += plain((inline,))
    return tuple(made)


def _inline(inline: Inline, of_text: _OfText, before: str) -> Inline:
    if isinstance(inline, Text):
        return Text(of_text(inline.text, before))
    if isinstance(inline, Emphasis | Link):
        return replace(inline, content=_rich(inline.content, of_text, before))
    return inline


def _with_word(text: str, group: TermGroup, word: str, before: str) -> str:
    def put(match: re.Match[str]) -> str:
        if " ".join(form_used(match, group).split()) == word:
            return match[0]
        made = inflected_as(match[0], group, word)
        is_first = begins_sentence(before + text[: match.start()])
        return made[:1].upper() + made[1:] if is_first and match[0][:1].isupper() else made

    return term_pattern(group).sub(put, text)
