"""Doubtful words: whether one really names a drug here, and whether it can mean only one."""

from collections.abc import Collection, Mapping, Sequence
from operator import attrgetter

from flows.understanding.amounts import Quantity
from flows.understanding.forms import Item
from flows.understanding.grammar import words_of
from flows.understanding.hits import NOTHING, Hit
from flows.understanding.names import Mention
from flows.understanding.nearness import Nearness
from flows.understanding.normalise import Plain
from flows.understanding.times import times
from flows.understanding.units import MASS
from flows.understanding.unnamed import PILL, is_another, is_given, unnamed
from knowledge.english import english
from knowledge.text import squeezed

_WORDS = words_of("doubts")
_NOT_NAMES, _TAKING, _SURELY_TAKING = _WORDS["not_names"], _WORDS["taking"], _WORDS["surely_taking"]
_BETWEEN, _NAMED_BY_UNIT, _GENERIC = _WORDS["between"], _WORDS["named_by_unit"], _WORDS["generic"]
_ARTICLES, _DOSING, _AFTER = _WORDS["articles"], _WORDS["dosing"], _WORDS["after"]
_NEAR, _FAR = 4, 5  # words between a doubtful word and what makes it a drug
_SHORT_TEXT = 2  # words of a text that is only a name
_SHORTEST_PLAIN = 4  # letters of a doubtful word that may be sure
_NEAR_VERB = 3  # words from a verb of taking to what was taken
_STOP = 2  # the pause of a full stop

Dosed = Mapping[str, tuple[str, Collection[str]]]


def meant(
    text: Plain,
    items: Sequence[Item],
    hits: Sequence[Hit],
    mentions: Sequence[Mention],
    amounts: Sequence[Quantity],
    small_words: Collection[str],
    dosed: Dosed,
) -> list[Mention]:
    """The sure mentions, and the doubtful ones that have a reason to be about a drug."""
    if all(one.ids for one in mentions):
        return sorted([*mentions, *unnamed(text, mentions)], key=attrgetter("start"))
    sure = [one for one in mentions if one.ids]
    spoken = _words(items, [at for hit in hits for at in (hit.inside if hit.means == NOTHING else hit.items)])
    agos = times(text.text, 0)
    meant = [
        one
        for one in mentions
        if one.ids
        or not (
            one.said in _NOT_NAMES
            or one.said in small_words
            or one.first in spoken
            or any(ago.start <= one.start < ago.end for ago in agos)
            or not (_is_dosed(text, one, amounts, dosed) or _is_drug(text, one, sure, amounts))
        )
    ]
    return sorted([*meant, *unnamed(text, meant)], key=attrgetter("start"))


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
    taken = _ends(text, one) and _DOSING & set(_before(text, one)[:_NEAR_VERB])
    return (ident,) if beside or taken else ()


def _ends(text: Plain, one: Mention) -> bool:
    """Whether the name ends with the word: "had acid", not "had acid reflux"."""
    following = text.words[one.last + 1] if one.last + 1 < len(text.words) else None
    return following is None or following.pause > 0 or following.form in _AFTER or following.form[0].isdigit()


def _is_of_else(text: Plain, one: Mention) -> bool:
    """As in "2 pints of milk"."""
    return one.last + 1 < len(text.words) and text.words[one.last + 1].form == "of"


def _is_beside(text: Plain, one: Mention, amount: Quantity) -> bool:
    """Whether the amount stands right at the word, or holds it: "5 drinks"."""
    if amount.start < one.end and one.start < amount.end:
        return True
    between = text.text[amount.end : one.start] if amount.end <= one.start else text.text[one.end : amount.start]
    return len(between.split()) <= _SHORT_TEXT


def _has_one_meaning(text: Plain, one: Mention, amount: Quantity | None) -> bool:
    """Whether a doubtful word has one meaning, is no everyday word, and is said to have been taken."""
    if one.rule != "exact" or len(one.maybe) != 1 or len(one.said) < _SHORTEST_PLAIN:
        return False
    if any(word in english() for word in one.said.split()):
        return False
    before = {word.form for word in text.words[max(0, one.first - 3) : one.first]}
    return amount is not None or bool(_SURELY_TAKING & before)


def _is_dosed(text: Plain, one: Mention, amounts: Sequence[Quantity], dosed: Dosed) -> bool:
    """Whether the word is the unit of an amount, and means one thing beside it: "5 drinks"."""
    within = next((each for each in amounts if each.start < one.start and one.end <= each.end), None)
    return within is not None and bool(surely(text, one, within, dosed))


def _is_drug(text: Plain, one: Mention, sure: Sequence[Mention], amounts: Sequence[Quantity]) -> bool:
    close = [other for other in sure if other.first - one.last <= _FAR and one.first - other.last <= _FAR]
    if any(_beside(text, one, other) or _says_the_same(one, other) for other in close):
        return False
    amount = next((each for each in amounts if each.start <= one.start < each.end), None)
    if amount and not sure:
        return one.said.rstrip("s") in _NAMED_BY_UNIT  # "3 bars"
    if amount and any(Nearness(text, sure, [amount], {}).distance(other, amount) is not None for other in close):
        return False  # "kratom, 3 pills"
    pill = PILL in one.maybe and sure
    if pill and is_given(text, one):
        return True
    if (pill or (amount and one.said.rstrip("s") in _NAMED_BY_UNIT)) and is_another(
        text, one, sure, amount.start if amount else None
    ):
        return True
    if amount:
        return False
    if one.rule == "repaired" or _is_all(text, one):
        return True
    if _TAKING & set(_before(text, one)):
        return True
    if _has_amount(text, one, amounts):
        return True
    return any(_listed(text, one, other) for other in close)


def _has_amount(text: Plain, one: Mention, amounts: Sequence[Quantity]) -> bool:
    """Whether an amount stands right before it, or a weight right after it: "2 g of k", "molly 300 mg"."""
    for each in amounts:
        if each.end <= one.start and text.text[each.end : one.start].strip() in {"", "of"}:
            return True
        if each.start >= one.end and each.unit in MASS and not text.text[one.end : each.start].strip(" :("):
            return True
    return False


def _is_all(text: Plain, one: Mention) -> bool:
    """Whether the text is only the name, perhaps with an article: "a blue pill"."""
    if one.last - one.first + 1 > _SHORT_TEXT:
        return False
    return all(word.form in _ARTICLES for at, word in enumerate(text.words) if not one.first <= at <= one.last)


def _before(text: Plain, one: Mention) -> list[str]:
    """The words shortly before it in its sentence."""
    found = []
    for at in range(one.first - 1, max(-1, one.first - 1 - _NEAR), -1):
        if text.words[at + 1].pause == _STOP:
            break
        found.append(text.words[at].form)
    return found


def _beside(text: Plain, one: Mention, other: Mention) -> bool:
    """Whether it only belongs to a name: "tramadol pills", "my mates zopiclone"."""
    first, second = sorted((one, other), key=lambda each: each.first)
    return second.first == first.last + 1 and not text.words[second.first].pause and one.said in _GENERIC


def _says_the_same(one: Mention, other: Mention) -> bool:
    """Whether a name close by says it more exactly: "my sleeping pill, ambien"."""
    apart = min(abs(other.first - one.last), abs(one.first - other.last))
    return apart <= _SHORT_TEXT and bool(set(other.ids) & set(one.maybe))


def _listed(text: Plain, one: Mention, other: Mention) -> bool:
    """Whether only small words stand between two names: "k and zoloft"."""
    first, second = (one, other) if one.start <= other.start else (other, one)
    between = [word.form for word in text.words[first.last + 1 : second.first]]
    return all(word in _BETWEEN or word[0].isdigit() for word in between)


def _words(items: Sequence[Item], at: Sequence[int]) -> set[int]:
    return {word for each in at for word in range(items[each].first, items[each].last + 1)}
