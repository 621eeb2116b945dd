"""Which words say "no", and where what they deny begins: "no", "not once have i", "absence of", "could not elicit"."""

from collections.abc import Sequence

from flows.understanding.grammar import words_of
from flows.understanding.phrases.forms import Item
from flows.understanding.phrases.runs import length, runs_of

_WORDS = words_of("polarity")
NO = _WORDS["no"]
_PHRASES = runs_of(_WORDS["no_phrases"])
_FRONTED = runs_of(_WORDS["fronted"])
_NOT_A_NO = {key.removeprefix("not_a_no_"): many for key, many in _WORDS.items() if key.startswith("not_a_no_")}
_NEGATIVE = _WORDS["negative"]
_NOT_ANY_MORE, _NOT_SO_MUCH = _WORDS["not_any_more"], _WORDS["not_so_much"]
_ALWAYS, _HARDLY = _WORDS["always"], _WORDS["hardly"]
_AUXILIARY, _PERSONS = _WORDS["auxiliary"], words_of("subject")["he"] | words_of("subject")["persons"] | {"i", "we"}
_THE = frozenset({"the", "my", "his", "her", "their", "our"})
_NOT_NOT = frozenset({"cant", "dont", "isnt", "never", "not", "wont"})
_ON = frozenset({"on", "with", "from", "taking", "off", "using", "during", "for", "in", "took", "since"})
_WELL = frozenset(
    {
        "good",
        "great",
        "well",
        "right",
        "better",
        "normal",
        "myself",
        "ok",
        "okay",
        "fine",
        "it",
        "too",
        "so",
        "hot",
        "like",
    }
)
_SEEM = frozenset({"feel", "feeling", "look", "looking", "seem", "sound", "act", "acting"})
_AS_USUAL = frozenset(
    {"good", "great", "well", "right", "better", "normal", "myself", "himself", "herself", "ok", "okay", "fine"}
)
_FAR = 8  # words after "never" in which "like this" may follow
_NEAR = 7  # words before "without" in which "cant" may stand


def is_no(items: Sequence[Item], at: int) -> bool:
    """Whether a word may deny something, or stands where a phrase that does begins."""
    return items[at].form in NO or bool(length(items, at, _PHRASES))


def denial(items: Sequence[Item], at: int) -> int | None:
    """Where what the word denies begins; None when it denies nothing, as in "not only", "no idea", "never so bad"."""
    form = items[at].form
    words = length(items, at, _PHRASES)
    if words:
        if "last" in {one.form for one in items[at : at + words]} and _is_never_so(items, at + words - 1):
            return None  # "cant remember the last time i was this dizzy"
        # "hasnt ruled out a fit", "cant be sure hes free of fever"
        return None if any(one.form in _NEGATIVE for one in items[max(0, at - 3) : at]) else at + words
    if at + 1 >= len(items):
        return at + 1
    fronted = _fronted(items, at)
    if form == "never" and [one.form for one in items[at + 1 : at + 4]] == ["so", "much", "as"]:
        return at + 4  # "never so much as a tremor"
    if (form == "never" and _is_never_so(items, at)) or _is_doubled(items, at):
        return None
    return fronted or (None if _is_none(items, at) else at + 1)


def _is_none(items: Sequence[Item], at: int) -> bool:
    """Whether the words after a "no" make it something else."""
    form, following = items[at].form, items[at + 1].form
    if form in {"not", "isnt"} and following == "feeling":  # "not feeling sick", but "not feeling great, sick"
        return at + 2 < len(items) and (items[at + 2].form in _WELL or bool(items[at + 2].pause))
    if following in _SEEM and items[at + 2 : at + 3] and items[at + 2].form in _AS_USUAL:
        return True  # "dont feel right my chest hurts"
    if following in _NOT_A_NO.get(form, ()):
        return True
    if form == "negative":
        return following not in {"for", "ankle"}
    return form == "dont" and at > 0 and items[at - 1].form == "why"


def _is_never_so(items: Sequence[Item], at: int) -> bool:
    """As in "never had a headache this bad", "never been more anxious", "never had a fit until today"."""
    following = items[at + 1 : at + 1 + _FAR]
    pause = next((place for place, one in enumerate(following) if one.pause), len(following))
    clause = range(at + 1, at + 1 + pause)
    if any(one.form in _NOT_ANY_MORE for one in following):
        return True
    if any(items[place].form in _NOT_SO_MUCH and not _is_of_a_thing(items, place) for place in clause):
        return True
    nearest = [one.form for one in items[at + 1 : at + 4]]
    return "as" in nearest or ("that" in nearest and bool({"been", "felt", "seen", "this"} & set(nearest)))


def _is_of_a_thing(items: Sequence[Item], at: int) -> bool:
    """As in "on this pill", "so far": no measure of how bad it is."""
    following = items[at + 1].form if at + 1 < len(items) else ""
    if items[at].form == "this":
        return items[at - 1].form in _ON and following not in {"much", "many", "bad"}
    return items[at].form == "so" and following == "far"


def _is_doubled(items: Sequence[Item], at: int) -> bool:
    """As in "i cant not throw up", "cant stand without fainting", "not a day goes by without pain"."""
    before = [one.form for one in items[max(0, at - _NEAR) : at]]
    form = items[at].form
    if form == "without":
        return bool(_HARDLY & set(before))
    if before and form != "no" and (before[-1] in _NOT_NOT or before[-2:] in (["cant", "say"], ["wont", "say"])):
        return True
    for back in range(at - 1, max(-1, at - 1 - _NEAR), -1):
        if items[back + 1].pause or items[back].form in {"and", "but"}:
            return False
        if items[back].form in _NEGATIVE:
            return bool(_ALWAYS & {one.form for one in items[back:at]})
    return False


def _fronted(items: Sequence[Item], at: int) -> int | None:
    """Where what "not once have i ..." and "at no point was the patient ..." deny begins: after who it is said of."""
    words = length(items, at, _FRONTED)
    after = at + words
    if not words or after + 1 >= len(items) or items[after].form not in _AUXILIARY:
        return None
    if items[after + 1].form in _PERSONS:
        return after + 2
    return after + 3 if items[after + 1].form in _THE else None
