"""The parts of a Word file, as a test looks at them."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from lxml import etree


def part_of(file: bytes, name: str) -> Any:
    """Return a part of a Word file, such as ``document.xml``."""
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        return etree.fromstring(package.read(f"word/{name}"))
