"""A text file to a source: its encoding, its lines, and what blank lines say."""

from __future__ import annotations

import codecs
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from protocolkit.base.location import NOWHERE, Location
from protocolkit.base.messages import Message, mark, message
from protocolkit.base.problems import ProtocolkitError, problem
from protocolkit.importing.extract.text.times import find_times
from protocolkit.importing.extract.text.unwrapped import unwrapped
from protocolkit.importing.source import codes
from protocolkit.importing.source.doubts import OTHER_CODE
from protocolkit.importing.source.limits import check_amount
from protocolkit.importing.source.lines import Doubt, Line, Source
from protocolkit.text.markers import find_starts
from protocolkit.text.safe_signs import whole_signs
from protocolkit.text.worded_starts import begins_with_letter, worded_starts

_ENCODING_READ = mark("The file was not in UTF-8; it was read as {encoding}.")
_MIXED = mark("The file is in UTF-8, but for line {lines}: that was read as Windows-1252.")
_MOST_NAMED = 20
_OTHERS_CODE = "cp1252"
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Characters that no text holds; a file with them is something else.
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# How Python keeps a byte that is no UTF-8, and what UTF-8 has beyond ASCII.
_FIRST_BYTE = 0xDC00
_BYTES = re.compile("[\udc80-\udcff]")
_BEYOND_ASCII = re.compile("[^\x00-\x7f\udc80-\udcff\ufeff]")
# What a Dutch text has beyond ASCII; encodings of the first Macintosh and of DOS.
_USUAL = frozenset("éèëêïîíóòöôüûúùáàäâçñ’‘“”„–—…€•°²³½§©®µ·×ßæø\xa0")
_CAPITALS, _RARER = frozenset("ÉÈËÊÏÓÖÜÁÀÄÇ"), 0.4
_OLDER_CODES = ("mac_roman", "cp850", "cp437")
_FEW_USUAL, _MOST_USUAL = 0.5, 0.9
# Few signs of a Dutch text are beyond ASCII.
_MOST_BEYOND = 0.3
_END_OF_FILE = "\x1a"
# Above this share, a space before a line is its indent and no sign of a new page.
_RARE = 0.12
_FEWEST_ROWS = 3
# How many spaces stand between the columns of a table, and at its widest cells.
_WIDE, _NARROW = 3, 2

_Cells = tuple[tuple[int, int], ...]
_Places = tuple[int, ...]


# The halves of a sign beyond the first 65,536, each in three bytes.
_PAIR = re.compile(rb"\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The text of a file, the encoding it was in, and the spans of lines that were in another."""

    text: str
    encoding: str
    odd: tuple[tuple[int, int], ...] = ()

    @property
    def notices(self) -> tuple[Message, ...]:
        """What a person should know of the encoding."""
        if self.odd:
            numbers = [self.text.count("\n", 0, begin) + 1 for begin, _ in self.odd[:_MOST_NAMED]]
            more = ["…"] if len(self.odd) > _MOST_NAMED else []
            return (message(_MIXED, lines=", ".join([*map(str, numbers), *more])),)
        if self.encoding != "utf-8":
            return (message(_ENCODING_READ, encoding=self.encoding),)
        return ()


def decode(content: bytes, location: Location = NOWHERE) -> Decoded:
    """Return the text of a file, with newlines as line ends.

    A byte-order mark decides; else UTF-8, UTF-16 without a mark, then Windows-1252. Lines of
    Windows-1252 in a file of UTF-8, as pasting makes them, are read by themselves. Raises
    :class:`ProtocolkitError` when it is no text.
    """
    content = _PAIR.sub(_as_one_sign, content)
    encoding = _encoding(content)
    is_mixed = False
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        whole = content.decode("utf-8", "surrogateescape")
        is_mixed = encoding.startswith("utf-8") and bool(_BEYOND_ASCII.search(whole))
        encoding = encoding if is_mixed else _likeliest(content)
        text = whole if is_mixed else content.decode(encoding, errors="replace")
    text = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    text = text.rstrip(_END_OF_FILE)
    odd = tuple(_lines_with_bytes(text)) if is_mixed else ()
    text = _BYTES.sub(_by_itself, text) if is_mixed else text
    if _BINARY.search(text) or text.count("\ufffd") > len(text) / 100:
        raise ProtocolkitError(problem(codes.NOT_TEXT, location))
    return Decoded(text=text, encoding=encoding.removesuffix("-sig"), odd=odd)


def _as_one_sign(found: re.Match[bytes]) -> bytes:
    """Return a sign that was written as its two halves, each as a sign of UTF-8 (CESU-8)."""
    return whole_signs(found[0].decode("utf-8", "surrogatepass")).encode()


def _likeliest(content: bytes) -> str:
    """Return the encoding of one byte per sign in which a text has the signs of Dutch.

    It is Windows-1252, unless that has hardly any of them and another one nearly all.
    """
    beyond = bytes(byte for byte in content if byte > 0x7F)

    def share(encoding: str) -> float:
        signs = beyond.decode(encoding, "replace")
        usual = sum((sign in _USUAL) + _RARER * (sign in _CAPITALS) for sign in signs)
        return usual / max(len(signs), 1)

    if share(_OTHERS_CODE) >= _FEW_USUAL or len(beyond) > _MOST_BEYOND * len(content):
        return _OTHERS_CODE
    best = max(_OLDER_CODES, key=share)
    return best if share(best) >= _MOST_USUAL else _OTHERS_CODE


def _lines_with_bytes(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the lines in which a byte is no UTF-8."""
    end = -1
    for found in _BYTES.finditer(text):
        if found.start() > end:
            end = text.find("\n", found.start())
            end = len(text) if end < 0 else end
            yield text.rfind("\n", 0, found.start()) + 1, end


def _by_itself(found: re.Match[str]) -> str:
    # each byte becomes one sign, so that places stay what they are
    byte = bytes([ord(found[0]) - _FIRST_BYTE])
    return byte.decode(_OTHERS_CODE, "replace")


def extract_text(content: bytes, location: Location = NOWHERE) -> Source:
    """Return a text file as a source. Raises :class:`ProtocolkitError` when it is no text."""
    found = decode(content, location)
    text = found.text
    check_amount(sum(1 for line in text.split("\n") if line.strip()), len(text), location)
    doubts = tuple(Doubt(begin=begin, end=end, text=OTHER_CODE) for begin, end in found.odd)
    return Source(text=text, lines=text_lines(text), notices=found.notices, doubts=doubts)


def text_lines(text: str) -> tuple[Line, ...]:
    """Return the lines of a text that hold words.

    A blank line with a space in it counts double where others are empty: it was a paragraph
    without words, the empty ones are only line spacing.
    """
    raw = text.split("\n")
    blanks = [line for line in raw if not line.strip()]
    has_spacing = any(not line for line in blanks) and any(blanks)
    single = [bool(re.match(r" \S", line)) for line in raw]
    is_telling = sum(single) <= max(_RARE * sum(map(bool, map(str.strip, raw))), 1)
    lines: list[Line] = []
    offset, gap, page = 0, 0.0, 1
    for number, line in enumerate(raw):
        words = line.strip()
        feeds = line.count("\f")
        starts = bool(feeds) or (is_telling and single[number])
        page += feeds or int(starts and bool(lines))
        if not words:
            gap += 2 if has_spacing and line else 1
        else:
            begin = offset + line.index(words)
            indent = len(line[: begin - offset].replace("\f", "").expandtabs(4))
            lines.append(
                Line(
                    text=words,
                    begin=begin,
                    page=page,
                    gap=gap,
                    indent=0 if starts and indent == 1 else indent,
                    right=indent + len(words),
                    is_spaced=line.endswith("  "),
                    is_page_start=starts or (bool(lines) and lines[-1].page != page),
                )
            )
            gap = 0.0
        offset += len(line) + 1
    return unwrapped(_with_aligned(_with_tables(lines, text)))


def _with_tables(lines: list[Line], text: str) -> list[Line]:
    """Mark runs of lines with equally many tabs as rows of a table.

    Tabs beside each other are one, as typists set them, or have an empty cell between them: the
    row before says which, else the row after.
    """
    found: list[Line] = []
    times = find_times(lines)
    forms = [_cell_forms(line, text, n in times) for n, line in enumerate(lines)]
    table = 0
    for number, line in enumerate(lines):
        before = found[-1] if found and line.gap == 0 else None
        is_followed = number + 1 < len(lines) and lines[number + 1].gap == 0
        later = [len(cells) for cells in forms[number + 1]] if is_followed else []
        going_on = (one for one in forms[number] if before and len(one) == len(before.cells))
        beginning = (one for one in forms[number] if len(one) in later)
        cells = next(going_on, ())
        if not cells:
            cells = next(beginning, ())
            table += bool(cells)
        found.append(replace(line, cells=cells, table=table) if cells else line)
    return found


def _cell_forms(line: Line, text: str, is_timed: bool) -> tuple[_Cells, ...]:
    """Return the ways to read a line as two cells or more: each tab ends one, then all together.

    ``is_timed`` says that it begins with a time.
    """
    together = _cells(line)
    if "\t" not in text[max(line.begin - 1, 0) : line.end + 1]:
        return ()
    if _is_item(line, together) and not is_timed:
        return ()
    begin, end = text.rfind("\n", 0, line.begin) + 1, text.find("\n", line.end)
    raw = text[begin : end if end >= 0 else len(text)]
    position, each = begin, []
    for cell in raw.split("\t"):
        words = cell.strip()
        place = min(max(position + cell.find(words), line.begin), line.end)
        each.append((place, place + len(words)))
        position += len(cell) + 1
    return tuple(form for form in (tuple(each), together) if len(form) > 1)


def _with_aligned(lines: list[Line]) -> list[Line]:
    """Mark runs of lines whose parts stand exactly below each other as rows of a table."""
    found, times = list(lines), find_times(lines)
    table = max((line.table for line in lines), default=0)
    begin = 0
    while begin < len(found):
        width, end = _aligned_run(found, begin, times)
        if end - begin >= _FEWEST_ROWS:
            table += 1
            found[begin:end] = [
                replace(line, cells=_parts(line, width), table=table) for line in found[begin:end]
            ]
        begin = end
    return found


def _aligned_run(lines: Sequence[Line], begin: int, times: Collection[int]) -> tuple[int, int]:
    """Return the width of the spaces between the columns of rows that begin here, and their end.

    The widest cell of a column may leave two spaces before the next; then others leave more.
    """
    wide, narrow = (_end_of_run(lines, begin, times, width) for width in (_WIDE, _NARROW))
    rows = lines[begin:narrow]
    is_padded = any(" " * _WIDE in line.text for line in rows)
    return (_NARROW, narrow) if narrow > wide and is_padded else (_WIDE, wide)


def _end_of_run(lines: Sequence[Line], begin: int, times: Collection[int], width: int) -> int:
    """Return where the rows end whose parts stand as those of the first do."""
    places = _places(lines[begin], begin in times, width)
    end = begin + 1
    while places and end < len(lines):
        own = _places(lines[end], end in times, width)
        if not _is_below(lines[end], lines[end - 1], own, places):
            break
        end += 1
    return end


def _is_below(line: Line, before: Line, own: _Places, places: _Places) -> bool:
    if len(own) != len(places) or line.gap > max(before.gap, 1.0) or line.is_page_start:
        return False
    return all(abs(one - other) <= 1 for one, other in zip(own, places, strict=True))


def _places(line: Line, is_timed: bool, width: int) -> _Places:
    """Return at which letter each part of a line but the first begins; () when it has one part."""
    parts = _parts(line, width)
    if line.cells or "\t" in line.text or (_is_item(line, parts) and not is_timed):
        return ()
    if any(line.text[begin - line.begin] == ":" for begin, _ in parts[1:]):
        return ()
    return tuple(begin - line.begin + int(line.indent) for begin, _ in parts[1:])


def _parts(line: Line, width: int) -> _Cells:
    """Return the parts that so many spaces, or more, set apart in a line."""
    spans = [found.span() for found in re.finditer(rf"\S+(?: {{1,{width - 1}}}\S+)*", line.text)]
    return tuple((line.begin + begin, line.begin + end) for begin, end in spans)


def _is_item(line: Line, spans: tuple[tuple[int, int], ...]) -> bool:
    """Tell whether a tab or wide space only sets a marker apart from its words."""
    cells = [line.text[begin - line.begin : end - line.begin] for begin, end in spans]
    if len(cells) != 2:
        return False
    typed = f"{cells[0].strip()} {cells[1]}"
    starts = (*find_starts(typed), *worded_starts(typed))
    is_letter = len(cells[0]) == 1 and begins_with_letter(typed)
    return is_letter or any(start.marker == cells[0].strip() for start in starts)


def _cells(line: Line) -> tuple[tuple[int, int], ...]:
    """Return the cells that tabs set apart in a line; one cell when there is no tab."""
    spans = [found.span() for found in re.finditer(r"[^\t]+", line.text)]
    return tuple((line.begin + begin, line.begin + end) for begin, end in spans)


def _encoding(content: bytes) -> str:
    for bom, name in _BOMS:
        if content.startswith(bom):
            return name
    head = content[:4000]
    if head.count(0) > len(head) // 4:
        return "utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be"
    return "utf-8"
