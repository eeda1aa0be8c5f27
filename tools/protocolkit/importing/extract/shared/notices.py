"""What is told of a whole file, whatever kind of file it is."""

from __future__ import annotations

from protocolkit.base.messages import mark

OURS = mark("Cover and contents were left out: this program made them.")
CONTENTS = mark("The table of contents was left out.")
