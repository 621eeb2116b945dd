"""Times counted on from the one before them: "vyvanse at 8am, then 2 hrs later kratom", "an hour after that"."""

from collections.abc import Iterable, Iterator

from flows.understanding.hinted import Hinted
from flows.understanding.times.ago import FREE, TIME_UNIT, Ago, in_hours
from knowledge.spoken_numbers import NUMBER, number

_LATER = Hinted(
    "later|after",
    rf"{FREE}(?P<low>{NUMBER})\s*(?:an?\s+)?{TIME_UNIT}\s+(?:later|after(?:wards)?(?:\s+(?:that|this|it))?(?=\s*(?:$|[.,;!?]|i\b|took\b)))",
)


def counted_on(text: str, known: Iterable[Ago]) -> Iterator[Ago]:
    """Each as hours ago; none where no time stands before it."""
    times = sorted(known, key=lambda one: one.end)
    for match in _LATER.finditer(text):
        before = [one for one in times if one.end <= match.start()]
        if before:
            hours = number(match["low"]) * in_hours(match["unit"])
            low, high = (max(0.0, round(each - hours, 2)) for each in (before[-1].low, before[-1].high))
            yield Ago(match.start(), match.end(), low, high, match[0].strip())
