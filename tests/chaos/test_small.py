"""The trials of `make chaos`, small enough for every test run."""

import pytest

from flows.engine import Engine
from tests import postgres
from tests.chaos.away import away
from tests.chaos.failing import failing
from tests.chaos.flooded import flooded
from tests.chaos.fuzzed import fuzzed
from tests.chaos.killed import killed
from tests.chaos.rows import Row

pytestmark = pytest.mark.slow
_THINK = (0.3, 2.0)


def _well(*rows: Row) -> None:
    assert all(row.well for row in rows), "\n".join(f"{row.trial}: {row.found}" for row in rows)


@pytest.mark.parametrize("webhook", [False, True])
async def test_kills_lose_nothing(engine: Engine, address: str, webhook: bool) -> None:
    _well(await killed(engine, address, webhook=webhook, people=12, kills=3, think=_THINK))


async def test_two_bots_on_one_database_lose_nothing(engine: Engine, server: str) -> None:
    async with postgres.database(server) as address:
        _well(await killed(engine, address, webhook=True, bots=2, people=12, kills=3, think=_THINK))


async def test_a_telegram_that_fails_loses_nothing(engine: Engine) -> None:
    _well(await failing(engine, people=12, think=_THINK))


async def test_an_emergency_passes_a_crowd(engine: Engine) -> None:
    _well(await flooded(engine, backlog=200, taps=20, seconds=5.0))


async def test_a_store_that_goes_away_keeps_nobody_from_the_card(engine: Engine, server: str) -> None:
    _well(*await away(engine, server))


async def test_nonsense_stops_nothing(engine: Engine) -> None:
    _well(await fuzzed(engine, updates=2500, runs=1, measured=False))
