"""The dose band of an amount: 0 usual, 1 more than usual, 2 well over, 3 overdose (clinical.md 6.3)."""

from msgspec.structs import replace

from knowledge.amounts import Amount
from knowledge.schema.substances import DoseBands, Substance

WORST_BAND = 3
DOSES_A_DAY = 3  # at most, of an MAO inhibitor on a schedule
_PIECES = (2, 3, 5)  # pieces above which a band begins, where the class says nothing of its own [X]


def band_of(amount: Amount, bands: DoseBands, substance: Substance | None) -> int:
    """The dose band 0-3 of an amount (clinical.md 6.3); the highest of all that it says."""
    found = [0]
    amount = _weighed(_at_once(amount, bands), bands, substance)
    usual_mg = substance.usual_mg if substance else None
    times = amount.times
    if amount.mg is not None and usual_mg:
        times = max(times or 0, amount.mg / usual_mg)
    own = substance.band_mg if substance else None
    if amount.mg is not None and own:
        found += [band for band, limit in enumerate(own, start=1) if limit is not None and amount.mg > limit]
        # the substance's own limits in mg are sharper than multiples of a usual dose
        times = amount.times
    if times is not None:
        found += [band for band, limit in enumerate(bands.times_usual, start=1) if limit is not None and times > limit]
    if amount.extra or (times or 0) > 1:
        found.append(bands.any_extra or 1)
    if amount.mg is not None and not own and not usual_mg and amount.times is None:
        found.append(1)  # a weight we can't compare is more than usual until someone knows better
    if amount.count is not None:
        limits = enumerate(bands.count or _PIECES, start=1)
        found += [band for band, limit in limits if limit is not None and amount.count > limit]
    if amount.unknown:
        found.append(unknown_band(bands, substance))
    if amount.whole and bands.whole is not None:
        found.append(bands.whole)
    return max(found)


def band_of_sum(mg: float, bands: DoseBands, substance: Substance) -> int:
    """The dose band 0-3 of several doses within a day, in mg together; several usual ones are no more than usual."""
    if substance.band_mg:
        limits = [(band, limit) for band, limit in enumerate(substance.band_mg, start=1) if limit is not None]
    else:
        usual = substance.usual_mg or 0
        limits = [(band, limit * usual) for band, limit in enumerate(bands.times_usual, start=1) if limit and usual]
    return max((band for band, limit in limits if mg > limit), default=0)


def unknown_band(bands: DoseBands, substance: Substance | None) -> int:
    """The band when the amount is not known: the substance's own, else its class's."""
    own = substance.unknown_band if substance else None
    if own is None and substance and substance.street_pill:
        return WORST_BAND  # nobody knows what is in it (clinical.md 6.3)
    return bands.unknown if own is None else own


def _at_once(amount: Amount, bands: DoseBands) -> Amount:
    """The weight that the bands speak of, where a schedule was said."""
    if amount.day_mg is None:
        return amount
    if bands.per_day:
        return replace(amount, mg=amount.day_mg)
    return replace(amount, mg=amount.day_mg / DOSES_A_DAY) if bands.any_extra == WORST_BAND else amount


def _weighed(amount: Amount, bands: DoseBands, substance: Substance | None) -> Amount:
    """The amount by weight where that tells more than pieces: a capsule of kratom, "6 tablets of 50 mg".

    Where the class has a line for pieces (three pills of MDMA, clinical.md 6.3), they count beside the weight.
    """
    if amount.count is None or substance is None:
        return amount
    piece = next((mg for name, mg in substance.piece_mg.items() if name in amount.words.casefold()), None)
    mg = amount.mg if amount.mg is not None or piece is None else amount.count * piece
    comparable = mg is not None and (substance.usual_mg or substance.band_mg)
    return replace(amount, mg=mg, count=None if comparable and not bands.count else amount.count)
