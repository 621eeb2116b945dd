"""What the bot says: the engine with the shipped content, or the emergency card when that can't be used."""

import sys
from typing import NamedTuple

from bot.channels.telegram.profile import Profile, profile_of
from bot.last_resort import LastResort
from bot.log import place_of
from bot.steps import Talks
from flows.engine import load
from knowledge.issues import ContentError
from knowledge.wording import Wording


class Content(NamedTuple):
    """What the bot says: the engine, and the profile when the content has one."""

    talks: Talks
    profile: Profile | None


def load_content(country: str = "") -> Content:
    """The engine; when the content does not load, the emergency card alone, and the operator is told why."""
    try:
        return Content(load(default_country=country), profile_of(Wording()))
    except ContentError as error:
        for issue in error.issues:
            sys.stderr.write(f"{issue}\n")
    except Exception as error:  # noqa: BLE001  whatever is wrong with the content, 🆘 must answer
        # The text of this error quotes content, never a person.
        sys.stderr.write(f"{place_of(error)}: {error}\n")
    sys.stderr.write("The content can't be used: the bot runs with the emergency card only. Run: serocheck check\n")
    return Content(LastResort(), None)
