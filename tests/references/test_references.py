"""References in words: how they are recognised, what they lead to, and links made of them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from protocolkit.document.model import Clause, Paragraph, Protocol
from protocolkit.document.outline import addressable, protocol_tokens, rich_texts
from protocolkit.document.richtext import Emphasis, HardBreak, Link, NoteMark, Text, plain, walk
from protocolkit.document.tree import block_texts
from protocolkit.reading.reader import read_protocol_text
from protocolkit.references import resolve_references, with_reference_links
from protocolkit.references.citations import find_citations
from protocolkit.references.resolve import LooseCitations
from seeds import SLUGS, protocol
from strategies import protocols

_BODY = """\
---
protocol:
  organisation: {name: X}
---

# T

{#hs-1}
## Hoofdstuk 1 Sancties en gevolgen

{#art-5}
### Artikel 5

{#lid-1}
1. Het eerste.

{#lid-2}
2. De leerling:

   {#punt style=lower-alpha}
   1. bloost;
   2. groet.

{#b}
## B. Voor medewerkers

{#b-1}
1. Een.

{#b-2}
2. {TEXT}

{#vrij}
## Sancties en gevolgen voor medewerkers
"""


def _targets(text: str) -> list[tuple[str, str]]:
    read = read_protocol_text(_BODY.replace("{TEXT}", text)).protocol
    return [(found.text, found.target) for found in resolve_references(read)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zie artikel B:2.", [("artikel B:2", "b-2")]),
        ("Zie (artikel B.1).", [("artikel B.1", "b-1")]),
        ("Zie art. B1.", [("art. B1", "b-1")]),
        ("Zie artikel 5.", [("artikel 5", "art-5")]),
        ("artikel 5, tweede lid", [("artikel 5, tweede lid", "lid-2")]),
        (
            "artikel 5, tweede lid, onderdeel b, telt",
            [("artikel 5, tweede lid, onderdeel b", "lid-2")],
        ),
        ("art. 5 lid 2 sub a", [("art. 5 lid 2 sub a", "punt")]),
        ("art. 5 lid 2 sub c", [("art. 5 lid 2 sub c", "")]),
        ("artikel 5, derde lid", [("artikel 5, derde lid", "")]),
        ("artikel 9", [("artikel 9", "")]),
        ("hoofdstuk 1", [("hoofdstuk 1", "hs-1")]),
        ("paragraaf B", [("paragraaf B", "b")]),
        ("het eerste lid", [("eerste lid", "b-1")]),
        ("lid 1 en lid 7", [("lid 1", "b-1"), ("lid 7", "")]),
        ("de artikelen 5 en B.1", [("artikelen 5", "art-5"), ("B.1", "b-1")]),
        ("Zie ook: sancties en gevolgen.", [("sancties en gevolgen", "hs-1")]),
        (
            "Zie ook: sancties en gevolgen voor medewerkers en leerlingen.",
            [("sancties en gevolgen", "hs-1")],
        ),
        (
            "Zie ook: sancties en gevolgen voor medewerkers.",
            [("sancties en gevolgen voor medewerkers", "vrij")],
        ),
        ("Zie ook: de website van de school.", []),
        ("artikel 4 AVG", []),
        ("artikel 5, tweede lid, van de Wet medezeggenschap op scholen", []),
        ("artikel 11.2 lid 2 CAO PO", []),
        ("de artikelen 5 en 7 van de wet", []),
        ("artikel 5, eerste lid, en artikel 7 van de Grondwet", []),
        ("AVG, artikel 5", []),
        ("artikel 3 van het pestprotocol", []),
        ("artikel 5 van dit protocol", [("artikel 5", "art-5")]),
        ("[artikel 5](#b-1)", []),
        ("Het eerste lid van de commissie", []),
        ("Er zijn 5 artikelen te koop", []),
    ],
)
def test_what_words_refer_to(text: str, expected: list[tuple[str, str]]) -> None:
    assert _targets(text) == expected


def test_the_references_of_the_five_protocols() -> None:
    found = {
        (slug, reference.anchor, reference.target)
        for slug in SLUGS
        for reference in resolve_references(protocol(slug))
    }
    assert found == {
        ("cvo-baarn-soest", "art-a-6", "art-b-2"),
        ("cvo-baarn-soest", "noot-4", "sancties"),
        ("lucas-onderwijs", "noot-3", "sancties"),
        ("oponoa", "noot-2", "hs-4"),
    }


def _article(markers: list[str], text: str) -> list[str]:
    """Return what a text refers to below an article of clauses ``c0``, ``c1`` and so on."""
    clauses = "".join(
        f"{{#c{place}}}\n{marker} Dit is zo.\n\n" for place, marker in enumerate(markers)
    )
    read = read_protocol_text(f"# T\n\n{{#artikel-3}}\n## Artikel 3\n\n{clauses}{text}\n")
    return [reference.target for reference in resolve_references(read.protocol)]


@pytest.mark.parametrize(
    "markers",
    [
        ["1.", "a.", "2.", "a.", "b."],
        ["(1)", "a.", "(2)", "a.", "b."],
        ["1.", "(a)", "2.", "(a)", "(b)"],
    ],
)
def test_points_below_a_member_are_its_own(markers: list[str]) -> None:
    text = "Zie artikel 3 lid 1 onder b en artikel 3 lid 2 onder b."
    assert _article(markers, text) == ["", "c4"]


def test_a_point_in_figures_is_no_member() -> None:
    assert _article(["1.", "1°", "2.", "1°", "2°"], "Zie artikel 3 lid 2.") == ["c2"]


def test_items_that_restart_count_beside_the_clause_first() -> None:
    text = (
        "# T\n\n{#h}\n## Doel\n\n{#a}\n1. Zie artikel 2.\n\n{#b}\n2. x\n\n"
        "{#i}\n## Regels\n\n{#c}\n1. Zie artikel 2.\n\n{#d}\n2. x\n"
    )
    found = resolve_references(read_protocol_text(text).protocol)
    assert [(reference.anchor, reference.target) for reference in found] == [("a", "b"), ("c", "d")]


def test_a_link_goes_around_the_words_and_never_around_a_note() -> None:
    rich = (
        Text("Zie arti"),
        Emphasis(content=(Text("kel 5"),)),
        Text(", twee"),
        NoteMark("1"),
        Text("de"),
        HardBreak(),
        Text("lid."),
    )
    read = read_protocol_text(_BODY.replace("{TEXT}", "x")).protocol
    clause = Clause(anchor="z", blocks=(Paragraph(rich),))
    before = Protocol(facts=read.facts, title=read.title, parts=(*read.parts, clause))
    after = with_reference_links(before)
    (block,) = after.parts[-1].blocks  # type: ignore[union-attr]
    assert isinstance(block, Paragraph)
    target = "#lid-2"
    assert block.content == (
        Text("Zie "),
        Link(target=target, content=(Text("arti"), rich[1], Text(", twee"))),
        NoteMark("1"),
        Link(target=target, content=(Text("de"), HardBreak(), Text("lid"))),
        Text("."),
    )


_REFERRING = st.sampled_from(
    [
        "zie artikel B:2",
        "artikel 5, tweede lid",
        "lid 1",
        "Zie ook: sancties en gevolgen",
        "art. 5 AVG",
    ]
)


@given(protocols(), st.lists(_REFERRING, max_size=3))
@examples(80)
def test_links_change_no_word_and_stay_in_place(drawn: Protocol, texts: list[str]) -> None:
    more = tuple(
        Clause(
            anchor=f"x-{number}",
            marker=f"{number}.",
            blocks=(
                Paragraph(
                    (Emphasis(content=(Text(text[:6]),)), Text(f"{text[6:]}.")),
                ),
            ),
        )
        for number, text in enumerate(texts, start=1)
    )
    before = Protocol(
        facts=drawn.facts, title=drawn.title, parts=(*more, *drawn.parts), notes=drawn.notes
    )
    after = with_reference_links(before)
    assert protocol_tokens(after) == protocol_tokens(before)
    assert [plain(rich) for rich in rich_texts(after)] == [
        plain(rich) for rich in rich_texts(before)
    ]
    assert with_reference_links(after) == after
    for rich in rich_texts(after):
        for inline in walk(rich):
            if isinstance(inline, Link):
                assert not any(isinstance(inner, Link) for inner in walk(inline.content))


@given(protocols())
@examples(60)
def test_a_reference_is_where_it_says(drawn: Protocol) -> None:
    texts = {item.anchor: list(block_texts(item.blocks)) for item in addressable(drawn)}
    for reference in resolve_references(drawn):
        text = plain(texts[reference.anchor][reference.block])
        assert text[reference.start : reference.end] == reference.text


@given(st.text(st.sampled_from("artikel 5,lid2tweede sub b§AVG:.en°"), max_size=60))
def test_citations_follow_each_other(text: str) -> None:
    found = find_citations(text)
    assert all(0 <= citation.start < citation.end <= len(text) for citation in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


_LOOSE = """\
# T

{#art-5}
## Artikel 5

{#lid-1}
1. Het eerste:

   {#punt style=lower-alpha}
   1. bloost;

{#lid-2}
2. Het tweede.

{#art-6}
## Artikel 6

{#enig}
De leerling:

{#enig-a style=lower-alpha}
1. groet.

{#art-7}
## Artikel 7

{#zeven}
Dit is alles.
"""


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Over artikel 5 lid 2 hebben wij een vraag.", ["lid-2"]),
        ("Over artikel 5, eerste lid, onder a.", ["punt"]),
        ("Over artikel 7 hebben wij niets, over artikel 8 wel.", ["art-7", ""]),
        ("Over artikel 5 van de Grondwet zeggen wij niets.", [""]),
        ("Het is goed zo.", []),
    ],
)
def test_what_a_letter_cites_is_found_by_its_number(text: str, targets: list[str]) -> None:
    cited = LooseCitations(read_protocol_text(_LOOSE).protocol)
    assert [target for _, target in cited.cited_in(text)] == targets
