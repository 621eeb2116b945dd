"""substances/*.yaml: classes of substances, the substances in them, and how amounts become dose bands."""

from typing import Literal

from msgspec import field

from knowledge.schema.strict import Day, Label, Status, Strict, Text


class DoseBands(Strict, frozen=True):
    """How an amount becomes a dose band: 0 usual, 1 more than usual, 2 well over, 3 overdose (clinical.md 6.3).

    Where three limits stand in a list, an amount above the first is band 1, above the second 2, above the third 3;
    null: there is no such band.

    Attributes:
        times_usual: limits in multiples of a usual dose.
        any_extra: the band of any extra dose; null: 1.
        unknown: the band of an amount that is not known.
        whole: the band of a whole pack, where that is worse than "do not know".
        count: limits in pieces; null: those of knowledge/doses.py.
        per_day: the limits are for 24 hours, so "50 mg four times a day" is 200 mg.
        least: the band of the smallest amount; an extract of kratom is band 1 however little it was (clinical.md 4.1).
    """

    times_usual: tuple[float | None, float | None, float | None] = (1, None, None)
    any_extra: int | None = None
    unknown: int = 3
    whole: int | None = None
    count: tuple[float | None, float | None, float | None] | None = None
    per_day: bool = False
    least: int = 0


class Substance(Strict, frozen=True):
    """One agent, by its generic name; what is null is as its class says.

    Attributes:
        names: other names that mean it for sure; brands, street names, other languages.
        ask: names that may mean it; people are asked.
        with_dose: names as in `ask` that mean it for sure beside an amount or a verb of taking: "2 g of mushrooms".
        with_unit: names as in `ask` that mean it for sure beside an amount in one of these units: "2 bumps of k".
        half_life: in words; only for who reads the file.
        note: only for who reads the file.
        active_hours: for how long after the last dose it counts (clinical.md 4.0).
        maoi_pair_hours: the same for a pair with an MAO inhibitor.
        watch_hours: for how long somebody has to be watched (clinical.md 4.14).
        usual_mg: a usual single dose for a person used to it, in mg.
        band_mg: limits in mg as in the class's `bands`; they stand in the place of multiples of a usual dose.
        piece_mg: what a capsule or spoon weighs at most, in mg, where it is known.
        unknown_band: the band when the amount is not known, where it differs from the class's.
        must_call_with_kratom: with kratom, a call even when well (clinical.md 6.6).
        never_prescribed: a street opioid: no doctor gave this dose, so call even when well.
        street_pill: often sold as a pill that holds something else: an amount that is not known is band 3.
        qt: can lengthen the QT interval: the card tells the crew (clinical.md 4.11).
    """

    id: Text
    names: list[str]
    ask: list[str] = []
    with_dose: list[str] = []
    with_unit: dict[str, list[str]] = {}
    half_life: str | None = None
    note: str | None = None
    active_hours: float | None = None
    maoi_pair_hours: float | None = None
    watch_hours: float | None = None
    usual_mg: float | None = None
    band_mg: tuple[float | None, float | None, float | None] | None = None
    piece_mg: dict[str, float] = {}
    unknown_band: int | None = None
    must_call_with_kratom: bool = False
    never_prescribed: bool = False
    street_pill: bool = False
    qt: bool = False
    sources: list[str] = []


class SubstanceClass(Strict, frozen=True):
    """A class of substances that the interaction table treats alike (clinical.md 4.12).

    Attributes:
        code: its letters in clinical.md 4.12.
        tier: its action on serotonin: 3 high, 2 moderate, 1 low or disputed, 0 none (clinical.md 4.0).
        active_hours: for how long after the last dose it counts.
        maoi_pair_hours: the same for a pair with an MAO inhibitor; null: as active_hours.
        watch_hours: for how long somebody has to be watched (clinical.md 4.14).
        depressant: it slows breathing (rule R11).
        opioid: naloxone may help.
    """

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
