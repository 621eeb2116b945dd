"""Doubtful words that mean one thing beside a dose: "2 g of mushrooms", "popped an addy"."""

import re
from collections.abc import Collection, Mapping, Sequence

from flows.understanding.amounts.quantity import Quantity
from flows.understanding.grammar import words_of
from flows.understanding.names.names import Mention
from flows.understanding.phrases.normalise import Plain
from knowledge.english import english
from knowledge.text import squeezed

Dosed = Mapping[str, tuple[str, Collection[str]]]

_WORDS = words_of("doubts")
_DOSING, _AFTER, _SURELY_TAKING = _WORDS["dosing"], _WORDS["after"], _WORDS["surely_taking"]
_COUNT = re.compile(r"\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve|couple|few")
_NEAR = 4  # words before a name that are looked at
_NEAR_VERB = 3  # words from a verb of taking to what was taken
_BESIDE = 2  # words between an amount and its name
_SHORTEST_PLAIN = 4  # letters of a doubtful word that may be sure
_STOP = 2  # the pause of a full stop


def surely(text: Plain, one: Mention, amount: Quantity | None, dosed: Dosed) -> tuple[str, ...]:
    """What a doubtful word means for sure where it stands, beside an amount or a verb of taking; else nothing.

    Args:
        text: where it stands.
        one: the word.
        amount: its amount.
        dosed: what such words mean beside a dose, and in which units.
    """
    known = dosed.get(squeezed(one.said)) if one.rule == "exact" else None
    if known is None or _is_of_else(text, one):
        return one.maybe if _has_one_meaning(text, one, amount) else ()
    ident, units = known
    beside = amount is not None and _is_beside(text, one, amount)
    if units:
        return (ident,) if beside and amount and amount.unit in units else ()
    taken = ends(text, one) and _DOSING & set(before(text, one)[:_NEAR_VERB])
    return (ident,) if beside or taken else ()


def is_dosed(text: Plain, one: Mention, amounts: Sequence[Quantity], dosed: Dosed) -> bool:
    """Whether a number stands before a word with one meaning beside it: "10 coricidin", "5 drinks"."""
    if _is_of_else(text, one):
        return False
    if one.first and squeezed(one.said) in dosed and _COUNT.fullmatch(text.words[one.first - 1].form):
        return True
    within = next((each for each in amounts if each.start < one.start and one.end <= each.end), None)
    return within is not None and bool(surely(text, one, within, dosed))


def ends(text: Plain, one: Mention, also: Collection[str] = ()) -> bool:
    """Whether the name ends with the word: "had acid", not "had acid reflux"; `also` may follow it."""
    following = text.words[one.last + 1] if one.last + 1 < len(text.words) else None
    return (
        following is None
        or following.pause > 0
        or following.form in _AFTER
        or following.form in also
        or following.form[0].isdigit()
    )


def _is_of_else(text: Plain, one: Mention) -> bool:
    """As in "2 pints of milk"."""
    return one.last + 1 < len(text.words) and text.words[one.last + 1].form == "of"


def _is_beside(text: Plain, one: Mention, amount: Quantity) -> bool:
    """Whether the amount stands right at the word, or holds it: "5 drinks"."""
    if amount.start < one.end and one.start < amount.end:
        return True
    between = text.text[amount.end : one.start] if amount.end <= one.start else text.text[one.end : amount.start]
    return len(between.split()) <= _BESIDE


def _has_one_meaning(text: Plain, one: Mention, amount: Quantity | None) -> bool:
    """Whether a doubtful word has one meaning, is no everyday word, and is said to have been taken."""
    if one.rule != "exact" or len(one.maybe) != 1 or len(one.said) < _SHORTEST_PLAIN:
        return False
    if any(word in english() for word in one.said.split()):
        return False
    before = {word.form for word in text.words[max(0, one.first - 3) : one.first]}
    return amount is not None or bool(_SURELY_TAKING & before)


def before(text: Plain, one: Mention) -> list[str]:
    """The words shortly before it in its sentence."""
    found = []
    for at in range(one.first - 1, max(-1, one.first - 1 - _NEAR), -1):
        if text.words[at + 1].pause == _STOP:
            break
        found.append(text.words[at].form)
    return found
