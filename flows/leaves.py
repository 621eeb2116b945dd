"""What a condition still lacks: its simple conditions in both pictures, and the fewest that would make it true."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from knowledge.content import Content
from knowledge.reading import Reading


class Leaf(Struct, frozen=True):
    """A simple condition in both pictures.

    Attributes:
        form: yes, possible, fact, number, class or always, as in YAML.
        name: what it looks at; `label` is that in words, where there are any.
        least: from which value on it holds (2 yes, 1 not sure).
        lower: the value if all the rest were *no*.
        upper: the value if all the rest were *worst*.
    """

    form: str
    name: str
    label: str
    least: int
    lower: int
    upper: int


class Lack(Struct, frozen=True):
    """How far a condition is from true.

    Attributes:
        count: the fewest simple conditions that have to turn true; 0 when it holds.
        leaves: the candidates; of an impossible condition those that can't turn true any more.
        impossible: not even the worst picture makes it true.
    """

    count: int = 0
    leaves: tuple[Leaf, ...] = ()
    impossible: bool = False


def missing(when: Mapping[str, Any], content: Content, below: Reading, above: Reading) -> Lack:
    """What the condition lacks, between the two pictures."""
    match dict(when):
        case {"all": parts}:
            lacks = [missing(part, content, below, above) for part in parts]
            blocked = [lack for lack in lacks if lack.impossible]
            counted = blocked or lacks
            return Lack(sum(one.count for one in counted), _leaves(counted), impossible=bool(blocked))
        case {"any": parts}:
            lacks = [missing(part, content, below, above) for part in parts]
            able = [lack for lack in lacks if not lack.impossible]
            if not able:
                return Lack(1, _leaves(lacks), impossible=True)
            least = min(lack.count for lack in able)
            return Lack(least, _leaves([lack for lack in able if lack.count == least]))
    condition = content.conditions.of(when)
    if condition.holds(below):
        return Lack()
    return Lack(1, (_leaf(when, content, below, above),), impossible=not condition.holds(above))


def _leaves(lacks: list[Lack]) -> tuple[Leaf, ...]:
    return tuple(dict.fromkeys(leaf for lack in lacks for leaf in lack.leaves))


def _leaf(when: Mapping[str, Any], content: Content, below: Reading, above: Reading) -> Leaf:
    match dict(when):
        case {"yes": fact}:
            return Leaf("yes", fact, content.fact(fact).label, 2, int(below.level(fact)), int(above.level(fact)))
        case {"possible": fact}:
            return Leaf("possible", fact, content.fact(fact).label, 1, int(below.level(fact)), int(above.level(fact)))
        case {"class": name}:
            label = content.classes[name].label
            return Leaf("class", name, label, 1, int(below.has_class(name)), int(above.has_class(name)))
        case {"fact": name}:
            return Leaf("fact", name, _first_line(content, name), 1, below.number(name), above.number(name))
        case {"number": name, "at_least": least}:
            return Leaf("number", name, _first_line(content, name), least, below.number(name), above.number(name))
    return Leaf("always", "", "", 0, 0, 0)


def _first_line(content: Content, name: str) -> str:
    return (content.computed[name].of.__doc__ or "").strip().split("\n", 1)[0]
