"""Every text people read: messages, questions, advice, rules, reasons, pages; with its place."""

from collections.abc import Iterator

from msgspec import Struct

from knowledge.checks.place import Keys
from knowledge.checks.tree import walk
from knowledge.content import Content
from knowledge.wording import DEFAULT_LOCALE

# file or folder -> the keys under which people read what stands there; "*" is any key
READ: dict[str, tuple[tuple[str, ...], ...]] = {
    "findings.yaml": (
        *((kind, "*", key) for kind in ("findings", "flags") for key in ("label", "you", "them", "short")),
        *(("findings", "*", "first_action", key) for key in ("you", "them")),
        *(("home_checks", "*", key) for key in ("title", "you", "them")),
        ("home_checks", "*", "answers", "*"),
        *(("home_checks", "*", "count", key) for key in ("label", "you", "them")),
    ),
    "rules/": (("rules", "*", "says"),),
    "guidance/": (("lines", "*", "you"), ("lines", "*", "them")),
    "interactions.yaml": (("letters", "*"), ("level_words", "*"), ("reasons", "*", "why")),
    "substances/": (("label",),),
    "measurements.yaml": (("measurements", "*", "label"),),
    "countries.yaml": (
        *(("countries", "*", f"{kind}_note") for kind in ("emergency", "poison", "crisis")),
        *(("countries", "*", kind, "*", key) for kind in ("poison", "crisis") for key in ("name", "note")),
    ),
    "learn.yaml": (("pages", "*", "title"), ("pages", "*", "label"), ("pages", "*", "text")),
    "fallback.yaml": (("*",),),
}
LABELS = frozenset({"label", "answers"})
MESSAGES = "messages/"


class Text(Struct, frozen=True):
    """A text people read.

    Attributes:
        file: from the room's folder on.
        keys: where it stands there.
        text: itself, placeholders not filled.
        locale: its language.
    """

    file: str
    keys: tuple[str | int, ...]
    text: str
    locale: str = DEFAULT_LOCALE

    @property
    def name(self) -> str:
        """Its name in a sentence: "severe.door.you"."""
        return ".".join(str(key) for key in self.keys)

    @property
    def is_label(self) -> bool:
        """Whether it stands on a button, where 24 characters fit."""
        if self.file.startswith(MESSAGES):
            return self.file.endswith(("/buttons.yaml", "/nodes.yaml"))
        return any(key in LABELS for key in self.keys) and not self.file.startswith("measurements")


def texts(content: Content) -> Iterator[Text]:
    """All of them, in all languages."""
    for name, keys, value in walk(content):
        if isinstance(value, str) and value.strip():
            if name.startswith(MESSAGES):
                yield Text(name, tuple(keys), value, name.split("/")[1])
            elif any(_fits(keys, path) for path in _paths(name)):
                yield Text(name, tuple(keys), value)


def _paths(name: str) -> tuple[tuple[str, ...], ...]:
    return READ.get(name) or READ.get(f"{name.partition('/')[0]}/", ())


def _fits(keys: Keys, path: tuple[str, ...]) -> bool:
    return len(keys) == len(path) and all(part in {"*", key} for key, part in zip(keys, path, strict=True))
