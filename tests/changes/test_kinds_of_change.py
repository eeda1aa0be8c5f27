"""What two versions make of each other: small pairs, one idea each."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from change_laws import assert_in_order, assert_mirrors, assert_replays
from protocolkit.changes.change_set import ChangeKind, ChangeSet, version_of
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.changes.marked_lines import Shade, lines_of
from protocolkit.changes.pieces import PieceKind
from protocolkit.document.facts import Facts, Organisation
from protocolkit.document.model import Protocol
from protocolkit.document.richtext import plain
from protocolkit.reading.reader import read_protocol_text
from protocolkit.text.words import tokens

NOTHING = Protocol(facts=Facts(organisation=Organisation(name="")), title=(), parts=())
_HEAD = "---\nprotocol:\n  title: Proef\n  organisation: {name: De Brug}\n---\n\n# Proef\n\n"
_PHONE = "De leerling bergt zijn telefoon aan het begin van de les op in de kluis."
_PHOTO = "Ouders geven vooraf schriftelijk toestemming voor foto's op de website van de school."
_BULLY = "De mentor bespreekt iedere melding van pesten binnen vijf dagen met de ouders."


def compared(old: str, new: str) -> ChangeSet:
    versions = [version_of(read_protocol_text(_HEAD + text).protocol) for text in (old, new)]
    return compare_versions(*versions)


def told(found: ChangeSet) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return [(change.kind.value, change.old, change.new) for change in found.changes]


def marked(found: ChangeSet) -> list[tuple[str, str]]:
    return [
        (plain(piece.old).strip(), plain(piece.new).strip())
        for change in found.changes
        for piece in change.pieces
        if piece.kind is PieceKind.CHANGED
    ]


def clauses(*texts: str) -> str:
    """Return numbered clauses; a text may begin with its anchor: ``a5: De leerling``."""
    made = []
    for number, text in enumerate(texts, 1):
        anchor, _, words = text.partition(": ") if ": " in text[:5] else (f"a{number}", "", text)
        made.append(f"{{#{anchor}}}\n{number}. {words}\n")
    return "\n".join(made)


def test_only_the_words_that_differ_are_marked() -> None:
    found = compared(clauses(_PHONE), clauses(_PHONE.replace("in de kluis", "in zijn tas")))
    assert told(found) == [("changed", ("a1",), ("a1",))]
    assert marked(found) == [("de kluis", "zijn tas")]
    assert (found.counts.removed_words, found.counts.added_words) == (2, 2)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("12,50", "15,00"),
        ("12,50", "12,75"),
        ("1.250,00", "1.250,50"),
        ("12,-", "15,-"),
        ("12,5", "12,6"),
        ("10:30", "10:45"),
        ("1-2-2026", "1-3-2026"),
    ],
)
def test_a_number_is_marked_whole(old: str, new: str) -> None:
    text = "De bijdrage van {} staat in de gids, voor 2, 3 of 4 kinderen."
    found = compared(clauses(text.format(old)), clauses(text.format(new)))
    assert marked(found) == [(old, new)]


_REPORTS = """
Het College stelt jaarlijks vóór 1 september een verslag op van de werkzaamheden, het gevoerde
beleid in het algemeen en de doelmatigheid en doeltreffendheid van zijn werkwijze in het bijzonder
in het afgelopen kalenderjaar. Het verslag wordt gezonden aan Onze Minister.
"""
_SENDS = "Het jaarverslag, bedoeld in artikel 18 van de Kaderwet, wordt gezonden aan Onze Minister."


def test_the_same_words_are_marked_from_both_sides() -> None:
    """Words that occur more than once can be paired in more ways: article 58 of a real law."""
    texts = clauses(" ".join(_REPORTS.split())), clauses(_SENDS)
    found, other = compared(*texts), compared(*reversed(texts))
    assert_mirrors(found)
    assert [(new, old) for old, new in marked(other)] == marked(found)


def test_one_term_throughout_is_exactly_those_words() -> None:
    text = "De leerkracht en de leerkracht, of een andere leerkracht, beslist met de leerkracht."
    found = compared(clauses(text), clauses(text.replace("leerkracht", "leraar")))
    assert marked(found) == [("leerkracht", "leraar")] * 4


def test_an_inserted_clause_renumbers_what_follows() -> None:
    found = compared(
        clauses(_PHONE, _PHOTO), clauses(f"a1: {_PHONE}", f"b1: {_BULLY}", f"a2: {_PHOTO}")
    )
    assert told(found) == [("added", (), ("b1",)), ("renumbered", ("a2",), ("a2",))]
    assert found.counts.counted == 1
    assert found.counts.added_words == 14


def test_an_anchor_used_for_something_else_is_no_match() -> None:
    found = compared(clauses(_PHONE), clauses(_BULLY))
    assert told(found) == [("removed", ("a1",), ()), ("added", (), ("a1",))]


def test_equal_text_is_found_under_another_anchor() -> None:
    found = compared(
        clauses(_PHONE, _PHOTO), clauses(f"a2: {_BULLY}", f"a3: {_PHOTO}", f"a1: {_PHONE}")
    )
    kinds = {change.old + change.new: change.kind for change in found.changes}
    assert kinds["a2",] is ChangeKind.ADDED
    assert found.counts.removed_words == 0


def test_what_moved_and_kept_its_words_has_no_marked_word() -> None:
    found = compared(
        clauses(f"a1: {_PHONE}", f"a2: {_PHOTO}", f"a3: {_BULLY}"),
        clauses(f"a2: {_PHOTO}", f"a3: {_BULLY}", f"a1: {_PHONE}"),
    )
    assert ("moved", ("a1",), ("a1",)) in told(found)
    assert [change.kind for change in found.changes].count(ChangeKind.MOVED) == 1
    assert marked(found) == []


def test_what_moved_and_changed_is_a_change_that_moved() -> None:
    found = compared(
        clauses(f"a1: {_PHONE}", f"a2: {_PHOTO}", f"a3: {_BULLY}"),
        clauses(f"a2: {_PHOTO}", f"a3: {_BULLY}", f"a1: {_PHONE.replace('kluis', 'tas')}"),
    )
    moved = [change for change in found.changes if change.moved]
    assert [(change.kind, change.new) for change in moved] == [(ChangeKind.CHANGED, ("a1",))]
    assert marked(found) == [("kluis", "tas")]


def test_a_section_that_moved_is_one_move() -> None:
    one = f"{{#s1}}\n## Telefoon\n\n{clauses(_PHONE, _PHOTO)}\n"
    other = (
        f"{{#s2}}\n## Pesten\n\n{clauses(f'b1: {_BULLY}', f'b2: {_BULLY} En met de leiding.')}\n"
    )
    extra = f"\n{{#b3}}\n3. {_BULLY} Ook als dat later is dan de bedoeling was.\n\n"
    found = compared(one + other + extra, other + extra + one)
    assert told(found) == [("moved", ("s1",), ("s1",))]


def test_a_clause_that_was_split_marks_only_what_is_new() -> None:
    found = compared(clauses(f"{_PHONE} {_PHOTO}"), clauses(f"a1: {_PHONE}", f"a2: {_PHOTO}"))
    assert told(found) == [("split", ("a1",), ("a1", "a2"))]
    assert marked(found) == []
    [back] = compared(
        clauses(f"a1: {_PHONE}", f"a2: {_PHOTO}"), clauses(f"{_PHONE} {_PHOTO}")
    ).changes
    assert (back.kind, back.old, back.new) == (ChangeKind.MERGED, ("a1", "a2"), ("a1",))


@pytest.mark.parametrize("counts", [1, 3])
def test_a_clause_that_was_split_in_a_section_that_moved_has_no_marked_word(counts: int) -> None:
    """The clauses beside it moved too, whether there are more of them or none."""
    beside = "".join(f"{{#d{n}}}\n{n + 3}. {_BULLY} {'Zo ' * n}\n\n" for n in range(1, counts))
    ends = "De ouder tekent het formulier in de eerste week."
    whole = f"{{#s1}}\n## Toezicht\n\n{{#b1}}\n1. {_PHONE} {ends}\n\n{beside}"
    parts = f"{{#s1}}\n## Toezicht\n\n{{#b1}}\n1. {_PHONE}\n\n{{#b2}}\n2. {ends}\n\n{beside}"
    stays = "".join(f"{{#e{n}}}\n{n}. {_PHOTO} {'Ook ' * n}\n\n" for n in range(1, 9))
    other = f"{{#s2}}\n## Verlof\n\n{stays}"
    split, merged = compared(whole + other, other + parts), compared(parts + other, other + whole)
    assert ("split", ("b1",), ("b1", "b2")) in told(split)
    assert ("merged", ("b1", "b2"), ("b1",)) in told(merged)
    for found in (split, merged):
        assert marked(found) == []
        assert (found.counts.removed_words, found.counts.added_words) == (0, 0)
        assert_mirrors(found)
        assert_replays(found)
        assert_in_order(found)


def test_a_part_that_went_elsewhere_is_not_split_off_in_a_section_that_moved() -> None:
    ends = "De ouder tekent het formulier in de eerste week."
    first = "{{#s1}}\n## Toezicht\n\n{{#b1}}\n1. {}\n\n{{#b2}}\n2. {}\n\n"
    stays = "".join(f"{{#e{n}}}\n{n}. {_PHOTO} {'Ook ' * n}\n\n" for n in range(1, 9))
    other = f"{{#s2}}\n## Verlof\n\n{stays}"
    old = first.format(f"{_PHONE} {ends}", _BULLY) + other
    found = compared(old, other + first.format(_PHONE, _BULLY) + f"{{#b3}}\n3. {ends}\n\n")
    assert "split" not in {kind for kind, _, _ in told(found)}


def test_a_clause_emptied_to_vervallen_is_a_repeal() -> None:
    found = compared(clauses(_PHONE, _PHOTO), clauses("Vervallen.", _PHOTO))
    assert told(found) == [("repealed", ("a1",), ("a1",))]


@pytest.mark.parametrize(
    "words",
    [
        "Vervallen per 1 januari 2026.",
        "[Vervallen met ingang van 1 augustus 2026]",
        "Vervallen (besluit van de medezeggenschapsraad van 3 maart 2026).",
        "Vervallen, zie artikel 3.1.",
        "[Vervallen.]",
        "Vervallen per 1 jan. 2026; zie artikel 4.",
        "Dit lid is vervallen.",
        "Dit artikel is met ingang van 1-1-2026 vervallen.",
        "Deze bepaling vervalt per 1 januari 2026.",
    ],
)
def test_a_repeal_may_say_since_when_and_by_whom(words: str) -> None:
    found = compared(clauses(_PHONE, _BULLY, _PHOTO), clauses(_PHONE, words, _PHOTO))
    assert told(found) == [("repealed", ("a2",), ("a2",))]


@pytest.mark.parametrize(
    "words",
    [
        "Vervallen toestemmingen worden niet bewaard in de administratie.",
        "Deze regel vervalt als de school sluit aan het einde van het jaar.",
        "Vervallen per 1 januari. De mentor bewaart wat er staat nog een jaar.",
        "Dit lid is ook van toepassing op vervallen rechten van ouders.",
    ],
)
def test_a_rule_about_what_lapses_is_no_repeal(words: str) -> None:
    found = compared(clauses(_PHONE, _BULLY, _PHOTO), clauses(_PHONE, words, _PHOTO))
    assert "repealed" not in {kind for kind, *_ in told(found)}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (clauses("Vervallen.", _PHOTO), clauses(_PHONE, _PHOTO)),
        (clauses(_PHOTO, "[Vervallen]", _BULLY), clauses(_PHOTO, _PHONE, _BULLY)),
        (
            f"{{#s}}\n## Vervallen\n\n{clauses('Vervallen.')}",
            f"{{#s}}\n## Hek\n\n{clauses(_PHONE)}",
        ),
        (
            f"{{#s}}\n## Vervallen\n\n{{#t}}\n### Openen\n\n{clauses('Vervallen.')}",
            f"{{#s}}\n## Hek\n\n{{#t}}\n### Openen\n\n{clauses(_PHONE)}",
        ),
    ],
)
def test_what_is_filled_in_again_mirrors_a_repeal(old: str, new: str) -> None:
    found, other = compared(old, new), compared(new, old)
    assert {change.kind for change in found.changes} == {ChangeKind.CHANGED}
    assert all(change.refilled for change in found.changes)
    assert {change.kind for change in other.changes} == {ChangeKind.REPEALED}
    assert not any(change.refilled for change in other.changes)
    assert_mirrors(found)
    assert_mirrors(other)


def test_other_words_for_a_repeal_fill_nothing_in() -> None:
    found = compared(clauses("Vervallen.", _PHOTO), clauses("Vervallen per 1 mei 2026.", _PHOTO))
    assert [(change.kind, change.refilled) for change in found.changes] == [
        (ChangeKind.CHANGED, False)
    ]


def test_a_repealed_number_does_not_take_the_words_that_moved_on() -> None:
    found = compared(
        clauses(_PHONE, _BULLY),
        clauses(_PHONE, "Vervallen, zie lid 3 van dit artikel hierna.", f"b3: {_BULLY} Of eerder."),
    )
    assert ("added", (), ("a2",)) in told(found)
    assert any(old == ("a2",) and new == ("b3",) for _, old, new in told(found))


def test_a_reference_to_the_same_article_under_another_number_is_not_counted() -> None:
    old = (
        f"{{#art-1}}\nArtikel 1 {_PHONE}\n\n{{#art-2}}\nArtikel 2 Zie artikel 1 over de telefoon.\n"
    )
    new = (
        f"{{#art-0}}\nArtikel 1 {_BULLY}\n\n{{#art-1}}\nArtikel 2 {_PHONE}\n\n"
        "{#art-2}\nArtikel 3 Zie artikel 2 over de telefoon.\n"
    )
    found = compared(old, new)
    assert told(found) == [
        ("added", (), ("art-0",)),
        ("renumbered", ("art-1",), ("art-1",)),
        ("renumbered", ("art-2",), ("art-2",)),
    ]
    assert found.counts.removed_words == 0
    assert [piece.kind for piece in found.changes[2].pieces].count(PieceKind.CONSEQUENTIAL) == 1


def test_a_reference_that_leads_elsewhere_is_counted() -> None:
    articles = f"{{#art-1}}\nArtikel 1 {_PHONE}\n\n{{#art-2}}\nArtikel 2 {_PHOTO}\n\n"
    see = "{#art-3}\nArtikel 3 Zie artikel 1 over dit onderwerp.\n"
    found = compared(articles + see, articles + see.replace("artikel 1", "artikel 2"))
    assert marked(found) == [("1", "2")]


def test_markup_and_white_space_are_no_change() -> None:
    text = _PHONE.replace("de kluis", "**de kluis**").replace("De leerling", "De\nleerling")
    found = compared(clauses(_PHONE), clauses(text))
    assert found.changes == ()
    assert found.old.fingerprint == found.new.fingerprint


def test_a_status_line_is_told_and_not_counted() -> None:
    text = f"{{#a1}}\n{_PHONE}\n\n{{#slot}}\nTreedt in werking op een nader te bepalen tijdstip\n"
    found = compared(text, text.replace("op een nader te bepalen tijdstip", "per 01-08-2015"))
    assert found.changes == ()
    assert [(fact.fact, fact.anchor, fact.new) for fact in found.facts] == [
        ("", "slot", "Treedt in werking per 01-08-2015")
    ]


def test_a_fact_is_told_and_not_counted() -> None:
    body = _HEAD + clauses(_PHONE)
    new = body.replace("protocol:\n", "protocol:\n  status: vastgesteld\n  dated: 2026-05\n")
    versions = [version_of(read_protocol_text(text).protocol) for text in (body, new)]
    found = compare_versions(*versions)
    assert found.changes == ()
    assert [(fact.fact, fact.old, fact.new) for fact in found.facts] == [
        ("status", "onbekend", "vastgesteld"),
        ("dated", "", "2026-05"),
    ]


def test_a_note_that_only_got_another_number_is_renumbering() -> None:
    old = f"{{#a1}}\n1. {_PHONE}[^1]\n\n[^1]: Een smartwatch is ook een telefoon.\n"
    new = (
        f"{{#a0}}\n1. {_BULLY}[^1]\n\n{{#a1}}\n2. {_PHONE}[^2]\n\n"
        "[^1]: Zie het pestprotocol van de school.\n\n[^2]: Een smartwatch is ook een telefoon.\n"
    )
    found = compared(old, new)
    assert [kind for kind, *_ in told(found)] == ["added", "renumbered", "added", "renumbered"]
    assert found.counts.removed_words == 0


def test_a_point_that_changed_is_part_of_its_clause() -> None:
    old = (
        "{#a1}\n1. De leerling mag niet:\n\n"
        "   {style=lower-alpha}\n   1. bellen in de klas;\n   2. filmen op het plein.\n"
    )
    found = compared(old, old.replace("filmen", "foto's maken"))
    assert told(found) == [("changed", ("a1",), ("a1",))]
    assert marked(found) == [("filmen", "foto's maken")]


def test_a_table_is_compared_by_row_and_column() -> None:
    table = "{#a1}\n| Wat | Wie |\n|---|---|\n| Melding | Mentor |\n| Schorsing | Directeur |\n"
    new = (
        "{#a1}\n| Wat | Wie | Wanneer |\n|---|---|---|\n| Melding | Leraar | Direct |\n"
        "| Gesprek | Mentor | Later |\n| Schorsing | Directeur | Na overleg |\n"
    )
    found = compared(table, new)
    assert ("Mentor", "Leraar") in marked(found)
    added = {other for one, other in marked(found) if not one}
    assert added == {"Wanneer", "Direct", "Gesprek", "Mentor", "Later", "Na overleg"}


def test_a_paragraph_that_was_split_inside_its_clause_is_a_change_without_words() -> None:
    whole = "{#a1}\n1. Een leerling meldt zich bij de mentor. De mentor belt de ouders op.\n"
    parts = whole.replace("mentor. De", "mentor.\n\n   De")
    for old, new in ((whole, parts), (parts, whole)):
        found = compared(old, new)
        assert told(found) == [("changed", ("a1",), ("a1",))]
        assert found.counts.removed_words == found.counts.added_words == 0


def test_a_clause_is_renumbered_with_its_heading() -> None:
    old = f"{{#s1}}\n## 1 Telefoon\n\n{clauses(_PHONE)}\n"
    new = f"{{#s0}}\n## 1 Pesten\n\n{{#b1}}\n1. {_BULLY}\n\n" + old.replace("## 1", "## 2")
    found = compared(old, new)
    assert told(found) == [
        ("added", (), ("s0",)),
        ("added", (), ("b1",)),
        ("renumbered", ("s1",), ("s1",)),
        ("renumbered", ("a1",), ("a1",)),
    ]
    assert (found.changes[3].old_label, found.changes[3].new_label) == ("1.1", "2.1")


def test_where_a_link_leads_is_told_and_not_counted() -> None:
    text = "{#a1}\n1. Zie [de site van de school](https://example.org/a) voor *alle* tijden.\n"
    found = compared(text, text.replace("org/a", "org/b").replace("*alle*", "alle"))
    assert found.changes == ()
    [fact] = found.facts
    assert (fact.fact, fact.words, fact.anchor) == ("link", "de site van de school", "a1")
    assert (fact.old, fact.new) == ("https://example.org/a", "https://example.org/b")
    [fact] = compared(text, text.replace("[de site van de school](https://example.org/a)",
                                         "de site van de school")).facts  # fmt: skip
    assert (fact.old, fact.new) == ("https://example.org/a", "")


def test_a_link_to_a_place_with_another_anchor_leads_where_it_led() -> None:
    text = f"{clauses(_PHONE, 'Zie [het eerste lid](#a1).')}"
    found = compared(text, text.replace("a1", "b1"))
    assert (found.changes, found.facts) == ((), ())
    elsewhere = compared(text, text.replace("](#a1)", "](#a2)"))
    assert [(fact.old, fact.new) for fact in elsewhere.facts] == [("#a1", "#a2")]


def test_another_level_of_a_heading_is_told_and_not_counted() -> None:
    text = f"{{#s1}}\n## Hek\n\n{{#s2}}\n### Openen\n\n{clauses(_PHONE)}\n"
    found = compared(text, text.replace("###", "##"))
    assert found.counts.counted == 0
    assert [(fact.fact, fact.label, fact.old, fact.new) for fact in found.facts] == [
        ("level", "Openen", "3", "2")
    ]


def test_another_kind_of_text_is_told_and_not_counted() -> None:
    text = clauses(_PHONE, _PHOTO)
    found = compared(text, text.replace("{#a2}", "{#a2 .toelichting}"))
    assert (found.counts.counted, found.changes) == (0, ())
    assert [(fact.fact, fact.anchor, fact.old, fact.new) for fact in found.facts] == [
        ("kind", "a2", "regel", "toelichting")
    ]


def test_what_becomes_another_kind_with_its_heading_is_told_once() -> None:
    inner = f"{{#s2}}\n### Openen\n\n{clauses(_PHONE)}\n{{#a9 .uitgangspunt}}\n9. {_PHOTO}\n"
    text = f"{{#s1}}\n## Hek\n\n{inner}"
    found = compared(text, text.replace("{#s1}", "{#s1 .toelichting}"))
    assert [(fact.fact, fact.anchor, fact.old, fact.new) for fact in found.facts] == [
        ("kind", "s1", "regel", "toelichting")
    ]


def test_a_clause_that_joins_one_of_another_kind_is_told() -> None:
    text = f"{clauses(_PHONE)}\n{{#a2 .toelichting}}\n2. {_PHOTO}\n"
    found = compared(text, clauses(f"{_PHONE} {_PHOTO}"))
    assert told(found) == [("merged", ("a1", "a2"), ("a1",))]
    assert [(fact.fact, fact.anchor, fact.old, fact.new) for fact in found.facts] == [
        ("kind", "a1", "toelichting", "regel")
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{#a1}\nb. de school belt.\n", "{#a1}\nb.de school belt.\n"),
        ("{#a1}\nDe leerling belt. De mentor ook.\n", "{#a1}\nDe leerling belt.De mentor ook.\n"),
        ("{#a1}\nOuders/ verzorgers bellen.\n", "{#a1}\nOuders/verzorgers bellen.\n"),
        ("{#a1}\nHet is wel/niet zo.\n", "{#a1}\nHet is wel / niet zo.\n"),
        ("{#a1}\nHet is (wel) zo.\n", "{#a1}\nHet is ( wel ) zo .\n"),
    ],
)
def test_a_space_beside_a_sign_is_not_counted(old: str, new: str) -> None:
    for one, other in ((old, new), (new, old)):
        found = compared(one, other)
        assert found.counts.counted == 0
        assert found.counts.removed_words == found.counts.added_words == 0
        # no number changed
        assert {kind for kind, *_ in told(found)} <= ({"renumbered"} if "b." in old else set())


@pytest.mark.parametrize("sign", ["\u2010", "\u2011", "-\u00ad", "\u2060-\u2060"])
def test_another_hyphen_is_not_counted(sign: str) -> None:
    old = clauses("Een niet-openbare school in Den Haag belt.", _PHONE)
    new = old.replace("-", sign).replace("Den Haag", "Den\u00a0Haag").replace("belt", "be\u00adlt")
    for one, other in ((old, new), (new, old)):
        found = compared(one, other)
        assert found.counts.counted == 0
        assert found.counts.removed_words == found.counts.added_words == 0
        assert {fact.fact for fact in found.facts} == ({"spacing"} if len(sign) == 1 else set())
    dash = compared(old, old.replace("-", " – "))
    assert (dash.counts.removed_words, dash.counts.added_words) == (1, 3)


def test_other_spaces_that_make_other_words_are_told_as_such() -> None:
    old, new = clauses(_PHONE, "Ouders zijn wel/niet thuis."), clauses(_PHONE, "Ouders zijn niet.")
    spaced = old.replace("wel/niet", "wel / niet")
    [fact] = compared(old, spaced).facts
    assert (fact.fact, fact.label, fact.old, fact.new) == (
        "spacing",
        "Aanhef 2",
        "wel/niet",
        "wel / niet",
    )
    assert compared(old, new).facts == ()
    with_number = compared(spaced, old.replace("\n2. ", "\n7. "))
    assert told(with_number) == [("renumbered", ("a2",), ("a2",))]


def test_a_mark_that_calls_another_note_is_a_change_and_no_space() -> None:
    notes = "\n{#noot-1}\n[^1]: De mentor.\n\n{#noot-2}\n[^2]: De rector.\n"
    text = "{#a1}\nEerst[^1] en dan[^2].\n\n{#a2}\nVraag het[^1].\n" + notes
    for other in (text.replace("het[^1]", "het[^2]"), text.replace("Vraag het[^1]", "[^2]")):
        found = compared(text, other)
        assert told(found) == [("changed", ("a2",), ("a2",))]
        assert found.facts == ()
    assert marked(compared(text, text.replace("het[^1]", "het[^2]"))) == [("", "")]


def test_a_space_that_parts_words_is_counted() -> None:
    found = compared("{#a1}\nHet is te kort.\n", "{#a1}\nHet is tekort.\n")
    assert marked(found) == [("te kort", "tekort")]


def test_nothing_has_no_facts_to_change() -> None:
    text = version_of(read_protocol_text(_HEAD + clauses(_PHONE)).protocol)
    nothing = replace(text, path="niets", fingerprint="", protocol=NOTHING)
    for one, other in ((nothing, text), (text, nothing)):
        found = compare_versions(one, other)
        assert found.facts == ()
        assert len(found.changes) == 2


def test_markup_space_numbers_and_status_alone_count_nothing() -> None:
    """One clause of each kind, all at once."""
    old = (
        f"{{#s1}}\n## 1 Telefoon\n\n{clauses(_PHONE, _PHOTO)}\n"
        "{#a3}\n3. Zie [lid 2](#a2) en *de site*.\n\n{#slot}\nVersie 1.0\n"
    )
    new = old.replace("## 1", "## 4").replace("*de site*", "**de  site**").replace("1.0", "1.1")
    new = new.replace("\n2. ", "\n7. ").replace("[lid 2]", "[lid 7]").replace("op in", "op\nin")
    found = compared(old, new)
    assert found.counts.counted == 0
    assert found.counts.removed_words == found.counts.added_words == 0
    assert {kind for kind, *_ in told(found)} == {"renumbered"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("12.000 euro is de grens.", "14.000 euro is de grens."),
        ("8.30 uur begint de les.", "9.30 uur begint de les."),
        ("1.50 euro kost dit per kind.", "4.50 euro kost dit per kind."),
        ("1.9.2026 gaat dit in.", "1.10.2026 gaat dit in."),
        ("Artikel 6 van de AVG is de grondslag.", "Artikel 9 van de AVG is de grondslag."),
        ("Artikel 10 lid 2 geldt hier niet.", "Artikel 12 lid 2 geldt hier niet."),
        ("V. de Vries belt.", "X. de Vries belt."),
        ("3. dagen vooraf melden.", "5. dagen vooraf melden."),
        ("12° is te koud.", "10° is te koud."),
    ],
)
@pytest.mark.parametrize("is_heading", [False, True])
def test_an_amount_or_name_before_a_text_is_counted(old: str, new: str, is_heading: bool) -> None:
    lead = "### " if is_heading else ""
    texts = [
        f"## Hek\n\n{{#s1}}\n{lead}{text}\n\n{{#s2}}\nDe school belt.\n" for text in (old, new)
    ]
    for one, other in (texts, texts[::-1]):
        found = compared(one, other)
        assert found.counts.counted == 1
        assert (found.counts.removed_words, found.counts.added_words) == (1, 1)
        changed = next(iter(lines_of(found.changes[0].pairs, str, is_old=True)))
        assert any(run.shade is Shade.GONE for run in changed)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("12 jaar en ouder", "16 jaar en ouder"),
        ("3 weken vooraf", "6 weken vooraf"),
        ("2 begeleiders", "3 begeleiders"),
        ("8.30 uur: begin", "9.30 uur: begin"),
        ("Artikel 6 AVG", "Artikel 9 AVG"),
    ],
)
def test_an_amount_before_a_heading_is_counted(old: str, new: str) -> None:
    text = f"{{#s0}}\n## Hek\n\n{{#s1}}\n### {old}\n\n{clauses(_PHONE)}\n"
    found = compared(text, text.replace(old, new))
    assert [kind for kind, before, _ in told(found) if before == ("s1",)] == ["changed"]
    assert (found.counts.removed_words, found.counts.added_words) == (1, 1)


def test_the_article_of_a_law_under_articles_is_counted() -> None:
    """Also where it happens to be the number of an article of this text, or to follow on one."""
    law = "{#s1}\n### Artikel 5 Hek\n\n{#a1}\nArtikel 6 van de AVG is de grondslag.\n\n"
    old = f"{law}{{#s2}}\n### Artikel 6 Poort\n\n{{#a2}}\nDe school belt.\n"
    for number in ("9", "7"):
        found = compared(old, old.replace("Artikel 6 van", f"Artikel {number} van"))
        assert found.counts.counted == 1


def test_numbers_that_count_on_are_not_counted_whatever_follows() -> None:
    """Text with a small letter, a capital letter as a number, an article: all in a series."""
    old = (
        "{#s1}\n## A. Hek\n\n{#a1}\n1.1 het hek gaat dicht.\n\n{#a2}\n1.2 wie laat komt, belt.\n\n"
        "{#s2}\n## B. Poort\n\n{#a3}\nArtikel 1 van toepassing is de wet.\n\n"
        "{#a4}\nArtikel 2 dit hek is van ons.\n"
    )
    new = old.replace("## B", "## C").replace("## A", "## B").replace("1.2 ", "1.3 ")
    new = new.replace("1.1 ", "1.2 ").replace("Artikel 2", "Artikel 3")
    new = new.replace("Artikel 1", "Artikel 2")
    found = compared(old, new)
    assert {kind for kind, *_ in told(found)} == {"renumbered"}
    assert len(found.changes) == 6


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[12 dagen](#a1)", "[14 dagen](#a1)"),
        ("[artikel 2.1](#a1)", "[artikel 2.9](#a1)"),
        ("[de mentor](#a1)", "[de rector](#a1)"),
    ],
)
@pytest.mark.parametrize("number", ["1", "3"])
def test_other_words_in_a_link_are_counted(old: str, new: str, number: str) -> None:
    """Also where the place that it leads to got another number, which the link does not say."""
    text = f"{clauses(_PHONE)}\n{{#a2}}\n- Zie {old} en [lid 1](#a1) over dit onderwerp.\n"
    other = text.replace(old, new).replace("\n1. ", f"\n{number}. ")
    found = compared(text, other.replace("[lid 1]", f"[lid {number}]"))
    assert found.counts.counted == 1
    assert found.counts.removed_words == found.counts.added_words == 1


_TABLE = (
    "   | afstand | groep 1-4 | groep 5-8 |\n   |---|---|---|\n   | tot 2 km | lopen | fiets |\n"
)
_POINTS = "   {style=lower-alpha}\n   1. het doel van de reis en de dag;\n   2. de begeleiders.\n"


@pytest.mark.parametrize("gone", [_TABLE + "   | verder | bus | bus |\n", _POINTS])
@pytest.mark.parametrize("lead", ["Het vervoer gaat volgens deze tabel:", "Het plan noemt:"])
def test_a_table_or_list_that_went_to_the_next_clause_leaves_both_where_they_are(
    gone: str, lead: str
) -> None:
    after = "Elke bestuurder heeft een verzekering. De school vraagt een kopie van de polis."
    one = clauses(f"{lead}\n\n{gone}", after)
    other = clauses(lead, f"{after}\n\n{gone}")
    there, back = compared(one, other), compared(other, one)
    for found in (there, back):
        assert {kind for kind, *_ in told(found)} == {"changed"}
        assert {anchor for _, old, new in told(found) for anchor in old + new} == {"a1", "a2"}
        assert all(old == new for _, old, new in told(found))
    assert there.counts.removed_words == back.counts.added_words
    assert there.counts.added_words == back.counts.removed_words


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_rows_in_another_order_count_alike_from_both_sides(order: tuple[int, ...]) -> None:
    """Also where the rows that changed places have as many words as each other."""
    rows = [
        "| tot 2 km | lopen |",
        "| tot 10 km | bus |",
        "| verder | bus |",
        "| ver weg | trein |",
    ]
    head = "{#a1}\n| afstand | groep |\n|---|---|\n"
    one, other = (
        "\n".join([head + rows[0], *rows[1:]]),
        head + "\n".join(rows[at] for at in order),
    )
    there, back = compared(one, other).counts, compared(other, one).counts
    assert (there.removed_words, there.added_words) == (back.added_words, back.removed_words)
    assert there.removed_words == there.added_words


@pytest.mark.parametrize("order", list(permutations("xzn")))
def test_short_notes_that_came_and_went_between_others_mirror(order: tuple[str, ...]) -> None:
    notes = {
        "x": ("Fietsen staan in het rek", "Noot die tweemaal wordt genoemd."),
        "y": ("Steppen blijven thuis", "Noot twee."),
        "z": ("Telefoons liggen in de kluis", "Noot bij een punt."),
        "n": ("Op het plein is toezicht", "Nieuwe noot."),
    }
    one, other = (
        clauses(*(f"{name}: {notes[name][0]}[^{name}]." for name in names))
        + "".join(f"\n[^{name}]: {notes[name][1]}\n" for name in names)
        for names in ("xyz", order)
    )
    assert_mirrors(compared(one, other))


def test_of_two_rows_that_changed_places_the_shorter_one_moved() -> None:
    one = "{#a1}\n| Wat | Wie |\n|---|---|\n| tot 10 km | met de bus |\n| verder | bus |\n"
    longer, shorter = "| tot 10 km | met de bus |\n", "| verder | bus |\n"
    other = one.replace(longer + shorter, shorter + longer)
    assert one != other
    for found in (compared(one, other), compared(other, one)):
        assert (found.counts.removed_words, found.counts.added_words) == (2, 2)


@pytest.mark.parametrize("amount", ["12.000 ", "Artikel 6 van de wet, ", "V. "])
def test_an_amount_that_went_or_came_before_a_text_is_counted(amount: str) -> None:
    texts = [f"{{#s1}}\n{lead}de Vries betaalt euro's.\n" for lead in (amount, "")]
    for one, other in (texts, texts[::-1]):
        assert compared(one, other).counts.counted == 1
    there, back = compared(*texts).counts, compared(*texts[::-1]).counts
    assert there.removed_words == back.added_words > 0
    assert there.added_words == back.removed_words == 0


def test_a_number_that_went_or_came_in_a_list_is_not_counted() -> None:
    one = clauses(_PHONE, "dagen zonder school gelden niet.", _PHOTO)
    for old, new in ((one, one.replace("\n2. ", "\n")), (one.replace("\n2. ", "\n"), one)):
        assert compared(old, new).counts.counted == 0


_LID = "{#a1}\n1. De directeur neemt een telefoon in:\n\n"
_ALPHA, _ROMAN = "   {style=lower-alpha}\n", "      {style=lower-roman}\n"
_FLAT = f"{_LID}{_ALPHA}   1. als iemand dat vraagt;\n   2. als het veilig is.\n"
_NESTED = f"{_LID}{_ALPHA}   1. als iemand dat vraagt;\n\n{_ROMAN}      1. als het veilig is.\n"
_DOTS = f"{_LID}   - als iemand dat vraagt;\n   - als het veilig is.\n"
_DOTS_NESTED = f"{_LID}   - als iemand dat vraagt;\n     - als het veilig is.\n"
_AFTER = f"{_FLAT}\n   Dit geldt niet in de pauze.\n"
_INSIDE = f"{_FLAT}\n      Dit geldt niet in de pauze.\n"


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [(_FLAT, _NESTED, 1), (_DOTS, _DOTS_NESTED, 0), (_AFTER, _INSIDE, 0)],
)
def test_what_falls_under_something_else_is_a_change(one: str, other: str, words: int) -> None:
    """Each word is as it was, and what the rule says is not: it is a case of another one now."""
    for old, new in ((one, other), (other, one)):
        found = compared(old, new)
        assert told(found) == [("changed", ("a1",), ("a1",))]
        assert (found.counts.removed_words, found.counts.added_words) == (words, words)
        assert any(pair.stands_otherwise for pair in found.pairs)


def test_a_point_that_counts_on_is_no_change() -> None:
    found = compared(_FLAT, _FLAT.replace("   1. als", "   1. als er brand is;\n   2. als", 1))
    assert not any(pair.stands_otherwise for pair in found.pairs)
    assert marked(found) == [("", "als er brand is;")]


def test_a_heading_is_repealed_with_all_under_it() -> None:
    """One that is only called so while its clauses stay, changed."""
    old = f"{{#s}}\n## 3 Gevolgen\n\n{clauses(_PHONE)}"
    named = old.replace("Gevolgen", "Vervallen")
    assert told(compared(old, named)) == [("changed", ("s",), ("s",))]
    emptied = named.replace(_PHONE, "Vervallen.")
    assert [kind for kind, *_ in told(compared(old, emptied))] == ["repealed", "repealed"]


@pytest.mark.parametrize(
    "stands_near",
    [
        f"b2: {_PHONE}",
        f"b2: {_PHONE} Of eerder.",
        "b2: De directeur bergt zijn telefoon aan het begin van de les op in de kluis.",
        "b2: De kluis is open aan het begin van de les.",
    ],
)
def test_a_clause_emptied_under_its_number_is_a_repeal_whatever_stands_near(
    stands_near: str,
) -> None:
    old, new = clauses(_PHONE, _PHOTO), clauses("Vervallen.", stands_near, _PHOTO)
    assert {one[0] for one in told(compared(old, new))} - {"renumbered"} == {"repealed", "added"}
    assert {one[0] for one in told(compared(new, old))} - {"renumbered"} == {"changed", "removed"}
    assert_mirrors(compared(old, new))


def test_what_was_numbered_anew_with_its_neighbour_is_not_what_was_repealed() -> None:
    """A clause before it goes, all others take the next lower name, and one later is emptied."""
    words = ["De hal is open.", _PHONE, _BULLY, _PHOTO]
    old = clauses(*(f"a{n}: {one}" for n, one in enumerate(words, 1)))
    new = clauses(f"a1: {_PHONE}", f"a2: {_BULLY}", "a3: Vervallen.")
    found = compared(old, new)
    assert ("renumbered", ("a3",), ("a2",)) in told(found)
    assert not any(one == ("a3",) and other == ("a3",) for _, one, other in told(found))
    assert found.counts.removed_words == sum(len(tokens(one)) for one in (words[0], _PHOTO))
    assert_mirrors(found)
