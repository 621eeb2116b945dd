"""Methods about the bot itself: its name and what it says of itself."""

from typing import Any

from bot.sandbox import limits
from bot.sandbox.methods.asked import Asked, Method
from bot.sandbox.profile import in_language
from bot.sandbox.refusals import bad_request
from bot.sandbox.world import World

Json = dict[str, Any]


class Nothing(Asked, frozen=True):
    """No parameters at all."""


class Language(Asked, frozen=True):
    """Which language's text."""

    language_code: str = ""


class SetMyName(Language, frozen=True):
    """The bot's name in one language."""

    name: str = ""


class SetMyDescription(Language, frozen=True):
    """What an empty chat shows."""

    description: str = ""


class SetMyShortDescription(Language, frozen=True):
    """What the bot's profile shows."""

    short_description: str = ""


def get_me(world: World, _: Nothing) -> Json:
    """Who the bot is."""
    abilities = {"can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": True}
    return {**world.profile.as_user(), **abilities, "can_connect_to_business": False, "has_main_web_app": False}


def set_my_name(world: World, asked: SetMyName) -> bool:
    """Rename the bot."""
    # Without a name of its own a language shows the general one, which cannot be taken away.
    if asked.name or asked.language_code:
        _set(world, world.profile.names, asked.language_code, asked.name, limits.NAME)
    return True


def set_my_description(world: World, asked: SetMyDescription) -> bool:
    """Change what an empty chat shows."""
    return _set(world, world.profile.descriptions, asked.language_code, asked.description, limits.DESCRIPTION)


def set_my_short_description(world: World, asked: SetMyShortDescription) -> bool:
    """Change what the profile shows."""
    texts = world.profile.short_descriptions
    return _set(world, texts, asked.language_code, asked.short_description, limits.SHORT_DESCRIPTION)


def get_my_name(world: World, asked: Language) -> Json:
    """The bot's name."""
    return {"name": in_language(world.profile.names, asked.language_code)}


def get_my_description(world: World, asked: Language) -> Json:
    """What an empty chat shows."""
    return {"description": in_language(world.profile.descriptions, asked.language_code)}


def get_my_short_description(world: World, asked: Language) -> Json:
    """What the profile shows."""
    return {"short_description": in_language(world.profile.short_descriptions, asked.language_code)}


def _set(world: World, texts: dict[str, str], language: str, text: str, most: int) -> bool:
    limits.check_language(language)
    if limits.length(text) > most:
        raise bad_request(f"text is longer than {most} characters")
    texts[language] = text
    world.changes.publish("profile")
    return True


METHODS = {
    "getMe": Method(Nothing, get_me),
    "setMyName": Method(SetMyName, set_my_name),
    "getMyName": Method(Language, get_my_name),
    "setMyDescription": Method(SetMyDescription, set_my_description),
    "getMyDescription": Method(Language, get_my_description),
    "setMyShortDescription": Method(SetMyShortDescription, set_my_short_description),
    "getMyShortDescription": Method(Language, get_my_short_description),
}
