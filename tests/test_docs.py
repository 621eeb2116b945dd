"""The documents say the truth: what is generated is fresh, and what the README names exists."""

import re
from pathlib import Path

import pytest

from tests.docs import pages

ROOT = Path(__file__).parent.parent


def test_generated_pages_are_fresh() -> None:
    stale = [
        str(path) for path, text in pages().items() if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
    assert not stale, "run `make docs`"


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "docs/architecture.md"])
def test_every_path_that_a_page_names_exists(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    named = re.findall(r"`((?:bot|flows|knowledge|tests|docs)/[\w./-]+)`", text) + re.findall(
        r"\]\((?!http)([^)#]+)\)", text
    )
    missing = [one for one in named if not (ROOT / one.split("<")[0]).exists() and "<" not in one and "*" not in one]
    assert not missing


def test_every_make_target_in_the_readme_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = re.findall(r"(?:`|^)make ([a-z]+)", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert set(named) <= targets


def test_nothing_committed_names_a_registrys_host_or_this_machine() -> None:
    for path in [*ROOT.glob("*.lock"), *ROOT.glob("*.toml"), ROOT / "Makefile", ROOT / ".ci" / "run"]:
        assert "://" not in path.read_text(encoding="utf-8").replace("https://json-schema.org", ""), path
