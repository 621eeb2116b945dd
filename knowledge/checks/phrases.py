"""How people say a sign: phrases, patterns and idioms name what exists, and are written so that they can fit."""

import re
from collections.abc import Iterator

from knowledge.checks.place import issue
from knowledge.content import Content
from knowledge.english import english
from knowledge.issues import Issue, nearest
from knowledge.phrase_table import ENGLISH, FOLDER, GRAVER, NORMAL, RARE
from knowledge.text import normal

_CHOICE = re.compile(r"[^{}|]+")
_GAPS_AND_SIGNS = "~ .&="


def phrases(content: Content) -> Iterator[Issue]:
    """Findings, patterns, other languages and idioms."""
    yield from _named(content)
    for folder, findings in ((ENGLISH, content.phrases.findings), (RARE, content.phrases.rare)):
        for ident, said in findings.items():
            for index, pattern in enumerate(said.patterns):
                for sentence in _wrong(pattern, content):
                    yield issue(content, f"{folder}/{ident}.yaml", ("patterns", index), sentence)
    yield from _languages(content)
    yield from _sayings(content)


def _named(content: Content) -> Iterator[Issue]:
    """Every finding has its phrases, and no phrases are of a finding that is not there."""
    table = content.phrases
    for ident in content.findings.keys() - table.findings.keys():
        yield issue(
            content, "findings.yaml", ("findings", ident), f"nobody can type {ident}: add {ENGLISH}/{ident}.yaml"
        )
    named = [
        *((f"{ENGLISH}/{one}.yaml", (), one) for one in table.findings),
        *((f"{RARE}/{one}.yaml", (), one) for one in table.rare),
        *((GRAVER, ("graver", grave), one) for grave, milder in table.graver.items() for one in (grave, *milder)),
        *((NORMAL, ("normal", at), one) for at, row in enumerate(table.normal) for one in row.findings),
    ]
    for name, keys, ident in named:
        if ident not in content.findings:
            yield issue(content, name, keys, f"there is no finding “{ident}”{nearest(ident, content.findings)}")


def _wrong(pattern: str, content: Content) -> Iterator[str]:
    """What is wrong with a pattern."""
    words = content.phrases.words
    for word in pattern.replace("{", " ").replace("}", " ").replace("|", " ").split():
        if word.startswith("$") and word[1:] not in words:
            yield f"there is no class “{word}”{nearest(word[1:], words)}"
    if pattern.count("{") != pattern.count("}"):
        yield f"“{pattern}” opens a choice and does not close it"
    for choice in _CHOICE.findall(pattern):
        if choice.strip(_GAPS_AND_SIGNS) and not any(sign.isalnum() for sign in choice):
            yield f"“{choice}” holds no word, so it would be left out"


def _languages(content: Content) -> Iterator[Issue]:
    """In other languages findings exist, choices close, and no phrase is one everyday word of English."""
    for code, file in content.phrases.languages.items():
        for ident, phrases in file.findings.items():
            if ident not in content.findings:
                sentence = f"there is no finding “{ident}”{nearest(ident, content.findings)}"
                yield issue(content, f"{FOLDER}/{code}.yaml", ("findings", ident), sentence)
            for index, phrase in enumerate(phrases):
                wrong = ""
                if phrase.count("{") != phrase.count("}"):
                    wrong = "opens a choice and does not close it"
                elif " " not in phrase and any(word in english() for word in phrase.strip("{}").split("|")):
                    wrong = "is an English word too; say it with another word beside it"
                if wrong:
                    place = (f"{FOLDER}/{code}.yaml", ("findings", ident, index))
                    yield issue(content, *place, f"“{phrase}” {wrong}")


def _sayings(content: Content) -> Iterator[Issue]:
    """An idiom closes its choices, does not begin with a gap, and has more than one word; a thing is one word."""
    table = content.sayings
    for index, saying in enumerate(table.sayings):
        wrong = ""
        if saying.count("{") != saying.count("}"):
            wrong = "opens a choice and does not close it"
        elif saying.startswith(("...", "$")):
            wrong = "begins with a gap or a thing"
        if wrong:
            yield issue(content, "sayings.yaml", ("sayings", index), f"“{saying}” {wrong}")
    for index, thing in enumerate(table.things):
        if not thing.isalnum() or thing != normal(thing):
            yield issue(content, "sayings.yaml", ("things", index), f"“{thing}” is not one word in lower case")
