"""Looking for an alias only where one can begin finds every one that parsing finds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml.error import YAMLError

from protocolkit.reading import yaml_nodes
from protocolkit.reading.yaml_nodes import first_alias

_YAML = st.text("ab*&:,-[]{}?!|>'\" \t\n", max_size=24)


@given(_YAML)
def test_no_alias_is_missed(text: str) -> None:
    try:
        node = yaml_nodes.composed(text)
    except (YAMLError, ValueError, RecursionError):
        return
    if node is None:
        assert first_alias(text) is None
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_nodes, "MAY_BE_ALIAS", _Anything())
        wanted = first_alias(text)
    assert first_alias(text) == wanted


class _Anything:
    def search(self, _text: str) -> bool:
        return True


@pytest.mark.parametrize(
    "text", ["a: &x 1\nb: *x", "a: [&x 1,*x]", "&x a: 1\n*x : 2", "- &x 1\n- *x"]
)
def test_an_alias_is_found(text: str) -> None:
    assert first_alias(text) is not None


@pytest.mark.parametrize("text", ["a: inlever*", "a: '*toets'", 'a: ["*toets", b*]'])
def test_a_star_at_a_word_is_none(text: str) -> None:
    assert yaml_nodes.MAY_BE_ALIAS.search(text) is None
    assert first_alias(text) is None
