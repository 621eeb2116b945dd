"""A real browser plays whole talks against the real bot: an emergency, a mild one, and one with a crash in it."""

import pytest

from tests.stage import phone

pytestmark = pytest.mark.browser


async def test_an_emergency_is_two_taps_away_and_its_number_can_be_copied() -> None:
    async with phone() as person:
        await person.tap("START", "Yes, or not sure")
        await person.sees("Call for help now: 911")
        await person.sees("Which was it?")
        await person.tap("Copy 911")
        await person.tap("Hard or slow breathing", "Next")
        await person.sees("naloxone")


async def test_a_mild_talk_survives_a_wrong_tap_a_typo_and_a_restart() -> None:
    async with phone() as person:
        await person.tap("START", "No, none of these", "Kratom leaf")
        await person.type("sertralinee")
        await person.sees("sertralinee (sertraline)")
        await person.tap("Next")
        await person.sees("About what you took")
        await person.sandbox.restart()
        await person.tap("New or raised", "↩ Back")
        await person.sees("Chosen: Kratom leaf, sertralinee (sertraline)")  # nothing is lost by Back
        await person.tap("Next")
        await person.sees("Chosen: New or raised")  # as it was ticked before
        await person.tap("Next")
        await person.sees("About you")
        await person.tap("None of these", "Restless", "🧠 No")
        await person.sees("How is your body?")


async def test_a_friend_sees_the_words_for_a_friend() -> None:
    async with phone() as person:
        await person.tap("START", "It is for someone else")
        await person.sees("Look at them.")
