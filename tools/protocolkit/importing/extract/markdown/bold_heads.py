"""Lines of a Markdown file in bold letters that are headings: nothing else in it is one."""

from __future__ import annotations

import re

# A line that is bold as a whole, and ends as no sentence does.
_LONE = re.compile(r"(?P<sign>\*\*|__)(?P<words>[^\s*_][^*_\n]{0,78}[^\s*_.;,])(?P=sign) *")
_HEADING = re.compile(r"^ {0,3}(?:#{2,6}\s|={2,} *$|-{2,} *$|```|~~~)", re.MULTILINE)
_FEWEST = 2


def with_bold_heads(text: str) -> str:
    """Return Markdown in which bold lines that stand alone are headings of the second level.

    That is so where two or more do, each above text, and no line is marked as a heading but the
    title.
    """
    if _HEADING.search(text):
        return text
    lines = text.split("\n")
    found = [n for n, line in enumerate(lines) if _LONE.fullmatch(line) and _is_alone(lines, n)]
    if len(found) < _FEWEST:
        return text
    for number in found:
        lines[number] = _LONE.sub(r"## \g<words>", lines[number])
    return "\n".join(lines)


def _is_alone(lines: list[str], number: int) -> bool:
    """Tell whether empty lines stand around a line, and below it text that is not such a line."""
    around = (*lines[max(number - 1, 0) : number], *lines[number + 1 : number + 2])
    below = next((line for line in lines[number + 1 :] if line.strip()), "")
    return not any(line.strip() for line in around) and bool(below) and not _LONE.fullmatch(below)
