"""A stranger's Markdown to Markdown that our reader knows, with what a reader of its page sees.

HTML in it becomes Markdown, as far as it is seen; references are resolved. What no page shows is
left out with its words: comments, tags, what is hidden or struck, descriptions and titles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocolkit.base.location import NOWHERE, Location
from protocolkit.importing.extract.markdown.definitions import Definition, definitions
from protocolkit.importing.extract.markdown.markup import Scanner
from protocolkit.importing.extract.markdown.printed import SIGNS, PrintedMarkdown
from protocolkit.importing.extract.markdown.printer import Printer
from protocolkit.importing.extract.markdown.quotes import without_marks
from protocolkit.importing.extract.web.css import StyleSheets
from protocolkit.reading.markdown import code_lines

# A line of our own format that names what is below it.
_ATTRIBUTES = re.compile(r"^[ \t]*(\{[^{}\n]{1,1000}\})[ \t]*$", re.MULTILINE)
_STYLE_BEGINS = re.compile(r"<style\b[^<>]{0,500}>", re.IGNORECASE)
_STYLE_ENDS = re.compile(r"</style\s{0,20}>", re.IGNORECASE)
# Without any of this, a text is Markdown as our reader knows it.
_FOREIGN = re.compile(
    r"<[A-Za-z!?/]|\]\(|^\s*\{|^\s+\[\^|~|!\[|\]:|\]\[|\{(?:--|>>)"
    r"|[\ufe00-\ufe0f\U000e0000-\U000e01ef]",
    re.MULTILINE,
)


def printed_markdown(text: str, location: Location = NOWHERE) -> PrintedMarkdown:
    """Return what a page shows of the body of a Markdown file."""
    text = without_marks(SIGNS.sub("", text))
    if not _FOREIGN.search(text):
        return PrintedMarkdown(marked=text)
    code = _code_spans(text)
    defined = list(definitions(text, code))
    known: dict[str, Definition] = {}
    for _, _, label, definition in defined:
        known.setdefault(label, definition)
    printer = Printer(StyleSheets(_styles(text), location), location)
    for begin, end, is_code in _parted(text, code, [(b, e) for b, e, _, _ in defined]):
        if is_code:
            printer.say(text[begin:end])
        else:
            for piece in Scanner(text[begin:end], known).pieces():
                printer.take(piece)
    told = [text[begin:end] for begin, end, _, _ in defined]
    return printer.printed([*told, *_ATTRIBUTES.findall(text)], _code_spans)


def _styles(text: str) -> Iterator[str]:
    """Yield the style sheets in a text; one that never ends is none."""
    position = 0
    while (begin := _STYLE_BEGINS.search(text, position)) is not None:
        end = _STYLE_ENDS.search(text, begin.end())
        if end is None:
            return
        yield text[begin.end() : end.start()]
        position = end.end()


def _code_spans(text: str) -> list[tuple[int, int]]:
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    last = len(starts) - 1
    return [(starts[begin], starts[min(end, last)]) for begin, end in code_lines(text)]


def _parted(
    text: str, code: list[tuple[int, int]], dropped: list[tuple[int, int]]
) -> Iterator[tuple[int, int, bool]]:
    """Yield the spans of a text between what is dropped, and whether each is code."""
    position = 0
    spans = sorted([(*span, True) for span in code] + [(*span, False) for span in dropped])
    for begin, end, is_code in spans:
        if begin < position:
            continue
        yield position, begin, False
        if is_code:
            yield begin, end, True
        position = end
    yield position, len(text), False
