"""What comes in: a tap, words, a command, the start of a talk, something we can't read, or a time that has come."""

from msgspec import Struct

_MOST_DIGITS = 12  # of the second a talk began


class Start(Struct, frozen=True):
    """The person opened the chat or sent /start.

    Attributes:
        payload: what a deep link carried: "", "sos", "friend", ...
    """

    payload: str = ""


class Choose(Struct, frozen=True):
    """A button was tapped.

    Attributes:
        talk: the talk the button belongs to; 0 for buttons that work for ever.
        act: pick, told (pick, after something was typed that is not stored yet), on, off or do.
        node: the node the button belongs to, "talk" for the buttons that every screen carries.
        option: the option.
    """

    talk: int
    act: str
    node: str
    option: str

    @property
    def data(self) -> str:
        """The callback data: `talk:act:node:option`, at most 64 bytes."""
        return f"{self.talk}:{self.act}:{self.node}:{self.option}"

    @classmethod
    def read(cls, data: str) -> "Choose | None":
        """The choice in callback data, or None when it is not ours."""
        match data.split(":", maxsplit=3):
            case [talk, act, node, option] if talk.isdigit() and len(talk) <= _MOST_DIGITS:
                return cls(int(talk), act, node, option)
        return None


class Say(Struct, frozen=True):
    """Words were typed.

    Attributes:
        text: the words.
        edited: an earlier message was changed to them.
    """

    text: str
    edited: bool = False


class Command(Struct, frozen=True):
    """A command such as /privacy.

    Attributes:
        name: without the slash.
        argument: the words after it.
    """

    name: str
    argument: str = ""


class Unreadable(Struct, frozen=True):
    """Something that is not text.

    Attributes:
        kind: photo, voice, sticker, file, location or other.
    """

    kind: str


class Due(Struct, frozen=True):
    """The time of a follow-up has come; it is the clock that gives this, never a person.

    Attributes:
        kind: that of what was planned.
        planned_at: the second it was planned for.
    """

    kind: str
    planned_at: float


Input = Start | Choose | Say | Command | Unreadable | Due
SOS = Choose(0, "do", "talk", "sos")
