"""Akoma Ntoso comes back to the same words, anchors and facts; hostile files are refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given

from akn_files import AKN, imported_akn, opened_akn
from akn_schema import schema_errors
from examples import examples
from protocolkit.base.location import NOWHERE
from protocolkit.base.messages import translator
from protocolkit.base.problems import ProtocolkitError
from protocolkit.document.facts import Facts
from protocolkit.document.model import Paragraph, Protocol
from protocolkit.document.outline import clauses, protocol_tokens, sections
from protocolkit.document.richtext import RichText, plain
from protocolkit.exchange.akn_writer import protocol_to_akn
from protocolkit.importing.kind_of_file import (
    FileKind,
    find_kind,
    import_opened,
    look_at,
)
from protocolkit.importing.structure.found_facts import Wishes
from seeds import SLUGS, protocol
from strategies import protocols

_DUTCH = translator("nl")


def _as_recorded(facts: Facts) -> Facts:
    """Return facts as a confirmed record gives them: no oddities accepted, a source of its own."""
    return replace(facts, accepted=(), source=replace(facts.source, file="bron/bron.txt"))


@pytest.mark.parametrize("slug", SLUGS)
def test_a_seed_comes_back_whole(slug: str) -> None:
    seed = protocol(slug)
    opened = opened_akn(protocol_to_akn(seed, _DUTCH))
    told = look_at(opened)
    assert (told.organisation, told.subject, told.slug) == (
        seed.facts.organisation.name,
        "sociale-media",
        slug,
    )
    again = import_opened(opened, Wishes(takes_record=True)).protocol
    assert protocol_tokens(again) == protocol_tokens(seed)
    assert (again.parts, again.notes, again.title) == (seed.parts, seed.notes, seed.title)
    assert _as_recorded(again.facts) == _as_recorded(seed.facts)


@examples(60)
@given(protocols())
def test_every_protocol_comes_back_to_the_same_words(drawn: Protocol) -> None:
    assume(protocol_tokens(drawn))
    again = imported_akn(protocol_to_akn(drawn, _DUTCH), Wishes(takes_record=True)).protocol
    assert protocol_tokens(again) == protocol_tokens(drawn)
    assert [one.anchor for one in clauses(again)] == [one.anchor for one in clauses(drawn)]
    assert [one.anchor for one in sections(again)] == [one.anchor for one in sections(drawn)]


def test_what_no_cover_shows_waits_for_a_person() -> None:
    seed = protocol("cvo-baarn-soest")
    content = protocol_to_akn(
        replace(seed, facts=replace(seed.facts, replaces="", retired=("weg-1",))), _DUTCH
    )
    unconfirmed = imported_akn(content)
    assert unconfirmed.protocol.facts.retired == ()
    assert unconfirmed.protocol.facts.dated == "2019-05", "the cover says it"
    assert unconfirmed.protocol.facts.approvals, "the cover says it"
    said = " ".join(one.in_words(_DUTCH) for one in unconfirmed.source.notices)
    assert "weg-1" in said
    assert "--from-record" in said
    assert imported_akn(content, Wishes(takes_record=True)).protocol.facts.retired == ("weg-1",)


def test_words_that_somebody_hid_in_the_cover_are_text() -> None:
    content = protocol_to_akn(protocol("verkruisen"), _DUTCH)
    secret = b"<coverPage><p>Ouders betalen elke maand vijf euro.</p>"
    again = imported_akn(content.replace(b"<coverPage>", secret)).protocol
    assert plain(_first(again)).startswith("Ouders betalen")


def _first(found: Protocol) -> RichText:
    block = next(iter(clauses(found))).blocks[0]
    assert isinstance(block, Paragraph)
    return block.content


def test_of_an_edited_file_the_text_counts_and_new_clauses_get_names() -> None:
    seed = protocol("oponoa")
    content = protocol_to_akn(seed, _DUTCH).decode()
    before = '<paragraph eId="art-3-1-3"'
    assert before in content
    added = "<paragraph><num>2a.</num><content><p>Een nieuw lid.</p></content></paragraph>"
    again = imported_akn(content.replace(before, added + before).encode()).protocol
    new = [one for one in clauses(again) if one.marker == "2a."]
    assert len(new) == 1
    others = [one.anchor for one in clauses(again) if one is not new[0]]
    assert others == [one.anchor for one in clauses(seed)]
    assert new[0].anchor not in others


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b'<!DOCTYPE x [<!ENTITY a "b">]><akomaNtoso>&a;</akomaNtoso>', "import-unsafe-xml"),
        (
            b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><akomaNtoso>&a;</akomaNtoso>',
            "import-unsafe-xml",
        ),
        (b'<!DOCTYPE x SYSTEM "http://x.invalid/x.dtd"><akomaNtoso/>', "import-unsafe-xml"),
        (
            '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'.encode("utf-16"),
            "import-unsafe-xml",
        ),
        (b"<akomaNtoso><act>", "import-damaged"),
        (b"<rekening><regel>vijf</regel></rekening>", "import-unknown-kind"),
        (f'<akomaNtoso xmlns="{AKN}"><act/></akomaNtoso>'.encode(), "import-empty"),
    ],
)
def test_what_is_unsafe_or_something_else_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(ProtocolkitError) as stopped:
        imported_akn(content, Wishes(organisation="De school"))
    assert stopped.value.problem.code.name == code


def test_a_file_of_a_newer_protocolkit_is_refused_and_a_damaged_record_is_said() -> None:
    content = protocol_to_akn(protocol("verkruisen"), _DUTCH)
    with pytest.raises(ProtocolkitError) as stopped:
        opened_akn(content.replace(b'"version": 1', b'"version": 99'))
    assert stopped.value.problem.code.name == "format-newer"
    damaged = imported_akn(content.replace(b'{"$schema"', b'{"schema'))
    assert protocol_tokens(damaged.protocol)
    assert any("beschadigd" in one.in_words(_DUTCH) for one in damaged.source.notices)


def test_it_is_known_by_its_end_or_by_its_beginning() -> None:
    content = protocol_to_akn(protocol("verkruisen"), _DUTCH)
    for name in ("x.xml", "x.akn", "zonder-eind"):
        assert find_kind(Path(name), content, NOWHERE) is FileKind.AKOMA_NTOSO


@pytest.mark.parametrize("slug", SLUGS)
def test_what_came_back_is_written_the_same(slug: str) -> None:
    content = protocol_to_akn(protocol(slug), _DUTCH)
    again = imported_akn(content, Wishes(takes_record=True))
    written = protocol_to_akn(replace(again.protocol, subject="sociale-media", slug=slug), _DUTCH)
    assert schema_errors(written) == []
    body = content.partition(b"<body>")[2]
    assert written.partition(b"<body>")[2] == body
