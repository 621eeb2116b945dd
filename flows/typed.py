"""What typed words do: danger first, then commands, numbers, options and names."""

from msgspec.structs import replace
from rapidfuzz import fuzz, process

from flows import summary
from flows.definition import Node
from flows.inputs import Choose, Say
from flows.measured import noted
from flows.reply import Reply
from flows.session import Answer, Interruption, Said, Session
from flows.talk import Step, Talk
from flows.taps import Taps
from flows.understanding import Understood
from flows.understanding.measurements import bare_temperature
from knowledge.text import normal, squeezed

MOST_WORDS_SHOWN = 60  # characters of a person's words that are shown back
ASKS_AMOUNT = ("substances", "taken")
NEAR_ENOUGH = 85  # of 100, for a country's whole name: "uk" is not near "ukraine"


class Typed:
    """Answers typed words."""

    def __init__(self, talk: Talk, taps: Taps) -> None:
        """Keep the talk's parts."""
        self._talk, self._taps = talk, taps

    def say(self, session: Session, given: Say) -> Step:
        """What the words do; words that say nothing we know get an honest answer and the present screen."""
        said = self._talk.reader.read(given.text)
        alarm = self._alarm(session, said)
        if alarm:
            return alarm
        if given.edited and self._summarised(session):
            session = replace(session, heard=(), waiting=())
        elif session.interruption:
            return self._answer_interruption(session, given, said)
        elif given.edited:
            return self._edited(session, said)
        node = self._talk.node(session)
        # the label of a button on the screen is a tap, whatever else its words could mean
        for attempt in (
            self._command,
            self._animal,
            self._option,
            self._sentence,
            self._measured,
            self._dose,
            self._named,
        ):
            step = attempt(session, node, given, said)
            if step:
                return step
        notice = self._talk.words.say("talk.number_odd" if said.odd else "talk.cannot_read")
        return self._talk.show(session, notice=notice, fresh=True)

    def _alarm(self, session: Session, said: Understood) -> Step | None:
        """Danger and self-harm words come before everything, in every state."""
        waiting = []
        if said.denied_harm and not said.danger:
            # a denial is believed, and still worth one gentle question
            waiting.append(Interruption("self_harm_words", said.denied_harm[:MOST_WORDS_SHOWN], ("self_harm",)))
        elif said.self_harm:
            waiting.append(Interruption("self_harm_words", said.self_harm[:MOST_WORDS_SHOWN], ("self_harm",)))
        elif said.danger:
            words = ", ".join(dict.fromkeys(phrase for phrase, _ in said.danger))[:MOST_WORDS_SHOWN]
            options = {one.id for one in self._talk.flow.node("danger_which").options}
            ids = tuple(dict.fromkeys(one for _, findings in said.danger for one in findings if one in options))
            waiting.append(Interruption("danger_words", words, ids))
        if not waiting:
            return None
        kept = [one for one in session.waiting if one.kind not in {"danger_words", "self_harm_words", summary.KIND}]
        session = replace(self._about(session, said), heard=self._talk.summary.of(session, said))
        return self._talk.show(replace(session, waiting=(*waiting, *kept)), fresh=True)

    def _answer_interruption(self, session: Session, given: Say, said: Understood) -> Step:
        one = session.interruption
        assert one is not None  # noqa: S101  the caller has looked
        answers = {
            "danger_words": {"yes": "need_help", "unsure": "need_help", "cry": "need_help", "no": "no_help"},
            "self_harm_words": {"yes": "need_help", "unsure": "need_help", "cry": "need_help", "no": "no_help"},
            "delete": {"yes": "delete_yes", "no": "delete_no"},
            "did_you_mean": {"no": "meant_else", "unsure": "meant_else"},
            summary.KIND: {"yes": "right"},
        }
        act = answers.get(one.kind, {}).get(said.answer or said.command)
        if one.kind == "did_you_mean" and said.answer == "yes" and len(one.ids) == 1:
            return self._taps.tap(session, Choose(session.talk, "pick", "meant", "0"))
        if act:
            return self._taps.tap(session, Choose(session.talk, "do", "talk", act))
        if (step := self._command(session, None, given, said)) and said.command in {"sos", "cry", "back"}:
            return step
        if one.kind == summary.KIND and (said.taken or any(each.status == "present" for each in said.signs)):
            return self._more(session, one, said)
        if one.kind == "country":
            return self.country(session, given.text)
        return self._talk.show(session, notice=self._talk.words.say("talk.cannot_read"), fresh=True)

    def _more(self, session: Session, one: Interruption, said: Understood) -> Step:
        """More words while what was understood is on the screen: both together."""
        new = [each for each in self._talk.summary.of(session, said) if each.kind == summary.KIND]
        ids = tuple(dict.fromkeys([*one.ids, *(ident for each in new for ident in each.ids)]))
        held = {each.id for each in one.taken}
        taken = (*one.taken, *(each for other in new for each in other.taken if each.id not in held))
        shown = " ".join(dict.fromkeys([*ids, *one.words.split()]))
        together = replace(one, ids=ids, taken=taken, words=shown)
        return self._talk.show(replace(session, waiting=(together, *session.waiting[1:])), fresh=True)

    def country(self, session: Session, name: str) -> Step:
        """Set the country by its name, another name for it, or its two letters."""
        known = self._talk.content.countries
        iso = squeezed(name).upper()
        if iso not in known:
            names = {squeezed(one): code for code, country in known.items() for one in (country.name, *country.also)}
            found = process.extractOne(squeezed(name), names.keys(), scorer=fuzz.ratio, score_cutoff=NEAR_ENOUGH)
            if found is None:
                session = replace(session, waiting=(Interruption("country"),))
                return self._talk.show(session, notice=self._talk.words.say("talk.country_unknown"), fresh=True)
            iso = names[found[0]]
        return self._taps.set_country(session, iso)

    def _ask_danger(self, session: Session, words: str) -> Step:
        """Words that may mean danger, and may not: asked, in front of all else."""
        asked = Interruption("danger_words", words[:MOST_WORDS_SHOWN])
        return self._talk.show(replace(session, waiting=(asked, *session.waiting)), fresh=True)

    def _command(self, session: Session, _node: Node | None, given: Say, said: Understood) -> Step | None:
        match said.command:
            case "back":
                return self._taps.tap(session, Choose(session.talk, "do", "talk", "back"))
            case "restart":
                return self._taps.new_talk(session)
            case "sos":
                return session, Reply((self._talk.outcomes.emergency(session, self._talk.took(session)),))
            case "cry":
                return self._ask_danger(session, given.text.strip())
            case "stop":
                return session, Reply((self._talk.outcomes.could_not_assess(session),))
            case "help":
                return self._talk.show(session, notice=self._talk.words.say("talk.help"), fresh=True)
        return None

    def _animal(self, session: Session, _node: Node | None, _given: Say, said: Understood) -> Step | None:
        if said.subject != "animal" or not (said.taken or said.signs or said.doubts):
            return None
        return self._talk.show(session, notice=self._talk.words.say("talk.animal"), fresh=True)

    def _sentence(self, session: Session, node: Node | None, _given: Say, said: Understood) -> Step | None:
        """Signs, or signs with names or numbers: shown once, and nothing counts before it is confirmed."""
        signs = any(one.status == "present" for one in said.signs)
        named = bool(said.taken) and node is not None and node.kind == "danger"
        if said.command or said.answer or not (signs or named) or (not named and self._only_number(said)):
            return None
        heard = self._talk.summary.of(session, said)
        session = self._about(session, said)
        if session.answer("danger"):
            return self._talk.show(replace(session, waiting=heard), fresh=True)
        words = ", ".join(
            dict.fromkeys(
                [*(one.said for one in said.taken), *(one.said for one in said.signs if one.status == "present")]
            )
        )
        notice = self._talk.words.say("talk.understood_later", words=words[: 2 * MOST_WORDS_SHOWN])
        return self._talk.show(replace(session, heard=heard), notice=notice, fresh=True)

    def _only_number(self, said: Understood) -> bool:
        """Whether it is a measurement and nothing else."""
        return not said.taken and all(one.rule == "measurement" for one in said.signs if one.status == "present")

    def _about(self, session: Session, said: Understood) -> Session:
        """Whom the talk is about, as the first words say it; the danger screen has a button to change it."""
        if said.subject == "other" and not session.answers:
            return replace(session, subject="them")
        return session

    def _summarised(self, session: Session) -> bool:
        return bool(session.heard) or any(one.kind == summary.KIND for one in session.waiting)

    def _measured(self, session: Session, node: Node | None, given: Say, said: Understood) -> Step | None:
        numbers = dict(said.measurements)
        known = self._talk.content.measurements
        asked = self._asks_heat(session, node)
        if asked and not numbers:
            degrees = bare_temperature(given.text, known)
            if degrees is None or (asked is not node and not _looks_celsius(given.text)):
                return None
            numbers = {"temperature_c": degrees}
        if not numbers:
            return None
        draft = session.draft
        session, notice = noted(session, numbers, self._talk)
        if asked and "temperature_c" in numbers:
            # the number stands in the place of the question; R4 weighs it
            session = replace(session.with_answer(Answer(asked.id, ("no",))), draft=draft)
        return self._talk.show(session, notice=notice, fresh=True)

    def _asks_heat(self, session: Session, node: Node | None) -> Node | None:
        """The node on the screen that asks for heat: the present one, or the one beside it."""
        beside = self._talk.flow.node(node.beside) if node and node.beside and not session.answer(node.beside) else None
        return next((one for one in (node, beside) if one and "temperature_c" in one.measures), None)

    def _option(self, session: Session, node: Node | None, _given: Say, said: Understood) -> Step | None:
        """A label, an option's number, or yes/no/not sure typed instead of tapped."""
        if node is None:
            return None
        if node.kind in {"many", "substances", "grid"} and (said.command == "next" or said.answer == "no"):
            send = "none" if said.answer == "no" and not session.draft else "next"
            act = "pick" if node.kind == "substances" and send == "none" else "do"
            if node.kind == "grid":
                send = "none"
            return self._fresh(self._taps.tap(session, Choose(session.talk, act, node.id, send)))
        wanted = {normal(self._talk.screens.label(node, one.id)): one.id for one in node.options}
        wanted |= {word: word for word in ("yes", "no", "unsure") if node.option(word)}
        if node.kind == "danger":
            wanted["unsure"] = "yes"  # as the button says: yes, or not sure
        option = wanted.get(said.plain) or wanted.get(said.answer)
        if option is None and said.plain.isdigit():
            number = int(said.plain)
            if 1 < number <= len(node.lines):  # a danger sign of the list, perhaps: never the button that says no
                return self._ask_danger(session, said.plain)
            option = node.options[number - 1].id if 0 < number <= len(node.options) else None
        if option is None or (node.kind == "substances" and said.taken):
            return None
        act = "on" if node.kind in {"many", "substances"} and option not in {"none", "unsure"} else "pick"
        return self._fresh(self._taps.tap(session, Choose(session.talk, act, node.id, option)))

    def _dose(self, session: Session, node: Node | None, _given: Say, said: Understood) -> Step | None:
        """An amount or a time without a name belongs to the one thing that was taken."""
        if not (said.amount or said.when) or (said.answer and node and node.id not in ASKS_AMOUNT):
            return None  # "not sure" is no amount where something else is asked
        answer = session.answer("substances")
        typed = answer.taken if answer else session.draft_taken
        substances = self._talk.flow.node("substances")
        picks = [substances.option(pick) for pick in (answer.picks if answer else session.draft)]
        buttons = [Said(one.id, one.counts_as) for one in picks if one and one.counts_as]
        everything = [*typed, *buttons]
        if len({one.id for one in everything}) != 1:
            return self._talk.show(session, notice=self._talk.words.say("talk.amount_which"), fresh=True)
        last = everything[-1]
        dosed = replace(last, amount=said.amount or last.amount, when=said.when or last.when)
        words = " ".join(part for part in (said.amount, said.when) if part)
        return self._taps.take(
            session, (dosed,), self._talk.words.say("talk.amount_noted", words=words), more=said.more
        )

    def _named(self, session: Session, node: Node | None, _given: Say, said: Understood) -> Step | None:
        """Names of what was taken; a doubtful one is asked about, an unknown one is never safe."""
        doubts = tuple(Interruption("did_you_mean", one.said[:MOST_WORDS_SHOWN], one.ids) for one in said.doubts)
        at_substances = node is not None and node.kind in {"substances", "danger"}
        unknown = tuple(Said(word, "") for word in said.unknown) if node and node.kind == "substances" else ()
        if not (said.taken or doubts or unknown) or (doubts and not said.taken and not at_substances):
            return None
        session = replace(session, waiting=doubts)
        if not said.taken and not unknown:
            return self._talk.show(session, fresh=True)
        notices = [
            self._talk.words.say("talk.noted", name=", ".join(dict.fromkeys(one.understood for one in said.taken)))
        ] * bool(said.taken)
        notices += [self._talk.words.say("talk.unknown_name", name=one.said) for one in unknown]
        return self._taps.take(session, (*said.taken, *unknown), "\n".join(notices), more=said.more)

    def _edited(self, session: Session, said: Understood) -> Step:
        """An edited message: read again and replaced on the substance screen."""
        if session.answer("substances") is None and said.taken:
            return self._talk.show(replace(session, draft_taken=said.taken), fresh=True)
        return self._talk.show(session, notice=self._talk.words.say("talk.edited"), fresh=True)

    def _fresh(self, step: Step) -> Step:
        session, reply = step
        messages = tuple(one if one.stays else replace(one, fresh=True) for one in reply.messages)
        return session, replace(reply, messages=messages)


def _looks_celsius(text: str) -> bool:
    """Whether a bare number beside other questions can only be a temperature: 39.2 or 38, but not a pulse of 102."""
    return "." in text or "," in text or len(text.strip()) == 2  # noqa: PLR2004  two digits
