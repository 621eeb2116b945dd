"""The words people type: names that are everyday words or look alike, and patterns that name findings."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import islice

from rapidfuzz.distance import OSA

from knowledge.checks.place import issue
from knowledge.content import Content
from knowledge.english import english, ranked
from knowledge.issues import Issue, nearest
from knowledge.phrase_table import ENGLISH, FOLDER, GRAVER, NORMAL
from knowledge.spelling import repairable
from knowledge.text import normal

COMMON = 20_000  # the words of English that nobody should mean a drug by
GENERIC_EDITS, NAME_EDITS = 2, 1  # within which two generic names, and any two names, are neighbours

Owners = Mapping[str, tuple[str, ...]]


def lexicon(content: Content) -> Iterator[Issue]:
    """Everyday words, neighbours and patterns."""
    yield from _everyday(content)
    yield from _neighbours(content)
    yield from _patterns(content)
    yield from _languages(content)
    yield from _sayings(content)


def _everyday(content: Content) -> Iterator[Issue]:
    """A common English word stands under `ask`, unless it is listed as plain."""
    plain = set(content.confusables.get("plain", ()))
    common = set(islice(ranked(), COMMON))
    for kind, family in content.classes.items():
        for index, one in enumerate(family.substances):
            for name in map(normal, (one.id, *one.names)):
                if name in common and name not in plain:
                    place = (f"substances/{kind}.yaml", ("substances", index))
                    sentence = (
                        f"{one.id}: “{name}” is an everyday word; put it under ask (or plain in confusables.yaml)"
                    )
                    yield issue(content, *place, sentence)


def _neighbours(content: Content) -> Iterator[Issue]:
    """Every two names of different substances that a slip turns into each other are listed: somebody has seen them."""
    listed = {frozenset(pair) for pair in content.confusables.get("near", ())}
    for group in content.confusables.get("confusable", ()):
        listed |= {frozenset((one, other)) for one in group for other in group if one != other}
    generic = {one: (one,) for one in content.substances if repairable(one)}
    names = {name: ids for name, ids in content.names.sure.items() if repairable(name)}
    for one, other in sorted({*neighbours(generic, GENERIC_EDITS), *neighbours(names, NAME_EDITS)}):
        if frozenset((one, other)) not in listed:
            sentence = f"“{one}” and “{other}” are {OSA.distance(one, other)} edits apart; look at them and list them"
            yield issue(content, "confusables.yaml", ("near",), sentence)


def neighbours(owners: Owners, edits: int) -> set[tuple[str, str]]:
    """The pairs of names of different owners within so many edits, by what is left when letters are dropped."""
    left: dict[str, set[str]] = defaultdict(set)
    for name in owners:
        shorter = {name}
        for _ in range(edits):
            shorter |= {one[:at] + one[at + 1 :] for one in shorter for at in range(len(one))}
        for one in shorter:
            left[one].add(name)
    pairs = {
        (one, other)
        for together in left.values()
        if len(together) > 1
        for one in together
        for other in together
        if one < other and owners[one] != owners[other]
    }
    return {(one, other) for one, other in pairs if OSA.distance(one, other) <= edits}


def _patterns(content: Content) -> Iterator[Issue]:
    """Every finding has its phrases; patterns name findings and classes that exist, and close their choices."""
    table = content.phrases
    for ident in content.findings.keys() - table.findings.keys():
        yield issue(
            content, "findings.yaml", ("findings", ident), f"nobody can type {ident}: add {ENGLISH}/{ident}.yaml"
        )
    named = [
        *((f"{ENGLISH}/{one}.yaml", (), one) for one in table.findings),
        *((GRAVER, ("graver", grave), one) for grave, milder in table.graver.items() for one in (grave, *milder)),
        *((NORMAL, ("normal", at), one) for at, row in enumerate(table.normal) for one in row.findings),
    ]
    for name, keys, ident in named:
        if ident not in content.findings:
            yield issue(content, name, keys, f"there is no finding “{ident}”{nearest(ident, content.findings)}")
    for ident, said in table.findings.items():
        for index, pattern in enumerate(said.patterns):
            place = (f"{ENGLISH}/{ident}.yaml", ("patterns", index))
            for word in pattern.replace("{", " ").replace("}", " ").replace("|", " ").split():
                if word.startswith("$") and word[1:] not in table.words:
                    yield issue(content, *place, f"there is no class “{word}”{nearest(word[1:], table.words)}")
            if pattern.count("{") != pattern.count("}"):
                yield issue(content, *place, f"“{pattern}” opens a choice and does not close it")


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
