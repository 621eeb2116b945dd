"""How near an amount stands to a name: in its own sentence first, and on the side on which the text writes amounts."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import Literal

from flows.understanding.amounts.quantity import Quantity
from flows.understanding.amounts.units import MG
from flows.understanding.grammar import words_of
from flows.understanding.names.names import Mention
from flows.understanding.phrases.normalise import Plain, Word

Side = Literal["before", "after"]

_WORDS = words_of("links")
_SMALL, _PARTS, _NOT_OF = _WORDS["small"], _WORDS["parts"], _WORDS["not_of"]
_MORE = frozenset({"more", "again"})
_FARTHEST = 6  # words between an amount and its substance
_STOP = 2  # the pause of a full stop
_COMMA, _OTHER_SIDE, _PAREN, _UNLIKELY, _STOPPED = 2.0, 0.5, 3.0, 1.0, 8.0  # how much farther each makes it, in words
_MOST_TIMES = 50  # the usual dose, and as small a part of it: beyond, it is rather the amount of the other neighbour
_START, _END = attrgetter("start"), attrgetter("end")


def words_between(words: Sequence[Word], start: int, end: int) -> Sequence[Word]:
    """The words of a part of the text."""
    return words[bisect_left(words, start, key=_START) : bisect_right(words, end, key=_END)]


class Nearness:
    """Measures names and amounts of one text."""

    def __init__(
        self, text: Plain, mentions: Sequence[Mention], found: Sequence[Quantity], usual_mg: Mapping[str, float]
    ) -> None:
        """See on which side of the names the text writes amounts.

        Args:
            text: where they stand.
            mentions: the names.
            found: the amounts.
            usual_mg: by substance, what people usually take of it.
        """
        self._text, self._mentions, self._usual_mg = text, mentions, usual_mg
        free = [one for one in found if not any(_overlap(one, each) for each in mentions)]
        self._stops = [word.start for word in text.words if word.pause == _STOP and self._stops_at(word)]
        entities = sorted([*((one.start, "name") for one in mentions), *((one.start, "amount") for one in free)])
        self._sides: dict[int, Side | None] = {}
        for at in {self._sentence(start) for start, _ in entities}:
            self._sides[at] = _side([what for start, what in entities if self._sentence(start) == at])
        self._side = _side([what for _, what in entities]) or "before"

    def distance(self, mention: Mention, quantity: Quantity) -> float | None:
        """Words between, 0 for neighbours and "of"; None when they are too far apart or another name stands between."""
        if _overlap(quantity, mention):
            # "5 beers", "a bottle of wine", "a couple of pints": the name holds the unit
            return 0.0 if quantity.start <= mention.start and quantity.end <= mention.end else None
        before = quantity.end <= mention.start
        start, end = (quantity.end, mention.start) if before else (mention.end, quantity.start)
        words, gap = words_between(self._text.words, start, end), self._text.text[start:end]
        if before and len(words) > 1 and words[0].form in _MORE and words[1].form != "of":
            return None  # "5g kratom and 5g more at 6, zoloft": so much more of what was named before
        forms = [word.form for word in words if word.form not in _SMALL]
        if len(forms) > _FARTHEST or any(start <= one.start < end for one in self._mentions):
            return None
        if _PARTS & set(forms) or (_NOT_OF & set(forms) and gap.strip() != "bottle of") or "+" in gap or "&" in gap:
            return None
        stopped = self._sentence(start) != self._sentence(end)
        if stopped and (forms or (before and not self._is_alone(mention))):
            return None
        side = self._sides.get(self._sentence(quantity.start)) or self._side
        return (
            len(forms)
            + _COMMA * ("," in gap)
            + _STOPPED * stopped
            + _PAREN * (before and ")" in gap)
            + _OTHER_SIDE * (before != (side == "before"))
            + _UNLIKELY * self._is_unlikely(mention, quantity)
        )

    def _is_alone(self, mention: Mention) -> bool:
        """Whether the sentence of a name ends with it: "8 g. Kratom", not "8 g. Zoloft is my medicine"."""
        return mention.last + 1 == len(self._text.words) or bool(self._text.words[mention.last + 1].pause)

    def _sentence(self, place: int) -> int:
        """The number of the sentence in which a place stands."""
        return bisect_right(self._stops, place)

    def _stops_at(self, word: Word) -> bool:
        """Whether a sentence ends before the word; what stands in brackets belongs to what was before them."""
        at = bisect_left(self._text.words, word.start, key=_START)
        since = self._text.words[at - 1].end if at else 0
        return bool(set(self._text.text[since : word.start]) - set("() ,:"))

    def _is_unlikely(self, mention: Mention, quantity: Quantity) -> bool:
        usual = next((self._usual_mg[one] for one in mention.everything if one in self._usual_mg), 0.0)
        mg = quantity.high * MG.get(quantity.unit, 0.0)
        return bool(usual and mg) and not usual / _MOST_TIMES <= mg <= usual * _MOST_TIMES


def _overlap(one: Quantity | Mention, other: Quantity | Mention) -> bool:
    return one.start < other.end and other.start < one.end


def _side(entities: Sequence[str]) -> Side | None:
    """On which side of its name each amount stands, where they take turns; None where that does not say."""
    if len(entities) % 2 or not entities or any(one == other for one, other in pairwise(entities)):
        return None
    return "before" if entities[0] == "amount" else "after"
