"""Methods that send, change and delete messages."""

from typing import Any

import msgspec

from bot.sandbox import entities, limits
from bot.sandbox.chats import Chat, Message
from bot.sandbox.keyboard import read_keyboard
from bot.sandbox.methods.asked import Asked, ChatId, Editing, LinkPreviewOptions, Method, Sending
from bot.sandbox.refusals import bad_request
from bot.sandbox.world import World

Json = dict[str, Any]

_SHOWN = ("text", "entities", "caption", "caption_entities", "photo", "document", "reply_markup")


class SendMessage(Sending, frozen=True, kw_only=True):
    """A text to a chat."""

    text: str = ""
    parse_mode: str | None = None
    entities: list[Json] | None = None
    link_preview_options: LinkPreviewOptions | None = None


class EditMessageText(Editing, frozen=True, kw_only=True):
    """A new text for an old message."""

    text: str = ""
    parse_mode: str | None = None
    entities: list[Json] | None = None
    link_preview_options: LinkPreviewOptions | None = None


class EditMessageReplyMarkup(Editing, frozen=True, kw_only=True):
    """A new keyboard for an old message; none takes it away."""


class DeleteMessage(Asked, frozen=True):
    """A message to take away."""

    chat_id: ChatId = ""
    message_id: int = 0


def send_message(world: World, asked: SendMessage) -> Json:
    """Say something."""
    return send(world, world.open_chat(asked.chat_id), asked, text_content(asked, editing=False))


def edit_message_text(world: World, asked: EditMessageText) -> Json:
    """Say something else in the place of what was said."""
    chat, message = to_edit(world, asked)
    if "text" not in message.body:
        raise bad_request("there is no text in the message to edit")
    return edit(world, chat, message, {**text_content(asked, editing=True), **keyboard_content(asked.reply_markup)})


def edit_message_reply_markup(world: World, asked: EditMessageReplyMarkup) -> Json:
    """Change only the buttons."""
    chat, message = to_edit(world, asked)
    kept = {name: message.body[name] for name in _SHOWN[:-1] if name in message.body}
    return edit(world, chat, message, {**kept, **keyboard_content(asked.reply_markup)})


def delete_message(world: World, asked: DeleteMessage) -> bool:
    """Take a message away."""
    chat = world.chat(asked.chat_id)
    message = chat.messages.get(asked.message_id)
    if message is None:
        raise bad_request("message to delete not found")
    if world.now() - message.body["date"] > limits.DELETE_SECONDS or (chat.is_group and not message.by_bot):
        raise bad_request("message can't be deleted for everyone")
    chat.remove(asked.message_id, by_bot=True)
    return True


def text_content(asked: SendMessage | EditMessageText, *, editing: bool) -> Json:
    """The part of a message that is its text."""
    marked = entities.read(asked.text, asked.parse_mode, asked.entities)
    limits.check_text(marked.text, editing=editing)
    content: Json = {"text": marked.text}
    if marked.entities:
        content["entities"] = marked.entities
    if asked.link_preview_options and (preview := msgspec.to_builtins(asked.link_preview_options)):
        content["link_preview_options"] = preview
    return content


def keyboard_content(markup: Json | None) -> Json:
    """The part of a message that is its keyboard."""
    keyboard = read_keyboard(markup)
    return {"reply_markup": keyboard} if keyboard else {}


def send(world: World, chat: Chat, asked: Sending, content: Json) -> Json:
    """Put a new message of the bot into a chat."""
    answered = {}
    if asked.reply_parameters:
        other = chat.messages.get(asked.reply_parameters.message_id)
        if other:
            answered = {"reply_to_message": {k: v for k, v in other.body.items() if k != "reply_to_message"}}
        elif not asked.reply_parameters.allow_sending_without_reply:
            raise bad_request("message to be replied not found")
    protected = {"has_protected_content": True} if asked.protect_content else {}
    keyboard = keyboard_content(asked.reply_markup)
    body = {**world.new_message(world.profile.as_user()), **content, **keyboard, **answered, **protected}
    return chat.add(body, by_bot=True).body


def to_edit(world: World, asked: Editing) -> tuple[Chat, Message]:
    """The message a bot wants to change, if it may."""
    if asked.inline_message_id:
        raise bad_request("MESSAGE_ID_INVALID")
    if asked.message_id is None:
        raise bad_request("message identifier is not specified")
    chat = world.open_chat(asked.chat_id)
    message = chat.messages.get(asked.message_id)
    if message is None:
        raise bad_request("message to edit not found")
    if not message.by_bot:
        raise bad_request("message can't be edited")
    return chat, message


def edit(world: World, chat: Chat, message: Message, content: Json) -> Json:
    """Show the new content, which has to differ from the old."""
    if all(message.body.get(name) == content.get(name) for name in _SHOWN):
        raise bad_request(
            "message is not modified: specified new message content and reply markup are exactly the same as a "
            "current content and reply markup of the message"
        )
    kept = {name: value for name, value in message.body.items() if name not in _SHOWN}
    chat.replace(message, {**kept, "edit_date": world.now(), **content}, by_bot=True)
    return message.body


METHODS = {
    "sendMessage": Method(SendMessage, send_message),
    "editMessageText": Method(EditMessageText, edit_message_text),
    "editMessageReplyMarkup": Method(EditMessageReplyMarkup, edit_message_reply_markup),
    "deleteMessage": Method(DeleteMessage, delete_message),
}
