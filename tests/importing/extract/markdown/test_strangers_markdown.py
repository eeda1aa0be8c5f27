"""A stranger's Markdown: what no page shows of it is named, and every word is text or named."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from examples import examples
from protocolkit.base.problems import ProtocolkitError
from protocolkit.document.model import Protocol
from protocolkit.document.outline import protocol_text, protocol_tokens, rich_texts
from protocolkit.document.richtext import Link, walk
from protocolkit.importing.import_values import Imported
from protocolkit.importing.importer import import_markdown
from protocolkit.importing.markdown_file import read_markdown
from protocolkit.importing.proof.markdown_count import prove_markdown
from protocolkit.importing.source import codes
from protocolkit.importing.source.doubts import FOLDED, RAISED, STRUCK, UNTOLD
from protocolkit.importing.source.lines import Source
from protocolkit.importing.structure.found_facts import Wishes
from protocolkit.reading.reader import read_protocol_text
from protocolkit.reading.words_left_out import LeftOutReason
from protocolkit.reading.writer import write_parts
from strategies import protocols

_FILE = "# Protocol fietsen\n\n1. De leerling zet zijn fiets weg.\n\n{}\n\n3. De school ziet toe.\n"


def _imported(text: str) -> Imported:
    return import_markdown(read_markdown(text, "x.md"), Wishes(organisation="De Brug"))


def _text(found: Imported) -> str:
    return protocol_text(found.protocol)


@pytest.mark.parametrize(
    ("written", "named", "reason"),
    [
        ("2. Wie te laat is, mag ~~WEG~~ naar huis.", "WEG", LeftOutReason.STRUCK),
        ("2. Wie te laat is, mag <del>WEG</del> naar huis.", "WEG", LeftOutReason.STRUCK),
        (
            "2. Wie te laat is, mag <s class=x>**WEG**</s> naar huis.",
            "**WEG**",
            LeftOutReason.STRUCK,
        ),
        ("2. Wie te laat is, mag <span hidden>WEG</span> naar huis.", "WEG", LeftOutReason.HIDDEN),
        (
            '2. Wie te laat is, mag <b style="color:#fff">WEG</b> naar huis.',
            "WEG",
            LeftOutReason.COLOUR,
        ),
        (
            "2. Wie te laat is, mag <a>WEG</a> naar huis.\n\n<style>a{font-size:0}</style>",
            "WEG",
            LeftOutReason.SMALL,
        ),
    ],
)
def test_hidden_words_in_a_sentence_are_named_in_their_place(
    written: str, named: str, reason: LeftOutReason
) -> None:
    found = _imported(_FILE.format(written))
    assert "2. Wie te laat is, mag naar huis." in found.markdown
    (left,) = [one for one in found.ledger.left_out if one.text == named]
    assert (left.reason, left.is_in_sentence) == (reason, True)
    assert found.source.text[: left.at].endswith("mag ")


@pytest.mark.parametrize(
    "written",
    [
        "<!-- WEG -->",
        "<!--\nWEG\n\nen nog een alinea\n-->",
        "<div hidden>\n\n2. **WEG** met deze regel.\n\n</div>",
        '<p style="display:none">WEG</p>',
        "<script>\nlet WEG = 1;\n</script>",
        "[//]: # (WEG)",
        '[nergens]: https://x.nl "WEG"',
        "![WEG](plaat.png)",
        '![bord](plaat.png "WEG")',
        "![WEG][plaat]\n\n[plaat]: plaat.png",
        "<img src=x alt=WEG>",
        "<?php echo 'WEG' ?>",
        "<template>WEG</template>",
        "<del>\n\n2. WEG\n\n</del>",
        f"2. Een {'<span>' * 100}<del>WEG</del>.",
        f"2. Een <span {'x=y ' * 200}hidden>WEG</span>.",
        "## <i hidden>WEG</i>",
        "<details><summary hidden>WEG</summary>tekst</details>",
    ],
)
def test_what_no_page_shows_is_left_out_and_named(written: str) -> None:
    found = _imported(_FILE.format(written))
    assert "WEG" not in _text(found)
    assert any("WEG" in one.text for one in found.ledger.left_out)


@pytest.mark.parametrize(
    "written",
    [
        "2. In `code <del>BLIJFT</del>` staat het.",
        "```\n~~BLIJFT~~ <!-- BLIJFT -->\n```",
        r"2. Een \~~BLIJFT~~ en \<del>BLIJFT.",
        "2. Een <del>BLIJFT",
        "2. Als a<b en b>c BLIJFT het.",
        "[Let op]: BLIJFT",
        "2. Een <!-- BLIJFT zonder einde.",
        "<details open><summary>kop</summary>\n\nBLIJFT\n\n</details>",
        "<div>BLIJFT</div>",
        "Noot[^1].\n\n[^1]: BLIJFT.",
        "- Item[^1]\n\n  [^1]: BLIJFT.",
        "2. Een ~~ BLIJFT ~~ teken.",
    ],
)
def test_what_a_page_shows_is_text(written: str) -> None:
    found = _imported(_FILE.format(written))
    if written == "2. Een <del>BLIJFT":
        # an element that never ends ends with its paragraph, and all of it is struck
        assert "ziet toe" in _text(found)
    else:
        assert "BLIJFT" in _text(found)


@pytest.mark.parametrize(
    ("written", "doubt"),
    [
        ("2. De leerling mag ~niet~ fietsen.", STRUCK),
        ("2. De leerling mag {--niet--} fietsen.", STRUCK),
        ("2. De leerling mag {~~wel~>niet~~} fietsen.", STRUCK),
        ('2. De leerling mag <i style="color:#f4f4f4">niet</i> fietsen.', None),
        (
            '2. De leerling mag <i style="display:var(--x)">niet</i> fietsen.',
            UNTOLD,
        ),
        ("<details><summary>niet</summary></details>", FOLDED),
        ("2. Er staat niet<sup>2</sup> hier.", RAISED),
    ],
)
def test_what_cannot_be_told_is_text_with_a_doubt(written: str, doubt: str | None) -> None:
    found = _imported(_FILE.format(written))
    assert "niet" in _text(found)
    (odd,) = found.source.doubts
    assert doubt is None or odd.text is doubt
    assert found.source.text[odd.begin : odd.end].strip("-~") in {
        "niet",
        "wel~>niet",
        "2",
    }


def test_what_lies_deeper_than_any_page_is_refused() -> None:
    with pytest.raises(ProtocolkitError) as stopped:
        _imported(_FILE.format("<div>" * 300))
    assert stopped.value.problem.code is codes.DAMAGED


def test_what_is_left_empty_goes_too() -> None:
    found = _imported(_FILE.format("- een\n- ~~twee~~\n- drie **~~vier~~**\n\n## ~~vijf~~"))
    assert "- een" in found.markdown
    assert "- drie\n" in found.markdown
    assert "**" not in found.markdown
    assert [one.is_in_sentence for one in found.ledger.left_out] == [True] * 3


def test_subscripts_are_no_doubt() -> None:
    assert (
        _imported(
            _FILE.format("2. De H~2~O van de 10<sup>e</sup> kost ~5 of ~6 euro.")
        ).source.doubts
        == ()
    )


@pytest.mark.parametrize(
    "written",
    [
        "Zie [de wet][w].\n\n[w]: https://wet.nl 'De titel'",
        "Zie [de wet][].\n\n[De  Wet]: <https://wet.nl>",
        "Zie [de wet].\n\n[de wet]: https://wet.nl\n  (De titel)",
        'Zie [de wet](https://wet.nl "De titel").',
        "Zie <a href='https://wet.nl'>de wet</a>.",
        "[w]: https://wet.nl\n\nZie [de wet][w].",
    ],
)
def test_a_reference_is_a_link(written: str) -> None:
    found = _imported(_FILE.format(written))
    assert "Zie de wet." in _text(found)
    links = [
        one for rich in rich_texts(found.protocol) for one in walk(rich) if isinstance(one, Link)
    ]
    assert [link.target for link in links] == ["https://wet.nl"]
    if "titel" in written:
        assert any(one.text == "De titel" for one in found.ledger.left_out)


def test_html_becomes_lists_tables_and_headings() -> None:
    written = (
        "<h2>Regels</h2>\n<ol start=2><li>Twee<ul><li>sub</ul><li>Drie</ol>\n"
        "<table>\n    <tr><th>Wat<th>Mag\n    <tr><td>fiets</td><td>niet<br>ooit</td>\n</table>\n"
        "<p>Een<br>alinea.</p>"
    )
    found = _imported(f"# Protocol fietsen\n\n{written}\n")
    body = re.sub(r"\{#.*\}\n", "", found.markdown.split("\n---\n")[1])
    assert (
        body.split()
        == (
            "# Protocol fietsen ## Regels 2. Twee - sub 3. Drie | Wat | Mag | | --- | --- | "
            "| fiets | niet<br>ooit | Een\\ alinea."
        ).split()
    )


def test_settings_of_others_are_named_and_their_title_is_the_title() -> None:
    yaml = "---\ntitle: 'Protocol *fietsen*'\nauteur: Jan mag niet\n---\n\n1. De leerling fietst.\n"
    found = _imported(yaml)
    assert found.protocol.facts.title == "Protocol *fietsen*"
    (left,) = found.ledger.left_out
    assert (left.text, left.reason) == ("auteur: Jan mag niet", LeftOutReason.NOT_ON_PAGE)
    toml = '+++\ntitle = "Protocol fietsen"\n+++\n# Een andere titel\n\n1. De leerling fietst.\n'
    found = _imported(toml)
    assert found.protocol.facts.title == "Een andere titel"
    assert "Protocol fietsen" in found.ledger.left_out[0].text


def test_text_between_two_lines_at_the_top_is_text() -> None:
    assert "Lees dit eerst" in _text(_imported("---\n\nLees dit eerst.\n\n---\n\n1. Regel.\n"))


def test_settings_of_our_own_that_nobody_knows_are_named() -> None:
    text = (
        "---\n# met dank aan Jan\nauteur: Piet\nprotocol:\n  title: Fietsen\n"
        "  organisation: {name: De Brug, kind: bestuur}\n  geheim: mag niet\n"
        "  source: {file: bron/x.txt}\n---\n# Fietsen\n\n{#a}\n1. Een ~~regel~~.\n"
    )
    found = _imported(text)
    assert "~~regel~~" in _text(found)
    (left,) = found.ledger.left_out
    assert left.text.split("\n") == [
        "auteur: Piet",
        "protocol.geheim: mag niet",
        "# met dank aan Jan",
    ]


def test_a_style_sheet_that_never_ends_is_no_style() -> None:
    sheet = "<style>i{{color:#fff}}</style>\n\n2. Wel <i>BLIJFT</i>."
    found = _imported(_FILE.format(sheet.format()) + "<style>")
    assert "BLIJFT" not in _text(found)
    found = _imported(_FILE.format("2. Wel <i>BLIJFT</i>.\n\n{--een") + "<style>i{color:#fff}")
    assert "BLIJFT" in _text(found)


def test_breaks_in_a_row_and_in_a_heading() -> None:
    found = _imported(_FILE.format("## Kop<br>twee\n\n| a | b |\n|---|---|\n| c<br />d | e |"))
    assert "## Kop twee" in found.markdown
    assert "| c<br>d | e |" in found.markdown


def test_an_anchor_in_a_file_without_settings_is_told() -> None:
    found = _imported("# Protocol fietsen\n\n{#anker .regel}\n1. De leerling fietst.\n")
    assert [one.text for one in found.ledger.left_out] == ["{#anker .regel}"]


def test_a_lost_letter_refuses() -> None:
    protocol = read_protocol_text("# T\n\n1. een\n").protocol
    with pytest.raises(ProtocolkitError) as stopped:
        prove_markdown("# T\n\n1. een twee\n", Source(text="T\n1. een", lines=()), protocol)
    assert stopped.value.problem.code is codes.WORDS_LOST
    assert dict(stopped.value.problem.values)["words"] == "twee"


@examples(60, *HealthCheck)
@given(protocols())
def test_what_our_writer_makes_has_nothing_to_leave_out(wanted: Protocol) -> None:
    body = write_parts(wanted.parts, wanted.notes)
    plain = read_protocol_text(f"\n{body}").protocol
    found = read_markdown(f"\n{body}", "x.md")
    assert protocol_tokens(found.protocol) == protocol_tokens(plain)
    told = " ".join(one.text for one in found.source.left_out)
    assert re.fullmatch(r"(?:\{[^{}]*\}\s*)*", told)


_WRITTEN = (
    "<del> </del> <b> </b> ~~ ~ ** <!-- --> [a] [a][b] ](x) [b]:\x20https://x.nl ![a] (x) <div> "
    "</div> <table> <td> </td> <tr> <li> </ol> <ol> <br> ` ``` --- # | 1. - \\ <p\x20hidden> </p> "
    "{--  --} <style>p{color:#fff} </style> [^1] [^1]: &lt; \u200b"
)
_MARKUP = st.sampled_from([*_WRITTEN.split(" "), "\n", "\n\n", "\n    ", " "])
_ANY = st.lists(st.one_of(_MARKUP, st.sampled_from(["woord", "niet", "ja"])), max_size=25)


@examples(150, *HealthCheck)
@given(_ANY.map("".join))
def test_any_markdown_comes_in_or_is_refused(text: str) -> None:
    try:
        found = read_markdown(text, "x.md")
    except ProtocolkitError:
        return
    told = found.source.text + " ".join(one.text for one in found.source.left_out)
    for word in ("woord", "niet"):
        assert told.count(word) >= text.count(word)
