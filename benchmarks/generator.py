"""Protocols of any number of boards, made from the real clauses, with known truth.

A board starts from one of the real protocols, as boards do: it drops clauses, takes others over
from elsewhere, prefers another's wording here and there, splits and joins clauses, moves them,
rewords them with substitutions of its own and adds rules that nobody else has. Every clause that
comes out carries the real sentences that it stems from. The same seed gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise, product
from pathlib import Path
from random import Random

from origins import Piece
from own_texts import OwnText, own_texts
from protocolkit.document.facts import Facts, Organisation
from protocolkit.document.model import Clause, Kind, Paragraph, Protocol, Section
from protocolkit.document.place import Place
from protocolkit.document.richtext import Text
from protocolkit.reading.writer import write_protocol
from rewording import Rewording, choose_rewording, read_substitutions
from seed_clauses import BOARD, SCHOOLS, SeedClause, Seeds

CLAUSES = 45
"""How many clauses a board takes over, give or take :data:`_SPREAD`; its own come on top."""

_SPREAD = 6
_OWN = 5
_KEPT = 0.8
_OTHER_WORDING = 0.25
_REPEATED = 0.1
_SPLIT = 0.1
_JOINED = 0.06
_MOVED = 0.4
_REWORDED = 0.5

_STARTS = """
Wester Ooster Zuider Noorder Hoge Lage Oude Nieuwe Grote Kleine Witte Zwarte Groene Rode
Lange Korte Eiken Beuken Elzen Wilgen Linden Berken Zand Klei Veen Heide Duin Bos Meer Molen
Kerk Brug Sluis Dijk Polder Kwelder Wind Zonne Schaaps Vogel""".split()
_ENDS = """hoven dam dijk veld broek horst loo wijk burg mond drecht kerk haven lande stede water
berg donk oord ade kamp heem wolde rade schoten brink laar voort zijl eind""".split()
_KINDS = (
    ("Openbaar Primair Onderwijs", "OPO"),
    ("Katholiek Onderwijs", "KO"),
    ("Protestants-Christelijk Onderwijs", "PCO"),
    ("Samenwerkende Scholen", "SaS"),
    ("Scholengroep", "SG"),
    ("Bijzonder Onderwijs", "BO"),
)
_SCHOOL_NAMES = """
Regenboog Zandloper Vuurtoren Windroos Kastanje Ooievaar Zwaluw Bolder Ark Hoeksteen
Springplank Vlieger Zeester Wegwijzer Klimop Sterrenwacht Bijenkorf Touwladder""".split()


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """A generated protocol and, for each of its clauses by anchor, what it stems from."""

    slug: str
    protocol: Protocol
    origins: dict[str, tuple[Piece, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Name:
    slug: str
    names: tuple[str, str, str]
    schools: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    """A clause in the making."""

    heading: str
    kind: Kind
    text: str
    pieces: tuple[Piece, ...]


def make_boards(seeds: Seeds, count: int, seed: int) -> Iterator[Board]:
    """Yield that many boards, in the order of their names."""
    names = _names(count, Random(f"{seed} names"))
    own = own_texts(Random(f"{seed} own"))
    substitutions = read_substitutions()
    for name in names:
        rng = Random(f"{seed} {name.slug}")
        rewording = choose_rewording(substitutions, _REWORDED, rng)
        taken = [_draft(clause) for clause in _choose(seeds, rng)]
        drafts = _join(_split(taken, rng), rng)
        yield _board(name, _arrange(drafts, rng), [next(own) for _ in range(_OWN)], rewording, rng)


def write_boards(boards: Iterator[Board], folder: Path) -> list[Board]:
    """Write each board's protocol as ``<slug>.md`` in a folder that must exist; return them."""
    found = []
    for board in boards:
        (folder / f"{board.slug}.md").write_text(write_protocol(board.protocol), "utf-8")
        found.append(board)
    return found


def _choose(seeds: Seeds, rng: Random) -> list[SeedClause]:
    """Choose what a board takes over: most of one protocol, the rest from the others."""
    by_place, partners = seeds.by_place(), seeds.sure_partners()
    base = rng.choice(sorted({name.organisation for name in by_place}))
    size = CLAUSES + rng.randint(-_SPREAD, _SPREAD)
    own = [name for name in by_place if name.organisation == base and rng.random() < _KEPT]
    while len(own) > size:
        own.remove(rng.choice(own))
    chosen: dict[Place, SeedClause] = {}
    for name in own:
        taken = name
        if name in partners and rng.random() < _OTHER_WORDING:
            taken = rng.choice(partners[name])
        chosen[taken] = replace(by_place[taken], heading=by_place[name].heading)
    others = [name for name in by_place if name.organisation != base]
    rng.shuffle(others)
    for name in others:
        is_repeated = any(partner in chosen for partner in partners.get(name, ()))
        if len(chosen) < size and (not is_repeated or rng.random() < _REPEATED):
            chosen.setdefault(name, by_place[name])
    return list(chosen.values())


def _draft(clause: SeedClause) -> _Draft:
    return _Draft(
        heading=clause.heading,
        kind=clause.kind,
        text="".join(clause.sentences).strip(),
        pieces=(Piece(source=clause.place, sentences=tuple(clause.sentences), is_whole=True),),
    )


def _split(drafts: list[_Draft], rng: Random) -> Iterator[_Draft]:
    """Make two clauses of one here and there, between two sentences."""
    for draft in drafts:
        (piece,) = draft.pieces
        if len(piece.sentences) < 2 or rng.random() >= _SPLIT:
            yield draft
            continue
        cut = rng.randrange(1, len(piece.sentences))
        for sentences in (piece.sentences[:cut], piece.sentences[cut:]):
            part = Piece(source=piece.source, sentences=sentences, is_whole=False)
            yield replace(draft, text="".join(sentences).strip(), pieces=(part,))


def _join(drafts: Iterator[_Draft], rng: Random) -> list[_Draft]:
    """Make one clause of two neighbours under one heading here and there."""
    found: list[_Draft] = []
    for draft in drafts:
        last = found[-1] if found else None
        alike = last is not None and (last.heading, last.kind) == (draft.heading, draft.kind)
        if last is not None and alike and rng.random() < _JOINED:
            text = f"{last.text.rstrip(';')} {draft.text}"
            found[-1] = replace(last, text=text, pieces=(*last.pieces, *draft.pieces))
        else:
            found.append(draft)
    return found


def _arrange(drafts: list[_Draft], rng: Random) -> dict[str, list[_Draft]]:
    """Put clauses under their headings; some move within, some headings change places."""
    found: dict[str, list[_Draft]] = {}
    for draft in drafts:
        found.setdefault(draft.heading, []).append(draft)
    for group in found.values():
        if rng.random() < _MOVED:
            rng.shuffle(group)
    headings = list(found)
    for one, other in pairwise(range(1, len(headings))):
        if rng.random() < _MOVED / 2:
            headings[one], headings[other] = headings[other], headings[one]
    return {heading: found[heading] for heading in headings}


def _board(
    name: _Name,
    groups: dict[str, list[_Draft]],
    own: list[OwnText],
    rewording: Rewording,
    rng: Random,
) -> Board:
    extra = [
        _Draft(
            heading="",
            kind=Kind.RULE,
            text=text.text,
            pieces=(
                Piece(source=Place(f"eigen: {text.thing}"), sentences=(text.thing,), is_whole=True),
            ),
        )
        for text in own
    ]
    parts: list[Clause | Section] = []
    origins: dict[str, tuple[Piece, ...]] = {}
    for number, (heading, drafts) in enumerate([*groups.items(), ("Overig", extra)]):
        clauses = []
        for place, draft in enumerate(drafts, start=1):
            anchor = f"deel-{number}-{place}"
            text = _named(rewording.apply(draft.text), name, rng)
            clauses.append(_clause(anchor, place, draft.kind, text))
            origins[anchor] = draft.pieces
        title = _named(rewording.apply(heading), name, rng) or "Vooraf"
        parts.append(
            Section(anchor=f"deel-{number}", level=2, title=(Text(title),), parts=tuple(clauses))
        )
    title = f"Protocol sociale media {name.names[1]}"
    issuer = Organisation(name=name.names[0], aliases=name.names[1:], sector="po")
    facts = Facts(organisation=issuer, title=title)
    protocol = Protocol(facts=facts, title=(Text(title),), parts=tuple(parts), slug=name.slug)
    return Board(slug=name.slug, protocol=protocol, origins=origins)


def _clause(anchor: str, place: int, kind: Kind, text: str) -> Clause:
    blocks = tuple(Paragraph((Text(" ".join(line.split())),)) for line in text.split("\n") if line)
    marker = f"{place}." if kind in (Kind.RULE, Kind.PRINCIPLE) else ""
    if not marker:
        blocks = (Paragraph((Text(" ".join(text.split())),)),)
    return Clause(anchor=anchor, blocks=blocks, marker=marker, kind=kind)


def _named(text: str, name: _Name, rng: Random) -> str:
    """Put a board's names where the real ones stood, now its full name, now another."""
    pieces = text.split(BOARD)
    filled = pieces[0] + "".join(rng.choice(name.names) + piece for piece in pieces[1:])
    return filled.replace(SCHOOLS, name.schools)


def _names(count: int, rng: Random) -> list[_Name]:
    """Return that many boards that do not exist, in the order of their slug."""
    places = [f"{start}{end}" for start, end in product(_STARTS, _ENDS)]
    rng.shuffle(places)
    if count > len(places):
        raise ValueError(f"no more than {len(places)} boards")
    found = []
    for place in places[:count]:
        kind, letters = rng.choice(_KINDS)
        one, other = rng.sample(_SCHOOL_NAMES, 2)
        found.append(
            _Name(
                slug=f"{letters}-{place}".lower(),
                names=(f"Stichting {kind} {place}", f"{kind} {place}", f"{letters} {place}"),
                schools=f"basisschool De {one} en basisschool De {other}",
            )
        )
    return sorted(found, key=lambda name: name.slug)
