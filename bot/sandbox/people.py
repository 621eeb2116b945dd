"""A person with a phone: says, taps, edits and blocks."""

from typing import Any

from bot.sandbox import limits, screen
from bot.sandbox.chats import Account, Chat, Message
from bot.sandbox.entities import found
from bot.sandbox.groups import bot_sees, tell_membership
from bot.sandbox.keyboard import buttons, find_button
from bot.sandbox.markup import Marked
from bot.sandbox.onlooker import PATIENCE, Onlooker
from bot.sandbox.screen import Seen
from bot.sandbox.stand_ins import STAND_INS
from bot.sandbox.world import World

Json = dict[str, Any]


class Person(Onlooker):
    """Somebody in one chat with the bot; `at` gives the same person in another."""

    def __init__(self, world: World, account: Account, chat: Chat) -> None:
        super().__init__(chat, account)
        #: What a copy button copied last, and where a link button led last.
        self.clipboard = ""
        self.opened = ""
        self._world = world

    def at(self, chat: Chat) -> "Person":
        """The same person in another chat."""
        return Person(self._world, self.account, chat)

    async def send(self, text: str, *, reply_to: Seen | int | None = None) -> Seen:
        """Write something, ValueError when that is nothing.

        As on a phone, a text that is too long goes out in pieces; the last one is returned.
        """
        text = text.strip()
        if not text:
            raise ValueError("a phone does not send an empty message")
        pieces = [text[start : start + limits.TEXT] for start in range(0, len(text), limits.TEXT)]
        for piece in pieces:
            said = self._say(self._text(piece), reply_to)
        return said

    async def start(self, payload: str = "") -> Seen:
        """Tap START, or open a deep link that carries a payload; ValueError when no link can carry it."""
        if payload and not limits.is_start_payload(payload):
            raise ValueError(f"no deep link can carry {payload!r}")
        return await self.send(f"/start {payload}")

    async def send_stand_in(self, kind: str, caption: str = "") -> Seen:
        """Send a picture, voice, sticker, place or the like."""
        content = STAND_INS[kind](self._world.files)
        return self._say({**content, "caption": caption} if caption else content)

    async def photo(self, caption: str = "") -> Seen:
        """Send a picture."""
        return await self.send_stand_in("photo", caption)

    async def voice(self) -> Seen:
        """Send a voice message."""
        return await self.send_stand_in("voice")

    async def sticker(self) -> Seen:
        """Send a sticker."""
        return await self.send_stand_in("sticker")

    async def location(self) -> Seen:
        """Send a place."""
        return await self.send_stand_in("location")

    async def contact(self) -> Seen:
        """Send somebody's card."""
        return await self.send_stand_in("contact")

    async def document(self, caption: str = "") -> Seen:
        """Send a file."""
        return await self.send_stand_in("document", caption)

    async def edit(self, message: Seen | int, text: str) -> Seen:
        """Change what was written; ValueError when it is no text of theirs."""
        old = self.chat.messages[_id(message)]
        if old.body["from"]["id"] != self.account.id or "text" not in old.body:
            raise ValueError("only an own text can be edited")
        kept = {name: value for name, value in old.body.items() if name != "entities"}
        body = {**kept, **self._text(text.strip()), "edit_date": self._world.now()}
        self.turn_to_bot()
        self.chat.replace(old, body, by_bot=False)
        if bot_sees(self._world, self.chat, old.body):
            self._world.updates.add("edited_message", old.body, self.chat.id)
        return screen.seen(old)

    async def press(self, wanted: str) -> None:
        """Tap the newest button with this label, or whose callback data is `wanted` or ends in `:wanted`.

        Raises:
            LookupError: naming the buttons there are; so with the two below.
        """
        for message in reversed(self.chat.messages.values()):
            if button := find_button(message.keyboard, wanted):
                return self._tap(message.body, button)
        labels = [button["text"] for message in self.chat.messages.values() for button in buttons(message.keyboard)]
        raise LookupError(f"no button {wanted!r}; there are {labels}")

    async def press_old(self, message: Seen | int, wanted: str) -> None:
        """Tap a button of this message, even one it no longer has: a phone that was slow may still show it."""
        there = self.chat.messages[_id(message)]
        for keyboard in (there.keyboard, *reversed(there.past_keyboards)):
            if button := find_button(keyboard, wanted):
                return self._tap(there.body, button)
        raise LookupError(f"message {_id(message)} never had a button {wanted!r}")

    async def press_deleted(self, message: Seen, wanted: str) -> None:
        """Tap a button of a message that has been deleted meanwhile."""
        for button in (one for row in message.buttons for one in row):
            if wanted in {button.label, button.data} and button.data:
                gone = {"message_id": message.id, "date": 0, "chat": self.chat.as_chat()}
                return self._tap(gone, {"callback_data": button.data})
        raise LookupError(f"message {message.id} had no button {wanted!r}")

    async def inline(self, query: str, seconds: float = PATIENCE) -> Json:
        """Type `@bot query` in some chat; what the bot answered: `results` and perhaps a `button`."""
        asked = self._world.queries.ask("inline", self.account.id, self.chat.id, self._world.clock())
        body = {"id": asked.id, "from": self.account.as_user(), "query": query, "offset": "", "chat_type": "sender"}
        self._world.updates.add("inline_query", body, self.account.id)
        return await self._world.queries.bell.until(lambda: asked.answer, seconds)

    async def choose(self, result: Json) -> Seen:
        """Send a result of an inline query."""
        return self._say({**result["message"], "via_bot": self._world.profile.as_user()})

    async def block(self) -> None:
        """Block the bot."""
        tell_membership(self._world, self.chat, self.account, there=False)

    async def unblock(self) -> None:
        """Let the bot write again."""
        tell_membership(self._world, self.chat, self.account, there=True)

    def _text(self, text: str) -> Json:
        marked = found(Marked(text, []))
        return {"text": text, "entities": marked.entities} if marked.entities else {"text": text}

    def _say(self, content: Json, reply_to: Seen | int | None = None) -> Seen:
        if self.chat.blocked:
            raise ValueError("unblock the bot first")
        body = {**self._world.new_message(self.account.as_user()), **content}
        if reply_to is not None:
            answered = self.chat.messages[_id(reply_to)].body
            body["reply_to_message"] = {k: v for k, v in answered.items() if k != "reply_to_message"}
        self.turn_to_bot()
        self.chat.started = True
        message: Message = self.chat.add(body, by_bot=False)
        if bot_sees(self._world, self.chat, message.body):
            self._world.updates.add("message", message.body, self.chat.id)
        return screen.seen(message)

    def _tap(self, body: Json, button: Json) -> None:
        self.turn_to_bot()
        if "copy_text" in button:
            self.clipboard = button["copy_text"]["text"]
        elif "url" in button:
            self.opened = button["url"]
        elif "callback_data" in button:
            now, me, chat = self._world.clock(), self.account.id, self.chat.id
            query = self._world.queries.ask("callback", me, chat, now, body["message_id"])
            asked = {"id": query.id, "from": self.account.as_user(), "message": body, "chat_instance": str(-chat)}
            self._world.updates.add("callback_query", {**asked, "data": button["callback_data"]}, chat)
        else:
            raise LookupError(f"the button {button['text']!r} asks for an inline query: use `inline`")


def _id(message: Seen | int) -> int:
    return message if isinstance(message, int) else message.id
