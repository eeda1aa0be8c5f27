"""The template as one more column of a comparison: a base that boards are set against.

Its clauses are the recommended wordings. Each stands where the clause stands whose words it took,
so that what was judged of that clause is what is said of the template.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from protocolkit.base.messages import Translate, mark
from protocolkit.site.comparison.data import Comparison, rule_code
from protocolkit.site.comparison.relations import Square
from protocolkit.site.comparison.rule_names import PRESENCES, TEMPLATE_PRESENCES
from protocolkit.site.comparison.values import ShownCell, ShownClause, ShownColumn, ShownText
from protocolkit.site.engine.addresses import TEMPLATE, address, template_docname

if TYPE_CHECKING:
    from protocolkit.drafting.template.values import Template

TEMPLATE_NAME = mark("the template")
TEMPLATE_STANDING = mark("recommended wordings")
_LABEL = mark("words of {organisation}, {label}")
_PRESENT = PRESENCES[0]
_OPEN, _LACKING = TEMPLATE_PRESENCES


def has_template_column(comparison: Comparison) -> bool:
    """Tell whether the template is a column; an organisation that is called so keeps its place."""
    return TEMPLATE not in {column.slug for column in comparison.matrix.columns}


class TemplateColumn:
    """What a template says on each topic of a comparison."""

    def __init__(self, template: Template, comparison: Comparison) -> None:
        self._comparison = comparison
        self._topics = {topic.id: topic for topic in template.topics}
        self._recommended = {
            topic.id: topic.recommended for topic in template.topics if topic.recommended
        }
        self._places = {topic: number for number, topic in enumerate(self._recommended)}

    def column(self, translate: Translate) -> ShownColumn:
        """Return what stands above the column."""
        name = translate(TEMPLATE_NAME)
        return ShownColumn(
            slug=TEMPLATE,
            name=name[:1].upper() + name[1:],
            title=f"{name[:1].upper()}{name[1:]} ({translate(TEMPLATE_STANDING)})",
            url=address(f"{template_docname(self._comparison.matrix.subject)}.html"),
            is_template=True,
        )

    def texts(self, translate: Translate) -> tuple[ShownText, ...]:
        """Return its clauses, one for each topic, as a protocol has them.

        A clause is named by whose words it has; its anchor is the topic's on the template's page.
        """
        return tuple(
            ShownText(
                anchor=topic,
                label=translate(_LABEL).format(
                    organisation=choice.origin.name, label=choice.origin.label
                ),
                text=" ".join(choice.text.split()),
                lead_in=choice.lead_in,
                is_compared=choice.kind.is_compared,
                rule=self._rule(topic),
            )
            for topic, choice in self._recommended.items()
        )

    def cell(self, topic: str, square: Square) -> ShownCell:
        """Return the cell of a topic; without a recommendation it says why there is none."""
        choice = self._recommended.get(topic)
        if choice is None:
            is_open = topic in self._topics
            return ShownCell(presence=(_OPEN if is_open else _LACKING).code)
        clause = ShownClause(
            place=self._places[topic],
            rule=self._rule(topic),
            item=square.items[choice.origin.place],
        )
        return ShownCell(presence=_PRESENT.code, clauses=(clause,))

    def _rule(self, topic: str) -> str:
        return rule_code(self._comparison, topic, self._recommended[topic].origin.place)
