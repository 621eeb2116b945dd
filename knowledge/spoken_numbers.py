"""Numbers as people write them: "2 1/2", "1,000", ".5", "twenty five", "a hundred and fifty", "zero point five"."""

import re
from collections.abc import Iterable

_UNITS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
}  # fmt: skip
_TEENS = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
_PARTS = {"half": 0.5, "hauf": 0.5, "quarter": 0.25, "quarters": 0.25, "third": 1 / 3, "thirds": 1 / 3}
_LOOSE = {"couple": 2, "cpl": 2, "coupla": 2, "pair": 2, "few": 3, "several": 5, "both": 2}
_SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}
_ARTICLES = {"a": 1, "an": 1}
_PLAIN = {**_UNITS, **_TEENS, **_TENS}
_WORDS = {**_PLAIN, **_LOOSE, **_ARTICLES}
_ZERO = ("zero", "nought", "oh")
_JOINS = frozenset({"and", "n", "an"})
_MANY = {"hundred": 100, "dozen": 12, "thousand": 1000}

_DIGITS = r"(?:[1-9]\d{0,2}(?:,\d{3})+(?!\d)|\d{1,5}(?:[.,]\d{1,3})?|[.,]\d{1,3})"
_FRACTION = rf"(?:\d{{1,2}}/\d{{1,2}}(?![\d/])|[{''.join(_SIGNS)}])"


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_TENS_AND_ONE = rf"(?:(?:{_any(_TENS)})(?:[\s-]+(?:{_any(_UNITS)})\b)?)"
_SMALL = rf"(?:{_TENS_AND_ONE}|{_any(_TEENS)}|{_any(_UNITS)})"
_PART = (
    r"(?:(?:an?\s+|one\s+|three\s+|two\s+)?(?:half|hauf|quarters?|thirds?)(?:\s+of)?(?=\s+(?:an?|the|my|of)\b|\s|-|$))"
)
_SPOKEN = (
    rf"(?:(?:(?:an?|{_SMALL})\s+)?(?:hundred|dozen|thousand)(?:\s+(?:and\s+)?{_SMALL})?"
    rf"|(?:{_any(_UNITS)})[\s-]+{_TENS_AND_ONE}|{_SMALL})"
)
# A half after the number: "2 1/2", "2½", "one and a half", "two & three quarters".
_REST = (
    rf"(?:\s*-?\s*{_FRACTION}|\s*(?:and|&|n|\+)\s*{_FRACTION}"
    r"|\s+(?:and|n|an|&)\s+(?:an?\s+|one\s+|three\s+)?(?:half|quarters?))"
)
# "zero point seven", "one point two five", "point five"
_DECIMAL = rf"(?:(?:{_any((*_UNITS, *_ZERO))})\s+)?point\s+(?:{_any((*_UNITS, *_ZERO))})(?:\s+(?:{_any(_UNITS)}))?"
NUMBER = (
    rf"(?:{_FRACTION}|{_DECIMAL}\b|half\s+a\s+dozen\b|{_PART}|(?:{_DIGITS}|{_SPOKEN}\b)(?:{_REST})?"
    rf"|(?:an?\s+)?(?:couple|cpl|coupla|pair)\b|(?:an?\s+)?(?:good\s+)?few\b|several\b|both\b|(?:an?)\b)"
)
_TOKEN = re.compile(rf"{_FRACTION}|{_DIGITS}|[a-z]+")
_BARE_ARTICLE = re.compile(r"an?")


def number(said: str) -> float:
    """The number that the words say; they must fit `NUMBER`."""
    tokens = _TOKEN.findall(said)
    if "point" in tokens:
        return _decimal(tokens)
    total, group = 0.0, 0.0  # what is said up to an "and", and since
    for token in tokens:
        if token in _JOINS:
            total, group = total + group, 0.0
        elif token in _MANY:
            group = (group or 1) * _MANY[token]
        elif token in _PARTS:
            group = (group or 1) * _PARTS[token]
        elif token in _PLAIN:
            group = _next_to(group, _PLAIN[token])
        elif token in _LOOSE:
            group = float(_LOOSE[token])
        elif token[0].isdigit() or token[0] in ".,":
            group += _digits(token)
        elif token in _SIGNS:
            group += _SIGNS[token]
    return total + group or float(all(_BARE_ARTICLE.fullmatch(token) for token in tokens))


def _decimal(tokens: list[str]) -> float:
    at = tokens.index("point")
    whole, rest = (
        "".join(str(_UNITS.get(token, 0)) for token in part) for part in (tokens[:at] or ["zero"], tokens[at + 1 :])
    )
    return float(f"{whole}.{rest}")


def _next_to(before: float, value: float) -> float:
    """As in "twenty five", "two hundred fifty", and "one fifty" for 150."""
    return (
        before * 100 + value
        if 1 <= before <= max(_UNITS.values()) and value >= min(_TEENS.values())
        else before + value
    )


def _digits(token: str) -> float:
    if "/" in token:
        over, _, under = token.partition("/")
        return float(over) / float(under) if float(under) else 0.0
    if re.fullmatch(r"[1-9]\d{0,2}(?:,\d{3})+", token):
        return float(token.replace(",", ""))  # "1,000" is a thousand: reading too little would be the dangerous error
    return float(("0" if token[0] in ".," else "") + token.replace(",", "."))
