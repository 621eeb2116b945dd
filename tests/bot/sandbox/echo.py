"""A tiny bot of plain python-telegram-bot: enough to see every part of the chat page work."""

import asyncio
import contextlib

from telegram import (
    Bot,
    BotCommand,
    CallbackQuery,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    Message,
    Update,
)
from telegram.constants import ChatAction
from telegram.error import TelegramError

QUESTION = (
    "<b>Is any of this happening right now?</b>\n• Passed out, or hard to wake\n• A fit, or shaking you cannot stop\n"
    "• Hard to breathe, slow breaths or blue lips\n• Skin feels burning hot\n<i>Not sure?</i> Tap Yes."
)
CARD = "🆘 <b>Call for help now: 911</b>\nUK 999 · EU 112\n<blockquote>A person took kratom. Send help.</blockquote>"


def rows(*labels: list[tuple[str, str]]) -> InlineKeyboardMarkup:
    """A keyboard of taps."""
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(label, callback_data=data) for label, data in row] for row in labels]
    )


ASK = rows([("🆘 Yes, or not sure", "echo:danger:yes"), ("No, none of these", "echo:danger:no")])
PICK = ("Sweating", "Shivering", "Headache", "Big pupils")


class EchoBot:
    """Asks a question, edits it in place, says back what it hears."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._chosen: set[str] = set()
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Introduce itself and begin to poll."""
        await self._bot.initialize()
        await self._bot.set_my_commands([BotCommand("start", "Begin"), BotCommand("sos", "I need help now")])
        await self._bot.set_my_description("Took something and feel wrong? I help you decide what to do next.")
        self._task = asyncio.create_task(self._poll())

    async def stop(self) -> None:
        """Stop polling, as at a restart."""
        if self._task:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
        await self._bot.shutdown()

    async def restart(self) -> None:
        """Go and come back."""
        await self.stop()
        await asyncio.sleep(0.2)
        await self.start()

    async def _poll(self) -> None:
        offset = 0
        while True:
            try:
                for update in await self._bot.get_updates(offset, timeout=20):
                    await self._answer(update)
                    offset = update.update_id + 1
            except TelegramError:
                await asyncio.sleep(0.1)

    async def _answer(self, update: Update) -> None:
        if update.callback_query:
            await self._tapped(update.callback_query)
        elif update.inline_query:
            said = InputTextMessageContent(
                f"<b>{update.inline_query.query}</b>: ask before you mix.", parse_mode="HTML"
            )
            result = InlineQueryResultArticle("1", update.inline_query.query or "?", said, description="Worst first")
            await self._bot.answer_inline_query(update.inline_query.id, [result])
        elif update.edited_message:
            await self._bot.send_message(update.edited_message.chat.id, f"Read again: {update.edited_message.text}")
        elif update.message:
            await self._said(update.message)

    async def _said(self, message: Message) -> None:
        chat, text = message.chat.id, message.text or ""
        if text.startswith("/start"):
            await self._bot.send_message(chat, QUESTION, parse_mode="HTML", reply_markup=ASK)
        elif text == "slow":
            await self._bot.send_chat_action(chat, ChatAction.TYPING)
        else:
            await self._bot.send_message(chat, f"You said: {text or 'something that is no text'}")

    async def _tapped(self, query: CallbackQuery) -> None:
        data = (query.data or "").removeprefix("echo:")
        if data == "danger:yes":
            await query.answer("Get help now", show_alert=True)
            copy = InlineKeyboardButton(
                "Copy what to say", copy_text=CopyTextButton("A person took kratom. Send help.")
            )
            keyboard = InlineKeyboardMarkup([[copy], [InlineKeyboardButton("I called", callback_data="echo:called")]])
            assert isinstance(query.message, Message)
            await self._bot.send_message(query.message.chat.id, CARD, parse_mode="HTML", reply_markup=keyboard)
        elif data.startswith(("danger:no", "body:")):
            self._chosen ^= {data.removeprefix("body:")} & set(PICK)
            await query.answer(f"{len(self._chosen)} chosen")
            labels = [(f"{'✅ ' if name in self._chosen else ''}{name}", f"echo:body:{name}") for name in PICK]
            said = f"Your body: <b>{', '.join(sorted(self._chosen)) or 'nothing chosen'}</b>"
            await query.edit_message_text(said, parse_mode="HTML", reply_markup=rows(labels[:2], labels[2:]))
        else:
            await query.answer()
