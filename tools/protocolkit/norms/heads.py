"""The words that decide by themselves what a sentence asks, each with its reason.

A row is a pattern over the main clause (what is subordinate is blanked out, letters are small);
its groups are the deciding words. Rows are tried in order and the first that fits decides, so what
is more particular stands above what is more general.
"""

from __future__ import annotations

from protocolkit.norms.head import DUTY, FACT, FORBID, LEAVE, URGE, WITHIN, Scope, make_head
from protocolkit.norms.norm import Nuance
from protocolkit.text.function_words import AUXILIARIES, either

_CONTENT = r"(?= *(?:,? {2,}|,? *(?:om|dat|te)\b))"
HEADS = (
    make_head(
        "a prohibition that does not apply gives leave",
        (LEAVE, LEAVE),
        Scope.NONE,
        rf"\b(verbod){WITHIN}(niet van toepassing|geldt{WITHIN}niet)\b",
    ),
    make_head(
        "left to whom it concerns",
        (LEAVE, LEAVE),
        Scope.NONE,
        rf"\b(?:stelt|stellen|legt|leggen|kent|kennen|gelden|gelden er){WITHIN}(geen){WITHIN}"
        r"(eisen|normen|regels|beperkingen|grenzen|voorschriften)\b",
        r"\b(geen)\b (?:\w+ )?(eisen|normen|regels|beperkingen|grenzen|voorschriften)\b[^;:]*"
        r"\b(?:gesteld|opgelegd|vastgesteld)\b",
        rf"\b(?:spreken|spreekt){WITHIN}(niets|geen)\b[^;:]*\baf\b(?! te\b)",
        rf"\bover\b[^;:]*\b(?:leggen|legt){WITHIN}(niets|geen)\b[^;:]*\bvast\b(?! te\b)",
        rf"\b(?:laat|laten){WITHIN}(aan [^;:]*\b(?:over|inzicht|keuze|keus|smaak))\b",
        r"\b(?:bepaalt|bepalen|bepaal|kiest|kiezen|kies)\b[^;:]*\b(?:je|jij|jullie|u|ieder\w*|"
        r"leerlingen|kinderen|ouders|medewerkers|leden)\b[^;:]*\b(zelf)\b",
        r"\b(?:jullie|je|u|ieder|iedereen|leerlingen|kinderen|ouders|medewerkers|leden) "
        r"(?:bepaalt|bepalen|bepaal|kiest|kiezen|kies|beslist|beslissen)\b[^;:]*\b(zelf)\b",
        r"\b(?:bestaat|heeft|hebben|maakt|maken)\b[^;:]*\b(geen bezwaar)\b",
        r"\b(?:is|zijn|vormt|vormen)\b[^;:]*\b(geen (?:probleem|punt))\b(?=\W*$| {2,}|,)",
        # 'Of een kind meegaat, is aan de ouders'
        r"(?:^|\bdat\b|(?<! ) {3})\W*(?:is|blijft) (aan) (?:de|het|u|jou|je|jullie|henzelf|hen)\b",
        rf"\b(behoort|behoren){WITHIN}tot de mogelijkheden\b",
        r"\b(gerust)\b(?! te\b)",
        rf"\b(?:maakt|maken|geldt|gelden){WITHIN}een (uitzondering)\b",
        r"^\W*laat\b(?: \w+){1,3} (gewoon)\b",
        r"^\W*(laat) (?:het|hem|haar|ze|die|dat) (?:\w+ )?(zitten|staan|hangen|om|op|aan)\b",
        r"\b(?:is|zijn|vindt|vinden) (?:we |wij |het |dat )?(prima|oké)(?=\W|$)",
    ),
    make_head(
        "nobody can be obliged",
        (LEAVE, LEAVE),
        Scope.NONE,
        r"\b(niet|nooit|niemand)(?: (?:kan|kunnen|mag|mogen|wordt|worden|langer|meer)){1,2} "
        r"(verplicht)\b",
        r"\b(?:kan|kunnen|mag|mogen)\b[^;:]*\b(niet|nooit) (verplicht) worden\b",
    ),
    make_head(
        "shut out, or without exception",
        (FORBID, FORBID),
        Scope.NONE,
        r"^(?![^;:]*aansprakelijk)[^;:]*\b(?:is|zijn|blijft|blijven)\b[^;:]*\b(uitgesloten)\b",
        r"\b(?:bestaat|bestaan|geldt|gelden)\b[^;:]*\b(geen uitzondering(?:en)?)\b",
        rf"\b(uitzondering(?:en)?){WITHIN}(?:kent|kennen|maakt|maken){WITHIN}(niet)\b",
        rf"\b(?:kent|kennen){WITHIN}(geen uitzondering(?:en)?)\b",
        r"\b(?:geldt|gelden|heerst) (?:er )?een (?:algeheel |streng )?(\w*verbod)\b",
        rf"\b(?:blijft|blijven|houdt|houden){WITHIN}(vrij) van\b(?! kosten)",
    ),
    make_head(
        "says that it is forbidden",
        (FORBID, LEAVE),
        Scope.BEFORE,
        r"\b(?:is|zijn)\b[^;:]*\b(onverenigbaar)\b",
        r"\b(verboden|uit den boze|taboe|verbiedt|verbieden)\b(?! (?:toegang|voor onbevoegden))",
        rf"\b(?:{either(AUXILIARIES)})\b[^;:]*"
        r"\b(ongeoorloofd|ontoelaatbaar|onaanvaardbaar|onacceptabel|ongewenst|ongepast)"
        r"(?=\W*$| {2,}|[.,]| (?:om|te|voor|dat|in|op|is|en|tijdens)\b)",
    ),
    make_head(
        "to keep from something is not to do it",
        (FORBID, FORBID),
        Scope.NONE,
        r"\b(onthoudt?|onthouden)\b(?= (?:zich|u|je|ons)\b)",
        r"\b(?:zich|je|u|ons)\b[^;:]*\bvan\b[^;:]*\b(onthouden)\b",
        r"\b(vermijdt?|vermijden|vermeden|mijden|achterwege|nalaten|nagelaten)\b",
        rf"\b(?:blijft|blijven|laat|laten){WITHIN}(buiten (?:beschouwing|behandeling))\b",
        r"\b(buiten (?:beschouwing|behandeling)) gelaten\b",
        rf"\b(ziet|zien){WITHIN}(af) van\b",
        r"\b(niet (?:mogelijk|in behandeling))\b",
        r"\bis (niet aan) (?:jou|jullie|u|hen|hem|haar|ouders|leerlingen|kinderen|medewerkers)\b",
    ),
    make_head(
        "not to forget is to do",
        (DUTY, DUTY),
        Scope.NONE,
        r"\b(vergeet) (?:je |u |dus |ook )?(?:niet)\b",
        r"(?<!te )\b(?:laat|laten)\b[^;:]*\b(niet na)\b",
        r"\b(?:gebeurt|geschiedt) ((?:nooit|niet) zonder)\b",
        r"\b(nodigt|nodigen)\b[^;:]*\buit (?:voor (?:een|het)|op school)\b",
    ),
    make_head(
        "nothing happens but with leave",
        (DUTY, DUTY),
        Scope.NONE,
        rf"\bvind(?:t|en){WITHIN}(niet plaats){WITHIN}dan (?:na|met){WITHIN}"
        r"(toestemming|instemming|goedkeuring|akkoord)\b",
    ),
    make_head(
        "leave is required, or has to be asked",
        (DUTY, LEAVE),
        Scope.CLAUSE,
        r"\bkom(?:t|en)\b[^;:]*\b(?:alleen|slechts|uitsluitend|pas) (?:binnen|mee|langs)\b[^;:]*"
        r"\b(?:na|met)\b[^;:]*\b(toestemming|instemming|goedkeuring|akkoord)\b",
        rf"\b(toestemming|instemming|goedkeuring){WITHIN}(vereist|nodig|noodzakelijk|verplicht)\b",
        rf"\b(vereist|nodig){WITHIN}(toestemming|instemming|goedkeuring)\b",
        rf"\b(vraagt|vragen|vraag){WITHIN}(toestemming|instemming|goedkeuring)\b",
        rf"\b(toestemming|instemming|goedkeuring){WITHIN}(gevraagd|verkregen|verzocht)\b",
        rf"\b(behoeft|behoeven){WITHIN}(toestemming|instemming|goedkeuring)\b",
        # of what happens, not of what somebody does: 'gaat alleen door na toestemming'
        rf"\b(?:gaat|gaan){WITHIN}(door){WITHIN}na{WITHIN}(toestemming|instemming|goedkeuring)\b",
        rf"\b(?:vindt|vinden){WITHIN}(plaats){WITHIN}na{WITHIN}"
        r"(toestemming|instemming|goedkeuring|akkoord)\b",
        rf"\b(gebeurt|gebeuren|geschiedt|geschieden){WITHIN}(?:na|met){WITHIN}"
        r"(toestemming|instemming|goedkeuring|akkoord|verklaring)\b",
    ),
    make_head(
        "to be aware is asked",
        (DUTY, DUTY),
        Scope.NONE,
        rf"\b({either(AUXILIARIES)}|dient|dienen|moet|moeten|wees|ben|bent|maakt|maken)\b[^;:]*"
        r"\b(bewust) (?:te zijn|van|zijn|dat|gemaakt|te maken|  )",
        r"\bzich\b[^;:]*\b(bewust)\b(?! (?:met|om|mee)\b)",
        r"\b(realise(?:ert|ren|er)) (?:zich|je)\b",
        r"\b(beseft|beseffen|besef)\b",
        r"^(?![^;:]*\bku?nt?\b)[^;:]*\b(weten|weet)\b(?=(?: zelf| dus| ook)?,? {2,})",
        nuance=Nuance.AWARENESS,
    ),
    make_head(
        "an effort is asked, not an outcome",
        (DUTY, DUTY),
        Scope.NONE,
        rf"\b(spant|spannen|span){WITHIN}(in)\b",
        r"\b(streeft|streven(?! naar\b[^;:]*\bis\b)|trachten|tracht|probeert|proberen)\b",
        rf"\b(doet|doen|doe){WITHIN}(best)\b",
        r"\b(naar vermogen|inspannen|inspanning)\b",
        rf"\b(zet|zetten)\b (zich){WITHIN}(in)\b",
        nuance=Nuance.EFFORT,
    ),
    make_head(
        "advised or preferred, not required",
        (URGE, URGE),
        Scope.NONE,
        r"\b(bij voorkeur|liefst|liever(?! dan\b)|aan te raden|aan te bevelen|aanbeveling|"
        r"de voorkeur|raadzaam|aangeraden|geadviseerd|aangemoedigd|gestimuleerd|afgeraden|ontraden|"
        r"wenselijk|verstandig|toegejuicht|aangespoord)\b(?! (?:gebruik|om(?:gaan)? met))",
        r"\b(aanbevolen)\b(?! \w+en\b)",
        r"\bword(?:t|en)\b[^;:]*\b(uitgenodigd|uitgedaagd)\b",
        rf"\b(moedigt|moedigen|spoort|sporen|raadt|raden|beveelt|bevelen){WITHIN}(aan)\b",
        rf"\b(raadt|raden){WITHIN}(af)\b",
        r"\b(?:kun|kunt|kunnen)\b[^;:]*\b(beter) (?:niet|geen|maar|thuis|even|eerst)\b",
        rf"\b(nodigt|nodigen){WITHIN}(uit)\b(?=[^;:]*(?: te | om | {{2,}}))",
        r"\bhet (helpt)\b(?= {2,}|,? (?:om|dat)\b)|\b(?:we|wij|school) (hopen|hoopt)\b",
        r"^\W*(?:praat|denk|kijk|probeer|vraag|ga|lees|bespreek|overleg)\b[^;:]*(?<!het )(?<!mee )"
        r"\b(eens)\b(?! (?:per|in|als|met)\b)",
        rf"\b(juicht|juichen){WITHIN}(toe)\b",
        r"\b(stimule(?:ert|ren)|advise(?:ert|ren)|bevorde(?:rt|ren))\b"
        r"(?! (?:[\w’'-]+ ){0,4}over\b)(?<!over )",
        r"\b(?:horen|zien|ontvangen|hebben|vinden) (?:we|wij|het|dat)\b[^;:]*\b(graag|fijn)\b",
        r"^\W*(graag)\b[^;:]*\b(?:horen|zien|ontvangen)\b",
        r"\b(?:we|wij|school|team) (?:zien|hebben|ziet|heeft)\b[^;:]*\b(graag)\b",
        r"\b(op prijs) gesteld\b|\bword(?:t|en)\b[^;:]*\b(gewaardeerd)\b|"
        r"\b(gebruikelijk)\b(?= {2,}| om\b)|"
        r"\b(?:stelt|stellen)\b[^;:]*\b(op prijs)\b",
        r"\bhet (fijnst|prettigst|liefst|mooist)e?\b",
        r"\b(?:zou|zouden) (?:het )?(mooi|fijn|goed|leuk|prettig) (?:zijn|vinden)\b",
        rf"\b(zou|zouden){WITHIN}(moeten)\b",
        r"\b(?:is|vinden|vindt)\b[^;:]*\b(goed|belangrijk|van belang|essentieel|gewenst)"
        + _CONTENT,
        r"^\W*(goed|belangrijk|van belang|essentieel) is\b" + _CONTENT,
    ),
    make_head(
        "says what is allowed or borne",
        (LEAVE, FORBID),
        Scope.CLAUSE,
        r"\b(toegestaan|geoorloofd|toegelaten|toelaatbaar|geaccepteerd|getolereerd|gepermitteerd|"
        r"acceptabel|aanvaardbaar|geduld|gedoogd)\b",
        r"\b(accepteert|accepteren|tolereert|tolereren|dulden|duldt|gedogen)\b"
        r"(?=[^;:]*\b(?:geen|niet)\b)(?! (?:een|het|de)\b)",
        rf"\b(staat|staan){WITHIN}(toe)\b",
        r"\b(?:is|zijn|ben|bent)\b[^;:]*\b(een optie|een mogelijkheid|welkom)\b",
        r"\b(?:is|zijn)\b[^;:]*\b(herkiesbaar|(?:her)?(?:benoembaar|verkiesbaar))\b",
    ),
    make_head(
        "what is meant to happen",
        (DUTY, FORBID),
        Scope.CLAUSE,
        r"\b(bedoeling)\b(?: is)?" + _CONTENT,
        r"\bniet (gewenst|gepast|passend|(?:de )?bedoeling)\b",
    ),
    make_head(
        "free not to",
        (FACT, LEAVE),
        Scope.CLAUSE,
        r"\b(hoeft|hoeven|hoef)\b",
        rf"\b(behoeft|behoeven){WITHIN}te\b",
    ),
    make_head("may", (LEAVE, FORBID), Scope.CLAUSE, r"\b(mag|mogen)\b(?![^;:]*\bverwacht\b)"),
    make_head(
        "has the power",
        (LEAVE, FORBID),
        Scope.CLAUSE,
        r"\b(bevoegd)(?! gezag)\b",
        rf"\b(behoudt|behouden){WITHIN}(recht)\b",
        r"\b(?:heeft|hebben)\b[^;:]*\b(bevoegdheid)\b",
        r"\b(bevoegdheid|beslissing|besluit|oordeel|keuze)\b[^;:]*\bkom(?:t|en)\b[^;:]*\btoe\b",
        r"\b(bevoegdheid|beslissing|besluit|oordeel|keuze)\b[^;:]*\bberust(?:en)?\b[^;:]*\bbij\b",
        rf"\b(?:is|zijn|blijft|blijven){WITHIN}(voorbehouden)\b",
        nuance=Nuance.POWER,
    ),
    make_head(
        "has the right",
        (LEAVE, FACT),
        Scope.CLAUSE,
        r"\b(?:heeft|hebben|hebt|heb)\b[^;:]*?\b(recht(?:en)?|vrijheid|gelegenheid)\b",
        r"\b(gerechtigd)\b",
        rf"\b(?:is|zijn|ben|bent|staat|staan){WITHIN}(vrij)\b(?! (?:van|toegankelijk)\b)",
    ),
    make_head(
        "must",
        (DUTY, FORBID),
        Scope.CLAUSE,
        r"\b(moet|moeten|dient|dienen|behoort|behoren|hoort)\b(?! (?:tot|als|bij)\b)",
        r"\b(horen)\b(?=[^;:]* te\b)",
        r"(?<=\w )\b(hoor)\b(?= (?:je|jij)\b[^;:]*\b(?:in|op|bij|thuis|te)\b)",
        r"\b(?:heeft|hebben)\b zich\b[^;:]*\b(te houden)\b",
    ),
    make_head(
        "what is needed for something",
        (DUTY, LEAVE),
        Scope.CLAUSE,
        r"^\W*(?:voor|bij|in|tijdens)\b[^;:]*\b(?:is|zijn)\b[^;:]*"
        r"(?<!waar )(?<!indien )(?<!zo )\b(nodig)\W*$",
        r"\b(?:heeft|hebben|hebt|heb)\b (?:\w+ )?(?:een|geen|de|het) [^;:]*\b(nodig)\W*$",
        r"\b(?:is|zijn) (?:er )?(?:niet|geen|een|het|de) (?:\w+ )*?(nodig)"
        r"(?=\W*$| (?:voor|bij)\b)",
    ),
    make_head(
        "says that it is a duty",
        (DUTY, LEAVE),
        Scope.BEFORE,
        r"(?<!dan )(?<!indien )(?<!waar )(?<!strikt )(?<!als )"
        r"\b(verplicht(?:en)?|genoodzaakt|vereist|noodzakelijk|geboden)\b(?! worden)",
        r"\b(?:is|zijn)\b[^;:]*(?<!rekening )(?<!toezicht )\b(gehouden)\b",
        r"\b(?:heeft|hebben)\b[^;:]*\b(\w*plicht)\b",
        r"\b(?:is|zijn)\b[^;:]*\b(taak|taken)\b(?= van\b)",
        r"\b(?:is|zijn)\b[^;:]*\b(belast)(?=\W*$| met\b)",
        r"\b(verplichting)\b[^;:]*\b(?:opgelegd|rust)\b",
        r"\b(?:rust|rusten)\b[^;:]*\b(\w*plicht|verplichting)\b",
        r"\b(?:hebben|heb) (?:we|wij)\b[^;:]*\b(nodig)\b",
    ),
    make_head(
        "is expected, asked or agreed",
        (DUTY, FORBID),
        Scope.CONTENT,
        r"\b(geacht)\b",
        r"\b(verwacht|verwachten|verlangd|verlangt|verlangen|eist|eisen|geëist)\b",
        r"\bword(?:t|en)\b[^;:]*\b(verzocht|gevraagd)\b",
        r"\b(verzoekt|verzoeken)\b",
        r"\b(vraagt|vragen)\b(?=[^;:]*,? {2,})(?! (?:zich|stel))",
        rf"\b(spreken|spreekt){WITHIN}(af)\b",
        r"\b(afgesproken|afspraak is)\b",
    ),
    make_head(
        "shall",
        (DUTY, FORBID),
        Scope.CLAUSE,
        r"\b(zal|zullen)\b",
        r"\b(zult)\b(?=[^;:]*\b(?:geen|niet|nooit)\b)",
    ),
    make_head(
        "sees to it",
        (DUTY, DUTY),
        Scope.NONE,
        rf"\b(draagt|dragen|draag){WITHIN}(zorg|verantwoordelijkheid|verantwoording)\b",
        r"\b(zorgt|zorgen|zorg)\b(?= (?:er|ook|voor|dat|steeds|altijd|zelf| )|,? {2,})",
        rf"\b(ziet|zien|zie){WITHIN}(toe)\b",
        rf"\b(houdt|houden){WITHIN}(toezicht)\b",
    ),
    make_head(
        "is responsible",
        (DUTY, FACT),
        Scope.CLAUSE,
        r"\b(verantwoordelijk(?:heid)?|aanspreekbaar)\b(?= (?:voor|op|bij|van)\b)",
        rf"^\W*voor{WITHIN}(?:is|zijn|ben|bent|blijft|blijven)\b[^;:]*\b(verantwoordelijk)\W*$",
    ),
    make_head(
        "measures follow",
        (DUTY, FACT),
        Scope.CLAUSE,
        rf"\bword(?:t|en){WITHIN}(\w*maatregelen|sancties?){WITHIN}(genomen|getroffen|opgelegd)\b",
        rf"\b(\w*maatregelen|sancties?){WITHIN}word(?:t|en){WITHIN}(genomen|getroffen|opgelegd)\b",
    ),
)
