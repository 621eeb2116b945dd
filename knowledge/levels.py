"""How sure a yes/no fact is, and how urgent an outcome is."""

from enum import IntEnum, StrEnum


class Level(IntEnum):
    """An answer to a yes/no question, in rising order of concern."""

    NO = 0
    UNSURE = 1
    YES = 2

    @classmethod
    def named(cls, word: str) -> "Level":
        """The level for `yes`, `no` or `unsure`; KeyError otherwise."""
        return cls[word.upper()]


class Severity(StrEnum):
    """The outcome, never another word outside (clinical.md 6.1)."""

    NONE = "none"
    MILD = "mild"
    SEVERE = "severe"

    @property
    def rank(self) -> int:
        """0 for none, 1 for mild, 2 for severe: the order of urgency."""
        return _RANK[self]


URGENCIES = ("none", "none, call now", "mild", "severe")  # what an urgency of 0 to 3 is called
_RANK = {Severity.NONE: 0, Severity.MILD: 1, Severity.SEVERE: 2}
