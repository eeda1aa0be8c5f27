"""Who a Word file says that made it: what stands in its properties, and nothing that is no name."""

from __future__ import annotations

import io
import zipfile

import pytest

from importing.extract.word.word_files import p, package, r
from protocolkit.importing.extract.word.made_by import makers_of_word

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"


@pytest.mark.parametrize(
    ("properties", "named"),
    [
        ("<dc:creator>Jan Jansen</dc:creator>", ["Jan Jansen"]),
        (
            "<dc:creator>Jan  Jansen</dc:creator><c:lastModifiedBy>Els</c:lastModifiedBy>",
            ["Jan Jansen", "Els"],
        ),
        ("<dc:creator> </dc:creator><c:lastModifiedBy/><!-- Piet -->", []),
        ("<dc:title>Pesten</dc:title><c:keywords>creator</c:keywords>", []),
        (None, []),
    ],
)
def test_a_word_file_names_who_made_it_and_who_was_last(
    properties: str | None, named: list[str]
) -> None:
    made = io.BytesIO(package(p(r("Een regel."))))
    if properties is not None:
        core = (
            f'<c:coreProperties xmlns:c="{_CORE}" xmlns:dc="{_DC}">{properties}</c:coreProperties>'
        )
        with zipfile.ZipFile(made, "a") as archive:
            archive.writestr("docProps/core.xml", core)
    assert list(makers_of_word(made.getvalue())) == named
