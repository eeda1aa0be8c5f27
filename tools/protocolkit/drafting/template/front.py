"""What stands in front of a template on paper: its name, and a cover that says what it is."""

from __future__ import annotations

from protocolkit.base.messages import Translate
from protocolkit.document.cover import Cover
from protocolkit.document.facts import Status
from protocolkit.document.status_words import status_name
from protocolkit.drafting.template.values import Template

NO_BOARD = "[naam van het bestuur]"
SHORT_VERSION = 12
"""How many digits of its version a template shows."""


def template_title(template: Template, translate: Translate) -> str:
    """Return what the template is called."""
    return translate("Template: {subject}").format(subject=template.title)


def template_cover(template: Template, translate: Translate) -> Cover:
    """Return the cover of a template: whose words it has, and that nobody adopted it."""
    names = sorted({name for topic in template.topics for c in topic.choices for name in c.names})
    title = template_title(template, translate)
    standing = translate(
        "An example, put together from the words of these organisations. None of them has "
        "adopted it."
    )
    made_from = translate("Made from protocols of")
    return Cover(
        organisation=NO_BOARD,
        title=title,
        title_note="",
        year="",
        status=status_name(Status.CONCEPT, translate),
        mark=translate("EXAMPLE – choose, fill in and adopt it yourself"),
        rows=(
            (made_from, ", ".join(names)),
            (translate("Version"), template.version[:SHORT_VERSION]),
        ),
        approvals=(),
        approvals_heading="",
        signatories=(),
        standing=standing,
        remark=standing,
        incomplete="",
        correction=translate(
            "Is something wrong, or should this text be removed? Tell whoever published this "
            "rendering."
        ),
        citation=translate("Cite as: {title}, version {version}.").format(
            title=title, version=template.version[:SHORT_VERSION]
        ),
        code="",
        fingerprint=template.version,
    )
