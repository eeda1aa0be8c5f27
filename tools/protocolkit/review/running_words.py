"""What somebody wrote in the head or foot of the pages of a returned file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from protocolkit.base.messages import languages, translator
from protocolkit.document.cover import make_cover
from protocolkit.document.model import Protocol
from protocolkit.exchange.reaction_columns import FORM_STANDING
from protocolkit.importing.extract.word.package import W, WordPackage
from protocolkit.paper.shared.running_head import running_head
from protocolkit.reading.words_left_out import LeftOutReason
from protocolkit.review.remarks import PassedOver
from protocolkit.review.word_story import all_text
from protocolkit.text.safe_signs import shown_signs
from protocolkit.text.words import tokens

_KINDS = ("header", "footer")
_PAGES = re.compile(r"\{(?:page|total)\}")


def word_running_words(package: WordPackage) -> Iterator[str]:
    """Yield the paragraphs of the heads and feet of a Word file."""
    relations = package.relationships(package.main).values()
    for relation in (one for one in relations if one.kind in _KINDS and not one.is_outside):
        root = package.part(relation.target)
        yield from map(all_text, root.iter(f"{W}p") if root is not None else ())


def running_words(
    paragraphs: Iterable[str], submitted: Protocol, file: str
) -> Iterator[PassedOver]:
    """Yield each paragraph of a head or foot that we do not print there ourselves, once."""
    ours, told = _ours(submitted), set[tuple[str, ...]]()
    for words in map(shown_signs, paragraphs):
        said = tuple(tokens(words))
        if said and not any(one.fullmatch(" ".join(said)) for one in ours) and said not in told:
            told.add(said)
            yield PassedOver(words=words, reason=LeftOutReason.RUNNING, file=file)


def _ours(submitted: Protocol) -> list[re.Pattern[str]]:
    """Return what we print there: what the text is, whose, and the pages, whatever they count."""
    return [one for language in languages() for one in _ours_in(submitted, language)]


def _ours_in(submitted: Protocol, language: str) -> list[re.Pattern[str]]:
    translate = translator(language)
    cover = make_cover(submitted, translate, language)
    form = translate(FORM_STANDING)
    lines = [cover.mark, cover.standing, " ".join(running_head(cover)), form]
    pages = "1".join(_PAGES.split(translate("Page {page} of {total}")))
    counted = re.escape(" ".join(tokens(pages))).replace("1", "[0-9]+")
    return [*(re.compile(re.escape(" ".join(tokens(one)))) for one in lines), re.compile(counted)]
