"""A node as a screen: its text, its buttons, and what is chosen so far."""

import html
from collections.abc import Iterable

from flows.definition import Flow, Node, Option
from flows.inputs import SOS, Choose
from flows.reply import Button, Message
from flows.session import Answer, Session
from flows.whom_to_call import WhomToCall
from knowledge.content import Content
from knowledge.wording import Wording

LABEL_LIMIT = 24
MOST_TYPED = 12  # names that were typed, as buttons
LEVELS = ("yes", "no", "unsure")
EXCLUSIVE = frozenset({"none", "unsure"})  # options of the substance screen that stand alone


class Screens:
    """Draws nodes with the words of one locale."""

    def __init__(self, flow: Flow, content: Content, words: Wording, calls: WhomToCall) -> None:
        """Keep what is needed to draw."""
        self._flow, self._content, self._words, self._calls = flow, content, words, calls

    def node(self, node: Node, session: Session) -> Message:
        """The screen of a node as the session stands."""
        parts = [self._progress(node, session), self._question(node, session)]
        if node.kind in {"many", "substances"}:
            parts.append(self._chosen(node, session))
        if node.kind == "grid":
            parts.append(self._grid_lines(node, session))
        rows = self._rows(node, session)
        beside = self._beside(node, session)
        if beside:
            parts.append(self._question(beside, session))
            rows += _paired(self.option_button(beside, one, session) for one in beside.options)
        return Message("\n\n".join(part for part in parts if part), (*rows, self.last_row(session)))

    def last_row(self, session: Session) -> tuple[Button, ...]:
        """What every screen carries: help, and the way back when there is one."""
        sos = Button(self._words.say("buttons.sos"), data=SOS.data, style="danger")
        if not session.answers and session.interruption is None:
            return (sos,)
        return (sos, Button(self._words.say("buttons.back"), data=Choose(session.talk, "do", "talk", "back").data))

    def label(self, node: Node, option: str) -> str:
        """An option's label: its own, or its finding's or flag's, or a plain word's."""
        for key in (f"buttons.{node.id}_{option}", f"buttons.{option}_{node.id}"):
            if self._words.has(key):
                return self._words.say(key)
        check = self._content.home_checks.get(node.home_check or "")
        if check and option in check.answers:
            return check.answers[option]
        if option in self._content.fact_order:
            return self._content.fact(option).label
        return self._words.say(f"buttons.{option}")

    def option_button(self, node: Node, option: Option, session: Session) -> Button:
        """The button that picks an option."""
        style = "danger" if node.kind == "danger" and option.id == "yes" else ""
        act = (
            "told" if node.kind == "danger" and session.has_typed else "pick"
        )  # the button knows that something was typed
        return Button(self.label(node, option.id), Choose(session.talk, act, node.id, option.id).data, style=style)

    def picked(self, node: Node, answer: Answer) -> str:
        """The picks of an answer in words."""
        labels = []
        for pick in answer.picks:
            row, _, level = pick.partition("=")
            labels.append(
                f"{self.label(node, row)} {self._words.say(f'buttons.{level}')}" if level else self.label(node, pick)
            )
        return ", ".join([*labels, *(one.said for one in answer.taken)])

    def _progress(self, node: Node, session: Session) -> str:
        if node in self._flow.afterwards:
            return ""
        left = {self._flow.stages: "left_last", 1: "left_minute"}.get(node.stage, "left_half_minute")
        return self._words.say(
            "questions.progress", session.subject, stage=node.stage, stages=self._flow.stages,
            left=self._words.say(f"questions.{left}"),
        )  # fmt: skip

    def _question(self, node: Node, session: Session) -> str:
        if node.home_check and not node.measures:
            check = self._content.home_checks[node.home_check]
            steps = check.you if session.subject == "you" else check.them
            return self._words.say("questions.check", session.subject, title=check.title, steps=steps)
        lines = "\n".join(f"• {self._words.say(f'danger.{line.label}', session.subject)}" for line in node.lines)
        return self._words.say(
            f"questions.{node.id}",
            session.subject,
            html_lines=html.escape(lines, quote=False),
            number=self._calls.numbers(session).emergency,
        )

    def _chosen(self, node: Node, session: Session) -> str:
        labels = [self.label(node, one) for one in node.ticks(session.draft)]
        labels += [one.with_amount for one in session.draft_taken]
        if not labels:
            return self._words.say("questions.nothing_chosen")
        return self._words.say("questions.chosen", chosen=", ".join(labels))

    def _rows(self, node: Node, session: Session) -> list[tuple[Button, ...]]:
        if node.kind == "danger":
            return self._danger_rows(node, session)
        if node.kind == "one":
            return list(_paired(self.option_button(node, one, session) for one in node.options))
        if node.kind == "grid":
            return self._grid_rows(node, session)
        alone = [one for one in node.options if one.id in EXCLUSIVE]
        toggles = [self._toggle(node, one.id, session) for one in node.options if one not in alone]
        if node.kind == "substances":
            toggles += self.typed(node, session)
        return [
            *_paired(toggles),
            *_paired(self.option_button(node, one, session) for one in alone),
            self._send_row(node, session),
        ]

    def _danger_rows(self, node: Node, session: Session) -> list[tuple[Button, ...]]:
        yes, no = (self.option_button(node, option, session) for option in node.options[:2])
        swap = "danger_other" if session.subject == "you" else "danger_self"
        other = Button(self._words.say(f"buttons.{swap}"), Choose(session.talk, "pick", node.id, "other").data)
        return [(yes,), (no,), (other,)]

    def _grid_rows(self, node: Node, session: Session) -> list[tuple[Button, ...]]:
        drafted = dict(pick.split("=") for pick in node.ticks(session.draft))
        rows = [
            tuple(
                Button(
                    self._marked(
                        f"{number} {self._words.say(f'buttons.{level}')}", marked=drafted.get(finding) == level
                    ),
                    Choose(session.talk, "pick", node.id, f"{finding}={level}").data,
                )
                for level in LEVELS
            )
            for number, finding in enumerate(node.rows, start=1)
        ]
        send, label = ("next", "next") if len(drafted) == len(node.rows) else ("none", "all_no")
        last = Button(
            self._words.say(f"buttons.{label}"), Choose(session.talk, "do", node.id, send).data, style="primary"
        )
        return [*rows, (last,)]

    def _grid_lines(self, node: Node, session: Session) -> str:
        """The rows in words, numbered like the buttons, with what was chosen."""
        drafted = dict(pick.split("=") for pick in node.ticks(session.draft))
        lines = []
        for number, finding in enumerate(node.rows, start=1):
            known = self._content.findings[finding]
            question = known.you if session.subject == "you" else known.them
            answer = self._words.say(f"buttons.{drafted[finding]}") if finding in drafted else ""
            lines.append(self._words.say("questions.row", number=number, question=question, answer=answer).strip())
        return "\n".join(lines)

    def _toggle(self, node: Node, option: str, session: Session) -> Button:
        on = option in session.draft
        act = "off" if on else "on"
        return Button(
            self._marked(self.label(node, option), marked=on), Choose(session.talk, act, node.id, option).data
        )

    def typed(self, node: Node, session: Session) -> list[Button]:
        """What was typed, ticked: a tap takes out what was read wrong."""
        return [
            Button(self._marked(one.with_amount, marked=True), Choose(session.talk, "off", node.id, one.key).data)
            for one in session.draft_taken[-MOST_TYPED:]
        ]

    def _send_row(self, node: Node, session: Session) -> tuple[Button, ...]:
        if node.ticks(session.draft) or session.draft_taken or node.kind == "substances":
            return (
                Button(
                    self._words.say("buttons.next"), Choose(session.talk, "do", node.id, "next").data, style="primary"
                ),
            )
        return (
            Button(self._words.say("buttons.none"), Choose(session.talk, "do", node.id, "none").data, style="primary"),
        )

    def _marked(self, label: str, *, marked: bool) -> str:
        return self._words.say("buttons.chosen", label=label)[: LABEL_LIMIT + 2] if marked else label

    def _beside(self, node: Node, session: Session) -> Node | None:
        """The question shown on the same screen, unless it was answered already."""
        if node.beside is None or session.answer(node.beside) or session.revisit:
            return None
        return self._flow.node(node.beside)


def _paired(buttons: Iterable[Button]) -> Iterable[tuple[Button, ...]]:
    """Two a row."""
    waiting: list[Button] = []
    for button in buttons:
        waiting.append(button)
        if len(waiting) == 2:  # noqa: PLR2004  two columns
            yield tuple(waiting)
            waiting = []
    if waiting:
        yield tuple(waiting)
