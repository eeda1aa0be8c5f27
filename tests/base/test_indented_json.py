"""JSON in lines is the library's own to the letter."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from protocolkit.base.indented_json import Written, indented_json

_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.tuples(inner) | st.dictionaries(st.text(), inner),
)


@given(_VALUES)
def test_it_is_what_the_library_writes(value: object) -> None:
    assert indented_json(value) == json.dumps(value, ensure_ascii=False, indent=1)


@given(_VALUES)
def test_what_is_written_already_stands_as_if_it_was_not(value: object) -> None:
    written = Written(indented_json(value, depth=2))
    assert indented_json({"a": [written, 1]}) == indented_json({"a": [value, 1]})
