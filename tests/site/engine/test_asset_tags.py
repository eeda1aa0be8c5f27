"""A tag is made once for pages that are equally deep, and anew for others and for another build."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

from sphinx.application import Sphinx

from protocolkit.site.engine.asset_tags import _Tags

_APP = cast("Sphinx", None)


def _drawn(tags: _Tags, root: str, assets: list[object]) -> tuple[list[str], int]:
    """Return the tags on a page that is so far from the root, and how many were made for it."""
    made: list[object] = []

    def make(asset: Any) -> str:
        made.append(asset)
        return f"{root}{getattr(asset, 'filename', asset)}"

    context: dict[str, Any] = {
        "css_tag": make,
        "js_tag": make,
        "pathto": lambda name, _resource: f"{root}{name}",
    }
    tags.remember(_APP, "page", "page.html", context, None)
    return [context["js_tag"](one) for one in assets], len(made)


def test_it_is_made_once_for_pages_that_are_equally_deep() -> None:
    tags = _Tags()
    plain = SimpleNamespace(filename="a.js", attributes={})
    deferred = SimpleNamespace(filename="a.js", attributes={"defer": "defer"})
    wanted = ["../a.js", "../a.js"]
    assert _drawn(tags, "../", [plain, deferred]) == (wanted, 2)
    assert _drawn(tags, "../", [deferred, plain]) == (wanted, 0)
    assert _drawn(tags, "", [plain]) == (["a.js"], 1)
    tags.forget(_APP)
    assert _drawn(tags, "../", [plain]) == (["../a.js"], 1)


def test_what_is_no_file_is_made_each_time() -> None:
    tags = _Tags()
    body = SimpleNamespace(filename=None, attributes={"body": "x"})
    for _ in range(2):
        assert _drawn(tags, "../", ["old.js", body])[1] == 2
