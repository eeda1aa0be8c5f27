"""What an extractor may doubt of a span that it hands over as text, each said once."""

from __future__ import annotations

from protocolkit.base.messages import mark

BROKEN_REFERENCE = mark("a reference leads nowhere: Word could not find its number")
STRUCK = mark("a line is drawn through words here: perhaps they no longer count")
FAINT = mark("printed so faintly that it can hardly be read")
UNTOLD = mark("it cannot be told whether a reader sees this")
FOLDED = mark("the words are folded away on the page until a reader opens them")
UNREADABLE = mark("there are signs here of which the file does not say which letters they are")
SCANNED = mark("this page is a scan: a program read its words off a picture, and may be wrong")
ADDED = mark("this was filled in or put on the page afterwards")
NO_TEXT = mark("the file calls words near this line no part of its text: see what was left out")
MADE_BY_STYLE = mark("the style of the page puts words here that are not in its text")
UNSTYLED = mark("the page has a style sheet that we do not have: perhaps it hides words")
ELSEWHERE = mark("the style of the page prints this in another place than where it stands")
FRAMED = mark("a frame is shown here with words of its own: see what was left out")
EMBEDDED = mark("another file is embedded here: perhaps its words belong to the text")
OUTSIDE = mark("another document belongs in the text here, and is not in the file")
COVERED = mark("a shape or a picture lies over the page here: perhaps it covers words")
FIELD = mark("a field of a form stands here: its words are among what was left out")
OVERPRINTED = mark("other words stand in the same place: perhaps neither can be read")
REORDERED = mark("signs here turn the order of the letters: what is seen may read otherwise")
OTHER_CODE = mark("this line was written in another code than the rest: check its accents")
MERGED = mark("cells of this table are merged: check whether all stands in the right column")
TABBED = mark("tabs set these words in columns: a table was made of them")
PICTURED = mark("a picture stands by itself here: perhaps words of the text are in it")
RAISED = mark("raised or lowered signs stand here: perhaps a note, or not part of the number")
UNCOUNTED = mark("the file begins this list at a number that no list has: there is none here")
NO_END = mark("an appendix of a draft begins here of which the end is gone: all of it is text now")
