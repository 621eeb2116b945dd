"""Inline mode: what two things do, in any chat, without holding anything and never calling it safe."""

import pytest

from bot.channels.telegram.updates import ALLOWED
from bot.sandbox import LocalBotApi
from flows.engine import Engine
from tests.bot.conftest import Running


async def test_names_typed_after_the_bots_own_are_compared(api: LocalBotApi, running: Running, engine: Engine) -> None:
    ada = api.person()
    async with running(engine=engine) as app:
        answer = await ada.inline("kratom zoloft")
        (result,) = answer["results"]
        assert "kratom + zoloft: caution" in result["title"]
        assert "never say that a mix is safe" in result["message"]["text"]
        assert answer["button"]["start_parameter"].startswith("mix_")
        (row,) = result["message"]["reply_markup"]["inline_keyboard"]
        assert "?start=mix_" in row[0]["url"]
        assert await app.store.load(ada.chat.id) is None
    assert not api.refusals


@pytest.mark.parametrize("text", ["", "   "])
async def test_where_nothing_is_named_only_the_private_chat_is_offered(
    api: LocalBotApi, running: Running, engine: Engine, text: str
) -> None:
    async with running(engine=engine):
        answer = await api.person().inline(text)
        assert answer["results"] == []
        assert answer["button"]["text"]
    assert not api.refusals


async def test_an_unknown_name_is_never_called_safe(api: LocalBotApi, running: Running, engine: Engine) -> None:
    async with running(engine=engine):
        answer = await api.person().inline("qwrtzk")
        assert answer["results"][0]["title"].startswith("I do not know “qwrtzk”. I cannot say it is safe.")


async def test_words_of_danger_get_the_emergency_card(api: LocalBotApi, running: Running, engine: Engine) -> None:
    async with running(engine=engine):
        answer = await api.person().inline("kratom i cant breathe")
        assert "Call for help now" in answer["results"][0]["message"]["text"]
        assert answer["button"]["start_parameter"] == "sos"


def test_telegram_is_asked_for_inline_queries() -> None:
    assert "inline_query" in ALLOWED
