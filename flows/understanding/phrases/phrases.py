"""Phrases with gaps, looked up in a tree: "cant ... breathe" also stands in "i cant seem to properly breathe"."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import pairwise

from flows.understanding.grammar import words_of
from flows.understanding.phrases.forms import Forms, Item
from flows.understanding.phrases.growing import grown
from flows.understanding.phrases.hits import Hit
from flows.understanding.phrases.tree import Node

MOST_STEPS, MOST_HITS = 6000, 120  # of one text, so that no text takes long
MOST_SKIPPED, MOST_WIDE, MOST_LIGHT = 3, 4, 6  # words in a gap, in a wide one; words that mean nothing, in a phrase
_NEGATIVE = words_of("polarity")["negative"]
_STOP = 2  # the pause of a full stop
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
        self._root = grown(forms, optional, rows)

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
        begun: list[tuple[int, Node, bool]] = []
        for at in reversed(sentence):
            item = items[at]
            ending, going_on = self._kept_beginnings(item.form, item.keys)
            nodes = {node for key, many in going_on.items() if key in after for node in many}
            begun += [(at, node, node in nodes) for node in ending if node in nodes or node.ends]
            after.update(item.keys)
        begun.reverse()
        return after, begun

    def _kept_beginnings(self, form: str, keys: Iterable[str]) -> tuple[tuple[Node, ...], dict[str, list[Node]]]:
        """The phrases that begin with a form, and by what may come next those that go on; kept of known words only."""
        return self._beginnings_of(form) if form in self._forms.vocabulary else self._made_beginnings(keys)

    @lru_cache(maxsize=1024)  # noqa: B019  one Phrases lives as long as the content
    def _beginnings_of(self, form: str) -> tuple[tuple[Node, ...], dict[str, list[Node]]]:
        return self._made_beginnings(self._forms.keys(form))

    def _made_beginnings(self, keys: Iterable[str]) -> tuple[tuple[Node, ...], dict[str, list[Node]]]:
        nodes = tuple(self._root.next[key] for key in keys if key in self._root.next)
        going_on: dict[str, list[Node]] = {}
        for node in nodes:
            for key in node.following():
                going_on.setdefault(key, []).append(node)
        return nodes, going_on

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
