"""What is known of one person: answers, what was taken, and measurements; anything not asked is simply missing."""

from collections.abc import Mapping

from msgspec import Struct

from knowledge.levels import Level


class Taken(Struct, frozen=True):
    """One thing a person says they took.

    Attributes:
        said: the word they used.
        id: the substance id or class id it was understood as; "unknown" when it was not.
        band: dose band 0-3 (clinical.md 6.3), None when no amount was said.
        hours_ago: hours since the last dose at the least, None when not said (counts as inside every window).
        amount: the amount in the person's words.
        when: the time in the person's words.
        mg: the amount in milligrams, None when it was not said as a weight.
        said_at: the second at which it was said, 0 when not known; for the card, as no rule looks at it: what was taken
            counts for as long as if it had just been said.
    """

    said: str
    id: str
    band: int | None = None
    hours_ago: float | None = None
    amount: str | None = None
    when: str | None = None
    mg: float | None = None
    said_at: int = 0


class Facts(Struct, frozen=True):
    """The facts so far.

    Attributes:
        levels: yes/no facts (findings and flags) by id; a missing one was not asked.
        taken: what was taken; None when that was not asked yet.
        measurements: numbers by measurement id, in the unit of measurements.yaml.
    """

    levels: Mapping[str, Level] = {}
    taken: tuple[Taken, ...] | None = None
    measurements: Mapping[str, float] = {}
