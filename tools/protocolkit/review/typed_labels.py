"""The labels of a returned file that are not those which we printed beside their clauses."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from protocolkit.document.model import Protocol
from protocolkit.document.outline import clauses, labels
from protocolkit.exchange.bookmark_names import bookmark_name
from protocolkit.importing.source.lines import Source
from protocolkit.reading.words_left_out import LeftOutReason
from protocolkit.review.remarks import PassedOver, ReturnedChange
from protocolkit.text.printed_label import label_words


def other_labels(
    source: Source, submitted: Protocol, told: Iterable[ReturnedChange], file: str
) -> Iterator[PassedOver]:
    """Yield what somebody typed where we print a label, with the label that belongs there.

    What is ``told`` as a change already, such as a line of the contents, is not told again.
    """
    cited = labels(submitted)
    places = {
        bookmark_name(clause.anchor).replace("_", "-"): cited[clause.anchor]
        for clause in clauses(submitted)
    }
    begins = [line.begin for line in source.lines]
    known = "\n".join(change.new for change in told)
    for one in source.left_out:
        words = label_words(one.text)
        line = source.lines[max(bisect_right(begins, one.at) - 1, 0)]
        place = places.get(line.anchor, "")
        if one.reason is LeftOutReason.TYPED_ASIDE and (place or words not in known):
            yield PassedOver(words=words, reason=one.reason, place=place, file=file)
