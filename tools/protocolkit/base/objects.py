"""The shape of what becomes JSON, or what a template is given: names and what stands under them."""

from __future__ import annotations

Object = dict[str, object]
"""An object as JSON has them, before it is written or after it is read."""
