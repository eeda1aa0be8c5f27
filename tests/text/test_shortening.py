"""A long text is shown by its beginning: whole words, and a sign that more follows."""

from __future__ import annotations

from protocolkit.text.shortening import first_names, first_words, folded, shortened


def test_a_text_that_fits_stays_as_it_is() -> None:
    assert shortened("De  school belt.", 16) == "De  school belt."
    assert first_words("De  school belt.", 3) == "De school belt."


def test_a_longer_text_ends_after_a_whole_word() -> None:
    assert shortened("De school belt de ouders.", 14) == "De school …"
    assert shortened("De school belt de ouders.", 24) == "De school belt de …"
    assert first_words("De school\nbelt de ouders.", 3) == "De school belt …"


def test_a_word_that_is_too_long_is_cut() -> None:
    assert shortened("leerlingenvervoer", 8) == "leerling …"


def test_a_line_is_cut_to_its_length_and_names_to_their_number() -> None:
    assert folded("De  school\nbelt.", 15) == "De school belt."
    assert folded("De school belt.", 11) == "De school…"
    assert first_names(["De Es", "De Linde"], 2) == "De Es, De Linde"
    assert first_names(["De Es", "De Linde", "De Wilg"], 2) == "De Es, De Linde, …"
    assert first_names(["a", "b", "c", "d"], 1, "{names} +{count}") == "a +3"
    assert first_names(["{x}", "b"], 2, "{names} +{count}") == "{x}, b"
