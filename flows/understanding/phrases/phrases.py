"""Phrases with gaps, looked up in a tree: "cant ... breathe" also stands in "i cant seem to properly breathe"."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise, product

from flows.understanding.grammar import words_of
from flows.understanding.phrases.forms import WHOLE, Forms, Item
from flows.understanding.phrases.hits import Hit
from flows.understanding.phrases.tree import GAP, GAPS, WIDE, Node

AS_WRITTEN = "="  # before a choice of one word: only in this form
MOST_STEPS, MOST_HITS = 6000, 120  # of one text, so that no text takes long
MOST_SKIPPED, MOST_WIDE, MOST_LIGHT = 3, 4, 6  # words in a gap, in a wide one; words that mean nothing, in a phrase
_NEGATIVE = words_of("polarity")["negative"]
_STOP = 2  # the pause of a full stop
_PIECE = re.compile(r"\{[^{}]*\}|\S+")
_SHORTEST_WITHOUT = 2  # words that must remain when the optional ones are left out

_JOINS = frozenset(
    {"and", "n", "but", "or", "plus", "because", "nor", "fine", "normal", "ok", "okay"}
)  # never stepped over: another sign may follow


class Phrases:
    """A tree of phrases."""

    def __init__(self, forms: Forms, optional: Collection[str], rows: Iterable[tuple[str, str]]) -> None:
        """Grow the tree.

        Args:
            forms: brings words to their forms.
            optional: words that may be left out of a plain phrase.
            rows: phrases with what they mean.
        """
        self._forms = forms
        self._optional = optional
        self._root = Node()
        for phrase, means in rows:
            self._add(phrase, means)
        self._root = self._root.shared()
        # by its key, each word that begins a phrase: its node, and what may come next
        self._beginnings = {key: (node, node.following()) for key, node in self._root.next.items()}

    def _add(self, phrase: str, means: str) -> None:
        """Add a phrase with its choices `{a|b}`, gaps `...` and classes `$name`."""
        if phrase.startswith("~"):
            one, _, other = phrase[1:].partition("&")
            self._add(f"{one} {GAP} {other}", means)
            self._add(f"{other} {GAP} {one}", means)
            return
        if "{" not in phrase and GAP not in phrase and "$" not in phrase:
            self._add_plain(phrase, means)
            return
        found = _PIECE.findall(phrase)
        pieces, grouped = [piece.strip("{}") for piece in found], [piece[0] == "{" for piece in found]
        if grouped == [True]:
            for choice in pieces[0].split("|"):
                self._add(choice, means)
            return
        options = [
            self._options(piece) if group else [[self._key(piece)]]
            for piece, group in zip(pieces, grouped, strict=True)
        ]
        for row in product(*options):
            keys = [key for part in row for key in part]
            self._grow(keys, means, len(keys) - keys.count(GAP) - keys.count(WIDE), phrase)

    def find(self, items: Sequence[Item]) -> list[Hit]:
        """All phrases in the text; none goes over a full stop."""
        hits: dict[tuple[str, tuple[int, ...]], Hit] = {}
        steps = MOST_STEPS
        for sentence in _sentences(items):
            there, begun = self._begun(items, sentence)
            denied = _denied_clauses(items, sentence)
            for start, node, goes_on in begun:
                if steps <= 0:
                    break
                found = [Hit(means, (start,), weight, phrase) for means, weight, phrase in node.ends]
                if goes_on:
                    more, used = self._walk(items, start, sentence.stop, node, steps, there, denied)
                    steps -= used + 1
                    found += more
                for hit in found if len(hits) < MOST_HITS else ():
                    hits.setdefault((hit.means, hit.items), hit)
        return list(hits.values())

    def _begun(self, items: Sequence[Item], sentence: range) -> tuple[set[str], list[tuple[int, Node, bool]]]:
        """All keys of a sentence, and the phrases that begin in it: where, the node, and whether one goes on in it."""
        after: set[str] = set()
        begun = []
        for at in reversed(sentence):
            keys = items[at].keys
            for key in reversed(keys):
                if key in self._beginnings:
                    node, following = self._beginnings[key]
                    goes_on = not following.isdisjoint(after)
                    if goes_on or node.ends:
                        begun.append((at, node, goes_on))
            after.update(keys)
        begun.reverse()
        return after, begun

    def _walk(  # noqa: C901  the one hot loop: calls in it would cost a third of its time
        self,
        items: Sequence[Item],
        start: int,
        end: int,
        root: Node,
        most: int,
        there: AbstractSet[str],
        denied: Mapping[int, int],
    ) -> tuple[list[Hit], int]:
        """Every phrase of several words that begins with the item and ends in its sentence, and the steps it took."""
        found: list[Hit] = []
        seen: set[tuple[int, int, int, bool, tuple[int, ...]]] = set()
        waiting: list[tuple[int, Node, tuple[int, ...], int, int, bool]] = [
            (start + 1, root, (start,), 0, MOST_LIGHT, False)
        ]
        steps = 0
        while waiting and steps <= most:
            at, node, taken, skips, light, wide = waiting.pop()
            steps += 1
            if node.gap is not None and not node.gap.next.keys().isdisjoint(there):
                waiting.append((at, node.gap, taken, MOST_SKIPPED, light, False))
            if node.wide is not None and not node.wide.next.keys().isdisjoint(there):
                # a "no" does not reach across a comma: "not confused, knows where he is"
                waiting.append((at, node.wide, taken, MOST_WIDE, light, items[taken[-1]].form not in _NEGATIVE))
            following = node.next
            if at >= end or following.keys().isdisjoint(there) or (at, id(node), skips, wide, taken) in seen:
                continue
            seen.add((at, id(node), skips, wide, taken))
            item = items[at]
            keys = item.keys
            if at in denied and denied[at] not in taken:
                continue
            if not item.pause or at == taken[-1] + 1 or wide:
                for key in keys if len(keys) < len(following) else [one for one in following if one in keys]:
                    child = following.get(key)
                    if child is not None:
                        more = (*taken, at)
                        if child.ends:
                            found += [Hit(means, more, weight, phrase) for means, weight, phrase in child.ends]
                        waiting.append((at + 1, child, more, 0, light, False))
            if (item.pause and (not wide or item.form in _NEGATIVE)) or (item.form in _JOINS and not wide):
                continue
            if item.light and light:
                waiting.append((at + 1, node, taken, skips, light - 1, wide))
            elif skips:
                waiting.append((at + 1, node, taken, skips - 1, light, wide))
        return found, steps

    def _add_plain(self, phrase: str, means: str) -> None:
        """A phrase of plain words; the words that mean nothing in it may be left out when two others remain."""
        forms = self._forms.formed(phrase)
        if len(forms) == 1:
            # a phrase of one word is that word: "fitting" is a seizure, "fit" is not
            self._grow([forms[0] + WHOLE], means, 1, phrase)
            return
        rows = [forms, [one for one in forms if one not in self._optional]]
        for row in rows if _SHORTEST_WITHOUT <= len(rows[1]) < len(forms) else rows[:1]:
            self._grow([self._forms.stem(one) for one in row], means, len(forms), phrase)

    def _options(self, group: str) -> list[list[str]]:
        """The choices of a group: one class for all single words, and each longer choice by itself."""
        single, longer = [], []
        for choice in group.split("|"):
            forms = self._forms.formed(choice.removeprefix(AS_WRITTEN))
            if choice.startswith(AS_WRITTEN):
                single.append(forms[0] + WHOLE)
            elif len(forms) == 1:
                single.append(forms[0])
            else:
                longer.append(
                    [self._key(form) for form in choice.split()]
                    if GAP in choice or "$" in choice
                    else [self._forms.stem(form) for form in forms]
                )
        return [*([[self._forms.group(single)]] if single else []), *longer]

    def _key(self, piece: str) -> str:
        if piece in GAPS or piece.startswith("$"):
            return piece
        return self._forms.stem(self._forms.formed(piece)[0])

    def _grow(self, row: list[str], means: str, weight: int, phrase: str) -> None:
        node = self._root
        for key in row:
            node = node.grown(key)
        if not node.ends or all(known[0] != means for known in node.ends):
            node.ends = (*node.ends, (means, weight, phrase))


def _denied_clauses(items: Sequence[Item], sentence: range) -> dict[int, int]:
    """Where a clause begins after one with a "no"; a phrase goes on there only if it holds that "no"."""
    denied: dict[int, int] = {}
    no = None
    for at in sentence:
        if items[at].pause and len(items[at].form) > 1:  # "n/v" is one thing
            if no is not None:
                denied[at] = no
            no = None
        if items[at].form in _NEGATIVE:
            no = at
    return denied


def _sentences(items: Sequence[Item]) -> list[range]:
    """The items from one full stop to the next."""
    starts = [at for at, item in enumerate(items) if item.pause == _STOP or not at]
    return [range(*span) for span in pairwise([*starts, len(items)])]
