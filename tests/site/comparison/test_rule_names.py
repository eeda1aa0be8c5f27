"""How visitors meet relations and kinds of rule: each has a code, sign and colour of its own."""

from __future__ import annotations

import itertools
import re

import pytest

from protocolkit.norms.norm import Modality, Norm, Nuance
from protocolkit.relations.relation import Relation
from protocolkit.site.comparison.relations import NEARNESS
from protocolkit.site.comparison.rule_names import PRESENCES, RELATIONS, RULES, rule_place
from seeds import ROOT

_STATIC = ROOT / "templates" / "html" / "static"


def test_every_name_has_its_own_code_sign_and_words() -> None:
    for names in (RULES, RELATIONS, PRESENCES):
        for shown in ("code", "sign", "words"):
            assert len({getattr(name, shown) for name in names}) == len(names)


def test_what_means_the_same_rule_is_nearest() -> None:
    same = [relation.is_same_rule for relation in NEARNESS]
    assert sorted(NEARNESS, key=tuple(Relation).index) == list(Relation)
    assert same == sorted(same, reverse=True)


def test_the_styles_have_a_colour_for_each() -> None:
    css = (_STATIC / "protocolkit.css").read_text("utf-8")
    coloured = re.findall(r"^([^{\n]*)\{ background: var\(--pk-\w+-soft\)", css, re.MULTILINE)
    classes = set(re.findall(r"\.([\w-]+)", " ".join(coloured)))
    wanted = {f"relation-{name.code}" for name in RELATIONS} | {f"rule-{n.code}" for n in RULES}
    assert wanted <= classes


def test_the_script_for_two_texts_knows_the_place_of_partly_equal() -> None:
    script = (_STATIC / "naast-elkaar.js").read_text("utf-8")
    assert re.findall(r"const PARTIAL = (\d+);", script) == [str(NEARNESS.index(Relation.PARTIAL))]


@pytest.mark.parametrize(("modality", "nuance"), list(itertools.product(Modality, (None, *Nuance))))
def test_every_norm_has_a_kind_of_rule(modality: Modality, nuance: Nuance | None) -> None:
    whole = Norm(sentence=(0, 1), modality=modality, nuance=nuance)
    assert 0 <= rule_place(whole) < len(RULES)
