"""What methods are given: parameters as frozen structs that know every name Telegram knows, and no other."""

from collections.abc import Awaitable, Callable
from typing import Any, NamedTuple

import msgspec

from bot.sandbox.world import World

Json = dict[str, Any]
ChatId = int | str


class Asked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The parameters of one request."""


class ReplyParameters(Asked, frozen=True):
    """Which message a message answers."""

    message_id: int
    chat_id: ChatId | None = None
    allow_sending_without_reply: bool = False


class LinkPreviewOptions(Asked, frozen=True, omit_defaults=True):
    """How a link is previewed; kept with the message, never fetched."""

    is_disabled: bool | None = None
    url: str | None = None
    prefer_small_media: bool | None = None
    prefer_large_media: bool | None = None
    show_above_text: bool | None = None


class Sending(Asked, frozen=True, kw_only=True):
    """What every method that sends a message takes."""

    chat_id: ChatId = ""
    message_thread_id: int | None = None
    disable_notification: bool = False
    protect_content: bool = False
    allow_paid_broadcast: bool = False
    reply_parameters: ReplyParameters | None = None
    reply_markup: Json | None = None


class Editing(Asked, frozen=True, kw_only=True):
    """What every method that changes a message takes."""

    chat_id: ChatId = ""
    message_id: int | None = None
    inline_message_id: str | None = None
    reply_markup: Json | None = None


class Method(NamedTuple):
    """A method of the Bot API: what it is given and what it does."""

    takes: type[Asked]
    do: Callable[[World, Any], object | Awaitable[object]]
