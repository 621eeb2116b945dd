"""What is remembered without the store stays small, whatever comes."""

import pytest

from bot.memory import Memory

NEWEST = 16_384


def test_an_update_is_known_until_many_newer_ones_came() -> None:
    memory = Memory()
    for update_id in range(1, NEWEST + 2):
        memory.note(update_id)

    assert memory.knows(NEWEST + 1)
    assert memory.knows(2)
    assert not memory.knows(1)


@pytest.mark.parametrize("update_id", [-1, 0, 1, NEWEST, 2**63, 2**200])
def test_any_number_is_unknown_until_it_was_noted(update_id: int) -> None:
    memory = Memory()
    assert not memory.knows(update_id)

    memory.note(update_id)

    assert memory.knows(update_id)
