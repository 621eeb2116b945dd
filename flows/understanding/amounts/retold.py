"""Which of several amounts was taken: "bought 50 g, took 5 g", "a 220 mg pill, so about 110 mg"."""

import re
from collections.abc import Mapping, Sequence

from flows.understanding.amounts.corrected import corrected
from flows.understanding.amounts.quantity import Quantity
from flows.understanding.amounts.units import ANY_UNIT, MASS, MG, PACKS, PIECES
from flows.understanding.grammar import words_of
from flows.understanding.names.names import Mention
from knowledge.spoken_numbers import NUMBER, number

_WORDS = words_of("amounts")
_OWNED, _TOOK = ("|".join(sorted(_WORDS[name])) for name in ("owned", "took"))
_ABOUT = r"(?:(?:only|just|about|around|like|roughly|maybe|approx|probably|it(?:'?s)?|that(?:'?s)?|i|me|he|she|we)\s+)*"
_CONCLUDES = re.compile(
    rf"(?:\b(?:so|total(?:s|ing|ling)?(?:\s+of)?|makes?|making|that'?s|which\s+is|altogether|in\s+total|equals?)\s+|[=:]\s*){_ABOUT}$"
)
_IN_ALL = re.compile(r"\s*(?:in\s+)?(?:total|altogether|overall|all\s+(?:in|told|together)|combined)\b")
_FURTHER = re.compile(r"\s*(?:more|again|later|after|another)\b")
_IS_OWNED = re.compile(rf"\b(?:{_OWNED})\s+(?:[^\W\d]+\s+){{0,2}}?(?:for\s+)?(?:an?\s+)?$")
_IS_TAKEN = re.compile(rf"\b(?:{_TOOK})\s+{_ABOUT}$")
_IS_PLANNED = re.compile(
    r"\b(?:planned|planning|meant|supposed|intended|going|wanted)\s+(?:on|to)(?:\s+[^\W\d]+){0,2}\s+$"
)
_BESIDE = re.compile(rf",\s*{_ABOUT}$")
_SHARED = re.compile(r"\b(?:half|split|shared|quarter|third|fifth|between)\b")
_SPLIT = re.compile(r"\b(?:split|shared|sharing|splitting)\b")
_SO_MANY = re.compile(
    rf"\b(?:{_TOOK})\s+{_ABOUT}(?P<count>{NUMBER})(?P<of_it>\s+of\s+(?:it|that|them|those|these|em))?"
    r"(?=\s*(?:$|[.,;!?)]|(?:and|at|so|but|now|last|this|today|tonight|yesterday|an?|around|about)\b|\s\d))"
)
_A_PIECE = re.compile(r"\b(?:tab|tablet|pill|cap|capsule|one|bar|strip)s?\b|\d\s*(?:mg|mcg)s?\b")
_LEAD = 48  # characters before an amount that are looked at
_HAS_UNIT = re.compile(rf"\s*(?:of\s+the\s+)?{ANY_UNIT}(?![^\W_])")


def retold(
    text: str, mentions: Sequence[Mention], linked: Mapping[int, Quantity], found: Sequence[Quantity]
) -> dict[int, Quantity]:
    """Of each name whose amount is told once more, and better, what was taken.

    Args:
        text: where they stand.
        mentions: the names.
        linked: the amount of each by its number.
        found: all amounts of the text.
    """
    better: dict[int, Quantity] = {}
    owned = {one.start for one in linked.values()}
    for one in found:
        at = _name_before(mentions, one.start)
        mine = linked.get(at) if at is not None else None
        if at is None or mine is None or one.start <= mine.start or one.start in owned - {mine.start}:
            continue
        alike = one.unit == mine.unit or (one.unit in MASS and (mine.unit in MASS or mine.unit in PIECES))
        if (alike and _concludes(text, mine, one)) or (_is_there(text, mine, one) and _is_taken(text, one)):
            better[at] = one
    for match in _SO_MANY.finditer(text):
        at = _name_before(mentions, match.start())
        if at is not None and at not in better and match["count"] not in {"a", "an"}:
            taken = _so_many(text, mentions[at], linked.get(at), match)
            if taken:
                better[at] = taken
    return better | corrected(text, mentions, linked)


def without_told(
    mentions: Sequence[Mention],
    linked: Mapping[int, Quantity],
    better: Mapping[int, Quantity],
    found: Sequence[Quantity],
) -> list[Quantity]:
    """The amounts but those of a name that were told once more later, and better."""
    told = {linked[at].start for at in better if at in linked}
    return [
        one
        for one in found
        if one.start not in told
        if (at := _name_before(mentions, one.start)) is None or at not in better or one.start > better[at].start
    ]


def _name_before(mentions: Sequence[Mention], place: int) -> int | None:
    """The number of the last sure name before a place."""
    return max((at for at, one in enumerate(mentions) if one.ids and one.end <= place), default=None)


def _concludes(text: str, mine: Quantity, one: Quantity) -> bool:
    """Whether the second amount sums the first up; it says less only where something was shared or halved."""
    if _FURTHER.match(text, one.end):
        return False
    lead = text[max(mine.end, one.start - _LEAD) : one.start]
    less = one.high * MG.get(one.unit, 1.0) < mine.high * MG.get(mine.unit, 0.0)
    if less and not _SHARED.search(text, 0, one.end):
        return False
    return bool(_CONCLUDES.search(lead) or _IN_ALL.match(text, one.end))


def _is_there(text: str, mine: Quantity, one: Quantity) -> bool:
    """Whether the first amount was bought, is there, or was shared, of which the second was taken."""
    owned = _IS_OWNED.search(text, max(0, mine.start - _LEAD), mine.start)
    return bool(owned) or mine.unit in PACKS or bool(_SPLIT.search(text, mine.end, one.start))


def _is_taken(text: str, one: Quantity) -> bool:
    """Whether it is said that it was taken, or what the pack before it weighs."""
    if one.unit in MASS and _BESIDE.search(text, max(0, one.start - _LEAD), one.start):
        return True
    return bool(_IS_TAKEN.search(text, max(0, one.start - _LEAD), one.start))


def _so_many(text: str, mention: Mention, mine: Quantity | None, match: re.Match[str]) -> Quantity | None:
    """As in "50 mg tablets, took three of them": so many times what one weighs, or so many pieces."""
    between = text[mention.end : match.start()]
    if mine and not _HAS_UNIT.match(text, match.end("count")):
        lead = text[max(0, mine.start - _LEAD) : mine.start]
        of_it = mine.unit in MASS and match["of_it"] and _IS_OWNED.search(lead)
        if of_it or (mine.unit in PIECES and (_IS_PLANNED.search(lead) or _IS_OWNED.search(lead))):
            value = number(match["count"])
            return Quantity(*match.span("count"), value, value, mine.unit, match["count"])
    if not _A_PIECE.search(between) or _HAS_UNIT.match(text, match.end("count")):
        return None
    count, span = number(match["count"]), match.span("count")
    strength = re.search(rf"(?<![\w.,])(?P<mg>{NUMBER})\s*(?:mg|mgs|milligrams?)\b", between)
    if strength:
        each = number(strength["mg"])
        return Quantity(*span, count * each, count * each, "mg", f"{count:g} x {strength[0]}")
    if mine is None or mine.unit in {*PIECES, *PACKS}:
        return Quantity(*span, count, count, "tablet", match["count"])
    return None
