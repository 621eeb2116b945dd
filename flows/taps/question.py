"""Taps on a question: an option picked, ticked or unticked, a row of a grid, Next or none of these."""

from msgspec.structs import replace

from flows.definition import Node
from flows.inputs import Choose
from flows.reopening import asked_after_all
from flows.session import TYPED, Answer, Session
from flows.talk import Step, Talk


class QuestionTaps:
    """Answers taps on the question that is on the screen."""

    def __init__(self, talk: Talk) -> None:
        """Keep the talk's parts."""
        self._talk = talk

    def tap(self, session: Session, node: Node, choice: Choose) -> Step:
        """What the tap does to the question."""
        match choice.act, choice.option:
            case ("on" | "off") as act, option if node.option(option) and node.kind in {"many", "substances"}:
                kept = tuple(one for one in session.draft if one != option)
                about = tuple(one for one in session.about if one != option)
                return self._talk.show(replace(session, draft=(*kept, option) if act == "on" else kept, about=about))
            case "off", option if node.kind == "substances" and option.startswith(TYPED):
                kept_taken = tuple(one for one in session.draft_taken if one.key != option)
                return self._talk.show(replace(session, draft_taken=kept_taken))
            case "do", ("next" | "none") as send if node.kind in {"many", "grid", "substances"}:
                return self._send(session, node, send)
            case "pick", "other" if node.kind == "danger":
                subject = "them" if session.subject == "you" else "you"
                return self._talk.show(replace(session, subject=subject))
            case "pick", option if node.kind == "grid":
                return self._grid(session, node, option)
            case (("pick" | "told"), option) if node.option(option) and node.kind == "danger":
                return self._talk.show(self._danger(session, option))
            case "pick", option if node.option(option) and node.kind == "one":
                return self._talk.show(answered(session, node, Answer(node.id, (option,))))
            case "pick", ("none" | "unsure") as alone if node.kind == "substances":
                ticks = node.ticks(session.draft)
                picks = ticks if alone == "none" else (*ticks, alone)
                return self._talk.show(answered(session, node, Answer(node.id, picks or (alone,), session.draft_taken)))
        return self._talk.stale(session)

    def _danger(self, session: Session, option: str) -> Session:
        """The danger screen has no ticks of its own: what is ticked is of the question behind it."""
        after = answered(session, self._talk.flow.node("danger"), Answer("danger", (option,)))
        return asked_after_all(after, self._talk.flow)

    def _send(self, session: Session, node: Node, send: str) -> Step:
        words = self._talk.words
        if node.kind == "grid":
            ticks = node.ticks(session.draft)
            rows = {pick.partition("=")[0] for pick in ticks}
            if send == "next" and not rows.issuperset(node.rows):
                return self._talk.show(session, toast=words.say("talk.tap_each_row"))
            rest = tuple(f"{row}=no" for row in node.rows if row not in rows)
            return self._talk.show(answered(session, node, Answer(node.id, (*ticks, *rest))))
        if node.kind == "substances" and not (node.ticks(session.draft) or session.draft_taken):
            return self._talk.show(session, toast=words.say("talk.choose_first"))
        return self._talk.show(with_drafted(session, node))

    def _grid(self, session: Session, node: Node, option: str) -> Step:
        row, _, level = option.partition("=")
        if row not in node.rows or level not in {"yes", "no", "unsure"}:
            return self._talk.stale(session)
        draft = (*(pick for pick in session.draft if pick.partition("=")[0] != row), option)
        ticks, before = node.ticks(draft), node.ticks(session.draft)
        if len(before) < len(ticks) == len(node.rows):  # one answered before waits for Next: more may be wrong
            return self._talk.show(answered(session, node, Answer(node.id, ticks)))
        return self._talk.show(replace(session, draft=draft))


def with_drafted(session: Session, node: Node) -> Session:
    """The session with what is ticked and typed at the question as its answer."""
    taken = session.draft_taken if node.kind == "substances" else ()
    return answered(session, node, Answer(node.id, node.ticks(session.draft), taken))


def answered(session: Session, node: Node, answer: Answer) -> Session:
    """The session with the answer; what was ticked at another question, which came in between, stays ticked."""
    return session.with_answer(answer, node.ticks(session.draft))
