"""A protocol of De Brug for tests that write its clauses: how its file begins, and its place."""

from __future__ import annotations

from pathlib import Path


def headed(title: str, kind: str = "bestuur") -> str:
    """Return what stands above the clauses of a protocol with this title."""
    facts = f"  title: {title}\n  organisation: {{name: De Brug, kind: {kind}}}\n"
    return f"---\nprotocol:\n{facts}---\n\n# {title}\n\n"


def placed(root: Path, text: str, subject: str) -> Path:
    """Write a protocol where a repository has it, and return the repository."""
    path = root / "protocols" / subject / "de-brug.md"
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")
    return root


def files_in(folder: Path) -> dict[str, bytes]:
    """Return what each file of a folder holds, by its place, without what is kept between runs."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".cache" not in path.parts
    }
