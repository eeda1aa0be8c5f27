"""The questions that a parent asks whatever the subject is, and the words that show them.

A question may ask about a noun (``Wie beslist over de lamp?``); the ``plain`` one is asked where
the clauses share none (``Wie beslist?``). The order is that in which they are tried.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from protocolkit.base.messages import Marked, mark
from protocolkit.text.late_patterns import late


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A question and the words that show it; ``not_of`` are words that it would ask twice.

    At least one of ``about``, which asks about a noun as ``{what}``, and ``plain`` is there.
    """

    about: Marked | None
    plain: Marked | None
    shown: re.Pattern[str]
    not_of: re.Pattern[str]


def _frame(
    shown: str, *, plain: Marked | None = None, about: Marked | None = None, not_of: str = r"\b\B"
) -> Frame:
    pattern = late(rf"\b(?:{shown})\b", re.IGNORECASE)
    refused = late(rf"\b(?:{not_of}|\w* ?(?:toestemming|instemming))", re.IGNORECASE)
    return Frame(about=about, plain=plain, shown=pattern, not_of=refused)


_RULES = r"reglement|regeling|protocol|afspraken|regels|document|brief|beleid|bepalingen|lijstje"
_YEARLY = r"(?:elk|ieder|om het)(?: school)?(?:jaar| jaar)|jaarlijks|een keer per jaar"
_LATER = r"na (?:\w+ ){1,2}?(?:week|weken|maand|maanden)|(?:\w+ ){1,2}?(?:weken|maanden) later"
_TIMES = r"(?:uur|uren|dag|dagen|week|weken|maand|maanden|jaar|jaren|schooldagen|werkdagen)"
_AT_ONCE = r"onverwijld|meteen|direct|terstond|onmiddellijk|zo spoedig|zo snel|dezelfde \w*dag"
_TOLD = r"meld\w*|gemeld|mededeling|doorgeef\w*|doorgegeven|geeft?\b[^.;]*\bdoor|aan de bel"
FRAMES = (
    _frame(
        r"bezwaar|bezwaren|klacht|klachten\w*|niet eens|anders over|meningsverschil|geschil\w*",
        plain=mark("What can you do when you do not agree?"),
    ),
    _frame(
        r"klacht|klachten\w*|bezwaar|bezwaren|onvrede|niet blij|ontevreden|dwarszit",
        plain=mark("Where can you go with a complaint?"),
    ),
    _frame(
        rf"evalue\w+|evaluatie|herzien\w*|herziening|tegen het licht|bijgesteld|bijstellen|"
        rf"(?:{_YEARLY})\b[^.;]*\b(?:{_RULES})|(?:{_RULES})\b[^.;]*\b(?:{_YEARLY})",
        plain=mark("When does the school look at these agreements again?"),
    ),
    _frame(
        rf"(?:{_RULES})\b.*\b(?:website|schoolgids|te vinden|ter inzage|te lezen|portaal)|"
        rf"(?:website|schoolgids|te vinden|ter inzage|te lezen)\b.*\b(?:{_RULES})",
        plain=mark("Where can you read these agreements?"),
    ),
    _frame(
        rf"(?:{_RULES}|ze|dit)\b[^.;]*\b(?:van toepassing op|bestemd voor|bedoeld voor)|"
        rf"(?:{_RULES})\b[^.;]*\b(?:gelden|geldt)\b[^.;]* voor|"
        r"(?:geldt|gelden)\b[^.;]* voor (?:iedereen|alle|jou|ieder\w*|leerlingen|personeel)",
        plain=mark("For whom are these agreements?"),
    ),
    _frame(
        r"waarom|beoog\w*|strekt|strekken|ten doel|als doel|doel van|met het oog op|zodat we",
        plain=mark("Why are there these agreements?"),
    ),
    _frame(
        r"waarvoor|wat willen we|om (?:deze|de volgende) reden\w*|beoog\w*|strekt|strekken|"
        r"doel|doelen|doelstelling\w*|doeleinden|met het oog op|te waarborgen|te beschermen|"
        r"te voorkomen|te bevorderen|bescherming van",
        plain=mark("What does the school want to reach?"),
    ),
    _frame(
        r"instemming|ingestemd|instemt|stemt\b[^.;]*\bin|medezeggenschap\w*",
        plain=mark("Who agreed to these agreements?"),
    ),
    _frame(
        r"(?:eerste|1e) (?:keer|maal|overtreding)",
        plain=mark("What happens the first time?"),
    ),
    _frame(
        r"herhaalt|herhaling|bij herhaal\w*|(?:tweede|derde) (?:keer|maal|overtreding)|nog eens|"
        r"daarna nog|(?<!steeds )(?<!telkens )opnieuw",
        plain=mark("What happens when it happens more often?"),
    ),
    _frame(
        r"(?:schade|kapot|stuk|beschadig\w*|zoek|kwijt|verlie\w+|diefstal|aansprakelijk\w*)\b.*"
        r"\b(?:kosten|betaal\w*|betalen|vergoed\w*|rekening|verzeker\w*|aansprakelijk\w*)|"
        r"(?:kosten|vergoed\w*|aansprakelijk\w*)\b.*"
        r"\b(?:schade|kapot|stuk|beschadig\w*|verlies|diefstal)",
        plain=mark("Who pays when something breaks or gets lost?"),
    ),
    _frame(
        r"kosten|betaalt?|betalen|vergoed\w*|"
        r"rekening(?! (?:te |mee )?(?:ge)?h[oi]e?u?d)|gratis|bekostig\w*|koop|kopen|aangeschaft",
        about=mark("Who pays for {what}?"),
        plain=mark("Who pays the costs?"),
        not_of=r"kosten|vergoeding|rekening|bedrag|prijs|euro|\w* ?bekostig|\w* ?verplichting",
    ),
    _frame(
        rf"(?:bewaart?|bewaard|bewaren|gewist|wissen|wist|vernietigd?|vernietigen|verwijderd)\b.*"
        rf"\b{_TIMES}|bewaartermijn\w*|bewaartijd|"
        rf"{_TIMES}\b.*\b(?:bewaard|bewaren|gewist|wissen|vernietigd|vernietigen|verwijderd)|"
        rf"(?:houdt?|houden)\b[^.;]*\b{_TIMES}\b[^.;]*\bvast",
        about=mark("How long does the school keep {what}?"),
        plain=mark("How long is everything kept?"),
        not_of=r"\w* ?(?:\w*termijn|tijdstip|moment|periode|duur|server|recorder|einde|datum)",
    ),
    _frame(
        r"inzage|inzien|bekijken|bekeken|bekijkt|raadpleg\w+|uitkijken|terugkijken|meekijken|"
        r"terugzien|terug te zien|live|kijkt?\b[^.;]*\b(?:terug|mee)",
        about=mark("Who may look at {what}?"),
        plain=mark("Who may look along?"),
        not_of=r"\w* ?(?:inzage|tijdstip|moment|aanwezigheid|keuze|scherm)",
    ),
    _frame(
        r"toestemming|akkoord|ondertekend?|handtekening|goedvind\w*|goed (?:vindt|vinden)",
        about=mark("Is consent needed for {what}?"),
        plain=mark("When is consent needed?"),
        not_of=r"\w* ?(?:toestemming|akkoord|handtekening|overleg)",
    ),
    _frame(
        r"beslist?|beslissen|beslissing\w*|beoordeelt?|oordeel|bepaalt|(?:kan|mag|mogen)\b[^.;]*"
        r"\b(?:bepalen|beoordelen)|bevoegd|besluit|besluiten|hakt\b.*\bknoop|laatste woord",
        about=mark("Who decides on {what}?"),
        plain=mark("Who decides?"),
        not_of=r"\w* ?(?:besliss|besluit|oordeel|bevoegd|toepassing|toelating)",
    ),
    _frame(
        r"verantwoordelijk|verwerkingsverantwoordelijke|eindverantwoordelijk\w*|aanspreekbaar|"
        r"aan te spreken|aangesproken|sta(?:at|an)\b[^.;]*\bin voor|draagt\b[^.;]* zorg",
        about=mark("Who is responsible for {what}?"),
        plain=mark("Who is responsible?"),
        not_of=r"\w* ?verantwoordelijk|\w* ?bestuur",
    ),
    _frame(
        r"uitzondering\w*|ontheffing|afwijken|afgeweken|afwijking|vrijstelling|dispensatie",
        plain=mark("When is an exception possible?"),
    ),
    _frame(
        r"neemt\b[^.;]*\bin|nemen\b[^.;]*\bin(?=\W*$|\.| die)|ingenomen|innemen|inname|in beslag|"
        r"terugkrijg\w*|krijg\w*\b[^.;]*\bterug|te halen bij|haalt\b[^.;]*\bop bij",
        plain=mark("What is taken away, and when do you get it back?"),
    ),
    _frame(
        rf"(?:{_LATER})\b[^.;]*\b(?:of|hoe) [^.;]*",
        plain=mark("When does the school look at how it goes?"),
    ),
    _frame(
        r"toekijk\w*|kijkt? toe|het (?:zien|ziet) gebeuren|"
        r"(?:die|wie) (?:het|dat|dit) (?:zien|ziet)|omstanders?|meelopers?|zie je dat|ziet u dat",
        plain=mark("What do you do when you see it happen?"),
    ),
    _frame(
        r"straf\w*|sancties?|maatregel\w*|waarschuwing|strafbaar|schorsing|geschorst|nablijven",
        plain=mark("Which punishment or measure can follow?"),
    ),
    _frame(
        r"intrek\w*|ingetrokken|trek(?:t|ken)?\b[^.;?]*\bin|herroep\w*|herroepen|terugkomen op|"
        r"terugkomt op",
        plain=mark("Can you withdraw your consent?"),
    ),
    _frame(
        r"onderscheid|op gelijke wijze|gelijk behandel\w*|gelijke behandeling|"
        r"dezelfde \w*(?:regels|afspraken)|geslacht|gender|jongens|meisjes",
        plain=mark("Are the rules the same for everybody?"),
    ),
    _frame(
        r"geloofs?\w*|godsdienst\w*|levensovertuiging\w*|religieu\w*|religie",
        plain=mark("Is there room for faith and conviction?"),
    ),
    _frame(
        r"voorbeeldfunctie|voorbeeldrol|goede voorbeeld|goed voorbeeld|rolmodel",
        plain=mark("Who sets the example?"),
    ),
    _frame(
        r"technisch\w*|beheer|onderhoud|storingen|updates",
        plain=mark("Who sees to management and maintenance?"),
    ),
    _frame(
        r"gewist|wissen|wist|vernietigd?|vernietigen|overschreven|verwijderd",
        plain=mark("When is something erased?"),
    ),
    _frame(
        r"incident\w*|voorval|voorvallen|voorgevallen|iets gebeurd|calamiteit\w*",
        plain=mark("What happens after an incident?"),
    ),
    _frame(
        r"onjuist\w*|corrige\w*|correctie\w*|rectific\w*|gerectificeerd|fouten|klopt niet|"
        r"niet klopt",
        plain=mark("Can you have mistakes corrected?"),
    ),
    _frame(
        rf"(?:{_AT_ONCE})\b[^.;]*\b(?:{_TOLD})|(?:{_TOLD})\b[^.;]*\b(?:{_AT_ONCE})",
        plain=mark("How quickly must something be reported?"),
    ),
    _frame(
        r"beveilig\w*|wachtwoord\w*|versleutel\w*|op slot|afgesloten|afgeschermd|achter slot|"
        r"onbevoegd\w*",
        plain=mark("How does the school see to safe storage?"),
    ),
    _frame(
        r"opgeslagen|opslag|hosting|servers?|buiten (?:de )?(?:Europa|EER)",
        plain=mark("Where are the data stored?"),
    ),
    _frame(
        r"(?:gegevens|data|informatie|dossiers?|inlichtingen|lijst|overzicht\w*)\b[^.;]*"
        r"\b(?:verstrek\w*|doorge\w+|delen|deelt|gedeeld|uitwissel\w*|doorgifte|sturen)|"
        r"(?:verstrek\w*|deel|deelt|delen|uitwisseling|doorgifte|geen)\b[^.;]*"
        r"\b(?:gegevens|data|informatie|dossiers?|inlichtingen)",
        plain=mark("With whom does the school share data?"),
    ),
    _frame(
        r"zwijg\w*|geheim\w*|vertrouwelijk\w*|voor zich|houd je mond",
        plain=mark("Who must keep silent about what he hears?"),
    ),
    _frame(
        r"toezicht|ziet toe|zien toe|letten op|let op|controle\w*|controleert|controleren|nagaan",
        about=mark("Who keeps an eye on {what}?"),
        plain=mark("Who checks whether it goes well?"),
        not_of=r"\w* ?(?:toezicht|controle)",
    ),
    _frame(
        r"verslag|vastgelegd|vastleggen|legt?\b[^.;]*\bvast|leggen\b[^.;]*\bvast|genoteerd|noteert|"
        r"opgeschreven|schrijft\b[^.;]*\bop|in het (?:leerling)?(?:dossier|volgsysteem)|logboek",
        plain=mark("What is written down?"),
    ),
    _frame(
        r"informeert|informeren|geïnformeerd|op de hoogte|inlichten|ingelicht|bericht|laten weten|"
        r"laat weten|in kennis|mededeling|medegedeeld|brengt\b.*\bkennis|meld\w*|gemeld|"
        r"geeft\b.*\bdoor|vertelt?|vertellen",
        plain=mark("Who gets notice?"),
    ),
    _frame(
        rf"(?:uiterlijk|binnen|minstens|ten minste|tenminste|hooguit|maximaal|ten hoogste|"
        rf"langer dan)\b[^.;]*\b{_TIMES}",
        about=mark("Which term applies to {what}?"),
        plain=mark("Which term applies?"),
        not_of=r"\w* ?(?:\w*termijn|uiterlijk)",
    ),
    _frame(
        r"\w*(?:aanspreekpunt|contactpersoon|coördinator|vertrouwenspersoon)|bij wie",
        plain=mark("To whom can you turn?"),
    ),
    _frame(
        r"hoort (?:niet|iedereen|erbij|er)\b|horen (?:niet|erbij)|vinden (?:we|wij)|(?:we|wij) "
        r"(?:vinden|willen|geloven|staan voor)|thuishoort|(?:iedereen|elk kind) (?:telt|mag)",
        plain=mark("What does the school find important?"),
    ),
    _frame(
        r"dag en nacht|\w*schooltijd\w*|openingstijden|lestijd\w*|pauzes?|tussenuren|'s nachts|"
        r"'s avonds|weekend|weekeinde|vrije tijd",
        plain=mark("At which times do these agreements hold?"),
    ),
    _frame(
        r"\w*leslokalen|klaslokalen|werkplaatsen|kleedkamers|toiletten|wc's|schoolplein|"
        r"(?:in|buiten|op|binnen) (?:de|het|ons|onze) (?:\w*lokaal|klas|lokalen|\w*gebouw|gebouwen|"
        r"\w*terrein|\w*plein|gang|gangen|aula|kantine)",
        plain=mark("Where in the school do these agreements hold?"),
    ),
    _frame(
        r"verstaan|verstaat|bedoelen|bedoeld met|noemen we|is: |wordt bedoeld|verzamel\w+|"
        r"vallen alle",
        about=mark("What is meant by {what}?"),
    ),
)
