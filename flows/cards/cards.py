"""Makes handoff cards: what was told, what was not asked, and what the rules made of it."""

import html
from collections.abc import Iterable, Mapping

from flows import moment
from flows.called import called
from flows.cards import code as card_code
from flows.cards.card import Card, Mark, Section
from flows.definition import Flow
from flows.screens import Screens
from flows.session import Session
from flows.telling import facts_of
from knowledge.agents import Agent
from knowledge.assess import Assessment
from knowledge.content import Content
from knowledge.facts import Facts, Taken
from knowledge.interactions import Interaction
from knowledge.levels import Level, Severity
from knowledge.schema.findings import CATEGORIES
from knowledge.wording import Wording

PAIRS_FROM_LEVEL = 3
MOST_PAIRS = 4
MOST_REPORTS = 5
MOST_WHY = 2
LONGEST_NAME = 40  # letters of a typed name
_HOUR = 3600.0
_LATER = 600.0  # seconds after which it matters that a thing was said earlier
NOT_OF_PERSON = frozenset({"danger_sign", "worse", "cannot_function"})  # these have lines of their own
TIMELINE = ("title", "now", "unknown", "hours", "scan", "signs", "checks", "more")


class Cards:
    """Makes cards with the words of one locale."""

    def __init__(self, flow: Flow, content: Content, words: Wording, screens: Screens) -> None:
        """Keep what is needed to write."""
        self._flow, self._content, self._words, self._screens = flow, content, words, screens

    def card(self, session: Session, found: Assessment) -> Card:
        """The card of a talk."""
        facts = facts_of(session, self._flow, self._content)
        asked = session.told or found.severity == Severity.SEVERE
        severity = found.severity.value if asked else "unknown"
        code = card_code.write(session, self._content.version)
        return Card(
            number=session.number,
            title=self._say("title", number=session.number),
            about=self._say(f"about_{session.subject}"),
            at=self._at(session),
            severity=severity,
            headline=self._say(f"severity_{severity}"),
            sections=tuple(one for one in self._sections(session, facts, found, asked=bool(asked)) if one.text),
            timeline=tuple(self._marks(session, facts)),
            labels={name: self._say(f"timeline_{name}", time=moment.clock(session.at)) for name in TIMELINE},
            outcome=self._say(
                "outcome" if asked else "outcome_unknown",
                severity=severity,
                rules=", ".join(because.rule for because in found.because),
                version=self._content.version,
            ),
            code=code if len(code) <= card_code.LONGEST else self._say("code_too_long"),
            note=self._say("note"),
        )

    def took(self, taken: tuple[Taken, ...] | None) -> str:
        """What was taken, for the call script: "kratom and sertraline"."""
        each_once = {(name := called(one.said, self._content, self._words)).casefold(): name for one in taken or ()}
        names = list(each_once.values())
        return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)

    def _say(self, key: str, **values: object) -> str:
        """A message of the card as plain text: a card is not HTML until it is sent."""
        return html.unescape(self._words.say(f"card.{key}", "you", **values))

    def _section(self, ident: str, items: Iterable[str], *, between: str = ", ", alarming: bool = False) -> Section:
        return Section(ident, self._say(f"label_{ident}"), between.join(items), alarming)

    def _sections(self, session: Session, facts: Facts, found: Assessment, *, asked: bool) -> Iterable[Section]:
        """What was told, then what was not sure, then what was not asked."""
        named = {level: [fact for fact, one in facts.levels.items() if one == level] for level in Level}
        signs = [fact for fact in named[Level.YES] if fact in self._content.findings]
        flags = [fact for fact in named[Level.YES] if fact in self._content.flags and fact not in NOT_OF_PERSON]
        flags += [flag for flag in session.about if flag not in flags]
        unsure = [fact for fact in named[Level.UNSURE] if fact != "danger_sign"]
        course = session.answer("course")
        if asked:
            yield self._section("why", [because.says for because in found.because[:MOST_WHY]], between=" ")
        yield self._section("took", self._took(session, facts.taken), between="; ")
        yield self._section("person", self._shorts(flags))
        yield self._section("danger", [self._danger(session)], alarming=facts.levels.get("danger_sign") == Level.YES)
        for group in CATEGORIES:
            of_group = [one for one in signs if self._content.findings[one].category == group]
            grave = any(self._content.findings[one].grade != "mild" for one in of_group)
            yield self._section(group, self._shorts(of_group), alarming=grave)
        if not signs:
            yield self._section("signs", [self._say("no_signs" if asked else "signs_not_asked")])
        yield self._section("numbers", self._measured(facts.measurements))
        if course:
            picked = self._screens.picked(self._flow.node("course"), course)
            yield self._section("course", [picked], alarming=facts.levels.get("worse") == Level.YES)
        yield self._section("reports", self._reports(session), between="; ")
        pairs = [pair for pair in found.interactions if pair.level >= PAIRS_FROM_LEVEL][:MOST_PAIRS]
        yield self._section("pairs", map(self._pair, pairs), between="; ", alarming=True)
        yield self._section("qt", self._lengthening_qt(facts.taken or ()))
        yield self._section("unsure", self._shorts(unsure))
        asked_no = [fact for fact in named[Level.NO] if fact in self._content.findings]
        yield self._section("asked_no", self._shorts(asked_no))
        not_asked = [
            one for one in self._content.fact_order if one in self._content.findings and one not in facts.levels
        ]
        yield self._section("not_asked", self._shorts(not_asked))

    def _lengthening_qt(self, taken: Iterable[Taken]) -> list[str]:
        """What was taken that can lengthen the QT interval, for whoever can make an ECG."""
        known = self._content.substances
        return [one.id for one in taken if one.id in known and known[one.id].qt]

    def _reports(self, session: Session) -> list[str]:
        """What was answered to the newest check-ins, with the time, so that a crew sees how it went on."""
        reports = session.reports[-MOST_REPORTS:]
        return [
            self._say("report", time=moment.clock(one.at), said=self._words.say(f"check_in.{one.said}"))
            for one in reports
            if self._words.has(f"check_in.{one.said}")
        ]

    def _danger(self, session: Session) -> str:
        answer = session.answer("danger")
        said = "not_asked" if answer is None else "yes" if "yes" in answer.picks else "no"
        return self._say(f"danger_{said}")

    def _at(self, session: Session) -> str:
        """When it was told; a card that is made hours later says so."""
        told_at = session.told_at if session.told and session.told_at else session.at
        if session.at - told_at < _LATER:
            return moment.written(session.at)
        return self._say("made_later", told=moment.written(told_at), made=moment.clock(session.at))

    def _took(self, session: Session, taken: tuple[Taken, ...] | None) -> list[str]:
        if not taken:
            return [self._say("took_not_asked" if taken is None else "took_nothing")]
        return [self._item(session, one) for one in taken]

    def _item(self, session: Session, one: Taken) -> str:
        said, known = self._name(one), one.id.replace("_", " ")
        differs = known.casefold() != said.casefold() and one.id in self._content.substances
        name = self._say("item_as", said=said, known=known) if differs else said
        if one.id not in self._content.class_of:
            name = self._say("item_unknown", said=said)
        when = one.when
        if when and one.said_at and session.at - one.said_at >= _LATER:  # "3 hours ago" was true when it was said
            when = self._say("when", when=when, time=moment.clock(one.said_at))
        return ", ".join(part for part in (name, one.amount, when) if part)

    def _name(self, one: Taken | Agent) -> str:
        return called(one.said, self._content, self._words)[:LONGEST_NAME]

    def _known_name(self, one: Taken | Agent) -> str:
        """The name as typed; where a crew may not read its letters, what it was understood as."""
        name = self._name(one)
        return name if name.isascii() or one.id not in self._content.class_of else one.id.replace("_", " ")

    def _marks(self, session: Session, facts: Facts) -> Iterable[Mark]:
        for one in facts.taken or ():
            label = " ".join(part for part in (self._known_name(one), one.amount) if part)
            since = (session.at - one.said_at) / _HOUR if one.said_at else 0.0
            yield Mark("dose", label, None if one.hours_ago is None else one.hours_ago + max(0.0, since))
        signs = [fact for fact, level in facts.levels.items() if level == Level.YES and fact in self._content.findings]
        if signs:
            told_at = session.told_at if session.told and session.told_at else session.at
            yield Mark("sign", ", ".join(self._shorts(signs)), (session.at - told_at) / _HOUR)
        for report in session.reports:
            if self._words.has(f"card.mark_{report.said}"):
                yield Mark("check", self._say(f"mark_{report.said}"), (session.at - report.at) / _HOUR)

    def _shorts(self, facts: Iterable[str]) -> list[str]:
        return [self._content.fact(fact).short for fact in facts]

    def _measured(self, measurements: Mapping[str, float]) -> list[str]:
        known = self._content.measurements
        return [
            self._say("number", label=known[name].label, value=f"{value:g}", unit=known[name].unit)
            for name, value in measurements.items()
        ]

    def _pair(self, pair: Interaction) -> str:
        one, other = map(self._known_name, (pair.one, pair.other))
        return self._say("pair", one=one, other=other, words=self._content.interactions.level_words[pair.level])
