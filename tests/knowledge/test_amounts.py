"""How people say how much and when, and what that makes of the dose band and the window."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.ago import read_hours_ago
from knowledge.amounts import in_pieces, read_amount
from knowledge.assessed import answer
from knowledge.case import read
from knowledge.content import Content
from knowledge.doses import band_of


@pytest.mark.parametrize(
    ("words", "mg"),
    [
        ("12 gm", 12_000),
        ("8 g to 12 g", 12_000),
        ("8-12 g", 12_000),
        ("2 g (2000 mg)", 2_000),
        ("5 g then 10 g", 15_000),
        ("5 g, 2 hours later 6 g", 11_000),
        ("20 capsules of 600 mg", 12_000),
        ("3 x 5 g", 15_000),
        ("3 times 5 g", 15_000),
        ("5 g three times today", 15_000),
        ("twice 6 g", 12_000),
        ("6 × 50 mg", 300),
        ("2 100 mg tablets", 200),
        ("15,000 mg", 15_000),
        ("15 000 mg", 15_000),
        ("1.500 mg", 1_500),
        ("twenty grams", 20_000),
        ("100 µg", 0.1),
        ("1 oz", 28_350),
    ],
)
def test_a_weight_is_read_however_it_is_written(words: str, mg: float) -> None:
    assert read_amount(words).mg == pytest.approx(mg)


@pytest.mark.parametrize(
    ("words", "times"),
    [
        ("6x", 6),
        ("x6", 6),
        ("6 usual doses", 6),
        ("six times my dose", 6),
        ("twice the usual", 2),
        ("double dose", 2),
        ("an extra dose", 2),
        ("2 extra doses", 3),
    ],
)
def test_a_multiple_of_the_usual_dose_is_read(words: str, times: float) -> None:
    assert read_amount(words).times == pytest.approx(times)


@pytest.mark.parametrize(
    ("name", "words", "band"),
    [
        ("kratom", "10 g", 0),
        ("kratom", "more than 10 g", 1),
        ("kratom", "more than usual", 1),
        ("kratom", "over 25 g", 2),
        ("kratom", "do not know", 2),
        ("kratom", "a large amount, do not know", 3),
        ("sertraline", "5x", 2),
        ("sertraline", "more than 5x", 3),
        ("sertraline", "the whole pack", 3),
        ("methamphetamine", "3 pills", 2),
        ("methamphetamine", "5 pills", 3),
        ("mdma", "re-dosed", 1),
        ("tramadol", "13 x 50 mg", 3),
        ("tramadol", "100 mg five times a day", 2),
        ("kratom", "5 g three times a day", 1),
        ("phenelzine", "15 mg three times a day", 0),
        ("phenelzine", "45 mg daily", 0),
        ("phenelzine", "600 mg daily", 3),
        ("phenelzine", "an extra dose", 3),
        ("sertraline", "100 mg twice a day", 0),
        ("venlafaxine", "once daily", 0),
        ("venlafaxine", "the standard dose", 0),
    ],
)
def test_an_amount_gets_the_band_of_the_specification(content: Content, name: str, words: str, band: int) -> None:
    family = content.classes[content.class_of[name]]

    assert band_of(read_amount(words), family.bands, content.substances[name]) == band


def test_a_bare_number_counts_the_pieces_that_the_name_says() -> None:
    assert in_pieces("2", "beer") == "2 beer"
    assert in_pieces("2", "sertraline") == "2"


@pytest.mark.parametrize("words", ["", "?", "12", "1e3 mg", "a bit", "x" * 600])
def test_what_cannot_be_read_is_unknown_and_not_little(words: str) -> None:
    assert read_amount(words).unknown


@given(st.text(max_size=80))
def test_a_doubt_beside_any_words_makes_the_amount_unknown(words: str) -> None:
    assert read_amount(f"{words} do not know").unknown


@given(st.text(max_size=80))
def test_today_beside_any_words_is_inside_every_window(words: str) -> None:
    assert read_hours_ago(f"{words} today") is None


@pytest.mark.parametrize(
    ("words", "hours"),
    [
        (30, 30),
        ("30 h ago", 30),
        ("last dose about 4 days ago", 96),
        ("twelve days ago", 288),
        ("a year ago", 8760),
        ("1 week and 2 days ago", 216),
        ("2 and a half days ago", 60),
        ("2-4 days ago", 48),
        ("between 2 and 4 days ago", 48),
        ("3 days ago, 2 hours ago", 2),
    ],
)
def test_a_time_is_the_least_that_the_words_allow(words: str | float, hours: float) -> None:
    assert read_hours_ago(words) == pytest.approx(hours)


@pytest.mark.parametrize(
    "words",
    [
        "for 3 weeks",
        "daily for 2 months",
        "started 3 weeks ago",
        "since 2 weeks",
        "within the last 5 weeks",
        "less than 4 days ago",
        "the last 4 days",
        "4 days ago and again today",
        "yesterday",
        "some time",
    ],
)
def test_who_still_takes_it_is_inside_every_window(words: str) -> None:
    assert read_hours_ago(words) is None


@pytest.mark.parametrize(
    ("doses", "call_now"),
    [
        ([{"amount": "20 g"}], False),
        ([{"amount": "20 g"}, {"amount": "20 g"}], True),
        ([{"amount": "20 g"}, {"amount": "20 g", "when": "3 days ago"}], False),
    ],
)
def test_doses_of_one_substance_within_a_day_are_weighed_together(
    doses: list[dict[str, str]], call_now: bool, content: Content
) -> None:
    taken = [{"name": "kratom", **dose} for dose in doses]

    assert answer(read({"substances": taken}), content)["call_now"] is call_now


def test_two_usual_doses_of_a_daily_medicine_are_no_overdose(content: Content) -> None:
    twice = [{"name": "phenelzine", "amount": "15 mg"}] * 2

    assert answer(read({"substances": twice}), content)["severity"] == "none"
