"""The methods of the Bot API that the sandbox plays, one function each."""

from bot.sandbox.methods import chats, commands, media, messages, profile, queries, updates

#: By name in small letters: Telegram does not mind how a method is spelt.
METHODS = {
    name.lower(): method
    for module in (chats, commands, media, messages, profile, queries, updates)
    for name, method in module.METHODS.items()
}
