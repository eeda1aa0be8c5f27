"""The count of a Word file stops an import that loses a word, whoever made that mistake."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importing.extract.word.word_files import SPACES, cell, p, package, part, r, row, styles, table
from protocolkit.base.problems import ProtocolkitError
from protocolkit.importing.extract.word.extract import extract_word
from protocolkit.importing.kind_of_file import import_opened, open_file
from protocolkit.importing.proof.word_count import prove_word
from protocolkit.importing.source.lines import Source
from protocolkit.reading.words_left_out import LeftOutReason

_NOTES = part(
    "w:footnotes",
    f'<w:footnote w:id="1">{p(r("De noot zegt meer."))}</w:footnote>'
    f'<w:footnote w:id="2">{p(r("Hier verwijst niets naar."))}</w:footnote>',
)
_BODY = (
    p(r("De telefoon is uit"), '<w:r><w:footnoteReference w:id="1"/></w:r>', r("."))
    + p(r("Dat is "), r("niet ", "<w:strike/>"), r("streng."))
    + table(row(cell(p(r("Wat"))), cell(p(r("Wie")))))
)
_FILE = package(_BODY, {"footnotes.xml": _NOTES, "header1.xml": part("w:hdr", p(r("Kopregel")))},
                kinds={"header1.xml": "header"})  # fmt: skip


def _refused(source: Source, content: bytes = _FILE) -> str:
    with pytest.raises(ProtocolkitError) as stopped:
        prove_word(content, source)
    return str(stopped.value)


def test_a_file_that_is_read_whole_is_proved() -> None:
    source = extract_word(_FILE)
    prove_word(_FILE, source)
    told = {found.part: (found.text, found.reason) for found in source.left_out if found.part}
    assert told == {
        "word/footnotes.xml": ("Hier verwijst niets naar.", LeftOutReason.NOT_CALLED),
        "word/header1.xml": ("Kopregel", LeftOutReason.RUNNING),
    }


@pytest.mark.parametrize(
    ("mistake", "words"),
    [
        (lambda s: replace(s, text=s.text.replace("streng", "      ")), "streng"),
        (lambda s: replace(s, text=s.text.replace("Wat\tWie", "Wat\tWat")), "Wie"),
        (lambda s: replace(s, left_out=()), "niet"),
        (lambda s: replace(s, left_out=s.left_out[:-1]), "Kopregel"),
        (lambda s: replace(s, text=s.text.replace("noot zegt", "zegt     ")), "noot"),
        (lambda s: replace(s, text=s.text.replace("\nWat", "XWat")), "XWat"),
        (lambda s: replace(s, added=()), "[1]"),
        (lambda s: replace(s, text=s.text + "meer", added=(*s.added, _end(s))), "meer"),
        (lambda s: replace(s, parts=()), "noot"),
    ],
)
def test_a_word_that_is_lost_moved_or_put_in_is_quoted(
    mistake: Callable[[Source], Source], words: str
) -> None:
    assert words in _refused(mistake(extract_word(_FILE)))


def _end(source: Source) -> tuple[int, int]:
    return len(source.text), len(source.text) + 4


def test_words_swapped_between_parts_are_not_the_same() -> None:
    """The same letters in all, one word in another part: counted per part, it shows."""
    body = p(r("roos"), '<w:r><w:footnoteReference w:id="1"/></w:r>')
    notes = part("w:footnotes", f'<w:footnote w:id="1">{p(r("reis"))}</w:footnote>')
    content = package(body, {"footnotes.xml": notes})
    source = extract_word(content)
    swapped = source.text.replace("roos", "?").replace("reis", "roos").replace("?", "reis")
    assert "roos" in _refused(replace(source, text=swapped), content)


def test_an_import_is_stopped_by_the_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(_FILE)
    whole = import_opened(open_file(path))
    assert "De telefoon is uit" in whole.markdown
    monkeypatch.setattr(
        "protocolkit.importing.kind_of_file.extract_word",
        lambda *given: replace(extract_word(*given), left_out=()),
    )
    with pytest.raises(ProtocolkitError, match="import-words-lost"):
        open_file(path)


def test_every_part_that_the_text_reaches_is_named() -> None:
    drawing = '<w:r><w:drawing><wp:inline><wp:docPr id="1" descr="Een fiets"/></wp:inline></w:drawing></w:r>'  # noqa: E501
    content = package(
        p(r("Tekst."), drawing),
        {
            "chart1.xml": "<c:chart xmlns:c='urn:c'><c:t>Aantal meldingen</c:t></c:chart>",
            "data1.xml": f"<x {SPACES}><a:t>Stap een</a:t></x>",
            "image1.svg": "<svg xmlns='http://www.w3.org/2000/svg'><text>Letters</text></svg>",
            "image2.png": "\x89PNG niets",
            "item1.xml": "<gegevens>Geheime tekst</gegevens>",
            "glossary.xml": part("w:glossaryDocument", p(r("Klik hier."))),
            "settings.xml": part("w:settings", "niet tellen"),
        },
        kinds={
            "chart1.xml": "chart",
            "data1.xml": "diagramData",
            "image1.svg": "image",
            "image2.png": "image",
            "item1.xml": "customXml",
            "glossary.xml": "glossaryDocument",
        },
    )
    source = extract_word(content)
    prove_word(content, source)
    assert [(found.text.strip(), found.reason) for found in source.left_out] == [
        ("Een fiets", LeftOutReason.DESCRIPTION),
        ("Aantal meldingen", LeftOutReason.PICTURE),
        ("Stap een", LeftOutReason.PICTURE),
        ("Letters", LeftOutReason.PICTURE),
        ("Geheime tekst", LeftOutReason.NOT_ON_PAGE),
        ("Klik hier.", LeftOutReason.NOT_ON_PAGE),
    ]


# -- any file at all ------------------------------------------------------------------------

_WORDS = st.sampled_from(["een", "regel", "5", "x²", "é", "(a)", "–", "niet", "1.", "•"])
_RUN = st.sampled_from(["", "<w:b/>", "<w:vanish/>", "<w:strike/>", '<w:color w:val="FFFFFF"/>',
                        '<w:rStyle w:val="A"/>', '<w:sz w:val="1"/>'])  # fmt: skip
_COMMENT = f'<w:comment w:id="0">{p(r("Kan dit?"))}</w:comment>'
_WRAPPERS = ("ins", "del", "moveFrom", "moveTo", "hyperlink", "smartTag", "sdt", "onbekend", "bdo")
_LEAVES = st.one_of(
    st.builds(lambda word, look: r(f"{word} ", look), _WORDS, _RUN),
    st.builds(lambda word: f"<w:r><w:delText>{word}</w:delText></w:r>", _WORDS),
    st.builds(lambda word: f"<w:r><w:instrText>{word}</w:instrText></w:r>", _WORDS),
    st.builds(lambda word: f"<m:oMath><m:r><m:t>{word}</m:t></m:r></m:oMath>", _WORDS),
    st.builds(
        lambda a, b: (
            f"<m:oMath><m:f><m:num><m:r><m:t>{a}</m:t></m:r></m:num>"
            f"<m:den><m:r><m:t>{b}</m:t></m:r></m:den></m:f></m:oMath>"
        ),
        _WORDS,
        _WORDS,
    ),
    st.sampled_from(
        [
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            '<w:r><w:footnoteReference w:id="1"/></w:r>',
            '<w:r><w:footnoteReference w:id="2" w:customMarkFollows="1"/><w:t>*</w:t></w:r>',
            '<w:r><w:commentReference w:id="0"/></w:r>',
            '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>',
            '<w:r><w:sym w:char="-1"/><w:noBreakHyphen/><w:tab/><w:br/></w:r>',
            "<w:r><w:instrText>TOC \\o</w:instrText></w:r>",
            "<w:r><w:instrText>MACROBUTTON geen [naam]</w:instrText></w:r>",
        ]
    ),
)


def _wrapped(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    content = st.lists(inside, max_size=3).map("".join)
    return st.one_of(
        st.builds(lambda name, text: f"<w:{name}>{text}</w:{name}>", st.sampled_from(_WRAPPERS),
                  content),
        st.builds(
            lambda one, other: '<mc:AlternateContent><mc:Choice Requires="wps">'
            f"{one}</mc:Choice><mc:Fallback>{other}</mc:Fallback></mc:AlternateContent>",
            content,
            content,
        ),
        st.builds(lambda text: f"<w:r><w:ruby><w:rt>{text}</w:rt></w:ruby></w:r>", content),
        st.builds(
            lambda text: f"<w:r><w:pict><v:shape alt='foto'><v:textbox><w:txbxContent>{p(text)}"
            "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>",
            content,
        ),
    )  # fmt: skip


_PIECES = st.recursive(_LEAVES, _wrapped, max_leaves=6)
_PARAGRAPH = st.builds(
    lambda pieces, look, mark: p(*pieces, properties=look, mark=mark),
    st.lists(_PIECES, max_size=4),
    st.sampled_from(["", '<w:numPr><w:numId w:val="1"/></w:numPr>', '<w:pStyle w:val="TOC1"/>']),
    st.sampled_from(["", "<w:del/>", "<w:vanish/>"]),
)


def _tabled(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    content = st.lists(inside, min_size=1, max_size=3).map("".join)
    made = st.builds(
        cell,
        content,
        st.sampled_from(["", "<w:vMerge/>", "<w:cellDel/>", '<w:gridSpan w:val="3"/>']),
    )
    rows = st.builds(
        lambda cells, look: row(*cells, properties=look),
        st.lists(made, min_size=1, max_size=3),
        st.sampled_from(["", "<w:del/>"]),
    )
    return st.one_of(
        st.lists(rows, max_size=3).map(lambda found: table(*found)),
        content.map(lambda text: f"<w:sdt><w:sdtContent>{text}</w:sdtContent></w:sdt>"),
        content.map(lambda text: f"<w:onbekend>{text}</w:onbekend>"),
    )


@given(st.lists(st.recursive(_PARAGRAPH, _tabled, max_leaves=5), max_size=4).map("".join))
def test_no_word_of_any_file_is_lost(body: str) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="Lid %1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    content = package(
        body,
        {
            "footnotes.xml": _NOTES,
            "comments.xml": part(
                "w:comments", f'<w:comment w:id="0">{p(r("Kan dit?"))}</w:comment>'
            ),
            "numbering.xml": part("w:numbering", numbering),
            "styles.xml": styles('<w:style w:type="character" w:styleId="A"/>'),
        },
    )
    prove_word(content, extract_word(content))
