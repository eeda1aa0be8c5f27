"""Where the public finds this website: the ``html_baseurl`` of its configuration, if it is one."""

from __future__ import annotations

import posixpath

from sphinx.config import Config

from protocolkit.site.engine.addresses import address

_SCHEMES = ("https://", "http://")
# What stands on paper, and what a small QR code holds.
_LONGEST = 300


def public_address(config: Config, page: str) -> str:
    """Return the whole address of a page, "" when nobody could go there from paper.

    That is so where the configuration names no address of the web, or one that is too long.
    """
    site = str(config.html_baseurl)
    whole = posixpath.join(site, address(page))
    is_fit = site.startswith(_SCHEMES) and len(whole) <= _LONGEST and not set(" \t\n") & set(site)
    return whole if is_fit else ""
