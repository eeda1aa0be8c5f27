"""Sections of a page that hold plain text, where a browser shows them and where it does not."""

from __future__ import annotations

import pytest

from protocolkit.importing.extract.web.page_text import with_sections


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<p>a</p>", "<p>a</p>"),
        # in a page that is no XML only drawings and formulas have them
        ("<p><![CDATA[a < b]]></p>", "<p><![CDATA[a < b]]></p>"),
        ("<svg><text><![CDATA[a < b]]></text></svg>", "<svg><text>a &lt; b</text></svg>"),
        ("<math><![CDATA[a & b]]></math>", "<math>a &amp; b</math>"),
        ("<svg></svg><p><![CDATA[a]]></p>", "<svg></svg><p><![CDATA[a]]></p>"),
        ("<svg><svg></svg><![CDATA[a]]></svg>", "<svg><svg></svg>a</svg>"),
        ("</svg><p><![CDATA[a]]></p>", "</svg><p><![CDATA[a]]></p>"),
        # one that never ends goes on to the end
        ("<svg><![CDATA[a < b", "<svg>a &lt; b"),
        ("<svg><![CDATA[a]]>b<![CDATA[c]]></svg>", "<svg>abc</svg>"),
    ],
)
def test_a_section_is_text_in_a_drawing(text: str, found: str) -> None:
    assert with_sections(text) == found


def test_in_xml_every_section_is_text() -> None:
    assert with_sections("<p><![CDATA[a < b]]></p>", is_xml=True) == "<p>a &lt; b</p>"
