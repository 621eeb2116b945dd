"""`assess` and `understand` as a program that feeds them: every line gets an answer, whatever it holds."""

from io import BytesIO
from typing import Any

import msgspec
import pytest

from bot.commands.assess import assess_lines
from bot.commands.interactions import interaction_lines
from bot.commands.understand import understand_lines
from flows.understanding import Reader
from knowledge.content import Content

LAST = b'{"id": "last", "findings": {"seizure": "yes"}}\n'


def assessed(content: Content, *lines: bytes) -> tuple[int, list[dict[str, Any]]]:
    """The exit status and what came out."""
    out = BytesIO()
    status = assess_lines(BytesIO(b"".join(lines)), out, content)
    return status, [msgspec.json.decode(line) for line in out.getvalue().splitlines()]


def one(content: Content, case: dict[str, Any]) -> dict[str, Any]:
    """The answer to one case."""
    return assessed(content, msgspec.json.encode(case) + b"\n")[1][0]


@pytest.mark.parametrize(
    "line",
    [
        b"not json\n",
        b"[" * 100_000 + b"\n",
        b"\xff\xfe\n",
        b"null\n",
        b'{"findings": {"tremor": true}}\n',
        b'{"findings": {"tremors": "yes"}}\n',
        b'{"measurements": {"pulse": NaN}}\n',
        b'{"measurements": {"pulse": true}}\n',
        b'{"measurements": {"spo2": 140}}\n',
        b'{"substances": [null]}\n',
        b'{"substances": [{"name": "kratom", "dose": "3 g"}]}\n',
        b'{"person": {"age": "8"}}\n',
    ],
)
def test_a_bad_line_says_so_and_the_next_is_read(content: Content, line: bytes) -> None:
    status, (bad, last) = assessed(content, line, LAST)

    assert status == 1
    assert set(bad) == {"id", "error"}
    assert last["severity"] == "severe"


@pytest.mark.parametrize(
    "amount", [{"value": [3, None], "unit": "g"}, {"value": None}, {"value": {"a": 1}, "unit": []}, {}]
)
def test_an_amount_of_odd_parts_is_unknown(content: Content, amount: dict[str, Any]) -> None:
    found = one(content, {"substances": [{"name": "venlafaxine", "amount": amount}]})

    assert [because["rule"] for because in found["because"]] == ["R7a"]


def test_a_byte_order_mark_and_blank_lines_are_no_bad_lines(content: Content) -> None:
    status, answers = assessed(content, b"\xef\xbb\xbf" + LAST, b"\n", b"  \r\n", LAST)

    assert status == 0
    assert len(answers) == 2


def test_understand_reads_on_after_a_line_that_nests_too_deep(content: Content) -> None:
    out = BytesIO()

    status = understand_lines(BytesIO(b"[" * 100_000 + b'\n{"id": 2, "text": "hi"}\n'), out, Reader(content))

    assert status == 1
    assert [msgspec.json.decode(line)["id"] for line in out.getvalue().splitlines()] == [None, 2]


@pytest.mark.parametrize(("given", "severity"), [(98.6, "none"), (100.4, "severe"), (99.9, "mild"), (20, "severe")])
def test_a_temperature_that_only_fahrenheit_can_mean_is_read_so(content: Content, given: float, severity: str) -> None:
    case = {"substances": [{"name": "kratom"}], "measurements": {"temperature_c": given}}

    assert one(content, case)["severity"] == severity


def test_a_pressure_that_cannot_be_is_not_sure_and_not_normal(content: Content) -> None:
    assert one(content, {"measurements": {"systolic": 120, "diastolic": 5}})["severity"] == "mild"


@pytest.mark.parametrize(
    ("beside", "said"),
    [
        ("kratom", "meth"),
        ("gas station heroin", "sertraline"),
        ("zoloft", "nardyll"),
        ("sertraline", "harnylcypromine"),
    ],
)
def test_a_name_with_several_meanings_is_never_the_calmer_one(content: Content, beside: str, said: str) -> None:
    signs = {"restlessness": "yes", "sweating": "yes", "shivering": "yes"}

    found = one(content, {"substances": [{"name": beside}, {"name": said}], "findings": signs})

    assert found["severity"] == "severe"


def test_a_name_only_near_to_ours_is_still_listed_as_unknown(content: Content) -> None:
    assert one(content, {"substances": [{"name": "methadrone"}]})["unknown_substances"] == ["methadrone"]


@pytest.mark.parametrize("name", ["kratom_leaf", "kratom leaf", "Kratom Leaf", "opioid other", "maoi-b"])
def test_a_class_is_known_however_it_is_spelt(content: Content, name: str) -> None:
    assert one(content, {"substances": [{"name": name}]})["unknown_substances"] == []


def test_eight_doubtful_names_are_read_as_all_they_can_mean(content: Content) -> None:
    names = ["meth", "k", "blues", "dope", "lean", "dex", "speed", "subs"]

    found = one(content, {"substances": [{"name": name} for name in names], "findings": {"headache": "yes"}})

    assert found["severity"] == "severe"


def test_the_pairs_of_a_doubtful_name_say_the_doubt_and_the_worst(content: Content) -> None:
    lines = list(interaction_lines(["kratom", "gas station heroin"], content))

    assert "can mean" in lines[0]
    assert lines[1].startswith("4 ")
