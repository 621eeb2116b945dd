"""Reads one text: what it says of signs, of what was taken, of numbers, and whether it sounds like danger."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from flows.understanding.alarms import Alarms
from flows.understanding.amounts.amounts import quantities
from flows.understanding.amounts.quantity import Quantity
from flows.understanding.amounts.repeats import says_more
from flows.understanding.amounts.sums import together
from flows.understanding.language import language
from flows.understanding.lexicon import Lexicon
from flows.understanding.names.begun import is_begun
from flows.understanding.names.doubts import meant
from flows.understanding.names.drinking import with_drinking
from flows.understanding.names.names import Mention, NameFinder
from flows.understanding.numbers.measurements import Number, read_measurements
from flows.understanding.other_languages import english_hits, not_said_in_english
from flows.understanding.phrases.forms import Item, items_of_words
from flows.understanding.phrases.hits import NOTHING, Hit, longest
from flows.understanding.phrases.normalise import LONGEST, Plain, plain
from flows.understanding.signs import Signs
from flows.understanding.subject import subject
from flows.understanding.substances import Substances
from flows.understanding.times.ago import Ago, outside_times
from flows.understanding.times.far_times import is_alone, is_far
from flows.understanding.times.times import times
from flows.understanding.understood import A_DAY, Understood, words_of
from knowledge.amounts import find_amount
from knowledge.content import Content
from knowledge.text import normal

MOST_UNKNOWN = 3
KEPT_IN_NAMES = frozenset({NOTHING, "spiked", "self_harm"})
_SHORTEST_UNKNOWN = 3


class Reader:
    """Reads texts with the content's names and phrases; pure, the same text gives the same result."""

    def __init__(self, content: Content) -> None:
        """Prepare the names and phrases once."""
        self._content = content
        self._lexicon = Lexicon(content)
        self._names = NameFinder(content.names)
        self._signs = Signs(content, self._lexicon)
        self._substances = Substances(content, self._lexicon)
        self._alarms = Alarms(content)
        self._red_flags = frozenset(content.graded["red_flag"])
        # one step of a talk asks several times what the same words say; nothing older than that is kept
        self._newest = lru_cache(maxsize=1)(self._read)

    def read(self, text: str, *, now: float | None = None, lang: str = "") -> Understood:
        """What the text says; only its first 1,000 characters are read.

        Args:
            text: as typed.
            now: the hour of the day where the person is, when it is known: "at 9" needs it.
            lang: the language the person's app is set to.
        """
        return self._newest(text, now, lang)

    def _read(self, text: str, now: float | None, lang: str) -> Understood:
        lexicon, seen = self._lexicon, plain(text)
        items = lexicon.forms.items(seen.words)
        item_of = items_of_words(items)
        other, said_otherwise = lexicon.languages.signs(seen, item_of)
        written = language([word.form for word in seen.words], lexicon.small_words, lang)
        spoken = other or written
        mentions, unknown = self._names.find(seen, lexicon.known_words, sure=spoken == "en")
        mentions = with_drinking(seen, mentions)
        hits = longest(_outside(lexicon.phrases.find(items), items, mentions), self._red_flags)
        hits = english_hits(hits, items, seen, said_otherwise, lexicon.foreign(spoken))
        if written == "en" and any(word.form in lexicon.small_words["en"] for word in seen.words):
            said_otherwise = not_said_in_english(said_otherwise, hits, items, seen)
        hits += lexicon.sayings.find(items, hits)
        measured, odd, numbers = read_measurements(seen.text, self._content.measurements)
        signs = self._signs.read(seen, items, hits, numbers, said_otherwise)
        agos = times(seen.text, now)
        amounts = outside_times(quantities(seen.text), agos)
        mentions = meant(seen, items, hits, mentions, amounts, lexicon.foreign(spoken), self._content.names.dosed)
        taken, doubts = self._substances.read(seen, items, mentions, amounts, agos)
        self_harm, denied_harm = self._alarms.self_harm(signs)
        whole = normal(text[:LONGEST]) or text.strip()[:LONGEST]  # a text of signs alone is those signs
        named = bool(taken or doubts)
        about = [one.item for one in signs if one.status == "present"] + [item_of[one.first] for one in mentions]
        speaks = any(one.status == "present" for one in signs) or any(
            one.status in {"taken", "regular"} for one in taken
        )
        return Understood(
            plain=whole,
            lang=spoken,
            subject=subject(items, about, speaks=speaks),
            signs=tuple(signs),
            substances=taken,
            doubts=doubts,
            danger=self._alarms.danger(seen, items, hits, signs),
            self_harm=self_harm,
            denied_harm=denied_harm,
            command=lexicon.commands.get(whole, ""),
            answer=lexicon.answers.get(whole, ""),
            heat=lexicon.heat.get(whole, ""),
            illness=any(word.form in lexicon.illness for word in seen.words),
            unknown=tuple(dict.fromkeys(word.form for word in unknown if len(word.form) >= _SHORTEST_UNKNOWN))[
                :MOST_UNKNOWN
            ],
            measurements=measured,
            odd=odd,
            amount=None if named else (_amount(seen.text, amounts) or find_amount(seen.text)),
            when=_when(seen, agos) if not named else None,
            more=says_more(seen.text),
            begun=any(one.ids and is_begun(seen, one, agos) for one in mentions) and any(one.counts for one in taken),
            strange=lexicon.strangers.find(
                seen, [*_spans((*mentions, *amounts, *agos, *numbers)), *_spans_of(hits, items, seen)]
            ),
        )


def _amount(text: str, amounts: Sequence[Quantity]) -> str | None:
    """An amount without a name, or several together."""
    whole = together(text, amounts)
    return None if whole is None else whole.words if whole == amounts[0] else words_of(whole)


def _when(text: Plain, agos: Sequence[Ago]) -> str | None:
    """A time without a name, but no far one of something else: "i had a baby 3 weeks ago"."""
    if not agos:
        return None
    vague = is_far(agos[0]) or agos[0].high - agos[0].low >= A_DAY
    return None if vague and not is_alone(text, agos[0]) else agos[0].words


def _spans(found: Iterable[Mention | Quantity | Ago | Number]) -> list[tuple[int, int]]:
    return [(one.start, one.end) for one in found]


def _spans_of(hits: Iterable[Hit], items: Sequence[Item], text: Plain) -> list[tuple[int, int]]:
    """Where the words of the phrases stand."""
    taken = [items[at] for hit in hits for at in hit.items]
    return [(text.words[one.first].start, text.words[one.last].end) for one in taken]


def _outside(hits: Sequence[Hit], items: Sequence[Item], mentions: Sequence[Mention]) -> list[Hit]:
    """The hits that are not a part of a sure name, but for what was slipped to someone: "spiked drink" is both."""
    likened = {item.last + 1 for item in items if item.form == "like"}  # "walking like im drunk" is no drink
    exact = [
        range(one.first, one.last + 1)
        for one in mentions
        if one.ids and one.rule == "exact" and one.first not in likened
    ]
    named = {word for span in exact for word in span}
    inner = {word for span in exact if len(span) > 1 for word in span}  # the blue of methylene blue is no blue lip
    return [
        hit
        for hit in hits
        if hit.means in KEPT_IN_NAMES
        or not ((words := {items[at].first for at in hit.items}) <= named or words & inner)
    ]
