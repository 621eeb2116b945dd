"""phrases.yaml, sayings.yaml, danger_words.yaml: what people type, and what it says of them."""

from knowledge.schema.strict import Strict


class NormalWords(Strict, frozen=True):
    """Phrases that say that findings are absent."""

    phrases: list[str]
    findings: list[str]


class PhraseTable(Strict, frozen=True):
    """Patterns for what people say of findings (phrases.yaml)."""

    words: dict[str, list[str]]
    patterns: dict[str, list[str]]
    normal: list[NormalWords]
    graver: dict[str, list[str]]


class SayingTable(Strict, frozen=True):
    """What only sounds like a sign (sayings.yaml)."""

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
