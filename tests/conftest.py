"""What many tests share: the shipped content, flow and engine, read once."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from flows.definition import FOLDER, Flow
from flows.engine import Engine
from knowledge.content import Content
from knowledge.wording import Wording
from tests import postgres


@pytest.fixture(scope="session")
def content() -> Content:
    return Content()


@pytest.fixture(scope="session")
def words() -> Wording:
    return Wording()


@pytest.fixture(scope="session")
def flow(content: Content) -> Flow:
    return Flow(FOLDER / "triage.yaml", content)


@pytest.fixture(scope="session")
def engine(content: Content, flow: Flow, words: Wording) -> Engine:
    return Engine(content, flow, words)


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """A real PostgreSQL."""
    with postgres.server() as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
async def address(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    """A database of its own, of each kind there is."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'data' / 'bot.db'}"
        return
    async with postgres.database(request.getfixturevalue("server")) as address:
        yield address
