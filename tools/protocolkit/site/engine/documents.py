"""Which documents Sphinx finds: in the folders of others' texts nothing but protocols, by name.

Those are the folder of protocols and that of versions. Sphinx never looks into them itself,
whichever patterns, suffixes or links lead there. This is the first of two doors; the parsers are
the second.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePath, PurePosixPath
from types import MappingProxyType

from sphinx.environment import BuildEnvironment
from sphinx.project import Project
from sphinx.util.matching import compile_matchers

from protocolkit.base.files import is_inside
from protocolkit.repository_layout import (
    DOCUMENT_END,
    document_files,
    guarded_folders,
    version_files,
)


class GuardedProject(Project):
    """Sphinx's list of documents, with protocols and versions by name, else none of their folders.

    ``left_out`` are the protocols that this build keeps off the site, by document name;
    ``stand_ins`` are the kept versions that are read in the place of some, since they hold;
    ``linked``
    the files and folders elsewhere that lead into those folders, which are not read; ``built`` are
    the folders that this build writes, in which nothing is a source.
    """

    left_out: frozenset[str] = frozenset()
    stand_ins: Mapping[str, Path] = MappingProxyType({})
    linked: frozenset[str] = frozenset()
    built: tuple[Path, ...] = ()

    def discover(
        self, exclude_paths: Iterable[str] = (), include_paths: Iterable[str] = ("**",)
    ) -> set[str]:
        """Find all documents: elsewhere as Sphinx does, among the protocols by name."""
        root, include = Path(self.srcdir), _Patterns(include_paths)
        inside = (path for path in self.built if is_inside(path, root) and path != root)
        exclude = [*exclude_paths, *(_pattern(path.relative_to(root)) for path in inside)]
        folders = guarded_folders(root)
        links = tuple(_linked_folders(root, folders, _Patterns(exclude)))
        super().discover([*exclude, *map(_pattern, links)], include.patterns)
        placed = dict(self._docname_to_path)
        found = {name: path for name, path in placed.items() if _is_in(root / path, folders)}
        for name, path in found.items():
            self.docnames.discard(name)
            del self._docname_to_path[name], self._path_to_docname[path]
        outside = (link for link in links if (root / link).is_symlink())
        self.linked = frozenset(path.as_posix() for path in (*outside, *found.values()))
        if DOCUMENT_END in self.source_suffix:
            self._add_protocols(root, include, _Patterns(exclude))
        return self.docnames

    def _add_protocols(self, root: Path, include: _Patterns, exclude: _Patterns) -> None:
        # Kept versions are pages of every site, also where the settings are from before there were.
        kept = frozenset(version_files(root))
        for path in (*document_files(root), *sorted(kept)):
            place = PurePosixPath(path.relative_to(root).as_posix())
            docname = place.with_suffix("").as_posix()
            # Sphinx does not ask whether the whole project matches a pattern such as '.*'.
            around = (folder for folder in place.parents if folder.parts)
            is_asked = path in kept or include.match(place)
            is_wanted = is_asked and not exclude.match(place, *around)
            if is_wanted and docname not in self.left_out:
                self.docnames.add(docname)
                self._docname_to_path[docname] = Path(place)
                self._path_to_docname[Path(place)] = docname


def guard_documents(env: BuildEnvironment) -> None:
    """Have an environment find its documents by our list, before it first looks for any."""
    plain = env.project
    env.project = GuardedProject(plain.srcdir, plain.source_suffix)
    env.project.restore(plain)


def source_path(env: BuildEnvironment, docname: str) -> Path:
    """Return the file that a page is read from: its own, or the kept version that stands in."""
    return guarded(env).stand_ins.get(docname) or Path(env.doc2path(docname))


def guarded(env: BuildEnvironment) -> GuardedProject:
    """Return the list of documents of an environment that is guarded."""
    assert isinstance(env.project, GuardedProject)
    return env.project


class _Patterns:
    """Sphinx's patterns of paths, asked of one path at a time."""

    def __init__(self, patterns: Iterable[str]) -> None:
        self.patterns = list(patterns)
        self._matchers = compile_matchers(self.patterns)

    def match(self, *places: PurePath) -> bool:
        """Tell whether a pattern matches one of these places."""
        return any(matcher(place.as_posix()) for place in places for matcher in self._matchers)


def _linked_folders(root: Path, folders: Iterable[Path], exclude: _Patterns) -> Iterator[Path]:
    """Yield every folder by which Sphinx would come into the folders of others' texts.

    At the top these are the folders themselves, also when a disk that ignores case has the name in
    other letters; anywhere else, links to them or into them.
    """
    folders = tuple(folders)
    for place, names, _ in os.walk(root):
        inner = [Path(place, name) for name in sorted(names)]
        wanted = [path for path in inner if not exclude.match(path.relative_to(root))]
        leading = [path for path in wanted if _is_in(path, folders)]
        yield from (path.relative_to(root) for path in leading)
        names[:] = [path.name for path in wanted if path not in leading]


def _is_in(path: Path, folders: Iterable[Path]) -> bool:
    """Tell whether a path is one of these folders, or leads into one."""
    return any(_is_same(path, folder) or is_inside(path, folder) for folder in folders)


def _is_same(path: Path, folder: Path) -> bool:
    return folder.exists() and path.exists() and path.samefile(folder)


def _pattern(path: Path) -> str:
    """Return the pattern that matches one path and no other."""
    return "".join(f"[{sign}]" if sign in "*?[" else sign for sign in path.as_posix())
