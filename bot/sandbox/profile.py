"""What the bot shows of itself: name, descriptions, commands and menu button, by language and chat."""

from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]
Scope = tuple[str, ...]


@dataclass
class Profile:
    """The bot's public face."""

    id: int
    username: str
    names: dict[str, str]
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    commands: dict[tuple[Scope, str], list[Json]] = field(default_factory=dict)
    menu_buttons: dict[int | None, Json] = field(default_factory=dict)

    def as_user(self) -> Json:
        """The JSON of the bot as a User."""
        return {"id": self.id, "is_bot": True, "first_name": self.names[""], "username": self.username}

    def commands_in(self, chat_id: int, language: str | None, *, group: bool) -> list[Json]:
        """The commands a person sees: the narrowest scope first, and in each the own language first."""
        scopes: list[Scope] = [
            ("chat", str(chat_id)),
            ("all_group_chats",) if group else ("all_private_chats",),
            ("default",),
        ]
        for scope in scopes:
            for code in (language or "", ""):
                if found := self.commands.get((scope, code)):
                    return found
        return []


def in_language(texts: dict[str, str], language: str | None) -> str:
    """A text of the profile in this language, else the one for everybody."""
    return texts.get(language or "") or texts.get("", "")
