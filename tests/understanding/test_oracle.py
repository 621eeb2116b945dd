"""A reader that knows the expected answers scores full marks, so a score below that is the reader's fault, not ours."""

from typing import Any

import msgspec
import pytest

from tests.understanding.gold import SPLITS, DosesTimes, Message, Name, Phrase, Polarity, SelfHarm, Split, load
from tests.understanding.reading import RED_FLAGS
from tests.understanding.results import Results, results
from tests.understanding.scoring import FRAME


def record(substances: list[dict[str, Any]], findings: dict[str, str], **parts: object) -> dict[str, Any]:
    said = [{"id": finding, "said": "", "status": status} for finding, status in findings.items()]
    rest = {"subject": "none", "measurements": {}, "self_harm": False, "danger": False, "ask": []}
    return {**rest, "substances": substances, "findings": said, **parts}


def asked(words: list[str]) -> list[dict[str, Any]]:
    return [{"said": word, "options": []} for word in words]


def taken(name: str | None, **parts: object) -> list[dict[str, Any]]:
    return [{"id": name, "said": "", "status": "taken", "sure": True, **parts}] if name else []


def answers(split: Split) -> dict[str, dict[str, Any]]:
    """What the sets themselves say to each text."""
    known: dict[str, dict[str, Any]] = {}
    for harm in load(SelfHarm, split):
        known[harm.text] = record([], {}, self_harm=harm.self_harm)
    for one in load(Polarity, split):
        known[one.text] = record([], {one.finding: one.status})
    for sentence in load(DosesTimes, split):
        doses = [taken(dose.of, amount={"value": dose.value, "unit": dose.unit}) for dose in sentence.amounts]
        times = [taken(time.of, hours_ago=time.hours_ago) for time in sentence.times]
        known[sentence.text] = record([substance for one in (*doses, *times) for substance in one], {})
    for name in load(Name, split):
        text = FRAME.get(name.kind, "i took {}").format(name.text)
        known[text] = record(taken(name.id), {}, ask=asked([name.text] if name.meanings else []))
    for phrase in load(Phrase, split):
        known[phrase.text] = record([], {phrase.finding: "present"} if phrase.finding else {})
    for message in load(Message, split):
        parts = {"self_harm": bool(message.self_harm), "danger": bool(message.danger), "ask": asked(message.ask)}
        substances = [{"status": "taken"} | _plain(substance) for substance in message.substances]
        subject = message.subject or "none"
        numbers = message.measurements
        known[message.text] = record(substances, dict(message.findings), subject=subject, measurements=numbers, **parts)
    return known


def _plain(substance: msgspec.Struct) -> dict[str, Any]:
    return {key: value for key, value in msgspec.to_builtins(substance).items() if value is not None}


@pytest.fixture(scope="module", params=SPLITS)
def perfect(request: pytest.FixtureRequest) -> Results:
    return results(answers(request.param).__getitem__, request.param)


def test_everything_is_right(perfect: Results) -> None:
    assert not perfect.misses()
    assert perfect.phrases.tally.f1 == perfect.messages.findings.f1 == perfect.messages.substances.f1 == 1
    assert perfect.amounts.f1 == perfect.times.f1 == perfect.messages.amounts.f1 == perfect.messages.times.f1 == 1
    assert perfect.polarity.accuracy == perfect.messages.accuracy("message") == perfect.weakest(RED_FLAGS) == 1
    assert perfect.present_as_absent == perfect.self_harm.wrong == perfect.self_harm.missed == 0
