"""The webhook: who may post, what is refused, and that an update delivered twice counts once."""

import asyncio
import io
from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.app import App
from bot.sandbox import LocalBotApi
from tests.bot.conftest import Running
from tests.bot.talks import says

_HEADER = "X-Telegram-Bot-Api-Secret-Token"


@pytest.fixture
async def app(running: Running) -> AsyncIterator[App]:
    async with running(webhook=True) as app:
        yield app


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


def _secret(api: LocalBotApi) -> str:
    hook = api.world.updates.webhook
    assert hook
    assert hook.secret
    return hook.secret


async def test_without_the_secret_nothing_is_taken(app: App, http: aiohttp.ClientSession) -> None:
    url = app.settings.webhook_url
    async with http.post(url, json={"update_id": 1}) as answer:
        assert answer.status == 401
    async with http.post(url, json={"update_id": 1}, headers={_HEADER: "wrong"}) as answer:
        assert answer.status == 403
    async with http.post(url, json={"update_id": 1}, headers={_HEADER: "wröng"}) as answer:
        assert answer.status == 403


async def test_a_body_that_is_too_large_or_no_update_is_refused(
    app: App, api: LocalBotApi, http: aiohttp.ClientSession
) -> None:
    url, headers = app.settings.webhook_url, {_HEADER: _secret(api)}
    async with http.post(url, data=io.BytesIO(b"x" * (1024 * 1024 + 1)), headers=headers) as answer:
        assert answer.status == 413
    for body in (b"", b"no json", b"[]", b"{}", b'{"update_id": "1"}', b"\xff\xfe", b"[" * 100_000):
        async with http.post(url, data=body, headers=headers) as answer:
            assert answer.status == 400


async def test_other_paths_and_methods_are_not_there(app: App, http: aiohttp.ClientSession) -> None:
    base = app.settings.webhook_url.removesuffix("/telegram")
    async with http.get(base + "/") as answer:
        assert answer.status == 404
    async with http.get(base + "/telegram") as answer:
        assert answer.status == 405


async def test_healthz_names_each_part(app: App, http: aiohttp.ClientSession) -> None:
    base = app.settings.webhook_url.removesuffix("/telegram")
    async with http.get(base + "/healthz") as answer:
        assert answer.status == 200
        assert await answer.json() == {
            "status": "ok", "store": "ok", "telegram": "ok", "sending": "ok", "content": "small",
        }  # fmt: skip


async def test_metrics_count_without_a_word_or_an_id(app: App, api: LocalBotApi, http: aiohttp.ClientSession) -> None:
    ada = api.person("Margarethe")
    await ada.start()
    await ada.wait_reply()
    await ada.press("danger:yes")
    await ada.wait_until(says("step1"))
    await ada.send("zanzibar")
    await ada.wait_until(says("zanzibar"))
    await api.idle()
    base = app.settings.webhook_url.removesuffix("/telegram")
    page = ""
    # old buttons are taken away after the reply is out
    while not ("serocheck_unsent_replies 0.0" in page and "serocheck_queue_depth 0.0" in page):
        await asyncio.sleep(0.02)
        async with http.get(base + "/metrics") as answer:
            page = await answer.text()
    for line in (
        'serocheck_updates_total{kind="message"} 2.0',
        'serocheck_updates_total{kind="callback_query"} 1.0',
        'serocheck_moves_total{node="danger"} 1.0',
        'serocheck_answer_seconds_count{urgent="yes"} 1.0',
        "serocheck_chats 1.0",
        "serocheck_conflicts_total 0.0",
    ):
        assert line in page
    for word in ("zanzibar", "Margarethe", str(ada.chat.id), app.settings.token):
        assert word not in page


async def test_an_update_delivered_twice_counts_once(app: App, api: LocalBotApi) -> None:
    ada = api.person()
    api.faults.repeats = 1.0
    await ada.send("one")
    await ada.wait_until(says("Noted: one"))
    await api.idle()
    await ada.press("danger:no")
    await ada.wait_until(says("step2"))
    await ada.press("step2:next")
    await ada.wait_until(says("step3"))
    await api.idle()
    stored = await app.store.load(ada.chat.id)
    assert stored
    assert [answer.node for answer in stored.session.answers] == ["words", "danger", "step2"]
    assert len([message for message in ada.screen().messages if message.by_bot]) == 1


async def test_an_update_nobody_understands_is_answered_with_2xx(
    app: App, api: LocalBotApi, http: aiohttp.ClientSession
) -> None:
    headers = {_HEADER: _secret(api)}
    for raw in (
        {"update_id": 5},
        {"update_id": 6, "message": {}},
        {"update_id": 7, "message": {"chat": {"id": 1, "type": "private"}}},
        {"update_id": 8, "callback_query": {"id": 3, "from": None}},
        {"update_id": 9, "message": [], "new_thing": 1},
        {"update_id": 10, "callback_query": 7},
        {"update_id": 11, "message": {"text": "\ud83d"}},
    ):
        async with http.post(app.settings.webhook_url, json=raw, headers=headers) as answer:
            assert answer.status == 200
