"""The sandbox with the real bot on a stage, and a phone in a real browser in front of it."""

import os
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from playwright.async_api import Page, async_playwright, expect

from bot.commands.sandbox import Sandbox
from bot.settings import Settings

PHONE = {"width": 390, "height": 844}
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
BROWSERS = ("chromium", "chromium-browser", "google-chrome")

expect.set_options(timeout=15_000)  # milliseconds: a busy machine is no failure


def browser_path() -> str:
    """The system's Chromium; without one the test is skipped aloud, or fails where there has to be one."""
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path:
        return path
    reason = f"this needs one of {', '.join(BROWSERS)} on the machine"
    if os.environ.get("SEROCHECK_REQUIRE_BROWSER") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


@asynccontextmanager
async def phone(*, height: int = PHONE["height"], dark: bool = False) -> AsyncIterator["Phone"]:
    """A phone with the sandbox's page open, in front of the real bot."""
    with tempfile.TemporaryDirectory() as folder:
        sandbox = Sandbox(Settings(port=0), Path(folder))
        await sandbox.start()
        try:
            async with opened(sandbox.url, width=PHONE["width"], height=height, dark=dark) as page:
                yield Phone(page, sandbox)
        finally:
            await sandbox.stop()


@asynccontextmanager
async def opened(url: str, *, width: int, height: int, dark: bool = False) -> AsyncIterator[Page]:
    """A page in the system's Chromium."""
    path = browser_path()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=FLAGS)
        page = await browser.new_page(
            viewport={"width": width, "height": height},
            locale="en-US",
            device_scale_factor=2,
            color_scheme="dark" if dark else "light",
        )
        page.set_default_timeout(10_000)
        await page.goto(url)
        yield page
        await browser.close()


class Phone:
    """What a thumb and an eye do on the page."""

    def __init__(self, page: Page, sandbox: Sandbox) -> None:
        self.page = page
        self.sandbox = sandbox

    async def tap(self, *labels: str) -> None:
        """Tap buttons one after the other; the newest one of a name counts."""
        for label in labels:
            await self.page.get_by_role("button", name=label, exact=label in {"Yes", "No", "🧠 No"}).last.click()

    async def type(self, text: str) -> None:
        """Type a message and send it."""
        await self.page.get_by_label("Message", exact=True).fill(text)
        await self.page.get_by_label("Message", exact=True).press("Enter")

    async def sees(self, text: str) -> None:
        """Wait until a message says the text."""
        await expect(self.page.get_by_role("article").filter(has_text=text).last).to_be_visible()
