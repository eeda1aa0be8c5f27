"""A page from a template: compiled once, and anew when the template says something else."""

from __future__ import annotations

from pathlib import Path

from protocolkit.paper.shared.lone_page import lone_page


def test_a_template_that_changed_is_used_as_it_is_now(tmp_path: Path) -> None:
    own = tmp_path / "templates" / "html"
    own.mkdir(parents=True)
    (own / "deel.html").write_text("<p>{{ word }}</p>", "utf-8")
    (own / "eigen.html").write_text("{% include 'deel.html' %}", "utf-8")
    assert lone_page("eigen.html", tmp_path, word="a<b") == "<p>a&lt;b</p>\n"
    (own / "deel.html").write_text("<b>{{ word }}</b>", "utf-8")
    assert lone_page("eigen.html", tmp_path, word="een") == "<b>een</b>\n"
    (own / "eigen.html").write_text("{{ word }}", "utf-8")
    assert lone_page("eigen.html", tmp_path, word="een") == "een\n"


def test_the_templates_of_one_project_are_not_those_of_another(tmp_path: Path) -> None:
    for name in ("a", "b"):
        own = tmp_path / name / "templates" / "html"
        own.mkdir(parents=True)
        (own / "eigen.html").write_text(name, "utf-8")
    made = [lone_page("eigen.html", tmp_path / name) for name in ("a", "b", "a")]
    assert made == ["a\n", "b\n", "a\n"]
