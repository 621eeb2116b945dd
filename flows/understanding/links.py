"""Which amount and which time belong to which substance: beside it, "of" it, or else the nearest in its clause."""

from collections.abc import Sequence

from flows.understanding.amounts import Quantity
from flows.understanding.grammar import words_of
from flows.understanding.names import Mention
from flows.understanding.normalise import Plain, Word
from flows.understanding.times import Ago

_FARTHEST = 6  # words between an amount and its substance
_FARTHEST_TIME = 14
_STRONGEST_UNIT = 60  # a bare "25" before a name is a count, "zoloft 100" after it are milligrams
_FEWEST_MG = 5
_STOP = 2  # the pause of a full stop
_MOST_PIECES = 20  # "50 of sertraline" are milligrams
_WORDS = words_of("links")
_BAD_BEFORE = _WORDS["bad_before"]
_BAD_AFTER = _WORDS["bad_after"]


def amounts_of(
    text: Plain, mentions: Sequence[Mention], found: Sequence[Quantity], bare: Sequence[Quantity]
) -> dict[int, Quantity]:
    """The amount of each mention by its number."""
    pairs = []
    for number, mention in enumerate(mentions):
        for quantity in found:
            if quantity.start < mention.end and mention.start < quantity.end:
                if quantity.start < mention.start and quantity.end == mention.end:
                    pairs.append((0.0, number, quantity))  # "5 beers": the name is the unit
                continue
            distance = _distance(text, mention, quantity, mentions)
            if distance is not None:
                pairs.append((distance, number, quantity))
    linked: dict[int, Quantity] = {}
    used: set[int] = set()
    for _, number, quantity in sorted(pairs, key=lambda one: (one[0], one[1], one[2].start)):
        if number not in linked and quantity.start not in used:
            linked[number] = quantity
            used.add(quantity.start)
    for number, mention in enumerate(mentions):
        counted = _counted(text, mention, [one for one in bare if one.start not in used])
        named = linked.get(number)
        if counted is not None and (named is None or (not named.unit and named.start > mention.start)):
            linked[number] = counted
            used.add(counted.start)
    return linked


def times_of(text: Plain, mentions: Sequence[Mention], found: Sequence[Ago]) -> dict[int, Ago]:
    """The time of each mention: the nearest of its sentence; one time may be that of several."""
    linked: dict[int, Ago] = {}
    for number, mention in enumerate(mentions):
        near = []
        for ago in found:
            between = text.text[min(ago.end, mention.end) : max(ago.start, mention.start)]
            words = _words_between(text.words, min(ago.end, mention.end), max(ago.start, mention.start))
            stopped = any(word.pause == _STOP for word in words) or ". " in between
            if stopped or len(words) > _FARTHEST_TIME:
                continue
            others = sum(
                1 for one in mentions if min(ago.end, mention.end) <= one.start < max(ago.start, mention.start)
            )
            if {"but", "then", "feel", "feeling", "shaking", "sweating"} & {word.form for word in words}:
                continue
            comma = any(word.pause for word in words)
            clauses = comma and others and ago.start > mention.start and any(one.start > ago.end for one in mentions)
            near.append((others * 3 + len(words) + 4 * bool(clauses), ago.start, ago))
        if near:
            linked[number] = min(near)[2]
    return linked


def _distance(text: Plain, mention: Mention, quantity: Quantity, mentions: Sequence[Mention]) -> float | None:
    """Words between, 0 for neighbours and "of"; None when they are too far apart or another name stands between."""
    before = quantity.end <= mention.start
    start, end = (quantity.end, mention.start) if before else (mention.end, quantity.start)
    words = _words_between(text.words, start, end)
    forms = [
        word.form
        for word in words
        if word.form
        not in {"of", "the", "my", "some", "a", "that", "this", "his", "her", "was", "is", "xr", "xl", "like"}
    ]
    following = next((word for word in text.words if word.start >= max(mention.start, quantity.start)), None)
    stopped = any(word.pause == _STOP for word in [*words, *([following] if following else [])])
    if stopped and not before and "(" not in text.text[start : end + 1]:
        return None
    if len(forms) > _FARTHEST or any(start <= one.start < end for one in mentions):
        return None
    comma = any(word.pause for word in words) or (
        following is not None and following.pause == 1 and "," in text.text[start:end]
    )
    if (
        {"and", "with", "but", "then", "plus", "w", "or"} & set(forms)
        or "+" in text.text[start:end]
        or "&" in text.text[start:end]
    ):
        return None
    if "says" in forms or "bottle" in forms:
        return None
    return len(forms) + (2.0 if comma else 0) + (0 if before else 0.5)


def _counted(text: Plain, mention: Mention, bare: Sequence[Quantity]) -> Quantity | None:
    """A bare number beside a name: before it a count ("2 percs"), after it milligrams ("zoloft 100")."""
    for quantity in bare:
        before = [word.form for word in text.words if word.end <= quantity.start]
        between = text.text[quantity.end : mention.start] if quantity.end <= mention.start else None
        if between is not None and between.strip() in {
            "",
            "of",
            "a",
            "of the",
            "of my",
            "x",
            "more",
            "of those",
            "mg of",
            "an",
        }:
            if before and before[-1] in _BAD_BEFORE - {"im", "x"}:
                continue
            if (
                between.strip() == "of"
                and quantity.low >= _FEWEST_MG
                and text.text[quantity.start : quantity.end].isdigit()
                and quantity.low > _MOST_PIECES
            ):
                return quantity._replace(unit="mg")
            if quantity.low < 1 and quantity.words[:1] in "0.,":
                return quantity._replace(unit="g")
            if quantity.low >= _STRONGEST_UNIT + 40 or (quantity.low > _FEWEST_MG and not quantity.low.is_integer()):
                return quantity._replace(unit="mg")
            return quantity._replace(unit="tablet")
        after = text.text[mention.end : quantity.start] if quantity.start >= mention.end else None
        if after is not None and after.strip(" :(") in {"", "xr", "xl", "sr", "er", "cr"} and after:
            following = [word.form for word in text.words if word.start >= quantity.end]
            if following and following[0] in _BAD_AFTER - {"of", "x"}:
                continue
            if quantity.low >= _FEWEST_MG and quantity.words[0].isdigit():
                return quantity._replace(unit="mg")
    return None


def _words_between(words: Sequence[Word], start: int, end: int) -> list[Word]:
    return [word for word in words if start <= word.start and word.end <= end]
