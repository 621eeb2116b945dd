"""The preview in a real browser: content is edited under a running talk, broken, put right, and the talk is kept."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import ClientSession
from playwright.async_api import expect

from bot.commands.sandbox import Sandbox
from bot.preview import Preview
from bot.preview.reading import read
from bot.preview.watching import times
from bot.settings import Settings
from flows.conversations import Step, read_conversations
from flows.replaying import complaints
from tests.stage import Phone, opened

ROOT = Path(__file__).parents[2]


@pytest.fixture
def rooms(tmp_path: Path) -> Path:
    """A copy of the content that may be spoilt."""
    for room in ("knowledge", "flows"):
        shutil.copytree(ROOT / room, tmp_path / room, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return tmp_path


@asynccontextmanager
async def previewed(rooms: Path) -> AsyncIterator[Preview]:
    preview = Preview(
        Settings(port=0),
        rooms,
        knowledge=rooms / "knowledge",
        flows=rooms / "flows",
        keep=rooms / "conversations",
        every=0.1,
    )
    await preview.start()
    try:
        yield preview
    finally:
        await preview.stop()


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.browser
async def test_a_talk_follows_the_files_and_is_kept_as_a_test_that_passes(rooms: Path) -> None:
    questions, flow = rooms / "knowledge" / "messages" / "en" / "questions.yaml", rooms / "flows" / "triage.yaml"
    async with previewed(rooms) as preview, opened(preview.url, width=1440, height=900) as page:
        person, pane = Phone(page, preview.sandbox), page.get_by_role("complementary", name="Why")
        await expect(pane.get_by_role("button", name="Keep this talk")).to_be_disabled()
        await person.tap("START", "No, none of these", "Kratom leaf")
        await person.sees("What did you take?")
        await expect(pane).to_contain_text("On the screen: What was taken")

        change(questions, "<b>What did you take?</b>", "<b>What did you swallow?</b>")
        await person.sees("What did you swallow?")
        await person.sees("Chosen: Kratom leaf")

        change(flow, 'id: "stopped"', 'id: "stoped"')
        await expect(pane.get_by_role("heading", name="1 issue")).to_be_visible()
        line = flow.read_text(encoding="utf-8").split('id: "taken"')[0].count("\n") + 1
        await expect(pane).to_contain_text(f"flows/triage.yaml:{line}")
        await expect(pane).to_contain_text("Did you mean “stopped”?")
        await expect(pane).to_contain_text("The bot goes on with the last good content.")
        await person.tap("Next")
        await person.sees("About what you took")

        change(flow, 'id: "stoped"', 'id: "stopped"')
        await expect(pane.get_by_role("heading", name="1 issue")).to_have_count(0)
        await person.tap("None of these", "None of these", "Restless")
        await page.get_by_role("button", name="🧠 No", exact=True).last.click()
        await expect(pane.get_by_role("region", name="Rules")).to_contain_text("Missing: Worse = yes or not sure")

        await pane.get_by_role("button", name="Keep this talk").click()
        await page.get_by_label("What it shows").fill("Kratom, restless")
        await page.get_by_role("button", name="Keep", exact=True).click()
        await expect(page.get_by_text("Kept: ")).to_be_visible()

    [kept] = read_conversations(rooms / "conversations" / "kratom-restless.yaml")
    engine = read(rooms / "knowledge", rooms / "flows", []).engine
    assert engine
    assert kept.steps[:2] == [Step(tap="danger:no"), Step(tap="substances:kratom")]
    assert kept.asks == "body"
    assert not complaints(kept, engine)


@pytest.mark.browser
async def test_a_question_that_is_taken_out_is_gone_from_the_running_talk(rooms: Path) -> None:
    flow = rooms / "flows" / "triage.yaml"
    async with previewed(rooms) as preview, opened(preview.url, width=390, height=844) as page:
        person = Phone(page, preview.sandbox)
        await person.tap("START", "No, none of these", "Kratom leaf", "Next")
        await person.sees("About what you took")

        text = flow.read_text(encoding="utf-8")
        start, end = text.index('  - id: "taken"'), text.index('  - id: "person"')
        flow.write_text(text[:start] + text[end:], encoding="utf-8")
        await person.sees("About you")

        await page.get_by_role("button", name="Why", exact=True).click()
        pane = page.get_by_role("complementary", name="Why")
        await expect(pane).to_contain_text("On the screen: About the person")
        await page.keyboard.press("Escape")
        await expect(pane).to_be_hidden()
        await expect(page.get_by_role("button", name="Why", exact=True)).to_be_focused()


async def test_content_that_is_broken_from_the_start_leaves_the_emergency_card(rooms: Path) -> None:
    flow = rooms / "flows" / "triage.yaml"
    good = flow.read_text(encoding="utf-8")
    flow.write_text("flow: [", encoding="utf-8")
    async with previewed(rooms) as preview:
        person = preview.sandbox.api.person()
        await person.start()
        assert "112" in (await person.wait_reply()).text
        flow.write_text(good, encoding="utf-8")
        await preview.reload()
        await person.start()
        assert "happening right now" in (await person.wait_reply()).text


async def test_nothing_is_kept_twice_or_for_another_page(rooms: Path) -> None:
    async with previewed(rooms) as preview, ClientSession() as web:
        person, keep = preview.sandbox.api.person(), f"{preview.url}/preview/keep"
        asked, ours = {"chat": person.account.id, "name": "../../A talk"}, {"Origin": preview.url}
        async with web.post(keep, json=asked, headers=ours) as answer:
            assert (answer.status, (await answer.json())["error"]) == (409, "There is nothing to keep yet.")
        await person.start()
        await person.wait_reply()
        await person.press("danger:no")
        await person.wait_reply()
        for headers in ({}, {"Origin": "http://elsewhere.example"}):
            async with web.post(keep, json=asked, headers=headers) as answer:
                assert answer.status == 403
        statuses = []
        for _ in range(2):
            async with web.post(keep, json=asked, headers=ours) as answer:
                statuses.append(answer.status)
        assert statuses == [200, 409]
        assert [path.name for path in (rooms / "conversations").iterdir()] == ["a-talk.yaml"]


async def test_the_pane_is_only_in_the_preview(tmp_path: Path) -> None:
    sandbox = Sandbox(Settings(port=0), tmp_path)
    await sandbox.start()
    try:
        async with ClientSession() as web:
            async with web.get(sandbox.url) as page:
                assert "why.js" not in await page.text()
            async with web.get(f"{sandbox.url}/preview/why?chat=1") as answer:
                assert answer.status == 404
    finally:
        await sandbox.stop()


def test_watching_sees_a_save_a_new_file_and_one_that_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "one.yaml"
    path.parent.mkdir()
    seen = [times([tmp_path])]
    for text in ("a: 1\n", "a: 12\n"):
        path.write_text(text, encoding="utf-8")
        seen.append(times([tmp_path]))
    path.unlink()
    seen.append(times([tmp_path]))

    assert seen[0] == seen[3] == {}
    assert seen[1] != seen[2]
