"""substances/*.yaml: classes of substances, the substances in them, and how amounts become dose bands."""

from typing import Literal

from msgspec import field

from knowledge.schema.strict import Day, Label, Status, Strict, Text


class DoseBands(Strict, frozen=True):
    """How an amount becomes a dose band 0-3 (clinical.md 6.3)."""

    times_usual: tuple[float | None, float | None, float | None] = (1, None, None)
    any_extra: int | None = None
    unknown: int = 3
    whole: int | None = None  # a whole pack, where that is worse than "do not know"
    count: tuple[float | None, float | None, float | None] | None = None  # pieces above which a band begins
    per_day: bool = False  # the limits are for 24 hours, so "50 mg four times a day" is 200 mg
    least: int = 0  # an extract of kratom is band 1 however little it was (clinical.md 4.1)


class Substance(Strict, frozen=True):
    """One agent, by its generic name."""

    id: Text
    names: list[str]
    ask: list[str] = []
    half_life: str | None = None
    note: str | None = None
    active_hours: float | None = None
    maoi_pair_hours: float | None = None
    watch_hours: float | None = None
    usual_mg: float | None = None
    band_mg: tuple[float | None, float | None, float | None] | None = None
    piece_mg: dict[str, float] = {}  # what a capsule or spoon weighs at most, where it is known
    unknown_band: int | None = None  # the band when the amount is not known, where it differs from the class's
    must_call_with_kratom: bool = False
    never_prescribed: bool = False  # a street opioid: no doctor gave this dose, so call even when well
    street_pill: bool = False
    qt: bool = False  # can lengthen the QT interval: the card tells the crew (clinical.md 4.11)
    sources: list[str] = []


class SubstanceClass(Strict, frozen=True):
    """A class of substances that the interaction table treats alike (clinical.md 4.12)."""

    id: str = field(name="class")
    code: str
    name: Text
    label: Label
    tier: Literal[0, 1, 2, 3]
    active_hours: float
    maoi_pair_hours: float | None
    watch_hours: float
    depressant: bool
    opioid: bool
    bands: DoseBands
    sources: list[str]
    status: Status
    reviewed_by: str | None
    review_by: Day
    substances: list[Substance]
