"""An amount that someone puts right: "took 4 tramadol.. actually 5", "5 g, no wait 7 g", "8 grams *18"."""

from collections.abc import Mapping, Sequence

from flows.understanding.amounts.quantity import Quantity
from flows.understanding.amounts.units import ANY_UNIT, converted, unit_named
from flows.understanding.hinted import Hinted
from flows.understanding.names.names import Mention
from knowledge.spoken_numbers import NUMBER, number

_SAID = r"(?:(?:it\s+was|its|it's|was|thats|that's|more\s+like|like|about|i\s+took|i\s+had|had|took|maybe)\s+)*"
_INSTEAD = Hinted(
    "actually|wait|mean|sorry|correction|make|scratch|rather|*",
    r"(?:\b(?:actually|no\s+wait|wait\s+no|wait|i\s+mean|i\s+meant|sorry|correction|make\s+(?:that|it)|scratch\s+that|or\s+rather)\b[\s,.:-]*)+"
    rf"{_SAID}(?P<value>{NUMBER})\s*(?P<unit>{ANY_UNIT})?(?![\w.,/]\w)(?=\s*(?:$|[.,!?;)]|sorry\b|not\b|i\s+just\b|and\b|at\b))"
    rf"|(?<!\w)\*\s?(?P<starred>{NUMBER})\s*(?P<unit2>{ANY_UNIT})?\b",
)
_FARTHEST = 60  # characters between an amount and the right one


def corrected(text: str, mentions: Sequence[Mention], linked: Mapping[int, Quantity]) -> dict[int, Quantity]:
    """Of each name whose amount is put right, the right one; without a unit it has that of the first.

    Args:
        text: where they stand.
        mentions: the names.
        linked: the amount of each by its number.
    """
    right: dict[int, Quantity] = {}
    for match in _INSTEAD.finditer(text):
        said, unit = match["value"] or match["starred"], match["unit"] or match["unit2"]
        before = [
            (one.end, at)
            for at, one in linked.items()
            if one.end <= match.start() <= max(one.end, mentions[at].end) + _FARTHEST
            and mentions[at].end <= match.start()
        ]
        if not before or said in {"a", "an"}:
            continue
        at = max(before)[1]
        by, named = converted(unit_named(unit)) if unit else (1.0, linked[at].unit)
        value = number(said) * by
        if named == linked[at].unit and not any(
            linked[at].end < one.start < match.start() and one.start > mentions[at].end for one in mentions
        ):
            start = match.start("value" if match["value"] else "starred")
            right[at] = Quantity(start, match.end(), value, value, named, text[start : match.end()].strip())
    return right
