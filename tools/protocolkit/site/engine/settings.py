"""The settings of ``conf.py`` that are ours, each declared once with what it is for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from sphinx.application import Sphinx

from protocolkit.repository_layout import (
    CONTACT_SETTING,
    PROTOCOLS,
    PUBLISHER_SETTING,
    SETTING,
    VERSIONS,
    VERSIONS_SETTING,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A setting: its name, types and default, what Sphinx does when it changes, and its use."""

    name: str
    types: tuple[type, ...]
    default: Any
    rebuild: Literal["env", "html"]
    about: str


PAPER = Setting(
    name="protocolkit_paper",
    types=(bool,),
    default=True,
    rebuild="html",
    about="Whether a website gets PDF and Word files, of protocols, comparisons and templates. "
    "`False` makes a build much shorter.",
)
INCLUDE_DRAFTS = Setting(
    name="protocolkit_include_drafts",
    types=(bool, list, tuple),
    default=(),
    rebuild="env",
    about="Which protocols are shown that are a draft or before a council: `True` for all, or a "
    "list of `subject/organisation`. Nobody sees the others.",
)
FOLDER = Setting(
    name=SETTING,
    types=(str,),
    default=PROTOCOLS,
    rebuild="env",
    about="The folder of protocols, in the source folder. It holds `subject/organisation.md` and "
    "`subject/topics.yml`; nothing else in it becomes a page. Write it as a plain text: commands "
    "read it without running `conf.py`.",
)
VERSIONS_FOLDER = Setting(
    name=VERSIONS_SETTING,
    types=(str,),
    default=VERSIONS,
    rebuild="env",
    about="The folder of versions that `protocol freeze` kept.",
)

PUBLISHER = Setting(
    name=PUBLISHER_SETTING,
    types=(str,),
    default="",
    rebuild="html",
    about="Who publishes the website, as its own page says; `protocol check` asks for it.",
)
CONTACT = Setting(
    name=CONTACT_SETTING,
    types=(str,),
    default="",
    rebuild="html",
    about="Where to ask for a correction: an address of mail or of a page.",
)

SETTINGS = (FOLDER, VERSIONS_FOLDER, INCLUDE_DRAFTS, PAPER, PUBLISHER, CONTACT)
"""All of them, in the order of the reference page."""


def connect(app: Sphinx) -> None:
    """Register the settings."""
    for one in SETTINGS:
        app.add_config_value(
            one.name, default=one.default, rebuild=one.rebuild, types=list(one.types)
        )
