"""``protocol new`` as somebody types it: asked, answered, stopped, gone on with, and wrongly."""

from __future__ import annotations

import html
import json
import re
import shutil
import sys
import zipfile
from importlib import import_module
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import drafted
from protocolkit.base.problems import ProtocolkitError
from protocolkit.commands import main
from protocolkit.commands.new_start import given_answers
from protocolkit.document.outline import clause_text, clauses
from protocolkit.reading.reader import read_protocol
from seeds import ROOT

_OPEN_CHOICES = "\n" * 6
_WHO = "1\nStichting De Regenboog\n\npo\n\n"


@pytest.fixture(autouse=True)
def _known_template(monkeypatch: pytest.MonkeyPatch) -> None:
    name = "protocolkit.commands.new_sources.template_of"
    monkeypatch.setattr(name, drafted.known_template)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a repository with the protocols of this one."""
    shutil.copytree(ROOT / "protocols", tmp_path / "protocols")
    return tmp_path


def _new(folder: Path, *words: str, typed: str = "") -> Result:
    arguments = ["new", "-C", str(folder), "--no-word", *words]
    return CliRunner().invoke(main, arguments, input=typed, standalone_mode=False)


def _refused(folder: Path, *words: str) -> str:
    done = _new(folder, *words)
    assert isinstance(done.exception, ProtocolkitError), done.output
    return done.exception.problem.code.name


def _answers(folder: Path, text: str) -> str:
    path = folder / "antwoorden.yml"
    path.write_text(text, "utf-8")
    return str(path)


def _made(folder: Path, name: str = "de-regenboog") -> Path:
    return folder / "protocols" / "sociale-media" / f"{name}.md"


_GIVEN = "subject: sociale-media\norganisation: {name: Stichting De Regenboog, sector: po}\n"


def test_asked_from_beginning_to_end(folder: Path) -> None:
    typed = _WHO + _OPEN_CHOICES + "alle\ngeen\nnee\nnee\nalle\nDe Wal\n" + "\n" * 6
    done = _new(folder, typed=typed)
    assert done.return_value == 0, done.output
    assert done.stdout == "protocols/sociale-media/de-regenboog.md\n"
    reading = read_protocol(_made(folder))
    assert not reading.problems
    facts = reading.protocol.facts
    assert (facts.organisation.name, facts.organisation.sector) == ("Stichting De Regenboog", "po")
    texts = [clause_text(clause) for clause in clauses(reading.protocol)]
    assert sum(text.startswith("[kies een formulering]") for text in texts) == 6
    assert "Nog geen formulering gekozen bij 6 onderwerpen" in done.stderr
    assert "Van wie de woorden zijn overgenomen" in done.stderr
    assert "build --with-drafts" in done.stderr


def test_nothing_is_preselected_where_boards_disagree(folder: Path) -> None:
    done = _new(folder, typed=_WHO + "stop\n")
    shown = done.stderr.partition("Keuze 1 van 6")[2]
    assert "Hierover zijn de besturen het niet eens" in shown
    assert "(Enter: 1)" not in shown


def test_somebody_sees_how_far_she_is_and_every_text_in_full(folder: Path) -> None:
    typed = _WHO + _OPEN_CHOICES + "?\nstop\n"
    shown = _new(folder, typed=typed).stderr
    counts = [int(n) for n in re.findall(r"Vraag \d+ van ongeveer (\d+)", shown)]
    assert len(counts) == 12
    assert max(counts) < 28
    asked = " ".join(shown.rpartition("'?' laat de teksten zien.")[2].split())
    usual = [t.recommended_in("po") for t in drafted.template().topics if not t.is_optional]
    texts = [" ".join(choice.text.split()) for choice in usual if choice]
    assert len(texts) > 20
    assert [text for text in texts if text not in asked] == []


def test_after_a_wrong_reply_the_question_is_not_printed_all_over(folder: Path) -> None:
    shown = _new(folder, typed=_WHO + "99\nq\n?\nstop\n").stderr
    assert shown.count("Keuze 1 van 6") == 2
    assert shown.count("ziet u de vraag nog eens") == 2


@pytest.mark.parametrize(
    ("organisation", "kind"),
    [
        ("{name: obs De Wal}", "school"),
        ("{name: Het Griftland College}", "school"),
        ("{name: obs De Wal, kind: bestuur}", "bestuur"),
        ("{name: Stichting De Wal}", "bestuur"),
    ],
)
def test_a_name_suggests_what_nobody_said(folder: Path, organisation: str, kind: str) -> None:
    path = Path(_answers(folder, f"organisation: {organisation}\n"))
    assert given_answers(path, "", "", None, "").organisation.kind.value == kind


def test_what_a_name_suggests_is_told(folder: Path) -> None:
    done = _new(folder, "--subject", "sociale-media", "--name", "obs De Wal", "--yes")
    facts = read_protocol(_made(folder, "obs-de-wal")).protocol.facts
    assert facts.organisation.kind.value == "school"
    assert "Naar de naam is obs De Wal een school." in " ".join(done.stderr.split())


@pytest.mark.parametrize("name", ["12", "Stich\x1b[31mting", "x" * 200, "x" * 5000])
def test_a_name_that_no_protocol_can_have_is_asked_again(folder: Path, name: str) -> None:
    shown = _new(folder, typed=f"1\n{name}\nstop\n").stderr
    assert shown.count("Van wie wordt het protocol?") == 2


def test_what_every_protocol_needs_is_asked_one_by_one_for_whoever_wants_that(
    folder: Path,
) -> None:
    own = "Klagen kan bij de directeur van de school."
    one_by_one = f"kies\nalle\n\ngeen\nlater\n{own}\n\n\n\n"
    typed = _WHO + _OPEN_CHOICES + "alle\ngeen\nnee\nnee\n" + one_by_one + "De Wal\n" + "\n" * 6
    done = _new(folder, typed=typed)
    assert done.return_value == 0, done.output
    assert "Elk protocol heeft ook 7 onderdelen nodig" in done.stderr
    assert "Typ 1, 'geen', 'later', of een eigen zin." in done.stderr
    made = read_protocol(_made(folder)).protocol
    texts = {clause.anchor: clause_text(clause) for clause in clauses(made)}
    assert "informeren" not in texts
    assert texts["vertrouwenspersoon"] == "[nog invullen] Bij wie kan iemand in vertrouwen terecht?"
    assert texts["klachten"] == own
    assert texts["beslissen"] == "Over wat niet in dit protocol staat, beslist de schoolleiding."
    assert "Hoe komen ouders, leerlingen en medewerkers te weten" in done.stderr
    assert "een korte algemene tekst van ons, lees die goed" in done.stderr


def test_an_answer_on_what_every_protocol_needs_is_read_and_checked(folder: Path) -> None:
    answers = _answers(folder, f"{_GIVEN}choices: {{algemeen-klachten: k123}}\n")
    assert _refused(folder, "--answers", answers, "--yes") == "answer-choice"
    answers = _answers(folder, f"{_GIVEN}choices: {{algemeen-klachten: geen}}\n")
    done = _new(folder, "--answers", answers, "--yes")
    assert done.return_value == 0, done.output
    made = read_protocol(_made(folder)).protocol
    assert "klachten" not in {clause.anchor for clause in clauses(made)}
    assert "Waar kan iemand terecht met een klacht?" in done.stderr


def test_a_school_sees_what_its_board_let_stand(folder: Path) -> None:
    school = "organisation: {name: obs De Wal, kind: school}\n"
    answers = _answers(folder, f"subject: sociale-media\nadopts: oponoa\n{school}")
    done = _new(folder, "--answers", answers, "--yes")
    assert done.return_value == 0, done.output
    told = " ".join(done.stderr.split())
    assert "Vreemd in de tekst van het bestuur, dat het zo liet staan" in told
    # with what is odd, and the reason of the board
    (number,) = re.findall(r"4\.1\.7: (.*?) De bron springt van 4 naar 7", told)
    assert number.endswith("Stichting OPONOA liet dit staan:")
    assert number != "Stichting OPONOA liet dit staan:"
    made = read_protocol(_made(folder, "obs-de-wal")).protocol
    assert made.facts.accepted
    assert all(a.reason.startswith("Stichting OPONOA liet dit") for a in made.facts.accepted)


def test_two_boards_do_not_take_along_what_breaks_off(folder: Path) -> None:
    answers = _answers(folder, f"{_GIVEN}merges: [borger-odoorn, verkruisen]\n")
    done = _new(folder, "--answers", answers, "--yes")
    assert done.return_value == 0, done.output
    assert "omdat de bron daar afbreekt: Positieve insteek" in done.stderr
    texts = [clause_text(c) for c in clauses(read_protocol(_made(folder)).protocol)]
    assert not any(text.endswith("interactieve") for text in texts)


def test_one_word_for_one_thing_is_put_in_where_somebody_chose_it(folder: Path) -> None:
    answers = _answers(folder, f"{_GIVEN}terms: {{social media: sociale media}}\n")
    done = _new(folder, "--answers", answers, "--yes")
    assert done.return_value == 0, done.output
    made = read_protocol(_made(folder)).protocol
    texts = {clause.anchor: clause_text(clause) for clause in clauses(made)}
    assert not any("social media" in text.lower() for text in texts.values())
    told = " ".join(done.stderr.split())
    assert "dit is niet meer letterlijk de tekst van een bestuur: Inleiding, 1e alinea" in told
    assert "‘YouTube’ (1×), ‘Youtube’ (1×)" in told
    update = CliRunner().invoke(main, ["update", str(_made(folder))], standalone_mode=False)
    assert (
        int(re.findall(r"Veranderd door u; de bron is gelijk gebleven: (\d+)", update.stdout)[0])
        > 10
    )
    wrong = _answers(folder, f"{_GIVEN}terms: {{social media: facebook}}\n")
    assert _refused(folder, "--answers", wrong, "--yes", "--force") == "new-term"


def test_which_word_is_asked_with_how_often_each_is_there(folder: Path) -> None:
    typed = _WHO + _OPEN_CHOICES + "alle\ngeen\nnee\nnee\nalle\nDe Wal\n" + "\n" * 2 + "2\n\n\n"
    done = _new(folder, typed=typed)
    assert done.return_value == 0, done.output
    assert "1. social media (18×)" in done.stderr
    assert "2. sociale media (4×)" in done.stderr
    texts = [clause_text(clause) for clause in clauses(read_protocol(_made(folder)).protocol)]
    assert not any("social media" in text.lower() for text in texts)


def test_status_tells_what_is_still_open_in_a_draft(folder: Path) -> None:
    answers = _answers(folder, _GIVEN)
    assert _new(folder, "--answers", answers, "--yes").return_value == 0
    words = ["status", "-C", str(folder), "protocols/sociale-media/de-regenboog.md"]
    said = CliRunner().invoke(main, words, standalone_mode=False).stdout
    assert re.search(r"Nog \d+ plaatsen open: .*4\.1", " ".join(said.split()))


def test_before_it_is_made_she_sees_which_chosen_clauses_contradict(folder: Path) -> None:
    given = f"{_GIVEN}choices: {{prive-contact: beide}}\nmerges: [lucas-onderwijs, oponoa]\n"
    typed = "\n" * 60
    runner = CliRunner()
    file = _answers(folder, given)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("protocolkit.commands.new.is_at_a_terminal", lambda: True)
        words = ["new", "-C", str(folder), "--no-word", "--answers", file]
        done = runner.invoke(main, words, input=typed, standalone_mode=False)
    assert done.return_value == 0, done.output
    before, _, after = done.stderr.partition("Het protocol maken?")
    assert "8.1 en 8.2 spreken elkaar tegen:" in before.partition("Dat was alles.")[2]
    assert "8.1 en 8.2 spreken elkaar tegen:" in after


def test_nothing_is_kept_of_nothing(folder: Path) -> None:
    done = _new(folder, typed="stop\n")
    assert "Er is niets geschreven" in done.stderr
    assert done.return_value == 2
    assert not list(folder.glob("*.yml"))


def test_at_the_end_she_can_still_go_back(folder: Path) -> None:
    typed = "2\n4\nobs De Wal\ngeen\nnee\nterug\nOns eigen artikel.\nja\n"
    done = _new(folder, typed=typed)
    assert "Ga terug naar de vraag" in done.stderr
    made = read_protocol(_made(folder, "obs-de-wal")).protocol
    assert clause_text(list(clauses(made))[-1]) == "Ons eigen artikel."


def test_back_asks_again_and_the_last_reply_counts(folder: Path) -> None:
    typed = "terug\n1\nStichting Fout\nterug\nStichting De Regenboog\n\npo\nstop\n"
    done = _new(folder, typed=typed)
    assert "Dit is de eerste vraag." in done.stderr
    text = (folder / "de-regenboog.antwoorden.yml").read_text("utf-8")
    assert "Fout" not in text
    assert '"name": "Stichting De Regenboog"' in text


def test_an_unfit_reply_is_explained_and_asked_again(folder: Path) -> None:
    done = _new(folder, typed="9\n1\n\nX\n7\n1\nxx\nstop\n")
    assert "typ een naam" in done.stderr
    assert "Typ een nummer van 1 tot en met 3." in done.stderr
    assert "Kies uit: po, vo, so, mbo." in done.stderr


def test_stopping_and_going_on_gives_the_same_as_answering_at_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rest = "2\n" + "\n" * 5 + "alle\ngeen\nnee\nnee\nalle\nDe Wal\n" + "\n" * 6
    whole = _new(folder, typed=_WHO + rest)
    assert whole.return_value == 0, whole.output
    at_once = _made(folder).read_bytes()
    _made(folder).unlink()
    stopped = _new(folder, typed=_WHO + "2\nstop\n")
    assert stopped.stdout == "de-regenboog.antwoorden.yml\n"
    assert stopped.return_value == 1
    assert not _made(folder).exists()
    kept = folder / "de-regenboog.antwoorden.yml"
    module = sys.modules["protocolkit.commands.new"]
    monkeypatch.setattr(module, "is_at_a_terminal", lambda: True)
    going_on = _new(folder, "--answers", str(kept), typed=rest.removeprefix("2\n"))
    assert going_on.return_value == 0, going_on.output
    assert _made(folder).read_bytes() == at_once


def test_going_on_after_stopping_writes_where_it_was_to_stand(folder: Path) -> None:
    place = folder / "protocols" / "sociale-media" / "ons protocol.md"
    stopped = _new(folder, "-o", str(place), typed=_WHO + "2\nstop\n")
    assert f"-o '{place}'" in " ".join(stopped.stderr.split())
    assert " -o " not in _new(folder, typed=_WHO + "2\nstop\n").stderr


def test_the_end_of_the_input_keeps_what_was_answered(folder: Path) -> None:
    done = _new(folder, typed=_WHO)
    assert done.return_value == 1, "there is no protocol"
    assert (folder / "de-regenboog.antwoorden.yml").is_file()


def test_answers_in_a_file_are_enough(folder: Path) -> None:
    file = _answers(folder, _GIVEN + "placeholders: {school: De Wal}\n")
    done = _new(folder, "--answers", file, "--yes")
    assert done.return_value == 0, done.output
    again = _made(folder).read_bytes()
    assert _new(folder, "--answers", file, "--yes", "--force").return_value == 0
    assert _made(folder).read_bytes() == again


def test_a_school_takes_over_its_boards_protocol(folder: Path) -> None:
    done = _new(folder, typed="2\n4\nobs De Wal\ngeen\n\n")
    assert done.return_value == 0, done.output
    facts = read_protocol(_made(folder, "obs-de-wal")).protocol.facts
    assert (facts.based_on, facts.organisation.kind.value) == ("oponoa", "school")
    assert {entry.choice for entry in facts.provenance} == {"bovenschools"}


def test_two_protocols_become_one(folder: Path) -> None:
    text = "subject: sociale-media\nmerges: [lucas-onderwijs, cvo-baarn-soest]\n"
    file = _answers(folder, text + "organisation: {name: Fusie}\n")
    done = _new(folder, "--answers", file, "--yes")
    assert done.return_value == 0, done.output
    assert "Niet meegenomen, omdat er alleen staat hoe dat document heet" in done.stderr
    assert _made(folder, "fusie").is_file()


def test_nothing_is_overwritten_without_a_question(folder: Path) -> None:
    file = _answers(folder, _GIVEN)
    _made(folder).write_text("mijn werk", "utf-8")
    assert _refused(folder, "--answers", file, "--yes") == "new-exists"
    typed = _WHO + _OPEN_CHOICES + "alle\ngeen\nnee\nnee\n" + "\n" * 7 + "nee\n"
    done = _new(folder, typed=typed)
    assert done.return_value == 2
    assert "Er is niets geschreven." in done.stderr
    assert _made(folder).read_text("utf-8") == "mijn werk"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--subject", "pesten"], "new-subject"),
        (["--subject", "sociale-media", "--adopt", "luca"], "new-from"),
        (["--subject", "sociale-media", "--merge", "oponoa", "oponoa"], "new-pair"),
        (["--subject", "sociale-media", "--yes"], "new-name"),
        (["--yes"], "new-name"),
        (["--adopt", "luca"], "new-from"),
        (["--merge", "oponoa", "luca"], "new-from"),
        (["--merge", "oponoa", "--yes"], "new-two"),
        (["--merge", "oponoa"], "new-two"),
        (["--merge", "oponoa", "--name", "Stichting De Fusie", "--yes"], "new-two"),
        (["--merge"], "new-two"),
        (["--adopt", "oponoa", "--merge", "oponoa", "verkruisen"], "new-start"),
    ],
)
def test_wrong_usage_is_refused(folder: Path, words: list[str], code: str) -> None:
    assert _refused(folder, *words) == code


def test_a_name_that_is_missing_is_refused_before_all_is_compared(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def compared(_root: Path, _found: object) -> None:
        pytest.fail("compared")

    monkeypatch.setattr("protocolkit.commands.new_sources.template_of", compared)
    assert _refused(folder, "--yes") == "new-name"


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("onderwerp: x\n", "yaml-unknown-key", 1),
        (_GIVEN + "choices:\n  bij-twijfel: kx\n", "answer-choice", 4),
        (_GIVEN + "choices:\n  nergens: geen\n", "answer-topic", 4),
        ("subject: pesten\n", "new-subject", 1),
    ],
)
def test_a_mistake_in_a_file_is_named_with_its_line(
    folder: Path, text: str, code: str, line: int
) -> None:
    done = _new(folder, "--answers", _answers(folder, text), "--yes")
    assert isinstance(done.exception, ProtocolkitError)
    assert done.exception.problem.code.name == code
    assert done.exception.problem.location.line == line
    assert not _made(folder).exists()


def test_the_answers_in_the_guide_work(folder: Path) -> None:
    guide = (ROOT / "docs" / "gebruik" / "nieuw-protocol.md").read_text("utf-8")
    (example,) = re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL)
    done = _new(folder, "--answers", _answers(folder, example), "--yes")
    assert done.return_value == 0, done.output
    entries = read_protocol(_made(folder)).protocol.facts.provenance
    assert ("prive-contact", "k3068dc112d") in {(e.topic, e.choice) for e in entries}
    assert "toestemming-beeld" in {e.topic for e in entries if not e.choice}


def test_the_composers_file_is_an_answers_file(folder: Path) -> None:
    given = {
        "subject": "sociale-media",
        "merges": [],
        "schools": [],
        "organisation": {"name": "Stichting De Regenboog", "kind": "bestuur", "sector": ""},
        "choices": {"bij-twijfel": "eigen", "auteursrecht": "geen", "bijlage-verwijzing": "geen"},
        "texts": {"bij-twijfel": "Vraag het eerst.\n# Altijd."},
        "edits": {},
        "placeholders": {},
    }
    file = _answers(folder, json.dumps(given, indent=1))
    assert _new(folder, "--answers", file, "--yes").return_value == 0
    protocol = read_protocol(_made(folder)).protocol
    (own,) = (entry for entry in protocol.facts.provenance if entry.choice == "eigen")
    texts = {clause.anchor: clause_text(clause) for clause in clauses(protocol)}
    assert texts[own.anchor] == "Vraag het eerst.\n# Altijd."


def test_answers_are_kept_when_they_cannot_be_used(folder: Path) -> None:
    (folder / "protocols" / "sociale-media" / "topics.yml").unlink()
    done = _new(folder, "--merge", "oponoa", "verkruisen", typed="Fusie\n\n\n\n\n")
    assert isinstance(done.exception, ProtocolkitError)
    assert done.exception.problem.code.name == "new-template"
    assert (folder / "fusie.antwoorden.yml").is_file()


def test_a_wrong_start_is_refused_before_anything_is_asked(folder: Path) -> None:
    done = _new(folder, "--merge", "oponoa", "nergens", typed="Fusie\n")
    assert isinstance(done.exception, ProtocolkitError)
    assert "verkruisen" in done.exception.problem.hint(drafted.DUTCH)
    assert "Van wie" not in done.stderr
    assert not (folder / "fusie.antwoorden.yml").exists()


@pytest.mark.parametrize("words", [("--adopt", "opono"), ("--merge", "oponoa")])
def test_what_can_be_begun_from_is_named_without_drafts(
    folder: Path, words: tuple[str, ...]
) -> None:
    assert _new(folder, "--name", "Stichting De Regenboog", "--yes").return_value == 0
    done = _new(folder, *words, "--name", "obs De Wal", "--yes")
    assert isinstance(done.exception, ProtocolkitError)
    hint = done.exception.problem.hint(drafted.DUTCH)
    assert "verkruisen" in hint
    assert "de-regenboog" not in hint


def test_a_protocol_may_be_named_as_people_call_it(folder: Path) -> None:
    done = _new(folder, "--adopt", "Stichting OPONOA", "--name", "obs De Wal", "--yes")
    assert done.return_value == 0, done.output
    made = read_protocol(_made(folder, "obs-de-wal")).protocol
    assert made.facts.based_on == "oponoa"
    assert made.facts.organisation.name == "obs De Wal"


def test_what_comes_next_for_a_draft_elsewhere_begins_with_its_place(folder: Path) -> None:
    words = ("--adopt", "oponoa", "--name", "obs De Wal", "--yes")
    done = _new(folder, *words, "-o", str(folder / "wal.md"))
    assert done.return_value == 0, done.output
    place = "protocols/sociale-media/wal.md"
    assert f"1. Zet het waar de andere protocollen staan:\n     {place}" in done.stderr
    assert f"check {place}" in done.stderr
    assert "Zet het waar" not in _new(folder, *words).stderr


def test_a_protocol_of_nobody_is_not_taken_over_by_itself(folder: Path) -> None:
    nobody = folder / "protocols" / "sociale-media" / "van-niemand.md"
    nobody.write_text("# Protocol\n\n{#a}\n1. Filmen mag niet.\n", "utf-8")
    done = _new(folder, "--answers", _answers(folder, _GIVEN), "--yes")
    assert done.return_value == 0, done.output
    made = read_protocol(_made(folder)).protocol
    assert not made.facts.based_on
    assert len(list(clauses(made))) > 20


def test_a_try_writes_nothing_and_shows_what_would_be_made(folder: Path) -> None:
    before = sorted(path for path in folder.rglob("*"))
    words = ("--adopt", "oponoa", "--name", "obs De Wal", "--yes")
    tried = _new(folder, *words, "--dry-run")
    assert tried.return_value == 0, tried.output
    assert sorted(path for path in folder.rglob("*")) == before
    assert _new(folder, *words).return_value == 0
    assert tried.stdout == _made(folder, "obs-de-wal").read_text("utf-8")


def test_who_stops_while_trying_leaves_no_file_with_answers(folder: Path) -> None:
    before = sorted(path for path in folder.rglob("*"))
    stopped = _new(folder, "--dry-run", typed=_WHO + "stop\n")
    assert "Gestopt. Er is niets geschreven." in stopped.output
    assert sorted(path for path in folder.rglob("*")) == before


def test_a_run_that_stops_before_all_is_there_can_be_done_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ["new", "-C", str(folder), "--answers", _answers(folder, _GIVEN), "--yes"]

    def killed(*_: object) -> Path:
        raise KeyboardInterrupt

    with monkeypatch.context() as halfway:
        halfway.setattr(import_module("protocolkit.commands.new"), "make_word", killed)
        assert CliRunner().invoke(main, words).exit_code != 0
    assert not _made(folder).exists()
    assert CliRunner().invoke(main, words, standalone_mode=False).return_value == 0
    assert _made(folder).exists()


def test_the_word_file_is_made_at_once_with_remarks_on_what_is_ours(folder: Path) -> None:
    answers = _answers(folder, _GIVEN)
    done = CliRunner().invoke(
        main, ["new", "-C", str(folder), "--answers", answers, "--yes"], standalone_mode=False
    )
    assert done.return_value == 0, done.output
    name = "_build/concepten/sociale-media/de-regenboog.docx"
    assert name in done.stderr
    with zipfile.ZipFile(folder / name) as packed:
        remarks = packed.read("word/comments.xml").decode()
        text = packed.read("word/document.xml").decode()
    assert remarks.count("Een korte algemene tekst van ons") == 7
    # the fault of a note stands beside the clause that calls it
    for words in (
        "7.1 spreekt dit tegen. De een staat toe",
        "Let op: in 'bericht te voorzien de",
        "Let op: noot 2: in '‘zijn’’'",
        "Lees noot 3 nog eens na",
    ):
        assert html.unescape(remarks).count(words) == 1, words
    assert "in de eerste" not in remarks
    assert "beslist de schoolleiding" in text
    body, _, behind = text.partition("Bijlage: van wie zijn deze woorden")
    assert "Een korte algemene tekst van ons" not in body
    assert behind.count("Een korte algemene tekst van ons") == 7
    behind = html.unescape(behind.partition("Bijlage: wat nog open is")[2])
    assert "7.1 en 9.1 spreken elkaar tegen" in behind
    assert "in 'bericht te voorzien de" in behind
    assert "noot 2: in '‘zijn’’'" in behind
