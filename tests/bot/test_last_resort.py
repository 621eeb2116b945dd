"""When the content does not load, or not even the fallback can be read: the emergency card still answers."""

from pathlib import Path

import pytest

import bot.content
from bot.content import load_content
from bot.last_resort import FILE, HARD_CODED, LastResort, read_texts
from bot.sandbox import LocalBotApi
from flows.inputs import SOS, Choose, Say
from knowledge.issues import ContentError, Issue
from tests.bot.conftest import Running
from tests.bot.talks import says


def test_the_card_has_the_numbers_and_a_button_that_works_for_ever() -> None:
    (card,) = LastResort().reply.messages
    assert card.urgent
    for number in ("112", "911", "999"):
        assert number in card.text
    buttons = [button for row in card.rows for button in row]
    assert [button.copy for button in buttons if button.copy] == ["112", "911", "999"]
    assert buttons[-1].data == SOS.data


@pytest.mark.parametrize("broken", ["", "card: [", "card: 3", "nothing: here", "[]"])
def test_a_fallback_file_that_is_broken_leaves_the_hard_coded_line(tmp_path: Path, broken: str) -> None:
    file = tmp_path / "fallback.yaml"
    file.write_text(broken)
    assert read_texts(file).card == HARD_CODED
    assert read_texts(tmp_path / "not there.yaml").card == HARD_CODED


def test_every_text_of_the_fallback_file_is_there() -> None:
    texts = read_texts(FILE)
    assert all(getattr(texts, name) for name in texts.__struct_fields__)


@pytest.mark.parametrize(
    "error", [ContentError([Issue("knowledge/rules/signs.yaml", 3, "no such finding")]), KeyError("x")]
)
def test_content_that_does_not_load_is_told_to_the_operator(
    error: Exception, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(**_: object) -> None:
        raise error

    monkeypatch.setattr(bot.content, "load", fail)
    content = load_content()
    assert isinstance(content.talks, LastResort)
    told = capsys.readouterr().err
    assert "emergency card only" in told
    assert not isinstance(error, ContentError) or "knowledge/rules/signs.yaml:3: no such finding" in told


async def test_then_everything_is_answered_with_the_card(api: LocalBotApi, running: Running) -> None:
    ada = api.person()
    async with running(engine=LastResort()) as app:
        await ada.start()
        await ada.wait_until(says("112"))
        for text in ("hello", "/privacy"):
            before = len(ada.screen().messages)
            await ada.send(text)
            await ada.wait_until(lambda now, before=before: len(now.messages) == before + 2)  # type: ignore[misc]
        await ada.press("talk:sos")
        await ada.wait_reply()
        assert (await app.health())["content"] == "emergency card only"
    assert not api.refusals


def test_it_never_forgets_a_talk_that_is_held() -> None:
    resort = LastResort()
    for given in (Say("hello"), SOS, Choose(1, "pick", "mind", "x")):
        assert resort.step(None, given, 0.0) == (None, resort.reply)
