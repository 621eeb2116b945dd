"""The substances a text speaks of, each with whether it was taken, its amount and its time."""

from collections.abc import Mapping, Sequence

from flows.understanding.amounts.amounts import bare_numbers
from flows.understanding.amounts.dosed import surely
from flows.understanding.amounts.links import amounts_of
from flows.understanding.amounts.quantity import Quantity
from flows.understanding.amounts.repeats import without_repeats
from flows.understanding.amounts.retold import retold, without_told
from flows.understanding.amounts.sums import summed
from flows.understanding.amounts.vague import vague_of
from flows.understanding.lexicon import Lexicon
from flows.understanding.names.intake import Intake, intake, is_denied, is_missed, is_offered
from flows.understanding.names.names import Mention
from flows.understanding.phrases.forms import Item, items_of_words
from flows.understanding.phrases.normalise import Plain
from flows.understanding.polarity.past import is_past
from flows.understanding.times.ago import Ago, outside_times
from flows.understanding.times.far_times import is_far
from flows.understanding.times.onsets import is_onset
from flows.understanding.times.owners import is_taken, times_of
from flows.understanding.understood import Doubt, Span, Taken
from knowledge.content import Content
from knowledge.schema.substances import Substance

MOST_MENTIONS = 24  # names, amounts and times of one text that are looked at
_STOP = 2  # the pause of a full stop
_DAYS = 72  # hours
_BESIDE = 3  # signs after a name
_HEAVIEST_PILL = 1000  # mg


class Substances:
    """Reads what was taken."""

    def __init__(self, content: Content, lexicon: Lexicon) -> None:
        """Keep what is known."""
        self._content, self._lexicon = content, lexicon
        self._usual_mg = {ident: one.usual_mg for ident, one in content.substances.items() if one.usual_mg}
        self._in_pieces = frozenset(
            {ident for ident, one in content.substances.items() if _is_pill(one)}
            | {ident for ident, family in content.class_of.items() if family == "alcohol"}
        )

    def read(
        self,
        text: Plain,
        items: Sequence[Item],
        mentions: list[Mention],
        found: Sequence[Quantity],
        when: Sequence[Ago],
    ) -> tuple[tuple[Taken, ...], tuple[Doubt, ...]]:
        """What was taken, and the names that are a doubt, in the order of the text."""
        mentions = mentions[:MOST_MENTIONS]
        if not mentions:
            return (), ()
        amounts = amounts_of(
            text,
            mentions,
            found[:MOST_MENTIONS],
            outside_times(bare_numbers(text.text), when)[:MOST_MENTIONS],
            self._usual_mg,
            self._in_pieces,
        )
        better = retold(text.text, mentions, amounts, found[:MOST_MENTIONS])
        rest = without_told(mentions, amounts, better, found[:MOST_MENTIONS])
        amounts |= better
        sums = summed(text.text, mentions, amounts, rest)
        amounts |= vague_of(text, mentions, amounts)
        named = {at for one in mentions for at in range(one.first, one.last + 1)}
        agos = times_of(
            text, mentions, [one for one in when[:MOST_MENTIONS] if not is_onset(text, one, named, self._is_sign)]
        )
        taken: list[Taken] = []
        doubts: list[Doubt] = []
        item_of = items_of_words(items)
        for number, one in enumerate(mentions):
            span = Span(one.start, one.end)
            amount, ago = sums.get(number) or amounts.get(number), agos.get(number)
            if number in sums and ago and is_far(ago):
                ago = None  # it is the time of one dose, and another may be from now
            status, amount, ago = self._intake(items, (item_of[one.first], item_of[one.last]), one, amount, ago)
            if ago and status == "regular" and _is_of_another(text, mentions, number, agos):
                ago = None  # it is when something else was taken
            if not one.ids:
                one = one._replace(ids=surely(text, one, amount, self._content.names.dosed))  # noqa: PLW2901  the doubt may be gone
            if not one.ids:
                doubts.append(Doubt(one.said, one.maybe, span, amount, ago, status))
                continue
            for ident in one.ids:
                strength = amount
                if strength and strength.unit == "tablet" and self._content.class_of.get(ident) == "alcohol":
                    strength = strength._replace(unit="drink")
                taken.append(Taken(ident, one.said, span, status, one.rule, sure=True, amount=strength, ago=ago))
        return tuple(without_repeats(taken, text.text)), tuple(doubts)

    def _intake(
        self, items: Sequence[Item], place: tuple[int, int], one: Mention, amount: Quantity | None, ago: Ago | None
    ) -> tuple[Intake, Quantity | None, Ago | None]:
        """What is said of a name, and its amount and time where they are those of a taking."""
        past = is_past(items, *place) and not (ago and not ago.since)
        status = intake(items, *place, past=past, stays=self._stays(one))
        if is_offered(items, *place):
            return "planned", None, None
        if is_missed(items, place[0]):
            status = "regular" if status == "taken" else status
            amount = None if amount and amount.start < one.end + _BESIDE else amount  # "then took 3" is no missed dose
        if (status == "planned" and not (ago and ago.since)) or (status != "denied" and is_denied(items, *place)):
            ago = None  # nothing was taken yet, or the time is that of the "no"
        if status == "denied" and ago and not ago.since and not ago.low:
            ago = None  # "no xanax today"
        return status, amount, ago

    def _stays(self, one: Mention) -> bool:
        """Whether it stays in the body for days, or an MAO inhibitor beside it matters for so long."""
        classes = (self._content.classes[self._content.class_of[ident]] for ident in one.ids)
        return any(max(each.active_hours, each.maoi_pair_hours or 0) > _DAYS for each in classes)

    def _is_sign(self, word: str) -> bool:
        return self._lexicon.forms.stem(word) in self._lexicon.sign_stems


def _is_of_another(text: Plain, mentions: Sequence[Mention], number: int, agos: Mapping[int, Ago]) -> bool:
    """Whether the time of a name is in another sentence, or another name is nearer: "on zoloft 50, 4g kratom at 8".

    What is taken with another has its time: "took kratom and his prescribed zoloft 2 hours ago".
    """
    mine = agos[number]
    start, end = sorted((mentions[number].start, mine.start))
    pauses = [word.pause for word in text.words if start < word.start <= end]
    if _STOP in pauses:
        return True
    if is_taken(text, mentions, number) and not any(pauses):
        return False
    return any(at != number and each is mine and start < mentions[at].start < end for at, each in agos.items())


def _is_pill(one: Substance) -> bool:
    """Whether "a" before its name is a pill: not where people drink it."""
    drunk = any("drink" in units for units in one.with_unit.values())
    return one.usual_mg is not None and one.usual_mg <= _HEAVIEST_PILL and not drunk
