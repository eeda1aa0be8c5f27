"""What the composer knows of a subject and of each board, as values.

A text in which something is open is a fragment (:mod:`protocolkit.site.composer.clauses`). How all
of it stands in scripts is known to :mod:`protocolkit.site.composer.values_json`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from protocolkit.document.model import Kind
from protocolkit.document.place import Place
from protocolkit.relations.among import Clash


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteFragments:
    """A note of a clause in each form; ``words`` tells whether two notes say the same.

    ``number`` is that of its XML, where this stands apart; ``leans`` are the words that lean on
    others in its document, ``faults`` what is odd in it, each with the words that it is about.
    """

    id: str
    words: str
    text: str
    markdown: str
    xml: str
    number: int | None = None
    leans: str = ""
    faults: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseFragments:
    """A choice in each form in which it can come into a document.

    ``key`` is how the form calls it, ``main`` the topic where it is printed in full, ``mark`` what
    provenance keeps of its words, ``words`` what it has in common with a note that says the same
    (empty: never printed as a note); ``offered`` is that of all its words. ``number`` is that of
    its XML, where this stands apart; it ``is_table`` when it is nothing else. ``order`` is where it
    stands among the documents, ``whose`` says that in words. ``aside`` says why it never comes
    along, ``loose`` why not where no clause calls it; ``leans`` are the words that lean on others
    there; ``says`` are the things that every protocol needs of which it says something, ``home``
    is in which chapter of these it has its place, ``faults`` what is odd in its words, each with
    those that it is about; ``introduces`` says that it introduces the document that it is in.
    """

    key: str
    id: str
    main: str
    kind: Kind
    source: Place
    mark: str
    words: str
    is_alone: bool
    is_table: bool
    text: str
    markdown: str
    xml: str
    notes: tuple[NoteFragments, ...]
    number: int | None = None
    offered: str = ""
    order: int = 0
    aside: str = ""
    loose: str = ""
    whose: str = ""
    leans: str = ""
    says: tuple[str, ...] = ()
    home: str = ""
    faults: tuple[tuple[str, str], ...] = ()
    introduces: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LooseItem:
    """Clauses that are always included; ``when`` is what must be ticked on the page for that."""

    stem: str
    clauses: tuple[ClauseFragments, ...]
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateOption:
    """A formulation of the template on a topic; ``places`` are the clauses that say the same."""

    id: str
    clause: ClauseFragments
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicItem:
    """A topic: what stands there until somebody chose, what can be chosen, what contradicts.

    ``start`` is what is chosen before anybody chose, by sector (``""``: for all); ``contrary`` are
    pairs of options.
    """

    id: str
    stem: str
    title: str
    kind: Kind
    still_open: ClauseFragments
    start: Mapping[str, str]
    contrary: tuple[tuple[str, str], ...]
    options: tuple[TemplateOption, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A heading and what comes under it."""

    anchor: str
    title: str
    items: tuple[TopicItem | LooseItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceClash:
    """Two wordings that do not go together, by their ids.

    ``told`` is in what they differ, or the word that both say the meaning of, for who reads the
    left one first; ``told_back`` for who reads the right one first.
    """

    left: str
    right: str
    clash: Clash
    told: str
    told_back: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EssentialItem:
    """Something that every protocol needs: our own text, and what stands there when it is open.

    ``key`` is how it is answered, ``found`` are patterns for scripts, ``whole`` those of what is
    about nothing else, and ``topics`` those that are about it.
    """

    id: str
    key: str
    chapter: str
    question: str
    kind: Kind
    found: tuple[str, ...]
    whole: tuple[str, ...]
    topics: tuple[str, ...]
    standard: ClauseFragments
    still_open: ClauseFragments


@dataclass(frozen=True, slots=True, kw_only=True)
class Needed:
    """What every protocol needs: ``chapters`` are headings by name, the first at the beginning.

    ``around`` is the pattern of a heading that says nothing of what is under it.

    ``whom`` stands in our texts for whose protocol it is, ``schools`` for that where no school is
    named.
    """

    items: tuple[EssentialItem, ...]
    chapters: Mapping[str, str]
    around: str
    whom: str
    board: str
    schools: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardOption:
    """All that a board says on a topic; ``same`` are the boards that say the same.

    ``weights`` are what each of its clauses has in common with those of the same words of weight.
    ``contests`` are sentences on what it and each other board disagree, by the other's name.
    """

    clauses: tuple[ClauseFragments, ...]
    same: tuple[str, ...]
    weights: tuple[str, ...]
    html: str
    contests: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """Everything that a board's document says, for becoming one with another.

    ``topics`` are its options by the topics' ids; ``rest`` is what answers no question. ``behind``
    says of what is about the document itself that it stays behind.
    """

    slug: str
    name: str
    topics: Mapping[str, BoardOption]
    rest: Group
    behind: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TermForms:
    """Words for one thing, as a script looks for them.

    ``key`` is how it is answered, ``found`` the pattern of every form, ``forms`` by each form in
    small letters which word it is of and which of that word's forms. ``inflected`` are the forms of
    each word. ``has_case`` and ``is_apart`` are those of the group that ``check`` knows.
    """

    key: str
    found: str
    forms: Mapping[str, tuple[int, int]]
    inflected: tuple[tuple[str, ...], ...]
    has_case: bool
    is_apart: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaking:
    """How a text speaks to its reader, as a script looks for it.

    ``key`` is how the wish is answered and ``wishes`` what may be wished; ``forms`` are the form,
    its pattern and the flags of that, ``quoted`` is the pattern of what is said to somebody else.
    """

    key: str
    wishes: tuple[str, ...]
    forms: tuple[tuple[str, str, str], ...]
    quoted: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Core:
    """What every visit needs of a subject.

    ``shapes`` are those of the source format, ``someone`` stands where no name is given,
    ``version`` is the template's; ``sectors`` are names by code,
    ``school`` the pattern of the name of a school, ``always`` is what clauses of the
    template's own wait for, ``marker`` the pattern that no paragraph without a number begins with,
    ``open_patterns`` those of all that is open, each with its flags.
    ``blanks`` gives the key of what is open, ``rows`` that of schools in a row by the word before
    the last of them, ``terms`` are words for one thing, ``speaking`` how a text speaks to its
    reader, ``targets`` the choices with the words of the clause
    that a reference means; ``word`` and ``boards`` are addresses of other scripts.
    ``appendices`` are the headings of what stands behind the rules, by kind of text, with anchors.
    """

    subject: str
    title: str
    shapes: Mapping[str, str]
    someone: str
    version: str
    words: Mapping[str, str]
    sectors: Mapping[str, str]
    school: str
    always: str
    marker: str
    open_patterns: tuple[tuple[str, str], ...]
    groups: tuple[Group, ...]
    appendices: tuple[tuple[str, str, str], ...]
    needed: Needed
    clashes: tuple[ChoiceClash, ...]
    blanks: Mapping[str, str]
    rows: Mapping[str, str]
    terms: tuple[TermForms, ...]
    speaking: Speaking
    targets: Mapping[str, tuple[str, ...]]
    word: str
    boards: Mapping[str, str]
