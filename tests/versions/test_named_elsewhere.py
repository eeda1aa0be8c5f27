"""What is said of a version that is not there, without git and with what git says."""

from __future__ import annotations

from pathlib import Path

import pytest

from protocolkit.base.messages import translator
from protocolkit.base.problems import ProtocolkitError
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.document.cover import make_cover
from protocolkit.document.outline import protocol_text
from protocolkit.exchange.record import Record
from protocolkit.paper.docx import write_docx
from protocolkit.paper.shared.extras import Extras
from protocolkit.versions import named
from protocolkit.versions.frozen import freeze
from protocolkit.versions.kept_texts import kept_texts
from protocolkit.versions.named import check_different, open_version, protocol_path

_HEAD = "---\nprotocol:\n  title: Proef\n  organisation: {name: De Brug}\n---\n\n# Proef\n\n"
_PLACE = "protocols/pesten/de-brug.md"


def _text(words: str) -> str:
    return f"{_HEAD}{{#a1}}\n1. {words}\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / _PLACE
    path.parent.mkdir(parents=True)
    path.write_text(_text("De mentor mailt."), "utf-8")
    monkeypatch.setattr(named, "earlier_bytes", lambda *_: None)
    monkeypatch.setattr(named, "is_repository", lambda _: True)
    monkeypatch.setattr(named, "has_revision", lambda *_: False)
    return tmp_path


def _code(name: str, root: Path) -> str:
    with pytest.raises(ProtocolkitError) as caught:
        open_version(name, root)
    return caught.value.problem.code.name


def test_nothing_is_a_version_without_words(root: Path) -> None:
    found = open_version(named.NOTHING, root)
    assert (found.path, found.fingerprint) == (named.NOTHING, "")
    assert protocol_text(found.protocol) == ""
    with pytest.raises(ProtocolkitError) as caught:
        check_different(named.NOTHING, named.NOTHING, root)
    assert caught.value.problem.code.name == "version-nothing"
    check_different(named.NOTHING, _PLACE, root)


def test_two_names_of_one_file_are_one_version(root: Path) -> None:
    for other in ("pesten/de-brug", str(root / _PLACE), _PLACE):
        with pytest.raises(ProtocolkitError) as caught:
            check_different(_PLACE, other, root)
        assert caught.value.problem.code.name == "version-twice"
    check_different(_PLACE, "pesten/weg", root)
    check_different("pesten/niet", "pesten/weg", root)


def test_a_name_that_leads_nowhere_is_missing(root: Path) -> None:
    for name in ("weg.md", "pesten/weg", "@mei", f"{_PLACE}@", "weg/x.md@mei", "protocols/pesten"):
        assert _code(name, root) == "version-missing"
    with pytest.raises(ProtocolkitError) as caught:
        protocol_path("pesten/weg", root)
    assert caught.value.problem.code.name == "file-missing"
    assert protocol_path("pesten/de-brug", root) == (root / _PLACE).resolve()


def test_what_git_says_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _code(f"{_PLACE}@mei", root) == named.VERSION_UNKNOWN.name
    monkeypatch.setattr(named, "has_revision", lambda *_: True)
    assert _code(f"{_PLACE}@mei", root) == named.VERSION_WITHOUT_FILE.name
    monkeypatch.setattr(named, "is_repository", lambda _: False)
    assert _code(f"{_PLACE}@mei", root) == named.VERSION_NO_GIT.name
    content = _text("De mentor belt.").encode()
    monkeypatch.setattr(named, "earlier_bytes", lambda *_: content)
    found = open_version(f"{_PLACE}@mei", root)
    assert "belt" in protocol_text(found.protocol)


def test_kept_versions_are_found_by_their_name_and_told_with_their_day(root: Path) -> None:
    freeze(root, root / _PLACE, "2026-1", "2026-03-04")
    kept = open_version(f"{_PLACE}@2026-1", root)
    assert "mailt" in protocol_text(kept.protocol)
    here = open_version(_PLACE, root).protocol
    assert [(one.name, one.date) for one in kept_texts(root, here)] == [("2026-1", "2026-03-04")]
    elsewhere = root / "nieuw.md"
    elsewhere.write_text(_text("Anders."), "utf-8")
    assert kept_texts(root, open_version("nieuw.md", root).protocol) == ()


_UNTOLD = """---
protocol:
  title: Proef
  organisation: {name: Bureau De Brug, kind: bureau, aliases: [De Brug]}
---

# Proef

{#h .toelichting short=Kort}
## Wat wij samen doen

{#a1}
De mentor mailt.
"""


def test_a_file_that_we_made_is_the_text_that_it_was_made_of(tmp_path: Path) -> None:
    """No page says the kind of an organisation or its other names, so neither changed."""
    (tmp_path / "oud.md").write_text(_UNTOLD, "utf-8")
    old = open_version("oud.md", tmp_path)
    cover, translate = make_cover(old.protocol, translator("nl")), translator("nl")
    extras = Extras(record=Record(protocol=old.protocol))
    made = write_docx(old.protocol, cover, translate, project=None, extras=extras)
    (tmp_path / "nieuw.docx").write_bytes(made)
    new = open_version("nieuw.docx", tmp_path)
    for found in (compare_versions(old, new), compare_versions(new, old)):
        assert (found.changes, found.facts) == ((), ())
    other = _UNTOLD.replace("kind: bureau", "kind: school")
    (tmp_path / "ander.md").write_text(other, "utf-8")
    told = compare_versions(old, open_version("ander.md", tmp_path))
    assert [fact.fact for fact in told.facts] == ["organisation.kind"], "of a file that tells it"
