"""A website with an address says who publishes it and whom to ask; one without is nobody's."""

from __future__ import annotations

from pathlib import Path

import pytest

from protocolkit.checking.site_settings import check_site_settings
from protocolkit.repository_layout import CONTACT_SETTING, PUBLISHER_SETTING

_ADDRESS = 'html_baseurl = "https://x.nl/"\n'


@pytest.mark.parametrize(
    ("settings", "lacking"),
    [
        ("", []),
        (f'{PUBLISHER_SETTING} = ""\n', []),
        (_ADDRESS, [PUBLISHER_SETTING, CONTACT_SETTING]),
        (f'{_ADDRESS}{PUBLISHER_SETTING} = "De Brug"\n', [CONTACT_SETTING]),
        (f'{_ADDRESS}{PUBLISHER_SETTING} = " "\n{CONTACT_SETTING} = "x"\n', [PUBLISHER_SETTING]),
        (f'{_ADDRESS}{PUBLISHER_SETTING} = "De Brug"\n{CONTACT_SETTING} = "x"\n', []),
    ],
)
def test_what_a_public_website_does_not_say_is_told(
    tmp_path: Path, settings: str, lacking: list[str]
) -> None:
    (tmp_path / "conf.py").write_text(settings, "utf-8")
    found = list(check_site_settings(tmp_path))
    assert [dict(one.values)["setting"] for one in found] == lacking
    assert all(one.location.path == "conf.py" for one in found)


def test_without_a_configuration_nothing_is_asked(tmp_path: Path) -> None:
    assert list(check_site_settings(tmp_path)) == []
