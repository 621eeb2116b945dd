"""`serocheck understand`: texts as JSON lines in, what they say as JSON lines out."""

import argparse
import sys
from typing import IO, Any

from bot.commands.json_lines import answer_lines
from flows.understanding import Reader, Understood
from flows.understanding.amounts.quantity import Quantity
from flows.understanding.times.ago import Ago
from knowledge.content import Content


class RecordError(ValueError):
    """A line that is JSON but no text to read."""


def add(parser: argparse.ArgumentParser) -> None:
    """Say what can be given."""
    parser.add_argument("file", nargs="?", type=argparse.FileType("rb"), help="JSON lines; standard input if left out")


def run(arguments: argparse.Namespace) -> int:
    """Understand every line; 1 if any can't be read."""
    return understand_lines(arguments.file or sys.stdin.buffer, sys.stdout.buffer, Reader(Content()))


def understand_lines(lines: IO[bytes], out: IO[bytes], reader: Reader) -> int:
    """Understand line by line. Returns the exit status."""
    return answer_lines(lines, out, lambda value: understand_record(value, reader))


def understand_record(record: Any, reader: Reader) -> dict[str, Any]:  # noqa: ANN401  any JSON may come in
    """One line of the contract (design.md 4); `now`, "HH:MM" where the person is, may be given too.

    Raises:
        RecordError: if it has no text.
    """
    if not isinstance(record, dict):
        raise RecordError("a line must be an object with a text")
    text, lang, now = record.get("text"), record.get("lang") or "", record.get("now")
    if not isinstance(text, str):
        raise RecordError("“text” must be a text")
    if not isinstance(lang, str):
        raise RecordError("“lang” must be a language code such as “en”")
    said = reader.read(text, now=_hour(now), lang=lang)
    return {"id": record.get("id"), **written(said)}


def written(said: Understood) -> dict[str, Any]:
    """What a text says, as the contract's JSON."""
    return {
        "lang": said.lang,
        "subject": said.subject,
        "substances": [
            {
                "id": one.id,
                "said": one.said,
                "status": one.status,
                **_amount(one.amount),
                **_ago(one.ago),
                "sure": one.sure,
                "span": list(one.span),
                "rule": one.rule,
            }
            for one in said.substances
        ],
        "findings": [
            {"id": one.id, "said": one.said, "status": one.status, "span": list(one.span), "rule": one.rule}
            for one in said.signs
        ],
        "measurements": dict(said.measurements),
        "self_harm": bool(said.self_harm),
        "danger": bool(said.danger or said.self_harm),
        "ask": [
            {"said": one.said, "options": list(one.ids), **_amount(one.amount), **_ago(one.ago), "span": list(one.span)}
            for one in said.doubts
        ],
    }


def _amount(amount: Quantity | None) -> dict[str, Any]:
    if amount and not amount.unit:
        return {"amount_said": amount.words}  # "too much": no number
    return {"amount": {"value": amount.value, "unit": amount.unit}} if amount else {}


def _ago(ago: Ago | None) -> dict[str, Any]:
    return {"hours_ago": [ago.low, ago.high]} if ago else {}


def _hour(now: object) -> float | None:
    """The hour of the day of "22:30"."""
    if not isinstance(now, str):
        return None
    hour, _, minute = now.partition(":")
    if not (hour.isdigit() and (minute or "0").isdigit()):
        raise RecordError("“now” must be a time such as “22:00”")
    return int(hour) % 24 + int(minute or 0) / 60
