"""Verbs between "did not" and a sign: "didnt give me a headache"; whether they say that it is absent."""

from collections.abc import Sequence

from flows.understanding.grammar import words_of
from flows.understanding.phrases.forms import Item

_WORDS = words_of("polarity")
_CAUSE, _MAKE, _FIND = _WORDS["causers"], _WORDS["makers"], frozenset({"find", "found", "finding"})
_PERCEIVE = _WORDS["perceive"]
BASE = _WORDS["carriers_base"]  # after "did not": "made" begins something else
CARRIERS = BASE | _WORDS["carriers"]
_VERBAL = frozenset({"dont", "havent", "isnt", "never", "not", "without"})
_DEFINITE = frozenset({"my", "his", "her", "their", "our", "the", "this", "these", "those", "that"})
_ME = frozenset({"me", "him", "her", "them", "us", "you", "anyone", "anybody"})
_PERSONS = words_of("subject")["persons"]
_END_OF_IT = _WORDS["end_of_it"]
_ENDS_IT = _WORDS["but"] | _WORDS["subjects"] | {"and", "or"}
_LIE = frozenset({"lie", "lying", "lay", "sit", "sitting", "bend", "bending", "upside"})
_NEAR = 4  # words after a phrase in which "any better" belongs to it


class Verbs:
    """The verbs after one "no"."""

    def __init__(self, items: Sequence[Item], at: int, start: int) -> None:
        """Keep the "no" and where what it denies begins."""
        self._items, self._at, self._start = items, at, start
        # after "no" a verb begins something else: "no food makes me dizzy"
        self._may = items[at].form in _VERBAL or start > at + 1
        self._verbs = BASE if items[at].form == "dont" else CARRIERS
        self._seen = ""

    def carry(self, place: int) -> bool:
        """Whether the word is such a verb, or of its object."""
        form, before = self._items[place].form, self._items[place - 1].form
        if form == "one":  # "not one fit", but "havent had one, shaking"
            return not self._items[place + 1].form.endswith("ing")
        if not self._may:
            return False
        if form == "once":
            return place == self._at + 1
        if form in self._verbs and not (form == "bring" and self._items[place + 1].form not in {"on", "me"}):
            self._seen = form
            return True
        if not self._seen or self._seen in _PERCEIVE:
            return False
        return form in _ME or form in _PERSONS or form in {"with", "on"} or (form == "it" and before in _FIND)

    def presuppose(self, first: int, last: int) -> bool:
        """As in "didnt notice her collapse", "didnt cause my fit", "doesnt make the pain any better": it is there."""
        if self._is_known(first):
            return True
        if not self._may and self._items[self._at].form != "none":
            return False
        before = self._items[last].form
        for one in self._items[last + 1 : last + 1 + _NEAR]:
            if one.pause or one.form in _ENDS_IT:
                return False
            if one.form in _END_OF_IT and not (one.form == "down" and before in _LIE):
                return True
            before = one.form
        return False

    def _is_known(self, first: int) -> bool:
        """Whether the sign is "my", "his" or "the" one, whoever saw or caused it."""
        between = [one.form for one in self._items[self._start : first]]
        verb = next((form for form in reversed(between) if form in _CAUSE or form in _PERCEIVE), "")
        if not verb:
            return False
        objects = between[len(between) - between[::-1].index(verb) :]
        if verb in _PERCEIVE:
            return bool((_DEFINITE | _ME) & set(objects))
        given = any(one in _ME - {"her"} or one in _PERSONS for one in objects)
        given = given or (objects[-1:] == ["her"] and verb in _MAKE)
        return not given and bool(_DEFINITE & set(objects))
