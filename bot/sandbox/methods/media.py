"""Methods that send pictures and files, and change them and their captions."""

from typing import Any

from bot.sandbox import entities, limits
from bot.sandbox.methods.asked import Asked, Editing, Method, Sending
from bot.sandbox.methods.messages import edit, keyboard_content, send, to_edit
from bot.sandbox.refusals import bad_request
from bot.sandbox.world import World

Json = dict[str, Any]


class SendPhoto(Sending, frozen=True, kw_only=True):
    """A picture; by now its file is stored, and `photo` is the file's id."""

    photo: str = ""
    caption: str = ""
    parse_mode: str | None = None
    caption_entities: list[Json] | None = None
    show_caption_above_media: bool = False
    has_spoiler: bool = False


class SendDocument(Sending, frozen=True, kw_only=True):
    """Any file."""

    document: str = ""
    thumbnail: str | None = None
    caption: str = ""
    parse_mode: str | None = None
    caption_entities: list[Json] | None = None
    disable_content_type_detection: bool = False


class EditMessageCaption(Editing, frozen=True, kw_only=True):
    """New words under a picture or file."""

    caption: str = ""
    parse_mode: str | None = None
    caption_entities: list[Json] | None = None
    show_caption_above_media: bool = False


class InputMedia(Asked, frozen=True):
    """A picture or file with its words, to take the place of another."""

    type: str
    media: str
    caption: str = ""
    parse_mode: str | None = None
    caption_entities: list[Json] | None = None
    show_caption_above_media: bool = False
    has_spoiler: bool = False


class EditMessageMedia(Editing, frozen=True, kw_only=True):
    """Another picture or file in an old message."""

    media: InputMedia | None = None


class GetFile(Asked, frozen=True):
    """A file to download."""

    file_id: str = ""


def send_photo(world: World, asked: SendPhoto) -> Json:
    """Show a picture."""
    chat = world.open_chat(asked.chat_id)
    return send(world, chat, asked, {**_media(world, "photo", asked.photo), **_caption(asked)})


def send_document(world: World, asked: SendDocument) -> Json:
    """Hand over a file."""
    chat = world.open_chat(asked.chat_id)
    return send(world, chat, asked, {**_media(world, "document", asked.document), **_caption(asked)})


def edit_message_caption(world: World, asked: EditMessageCaption) -> Json:
    """Change the words under a picture or file."""
    chat, message = to_edit(world, asked)
    media: Json = {name: message.body[name] for name in ("photo", "document") if name in message.body}
    if not media:
        raise bad_request("there is no caption in the message to edit")
    return edit(world, chat, message, {**media, **_caption(asked), **keyboard_content(asked.reply_markup)})


def edit_message_media(world: World, asked: EditMessageMedia) -> Json:
    """Change the picture or file itself; a text may become a picture, never the other way round."""
    chat, message = to_edit(world, asked)
    if asked.media is None:
        raise bad_request("media is empty")
    content = {**_media(world, asked.media.type, asked.media.media), **_caption(asked.media)}
    return edit(world, chat, message, {**content, **keyboard_content(asked.reply_markup)})


def get_file(world: World, asked: GetFile) -> Json:
    """Where a file can be downloaded."""
    file = world.files.find(asked.file_id)
    return {**file.as_file(), "file_path": file.id}


def _media(world: World, kind: str, file_id: str) -> Json:
    if not file_id:
        raise bad_request(f"there is no {kind} in the request")
    file = world.files.find(file_id)
    if kind == "photo":
        return {"photo": file.as_photo()}
    if kind == "document":
        return {"document": file.as_document()}
    raise bad_request(f"the sandbox has no media of type {kind!r}")


def _caption(asked: SendPhoto | SendDocument | EditMessageCaption | InputMedia) -> Json:
    marked = entities.read(asked.caption, asked.parse_mode, asked.caption_entities)
    limits.check_caption(marked.text)
    content: Json = {"caption": marked.text} if marked.text else {}
    if marked.entities:
        content["caption_entities"] = marked.entities
    return content


METHODS = {
    "sendPhoto": Method(SendPhoto, send_photo),
    "sendDocument": Method(SendDocument, send_document),
    "editMessageCaption": Method(EditMessageCaption, edit_message_caption),
    "editMessageMedia": Method(EditMessageMedia, edit_message_media),
    "getFile": Method(GetFile, get_file),
}
