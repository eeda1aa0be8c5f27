"""How visitors meet relations and kinds of rule: each has a code, sign and colour of its own."""

from __future__ import annotations

import itertools
import re

import pytest

from protocolkit.norms.norm import Modality, Norm, Nuance
from protocolkit.relations.relation import Relation
from protocolkit.site.comparison.likeness import RELATIONS, Likeness, likeness_of
from protocolkit.site.comparison.rule_names import PRESENCES, RULES, rule_place
from seeds import ROOT

_STATIC = ROOT / "templates" / "html" / "static"


def test_every_name_has_its_own_code_sign_and_words() -> None:
    for names in (RULES, RELATIONS, PRESENCES):
        for shown in ("code", "sign", "words"):
            assert len({getattr(name, shown) for name in names}) == len(names)


def test_each_likeness_can_be_asked_for() -> None:
    assert len(RELATIONS) == len(Likeness)


def test_what_means_the_same_rule_is_nearest() -> None:
    same = [likeness.is_same_rule for likeness in Likeness]
    assert same == sorted(same, reverse=True)
    for relation in Relation:
        for equal in (False, True):
            shown = likeness_of(relation, has_equal_words=equal)
            assert shown.is_same_rule == relation.is_same_rule
            assert (shown is Likeness.LITERAL) == (equal and relation is Relation.IDENTICAL)


def test_the_styles_have_a_colour_for_each() -> None:
    css = (_STATIC / "protocolkit.css").read_text("utf-8")
    coloured = re.findall(r"^([^{\n]*)\{ background: var\(--pk-\w+-soft\)", css, re.MULTILINE)
    classes = set(re.findall(r"\.([\w-]+)", " ".join(coloured)))
    wanted = {f"relation-{name.code}" for name in RELATIONS} | {f"rule-{n.code}" for n in RULES}
    assert wanted <= classes


def test_the_scripts_know_the_places_of_likenesses() -> None:
    side = (_STATIC / "naast-elkaar.js").read_text("utf-8")
    assert re.findall(r"const PARTIAL = (\d+);", side) == [str(Likeness.PARTIAL.value)]
    assert re.findall(r"const CONTRARY = (\d+);", side) == [str(Likeness.CONTRARY.value)]
    table = (_STATIC / "vergelijken-tabel.js").read_text("utf-8")
    farthest = max(likeness for likeness in Likeness if likeness.is_same_rule)
    assert re.findall(r'const SAME_RULE = "(\d)";', table) == [str(farthest.value)]


@pytest.mark.parametrize(("modality", "nuance"), list(itertools.product(Modality, (None, *Nuance))))
def test_every_norm_has_a_kind_of_rule(modality: Modality, nuance: Nuance | None) -> None:
    whole = Norm(sentence=(0, 1), modality=modality, nuance=nuance)
    assert 0 <= rule_place(whole) < len(RULES)
