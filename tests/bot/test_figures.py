"""The pictures of the home checks: fresh, inside their frame, the same in a browser, and without a strange letter."""

import io
from functools import cache
from xml.etree import ElementTree as ET

import pytest
from PIL import Image, ImageChops, ImageStat
from playwright.async_api import async_playwright

from bot.cards.drawn import PICTURES
from bot.figures import FIGURES
from bot.figures.brush import HEIGHT, WIDTH, Brush
from knowledge.content import Content
from tests.pictures import painted
from tests.stage import FLAGS, browser_path

ALLOWED_DIFFERENCE = 3.0  # of 255 a pixel: other versions of the libraries smooth a little differently
IN_A_BROWSER = 6.0  # its letters are of another font
MARGIN = 6  # pixels


@cache
def drawn(name: str) -> Image.Image:
    return painted(FIGURES[name]()).convert("RGB")


def difference(one: Image.Image, other: Image.Image) -> float:
    return max(ImageStat.Stat(ImageChops.difference(one.convert("RGB"), other.convert("RGB"))).mean)


@pytest.mark.parametrize("name", FIGURES)
def test_the_picture_in_the_content_is_the_one_that_is_drawn(name: str) -> None:
    assert (PICTURES / f"{name}.svg").read_text(encoding="utf-8") == FIGURES[name](), "run `make pictures`"
    with Image.open(PICTURES / f"{name}.png") as kept:
        assert kept.size == (WIDTH, HEIGHT)
        assert difference(kept, drawn(name)) < ALLOWED_DIFFERENCE, "run `make pictures`"


@pytest.mark.parametrize("name", FIGURES)
def test_every_shape_of_a_figure_is_plain_svg_that_is_seen(name: str) -> None:
    root = ET.fromstring(FIGURES[name]())  # noqa: S314  it is our own
    kinds = {one.tag.rpartition("}")[2] for one in root}
    assert kinds <= {"rect", "polyline", "polygon", "ellipse", "text"}
    assert len(root) > 15
    assert all({one.get("fill"), one.get("stroke")} - {None, "none"} for one in root)


@pytest.mark.browser
async def test_a_browser_shows_the_drawing_as_telegram_does() -> None:
    path = browser_path()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=FLAGS)
        page = await browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        shots = {}
        for name in FIGURES:
            await page.goto((PICTURES / f"{name}.svg").as_uri())
            shots[name] = await page.screenshot()
        await browser.close()
    for name, shot in shots.items():
        with Image.open(io.BytesIO(shot)) as shown:
            assert difference(shown, drawn(name)) < IN_A_BROWSER, name


@pytest.mark.parametrize("name", FIGURES)
def test_nothing_runs_out_of_the_picture(name: str) -> None:
    image = drawn(name).convert("L")
    inner = image.crop((MARGIN, MARGIN, image.width - MARGIN, image.height - MARGIN))
    image.paste(255, (MARGIN, MARGIN, MARGIN + inner.width, MARGIN + inner.height))
    low, _ = image.getextrema()
    assert isinstance(low, int)
    assert low > 250


def test_words_on_a_picture_are_numbers_and_signs_that_every_font_has(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []
    monkeypatch.setattr(Brush, "text", lambda _self, _at, words, *_rest: written.append(words))
    for figure in FIGURES.values():
        figure()
    assert written
    assert all(words.isascii() and words.isprintable() for words in written)
    assert not [words for words in written if len(words.strip("0123456789 sx+.,")) > 0], "words stand in the message"


def test_every_picture_belongs_to_a_home_check_and_is_small(content: Content) -> None:
    assert content.pictures == set(FIGURES)
    assert content.pictures <= set(content.home_checks)
    assert all((PICTURES / f"{name}.png").stat().st_size < 40_000 for name in FIGURES)
