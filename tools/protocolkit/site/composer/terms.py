"""Words for one thing, and how a text speaks to its reader, as the composer's scripts have them.

What they look for is what ``check`` knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocolkit.checking.reader_forms import FORMS, KEY
from protocolkit.site.composer.values import Speaking, TermForms
from protocolkit.site.engine.script_patterns import for_script
from protocolkit.text.reader_address import QUOTED, SURE
from protocolkit.wording.one_word import base_form, term_groups, term_pattern


def term_forms() -> Iterator[TermForms]:
    """Yield every group of words for one thing: which form is of which word is worked out here."""
    for group in term_groups():
        step = len(group.inflected) // len(group.forms)
        inflected = [group.inflected[at : at + step] for at in range(0, len(group.inflected), step)]
        words = {form: number for number, form in enumerate(group.forms)}
        yield TermForms(
            key=group.forms[0],
            found=for_script(term_pattern(group)),
            # where capitals make another word, each form is a word of its own
            forms={}
            if group.has_case
            else {
                form.lower(): (words[base_form(form, group)], place)
                for forms in inflected
                for place, form in enumerate(forms)
            },
            inflected=tuple(inflected),
            has_case=group.has_case,
            is_apart=group.is_apart,
        )


def speaking() -> Speaking:
    """Return how a text speaks to its reader."""
    return Speaking(
        key=KEY,
        wishes=FORMS,
        forms=tuple(
            (form, for_script(found), "iu" if found.flags & re.IGNORECASE else "u")
            for form, found in SURE.items()
        ),
        quoted=for_script(QUOTED),
    )
