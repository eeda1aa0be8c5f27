"""First names that many people in the Netherlands have, and names that schools and streets have.

Only names that are hardly ever anything else: no 'Roos', 'Wil', 'Bloem', 'Mei' or 'Storm'.
"""

from __future__ import annotations

FIRST_NAMES = frozenset(
    (
        "aad aafke aaltje abdel abdullah ad adriaan afke agnes agnieszka ahmed aisha akke "
        "albert alex alexander ali alice amina amir amira ana anastasia andrea andré anil anita "
        "anja anjali anke anna anne anneke annelies annemarie annemiek annemieke annet annette "
        "annie anouk antje antoinette anton arie arjan arjen arnold astrid ayse ayşe barbara "
        "bart bas bastiaan baukje ben bernadette bert bianca bilal birgit boudewijn bram bregje "
        "brenda brigitte britt camille carina carla carlijn carlos carolien caroline cees "
        "chantal charlotte christa christel christiaan christina claire claudia coen corine "
        "corrie daan danielle daphne deepak dennis desiree dewi diana dick dirk dmitri dorien "
        "doutzen eline elisabeth elise ellen elly els elske emiel emine emma emre erik erika "
        "ernst erwin esmee esther eva evelien evert fadila fatih fatima fatma femke fenna fenne "
        "ferry floor francesco frank frans fred frederik freek froukje geert geertje gerard "
        "gerda gerrie gerrit gert giel gijs gina giovanni giulia govert greet guus hamza hanna "
        "hanneke hans harm harmen harriet harry hasan hassan hatice hein heleen helen hendrik "
        "henk hennie herman hessel hester hidde hilde hiroshi hugo hussein huub ibrahim igor "
        "ilse indra ineke inge ingrid irene iris ismail ivan ivo jaap jacob jacqueline jan "
        "janine janneke jannie janny jantien jasmijn jasper jean jeanette jeannette jelle "
        "jeroen jesse jessica jip joanna joanne job joep johan johanna john joke jolanda "
        "jolande joop joost jopie joris jos jose joske josé juan judith julia jurgen jurre "
        "karel karim karin karlijn katarzyna kees khadija kim klaas koen koos krzysztof lakshmi "
        "lars latifa laura leendert lennart leo leonie lianne lieke liesbeth lilian linda lisa "
        "lisette lotte louis louise luc luca lucas lucia luis luuk maaike maarten madelon "
        "magdalena malgorzata marcel marco margreet margriet maria marianne marie marieke "
        "marijke marina marit mariëlle marja marjan marjolein marjon mark marleen marlies "
        "marloes marnix martijn martin martine mathijs matthijs maurice max mehmet meindert "
        "melanie melle menno merel michael michal michel mieke mieneke miranda miriam mirjam "
        "mohamed mohammed monique murat mustafa myrthe nadia naima nancy natasha natasja "
        "nathalie nelleke nico nicole niek niels nienke noor noortje nora nynke olga omar oscar "
        "otto pascal patricia patrick paul paula pauline pawel pepijn peter petra pien pierre "
        "piet pieter pim piotr pooja priya putri rachid ramon rani ravi raymond reinier remco "
        "renate rens renske rené ria rianne richard riet rik rita rob robert robin roel roelof "
        "rogier roland ron ronald rosa rosanne roy ruben rudolf rutger ruth ruud sabine said "
        "saida salma samira sander sandra sanjay sanne sara sarah saskia sebastiaan selma serge "
        "sharon sibel siebe sietse sietske silvia simon simone sjaak sjoerd sjors sofie sophie "
        "soufiane stef stefan stefanie stephan steven stijn suzan suzanne sven svetlana sylvia "
        "tamara tanja tessa teun thea theo thijs thomas thomaz tijmen tim timo tineke tjeerd "
        "tjitske tom tomasz ton toon toos trudy truus twan ursula valerie vera victor vikram "
        "vincent wendy werner wesley wessel wiebe wieteke wietske wilfred willeke willem "
        "willemijn willy wilma wim wouter wybe yasmin yasmina youssef yuki yusuf yvette yvonne "
        "zoe zoë"
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
