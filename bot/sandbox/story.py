"""Chats as the chat page is told about them."""

from typing import Any

from bot.sandbox.changes import Change
from bot.sandbox.chats import Chat, Message
from bot.sandbox.profile import in_language
from bot.sandbox.world import World

Json = dict[str, Any]


def of_everything(world: World) -> Json:
    """All there is, for a page that has just been opened."""
    return {"kind": "everything", "chats": [of_chat(world, chat, whole=True) for chat in world.chats.values()]}


def of_chat(world: World, chat: Chat, *, whole: bool = False) -> Json:
    """What is to be known of a chat; with all its messages when `whole`."""
    account = next(iter(chat.accounts.values()))
    language, profile = account.language_code, world.profile
    story: Json = {
        "id": chat.id,
        "person": account.first_name,
        "language": language,
        "group": chat.title,
        "blocked": chat.blocked,
        "started": chat.started,
        "pinned": chat.pinned,
        "action": chat.action if chat.action_until > world.clock() else "",
        "bot": {
            "id": profile.id,
            "name": in_language(profile.names, language),
            "username": profile.username,
            "description": in_language(profile.descriptions, language),
            "short_description": in_language(profile.short_descriptions, language),
        },
        "commands": profile.commands_in(chat.id, language, group=chat.is_group),
    }
    if whole:
        story["messages"] = [of_message(message) for message in chat.messages.values()]
    return story


def of_message(message: Message) -> Json:
    """A message: Telegram's JSON, whose it is, and the keyboards it no longer has."""
    return {"by_bot": message.by_bot, "body": message.body, "past_keyboards": message.past_keyboards}


def of_change(world: World, change: Change) -> list[Json]:
    """What an open page has to hear about a change."""
    if change.kind == "profile":
        return [{"kind": "chat", "chat": of_chat(world, chat)} for chat in world.chats.values()]
    if change.kind == "closed":
        return [{"kind": "closed", "id": change.chat_id}]
    chat = world.chats.get(change.chat_id or 0)
    if chat is None:
        return []
    if change.kind == "chat":
        return [{"kind": "chat", "chat": of_chat(world, chat)}]
    told: Json = {"kind": change.kind, "id": chat.id, **change.detail}
    if message := change.detail.get("message"):
        told["message"] = of_message(message)
    return [told]
