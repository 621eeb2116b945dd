"""The chat page's own requests: it draws what the stream tells it, and does what a person's thumb does."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from aiohttp import web

from bot.sandbox import story
from bot.sandbox.chats import Chat
from bot.sandbox.groups import open_group
from bot.sandbox.people import Person
from bot.sandbox.refusals import Refusal
from bot.sandbox.world import World

Json = dict[str, Any]
Asked = TypeVar("Asked")
Restart = Callable[[], Awaitable[None]]

PAGE = Path(__file__).parent / "page"
_KINDS = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
_PICTURES = {"image/png", "image/jpeg", "image/gif", "image/webp"}
_LOOK_AGAIN = 1.0


class NewChat(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who begins to talk."""

    name: str = "You"
    language: str | None = "en"
    group: bool = False


class Act(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a person does; each act reads the fields it needs."""

    text: str = ""
    message_id: int | None = None
    button: str = ""
    kind: str = ""
    result_id: str = ""


class Phone:
    """The person's side over HTTP."""

    def __init__(self, world: World, restart: Restart | None) -> None:
        self._world = world
        self._restart = restart
        self._restarting = False
        self._results: dict[int, list[Json]] = {}

    def routes(self) -> list[web.RouteDef]:
        """Where the page comes from and asks."""
        return [
            web.get("/", self.page),
            web.get("/page/events", self.events),
            web.get("/page/files/{id}", self.file),
            web.get("/page/{name}", self.page),
            web.post("/page/chats", self.new_chat),
            web.post(r"/page/chats/{id:-?\d+}/{act}", self.act),
            web.post("/page/restart", self.restart),
        ]

    async def page(self, request: web.Request) -> web.StreamResponse:
        """A file of the page."""
        path = PAGE / request.match_info.get("name", "index.html")
        if path.parent != PAGE or path.suffix not in _KINDS or not path.is_file():
            raise web.HTTPNotFound
        return web.Response(body=path.read_bytes(), content_type=_KINDS[path.suffix], charset="utf-8")

    async def file(self, request: web.Request) -> web.StreamResponse:
        """A file somebody sent: pictures are shown, anything else is only ever saved."""
        try:
            file = self._world.files.find(request.match_info["id"])
        except Refusal as refusal:
            raise web.HTTPNotFound from refusal
        if file.kind in _PICTURES:
            return web.Response(body=file.content, content_type=file.kind)
        saved = {"Content-Disposition": "attachment"}
        return web.Response(body=file.content, content_type="application/octet-stream", headers=saved)

    async def events(self, request: web.Request) -> web.StreamResponse:
        """Everything, then every change: a stream that lasts as long as the page is open."""
        stream = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await stream.prepare(request)
        watcher = self._world.changes.watch()
        try:
            await _send(stream, story.of_everything(self._world))
            bot: Json = {}
            while True:
                if bot != (bot := self._bot()):
                    await _send(stream, bot)
                try:
                    change = await asyncio.wait_for(watcher.get(), _LOOK_AGAIN)
                except TimeoutError:
                    continue
                if change is None:
                    break
                for told in story.of_change(self._world, change):
                    await _send(stream, told)
        except ConnectionError:
            pass  # the page was closed
        finally:
            self._world.changes.leave(watcher)
        return stream

    async def new_chat(self, request: web.Request) -> web.StreamResponse:
        """Somebody new, who has not met the bot; or a group of such."""
        asked = await _read(request, NewChat)
        account = self._world.new_account(asked.name.strip() or "You", asked.language or None)
        if not asked.group:
            return web.json_response({"id": account.id})
        return web.json_response({"id": open_group(self._world, f"{account.first_name} & friends", [account]).id})

    async def act(self, request: web.Request) -> web.StreamResponse:
        """Do what a person does in a chat."""
        chat = self._world.chats.get(int(request.match_info["id"]))
        if chat is None:
            return _sorry("This chat is closed.", 404)
        person = Person(self._world, next(iter(chat.accounts.values())), chat)
        try:
            done = await self._do(request.match_info["act"], person, chat, await _read(request, Act))
        except (ValueError, LookupError) as error:
            return _sorry(str(error), 400)
        except TimeoutError:
            return _sorry("The bot does not answer.", 504)
        return web.json_response(done)

    async def restart(self, _: web.Request) -> web.StreamResponse:
        """Play a crash: the bot goes and comes back, the chats stay."""
        if self._restart is None or self._restarting:
            return _sorry("The bot cannot be restarted from here.", 409)
        self._restarting = True
        try:
            await self._restart()
        finally:
            self._restarting = False
        return web.json_response({})

    def _bot(self) -> Json:
        there = self._world.updates.bot_is_there
        state = "restarting" if self._restarting else "there" if there else "away"
        return {"kind": "bot", "state": state, "can_restart": self._restart is not None}

    async def _do(self, act: str, person: Person, chat: Chat, asked: Act) -> Json:
        match act:
            case "send":
                await person.send(asked.text, reply_to=asked.message_id)
            case "edit" if asked.message_id is not None:
                await person.edit(asked.message_id, asked.text)
            case "press" if asked.message_id is not None:
                await person.press_old(asked.message_id, asked.button)
            case "stand-in":
                await person.send_stand_in(asked.kind)
            case "block":
                await person.block()
            case "unblock":
                await person.unblock()
            case "inline":
                answer = await person.inline(asked.text)
                self._results[chat.id] = answer["results"]
                return answer
            case "choose":
                await person.choose(next(one for one in self._results[chat.id] if one["id"] == asked.result_id))
            case "close":
                self._world.forget(chat.id)
            case _:
                raise LookupError(f"nobody can do {act!r}")
        return {}


async def _read(request: web.Request, kind: type[Asked]) -> Asked:
    try:
        return msgspec.json.decode(await request.read(), type=kind)
    except msgspec.DecodeError as error:
        raise web.HTTPBadRequest(text=str(error)) from None


async def _send(stream: web.StreamResponse, told: Json) -> None:
    await stream.write(b"data: " + msgspec.json.encode(told) + b"\n\n")


def _sorry(why: str, status: int) -> web.Response:
    return web.json_response({"error": why}, status=status)
