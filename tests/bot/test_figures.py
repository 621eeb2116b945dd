"""The pictures of the home checks: fresh, inside their frame, and without a letter that the font lacks."""

import pytest
from PIL import Image, ImageChops, ImageFont, ImageStat

from bot.cards.drawn import PICTURES
from bot.figures import FIGURES
from bot.figures.brush import Brush
from knowledge.content import Content

ALLOWED_DIFFERENCE = 3.0  # of 255 a pixel: other versions of the library smooth a little differently
MARGIN = 6  # pixels


@pytest.mark.parametrize("name", FIGURES)
def test_the_picture_in_the_content_is_the_one_that_is_drawn(name: str) -> None:
    with Image.open(PICTURES / f"{name}.png") as kept:
        difference = ImageChops.difference(kept.convert("RGB"), FIGURES[name]().convert("RGB"))
    assert max(ImageStat.Stat(difference).mean) < ALLOWED_DIFFERENCE, "run `make pictures`"


@pytest.mark.parametrize("name", FIGURES)
def test_nothing_runs_out_of_the_picture(name: str) -> None:
    image = FIGURES[name]().convert("L")
    inner = image.crop((MARGIN, MARGIN, image.width - MARGIN, image.height - MARGIN))
    image.paste(255, (MARGIN, MARGIN, MARGIN + inner.width, MARGIN + inner.height))
    low, _ = image.getextrema()
    assert isinstance(low, int)
    assert low > 250


def test_every_sign_on_a_picture_is_in_the_font(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []
    monkeypatch.setattr(Brush, "text", lambda _self, _at, words, *_rest: written.append(words))
    for figure in FIGURES.values():
        figure()
    font = ImageFont.load_default(40)
    assert isinstance(font, ImageFont.FreeTypeFont)
    missing = bytes(font.getmask("\uffff"))

    assert written
    assert not [sign for words in written for sign in words if sign != " " and bytes(font.getmask(sign)) == missing]


def test_every_picture_belongs_to_a_home_check_and_is_small(content: Content) -> None:
    assert content.pictures == set(FIGURES)
    assert content.pictures <= set(content.home_checks)
    assert all((PICTURES / f"{name}.png").stat().st_size < 40_000 for name in FIGURES)
