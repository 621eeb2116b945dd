"""What Telegram sends, read as a chat and an input."""

from typing import Any

import pytest
from telegram import Update

from bot.channels.telegram.updates import Came, Gone, InGroup, Inline, read
from flows.inputs import SOS, Choose, Command, Input, Say, Start, Unreadable

PRIVATE = {"id": 5, "type": "private", "first_name": "Ada"}
GROUP = {"id": -7, "type": "supergroup", "title": "Friends"}
ADA = {"id": 5, "is_bot": False, "first_name": "Ada", "language_code": "de-AT"}


def _read(**parts: Any) -> Came | InGroup | Gone | Inline | None:
    return read(Update.de_json({"update_id": 1, **parts}, None), "serobot")


def _message(chat: dict[str, Any] = PRIVATE, **content: Any) -> dict[str, Any]:
    return {"message_id": 9, "date": 1, "chat": chat, "from": ADA, **content}


def _tap(data: str | None, chat: dict[str, Any] = PRIVATE, **more: Any) -> dict[str, Any]:
    query = {"id": "q", "from": ADA, "chat_instance": "1", "message": _message(chat, text="a question"), **more}
    return query if data is None else {**query, "data": data}


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("he breathes weird", Say("he breathes weird")),
        ("/start", Start()),
        ("/start friend", Start("friend")),
        ("/START@serobot  sos ", Start("sos")),
        ("/sos", Command("sos")),
        ("/country New Zealand", Command("country", "New Zealand")),
        ("/country\nNorway", Command("country", "Norway")),
        ("/", Say("/")),
        ("/3 pills", Command("3", "pills")),
        ("/wéird", Say("/wéird")),
        ("// nothing", Say("// nothing")),
        ("help/sos", Say("help/sos")),
        ("half a \ud83d smile", Say("half a ? smile")),
    ],
)
def test_texts_and_commands(text: str, given: Input) -> None:
    assert _read(message=_message(text=text)) == Came(5, given, "de-AT")


@pytest.mark.parametrize(
    ("data", "given"),
    [
        ("3:pick:mind:sweating", Choose(3, "pick", "mind", "sweating")),
        (SOS.data, SOS),
        ("3:pick:muscles:rigidity=yes", Choose(3, "pick", "muscles", "rigidity=yes")),
        ("nonsense", Choose(0, "pick", "", "")),
        ("-1:pick:mind:x", Choose(0, "pick", "", "")),
        ("", Choose(0, "pick", "", "")),
        (None, Choose(0, "pick", "", "")),
    ],
)
def test_taps(data: str | None, given: Input) -> None:
    assert _read(callback_query=_tap(data)) == Came(5, given, "de-AT", "q", 9, 1.0)


def test_a_tap_on_a_message_that_is_gone() -> None:
    gone = {"message_id": 9, "date": 0, "chat": PRIVATE}
    assert _read(callback_query=_tap(SOS.data, message=gone)) == Came(5, SOS, "de-AT", "q", 9)
    assert _read(callback_query=_tap(SOS.data, message=None)) == Came(5, SOS, "de-AT", "q", 0)


def test_an_edited_text_is_said_to_be_one_and_other_edits_mean_nothing() -> None:
    assert _read(edited_message=_message(text="zoloft")) == Came(5, Say("zoloft", edited=True), "de-AT")
    moving = _message(location={"latitude": 1.0, "longitude": 1.0, "live_period": 60})
    assert _read(edited_message=moving) is None
    assert _read(edited_message=_message(GROUP, text="zoloft")) is None


def test_media() -> None:
    place = {"latitude": 1.0, "longitude": 1.0}
    assert _read(message=_message(location=place)) == Came(5, Unreadable("location"), "de-AT")
    assert _read(message=_message(dice={"emoji": "🎲", "value": 3})) == Came(5, Unreadable("other"), "de-AT")
    assert _read(message=_message(something_new={"a": 1})) == Came(5, Unreadable("other"), "de-AT")


def test_what_telegram_itself_writes_needs_no_answer() -> None:
    assert _read(message=_message(pinned_message=_message(text="x"))) is None


def test_groups() -> None:
    assert _read(message=_message(GROUP, text="/sos")) == InGroup(-7, sos=True, language="de-AT")
    assert _read(message=_message(GROUP, text="/start@SeroBot sos")) == InGroup(-7, sos=True, language="de-AT")
    assert _read(message=_message(GROUP, text="/help@SeroBot")) == InGroup(-7, language="de-AT")
    assert _read(message=_message(GROUP, text="/sos@otherbot")) is None
    assert _read(message=_message(GROUP, text="hello")) is None
    assert _read(callback_query=_tap(SOS.data, GROUP)) == InGroup(-7, sos=True, language="de-AT", query="q")


@pytest.mark.parametrize(("status", "gone"), [("kicked", Gone(5)), ("member", None)])
def test_who_blocks_the_bot_is_gone(status: str, gone: Gone | None) -> None:
    bot = {"id": 8, "is_bot": True, "first_name": "bot"}
    until = {"until_date": 0} if status == "kicked" else {}
    change = {"chat": PRIVATE, "from": ADA, "date": 1, "old_chat_member": {"user": bot, "status": "member"}}
    assert _read(my_chat_member={**change, "new_chat_member": {"user": bot, "status": status, **until}}) == gone


def test_without_a_language_it_is_english() -> None:
    nobody = {key: value for key, value in ADA.items() if key != "language_code"}
    assert _read(message={**_message(text="a"), "from": nobody}) == Came(5, Say("a"), "en")


@pytest.mark.parametrize("odd", ["5", None, True, {}, 1.5])
def test_a_shape_that_telegram_never_sends_is_refused(odd: object) -> None:
    with pytest.raises(TypeError):
        _read(message=_message({"id": odd, "type": "private"}, text="hello"))
    with pytest.raises(TypeError):
        _read(callback_query=_tap("7:pick:a:b", message={**_message(text="x"), "message_id": odd}))
