"""A grammar of updates that nobody should send: hostile, huge, half, and now and then a sensible one."""

import random
from typing import Any

_ODD: tuple[Any, ...] = (
    None, True, -1, 0, 2**63, 1e308, "", "x" * 5000, "\ud83d", [], {}, [[]], {"id": {}}, "private", "\u0000",
    "🆘" * 2000, "/" * 500, "0:do:talk:sos", "9:pick:::::", "999999999999:a:b:c",
)  # fmt: skip
_WORDS = (
    "kratom", "zoloft", "sertralin", "Prozak", "mdma", "molly", "tramadol", "took", "he", "she", "not", "no", "never",
    "shaking", "sweating", "cant", "breathe", "is", "my", "friend", "dog", "yesterday", "hours", "ago", "50", "mg",
    "39.4", "f", "bp", "180/110", "pulse", "140", "kill", "myself", "die", "help", "what", "?", "??", "!!!", ".",
    "🆘", "ё", "ß", "ﷺ", "\u202e", "\u200b", "e\u0301" * 20, "<b>", "&amp;", "</i>", "'; DROP TABLE chats; --", "{}",
    "%s", "\\", "\n", "\t", "0", "1e999", "٣", "１２", "and", "with", "plus", "or", "then", "back", "next", "stop",
    "aaaaaaaa", "serotonin", "syndrome", "blue", "pill", "unknown", "powder", "o" * 80,
)  # fmt: skip
_COMMANDS = (
    "start", "sos", "back", "card", "country", "delete", "help", "privacy", "settings", "check", "learn", "simple",
    "nonsense", "x" * 32, "start@other_bot",
)  # fmt: skip
_NODES = (
    "danger", "substances", "mood_medicine", "taken", "person", "mind", "confusion", "body", "heat", "muscles", "ankle",
    "eyes", "reflexes", "stiffness", "course", "danger_which", "talk", "meant", "country", "change", "", "ü" * 10,
)  # fmt: skip
_OPTIONS = (
    "yes", "no", "unsure", "none", "next", "kratom", "sweating", "restlessness", "other", "back", "card", "delete_yes",
    "why", "worse", "start_again", "new_person", "0", "99", "sweating=yes", "=", ":", "sos",
)  # fmt: skip
_MEDIA = ("photo", "voice", "sticker", "document", "location", "contact", "video", "dice", "poll", "pinned_message")
_CHATS = 400


class Nonsense:
    """Makes updates."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance

    def update(self, number: int) -> dict[str, Any]:
        """One update."""
        draw = self._chance.random()
        if draw < 0.45:
            body = {"message": self._message(number)}
        elif draw < 0.85:
            body = {"callback_query": self._tap(number)}
        elif draw < 0.92:
            body = {"edited_message": {**self._message(number), "edit_date": 2}}
        else:
            body = self._other(number)
        if self._chance.random() < 0.15:
            body = {kind: self._spoilt(part) for kind, part in body.items()}
        return {"update_id": number, **body}

    def _message(self, number: int) -> dict[str, Any]:
        account = self._chance.randrange(1, _CHATS) + 700_000_000
        message: dict[str, Any] = {
            "message_id": number, "date": 1_800_000_000, "chat": {"id": account, "type": "private", "first_name": "F"},
            "from": {"id": account, "is_bot": False, "first_name": "F", "language_code": self._language()},
        }  # fmt: skip
        draw = self._chance.random()
        if draw < 0.12:
            message[self._chance.choice(_MEDIA)] = self._chance.choice(([], {}, [{"file_id": "1"}], {"file_id": "1"}))
            return message
        message["text"] = self._command() if draw < 0.3 else self._text()
        return message

    def _text(self) -> str:
        draw = self._chance.random()
        if draw < 0.03:
            return (self._chance.choice(_WORDS) + self._chance.choice(("", " ", "\n"))) * 4096
        if draw < 0.1:
            return "".join(chr(self._chance.randrange(1, 0xD7FF)) for _ in range(self._chance.randrange(1, 200)))
        most = 400 if draw < 0.13 else 12
        return " ".join(self._chance.choices(_WORDS, k=self._chance.randrange(1, most)))[:4096] or "x"

    def _command(self) -> str:
        return f"/{self._chance.choice(_COMMANDS)} {self._chance.choice(('', '', self._text()[:200]))}"

    def _tap(self, number: int) -> dict[str, Any]:
        account = self._chance.randrange(1, _CHATS) + 700_000_000
        message = {
            "message_id": max(1, number - self._chance.randrange(50)),
            "date": 0,
            "chat": {"id": account, "type": "private"},
        }
        talk = self._chance.choice(("0", "1", "1800000000", "99999999999999", "-1", "x"))
        act = self._chance.choice(("pick", "on", "off", "do", "eat"))
        data = f"{talk}:{act}:{self._chance.choice(_NODES)}:{self._chance.choice(_OPTIONS)}"
        sender = {"id": account, "is_bot": False, "first_name": "F", "language_code": self._language()}
        return {"id": str(number), "from": sender, "message": message, "chat_instance": "1", "data": data[:64]}

    def _other(self, number: int) -> dict[str, Any]:
        account = {"id": self._chance.randrange(1, _CHATS) + 700_000_000, "is_bot": False, "first_name": "F"}
        chat, group = {"id": account["id"], "type": "private"}, {"id": -5, "type": "group"}
        return self._chance.choice((
            {"inline_query": {"id": str(number), "from": account, "query": self._text(), "offset": ""}},
            {"my_chat_member": {"chat": chat, "from": account, "date": 1, "new_chat_member": {"status": "kicked"}}},
            {"channel_post": {"message_id": 1, "date": 1, "chat": {"id": -9, "type": "channel"}, "text": "x"}},
            {"message": {"message_id": 1, "date": 1, "chat": group, "from": account, "text": "/sos"}},
            {"unheard_of": {"a": [1, 2, 3]}}, {"message": self._chance.choice(_ODD)}, {},
        ))  # fmt: skip

    def _language(self) -> Any:
        return self._chance.choice(("en", "de", "pt-br", None, "xx", "", "e" * 40))

    def _spoilt(self, value: Any) -> Any:
        """The same with something odd somewhere."""
        if self._chance.random() < 0.08:
            return self._chance.choice(_ODD)
        if isinstance(value, dict):
            kept = {key: self._spoilt(part) for key, part in value.items() if self._chance.random() > 0.04}
            return {**kept, "novelty": 1} if self._chance.random() < 0.05 else kept
        return [self._spoilt(part) for part in value] if isinstance(value, list) else value
