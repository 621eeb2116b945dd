"""Questions that stand in front of the talk: danger words, doubts, what was understood, carry on, delete and more."""

from typing import TYPE_CHECKING

from flows.inputs import Choose
from flows.reply import Button, Message
from flows.screens import Screens
from flows.session import Interruption, Session
from flows.whom_to_call import WhomToCall
from knowledge.content import Content
from knowledge.numbers import likely_countries
from knowledge.wording import Wording

if TYPE_CHECKING:
    from flows.talk import Talk

MOST_COUNTRIES = 8
EVERYWHERE = ("US", "GB", "CA", "AU", "DE", "FR", "ES", "IE")
UNNAMED = "unnamed "  # so begins the id that stands for a class, where nobody named the medicine
IDLE_SECONDS = 30 * 60  # conversation.md 6: after half an hour the danger screen comes first again


class Interruptions:
    """Draws them with the words of one locale."""

    def __init__(self, content: Content, words: Wording, screens: Screens, calls: WhomToCall) -> None:
        """Keep what is needed to draw."""
        self._content, self._words, self._screens, self._calls = content, words, screens, calls

    def screen(self, one: Interruption, session: Session, talk: "Talk") -> Message:
        """The screen of an interruption."""
        draw = getattr(self, f"_{one.kind}")
        text, rows = draw(one, session, talk)
        return Message(
            text, (*rows, self._screens.last_row(session)), urgent=one.kind in {"danger_words", "self_harm_words"}
        )

    def _danger_words(self, one: Interruption, session: Session, talk: "Talk") -> tuple[str, list[tuple[Button, ...]]]:
        text = self._words.say("talk.danger_words", session.subject, words=one.words)
        return text, [(talk.act(session, "need_help"), talk.act(session, "no_help"))]

    def _self_harm_words(
        self, one: Interruption, session: Session, talk: "Talk"
    ) -> tuple[str, list[tuple[Button, ...]]]:
        crisis = self._calls.crisis_text(session)
        text = self._words.say("talk.self_harm_words", session.subject, words=one.words, html_crisis=crisis)
        return text, [(talk.act(session, "need_help"), talk.act(session, "no_help"))]

    def _did_you_mean(self, one: Interruption, session: Session, talk: "Talk") -> tuple[str, list[tuple[Button, ...]]]:
        text = self._words.say("talk.did_you_mean", session.subject, words=one.words)
        buttons = [self._pick(session, "meant", str(index), self.name(ident)) for index, ident in enumerate(one.ids)]
        return text, [*((button,) for button in buttons), (talk.act(session, "meant_else", "something_else"),)]

    def _understood(self, one: Interruption, session: Session, talk: "Talk") -> tuple[str, list[tuple[Button, ...]]]:
        return talk.summary.rows(one, session)

    def _carry_on(self, one: Interruption, session: Session, talk: "Talk") -> tuple[str, list[tuple[Button, ...]]]:
        if one.words == "result":
            return self._words.say("talk.carry_on_result"), [
                (talk.act(session, "something_changed"), talk.act(session, "new_person"))
            ]
        node = talk.flow.by_id[one.words]
        text = self._words.say("talk.carry_on", stage=node.stage, stages=talk.flow.stages)
        return text, [(talk.act(session, "carry_on"), talk.act(session, "start_again"))]

    def _delete(self, _one: Interruption, session: Session, talk: "Talk") -> tuple[str, list[tuple[Button, ...]]]:
        text = self._words.say("talk.delete_ask", count=len(session.answers))
        return text, [(talk.act(session, "delete_yes"), talk.act(session, "delete_no"))]

    def _country(self, _one: Interruption, session: Session, _talk: "Talk") -> tuple[str, list[tuple[Button, ...]]]:
        likely = likely_countries(self._content.countries, session.language)
        shown = list(dict.fromkeys([*likely, *EVERYWHERE]))[:MOST_COUNTRIES]
        buttons = [self._pick(session, "country", iso, self._content.countries[iso].name) for iso in shown]
        return self._words.say("talk.country_ask"), [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]

    def _change(self, _one: Interruption, session: Session, talk: "Talk") -> tuple[str, list[tuple[Button, ...]]]:
        answered = [node for node in talk.flow.nodes if session.answer(node.id)]
        buttons = [self._pick(session, "change", node.id, self._words.say(f"nodes.{node.id}")) for node in answered]
        return self._words.say("talk.change"), [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]

    def _learn(self, one: Interruption, session: Session, talk: "Talk") -> tuple[str, list[tuple[Button, ...]]]:
        return talk.learning.screen(one.ids[0], one.words, session)

    def _count(self, one: Interruption, session: Session, _talk: "Talk") -> tuple[str, list[tuple[Button, ...]]]:
        count = self._content.home_checks[one.words].count
        assert count is not None  # noqa: S101  only what counts is begun
        what = count.you if session.subject == "you" else count.them
        text = self._words.say(f"count.{one.ids[0] if one.ids else 'begun'}", what=what, seconds=count.seconds)
        again = Choose(session.talk, "do", "count", one.words).data
        return text, [(Button(self._words.say("count.again"), again),)]

    def _check(self, _one: Interruption, session: Session, _talk: "Talk") -> tuple[str, list[tuple[Button, ...]]]:
        return self._words.say("check.ask", session.subject), []

    def name(self, ident: str) -> str:
        """A substance or class as a button says it."""
        if ident.startswith(UNNAMED):
            return self._words.say("talk.meant_unnamed", kind=ident.removeprefix(UNNAMED))
        known = self._content.classes.get(ident)
        return (known.label if known and ident not in self._content.substances else ident)[:60]

    def _pick(self, session: Session, node: str, option: str, label: str) -> Button:
        return Button(label, Choose(session.talk, "pick", node, option).data)
