"""Changes that break one idea each, in as many modules, over all rooms of the house.

For ``mutations.py``. A change is written as text that stands once in its module, so that a test
can hold the list true; when the text is rewritten, break the same idea in its new words.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """One change: where, which idea it breaks, the text before and after, who should notice."""

    module: str
    idea: str
    old: str
    new: str
    tests: tuple[str, ...]


MUTANTS = (
    Mutant(
        module="base/files.py",
        idea="nothing half-written is left behind",
        old="        path.unlink()",
        new="        path.exists()",
        tests=("tests/base",),
    ),
    Mutant(
        module="text/differences.py",
        idea="an equal function word between two changes is part of one change",
        old="_MOST_ISLAND = 2",
        new="_MOST_ISLAND = 0",
        tests=("tests/text/test_differences.py",),
    ),
    Mutant(
        module="document/adopted.py",
        idea="what a school filled in is told from what it left as it was",
        old="        elif entry.written:",
        new="        elif not entry.written:",
        tests=("tests/document",),
    ),
    Mutant(
        module="references/citation_index.py",
        idea="an article of a law is no article of this document",
        old="            return not citation.is_external",
        new="            return True",
        tests=("tests/references",),
    ),
    Mutant(
        module="norms/parties.py",
        idea="'je' is a pupil when the text speaks to nobody else",
        old="    return context or ((Party.PUPILS,) if spoken_to else ())",
        new="    return context",
        tests=("tests/norms",),
    ),
    Mutant(
        module="importing/extract/akoma_ntoso/opened.py",
        idea="what a file says is deleted is no text",
        old="        _cut(element)",
        new="        pass",
        tests=("tests/importing/extract/akoma_ntoso/test_akn_elements.py",),
    ),
    Mutant(
        module="site/directives/finding.py",
        idea="a list by the kind of rule has no clause with another rule",
        old="""        if asked.wants("rule", (rule_code(found.comparison, topic, one.place),))""",
        new="        if topic",
        tests=("tests/site/test_found_topics.py",),
    ),
    Mutant(
        module="reading/ledger_proof.py",
        idea="an entry must repeat what the source says at its place",
        old='        if found != " ".join(change.text.split()):',
        new="        if not found:",
        tests=("tests/reading/test_ledger.py",),
    ),
    Mutant(
        module="wording/terms.py",
        idea="the longest phrase counts, not the first part of it",
        old="sorted(found.items(), key=lambda item: (-len(item[0]), item[0]))",
        new="sorted(found.items(), key=lambda item: (len(item[0]), item[0]))",
        tests=("tests/wording",),
    ),
    Mutant(
        module="relations/polarity.py",
        idea="two denials undo each other",
        old="    if (len(denying[0]) + len(denying[1])) % 2 == 0:",
        new="    if len(denying[0]) + len(denying[1]) == 0:",
        tests=("tests/relations/test_compare_clauses.py",),
    ),
    Mutant(
        module="comparison/kinship.py",
        idea="kinship is a share of the shorter document",
        old="max(1, min(len(left), len(right)))",
        new="max(1, max(len(left), len(right)))",
        tests=("tests/comparison",),
    ),
    Mutant(
        module="alignment/topic_decisions.py",
        idea="a rejection says nothing of clauses of the same board",
        old="                if member.organisation != rejected.organisation\n",
        new="",
        tests=("tests/alignment/test_topic_decisions.py", "tests/alignment/test_suggestions.py"),
    ),
    Mutant(
        module="collection.py",
        idea="a source outside the folder of its subject is none",
        old="    return path if path.is_relative_to(folder) else None",
        new="    return path",
        tests=("tests/test_collection.py",),
    ),
    Mutant(
        module="exchange/record.py",
        idea="a record with a link that nobody should follow is refused",
        old="    if protocol is None or not _leads_where_it_may(protocol):",
        new="    if protocol is None:",
        tests=("tests/exchange/test_record.py",),
    ),
    Mutant(
        module="importing/structure/footnotes.py",
        idea="notes may be counted anew on each page",
        old="number - before in (1, 2) or restarts",
        new="number - before in (1, 2)",
        tests=("tests/importing/structure/test_cases.py",),
    ),
    Mutant(
        module="importing/extract/pdf/columns.py",
        idea="a running head is not read in the middle of a page",
        old="    first = gaps[0] > usual and _is_edge(rows[0], gaps[0], height, gutter)",
        new="    first = False",
        tests=("tests/importing/extract/pdf/test_columns.py",),
    ),
    Mutant(
        module="importing/own_files/printed.py",
        idea="a file shows a protocol only when its links lead where the protocol's do",
        old="        return self.is_led and _is_woven(",
        new="        return _is_woven(",
        tests=("tests/importing/own_files",),
    ),
    Mutant(
        module="paper/house/colours.py",
        idea="a colour that is hard to read is not used",
        old="LEAST_CONTRAST = 4.5",
        new="LEAST_CONTRAST = 3.0",
        tests=("tests/paper/test_house_style.py",),
    ),
    Mutant(
        module="paper/pdf/lines.py",
        idea="only an address that a reader may open becomes a link",
        old="    if not _WEB_ADDRESS.match(target) or len(target) > _LONGEST_ADDRESS:",
        new="    if len(target) > _LONGEST_ADDRESS:",
        tests=("tests/paper/test_pdf.py",),
    ),
    Mutant(
        module="paper/docx/bookmarks.py",
        idea="Word tells bookmarks apart without regard to case",
        old="        while (plain := candidate.lower()) in self._taken:",
        new="        while (plain := candidate) in self._taken:",
        tests=("tests/paper/test_bookmarks.py",),
    ),
    Mutant(
        module="drafting/template/contests.py",
        idea="clauses that share next to nothing are no counterparts",
        old="NEAR = 0.4",
        new="NEAR = 0.0",
        tests=("tests/drafting/template/test_template.py",),
    ),
    Mutant(
        module="drafting/new/same_rule.py",
        idea="boards say the same only when neither says more",
        old="left.variants == right.variants",
        new="left.variants <= right.variants",
        tests=("tests/drafting/new",),
    ),
    Mutant(
        module="drafting/update/against_template.py",
        idea="filling in a blank by hand is no change of the text",
        old="offered_text(choice), choice.placeholders) is None",
        new="offered_text(choice), ()) is None",
        tests=("tests/drafting/update",),
    ),
    Mutant(
        module="checking/evidence.py",
        idea="the words of an approval name the body that gave it",
        old="        elif not holds_in_a_row(tokens(approval.words), tokens(approval.body)):",
        new="        elif not approval.body:",
        tests=("tests/checking/test_check.py",),
    ),
    Mutant(
        module="repository/own_wheel.py",
        idea="a new repository installs nothing that only an extra asks for",
        old='pending += [need for need in needs if "extra ==" not in need]',
        new="pending += needs",
        tests=("tests/repository",),
    ),
    Mutant(
        module="site/engine/addresses.py",
        idea="a topic cannot take the place of a page of ours",
        old="bool(_TOPIC_FOLDER.match(topic)) and topic not in _OWN_FOLDERS",
        new="bool(_TOPIC_FOLDER.match(topic))",
        tests=("tests/site/engine/test_addresses.py",),
    ),
    Mutant(
        module="site/template/text.py",
        idea="words that lead to a script stay words",
        old="        if not _WEB.fullmatch(inline.target):",
        new="        if not inline.target:",
        tests=("tests/site/template",),
    ),
    Mutant(
        module="site/comparison/pictures.py",
        idea="an incomplete source gets no bar",
        old="width=round(_BAR * counts[column.slug] / most) if column.is_complete else 0,",
        new="width=round(_BAR * counts[column.slug] / most),",
        tests=("tests/site/comparison/test_pictures.py",),
    ),
    Mutant(
        module="site/topics/marked_text.py",
        idea="words stay apart where others were taken out between them",
        old="                gap = gap or old.gap(at_old)",
        new="                gap = gap or ''",
        tests=("tests/site/topics",),
    ),
    Mutant(
        module="site/composer/boards.py",
        idea="who decided what and when stays behind when two boards become one",
        old="if _is_clause(p, sources) and not _is_record(p, sources)]",
        new="if _is_clause(p, sources)]",
        tests=("tests/site/composer",),
    ),
    Mutant(
        module="site/search_index.py",
        idea="a word that no page has any more leaves the index",
        old=" for word, pages in index[name].items() if pages != []}",
        new=" for word, pages in index[name].items()}",
        tests=("tests/site/test_search_index.py",),
    ),
    Mutant(
        module="commands/check_formats.py",
        idea="a colon in a file's name ends no property of an annotation",
        old='    return _escaped(text).replace(":", "%3A").replace(",", "%2C")',
        new="    return _escaped(text)",
        tests=("tests/commands/test_check_formats.py",),
    ),
    Mutant(
        module="paper/leaflets/decision_form.py",
        idea="who is only informed decides nothing and gets no form",
        old="    asked = [entry for entry in entries if _OPTIONS[entry.right]]",
        new="    asked = list(entries)",
        tests=("tests/paper/test_decision_form.py",),
    ),
    Mutant(
        module="dossier/cover_note.py",
        idea="what nobody wrote stands there as open",
        old="    if not text:\n        yield Words(text=translate(_OPEN), tone=Tone.OPEN)",
        new="    if text:\n        yield Words(text=translate(_OPEN), tone=Tone.OPEN)",
        tests=("tests/dossier/test_dossier.py",),
    ),
    Mutant(
        module="review/placing.py",
        idea="a bookmark that stayed behind is not believed",
        old='(one for one in own if best.get(one, 0.0) >= enough), ""):',
        new='iter(own), ""):',
        tests=("tests/review/test_word_review.py",),
    ),
    Mutant(
        module="decisions/deciding.py",
        idea="no decision on a text that the council did not have before it",
        old="    if ruling.decision in _ON_THE_TEXT and not ruling.signs:",
        new="    if ruling.decision in _ON_THE_TEXT and ruling.signs:",
        tests=("tests/decisions/test_submitting_and_deciding.py",),
    ),
    Mutant(
        module="versions/named.py",
        idea="a file goes before a revision of git that is spelled the same",
        old="    if found := _file(name, root):",
        new="    if (found := _file(name, root)) and '@' not in name:",
        tests=("tests/versions/test_named.py",),
    ),
    Mutant(
        module="was_wordt/rows.py",
        idea="what is gone stands in the table after what it followed",
        old="        own = (pair.new.order, 0) if pair.new else (last, 1)",
        new="        own = (pair.new.order, 0) if pair.new else (0, 1)",
        tests=("tests/was_wordt/test_table_rows.py",),
    ),
    Mutant(
        module="changes/consequences.py",
        idea="a reference that leads to another article than before is a change",
        old="        follows = any(_follows(piece, *numbers) for numbers in cited)",
        new="        follows = bool(olds and news) and _could_refer(piece)",
        tests=("tests/changes/test_kinds_of_change.py",),
    ),
    Mutant(
        module="changes/listed_references.py",
        idea="a reference to half of what was split leads elsewhere",
        old="        return is_whole and old.is_in_order and new.is_in_order",
        new="        return bool(named) and old.is_in_order and new.is_in_order",
        tests=("tests/changes/test_references_follow.py",),
    ),
    Mutant(
        module="changes/own_numbers.py",
        idea="an amount before a text is no number of the text",
        old="    if any(is_measured(item) for item in (old, new)):",
        new="    if False:",
        tests=("tests/changes/test_kinds_of_change.py",),
    ),
    Mutant(
        module="norms/modality.py",
        idea="what explains gives nobody a power",
        old="    if kind is not Kind.EXPLANATION and (people or decision):",
        new="    if people or decision:",
        tests=("tests/norms",),
    ),
    Mutant(
        module="alignment/scoring.py",
        idea="a far worse match than the best of either clause is dropped",
        old="NEAR_BEST = 0.85",
        new="NEAR_BEST = 0.0085",
        tests=("tests/alignment/test_propose.py",),
    ),
    Mutant(
        module="importing/structure/table_of_contents.py",
        idea="one underline at the end of a name leads to no page",
        old="_FEWEST_UNDERLINES = 3",
        new="_FEWEST_UNDERLINES = 1",
        tests=("tests/importing/structure/test_table_of_contents.py",),
    ),
    Mutant(
        module="importing/structure/placed_heads.py",
        idea="what stands at the edge of a few pages is text",
        old="_PAGES_OF_HEAD = 0.4",
        new="_PAGES_OF_HEAD = 0.02",
        tests=("tests/importing/structure/test_running_heads.py",),
    ),
    Mutant(
        module="relations/leave.py",
        idea="who says something of leave too is not free with it",
        old="not any(_leave() <= condition.terms",
        new="any(_leave() <= condition.terms",
        tests=("tests/relations/test_among.py",),
    ),
    Mutant(
        module="relations/overlap.py",
        idea="sentences that share common words only do not answer each other",
        old="LEAST_SHARED = 0.45",
        new="LEAST_SHARED = 0.05",
        tests=("tests/relations/test_compare_clauses.py",),
    ),
    Mutant(
        module="document/cover_words.py",
        idea="a label is a whole word, and a line begins with it",
        old='line.startswith((f"{label}\\t", f"{label} "))',
        new="line.startswith(label)",
        tests=("tests/document/test_cover.py",),
    ),
    Mutant(
        module="relations/phrases.py",
        idea="a conjunction is known as it is written, not by its stem",
        old="is_coordinate = side.text[slice(*words[0].span)].lower()",
        new="is_coordinate = words[0].value",
        tests=("tests/text/test_function_words.py",),
    ),
    Mutant(
        module="site/comparison/topic_keys.py",
        idea="what a topic's page shows of notes is in its key",
        old="repr((names_of(protocol), notes))",
        new="repr(names_of(protocol))",
        tests=("tests/site/topics/test_topic_cache.py",),
    ),
)
