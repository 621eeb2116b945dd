"""The results as messages: the emergency card, mild, no signs, could not assess, and the sources behind them."""

import html

from flows.advice import Advice
from flows.inputs import SOS, Choose
from flows.learning import timers
from flows.reasons import Reasons
from flows.reply import COPY_LIMIT, Button, Message
from flows.session import Session
from flows.whom_to_call import WhomToCall
from knowledge.assess import Assessment
from knowledge.content import Content
from knowledge.levels import Severity
from knowledge.wording import Wording

MOST_SIGNS = 3  # in the call script
LONGEST_TOOK = 600  # letters of what was taken in it: the card says the rest, and a longer message would not be sent


class Outcomes:
    """Writes results with the words of one locale."""

    def __init__(self, content: Content, words: Wording, calls: WhomToCall) -> None:
        """Keep what is needed to write."""
        self._content, self._words, self._calls = content, words, calls
        self._advice = Advice(content, calls)
        self._reasons = Reasons(content, words, self._advice)

    def message(self, found: Assessment, session: Session, took: str) -> Message:
        """The result of an assessment; `took` is what was taken, in words for the call script."""
        numbers = self._calls.numbers(session)
        if found.severity == Severity.SEVERE:
            return self.emergency(session, took, found)
        key = found.severity.value
        values = {
            "number": numbers.emergency,
            "html_why": self._reasons.why(found, session),
            "html_lines": self._advice.lines(key, found.reading, session),
            "html_tipping": self._reasons.tipping(found, session),
            "html_crisis": self._calls.crisis_text(session),
            "html_call_now": self._call_now(found, session),
        }
        text = self._words.say(f"outcomes.{key}", session.subject, **values)
        return Message(_tidy(self._calls.medics(session) + text), self._rows(session), stays=True)

    def emergency(self, session: Session, took: str = "", found: Assessment | None = None) -> Message:
        """The emergency card; without an assessment it is the one behind 🆘."""
        numbers = self._calls.numbers(session)
        script = self.script(session, took, found)
        lines = self._advice.lines("severe", found.reading, session) if found else self._advice.for_sos(session)
        text = self._words.say(
            "outcomes.severe",
            session.subject,
            number=numbers.emergency,
            html_others=self._calls.others(session),
            script=script,
            html_lines=lines,
            html_crisis=self._calls.crisis_text(session),
        )
        rows: list[tuple[Button, ...]] = [
            (
                Button(self._words.say("buttons.copy_script"), copy=script[:COPY_LIMIT]),
                Button(self._words.say("buttons.copy_number", number=numbers.emergency), copy=numbers.emergency),
            ),
            (self._do(session, "called"), self._do(session, "cannot_call")),
        ]
        if found:
            check = self._check(session, "begin_severe")
            rows += [(self._do(session, "card"), self._do(session, "why")), (self._do(session, "mistake"), check)]
        return Message(_tidy(self._calls.medics(session) + text), tuple(rows), stays=True, urgent=True)

    def could_not_assess(self, session: Session) -> Message:
        """R19: stopped before the danger screen was answered."""
        numbers = self._calls.numbers(session)
        text = self._words.say(
            "outcomes.could_not_assess",
            session.subject,
            number=numbers.emergency,
            html_others=self._calls.others(session),
            poison=self._calls.poison(session),
            html_crisis=self._calls.crisis_text(session),
        )
        return Message(_tidy(self._calls.medics(session) + text), stays=True)

    def sources(self, found: Assessment, session: Session) -> Message:
        """Where a result comes from."""
        return Message(self._reasons.sources(found, session), stays=True)

    def script(self, session: Session, took: str, found: Assessment | None) -> str:
        """What to say on the phone, short enough to copy."""
        signs = self._signs(found) if found else ""
        told = self._words.say("outcomes.script_signs", session.subject, signs=signs) if signs else ""
        took = took if len(took) <= LONGEST_TOOK else f"{took[:LONGEST_TOOK]}…"
        took = took or self._words.say("outcomes.script_unknown")
        text = self._words.say("outcomes.script", session.subject, took=took, signs=told).replace("  ", " ")
        return html.unescape(text)

    def _signs(self, found: Assessment) -> str:
        signs = dict.fromkeys(sign for because in found.because for sign in because.signs)
        known = [self._content.fact(sign).short for sign in signs if sign != "danger_sign"]
        return ", ".join(known[:MOST_SIGNS])

    def _call_now(self, found: Assessment, session: Session) -> str:
        if not found.call_now:
            return ""
        return self._words.say("outcomes.call_now", session.subject, poison=self._calls.poison(session))

    def _do(self, session: Session, act: str, label: str = "") -> Button:
        return Button(self._words.say(f"buttons.{label or act}"), Choose(session.talk, "do", "talk", act).data)

    def _rows(self, session: Session) -> tuple[tuple[Button, ...], ...]:
        worse = self._do(session, "worse", "worse" if session.subject == "you" else "worse_them")
        card = self._do(session, "card", "card_doctor")
        check = self._check(session, "begin" if session.subject == "you" else "begin_them")
        sos = Button(self._words.say("buttons.sos"), data=SOS.data, style="danger")
        return ((worse, card), (check, self._do(session, "why")), timers(self._content, self._words), (sos,))

    def _check(self, session: Session, label: str) -> Button:
        """Check-ins are asked for here, and stopped here once they are."""
        option, label = ("stop", "stop") if session.watch else ("begin", label)
        return Button(self._words.say(f"check_in.{label}"), Choose(session.talk, "do", "check", option).data)


def _tidy(text: str) -> str:
    """The text without the empty lines that unfilled parts leave."""
    lines = text.split("\n")
    kept = [line for index, line in enumerate(lines) if line.strip() or (index and lines[index - 1].strip())]
    return "\n".join(kept).strip()
