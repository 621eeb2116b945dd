"""What was understood of typed words, shown once; each part can be taken out before "That's right"."""

import html
from collections.abc import Iterable

from msgspec.structs import replace

from flows.definition import Flow, Node
from flows.doubtful import did_you_mean
from flows.held import added, joined
from flows.inputs import Choose
from flows.reply import Button
from flows.session import TYPED, Answer, Interruption, Said, Session
from flows.telling import MEASURED
from flows.understanding import Understood
from knowledge.content import Content
from knowledge.wording import Wording

KIND, NODE, WORDS, QUICK = "understood", "understood", "words", "quick"
MOST_MORE = 6
MOST_BUTTONS = 40  # of things taken, and of signs: Telegram takes a hundred in all; the newest can be tapped off
LABEL_LIMIT = 24
# Soft signs offered beside what was said, so that all three body systems are asked about (docs/decisions/0006).
MORE = (
    "drowsiness",
    "restlessness",
    "anxiety",
    "fast_heartbeat",
    "sweating",
    "nausea_vomiting",
    "shivering",
    "tremor",
    "dizziness",
)


class Summary:
    """Makes, draws and confirms the screen of what was understood."""

    def __init__(self, flow: Flow, content: Content, words: Wording) -> None:
        """Keep what is needed to draw."""
        self._flow, self._content, self._words = flow, content, words

    def of(self, session: Session, said: Understood) -> tuple[Interruption, ...]:
        """What is asked about typed words: doubtful names first, then all that was understood."""
        signs, offered = self._signs(said), self._asked_once_more(said)
        numbers = [f"{name}={value:g}" for name, value in said.measurements]
        taken = said.taken
        doubts = tuple(did_you_mean(one) for one in said.doubts if one.counts)
        if not (signs or numbers or taken or offered):
            return doubts
        ticked = (*signs, *numbers)
        more = [one for one in MORE if one not in ticked and self._offers_more(session)][:MOST_MORE] if signs else []
        return (*doubts, Interruption(KIND, " ".join([*ticked, *offered, *more]), ticked, taken))

    def _asked_once_more(self, said: Understood) -> list[str]:
        """What an alarm asks about and has no milder form: offered by its name, for the no may be to the help."""
        known = self._content.findings
        asked = dict.fromkeys(ident for alarm in said.danger for ident in alarm.findings if ident in known)
        return [one for one in asked if known[one].grade != "mild" and not known[one].milder and one != "self_harm"]

    def _signs(self, said: Understood) -> list[str]:
        """The signs that are there; a no to an alarm is no all-clear: what it asks about stays as its milder signs."""
        asked = dict.fromkeys(ident for alarm in said.danger for ident in alarm.findings)
        there = [one.id for one in said.signs if one.status == "present" and one.id != "self_harm"]
        known = self._content.findings
        found: list[str] = []
        for one in (*there, *asked):
            milder = known[one].milder if one in known and known[one].grade != "mild" else [one]
            found += milder if one in asked else [one]
        return [one for one in dict.fromkeys(found) if one in known]

    def together(
        self, before: Iterable[Interruption], new: Iterable[Interruption], *, more: bool = False, corrects: bool = False
    ) -> tuple[Interruption, ...]:
        """What was understood before and now, as one question; all that was asked about stays.

        After an edit, which `corrects`, signs of before are offered, not ticked; what was taken is tapped off by hand.
        """
        asked = tuple(dict.fromkeys((*before, *new)))
        doubts = tuple(one for one in asked if one.kind != KIND)
        whole: Interruption | None = None
        for one in (one for one in asked if one.kind == KIND):
            if whole is None:
                whole = one
                continue
            ids = one.ids if corrects else tuple(dict.fromkeys((*whole.ids, *one.ids)))
            again = frozenset() if more else {each.id for each in one.taken if each.id}
            whole = replace(
                whole,
                ids=ids,
                taken=joined(whole.taken, one.taken, again, corrects=corrects),
                words=" ".join(dict.fromkeys([*ids, *whole.ids, *whole.words.split(), *one.words.split()])),
            )
        return (*doubts, whole) if whole else doubts

    def rows(self, one: Interruption, session: Session) -> tuple[str, list[tuple[Button, ...]]]:
        """Its text and its buttons."""
        lines = [self._substance(each) for each in one.taken] + [self._label(ident) for ident in one.ids]
        text = self._words.say(
            "talk.understood",
            session.subject,
            html_lines="\n".join(f"• {html.escape(line, quote=False)}" for line in lines),
        )
        buttons = [
            self._button(session, "off", each.key, self._substance(each), ticked=True)
            for each in one.taken[-MOST_BUTTONS:]
        ]
        for ident in one.words.split()[-MOST_BUTTONS:]:
            ticked = ident in one.ids
            buttons.append(self._button(session, "off" if ticked else "on", ident, self._label(ident), ticked=ticked))
        right = Button(
            self._words.say("buttons.understood_right"),
            Choose(session.talk, "do", "talk", "right").data,
            style="primary",
        )
        return text, [*(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)), (right,)]

    def toggled(self, one: Interruption, choice: Choose) -> Interruption | None:
        """The same with one part taken out or put in; None when the button is from elsewhere."""
        if choice.option.startswith(TYPED):  # a second tap on it takes out no other
            return replace(one, taken=tuple(each for each in one.taken if each.key != choice.option))
        if choice.option not in one.words.split():
            return None
        kept = tuple(each for each in one.ids if each != choice.option)
        return replace(one, ids=(*kept, choice.option) if choice.act == "on" else kept)

    def confirmed(self, session: Session, one: Interruption) -> Session:
        """The session with what was confirmed as answers."""
        waiting = session.waiting[1:]
        numbers = tuple(each for each in one.ids if "=" in each)
        signs = tuple(each for each in one.ids if "=" not in each)
        before = session.answer(WORDS)
        quick = (QUICK,) if signs and (self._offers_more(session) or (before and QUICK in before.picks)) else ()
        # ticks of a question that is answered with it are a part of its answer; those of another one stay ticked
        instead = [node for node in self._flow.nodes if node.unless == QUICK] if quick else []
        signs += _ticked(session, instead)
        named = [self._flow.node("substances")] if one.taken and not session.answer("substances") else []
        options, left = _ticked(session, named), _ticked(session, [*instead, *named], others=True)
        if numbers:
            session = session.with_answer(Answer(MEASURED, numbers))
        if signs:
            earlier = before.picks if before else ()
            session = session.with_answer(Answer(WORDS, tuple(dict.fromkeys((*earlier, *signs, *quick)))))
        if one.taken:
            session = with_taken(replace(session, draft=options), one.taken)
        return replace(session, waiting=waiting, draft=left, told="")

    def _offers_more(self, session: Session) -> bool:
        """Whether no question about signs was answered yet: only then can one screen stand for them."""
        asked = {node.id for node in self._flow.nodes if node.unless == QUICK}
        return not any(answer.node in asked for answer in session.answers)

    def _substance(self, one: Said) -> str:
        return " ".join(part for part in (one.said, one.amount, one.when) if part)

    def _label(self, ident: str) -> str:
        name, _, value = ident.partition("=")
        if value:
            return f"{self._content.measurements[name].label} {value}"
        return self._content.findings[ident].label

    def _button(self, session: Session, act: str, option: str, label: str, *, ticked: bool) -> Button:
        shown = self._words.say("buttons.chosen", label=label) if ticked else label
        return Button(shown[: LABEL_LIMIT + 2], Choose(session.talk, act, NODE, option).data)


def _ticked(session: Session, nodes: Iterable[Node], *, others: bool = False) -> tuple[str, ...]:
    """What is ticked that is an option of these questions; or the others."""
    known = {option.id for node in nodes for option in node.options}
    return tuple(pick for pick in session.draft if (pick in known) != others)


def with_taken(session: Session, taken: tuple[Said, ...]) -> Session:
    """The session with what was taken as the answer to that question, beside what was said before."""
    answer = session.answer("substances")
    held = (*(answer.taken if answer else ()), *session.draft_taken)
    together = joined(held, taken, {one.id for one in taken if one.id})
    if answer is None:
        return session.with_answer(Answer("substances", session.draft, together))
    return session.amended(added(answer, together))
