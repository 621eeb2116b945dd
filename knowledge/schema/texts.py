"""messages/*/*.yaml and learn.yaml: what people read, and forbidden.yaml: what they must never read."""

from typing import Annotated

from msgspec import Meta

from knowledge.schema.strict import Label, Strict, Text


class Readers(Strict, frozen=True):
    """A message with words of its own for each reader."""

    you: Text
    them: Text


MessagesFile = dict[str, str | Readers]


class LearnPage(Strict, frozen=True):
    """A page for reading at leisure."""

    title: Text
    label: Label
    text: Annotated[str, Meta(min_length=1, max_length=900)]
    sources: Annotated[list[str], Meta(min_length=1)]


class LearnFile(Strict, frozen=True):
    """Pages to read at leisure."""

    pages: dict[str, LearnPage]


class ForbiddenAdvice(Strict, frozen=True):
    """A kind of advice no text may give, as patterns, with the words that make a hit fine."""

    id: Text
    why: Text
    patterns: Annotated[list[Text], Meta(min_length=1)]
    negation_clears: bool
    allowed: list[Text] = []


class ForbiddenFile(Strict, frozen=True):
    """What no text of ours may say."""

    forbidden: list[ForbiddenAdvice]
