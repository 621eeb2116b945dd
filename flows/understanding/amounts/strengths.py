"""So many of one strength: "6 oxy 10s", "ritalin 10 x 3", "gabapentin 3 x 800", "xanax x3"."""

import re

from flows.understanding.amounts.quantity import Quantity
from flows.understanding.amounts.units import ANY_PIECE, ANY_UNIT, MASS, unit_named
from flows.understanding.names.names import Mention
from flows.understanding.phrases.normalise import Plain

_TIMES_AFTER = re.compile(
    rf"\s+(?P<unit>{ANY_UNIT})?\s*x\s?(?P<count>[1-9]\d?)(?!\w|[.,]\d)(?:\s+(?P<unit2>{ANY_UNIT})(?![^\W_]))?"
)
_STRENGTH_AFTER = re.compile(
    r"\s+\(?(?P<mg>\d{1,3}(?:\.\d{1,2})?)\s*(?P<unit>mgs?|s(?![\w]))?(?![\w:/%]|[.,]\d)"
    r"(?!\s*(?:ago|am|pm|x|times|hours?|hrs?|mins?|minutes?|days?|weeks?|of|or|to|-|and\s+a\s+half|more|pills?|tabs?|caps?)\b)"
)
_COUNT_OF = re.compile(r"\s+(?P<count>[1-9])\s*x\s*(?P<mg>\d{2,4})(?:\s*mgs?)?(?![\w:]|[.,]\d)")
_SO_OFTEN = re.compile(r"\s*(?:mg)?\s*x\s?(?P<count>[1-9])(?!\w|[.,]\d)")
# "six kratom capsules, the 600 mg kind", "3 seroquel of 25 mg"
_OF_EACH = re.compile(rf"\s*(?:{ANY_PIECE}|capsul)?\s*[,(]?\s*(?:of\s+the|of|the|each\s+one|each|at|@)?\s*")
FEWEST_MG = 5  # a smaller number is no strength in milligrams
LEAST_STRENGTH, MOST_STRENGTH = 0.2, 20  # times the usual dose that a number after a name may be


def of_each(text: Plain, mention: Mention, count: Quantity, usual: float) -> Quantity | None:
    """As in "6 oxy 10s" and "one ibuprofen 400": so many of that strength; pieces where the number may be anything."""
    strength = _STRENGTH_AFTER.match(text.text, mention.end)
    if strength is None or count.low < 1 or count.words.startswith("0"):
        return None
    each = float(strength["mg"])
    if strength["unit"] or (usual and usual * LEAST_STRENGTH <= each <= usual * MOST_STRENGTH):
        words = f"{count.words} x {strength['mg']} mg"
        return count._replace(low=count.low * each, high=count.high * each, unit="mg", words=words)
    return count._replace(unit="tablet")


def so_often(text: Plain, at: int, quantity: Quantity, unit: str) -> Quantity:
    """As in "ritalin 10 x 3" and "50 trams x3": a strength, and how many."""
    often = _SO_OFTEN.match(text.text, at)
    if often is None or quantity.low < FEWEST_MG:
        return quantity._replace(unit=unit)
    count = float(often["count"])
    return quantity._replace(unit="mg", low=quantity.low * count, high=quantity.high * count)


def so_many_of(text: Plain, mention: Mention, usual: float) -> Quantity | None:
    """As in "gabapentin 3 x 800"."""
    found = _COUNT_OF.match(text.text, mention.end)
    if found is None or not usual:
        return None
    mg = float(found["count"]) * float(found["mg"])
    return Quantity(mention.end, found.end(), mg, mg, "mg", found[0].strip())


def multiple(text: Plain, mention: Mention) -> Quantity | None:
    """As in "xanax x3"."""
    times = _TIMES_AFTER.match(text.text, mention.end)
    if times is None:
        return None
    count, said = float(times["count"]), times[0].strip()
    unit = unit_named(times["unit"] or times["unit2"] or "tablet")
    return Quantity(mention.end, times.end(), count, count, unit, said)


def is_strength(text: Plain, mention: Mention, count: Quantity, named: Quantity) -> bool:
    """Whether the weight is that of each: "4 tramadol 50mg"; in doubt it was more."""
    between = text.text[mention.end : named.start]
    after = count.end <= mention.start and mention.end <= named.start
    return named.unit in MASS and after and bool(_OF_EACH.fullmatch(between))
