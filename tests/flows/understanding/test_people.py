"""Age, pregnancy and illness are read from any words, and doses, times and old things are none of them."""

import pytest

from flows.understanding import People


@pytest.mark.parametrize(
    ("said", "flag"),
    [
        ("im 15 and took kratom and feel sick", "age_12_17"),
        ("I'm 16, took 7oh", "age_12_17"),
        ("I (15f) took kratom", "age_12_17"),
        ("15yo", "age_12_17"),
        ("15 y/o took kratom", "age_12_17"),
        ("my 10 year old took kratom", "under_12"),
        ("my 6 month old swallowed a pill", "under_12"),
        ("im 70 and took kratom, sweaty", "over_65"),
        ("my grandma took my kratom", "over_65"),
        ("i'm 8 weeks pregnant", "pregnant"),
        ("gave birth 3 weeks ago, took kratom", "pregnant"),
        ("not sure if im pregnant", "pregnant"),
        ("breastfeeding", "pregnant"),
        ("im diabetic and took kratom", "long_illness"),
        ("i have epilepsy", "long_illness"),
    ],
)
def test_what_is_said_of_the_person_is_read(said: str, flag: str) -> None:
    assert People().read(said).flags == (flag,)


@pytest.mark.parametrize(
    "said",
    [
        "",
        "🆘",
        "im 15 minutes in",
        "im 8 g in",
        "im 200 lbs",
        "took 15 pills",
        "kratom 15",
        "my 3 year old bottle of tramadol",
        "ive been on zoloft 15 years",
        "not pregnant",
        "im not pregnant or breastfeeding",
        "gave birth 3 years ago",
        "no i dont have diabetes",
        "im 40",
    ],
)
def test_what_says_nothing_of_it_ticks_nothing(said: str) -> None:
    assert not People().read(said).flags


def test_a_number_alone_is_an_age_only_where_that_is_asked() -> None:
    assert People().read("71").age is None
    assert People().read("71", bare=True).flags == ("over_65",)
