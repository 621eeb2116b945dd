"""A real browser sees the chat page behave like a phone chat, in light and dark, by thumb and by keyboard."""

import os
import shutil
from collections.abc import AsyncIterator
from typing import Any, Self

import pytest
from playwright.async_api import Browser, Page, async_playwright, expect

from bot.sandbox import LocalBotApi
from tests.bot.sandbox.conftest import bot_for
from tests.bot.sandbox.echo import EchoBot

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 860}
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]

# Every visible text must stand out from what is behind it: 4.5 to 1, or 3 to 1 when it is large (WCAG 2.2 AA).
FAINT = """() => {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true});
  const rgba = (css) => {
    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = css; canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data; return [r, g, b, a / 255];
  };
  const over = (top, base) => [0, 1, 2].map((i) => top[i] * top[3] + base[i] * (1 - top[3])).concat(1);
  const behind = (node) => {
    const layers = [];
    for (let at = node; at; at = at.parentElement) layers.unshift(rgba(getComputedStyle(at).backgroundColor));
    return layers.reduce((base, top) => over(top, base), [255, 255, 255, 1]);
  };
  const line = (v) => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => [r, g, b].map((v) => line(v / 255))
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode.parentElement;
    const style = getComputedStyle(node);
    if (!walk.currentNode.data.trim()) continue;
    if (!node.checkVisibility({visibilityProperty: true, opacityProperty: true})) continue;
    if (node.closest('.hidden, .spoiler, .sticker, [disabled], noscript')) continue;
    const base = behind(node), text = over(rgba(style.color), base);
    const [low, high] = [light(base), light(text)].sort((a, b) => a - b);
    const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && style.fontWeight >= 600);
    const ratio = (high + .05) / (low + .05);
    if (ratio < (large ? 3 : 4.5)) found.push(`${walk.currentNode.data.trim()}: ${ratio.toFixed(2)}`);
  }
  return found;
}"""

# Everything that can be pressed is large enough for a thumb, and has a name.
SMALL = """() => [...document.querySelectorAll('button, a[href], input, select, textarea')]
  .filter((node) => node.checkVisibility() && !node.closest('.text, .skip, .hidden'))
  .map((node) => [node, (node.type === 'checkbox' ? node.closest('label') : node).getBoundingClientRect()])
  .filter(([, box]) => box.width && (box.height < 43.9 || box.width < 43.9))
  .map(([node, box]) => `${node.outerHTML.slice(0, 80)} ${box.width}x${box.height}`)"""
NAMELESS = """() => [...document.querySelectorAll('button, a[href], input, select, textarea')]
  .filter((node) => node.checkVisibility())
  .filter((node) => !(node.getAttribute('aria-label') || node.textContent.trim() || node.labels?.length))
  .map((node) => node.outerHTML)"""


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """The system's Chromium; the test is skipped aloud without one, or fails where there has to be one."""
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if path is None:
        if os.environ.get("SEROCHECK_REQUIRE_BROWSER") == "1":
            pytest.fail("no chromium, chromium-browser or google-chrome on this machine")
        pytest.skip("no chromium, chromium-browser or google-chrome on this machine")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        await browser.close()


class Stage:
    """A sandbox with the echo bot behind it, and pages in front of it."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.api = LocalBotApi(restart=self._restart)
        self.troubles: list[str] = []

    async def _restart(self) -> None:
        await self.bot.restart()

    async def open(self, query: str = "", **look: Any) -> Page:
        """A page; whatever goes wrong in it is kept in `troubles`."""
        context = await self.browser.new_context(**{"viewport": PHONE, "locale": "en-GB", **look})
        await context.grant_permissions(["clipboard-read", "clipboard-write"], origin=self.api.url)
        page = await context.new_page()
        page.set_default_timeout(5000)
        page.on("pageerror", lambda error: self.troubles.append(str(error)))
        page.on("console", lambda line: self.troubles.append(line.text) if line.type == "error" else None)
        page.on(
            "request", lambda asked: None if asked.url.startswith(self.api.url) else self.troubles.append(asked.url)
        )
        await page.goto(f"{self.api.url}/{query}")
        return page

    async def __aenter__(self) -> Self:
        await self.api.start()
        self.bot = EchoBot(bot_for(self.api))
        await self.bot.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.bot.stop()
        await self.api.stop()


@pytest.fixture
async def stage(browser: Browser) -> AsyncIterator[Stage]:
    async with Stage(browser) as stage:
        yield stage
        assert stage.troubles == []
        assert stage.api.refusals == []


async def test_a_talk_looks_and_behaves_like_a_phone_chat(stage: Stage) -> None:
    page = await stage.open()
    await expect(page.get_by_role("heading", name="What can this bot do?")).to_be_visible()
    await page.get_by_role("button", name="START").click()

    question = page.get_by_role("article", name="SeroCheck").last
    await expect(question).to_contain_text("Is any of this happening right now?")
    assert await question.locator("strong").inner_text() == "Is any of this happening right now?"

    await page.get_by_role("button", name="No, none of these").click()
    await expect(question).to_contain_text("nothing chosen")
    await page.get_by_role("button", name="Sweating").click()
    await expect(page.locator("#toast")).to_contain_text("1 chosen")
    await expect(question).to_contain_text("Your body: Sweating")
    await expect(page.get_by_role("button", name="✅ Sweating")).to_be_focused()
    assert await page.get_by_role("article").count() == 2

    await page.get_by_label("Message", exact=True).fill("<b>kratom</b> & tea")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("article").last).to_contain_text("You said: <b>kratom</b> & tea")
    await page.get_by_label("Message", exact=True).press("ArrowUp")
    await page.get_by_label("Message", exact=True).fill("tea")
    await page.get_by_role("button", name="Send").click()
    await expect(page.get_by_role("article").last).to_contain_text("Read again: tea")

    await page.get_by_role("button", name="More").click()
    await page.get_by_role("button", name="Press an old button").click()
    await page.get_by_role("button", name="Yes, or not sure").click()
    await expect(page.get_by_role("alertdialog")).to_contain_text("Get help now")
    await page.get_by_role("button", name="OK").click()
    await page.get_by_role("button", name="Copy what to say").click()
    await expect(page.locator("#toast")).to_contain_text("Copied: A person took kratom. Send help.")
    assert await page.evaluate("navigator.clipboard.readText()") == "A person took kratom. Send help."


async def test_copying_works_without_the_clipboard_of_the_browser(stage: Stage) -> None:
    page = await stage.open()
    await page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    await page.get_by_role("button", name="START").click()
    await page.get_by_role("button", name="Yes, or not sure").click()
    await page.get_by_role("button", name="OK").click()
    await page.get_by_role("button", name="Copy what to say").click()
    await expect(page.locator("#toast")).to_contain_text("Copied: A person took kratom")


async def test_commands_attachments_inline_results_and_typing(stage: Stage) -> None:
    page = await stage.open("?start=friend")
    await page.get_by_role("button", name="START").click()
    await expect(page.get_by_role("article").first).to_contain_text("/start friend")
    await page.get_by_role("button", name="Menu").click()
    await page.get_by_role("button", name="/sos I need help now").click()
    await expect(page.get_by_role("article").last).to_contain_text("You said: /sos")
    for kind in ("Photo", "Voice message", "Sticker", "Location"):
        await page.get_by_role("button", name="Attach").click()
        await page.get_by_role("button", name=kind, exact=True).click()
        await expect(page.get_by_role("article").last).to_contain_text("something that is no text")
        await page.wait_for_timeout(50)
    await expect(page.get_by_role("img", name="Photo")).to_have_js_property("naturalWidth", 240)
    field = page.get_by_label("Message", exact=True)
    await field.fill("@serocheck_sandbox_bot kratom")
    await page.get_by_role("button", name="kratom Worst first").click()
    await expect(page.get_by_text("via @serocheck_sandbox_bot")).to_be_visible()
    await field.fill("slow")
    await field.press("Enter")
    await expect(page.get_by_role("status").first).to_have_text("typing…")


async def test_several_chats_are_kept_apart_and_closed(stage: Stage) -> None:
    page = await stage.open(viewport=DESK)
    await page.get_by_role("button", name="START").click()
    await page.get_by_role("button", name="New chat").click()
    await page.get_by_label("Your name").fill("Grace")
    await page.get_by_label("Telegram language").select_option("de")
    await page.get_by_role("button", name="Begin").click()
    await expect(page.get_by_role("button", name="START")).to_be_focused()
    assert [chat.accounts[chat.id].language_code for chat in stage.api.world.chats.values()] == ["en", "de"]
    await page.get_by_role("button", name="You en").click()
    await expect(page.get_by_role("article").first).to_contain_text("/start")
    await page.reload()
    await expect(page.get_by_role("article").first).to_contain_text("/start")
    await page.get_by_role("button", name="Close the chat of Grace").click()
    await expect(page.get_by_role("button", name="Grace de")).to_have_count(0)


async def test_blocking_restarting_and_losing_the_server(stage: Stage) -> None:
    page = await stage.open()
    await page.get_by_role("button", name="START").click()
    await page.get_by_role("button", name="More").click()
    await page.get_by_role("button", name="Block the bot").click()
    await page.get_by_role("button", name="UNBLOCK").click()
    await expect(page.get_by_label("Message", exact=True)).to_be_visible()

    await page.get_by_role("button", name="More").click()
    await page.get_by_role("button", name="Restart the bot").click()
    await expect(page.get_by_role("status").first).to_have_text("bot · restarting…")
    await expect(page.locator("#toast")).to_contain_text("The bot is back.")
    await expect(page.get_by_role("status").first).to_have_text("bot · online")

    port = int(stage.api.url.rpartition(":")[2])
    await stage.api.stop()
    await expect(page.get_by_role("status").first).to_have_text("connecting…")
    stage.api = LocalBotApi(port=port)
    await stage.api.start()
    await expect(page.locator("#toast")).to_contain_text("The sandbox was started anew.", timeout=10_000)
    await expect(page.get_by_role("button", name="START")).to_be_visible()
    stage.troubles.clear()  # the browser notes the lost connection


async def test_everything_works_by_keyboard(stage: Stage) -> None:
    page = await stage.open(viewport=DESK)
    await expect(page.get_by_role("button", name="START")).to_be_visible()
    await page.keyboard.press("Tab")
    await expect(page.get_by_role("link", name="Go to the message field")).to_be_focused()
    await page.get_by_role("button", name="START").focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_label("Message", exact=True)).to_be_focused()
    await expect(page.get_by_role("button", name="No, none of these")).to_be_visible()
    await page.keyboard.press("Shift+Tab")
    await expect(page.get_by_role("button", name="Menu")).to_be_focused()
    await page.keyboard.press("Shift+Tab")
    await expect(page.get_by_role("button", name="No, none of these")).to_be_focused()
    await page.keyboard.press("Space")
    # The keyboard has changed under the finger: the focus is on a button of the new one.
    await expect(page.get_by_role("button", name="Shivering")).to_be_focused()
    await page.get_by_role("button", name="More").focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("dialog")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("button", name="More")).to_be_focused()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESK, {"width": 320, "height": 640}], ids=["phone", "desk", "small"])
async def test_everything_can_be_read_named_and_hit(stage: Stage, theme: Any, viewport: dict[str, int]) -> None:
    page = await stage.open(
        viewport=viewport, color_scheme="dark" if theme == "light" else "light", reduced_motion="reduce"
    )
    before = await page.evaluate("getComputedStyle(document.body).backgroundColor")
    await page.evaluate("theme => localStorage.setItem('theme', theme)", theme)
    await page.reload()
    assert await page.evaluate("getComputedStyle(document.body).backgroundColor") != before
    await expect(page.get_by_role("button", name="START")).to_be_visible()
    assert await page.evaluate(FAINT) == []
    await page.get_by_role("button", name="START").click()
    await page.get_by_role("button", name="No, none of these").click()
    await page.get_by_role("button", name="Sweating").click()
    await expect(page.locator("#toast")).to_contain_text("1 chosen")
    for dialog in ("Attach", "More", "Menu"):
        assert await page.evaluate(FAINT) == []
        assert await page.evaluate(SMALL) == []
        assert await page.evaluate(NAMELESS) == []
        assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        await page.get_by_role("button", name=dialog).click()
        assert await page.evaluate(FAINT) == []
        assert await page.evaluate(SMALL) == []
        await page.keyboard.press("Escape")
