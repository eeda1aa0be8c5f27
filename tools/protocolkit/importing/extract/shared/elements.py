"""An element of XML or HTML, as every reader of such a file hands it on."""

from __future__ import annotations

from typing import Any

# lxml is published without types.
Element = Any
