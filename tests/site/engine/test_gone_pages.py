"""What no longer belongs to the site disappears from it; for that, all that belongs is known."""

from __future__ import annotations

import json
from pathlib import Path

from small_site import site_files

_OF_SPHINX = {".buildinfo", "objects.inv", "search.html", "searchindex.js"}


def test_every_file_of_a_site_is_listed(plain_site: Path) -> None:
    """A page or download that ``addresses`` of ``gone_pages`` does not name would stay for ever."""
    (manifest,) = plain_site.parent.rglob("protocolkit-manifest.json")
    there = {name for name in site_files(plain_site) if not name.startswith("_")}
    assert there - _OF_SPHINX == set(json.loads(manifest.read_text("utf-8")))
