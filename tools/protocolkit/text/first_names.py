"""First names that many people in the Netherlands have, and names that schools and streets have.

Only names that are hardly ever anything else: no 'Roos', 'Wil', 'Bloem', 'Mei' or 'Storm'.
"""

from __future__ import annotations

FIRST_NAMES = frozenset(
    (
        "aad aafke aaltje abdel abdelilah abdelkader abdellah abderrahim abdullah ad adriaan "
        "afke agnes agnieszka ahmed aisha akke albert alex alexander ali alice amina amir amira "
        "ana anastasia andrea andré anil anita anja anjali anke anna anne anneke annelies "
        "annemarie annemiek annemieke annet annette annie anouk antje antoinette anton arie "
        "arjan arjen arnold astrid ayse ayşe barbara bart bas bastiaan baukje ben bernadette "
        "bert bianca bilal birgit bouchra boudewijn bram bregje brenda brigitte britt busra "
        "büşra camille carina carla carlijn carlos carolien caroline cees chantal charlotte "
        "christa christel christiaan christina cigdem claire claudia coen corine corrie çiğdem "
        "daan danielle daphne deepak dennis desiree dewi diana dick dirk dmitri dorien doutzen "
        "driss ebru elif eline elisabeth elise ellen elly els elske emiel emine emma emre erik "
        "erika ernst erwin esmee esra esther eva evelien evert fadila fatih fatima fatma femke "
        "fenna fenne ferry floor fouad francesco frank frans fred frederik freek froukje geert "
        "geertje gerard gerda gerrie gerrit gert giel gijs gina giovanni giulia govert greet "
        "guus gülay gülsen hafida hafsa hakan hamza hanane hanna hanneke hans harm harmen "
        "harriet harry hasan hassan hatice hein heleen helen hendrik henk hennie herman hessel "
        "hester hicham hidde hilde hiroshi hugo huseyin hussein huub hüseyin ibrahim igor ikram "
        "ilse indra ineke inge ingrid irene iris ismail ivan ivo jaap jacob jacqueline jamila "
        "jan janine janneke jannie janny jantien jasmijn jasper jean jeanette jeannette jelle "
        "jeroen jesse jessica jip joanna joanne job joep johan johanna john joke jolanda "
        "jolande joop joost jopie joris jos jose josé joske juan judith julia jurgen jurre "
        "kadir karel karim karin karlijn katarzyna kees kemal khadija khalid kim klaas koen "
        "koos krzysztof kubra kübra lakshmi lars latifa laura leendert lennart leo leonie "
        "lianne lieke liesbeth lilian linda lisa lisette lotte louis louise luc luca lucas "
        "lucia luis luuk maaike maarten madelon magdalena malgorzata malika marcel marco "
        "margreet margriet maria mariam marianne marie marieke mariëlle marijke marina marit "
        "marja marjan marjolein marjon mark marleen marlies marloes marnix martijn martin "
        "martine maryam mathijs matthijs maurice max mehmet meindert melanie melle menno merel "
        "meryem michael michal michel mieke mieneke mimoun miranda miriam mirjam mohamed "
        "mohammed monique mostafa mounir murat mustafa myrthe nabil nadia naima naïma nancy "
        "natasha natasja nathalie nelleke nico nicole niek niels nienke noor noortje nora "
        "nordin noureddine nynke olga omar orhan oscar osman otto ozlem ömer özlem pascal "
        "patricia patrick paul paula pauline pawel pepijn peter petra pien pierre piet pieter "
        "pim piotr pooja priya putri rabia rachid rachida ramon rani ravi raymond redouan "
        "reinier remco renate rené rens renske ria rianne richard riet rik rita rob robert "
        "robin roel roelof rogier roland ron ronald rosa rosanne roy ruben rudolf rutger ruth "
        "ruud sabine said saida salma samir samira sander sandra sanjay sanne sara sarah saskia "
        "sebastiaan selma serge serkan sevgi sharon sibel siebe sietse sietske silvia simon "
        "simone sjaak sjoerd sjors sofie sophie soraya soufiane soumaya stef stefan stefanie "
        "stephan steven stijn sukru suzan suzanne sven svetlana sylvia şenol şükrü tamara tanja "
        "tarik tessa teun thea theo thijs thomas thomaz tijmen tim timo tineke tjeerd tjitske "
        "tom tomasz ton toon toos trudy truus twan ursula valerie vera victor vikram vincent "
        "volkan wendy werner wesley wessel wiebe wieteke wietske wilfred willeke willem "
        "willemijn willy wilma wim wouter wybe yasmin yasmina yassin yassine yavuz youssef yuki "
        "yusuf yvette yvonne zakaria zehra zeynep zineb zoe zoë zohra"
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
