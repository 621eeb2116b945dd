"""Questions that were typed, and an ok that may be a yes or a no: it is said what can't be said, and asked again."""

from flows.definition import Node
from flows.session import Session
from flows.talk import Step, Talk
from flows.understanding import Understood
from flows.understanding.names.taking import asks_for_more, took_more


class TypedQuestions:
    """Answers what tells nothing of what was taken or of signs; nothing of it is noted."""

    def __init__(self, talk: Talk) -> None:
        """Keep the talk's parts."""
        self._talk = talk

    def vague(self, session: Session, node: Node | None, said: Understood) -> Step | None:
        """An ok where a yes or a no is wanted."""
        if said.answer != "ok" or node is None or not (session.simple or (node.option("yes") and node.option("no"))):
            return None
        return self._again(session, "talk.yes_or_no")

    def asked(self, session: Session, said: Understood) -> Step | None:
        """A question about a mix, or whether this is the illness."""
        if said.taken:
            return None
        if asks_for_more(said.plain) and not took_more(said.plain):
            return self._again(session, "talk.asked_more")
        planned = [one.said for one in said.substances if one.status == "planned"]
        planned += [one.said for one in said.doubts if one.status == "planned"]
        names = ", ".join(dict.fromkeys(planned))
        if names:
            return self._again(session, "talk.asked", names=names)
        return self._again(session, "talk.illness") if said.illness else None

    def _again(self, session: Session, key: str, **values: str) -> Step:
        return self._talk.show(session, notice=self._talk.words.say(key, **values), fresh=True)
