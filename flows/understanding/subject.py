"""Whom a text is about: the person who types, someone else, an animal, or nobody."""

from collections.abc import Iterable, Sequence
from typing import Literal

from flows.understanding.grammar import words_of
from flows.understanding.phrases.forms import Item

Subject = Literal["self", "other", "animal", "none"]

_WORDS = words_of("subject")
_I = _WORDS["i"]
_HE = _WORDS["he"]
PERSONS = _WORDS["persons"]
_ANIMALS = _WORDS["animals"]
_GIVERS = _WORDS["givers"]
_AS = _WORDS["as"]
_BODY = _WORDS["body"]
_ATE, _GOT, _FED, _DIED = _WORDS["ate"], _WORDS["got"], _WORDS["fed"], _WORDS["died"]
_PERSON_TOOK = _WORDS["person_took"]
_BESIDE, _GOES_ON = _WORDS["beside"], _WORDS["goes_on"]
_COMPANY = {tuple(words.split()) for words in _WORDS["company"]}
_IS_SO = _WORDS["is_so"]
_LOOKS, _CALLED, _CALLS = _WORDS["looks"], _WORDS["called"], _WORDS["calls"]
_NEAR = 4  # words


def subject(items: Sequence[Item], about: Iterable[int], *, speaks: bool) -> Subject:
    """Whom the text is about.

    Args:
        items: the text.
        about: the items of its signs and of what was taken.
        speaks: it says a sign or an intake, though perhaps of nobody named.
    """
    forms = [item.form for item in items]
    if _is_animal(items):
        return "animal"
    everyone = [_who(forms, at) for at in range(len(forms))]
    nearest = _nearest(everyone)
    votes = [vote for at in about if (vote := nearest[at])]
    if votes:
        return "other" if votes.count("other") >= votes.count("self") else "self"
    if "other" in everyone:
        return "other"
    return "self" if speaks or "self" in everyone else "none"


def _is_animal(items: Sequence[Item]) -> bool:
    """Whether an animal took something; not so in "my dog died. took xanax"."""
    forms = [item.form for item in items]
    if any(
        form in _PERSON_TOOK and (not at or items[at].pause or forms[at - 1] in _I) for at, form in enumerate(forms)
    ):
        return False
    for at, form in enumerate(forms):
        if form in _ANIMALS and (at == 0 or forms[at - 1] not in _AS or (at > 1 and forms[at - 2] == "my")):
            after = next((n for n in range(at + 1, len(items)) if _ends(items[n])), len(items))
            fed = bool(_FED & set(forms[max(0, at - _NEAR) : at]))
            if fed or _ATE & set(forms[at + 1 : after]) or _GOT & set(forms[at + 1 : min(after, at + _NEAR)]):
                return True
    return False


def _ends(item: Item) -> bool:
    """Whether what is said of an animal ends before the word."""
    return item.form in _I or item.form in _DIED


def _nearest(everyone: Sequence[str]) -> list[str]:
    """For each item who is named nearest before it, or else who is named first after it."""
    before = next(filter(None, everyone), "")
    return [before := who or before for who in everyone]


def _who(forms: Sequence[str], at: int) -> str:
    form, before = forms[at], forms[at - 1] if at else ""
    if (
        form == "old"
        and before in {"year", "years", "yr", "month", "months"}
        and not {"im", "am"} & set(forms[max(0, at - 4) : at])
    ):
        return "other"
    following = forms[at + 1] if at + 1 < len(forms) else ""
    if (form == "their" and following == "own") or (form == "them" and before == "of"):
        return ""
    if before in {"my", "our"} and form.removesuffix("s") in PERSONS and following in _BODY | _IS_SO:
        return "other"  # "my mate's heart is racing", and not "my mates are fine"
    if form in _HE or form in PERSONS:
        # "a friend gave me", "my doctor said": the giver is not the one who took it
        gives = following in _GIVERS or (
            at + 2 < len(forms) and following in {"who", "that", "just"} and forms[at + 2] in _GIVERS
        )
        aside = form in PERSONS and (following in {"s", "of"} or _is_company(forms, at) or _is_nobody(forms, at))
        return "" if gives or aside else "other"
    if form in _I:
        # "i think he", "i found her": the one who looks is not the one who is ill
        if following in {"dont", "cant"} and not _LOOKS & set(forms[at + 2 : at + 3]):
            return "self"
        return "" if following in _LOOKS | {"dont", "cant"} else "self"
    return "self" if form == "my" and following in _BODY else ""


def _is_nobody(forms: Sequence[str], at: int) -> bool:
    """As in "please someone help", "like somebody is sitting on it", "someone on reddit said"."""
    if forms[at] not in {"someone", "somebody"}:
        return False
    return bool(_CALLED & set(forms[max(0, at - 2) : at])) or bool(_CALLS & set(forms[at + 1 : at + 2]))


def _is_company(forms: Sequence[str], at: int) -> bool:
    """As in "my gf is with me", "my boyfriend left me", "broke up with my ex": named, but not who took it."""
    after = [form for form in forms[at + 1 : at + 5] if form not in {"is", "s", "was", "has", "just"}]
    if any(tuple(after[: len(words)]) == words for words in _COMPANY):
        return True
    before = forms[max(0, at - 3) : at]
    return bool(_BESIDE & set(before[-2:])) and not _GOES_ON & {*before, *after[:1]}
