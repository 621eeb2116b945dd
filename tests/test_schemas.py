"""Every YAML file has a schema that is fresh, says so in its first line, and fits it."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from knowledge import yaml_file
from knowledge.content import Content
from tests.schemas import KINDS, ROOT, Kind, first_line, schemas, shaped

SHAPED = list(shaped())


def test_the_schemas_are_fresh(content: Content) -> None:
    stale = [path.name for path, text in schemas(content).items() if not path.exists() or path.read_text() != text]
    assert not stale, "run `make docs`"


def test_every_yaml_file_that_clinicians_change_has_a_kind() -> None:
    every = {*(ROOT / "knowledge").rglob("*.yaml"), *(ROOT / "flows").rglob("*.yaml")}
    assert not {path.name for path in every - {path for path, _kind in SHAPED}}


@pytest.mark.parametrize(("path", "kind"), SHAPED, ids=lambda one: one.name)
def test_every_file_names_its_schema_in_its_first_line(path: Path, kind: Kind) -> None:
    assert path.read_text(encoding="utf-8").split("\n", 1)[0] == first_line(path, kind), "run `make docs`"


@pytest.mark.parametrize(("path", "kind"), SHAPED, ids=lambda one: one.name)
def test_every_shipped_file_has_its_shape(path: Path, kind: Kind) -> None:
    msgspec.convert(yaml_file.read(path), kind.shape)


@pytest.mark.parametrize(("path", "kind"), SHAPED, ids=lambda one: one.name)
def test_every_shipped_file_fits_its_schema(path: Path, kind: Kind, content: Content) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema = next(text for name, text in schemas(content).items() if name.stem == kind.name)
    value = json.loads(json.dumps(yaml_file.read(path)))  # as JSON has it: every key a string
    jsonschema.Draft202012Validator(json.loads(schema)).validate(value)


def test_a_schema_knows_the_names_that_exist(content: Content) -> None:
    """So that an editor completes them and marks a misspelt one."""
    text: dict[str, Any] = {path.stem: json.loads(text) for path, text in schemas(content).items()}
    first = text["rules"]["$defs"]["Condition"]["anyOf"][0]["properties"]["yes"]["enum"]
    assert "tremor" in first
    assert "dunkley_2003" in text["rules"]["$defs"]["Rule"]["properties"]["sources"]["items"]["enum"]
    assert text["guidance"]["$defs"]["GuidanceLine"]["properties"]["when"] == {"$ref": "#/$defs/Condition"}
    assert len({kind.name for kind in KINDS}) == len(KINDS)


def test_a_schema_says_of_a_key_what_it_is_for(content: Content) -> None:
    """So that an editor shows it where the key is typed, with its unit."""
    text: dict[str, Any] = {path.stem: json.loads(text) for path, text in schemas(content).items()}
    substance = text["substances"]["$defs"]["Substance"]
    assert substance["properties"]["usual_mg"]["description"].endswith("in mg.")
    assert "Attributes" not in substance["description"]
