"""What is said of a new draft: how much, from whom, what is open, what came without its lead."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from protocolkit.checking.check import check_protocol
from protocolkit.collection import Collection, Subject
from protocolkit.commands import clash_lines, new_odd, new_sources, new_told, output
from protocolkit.commands.new_odd import date_lines, name_lines, odd_lines, record_lines, rest_lines
from protocolkit.commands.new_sources import Setting
from protocolkit.commands.new_told import summarise, tell
from protocolkit.document.adopted import BOARD_WIDE
from protocolkit.document.approvals import Approval, Right
from protocolkit.document.facts import Acceptance, Evidence, Provenance, Status
from protocolkit.document.model import Protocol, Section
from protocolkit.document.place import NO_PLACE, Place
from protocolkit.document.richtext import Text
from small_boards import board

_PLACE = "protocols/regels/x.md"


def _from(anchor: str, topic: str = "t", slug: str = "bron", choice: str = "x") -> Provenance:
    source = Place(slug, "a-1") if slug else NO_PLACE
    return Provenance(anchor=anchor, topic=topic, choice=choice, source=source)


def _draft(*entries: Provenance, based_on: str = "") -> Protocol:
    made = board("nieuw", "Foto's mogen.", "Appen mag om _____ uur.", "Dat geldt ook hier.")
    return replace(made, facts=replace(made.facts, provenance=entries, based_on=based_on))


def test_clauses_are_counted_by_whose_words_they_have_the_most_first() -> None:
    found = summarise(
        _draft(
            _from("a-1", slug="b"),
            _from("a-2", slug="bron"),
            _from("a-3", slug="bron"),
            _from("weg", slug="bron"),
            _from("a-1", slug="b"),
        ),
        [board("bron", "Foto's mogen.")],
    )
    assert found.clauses == 3
    assert found.taken == (("Stichting Bron", 2), ("b", 1))
    assert summarise(_draft(_from("a-1", slug="")), []).taken == ()
    nobody = board("bron", "Foto's mogen.", organisation="{name: ''}")
    assert summarise(_draft(_from("a-1")), [nobody]).taken == (("bron", 1),)


def test_what_nobody_chose_is_open_and_what_has_no_clause_was_left_out() -> None:
    entries = (
        _from("a-1", "foto"),
        _from("a-2", "app", choice=""),
        _from("", "pest"),
        _from("a-3", "", choice=""),
    )
    found = summarise(_draft(*entries), [])
    assert found.open_topics == ("app",)
    assert found.declined == ("pest",)


def _told(
    monkeypatch: pytest.MonkeyPatch,
    protocol: Protocol,
    tmp_path: Path,
    speaks: str = "",
    subjects: tuple[Subject, ...] = (),
) -> list[str]:
    said: list[str] = []
    monkeypatch.setattr(new_told, "say", said.append)
    monkeypatch.setattr(new_told, "show", said.append)
    monkeypatch.setattr(new_told, "talk", said.append)
    monkeypatch.setattr(new_told, "speak", lambda text: text)
    monkeypatch.setattr(output, "speak", lambda text: text)
    monkeypatch.setattr(clash_lines, "speak", lambda text: text)
    made = new_told.Made(protocol=protocol, subject="regels", speaks=speaks)
    setting = Setting(tmp_path, Collection(root=tmp_path, subjects=subjects, problems=()))
    tell(made, setting, _PLACE)
    return said


def test_what_comes_next_begins_with_what_is_open(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    said = _told(monkeypatch, _draft(_from("a-1", "foto", choice="")), tmp_path)
    assert "No formulation chosen yet on 1 topic:" in said
    assert "  - foto" in said
    assert said[said.index("  1. Choose what was left open:") + 1].endswith(
        f"update {_PLACE} --ask"
    )
    assert not any("Word" in line for line in said)
    done = _told(monkeypatch, _draft(_from("a-1", "foto")), tmp_path)
    assert not any("Choose what" in line or "No formulation" in line for line in done)
    assert "  1. See what is still open:" in done
    assert _PLACE in done


def test_of_many_topics_the_first_are_named_and_the_rest_counted(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    entries = [_from("", f"t{number}") for number in range(11)]
    said = _told(monkeypatch, _draft(*entries), tmp_path)
    assert "Left out: 11 topics:" in said
    assert sum(line.startswith("  - t") for line in said) == 8
    assert "  - and 3 more" in said
    few = _told(monkeypatch, _draft(*entries[:8]), tmp_path)
    assert not any("more" in line for line in few)


def test_blanks_are_told_and_sources_only_when_there_are_any(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    said = _told(monkeypatch, _draft(_from("a-1")), tmp_path)
    assert "Whose wording was taken over:" in said
    assert any("to be filled in" in line for line in said)
    plain = board("nieuw", "Foto's mogen.")
    said = _told(monkeypatch, plain, tmp_path)
    assert "Whose wording was taken over:" not in said
    assert not any("to be filled in" in line for line in said)


def test_clauses_that_lean_on_words_before_them_are_named_unless_all_came_along(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    leaning = board("nieuw", "Foto's mogen.", "Deze regels gelden ook hier.", "Dit geldt ook.")
    said = [line for line in _told(monkeypatch, leaning, tmp_path) if "lean on" in line]
    assert len(said) == 1
    merged = replace(leaning, facts=replace(leaning.facts, based_on="een, twee"))
    assert [line for line in _told(monkeypatch, merged, tmp_path) if "lean on" in line] == said
    whole = (_from("a-1", "", choice=BOARD_WIDE),)
    taken = replace(leaning, facts=replace(leaning.facts, provenance=whole))
    assert not [line for line in _told(monkeypatch, taken, tmp_path) if "lean on" in line]


def test_who_speaks_to_the_reader_and_what_to_rewrite_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    mixed = board("nieuw", "Je mag appen.", "U mag filmen.", "De leerling mag bellen.")
    mixed = replace(mixed, facts=replace(mixed.facts, provenance=(_from("a-1"),)))

    def told(speaks: str) -> list[str]:
        said = _told(monkeypatch, mixed, tmp_path, speaks)
        return [line for line in said if "speak to the reader" in line]

    je, u = "Aanhef 1 (‘Je mag’)", "Aanhef 2 (‘U’)"
    assert told("") == [
        f"These speak to the reader with ‘je’: {je}.",
        f"These speak to the reader with ‘u’: {u}.",
    ]
    head = "These speak to the reader in another form than you chose. Rewrite:"
    assert told("je") == [f"{head} {u}."]
    assert told("leerling") == [f"{head} {je}.", f"{head} {u}."]


def test_clauses_that_contradict_are_shown_with_both_texts(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    may = "Leerlingen mogen tijdens de les sociale media gebruiken op hun telefoon."
    draft = board("nieuw", may, may.replace("sociale", "geen sociale"), "Foto's mogen.", may)
    entries = [_from(f"a-{n}", slug=slug) for n, slug in ((1, "een"), (2, "twee"), (4, "drie"))]
    draft = replace(draft, facts=replace(draft.facts, provenance=tuple(entries)))
    said = _told(monkeypatch, draft, tmp_path)
    at = said.index("Aanhef 1 and Aanhef 2 contradict each other:")
    assert "Aanhef 1 and Aanhef 4 are the same." in said
    told = " ".join(line.strip() for line in said[at + 2 : at + 6])
    assert f"Aanhef 1 ‘{may}’ Aanhef 2 ‘Leerlingen mogen tijdens de les geen" in told


def test_what_is_odd_in_a_wording_is_told_where_it_was_taken_and_not_in_own_words() -> None:
    made = board("nieuw", "Op Twitter mag het.", "Twitter mag ook.", "Foto's mogen.")
    taken = (_from("a-1"), _from("a-2", slug="", choice="eigen"), _from("a-3"))
    _, items = odd_lines(replace(made, facts=replace(made.facts, provenance=taken)), ())
    (item,) = items
    assert item.startswith("Aanhef 1: ")
    assert "Twitter" in item


def test_what_its_organisation_let_stand_is_told_with_its_reason(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(new_odd, "speak", lambda text: text)
    text = "Voor leerlingen jonger dan 16 jaar vraagt de school ouders om toestemming."
    made = board("nieuw", text, "Voor leerlingen ouder dan 16 jaar vraagt zij het hun zelf.")
    source = board("bron", text)
    codes = [found.code.name for found in check_protocol(made) if found.anchor]
    kept = replace(
        source.facts,
        accepted=(Acceptance(code=codes[0], anchor="a-1", reason="Zo is het bedoeld."),),
    )
    taken = tuple(_from(f"a-{number}") for number in (1, 2))
    whole = replace(made, facts=replace(made.facts, provenance=taken))
    _, items = odd_lines(whole, [replace(source, facts=kept)])
    assert all(item.endswith("let this stand: Zo is het bedoeld.") for item in items)
    assert items


@pytest.mark.parametrize(
    ("kind", "choice", "left"),
    [
        ("school", BOARD_WIDE, ["‘obs De Ark’: Aanhef 1; Aanhef 2", "‘OBS DE ARK’: Aanhef 2"]),
        ("bestuur", BOARD_WIDE, []),
        ("bestuur", "x", ["‘obs De Ark’: Aanhef 1; Aanhef 2", "‘OBS DE ARK’: Aanhef 2"]),
    ],
)
def test_names_of_the_source_that_are_left_are_told_in_every_form(
    monkeypatch: pytest.MonkeyPatch, kind: str, choice: str, left: list[str]
) -> None:
    monkeypatch.setattr(new_odd, "speak", lambda text: text)
    own = f"{{name: obs De Ark, kind: {kind}, parent: Stichting Ver}}"
    source = board("bron", "Foto's mogen.", organisation=own)
    texts = ("Bij obs De Ark.", "Op obs De Ark en OBS DE ARK.", "Stichting Ver en obs De Wal.")
    made = board("nieuw", *texts, organisation="{name: obs De Wal, kind: school}")
    made = replace(made, facts=replace(made.facts, provenance=(_from("a-1", choice=choice),)))
    assert list(name_lines(made, source)[1]) == left


def test_a_heading_with_the_name_of_one_of_two_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(new_odd, "speak", lambda text: text)
    source = board("bron", "Foto's mogen.", organisation="{name: Stichting Ver}")
    made = board("nieuw", "Foto's mogen.", organisation="{name: Stichting Samen}")
    title = (Text("Ook uit Stichting Ver"),)
    part = Section(anchor="ook", level=2, title=title, parts=())
    made = replace(made, parts=(*made.parts, part))
    (item,) = name_lines(made, source)[1]
    assert item == "‘Stichting Ver’: the heading ‘Ook uit Stichting Ver’"


def test_names_are_told_wherever_the_file_lies(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    source = board(
        "bron", "Bij obs De Ark mag het.", organisation="{name: obs De Ark, kind: school}"
    )
    made = board(
        "nieuw", "Bij obs De Ark mag het.", organisation="{name: obs De Wal, kind: school}"
    )
    taken = (_from("a-1", choice=BOARD_WIDE),)
    facts = replace(made.facts, provenance=taken, based_on="bron")
    elsewhere = replace(made, facts=facts, subject="elders")
    known = Subject(slug="regels", protocols=(source,), concordance=None)
    said = _told(monkeypatch, elsewhere, tmp_path, subjects=(known,))
    assert any("‘obs De Ark’: Aanhef 1" in line for line in said)
    assert not any("obs De Ark" in line for line in _told(monkeypatch, elsewhere, tmp_path))


@pytest.mark.parametrize("choice", [BOARD_WIDE, "x"])
def test_who_is_named_and_what_leads_nowhere_is_told_at_the_end(choice: str) -> None:
    made = board(
        "nieuw", "Haal hem op bij de heer Jan de Boer.", "Zie het pestprotocol (bijlage 2)."
    )
    taken = (_from("a-1", choice=choice), _from("a-2", choice=choice))
    facts = replace(made.facts, provenance=taken, based_on="bron")
    person, dead = rest_lines(replace(made, facts=facts))[1]
    assert person.startswith("Aanhef 1: 'de heer Jan de Boer'")
    assert dead.startswith("Aanhef 2: 'bijlage 2'")
    # what was let stand is told by itself, with the reason
    accepted = Acceptance(code="person-named", anchor="a-1", reason="Zo heet hij.")
    let = replace(facts, accepted=(accepted,))
    assert len(rest_lines(replace(made, facts=let))[1]) == 1


def test_a_date_of_the_text_that_was_adopted_is_told_with_its_words() -> None:
    source = board("bron", "Foto's mogen.")
    proof = Evidence(fact="dated", words="mei 2019")
    source = replace(source, facts=replace(source.facts, evidence=(proof,)))
    made = board("nieuw", "Foto's mogen.", "Soest, mei 2019", "Sinds mei 2018 geldt dit.")
    assert date_lines(made, source)[1] == ("Aanhef 2: ‘Soest, mei 2019’",)


def test_a_decision_on_the_text_that_was_adopted_is_told_with_its_words() -> None:
    source = board("bron", "Foto's mogen.")
    entry = Approval(body="MR", right=Right.CONSENT, words="met instemming van de MR")
    source = replace(source, facts=replace(source.facts, approvals=(entry,)))
    made = board("nieuw", "Foto's mogen met instemming.", "Gemaakt met instemming van de MR, 2019.")
    (item,) = record_lines(made, source)[1]
    assert item == "Aanhef 2: ‘Gemaakt met instemming van de MR, 2019.’"
    assert record_lines(made, board("bron", "Foto's mogen."))[1] == ()


def test_what_takes_a_moment_counts_what_is_compared_and_no_drafts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said: list[str] = []
    monkeypatch.setattr(new_sources, "say", said.append)
    monkeypatch.setattr(new_sources, "template_of", lambda *_: None)
    public = tuple(board(f"b{n:02}", "Appen mag.") for n in range(11))
    drafts = tuple(
        replace(one, slug=f"{one.slug}-x", facts=replace(one.facts, status=Status.CONCEPT))
        for one in public
    )

    def told(*protocols: Protocol) -> list[str]:
        said.clear()
        subject = Subject(slug="pesten", protocols=protocols, concordance=None)
        made = Collection(root=Path(), subjects=(subject,), problems=())
        Setting(Path(), made).template("pesten")
        return list(said)

    assert told(*public[:5], *drafts) == []
    assert told(*public, *drafts) == ["11 protocollen worden vergeleken. Dat duurt even ..."]
