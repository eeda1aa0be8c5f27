"""Pasted mail and minutes: a printed label places the remark behind it; all else is reported."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from one_protocol import headed, placed
from protocolkit.base.messages import translator
from protocolkit.document.outline import labels
from protocolkit.reading.reader import read_protocol_text
from protocolkit.reading.words_left_out import LeftOutReason
from protocolkit.review.lapsed import LapsedClause
from protocolkit.review.printed_around import SentText
from protocolkit.review.remarks import Remark
from protocolkit.review.table_rows import place_words
from protocolkit.review.text_review import ReturnedText
from typed import typed

_TEXT = (
    headed("Telefoons")
    + """{#h-1}
## 3 In de klas

{#h-2}
### 3.1 Voor leerlingen

{#a1}
1. Een telefoon ligt tijdens de les in de kluis van de klas.

{#a2}
2. De leraar mag het gebruik toestaan voor een opdracht:

   a. voor een toets;

   b. voor een film.

{#h-3}
## Sancties

{#a3}
1. De tweede keer bellen wij de ouders.

{#b5}
Artikel 5 Wie het toestel kwijt is, meldt dat bij de conciërge van de school.
"""
)
PROTOCOL = read_protocol_text(_TEXT, subject="telefoons", slug="de-brug").protocol


def _read(text: str) -> tuple[Remark, ...]:
    return ReturnedText(text, "mail.txt").review(PROTOCOL).remarks


def _said(text: str) -> list[tuple[str, str]]:
    return [(one.text, one.anchor) for one in _read(text)]


def test_the_labels_are_as_the_tests_say() -> None:
    assert [labels(PROTOCOL)[anchor] for anchor in ("a1", "a2", "a3", "b5")] == [
        "3.1.1",
        "3.1.2",
        "Sancties 1",
        "artikel 5",
    ]


@pytest.mark.parametrize(
    ("line", "anchor"),
    [
        ("3.1.1 Waarom een kluis?", "a1"),
        ("3.1.1: waarom?", "a1"),
        ("- 3.1.2 - te ruim", "a2"),
        ("2) Bij 3.1.2: te ruim", "a2"),
        ("Opmerking bij punt 3.1.2. Te ruim.", "a2"),
        ("art. 5: welke conciërge?", "b5"),
        ("Bij artikel 5 missen wij een termijn.", "b5"),
        ("Sancties 1 is te streng", "a3"),
        ("sancties  1: te streng", "a3"),
        ("In de klas 3.1.2 mag korter.", "a2"),
        ("Bij 'voor leerlingen 3.1.2': mag korter.", ""),
        ("Voor leerlingen 3.1.2: mag korter.", "a2"),
        ("Sancties 3.1.2 mag korter.", ""),
        ("In de klas 3.1.7 mag korter.", ""),
        ("hoofdstuk 3: goed", "h-1"),
        ("“3.1.1” is onduidelijk", "a1"),
        ("§ 3.1.2 te ruim", "a2"),
        ("Par. 3.1.1: waarom?", "a1"),
        ("Paragraaf 3.1.1: waarom?", "a1"),
        ("Par 3.1.1 waarom?", "a1"),
        ("Art 5: welke conciërge?", "b5"),
        ("Re 3.1.2: te ruim", "a2"),
        ("(3.1.2) te ruim", "a2"),
        ("3.1: alles is te ruim", "h-2"),
        ("Bij 3.1: te ruim", "h-2"),
        ("En ook nog: 3.1.1 is dubbel.", "a1"),
        ("Lid 3.1.2 is te ruim", "a2"),
        # What is no label of this text, or cites another one.
        ("3: te ruim", ""),
        ("3.1 uur is te lang", ""),
        ("Zo staat het er, 3.1.1: te ruim", ""),
        ("3.1.9 bestaat niet", ""),
        ("3.1.12 bestaat niet", ""),
        ("3.1.2026 was de vergadering", ""),
        ("art. 5 AVG geldt ook", ""),
        ("artikel 5 van de Leerplichtwet geldt ook", ""),
        ("§ 3.1.9 bestaat niet", ""),
        ("Par. 7.7: bestaat niet", ""),
        ("Paragraaf 9.9 van de Leerplichtwet", ""),
        ("Sancties 12 is er niet", ""),
        ("Sancties zijn soms nodig.", ""),
        ("lid 2: prima", ""),
        ("Wij vinden 3.1.1 te streng.", ""),
    ],
)
def test_what_a_line_begins_with(line: str, anchor: str) -> None:
    assert _said(line) == [(line.strip(), anchor)]


_DOTTED = (
    headed("Verzuim")
    + """{#h-1}
## 2 Te laat

{#a21}
2.1 Een leerling is op tijd.

{#a25}
2.5 Een leerling blijft na.
"""
)


@pytest.mark.parametrize(
    ("line", "anchor"),
    [
        ("2.5 uur wachten is te lang.", ""),
        ("2.5 km verderop ligt een school.", ""),
        ("2.5 tot 3 km is te ver.", ""),
        ("2.5-3 uur is te lang.", ""),
        ("2.5 miljoen euro is er niet.", ""),
        ("2.5% van de leerlingen", ""),
        ("2.5 % van de leerlingen", ""),
        ("2.5 kinderen per gezin", ""),
        ("2.1 's ochtends is te vroeg", ""),
        ("En ook nog: 2.5 meter is te ver.", ""),
        ("2.5 Kinderen mogen dit niet.", "a25"),
        ("2.5 Uur en dag staan er niet.", "a25"),
        ("2.5: uur is te lang", "a25"),
        ("2.5 - minuten zijn beter", "a25"),
        ("2.5 - 2 dagen is te kort", "a25"),
        ("2.5 punt b is te streng", "a25"),
        ("2.5 is te streng", "a25"),
        ("2.5 u schrijft dat het moet", "a25"),
        ("Artikel 2.5 uur is te lang", "a25"),
    ],
)
def test_a_line_that_begins_with_an_amount_names_no_clause(line: str, anchor: str) -> None:
    protocol = read_protocol_text(_DOTTED, subject="telefoons", slug="de-brug").protocol
    found = ReturnedText(line, "mail.txt").review(protocol).remarks
    assert [(one.text, one.anchor) for one in found] == [(line, anchor)]


def test_a_line_with_a_place_of_its_own_is_a_remark_of_its_own() -> None:
    """Where a program cannot say which clause it is, it is still none of the one before."""
    lines = ("3.1.2: te ruim.", "Bij de tabel in 3.1: van wie?", "En ook nog: 3.1.1 is dubbel.")
    assert [one for _, one in _said("\n".join(lines))] == ["a2", "", "a1"]
    assert [text for text, _ in _said("\n".join(lines))] == list(lines)


def test_each_remark_of_a_mail() -> None:
    mail = (
        "Van: Jan Jansen\nVerzonden: 9 maart 2026\nOnderwerp: RE: protocol\n\n"
        "Beste Els,\n\n3.1.1 Waarom een kluis?\nHet toestel kan ook uit.\n3.1.2 Te ruim.\n\n"
        "Verder een helder stuk.\n\nSancties 1\n\nBel al de eerste keer.\n\nGroet, Jan\n"
    )
    found = _read(mail)
    assert [(one.text, one.anchor, one.near) for one in found] == [
        ("3.1.1 Waarom een kluis?\nHet toestel kan ook uit.", "a1", ""),
        ("3.1.2 Te ruim.", "a2", ""),
        ("Verder een helder stuk.", "", "a2"),
        ("Sancties 1\n\nBel al de eerste keer.", "a3", ""),
    ]
    assert {(one.author, one.date) for one in found} == {("Jan Jansen", "9 maart 2026")}
    around = ReturnedText(mail, "mail.txt").review(PROTOCOL).passed_over
    assert [(one.place, one.words) for one in around] == [
        ("1", "Van: Jan Jansen\nVerzonden: 9 maart 2026\nOnderwerp: RE: protocol"),
        ("5", "Beste Els,"),
        ("17", "Groet, Jan"),
    ]
    words = " ".join(f"{one.quote} {one.text}" for one in found).split()
    words += " ".join(one.words for one in around).split()
    assert sorted(words) == sorted(mail.split())


@pytest.mark.parametrize(
    "text",
    [
        "Beste tekst!",
        "Beste allen, dit is te streng.",
        "Groet ook de conciërge, dat staat er niet.",
        "Dag en nacht, waarom?",
        "Hallo, mag dit ook in de pauze?",
        "De groet bij de deur ontbreekt",
        "Met vriendelijke groet, en denk nog eens na over de kluis van de brugklas",
        "Beste manier om te straffen",
        "Dag van de leraar valt weg",
        "Hallo zeggen is genoeg",
        "Groet iedereen bij de deur",
    ],
)
def test_a_remark_that_begins_as_a_greeting_stays_one(text: str) -> None:
    assert _said(text) == [(text, "")]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Geachte mevrouw De Wit,",
            "L.S.,",
            "Met vriendelijke groet,\n\nAnna",
            "Mvg, Piet",
            "Hoi!",
        ),
        *("Hallo allemaal", "Beste leden van de commissie", "Goedemorgen collega's!", "Hoi Kees"),
        *(
            "Mvg Henk Bakker",
            "Groetjes Sanne de Wit",
            "Met vriendelijke groet van de MR",
            "Gr. Els",
        ),
    ],
)
def test_a_greeting_is_left_out_and_told(text: str) -> None:
    found = ReturnedText(f"3.1.1 Waarom?\n\n{text}", "mail.txt").review(PROTOCOL)
    assert found.remarks[0].anchor == "a1"
    assert len(found.remarks) == 1
    assert " ".join(one.words for one in found.passed_over).split() == text.split()


@pytest.mark.parametrize("greeting", ["Hallo allemaal", "Beste allen,", "Dag Kees"])
@pytest.mark.parametrize("leave", ["Groetjes Sanne", "Mvg Henk Bakker", "Groet,\nJoost", "M.v.g."])
def test_greetings_right_beside_the_words_are_left_out(greeting: str, leave: str) -> None:
    mail = f"{greeting}\nMag de kluis ook open?\n{leave}"
    found = ReturnedText(mail, "mail.txt").review(PROTOCOL)
    assert [one.text for one in found.remarks] == ["Mag de kluis ook open?"]
    assert [one.words for one in found.passed_over] == [greeting, leave]


def test_a_sentence_that_ends_with_a_greeting_stays_whole() -> None:
    said = "De leraar geeft bij de deur een hand en een\ngroet."
    assert _said(said) == [(said, "")]


@pytest.mark.parametrize("name", ["3 In de klas", "3. In de klas", "- 3 in de klas"])
def test_a_heading_as_it_is_printed_places_a_remark(name: str) -> None:
    assert _said(f"{name}: waarom niet buiten?\n{name}: en op het plein\n3.1.1 Goed.") == [
        (f"{name}: waarom niet buiten?", "h-1"),
        (f"{name}: en op het plein", "h-1"),
        ("3.1.1 Goed.", "a1"),
    ]
    assert _said(f"{name}\n\nWaarom niet buiten?") == [(f"{name}\n\nWaarom niet buiten?", "h-1")]
    assert _said("3 in de klassen is te veel")[0][1] == ""


def test_what_follows_the_end_of_a_mail_and_is_a_sentence_is_a_remark() -> None:
    assert _said("Groet, Anna\n\nPS Waarom geen kluis?") == [("PS Waarom geen kluis?", "")]


def test_a_clause_may_be_quoted_below_the_question_about_it() -> None:
    quoted = "> 3.1.1 Een telefoon ligt tijdens de les in de kluis van de klas."
    for end in ("", "\n\nGroet,\nJoost Bakker\n"):
        found = ReturnedText(f"Hoi,\n\nWaarom?\n\n{quoted}{end}", "mail.txt").review(PROTOCOL)
        assert [(one.text, one.anchor) for one in found.remarks] == [("Waarom?", "a1")]
        assert not any("Joost" in one.text for one in found.remarks)


def test_what_stands_behind_ps_is_a_remark() -> None:
    mail = "3.1.1 Waarom?\n\nMet vriendelijke groet\nJoost Bakker\nP.S. 3.1.2 is ook raar"
    assert [text for text, _ in _said(mail)] == ["3.1.1 Waarom?", "P.S. 3.1.2 is ook raar"]


def test_a_sentence_that_goes_on_is_no_label() -> None:
    text = "Wij vinden dat bepaling\n3.1.1 te streng is."
    assert _said(text) == [(text, "")]


@pytest.mark.parametrize(
    "lines",
    [
        [("3.1.1 graag korter", "a1"), ("9.3 ontbreekt", ""), ("Artikel 7, lid 3: te vaag", "")],
        [("Art 5 te streng", "b5"), ("Re 3.1.2: te ruim", "a2"), ("(3.1.1) prima", "a1")],
        [("Onze punten", ""), ("3.1.1 graag korter", "a1"), ("§ 3.1.2 te ruim", "a2")],
        [("3.1.1 Waarom?", "a1"), ("7.7 Is er niet.", ""), ("3.1.2 Te ruim.", "a2")],
        [("3.1.1 graag korter", "a1"), ("art 5: welke?", "b5")],
        [("3.1.1 wie nodigt uit", "a1"), ("3.1.2 te lang", "a2")],
        [("3.1.1: hoe laat is dat", "a1"), ("9.9 ontbreekt", ""), ("art. 5 te lang", "b5")],
        [("3.1.1 dit mag er ook bij", "a1"), ("3.1.2 en 3.1.1 prima", "a2"), ("art. 5 ja", "b5")],
        [("art. 3.1.2 en 3.1.1 prima", "a2"), ("art. 5 te lang", "b5")],
        [("3.1.1 jammer dat dit weg is", "a1"), ("noot 2: klopt dit?", "")],
        [("3.1.1 Te kort.", "a1"), ("Sancties 7 is te vaag.", ""), ("3.1.2 Te ruim.", "a2")],
        [("3.1.1 Te kort.", "a1"), ("Over de tabel: te lang.", ""), ("Ten slotte: prima.", "")],
        [("3.1.1 Ja.", "a1"), ("In 3.1.1 en 3.1.2 mist iets.", ""), ("De tabel bij 3: nee.", "")],
        [("9.9 Missen wij.", ""), ("In artikel 5 mist iets.", ""), ("De lijst in 3.1: nee.", "")],
        [("- 9.2 Blijft.", ""), ("Bij de inleiding: te lang.", ""), ("Tot slot, dank.", "")],
        [("Sancties 1 te vaag", "a3"), ("artikel 5: welke?", "b5"), ("Sancties 1 te licht", "a3")],
        [("T.a.v. 3.1.1 te kort", "a1"), ("M.b.t. 3.1.2: kan weg", "a2"), ("Onder 3.1.1 ja", "a1")],
        [("Bij 3.1.1 vraagt Anna iets", "a1"), ("Verder geen opmerkingen", "")],
        [("3.1.2 Lid 1 is goed", "a2"), ("Lid 2: prima", ""), ("Rondvraag: geen", "")],
        [(f"Over 3.1.1: {'te streng ' * 9}vindt Anna", "a1"), (f"Sancties 1{' ja' * 40}", "a3")],
        [(f"Artikel 5 {'te kort ' * 7}zegt Jan", "b5"), ("Sancties 1 akkoord", "a3")],
    ],
)
def test_points_without_an_empty_line_between(lines: list[tuple[str, str]]) -> None:
    assert _said("\n".join(line for line, _ in lines)) == lines


@pytest.mark.parametrize(
    "text",
    [
        "Dat is anders dan in\n3.1.1 staat, en ook in\nArtikel 5 van het stuk.",
        "Wij zagen dat de les begint om\n10.30 uur en dat is te vroeg.",
        "Het gesprek duurde\n1.5 uur en dat is te lang.",
        "De school noemt in het overleg dat bij ons op school was\n3.1.1 te streng voor de klas.",
        "Onze ouders vinden dat het\nart. 5 te streng is",
        f"{'Wij vinden ' * 8}dus\nSancties 1 te streng",
    ],
)
def test_a_label_in_the_middle_of_a_sentence_begins_no_point(text: str) -> None:
    assert _said(text) == [(text, "")]


@pytest.mark.parametrize(
    "text",
    [
        "3.1.1 Te kort.\nDaar mag het toch ook.",
        "3.1.1 Wij lezen dit zo:\nOver de kluis: dat is prima.",
        "3.1.1 Dit geldt voor ons en\nOver de tabel: niets.",
        "3.1.1 Twee punten.\nTen eerste: de kluis is te klein.",
        "3.1.1 Te kort.\nIn de klas 3 uur les is te veel.",
        "3.1.1 Te kort.\nIn de klas is het warm.",
    ],
)
def test_a_line_that_may_go_on_stays_with_the_remark_before(text: str) -> None:
    assert _said(text) == [(text, "a1")]


def test_an_unknown_label_is_not_what_a_known_one_before_it_places() -> None:
    assert _said("3.1.1\n\n9.9 Is er niet.") == [("3.1.1", "a1"), ("9.9 Is er niet.", "")]


def test_a_point_without_a_label_is_not_that_of_the_one_before() -> None:
    text = "- 3.1.1 waarom?\n- verder prima\n- 3.1.2 te ruim"
    assert _said(text) == [
        ("- 3.1.1 waarom?", "a1"),
        ("- verder prima", ""),
        ("- 3.1.2 te ruim", "a2"),
    ]


@pytest.mark.parametrize(
    ("text", "anchor", "also"),
    [
        ("Over 3.1.1 en 3.1.2 samen: is er genoeg plek?", "a1", ("a2",)),
        ("3.1.2 en artikel 5: tegenstrijdig, net als Sancties 1", "a2", ("b5",)),
        ("3.1.1 Eén kluis, zie 3.1.1, om 3.1 uur, op 3.1.2026, en 9.9.", "a1", ()),
        ("3.1.1 Anders dan 3.1.2 (vervalt) en artikel 5 (vervalt)?", "a1", ()),
        ("Wij vinden 3.1.1 en 3.1.2 te streng.", "", ()),
    ],
)
def test_a_remark_that_names_other_clauses_says_so(
    text: str, anchor: str, also: tuple[str, ...]
) -> None:
    (found,) = _read(text)
    assert (found.anchor, found.also) == (anchor, also)
    cited = labels(PROTOCOL)
    others = f", noemt ook {cited[also[0]]}" if also else ""
    assert place_words(found, cited, translator("nl")) == f"{cited.get(anchor, '')}{others}"


def test_a_line_that_names_another_clause_is_not_that_of_the_one_before() -> None:
    text = "3.1.1 Waarom?\nEn dan nog artikel 5: welke termijn?"
    assert _said(text) == [("3.1.1 Waarom?", "a1"), ("En dan nog artikel 5: welke termijn?", "")]


def test_an_answer_below_quoted_words() -> None:
    text = (
        "> Een telefoon ligt tijdens de\n> les in de kluis van de klas.\n\nWaarom?\n\n"
        "> 3.1.2 De leraar mag\nTe ruim.\n\n> Groeten van Els\nIs goed."
    )
    assert [(one.text, one.anchor, one.placed_by.value) for one in _read(text)] == [
        ("Waarom?", "a1", "quote"),
        ("Te ruim.", "a2", "label"),
        ("Is goed.", "", ""),
    ]
    assert _said("> 3.1.1 oude mail\n") == [("3.1.1 oude mail", "a1")]


def test_the_mail_that_is_answered_is_left_out_and_told() -> None:
    mail = (
        "3.1.1 Waarom?\n\n> 3.1.2 De leraar mag\nTe ruim.\n\nGroet,\nAnja\n\n"
        "Op ma 30 nov 2026 om 10:00 schreef De Brug <info@debrug.nl>:\n"
        "> Beste MR,\n> 3.1.1 is ongewijzigd.\n>\n> Groet, Directie\n"
    )
    assert _said(mail) == [("3.1.1 Waarom?", "a1"), ("Te ruim.", "a2")]
    found = ReturnedText(mail, "mail.txt").review(PROTOCOL)
    passed = [one for one in found.passed_over if one.reason is LeftOutReason.QUOTED]
    assert [(one.place, one.words) for one in passed] == [
        ("9", "Op ma 30 nov 2026 om 10:00 schreef De Brug <info@debrug.nl>:"),
        ("10", "Beste MR,\n3.1.1 is ongewijzigd.\n\nGroet, Directie"),
    ]


def test_what_is_quoted_above_the_end_of_a_mail_is_told_too() -> None:
    found = ReturnedText("3.1.1 Waarom?\n\n> Hier is het stuk\n\nGroet, Els", "m").review(PROTOCOL)
    assert [(one.place, one.words) for one in found.passed_over] == [
        ("3", "Hier is het stuk"),
        ("5", "Groet, Els"),
    ]


@pytest.mark.parametrize(
    "above", ["Op 3 maart 2026 schreef\nEls de Wit:", "On Mon, Mar 3, Els wrote:"]
)
def test_answers_below_what_was_quoted_stay(above: str) -> None:
    assert _said(f"{above}\n\n> 3.1.1 Een telefoon\n\nWaarom?") == [("Waarom?", "a1")]


def test_who_wrote_something_is_said_in_a_remark_too() -> None:
    text = "Op 3 maart schreef de school dit:\n\neen kluis is veilig."
    assert "Op 3 maart schreef de school dit:" in " ".join(one.text for one in _read(text))


def test_the_head_of_another_mail_begins_anew() -> None:
    text = "3.1.1 Waarom?\n\nVan: Piet\nAan: Els\n\nTe ruim."
    assert [(one.text, one.author, one.near) for one in _read(text)] == [
        ("3.1.1 Waarom?", "", ""),
        ("Te ruim.", "Piet", ""),
    ]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return placed(tmp_path, _TEXT, "telefoons")


def test_the_command_reads_a_text_file(root: Path) -> None:
    (root / "mail.txt").write_bytes("3.1.1 Waarom één kluis?\r\n\r\nVerder niets".encode("cp1252"))
    unnamed = typed("comments", "mail.txt", cwd=root)
    assert (unnamed.returncode, "[review-of-nothing]" in unnamed.stderr) == (2, True)
    done = typed("comments", "mail.txt", "--text", "protocols/telefoons/de-brug.md", cwd=root)
    assert done.returncode == 0, done.stderr
    assert "Waarom één kluis?" in done.stdout
    assert "Opmerkingen: 2; bij een bepaling: 1; zonder plek: 1." in done.stderr


# As Word keeps a file with a password: no zip, but a package of before 2007 around it.
_LOCKED = b"\xd0\xcf\x11\xe0" + bytes(64) + "EncryptedPackage".encode("utf-16-le")


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("mail.eml", b"Received: by x\nMessage-ID: <1>\n\n3.1.1 Waarom?", "review-mail"),
        ("mail.txt", b"Received: by x\nMessage-ID: <1>\n\n3.1.1 Waarom?", "review-mail"),
        ("mail.rtf", b"{\\rtf1 3.1.1 Waarom?}", "review-kind"),
        pytest.param("retour.docx", _LOCKED, "review-password", id="locked-docx"),
        pytest.param("retour.xlsx", _LOCKED, "review-password", id="locked-xlsx"),
        ("retour.doc", b"\xd0\xcf\x11\xe0 older", "review-kind"),
        ("mail.html", b"<html><p>3.1.1 Waarom?</p></html>", "review-kind"),
        ("mail.txt", b"\0\1\2\3", "import-not-text"),
        ("mail.txt", b" \n \n", "review-empty"),
        ("mail.docx", b"", "review-empty"),
    ],
)
def test_what_cannot_be_read_is_refused(root: Path, name: str, content: bytes, code: str) -> None:
    (root / name).write_bytes(content)
    done = typed("comments", name, "--text", "protocols/telefoons/de-brug.md", cwd=root)
    assert (done.returncode, f"[{code}]" in done.stderr) == (2, True), done.stderr


def _sides(text: str) -> list[tuple[str, str]]:
    return [(one.text, one.side.value) for one in _read(text)]


@pytest.mark.parametrize(
    ("head", "side"),
    [
        ("Namens: GMR De Brug", "raad"),
        ("Namens wie: oudergeleding", "geleding"),
        ("Namens: mevrouw J. de Vries", "onbekend"),
        ("Namens: mezelf", "lid"),
    ],
)
def test_a_line_says_on_whose_behalf_a_mail_is(head: str, side: str) -> None:
    assert _sides(f"{head}\n\n3.1.1 Waarom?\n") == [("3.1.1 Waarom?", side)]


def test_a_mail_says_in_passing_on_whose_behalf_it_is() -> None:
    said = "Hierbij onze reactie namens de oudergeleding."
    assert _sides(f"{said}\n\n3.1.1 Waarom?\n") == [
        (said, "geleding"),
        ("3.1.1 Waarom?", "geleding"),
    ]


def test_minutes_are_of_a_council_but_for_who_is_named() -> None:
    found = _sides(
        "Notulen GMR De Brug, 17 november\n\n3.1.1 De kluis is te klein.\n\n"
        "3.1.2 Piet vraagt waarom.\n\nSancties 1 Te streng, aldus Marieke.\n"
    )
    assert [side for _, side in found] == ["raad", "onbekend", "onbekend"]


@pytest.mark.parametrize(
    ("head", "is_head"),
    [
        ("Notulen GMR De Brug, 17 november\nAanwezig: Karin, Piet\nAfwezig: mevrouw Bos", True),
        ("Aanwezig: Karin en Piet", True),
        ("Concept-verslag MR 3 mei 2026", True),
        ("Verslag van 3 mei ontbreekt.", False),
        ("Notulen ontbreken", False),
        ("Notulen MR 3 mei\nWij zijn voor.", False),
    ],
)
def test_the_head_of_minutes_is_no_remark(head: str, is_head: bool) -> None:
    found = ReturnedText(f"{head}\n\n3.1.1 De kluis is te klein.\n", "n.txt").review(PROTOCOL)
    said = [one.text for one in found.remarks]
    assert said == ([] if is_head else [head]) + ["3.1.1 De kluis is te klein."]
    assert [one.words for one in found.passed_over] == ([head] if is_head else [])


def test_a_remark_says_itself_that_the_council_speaks() -> None:
    assert _sides("3.1.1 De raad vindt dit te streng.\n\n3.1.2 Mag de raad dit zien?\n") == [
        ("3.1.1 De raad vindt dit te streng.", "raad"),
        ("3.1.2 Mag de raad dit zien?", "onbekend"),
    ]


def test_a_clause_that_goes_is_not_the_one_that_has_its_number_now() -> None:
    words = (
        "3.1.2 (vervalt) jammer.\n\n3.1.2 (vervalt): echt.\n\nArtikel 3.1.2 (vervalt)\n\n3.1.2 Nu."
    )
    file = ReturnedText(words, "mail.txt")
    gone = {"weg": LapsedClause("3.1.2", "De leraar mag alles.")}
    sent = SentText(protocol=PROTOCOL, lapsed=gone)
    found = file.review(PROTOCOL, sent).remarks
    assert [one.anchor for one in found] == ["weg", "weg", "weg", "a2"]
    found = file.review(PROTOCOL).remarks
    assert [one.anchor for one in found] == ["", "", "", "a2"]
    lapsed = {"weg": LapsedClause("4.2", "Weg."), "ook": LapsedClause("Sancties 9", "Ook weg.")}
    words = "4.2 (vervalt): waarom?\n\nBij sancties 9 (vervalt): nee.\n\n4.2: wat nu?"
    sent = SentText(protocol=PROTOCOL, lapsed=lapsed)
    found = ReturnedText(words, "mail.txt").review(PROTOCOL, sent).remarks
    assert [one.anchor for one in found] == ["weg", "ook", ""]


def test_the_mail_below_the_line_of_a_program_is_no_remark() -> None:
    line = "-----Oorspronkelijk bericht-----"
    head = "Van: Els\nVerzonden: 3 maart 2026"
    mail = f"3.1.1 Te streng.\n\n{line}\n{head}\n\nBeste Jan,\n\n3.1.2 Wat vind je?\n"
    found = ReturnedText(f"{mail}\nVan: Piet\nAan: Els\n\n3.1.2 Prima.\n", "m.txt").review(PROTOCOL)
    assert [(one.author, one.text) for one in found.remarks] == [
        ("", "3.1.1 Te streng."),
        ("Piet", "3.1.2 Prima."),
    ]
    told = "\n".join(one.words for one in found.passed_over)
    assert "3.1.2 Wat vind je?" in told
    assert _said(f"Dag Els,\n\n{line}\n{head}\n\n3.1.2 Te ruim.\n")[-1] == (
        "3.1.2 Te ruim.",
        "a2",
    )


def test_a_heading_of_another_text_begins_a_point_of_its_own() -> None:
    assert _said("3.1.1 Te zwaar.\nMaatregelen 6 is te streng.\nDe rest is prima.\n") == [
        ("3.1.1 Te zwaar.", "a1"),
        ("Maatregelen 6 is te streng.", ""),
        ("De rest is prima.", ""),
    ]
    assert _said("3.1.1 Te zwaar.\nGroep 8 kan dat niet.\n") == [
        ("3.1.1 Te zwaar.\nGroep 8 kan dat niet.", "a1")
    ]


def test_a_label_behind_on_whose_behalf_places_its_remark() -> None:
    (one,) = _read("Namens de oudergeleding: 3.1.2 graag ook ouders.\n")
    assert (one.anchor, one.side.value) == ("a2", "geleding")


def test_what_somebody_finds_besides_is_a_remark_of_its_own() -> None:
    found = _said("Voor leerlingen 3.1.2 mag korter.\nVerder vinden we het een prima stuk.\n")
    assert found == [
        ("Voor leerlingen 3.1.2 mag korter.", "a2"),
        ("Verder vinden we het een prima stuk.", ""),
    ]


@pytest.mark.parametrize(
    ("line", "anchor"),
    [
        ("Voor leerlingen 2: welke opdracht dan?", "a2"),
        ("Sancties, lid 1: dat is streng.", "a3"),
        ("Sancties 1 keer per jaar is genoeg.", ""),
        ("Sancties 4: dat is streng.", ""),
    ],
)
def test_the_name_of_a_heading_and_a_number_is_a_clause_under_it(line: str, anchor: str) -> None:
    [first, second] = _read(f"Artikel 5: te laat.\n{line}\n" if anchor else f"Te laat.\n\n{line}\n")
    assert (first.text.startswith(("Artikel", "Te laat")), second.anchor) == (True, anchor)


@pytest.mark.parametrize(
    ("head", "author", "day"),
    [
        ("Van: Sanne de Wit", "Sanne de Wit", ""),
        ("Van: A. Bos", "A. Bos", ""),
        ("From: els@school.nl", "els@school.nl", ""),
        (
            "Van: Sanne de Wit\n\nDatum: 3 maart 2026\n\nAan: het bestuur",
            "Sanne de Wit",
            "3 maart 2026",
        ),
    ],
)
def test_one_line_that_says_who_wrote_is_the_head_of_a_mail(
    head: str, author: str, day: str
) -> None:
    found = ReturnedText(f"{head}\n\n3.1.1 Te laat.\n", "m.txt").review(PROTOCOL)
    assert [(one.text, one.author, one.date) for one in found.remarks] == [
        ("3.1.1 Te laat.", author, day)
    ]
    assert {one.reason for one in found.passed_over} == {LeftOutReason.LETTER}
    assert "\n\n".join(one.words for one in found.passed_over) == head


@pytest.mark.parametrize("line", ["Van: 23.00 uur", "Van: dertig minuten", "Aan: niemand"])
def test_one_line_that_says_what_something_was_is_a_remark(line: str) -> None:
    found = ReturnedText(f"3.1.1 Graag anders.\n\n{line}\n", "m.txt").review(PROTOCOL)
    assert [one.text for one in found.remarks] == ["3.1.1 Graag anders.", line]


@pytest.mark.parametrize("name", ["protocols/telefoons/de-brug.md", "kopie.txt"])
def test_the_source_of_a_protocol_is_no_file_that_came_back(root: Path, name: str) -> None:
    (root / "kopie.txt").write_text(f"\ufeff{_TEXT}", "utf-8")
    done = typed("comments", name, cwd=root)
    assert (done.returncode, done.stdout) == (2, ""), done.stderr
    assert done.stderr.startswith(f"{name}: dit is het bestand van een protocol zelf")
    assert "[review-source]" in done.stderr


def test_the_zip_of_a_dossier_is_to_be_unpacked(root: Path) -> None:
    with zipfile.ZipFile(root / "stukken.zip", "w") as packed:
        packed.writestr("stukken/2-protocol.docx", b"PK")
    done = typed("comments", "stukken.zip", cwd=root)
    assert (done.returncode, "[review-zip]" in done.stderr) == (2, True), done.stderr


@pytest.mark.parametrize("name", ["inhoud.json", "de-brug.voorstel.yml"])
def test_what_programs_keep_is_no_mail(root: Path, name: str) -> None:
    (root / name).write_text('{"format": 1}', "utf-8")
    text = ("--text", "protocols/telefoons/de-brug.md")
    done = typed("comments", name, *text, cwd=root)
    assert (done.returncode, "[review-kind]" in done.stderr) == (2, True), done.stderr


def test_text_that_was_copied_from_a_redline_says_its_new_text() -> None:
    copied = _TEXT.partition("---\n")[2].replace(
        "de kluis van de klas",
        "de [verwijderd: kluis einde verwijderd] [toegevoegd: tas einde\ntoegevoegd] van de klas",
    )
    found = ReturnedText(copied, "kopie.txt").review(PROTOCOL)
    assert found.changes
    assert not any("einde" in str(one) for one in found.changes)
