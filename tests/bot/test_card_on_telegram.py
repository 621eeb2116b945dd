"""The card over the local Bot API: the text, the page and the QR arrive, can be deleted, and never go missing."""

import pytest

from bot.channels.telegram import attachments
from bot.sandbox import LocalBotApi
from bot.sandbox.people import Person
from flows.engine import Engine
from tests.bot.conftest import Running


async def ask_for_the_card(ada: Person, danger: str, then: str) -> None:
    """Answer the danger screen, see what comes then, and ask for the card."""
    await ada.start()
    await ada.wait_reply()
    await ada.press(f"danger:{danger}")
    await ada.wait_until(lambda now: then in now.last.text)
    await ada.send("/card")
    await ada.wait_until(lambda now: "Card 1 for the crew" in now.last.text)


async def test_the_page_and_the_qr_arrive_as_files(api: LocalBotApi, running: Running, engine: Engine) -> None:
    ada = api.person()
    async with running(engine=engine):
        await ask_for_the_card(ada, "yes", "Which was it")
        await ada.press("talk:card_pdf")
        await ada.wait_until(lambda now: now.last.media == "document")
        await ada.press("talk:card_qr")
        await ada.wait_until(lambda now: now.last.media == "photo")
    assert not api.refusals


async def test_a_deleted_card_is_gone_from_the_chat(api: LocalBotApi, running: Running, engine: Engine) -> None:
    ada = api.person()
    async with running(engine=engine):
        await ask_for_the_card(ada, "no", "Step 2")
        await ada.press("talk:card_delete")
        await ada.wait_until(lambda now: not any("Card 1" in message.text for message in now.messages))
    assert not api.refusals


async def test_a_page_that_cannot_be_drawn_comes_as_text(
    api: LocalBotApi, running: Running, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: object) -> None:
        raise ValueError("no pencil")

    monkeypatch.setattr(attachments, "draw", fails)
    ada = api.person()
    async with running(engine=engine):
        await ask_for_the_card(ada, "no", "Step 2")
        count = len(ada.screen().messages)
        await ada.press("talk:card_pdf")
        await ada.wait_until(lambda now: len(now.messages) > count)
        assert "Card 1 for the crew" in ada.screen().last.text
