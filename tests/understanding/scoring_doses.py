"""Scores an `understand(text)` function on amounts and times."""

from collections.abc import Sequence

from tests.understanding.gold import Amount, DosesTimes
from tests.understanding.reading import Understand, read, same
from tests.understanding.tally import Tally, same_amount, within


def score_doses(gold: Sequence[DosesTimes], understand: Understand) -> tuple[Tally, Tally, list[str]]:
    """Amounts, times, and what went wrong."""
    amounts, times, misses = Tally(), Tally(), []
    for sentence in gold:
        reading = read(understand, sentence.text)
        said = [(same(one.id), one.amount, one.said) for one in reading.substances if one.amount]
        since = [(same(one.id), one.hours_ago) for one in reading.substances if one.hours_ago]
        before = amounts.missed + amounts.wrong + times.missed + times.wrong
        for dose in sentence.amounts:
            ways = (Amount(dose.value, dose.unit), *dose.instead)
            found = [one for one in said if one[0] == same(dose.of) and same_amount(one[1], ways)]
            amounts.add(right=bool(found), missed=not found)
            # a product of several substances has one amount
            said = (
                [one for one in said if one[0] != same(dose.of) and (not one[2] or one[2] != found[0][2])]
                if found
                else said
            )
        amounts.add(wrong=len(said))
        for time in sentence.times:
            hit = any(ident == same(time.of) and within(one, time.hours_ago) for ident, one in since)
            times.add(right=hit, missed=not hit)
            since = [one for one in since if one[0] != same(time.of)] if hit else since
        times.add(wrong=len(since))
        if before != amounts.missed + amounts.wrong + times.missed + times.wrong:
            misses.append(f"dose {sentence.text!r}: left over {said}, {since}")
    return amounts, times, misses
