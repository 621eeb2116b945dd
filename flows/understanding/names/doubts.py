"""Doubtful words: whether one really names a drug here, and whether it can mean only one."""

from collections.abc import Collection, Sequence
from operator import attrgetter

from flows.understanding.amounts.dosed import Dosed, before, ends, is_dosed
from flows.understanding.amounts.nearness import Nearness
from flows.understanding.amounts.quantity import Quantity
from flows.understanding.amounts.units import MASS
from flows.understanding.grammar import words_of
from flows.understanding.names.names import Mention
from flows.understanding.names.unnamed import PILL, is_another, is_given, unnamed
from flows.understanding.phrases.forms import Item
from flows.understanding.phrases.hits import NOTHING, Hit
from flows.understanding.phrases.normalise import Plain
from flows.understanding.times.times import times

_WORDS = words_of("doubts")
_NOT_NAMES, _TAKING, _SURELY_TAKING = _WORDS["not_names"], _WORDS["taking"], _WORDS["surely_taking"]
_BETWEEN, _NAMED_BY_UNIT, _GENERIC = _WORDS["between"], _WORDS["named_by_unit"], _WORDS["generic"]
_JOINING = words_of("links")["parts"] | words_of("unnamed")["joiners"] | _SURELY_TAKING
_ARTICLES, _STREET, _MEASURES = _WORDS["articles"], _WORDS["street"], _WORDS["measures"]
_WEIGHED, _ONLY_WEIGHED, _KINDS, _WEIGHED_IN = (
    _WORDS[key] for key in ("weighed", "only_weighed", "kinds", "weighed_in")
)
_MOST_WEIGHED = 100  # grams or spoons that somebody may have taken: "half a kilo of yellow" was bought
_OF = frozenset({"", "of", "of my", "of the", "of some", "of that", "of this", "my"})
_FAR = 5  # words between a doubtful word and what makes it a drug
_SHORT_TEXT = 2  # words of a text that is only a name
_STOP = 2  # the pause of a full stop


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
            or _is_times(text, one)
            or (one.said in _GENERIC and any(_beside(text, one, other) for other in sure))
            or any(ago.start <= one.start < ago.end for ago in agos)
            or not (
                _is_weighed(text, one, sure, amounts)
                or (
                    one.said not in _ONLY_WEIGHED
                    and (is_dosed(text, one, amounts, dosed) or _is_drug(text, one, sure, amounts))
                )
            )
        )
    ]
    return sorted([*meant, *unnamed(text, meant)], key=attrgetter("start"))


def _is_drug(text: Plain, one: Mention, sure: Sequence[Mention], amounts: Sequence[Quantity]) -> bool:
    close = [other for other in sure if other.first - one.last <= _FAR and one.first - other.last <= _FAR]
    belongs = one.said in _GENERIC and _is_of_name(text, one, sure, amounts)
    if belongs or any(_beside(text, one, other) or _says_the_same(one, other) for other in close):
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
    if one.rule == "repaired" or one.said in _STREET or _is_all(text, one):
        return True
    if _TAKING & set(before(text, one)):
        return True
    if _has_amount(text, one, amounts):
        return True
    return any(_listed(text, one, other) for other in close)


def _is_times(text: Plain, one: Mention) -> bool:
    """Whether it is the "x" of "3 x 800"."""
    around = text.text[: one.start].rstrip()[-1:] + text.text[one.end :].lstrip()[:1]
    return one.said == "x" and around.isdigit() and len(around) == 2  # noqa: PLR2004  one sign on each side


def _is_weighed(text: Plain, one: Mention, sure: Sequence[Mention], amounts: Sequence[Quantity]) -> bool:
    """Whether grams or spoons of it are spoken of: "5 g of red", "4 tbsp of my powder", not "5 g of red meat"."""
    weighed = [each for each in amounts if each.unit in _WEIGHED_IN and each.high <= _MOST_WEIGHED]
    if one.said not in _WEIGHED or not ends(text, one, _KINDS):
        return False
    if len(weighed) == 1 and any(set(other.ids) & set(one.maybe) for other in sure):
        return False  # "kratom, about 8 g of powder"
    return any(each.end <= one.start and text.text[each.end : one.start].strip() in _OF for each in weighed)


def _is_of_name(text: Plain, one: Mention, sure: Sequence[Mention], amounts: Sequence[Quantity]) -> bool:
    """Whether it says what a name before it comes as: "ecstasy, a 220 mg pill", not "ecstasy and a pill"."""
    before = max((other.last for other in sure if other.last < one.first), default=None)
    weighed = any(each.unit in MASS and text.text[each.end : one.start].strip() == "" for each in amounts)
    if before is None or not weighed or is_given(text, one):
        return False
    words = text.words[before + 1 : one.first + 1]
    return not any(word.pause == _STOP or word.form in _JOINING for word in words)


def _has_amount(text: Plain, one: Mention, amounts: Sequence[Quantity]) -> bool:
    """Whether an amount stands before it, or a weight right after it: "2 g of k", "point of ice", "molly 300 mg"."""
    if [word.form in _MEASURES or word.form for word in text.words[max(0, one.first - 2) : one.first]] == [True, "of"]:
        return True
    for each in amounts:
        if each.end <= one.start and text.text[each.end : one.start].strip() in {"", "of", "bottle of"}:
            return True
        if each.start >= one.end and each.unit in MASS and not text.text[one.end : each.start].strip(" :("):
            return True
    return False


def _is_all(text: Plain, one: Mention) -> bool:
    """Whether the text is only the name, perhaps with an article: "a blue pill"."""
    if one.last - one.first + 1 > _SHORT_TEXT:
        return False
    return all(word.form in _ARTICLES for at, word in enumerate(text.words) if not one.first <= at <= one.last)


def _beside(text: Plain, one: Mention, other: Mention) -> bool:
    """Whether it only belongs to a name: "tramadol pills", "my mates zopiclone"."""
    first, second = sorted((one, other), key=lambda each: each.first)
    between = text.words[first.last + 1 : second.first]
    apart = any(not word.form[0].isdigit() or word.pause for word in between)
    return not apart and not text.words[second.first].pause and one.said in _GENERIC


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
