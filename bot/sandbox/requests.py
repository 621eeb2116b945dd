"""A request of a bot: read from JSON, a form or multipart into plain parameters."""

from typing import Any

import msgspec
from aiohttp import web

from bot.sandbox.files import Files
from bot.sandbox.refusals import bad_request

Json = dict[str, Any]

#: Parameters that are objects or lists; in forms they come as JSON in a string.
_STRUCTURED = {
    "reply_markup": "reply keyboard markup",
    "reply_parameters": "reply parameters",
    "link_preview_options": "link preview options",
    "entities": "message entities",
    "caption_entities": "message entities",
    "allowed_updates": "allowed updates",
    "commands": "list of commands",
    "scope": "bot command scope",
    "menu_button": "menu button",
    "media": "input media",
    "results": "inline query results",
    "button": "inline query results button",
}


async def read_parameters(request: web.Request, files: Files) -> Json:
    """Every parameter of a request; files are stored, and named by their ids."""
    given: Json = dict(request.query)
    uploads: dict[str, str] = {}
    if request.content_type == "application/json":
        given |= as_object(await request.read())
    elif request.content_type in {"multipart/form-data", "application/x-www-form-urlencoded"}:
        for name, value in (await _form(request)).items():
            if isinstance(value, web.FileField):
                content = value.file.read()
                uploads[name] = files.keep(content, value.filename or name, value.content_type).id
            else:
                given[name] = value
    elif request.can_read_body and await request.read():
        raise bad_request(f"unsupported content type {request.content_type}")
    decoded = {name: _structured(name, value) for name, value in given.items()}
    attached = {name: _with_uploads(value, uploads) for name, value in decoded.items()}
    # A file may be the parameter itself, without being pointed to.
    attached |= {
        name: file_id for name, file_id in uploads.items() if name not in given and not _is_used(attached, file_id)
    }
    return attached


def as_object(body: bytes) -> Json:
    """A JSON object, or a refusal."""
    try:
        found = msgspec.json.decode(body or b"{}")
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise bad_request("can't parse JSON object") from None
    if not isinstance(found, dict):
        raise bad_request("can't parse JSON object")
    return found


async def _form(request: web.Request) -> Json:
    try:
        form = await request.post()
    except ValueError:
        raise bad_request("can't parse the form") from None
    if len(set(form)) < len(form):
        raise bad_request("a parameter is given twice")
    return dict(form)


def _structured(name: str, value: object) -> object:
    if isinstance(value, str):
        if name in _STRUCTURED:
            try:
                return msgspec.json.decode(value) if value else None
            except msgspec.DecodeError:
                raise bad_request(f"can't parse {_STRUCTURED[name]} JSON object") from None
        try:
            value.encode()
        except UnicodeEncodeError:
            raise bad_request("strings must be encoded in UTF-8") from None
    return value


def _with_uploads(value: object, uploads: dict[str, str]) -> object:
    """The same value, with `attach://name` replaced by the id of the file of that name."""
    if isinstance(value, str) and value.startswith("attach://"):
        if value.removeprefix("attach://") not in uploads:
            raise bad_request("can't find the attached file")
        return uploads[value.removeprefix("attach://")]
    if isinstance(value, dict):
        return {name: _with_uploads(part, uploads) for name, part in value.items()}
    if isinstance(value, list):
        return [_with_uploads(part, uploads) for part in value]
    return value


def _is_used(value: object, file_id: str) -> bool:
    if isinstance(value, dict):
        return any(_is_used(part, file_id) for part in value.values())
    if isinstance(value, list):
        return any(_is_used(part, file_id) for part in value)
    return value == file_id
