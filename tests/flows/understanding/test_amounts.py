"""Amounts: how people write numbers, units and multiples, and that too little is never read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.understanding import Reader
from flows.understanding.amounts.amounts import quantities
from knowledge.spoken_numbers import number

ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("2 1/2", 2.5),
        ("2½", 2.5),
        ("one and a half", 1.5),
        ("1,000", 1000),
        ("0,5", 0.5),
        (".25", 0.25),
        ("a hundred and fifty", 150),
        ("one fifty", 150),
        ("half a dozen", 6),
        ("three quarters of", 0.75),
        ("a couple", 2),
    ],
)
def test_numbers_as_people_write_them(said: str, value: float) -> None:
    assert number(said) == value


@given(st.integers(0, 7), st.integers(0, 8))
def test_every_number_of_two_words_is_read(ten: int, one: int) -> None:
    assert number(f"{TENS[ten]} {ONES[one]}") == (ten + 2) * 10 + one + 1


@given(st.integers(1, 99_999))
def test_a_thousands_comma_never_makes_less_of_it(milligrams: int) -> None:
    (one,) = quantities(f"{milligrams:,} mg")
    assert one.value == milligrams


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("a gram and a half of kratom", 1.5, "g"),
        ("took 2x50mg tramadol", 100, "mg"),
        ("tramadol 50mg x 2", 100, "mg"),
        ("two of the 50mg tramadols", 100, "mg"),
        ("3 tablets of 50 mg tramadol", 150, "mg"),
        ("took 4 kratom capsules (500mg each)", 2000, "mg"),
        ("half a 50mg trazodone", 25, "mg"),
        ("tramadol 50 mg twice a day", 50, "mg"),
        ("4g to 5g of kratom", [4, 5], "g"),
        ("between 4 and 5 grams of kratom", [4, 5], "g"),
        ("8 or so grams of kratom", 8, "g"),
        ("0.5mg ativan didnt help so i took another 0.5", 1, "mg"),
        ("a point of meth", 0.1, "g"),
        ("two points of meth", 0.2, "g"),
        ("3 heaping teaspoons of kratom", 3, "tsp"),
        ("12 kratom capsules", 12, "capsule"),
        ("25 benadryls", 25, "tablet"),
        ("15 mirtazapine", 15, "mg"),
        ("xanax 2", 2, "mg"),
        ("a bottle of wine", 1, "bottle"),
        ("6 pack of beer", 6, "drink"),
    ],
)
def test_units_and_multiples(text: str, value: object, unit: str, reader: Reader) -> None:
    amount = reader.read(text).substances[0].amount
    assert amount
    assert (amount.value, amount.unit) == (value, unit)


@pytest.mark.parametrize("text", ["kratom 3 nights ago", "kratom at 20 past 8", "im 34 and took kratom"])
def test_a_number_of_a_time_or_an_age_is_no_amount(text: str, reader: Reader) -> None:
    (one,) = reader.read(text, now=22).substances
    assert one.amount is None


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("kratom 4 g 3 times today", "12 g"),
        ("5 g of kratom three times so far", "15 g"),
        ("took 4g kratom twice tonight", "8 g"),
        ("kratom 4 g 3 times", "12 g"),
        ("zoloft 50 mg 2 times a day", "50 mg"),
        ("kratom 4 g and threw up 3 times today", "4 g"),
    ],
)
def test_what_was_taken_several_times_today_adds_up(reader: Reader, text: str, amount: str) -> None:
    assert [one.amount for one in reader.read(text).taken] == [amount]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("kratom 4g this morning, 4g at noon and 4g now", "12 g"),
        ("8g kratom then another 8g", "16 g"),
        ("8 g kratom this morning and 4 g kratom now", "12 g"),
        ("zoloft 100mg and kratom 4g this morning then 4g more", "8 g"),
        ("kratom 4g 4g 4g", "12 g"),
        ("kratom 8 g, was sick, then maybe 4 g", "12 g"),
        ("kratom 4g + 500mg", "4.5 g"),
        ("kratom: 3 scoops, then 2 scoops", "5 scoops"),
        ("took 2 tabs kratom then 2 more", "4 tablets"),
    ],
)
def test_amounts_of_one_thing_add_up(reader: Reader, text: str, amount: str) -> None:
    assert {one.id: one.amount for one in reader.read(text).taken}["kratom"] == amount


@pytest.mark.parametrize(
    "text",
    [
        "8g kratom (about 8 grams)",
        "8g kratom, 8 grams",
        "8g kratom, usually 6g",
        "8 g kratom and have 20 g left",
        "kratom 4g + 4g = 8g",
        "4g kratom and 4g kratom, 8 g total",
        "8 g kratom and 8mg of something",
        "8 g kratom and 100 mg tramadol",
    ],
)
def test_what_says_an_amount_again_or_is_no_dose_adds_nothing(reader: Reader, text: str) -> None:
    assert {one.id: one.amount for one in reader.read(text).taken}["kratom"] == "8 g"


def test_amounts_without_a_name_add_up(reader: Reader) -> None:
    assert reader.read("5 g and then about 6 g").amount == "11 g"


@pytest.mark.parametrize("text", ["kratom 4g 2 weeks ago and 4g now", "kratom 2 weeks ago and kratom now"])
def test_of_several_doses_the_far_time_of_one_is_not_that_of_all(reader: Reader, text: str) -> None:
    (one,) = reader.read(text).taken

    assert one.when is None


@pytest.mark.parametrize(
    ("text", "ident", "amount"),
    [
        ("doubled my lexapro by accident and took kratom, nauseous", "escitalopram", "2 times usual"),
        ("took twice my lexapro", "escitalopram", "2 times usual"),
        ("took like half the bag of kratom", "kratom", "half the bag"),
        ("took a bag of kratom", "kratom", "a bag"),
        ("whole bag of kratom", "kratom", "whole bag"),
        ("i took too much kratom, sweating", "kratom", "too much"),
        ("i tok 2 mcuh kratm", "kratom", "too much"),
        ("took a lot of kratom", "kratom", "a lot"),
        ("took more kratom than usual", "kratom", "more than usual"),
        ("took an extra zoloft", "sertraline", "an extra"),
        ("took too much kratom, like 12 g", "kratom", "12 g"),
    ],
)
def test_more_than_it_should_be_is_kept_in_words(reader: Reader, text: str, ident: str, amount: str) -> None:
    assert {one.id: one.amount for one in reader.read(text).taken}[ident] == amount


@pytest.mark.parametrize("text", ["not too much kratom", "a lot of pain after kratom", "didnt take too much kratom"])
def test_what_is_not_too_much_of_it_is_no_amount(reader: Reader, text: str) -> None:
    assert not any(one.amount for one in reader.read(text).substances)


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("MDMA: 120mg. Sertraline: 50mg", {"mdma": "120 mg", "sertraline": "50 mg"}),
        ("Lexapro, 20 mg. Adderall, 15 mg.", {"escitalopram": "20 mg", "amphetamine": "15 mg"}),
        ("MDMA 120mg Sertraline 50mg", {"mdma": "120 mg", "sertraline": "50 mg"}),
        ("zoloft - 50mg - kratom - 8g", {"sertraline": "50 mg", "kratom": "8 g"}),
        (
            "zoloft: 100 mg\nkratom: 6 g\nxanax: 0.5 mg",
            {"sertraline": "100 mg", "kratom": "6 g", "alprazolam": "0.5 mg"},
        ),
        ("Zoloft\n100mg\nKratom\n8g", {"sertraline": "100 mg", "kratom": "8 g"}),
        ("| kratom | 5g |\n| prozac | 20mg |", {"kratom": "5 g", "fluoxetine": "20 mg"}),
        ("kratom (8g), zoloft (50mg)", {"kratom": "8 g", "sertraline": "50 mg"}),
        ("8g kratom, 50mg zoloft, 2 beers", {"kratom": "8 g", "sertraline": "50 mg", "alcohol": "2 drinks"}),
        ("50mg of zoloft. 8g of kratom.", {"sertraline": "50 mg", "kratom": "8 g"}),
        ("zoloft 8g kratom", {"sertraline": None, "kratom": "8 g"}),
        ("zoloft 50mg kratom", {"sertraline": "50 mg", "kratom": None}),
        ("took 8g. zoloft is my daily med", {"sertraline": None}),
        ("8g. kratom", {"kratom": "8 g"}),
        ("took 8g... kratom", {"kratom": "8 g"}),
        ("couple of pints and 50mg zoloft", {"alcohol": "2 drinks", "sertraline": "50 mg"}),
    ],
)
def test_an_amount_goes_to_the_name_in_its_own_sentence_and_list(
    text: str, amounts: dict[str, str | None], reader: Reader
) -> None:
    assert {one.id: one.as_said.amount for one in reader.read(text).substances} == amounts


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("my doctor raised it, went from 75 to 150mg effexor", "150 mg"),
        ("they upped my prozac from 20 to 40", "40 mg"),
        ("my zoloft got bumped from 50mg to 100mg", "100 mg"),
        ("anywhere from 4 to 8 g of kratom", "8 g"),
        ("two of the 25s (benadryl)", "50 mg"),
        ("four 50s of tramadol", "200 mg"),
        ("eight (8) 25mg diphenhydramine capsules total", "200 mg"),
        ("half a press ecstasy, 220 mg pill supposedly, so about 110mg", "110 mg"),
        ("a quarter of a xan bar", "0.25 bars"),
        ("popped an oxy at lunch", "1 tablet"),
        ("he took a xanax", "1 tablet"),
        ("had a gin", "1 drink"),
        ("a double vodka", "2 drinks"),
        ("a glass of red", "1 drink"),
        ("double scoop of preworkout", "2 scoops"),
        ("tramadol 50 mg tablets, they come in 30 packs. took three of them", "150 mg"),
        ("they gave me oxycodone 5mg x 20 tablets, ive only taken one", "5 mg"),
        ("zoloft 50mg pills, had 4 at 9pm", "200 mg"),
        ("a gram of ketamine for $40, split it, did half a gram", "0.5 g"),
        ("bought 50g of kratom and took 5g", "5 g"),
        ("kratom: 5g in the morning, 5g at night, 10g total", "10 g"),
        ("kratom 10g today, 5 in the morning and 5 at night", "10 g"),
        ("10 coricidin", "10 tablets"),
        ("4 oz bottle of robitussin, drank the whole thing", "113.4 g"),
    ],
)
def test_what_was_taken_is_the_amount(text: str, amount: str, reader: Reader) -> None:
    (one,) = reader.read(text).substances
    assert one.as_said.amount == amount


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("took 8g kratom, so 2g more", "10 g"),
        ("took 10g kratom, total 8g", "10 g"),
        ("had a ketamine infusion", None),
        ("a red bull and some kratom", None),
        ("took a kratom shot", None),
        ("in my 20s i took kratom", None),
        ("bought 50g of kratom", "50 g"),
    ],
)
def test_in_doubt_it_was_the_larger_amount_or_is_not_known(text: str, amount: str | None, reader: Reader) -> None:
    assert reader.read(text).substances[0].as_said.amount == amount


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("half a press ecstasy, 220 mg pill", []),
        ("my tramadol is 50 mg tablets. took three of them", []),
        ("ecstasy and a pill", ["a pill"]),
        ("kratom and 4 of them", ["4 of them"]),
        ("took zoloft. found a 30mg pill and ate it", ["pill"]),
    ],
)
def test_what_a_name_comes_as_is_nothing_else(text: str, asked: list[str], reader: Reader) -> None:
    assert [one.said for one in reader.read(text).doubts] == asked


@pytest.mark.parametrize(
    "text",
    [
        "Sertraline comes in 25mg, 50mg and 100mg tablets, right?",
        "They only sell sertraline in 250g bags near me",
        "whats the difference between the 50mg sertraline and the 100mg sertraline",
        "is sertraline 50mg stronger than before",
    ],
)
def test_a_strength_that_is_sold_or_asked_about_was_not_taken(text: str, reader: Reader) -> None:
    assert not [one for one in reader.read(text).substances if one.counts]


@pytest.mark.parametrize(
    "text", ["missed my 50mg zoloft, never took it", "i skipped my 50 mg zoloft", "forgot to take my 50mg zoloft"]
)
def test_a_missed_dose_is_no_amount_but_the_medicine_is_taken_daily(text: str, reader: Reader) -> None:
    (one,) = reader.read(text).substances
    assert (one.status, one.amount) == ("regular", None)


@pytest.mark.parametrize(
    "text",
    [
        "my friend sells xanax and gave me 2",
        "they sell kratom here so i bought some and took 8g",
        "my zoloft comes in 50mg and im shaking",
        "im on prozac which costs a lot",
    ],
)
def test_what_is_sold_or_compared_may_have_been_taken_too(text: str, reader: Reader) -> None:
    assert [one for one in reader.read(text).substances if one.counts]


def test_daily_before_a_comma_is_said_of_the_name_before_it(reader: Reader) -> None:
    read = reader.read("sertraline 100 mg daily, MDMA 150mg and my lexapro went up from 10 to 20")
    assert {one.id: (one.status, one.as_said.amount) for one in read.substances} == {
        "sertraline": ("regular", "100 mg"),
        "mdma": ("taken", "150 mg"),
        "escitalopram": ("taken", "20 mg"),
    }


def test_how_often_it_is_taken_is_no_time(reader: Reader) -> None:
    (one,) = reader.read("10 mg oxy every 4 hours since noon", now=22.0).substances
    assert one.ago is None or one.ago.low == 0


@pytest.mark.parametrize(
    ("text", "ident", "amount"),
    [
        ("i missed my paxil for 2 days then took 3 at once", "paroxetine", "3 tablets"),
        ("i forgot im on 20mg citalopram", "citalopram", "20 mg"),
        ("pulse 140 took molly", "mdma", None),
        ("drinking wine, took kratom caps too, maybe 8 of them", "kratom", "8 capsules"),
        ("doctor upped my zoloft to 150", "sertraline", "150 mg"),
    ],
)
def test_a_number_is_that_of_what_it_is_said_of(text: str, ident: str, amount: str | None, reader: Reader) -> None:
    assert {one.id: one.as_said.amount for one in reader.read(text).substances}[ident] == amount
