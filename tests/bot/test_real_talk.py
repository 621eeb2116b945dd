"""The shipped content over the real channel: whole talks, and a monkey that taps and types whatever there is."""

import asyncio
import random

from bot.sandbox import LocalBotApi, Person
from flows.engine import Engine
from tests.bot.conftest import Running
from tests.bot.talks import says

_HARMLESS = ("message is not modified", "query is too old")
_WORDS = (
    "zoloft 50 mg", "kratom 8 g 3 hours ago", "moon rocks", "39.2", "bp 120/80", "he can't breathe", "back", "stop",
    "again", "i want to die", "?", "🙂", "<b>&</i>", "x" * 4096, "\u202eabc", "/card", "/help", "/privacy",
    "/country Norway", "/country", "/nonsense", "/start", "/back", "/sos", "1", "no", "yes", "not sure",
)  # fmt: skip


async def test_danger_in_two_taps_and_a_crash_later_the_number_is_still_there(
    api: LocalBotApi, running: Running, engine: Engine
) -> None:
    ada = api.person()
    async with running(engine=engine):
        await ada.start()
        await ada.wait_until(says("Is any of this happening right now?"))
        await ada.press("danger:yes")
        await ada.wait_until(says("Which was it?"))
        await api.idle()
    async with running(engine=engine):
        await ada.press("talk:sos")
        assert (await ada.wait_reply()).text.startswith("🆘 Call for help now: 911")
        await ada.press("danger_which:none")
        await ada.wait_reply()
    assert not api.refusals


async def test_a_monkey_finds_nothing_that_telegram_refuses(api: LocalBotApi, running: Running, engine: Engine) -> None:
    monkeys = [
        api.person(f"M{number}", language) for number, language in enumerate(("en", "de", "pt-br", None, "xx", "fr"))
    ]
    async with running(engine=engine, paced=False):
        await asyncio.gather(*(_play(monkey, random.Random(number), api) for number, monkey in enumerate(monkeys)))
        await api.idle(20)
    refused = [call.refusal.description for call in api.refusals if call.refusal]
    assert not [why for why in refused if not any(harmless in why for harmless in _HARMLESS)]


async def _play(monkey: Person, chance: random.Random, api: LocalBotApi) -> None:
    await monkey.start()
    await monkey.wait_reply()
    for _ in range(60):
        said = [message for message in monkey.screen().messages if message.by_bot]
        message = said[-1] if chance.random() < 0.8 else chance.choice(said)
        buttons = [button for row in message.buttons for button in row if button.data]
        if buttons and chance.random() < 0.8:
            await monkey.press_old(message, chance.choice(buttons).data or "")
        else:
            await monkey.send(chance.choice(_WORDS))
        await api.idle(20)
        await asyncio.sleep(0.01)
