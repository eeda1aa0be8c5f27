"""What we print before the text may stand on other lines of a copy."""

from __future__ import annotations

from protocolkit.review.front_pieces import FrontBlock, without_printed
from protocolkit.review.printed_around import FrontLine, PrintedAround
from protocolkit.review.word_story import Tracked


def _left(*lines: str, by: tuple[Tracked, ...] = (), first: int = 1) -> list[str]:
    printed = "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien"
    block = FrontBlock(
        gone=[printed], come=[FrontLine(old="", new=one, tracked=by) for one in lines], first=first
    )
    [made] = without_printed([block], PrintedAround(lines=(printed,)))
    return [one.new for one in made.come]


def test_what_we_print_may_stand_on_several_lines_of_a_copy() -> None:
    words = "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien".split()
    assert _left(*words[:11], " ".join(words[11:])) == []
    assert _left(*words) == words
    assert _left(" ".join(words), by=(Tracked(author="MR", date=""),)) == [" ".join(words)]


def test_a_copy_may_begin_amid_a_line_of_ours() -> None:
    assert _left("elf twaalf dertien", first=0) == []
    assert _left("dertien", first=0) == ["dertien"]
    assert _left("elf twaalf dertien", first=1) == ["elf twaalf dertien"]
