"""What a text that was taken over still has of its source is told at its place, with the cure."""

from __future__ import annotations

from pathlib import Path

from protocolkit.checking.check import check_collection
from protocolkit.collection import read_collection

_SOURCE = """---
protocol:
  organisation: {name: obs De Ark, kind: school}
  dated: 2019-05
  evidence: {dated: mei 2019}
  approvals:
    - {body: MR, right: instemming, words: met instemming van de MR}
---

# Regels

{#a}
1. Bij obs De Ark mogen foto's.

{#b}
2. Gemaakt met instemming van de MR, 2019.
"""
_ENTRIES = """  based_on: ark
  provenance:
    - {anchor: a, choice: bovenschools}
    - {anchor: b, choice: bovenschools}
"""


def _adopted(entries: str = _ENTRIES, accepted: str = "") -> str:
    head, text = _SOURCE.split("  approvals:")
    body = text.split("---\n", 1)[1]
    return head.replace("De Ark", "De Wal") + entries + accepted + "---\n" + body


def _told(
    tmp_path: Path, text: str, codes: tuple[str, ...] = ("name-left", "record-left")
) -> list[tuple[str, str]]:
    folder = tmp_path / "protocols" / "regels"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "ark.md").write_text(_SOURCE, "utf-8")
    (folder / "wal.md").write_text(text, "utf-8")
    found = check_collection(read_collection(tmp_path))
    return [(one.code.name, one.anchor) for one in found if one.code.name in codes]


def test_a_name_and_a_decision_of_the_source_are_told_where_they_stand(tmp_path: Path) -> None:
    assert _told(tmp_path, _adopted()) == [("name-left", "a"), ("record-left", "b")]
    headed = _adopted().replace("{#b}", "## Op OBS De Ark\n\n{#b}").replace("Bij obs De Ark ", "")
    assert [code for code, _ in _told(tmp_path, headed)] == ["name-left", "record-left"]


def test_what_was_mended_or_accepted_or_not_taken_over_is_not_told(tmp_path: Path) -> None:
    mended = (
        _adopted().replace("Bij obs De Ark", "Bij ons").replace(" met instemming van de MR", "")
    )
    assert _told(tmp_path, mended) == []
    assert _told(tmp_path, _adopted(entries="  based_on: ark\n")) == []
    # put together of words of several: names are told, what was decided is known to stay behind
    merged = "  provenance:\n    - {anchor: a, topic: t, choice: k1, source: 'ark#a'}\n"
    assert _told(tmp_path, _adopted(entries=merged)) == [("name-left", "a")]
    reasons = "".join(
        f"    - {{code: {code}, anchor: {anchor}, reason: Zo afgesproken.}}\n"
        for code, anchor in (("name-left", "a"), ("record-left", "b"))
    )
    assert _told(tmp_path, _adopted(accepted=f"  accepted:\n{reasons}")) == []


def test_the_date_of_the_source_is_told_where_it_stands(tmp_path: Path) -> None:
    dated = _adopted().replace("2. Gemaakt", "{#c}\nSoest, mei 2019\n\n{#b}\n2. Gemaakt", 1)
    dated = dated.replace("{#b}\n{#c}", "{#c}")
    assert _told(tmp_path, dated, ("date-left",)) == [("date-left", "c")]
    other = dated.replace("mei 2019", "mei 2020")
    assert _told(tmp_path, other, ("date-left",)) == []


_SHORT = """---
protocol:
  organisation: {name: Stichting De Brug}
---

# Regels

{#a}
1. De Brug vraagt de rector van De Brug iets op de beide scholen in Almelo.
"""


def test_short_names_places_and_how_many_schools_there_are_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "protocols" / "regels"
    folder.mkdir(parents=True)
    (folder / "de-brug.md").write_text(_SHORT, "utf-8")

    def told(name: str, facts: str) -> list[str]:
        text = _SHORT.replace("Stichting De Brug}", f"{name}}}\n{facts}", 1)
        (folder / "duin.md").write_text(text, "utf-8")
        found = check_collection(read_collection(tmp_path))
        return [str(dict(p.values)["words"]) for p in found if p.code.name == "name-left"]

    merged = "  provenance:\n    - {anchor: a, topic: t, choice: k1, source: 'de-brug#a'}"
    assert told("Stichting Duin", merged) == ["De Brug", "de beide scholen", "Almelo"]
    adopted = "  based_on: de-brug\n  provenance:\n    - {anchor: a, choice: bovenschools}"
    assert told("obs De Wal, kind: school", adopted) == ["de beide scholen"]


def test_from_when_the_source_applies_is_told_where_nobody_recorded_the_day(tmp_path: Path) -> None:
    entries = _ENTRIES + "    - {anchor: c, choice: bovenschools}\n"
    since = "\n{#c}\n3. Dit protocol treedt in werking op 1 augustus 2022.\n"
    folder = tmp_path / "protocols" / "regels"
    folder.mkdir(parents=True)
    (folder / "ark.md").write_text(_SOURCE + since, "utf-8")
    (folder / "wal.md").write_text(_adopted(entries) + since, "utf-8")
    found = check_collection(read_collection(tmp_path))
    assert [one.anchor for one in found if one.code.name == "date-left"] == ["c"]


def test_a_title_block_and_a_line_on_the_status_of_the_source_are_told(tmp_path: Path) -> None:
    entries = _ENTRIES + "".join(f"    - {{anchor: {a}, choice: bovenschools}}\n" for a in "cd")
    lines = (
        "\n{#c}\nRegels van obs De Ark, versie 3, vastgesteld door de directie\n"
        "\n{#d}\nobs De Ark, versie 3\n"
    )
    folder = tmp_path / "protocols" / "regels"
    folder.mkdir(parents=True)
    (folder / "ark.md").write_text(_SOURCE + lines, "utf-8")

    def told(text: str) -> list[tuple[str, str]]:
        (folder / "wal.md").write_text(text, "utf-8")
        found = check_collection(read_collection(tmp_path))
        codes = ("record-left", "date-left")
        return [(p.code.name, p.anchor) for p in found if p.code.name in codes and p.anchor in "cd"]

    assert told(_adopted(entries) + lines) == [("record-left", "c"), ("date-left", "d")]
    own = lines.replace("obs De Ark", "obs De Wal").replace("3", "1")
    assert told(_adopted(entries) + own) == []


def test_a_school_that_only_the_text_of_the_board_names_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "protocols" / "regels"
    folder.mkdir(parents=True)
    text = _SHORT.replace("1. De Brug", "1. Op obs De Wal en obs De Es geldt dit. De Brug")
    (folder / "de-brug.md").write_text(text, "utf-8")
    facts = "  based_on: de-brug\n  provenance:\n    - {anchor: a, choice: bovenschools}"
    own = text.replace("Stichting De Brug}", f"obs De Wal, kind: school}}\n{facts}", 1)
    (folder / "wal.md").write_text(own, "utf-8")
    found = check_collection(read_collection(tmp_path))
    told = [str(dict(p.values)["words"]) for p in found if p.code.name == "name-left"]
    assert told == ["obs De Es", "de beide scholen"]
