"""What only sounds like a sign: idioms ("hit the gym"), and words said of a thing ("the server is not responding")."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from flows.understanding.grammar import words_of
from flows.understanding.phrases.forms import Forms, Item
from flows.understanding.phrases.hits import ALARM, NOTHING, Hit
from flows.understanding.phrases.tree import GAP

THING = "$thing"  # in a saying: any of the things
_WORDS = words_of("sayings")
_BESIDE_SUBJECT, _BEFORE_NOUN, _CLAUSE_STARTS = _WORDS["beside_subject"], _WORDS["before_noun"], _WORDS["clause_starts"]
_PEOPLE = frozenset().union(*(words_of("subject")[name] for name in ("i", "he", "persons", "body"))) | {"my", "head"}
# A thing may be hit, thrown or spiked, and a voice may come from one.
_ALSO_OF_THINGS = frozenset({"agitation", "confusion", "hallucinations", "head_injury", "self_harm", "spiked"})
_NEVER_SKIPPED = _PEOPLE | {"and", "but"}  # "no car he wont wake up" is no car that wont start
_PIECE = re.compile(r"\{[^{}]*\}|\S+")
_MOST_SKIPPED = 3  # words in a gap
_MOST_WORDS = 4  # between a thing and what is said of it
_STOP = 2  # the pause of a full stop

Options = dict[str, tuple[tuple[str, ...], ...]]  # by its first word, each choice's other words
_ALONE: tuple[tuple[str, ...], ...] = ((),)  # no other words, as in most choices: they share it


class Sayings:
    """The idioms by their first word, and the things."""

    def __init__(self, sayings: Iterable[str], things: Iterable[str], forms: Forms, red_flags: Collection[str]) -> None:
        """Read the idioms; their words are not learnt, since nobody means them."""
        self._red_flags = frozenset(red_flags)
        self._things = frozenset(things)
        self._by_first: dict[str, list[tuple[str, list[Options | None], frozenset[str]]]] = {}
        thing: Options = dict.fromkeys(self._things, _ALONE)
        for saying in sayings:
            parts = [thing if piece == THING else _options(piece, forms, thing) for piece in _PIECE.findall(saying)]
            others = (part for part in parts[1:] if part and "" not in part)
            idiom = saying, parts, frozenset(min(others, key=len, default=parts[0] or ()))
            for first in parts[0] or ():
                self._by_first.setdefault(first, []).append(idiom)

    def find(self, items: Sequence[Item], hits: Sequence[Hit]) -> list[Hit]:
        """What makes some of the hits mean nothing."""
        if not hits:
            return []
        found = []
        forms = {item.form for item in items}
        for start, item in enumerate(items):
            if item.form in self._things and _is_lacked(items, start):
                continue
            for saying, parts, needed in self._by_first.get(item.form, ()):
                end = 0 if needed.isdisjoint(forms) else max(_ends(items, start, parts), default=0)
                if end:
                    found.append(Hit(NOTHING, tuple(range(start, end)), end - start, saying))
        return found + [Hit(NOTHING, hit.items, 0, "things") for hit in hits if self._is_of_a_thing(items, hit)]

    def _is_of_a_thing(self, items: Sequence[Item], hit: Hit) -> bool:
        if hit.means in _ALSO_OF_THINGS or any(items[at].form in _PEOPLE for at in hit.inside):
            return False
        if self._is_subject(items, hit.items[0]):
            return True
        if hit.means in self._red_flags or hit.means[0] == ALARM:
            return False  # "fainted school today" is no idiom
        return len(hit.items) <= 2 and self._is_object(items, hit.items[-1])  # noqa: PLR2004  "rigid rules"

    def _is_subject(self, items: Sequence[Item], first: int) -> bool:
        """Whether a thing stands right before the item and begins the clause."""
        at = first - 1
        while at > max(0, first - _MOST_WORDS) and not items[at + 1].pause and items[at].form in _BESIDE_SUBJECT:
            at -= 1
        if at < 0 or items[at + 1].pause or items[at].form not in self._things or _is_lacked(items, at):
            return False
        while at > 0 and not items[at].pause and items[at - 1].form in _BEFORE_NOUN:
            at -= 1
        return at == 0 or items[at].pause > 0 or items[at - 1].form in _CLAUSE_STARTS

    def _is_object(self, items: Sequence[Item], last: int) -> bool:
        """Whether a thing stands right after the item, with at most "of" and small words between."""
        at = last + 1
        if at < len(items) and not items[at].pause and items[at].form == "of":
            at += 1
        while at < len(items) and not items[at].pause and items[at].form in _BEFORE_NOUN:
            at += 1
        return at < len(items) and not items[at].pause and items[at].form in self._things


def _is_lacked(items: Sequence[Item], at: int) -> bool:
    """Whether nobody has the thing: of "no car cant wake him" the car is not what wont wake."""
    return at > 0 and not items[at].pause and items[at - 1].form in {"no", "without", "zero"}


def _options(piece: str, forms: Forms, thing: Options) -> Options | None:
    """The choices of a piece of an idiom; None for a gap, an empty one when it may be left out."""
    if piece == GAP:
        return None
    options: Options = {}
    for choice in piece.strip("{}").split("|") if piece[0] == "{" else [piece]:
        if choice == THING:
            options.update({one: options.get(one, ()) + ends for one, ends in thing.items()})
            continue
        words = forms.read(choice) or ("",)
        ends = (tuple(words[1:]),) if len(words) > 1 else _ALONE
        options[words[0]] = options.get(words[0], ()) + ends
    return options


def _ends(items: Sequence[Item], at: int, parts: Sequence[Options | None]) -> Iterator[int]:
    """Where the idiom ends, for each way in which it fits from here."""
    if not parts:
        yield at
        return
    part, rest = parts[0], parts[1:]
    if part is None:
        for skipped in range(_MOST_SKIPPED + 1):
            yield from _ends(items, at + skipped, rest)
            stops = at + skipped >= len(items) or items[at + skipped].pause
            if stops or items[at + skipped].form in _NEVER_SKIPPED:
                return
        return
    if "" in part:
        yield from _ends(items, at, rest)
    if at >= len(items):
        return
    for others in part.get(items[at].form, ()):
        end = at + 1 + len(others)
        if end <= len(items) and tuple(one.form for one in items[at + 1 : end]) == others:
            yield from _ends(items, end, rest)
