"""The styles of markers: how one counts, and what an import may take it for.

What a style is good for is decided here: no other module compares a style, it asks one. So the type
checker asks each question of a new one.
"""

from __future__ import annotations

from enum import Enum
from typing import assert_never


class Style(Enum):
    """How a marker counts; items of one list have one style."""

    BULLET = "bullet"
    WORD = "word"
    PLAIN = "plain"
    MULTIPLE = "multiple"
    POINT = "point"
    BRACKET = "bracket"
    DEGREE = "degree"
    UPPER = "upper"
    LOWER = "lower"
    UPPER_ROMAN = "upper-roman"
    LOWER_ROMAN = "lower-roman"
    GIVEN = "given"

    @property
    def is_bullet(self) -> bool:
        """Whether it counts nothing."""
        match self:
            case Style.BULLET:
                return True
            case Style.WORD | Style.PLAIN | Style.MULTIPLE | Style.POINT:
                return False
            case Style.BRACKET | Style.DEGREE | Style.UPPER | Style.LOWER:
                return False
            case Style.UPPER_ROMAN | Style.LOWER_ROMAN | Style.GIVEN:
                return False
        assert_never(self)

    @property
    def is_worded(self) -> bool:
        """Whether a word stands before the number: ``Artikel 5``, ``lid 2``."""
        match self:
            case Style.WORD:
                return True
            case Style.BULLET | Style.PLAIN | Style.MULTIPLE | Style.POINT:
                return False
            case Style.BRACKET | Style.DEGREE | Style.UPPER | Style.LOWER:
                return False
            case Style.UPPER_ROMAN | Style.LOWER_ROMAN | Style.GIVEN:
                return False
        assert_never(self)

    @property
    def is_bare(self) -> bool:
        """Whether it is a number with nothing behind it, as a sentence may begin: ``16 jaar``."""
        match self:
            case Style.PLAIN:
                return True
            case Style.BULLET | Style.WORD | Style.MULTIPLE | Style.POINT:
                return False
            case Style.BRACKET | Style.DEGREE | Style.UPPER | Style.LOWER:
                return False
            case Style.UPPER_ROMAN | Style.LOWER_ROMAN | Style.GIVEN:
                return False
        assert_never(self)

    @property
    def has_parts(self) -> bool:
        """Whether it is several numbers, of what it stands in and its own: ``3.1``."""
        match self:
            case Style.MULTIPLE:
                return True
            case Style.BULLET | Style.WORD | Style.PLAIN | Style.POINT:
                return False
            case Style.BRACKET | Style.DEGREE | Style.UPPER | Style.LOWER:
                return False
            case Style.UPPER_ROMAN | Style.LOWER_ROMAN | Style.GIVEN:
                return False
        assert_never(self)

    @property
    def is_given(self) -> bool:
        """Whether only the file that a text was read from says that it counts."""
        match self:
            case Style.GIVEN:
                return True
            case Style.BULLET | Style.WORD | Style.PLAIN | Style.MULTIPLE:
                return False
            case Style.POINT | Style.BRACKET | Style.DEGREE | Style.UPPER:
                return False
            case Style.LOWER | Style.UPPER_ROMAN | Style.LOWER_ROMAN:
                return False
        assert_never(self)

    @property
    def is_letters(self) -> bool:
        """Whether it counts in letters alone, which begin a line by chance sooner than figures."""
        match self:
            case Style.UPPER | Style.LOWER | Style.UPPER_ROMAN | Style.LOWER_ROMAN:
                return True
            case Style.BULLET | Style.WORD | Style.PLAIN | Style.MULTIPLE | Style.POINT:
                return False
            case Style.BRACKET | Style.DEGREE | Style.GIVEN:
                return False
        assert_never(self)

    @property
    def is_capitals(self) -> bool:
        """Whether it counts in capitals, as parts of a document do."""
        match self:
            case Style.UPPER | Style.UPPER_ROMAN:
                return True
            case Style.BULLET | Style.WORD | Style.PLAIN | Style.MULTIPLE | Style.POINT:
                return False
            case Style.BRACKET | Style.DEGREE | Style.LOWER | Style.LOWER_ROMAN | Style.GIVEN:
                return False
        assert_never(self)

    @property
    def is_figure(self) -> bool:
        """Whether it is one number in figures, with a point or with nothing: ``3.``, ``3``."""
        match self:
            case Style.POINT | Style.PLAIN:
                return True
            case Style.BULLET | Style.WORD | Style.MULTIPLE | Style.BRACKET | Style.DEGREE:
                return False
            case Style.UPPER | Style.LOWER | Style.UPPER_ROMAN | Style.LOWER_ROMAN | Style.GIVEN:
                return False
        assert_never(self)

    @property
    def may_head(self) -> bool:
        """Whether a heading may begin with it, without a word that counts."""
        match self:
            case Style.PLAIN | Style.POINT | Style.BRACKET | Style.MULTIPLE:
                return True
            case Style.UPPER | Style.UPPER_ROMAN:
                return True
            case Style.BULLET | Style.WORD | Style.DEGREE:
                return False
            case Style.LOWER | Style.LOWER_ROMAN | Style.GIVEN:
                return False
        assert_never(self)

    @property
    def may_stand_in_sentence(self) -> bool:
        """Whether a sentence may run on into a list that counts so."""
        match self:
            case Style.POINT | Style.BRACKET | Style.LOWER:
                return True
            case Style.BULLET | Style.WORD | Style.PLAIN | Style.MULTIPLE | Style.DEGREE:
                return False
            case Style.UPPER | Style.UPPER_ROMAN | Style.LOWER_ROMAN | Style.GIVEN:
                return False
        assert_never(self)

    @property
    def is_inner(self) -> bool:
        """Whether it usually counts points inside an item, so that a figure lies outside of it."""
        match self:
            case Style.LOWER | Style.BRACKET:
                return True
            case Style.BULLET | Style.WORD | Style.PLAIN | Style.MULTIPLE | Style.POINT:
                return False
            case Style.DEGREE | Style.UPPER | Style.UPPER_ROMAN | Style.LOWER_ROMAN | Style.GIVEN:
                return False
        assert_never(self)

    @property
    def is_word_like(self) -> bool:
        """Whether a line of a note may begin so by chance: ``16 jaar``, ``e. a.``."""
        match self:
            case Style.PLAIN | Style.LOWER:
                return True
            case Style.BULLET | Style.WORD | Style.MULTIPLE | Style.POINT | Style.BRACKET:
                return False
            case Style.DEGREE | Style.UPPER | Style.UPPER_ROMAN | Style.LOWER_ROMAN | Style.GIVEN:
                return False
        assert_never(self)

    @property
    def is_only_a_marker(self) -> bool:
        """Whether it is no word of the text that it stands before, which it may have or lack.

        What a sentence may begin with is a word of it: ``16 jaar``, ``10.30 uur``, ``Artikel 5``.
        """
        match self:
            case Style.BULLET | Style.POINT | Style.BRACKET | Style.DEGREE:
                return True
            case Style.UPPER | Style.LOWER | Style.UPPER_ROMAN | Style.LOWER_ROMAN:
                return True
            case Style.WORD | Style.PLAIN | Style.MULTIPLE | Style.GIVEN:
                return False
        assert_never(self)

    @property
    def is_unknown_to_markdown(self) -> bool:
        """Whether points that are typed so may become lines of text, since no list prints it."""
        match self:
            case Style.LOWER | Style.LOWER_ROMAN | Style.DEGREE | Style.BRACKET:
                return True
            case Style.BULLET | Style.POINT:
                return False
            case Style.WORD | Style.PLAIN | Style.MULTIPLE | Style.UPPER | Style.UPPER_ROMAN:
                return False
            case Style.GIVEN:
                return False
        assert_never(self)

    @property
    def counts_members(self) -> bool:
        """Whether it counts members of an article wherever it stands, and never their points."""
        match self:
            case Style.PLAIN | Style.POINT | Style.MULTIPLE | Style.WORD:
                return True
            case Style.BULLET | Style.BRACKET | Style.DEGREE | Style.GIVEN:
                return False
            case Style.UPPER | Style.LOWER | Style.UPPER_ROMAN | Style.LOWER_ROMAN:
                return False
        assert_never(self)
