"""The order of a protocol's versions, what holds now, and what took whose place."""

from __future__ import annotations

from protocolkit.document.fingerprints import protocol_fingerprint
from protocolkit.versions.entry import TextStanding
from protocolkit.versions.history import histories
from protocolkit.versions.known_text import KnownText
from versions_known import known_text

HOLDS, NEWEST, REPLACED = TextStanding.HOLDS, TextStanding.NEWEST, TextStanding.REPLACED


def told(present: list[KnownText], kept: list[KnownText]) -> list[tuple[str, TextStanding]]:
    [history] = histories(present, kept)
    return [(entry.name, entry.standing) for entry in history.entries]


def test_what_nobody_kept_has_no_history() -> None:
    assert histories([known_text("", "Nu.")], []) == ()


def test_names_order_versions_by_their_numbers() -> None:
    kept = [known_text("10", "Tien."), known_text("9", "Negen."), known_text("9.1", "Negen een.")]
    assert told([known_text("", "Nu.")], kept) == [
        ("", HOLDS),
        ("10", REPLACED),
        ("9.1", REPLACED),
        ("9", REPLACED),
    ]


def test_dates_order_versions_when_each_has_one() -> None:
    old = known_text("z", "Oud.", "status: in werking\nvalid_from: 2019-08-01")
    new = known_text("a", "Nieuw.", "status: in werking\ndated: 2023")
    assert told([], [new, old])[-1] == ("z", REPLACED)
    undated = known_text("b", "Geen datum.")
    assert [name for name, _ in told([], [new, old, undated])] == ["z", "b", "a"]


def test_the_present_text_and_its_kept_version_are_one() -> None:
    present = known_text("", "Nu.", "status: in werking\nvalid_from: 2026-08-01")
    [history] = histories(
        [present], [known_text("2", "Nu.", "status: vastgesteld"), known_text("1", "Toen.")]
    )
    newest, old = history.entries
    assert (newest.name, newest.present, newest.standing) == ("2", present, HOLDS)
    assert newest.kept is not None
    assert old.successor is not None
    assert old.successor.facts.valid_from == "2026-08-01"
    assert history.pairs == ((old, newest),)


def test_what_is_on_its_way_replaces_nothing() -> None:
    present = known_text("", "Voorstel.", "status: voorgelegd")
    [history] = histories([present], [known_text("1", "Toen.")])
    assert [entry.standing for entry in history.entries] == [TextStanding.PENDING, HOLDS]
    assert history.newest.name == "1"
    assert history.newest.successor is None


def test_nothing_holds_that_nobody_knows_of() -> None:
    earlier = [("", NEWEST), ("1", TextStanding.EARLIER)]
    assert told([known_text("", "Nu.", "")], [known_text("1", "Toen.", "")]) == earlier
    assert told([known_text("", "Nu.", "status: ingetrokken")], [known_text("1", "Toen.")])[0] == (
        "",
        TextStanding.WITHDRAWN,
    )
    assert told([known_text("", "Nu.", "status: vervangen")], [known_text("1", "Toen.")])[0] == (
        "",
        REPLACED,
    )


def test_a_protocol_that_went_does_not_hold_and_a_draft_hides_nothing() -> None:
    kept = [known_text("1", "Toen.")]
    assert told([], kept) == [("1", NEWEST)]
    [history] = histories([], kept, hidden=[("pesten", "aa")])
    assert history.entries[0].standing is HOLDS


def test_a_protocol_with_another_name_keeps_its_history() -> None:
    kept = [known_text("1", "Toen."), known_text("2", "Nu.")]
    [history] = histories([known_text("", "Nu.", slug="bb")], kept)
    assert (history.place, history.former) == (("pesten", "bb"), (("pesten", "aa"),))
    assert [entry.name for entry in history.entries] == ["2", "1"]


def test_its_history_stays_when_the_text_goes_on() -> None:
    kept = [known_text("1", "Toen."), known_text("2", "Nu."), known_text("2", "Nu.", slug="bb")]
    [history] = histories([known_text("", "Straks.", slug="bb")], kept)
    assert [entry.name for entry in history.entries] == ["", "2", "aa@2", "1"]


def test_another_with_the_same_words_is_no_other_name() -> None:
    both = [known_text("", "Nu.", slug="bb"), known_text("", "Nu.", slug="cc")]
    [history] = histories(both, [known_text("1", "Nu.")])
    assert (history.place, history.former) == (("pesten", "aa"), ())


def test_a_version_with_the_words_of_now_is_not_called_old() -> None:
    """Whenever it was kept: before a decision, twice, or long ago."""
    kept = [
        known_text("voorgelegd-2026-09-03", "Nu.", "status: voorgelegd"),
        known_text("vastgesteld-2026-10-08", "Nu."),
        known_text("2024-1", "Toen."),
    ]
    assert told([known_text("", "Nu.")], kept) == [
        ("vastgesteld-2026-10-08", HOLDS),
        ("voorgelegd-2026-09-03", HOLDS),
        ("2024-1", REPLACED),
    ]
    assert told([known_text("", "Toen.")], kept)[0] == ("2024-1", HOLDS)


def test_a_proposal_with_the_words_that_hold_changes_nothing() -> None:
    present = known_text("", "Nu.", "status: voorgelegd")
    assert told([present], [known_text("1", "Nu.")]) == [("", HOLDS), ("1", HOLDS)]


def test_the_same_words_hold_from_the_day_of_the_newest() -> None:
    present = known_text("", "Nu.", "status: vastgesteld\nvalid_from: 2027-08-01")
    kept = [known_text("1", "Nu.", "status: voorgelegd"), known_text("2", "Nu.", "status: concept")]
    [history] = histories([present], kept)
    assert [entry.told.facts.valid_from for entry in history.entries] == [
        "2027-08-01",
        "2027-08-01",
    ]


def test_what_was_submitted_and_decided_stands_as_the_text_that_was_decided_on() -> None:
    """Kept, submitted, adopted, replaced: no line says another thing of the same words."""
    kept = [
        known_text("2025-1", "oud", "status: in werking\nvalid_from: 2025-01-01"),
        known_text("voorgelegd-2025-02-03", "een", "status: voorgelegd"),
        known_text("vastgesteld-2025-03-24", "een", "status: vastgesteld\nvalid_from: 2025-08-01"),
        known_text("2025-2", "een", "status: in werking\nvalid_from: 2025-08-01"),
        known_text("2026-1", "twee", "status: in werking\nvalid_from: 2026-08-01"),
    ]
    [history] = histories([known_text("", "een", "status: voorgelegd")], kept)
    standing = {one.name: one.standing for one in history.entries}
    assert history.newest.name == "2026-1"
    replaced = ("vastgesteld-2025-03-24", "2025-2", "2025-1")
    assert {standing[name] for name in replaced} == {TextStanding.REPLACED}
    successors = {
        one.name: one.successor.facts.valid_from
        for one in history.entries
        if one.successor is not None
    }
    assert successors == {
        "2025-1": "2025-08-01",
        "vastgesteld-2025-03-24": "2026-08-01",
        "2025-2": "2026-08-01",
    }
    assert standing["voorgelegd-2025-02-03"] is TextStanding.PENDING, "before a council anew"
    [again] = histories([known_text("", "drie", "status: voorgelegd")], kept)
    standing = {one.name: one.standing for one in again.entries}
    assert standing["voorgelegd-2025-02-03"] is TextStanding.REPLACED


def test_of_versions_with_the_same_words_the_adopted_one_is_told_of() -> None:
    code = protocol_fingerprint(known_text("x", "Toen.").protocol)
    name, sent = "vastgesteld-2026-03-01", "voorgelegd-2026-05-01"
    record = (
        "approvals:\n  - {body: CvB, right: vaststelling, decision: vastgesteld, "
        f"date: 2026-03-01, version: {name}, fingerprint: {code}}}"
    )
    present = known_text("", "Nu heel anders.", f"status: concept\n{record}")
    [history] = histories([present], [known_text(name, "Toen."), known_text(sent, "Toen.")])
    assert (history.newest.name, history.newest.standing) == (name, HOLDS)
    [other] = [one for one in history.entries if one.name == sent]
    assert other.same_as == name
