"""Every rule goes off where it should and nowhere else: by case files, and by edges."""

from __future__ import annotations

import importlib
from collections import Counter
from functools import cache

import pytest
from hypothesis import given

import protocolkit.checking
from examples import examples
from manual import PAGE, Case, cases, codes, page, problems
from protocolkit.base.messages import translator
from protocolkit.checking.check import check_protocol
from protocolkit.checking.knowledge import aged_entries
from protocolkit.document.model import Protocol
from protocolkit.reading.reader import read_protocol_text
from protocolkit.text.contact_details import phone_numbers
from protocolkit.wording.one_word import term_groups
from seeds import ROOT, SLUGS, protocol
from strategies import protocols
from work import counted

_HEAD = "---\nprotocol:\n  organisation: {name: De Brug}\n---\n\n# Protocol\n\n"


def _found(text: str, today: str = "") -> list[str]:
    read = read_protocol_text(f"{_HEAD}{{#a}}\n{text}\n").protocol
    return [found.code.name for found in check_protocol(read, today)]


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.code)
def test_a_rule_goes_off_on_its_bad_case_only(case: Case) -> None:
    assert {found.code.name for found in problems(case.bad)} == {case.code}
    assert [found.code.name for found in problems(case.good)] == []


# What needs files or a history to be seen, and the test that shows it.
_NO_CASE = {
    "adopted-refused": "tests/checking/test_text_in_force.py",
    "council-ends-differ": "tests/decisions/test_ended_councils.py",
    "school-in-both": "tests/decisions/test_schools_added.py",
    "school-decided-after-end": "tests/decisions/test_schools_added.py",
    "decision-code-kind": "tests/decisions/test_kept_standing.py",
    "decision-code-unknown": "tests/decisions/test_kept_standing.py",
    "refusal-unanswered": "tests/decisions/test_proposals_and_answers.py",
    "put-back-unadopted": "tests/decisions/test_one_story.py",
    "begin-changed": "tests/decisions/test_begins_later.py",
    "put-back-to-come": "tests/decisions/test_begins_later.py",
    "status-typed": "tests/decisions/test_one_story.py",
    "status-after-answer": "tests/decisions/test_mending.py",
    "choice-answered": "tests/checking/test_answered.py",
    "answered-twice": "tests/checking/test_answered.py",
    "other-words": "tests/checking/test_other_words.py",
    "basis-unknown": "tests/checking/test_basis.py",
    "name-left": "tests/checking/test_left_behind.py",
    "record-left": "tests/checking/test_left_behind.py",
    "date-left": "tests/checking/test_left_behind.py",
    "proof-named": "tests/checking/test_papers_inside.py",
    "paper-inside": "tests/checking/test_papers_inside.py",
    "mr-passed-over": "tests/decisions/test_councils_concerned.py",
    "behind-board": "tests/decisions/test_councils_concerned.py",
    "board-text-changed": "tests/decisions/test_councils_concerned.py",
    "gmr-passed-over": "tests/decisions/test_councils_concerned.py",
    "correction-not-small": "tests/decisions/test_small_corrections.py",
    "correction-other-text": "tests/decisions/test_small_corrections.py",
    "decision-code-old": "tests/decisions/test_kept_standing.py",
    "decided-version-gone": "tests/decisions/test_submitting_and_deciding.py",
    "decided-version-other": "tests/decisions/test_kept_standing.py",
    "site-unowned": "tests/site/test_about.py",
    "frozen-twice": "tests/decisions/test_submitting_and_deciding.py",
    "frozen-code": "tests/checking/test_kept_versions.py",
    "frozen-gone": "tests/versions/test_frozen.py",
    "frozen-touched": "tests/versions/test_frozen.py",
    "frozen-unlisted": "tests/versions/test_frozen.py",
    "protocol-gone": "tests/checking/test_anchors.py",
    "revision-unknown": "tests/checking/test_anchors.py",
    "subject-gone": "tests/checking/test_anchors.py",
    "reason-earlier": "tests/was_wordt/test_reasons_checked.py",
    "summary-outdated": "tests/dossier/test_plain_summaries.py",
    "summary-unknown": "tests/dossier/test_plain_summaries.py",
    "person-beside": "tests/checking/test_people.py",
    "person-kept": "tests/checking/test_people.py",
    "person-in-file": "tests/checking/test_people.py",
    "source-missing": "tests/checking/test_check.py",
    "template-choice": "tests/drafting/template/test_choices.py",
    "template-unknown": "tests/drafting/template/test_choices.py",
    "topics-missing": "tests/checking/test_check.py",
}


def test_every_code_of_checking_has_a_case() -> None:
    """Where a new check has none: make ``tests/cases/checking/<code>.md``, then the manual anew."""
    with_case = {case.code for case in cases()}
    assert with_case <= {code.name for code in codes()}
    assert {code.name for code in codes(protocolkit.checking)} == with_case | set(_NO_CASE)
    assert not with_case & set(_NO_CASE)


@pytest.mark.parametrize(("code", "test"), _NO_CASE.items())
def test_what_has_no_case_has_a_test(code: str, test: str) -> None:
    assert f'"{code}"' in (ROOT / test).read_text("utf-8")


def test_the_manual_is_fresh() -> None:
    """Renew it with: .venv/bin/python tests/manual.py > docs/gebruik/controles.md."""
    assert PAGE.read_text("utf-8") == page()


@pytest.mark.parametrize(
    ("slug", "code", "anchor"),
    [
        ("oponoa", "number-jump", "art-4-1-7"),
        ("oponoa", "consent-under-age", "art-3-1-5"),
        ("oponoa", "word-missing", "art-3-3-1"),
        ("oponoa", "link-lost", "handreiking-punt-9"),
        ("oponoa", "phone-form", "art-4-1-3"),
        ("oponoa", "name-variants", "uitgangspunten-6"),
        ("oponoa", "term-variants", "art-4-1-1"),
        ("lucas-onderwijs", "placeholder", "sancties-6"),
        ("lucas-onderwijs", "punctuation-doubled", "art-a-6"),
        ("lucas-onderwijs", "aged", "inleiding-1"),
        ("cvo-baarn-soest", "decision-after-date", ""),
        ("cvo-baarn-soest", "age-gap", "art-a-5"),
        ("cvo-baarn-soest", "aged", "noot-5"),
        ("cvo-baarn-soest", "word-missing", "art-c-1"),
        ("cvo-baarn-soest", "word-missing", "sancties-2"),
        ("oponoa", "word-missing", "art-3-3-3"),
        ("oponoa", "word-missing", "art-3-4-9"),
        ("oponoa", "word-missing", "art-4-1-3"),
        ("oponoa", "word-missing", "art-4-1-4"),
        ("lucas-onderwijs", "word-missing", "art-a-5"),
        ("lucas-onderwijs", "word-missing", "sancties-3"),
        ("cvo-baarn-soest", "word-missing", "sancties-3"),
        ("verkruisen", "word-missing", "richtlijnen-12"),
        ("verkruisen", "word-apart", "richtlijnen-12"),
        ("verkruisen", "consent-of-others", "richtlijnen-10"),
        ("verkruisen", "name-variants", "inleiding-4"),
        ("borger-odoorn", "sentence-broken", "positieve-insteek-2"),
        ("borger-odoorn", "term-variants", "weten-1"),
    ],
)
def test_the_oddities_of_the_sources_are_seen(slug: str, code: str, anchor: str) -> None:
    found = {(problem.code.name, problem.anchor) for problem in check_protocol(protocol(slug))}
    assert (code, anchor) in found


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("De naam is [...] weggelaten.", []),
        ("Zie [1] en noot [2].", []),
        ("Koning Willem XX bestaat niet.", ["placeholder"]),
        ("Dit staat in hoofdstuk XX.", ["reference-unresolved"]),
        ("Gevestigd te … en bekend als school.", ["placeholder"]),
        ("Vastgesteld d.d. ...", ["placeholder"]),
        ("Hij dacht na ... en zei niets.", []),
        ("Naam: _______", ["placeholder"]),
    ],
)
def test_blanks_and_what_looks_like_them(text: str, said: list[str]) -> None:
    assert _found(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Indien directeur daarom vraagt, geeft u de telefoon af.", ["word-missing"]),
        ("Indien leerling of ouder daarom vraagt, krijgen zij inzage.", []),
        ("Indien mentor of de ouders dat vragen, komt er een gesprek.", ["word-missing"]),
        ("Indien de mentor of een ouder dat vraagt, komt er een gesprek.", []),
        ("Er wordt gefilmd zonder dat er sprake toestemming is.", ["word-missing"]),
        ("Als er sprake kan zijn van pesten of daarvan sprake was, praten wij.", []),
        ("Als er sprake blijkt te zijn van pesten, praten wij daarover.", []),
        ("Als er geen sprake daarvan is, stopt het gesprek.", []),
        ("Wij vragen aan leerlingen, ouders om een handtekening.", ["word-missing"]),
        ("Wij vragen aan leerlingen, ouders en medewerkers om een handtekening.", []),
        ("Wij spreken met leerlingen, ouders wanneer dat nodig is en medewerkers.", []),
        ("De straffen variëren van een gesprek, nablijven en schorsing.", ["word-missing"]),
        ("De straffen variëren van een gesprek, nablijven of werk tot schorsing.", []),
        ("De tijden variëren van dag tot dag en de duur is een uur.", []),
        ("Dit geldt op de desbetreffende school en in de betreffende les.", []),
        ("De door het bestuur geleende pc en de door school en ouders betaalde tas blijven.", []),
        ("Leerlingen moeten in de les blijven en kunnen op school werken.", []),
        ("Wie bezwaar wil in dienen, schrijft de directeur.", ["word-apart"]),
        ("Wij leren hoe je je aan de afspraken houdt en.", ["sentence-cut"]),
        ("Wij kijken hoe de school ermee om gaat, en waar u de regels kunt vinden.", []),
        ("De school gaat daar zorgvuldig mee om.", []),
        ("De brief waar de ouders zo blij mee waren, daar weten wij niets van.", []),
        ("De leerling krijgt van de mentor een brief van.", ["sentence-cut"]),
        ("Een leerling haalt de tas op en de mentor zegt dat.", []),
        ("Als iemand heimwee heeft, dan we eerst samen.", ["word-missing"]),
        ("Dan onze jeugdarts met de ouders.", ["word-missing"]),
        ("Heeft u het vaker dan wij verwachten, bel dan.", []),
        ("Als u later komt dan de afspraak, bel dan even.", []),
        ("De gaat na welke stof is gemist.", ["word-missing"]),
        ("Het gaat om de rust in de klas.", []),
        ("De school zorgt met moet voor de rust.", ["word-missing"]),
        ("De leerling blijft thuis omdat en de mentor belt.", ["word-missing"]),
        ("Bovendien wij de ouders.", ["word-missing"]),
        ("Als een leerling drie keer niet op tijd, belt de mentor.", []),
        ("Als een leerling zonder geldige oorzaak afwezig, belt de mentor.", ["word-missing"]),
        ("Wij huren een een persoon in.", ["word-doubled"]),
        ("Wie te laat komt, meldt zich en vult dat in in de app.", []),
        ("Wat mogen mogen zij, zegt de mentor.", []),
        ("De mentor komt komt naar de klas.", ["word-doubled"]),
        ("De mentor (of de teamleider belt de ouders.", ["bracket-open"]),
        ("De mentor belt de ouder(s), zie a) en 2) van de regels :-)", []),
        ("Het bestuur [en de raad) besluit hierover.", ["bracket-open"]),
        ("De mentor nog dezelfde dag de ouders van de leerling.", ["verb-missing"]),
        ("Het bestuur beslaat bij ons niet de hele groep.", []),
        ("Lange broeken en rokken reiken steeds tot de knie.", []),
        ("Geen telefoons op school en op het plein.", []),
        ("De school op tijd.", []),
    ],
)
def test_words_that_are_missing_or_apart(text: str, said: list[str]) -> None:
    assert _found(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Kijk op http://x.nl/a..b/../c voor meer.", []),
        ("Van 1..5 tellen.", []),
        ("Zo gaat dat. . En verder.", ["punctuation-doubled"]),
        ("Dat heet ,,sexting'' in de klas.", []),
        ("Leerlingen, ouders, etc.; zij ook.", []),
        ("Dat kan niet?.", ["punctuation-doubled"]),
        ("De mail e.d.. is weg.", ["punctuation-doubled"]),
    ],
)
def test_doubled_punctuation(text: str, said: list[str]) -> None:
    assert _found(text) == said


def test_a_reference_that_is_still_a_blank_is_told_once() -> None:
    assert _found("Zie [verwijzing: artikel B:2].") == ["placeholder"]
    assert _found("Zie artikel B:2.") == ["reference-unresolved"]


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("Namens het bestuur van de stichting", False),
        ("Soest, mei 2019", False),
        ("de leerling die te laat komt en zich niet meldt bij de conciërge", False),
        ("de leerling die te laat komt en zich meldt bij de", True),
        ("Bij een derde overtreding wordt de leerling geschorst voor ten hoogste", True),
        ("De leerling krijgt straf als hij te laat komt, namelijk", True),
        ("Leerlingen mogen geen", True),
        ("De leraar moet", True),
        ("De leerling mag", True),
        ("Filmen tijdens", True),
        ("Filmen mag", False),
        ("Dat mag niet", False),
        ("Er zijn regels. Iedereen die in de school werkt of leert moet ze kennen en", False),
        ("Er zijn regels. Iedereen die in de school werkt of leert moet ze kenn", True),
        ("Er zijn regels (zie het overzicht van alle regels in de school hiernaast)", False),
        (
            "Mail naar de directeur. Het adres van de school is te vinden op directie@debrug.nl",
            False,
        ),
    ],
)
def test_a_text_that_breaks_off(text: str, broken: bool) -> None:
    assert ("sentence-broken" in _found(text)) is broken


def test_one_document_that_says_twice_what_a_word_means() -> None:
    first = "1. Onder roken wordt verstaan: het roken van tabak of een e-sigaret."
    assert _found(f"{first}\n\n2. Onder vapen wordt verstaan: het roken van een vape.") == []
    again = "2. Onder roken wordt verstaan: het roken van tabak, ook met een vape."
    assert _found(f"{first}\n\n{again}") == ["defined-twice"]


def test_of_clauses_that_end_with_a_full_stop_one_without_breaks_off() -> None:
    beside = "1. Roken mag niet.\n\n2. De leraar belt de ouders.\n\n3. Dat wordt genoteerd.\n\n4. "
    broken = "Bij een derde overtreding wordt de leerling geschorst door de directeur"
    assert _found(f"{beside}{broken}.") == []
    assert _found(f"{beside}{broken}") == ["sentence-broken"]
    assert _found(f"{beside}Geschorst door de directeur") == []


def test_text_before_points_goes_on() -> None:
    text = "Zo is het. De leerling mag in de les en in de pauze alleen\n\n   - bellen;\n   - appen."
    assert _found(f"1. {text}") == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Bel 0900 – 1113111.", ["0900 – 1113111"]),
        ("Bel (0900 – 1113111).", ["0900 – 1113111"]),
        ("0900 111 3 111 of 0900-1113111", ["0900 111 3 111", "0900-1113111"]),
        ("06 12 34 56 78", ["06 12 34 56 78"]),
        ("+31 (0)10 123 45 67", ["+31 (0)10 123 45 67"]),
        ("(010) 123 45 67", ["(010) 123 45 67"]),
        ("op 01-09-2018 en 04-03-2020", []),
        ("0112 in 2018, 2019 en 2020", []),
        ("IBAN NL00BANK0123456789", []),
        ("0800-0432", ["0800-0432"]),
    ],
)
def test_what_is_a_telephone_number(text: str, numbers: list[str]) -> None:
    assert list(phone_numbers(text)) == numbers


def test_what_changed_later_than_the_day_asked_about_is_left_out() -> None:
    assert _found("Twitter is handig.", "2020-01-01") == []
    assert _found("Twitter is handig.", "2024-01-01") == ["aged"]


@pytest.mark.parametrize(
    ("last", "codes"),
    [
        ("Filmen ook niet", []),
        ("Filmen in de lessen van andere klassen ook niet", ["sentence-broken"]),
    ],
)
def test_only_a_long_last_sentence_needs_its_full_stop(last: str, codes: list[str]) -> None:
    assert _found(f"Bellen mag niet. {last}") == codes


def test_a_review_date_needs_a_given_day() -> None:
    text = _HEAD.replace("Brug}", "Brug}\n  review_date: 2023-08")
    read = read_protocol_text(text).protocol
    assert not list(check_protocol(read))
    assert not list(check_protocol(read, "2023-08-15"))
    assert [found.code.name for found in check_protocol(read, "2023-09-01")] == ["review-passed"]


def test_impossible_days_are_printed_as_they_stand() -> None:
    text = _HEAD.replace("Brug}", "Brug}\n  dated: 2019-02-31\n  review_date: 2018-02-30")
    found = list(check_protocol(read_protocol_text(text).protocol))
    assert [item.code.name for item in found] == ["dates-reversed"]
    assert "2018-02-30" in found[0].message(translator())


def test_the_knowledge_has_a_date_a_source_and_an_advice() -> None:
    assert len({entry.name for entry in aged_entries()}) == len(aged_entries())
    assert all(entry.source and entry.advice and entry.changed for entry in aged_entries())
    dated = [entry for entry in aged_entries() if entry.since]
    assert len(dated) >= len(aged_entries()) - 2
    assert all(set(group.forms) for group in term_groups())


def test_no_message_calls_a_text_wrong() -> None:
    for slug in SLUGS:
        for found in check_protocol(protocol(slug)):
            if found.code.name in ("aged", "changes-often"):
                said = found.message(translator())
                assert said.endswith("Controleer dit.")
                assert "onjuist" not in said


@given(protocols())
@examples(60)
def test_the_rules_never_fail(drawn: Protocol) -> None:
    for found in check_protocol(drawn, "2026-01-01"):
        assert found.line(translator())


_PIECES = (". ", "artikel 5, ", "zie ", "0 ", "[naam ", "toestemming ", "‘")


@cache
def _work() -> dict[str, tuple[Counter[str], Counter[str]]]:
    """Return how much work a text of each piece is, and one four times as long."""
    with counted() as count:
        read = importlib.import_module("protocolkit.reading.reader").read_protocol_text
        check = importlib.import_module("protocolkit.checking.check").check_protocol

        def work(piece: str, times: int) -> Counter[str]:
            report = read(f"{_HEAD}{{#a}}\nx{piece * times}\n")
            return count(lambda: list(check(report.protocol, "")))

        work(_PIECES[0], 1)  # what is read once and kept is no work of a text
        found = {}
        for piece in _PIECES:
            found[piece] = work(piece, 16), work(piece, 64)
        return found


@pytest.mark.parametrize("piece", _PIECES)
def test_a_text_four_times_as_long_takes_no_more_than_that(piece: str) -> None:
    """A rule that looks back at all before it would take sixteen times as much."""
    few, many = _work()[piece]
    assert len(few) > 50
    assert {place: n for place, n in many.items() if n > 6 * max(few[place], 16)} == {}
