"""Blocks of a template with their placeholders filled in, and what was filled in back out of them.

No other word changes: where a value is missing its placeholder stays, for ``protocol check``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from protocolkit.document.model import Block
from protocolkit.document.richtext import Emphasis, Inline, Link, NoteMark, RichText, Text
from protocolkit.document.tree import map_texts
from protocolkit.drafting.template.values import Placeholder, PlaceholderKind

ValueOf = Callable[[Placeholder], str]
_SENTENCE_END = (".", "!", "?")


def filled(
    blocks: Sequence[Block],
    placeholders: Sequence[Placeholder],
    value_of: ValueOf,
    note_labels: Mapping[str, str],
) -> tuple[Block, ...]:
    """Return blocks with placeholders filled in and the labels of notes exchanged.

    A placeholder without a value stays. A function at the beginning of a sentence gets a capital.
    """
    values = {found.printed: value_of(found) for found in placeholders}
    functions = {p.printed for p in placeholders if p.kind is PlaceholderKind.FUNCTION}
    known = {printed: value for printed, value in values.items() if value}

    def words(text: str, *, begins: bool) -> str:
        return _replaced(text, known, functions, begins=begins)

    return map_texts(blocks, lambda rich: _rich(rich, words, note_labels))


def values_in(
    text: str, offered: str, placeholders: Sequence[Placeholder]
) -> dict[str, str] | None:
    """Return what was filled in, by key, when a text is what was offered with values in it.

    None when any other word differs. A placeholder that still stands has no value.
    """
    by_printed = {found.printed: found for found in placeholders}
    said, model = " ".join(text.split()), " ".join(offered.split())
    places = list(_places(model, by_printed))
    stops = [begin for begin, _, _ in places] + [len(model)]
    starts = [0] + [end for _, end, _ in places]
    fixed = [model[start:stop] for start, stop in zip(starts, stops, strict=True)]
    if not places:
        return {} if said == model else None
    if not said.startswith(fixed[0]):
        return None
    values: dict[str, str] = {}
    at = len(fixed[0])
    for number, ((_, _, printed), after) in enumerate(zip(places, fixed[1:], strict=True), start=1):
        is_last = number == len(places)
        end = len(said) - len(after) if is_last else said.find(after, at + 1)
        # the first place where the next words stand; a value that holds them counts as edited
        if end <= at or said[end : end + len(after)] != after:
            return None
        if said[at:end] != printed:
            values.setdefault(by_printed[printed].key, said[at:end])
        at = end + len(after)
    return values


def _places(text: str, printed: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    ordered = sorted(printed, key=lambda word: (-len(word), word))
    if ordered:
        for found in re.finditer("|".join(map(re.escape, ordered)), text):
            yield found.start(), found.end(), found[0]


def _replaced(text: str, known: Mapping[str, str], functions: set[str], *, begins: bool) -> str:
    made, at = "", 0
    for begin, end, printed in _places(text, known):
        before = text[:begin].rstrip()
        is_first = before.endswith(_SENTENCE_END) if before else begins
        value = known[printed]
        made += text[at:begin]
        made += value[0].upper() + value[1:] if is_first and printed in functions else value
        at = end
    return made + text[at:]


Words = Callable[..., str]


def _rich(
    rich: RichText, words: Words, labels: Mapping[str, str], *, begins: bool = True
) -> RichText:
    made: list[Inline] = []
    for number, inline in enumerate(rich):
        is_first = begins and number == 0
        if isinstance(inline, Text):
            made.append(Text(words(inline.text, begins=is_first)))
        elif isinstance(inline, Emphasis | Link):
            made.append(
                replace(inline, content=_rich(inline.content, words, labels, begins=is_first))
            )
        elif isinstance(inline, NoteMark):
            made.append(NoteMark(labels.get(inline.label, inline.label)))
        else:
            made.append(inline)
    return tuple(made)
