"""The house stays as it was built: short files, one word a thing, and the clinicians' YAML quoted."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PYTHON = sorted(path for room in ("knowledge", "flows", "bot") for path in (ROOT / room).rglob("*.py"))
LONGEST = 350  # lines; most are under 150
AVOIDED = re.compile(r"class \w*(Handler|Manager|Processor|Context|Helper|Util)\b")


@pytest.mark.parametrize("path", PYTHON, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_module_says_in_one_sentence_what_it_is_for(path: Path) -> None:
    first = path.read_text(encoding="utf-8").split("\n", 1)[0]
    assert first.startswith('"""'), path
    assert first.rstrip('"').rstrip().endswith((".", "?", ":", "…")), first


@pytest.mark.parametrize("path", PYTHON, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_file_holds_two_nouns(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= LONGEST
    assert not AVOIDED.search(text)


def test_every_name_of_a_substance_is_quoted() -> None:
    """An unquoted n,n-dmt once turned every "n" into a drug."""
    unquoted = re.compile(r'^\s*(?:- id|names|ask):\s*(?!true)(?:\[[^"\]]|[^"\[\s])', re.MULTILINE)
    for path in sorted((ROOT / "knowledge" / "substances").glob("*.yaml")):
        found = unquoted.search(path.read_text(encoding="utf-8"))
        assert found is None, (path.name, found)


def test_changelog_and_package_agree_on_the_version() -> None:
    version = re.search(r'^version = "(.+)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    assert version
    assert f"## {version[1]}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
