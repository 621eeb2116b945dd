"""Takes the README's pictures, by `make screenshots`: the real bot on the sandbox page, in the system's Chromium."""

import asyncio
import time
from pathlib import Path

from playwright.async_api import Page

from tests.stage import phone

FOLDER = Path(__file__).parent.parent / "docs" / "pictures"
TALL = 1240  # pixels: a whole card on one picture
MILD = (
    *("START", "No, none of these", "Kratom leaf", "Mood medicine", "Next", "SSRI", "None of these", "None of these"),
    *("Restless", "🧠 No"),
)


async def emergency() -> None:
    """Two taps from the first message."""
    async with phone(height=TALL) as person:
        await person.tap("START", "Yes, or not sure")
        await person.sees("Which was it?")
        await person.page.locator("#log").evaluate("log => log.scrollTo(0, 0)")
        await person.page.get_by_role("article").filter(has_text="Call for help now").scroll_into_view_if_needed()
        await shoot(person.page, "emergency")


async def mild() -> None:
    """Kratom and an SSRI, three mild signs."""
    async with phone(height=TALL) as person:
        await person.tap(*MILD, "Sweating", "Heart racing", "Not hot", "No to the rest", "0 to 2", "Same")
        await person.sees("This looks mild right now")
        await person.page.wait_for_timeout(600)
        result = person.page.get_by_role("article").filter(has_text="This looks mild right now")
        await result.evaluate("one => one.scrollIntoView({block: 'start'})")
        await shoot(person.page, "mild")


async def check_in() -> None:
    """Half an hour later, on a clock that we turn."""
    async with phone() as person:
        await person.tap(
            *MILD, "Sweating", "Heart racing", "Not hot", "No to the rest", "0 to 2", "Same", "Check on me"
        )
        await person.sees("I will ask how you are")
        app = person.sandbox.app
        assert app
        later = time.time() + 30 * 60
        app.service._clock = lambda: later
        await person.sees("How do you feel now?")
        await person.tap("Better")
        await person.sees("I ask again in")
        await shoot(person.page, "check-in")


async def questions() -> None:
    """The first screen, and in the dark the one that takes names."""
    async with phone() as person:
        await person.tap("START")
        await person.sees("Is any of this happening")
        await shoot(person.page, "danger")
    async with phone(dark=True) as person:
        await person.tap("START", "No, none of these", "Kratom leaf")
        await person.sees("Chosen: Kratom leaf")
        await shoot(person.page, "substances")


async def shoot(page: Page, name: str) -> None:
    """Save the page as it is, once nothing moves."""
    await page.wait_for_timeout(1_200)
    await page.screenshot(path=FOLDER / f"{name}.png")


async def main() -> None:
    """Take all pictures."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for take in (questions, emergency, mild, check_in):
        await take()


if __name__ == "__main__":
    asyncio.run(main())
