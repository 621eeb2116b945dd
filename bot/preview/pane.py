"""The Why pane's own requests: a stream that explains one chat, and the wish to keep its talk."""

import re
from pathlib import Path

import msgspec
from aiohttp import web

from bot.preview.reading import Read
from bot.preview.witness import Notes
from bot.sandbox.phone import PAGE
from flows.conversations import as_yaml
from flows.replaying import complaints
from flows.session import Session
from flows.why import Why

_NO_FILE_NAME = re.compile(r"[^a-z0-9]+")
_LONGEST_NAME = 60
_PARTS = (
    '<link rel="stylesheet" href="/page/why.css">\n    <script type="module" src="/page/why.js"></script>\n  </head>'
)


class Keep(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A talk is to be kept under a name."""

    chat: int
    name: str


class Told(msgspec.Struct, frozen=True):
    """What the pane is told.

    Attributes:
        version: of the content that answers now; empty when none could be used yet.
        reads: how often the content was read; a new number means a file was saved.
        good: the newest content is the one that answers.
        issues: of the newest content, as `file:line: sentence`.
        why: the chat explained.
        steps: how many steps could be kept.
    """

    version: str
    reads: int
    good: bool
    issues: tuple[str, ...]
    why: Why | None
    steps: int


class Pane:
    """What the pane shows and does."""

    def __init__(self, notes: Notes, keep: Path) -> None:
        self._notes, self._keep = notes, keep
        self._good: Read | None = None
        self._newest: Read | None = None
        self._reads = 0
        self._closed = False

    def routes(self) -> list[web.RouteDef]:
        """The page with the pane in it, and what the pane asks."""
        return [
            web.get("/", self.page),
            web.get("/preview/why", self.why),
            web.post("/preview/keep", self.keep),
        ]

    def content_read(self, found: Read) -> None:
        """The content was read again."""
        self._newest, self._reads = found, self._reads + 1
        if found.engine:
            self._good = found
        self._notes.bell.ring()

    def close(self) -> None:
        """Send every stream home."""
        self._closed = True
        self._notes.bell.ring()

    async def page(self, _: web.Request) -> web.StreamResponse:
        """The chat page, with the pane's script in it."""
        html = (PAGE / "index.html").read_text(encoding="utf-8").replace("</head>", _PARTS, 1)
        return web.Response(text=html, content_type="text/html")

    async def why(self, request: web.Request) -> web.StreamResponse:
        """The chat explained, now and after every change, for as long as the page is open."""
        if not request.query.get("chat", "").lstrip("-").isdigit():
            raise web.HTTPBadRequest
        chat = int(request.query["chat"])
        stream = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await stream.prepare(request)
        told: Told | None = None

        def news() -> Told | bool | None:
            now = self._told(chat)
            return True if self._closed else None if now == told else now

        try:
            while isinstance(now := await self._notes.bell.until(news, None), Told):
                told = now
                await stream.write(b"data: " + msgspec.json.encode(told) + b"\n\n")
        except ConnectionError:
            pass  # the page was closed
        return stream

    async def keep(self, request: web.Request) -> web.StreamResponse:
        """Write the present talk as a test, once playing it again was seen to give the same."""
        try:
            asked = msgspec.json.decode(await request.read(), type=Keep)
        except msgspec.DecodeError as error:
            raise web.HTTPBadRequest(text=str(error)) from None
        recording = self._notes.chats.get(asked.chat)
        if recording is None or not recording.steps or self._good is None or self._good.engine is None:
            return _sorry("There is nothing to keep yet.")
        name = asked.name.strip()
        stem = _NO_FILE_NAME.sub("-", name.lower()).strip("-")[:_LONGEST_NAME].strip("-")
        if not stem:
            return _sorry("Give it a name with letters in it.")
        path = self._keep / f"{stem}.yaml"
        if path.exists():
            return _sorry(f"{path.name} is there already: give it another name.")
        conversation = recording.conversation(name, self._good.engine)
        wrong = complaints(conversation, self._good.engine)
        if wrong:
            return _sorry(f"Played again with this content the talk goes another way: {wrong[0]}")
        self._keep.mkdir(parents=True, exist_ok=True)
        path.write_text(as_yaml(conversation), encoding="utf-8")
        return web.json_response({"file": str(path)})

    def _told(self, chat: int) -> Told:
        recording, good, newest = self._notes.chats.get(chat), self._good, self._newest
        session = (recording and recording.session) or Session()
        return Told(
            version=good.engine.content_version if good and good.engine else "",
            reads=self._reads,
            good=good is newest,
            issues=tuple(map(str, newest.issues)) if newest else (),
            why=good.explainer.why(session) if good and good.explainer else None,
            steps=len(recording.steps) if recording else 0,
        )


def _sorry(why: str) -> web.Response:
    return web.json_response({"error": why}, status=409)
