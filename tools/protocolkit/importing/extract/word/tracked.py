"""What Word keeps track of: words that were deleted or moved away are no text, and say why."""

from __future__ import annotations

from protocolkit.importing.extract.word.package import W
from protocolkit.reading.words_left_out import LeftOutReason

GONE_REASONS = {"del": LeftOutReason.DELETED, "moveFrom": LeftOutReason.MOVED}
"""Why what stands in such an element is gone, by its name without the namespace."""

GONE = tuple(f"{W}{name}" for name in GONE_REASONS)
"""The same elements by their tags."""
