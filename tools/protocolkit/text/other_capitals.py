"""Words with a capital that are no persons: of bodies, texts, products, programmes and places.

Written from what people in Dutch schools speak of. Left out are those that many people are called,
such as 'Bos' and 'Visser'.
"""

from __future__ import annotations

BODIES = frozenset(
    (
        "academie administratie advies autoriteit balie basisschool bestuur bestuurder bond "
        "bovenbouw bureau cbs centrum college commissie cvb dienst directeur directie "
        "geleding gemeente gmr groep gymnasium halt havo hogeschool ikc inspectie instituut "
        "kamer kamp kerk kindcentrum kinderopvang klankbordgroep klas koninklijke kruis "
        "leerkrachten leerlingen leraren lyceum marechaussee mavo medezeggenschapsraad "
        "meldpunt ministerie mr museum obs onderbouw opr ouderraad ouders overheid pact park "
        "partij personeel politie provincie raad receptie rijk rijksoverheid rkbs "
        "samenwerkingsverband scholen scholengroep school secretariaat stichting swv taxi "
        "team unie universiteit vereniging vwo werk werkgroep zoo zwembad"
    ).split()
)
"""Kinds of bodies, schools and groups."""

TEXTS = frozenset(
    (
        "artikel bijlage cao code convenant deel hoofdstuk lid notulen onderdeel paragraaf plan "
        "protocol punt rechten regel reglement richtlijn statuut verdrag verklaring verslag wet"
    ).split()
)
"""Texts and their parts."""

PRODUCTS = frozenset(
    (
        "android app apple basispoort canvas chat classroom connect docs drive esis excel forms "
        "gmail google gynzy instagram ipad kennisnet klasbord kwieb leerling magister meet "
        "microsoft moodle office one outlook parnassys parro plus schoolapp schools sharepoint "
        "snapchat snappet social somtoday teams tiktok training whatsapp windows word workspace "
        "youtube zermelo zoom"
    ).split()
)
"""Products, firms and programmes."""

PLACES = frozenset(
    (
        "almere amersfoort amsterdam arnhem belgië brabant breda delft drenthe duitsland "
        "eindhoven enschede europa flevoland friesland gelderland groningen haag haarlem "
        "holland leiden limburg maastricht nederland nijmegen noord oost overijssel rotterdam "
        "tilburg utrecht west zeeland zuid zwolle"
    ).split()
)
"""Places and parts of the country."""

ORDINARY = frozenset(
    (
        "acht actieve algemene april augustus bijzonder bijzondere centraal centrale "
        "christelijke corona dag december derde digitale dinsdag donderdag drie een eerste "
        "europese februari gezonde goede groene grote hoge hulp januari jonge juli juni "
        "katholieke kerst klein kleine korte laatste lange lokale maandag maart media mei "
        "nationaal nationale nederlandse nieuw nieuwe november nu oktober onderwijs openbaar "
        "openbare oude pasen passend passende persoonlijke privacy protestantse regels rode "
        "rots samen september sint sociale speciaal speciale station sterke stille tegen thuis "
        "twee tweede universele veilig veilige verkeer vier vijf vreedzame vrijdag vrije water "
        "week wereld woensdag zaterdag zes zeven zondag zwarte"
    ).split()
)
"""Other words with which such names begin."""
