"""A person who plays the talk through its buttons and typed words, and counts the taps."""

from typing import Any

from flows.engine import Engine
from flows.inputs import Choose, Command, Input, Say, Start
from flows.reply import Button, Message, Reply
from flows.session import Session

BEGUN_AT = 1_800_000_000.0
SAME_BUTTON = {"diarrhea": "nausea_vomiting"}  # one button stands for both


class Player:
    """Plays one chat against the engine, as the bot would, and sees only what was sent."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.session: Session | None = None
        self.taps = 0
        self.stays: list[Message] = []
        self.screen = Message("")
        self.toast = ""
        self.now = BEGUN_AT

    def give(self, given: Input) -> Reply:
        self.now += 1
        session, reply = self.engine.step(self.session, given, self.now)
        self.session = session
        for message in reply.messages:
            if message.stays:
                self.stays.append(message)
            else:
                self.screen = message
        self.toast = reply.toast
        return reply

    def start(self, payload: str = "") -> "Player":
        self.give(Start(payload))
        return self

    def say(self, text: str) -> "Player":
        self.taps += 1
        self.give(Say(text))
        return self

    def command(self, name: str, argument: str = "") -> "Player":
        self.give(Command(name, argument))
        return self

    def tap(self, ending: str) -> "Player":
        """Tap the button whose data ends in `:<node>:<option>`."""
        button = self.button(ending)
        assert button, f"no button {ending} on the screen: {[one.data for one in self.buttons()]}\n{self.screen.text}"
        self.taps += 1
        choice = Choose.read(button.data)
        assert choice
        self.give(choice)
        return self

    def buttons(self) -> list[Button]:
        return [button for message in (self.screen, *self.stays) for row in message.rows for button in row]

    def button(self, ending: str) -> Button | None:
        return next((one for one in self.buttons() if one.data.endswith(f":{ending}")), None)

    @property
    def nodes(self) -> list[str]:
        """The nodes whose questions are on the screen, the first one first."""
        choices = [Choose.read(one.data) for row in self.screen.rows for one in row if one.data]
        return list(dict.fromkeys(one.node for one in choices if one and one.node != "talk"))

    @property
    def outcome(self) -> str:
        """The outcome that was told, empty while the talk goes on."""
        return self.session.told if self.session else ""

    def play(self, given: dict[str, Any]) -> str:
        """Answer every question as the case says, until the outcome is told; returns the severity."""
        if not self.session:
            self.start()
        for _ in range(40):
            if self.outcome:
                return self.outcome
            self._answer(self.nodes[0], _Told(given, self.engine))
        raise AssertionError("the talk does not end")

    def _answer(self, node: str, told: "_Told") -> None:
        known = self.engine.talk.flow.node(node)
        match known.kind:
            case "danger":
                self.tap(f"danger:{'yes' if told.any(self.engine.talk.flow.covered) else 'no'}")
            case "substances":
                for line in told.substances:
                    self.say(line)
                    self._not_what_was_meant()
                self.tap("substances:next" if told.substances else "substances:none")
            case "many":
                self._measure(known.measures, told)
                if self.outcome:
                    return
                for option in known.options:
                    if told.level(option.id) == "yes":
                        self.tap(f"{node}:{option.id}")
                if known.beside and self.button(f"{known.beside}:no"):
                    self._answer(known.beside, told)
                else:
                    self.tap(f"{node}:next" if self.session and self.session.draft else f"{node}:none")
            case "grid":
                levels = {row: told.level(row) for row in known.rows}
                for row, level in levels.items():
                    if level != "no":
                        self.tap(f"{node}:{row}={level}")
                if "no" in levels.values():
                    self.tap(f"{node}:none")
            case _:
                self._one(node, told)

    def _one(self, node: str, told: "_Told") -> None:
        if node == "heat" and "temperature_c" in told.measurements:
            self.say(f"{told.measurements['temperature_c']} C")
        elif node == "course":
            self.tap(f"course:{told.course}")
        else:
            sets = self.engine.talk.flow.node(node).options[0].sets
            self.tap(f"{node}:{told.level(next(iter(sets)))}")

    def _measure(self, names: list[str], told: "_Told") -> None:
        numbers = told.measurements
        if "systolic" in names and "systolic" in numbers and not told.said:
            self.say(f"bp {numbers['systolic']}/{numbers.get('diastolic', 80)}")
        for name, word in (("pulse", "pulse"), ("breaths", "breaths"), ("spo2", "spo2"), ("glucose_mmol", "sugar")):
            if name in names and name in numbers:
                self.say(f"{word} {numbers[name]}")

    def _not_what_was_meant(self) -> None:
        """A typed name that we do not know stays unknown, whatever is suggested."""
        while self.session and self.session.interruption:
            self.tap("talk:meant_else")


class _Told:
    """A vignette's `given`, as a person answers from it."""

    def __init__(self, given: dict[str, Any], engine: Engine) -> None:
        self._findings = {SAME_BUTTON.get(key, key): value for key, value in given.get("findings", {}).items()}
        self._person, self._course = given.get("person", {}), given.get("course", {})
        self.measurements: dict[str, float] = given.get("measurements", {})
        self.said = False
        self.substances = [
            " ".join(str(part) for part in (one["name"], one.get("amount", ""), one.get("when", "")) if part)
            for one in given.get("substances", [])
        ]
        self._engine = engine

    def any(self, findings: tuple[str, ...]) -> bool:
        return any(self.level(one) != "no" for one in findings)

    def level(self, fact: str) -> str:
        age = self._person.get("age", 30)
        flags = {
            "under_12": age < 12,
            "age_12_17": 12 <= age < 18,
            "over_65": age >= 65,
            "pregnant": self._person.get("pregnant", False),
            "long_illness": self._person.get("vulnerable", False),
            "new_or_raised": self._course.get("new_or_raised", False),
        }
        if fact in flags:
            return "yes" if flags[fact] else "no"
        return str(self._findings.get(fact, "no"))

    @property
    def course(self) -> str:
        if self._course.get("cannot_function"):
            return "cannot_function"
        return "worse" if self._course.get("worse") else "same"
