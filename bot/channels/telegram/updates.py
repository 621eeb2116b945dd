"""What Telegram sends, read as a chat and an input; everything else of it stays here."""

import re
from typing import Any

from msgspec import Struct
from telegram import CallbackQuery, Chat, Message, Update

from bot.channels.telegram.contact import country_of
from flows.inputs import Choose, Command, Input, Say, Start, Unreadable

ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member", "inline_query")
_COMMAND = re.compile(r"/(?P<name>[A-Za-z0-9_]{1,32})(?:@(?P<bot>\w+))?(?:\s+(?P<argument>.*))?", re.DOTALL)
_KINDS = {
    "photo": "photo",
    "voice": "voice",
    "video_note": "voice",
    "audio": "voice",
    "sticker": "sticker",
    "document": "file",
    "video": "file",
    "animation": "file",
    "location": "location",
    "venue": "location",
}
# What Telegram itself writes into a private chat: nobody waits for an answer to these.
_NOTICES = (
    "pinned_message",
    "message_auto_delete_timer_changed",
    "chat_background_set",
    "write_access_allowed",
    "boost_added",
)


class Came(Struct, frozen=True):
    """Something came in a private chat.

    Attributes:
        chat: the chat.
        given: what it says to us.
        language: the language of the person's app.
        query: the tap to answer, empty when it was none.
        tapped: the message whose button was tapped, 0 when it was none.
        tapped_at: when that message was sent, seconds since 1970; 0 when it is too old to say.
    """

    chat: int
    given: Input
    language: str = "en"
    query: str = ""
    tapped: int = 0
    tapped_at: float = 0.0


class InGroup(Struct, frozen=True):
    """Somebody asked in a group, where we only say where help is.

    Attributes:
        chat: the group.
        sos: the emergency card was asked for.
        language: as in Came.
        query: as in Came.
    """

    chat: int
    sos: bool = False
    language: str = "en"
    query: str = ""


class Gone(Struct, frozen=True):
    """The person blocked the bot, or deleted the chat with it."""

    chat: int


class Inline(Struct, frozen=True):
    """Names were typed after the bot's own, in whatever chat: nothing is held of it, and nobody is named.

    Attributes:
        query: what to answer.
        text: the names.
        language: as in Came.
    """

    query: str
    text: str
    language: str = "en"


def read(update: Update, username: str) -> Came | InGroup | Gone | Inline | None:
    """What an update means to us; None when it means nothing.

    Raises:
        TypeError: if it is not of the shape that Telegram promises; python-telegram-bot does not look.
    """
    came = _read(update, username)
    if isinstance(came, Came | InGroup | Gone) and type(came.chat) is not int:
        raise TypeError("the chat has no number")
    if isinstance(came, Came) and not (type(came.tapped) is int and isinstance(came.language, str)):
        raise TypeError("not what Telegram sends")
    return came


def private_chat(raw: dict[str, Any]) -> int:
    """The private chat of an update that can't be read otherwise, 0 if there is none."""
    query = raw.get("callback_query")
    for part in (raw.get("message"), query.get("message") if isinstance(query, dict) else None):
        chat = part.get("chat") if isinstance(part, dict) else None
        if isinstance(chat, dict) and chat.get("type") == "private" and isinstance(chat.get("id"), int):
            return int(chat["id"])
    return 0


def _read(update: Update, username: str) -> Came | InGroup | Gone | Inline | None:
    if inline := update.inline_query:
        return Inline(inline.id, _whole(inline.query), inline.from_user.language_code or "en")
    if update.callback_query:
        return _tap(update.callback_query)
    if member := update.my_chat_member:
        gone = member.chat.type == Chat.PRIVATE and member.new_chat_member.status in {"kicked", "left"}
        return Gone(member.chat.id) if gone else None
    if message := update.message:
        return _message(message, username)
    if (edited := update.edited_message) and edited.chat.type == Chat.PRIVATE and edited.text:
        return Came(edited.chat.id, Say(_whole(edited.text), edited=True), _language(edited))
    return None


def _tap(query: CallbackQuery) -> Came | InGroup:
    data = query.data or ""
    given = Choose.read(data) or Choose(0, "pick", "", "")  # not ours: as good as an old button
    language = query.from_user.language_code or "en"
    if query.message is None:  # in a private chat the chat and the person have the same number
        return Came(query.from_user.id, given, language, query.id)
    chat = query.message.chat
    if chat.type != Chat.PRIVATE:
        return InGroup(chat.id, given.option == "sos", language, query.id)
    sent_at = query.message.date.timestamp() if isinstance(query.message, Message) else 0.0
    return Came(chat.id, given, language, query.id, query.message.message_id, sent_at)


def _message(message: Message, username: str) -> Came | InGroup | None:
    command = _COMMAND.fullmatch(message.text or "")
    if message.chat.type != Chat.PRIVATE:
        if message.chat.type == Chat.CHANNEL or not command or _for_another(command, username):
            return None
        name, argument = command["name"].lower(), (command["argument"] or "").strip().lower()
        return InGroup(message.chat.id, name == "sos" or (name, argument) == ("start", "sos"), _language(message))
    if message.text and command:
        return Came(message.chat.id, _command(command), _language(message))
    # Words under a picture may be a cry for help; they are read like any others.
    if text := message.text or message.caption:
        return Came(message.chat.id, Say(_whole(text)), _language(message))
    if any(getattr(message, notice, None) for notice in _NOTICES):
        return None
    if message.contact:
        return Came(message.chat.id, Command("country", country_of(message.contact.phone_number)), _language(message))
    kind = next((kind for name, kind in _KINDS.items() if getattr(message, name, None)), "other")
    return Came(message.chat.id, Unreadable(kind), _language(message))


def _command(command: re.Match[str]) -> Input:
    name, argument = command["name"].lower(), _whole(command["argument"] or "").strip()
    return Start(argument) if name == "start" else Command(name, argument)


def _whole(text: str) -> str:
    """The text without halves of characters, which nothing can store or send."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _for_another(command: re.Match[str], username: str) -> bool:
    return bool(command["bot"]) and command["bot"].lower() != username.lower()


def _language(message: Message) -> str:
    return (message.from_user and message.from_user.language_code) or "en"
