"""A reply with a note of our own: that something was late, or can't be kept."""

from msgspec.structs import replace

from flows.reply import Message, Reply

_LIMIT = 4096


def noted(reply: Reply, note: str, *, first: bool = False) -> Reply:
    """The reply with the note in its last message (or first), or in one of its own when there is no room."""
    if not note or not reply.messages:
        return reply
    at = 0 if first else len(reply.messages) - 1
    message = reply.messages[at]
    text = f"{note}\n\n{message.text}" if first else f"{message.text}\n\n{note}"
    if len(text.encode("utf-16-le")) // 2 > _LIMIT:
        extra = Message(note, stays=True)
        return replace(reply, messages=(extra, *reply.messages) if first else (*reply.messages, extra))
    changed = replace(message, text=text)
    return replace(reply, messages=(*reply.messages[:at], changed, *reply.messages[at + 1 :]))
