"""phrases/, sayings.yaml, danger_words.yaml: what people type, and what it says of them."""

from knowledge.schema.strict import Strict


class Phrasing(Strict, frozen=True):
    """How people say one finding (phrases/en/).

    Attributes:
        phrases: typed words, lower case, no apostrophes; the longest one that fits wins.
        patterns: phrases with choices, gaps and classes.
    """

    phrases: list[str] = []
    patterns: list[str] = []


class NormalWords(Strict, frozen=True):
    """Phrases that say that findings are absent."""

    phrases: list[str]
    findings: list[str]


class WordClassesFile(Strict, frozen=True):
    """Families of words (phrases/words.yaml).

    Attributes:
        words: class: the words it stands for in patterns, as $class.
    """

    words: dict[str, list[str]]


class NormalFile(Strict, frozen=True):
    """What says that findings are absent (phrases/normal.yaml)."""

    normal: list[NormalWords]


class GraverFile(Strict, frozen=True):
    """Which sign speaks for others (phrases/graver.yaml).

    Attributes:
        graver: finding: the milder ones that are left out beside it when they share a word with it.
    """

    graver: dict[str, list[str]]


class LanguageFile(Strict, frozen=True):
    """How people say findings in a language beside English (phrases/es.yaml, named by the language's code).

    Attributes:
        no: words that deny what follows them.
        between: words that may stand between such a word and what it denies: "no tengo fiebre".
        findings: finding: its phrases and patterns; accents may be left out, endings are written out.
    """

    no: list[str]
    between: list[str]
    findings: dict[str, list[str]]


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
