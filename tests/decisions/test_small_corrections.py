"""A small correction that a council was told of: the decision keeps its day and holds on."""

from __future__ import annotations

from pathlib import Path

import pytest

from decided import Desk
from protocolkit.base.messages import translator
from protocolkit.changes.change_set import version_of
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.decisions.small_change import too_large
from protocolkit.document.approvals import Decision
from protocolkit.document.fingerprints import check_code, protocol_fingerprint
from protocolkit.reading.reader import read_protocol_text
from protocolkit.reading.writer import write_protocol
from typed import typed

_FILE = "protocols/pesten/de-brug.md"
_PHONE = ("010 123 45 67", "010 765 43 21")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(tmp_path)
    made.adopt_with_consent()
    return made


@pytest.mark.parametrize(
    ("old", "new", "is_small"),
    [
        ("Bel 010 123 45 67.", "Bel 010 123 45 68.", True),
        ("Mail a.b@obs.nl of zie www.obs.nl/a.", "Mail info@obs.nl of zie www.obs.nl/b.", True),
        ("De contactpersoon is mevrouw Jansen.", "De contactpersoon is de heer A. Bakker.", True),
        (
            "Ouders melden zich bij mw. De Wit.",
            "Ouders melden zich bij de intern begeleider.",
            True,
        ),
        ("Ouders bellen  altijd de School.", "Ouders bellen altijd de school.", True),
        ("Ouders, niet de school, betalen.", "Ouders niet, de school betalen.", False),
        ("De boete is € 10.", "De boete is € 100.", False),
        ("Kosten: 25,50 euro.", "Kosten: 2550 euro.", False),
        ("Bel 112.", "Bel 113.", False),
        ("Mail info@obs.nl voor 1 maart.", "Mail info@obs.nl voor 1 mei.", False),
        ("Mevrouw Jansen beslist, niet de directeur.", "De directeur beslist.", False),
        (
            "Ouders melden zich bij de intern begeleider.",
            "Ouders melden zich bij mw. De Wit.",
            False,
        ),
        ("Wie pest, gaat naar de mentor.", "Wie pest, gaat naar de directeur.", False),
        ("De school belt de ouders.", "De school mailt de ouders.", False),
        ("Foto's worden bewaard.", "Foto's worden verwijderd.", False),
        ("Wie 12 jaar is, mag mee.", "Wie 13 jaar is, mag mee.", False),
        ("Bel 010 123 45 67 binnen 3 dagen.", "Bel 010 123 45 68 binnen 4 dagen.", False),
        ("Mevrouw Jansen mag hem innemen.", "Mevrouw Jansen moet hem innemen.", False),
        ("Dit geldt niet voor mw. Jansen.", "Dit geldt voor mw. Jansen.", False),
        ("De leerling wordt geschorst.", "De leerling wordt verwijderd.", False),
        ("Bel 010 123 45 67.", "Bel 010 123 45 67. Of mail.", False),
        ("Bel 010 123 45 67.", "Mail info@obs.nl.", False),
        ("Zie bijlage A. Ouders betalen.", "Zie bijlage A. Leerlingen betalen.", False),
        ("Zie B. Alleen de rector straft.", "Zie B. Nooit de rector straft.", False),
        ("Zie B. Foto's worden bewaard.", "Zie B. Video's worden bewaard.", False),
        ("Van groep A. Leerlingen mogen mee.", "Van groep A. Niemand mogen mee.", False),
        ("Filmen mag volgens juf Anna Nooit.", "Filmen mag volgens juf Anna Altijd.", False),
        ("Bel juf Nooit.", "Bel juf Altijd.", False),
        ("Meester Jansen Ouders betalen.", "Meester Jansen betalen.", False),
        ("De straf is 0612345678 euro.", "De straf is 0687654321 euro.", False),
        ("Loop 0612345678 rondjes.", "Loop 0687654321 rondjes.", False),
        ("De heer Jansen beslist over schorsing.", "De leerkracht beslist over schorsing.", False),
        ("De heer Jansen belt de ouders.", "De leerkracht belt de ouders.", False),
        ("Daarna belt mevrouw Jansen u.", "Daarna belt de mentor u.", False),
        ("Alleen mw. Jansen mag zoeken.", "Alleen de leraar mag zoeken.", False),
        ("Vraag toestemming bij mw. Jansen.", "Vraag toestemming bij de mentor.", False),
        ("Ga naar mw. Jansen. Zij straft.", "Ga naar de mentor. Zij straft.", False),
        ("Bel mw. Jansen. Hij kiest.", "Bel de mentor. Hij kiest.", False),
        ("De baas is mw. Jansen.", "De baas is de mentor.", False),
        ("Mevrouw Jansen;", "De leerkracht;", False),
        ("Het is aan mevrouw Jansen.", "Het is aan de mentor.", False),
        ("Dat doet de school met juf Ouders.", "Dat doet de school met juf Jansen.", False),
        ("Praat met J.H. de Boer.", "Praat met mevrouw Öztürk.", True),
        ("Mail dan gerust mevrouw De Boer.", "Mail dan gerust de intern begeleider.", True),
        ("Mevrouw Jansen, 010 123 45 67", "De heer Van der Berg, 010 123 45 68", True),
        ("Vragen? Bel mw. Jansen (010 123 45 67).", "Vragen? Bel de mentor (010 123 45 68).", True),
        ("De rector straft. Bel juf Anna.", "De rector straft. Bel juf Els.", True),
        ("Bel 010 123 45 67 bij ziekte.", "Bel 010 123 45 68 bij ziekte.", True),
        ("Bel 06-12345678 als u iets wilt.", "Bel 06-87654321 als u iets wilt.", True),
        ("Bel 0612345678 als u iets wilt.", "Bel 0687654321 als u iets wilt.", True),
        ("Bel 035 123 45 67 als uw kind ziek is.", "Bel 035 123 45 69 als uw kind ziek is.", True),
        ("Over kosten belt u 035-1234567 of ons.", "Over kosten belt u 035-1234568 of ons.", True),
        ("Het kost 06 12 34 56 78 euro.", "Het kost 06 87 65 43 21 euro.", False),
        ("Wacht 06 12 34 56 78 dagen.", "Wacht 06 87 65 43 21 dagen.", False),
        ("Vragen kunt u stellen aan mw. A.B. Bos.", "Vragen kunt u stellen aan mw. Vos.", True),
        ("Stel uw vragen aan mw. A.B. Bos.", "Stel uw vragen aan de mentor.", True),
        (
            "Vragen over verlof stelt u aan mw. Bos.",
            "Vragen over verlof stelt u aan de mentor.",
            True,
        ),
        ("Ouders vragen verlof aan mw. Bos.", "Ouders vragen verlof aan de mentor.", False),
        ("Vragen ouders verlof aan mw. Bos,", "Vragen ouders verlof aan de mentor,", False),
        ("Vragen stelt u aan mw. Bos. Zij kiest.", "Vragen stelt u aan mw. Vos. Zij kiest.", False),
        ("Vraag het aan mw. De Boer.", "Vraag het aan de vertrouwenspersoon.", True),
        (
            "Vragen? Bel 035 123 45 67 of vraag het aan mw. De Boer.",
            "Vragen? Bel 035 123 45 67 of vraag het aan mevrouw L. Mol.",
            True,
        ),
        (
            "Weet u het niet? Vraag het dan aan mw. De Boer.",
            "Weet u het niet? Vraag het dan aan de intern begeleider.",
            True,
        ),
        ("U kunt het vragen aan mw. De Boer.", "U kunt het vragen aan de intern begeleider.", True),
        ("Vraag het gerust aan mw. K. de Boer.", "Vraag het gerust aan de heer P. Smit.", True),
        ("Vraag het mw. De Boer.", "Vraag het de intern begeleider.", True),
        (
            "Neem bij vragen contact op met mw. De Boer (k.deboer@delinde.nl).",
            "Neem bij vragen contact op met de intern begeleider (ib@delinde.nl).",
            True,
        ),
        ("Spreek mw. De Boer aan.", "Spreek de intern begeleider aan.", True),
        ("Stuur een bericht aan mw. De Boer.", "Stuur een bericht aan de intern begeleider.", True),
        ("Stuur uw vraag aan mw. De Boer.", "Stuur uw vraag aan de intern begeleider.", True),
        ("Vraag het aan juf Anna.", "Vraag het aan juf Els.", True),
        (
            "Heeft u een vraag? Stel die aan mw. De Boer.",
            "Heeft u een vraag? Stel die aan de intern begeleider.",
            True,
        ),
        (
            "Uw vraag kunt u stellen aan mw. De Boer.",
            "Uw vraag kunt u stellen aan de mentor.",
            True,
        ),
        ("Wend u tot mw. De Boer.", "Wend u tot de vertrouwenspersoon.", True),
        (
            "Met vragen kunt u zich wenden tot mw. De Boer.",
            "Met vragen kunt u zich wenden tot de vertrouwenspersoon.",
            True,
        ),
        ("Mevrouw K. de Boer is uw contactpersoon.", "De heer P. Smit is uw contactpersoon.", True),
        (
            "Mevrouw K. de Boer is bereikbaar op 035 123 45 67.",
            "De heer P. Smit is bereikbaar op 035 123 45 68.",
            True,
        ),
        (
            "U bereikt mw. De Boer op 035 123 45 67.",
            "U bereikt de heer P. Smit op 035 123 45 68.",
            True,
        ),
        ("Mevrouw K. de Boer helpt u graag.", "De heer P. Smit helpt u graag.", True),
        (
            "Meld een klacht bij mevrouw A.B. Jansen.",
            "Meld een klacht bij de heer C.D. Pieters.",
            True,
        ),
        ("Contactpersoon: mevrouw L. Visser.", "Contactpersoon: mevrouw K. Blok.", True),
        (
            "Vertrouwenspersoon: de heer G. Stam.",
            "Vertrouwenspersoon: de intern begeleider.",
            True,
        ),
        (
            "Contactpersoon: mw. L. Visser. Zij beslist.",
            "Contactpersoon: mw. K. Blok. Zij beslist.",
            False,
        ),
        (
            "Wie te laat is, meldt zich bij mevrouw V. Hoek.",
            "Wie te laat is, meldt zich bij de teamleider.",
            False,
        ),
        (
            "Wie spijbelt, meldt zich bij mevrouw V. Hoek.",
            "Wie spijbelt, meldt zich bij de teamleider.",
            False,
        ),
        (
            "U vraagt verlof aan bij de heer S. Brand.",
            "U vraagt verlof aan bij de heer T. Storm.",
            False,
        ),
        (
            "Bezwaar maakt u bij mevrouw W. Groot.",
            "Bezwaar maakt u bij de directeur.",
            False,
        ),
        (
            "Haal de telefoon op bij mevrouw Z. Berg.",
            "Haal de telefoon op bij de directeur.",
            False,
        ),
        ("Vraag toestemming aan mw. De Boer.", "Vraag toestemming aan de mentor.", False),
        ("Vraag verlof aan mw. De Boer.", "Vraag verlof aan de mentor.", False),
        ("Vraag het aan mw. De Boer. Zij beslist.", "Vraag het aan de mentor. Zij beslist.", False),
        ("Mag het? Vraag het aan mw. De Boer.", "Mag het? Vraag het aan de mentor.", False),
        (
            "Wilt u verlof? Vraag het aan mw. De Boer.",
            "Wilt u verlof? Vraag het aan de mentor.",
            False,
        ),
        ("Leerlingen vragen het aan mw. De Boer.", "Leerlingen vragen het aan de mentor.", False),
        ("Vraag het eerst aan mw. De Boer.", "Vraag het eerst aan de mentor.", False),
        (
            "Wilt u filmen? Vraag het aan mw. De Boer.",
            "Wilt u filmen? Vraag het aan de mentor.",
            False,
        ),
        (
            "Vraag het aan mw. De Boer voordat u filmt.",
            "Vraag het aan de mentor voordat u filmt.",
            False,
        ),
        (
            "Vraag het aan mw. De Boer als u wilt filmen.",
            "Vraag het aan de mentor als u wilt filmen.",
            False,
        ),
        ("Mevrouw K. de Boer straft.", "De mentor straft.", False),
        ("De vraag is aan mw. De Boer.", "De vraag is aan de mentor.", False),
        (
            "Mevrouw K. de Boer vraagt het aan de ouders.",
            "De mentor vraagt het aan de ouders.",
            False,
        ),
        (
            "Vraag het aan mw. De Boer of de mentor.",
            "Vraag het aan de heer P. Smit of de directeur.",
            False,
        ),
        (
            "Meld een klacht bij mevrouw A.B. Jansen binnen 3 dagen.",
            "Meld een klacht bij de heer C.D. Pieters binnen 4 dagen.",
            False,
        ),
        ("Stuur uw aanvraag aan mw. De Boer.", "Stuur uw aanvraag aan de mentor.", False),
        ("Stuur de foto's aan mw. De Boer.", "Stuur de foto's aan de mentor.", False),
        ("Vraag het aan de vertrouwenspersoon.", "Vraag het aan mw. De Boer.", False),
        ("Vraag het aan de vertrouwenspersoon.", "Vraag het aan de directeur.", False),
        ("Vraag het aan mw. De Boer.", "Zeg het aan mw. De Boer.", False),
        ("Vraag het aan mw. De Boer.", "Vraag het aan de ouders.", False),
        ("Geef de telefoon aan mw. De Boer.", "Geef de telefoon aan de mentor.", False),
        ("Lever het in bij mw. De Boer.", "Lever het in bij de mentor.", False),
        ("Mevrouw K. de Boer bewaart uw gegevens.", "De mentor bewaart uw gegevens.", False),
        ("Mevrouw K. de Boer is verantwoordelijk.", "De mentor is verantwoordelijk.", False),
        ("Mevrouw K. de Boer beheert de sleutel.", "De conciërge beheert de sleutel.", False),
        ("Informeer bij ziekte mw. De Boer.", "Informeer bij ziekte de mentor.", False),
    ],
)
def test_what_is_small(old: str, new: str, is_small: bool) -> None:
    found = compare_versions(_version(old), _version(new))
    assert (too_large(found, translator()) == ()) is is_small


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        (
            "Mevrouw Jansen beslist.",
            "De heer Bos beslist.",
            "de naam 'Mevrouw Jansen' verandert in 'De heer Bos'; het programma kan hier niet zien",
        ),
        (
            "De directeur bepaalt dit.",
            "De mentor bepaalt dit.",
            "'De directeur' verandert in 'De mentor'; dat is alleen klein als er een naam",
        ),
        ("De school belt de ouders.", "De school mailt de ouders.", "er veranderen andere woorden"),
        ("Wie 18 jaar is, mag mee.", "Wie 16 jaar is, mag mee.", "de leeftijd of de termijn"),
        ("Wij wissen dit na 3 weken.", "Wij wissen dit na 4 weken.", "de termijn"),
    ],
)
def test_why_it_is_not_small_is_true(old: str, new: str, why: str) -> None:
    [found] = too_large(compare_versions(_version(old), _version(new)), translator())
    assert found.why.startswith(why)


def _version(words: str):  # type: ignore[no-untyped-def]
    head = "---\nprotocol:\n  title: P\n  organisation: {name: De Brug}\n---\n\n# P\n\n{#a1}\n1. "
    return version_of(read_protocol_text(f"{head}{words}\n").protocol, "x.md")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("mentor.[^1]", "mentor."),
        ("3. De leerling", "4. De leerling"),
        ("{#a2}", "{#a4}"),
        ("{#a3}\n3. De leerling wordt een week geschorst.\n\n", ""),
        ("een week", "twee weken"),
    ],
)
def test_more_than_a_small_correction_is_refused(desk: Desk, old: str, new: str) -> None:
    desk.edit(*_PHONE)
    desk.edit(old, new)
    assert desk.refused(desk.tell) == "correction-too-large"


def test_the_decision_keeps_its_day_and_holds(desk: Desk) -> None:
    before = protocol_fingerprint(desk.protocol)
    desk.edit(*_PHONE)
    assert (desk.holds(), desk.checked()) == ([False, False], ["changed-after-decision"] * 2)
    done = desk.tell()
    assert done.version.name == "de-brug@verbeterd-2026-05-12.md"
    assert (desk.holds(), desk.checked()) == ([True, True], []), "what was adopted goes with it"
    consent = desk.protocol.facts.approvals[0]
    assert (consent.date, consent.fingerprint) == ("2026-03-10", before)
    code = check_code(before)
    said = f"Kleine verbetering, gemeld aan MR op 12 mei 2026. Daarvoor was de controlecode {code}."
    assert desk.notices() == (said,)
    shown = typed("status", "protocols/pesten/de-brug.md", cwd=desk.root).stdout
    assert "instemming verleend, 10 maart 2026. Geldt: de tekst heeft sindsdien" in shown
    assert (
        f"Kleine verbetering, gemeld op 12 mei 2026. Daarvoor was de controlecode {code}." in shown
    )
    again = read_protocol_text(write_protocol(desk.protocol)).protocol
    assert again.facts == desk.protocol.facts


def test_another_change_after_it_ends_the_decision_and_undoing_both_does_not(desk: Desk) -> None:
    desk.edit(*_PHONE)
    desk.tell()
    desk.edit("een week", "twee weken")
    assert desk.holds() == [False, False]
    desk.edit("twee weken", "een week")
    desk.edit(*reversed(_PHONE))
    assert (desk.holds(), desk.notices()) == ([True, True], ()), "the text that was decided on"


def test_one_correction_after_another(desk: Desk) -> None:
    desk.edit(*_PHONE)
    desk.tell()
    desk.edit("mevrouw Jansen", "de intern begeleider")
    desk.tell(day="2026-05-20")
    assert (desk.holds(), desk.checked()) == ([True, True], [])
    assert [one.told for one in desk.protocol.facts.approvals[0].corrections] == [
        "2026-05-12",
        "2026-05-20",
    ]


def test_a_council_that_was_not_told_has_not_agreed(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    for section in ("personeel", "ouders"):
        desk.ask(section=section)
        desk.decide(Decision.GRANTED, section=section)
    desk.edit(*_PHONE)
    desk.tell(section="ouders")
    assert desk.holds() == [False, True]
    desk.tell(section="personeel", day="2026-05-13")
    assert desk.holds() == [True, True]
    assert len(list((tmp_path / "versions" / "pesten").glob("*verbeterd*"))) == 1, "kept once"


def test_what_cannot_be_recorded(desk: Desk) -> None:
    assert desk.refused(desk.tell) == "nothing-corrected"
    desk.edit(*_PHONE)
    assert desk.refused(lambda: desk.tell("MR elders")) == "nothing-to-correct"
    assert desk.refused(lambda: desk.tell(agrees=False)) == "not-confirmed"
    assert desk.refused(lambda: desk.tell(day="2026-03-01")) == "days-in-wrong-order"
    assert desk.refused(lambda: desk.tell(day="2026-07-01")) == "day-to-come"


def test_a_correction_that_was_written_by_hand_is_looked_at(desk: Desk) -> None:
    desk.edit(*_PHONE)
    desk.tell()
    desk.edit("een week", "twee weken")
    desk.ask("MR later")
    now = protocol_fingerprint(desk.protocol)
    told = desk.protocol.facts.approvals[0].corrections[0].fingerprint
    for _ in range(2):
        desk.edit(told, now)
    assert desk.checked().count("correction-other-text") == 2
    for _ in range(2):
        desk.edit("version: verbeterd-2026-05-12", "version: voorgelegd-2026-02-03-2")
    assert desk.checked().count("correction-not-small") == 2


def test_the_command_shows_the_words_and_no_decisions(desk: Desk) -> None:
    desk.edit(*_PHONE)
    told = ("--body", "MR", "--decision", "kleine verbetering", "--date", "2026-05-12", "--yes")
    file = "protocols/pesten/de-brug.md"
    no = typed("approve", file, *told, "--proof", "brief.pdf", cwd=desk.root)
    assert (no.returncode, "Laat --proof weg." in no.stderr) == (2, True)
    done = typed("approve", file, *told, cwd=desk.root)
    assert done.returncode == 0, done.stderr
    assert "Vastgelegd: kleine verbetering, gemeld aan MR op 12 mei 2026." in done.stderr
    assert "765" in done.stderr
    assert "Status:" not in done.stderr
    assert "Besluiten" not in done.stderr


@pytest.mark.process
@pytest.mark.parametrize("bodies", [("MR", "MR"), ("MR Noord", "MR Zuid")])
def test_who_decided_and_was_not_told_is_named_everywhere(
    tmp_path: Path, bodies: tuple[str, str]
) -> None:
    desk, sections = Desk(tmp_path), ("personeel", "ouders") if bodies[0] == bodies[1] else ("", "")
    for body, section in zip(bodies, sections, strict=True):
        desk.ask(body, section=section)
        desk.decide(Decision.GRANTED, body, section=section or None)
    desk.adopt()
    desk.edit(*_PHONE)
    words = ["--decision", "kleine verbetering", "--date", "2026-05-12", "--yes"]
    words += ["--section", sections[0]] * bool(sections[0])
    told = typed("approve", _FILE, "--body", bodies[0], *words, cwd=desk.root)
    other = f"{bodies[1]} ({sections[1]})" if sections[1] else bodies[1]
    assert f"Nog te melden aan: {other}." in told.stderr, told.stderr
    assert desk.holds() == [True, False, True]
    assert desk.notices()[1].startswith(f"Die kleine verbetering is nog niet gemeld aan {other}.")
    shown = typed("status", _FILE, cwd=desk.root).stdout
    assert desk.notices()[1] in shown
    assert "Geldt niet: de tekst heeft sindsdien een kleine verbetering, die nog niet" in shown
    assert "meld de kleine verbetering ook aan deze raad" in typed("check", cwd=desk.root).stdout
    desk.tell(bodies[1], section=sections[1] or None)
    assert (desk.holds(), desk.checked()) == ([True, True, True], [])
    assert not any("nog niet gemeld" in one for one in desk.notices())
