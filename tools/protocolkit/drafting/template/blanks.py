"""Where a board's words hold what another one fills in: names, systems, addresses, functions.

And where they hold what is true of one document only: the number of a clause, a kind of education.
Knows plain text; :mod:`protocolkit.drafting.template.placeholders` puts the placeholders in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from protocolkit.base.remembered import remembered
from protocolkit.document.names import find_names, longest_first
from protocolkit.document.organisations import BOARD_WORDS, SECTORS
from protocolkit.document.place import NO_PLACE, Place
from protocolkit.drafting.template.clause_numbers import clause_numbers
from protocolkit.drafting.template.knowledge import functions, systems
from protocolkit.drafting.template.known_document import SCHOOL, Known
from protocolkit.drafting.template.one_board import (
    SCHOOLS_KEY,
    SCHOOLS_NAME,
    Blank,
    persons_of_one,
    places_of_one,
    schools_of_one,
)
from protocolkit.drafting.template.school_names import school_names
from protocolkit.drafting.template.values import Placeholder, PlaceholderKind
from protocolkit.references.citations import Citation, find_citations
from protocolkit.text.late_patterns import late
from protocolkit.text.sentences import Span, overlaps
from protocolkit.text.words import has_capital

_MAIL = late(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_WEB = late(
    r"(?:https?://|www\.)[^\s<>]*[^\s<>.,;:)]|\b[\w-]+(?:\.[\w-]+)*\.(?:nl|com|org|eu)\b",
    re.IGNORECASE,
)
# A body with a name of its own: 'Directie Onderwijs Team', 'Commissie Sociale Veiligheid'.
_BODY = late(
    r"(?<![.\w] )(?:[A-Z][\w-]+ ){1,3}(?:Team|Bureau|Commissie|Overleg)\b"
    r"|\b(?:Directie|Commissie|Bureau|Dienst|Afdeling)(?: [A-Z][\w-]+){1,3}"
)
_LEAST_IN_ADDRESS = 4

SCHOOLS_JOINED = {"en": SCHOOLS_KEY, "of": f"{SCHOOLS_KEY}-of", "en/of": f"{SCHOOLS_KEY}-en-of"}
"""That key by the word before the last of them: 'De Wal of De Dijk' is not 'De Wal en De Dijk'."""

EDUCATION_KEY = "soort-onderwijs"
"""The key under which a board's kind of education is filled in."""

_EDUCATION = "soort onderwijs"
_KIND_OF_EDUCATION = late(
    rf"(?<=voor )(?:{'|'.join(sector.education for sector in SECTORS)})\b(?! en\b)", re.IGNORECASE
)
_ARTICLE = late(r"(?<!\w)(?:de|het)\s+$", re.IGNORECASE)
# In 'de CVO-scholen' and 'de Lucas scholen' the article is not the name's.
_NOUN = late(
    r"-\w|\s+(?:school|scholen|medewerker|leerling|leraar|leraren|ouder|organisatie"
    rf"|website|account|gebouw|protocol|{'|'.join(BOARD_WORDS)})"
)
# A name that is made shorter at once is one name: 'Stichting X (hierna te noemen: X)'.
_INTRODUCING = late(
    r"\s*(?:\((?:hierna|verder|voortaan)(?:\s+te)?(?:\s+(?:noemen|genoemd|aangeduid\s+als|ook))?\s*:?"
    r"|,\s*(?:hierna|verder)(?:\s+te\s+noemen)?\s*:?|\()\s*[‘'“\"]?",
    re.IGNORECASE,
)
_INTRODUCED = late(r"\s*[’'”\"]?[),]")
_BETWEEN_SCHOOLS = late(r"\s*(?:,|/|&|(?:,\s*)?\b(?:en/of|en|of)\b)\s*", re.IGNORECASE)

_NAMED = frozenset((PlaceholderKind.BOARD, PlaceholderKind.SCHOOL))

Find = Callable[[str], Sequence[Blank]]


def finder(known: Known, functions_left_open: frozenset[str]) -> Find:
    """Return what finds every placeholder in a text of a document; blanks do not overlap.

    ``functions_left_open`` are the functions on which boards differ, in lower case.
    """
    names = known.names
    by_words = {name.lower(): printed for name, printed in reversed(names.items())}
    longest = longest_first(names)
    squeezed = {re.sub(r"\W", "", name).lower() for name in names}

    @cache
    def find(text: str) -> Sequence[Blank]:
        found = [*_addresses(text, squeezed)]
        named = find_names(text, longest)
        found += [_name(text[slice(*span)], span, by_words) for span in named]
        systems_in, of_one, education = _whoever_says(text)
        found += [*systems_in, *_functions(text, functions_left_open)]
        schools = tuple(school_names(text, named, known.guesses))
        found += [_name(text[slice(*span)], span, {}) for span in schools]
        found += of_one
        found += places_of_one(text, [end for _, end in (*named, *schools)])
        found += [*education, *_references(text, known.slug, known.cited)]
        apart = _introduced(text, _apart(found))
        return _in_rows(text, [_with_article(text, blank) for blank in apart])

    return find


@remembered
def _whoever_says(text: str) -> tuple[tuple[Blank, ...], tuple[Blank, ...], tuple[Blank, ...]]:
    """Return what a text leaves open by itself: systems, what is of one board, education."""
    of_one = (*schools_of_one(text), *persons_of_one(text))
    return tuple(_systems(text)), of_one, tuple(_education(text))


@remembered
def function_forms(text: str) -> tuple[tuple[str, str, int, int], ...]:
    """Return every function that a text names: its group, its form in lower case, its place."""
    return tuple(_function_forms(text))


def _function_forms(text: str) -> Iterator[tuple[str, str, int, int]]:
    taken: list[tuple[int, int]] = []
    for match in _BODY.finditer(text):
        taken.append(match.span())
        yield "eigen", match[0].lower(), *match.span()
    for group, pattern in functions():
        for match in pattern.finditer(text):
            if not any(begin < match.end() and match.start() < end for begin, end in taken):
                taken.append(match.span())
                yield group, match[0].lower(), *match.span()


def _name(words: str, span: Span, by_words: Mapping[str, str]) -> Blank:
    printed = by_words.get(" ".join(words.split()).lower(), SCHOOL)
    kind = PlaceholderKind.SCHOOL if printed == SCHOOL else PlaceholderKind.BOARD
    made = Placeholder(key=kind.value, kind=kind, printed=f"[{printed}]", words=words)
    return *span, made


def _addresses(text: str, squeezed: set[str]) -> Iterator[Blank]:
    for match in _MAIL.finditer(text):
        yield _blank(match, "e-mailadres", PlaceholderKind.ADDRESS, "e-mailadres")
    for match in _WEB.finditer(text):
        letters = re.sub(r"\W", "", match[0]).lower()
        if any(len(name) >= _LEAST_IN_ADDRESS and name in letters for name in squeezed):
            yield _blank(match, "website", PlaceholderKind.ADDRESS, "website van de school")


def _systems(text: str) -> Iterator[Blank]:
    for system in systems():
        for match in system.pattern.finditer(text):
            if has_capital(match[0]):
                yield _blank(match, system.key, PlaceholderKind.SYSTEM, system.printed)


def _functions(text: str, left_open: frozenset[str]) -> Iterator[Blank]:
    for _, form, begin, end in function_forms(text):
        if form in left_open:
            words = text[begin:end]
            made = Placeholder(
                key=f"functie-{re.sub(r'[^a-z0-9à-ÿ]+', '-', form).strip('-')}",
                kind=PlaceholderKind.FUNCTION,
                printed=f"[functie: {' '.join(words.split())}]",
                words=words,
            )
            yield begin, end, made


def _education(text: str) -> Iterator[Blank]:
    for match in _KIND_OF_EDUCATION.finditer(text):
        yield _blank(match, EDUCATION_KEY, PlaceholderKind.EDUCATION, _EDUCATION)


def _references(text: str, slug: str, cited: Mapping[str, str]) -> Iterator[Blank]:
    """Yield each number of a clause of the board's own document; another one has another."""
    for citation in _citations(text) if cited else ():
        words = text[citation.start : citation.end]
        if words in cited and not citation.is_external:
            target = cited[words]
            name = re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")
            made = Placeholder(
                key=f"verwijzing-{slug}-{target or name}",
                kind=PlaceholderKind.REFERENCE,
                printed=f"[verwijzing: {' '.join(words.split())}]",
                words=words,
                target=Place(slug, target) if target else NO_PLACE,
            )
            yield citation.start, citation.end, made


@remembered
def _citations(text: str) -> tuple[Citation, ...]:
    return (*find_citations(text), *clause_numbers(text))


def _with_article(text: str, blank: Blank) -> Blank:
    """Return a name with the article before it, which another name may not have."""
    begin, end, placeholder = blank
    article = _ARTICLE.search(text[:begin])
    is_name = placeholder.kind in (PlaceholderKind.BOARD, PlaceholderKind.SCHOOL)
    if not is_name or article is None or _NOUN.match(text[end:]):
        return blank
    return article.start(), end, replace(placeholder, words=text[article.start() : end])


def _introduced(text: str, blanks: Sequence[Blank]) -> Iterator[Blank]:
    """Yield blanks; a name with the shorter one that is introduced behind it is one."""
    rest = list(blanks)
    while rest:
        begin, end, placeholder = rest.pop(0)
        opening = _INTRODUCING.match(text, end)
        are_names = {placeholder.kind, *(b[2].kind for b in rest[:1])} <= _NAMED
        if are_names and opening and rest and rest[0][0] == opening.end():
            closing = _INTRODUCED.match(text, rest[0][1])
            if closing:
                rest.pop(0)
                end = closing.end()
                placeholder = replace(placeholder, words=text[begin:end])
        yield begin, end, placeholder


def _in_rows(text: str, blanks: Iterable[Blank]) -> list[Blank]:
    """Return blanks with several schools in a row as one: elsewhere there are more or fewer."""
    made: list[Blank] = []
    for blank in blanks:
        last = made[-1] if made else None
        if last is not None and _is_row(text, last, blank):
            begin, end = last[0], blank[1]
            made[-1] = (begin, end, _row(text[begin:end], text[last[1] : blank[0]], last[2].key))
        else:
            made.append(blank)
    return made


def _row(words: str, between: str, before: str) -> Placeholder:
    """Return the blank of a row: ``between`` its last two, ``before`` is the key of the others."""
    said = re.sub(r"[\s,]", "", between).lower()
    words_of = {key: word for word, key in SCHOOLS_JOINED.items()}
    # a sign, or 'en' after what was joined by 'of' before, says no more than that
    joined = said if said in ("of", "en/of") else words_of.get(before, "en")
    key = SCHOOLS_JOINED[joined]
    return Placeholder(
        key=key,
        kind=PlaceholderKind.SCHOOL,
        printed=f"[{SCHOOLS_NAME}]" if joined == "en" else f"[{SCHOOLS_NAME}, met ‘{joined}’]",
        words=words,
    )


def _is_row(text: str, last: Blank, blank: Blank) -> bool:
    are_schools = last[2].kind is blank[2].kind is PlaceholderKind.SCHOOL
    return are_schools and _BETWEEN_SCHOOLS.fullmatch(text[last[1] : blank[0]]) is not None


def _blank(match: re.Match[str], key: str, kind: PlaceholderKind, printed: str) -> Blank:
    made = Placeholder(key=key, kind=kind, printed=f"[{printed}]", words=match[0])
    return match.start(), match.end(), made


def _apart(found: Iterable[Blank]) -> list[Blank]:
    """Return blanks in order; of two that overlap the longer one stays, else the first found."""
    kept: list[Blank] = []
    for blank in sorted(found, key=lambda b: b[0] - b[1]):
        if not overlaps(blank[:2], (other[:2] for other in kept)):
            kept.append(blank)
    return sorted(kept, key=lambda blank: blank[0])
