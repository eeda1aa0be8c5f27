"""What nobody compares is looked at by itself, once as long as its words are the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from protocolkit.base.cache import Cache
from protocolkit.collection import Collection, Subject
from protocolkit.document.model import Protocol
from protocolkit.norms.recognise import protocol_norms
from protocolkit.site.comparison import lone_norms as module
from protocolkit.site.comparison.data import Comparison, make_comparison
from protocolkit.site.comparison.lone_norms import LoneNorms, lone_protocols
from protocolkit.site.engine.compared_subjects import ComparedSubject
from small_boards import board, line_up, topic_line

_MAY, _MUST = "De leerling mag bellen.", "De leerling moet bellen."


def _comparison(*protocols: Protocol) -> Comparison:
    matrix, judgements = line_up(list(protocols), topic_line("telefoon", {"aa": ["a-1"]}))
    subject = Subject(slug="regels", protocols=protocols, concordance=None)
    return make_comparison(ComparedSubject(subject=subject, matrix=matrix, judgements=judgements))


def test_lone_is_what_is_no_column_of_its_own_subject() -> None:
    one, other = board("aa", _MAY), board("voorbeeld", _MAY)
    subject = Subject(slug="regels", protocols=(one, other), concordance=None)
    everything = Collection(root=Path(), subjects=(subject,), problems=())
    assert lone_protocols(everything, [_comparison(one)]) == (other,)
    assert lone_protocols(everything, []) == (one, other)


def test_it_is_worked_out_again_only_when_words_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Protocol] = []

    def noted(protocol: Protocol) -> object:
        asked.append(protocol)
        return protocol_norms(protocol)

    monkeypatch.setattr(module, "protocol_norms", noted)
    for words, wanted in ((_MAY, 1), (_MAY, 0), (_MUST, 1)):
        known, protocol = LoneNorms(Cache(tmp_path)), board("aa", words)
        assert known.has(protocol) is not bool(wanted)
        assert known.of(protocol) == protocol_norms(protocol)
        known.keep()
        assert len(asked) == wanted
        asked.clear()
