"""Options typed instead of tapped: a label, its number, or yes, no, not sure."""

from msgspec.structs import replace

from flows.definition import Node
from flows.inputs import Choose
from flows.session import Session
from flows.talk import Step, Talk
from flows.taps import Taps
from flows.typed.commands import ask_danger
from flows.understanding import Understood
from knowledge.text import normal

LISTS = frozenset({"many", "substances", "grid"})


class TypedOptions:
    """Finds the option that words stand for, and taps it."""

    def __init__(self, talk: Talk, taps: Taps) -> None:
        """Keep the talk's parts."""
        self._talk, self._taps = talk, taps

    def answer(self, session: Session, node: Node | None, said: Understood) -> Step | None:
        """What the option does; None when the words are none of the screen."""
        if node is None:
            return None
        if node.kind in LISTS and (said.command == "next" or said.answer == "no"):
            send = "none" if said.answer == "no" and not node.ticks(session.draft) else "next"
            act = "pick" if node.kind == "substances" and send == "none" else "do"
            if node.kind == "grid":
                send = "none"
            return self._tap(session, Choose(session.talk, act, node.id, send))
        wanted = {normal(self._talk.screens.label(node, one.id)): one.id for one in node.options}
        wanted |= {word: word for word in ("yes", "no", "unsure") if node.option(word)}
        if node.kind == "danger":
            wanted["unsure"] = "yes"  # as the button says: yes, or not sure
        option = wanted.get(said.plain) or wanted.get(said.answer)
        if option is None and said.plain.isdigit():
            number = int(said.plain)
            if 1 < number <= len(node.lines):  # a danger sign of the list, perhaps: never the button that says no
                return ask_danger(session, said.plain, self._talk)
            option = node.options[number - 1].id if 0 < number <= len(node.options) else None
        if option is None or (node.kind == "substances" and said.taken):
            return None
        act = "on" if node.kind in {"many", "substances"} and option not in {"none", "unsure"} else "pick"
        return self._tap(session, Choose(session.talk, act, node.id, option))

    def _tap(self, session: Session, choice: Choose) -> Step:
        """The tap; its screen comes below what was typed."""
        after, reply = self._taps.tap(session, choice)
        messages = tuple(one if one.stays else replace(one, fresh=True) for one in reply.messages)
        return after, replace(reply, messages=messages)
