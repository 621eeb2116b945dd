"""interactions.yaml: how dangerous two classes are together, and why."""

from msgspec import field

from knowledge.schema.strict import Day, Strict, Text


class Reason(Strict, frozen=True):
    """Why two classes are a danger together, in plain words."""

    between: list[str]
    and_: list[str] = field(name="and")
    why: Text
    sources: list[str]


class InteractionTable(Strict, frozen=True):
    """The levels of every pair of classes, and the reasons.

    Attributes:
        levels: class id, then class id: a level 1-4 and its letters, such as "3rs"; each pair once.
        letters: letter: the reason in words, where no reason of its own is given.
        level_words: level: what people read.
    """

    levels: dict[str, dict[str, str]]
    letters: dict[str, str]
    level_words: dict[int, str]
    reasons: list[Reason]
    reviewed_by: str | None
    review_by: Day
