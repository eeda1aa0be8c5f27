"""The problems that reading can find, each declared once."""

from __future__ import annotations

from protocolkit.base.problems import error, warning

YAML_SYNTAX = error(
    "yaml-syntax",
    "The settings are not valid YAML",
    "the YAML cannot be read here: {reason}.",
    "Check the indentation, the colons and the quotes on this line and the one above.",
)
MERGE_CONFLICT = error(
    "merge-conflict",
    "Git left two versions of some lines in a file",
    "two people changed the same lines, and git left both here, between '<<<<<<<' and '>>>>>>>'.",
    "Keep what is right of the two, and remove the lines with '<<<<<<<', '=======' and '>>>>>>>'. "
    "Is it about a decision? Look at the paper of the council.",
)
YAML_ALIAS = error(
    "yaml-alias",
    "YAML aliases are not allowed",
    "an alias (*{name}) stands here.",
    "Write the value out in full.",
)
YAML_SHAPE = error(
    "yaml-shape",
    "A setting has the wrong shape",
    "'{key}' must be {expected}.",
    "Compare with the example in docs/gebruik/bronformaat.md.",
)
YAML_UNKNOWN_KEY = error(
    "yaml-unknown-key",
    "A setting is not known",
    "'{key}' is not a known setting here.",
    "Known are: {known}.",
)
YAML_DUPLICATE_KEY = error(
    "yaml-duplicate-key",
    "A setting stands twice",
    "'{key}' stands here for the second time.",
    "Keep one of the two.",
)
YAML_CHOICE = error(
    "yaml-choice",
    "A setting has an unknown value",
    "'{value}' is not a possible value of '{key}'.",
    "Choose one of: {known}.",
)
FRONT_MATTER_MISSING = error(
    "front-matter-missing",
    "The settings at the top are missing",
    "the file does not begin with settings between two lines '---'.",
    "Copy the block at the top of another protocol and fill it in.",
)
ORGANISATION_MISSING = error(
    "organisation-missing",
    "No organisation is named",
    "the settings do not say whose protocol this is.",
    "Add 'organisation: {{name: ...}}' under 'protocol:'.",
)
STATUS_OUTSIDE = error(
    "status-outside",
    "The status stands where it is not read",
    "'{key}' stands outside the settings under 'protocol:', where it is not read.",
    "Put it under 'protocol:', indented like the lines there.",
)
STATUS_UNREADABLE = error(
    "status-unreadable",
    "A protocol is not on the site, because its status cannot be read",
    "this document stays off the website: it may be a draft.",
    "Correct the settings at the top of the file.",
)
BAD_DATE = error(
    "bad-date",
    "A date is not a date",
    "'{value}' is not a date.",
    "Write year-month-day, for example 2020-03-04; 2020-03 and 2020 are fine too.",
)
TITLE_MISSING = error(
    "title-missing",
    "The title is missing",
    "there is no title: a line that begins with '# '.",
    "Add it. If the document has none of its own, also set 'title_supplied: true'.",
)
TITLE_NOT_FIRST = warning(
    "title-not-first",
    "Text stands before the title",
    "the title stands below other text.",
    "Move the title to the top of the text.",
)
TITLE_TWICE = warning(
    "title-twice",
    "There is a second title",
    "a second heading of the highest level stands here.",
    "Use '## ' for a chapter; only the title has one '#'.",
)
TITLE_DIFFERS = warning(
    "title-differs",
    "Two different titles",
    "the settings say '{settings}', the text says '{text}'.",
    "Make them equal; the text is what is printed.",
)
LEVEL_SKIPPED = warning(
    "level-skipped",
    "A heading level is skipped",
    "this heading is of level {level}, the one above it of level {above}.",
    "Use one '#' more than the heading above it, not two.",
)
TOO_DEEP = error(
    "too-deep",
    "Lists lie too deep in each other",
    "lists lie in lists here, more than {limit} deep; what lies deeper is not read.",
    "Write the text with fewer levels.",
)
ANCHOR_MISSING = error(
    "anchor-missing",
    "An anchor is missing",
    "this text has no anchor; '{anchor}' is used for now.",
    "Write a line such as {{#{anchor}}} above it, with a blank line before that.",
)
ANCHOR_BAD = error(
    "anchor-bad",
    "An anchor has an impossible form",
    "'{anchor}' cannot be an anchor.",
    "Use at most 36 small letters, digits and single hyphens, a letter first: art-3-1.",
)
ANCHOR_TWICE = error(
    "anchor-twice",
    "An anchor is used twice",
    "the anchor '{anchor}' is used twice (first on line {first}).",
    "Give one of the two another name.",
)
ANCHOR_RETIRED = error(
    "anchor-retired",
    "A retired anchor is used again",
    "the anchor '{anchor}' was retired and may not come back.",
    "Give this text a new name.",
)
ATTRIBUTE_UNKNOWN = warning(
    "attribute-unknown",
    "Part of an anchor line is not known",
    "'{name}' means nothing here.",
    "Known are the kinds of text ({known}), short=, style= and marker=.",
)
ATTRIBUTE_SWALLOWED = error(
    "attribute-swallowed",
    "An anchor line became part of the text",
    "'{text}' is printed as text.",
    "Put a blank line above it.",
)
ITEM_SWALLOWED = warning(
    "item-swallowed",
    "A numbered item became part of the text above it",
    "'{text}' looks like an item of its own, but belongs to the text above it.",
    "Put a blank line above it.",
)
POINTS_AS_TEXT = warning(
    "points-as-text",
    "Points a, b became part of the text",
    "'{text}' looks like a point, but is printed as part of the text.",
    "Write points as 1., 2. with a line {{style=lower-alpha}} and a blank line above them.",
)
BLOCK_AS_TEXT = warning(
    "block-as-text",
    "Something that protocols do not have is printed as text",
    "'{text}' has no meaning in a protocol; it is printed as it stands.",
    "Write it as paragraphs, items or a table.",
)
SYNTAX_AS_TEXT = warning(
    "syntax-as-text",
    "Something that protocols do not have is printed as text",
    "'{text}' has no meaning in a protocol; it is printed as it stands.",
    "Remove it, or write it in words.",
)
LINK_REFUSED = warning(
    "link-refused",
    "A link is not allowed",
    "the link to '{target}' leads outside the site and the web; only its words are printed.",
    "Link to a web address, to '#anchor' or to 'other-file.md#anchor'.",
)
NOTE_MISSING = error(
    "note-missing",
    "A footnote is called that does not exist",
    "footnote '{label}' is called here, but is nowhere in the file.",
    "Add a line that begins with [^{label}]: or remove the mark.",
)
NOTE_UNUSED = warning(
    "note-unused",
    "A footnote is never called",
    "footnote '{label}' is not called anywhere in the text.",
    "Put its mark [^{label}] where it belongs.",
)
NOTE_EMPTY = warning(
    "note-empty",
    "A footnote has no text",
    "footnote '{label}' has no text; only its mark is printed.",
    "Write its text after [^{label}]: or remove the note and its mark.",
)
NOTE_TWICE = error(
    "note-twice",
    "A footnote stands twice",
    "footnote '{label}' is defined for the second time; it is kept as '{kept}'.",
    "Give it a mark of its own.",
)
TABLE_UNEVEN = warning(
    "table-uneven",
    "A table row has too many cells",
    "a row of this table has more cells than its head; the table is printed as text.",
    "Give every row as many cells as the head.",
)
CONTROL_CHARACTER = warning(
    "control-character",
    "An invisible character stands in the text",
    "the invisible character {name} stands here; a space is printed instead.",
    "Remove it: it has no meaning in a text.",
)
