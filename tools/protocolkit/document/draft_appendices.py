"""The fixed words of what stands behind a draft in Word: whose words it has, and what is open.

Whoever prints these appendices takes the words from here; an import knows them by the same words.
"""

from __future__ import annotations

from protocolkit.base.messages import mark

WHOSE = mark("Appendix: whose words these are")
STILL_OPEN = mark("Appendix: what is still open")
TITLES = (WHOSE, STILL_OPEN)
APART = mark(
    "This appendix is no part of the protocol. Remove it before you submit the text. A bar "
    "stands beside what you wrote or changed yourself."
)
"""Stands under the title of each."""
END = mark("This is where an appendix ends that is no part of the protocol.")
"""Is the last line of each: what somebody types after it is text again."""
