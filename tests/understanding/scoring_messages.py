"""Scores an `understand(text)` function on whole messages."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.understanding.gold import Amount, Message, Substance
from tests.understanding.reading import RED_FLAGS, Reading, Understand, read, same
from tests.understanding.tally import Tally, mild_beside, same_amount, satisfied, share, within


@dataclass
class MessageScore:
    """How whole messages fared, part by part."""

    findings: Tally = field(default_factory=Tally)
    red_flags: Tally = field(default_factory=Tally)
    substances: Tally = field(default_factory=Tally)
    amounts: Tally = field(default_factory=Tally)
    times: Tally = field(default_factory=Tally)
    measurements: Tally = field(default_factory=Tally)
    self_harm: Tally = field(default_factory=Tally)
    danger: Tally = field(default_factory=Tally)
    ask: Tally = field(default_factory=Tally)
    right: Counter[str] = field(default_factory=Counter)  # of polarity, status, subject, and messages without a mistake
    asked: Counter[str] = field(default_factory=Counter)
    present_as_absent: int = 0
    misses: list[str] = field(default_factory=list)

    def mark(self, part: str, right: bool) -> None:
        self.asked[part] += 1
        self.right[part] += right

    def accuracy(self, part: str) -> float:
        return share(self.right[part], self.asked[part])


def score_messages(gold: Sequence[Message], understand: Understand) -> MessageScore:
    score = MessageScore()
    for message in gold:
        reading = read(understand, message.text)
        before = len(score.misses)
        _findings(score, message, reading)
        _substances(score, message, reading)
        score.measurements.compare(_numbers(message.measurements), _numbers(reading.measurements))
        _flags(score, message, reading)
        score.mark("message", len(score.misses) == before)
    return score


def _miss(score: MessageScore, message: Message, why: str) -> None:
    score.misses.append(f"message {message.text!r}: {why}")


def _findings(score: MessageScore, message: Message, reading: Reading) -> None:
    statuses = reading.statuses()
    said = reading.present() - {"self_harm"}
    wanted = {finding for finding, status in message.findings.items() if status == "present"}
    for finding in wanted:
        hit = satisfied(finding, message.instead, said)
        score.findings.add(right=hit, missed=not hit)
        if finding in RED_FLAGS:
            score.red_flags.add(right=hit, missed=not hit)
        if not hit:
            score.present_as_absent += statuses.get(finding) == "absent"
            _miss(score, message, f"{finding} is {statuses.get(finding, 'not found')}, want present")
    instead = {other for others in message.instead.values() for other in others}
    extra = said - wanted - {*message.maybe} - instead - mild_beside(wanted | {*message.maybe} | instead)
    score.findings.add(wrong=len(extra))
    score.red_flags.add(wrong=len(extra.intersection(RED_FLAGS)))
    for finding, status in message.findings.items():
        if finding in statuses:
            score.mark("polarity", statuses[finding] == status)
    if extra:
        _miss(score, message, f"{sorted(extra)} said to be present")


def _substances(score: MessageScore, message: Message, reading: Reading) -> None:
    wanted = {same(substance.id): substance for substance in message.substances}
    products = {
        one.said for one in reading.substances if one.said and same(one.id) in wanted
    }  # each may hold several substances
    said = {same(one.id) for one in reading.substances if same(one.id) in wanted or one.said not in products}
    said -= {same(other) for other in message.also}
    score.substances.compare(wanted.keys(), said | (wanted.keys() & {same(one.id) for one in reading.substances}))
    if wanted.keys() != said:
        _miss(score, message, f"substances: want {sorted(wanted)}, got {sorted(said)}")
    for ident, substance in wanted.items():
        found = [one for one in reading.substances if same(one.id) == ident]
        if not found:
            continue
        if substance.status:
            score.mark("status", any(one.status in {substance.status, *substance.or_status} for one in found))
        _amount(score.amounts, substance, [one.amount for one in found if one.amount])
        times = [one.hours_ago for one in found if one.hours_ago]
        if substance.hours_ago:
            hit = any(within(time, substance.hours_ago) for time in times)
            score.times.add(right=hit, missed=not hit, wrong=bool(times) and not hit)


def _amount(tally: Tally, substance: Substance, said: list[Amount]) -> None:
    if substance.amount is None:  # "a pill" may be read as one, or left
        tally.add(wrong=sum(not same_amount(one, substance.or_amounts) for one in said))
        return
    hit = any(same_amount(one, (substance.amount, *substance.or_amounts)) for one in said)
    tally.add(right=hit, missed=not hit, wrong=bool(said) and not hit)


def _numbers(measured: dict[str, float]) -> set[tuple[str, float]]:
    return {(name, round(value, 1)) for name, value in measured.items()}


def _flags(score: MessageScore, message: Message, reading: Reading) -> None:
    harm = "self_harm" in reading.present()
    for name, tally, wanted, said in (
        ("self-harm", score.self_harm, message.self_harm, harm),
        ("danger", score.danger, message.danger, reading.danger),
    ):
        if wanted is not None:
            tally.add(right=wanted and said, missed=wanted and not said, wrong=said and not wanted)
            if wanted != said:
                _miss(score, message, f"{name}: want {wanted}")
    if message.subject:
        score.mark("subject", reading.subject == message.subject)
        if reading.subject != message.subject:
            _miss(score, message, f"subject: want {message.subject}, got {reading.subject}")
    asked = _words([one.said for one in reading.ask])
    wanted_words = _words(message.ask)
    score.ask.add(right=len(wanted_words & asked), missed=len(wanted_words - asked))
    score.ask.add(wrong=0 if message.ask or message.maybe_ask else len(reading.ask))
    if wanted_words - asked:
        _miss(score, message, f"not asked: {sorted(wanted_words - asked)}")


def _words(said: Sequence[str]) -> set[str]:
    """The words, each without its plural s."""
    return {re.sub(r"(?<=.)s$", "", word) for one in said for word in re.findall(r"\w+", one.lower())}
