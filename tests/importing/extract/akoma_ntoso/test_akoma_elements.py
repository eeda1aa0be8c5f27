"""Elements of Akoma Ntoso by their names, in whatever namespace they stand."""

from __future__ import annotations

from lxml import etree

from protocolkit.importing.extract.akoma_ntoso.elements import child, children, name_of

_TREE = etree.fromstring(
    '<act xmlns:x="urn:x"><num>1</num><x:heading>Hek</x:heading><p>Een</p><num>2</num></act>'
)


def test_the_children_of_some_names_come_in_order() -> None:
    assert [one.text for one in children(_TREE, "num")] == ["1", "2"]
    assert [one.text for one in children(_TREE, "heading", "num")] == ["1", "Hek", "2"]
    assert list(children(_TREE)) == []


def test_the_first_child_of_a_name_is_found() -> None:
    first = child(_TREE, "num")
    assert first is not None
    assert (first.text, name_of(first)) == ("1", "num")
    assert child(_TREE, "b") is None
