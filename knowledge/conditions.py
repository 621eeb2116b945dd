"""The small closed language of `when`: every condition is monotone, so more signs never make it false."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol

from msgspec import Struct

from knowledge.levels import Level


class Readable(Protocol):
    """A complete picture of one person, on which conditions are true or false."""

    def level(self, fact: str) -> Level:
        """How sure the yes/no fact is."""

    def number(self, name: str) -> int:
        """The value of the computed fact."""

    def has_class(self, name: str) -> bool:
        """Whether a substance of the class is active."""


class ConditionError(ValueError):
    """A `when` that can't be read; its text says what is wrong and where in the condition."""


class Condition(Struct, frozen=True):
    """A condition: a test of a picture, and the names it looks at.

    Attributes:
        holds: whether it is true of a picture.
        facts: yes/no facts it names.
        numbers: computed facts it names.
        classes: substance classes it names.
        parts: the conditions it is joined from; empty for a simple one.
    """

    holds: Callable[[Readable], bool]
    facts: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    parts: tuple["Condition", ...] = ()

    @property
    def leaves(self) -> tuple["Condition", ...]:
        """The simple conditions it is made of."""
        return tuple(leaf for part in self.parts for leaf in part.leaves) or (self,)


def parse(when: Mapping[str, Any]) -> Condition:
    """Read a condition as it stands in YAML.

    Forms: `{yes: fact}`, `{possible: fact}` (yes or not sure), `{fact: name}` (computed, at least 1),
    `{number: name, at_least: n}`, `{class: id}`, `{all: [...]}`, `{any: [...]}`, `{always: true}`.
    There is no "not": a rule that could turn false by adding a sign could reassure by mistake.

    Raises:
        ConditionError: for an unknown form.
    """
    match dict(when):
        case {"yes": str(fact), **rest} if not rest:
            return Condition(lambda picture: picture.level(fact) == Level.YES, facts=frozenset({fact}))
        case {"possible": str(fact), **rest} if not rest:
            return Condition(lambda picture: picture.level(fact) >= Level.UNSURE, facts=frozenset({fact}))
        case {"fact": str(name), **rest} if not rest:
            return Condition(lambda picture: picture.number(name) >= 1, numbers=frozenset({name}))
        case {"number": str(name), "at_least": int(least), **rest} if not rest:
            return Condition(lambda picture: picture.number(name) >= least, numbers=frozenset({name}))
        case {"class": str(name), **rest} if not rest:
            return Condition(lambda picture: picture.has_class(name), classes=frozenset({name}))
        case {"all": list(parts), **rest} if not rest and parts:
            return _join(all, [parse(part) for part in parts])
        case {"any": list(parts), **rest} if not rest and parts:
            return _join(any, [parse(part) for part in parts])
        case {"always": True, **rest} if not rest:
            return Condition(lambda _picture: True)
    raise ConditionError(
        f"I can't read the condition {dict(when)}. "
        "Use yes, possible, fact, number with at_least, class, all, any or always"
    )


def _join(combine: Callable[[Iterable[bool]], bool], parts: list[Condition]) -> Condition:
    return Condition(
        lambda picture: combine(part.holds(picture) for part in parts),
        facts=frozenset().union(*(part.facts for part in parts)),
        numbers=frozenset().union(*(part.numbers for part in parts)),
        classes=frozenset().union(*(part.classes for part in parts)),
        parts=tuple(parts),
    )
