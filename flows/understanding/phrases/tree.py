"""The tree of phrases: what may come next, word by word, and what ends where."""

GAP = "..."
WIDE = "...."  # a gap that also steps over a comma, "and" and "but"
GAPS = frozenset({GAP, WIDE})

End = tuple[str, int, str]  # what a phrase means, how many words it has, and itself
_NOTHING: "dict[str, Node]" = {}  # what comes next where a phrase ends, as at most nodes: they share it


class Node:
    """A place in the tree.

    Attributes:
        next: by its key, each word that may come next.
        gap: what comes after a gap.
        wide: what comes after a wide one.
        ends: the phrases that end here: what each means, how many words it has, and itself.
    """

    __slots__ = ("ends", "gap", "next", "wide")

    def __init__(self) -> None:
        """Begin empty."""
        self.next = _NOTHING
        self.gap: Node | None = None
        self.wide: Node | None = None
        self.ends: tuple[End, ...] = ()

    def grown(self, key: str) -> "Node":
        """The node after a word or gap, made when it is new."""
        node = self.next.get(key)
        if node is None:
            if key == GAP:
                node = self.gap = self.gap or Node()
            elif key == WIDE:
                node = self.wide = self.wide or Node()
            elif self.next is _NOTHING:
                node = Node()
                self.next = {key: node}
            else:
                node = self.next[key] = Node()
        return node

    def following(self) -> frozenset[str]:
        """The keys that may come next, also after a gap."""
        return frozenset(self.next).union(*(gap.next for gap in (self.gap, self.wide) if gap))

    def shared(self, known: "dict[tuple[object, ...], Node] | None" = None) -> "Node":
        """The same tree with equal branches kept once, since many phrases end alike; none may grow afterwards."""
        known = {} if known is None else known
        for key, node in self.next.items():
            self.next[key] = node.shared(known)
        self.gap = self.gap and self.gap.shared(known)
        self.wide = self.wide and self.wide.shared(known)
        return known.setdefault((*self.next, *self.next.values(), self.gap, self.wide, self.ends), self)
