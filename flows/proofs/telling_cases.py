"""A case as a person would tell it, and as `serocheck assess` and the vignettes take it."""

from collections.abc import Iterable, Mapping
from typing import Any

from flows.proofs.unknowns import Bounds
from knowledge.content import Content
from knowledge.facts import Facts, Taken
from knowledge.levels import Level

PERSON = {"under_12": {"age": 8}, "age_12_17": {"age": 15}, "over_65": {"age": 70}}
PERSON_WORDS = {"pregnant": "pregnant", "long_illness": "vulnerable"}
COURSE = ("worse", "new_or_raised", "cannot_function")
WORDS = {Level.YES: "yes", Level.UNSURE: "unsure", Level.NO: "no"}


def case(
    levels: Mapping[str, Level], taken: Iterable[str | dict[str, Any]], numbers: Mapping[str, float]
) -> dict[str, Any]:
    """The case of `assess` with these facts; what it can't carry is left out."""
    person: dict[str, Any] = {}
    course: dict[str, Any] = {}
    findings: dict[str, str] = {}
    for fact, level in levels.items():
        if level == Level.NO:
            continue
        if fact in PERSON:
            person |= PERSON[fact]
        elif fact in PERSON_WORDS:
            person[PERSON_WORDS[fact]] = WORDS[level]
        elif fact in COURSE:
            course[fact] = WORDS[level]
        else:
            findings[fact] = WORDS[level]
    found: dict[str, Any] = {
        "substances": [one if isinstance(one, dict) else {"name": one} for one in taken],
        "findings": findings,
        "measurements": dict(numbers),
        "person": person,
        "course": course,
    }
    return {key: value for key, value in found.items() if value}


def tell(given: Mapping[str, Any], content: Content) -> str:
    """The case in a sentence: "Took kratom, 12 g. Restless; not sure: jumpy reflexes. 38.2 °C."."""
    took = [_substance(one) for one in given.get("substances", [])]
    yes = [content.fact(one).short for one, level in given.get("findings", {}).items() if level == "yes"]
    unsure = [content.fact(one).short for one, level in given.get("findings", {}).items() if level == "unsure"]
    numbers = [
        f"{content.measurements[one].label.lower()} {value:g} {content.measurements[one].unit}"
        for one, value in given.get("measurements", {}).items()
    ]
    person = given.get("person", {})
    about = [f"{person['age']} years old"] if "age" in person else []
    about += [content.fact(fact).short for fact, word in PERSON_WORDS.items() if person.get(word)]
    about += [content.fact(fact).short for fact in COURSE if given.get("course", {}).get(fact)]
    sentences = [
        f"Someone who took {' and '.join(took)}" if took else "Someone who took nothing",
        f"has {', '.join(yes)}" if yes else "has no sign",
        f"is not sure about {', '.join(unsure)}" if unsure else "",
        f"measured {', '.join(numbers)}" if numbers else "",
        f"is {', '.join(about)}" if about else "",
    ]
    return "; ".join(one for one in sentences if one)


def tell_levels(content: Content, bounds: Bounds) -> str:
    """A block of answer sets in words: the least of it."""
    said = []
    for name, (low, _high) in bounds.items():
        if name in content.measurements:
            said.append(f"some {content.measurements[name].label.lower()}")
        elif low and (name in content.findings or name in content.flags):
            said.append(content.fact(name).short + (" not sure" if low == Level.UNSURE else ""))
    return ", ".join(said) or "no sign"


def facts(levels: Mapping[str, Level], taken: Iterable[str] = (), numbers: Mapping[str, float] | None = None) -> Facts:
    """Facts of which all that is not named is *no*."""
    return Facts(levels, tuple(Taken(one, one) for one in taken), numbers or {})


def _substance(one: Mapping[str, Any]) -> str:
    when = one.get("when")
    ago = f"{when:g} hours ago" if isinstance(when, int | float) else when
    parts = [str(one["name"]).replace("_", " "), one.get("amount"), ago]
    return ", ".join(str(part) for part in parts if part is not None)
