"""First names that many people in the Netherlands have, and names that schools and streets have.

Only names that are hardly ever anything else: no 'Roos', 'Wil', 'Bloem', 'Mei' or 'Storm'.
"""

from __future__ import annotations

FIRST_NAMES = frozenset(
    (
        "aad aafke abdel abdullah ad adriaan agnes ahmed aisha albert alex alexander ali alice "
        "amina amir amira andrea anna andré anita anja anke anne anneke annelies annemarie "
        "annemiek annet annette annie anouk antoinette anton arie arjan arjen arnold astrid ayse "
        "ayşe barbara bart bas bastiaan ben bernadette bert bianca birgit boudewijn bram brenda "
        "brigitte britt carina carla carlijn carolien caroline cees chantal charlotte christa "
        "christel christiaan christina claudia coen corine corrie daan danielle daphne dennis "
        "desiree diana dick dirk dorien eline elisabeth elise ellen elly els elske emiel emine "
        "emma emre erik erika ernst erwin esmee esther eva evelien evert fadila fatih fatima "
        "fatma femke ferry floor frank frans fred frederik freek froukje geert geertje gerard "
        "gerda gerrit gert gijs gina govert greet guus hanna hanneke hans harm harriet harry "
        "hasan hassan heleen helen henk herman hester hilde hugo huub ibrahim ilse inge ingrid "
        "irene iris ismail ivo jaap jacob jacqueline jan janine janneke jannie janny jantien "
        "jasmijn jasper jeanette jeannette jelle jeroen jesse jessica joanne job johan johanna "
        "john jolanda jolande joop joost joris jos joske josé judith julia jurgen karel karim "
        "karin karlijn kees khadija kim klaas koen lars laura leo leonie lianne lieke liesbeth "
        "lilian linda lisa lisette lotte louis louise luc lucas lucia luuk maaike maarten madelon "
        "margriet maria marianne marie marieke marijke marina marit mariëlle marja marjan "
        "marjolein marjon mark marleen marlies marloes martijn martin martine mathijs matthijs "
        "maurice max mehmet melanie merel michael michel miranda mirjam mohamed mohammed monique "
        "murat mustafa myrthe nadia nancy natasja nathalie nico nicole niels nienke noor nora olga "
        "omar oscar pascal patricia patrick paul paula peter petra pien piet pieter rachid ramon "
        "raymond remco renate renske rené rianne richard riet rik rita rob robert roel roelof "
        "roland ron ronald rosa roy ruben rudolf ruth ruud said saida samira sander sandra sanne "
        "sara sarah saskia selma serge sharon sibel sietske silvia simon simone sjaak sjoerd "
        "sofie sophie stefan stephan steven suzan suzanne sven sylvia tamara tanja tessa theo "
        "thijs thomas thomaz tineke tjeerd tom ton toon trudy truus valerie vera victor vincent "
        "wendy werner wesley wieteke wietske wilfred willem willemijn willy wim wouter yasmina "
        "yusuf yvette yvonne"
    ).split()
)
"""First names, in small letters."""

FAMOUS = (
    "albert heijn",
    "albert schweitzer",
    "anne frank",
    "helen parkhurst",
    "jan ligthart",
    "jan van brabant",
    "johan cruijff",
    "johan de witt",
    "karel de grote",
    "maarten luther",
    "maria montessori",
    "marie curie",
    "martin luther",
    "max havelaar",
    "peter petersen",
    "rudolf steiner",
    "theo thijssen",
    "thomas van aquino",
    "thomas a kempis",
    "thomas more",
    "willem van oranje",
    "willem alexander",
)
"""How names of well-known people begin that are those of schools, shops and ways of teaching."""
