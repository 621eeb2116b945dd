"""How far a "no" reaches: over small words to what it denies, and through a list that "or" ends."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from flows.understanding.grammar import words_of
from flows.understanding.phrases.forms import Item
from flows.understanding.polarity.carriers import BASE, Verbs

_WORDS = words_of("polarity")
FARTHEST, FARTHEST_IN_A_LIST = 9, 25  # words between a "no" and what it denies
_MODIFIERS, _BEFORE_A_NOUN = _WORDS["modifiers"], _WORDS["before_a_noun"]
THROUGH = _WORDS["through"] | _MODIFIERS
_VERBAL = frozenset({"dont", "havent", "never"})
_NOT = frozenset({"not", "isnt", "dont", "havent", "never"})
_STRONG = _WORDS["strong"]
_MOST_FOREIGN = 4  # words of one thing in a list that we do not know
_STOP = 2  # the pause of a full stop
_STATES, _HARM = _WORDS["states"], _WORDS["harm"]
_NAMES, _AFTER_A_NAME = _WORDS["names"], frozenset({"or", "nor", "and", "at", "on", "in", "during", "overnight"})
_BREAKS_A_LIST = _WORDS["but"] | _WORDS["subjects"] | {"and"}
# "hes not making any sense, eyes quivering": what he does not make is named
_BREAKS = _WORDS["but"] | _WORDS["subjects"] | _WORDS["stopping"] | _WORDS["says"] | {"sense"}
_OPENS = _WORDS["opens_a_clause"]
_OR = frozenset({"or", "nor"})


def reaches(
    items: Sequence[Item], at: int, start: int, first: int, last: int, through: AbstractSet[str] | None = None
) -> bool:
    """Whether a "no" governs a phrase.

    Args:
        items: the text.
        at: the "no".
        start: where what it denies begins.
        first: where the phrase begins.
        last: where it ends.
        through: words that may stand between, when others than those before a sign.
    """
    if at < first < start and items[first].form in BASE:
        start = first  # "could not elicit clonus", where eliciting is a part of the phrase
    if first < start or first - at > FARTHEST_IN_A_LIST:
        return False
    if through is None and first > start and items[start].form in _STATES and items[start + 1].form not in _HARM:
        return False  # "no sleep shaking" speaks of two things, "no sleep problems" of one
    way = _Way(items, at, start, through)
    return all(way.goes_on(place, first) for place in range(at + 1, first + 1)) and way.arrives(first, last)


class _Way:
    """The way from a "no" to a phrase, a word at a time."""

    def __init__(self, items: Sequence[Item], at: int, start: int, through: AbstractSet[str] | None) -> None:
        self._items, self._at, self._start = items, at, start
        self._strong = items[at].form in _STRONG
        self._through = THROUGH if through is None else through
        self._verbs = Verbs(items, at, start) if through is None else None
        self._states = _STATES if through is None else frozenset[str]()
        self._state = False  # "denies drug use, shaking" lists no signs
        self._comma = self._closed = False  # a comma was passed; an "or" was, so that the next comma ends the list
        self._noun = items[at].form not in _NOT or start > at + 1  # a noun may come: after "not" an adjective may
        self._foreign, self._begins = 0, True  # unknown words of the thing that is listed; its first word is looked at

    def goes_on(self, place: int, first: int) -> bool:
        """Whether the "no" still reaches the place."""
        one = self._items[place]
        if one.pause:
            if one.pause == _STOP or self._foreign > _MOST_FOREIGN or self._state:
                return False
            if self._closed or (place == self._at + 1 and not self._strong):
                return False
            self._comma = True
            self._next()
        return not self._start <= place < first or self._takes(place)

    def _takes(self, place: int) -> bool:
        form = self._items[place].form
        self._state = self._state or form in self._states
        if form in _OR or form == "and":
            if (form == "and" and not self._strong) or self._foreign > _MOST_FOREIGN:
                return False
            self._closed = self._closed or form in _OR
            self._next()
            return True
        listed = self._comma or self._closed or self._strong
        if form in _BREAKS or (self._begins and listed and form in _OPENS and place > self._start):
            return False
        self._begins = False
        if self._verbs and self._verbs.carry(place):
            self._noun = True
        elif form not in self._through or (form in _MODIFIERS and not self._noun):
            self._foreign += 1
            # "doesnt smoke, fainting": another verb than one of having or causing lists no signs
            self._state = self._state or (place == self._start and self._items[self._at].form in _VERBAL)
        self._noun = self._noun or form in _BEFORE_A_NOUN
        return True

    def _next(self) -> None:
        """Another thing of the list begins."""
        self._foreign, self._begins = 0, True

    def arrives(self, first: int, last: int) -> bool:
        """Whether the "no" denies the phrase that it came to."""
        listed = not self._comma or self._closed or _in_a_list(self._items, last)
        if self._strong:
            return self._foreign <= _MOST_FOREIGN and (listed or _is_named(self._items, first, last))
        if self._foreign or (first - self._at > FARTHEST and not self._closed and not self._comma):
            return False
        if self._verbs and self._verbs.presuppose(first, last):
            return False
        return listed


def _is_named(items: Sequence[Item], first: int, last: int) -> bool:
    """Whether the phrase is only a name in a list: in "denies pain, seizure lasted 3 minutes" something happens."""
    following = items[last + 1 : last + 2]
    ends = not following or following[0].pause > 0 or following[0].form in _AFTER_A_NAME
    says = any(one.form in {"is", "are"} for one in items[first:last])
    return ends and not says and items[last].form in _NAMES


def _in_a_list(items: Sequence[Item], last: int) -> bool:
    """Whether the item stands in a list that ends in "or" or "nor": "no fever, chills or rigidity"."""
    for one in items[last + 1 : last + 7]:
        if one.pause == _STOP or one.form in _BREAKS_A_LIST:
            return False
        if one.form in _OR:
            return True
    return False
