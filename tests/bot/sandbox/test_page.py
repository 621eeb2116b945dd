"""The chat page is served to this machine only, brings nothing from elsewhere, and does what a thumb does."""

import json
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from telegram import Bot

from bot import sandbox
from bot.sandbox import LocalBotApi, Person

PAGE = Path(sandbox.__file__).parent / "page"


@pytest.fixture
async def page(api: LocalBotApi) -> AsyncIterator[aiohttp.ClientSession]:
    """What the page's own requests look like."""
    async with aiohttp.ClientSession(api.url, headers={"Origin": api.url}) as session:
        yield session


async def do(page: aiohttp.ClientSession, path: str, **body: object) -> dict[str, Any]:
    async with page.post(f"/page/{path}", json=body) as answer:
        found: dict[str, Any] = await answer.json()
        assert answer.status == 200, found
        return found


async def status(session: aiohttp.ClientSession, method: str, path: str, **headers: str) -> int:
    async with session.request(method, path, headers=headers, json={} if method == "POST" else None) as answer:
        return answer.status


async def told(stream: aiohttp.ClientResponse) -> dict[str, Any]:
    """The next event of the stream."""
    line = await stream.content.readline()
    await stream.content.readline()
    event: dict[str, Any] = json.loads(line.removeprefix(b"data: "))
    return event


async def test_the_page_may_load_nothing_from_elsewhere(api: LocalBotApi) -> None:
    async with aiohttp.ClientSession() as session, session.get(api.url) as answer:
        headers, html = answer.headers, await answer.text()
    assert headers["Content-Security-Policy"].startswith("default-src 'self';")
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    for name in re.findall(r'(?:src|href)="(/page/[^"]+)"', html):
        async with aiohttp.ClientSession() as session, session.get(api.url + name) as answer:
            assert answer.status == 200
            assert "X-Content-Type-Options" in answer.headers


def test_the_page_names_no_other_host_and_parses_no_text_as_html() -> None:
    for path in PAGE.iterdir():
        text = path.read_text("utf-8").replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"https?://", text), path
        assert not re.search(r"innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b", text), path
        assert not re.search(r"<style|<script>| style=| on[a-z]+=\"", text), path


async def test_only_this_machine_is_answered(api: LocalBotApi) -> None:
    async with aiohttp.ClientSession(api.url) as session:
        for path in ("/", "/page/events", f"/bot{api.token}/getMe"):
            assert await status(session, "GET", path, Host="sandbox.example.org") == 421
        assert await status(session, "GET", "/", Host="localhost:1") == 200
        assert await status(session, "GET", "/", Host="[::1]:1") == 200
    with pytest.raises(ValueError, match="this machine only"):
        LocalBotApi(host="0.0.0.0")  # noqa: S104 (that is the point)


async def test_other_sites_can_ask_nothing(api: LocalBotApi) -> None:
    async with aiohttp.ClientSession(api.url) as session:
        assert await status(session, "POST", "/page/chats") == 403
        assert await status(session, "POST", "/page/chats", Origin="https://example.org") == 403
        assert await status(session, "POST", "/page/chats", Origin="null") == 403
        assert await status(session, "POST", f"/bot{api.token}/getMe", Origin="https://example.org") == 403
        assert await status(session, "GET", "/page/events", **{"Sec-Fetch-Site": "cross-site"}) == 403
    assert not api.world.chats
    assert not api.calls


async def test_only_the_files_of_the_page_are_served(page: aiohttp.ClientSession) -> None:
    for path in ("/page/..%2fserver.py", "/page/server.py", "/page/.", "/page/none.js", "/page/files/none"):
        assert await status(page, "GET", path) == 404


async def test_the_stream_tells_everything_and_then_every_change(page: aiohttp.ClientSession, ada: Person) -> None:
    async with page.get("/page/events") as stream:
        first = await told(stream)
        assert first["kind"] == "everything"
        assert first["chats"][0]["messages"][0]["body"]["text"] == "/start"
        assert await told(stream) == {"kind": "bot", "state": "away", "can_restart": False}
        said = await ada.send("one")
        assert (await told(stream))["message"]["body"]["text"] == "one"
        await ada.edit(said, "two")
        assert (await told(stream))["kind"] == "edited"


async def test_a_thumb_can_do_what_a_person_can(api: LocalBotApi, page: aiohttp.ClientSession, bot: Bot) -> None:
    chat = f"chats/{(await do(page, 'chats', name='Grace', language='de'))['id']}"
    await do(page, f"{chat}/send", text="hello")
    (update,) = await bot.get_updates()
    assert update.effective_user
    assert (update.effective_user.first_name, update.effective_user.language_code) == ("Grace", "de")
    assert update.effective_message
    await do(page, f"{chat}/edit", message_id=update.effective_message.message_id, text="hello!")
    await do(page, f"{chat}/stand-in", kind="photo")
    await do(page, f"{chat}/block")
    await do(page, f"{chat}/unblock")
    kinds = [min(update.to_dict()) for update in await bot.get_updates(update.update_id + 1)]
    assert kinds == ["edited_message", "message", "my_chat_member", "my_chat_member"]
    await do(page, f"{chat}/close")
    assert not api.world.chats


async def test_a_group_can_be_opened(page: aiohttp.ClientSession, bot: Bot) -> None:
    await do(page, "chats", name="Grace", group=True)
    updates = await bot.get_updates()
    assert updates[-1].effective_chat
    assert updates[-1].effective_chat.type == "supergroup"


async def test_what_cannot_be_done_is_said(page: aiohttp.ClientSession, ada: Person) -> None:
    chat = f"/page/chats/{ada.chat.id}"
    for act, body in (
        ("dance", {}),
        ("send", {"text": " "}),
        ("press", {"message_id": 1, "button": "x"}),
        ("edit", {}),
    ):
        async with page.post(f"{chat}/{act}", json=body) as answer:
            assert answer.status == 400
            assert (await answer.json())["error"]
    async with page.post(f"{chat}/send", data=b"{") as answer:
        assert answer.status == 400
    assert await status(page, "POST", "/page/chats/1/send") == 404
    assert await status(page, "POST", "/page/restart") == 409


async def test_the_bot_can_be_restarted() -> None:
    times = []

    async def restart() -> None:
        times.append(1)

    async with LocalBotApi(restart=restart) as api, aiohttp.ClientSession(api.url, headers={"Origin": api.url}) as page:
        await do(page, "restart")
    assert times == [1]


async def test_a_file_is_saved_and_only_a_picture_is_shown(page: aiohttp.ClientSession, bot: Bot, ada: Person) -> None:
    html = await bot.send_document(ada.chat.id, b"<script>alert(1)</script>", filename="x.html")
    assert html.document
    async with page.get(f"/page/files/{html.document.file_id}") as answer:
        assert answer.headers["Content-Disposition"] == "attachment"
        assert answer.content_type == "application/octet-stream"
    await ada.photo()
    picture = ada.chat.messages[ada.screen().messages[-1].id].body["photo"][0]["file_id"]
    async with page.get(f"/page/files/{picture}") as answer:
        assert answer.content_type == "image/png"


async def test_stopping_lets_go_of_pages_and_of_the_port(ada: Person, api: LocalBotApi) -> None:
    async with aiohttp.ClientSession(api.url) as session, session.get("/page/events") as stream:
        await told(stream)
        await api.stop()
        assert b"}" in await stream.content.read()
    port = int(api.url.rpartition(":")[2])
    async with LocalBotApi(port=port), LocalBotApi() as other:
        assert other.url != api.url
        with pytest.raises(OSError, match="address already in use"):
            await LocalBotApi(port=port).start()
    assert ada.screen().messages
