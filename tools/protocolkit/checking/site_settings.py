"""Whether a website that has an address says who publishes it and where to ask for a correction."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from protocolkit.base.location import Location
from protocolkit.base.problems import Problem, problem, warning
from protocolkit.repository_layout import (
    CONTACT_SETTING,
    PUBLISHER_SETTING,
    given_setting,
    site_address,
)

SITE_UNOWNED = warning(
    "site-unowned",
    "A website does not say who publishes it",
    "the website has an address, and does not say who publishes it or where to report a mistake.",
    "Write in 'conf.py': {setting} = \"…\". It stands on the page about the website.",
)


def check_site_settings(root: Path) -> Iterator[Problem]:
    """Yield what the configuration of a public website does not say yet."""
    if not site_address(root):
        return
    for setting in (PUBLISHER_SETTING, CONTACT_SETTING):
        if not given_setting(root, setting).strip():
            yield problem(SITE_UNOWNED, Location("conf.py"), setting=setting)
