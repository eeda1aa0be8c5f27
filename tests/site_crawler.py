"""Every link of a built site, tried: the file is there, and the place in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree, html

_PAGES = ("*.html", "*.xhtml")


@dataclass(slots=True)
class Crawl:
    """How many links within a site were tried, and which are dead."""

    tried: int = 0
    dead: list[str] = field(default_factory=list)


def crawl(site: Path) -> Crawl:
    """Try every address in every page of a site that leads to the site itself."""
    found = Crawl()
    roots = {path.resolve(): _root(path) for end in _PAGES for path in sorted(site.rglob(end))}
    places = {path: _places(root) for path, root in roots.items()}
    for path, root in roots.items():
        for address in _addresses(root):
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                continue
            found.tried += 1
            # A page that stands for any address (404) leads from the root.
            above = site if parts.path.startswith("/") else path.parent
            inside = unquote(parts.path).lstrip("/")
            goal = (above / inside).resolve() if parts.path else path
            if goal.is_dir():
                goal /= "index.html"
            is_there = goal.is_file() and goal.is_relative_to(site.resolve())
            place = unquote(parts.fragment)
            if not is_there or (place and goal in places and place not in places[goal]):
                found.dead.append(f"{path.relative_to(site.resolve())}: {address}")
    return found


def _root(path: Path) -> html.HtmlElement:
    content = path.read_bytes()
    # A book is XML: what is no XML is not readable.
    return etree.fromstring(content) if path.suffix == ".xhtml" else html.fromstring(content)


def _places(root: html.HtmlElement) -> set[str]:
    elements = (one for one in root.iter() if isinstance(one.tag, str))
    return {name for one in elements for key in ("id", "name") if (name := one.get(key))}


def _addresses(root: html.HtmlElement) -> list[str]:
    elements = [one for one in root.iter() if isinstance(one.tag, str)]
    # Sphinx's own layout names a search page to browsers, also where it makes none.
    elements = [one for one in elements if one.get("rel") != "search"]
    keys = ("href", "src", "action")
    return [address for one in elements for key in keys if (address := one.get(key))]
