"""Methods about a chat as a whole: what is pinned in it, who is typing, what it is."""

from typing import Any

from bot.sandbox import limits
from bot.sandbox.methods.asked import Asked, ChatId, Method
from bot.sandbox.refusals import bad_request
from bot.sandbox.world import World

Json = dict[str, Any]

_ACTIONS = frozenset({
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document",
    "choose_sticker", "find_location", "record_video_note", "upload_video_note",
})  # fmt: skip


class UnpinChatMessage(Asked, frozen=True):
    """A message at the top to let go of; without an id the one that is there."""

    chat_id: ChatId = ""
    message_id: int = 0


class PinChatMessage(UnpinChatMessage, frozen=True):
    """A message to keep at the top."""

    disable_notification: bool = False


class SendChatAction(Asked, frozen=True):
    """What the bot is seen to be doing."""

    chat_id: ChatId = ""
    action: str = ""
    message_thread_id: int | None = None


class GetChat(Asked, frozen=True):
    """Which chat."""

    chat_id: ChatId = ""


def pin_chat_message(world: World, asked: PinChatMessage) -> bool:
    """Keep a message at the top of its chat."""
    chat = world.open_chat(asked.chat_id)
    if asked.message_id not in chat.messages:
        raise bad_request("message to pin not found")
    chat.pinned = asked.message_id
    chat.changed()
    return True


def unpin_chat_message(world: World, asked: UnpinChatMessage) -> bool:
    """Let go of the message at the top."""
    chat = world.open_chat(asked.chat_id)
    if asked.message_id not in {0, chat.pinned}:
        raise bad_request("message to unpin not found")
    chat.pinned = None
    chat.changed()
    return True


def send_chat_action(world: World, asked: SendChatAction) -> bool:
    """Show that the bot is at it, for five seconds or until it says something."""
    chat = world.open_chat(asked.chat_id)
    if asked.action not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat.act(asked.action, world.clock() + limits.ACTION_SECONDS)
    return True


def get_chat(world: World, asked: GetChat) -> Json:
    """All about a chat."""
    chat = world.chat(asked.chat_id)
    gifts = dict.fromkeys(("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription"), True)
    full = {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": {**gifts, "gifts_from_channels": True},
    }
    pinned = {"pinned_message": chat.messages[chat.pinned].body} if chat.pinned else {}
    return {**chat.as_chat(), **full, **pinned}


METHODS = {
    "pinChatMessage": Method(PinChatMessage, pin_chat_message),
    "unpinChatMessage": Method(UnpinChatMessage, unpin_chat_message),
    "sendChatAction": Method(SendChatAction, send_chat_action),
    "getChat": Method(GetChat, get_chat),
}
