"""One reader for all tests of this folder."""

import pytest

from flows.understanding import Reader
from knowledge.content import Content


@pytest.fixture(scope="session")
def reader(content: Content) -> Reader:
    return Reader(content)
