"""How a text stands, in words: with the dates that are known and none that is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from protocolkit.base.messages import translator
from protocolkit.document.begins import first_day
from protocolkit.site.versions.notices import NoticeWriter
from protocolkit.site.versions.standing import standing_words
from protocolkit.versions.history import History, histories
from protocolkit.versions.known_text import KnownText
from versions_known import known_text

_ADOPTED = "{body: CvB, right: vaststelling, decision: vastgesteld, date: 2026-03-04}"


def said(present: str, kept: str, day: str = "2999-01-01") -> tuple[str, str]:
    """Return how a text of now and one before it stand, by what their front matter says."""
    [history] = _histories(present, kept)
    first, second = (standing_words(one, day, translator("nl"), "nl") for one in history.entries)
    return first, second


def _histories(present: str, kept: str) -> tuple[History, ...]:
    return histories([known_text("", "Nu.", present)], [known_text("1", "Toen.", kept)])


@pytest.mark.parametrize(
    ("facts", "now", "then"),
    [
        ("status: in werking", "geldt nu", "vervangen"),
        (
            "status: in werking\nvalid_from: 2026-08-01",
            "geldt nu, sinds 1 augustus 2026",
            "vervangen op 1 augustus 2026",
        ),
        (
            f"status: vastgesteld\napprovals: [{_ADOPTED}]",
            "geldt nu",
            "vervangen; de volgende tekst is vastgesteld op 4 maart 2026",
        ),
        (
            "status: vastgesteld\ndated: 2026-05",
            "geldt nu",
            "vervangen; de volgende tekst is van mei 2026",
        ),
        (
            "dated: '2026'",
            "nieuwste tekst hier; niet bekend of die geldt",
            "er is een nieuwere tekst, van 2026",
        ),
        ("", "nieuwste tekst hier; niet bekend of die geldt", "er is een nieuwere tekst"),
        ("status: ingetrokken", "ingetrokken", "vervangen"),
        ("status: vervangen", "vervangen", "vervangen"),
        ("status: concept", "niet vastgesteld: concept", "geldt nu"),
    ],
)
def test_each_standing_has_its_words(facts: str, now: str, then: str) -> None:
    first, second = said(facts, "status: in werking")
    assert (first, second) == (now, then)


@pytest.mark.parametrize(
    ("begins", "before", "words"),
    [
        ("2026-08-01", "2026-07-31", "1 augustus 2026"),
        ("2026-01", "2025-12-31", "1 januari 2026"),
        ("2026", "2025-12-31", "1 januari 2026"),
    ],
)
def test_the_text_of_before_holds_until_the_new_one_begins(
    begins: str, before: str, words: str
) -> None:
    facts = f"status: in werking\nvalid_from: {begins}"
    first, second = said(facts, "status: in werking", before)
    assert first.startswith("geldt vanaf ")
    assert second == f"geldt nu, tot {words}"
    first, second = said(facts, "status: in werking", first_day(begins))
    assert first.startswith("geldt nu, sinds ")
    assert second.startswith("vervangen op ")


def test_a_text_that_nobody_adopted_does_not_hold_until_another_begins() -> None:
    facts = "status: vastgesteld\nvalid_from: 2026-08-01"
    assert said(facts, "status: onbekend", "2026-07-31")[1] == "vervangen op 1 augustus 2026"


def test_a_text_with_a_small_correction_since_was_not_adopted_anew() -> None:
    before, now = (known_text("", words).fingerprint for words in ("Toen.", "Nu."))
    told = f'corrections: [{{told: 2026-05-12, fingerprint: "{now}"}}]'
    entry = f'{_ADOPTED[:-1]}, fingerprint: "{before}", {told}}}'
    first, second = said(
        f"status: vastgesteld\napprovals: [{entry}]",
        f"status: vastgesteld\napprovals: [{_ADOPTED}]",
    )
    assert first == "geldt nu"
    assert second == "verbeterd; dat is op 12 mei 2026 aan de raad gemeld"


def _coming(number: int, day: str) -> KnownText:
    facts = f"status: vastgesteld\nvalid_from: {day}"
    return replace(known_text(str(number), f"Tekst {number}.", facts), kept_on=f"2026-0{number}-01")


def test_every_text_to_come_is_named_in_the_order_of_their_days() -> None:
    days = ["2026-01-01", "2027-08-01", "2028-08-01"]
    kept = [_coming(number, day) for number, day in enumerate(days, 1)]
    present = known_text("", "Tekst 4.", "status: vastgesteld\nvalid_from: 2029-08-01")
    [history] = histories([present], kept)
    writer = NoticeWriter(history, translator("nl"), "nl")
    newest = writer.of_present(history.entries[0], "p", "2026-12-01")
    assert newest.sentence == (
        "Deze tekst is vastgesteld en geldt vanaf 1 augustus 2029. Tot die dag geldt versie '1', "
        "vanaf 1 augustus 2027 versie '2', vanaf 1 augustus 2028 versie '3'."
    )
    later = writer.of_present(history.entries[0], "p", "2028-09-01")
    assert later.sentence.endswith("Tot die dag geldt versie '3'.")
    first = writer.of_version(history.entries[-1], "p", "2026-12-01")
    assert [words for words, _ in first.links[1:-1]] == [
        "Er is ook een andere tekst: vastgesteld, geldt vanaf 1 augustus 2027",
        "Er is ook een andere tekst: vastgesteld, geldt vanaf 1 augustus 2028",
        "Er is ook een andere tekst: vastgesteld, geldt vanaf 1 augustus 2029",
    ]
