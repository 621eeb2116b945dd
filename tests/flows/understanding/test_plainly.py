"""Amounts and times as most people write them."""

import pytest

from flows.understanding import Reader
from tests.flows.understanding.plainly import AMOUNTS, AROUND_AMOUNT, AROUND_TIME, TIMES

NOW = 22.0


@pytest.mark.parametrize("around", AROUND_AMOUNT)
@pytest.mark.parametrize("name", ["kratom", "tramadol"])
def test_an_amount_is_read_wherever_it_stands(around: str, name: str, reader: Reader) -> None:
    for said, amount in AMOUNTS.items():
        found = {one.id: one.amount for one in reader.read(around.format(amount=said, name=name), now=NOW).substances}
        read = found[name]
        assert read is not None, said
        assert (read.low, read.high, read.unit) == amount, said
        other = found.get("sertraline")
        assert other is None or (other.low, other.unit) == (50, "mg"), said


@pytest.mark.parametrize("around", AROUND_TIME)
def test_a_time_is_read_wherever_it_stands(around: str, reader: Reader) -> None:
    for said, hours in TIMES.items():
        found = {one.id: one.ago for one in reader.read(around.format(time=said), now=NOW).substances}
        read = found["kratom"]
        assert read is not None, said
        assert (read.low + read.high) / 2 == pytest.approx(hours, abs=max(0.35, hours / 4)), said
