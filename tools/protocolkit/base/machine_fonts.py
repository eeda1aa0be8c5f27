"""Where a machine may have letters that no package of ours has: Chinese, Japanese and Korean.

Only the folders of named Debian packages are looked in. A text without such signs is printed
without them, so that it is the same on every machine.
"""

from __future__ import annotations

from pathlib import Path

PLACES: tuple[Path, ...] = (
    Path("/usr/share/fonts/opentype/noto"),
    Path("/usr/share/fonts/truetype/droid"),
)
"""The folders of ``fonts-noto-cjk`` and ``fonts-droid-fallback``; the first that is there holds."""

_ENDS = (".otf", ".ttc", ".ttf")


def machine_folder() -> Path | None:
    """Return the folder with fonts that is there, None for none."""
    return next((place for place in PLACES if _files(place)), None)


def machine_stamp() -> str:
    """Return what tells one set of fonts from another: their names, sizes and times."""
    folder = machine_folder()
    found = _files(folder) if folder else ()
    told = ((one.name, one.stat().st_size, one.stat().st_mtime_ns) for one in found)
    return repr((str(folder or ""), *told))


def _files(place: Path) -> tuple[Path, ...]:
    if not place.is_dir():
        return ()
    return tuple(sorted(one for one in place.iterdir() if one.suffix.lower() in _ENDS))
