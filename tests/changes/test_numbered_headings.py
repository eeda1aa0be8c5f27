"""Annexes and steps are counted in the words of headings; another number there only follows."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from protocolkit.changes.change_set import ChangeKind, ChangeSet, Version, version_of
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.changes.pieces import PieceKind
from protocolkit.document.model import Protocol
from protocolkit.document.richtext import plain
from protocolkit.reading.reader import read_protocol_text
from protocolkit.references.resolve import resolve_references

_LIST = "{#list}\n## {number}Lijst\n\n{#list-1}\nNaam, telefoon, medicijnen.\n\n"
_FORM = "{#form}\n## {number}Verklaring\n\n{#form-1}\nIk heb een geldig rijbewijs.\n\n"
_ROUTE = "{#route}\n## {number}Route\n\n{#route-1}\nDe route staat in de agenda.\n\n"


def _compared(form: str, old: Mapping[str, str], new: Mapping[str, str], said: str) -> ChangeSet:
    return compare_versions(*(version_of(_protocol(form, one, said)) for one in (old, new)))


def _protocol(form: str, numbers: Mapping[str, str], said: str) -> Protocol:
    texts = {"list": _LIST, "form": _FORM, "route": _ROUTE}
    body = "".join(
        texts[name].replace("{number}", form.format(number)) for name, number in numbers.items()
    )
    rule = f"{{#r}}\n## Regels\n\n{{#r-1}}\nZie {said.format(**numbers)}.\n\n"
    return read_protocol_text(f"# P\n\n{rule}{body}").protocol


_BEFORE, _AFTER = {"list": "1", "form": "2"}, {"route": "1", "list": "2", "form": "3"}
_FORMS = [
    ("Bijlage {} ", "bijlage"),
    ("Bijlage {}: ", "bijlage"),
    ("Bijlage {}. ", "bijlage"),
    ("BIJLAGE {} – ", "bijlage"),
    ("Stap {} ", "stap"),
    ("Deel {} ", "deel"),
    ("Onderdeel {} ", "onderdeel"),
    ("Fase {}: ", "fase"),
    ("Hoofdstuk {} ", "hoofdstuk"),
    ("§ {} ", "§"),
]


@pytest.mark.parametrize(("form", "word"), _FORMS)
def test_a_heading_put_before_others_changes_only_their_numbers(form: str, word: str) -> None:
    for said in (f"{word} {{list}}, daarna {word} {{form}},", f"{word} {{list}} en {{form}}"):
        found = _compared(form, _BEFORE, _AFTER, said)
        kinds = found.counts.kinds
        assert (kinds[ChangeKind.CHANGED], kinds[ChangeKind.ADDED]) == (0, 2), said
        assert found.counts.removed_words == 0
        assert kinds[ChangeKind.RENUMBERED] >= 3


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"list": "A", "form": "B"}, {"route": "A", "list": "B", "form": "C"}),
        ({"list": "I", "form": "II"}, {"route": "I", "list": "II", "form": "III"}),
        ({"list": "1", "form": "2"}, {"route": "A", "list": "B", "form": "C"}),
        ({"list": "1", "form": "2"}, {"route": "I", "list": "II", "form": "III"}),
    ],
)
def test_annexes_are_counted_in_letters_too(old: dict[str, str], new: dict[str, str]) -> None:
    found = _compared("Bijlage {} ", old, new, "bijlage {list} en bijlage {form}")
    assert (found.counts.counted, found.counts.removed_words) == (2, 0)


def test_annexes_that_changed_places_only_moved() -> None:
    found = _compared(
        "Bijlage {} ", _BEFORE, {"form": "1", "list": "2"}, "bijlage {list}, of bijlage {form}"
    )
    assert (found.counts.removed_words, found.counts.added_words) == (0, 0)
    assert found.counts.kinds[ChangeKind.CHANGED] == 0


def test_a_reference_to_another_annex_counts() -> None:
    old, new = (
        version_of(_protocol("Bijlage {} ", numbers, said))
        for numbers, said in ((_BEFORE, "bijlage {list}"), (_AFTER, "bijlage {form}"))
    )
    found = compare_versions(old, new)
    assert found.counts.kinds[ChangeKind.CHANGED] == 1
    assert found.counts.removed_words == 1


def test_an_annex_that_is_no_heading_here_is_another_file() -> None:
    old, new = (version_of(_protocol("{} ", _BEFORE, f"bijlage {n}")) for n in "45")
    assert compare_versions(old, new).counts.kinds[ChangeKind.CHANGED] == 1
    assert not resolve_references(old.protocol)


def test_an_annex_that_may_be_another_file_leaves_the_article_beside_it() -> None:
    found = _compared("Artikel {} ", _BEFORE, _AFTER, "artikel {list} en bijlage 9")
    assert found.counts.kinds[ChangeKind.CHANGED] == 0


def test_other_words_of_a_numbered_heading_count() -> None:
    old, new = (
        version_of(read_protocol_text(f"# P\n\n{{#b}}\n## {title}\n\n{{#b-1}}\nNaam.\n").protocol)
        for title in ("Bijlage 1 Lijst", "Bijlage 2 Lijst van kinderen")
    )
    found = compare_versions(old, new)
    assert (found.counts.removed_words, found.counts.added_words) == (0, 2)
    pieces = [piece for pair in found.pairs for piece in pair.pieces]
    assert [
        plain(piece.new).strip() for piece in pieces if piece.kind is PieceKind.CONSEQUENTIAL
    ] == ["2"]


def _headed(*titles: str, anchor: str = "", texts: tuple[str, ...] = ("Naam.", "Fiets.")) -> str:
    heads = zip(titles, texts, "ab", strict=True)
    return "".join(
        f"{f'{{#{anchor}{at}}}' if anchor else ''}\n## {title}\n\n{{#r-{text[:2].lower()}}}\n"
        f"1. {text}\n\n"
        for title, text, at in heads
    )


@pytest.mark.parametrize("anchor", ["", "h-"])
@pytest.mark.parametrize("form", ["{} ", "{}. ", *(form for form, _ in _FORMS)])
def test_a_heading_with_another_name_and_number_is_one_change(form: str, anchor: str) -> None:
    """The number follows; the name changed, whatever the heading beside it is called now."""
    old, new = (
        version_of(read_protocol_text(f"# P\n\n{_headed(*titles, anchor=anchor)}").protocol)
        for titles in (
            (f"{form.format(1)}Lijst", f"{form.format(2)}Rijden"),
            (f"{form.format(2)}Namen", f"{form.format(3)}Rijden"),
        )
    )
    for one, other in ((old, new), (new, old)):
        found = compare_versions(one, other).counts
        assert (found.counted, found.removed_words, found.added_words) == (1, 1, 1)


def test_a_chapter_with_another_name_and_number_is_one_change_with_all_under_it() -> None:
    """So is each heading under it that got another name: what stands under that is the same."""
    old = "## 1 Fietsen\n\n### 1.1 Lenen\n\n1. Zet hem terug.\n\n## 2 Slot\n\n1. Einde.\n"
    new = "## 2 Rijwielen\n\n### 2.1 Huren\n\n1. Zet hem terug.\n\n## 3 Slot\n\n1. Einde.\n"
    versions = (version_of(read_protocol_text(f"# P\n\n{text}").protocol) for text in (old, new))
    found = compare_versions(*versions).counts
    assert (found.counted, found.removed_words, found.added_words) == (2, 2, 2)


def test_a_heading_with_other_clauses_is_another_heading() -> None:
    old = _headed("1 Lijst", "2 Rijden")
    new = _headed("5 Namen", "6 Rijden", texts=("Honden blijven buiten.", "Fiets."))
    versions = (version_of(read_protocol_text(f"# P\n\n{text}").protocol) for text in (old, new))
    found = compare_versions(*versions).counts
    assert (found.kinds[ChangeKind.ADDED], found.kinds[ChangeKind.REMOVED]) == (2, 2)


_TEXTS = (
    "De school gaat om acht uur open.",
    "Verlof vraagt men vooraf.",
    "Wie wegblijft, belt de school.",
    "Het hek gaat dicht, anders dan {} zegt.",
)


def _articles(form: str, counts: str, said: str) -> Version:
    """Return a text of four articles, of which the last one refers to others."""
    body = "".join(
        f"{{#a{at}}}\n## {form.replace('N', count)} Over {at}\n\n{{#a{at}-1}}\n1. {text}\n\n"
        for at, (count, text) in enumerate(zip(counts.split(), _TEXTS, strict=True), 1)
    )
    return version_of(read_protocol_text("# P\n\n" + body.replace("{}", said)).protocol)


@pytest.mark.parametrize(
    ("form", "counts", "old", "new"),
    [
        ("Artikel N", "I II III IV", "artikel 3", "artikel III"),
        ("Artikel N", "I II III IV", "de artikelen 2 en 3", "de artikelen II en III"),
        ("Artikel N", "I II III IV", "artikelen 1 tot en met 3", "artikelen I tot en met III"),
        ("Artikel N", "I II III IV", "artikel 3 lid 1", "artikel III lid 1"),
        ("Artikel N", "I II III IV", "art. 3.1", "art. III.1"),
        ("§ N", "1 2 3 4", "artikel 3", "§ 3"),
        ("§ N", "1 2 3 4", "artikelen 2 en 3", "§§ 2 en 3"),
        ("§ N", "1 2 3 4", "artikel 3, eerste lid", "§ 3, eerste lid"),
        ("§ N", "1 2 3 4", "art. 3.1", "§ 3.1"),
        ("§ N", "1 2 3 4", "[artikel 3](#a3)", "[§ 3](#a3)"),
        ("Hoofdstuk N", "I II III IV", "artikel 3", "hoofdstuk III"),
    ],
)
def test_articles_that_are_counted_otherwise_are_cited_so(
    form: str, counts: str, old: str, new: str
) -> None:
    found = compare_versions(_articles("Artikel N", "1 2 3 4", old), _articles(form, counts, new))
    assert found.counts.counted == 0
    assert (found.counts.removed_words, found.counts.added_words) == (0, 0)


@pytest.mark.parametrize(
    ("form", "counts", "old", "new"),
    [
        ("Artikel N", "I II III IV", "artikel 3", "artikel II"),
        ("Artikel N", "I II III IV", "artikelen 1 tot en met 3", "artikelen I tot en met II"),
        ("Artikel N", "1 2 3 4", "artikel 3", "paragraaf 3"),
        ("§ N", "1 2 3 4", "artikel 3", "§ 2"),
        ("§ N", "1 2 3 4", "artikel 3", "bijlage 3"),
        ("§ N", "1 2 3 4", "artikel 2 en 3", "§ 2 of 3"),
    ],
)
def test_what_leads_elsewhere_or_is_called_as_it_was_counts(
    form: str, counts: str, old: str, new: str
) -> None:
    found = compare_versions(_articles("Artikel N", "1 2 3 4", old), _articles(form, counts, new))
    assert found.counts.counted == 1
