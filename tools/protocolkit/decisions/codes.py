"""Why nothing can be submitted or recorded, each declared once."""

from __future__ import annotations

from protocolkit.base.problems import error

DAY_UNREAL = error(
    "day-unreal",
    "A day does not exist",
    "'{day}' is no day of the calendar, so it cannot be the day on which {what}.",
    "Write year, month and day, such as 2026-02-03.",
)
DAY_WRITTEN = error(
    "day-written",
    "A day is not written as it must be",
    "'{day}' is not written as a day is written here, so it is not known on which day {what}.",
    "Write year, month and day, such as {such}.",
)
DAY_FAR = error(
    "day-far",
    "A day is too long ago or too far ahead",
    "{day} cannot be the day on which {what}: look whether the year is right.",
    "Days from {first} to {last} can be recorded.",
)
DAY_TO_COME = error(
    "day-to-come",
    "A day is still to come",
    "{day} is still to come by the clock of this computer ({today}), so it cannot be the day on "
    "which {what}.",
    "Look whether the day is right, or record it when it has happened.",
)
DAYS_IN_WRONG_ORDER = error(
    "days-in-wrong-order",
    "Days stand in the wrong order",
    "{later}, the day on which {what}, is before {earlier}, the day on which {before}.",
    "Look which of the two days is right.",
)
NOT_ON_ITS_WAY = error(
    "not-on-its-way",
    "A text that does not hold any more cannot be submitted",
    "the status of this text is '{status}'.",
    "Correct the status at the top of the file, or name another file.",
)
ALREADY_SUBMITTED = error(
    "already-submitted",
    "A text was submitted to a council before",
    "{body} was asked for {right} about exactly this text before, on {sent}.",
    "Record what was decided with 'protocol approve', or change the text first.",
)
NOT_AS_KEPT = error(
    "not-as-kept",
    "A kept version is not what a council got",
    "the version that {body} got ({version}) is gone, or is not as it was kept.",
    "See 'protocol check'. Put that file and the list of versions back as they were.",
)
NAME_ODD = error(
    "name-odd",
    "A name holds signs that no name has",
    "'{name}' cannot be the name of a council, a section or a school.",
    "Type it anew, on one line and with at most {longest} signs.",
)
SECTION_UNKNOWN = error(
    "section-unknown",
    "A section of a council is not known",
    "'{section}' is no section of a council.",
    "Name one of these, or none for the whole council: {known}.",
)
TERM_RUNNING = error(
    "term-running",
    "No answer was given, and the term was not over",
    "{body} could answer until {before}; on {day} that term was not over.",
    "Record it on a day after the term, or look whether the day is right.",
)
ARCHIVE_INSIDE = error(
    "archive-inside",
    "An archive with proofs would stand in the folder of the protocols",
    "letters, minutes and scans hold names; in this folder they could end up on the website.",
    "Name a folder elsewhere: --output FOLDER",
)
BODY_UNKNOWN = error(
    "body-unknown",
    "A council that decided was not asked",
    "this text was not submitted to '{body}' for a decision.",
    "It was submitted to: {known}. Name one of these, or submit the text first with 'protocol "
    "submit'.",
)
NOBODY_ASKED = error(
    "nobody-asked",
    "A council that decided was not asked, and neither was another",
    "this text was not submitted to '{body}' for a decision, nor to anybody else.",
    "Submit the text first with 'protocol submit'.",
)
COUNCIL_ADOPTS = error(
    "council-adopts",
    "A council cannot adopt a text",
    "{body} is a council: it gives consent or advice. The school board adopts the text.",
    "Record what the council decided with {decisions}, or name the school board.",
)
OTHER_ADOPTS = error(
    "other-adopts",
    "Another than the school board adopts the text",
    "until now {other} adopted this text, and now it would be {body}.",
    "Name the school board as before, and no person. Is it really another body? Then add --yes.",
)
RECORD_OF_OTHERS = error(
    "record-of-others",
    "Of a body nothing is recorded",
    "of '{body}' nothing is recorded here.",
    "Recorded is something of: {known}. Name one of these.",
)
SEVERAL_ASKED = error(
    "several-asked",
    "A council was asked several things",
    "'{body}' was asked several things: {known}.",
    "Say which: --section, --right, or --school for each of its schools.",
)
ALREADY_DECIDED = error(
    "already-decided",
    "A council decided before",
    "of {body} it is recorded already: {decision}, {date}.",
    "Is that wrong? Put it right with 'protocol correct'. Is it a new decision on a new text? "
    "Submit that first with 'protocol submit'.",
)
DECISION_UNKNOWN = error(
    "decision-unknown",
    "A decision does not go with what was asked",
    "when {right} is asked, '{decision}' cannot be the decision.",
    "Choose one: {known}.",
)
PROPOSAL_DIFFERS = error(
    "proposal-differs",
    "The text is not the one that a council proposed",
    "this text is not the one that {body} proposed ({version}). It differs in: {places}.",
    "See how with 'protocol compare'. Put the text back, and record what the board answered to it. "
    "Did the council propose this text after that? Record that too, with 'protocol submit'.",
)
TEXT_DIFFERS = error(
    "text-differs",
    "The text is not the one that a council had before it",
    "this text is not the one that {body} had before it ({version}). It differs in: {places}.",
    "See how with 'protocol compare'. Put the text back, or submit it anew. Were these changes "
    "agreed with the council? Then the decision is 'verleend met afgesproken wijzigingen'.",
)
NOTHING_AGREED = error(
    "nothing-agreed",
    "Changes were agreed, and the text has none",
    "this text is the one that {body} had before it ({version}): no word of it was changed.",
    "First write the changes in this file. Was nothing changed? Then the decision is 'verleend'.",
)
CODE_UNKNOWN = error(
    "code-unknown",
    "No text has a check code",
    "no protocol and no kept version has a check code that begins with this.",
    "Type the code as it stands on the paper (at least {least} signs), or name the file.",
)
CODE_NEAR = error(
    "code-near",
    "No text has a check code, and one has nearly that",
    "no protocol and no kept version has a check code that begins with this. Did you mean: {near}?",
    "Type the code as it stands on the paper (at least {least} signs), or name the file.",
)
CODE_OF_SEVERAL = error(
    "code-of-several",
    "Several protocols have a check code",
    "several protocols have or had a text with this code: {names}.",
    "Name the file instead of the code.",
)
CODE_OF_OTHER = error(
    "code-of-other",
    "A check code is that of a text that a council did not get",
    "{body} did not have the text with this check code before it, but that of {own}.",
    "Look whether this is the right paper, and the right council.",
)
ADOPTED_CODE_OF_OTHER = error(
    "adopted-code-of-other",
    "A check code is that of another text than the one that would be adopted",
    "what would be adopted has the code {own}; the code that was typed is that of another text.",
    "Put the text back as it lay there, or name the file to adopt the text as it stands now.",
)
PROOF_INSIDE = error(
    "proof-inside",
    "What proves a decision stands in the folder of the protocols",
    "letters, minutes and scans hold names; in this folder they could end up on the website.",
    "Keep them in a folder elsewhere, and name the file there.",
)
NOT_CONFIRMED = error(
    "not-confirmed",
    "Changes were not confirmed",
    "whether these are the changes that were agreed has to be confirmed; nothing was recorded.",
    "Give the command again and answer 'ja', or add --yes.",
)
COUNCIL_ENDED = error(
    "council-ended",
    "A council is no more",
    "{body} has been no more since {day}.",
    "Ask the council that is there now. What {body} decided stays in its own name.",
)
COUNCIL_WENT_UP = error(
    "council-went-up",
    "A council went up in another one",
    "{body} went up in {into} on {day}.",
    "Submit the text to {into}: 'protocol submit'. What {body} decided stays in its own name.",
)
COUNCIL_UNKNOWN = error(
    "council-unknown",
    "No protocol names a council",
    "no protocol of this repository was submitted to '{body}'.",
    "Type its name as it stands in the protocols: {known}.",
)
COUNCIL_ITSELF = error(
    "council-itself",
    "A council would go up in itself",
    "'{body}' cannot go up in itself.",
    "Name the council that is there now: --into NAME.",
)
MR_BESIDE_GMR = error(
    "mr-beside-gmr",
    "An MR is asked where the GMR acts",
    "{gmr} was asked about this text, so {mr} is not.",
    "Where the GMR acts no MR is asked (Wms, article 16). An MR can be informed: --right "
    "'ter kennisneming'. What a school itself adds goes to its MR in the school's own protocol.",
)
MR_SCHOOL_UNNAMED = error(
    "mr-school-unnamed",
    "An MR is asked for no school, where the GMR acts for some",
    "{gmr} was asked about this text for other schools, and it is not said for which school {mr} "
    "is asked.",
    "Name the school of that MR with --school. Of these no GMR was asked: {schools}. For "
    "example: protocol submit … --body '{mr}' --school '{school}' …",
)
NOTHING_OF_SCHOOL = error(
    "nothing-of-school",
    "An MR is asked about a text that is wholly its board's",
    "no word of this text is the school's own: it falls under the decision of the GMR.",
    "An MR can be informed: --right 'ter kennisneming'.",
)
SCHOOL_UNKNOWN = error(
    "school-unknown",
    "A text would be adopted for a school that is not known",
    "'{name}' is no school of this text.",
    "Name one of these: {known}. Or write the school under 'applies_to' at the top of the file.",
)
NO_SCHOOL_AGREED = error(
    "no-school-agreed",
    "A text would be adopted for schools that did not agree",
    "for no school there is consent yet: {known}.",
    "Name the schools for which the text is adopted all the same: --school NAME.",
)
SCHOOLS_UNASKED = error(
    "schools-unasked",
    "Schools are named with a decision of a council",
    "nothing was asked of it for just these schools.",
    "Leave out --school: for which schools a council decides was said when the text was submitted. "
    "Was it asked for some schools and for others apart? Then name those as they were submitted.",
)
NOTHING_TO_ANSWER = error(
    "nothing-to-answer",
    "A board answered what it need not answer",
    "of {body} there is no advice and no refusal that is still to be answered.",
    "An answer goes with an advice, or with consent that was not given. What the board says to a "
    "proposal of a council is a decision: 'overgenomen', 'deels overgenomen', 'niet overgenomen'.",
)
NOTHING_CORRECTED = error(
    "nothing-corrected",
    "A small correction was told, and the text has none",
    "{body} decided about exactly this text: nothing was changed since.",
    "First write the correction in this file, then record that the council was told.",
)
NOTHING_TO_CORRECT = error(
    "nothing-to-correct",
    "A council decided nothing that a correction can be about",
    "of '{body}' no decision is recorded about a text that was kept.",
    "Name a council that decided. A text that is still before it is put back, or submitted anew.",
)
CORRECTION_TOO_LARGE = error(
    "correction-too-large",
    "A change is more than a small correction",
    "this is more than a small correction: {places}.",
    "Small is another telephone number, e-mail address or name, or a function instead of a name. "
    "For anything else the council is asked: 'protocol submit'.",
)
CORRECTION_PROOF = error(
    "correction-proof",
    "A small correction has no proof",
    "of a small correction only the day is recorded, and no file.",
    "Leave out --proof.",
)
DECISION_UNWRITABLE = error(
    "decision-unwritable",
    "A decision cannot be written in a file",
    "the facts at the top of this file are written in a way that cannot be changed safely.",
    "Write each fact on a line of its own, as in 'docs/gebruik/bronformaat.md'.",
)
NOT_DECIDED_EARLIER = error(
    "not-decided-earlier",
    "A text that does not hold would have been decided about earlier",
    "the status of this text is '{status}': nothing was decided about it yet.",
    "Is the text adopted or in force? Say so at the top of the file. Else submit it with 'protocol "
    "submit'.",
)
PLACES_OPEN = error(
    "places-open",
    "A text with open places would be submitted",
    "places in this text are still open; nothing was submitted.",
    "Fill them in first. Does the council get the text as it is? Add --yes.",
)
NOTHING_MENDED = error(
    "nothing-mended",
    "A record would be put right, and says this already",
    "what is recorded of {body} says this already.",
    "Type what has to change, such as --date 2026-03-10.",
)
RECORD_UNKNOWN = error(
    "record-unknown",
    "No record has a day",
    "nothing of {body} was submitted or decided on {day}.",
    "See the days with 'protocol status'.",
)
MEND_AGREED = error(
    "mend-agreed",
    "A consent with agreed changes cannot be put right",
    "of {body} the text before the changes and after them belong together.",
    "Submit the text anew with 'protocol submit', and record what was decided about it.",
)
MEND_TWICE = error(
    "mend-twice",
    "A council would be recorded twice",
    "of {body} the same is recorded already, about the same text.",
    "Look with 'protocol status' which of the two is right.",
)
