"""What a configuration may set is listed where every command can see it."""

from __future__ import annotations

from unittest.mock import Mock

from protocolkit.repository_layout import SETTINGS
from protocolkit.site import setup

# Worked out by us, so that Sphinx reads pages again when it changes.
_NO_SETTINGS = {"protocolkit_origin", "protocolkit_catalogue"}


def test_the_settings_that_exist_are_those_of_the_website() -> None:
    app = Mock()
    app.config.values = {}
    setup(app)
    added = {call.args[0] for call in app.add_config_value.call_args_list}
    ours = {name for name in added if name.startswith("protocolkit_")}
    assert ours - _NO_SETTINGS == SETTINGS
