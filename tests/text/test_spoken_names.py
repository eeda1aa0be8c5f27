"""Who is named in what people say, also where a sentence begins with the name."""

from __future__ import annotations

import pytest

from protocolkit.text.spoken_names import spoken_names


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("De heer Jan Jansen vroeg hierom.", ("De heer Jan Jansen",)),
        ("De heer Bakker vroeg hierom.", ("De heer Bakker",)),
        ("Mevrouw De Wit vroeg hierom.", ("Mevrouw De Wit",)),
        ("De raad zegt nee, aldus De Raad.", ()),
        ("Volgens De Ouderraad kan dit.", ()),
        ("Piet vraagt wie er belt.", ("Piet",)),
        ("Jan de Wit vindt dit te laat.", ("Jan de Wit",)),
        ("Iedereen vindt dit te laat.", ()),
        ("De heerlijkheid Bakker.", ()),
    ],
)
def test_who_is_named(text: str, named: tuple[str, ...]) -> None:
    assert spoken_names(text) == named
