"""What a text says: each part of the reader by the sentences that show it."""

import pytest

from flows.understanding import Reader


def present(reader: Reader, text: str) -> set[str]:
    return {one.id for one in reader.read(text).signs if one.status == "present"}


def status(reader: Reader, text: str) -> dict[str, str]:
    return {one.id: one.status for one in reader.read(text).signs}


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("wont wake up", "unresponsive"),
        ("breathing real slow", "slow_breathing"),
        ("legs keep bouncing on their own", "spontaneous_clonus"),
        ("eyes doing the jiggle thing", "ocular_clonus"),
        ("stiff as a board", "rigidity"),
        ("talking to people who arent there", "hallucinations"),
        ("i cnat breath", "trouble_breathing"),
        ("shes siezing", "seizure"),
        ("he is burnin up", "fever"),
    ],
)
def test_how_scared_people_say_it(text: str, finding: str, reader: Reader) -> None:
    assert finding in present(reader, text)
    assert reader.read(text).danger


@pytest.mark.parametrize(
    ("text", "finding", "expected"),
    [
        ("no fever, sweating", "sweating", "present"),
        ("no fever, chills or rigidity", "rigidity", "absent"),
        ("i cant stop shaking", "severe_tremor", "present"),
        ("pupils are not big", "dilated_pupils", "absent"),
        ("can kratom cause seizures", "seizure", "hypothetical"),
        ("i had a seizure last year", "seizure", "past"),
        ("i had a seizure back in 2019", "seizure", "past"),
        ("shaking so badly i couldnt get the pill back in the bottle", "severe_tremor", "present"),
        ("walking like im drunk", "incoordination", "present"),
        ("sternal rub negative", "unresponsive", "present"),
        ("had seizures as a kid but now im seizing again", "seizure", "present"),
        ("temp 98.6", "fever", "absent"),
        ("temp 103", "fever", "present"),
        ("denies fever and chills", "shivering", "absent"),
    ],
)
def test_polarity_leans_to_safety(text: str, finding: str, expected: str, reader: Reader) -> None:
    assert status(reader, text)[finding] == expected


@pytest.mark.parametrize(
    ("text", "ident", "expected"),
    [
        ("took kratom", "kratom", "taken"),
        ("im on zoloft", "sertraline", "regular"),
        ("zoloft every morning", "sertraline", "regular"),
        ("can i take kratom", "kratom", "planned"),
        ("i didnt take any kratom", "kratom", "denied"),
        ("came off nardil ten days ago", "phenelzine", "past"),
    ],
)
def test_what_is_said_of_a_substance(text: str, ident: str, expected: str, reader: Reader) -> None:
    assert {one.id: one.status for one in reader.read(text).substances}[ident] == expected


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("8g kratom", 8.0, "g"),
        ("2 1/2 tablespoons kratom", 2.5, "tbsp"),
        ("6-8g kratom", [6.0, 8.0], "g"),
        ("five 50mg tramadol", 250.0, "mg"),
        ("zoloft 100", 100.0, "mg"),
        ("half a bottle of kratom", 0.5, "bottle"),
    ],
)
def test_amounts_keep_ranges_and_units(text: str, value: object, unit: str, reader: Reader) -> None:
    (one,) = reader.read(text).substances
    assert one.amount
    assert (one.amount.value, one.amount.unit) == (value, unit)


def test_times_are_intervals(reader: Reader) -> None:
    (one,) = reader.read("kratom last night", now=22).substances
    assert one.ago
    assert (one.ago.low, one.ago.high) == (14, 28)


@pytest.mark.parametrize("text", ["k", "took k and im on zoloft", "smoked some ice"])
def test_a_word_of_many_meanings_is_asked_about(text: str, reader: Reader) -> None:
    assert reader.read(text).doubts


@pytest.mark.parametrize("text", ["plavix", "my wife is kind", "a bowl of celery", "the trampoline", "put ice on it"])
def test_other_words_name_nothing(text: str, reader: Reader) -> None:
    said = reader.read(text)
    assert not said.substances
    assert not said.doubts


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("im sweating", "self"),
        ("my friend took kratom and hes shaking", "other"),
        ("my dog ate a bag of kratom", "animal"),
        ("can kratom cause seizures", "none"),
    ],
)
def test_whom_it_is_about(text: str, subject: str, reader: Reader) -> None:
    assert reader.read(text).subject == subject


def test_self_harm_is_seen_and_a_denial_is_believed_but_noted(reader: Reader) -> None:
    assert reader.read("i want to kill myself").self_harm
    said = reader.read("im not trying to kill myself")
    assert not said.self_harm
    assert said.denied_harm


def test_each_result_says_where_it_comes_from(reader: Reader) -> None:
    text = "took 8g kratom, cant breathe"
    said = reader.read(text)
    results = [(one.span, one.said, one.rule) for one in said.signs]
    results += [(one.span, one.said, one.rule) for one in said.substances]
    for span, words, rule in results:
        assert text[slice(*span)] == words
        assert rule


@pytest.mark.parametrize("text", ["same dose as always", "feeling the same", "took the same again", "my shirt is damp"])
def test_an_everyday_word_is_no_name_though_a_hyphen_would_make_it_one(reader: Reader, text: str) -> None:
    assert not reader.read(text).taken
    assert not reader.read(text).doubts


def test_the_name_with_its_hyphen_is_the_name_and_without_it_alone_is_asked_about(reader: Reader) -> None:
    assert [one.id for one in reader.read("took sam-e").taken] == ["sam-e"]
    assert [one.ids for one in reader.read("SAMe").doubts] == [("sam-e",)]


def test_an_everyday_word_that_ends_in_s_is_no_misspelt_name(reader: Reader) -> None:
    assert not reader.read("something about insidious today").substances
    assert [one.id for one in reader.read("took st johns wart").substances] == ["st johns wort"]
    assert [one.id for one in reader.read("drank a bottel of wine").substances] == ["alcohol"]


@pytest.mark.parametrize(
    "text",
    ["been drinking since 6pm", "he drank and took diazepam", "had a few drinks and 5g kratom", "couple of pints"],
)
def test_drinking_is_alcohol(text: str, reader: Reader) -> None:
    assert "alcohol" in {one.id for one in reader.read(text).substances}


@pytest.mark.parametrize("text", ["been drinking lots of water", "feel drunk and wobbly", "walking like hes drunk"])
def test_drinking_water_or_feeling_drunk_is_not(text: str, reader: Reader) -> None:
    assert not reader.read(text).substances


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("took kratom and one of those blue pills my buddy gave me", "blue pills"),
        ("kratom and a pill i found", "a pill"),
        ("kratom n 2 of my moms pills, sleepy", "pills"),
        ("kratom and like 4 of them white ones, sleepy", "4 of them white ones"),
        ("kratom then 3 of those", "3 of those"),
        ("2 bars and kratom, sleepy", "bars"),
        ("kratom then my roommates pills", "pills"),
        ("took these 2 pills and kratom im so sleepy", "pills"),
        ("took kratom and something my friend gave me", "something"),
        ("my friend gave me something and i took kratom", "something"),
        ("kratom + 2 white pills", "white pills"),
    ],
)
def test_a_thing_that_nobody_names_is_asked_about_and_its_count_is_not_kratoms(
    text: str, said: str, reader: Reader
) -> None:
    read = reader.read(text)

    assert [(one.said, one.status) for one in read.doubts] == [(said, "taken")]
    assert [(one.id, one.amount) for one in read.taken] == [("kratom", None)]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("took 3 pills of kratom", "3 tablets"),
        ("kratom 4 caps", "4 capsules"),
        ("took kratom caps, 8 of them", "8 capsules"),
        ("kratom and no pills", None),
        ("took 2 kratom pills", "2 tablets"),
    ],
)
def test_pills_of_what_is_named_are_no_other_thing(text: str, amount: str | None, reader: Reader) -> None:
    read = reader.read(text)

    assert not read.doubts
    assert [one.amount for one in read.taken] == [amount]


@pytest.mark.parametrize(
    ("text", "ident"),
    [
        ("i didnt take my nardil today, took kratom, headache", "phenelzine"),
        ("i havent had my lexapro this morning, kratom 4g", "escitalopram"),
        ("never took my xanax, took kratom", "alprazolam"),
        ("no zoloft today but took it yesterday", "sertraline"),
        ("havent taken effexor today, took kratom", "venlafaxine"),
        ("no xanax today but i had some last night", "alprazolam"),
        ("forgot my lexapro today, took kratom", "escitalopram"),
    ],
)
def test_a_no_for_today_takes_no_usual_medicine_out_of_its_window(text: str, ident: str, reader: Reader) -> None:
    assert {one.id: one.when for one in reader.read(text).taken}.get(ident, "gone") is None


@pytest.mark.parametrize("text", ["i dont take zoloft", "no kratom today", "no alcohol today", "i never took nardil"])
def test_a_plain_no_is_believed(text: str, reader: Reader) -> None:
    assert not reader.read(text).taken


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("my dog died 2 weeks ago. took 7oh and xanax. sleepy", "self"),
        ("my dog died 2 weeks ago took 7oh and xanax sleepy", "self"),
        ("my cat is sitting on me took kratom and sweating", "self"),
        ("shaking like a wet dog after kratom", "self"),
        ("my dog ate my kratom", "animal"),
        ("i gave my dog kratom and its shaking", "animal"),
        ("my cat got into my effexor", "animal"),
        ("took kratom & zoloft, sweating, my gf is with me", "self"),
        ("took kratom & zoloft, sweating, my boyfriend left me", "self"),
        ("broke up with my gf 3 weeks ago, took kratom", "self"),
        ("i am 15 years old took kratom sick", "self"),
        ("im with my friend, he took kratom", "other"),
        ("something is wrong with my friend", "other"),
    ],
)
def test_only_who_took_something_or_has_signs_is_who_it_is_about(text: str, subject: str, reader: Reader) -> None:
    assert reader.read(text).subject == subject


@pytest.mark.parametrize("text", ["speed 100 mg", "mandy 300 mg", "k 2g", "blues 30 mg"])
def test_a_doubtful_word_with_a_weight_is_asked_about(text: str, reader: Reader) -> None:
    (doubt,) = reader.read(text).doubts

    assert doubt.amount


def test_a_misspelt_sweat_is_sweat(reader: Reader) -> None:
    assert [one.id for one in reader.read("swetin after kratom").signs] == ["sweating"]


def test_usual_medicine_without_a_name_is_asked_about(reader: Reader) -> None:
    assert [(one.said, one.status) for one in reader.read("took kratom and my usual meds").doubts] == [
        ("meds", "regular")
    ]


@pytest.mark.parametrize(
    ("text", "ident"),
    [
        ("took 100-125mg molly", "mdma"),
        ("2 grams of mushrooms and 5 drinks", "psilocybin"),
        ("he had 5 drinks and then kratom", "alcohol"),
        ("two pints and a xanax", "alcohol"),
        ("150 ug acid", "lsd"),
        ("we dropped some acid, then prozac", "lsd"),
        ("had acid with my lithium", "lsd"),
        ("two tbsp of robitussin", "dextromethorphan"),
        ("i drank a bottle of robitussin", "dextromethorphan"),
        ("popped an addy", "amphetamine"),
        ("3 lines of k", "ketamine"),
        ("half a gram of meth", "methamphetamine"),
        ("2 lines of coke", "cocaine"),
        ("drank coffee with my kratom", "caffeine"),
        ("xan 10 mg", "alprazolam"),
        ("5g of red and a xanax", "kratom"),
        ("had 3 g&ts and a xanax", "alcohol"),
    ],
)
def test_a_doubtful_word_with_one_meaning_beside_a_dose_is_sure(text: str, ident: str, reader: Reader) -> None:
    assert ident in {one.id for one in reader.read(text).substances}


@pytest.mark.parametrize(
    "text",
    [
        "acid",
        "had acid reflux and took my zoloft",
        "two pints of milk and a zoloft",
        "a can of coke with my zoloft",
        "doc bumped me up to 100 mg zoloft",
        "2 g of k",
        "took the blues",
        "5 bars",
        "sipped lean with zoloft",
        "took folic acid with zoloft",
        "zoloft with ice cream",
        "2g of green",
        "6 g of white",
        "4 tbsp of my powder",
        "5g of red meat and a zoloft",
    ],
)
def test_without_a_dose_or_with_several_meanings_nothing_is_guessed(text: str, reader: Reader) -> None:
    assert {one.id for one in reader.read(text).substances} <= {"sertraline"}


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("8g green", ["green"]),
        ("6 g of white mixed with tramadol", ["white"]),
        ("4 tbsp of my powder", ["powder"]),
        ("my face is red after 5g kratom", []),
        ("zoloft and a green tea", []),
        ("bought half a kilo of yellow", []),
        ("4 tbsp of protein powder with zoloft", []),
        ("kratom, about 8g of powder", []),
    ],
)
def test_a_colour_or_powder_is_asked_about_where_it_is_weighed(text: str, asked: list[str], reader: Reader) -> None:
    assert [one.said for one in reader.read(text).doubts] == asked
