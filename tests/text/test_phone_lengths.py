"""A telephone number has as many digits as it has here; a date or an amount is none."""

from __future__ import annotations

import pytest

from protocolkit.text.contact_details import contact_details, phone_numbers


@pytest.mark.parametrize(
    "number",
    [
        "010 123 45 67",
        "+31 10 1234567",
        "0031101234567",
        "06-12345678",
        "0800 2000",
        "0900-1234567",
    ],
)
def test_a_number_of_ten_digits_or_of_a_service_is_found_as_written(number: str) -> None:
    assert list(phone_numbers(f"Bel {number}.")) == [number]


@pytest.mark.parametrize(
    "number",
    ["010 123 45 6", "010 123 45 678", "0800 200", "0800 20000", "0900-12345", "0112 2024"],
)
def test_one_digit_more_or_less_is_none(number: str) -> None:
    assert list(phone_numbers(f"Bel {number}.")) == []


def test_each_way_is_told_with_its_place() -> None:
    text = "Mail a.b@obs.nl, zie www.obs.nl/x. Bel 06-12345678."
    found = [(text[begin:end], kind.value) for begin, end, kind in contact_details(text)]
    assert found == [("06-12345678", "phone"), ("a.b@obs.nl", "mail"), ("www.obs.nl/x", "web")]
