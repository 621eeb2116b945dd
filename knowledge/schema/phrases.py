"""phrases.yaml, sayings.yaml, danger_words.yaml: what people type, and what it says of them."""

from knowledge.schema.strict import Strict


class NormalWords(Strict, frozen=True):
    """Phrases that say that findings are absent."""

    phrases: list[str]
    findings: list[str]


class PhraseTable(Strict, frozen=True):
    """Patterns for what people say of findings (phrases.yaml).

    Attributes:
        words: class: the words it stands for in patterns, as $class.
        patterns: finding: its patterns.
        normal: what says that findings are absent.
        graver: finding: the milder ones that are left out beside it when they share a word with it.
    """

    words: dict[str, list[str]]
    patterns: dict[str, list[str]]
    normal: list[NormalWords]
    graver: dict[str, list[str]]


class SayingTable(Strict, frozen=True):
    """What only sounds like a sign (sayings.yaml).

    Attributes:
        things: what cannot be ill, such as "phone".
        sayings: idioms; the words stand as they are written, {a|b} is a choice.
    """

    things: list[str]
    sayings: list[str]


class TypedWords(Strict, frozen=True):
    """Phrases that mean danger wherever they are typed, and what they may mean."""

    phrases: list[str]
    findings: list[str]


class DangerWordsFile(Strict, frozen=True):
    """Typed words that mean danger wherever they are typed."""

    danger: list[TypedWords]
    self_harm: list[TypedWords]
