"""Methods about the command menu: its lines, and the button that opens it."""

from typing import Any

from bot.sandbox import limits
from bot.sandbox.methods.asked import Asked, ChatId, Method
from bot.sandbox.methods.profile import Language
from bot.sandbox.profile import Scope
from bot.sandbox.refusals import bad_request
from bot.sandbox.world import World

Json = dict[str, Any]


class CommandScope(Asked, frozen=True):
    """Where commands are shown."""

    type: str
    chat_id: ChatId | None = None


class BotCommand(Asked, frozen=True):
    """One line of the command menu."""

    command: str
    description: str


class MyCommands(Language, frozen=True):
    """Which commands: those of a scope and a language."""

    scope: CommandScope = CommandScope("default")


class SetMyCommands(MyCommands, frozen=True):
    """The command menu."""

    commands: list[BotCommand] | None = None


class MenuButton(Asked, frozen=True):
    """What the button beside the text field opens."""

    type: str


class SetChatMenuButton(Asked, frozen=True):
    """The menu button of one chat, or of all."""

    chat_id: ChatId | None = None
    menu_button: MenuButton = MenuButton("default")


class GetChatMenuButton(Asked, frozen=True):
    """Which chat's menu button."""

    chat_id: ChatId | None = None


def set_my_commands(world: World, asked: SetMyCommands) -> bool:
    """Write the command menu."""
    if asked.commands is None:
        raise bad_request("parameter commands is required")
    if len(asked.commands) > limits.COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    limits.check_language(asked.language_code)
    for one in asked.commands:
        limits.check_command(one.command, one.description)
    listed = [{"command": one.command, "description": one.description} for one in asked.commands]
    world.profile.commands[_scope(world, asked.scope), asked.language_code] = listed
    world.changes.publish("profile")
    return True


def get_my_commands(world: World, asked: MyCommands) -> list[Json]:
    """Read the command menu."""
    return world.profile.commands.get((_scope(world, asked.scope), asked.language_code), [])


def delete_my_commands(world: World, asked: MyCommands) -> bool:
    """Take the command menu away."""
    world.profile.commands.pop((_scope(world, asked.scope), asked.language_code), None)
    world.changes.publish("profile")
    return True


def set_chat_menu_button(world: World, asked: SetChatMenuButton) -> bool:
    """Say what the menu button opens: the commands, or whatever is usual, which is the commands as well."""
    if asked.menu_button.type not in {"commands", "default"}:
        raise bad_request("the sandbox has only the menu buttons 'commands' and 'default'")
    chat_id = None if asked.chat_id is None else world.chat(asked.chat_id).id
    world.profile.menu_buttons[chat_id] = {"type": asked.menu_button.type}
    return True


def get_chat_menu_button(world: World, asked: GetChatMenuButton) -> Json:
    """What the menu button opens."""
    chat_id = None if asked.chat_id is None else world.chat(asked.chat_id).id
    general = world.profile.menu_buttons.get(None, {"type": "default"})
    return world.profile.menu_buttons.get(chat_id, general)


def _scope(world: World, scope: CommandScope) -> Scope:
    if scope.type == "chat" and scope.chat_id is not None:
        return ("chat", str(world.chat(scope.chat_id).id))
    if scope.type not in {"default", "all_private_chats", "all_group_chats"}:
        raise bad_request(f"the sandbox has no command scope {scope.type!r}")
    return (scope.type,)


METHODS = {
    "setMyCommands": Method(SetMyCommands, set_my_commands),
    "getMyCommands": Method(MyCommands, get_my_commands),
    "deleteMyCommands": Method(MyCommands, delete_my_commands),
    "setChatMenuButton": Method(SetChatMenuButton, set_chat_menu_button),
    "getChatMenuButton": Method(GetChatMenuButton, get_chat_menu_button),
}
