"""Texts that are too hard to read, or too long for the place where they are shown."""

import re
from collections.abc import Iterator

from knowledge.checks.place import issue
from knowledge.checks.texts import MESSAGES, Text, texts
from knowledge.content import Content
from knowledge.issues import Issue
from knowledge.readability import grade
from knowledge.wording import DEFAULT_LOCALE

HARDEST = 6.0  # US school grade
FEWEST = 6  # words; a label is no sentence, and a formula of sentences says nothing of it
FOR_THE_CREW = "card.yaml"  # professionals read it
LABEL, TEXT = 24, 4096  # characters of a button's label, and of Telegram's message
PROFILE = {"name": 64, "description": 512, "short_description": 120, "command": 256}  # Telegram's, in characters
PAGE = 900  # learn.yaml: read at leisure, on a phone
_PLACEHOLDER = re.compile(r"{\w+}|<[^>]+>")


def too_hard(content: Content) -> Iterator[Issue]:
    """English texts above grade 6; the formula knows no other language."""
    for text in texts(content):
        counted = text.locale == DEFAULT_LOCALE and not text.is_label and not text.file.endswith(FOR_THE_CREW)
        if counted and len(_PLACEHOLDER.sub("", text.text).split()) >= FEWEST and grade(text.text) > HARDEST:
            yield issue(
                content, text.file, text.keys, f"{text.name} is grade {grade(text.text):g}, above {HARDEST:g}: plainer"
            )


def too_long(content: Content) -> Iterator[Issue]:
    """Labels, pages, Telegram's own fields, and whole messages."""
    for text in texts(content):
        length, most = len(_PLACEHOLDER.sub("", text.text).strip()), longest(text)
        if length > most:
            yield issue(content, text.file, text.keys, f"{text.name} has {length} characters; {most} fit")


def longest(text: Text) -> int:
    """How many characters fit where the text is shown."""
    if text.file.startswith(MESSAGES) and text.file.endswith("/profile.yaml"):
        key = str(text.keys[0])
        return PROFILE[key if key in PROFILE else "command"]
    if text.is_label:
        return LABEL
    return PAGE if text.file == "learn.yaml" else TEXT
