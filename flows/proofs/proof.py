"""What a proof gives back: whether it holds, how much it covers, and the smallest counterexample."""

from collections.abc import Callable, Iterable
from typing import Any, Protocol, TypeVar

from msgspec import Struct

from flows.definition import Flow
from knowledge.content import Content
from knowledge.wording import Wording

T = TypeVar("T")


class Proof(Struct, frozen=True):
    """One proof, done.

    Attributes:
        name: what is proved, as a sentence.
        holds: whether it is true of the content.
        covered: how many of `what` it says something about.
        what: answer sets, unless it counts something else.
        argument: how so few runs can speak for so many.
        counterexample: the smallest one found, as a person would tell it.
        case: the same as `serocheck assess` takes it, when it is a case.
        severity: what the case should have been at least.
    """

    name: str
    holds: bool
    covered: int
    what: str = "answer sets"
    argument: str = ""
    counterexample: str | None = None
    case: dict[str, Any] | None = None
    severity: str = "severe"


class Progress(Protocol):
    """Shows how far a proof is; gives back the same items."""

    def __call__(self, items: Iterable[T], total: int | None = None) -> Iterable[T]:
        """The items, one by one."""


Prover = Callable[[Content, Flow, Wording, Progress], Proof]


def silent(items: Iterable[T], total: int | None = None) -> Iterable[T]:  # noqa: ARG001  the shape of Progress
    """Shows nothing."""
    return items


class Failure(Exception):  # noqa: N818  a find, not a fault
    """A counterexample, raised where it is found."""

    def __init__(self, told: str, case: dict[str, Any] | None = None, severity: str = "severe") -> None:
        super().__init__(told)
        self.told, self.case, self.severity = told, case, severity


def proved(name: str, argument: str, check: Callable[[], int], what: str = "answer sets") -> Proof:
    """The proof of a check that counts what it covers, or raises a Failure."""
    try:
        covered = check()
    except Failure as failure:
        return Proof(name, False, 0, what, argument, failure.told, failure.case, failure.severity)
    return Proof(name, True, covered, what, argument)
