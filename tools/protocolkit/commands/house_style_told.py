"""What ``protocol check`` tells of house styles: what is used, and what is not taken over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from protocolkit.base.messages import Marked, mark
from protocolkit.commands.output import PROTOCOL, PROTOCOLS_NOUN, count, speak
from protocolkit.document.model import Protocol
from protocolkit.paper.house.folders import folders_with, house_names
from protocolkit.paper.house.fonts import unusable_files
from protocolkit.paper.house.style import (
    LOOK_FILES,
    REFERENCE_FILE,
    HouseStyle,
    read_house_style,
)


def house_style_lines(root: Path, protocols: Iterable[Protocol]) -> Iterator[str]:
    """Yield two lines for each Word file that gives protocols a look: what is used, what is not."""
    found: dict[str, tuple[HouseStyle, int]] = {}
    for protocol in protocols:
        style, _ = read_house_style(root, house_names(protocol))
        for file in style.files:
            if file.endswith(REFERENCE_FILE):
                found[file] = (style, found.get(file, (style, 0))[1] + 1)
    for file, (style, number) in sorted(found.items()):
        used = ", ".join(speak(one) for one in _used(style))
        whose = count(number, PROTOCOL, PROTOCOLS_NOUN)
        text = speak("{file}, for {protocols}. Used: {used}.")
        yield text.format(file=file, protocols=whose, used=used or speak("nothing"))
        if left_out := "; ".join(_left_out(style, file)):
            yield speak("Not taken over: {things}.").format(things=left_out)


def _used(style: HouseStyle) -> Iterator[Marked]:
    letterhead = style.letterhead
    if letterhead.head or letterhead.first_head:
        yield mark("letterhead")
    if letterhead.foot or letterhead.first_foot:
        yield mark("footer")
    if style.margins.top:
        yield mark("margins")
    if style.styles.looks:
        yield mark("letters and colours of text and headings")


def _left_out(style: HouseStyle, file: str) -> Iterator[str]:
    for message in style.left_out:
        yield message.in_words(speak)
    missing = [font for font in style.styles.fonts() if not style.printed(font)]
    unusable = ", ".join(unusable_files(style.fonts)) if missing else ""
    for font in missing:
        text = speak("the typeface {font} in the PDF: put its files in {folder}")
        if font in style.fonts.refused:
            text = speak("the typeface {font} in the PDF: no PDF can hold the files in {folder}")
        elif unusable:
            text = speak(
                "the typeface {font} in the PDF: {files} in {folder} cannot be used; what can is a "
                "whole file that ends in .ttf, .otf, .ttc or .otc"
            )
        folder = f"{file.rpartition('/')[0]}/fonts"
        yield text.format(font=font, folder=folder, files=unusable)


def unused_style_lines(root: Path, protocols: Iterable[Protocol]) -> Iterator[str]:
    """Yield a line for each folder with a look that no protocol has; ``protocols`` are all."""
    used = {name for protocol in protocols for name in house_names(protocol)}
    for folder in folders_with(root, LOOK_FILES):
        if folder not in used:
            text = speak(
                "templates/{folder}: no protocol is of a board or school with this name, so this "
                "house style is not used. Name the folder after the board or school."
            )
            yield text.format(folder=folder)
