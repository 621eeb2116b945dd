"""Amounts that take two readings: so many of one strength, amounts put right, and amounts that are somebody else's."""

import pytest

from flows.understanding import Reader


def amounts(reader: Reader, text: str) -> dict[str, tuple[object, str]]:
    """The amount and unit of each substance."""
    taken = reader.read(text, now=22.0).substances
    return {one.id: (one.amount.value, one.amount.unit) for one in taken if one.amount}


@pytest.mark.parametrize(
    ("text", "ident", "milligrams"),
    [
        ("my son took 4 tramadol 50mg", "tramadol", 200),
        ("took the lot, 60 propranolol 40mg", "propranolol", 2400),
        ("had 6 oxy 10s", "oxycodone", 60),
        ("one ibuprofen 400 at 5", "ibuprofen", 400),
        ("2 of my brothers concerta 36s", "methylphenidate", 72),
        ("ritalin 10 x 3 snorted", "methylphenidate", 30),
        ("1.200mg gabapentin", "gabapentin", 1200),
        ("gabapentin 3 x 800, kratom 20g", "gabapentin", 2400),
        ("buddy ingested 20 dxm gelcaps 15mg", "dextromethorphan", 300),
        ("six kratom capsules, the 600 mg kind", "kratom", 3600),
        ("she took 3 seroquel of 25 mg", "quetiapine", 75),
        ("my roomate took 150zoloft", "sertraline", 150),
        ("4tsp kratom n lexapro10", "escitalopram", 10),
        ("prescribed klonopin ages ago and took 5mg total", "clonazepam", 5),
    ],
)
def test_so_many_of_one_strength_are_that_many_times_as_much(
    text: str, ident: str, milligrams: float, reader: Reader
) -> None:
    assert amounts(reader, text)[ident] == (milligrams, "mg")


@pytest.mark.parametrize(
    ("text", "ident", "amount"),
    [
        ("took 4 tramadol.. actually 5 sorry", "tramadol", (5, "tablet")),
        ("8 grams kratom *18", "kratom", (18, "g")),
        ("5 g kratom, no wait 7 g", "kratom", (7, "g")),
        ("she had ten milligrams of valium, correction, twenty", "diazepam", (20, "mg")),
        ("bought 250g of kratom, used maybe 7 of it", "kratom", (7, "g")),
        ("planned on 2 xanax, took 1", "alprazolam", (1, "tablet")),
        ("took the rest of the bag of kratom, 14 g or so", "kratom", (14, "g")),
        ("used to do 30g kratom a day in 2021. today only 4g", "kratom", (4, "g")),
        ("5 grams of kratom then another 3 an hour later", "kratom", (8, "g")),
        ("6 grams kratom, topped up with 2 more about 30 mins ago", "kratom", (8, "g")),
        ("5g at noon and 3 more at 6. kratom. feel sick", "kratom", (8, "g")),
        ("zero point seven grams of kratom", "kratom", (0.7, "g")),
        ("five an a half grams of kratom", "kratom", (5.5, "g")),
        ("bar n a half of xanax", "alprazolam", (1.5, "bar")),
        ("8 or 9 ish took 2 of my moms ativan", "lorazepam", (2, "tablet")),
        ("tonight 8 cans since 4 oclock", "alcohol", (8, "drink")),
    ],
)
def test_the_amount_is_what_was_taken_in_the_end(
    text: str, ident: str, amount: tuple[object, str], reader: Reader
) -> None:
    assert amounts(reader, text)[ident] == amount


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kratom with my tea (7g) n then me nightly amitrip 25", {"amitriptyline": (25, "mg")}),
        ("6g at 1pm and 6 again at 7. Bupropion 150 xl every morning", {"bupropion": (150, "mg")}),
        (
            "prescribed venlafaxine 75mg mane and took four grams of kratom",
            {"venlafaxine": (75, "mg"), "kratom": (4, "g")},
        ),
    ],
)
def test_an_amount_is_never_added_to_that_of_another_thing(
    text: str, expected: dict[str, tuple[object, str]], reader: Reader
) -> None:
    assert amounts(reader, text).items() >= expected.items()
