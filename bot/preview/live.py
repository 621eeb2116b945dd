"""The engine of a running preview, which can be swapped for one with newer content between two steps."""

from msgspec.structs import replace

from bot.last_resort import LastResort
from flows.engine import Engine
from flows.inputs import Command, Input
from flows.reply import Reply
from flows.session import Session

AGAIN = Command("preview_again")  # shows the present screen once more; only the preview sends it


class Live:
    """Passes talks on to the engine with the last good content; before there is any, to the emergency card."""

    def __init__(self) -> None:
        self.engine: Engine | None = None
        self.content_version = LastResort.content_version
        self._last_resort = LastResort()

    def swap(self, engine: Engine) -> None:
        """From the next step on another engine answers."""
        self.engine, self.content_version = engine, engine.content_version

    def step(
        self, session: Session | None, given: Input, now: float, language: str = "en"
    ) -> tuple[Session | None, Reply]:
        """One turn of a talk."""
        if self.engine is None:
            return self._last_resort.step(session, given, now, language)
        if given == AGAIN:
            if session is None:
                return None, Reply()
            return self.engine.talk.show(replace(session, told="", at=now), fresh=True)
        return self.engine.step(session, given, now, language)

    def present(self, session: Session | None, language: str = "en") -> Reply:
        """Where a talk is, once more."""
        return (self.engine or self._last_resort).present(session, language)
