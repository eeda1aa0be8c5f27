"""What no longer belongs to the site disappears from it, and what depends on all pages follows.

A manifest beside Sphinx's own state lists what the last build left; whatever of that the present
site does not have is removed. Files that we did not write are never touched, but for what Sphinx
copied along with a page that never should have been one.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from protocolkit.base.files import write_text
from protocolkit.base.unfinished_files import clear_left_over
from protocolkit.collection import Collection, Subject
from protocolkit.document.review_calendar import has_review
from protocolkit.paper.shared.file_formats import PAPER_FORMATS
from protocolkit.site.engine.addresses import (
    CLEAN_TEMPLATE,
    COMPARISON,
    NOT_FOUND,
    REVIEWS,
    TEMPLATE,
    about_docname,
    check_docname,
    comparison_docname,
    comparison_script_url,
    composer_docname,
    composer_script_url,
    history_addresses,
    is_misplaced,
    lately_docname,
    matrix_formats,
    matrix_url,
    paper_url,
    plain_csv_url,
    school_docname,
    search_script_url,
    side_by_side_docname,
    take_along_script_url,
    template_docname,
    template_formats,
    template_url,
    texts_script_url,
    topic_addresses,
)
from protocolkit.site.engine.domain import protocol_domain
from protocolkit.site.engine.known_histories import (
    holding_versions,
    known_histories,
    moved_versions,
)
from protocolkit.site.engine.schools import find_schools
from protocolkit.site.engine.whole_site import is_whole_site

_MANIFEST = "protocolkit-manifest.json"
_AFTER_ALL_OTHERS = 900
# Where Sphinx puts the files that pages name.
_COPIED = ("_downloads", "_images", "_sources")


def connect(app: Sphinx) -> None:
    """Rewrite what depends on other pages; clean up when everything else is done."""
    app.connect("env-get-outdated", _begin_anew)
    app.connect("env-updated", _follow_names)
    app.connect("env-updated", _note_all, priority=_AFTER_ALL_OTHERS)
    app.connect("build-finished", _clean, priority=_AFTER_ALL_OTHERS)


def addresses(app: Sphinx, collection: Collection) -> frozenset[str]:
    """Return the address of every page and download that the present site has."""
    found = {f"{docname}.html" for docname in app.env.found_docs}
    found.add(search_script_url())
    for subject in collection.subjects:
        found |= {texts_script_url(subject.slug, protocol.slug) for protocol in subject.protocols}
        if app.config.protocolkit_paper:
            found |= {
                paper_url(protocol, file_format)
                for protocol in subject.protocols
                for file_format in PAPER_FORMATS
            }
        if subject.concordance is not None:
            found |= _compared(app, subject.compared)
    always = (f"{COMPARISON}/index", about_docname(), check_docname(), NOT_FOUND)
    found |= {f"{name}.html" for name in always}
    keys = [school.key for school in find_schools(collection.protocols)]
    found |= {f"{school_docname(key)}.html" for key in (*keys, "")} if keys else set()
    if any(map(has_review, collection.protocols)):
        found.add(REVIEWS)
    if app.config.protocolkit_paper:
        held = (one.text for one in holding_versions(app.env).values())
        found |= {paper_url(t.protocol, form, t.name) for t in held for form in PAPER_FORMATS}
    histories = known_histories(app.env)
    if histories:
        found.add(f"{lately_docname()}.html")
    for history in histories:
        found |= history_addresses(history)
    found |= {f"{docname}.html" for docname in moved_versions(app.env)}
    return frozenset(found)


def _compared(app: Sphinx, subject: Subject) -> set[str]:
    """Return every address that a subject has because it is compared."""
    topics = subject.concordance.topics if subject.concordance else ()
    has_clauses = any(topic.answers for topic in topics)
    compared = matrix_formats(with_paper=bool(app.config.protocolkit_paper) and has_clauses)
    found = {matrix_url(subject.slug, one) for one in compared}
    found |= {take_along_script_url(), plain_csv_url(subject.slug)}
    found.add(f"{comparison_docname(subject.slug)}.html")
    found.add(f"{side_by_side_docname(subject.slug)}.html")
    found.add(comparison_script_url(subject.slug))
    found.add(f"{template_docname(subject.slug)}.html")
    found.add(texts_script_url(subject.slug, TEMPLATE))
    found.add(f"{composer_docname(subject.slug)}.html")
    own = ("gegevens", "word", *(f"bestuur/{p.slug}" for p in subject.protocols))
    found |= {composer_script_url(subject.slug, name) for name in own}
    formats = template_formats(with_paper=bool(app.config.protocolkit_paper))
    names = (TEMPLATE, CLEAN_TEMPLATE)
    found |= {template_url(subject.slug, one, name) for one in formats for name in names}
    return found | topic_addresses(subject.slug, (topic.id for topic in topics))


def _begin_anew(app: Sphinx, env: BuildEnvironment, *found: set[str]) -> Iterable[str]:
    """Have everything made again where an earlier version read what is no protocol as a page.

    Such a page may have brought any file of this machine along.
    """
    manifest = Path(app.doctreedir) / _MANIFEST
    earlier = {address.removesuffix(".html") for address in _listed(manifest)}
    gone = (set(found[-1]) | earlier) - env.found_docs
    if not any(is_misplaced(docname, Path(app.srcdir)) for docname in gone):
        return []
    for name in _COPIED:
        folder = Path(app.outdir) / name
        if folder.is_dir() and not folder.is_symlink():
            shutil.rmtree(folder)
    return list(env.found_docs)


def _follow_names(app: Sphinx, env: BuildEnvironment) -> Iterable[str]:
    """Have pages written again that name others: all of them when a name or subject changed.

    Sphinx itself leaves the old title of a changed page in every other page's navigation.
    """
    subjects = [
        (subject.slug, subject.concordance.title if subject.concordance else "")
        for subject in protocol_domain(env).collection().subjects
    ]
    # No page names a version but those of its protocol; the menu says whether there are any.
    kept = protocol_domain(env).versions
    tocs = {docname: tree for docname, tree in env.tocs.items() if docname not in kept}
    names = sorted((docname, contents.astext()) for docname, contents in tocs.items())
    content = json.dumps([names, subjects, env.toctree_includes, bool(kept)], sort_keys=True)
    state = hashlib.sha256(content.encode()).hexdigest()
    before = getattr(env, "protocolkit_names", None)
    env.protocolkit_names = state  # type: ignore[attr-defined]
    return list(env.found_docs) if before not in (None, state) else [str(app.config.root_doc)]


def _note_all(app: Sphinx, _env: BuildEnvironment) -> Iterable[str]:
    """List what this build will leave beside what the last one left, before anything is written.

    A build that is killed may have written pages that the next one does not have any more.
    """
    if is_whole_site(app.builder):
        manifest = Path(app.doctreedir) / _MANIFEST
        present = addresses(app, protocol_domain(app.env).collection())
        write_text(manifest, json.dumps(sorted(_listed(manifest) | present), indent=1))
    return ()


def _clean(app: Sphinx, exception: Exception | None) -> None:
    if exception is not None or not is_whole_site(app.builder):
        return
    folder, manifest = Path(app.outdir), Path(app.doctreedir) / _MANIFEST
    present = addresses(app, protocol_domain(app.env).collection())
    for address in _listed(manifest) - present:
        path = (folder / _file_of(app, address)).resolve()
        if path.is_relative_to(folder.resolve()) and path.is_file():
            path.unlink()
            _remove_empty(path.parent, folder.resolve())
    for place, _, _ in os.walk(folder):
        clear_left_over(Path(place))
    write_text(manifest, json.dumps(sorted(present), indent=1))


def _file_of(app: Sphinx, address: str) -> str:
    """Return the file that a builder makes of a page, from the site's folder."""
    if not address.endswith(".html"):
        return address
    return str(app.builder.get_outfilename(address.removesuffix(".html")))  # type: ignore[attr-defined]


def _listed(manifest: Path) -> frozenset[str]:
    try:
        return frozenset(str(address) for address in json.loads(manifest.read_text("utf-8")))
    except (OSError, ValueError):
        return frozenset()


def _remove_empty(folder: Path, top: Path) -> None:
    while folder != top and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
