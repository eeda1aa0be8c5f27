"""Links to a file that could not be made are taken out of the pages that already have them.

Paper is made while Sphinx writes pages, so whether a file is there is known when they are done. A
page that lost a link is written again by the next build, which may have the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from posixpath import relpath

from protocolkit.base.files import bytes_or_nothing, write_text


def without_links(page: str, addresses: Iterable[str], text: str) -> str:
    """Return a page's HTML without links to some addresses; both are from the site's root.

    >>> without_links("a/b.html", ["d/x.pdf"], '<p><a href="../d/x.pdf">PDF</a> <a>W</a></p>')
    '<p><a>W</a></p>'
    """
    for address in addresses:
        there = relpath(address, Path(page).parent.as_posix())
        begin = rf'<a\b[^<>]*\bhref="{re.escape(there)}(?:[?#][^"<>]*)?"[^<>]*>'
        # A theme may set the words of a link apart.
        text = re.sub(rf"{begin}(?:[^<]|<(?!/?a\b)[^<>]*>)*</a> ?", "", text)
    return text


def take_links_away(site: Path, addresses: Iterable[str]) -> tuple[str, ...]:
    """Take the links to some addresses out of every page of a site; return the changed pages."""
    gone, changed = tuple(addresses), []
    if not gone:
        return ()
    for path in sorted(site.rglob("*.html")):
        page = path.relative_to(site).as_posix()
        before = bytes_or_nothing(path, site).decode("utf-8", "replace")
        after = without_links(page, gone, before)
        if after != before:
            write_text(path, after)
            changed.append(page)
    return tuple(changed)
