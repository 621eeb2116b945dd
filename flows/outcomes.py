"""The results as messages: the emergency card, mild, no signs, could not assess, and the sources behind them."""

import html
from collections.abc import Iterable

from flows.event_line import event_line
from flows.inputs import SOS, Choose
from flows.learning import timers
from flows.reply import Button, Message
from flows.session import Session
from knowledge.assess import Assessment
from knowledge.content import Content
from knowledge.facts import Facts
from knowledge.levels import Level, Severity
from knowledge.numbers import Numbers, likely_countries, numbers_for
from knowledge.reading import Reading, lower
from knowledge.schema.countries import PhoneLine
from knowledge.schema.guidance import GuidanceLine
from knowledge.wording import Wording

COPY_LIMIT = 256  # characters a copy button can hold
MOST_TIPPING = 8
MOST_REASONS = 4
MOST_PAIRS = 3
MOST_MIMICS = 1
MOST_LIKELY = 3


class Outcomes:
    """Writes results with the words of one locale."""

    def __init__(self, content: Content, words: Wording, default_country: str = "") -> None:
        """Keep what is needed to write; the default country is the operator's, for chats that set none."""
        self._content, self._words, self._default_country = content, words, default_country

    def message(self, found: Assessment, session: Session, took: str) -> Message:
        """The result of an assessment; `took` is what was taken, in words for the call script."""
        numbers = self.numbers(session)
        if found.severity == Severity.SEVERE:
            return self.emergency(session, took, found)
        key = found.severity.value
        values = {
            "number": numbers.emergency,
            "html_why": self._why(found, session),
            "html_lines": self._lines(key, found.reading, session),
            "html_tipping": self._tipping(found, session),
            "html_crisis": self.crisis_text(session),
            "html_call_now": self._call_now(found, session),
        }
        text = self._words.say(f"outcomes.{key}", session.subject, **values)
        return Message(_tidy(self._medics(session) + text), self._rows(session), stays=True)

    def emergency(self, session: Session, took: str = "", found: Assessment | None = None) -> Message:
        """The emergency card; without an assessment it is the one behind 🆘."""
        numbers = self.numbers(session)
        script = self.script(session, took, found)
        lines = self._lines("severe", found.reading, session) if found else self._sos_lines(session)
        text = self._words.say(
            "outcomes.severe",
            session.subject,
            number=numbers.emergency,
            html_others=self._others(numbers),
            script=script,
            html_lines=lines,
            html_crisis=self.crisis_text(session),
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
        return Message(_tidy(self._medics(session) + text), tuple(rows), stays=True, urgent=True)

    def could_not_assess(self, session: Session) -> Message:
        """R19: stopped before the danger screen was answered."""
        numbers = self.numbers(session)
        text = self._words.say(
            "outcomes.could_not_assess",
            session.subject,
            number=numbers.emergency,
            html_others=self._others(numbers),
            poison=self.poison(session),
            html_crisis=self.crisis_text(session),
        )
        return Message(_tidy(self._medics(session) + text), stays=True)

    def sources(self, found: Assessment, session: Session) -> Message:
        """The rules behind a result and where they come from, and that no clinician has signed them."""
        lines = [self._words.say("outcomes.sources_title")]
        for because in found.because[:MOST_REASONS]:
            rule = next(one for one in self._content.rules if one.id == because.rule)
            for source in because.sources:
                known = self._content.sources[source]
                lines.append(
                    self._words.say(
                        "outcomes.source_line", rule=because.rule, cite=known.cite or known.title, status=known.status
                    )
                )
            lines.append(f"<i>{html.escape(rule.row.rationale, quote=False)}</i>")
        lines += [
            self._words.say(
                "outcomes.source_line",
                rule=f"{self.agent(pair.one.said)} + {self.agent(pair.other.said)}",
                cite=self._cite(pair.sources),
                status="",
            )
            for pair in found.interactions[:MOST_PAIRS]
        ]
        if found.severity == Severity.SEVERE:  # the emergency card itself has no room for what else it could be
            lines += self._mimics(found.reading, session)
        lines.append(self._words.say("outcomes.unsigned"))
        return Message("\n".join(line.replace(" ()", "") for line in lines), stays=True)

    def _medics(self, session: Session) -> str:
        """The medics of the event the person came from, before everything else."""
        event = self._content.events.get(session.event)
        return f"{event_line(event, self._words)}\n\n" if event else ""

    def numbers(self, session: Session) -> Numbers:
        """What to call from where the person is, or likely is."""
        return numbers_for(self._content.countries, session.country or self._default_country, session.language)

    def poison(self, session: Session) -> str:
        """The poison line in words; without a country the likely ones; and whom to call where there is none."""
        country = self._content.countries.get(session.country or self._default_country)
        if country:
            lines = ", ".join(_line(one) for one in country.poison[:2])
            return lines or country.poison_instead or self._words.say("outcomes.poison_none")
        return self._likely(session, "poison") or self._words.say("outcomes.poison_none")

    def script(self, session: Session, took: str, found: Assessment | None) -> str:
        """What to say on the phone, short enough to copy."""
        signs = self._signs(found, 3) if found else ""
        told = self._words.say("outcomes.script_signs", session.subject, signs=signs) if signs else ""
        took = took or self._words.say("outcomes.script_unknown")
        text = self._words.say("outcomes.script", session.subject, took=took, signs=told).replace("  ", " ")
        return html.unescape(text)

    def _signs(self, found: Assessment, most: int) -> str:
        signs = dict.fromkeys(sign for because in found.because for sign in because.signs)
        known = [self._content.fact(sign).short for sign in signs if sign != "danger_sign"]
        return ", ".join(known[:most])

    def _why(self, found: Assessment, session: Session) -> str:
        lines = [self._words.say("outcomes.why_intro")]
        for because in found.because[:MOST_REASONS]:
            signs = ", ".join(self._content.fact(sign).label.lower() for sign in because.signs[:MOST_TIPPING])
            key = "why_signs" if signs else "why_line"
            lines.append(self._words.say(f"outcomes.{key}", session.subject, says=because.says, signs=signs))
        for pair in found.interactions[:MOST_PAIRS]:
            if pair.level > 1:
                words = self._content.interactions.level_words[pair.level]
                one, other = (self.agent(agent.said) for agent in (pair.one, pair.other))
                lines.append(self._words.say("outcomes.pair", one=one, other=other, words=words, why=pair.why))
        lines += [self._words.say("outcomes.unknown", name=name) for name in found.unknown_substances]
        if found.severity == Severity.MILD and not any(one.tier for one in found.reading.agents):
            lines.append(self._words.say("outcomes.less_typical", session.subject))
        lines += self._mimics(found.reading, session)
        return "\n".join(lines)

    def agent(self, said: str) -> str:
        """The word for something taken: as typed, or the label of its button."""
        place, _, key = said.partition(":")
        if place != "button":
            return self._content.classes[said].label if said in self._content.classes else said
        return self._words.say(f"buttons.{key.replace('.', '_')}")

    def _mimics(self, reading: Reading, session: Session) -> list[str]:
        fitting = [
            line for line in self._content.guidance["mimics"] if self._content.conditions.of(line.when).holds(reading)
        ]
        return [self._fill(line, session) for line in fitting[:MOST_MIMICS]]

    def _call_now(self, found: Assessment, session: Session) -> str:
        if not found.call_now:
            return ""
        return self._words.say("outcomes.call_now", session.subject, poison=self.poison(session))

    def _tipping(self, found: Assessment, session: Session) -> str:
        # the text itself says "it gets worse"
        facts = [one for one in found.would_be_severe_if if one != "worse"]
        nearest = [
            one for one in facts if one not in self._content.findings or self._content.findings[one].grade == "mild"
        ]
        rest = [one for one in facts if one not in nearest]
        shown = (nearest[:MOST_TIPPING] + [one for one in _FIRST_SEVERE if one in rest])[
            : MOST_TIPPING + len(_FIRST_SEVERE)
        ]
        return "\n".join(
            self._words.say("outcomes.tipping_line", session.subject, sign=self._content.fact(one).short)
            for one in shown
        )

    def _lines(self, kind: str, reading: Reading, session: Session) -> str:
        fitting = [
            line for line in self._content.guidance[kind] if self._content.conditions.of(line.when).holds(reading)
        ]
        return "\n".join(f"• {self._fill(line, session, reading)}" for line in fitting)

    def _sos_lines(self, session: Session) -> str:
        """What to do about a danger nobody has named."""
        unnamed = lower(Facts({"danger_sign": Level.YES}), self._content)
        return self._lines("severe", unnamed, session)

    def _fill(self, line: GuidanceLine, session: Session, reading: Reading | None = None) -> str:
        text = line.you if session.subject == "you" else line.them
        hours = self._content.watch_hours(reading.agents) if reading else 0
        filled = text.replace("{ems}", self.numbers(session).emergency).replace("{poison}", self.poison(session))
        filled = filled.replace("{crisis}", self.crisis_number(session)).replace("{watch_hours}", f"{hours:g}")
        return html.escape(filled, quote=False)

    def crisis_number(self, session: Session) -> str:
        """The crisis line's number, or where to find one."""
        country = self._content.countries.get(session.country or self._default_country)
        if country:
            return ", ".join(_line(one) for one in country.crisis[:2]) or self._words.say("outcomes.crisis_none")
        return self._likely(session, "crisis") or self._words.say("outcomes.crisis_none")

    def crisis_text(self, session: Session) -> str:
        """The crisis line, as every outcome carries it."""
        return self._words.say("outcomes.crisis", number=self.crisis_number(session))

    def _likely(self, session: Session, kind: str) -> str:
        """The lines of the countries that Telegram's language makes likely, all at once: "US 988 · UK 116 123"."""
        countries = self._content.countries
        lines = [
            f"{iso} {one.number}"
            for iso in likely_countries(countries, session.language)[:MOST_LIKELY]
            for one in getattr(countries[iso], kind)[:1]
        ]
        return " · ".join(lines)

    def _others(self, numbers: Numbers) -> str:
        lines = [
            self._words.say("outcomes.other_number", place=place, number=number) for number, place in numbers.others
        ]
        return " · ".join(lines) + (f"\n{self._words.say('outcomes.verify')}" if numbers.verify else "")

    def _cite(self, sources: Iterable[str]) -> str:
        return "; ".join(self._content.sources[one].cite or self._content.sources[one].title for one in sources)

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


_FIRST_SEVERE = ("fever", "confusion", "rigidity", "seizure", "slow_breathing", "chest_pain")


def _line(line: PhoneLine) -> str:
    return " ".join(part for part in (line.number, f"({line.hours})" if line.hours else "") if part)


def _tidy(text: str) -> str:
    """The text without the empty lines that unfilled parts leave."""
    lines = text.split("\n")
    kept = [line for index, line in enumerate(lines) if line.strip() or (index and lines[index - 1].strip())]
    return "\n".join(kept).strip()
