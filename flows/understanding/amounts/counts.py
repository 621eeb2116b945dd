"""A number without a unit beside a name: pieces before it ("2 percs"), its strength after it ("zoloft 100")."""

import re
from collections.abc import Mapping, Sequence

from flows.understanding.amounts.amounts import changed
from flows.understanding.amounts.quantity import Quantity
from flows.understanding.amounts.strengths import (
    FEWEST_MG,
    LEAST_STRENGTH,
    MOST_STRENGTH,
    multiple,
    of_each,
    so_many_of,
    so_often,
)
from flows.understanding.amounts.units import ANY_UNIT, unit_named
from flows.understanding.grammar import words_of
from flows.understanding.names.names import Mention
from flows.understanding.phrases.normalise import Plain

_WORDS = words_of("links")
_BAD_BEFORE = _WORDS["bad_before"]
_BAD_AFTER = _WORDS["bad_after"]
_ONE, _DOSED, _AFTER = _WORDS["one"], _WORDS["dosed"], words_of("doubts")["after"]
_NEAR_VERB = 4  # words
_RAISED = words_of("amounts")["raised"]
_LEADS = re.compile(
    r"\s*(?:of\s+an?|of|a|an|x|more|mg\s+of|of\s+(?:the|my|those|his|her|these|them|their|our|your)(?:\s+[^\W\d]+'?s)?)?\s*"
)
_FOLLOWS = re.compile(r"[\s:(]*(?:(?:xr|xl|sr|er|cr)\s+)?")
_TO_NEW = re.compile(r"[\s:(]+(?:(?:up\s+)?to\s+)?")  # "upped my zoloft to 150"
_UNIT_AFTER = re.compile(rf"\s*({ANY_UNIT})(?![^\W_])")
_PILLS = r"(?:[^\W\d]+\s+){0,2}?(?:ones|pills|tabs|tablets|caps|capsules|bars)\b"
_OF_THEM = re.compile(rf"\s+of\s+(?:them|those|these|em)\b(?!\s+{_PILLS})")
_AT_ONCE = re.compile(r"\s+(?:at\s+once|in\s+one\s+go|all\s+at\s+once|in\s+total|altogether)\b")
_SHORTLY = re.compile(r"[^.;!?]{1,40}")
# "kratom and 4 of them": who can say that they are kratom's?
_BESIDE = re.compile(r"(?:(?!\b(?:and|n|with|w|plus|then|or)\b)[^.;!?+&]){1,40}")
_LIKELY = (0.5, 1, 1.5, 2, 3)  # so many times the usual dose is what a number before a name says as milligrams
_SURELY_MG, _A_GRAM = 100, 1000


def counted(
    text: Plain, mention: Mention, bare: Sequence[Quantity], usual_mg: Mapping[str, float], until: int
) -> Quantity | None:
    """The bare number beside the name with its likely unit, or None.

    Args:
        text: where they stand.
        mention: the name.
        bare: the numbers without a unit that are no other name's.
        usual_mg: by substance, what people usually take of it.
        until: where the next name begins.
    """
    usual = next((usual_mg[one] for one in mention.everything if one in usual_mg), 0.0)
    acts = text.words[mention.first].form in _DOSED  # "pulse 140 took molly", where the name holds the verb
    lead = {word.form for word in text.words[max(0, mention.first - _NEAR_VERB) : mention.first]}
    follows = _TO_NEW if _RAISED & lead else _FOLLOWS
    for quantity in bare:
        if quantity.end <= mention.start and not acts and _LEADS.fullmatch(text.text, quantity.end, mention.start):
            before = [word.form for word in text.words if word.end <= quantity.start][-1:]
            if not set(before) & (_BAD_BEFORE - {"im", "x"}):
                if each := of_each(text, mention, quantity, usual):
                    return each
                return so_often(text, mention.end, quantity, _before_name(text, mention, quantity, usual))
        elif quantity.start >= mention.end and follows.fullmatch(text.text, mention.end, quantity.start):
            following = [word.form for word in text.words if word.start >= quantity.end][:1]
            unit = _after_name(quantity, usual)
            if unit and not set(following) & (_BAD_AFTER - {"of", "x"}):
                return so_often(text, quantity.end, quantity, unit)
        elif quantity.start < until and _is_of_them(text.text, mention, quantity):
            return quantity._replace(unit=_unit_after(text, mention) or "tablet")
    return _raised(text, mention, usual) or multiple(text, mention) or so_many_of(text, mention, usual)


def _is_of_them(text: str, mention: Mention, quantity: Quantity) -> bool:
    """As in "kratom caps, maybe 8 of them" and "zoloft, 4 at once"."""
    return any(
        what.match(text, quantity.end) and where.fullmatch(text, mention.end, quantity.start)
        for what, where in ((_OF_THEM, _BESIDE), (_AT_ONCE, _SHORTLY))
    )


def _unit_after(text: Plain, mention: Mention) -> str:
    """The unit right after a name, or its last word: "xanax bars"."""
    after = _UNIT_AFTER.match(text.text, mention.end) or _UNIT_AFTER.fullmatch(mention.said.rpartition(" ")[2])
    return unit_named(after[1]) if after else ""


def _raised(text: Plain, mention: Mention, usual: float) -> Quantity | None:
    """As in "they upped my prozac from 20 to 40"."""
    for one in changed(text.text):
        between = text.text[min(one.end, mention.end) : max(one.start, mention.start)]
        unit = _after_name(one, usual)
        if unit and _SHORTLY.fullmatch(between or " "):
            return one._replace(unit=unit)
    return None


def one_piece(text: Plain, mention: Mention) -> Quantity | None:
    """As in "popped an oxy": one pill, where the name is a pill's and a verb of taking stands before it."""
    if not mention.first or mention.first != mention.last:
        return None
    article, following = text.words[mention.first - 1], text.words[mention.last + 1 : mention.last + 2]
    before = {word.form for word in text.words[max(0, mention.first - _NEAR_VERB) : mention.first - 1]}
    if article.form not in _ONE or text.words[mention.first].pause or not _DOSED & before:
        return None
    if following and not (following[0].pause or following[0].form in _AFTER or following[0].form[0].isdigit()):
        return None  # "a ketamine infusion"
    return Quantity(article.start, mention.start - 1, 1.0, 1.0, "tablet", "1")


def _before_name(text: Plain, mention: Mention, quantity: Quantity, usual: float) -> str:
    """Pieces, unless it can only be a weight; the unit may stand after the name: "3 xanax bars"."""
    unit = _unit_after(text, mention)
    if unit:
        return unit
    if quantity.words[:1] in "0.,":
        return "mg" if 0 < usual < FEWEST_MG else "g"
    low = quantity.low
    if low >= _SURELY_MG or (low > FEWEST_MG and not low.is_integer()):
        return "mg"
    plural = mention.said.endswith("s")
    if (
        usual
        and low >= FEWEST_MG
        and low == quantity.high
        and not plural
        and any(low == usual * one for one in _LIKELY)
    ):
        return "mg"
    return "tablet"


def _after_name(quantity: Quantity, usual: float) -> str:
    """Milligrams when the number may be a strength, grams for what is taken by the gram."""
    if not quantity.words[0].isdigit() and quantity.words[0] != ".":
        return ""
    if usual >= _A_GRAM and quantity.low * _A_GRAM <= usual * MOST_STRENGTH:
        return "g"
    if quantity.low >= FEWEST_MG or usual * LEAST_STRENGTH <= quantity.low <= usual * MOST_STRENGTH:
        return "mg"
    return ""
