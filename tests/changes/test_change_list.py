"""What is told of changes, as text: each thing as a reader needs it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from protocolkit.base.messages import translator
from protocolkit.changes.change_list import list_changes
from protocolkit.changes.change_set import version_of
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.changes.plain_text import changes_text
from redlines import changes, protocol

_LONG = (
    "{#a1}\n1. De leerling bergt zijn telefoon aan het begin van de les op in de kluis. De mentor "
    "bespreekt iedere melding van pesten binnen vijf dagen met de ouders.\n\n"
    "{#a2}\n2. Ouders wachten buiten.\n"
)
_PARTS = _LONG.replace("kluis. De", "kluis.\n\n{#a9}\n2. De").replace("2. Ouders", "3. Ouders")
_ITEMS = (
    "{#a1}\n1. De conciërge opent het hek om acht uur.\n",
    "{#a2}\n2. Ouders wachten buiten het hek van de school.\n",
    "{#a3}\n3. De mentor belt de ouders thuis op.\n",
)
_TABLE = (
    "{#t}\n| Dag | Tijd |\n|---|---|\n| maandag | van 8.00 tot 17.00 uur open |\n"
    "| woensdag | van 8.00 tot 12.30 uur open |\n"
)


def text(old: str, new: str) -> list[str]:
    """Return the lines that are printed after the two versions."""
    translate = translator("nl")
    found = list_changes(changes(protocol(old), protocol(new)), translate)
    lines = changes_text(found, translate).rstrip("\n").split("\n")
    return lines[lines.index("", 3) + 1 :]


def test_a_split_shows_every_part() -> None:
    assert text(_LONG, _PARTS)[2:] == [
        "Aanhef 1, Aanhef 2: Gesplitst (eerst Aanhef 1)  #a1, a9",
        "  eerst: 1. De leerling bergt zijn telefoon aan het … van pesten binnen vijf dagen met de",
        "         ouders.",
        "  nu: 1. De leerling bergt zijn telefoon aan het begin van de les op in de kluis.",
        "      [nieuw: 2.] De mentor bespreekt iedere melding van pesten binnen vijf dagen met de",
        "      ouders.",
        "",
        "Alleen een ander nummer, dezelfde tekst (telt niet mee):",
        "- Aanhef 2 → Aanhef 3",
    ]


def test_a_merge_shows_every_part_and_the_changed_words() -> None:
    found = text(_PARTS, _LONG.replace("vijf dagen", "een week"))
    assert found[3:8] == [
        "Aanhef 1: Samengevoegd (eerst Aanhef 1, Aanhef 2)  #a1",
        "  eerst: 1. De leerling bergt zijn telefoon aan het begin van de les op in de kluis.",
        "         [weg: 2.] De mentor bespreekt iedere melding van pesten binnen [weg: vijf dagen]",
        "         met de ouders.",
        "  nu: 1. De leerling bergt zijn telefoon aan het … mentor bespreekt iedere melding van",
    ]


def test_a_table_is_told_by_row_and_cell() -> None:
    new = _TABLE.replace("12.30", "13.00").replace("| woens", "| dinsdag | dicht |\n| woens")
    assert text(_TABLE, new)[3:] == [
        "Aanhef, 1e tabel: Gewijzigd  #t",
        "  eerst: woensdag | van 8.00 tot [weg: 12.30] uur open",
        "  nu: [nieuw: dinsdag | dicht]",
        "      woensdag | van 8.00 tot [nieuw: 13.00] uur open",
    ]


def test_a_column_that_came_is_told_in_each_row() -> None:
    new = (
        "{#t}\n| Dag | Wie | Tijd |\n|---|---|---|\n"
        "| maandag | Jan | van 8.00 tot 17.00 uur open |\n"
        "| woensdag | Els | van 8.00 tot 12.30 uur open |\n"
    )
    assert "  nu: Dag | [nieuw: Wie] | Tijd" in text(_TABLE, new)
    assert "      woensdag | [nieuw: Els] | van 8.00 tot 12.30 uur open" in text(_TABLE, new)


def test_a_move_says_from_where_to_where() -> None:
    counted = zip((_ITEMS[1], _ITEMS[2], _ITEMS[0]), "231", "123", strict=True)
    new = "\n".join(item.replace(f"{old}. ", f"{now}. ") for item, old, now in counted)
    assert "Aanhef 3: Verplaatst (van Aanhef 1 naar Aanhef 3)  #a1" in text("\n".join(_ITEMS), new)


def test_a_move_under_the_same_label_says_after_what() -> None:
    sections = [
        f"{{#s{at}}}\n## {name}\n\n{_ITEMS[at].replace(f'{at + 1}. ', '1. ')}"
        for at, name in enumerate(("Hek", "Ouders", "Mentor"))
    ]
    new = "\n".join((sections[1], sections[2], sections[0]))
    found = text("\n".join(sections), new)
    assert "Kop 'Hek': Verplaatst (stond vooraan, staat nu na Mentor 1)  #s0" in found


def test_what_came_and_went_has_its_number_in_the_mark() -> None:
    assert "  nu: [nieuw: 3. De mentor belt de ouders thuis op.]" in text(
        "\n".join(_ITEMS[:2]), "\n".join(_ITEMS)
    )


def test_what_is_filled_in_again_says_so() -> None:
    old, new = "{#a}\n1. Vervallen.\n", "{#a}\n1. De mentor belt de ouders thuis op.\n"
    assert "Aanhef 1: Gewijzigd (opnieuw ingevuld)  #a" in text(old, new)


def test_what_falls_under_another_point_says_so_in_plain_words() -> None:
    old = (
        "{#a}\n1. Bel:\n\n   {style=lower-alpha}\n   1. de mentor;\n   2. de ouder:\n\n"
        "      {style=lower-roman}\n      1. thuis;\n{}\n"
    )
    inside, outside = "      2. op het werk.\n", "   3. op het werk.\n"
    made = "\n".join(text(old.replace("{}", outside), old.replace("{}", inside)))
    assert "('c.' valt nu onder het punt erboven en heet nu 'ii.')" in made
    made = "\n".join(text(old.replace("{}", inside), old.replace("{}", outside)))
    assert "('ii.' valt niet meer onder het punt erboven en heet nu 'c.')" in made


def test_links_and_levels_are_told() -> None:
    old = "{#s1}\n## Hek\n\n{#a}\n1. Zie [de site](https://example.org/a).\n\n{#s2}\n### Fiets\n"
    new = old.replace("org/a", "org/b").replace("###", "##")
    assert text(old, new) == [
        "Geen woord van de tekst is veranderd.",
        "- Niveau van de kop 'Fiets': 3 → 2",
        "- Waar 'de site' naartoe leidt (Hek 1): https://example.org/a → https://example.org/b",
    ]


@pytest.mark.parametrize(
    ("is_first", "said"),
    [
        (True, "Er was nog geen versie: dit is de eerste."),
        (False, "Het hele protocol vervalt; er komt geen andere versie voor in de plaats."),
    ],
)
def test_a_version_beside_nothing_says_what_that_means(is_first: bool, said: str) -> None:
    one = version_of(protocol(_ITEMS[0]))
    nothing = replace(version_of(protocol("", "")), path="niets", fingerprint="")
    versions = (nothing, one) if is_first else (one, nothing)
    found = list_changes(compare_versions(*versions), translator("nl"))
    assert found.summary[0] == said
    assert found.facts == ()


_FIVE = (
    "Leerlingen gebruiken in de klas geen telefoon.",
    "De leraar vraagt ouders schriftelijk toestemming voor een chatbot.",
    "Ouders krijgen aan het begin van het jaar een brief.",
    "De directeur houdt een lijst van programma's bij.",
    "De intern begeleider bespreekt klachten met het team.",
)


def _in_order(*places: int) -> str:
    return "\n".join(f"{{#p{at}}}\n{n}. {_FIVE[at - 1]}\n" for n, at in enumerate(places, 1))


def test_of_two_that_changed_places_what_stands_between_did_not_move() -> None:
    found = text(_in_order(1, 2, 3, 4, 5), _in_order(1, 4, 3, 2, 5))
    assert [line for line in found if "Verplaatst" in line] == [
        "Verplaatst: 2.",
        "Aanhef 2: Verplaatst (van Aanhef 4 naar Aanhef 2)  #p4",
        "Aanhef 4: Verplaatst (van Aanhef 2 naar Aanhef 4)  #p2",
    ]


def test_an_old_place_that_is_called_otherwise_now_says_that_it_is_the_old_number() -> None:
    hek, ouders, mentor = (
        f"{{#s{at}}}\n## {name}\n\n{_ITEMS[at].replace(f'{at + 1}. ', '1. ')}"
        for at, name in enumerate(("Hek", "Ouders", "Mentor"))
    )
    last = "{{#p}}\n{}. " + _FIVE[2] + "\n"
    old = (hek, last.format(2), mentor, ouders)
    new = (hek, f"{{#n}}\n2. {_FIVE[4]}\n", last.format(3), ouders, mentor)
    found = text("\n".join(old), "\n".join(new))
    moved = "Kop 'Mentor': Verplaatst (stond na Hek 2 (oud nummer), staat nu na Ouders 1)  #s2"
    assert moved in found
