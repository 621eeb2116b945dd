"""The register of computed facts: each a named function, and what it looks at."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from knowledge.reading import Reading

Groups = frozenset[str]


class Computed(Struct, frozen=True):
    """A computed fact: its function, and the groups of primary facts it looks at.

    Attributes:
        of: the value in a picture; booleans count as 0 and 1.
        looks_at: finding or flag ids, grades of findings ("mild", "severe", "red_flag"), "taken", "measurements".
    """

    of: Callable[["Reading"], int]
    looks_at: Groups


COMPUTED: dict[str, Computed] = {}


def computed(*looks_at: str) -> Callable[[Callable[["Reading"], int]], Callable[["Reading"], int]]:
    """Put a function into the register under its own name."""

    def register(of: Callable[["Reading"], int]) -> Callable[["Reading"], int]:
        COMPUTED[of.__name__] = Computed(of, frozenset(looks_at))
        return of

    return register
