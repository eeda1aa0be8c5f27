"""The page that says who makes this website and what it does, and the one for a wrong address.

Who publishes it, and where to ask for a correction, come from the configuration
(``protocolkit_publisher``, ``protocolkit_contact``); ``protocol check`` asks for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

from sphinx.application import Sphinx

from protocolkit.base import git
from protocolkit.document.approval_lines import print_date
from protocolkit.paper.shared.lone_page import page_environment
from protocolkit.repository_layout import (
    CONTACT_SETTING,
    DOCUMENT_END,
    PUBLISHER_SETTING,
    SETTING,
)
from protocolkit.site.comparison.pages import Page
from protocolkit.site.engine.addresses import (
    COMPARISON,
    NOT_FOUND,
    about_docname,
    check_docname,
    lately_docname,
    relative,
)
from protocolkit.site.engine.known_histories import known_histories
from protocolkit.site.engine.language import language_of, translate_for
from protocolkit.site.engine.public_address import public_address
from protocolkit.site.engine.whole_site import add_pages, has_search_page

_MAIL = re.compile(r"[^\s@<>]{1,100}@[^\s@<>]{1,200}")


def connect(app: Sphinx) -> None:
    """Make the pages at the end of a build."""
    add_pages(app, _collect_pages)


def contact_address(contact: str) -> str:
    """Return where a contact leads: that of a page or of mail, ``""`` for anything else."""
    if contact.startswith(("https://", "http://")) and not set(contact) & set(' "<>\t\n'):
        return contact
    return f"mailto:{contact}" if _MAIL.fullmatch(contact) else ""


def _collect_pages(app: Sphinx) -> Iterator[Page]:
    translate, templates = translate_for(app.config), page_environment(Path(app.srcdir))
    page, title = about_docname(), translate("About this website")
    changed = git.last_change(Path(app.srcdir), str(app.config[SETTING]), DOCUMENT_END)
    contact = str(app.config[CONTACT_SETTING]).strip()
    has_changes = bool(known_histories(app.env))
    body = templates.get_template("about.html").render(
        t=translate,
        title=title,
        publisher=str(app.config[PUBLISHER_SETTING]).strip(),
        contact=contact,
        contact_url=contact_address(contact),
        changed=print_date(changed, language_of(app.config)),
        check=relative(f"{check_docname()}.html", page),
        lately=relative(f"{lately_docname()}.html", page) if has_changes else "",
    )
    yield page, {"title": title, "body": body}, "page.html"
    # elsewhere its address is that of a folder, in which no server looks for it
    if app.builder.get_target_uri(NOT_FOUND) == f"{NOT_FOUND}.html":
        yield _not_found(app)


def _not_found(app: Sphinx) -> Page:
    """Return the page for an address that is not there; its links hold from any folder.

    A server shows it in the place of any page, so they are whole where the address of the website
    is known, and otherwise begin at the root of the server.
    """
    translate, templates = translate_for(app.config), page_environment(Path(app.srcdir))
    root = public_address(app.config, "") or "/"
    title = translate("This page is not here")
    search = "search.html" if has_search_page(app) else ""
    places = {"begin": "index.html", "search": search, "compare": f"{COMPARISON}/index.html"}
    links = {n: urljoin(f"{root.rstrip('/')}/", place) for n, place in places.items() if place}
    body = templates.get_template("404.html").render(t=translate, title=title, links=links)
    return NOT_FOUND, {"title": title, "body": body, "is_unlisted": True}, "page.html"
