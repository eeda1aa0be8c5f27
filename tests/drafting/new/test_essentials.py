"""What every protocol needs is in a draft: a board's words, ours, open, or left out by choice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drafted import BOARD, DUTCH, SCHOOL, drafted, place, template
from protocolkit.checking.placeholders import check_placeholders
from protocolkit.checking.together import drafted_clashes
from protocolkit.document.facts import OrganisationKind
from protocolkit.document.model import Kind
from protocolkit.document.outline import addressable, clause_text, sections
from protocolkit.drafting.new.answers import NONE, OWN, Answers
from protocolkit.drafting.new.chapters import with_essentials
from protocolkit.drafting.new.draft import Draft, PartGroup, own_part
from protocolkit.drafting.new.essentials import (
    STANDARD,
    check_essentials,
    essentials,
    missing_in,
    missing_in_draft,
    open_facts,
    own_text,
    without_essentials,
)
from protocolkit.drafting.new.new_protocol import draft_from_template
from seeds import SLUGS, protocol
from small_boards import board

_OF_BOARD = replace(SCHOOL, kind=OrganisationKind.SCHOOL, parent="Stichting Ver")


def _draft(*texts: str) -> Draft:
    parts = tuple(own_part("t", text, Kind.RULE) for text in texts)
    group = PartGroup(anchor="deel-t", title="Thema", parts=parts)
    return Draft(title="P", groups=(group,))


def _names(draft: Draft) -> set[str]:
    return {found.id for found in missing_in_draft(draft, "regels")}


@pytest.mark.parametrize(
    ("text", "answered"),
    [
        ("Klachten gaan volgens de klachtenregeling.", "klachten"),
        ("Het beleid wordt elk jaar geëvalueerd.", "evaluatie"),
        ("Dit protocol treedt in werking op 1 augustus.", "inwerkingtreding"),
        ("Het protocol wordt vastgesteld met instemming van de MR.", "vaststelling"),
        ("De vertrouwenspersoon helpt.", "vertrouwenspersoon"),
        ("Het protocol staat op de website van de school.", "informeren"),
        ("Dit protocol geldt voor leerlingen.", "reikwijdte"),
        ("Onder een telefoon wordt verstaan: elk toestel dat belt.", "begrippen"),
        ("Dit protocol heeft als doel rust in de les.", "doel"),
        ("Waar dit protocol niet in voorziet, beslist de directeur.", "beslissen"),
        ("In onvoorziene gevallen beslist de directeur.", "beslissen"),
        ("De rector bepaalt wat er gebeurt in onverwachte situaties.", "beslissen"),
        ("Staat iets hier niet? Dan beslist de directeur.", "beslissen"),
        ("Wat niet beschreven is, bepaalt de teamleider.", "beslissen"),
        ("Hier staat wat wij afspreken over het kamp.", "doel"),
        ("Dit kampprotocol geldt voor alle groepen 8.", "reikwijdte"),
        ("Ouders krijgen deze regels bij de inschrijving.", "informeren"),
        ("Deze regels gelden vanaf het nieuwe schooljaar.", "inwerkingtreding"),
        ("Met dit protocol wil de school dat telefoons in de les niet storen.", "doel"),
        ("Deze afspraken zorgen dat de les rustig is.", "doel"),
        ("Daarom heeft de school deze afspraken gemaakt.", "doel"),
        ("De directeur zet de afspraken elk jaar in de schoolgids.", "informeren"),
        ("De rector informeert ouders jaarlijks over de regels.", "informeren"),
        ("Het bestuur kijkt om de twee jaar of dit protocol nog goed werkt.", "evaluatie"),
        ("Dit protocol wordt om de vier jaar herzien.", "evaluatie"),
        # a question that is still open is about it too
        ("[kies een formulering] Hoe weten ouders van het protocol?", "informeren"),
        ("[kies een formulering] Wanneer wordt het protocol bekeken?", "evaluatie"),
        ("[kies een formulering] Voor wie geldt het?", "reikwijdte"),
        ("[kies een formulering] Wat is roken?", "begrippen"),
        ("[kies een formulering] Waarom dit protocol?", "doel"),
    ],
)
def test_words_that_say_something_of_it_are_enough(text: str, answered: str) -> None:
    everything = {found.id for found in essentials()}
    assert _names(_draft(text)) == everything - {answered}


@pytest.mark.parametrize(
    "text",
    [
        "Ouders worden op de hoogte gesteld van het gesprek.",
        "Foto's mogen alleen met toestemming.",
        "Wie het niet eens is met een besluit, zegt dat.",
        "De werkgever heeft de regels vastgesteld.",
        "[kies een formulering] Wat is de straf na drie keer?",
    ],
)
def test_words_on_something_else_are_not(text: str) -> None:
    assert _names(_draft(text)) == {found.id for found in essentials()}


def test_our_texts_come_before_and_after_what_was_chosen_and_say_that_they_are_ours() -> None:
    answers = Answers(organisation=BOARD, subject="regels")
    draft = with_essentials(_draft("Foto's mogen niet."), answers, "Regels", DUTCH)
    assert [group.anchor for group in draft.groups] == [
        "deel-algemeen-begin",
        "deel-t",
        "deel-algemeen-slot",
    ]
    made = drafted(draft, answers)
    chosen = {entry.anchor: entry.choice for entry in made.facts.provenance}
    texts = {item.anchor: clause_text(item) for item in addressable(made)}
    for found in essentials():
        assert chosen[found.id] == STANDARD
        assert texts[found.id] == own_text(found, answers, "Regels", DUTCH)
    assert not list(check_placeholders(made))
    assert set(open_facts(made.facts)) == {"valid_from", "review_date", "approvals"}
    assert not missing_in(replace(made, subject="regels"))


def test_each_may_be_left_open_left_out_or_said_in_ones_own_words() -> None:
    own = "Klagen kan bij de directeur."
    answers = Answers(
        organisation=BOARD,
        subject="regels",
        choices={
            "algemeen-klachten": OWN,
            "algemeen-evaluatie": NONE,
            "algemeen-doel": "",
            "foto": "k1",
        },
        texts={"algemeen-klachten": own},
    )
    draft = with_essentials(_draft("Foto's mogen niet."), answers, "Regels", DUTCH)
    made = drafted(draft, answers)
    texts = {item.anchor: clause_text(item) for item in addressable(made)}
    assert texts["klachten"] == own
    assert "evaluatie" not in texts
    assert draft.declined == ("algemeen-evaluatie",)
    (blank,) = check_placeholders(made)
    assert blank.anchor == "doel"
    assert not list(check_essentials(answers))
    assert without_essentials(answers).choices == {"foto": "k1"}


def test_an_answer_that_is_none_is_named_with_its_place() -> None:
    answers = Answers(
        choices={"algemeen-klachten": "k1"}, path="a.yml", lines={"choices.algemeen-klachten": 4}
    )
    (found,) = check_essentials(answers)
    assert (found.code.name, str(found.location)) == ("answer-choice", "a.yml:4")
    assert STANDARD in found.hint(DUTCH)


def test_a_school_speaks_of_itself_and_of_the_rules_of_its_board() -> None:
    school = Answers(organisation=_OF_BOARD, subject="regels")
    by_id = {found.id: found for found in essentials()}
    assert "obs De Wal" in own_text(by_id["reikwijdte"], school, "Regels", DUTCH)
    assert "klachtenregeling van Stichting Ver" in own_text(by_id["klachten"], school, "R", DUTCH)
    alone = Answers(organisation=replace(_OF_BOARD, parent=""), subject="regels")
    assert "[naam van het bestuur]" in own_text(by_id["klachten"], alone, "R", DUTCH)
    board_of = Answers(organisation=BOARD, schools=("De Wal", "De Dijk"), subject="pesten")
    assert "De Wal en De Dijk" in own_text(by_id["reikwijdte"], board_of, "Pesten", DUTCH)
    assert "pesten te voorkomen" in own_text(by_id["doel"], board_of, "Pesten", DUTCH)


def test_of_what_boards_wrote_nothing_is_asked_again() -> None:
    answers = Answers(organisation=BOARD, subject="sociale-media")
    draft = draft_from_template(template(), answers, DUTCH)
    lacking = {found.id for found in missing_in_draft(draft, "sociale-media")}
    assert lacking == {"beslissen", "informeren", "vertrouwenspersoon", "klachten", "evaluatie"} | {
        "inwerkingtreding",
        "vaststelling",
    }
    for slug in SLUGS:
        assert {"klachten", "evaluatie"} <= {found.id for found in missing_in(protocol(slug))}


def test_topics_of_the_subject_count_however_they_are_worded() -> None:
    part = replace(own_part("doelgroep", "Iedereen hoort erbij.", Kind.RULE), topics=("doelgroep",))
    draft = Draft(title="P", groups=(PartGroup(anchor="g", title="G", parts=(part,)),))
    assert "reikwijdte" not in {f.id for f in missing_in_draft(draft, "sociale-media")}
    assert "reikwijdte" in {f.id for f in missing_in_draft(draft, "pesten")}


def test_our_own_texts_need_no_name_of_a_person_and_no_blank() -> None:
    answers = Answers(organisation=BOARD, subject="regels")
    made = drafted(with_essentials(_draft("x"), answers, "Regels", DUTCH), answers)
    assert {section.anchor for section in sections(made)} >= {"deel-algemeen-slot"}
    assert place().slug == made.slug
    assert not missing_in(board("b", *(found.text for found in essentials())))


def test_our_own_texts_are_no_repetition_of_each_other() -> None:
    answers = Answers(organisation=BOARD, subject="regels")
    made = drafted(with_essentials(_draft("Filmen mag niet."), answers, "Verzuim", DUTCH), answers)
    assert not drafted_clashes(made)
