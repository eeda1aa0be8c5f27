"""Who was asked and decided what and when, tied to a text by its check code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Annotated

from protocolkit.document.declared_fact import about
from protocolkit.text.name_form import folded


class Right(Enum):
    """The right by which a body decides."""

    CONSENT = "instemming"
    ADVICE = "advies"
    ADOPTION = "vaststelling"
    INFORMATION = "ter kennisneming"
    PROPOSAL = "voorstel van de raad"


class Decision(Enum):
    """What a body decided; ``ASKED`` when it has not, or when nobody recorded it."""

    ASKED = "gevraagd"
    GRANTED = "verleend"
    GRANTED_WITH_CHANGES = "verleend met afgesproken wijzigingen"
    WITHHELD = "onthouden"
    POSITIVE = "positief"
    NEGATIVE = "negatief"
    RECOMMENDATIONS = "met aanbevelingen"
    ADOPTED = "vastgesteld"
    ADJOURNED = "aangehouden"
    PROPOSAL_WITHDRAWN = "voorstel ingetrokken"
    NO_ANSWER = "geen antwoord binnen de termijn"
    FOLLOWED = "overgenomen"
    PARTLY_FOLLOWED = "deels overgenomen"
    NOT_FOLLOWED = "niet overgenomen"
    EARLIER = "eerder besloten"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """The letter, minutes or scan that says what a body decided; it is kept, never published."""

    file: Annotated[str, about("The name of the file, without its folder.")] = ""
    date: Annotated[str, about("The day of the file.", is_date=True)] = ""
    sha256: Annotated[str, about("The check code of the bytes of the file.")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallCorrection:
    """A change too small to ask about, such as a telephone number, of which the council was told.

    The decision keeps its day and its own check code; it holds for this text as well.
    """

    told: Annotated[str, about("The day on which the council was told.", is_date=True)] = ""
    fingerprint: Annotated[str, about("The check code of the text with the correction.")] = ""
    version: Annotated[str, about("The name of the kept version with the correction.")] = ""
    alike: tuple[str, ...] = field(default=(), compare=False)

    def __str__(self) -> str:
        return f"{self.told} {self.fingerprint}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """That a record was wrong and was put right; what was recorded before stays to be read."""

    date: Annotated[str, about("The day on which it was put right.", is_date=True)] = ""
    was: Annotated[str, about("What was recorded before.")] = ""
    reason: Annotated[str, about("Why it was put right.")] = ""

    def __str__(self) -> str:
        return f"{self.date} {self.was}: {self.reason}"


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierDecision:
    """What a body decided before it was decided once more, such as that it was adjourned."""

    decision: Annotated[Decision, about("What was decided then.")] = Decision.ADJOURNED
    date: Annotated[str, about("The day of that.", is_date=True)] = ""
    proof: Annotated[Proof, about("The file that proves it.")] = Proof()

    def __str__(self) -> str:
        return f"{self.decision.value} {self.date}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """That a council is no more; ``into`` is the one that it went up in, "" when there is none."""

    date: Annotated[str, about("From which day the council is no more.", is_date=True)] = ""
    into: Annotated[str, about("The council that it went up in.")] = ""

    def __str__(self) -> str:
        return " ".join(filter(None, (self.date, self.into)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """Who decided what and when, as the document or a record says; ``words`` say so in the text.

    Of a body that the text was submitted to, ``version`` is the kept version that it had before it
    and ``sent``, ``meeting`` and ``before`` are the days of that. ``alike`` are other check
    codes of its text, with or without a name that was removed; ``near`` are codes of texts of the
    protocol that its own, of no text that is known, is nearly, None where its text is known.
    ``begins`` is the day from which an adopted text holds by its own words, "" where these name
    none, and ``begun`` says that on the day for which the protocol is told that day has come. All
    of these are worked out, never written.
    """

    body: Annotated[str, about("Who decided, as printed.")]
    right: Annotated[Right, about("By which right.")]
    decision: Annotated[
        Decision, about("What was decided; without it the body was asked and no more.")
    ] = Decision.ASKED
    section: Annotated[str, about("The part of the council: staff, parents or pupils.")] = ""
    date: Annotated[str, about("The day of the decision.", is_date=True)] = ""
    fingerprint: Annotated[str, about("The check code of the text that was decided on.")] = ""
    own: Annotated[
        str, about("The check code of what the school itself wrote in its board's text.")
    ] = ""
    words: Annotated[str, about("The words of the document that say so.")] = ""
    version: Annotated[str, about("The name of the kept version that the body got.")] = ""
    sent: Annotated[str, about("The day on which the text was submitted.", is_date=True)] = ""
    meeting: Annotated[str, about("The day of the body's meeting.", is_date=True)] = ""
    before: Annotated[str, about("The last day for an answer.", is_date=True)] = ""
    holidays: Annotated[
        str, about("What the council's own rules say of holidays in that term.")
    ] = ""
    ground: Annotated[str, about("The article of the law or rules that gives the right.")] = ""
    schools: Annotated[
        tuple[str, ...], about("The schools that the body decides for; none is all of them.")
    ] = ()
    shared: Annotated[
        bool, about("True when the body may share the text with those it speaks for.")
    ] = False
    answered: Annotated[
        str,
        about(
            "The day on which the board answered an advice, or what it did not consent to, in "
            "writing.",
            is_date=True,
        ),
    ] = ""
    talked: Annotated[
        str, about("The day on which the board and the council talked about it.", is_date=True)
    ] = ""
    proof: Annotated[Proof, about("The file that proves the decision.")] = Proof()
    corrections: Annotated[
        tuple[SmallCorrection, ...], about("Small corrections since, in their order.")
    ] = ()
    mended: Annotated[
        tuple[Mended, ...], about("What was recorded wrongly and put right, in its order.")
    ] = ()
    earlier: Annotated[
        tuple[EarlierDecision, ...], about("What was decided before that, in its order.")
    ] = ()
    ended: Annotated[
        Ended, about("When the council itself ended; what it decided stays in its own name.")
    ] = Ended()
    alike: tuple[str, ...] = field(default=(), compare=False)
    near: tuple[str, ...] | None = field(default=None, compare=False)
    begins: str = field(default="", compare=False)
    begun: bool = field(default=False, compare=False)

    @property
    def places(self) -> frozenset[str]:
        """The schools that it is about as they are compared; none is all of them.

        >>> Approval(body="MR", right=Right.CONSENT, schools=("De Wal", "de  wal")).places
        frozenset({'de wal'})
        """
        return frozenset(map(folded, self.schools))

    @property
    def codes(self) -> tuple[str, ...]:
        """The check codes of the texts that it holds for: the one decided on, and corrected ones.

        >>> Approval(body="MR", right=Right.CONSENT).codes
        ()
        """
        later = (one.fingerprint for one in self.corrections)
        return tuple(code for code in (self.fingerprint, *later) if code)

    @property
    def every_code(self) -> tuple[str, ...]:
        """The check codes of those texts, and of them with or without a name that was removed."""
        later = (code for one in self.corrections for code in one.alike)
        return (*self.codes, *self.alike, *later)

    @property
    def proofs(self) -> tuple[Proof, ...]:
        """The files that prove what was decided, and what was decided before that."""
        every = (self.proof, *(one.proof for one in self.earlier))
        return tuple(one for one in every if one != Proof())

    @property
    def last_version(self) -> str:
        """The kept version that it holds for now: the one with the last small correction, if any.

        >>> Approval(body="CvB", right=Right.ADOPTION, version="vastgesteld-1").last_version
        'vastgesteld-1'
        """
        return self.corrections[-1].version if self.corrections else self.version

    def version_of(self, code: str) -> str:
        """Return the kept version that has a check code, the last one for no code of this."""
        named = dict.fromkeys((*self.alike, self.fingerprint), self.version)
        for one in self.corrections:
            named |= dict.fromkeys((*one.alike, one.fingerprint), one.version)
        return named.get(code, self.last_version)


ADVICES = (Decision.POSITIVE, Decision.NEGATIVE, Decision.RECOMMENDATIONS)
"""What a body decided that gave an advice."""

UNANSWERED = (Decision.PROPOSAL_WITHDRAWN, Decision.NO_ANSWER)
"""What is recorded of a question that is over, and about which a body decided nothing."""


FITTING: Mapping[Right, frozenset[Decision]] = {
    Right.CONSENT: frozenset(
        {
            Decision.GRANTED,
            Decision.GRANTED_WITH_CHANGES,
            Decision.WITHHELD,
            Decision.EARLIER,
            *UNANSWERED,
        }
    ),
    Right.ADVICE: frozenset({*ADVICES, Decision.EARLIER, *UNANSWERED}),
    Right.ADOPTION: frozenset({Decision.ADOPTED}),
    Right.INFORMATION: frozenset(),
    Right.PROPOSAL: frozenset(
        {
            Decision.FOLLOWED,
            Decision.PARTLY_FOLLOWED,
            Decision.NOT_FOLLOWED,
            Decision.PROPOSAL_WITHDRAWN,
        }
    ),
}
"""What can be decided by each right."""


_IN_FAVOUR = frozenset(
    {
        Decision.GRANTED,
        Decision.GRANTED_WITH_CHANGES,
        # An advice is no consent: whatever it says, it was given.
        *ADVICES,
        Decision.ADOPTED,
        # What was decided before anything was kept here nobody knows, but that it was.
        Decision.EARLIER,
    }
)


def is_among(approval: Approval, entries: Iterable[Approval]) -> bool:
    """Tell whether an entry is itself one of some; another one may say the same."""
    return any(approval is one for one in entries)


def is_adoption(approval: Approval) -> bool:
    """Tell whether a body adopted the text."""
    return approval.right is Right.ADOPTION and approval.decision is Decision.ADOPTED


def is_not_simply_positive(approval: Approval) -> bool:
    """Tell whether a body gave an advice that the board is to follow, or say why it does not."""
    return approval.decision in (Decision.NEGATIVE, Decision.RECOMMENDATIONS)


def is_owed(approval: Approval) -> bool:
    """Tell whether the board still owes an answer to an advice, or to who did not consent."""
    is_answerable = approval.decision in (*ADVICES, Decision.WITHHELD)
    return is_answerable and bool(approval.sent) and not approval.answered


def is_taken_back(approval: Approval) -> bool:
    """Tell whether an adoption was recorded that was none: nobody was asked for it either."""
    is_mended = bool(approval.mended) and not approval.sent
    return approval.right is Right.ADOPTION and is_mended and not is_decided(approval)


def is_decided(approval: Approval) -> bool:
    """Tell whether a body decided, and was not only asked or informed."""
    return approval.decision not in (Decision.ASKED, Decision.ADJOURNED)


def is_waiting(approval: Approval) -> bool:
    """Tell whether something was asked of a body, or by one, and is not decided yet."""
    return not is_decided(approval) and approval.right is not Right.INFORMATION


def is_awaited(approval: Approval) -> bool:
    """Tell whether a decision is still to come: of a council that is no more none is."""
    return is_waiting(approval) and not approval.ended.date


def is_in_favour(approval: Approval) -> bool:
    """Tell whether nothing a body decided stands in the way: consent, an advice, an adoption.

    What a council itself proposed does not either, whatever the board answered.
    """
    is_asked = approval.right not in (Right.INFORMATION, Right.PROPOSAL)
    return not is_asked or approval.decision in _IN_FAVOUR


def are_for_other_schools(one: Approval, other: Approval) -> bool:
    """Tell whether two entries are each for schools of their own, and share none."""
    return bool(one.schools and other.schools) and not one.places & other.places


def is_about(approval: Approval, school: str) -> bool:
    """Tell whether an entry is about a school, or about all of them."""
    return not approval.schools or folded(school) in approval.places
