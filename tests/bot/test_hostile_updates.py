"""Broken, huge and hostile updates: none stops the bot, and who can be answered is answered."""

import random
from typing import Any

from bot.sandbox import LocalBotApi
from flows.engine import Engine
from tests.bot.conftest import Running
from tests.bot.talks import says

_ODD: tuple[Any, ...] = (
    None, True, -1, 0, 2**63, 1e308, "", "x" * 10_000, "\ud83d", [], {}, [[]], {"id": {}}, "private", "\u0000",
    "🆘" * 3000, "/" * 500, "0:do:talk:sos", "9:pick:::::", "999999999999:a:b:c",
)  # fmt: skip


def _spoilt(value: Any, chance: random.Random) -> Any:
    """The same update with something odd somewhere."""
    if chance.random() < 0.08:
        return chance.choice(_ODD)
    if isinstance(value, dict):
        kept = {key: _spoilt(part, chance) for key, part in value.items() if chance.random() > 0.04}
        return {**kept, "novelty": 1} if chance.random() < 0.05 else kept
    if isinstance(value, list):
        return [_spoilt(part, chance) for part in value]
    return value


async def test_no_update_stops_the_bot(api: LocalBotApi, running: Running, engine: Engine) -> None:
    ada = api.person()
    async with running(engine=engine, paced=False) as app:
        await ada.start()
        question = await ada.wait_reply()
        await api.idle()
        account = ada.account.as_user()
        message = {"message_id": 5, "date": 1, "chat": ada.chat.as_chat(), "from": account, "text": "zoloft"}
        query = {"id": "1", "from": account, "message": {**message, "message_id": question.id}, "chat_instance": "1"}
        sound = (
            {"message": message},
            {"edited_message": {**message, "edit_date": 2}},
            {"callback_query": {**query, "data": "7:pick:danger:no"}},
            {"message": {**{key: part for key, part in message.items() if key != "text"}, "photo": []}},
            {"my_chat_member": {"chat": ada.chat.as_chat(), "from": account, "date": 1}},
            {"inline_query": {"id": "4", "from": account, "query": "", "offset": ""}},
        )
        chance = random.Random(4)
        for number in range(1500):
            raw = {"update_id": number} | {kind: _spoilt(part, chance) for kind, part in chance.choice(sound).items()}
            await app.channel.take(raw)
        await ada.send("/privacy")
        await ada.wait_until(says("What I keep"), 30)


async def test_a_private_chat_is_answered_though_its_update_cannot_be_read(
    api: LocalBotApi, running: Running, engine: Engine
) -> None:
    ada = api.person()
    async with running(engine=engine) as app:
        await ada.start()
        await ada.wait_reply()
        await app.channel.take({"update_id": 1, "message": {"chat": ada.chat.as_chat(), "text": {"not": "a text"}}})
        await ada.wait_until(says("112"))
