"""Every word of a part of a Word file, and no space that is not there."""

from __future__ import annotations

from lxml import etree

from protocolkit.importing.extract.word.all_words import all_words
from protocolkit.importing.extract.word.package import W

_SPACE = f'xmlns:w="{W[1:-1]}"'


def test_a_word_in_several_runs_is_one_word() -> None:
    runs = "<w:r><w:t>^x</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>nadruk</w:t></w:r>"
    assert all_words(etree.fromstring(f"<w:p {_SPACE}>{runs}</w:p>")) == "^xnadruk"


def test_what_a_field_and_a_table_say_in_a_value_stands_apart() -> None:
    field = '<w:fldSimple w:instr="PAGE"><w:r><w:t>3</w:t></w:r></w:fldSimple>'
    text = f"<w:p {_SPACE}><w:r><w:t>blad</w:t></w:r>{field}</w:p>"
    assert all_words(etree.fromstring(text)) == "blad PAGE 3"
