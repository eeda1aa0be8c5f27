"""XML of strangers: nothing declares anything, and what is damaged or too deep is named."""

from __future__ import annotations

import pytest

from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError
from protocolkit.importing.extract.shared.safe_xml import depth_of, read_xml

_PLACE = Location("x.xml")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "import-unsafe-xml"),
        (b"<!DOCTYPE html><a/>", "import-unsafe-xml"),
        # the declaration stands too far on to be seen before it is parsed
        (b"<!--" + b"x" * 100_000 + b"--><!DOCTYPE a><a/>", "import-unsafe-xml"),
        (b"<a><b></a>", "import-damaged"),
        (b"", "import-damaged"),
        (b"<a>" * 300 + b"</a>" * 300, "import-too-deep"),
    ],
)
def test_what_cannot_be_read_is_named(content: bytes, code: str) -> None:
    with pytest.raises(ProtocolkitError) as stopped:
        read_xml(content, _PLACE)
    assert stopped.value.problem.code.name == code


def test_remarks_and_instructions_are_no_part_of_a_word() -> None:
    root = read_xml(b"<a>te<!-- niet -->le<?php niet ?>foon</a>", _PLACE)
    assert "".join(root.itertext()) == "telefoon"


@pytest.mark.parametrize(
    ("content", "depth"), [(b"<a/>", 1), (b"<a><b/><c/></a>", 2), (b"<a><b><c/></b><d/></a>", 3)]
)
def test_how_deep_elements_lie(content: bytes, depth: int) -> None:
    assert depth_of(read_xml(content, _PLACE)) == depth
