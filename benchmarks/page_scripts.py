"""How much of our own scripts each kind of page loads, as gzip sends it.

Usage: python benchmarks/page_scripts.py SITE   (a folder that ``protocol build`` made)

Of every page the scripts that it names are added up, Sphinx's and the theme's left out, and so are
data. Printed: the heaviest page of each set of scripts, against the limit that a test holds.
"""

from __future__ import annotations

import gzip
import sys
from functools import cache
from pathlib import Path

from bs4 import BeautifulSoup

from seeds import ROOT

MOST_PER_PAGE = 30_000
"""Bytes of our scripts that a page may load, gzipped."""
_OURS = {path.name for path in (ROOT / "templates" / "html" / "static").glob("*.js")}


def script_sizes(site: Path) -> dict[str, int]:
    """Return, by the address of a page, how many bytes of our scripts it loads, gzipped."""
    return {
        path.relative_to(site).as_posix(): sum(_packed(script) for script in _scripts(path))
        for path in sorted(site.rglob("*.html"))
    }


def _scripts(page: Path) -> set[Path]:
    soup = BeautifulSoup(page.read_bytes(), "lxml")
    named = {str(tag["src"]).partition("?")[0] for tag in soup.select("script[src]")}
    found = {(page.parent / name).resolve() for name in named if "//" not in name}
    return {path for path in found if path.name in _OURS}


@cache
def _packed(script: Path) -> int:
    return len(gzip.compress(script.read_bytes(), 6))


def main(site: Path) -> None:
    """Print the heaviest page of each size, the heaviest first."""
    sizes = script_sizes(site)
    for size in sorted(set(sizes.values()), reverse=True):
        pages = [page for page, found in sizes.items() if found == size]
        print(
            f"{size / 1000:6.1f} kB of {MOST_PER_PAGE / 1000:.0f}: {pages[0]}, {len(pages)} in all"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
