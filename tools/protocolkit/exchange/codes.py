"""The problems of a JSON document that is no protocol, each declared once.

``place`` is the path inside the document: ``parts[0].blocks[1].content``.
"""

from __future__ import annotations

from protocolkit.base.problems import error

JSON_SYNTAX = error(
    "json-syntax",
    "A file is not valid JSON",
    "the JSON cannot be read here.",
    "Check the commas, quotes and brackets on this line and the one above.",
)
JSON_TOO_DEEP = error(
    "json-too-deep",
    "A JSON file is nested too deeply",
    "this file holds lists inside lists inside lists, far deeper than any protocol.",
    "Check whether this is the right file.",
)
JSON_DUPLICATE_KEY = error(
    "json-duplicate-key",
    "A key stands twice in a JSON object",
    "'{key}' stands twice in one object.",
    "Keep one of the two.",
)
JSON_VERSION = error(
    "json-version",
    "A JSON file is not a protocol of a known version",
    "this is not a protocol in version {known} of the exchange format (found: '{found}').",
    "Make it with 'protocol export'. What belongs in it: protocol export --schema protocol.",
)
JSON_SHAPE = error(
    "json-shape",
    "A value in a JSON file has the wrong shape",
    "at '{place}' there must be {expected}.",
    "Compare with the schema: protocol export --schema protocol.",
)
JSON_MISSING = error(
    "json-missing",
    "A key is missing in a JSON file",
    "at '{place}' the key '{key}' is missing.",
    "Add it. What belongs there is in the schema: protocol export --schema protocol.",
)
JSON_UNKNOWN_KEY = error(
    "json-unknown-key",
    "A key in a JSON file is not known",
    "at '{place}' the key '{key}' is not known.",
    "Known are: {known}.",
)
JSON_CHOICE = error(
    "json-choice",
    "A value in a JSON file is not possible",
    "'{value}' at '{place}' is not possible.",
    "Choose one of: {known}.",
)
JSON_CHARACTER = error(
    "json-character",
    "A text in a JSON file holds half a character",
    "the text at '{place}' holds half a character, which no file can keep.",
    "Make the file again with the program that it came from.",
)
JSON_ANCHOR_TWICE = error(
    "json-anchor-twice",
    "An anchor is used twice in a JSON file",
    "the anchor '{anchor}' at '{place}' is used before, at '{first}'.",
    "Give one of the two another name.",
)
JSON_ANCHOR_RETIRED = error(
    "json-anchor-retired",
    "A retired anchor is used again in a JSON file",
    "the anchor '{anchor}' at '{place}' was retired and may not come back.",
    "Give this text a new name.",
)
JSON_NOTE_MISSING = error(
    "json-note-missing",
    "A JSON file calls a footnote that it does not hold",
    "footnote '{label}' is called at '{place}', but is not among the notes.",
    "Add it to 'notes', or remove the mark.",
)
JSON_ROW_LENGTH = error(
    "json-row-length",
    "A row of a table in a JSON file has the wrong length",
    "cells in the row at '{place}': {found}; in the head of the table: {wanted}.",
    "Give every row as many cells as the head.",
)
JSON_NOT_MARKDOWN = error(
    "json-not-markdown",
    "A JSON file holds what a protocol file cannot hold",
    "what stands at '{place}' would be read back otherwise from a protocol file.",
    "Compare with the export of a protocol that has the same there: markers, links and spaces "
    "have one form.",
)
