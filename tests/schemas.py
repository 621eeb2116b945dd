"""JSON Schema of every kind of YAML file, for editors: from the types, with the names that exist filled in."""

import json
import os
import re
from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from bot.last_resort import Texts
from flows.conversations import Conversation
from flows.definition import FlowFile
from flows.proofs.floors import Floors
from flows.schedule import ScheduleFile
from flows.understanding.lexicon import Words
from flows.understanding.people import PeopleFile
from knowledge.content import Content
from knowledge.schema.files import FILES
from tests.vignettes import Vignette

ROOT = Path(__file__).parent.parent
SCHEMAS = ROOT / "schemas"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
FIRST_LINE = "# yaml-language-server: $schema="
CONDITION = "#/$defs/Condition"


class Kind(Struct, frozen=True):
    """A kind of YAML file: the name of its schema, the files, and their shape."""

    name: str
    files: str
    shape: Any


KINDS = [
    *(Kind(name, f"knowledge/{files}", shape) for name, (files, shape) in FILES.items()),
    Kind("fallback", "knowledge/fallback.yaml", Texts),
    Kind("flow", "flows/triage.yaml", FlowFile),
    Kind("check_in", "flows/check_in.yaml", ScheduleFile),
    Kind("words", "flows/understanding/words.yaml", Words),
    Kind("grammar", "flows/understanding/grammar.yaml", dict[str, dict[str, list[str]]]),
    Kind("people", "flows/understanding/people.yaml", PeopleFile),
    Kind("floors", "flows/proofs/floors.yaml", Floors),
    Kind("vignettes", "tests/vignettes/*.yaml", list[Vignette]),
    Kind("conversations", "tests/conversations/*.yaml", list[Conversation]),
]


def shaped() -> Iterator[tuple[Path, Kind]]:
    """Every YAML file that has a kind, with it; the first kind that fits is its own."""
    seen: set[Path] = set()
    for kind in KINDS:
        for path in sorted(ROOT.glob(kind.files)):
            if path not in seen:
                seen.add(path)
                yield path, kind


def first_line(path: Path, kind: Kind) -> str:
    """The line by which editors find the schema of a file."""
    return FIRST_LINE + Path(os.path.relpath(SCHEMAS / f"{kind.name}.json", path.parent)).as_posix()


def schemas(content: Content) -> dict[Path, str]:
    """Each schema file and what it must say."""
    names = _names(content)
    found = {}
    for kind in KINDS:
        schema = _completed(msgspec.json.schema(kind.shape), names)
        schema = {"$schema": DIALECT, "title": f"{kind.name}: {kind.files}", **schema}
        if CONDITION in json.dumps(schema):
            schema.setdefault("$defs", {})["Condition"] = _condition(names)
        found[SCHEMAS / f"{kind.name}.json"] = json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
    return found


def _names(content: Content) -> dict[str, list[str]]:
    return {
        "facts": list(content.fact_order),
        "computed": list(content.computed),
        "classes": list(content.classes),
        "sources": list(content.sources),
    }


def _completed(value: Any, names: dict[str, list[str]]) -> Any:
    """The schema with conditions, and lists of sources, that know the names there are."""
    if isinstance(value, list):
        return [_completed(one, names) for one in value]
    if not isinstance(value, dict):
        return value
    done = {key: _completed(one, names) for key, one in value.items()}
    properties = done.get("properties", {})
    if "Attributes:" in str(done.get("description")):
        done["description"], told = _told(done["description"])
        for key, what in told.items():
            properties[key] = {**properties[key], "description": what}
    if isinstance(properties.get("when"), dict) and "const" not in properties["when"]:
        properties["when"] = _condition_or(properties["when"])
    if isinstance(properties.get("sources"), dict) and "items" in properties["sources"]:
        properties["sources"]["items"] = {"enum": names["sources"]}
    return done


def _told(docstring: str) -> tuple[str, dict[str, str]]:
    """A docstring without its attributes, and what it says of each, to be shown where the key is typed."""
    text, _, listed = cleandoc(docstring).partition("\n\nAttributes:\n")
    found = re.findall(r"^ {4}(\w+(?:, \w+)*): (.*(?:\n {8}.*)*)", listed, re.MULTILINE)
    return text, {key: " ".join(what.split()) for keys, what in found for key in keys.split(", ")}


def _condition_or(given: dict[str, Any]) -> dict[str, Any]:
    """A reference to the condition, or nothing where nothing is allowed; what is no condition stays."""
    if given.get("type") == "object":
        return {"$ref": CONDITION}
    if any(one.get("type") == "object" for one in given.get("anyOf", [])):
        return {**given, "anyOf": [{"$ref": CONDITION}, {"type": "null"}]}
    return given


def _condition(names: dict[str, list[str]]) -> dict[str, Any]:
    """The small language of `when`, as knowledge/conditions.py reads it."""
    several = {"type": "array", "minItems": 1, "items": {"$ref": CONDITION}}
    forms: list[dict[str, Any]] = [
        {"yes": {"enum": names["facts"]}},
        {"possible": {"enum": names["facts"]}},
        {"fact": {"enum": names["computed"]}},
        {"number": {"enum": names["computed"]}, "at_least": {"type": "integer"}},
        {"class": {"enum": names["classes"]}},
        {"all": several},
        {"any": several},
        {"always": {"const": True}},
    ]
    return {
        "description": "More signs never make it false: there is no not.",
        "anyOf": [
            {"type": "object", "properties": form, "required": list(form), "additionalProperties": False}
            for form in forms
        ],
    }
