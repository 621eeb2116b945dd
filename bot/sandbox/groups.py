"""Groups, and the bot's coming and going: into them, out of them, and off a private chat that blocks it."""

from typing import Any

from bot.sandbox.chats import Account, Chat
from bot.sandbox.world import World

Json = dict[str, Any]


def open_group(world: World, title: str, accounts: list[Account]) -> Chat:
    """A group of these people, the first of whom adds the bot."""
    chat = world.new_group(title, accounts)
    chat.blocked = True
    tell_membership(world, chat, accounts[0], there=True)
    body = {**world.new_message(accounts[0].as_user()), "new_chat_members": [world.profile.as_user()]}
    message = chat.add(body, by_bot=False)
    world.updates.add("message", message.body, chat.id)
    return chat


def tell_membership(world: World, chat: Chat, account: Account, *, there: bool) -> None:
    """Let the bot in or shut it out, and tell it so."""
    if chat.blocked is not there:
        return
    bot = world.profile.as_user()
    member = {"status": "member", "user": bot}
    gone = {"status": "kicked", "user": bot, "until_date": 0}
    old, new = (gone, member) if there else (member, gone)
    chat.blocked = not there
    chat.changed()
    who = {"chat": chat.as_chat(), "from": account.as_user(), "date": world.now()}
    world.updates.add("my_chat_member", {**who, "old_chat_member": old, "new_chat_member": new}, chat.id)


def bot_sees(world: World, chat: Chat, body: Json) -> bool:
    """Whether Telegram shows this message to the bot: in groups only commands to it and answers to what it said."""
    if not chat.is_group:
        return True
    if chat.blocked:
        return False
    if body.get("reply_to_message", {}).get("from", {}).get("id") == world.profile.id:
        return True
    name = f"@{world.profile.username}".lower()
    for entity in body.get("entities", []):
        if entity["type"] == "bot_command" and entity["offset"] == 0:
            # Commands begin with plain letters, so offsets are the same in Python.
            command = body["text"][: entity["length"]].lower()
            return "@" not in command or command.endswith(name)
    return False
