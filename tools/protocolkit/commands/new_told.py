"""What ``protocol new`` says when it is done: what was made, what is open, what comes next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from protocolkit.base.messages import mark
from protocolkit.checking.check import check_protocol
from protocolkit.checking.one_term import mixed_terms
from protocolkit.checking.reader_forms import reader_forms
from protocolkit.collection import printed_name
from protocolkit.commands.answered_lines import answered_lines
from protocolkit.commands.clash_lines import clash_lines
from protocolkit.commands.new_odd import date_lines, name_lines, odd_lines, record_lines, rest_lines
from protocolkit.commands.new_sources import Setting
from protocolkit.commands.output import (
    PLACE,
    PLACES_NOUN,
    count,
    indented,
    quoted,
    say,
    show,
    speak,
    talk,
    to_type,
)
from protocolkit.document.adopted import is_adopted
from protocolkit.document.model import Protocol
from protocolkit.document.names import organisation_name
from protocolkit.document.open_places import open_places
from protocolkit.document.outline import addressable, clauses, labels
from protocolkit.drafting.new.answers import Answers
from protocolkit.drafting.new.draft import Aside
from protocolkit.drafting.new.essentials import STANDARD, essentials, missing_in, open_facts
from protocolkit.drafting.new.followed import following, leaning_there
from protocolkit.drafting.new.merging import RECORD
from protocolkit.repository_layout import protocols_folder

_CLAUSE, _CLAUSES = mark("clause"), mark("clauses")
_TOPIC, _TOPICS = mark("topic"), mark("topics")
_SHOWN = 8
_FACTS = {
    "valid_from": mark("from when it is valid"),
    "review_date": mark("when it is evaluated"),
    "approvals": mark("who decided what"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What was made, and of which subject: the file may lie where no subject is.

    ``aside`` are formulations that did not come along.
    ``changed`` are the clauses in which one word was put for another because somebody chose it,
    ``word`` is where the Word file is; ``merges`` are the two protocols that became one. ``speaks``
    is the form in which somebody wants the text to speak to its reader.
    """

    protocol: Protocol
    subject: str
    aside: tuple[Aside, ...] = ()
    changed: tuple[str, ...] = ()
    word: str = ""
    merges: tuple[str, ...] = ()
    speaks: str = ""


def tell(made: Made, setting: Setting, name: str) -> None:
    """Say what was made, from whose words, what is open, and what comes next."""
    protocol = made.protocol
    summary = summarise(protocol, _sources(made, setting))
    say("")
    say(
        speak("Made: a draft with {clauses}.").format(
            clauses=count(summary.clauses, _CLAUSE, _CLAUSES)
        )
    )
    _tell_sources(summary)
    _tell_records(made, setting)
    for left in made.aside:
        talk(left.told(speak))
    _tell_essentials(protocol)
    _tell_odd(made, setting)
    titles = _titles(made, setting)
    head = speak("No formulation chosen yet on {topics}:")
    _tell_topics(head, [titles.get(topic, topic) for topic in summary.open_topics])
    head = speak("Left out: {topics}:")
    _tell_topics(head, [titles.get(topic, topic) for topic in summary.declined])
    _tell_referring_back(protocol, _sources(made, setting))
    subject = setting.subject(made.subject)
    for line in answered_lines(protocol, subject.concordance if subject else None):
        say(line)
    for line in clash_lines(protocol):
        say(line)
    _tell_terms(made)
    _tell_reader(made)
    blanks = open_places(protocol)
    if blanks:
        text = speak("{places} to be filled in; 'protocol check' shows where.")
        talk(text.format(places=count(len(blanks), PLACE, PLACES_NOUN)))
    show(name)
    home = printed_name(protocols_folder(setting.root), setting.root)
    is_home = name.startswith(f"{home}/")
    place = name if is_home else f"{home}/{made.subject}/{PurePath(name).name}"
    _tell_next(place, has_open=bool(summary.open_topics), word=made.word, is_home=is_home)


def _sources(made: Made, setting: Setting) -> Sequence[Protocol]:
    """Return the protocols of which a text may have been made."""
    subject = setting.subject(made.subject)
    return subject.protocols if subject else ()


def _listed(text: str) -> None:
    """Say something as an item of a list."""
    for line in indented("  -", text):
        say(line)


def _tell_next(name: str, *, has_open: bool, word: str, is_home: bool) -> None:
    """Say what to do now; what can be typed stands on lines of its own."""
    say(speak("What to do now:"))
    steps = [
        (speak("Choose what was left open:"), to_type(f"update {quoted([name])} --ask")),
        (speak("See what is still open:"), to_type(f"check {quoted([name])}")),
        (speak("Read it in Word:"), word),
        (speak("Make the pages and files for the council:"), to_type("build --with-drafts")),
    ]
    shown = [step for step in steps if step[1]][0 if has_open else 1 :]
    if not is_home:
        shown.insert(0, (speak("Put it where the other protocols are:"), name))
    for number, (text, command) in enumerate(shown, start=1):
        say(f"  {number}. {text}")
        say(f"     {command}")


def _tell_sources(summary: Summary) -> None:
    if summary.taken:
        say(speak("Whose wording was taken over:"))
    for organisation, number in summary.taken:
        _listed(f"{organisation}: {count(number, _CLAUSE, _CLAUSES)}")


def _tell_records(made: Made, setting: Setting) -> None:
    """Say which clauses of two protocols stayed behind: those that record a decision."""
    merge = setting.merge(Answers(subject=made.subject, merges=made.merges))
    for choice in merge.records if merge else ():
        talk(speak(RECORD).format(label=choice.origin.label, name=choice.origin.name))


def _tell_essentials(protocol: Protocol) -> None:
    """Say which texts are ours and no board's, what is open until a decision, what is not there."""
    if is_adopted(protocol):
        lacking = [found.question for found in missing_in(protocol)]
        if lacking:
            talk(speak("The text of the board does not answer these; the school can add it:"))
        for question in lacking:
            _listed(question)
        _tell_accepted(protocol)
        return
    named = labels(protocol)
    own = [named[e.anchor] for e in protocol.facts.provenance if e.choice == STANDARD]
    if own:
        text = speak("No board's words but our own short text, to be read well: {places}.")
        talk(text.format(places=", ".join(own)))
    facts = [speak(_FACTS[name]) for name in open_facts(protocol.facts)] if own else []
    if facts:
        text = speak("Open until it is decided, on the cover: {facts}.")
        talk(text.format(facts=", ".join(facts)))


def _tell_accepted(protocol: Protocol) -> None:
    """Say what the board let stand in its text, so that a school takes none of it unseen."""
    named = labels(protocol)
    odd = protocol.facts.accepted
    if odd:
        talk(speak("Odd in the text of the board, which let it stand. Look whether you do too:"))
    told = {(p.code.name, p.anchor): p.message(speak) for p in check_protocol(protocol)}
    anywhere = {name: said for (name, _), said in reversed(told.items())}
    for found in odd:
        where = named.get(found.anchor, speak("the whole text"))
        whole = "" if found.anchor else anywhere.get(found.code, "")
        said = told.get((found.code, found.anchor), whole)
        _listed(" ".join(filter(None, (f"{where}:", said, found.reason))))


def _tell_odd(made: Made, setting: Setting) -> None:
    """Say what is odd in wordings that were taken, and which names of somebody else are left."""
    protocol = made.protocol
    if not is_adopted(protocol):
        _tell_list(*odd_lines(protocol, _sources(made, setting)))
    whole = made.merges or ((protocol.facts.based_on,) if is_adopted(protocol) else ())
    parts = (entry.source.organisation for entry in protocol.facts.provenance)
    for slug in dict.fromkeys((*whole, *sorted(filter(None, parts)))):
        if source := setting.protocol(made.subject, slug):
            if slug in whole:
                _tell_list(*record_lines(protocol, source))
                _tell_list(*date_lines(protocol, source))
            _tell_list(*name_lines(protocol, source))
    _tell_list(*rest_lines(protocol))


def _tell_list(head: str, items: Sequence[str]) -> None:
    if items:
        talk(head)
    for item in items:
        _listed(item)


def _tell_terms(made: Made) -> None:
    """Say in which clauses a word was exchanged, and which things still have several names."""
    protocol = made.protocol
    if made.changed:
        named = labels(protocol)
        text = speak("One word for one thing, as you chose; not to the letter any more: {places}.")
        talk(text.format(places=", ".join(named[anchor] for anchor in made.changed)))
    for mixed in () if is_adopted(protocol) else mixed_terms(protocol):
        counts = ", ".join(f"‘{form}’ ({number}×)" for form, number in mixed.counts)
        talk(speak("These stand beside each other for one thing: {counts}.").format(counts=counts))


def _tell_reader(made: Made) -> None:
    """Say which clauses speak to the reader, and in which form: those to rewrite, where known."""
    named = labels(made.protocol)
    places: dict[str, list[str]] = {}
    for one in reader_forms(made.protocol):
        place = f"{named[one.passage.anchor]} (‘{one.words}’)"
        places.setdefault(one.form, []).append(place)
    if made.speaks:
        text = speak("These speak to the reader in another form than you chose. Rewrite: {places}.")
        places.pop(made.speaks, None)
    else:
        text = speak("These speak to the reader with ‘{form}’: {places}.")
    for form, found in places.items():
        talk(text.format(form=form, places=", ".join(found)))


def _tell_topics(head: str, topics: Sequence[str]) -> None:
    if topics:
        say(head.format(topics=count(len(topics), _TOPIC, _TOPICS)))
    for topic in topics[:_SHOWN]:
        _listed(topic)
    if len(topics) > _SHOWN:
        _listed(speak("and {count} more").format(count=len(topics) - _SHOWN))


def _titles(made: Made, setting: Setting) -> dict[str, str]:
    """Return what each topic asks."""
    subject = setting.subject(made.subject)
    concordance = subject.concordance if subject else None
    own = {found.key: found.question for found in essentials()}
    return own | {topic.id: topic.title for topic in (concordance.topics if concordance else ())}


def _tell_referring_back(protocol: Protocol, sources: Sequence[Protocol]) -> None:
    """Name the clauses that came without the words before them on which they lean."""
    if is_adopted(protocol):
        return
    named = labels(protocol)
    follows = following(protocol, sources)
    found = {item.anchor: leaning_there(item, follows) for item in addressable(protocol)}
    referring = [f"{named[anchor]} (‘{words}’)" for anchor, words in found.items() if words]
    if referring:
        text = speak("Read these again; they lean on words that may not be here: {places}.")
        talk(text.format(places=", ".join(referring)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A drafted protocol in short: ``taken`` counts the clauses of each organisation, most first.

    ``open_topics`` are the questions on which nobody chose, ``declined`` those left out.
    """

    clauses: int
    taken: tuple[tuple[str, int], ...]
    open_topics: tuple[str, ...]
    declined: tuple[str, ...]


def summarise(protocol: Protocol, others: Iterable[Protocol]) -> Summary:
    """Sum a drafted protocol up; ``others`` give the names of those whose wording was taken."""
    names = {other.slug: organisation_name(other) for other in others}
    entries = protocol.facts.provenance
    own = {clause.anchor for clause in clauses(protocol)}
    sources = {e.anchor: e.source.organisation for e in entries if e.anchor in own}
    counted = Counter(names.get(slug, slug) for slug in sources.values() if slug)
    return Summary(
        clauses=len(own),
        taken=tuple(sorted(counted.items(), key=lambda item: (-item[1], item[0]))),
        open_topics=tuple(e.topic for e in entries if e.anchor and e.topic and not e.choice),
        declined=tuple(e.topic for e in entries if not e.anchor),
    )
