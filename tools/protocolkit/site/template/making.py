"""How the template of a subject is made, and its documents; loaded where a subject has topics."""

from __future__ import annotations

from dataclasses import replace
from functools import cache as once
from functools import partial
from pathlib import Path

from sphinx.application import Sphinx

from protocolkit.base.cache import Cache
from protocolkit.checking.draft_remarks import draft_remarks
from protocolkit.checking.wording_faults import count_faults, wording_faults
from protocolkit.comparison.judgements import judge
from protocolkit.drafting.new.clean_template import CLEAN_NAME, make_clean
from protocolkit.drafting.template.choices_file import choices_of
from protocolkit.drafting.template.document import Draft, make_draft
from protocolkit.drafting.template.make_template import make_template
from protocolkit.drafting.template.sources import make_sources
from protocolkit.drafting.template.subject_template import public
from protocolkit.site.engine.addresses import CLEAN_TEMPLATE, TEMPLATE
from protocolkit.site.engine.caching import cache_of
from protocolkit.site.engine.compared_subjects import ComparedSubject, subject_matrix
from protocolkit.site.engine.earlier_judgements import EarlierClashes
from protocolkit.site.engine.language import translate_for
from protocolkit.site.engine.protocol_keys import protocols_key
from protocolkit.site.template.subject_template import SubjectTemplate


def make_documents(app: Sphinx, made: SubjectTemplate) -> tuple[tuple[str, Draft], ...]:
    """Return the documents of a template, by the name of their files: whole, and clean."""
    translate = translate_for(app.config)
    whole = make_draft(made.template, translate, wording_faults)
    earlier = EarlierClashes(cache_of(app.env), f"{made.template.subject}-{CLEAN_NAME}")
    remarks = partial(draft_remarks, find=earlier.of)
    clean = make_clean(made.template, made.judged.subject.protocols, translate, remarks)
    return (TEMPLATE, whole), (CLEAN_TEMPLATE, clean)


def make_subject_template(root: Path, cache: Cache, judged: ComparedSubject) -> SubjectTemplate:
    """Return the template of a judged subject; one of which nothing changed comes from a cache."""
    shown = _public(judged)
    # what is wrong with them is reported with everything else that is checked
    choices, _ = choices_of(root, shown.subject.slug)
    subject = shown.subject
    judgements, protocols = shown.judgements, subject.protocols
    sources = once(lambda: make_sources(shown.matrix, judgements, protocols))
    template = cache.value(
        "template",
        subject.slug,
        f"{subject.concordance!r}{protocols_key(protocols)}{choices!r}",
        lambda: make_template(
            shown.matrix, judgements, protocols, choices, sources(), count_faults
        ),
    )
    return SubjectTemplate(template=template, judged=shown, choices=choices, sources=sources)


def _public(judged: ComparedSubject) -> ComparedSubject:
    """Return a subject without its drafts: what is made from the template may not count in it."""
    protocols = public(judged.subject.protocols)
    if len(protocols) == len(judged.subject.protocols):
        return judged
    subject = replace(judged.subject, protocols=protocols)
    matrix = subject_matrix(subject)
    if matrix is None:
        return judged
    return ComparedSubject(subject=subject, matrix=matrix, judgements=judge(matrix, protocols))
