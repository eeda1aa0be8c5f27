"""A problem is one line, whatever the name of the file or the words that it is about."""

from __future__ import annotations

from protocolkit.base.location import Location
from protocolkit.base.problems import problem
from protocolkit.repository_layout import DOCUMENT_NAME


def test_a_name_with_the_end_of_a_line_stays_on_one_line() -> None:
    place = Location("protocols/s/a\n\x1b[31mb\u2028.md", 3)
    assert str(place) == "protocols/s/a\\n\\x1b[31mb\\u2028.md:3"
    line = problem(DOCUMENT_NAME, place, name="a\nb", longest="80").line(lambda text: text)
    assert line.startswith("protocols/s/a\\n\\x1b[31mb\\u2028.md:3: ")
    assert "'a\\nb'" in line
    assert line.isprintable()
