"""How far from a citation another text or article still says what it is about."""

from __future__ import annotations

from protocolkit.references.citations import find_citations


def _found(text: str) -> list[tuple[str, str, bool]]:
    return [(one.number, one.member, one.is_external) for one in find_citations(text)]


def test_a_law_counts_within_a_hundred_and_twenty_signs() -> None:
    near = f"artikel 3{' ' * 117}Wms"
    far = f"artikel 3{' ' * 118}Wms"
    assert _found(near) == [("3", "", True)]
    assert _found(far) == [("3", "", False)]


def test_a_law_before_it_counts_as_far() -> None:
    assert _found(f"de Wms{' ' * 117}artikel 3") == [("3", "", True)]
    assert _found(f"de Wms{' ' * 118}artikel 3") == [("3", "", False)]


def test_a_member_that_is_joined_to_an_article_is_none_of_ours() -> None:
    assert _found("artikel 3, lid 2 en lid 4 van de school") == [("3", "2", False)]
