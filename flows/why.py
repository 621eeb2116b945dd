"""A talk explained, as plain data: facts with both readings, rules, and which questions are asked or not."""

from typing import Literal

from msgspec import Struct

from flows.leaves import Leaf
from flows.places import Place

Standing = Literal["holds", "nearly", "possible", "impossible"]
State = Literal["now", "answered", "later", "gate_closed", "not_opened", "cannot_change"]


class FactNow(Struct, frozen=True):
    """A yes/no fact: 0 no, 1 not sure, 2 yes, in the picture that is as calm as possible and in the worst one."""

    id: str
    label: str
    lower: int
    upper: int
    answered: bool
    asked_by: tuple[str, ...]


class NumberNow(Struct, frozen=True):
    """A computed fact in both pictures, and what it is in words."""

    id: str
    says: str
    lower: int
    upper: int


class TakenNow(Struct, frozen=True):
    """Something taken, as the rules see it."""

    said: str
    kind: str
    band: int
    active: bool


class SourceNow(Struct, frozen=True):
    """Where a rule comes from."""

    id: str
    title: str
    link: str
    status: str


class RuleNow(Struct, frozen=True):
    """A rule, how it stands, and what stands between it and holding.

    Attributes:
        missing: for a rule that nearly holds, the conditions of which any one would make it hold; for an impossible
            one those that can't come true any more; else all that do not hold yet.
        matters: it is more urgent than the outcome so far.
    """

    id: str
    outcome: str
    urgency: int
    says: str
    when: str
    standing: Standing
    missing: tuple[Leaf, ...]
    matters: bool
    place: Place
    sources: tuple[SourceNow, ...]
    status: str


class NodeNow(Struct, frozen=True):
    """A node, and why it is asked or not.

    Attributes:
        answer: what was picked, in words.
        gate: its condition in words, empty without one; `gate_missing` is what it still lacks.
        opens_by: the node and option that lead to it, empty without.
        rules: the undecided rules that wait for it.
    """

    id: str
    title: str
    state: State
    place: Place
    words: Place | None
    answer: str = ""
    gate: str = ""
    gate_missing: tuple[Leaf, ...] = ()
    gate_can_open: bool = False
    opens_by: str = ""
    rules: tuple[str, ...] = ()


class Why(Struct, frozen=True):
    """A talk explained.

    Attributes:
        outcome: the outcome if all the rest were *no*.
        could_become: the outcome if all the rest were *worst*.
        node: the node on the screen, empty when nothing is asked any more.
        interruption: the kind of question that stands in front of it, empty without one.
        done: the outcome is settled.
    """

    outcome: str
    could_become: str
    done: bool
    node: str
    interruption: str
    subject: str
    facts: tuple[FactNow, ...]
    numbers: tuple[NumberNow, ...]
    taken: tuple[TakenNow, ...]
    measurements: dict[str, float]
    rules: tuple[RuleNow, ...]
    nodes: tuple[NodeNow, ...]
