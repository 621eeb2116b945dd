"""Whether a sign is long past or over: last year, used to, subsided."""

from collections.abc import Sequence
from itertools import pairwise

from flows.understanding.grammar import words_of
from flows.understanding.phrases.forms import Item

_WORDS = words_of("polarity")
LONGEST_CLAUSE = 16  # words on either side
_AGO_UNITS = _WORDS["ago_units"]
_LAST = _WORDS["last"]
_LAST_WHAT = _WORDS["last_what"]
_NOW = _WORDS["now"]
_TURN = _WORDS["turn"]
_NEAR = 5  # words before a sign that a "now" is near it
_NEGATIVE, _FINE, _IS = _WORDS["negative"], _WORDS["fine"], _WORDS["is"]
_NUMBERS, _DECADES = _WORDS["numbers"], _WORDS["decades"]
_OF_A_TIME = _WORDS["of_a_time"]
_SCHOOL = _WORDS["school"]
_KID = _WORDS["kid"]
_LONG_AGO = _WORDS["long_ago"]
_OPENERS, _TOOK = _WORDS["openers"], _WORDS["took"]
_YEARS = frozenset({"year", "years", "yr", "yrs", "month", "months", "decade", "decades"})
_SINCE = frozenset(
    {"since", "have", "has", "cant", "wont", "ever", "started", "still", "took", "taken", "taking", "ate", "drank"}
    | {"popped", "swallowed", "mixed", "smoked", "snorted"}
)
# what began then may go on: "started zoloft 2 years ago, had a seizure"
_BEGUN = frozenset(
    {"started", "start", "began", "begun", "quit", "stopped", "put", "prescribed", "been", "on", "switched"}
)
_STARTED = frozenset({"started", "start", "began", "begun", "quit", "stopped", "switched", "prescribed"})
_THEN = frozenset({"was", "were", "had", "did", "got", "went", "ended", "said", "felt", "took", "came", "saw"})
_ABOUT = frozenset({"like", "about", "around", "early", "late", "maybe"})
_NOT_USED = frozenset({"not", "isnt", "never", "im", "am", "get", "getting", "got"})
_LEAD = 12  # words in which a sentence says when
_STOP = 2  # the pause of a full stop
_YEARS_OF = frozenset(
    {"50s", "60s", "70s", "80s", "90s", "00s", "noughties", "eighties", "nineties", "army", "navy", "military"}
)
_YEAR_FROM, _YEAR_TO = 1940, 2026
# Nothing is past without one of these: most texts have none
_HINTS = frozenset({"ago", "back", "used", "history", "hx", "in", "past", "previously", "growing", "was"}).union(
    _LAST, _SCHOOL, _KID
)


def clause(items: Sequence[Item], first: int, last: int) -> range:
    """The items around the phrase up to a pause or a "but", but not too many."""
    fewest, most = first - LONGEST_CLAUSE, last + LONGEST_CLAUSE
    while first > max(0, fewest) and not items[first].pause and items[first - 1].form not in {"but", "then"}:
        first -= 1
    while (
        last + 1 < min(len(items), most) and not items[last + 1].pause and items[last + 1].form not in {"but", "then"}
    ):
        last += 1
    return range(first, last + 1)


def is_past(items: Sequence[Item], first: int, last: int) -> bool:
    """Last year, used to, history of, as a kid: unless the same clause says now."""
    if _is_led_by_the_past(items, first, last):
        return True
    around = clause(items, first, last)
    forms = [items[at].form for at in around]
    if _HINTS.isdisjoint(forms):
        return False
    taking = _new_taking(forms[: first - around[0]])
    around, forms = around[taking:], forms[taking:]
    after = forms[last - around[0] + 1 :]
    if _TURN & set(forms[max(0, first - around[0] - _NEAR) : first - around[0]]):
        return False  # "stopped it last week, now my jaw is locked"
    if (_says_now(forms) and not _AGO_UNITS & set(forms)) or _says_now(after):
        return False
    before = forms[: last + 1 - around[0]]
    hint = next((at for at, form in enumerate(before) if form in _HINTS), len(before))
    if (_IS | _TURN) & set(before[hint:]) or (
        {"and", "so"} & set(before[hint:]) and {"cant", "wont"} & set(before[hint:])
    ):
        return False  # "2 weeks ago i started it and im shaking"
    return _is_long_past(forms)


def _is_led_by_the_past(items: Sequence[Item], first: int, last: int) -> bool:
    """As in "in 2022 i had it, foot bouncing, fever and all": the sentence begins long ago, and says no now."""
    start = next((at for at in range(first, -1, -1) if items[at].pause == _STOP or not at), 0)
    end = next((at for at in range(last + 1, len(items)) if items[at].pause == _STOP), len(items))
    forms = [one.form for one in items[start:end]]
    told = next((at for at in range(min(_LEAD, first - start)) if _tells_when(forms, at)), None)
    if told is None or (_NOW | _TURN | _IS | _SINCE) & set(forms[told:]) or _BEGUN & set(forms):
        return False
    own = clause(items, first, last)
    return any(items[at].form in _THEN for at in own)  # "2 years ago i quit smoking, chest pain" has it now


def _tells_when(forms: Sequence[str], at: int) -> bool:
    """Whether words say a time long ago: "in 2014", "two years back", "before two years"."""
    one, other, third = (*forms[at : at + 3], "", "")[:3]
    year = third if other in _ABOUT else other
    if one == "in" and year.isdigit():
        return _YEAR_FROM <= int(year) < _YEAR_TO
    if one == "before" and (other.isdigit() or other in _NUMBERS):
        return third in _YEARS
    return one in _YEARS and other in {"ago", "back"}


def was_past(items: Sequence[Item], last: int) -> bool:
    """Whether what follows a comma says when it was: "..., years back", "..., that was in my twenties"."""
    while last + 1 < len(items) and not items[last + 1].pause:
        last += 1
    tail: list[str] = []
    for one in items[last + 1 : last + 1 + LONGEST_CLAUSE]:
        if tail and one.pause:
            break
        if not tail and one.pause != 1:
            return False
        tail.append(one.form)
    if tail[:1] and tail[0] in {"that", "it", "this", "all"} and set(tail[1:2]) & {"was", "happened", "were"}:
        return not _says_now(tail) and _is_long_past(tail)
    if len(tail) == 1 and tail[0].isdigit() and _YEAR_FROM <= int(tail[0]) < _YEAR_TO:
        return True  # "bad concussion in the army, 2008"
    return (
        bool(tail)
        and tail[-1] in {"ago", "back"}
        and bool(_AGO_UNITS & set(tail))
        and all(form in _OF_A_TIME or form in _AGO_UNITS or form in _NUMBERS or form.isdigit() for form in tail)
    )


def _says_now(forms: Sequence[str]) -> bool:
    """Whether it is now; "is fine now" says that it was."""
    return any(
        form in _NOW and not (at and forms[at - 1] in _FINE and not _NEGATIVE & set(forms[max(0, at - 3) : at]))
        for at, form in enumerate(forms)
    )


def _is_long_past(forms: Sequence[str]) -> bool:
    pairs = list(pairwise(forms))
    return (
        any(one in _LAST and other in _LAST_WHAT for one, other in pairs if not {"remember", "recall"} & set(forms))
        or any(one in _AGO_UNITS and other in {"ago", "back"} for one, other in pairs)
        or _is_of_once(forms)
        or (("history", "of") in pairs and ("no", "history") not in pairs)
        or any(one == "hx" for one in forms)
        or ("back", "when") in pairs
        or any(pair == ("back", "in") and _is_long_ago(forms[at + 2 : at + 5]) for at, pair in enumerate(pairs))
        or any(one == "in" and other.isdigit() and _YEAR_FROM <= int(other) <= _YEAR_TO for one, other in pairs)
        or any(one == "the" and other in _DECADES | _YEARS_OF for one, other in pairs if "in" in forms)
        or ("the", "past") in pairs
        or "previously" in forms
        or (("ages", "ago") in pairs)
        or any(one in {"in", "high"} and other in _SCHOOL for one, other in pairs)
        or (("first", "time") in pairs and "ago" in forms)
        or bool({"as", "when"} & set(forms) and _KID & set(forms) and {"a", "was"} & set(forms))
        or ("growing", "up") in pairs
        or ("when" in forms and any(one == "was" and (other.isdigit() or other in _NUMBERS) for one, other in pairs))
        or any(one == "my" and other in _DECADES for one, other in pairs)
        or ("once" in forms and any(one == "at" and other in _SCHOOL for one, other in pairs))
    )


def _is_of_once(forms: Sequence[str]) -> bool:
    """As in "used to get dizzy", but not in "not used to this", "used to be fine"."""
    return any(
        forms[at : at + 2] == ["used", "to"]
        and not (at and forms[at - 1] in _NOT_USED)
        and not (forms[at + 2 : at + 3] == ["be"] and forms[at + 3 : at + 4] and forms[at + 3] in _FINE)
        for at in range(len(forms))
    )


def _is_long_ago(forms: Sequence[str]) -> bool:
    """As in "back in the day", "back in march"; but not "cant get the pill back in the bottle"."""
    return any(one in _LONG_AGO or one.rstrip("s").isdigit() for one in forms)


def goes_on_since(items: Sequence[Item], first: int) -> bool:
    """As in "quit lexapro last week cant breathe": something began or ended then, and the sign came with it."""
    before = [items[at].form for at in clause(items, first, first) if at < first]
    begun = next((at for at, form in enumerate(before) if form in _STARTED), len(before))
    later = list(pairwise(before[begun + 1 :]))
    return any((one in _LAST and other in _LAST_WHAT) or other == "ago" for one, other in later)


def _new_taking(before: Sequence[str]) -> int:
    """Where a taking begins after what is long ago: "got out of rehab 3 weeks ago took kratom, sick"; 0 if nowhere."""
    taking = next((at for at in range(len(before) - 1, 0, -1) if before[at] in _TOOK), 0)
    hint = next((at for at in range(taking) if before[at] in _HINTS or before[at] in _AGO_UNITS), 0)
    led = any(form not in _OPENERS and not form[0].isdigit() for form in before[: max(0, hint - 1)])
    return taking if led else 0
