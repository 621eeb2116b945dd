"""Whom a text is about: the person who types, someone else, an animal, or nobody."""

from collections.abc import Iterable, Sequence
from typing import Literal

from flows.understanding.forms import Item
from flows.understanding.grammar import words_of

Subject = Literal["self", "other", "animal", "none"]

_WORDS = words_of("subject")
_I = _WORDS["i"]
_HE = _WORDS["he"]
PERSONS = _WORDS["persons"]
_ANIMALS = _WORDS["animals"]
_GIVERS = _WORDS["givers"]
_AS = _WORDS["as"]
_BODY = _WORDS["body"]


def subject(items: Sequence[Item], about: Iterable[int], *, speaks: bool) -> Subject:
    """Whom the text is about.

    Args:
        items: the text.
        about: the items of its signs and of what was taken.
        speaks: it says a sign or an intake, though perhaps of nobody named.
    """
    forms = [item.form for item in items]
    if _is_animal(forms):
        return "animal"
    everyone = [_who(forms, at) for at in range(len(forms))]
    nearest = _nearest(everyone)
    votes = [vote for at in about if (vote := nearest[at])]
    if votes:
        return "other" if votes.count("other") >= votes.count("self") else "self"
    if "other" in everyone:
        return "other"
    return "self" if speaks or "self" in everyone else "none"


def _is_animal(forms: Sequence[str]) -> bool:
    for at, form in enumerate(forms):
        if form in _ANIMALS and (at == 0 or forms[at - 1] not in _AS or (at > 1 and forms[at - 2] == "my")):
            return not {"i", "im", "ive"} & set(forms) or "my" in forms[max(0, at - 2) : at]
    return False


def _nearest(everyone: Sequence[str]) -> list[str]:
    """For each item who is named nearest before it, or else who is named first after it."""
    before = next(filter(None, everyone), "")
    return [before := who or before for who in everyone]


def _who(forms: Sequence[str], at: int) -> str:
    form, before = forms[at], forms[at - 1] if at else ""
    if (
        form == "old"
        and before in {"year", "years", "yr", "month", "months"}
        and "im" not in forms[max(0, at - 4) : at]
    ):
        return "other"
    following = forms[at + 1] if at + 1 < len(forms) else ""
    if (form == "their" and following == "own") or (form == "them" and before == "of"):
        return ""
    if form in _HE or form in PERSONS:
        # "a friend gave me", "my doctor said": the giver is not the one who took it
        gives = following in _GIVERS or (
            at + 2 < len(forms) and following in {"who", "that", "just"} and forms[at + 2] in _GIVERS
        )
        return "" if gives or (form in PERSONS and following in {"s", "of"}) else "other"
    if form in _I:
        # "i think he", "i found her": the one who looks is not the one who is ill
        return (
            ""
            if following in {"think", "found", "see", "saw", "know", "dont", "cant", "gave", "believe", "have", "heard"}
            else "self"
        )
    return "self" if form == "my" and following in _BODY else ""
