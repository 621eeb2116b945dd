"""Grows the tree of phrases from their YAML: choices `{a|b}`, gaps `...` and classes `$name`."""

import re
from collections.abc import Collection, Iterable
from itertools import product

from flows.understanding.phrases.forms import WHOLE, Forms
from flows.understanding.phrases.tree import GAP, GAPS, WIDE, Node

AS_WRITTEN = "="  # before a choice of one word: only in this form
_PIECE = re.compile(r"\{[^{}]*\}|\S+")
_SHORTEST_WITHOUT = 2  # words that must remain when the optional ones are left out


def grown(forms: Forms, optional: Collection[str], rows: Iterable[tuple[str, str]]) -> Node:
    """The tree of phrases.

    Args:
        forms: brings words to their forms.
        optional: words that may be left out of a plain phrase.
        rows: phrases with what they mean.
    """
    grower = _Grower(forms, optional)
    for phrase, means in rows:
        grower.add(phrase, means)
    return grower.root.shared()


class _Grower:
    """A tree that grows."""

    def __init__(self, forms: Forms, optional: Collection[str]) -> None:
        """Begin with an empty tree."""
        self._forms, self._optional = forms, optional
        self.root = Node()

    def add(self, phrase: str, means: str) -> None:
        """Add a phrase."""
        if phrase.startswith("~"):
            one, _, other = phrase[1:].partition("&")
            self.add(f"{one} {GAP} {other}", means)
            self.add(f"{other} {GAP} {one}", means)
            return
        if "{" not in phrase and GAP not in phrase and "$" not in phrase:
            self._add_plain(phrase, means)
            return
        found = _PIECE.findall(phrase)
        pieces, grouped = [piece.strip("{}") for piece in found], [piece[0] == "{" for piece in found]
        if grouped == [True]:
            for choice in pieces[0].split("|"):
                self.add(choice, means)
            return
        options = [
            self._options(piece) if group else [[self._key(piece)]]
            for piece, group in zip(pieces, grouped, strict=True)
        ]
        for row in product(*options):
            keys = [key for part in row for key in part]
            self._grow(keys, means, len(keys) - keys.count(GAP) - keys.count(WIDE), phrase)

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
        node = self.root
        for key in row:
            node = node.grown(key)
        if not node.ends or all(known[0] != means for known in node.ends):
            node.ends = (*node.ends, (means, weight, phrase))
