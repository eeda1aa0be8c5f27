"""What was recorded of a small correction, or typed as a status, is held beside what was kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from decided import Desk
from protocolkit.checking.corrections import check_corrections
from protocolkit.checking.kept_versions import check_decided_versions
from protocolkit.checking.put_back import check_put_back
from protocolkit.collection import read_document
from protocolkit.document.approvals import Decision
from protocolkit.document.decided_text import as_it_stands


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def _told(desk: Desk) -> list[str]:
    protocol = desk.protocol
    found = (*check_corrections(protocol, desk.root), *check_decided_versions(protocol, desk.root))
    return [one.code.name for one in found]


def _corrected(desk: Desk) -> Path:
    """Record a small correction; return the version with it."""
    desk.adopt_with_consent()
    desk.edit("45 67", "45 68")
    desk.tell()
    (version,) = (desk.root / "versions" / "pesten").glob("*verbeterd*.md")
    return version


def test_a_small_correction_is_what_it_says(desk: Desk) -> None:
    version = _corrected(desk)
    assert _told(desk) == []
    version.unlink()
    assert "correction-not-small" not in _told(desk), "of a version that is gone others tell"
    assert "correction-other-text" not in _told(desk)


def test_a_correction_with_the_code_of_another_text_is_told(desk: Desk) -> None:
    _corrected(desk)
    text = desk.path.read_text("utf-8")
    begin = text.index("corrections:")
    at = text.index("fingerprint:", begin)
    end = text.index("\n", at)
    desk.path.write_text(f"{text[:at]}fingerprint: '2:ffffffffffff'{text[end:]}", "utf-8")
    assert "correction-other-text" in _told(desk)


def test_a_version_that_a_council_got_and_that_is_gone_is_told(desk: Desk) -> None:
    desk.ask()
    assert _told(desk) == []
    (version,) = (desk.root / "versions" / "pesten").glob("*voorgelegd*.md")
    version.unlink()
    assert _told(desk) == ["decided-version-gone"]


def _put_back(desk: Desk) -> list[str]:
    written = read_document(desk.path, desk.root).protocol
    return [one.code.name for one in check_put_back(as_it_stands(written), written)]


def test_a_text_that_was_put_back_is_told_until_it_is_adopted_anew(desk: Desk) -> None:
    desk.adopt_with_consent()
    assert _put_back(desk) == []
    desk.edit("een week", "twee weken")
    desk.ask(sent="2026-04-01", before="2026-04-30")
    desk.decide(Decision.GRANTED, day="2026-04-20")
    desk.adopt(day="2026-04-24")
    assert _put_back(desk) == []
    desk.edit("twee weken", "een week")
    assert _put_back(desk) == ["put-back-unadopted"]


def test_a_status_that_was_typed_over_an_adoption_is_told(desk: Desk) -> None:
    desk.adopt_with_consent()
    desk.edit("status: vastgesteld", "status: concept")
    assert _put_back(desk) == ["status-typed"]


def test_a_status_that_a_later_question_gave_was_not_typed(desk: Desk) -> None:
    desk.adopt_with_consent()
    desk.edit("een week", "twee weken")
    desk.ask(sent="2026-04-01", before="2026-04-30")
    desk.edit("twee weken", "een week")
    assert _put_back(desk) == []
