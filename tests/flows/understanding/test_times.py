"""Times since: always an interval, counted back from now or by the clock."""

import pytest

from flows.understanding import Reader
from flows.understanding.times.times import times
from knowledge.ago import read_hours_ago

NOW = 22.0


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("3 hrs ago", 3),
        ("half an hour ago", 0.5),
        ("an hour and a half ago", 1.5),
        ("two and a half hours ago", 2.5),
        ("three quarters of an hour ago", 0.75),
        ("1h20 ago", 1.33),
        ("an hour and fifteen minutes ago", 1.25),
        ("2-3 hours ago", 2.5),
        ("an hour or two ago", 1.5),
        ("its been 3 hours since i took it", 3),
        ("im 3 hours in", 3),
        ("less than an hour ago", 0.5),
        ("at 9", 1),
        ("at half 8", 1.5),
        ("quarter to 9", 1.25),
        ("at 930pm", 0.5),
        ("20 past 8", 1.67),
        ("at 3am", 19),
        ("at 2 in the morning", 20),
        ("around noon", 10),
        ("at 10pm last night", 24),
        ("last night around 11", 23),
        ("yesterday at 10am", 36),
        ("this morning at 7", 15),
        ("with dinner", 2.5),
        ("hour ago", 1),
        ("an hour n 40 ago", 1.67),
        ("half n hour ago", 0.5),
        ("before three hours", 3),
        ("1 hour before.", 1),
        ("6 hrs now since", 6),
        ("t+1:40", 1.67),
        ("hour 3 of", 3),
        ("im 4 hours deep into", 4),
        ("its been what, 70 minutes?", 1.17),
        ("@6:05p", 3.92),
        ("at eight thirty", 1.5),
        ("at 17h", 5),
        ("at 6 or 7", 3.5),
        ("8 or 9 ish", 1.5),
        ("at the 7 of the evening", 3),
        ("today at around 2pm", 8),
        ("in the middle of the night", 19.5),
        ("late afternoon", 5.5),
        ("2 hours before this", 2),
        ("is 30 minutes that i took it", 0.5),
        ("ten minutes it is since", 0.17),
        ("there is one hour", 1),
        ("about 45 since i took it", 0.75),
        ("like 7 in the night", 3),
        ("twenty minutes till nine", 1.33),
        ("with brekkie", 14),
        ("at 6 took", 4),
        ("took it 9ish", 1),
        ("9 o'clock it was", 1),
        ("half eleven took it", 10.5),
        ("around 5 because i hurt", 5),
        ("at like 10 last nite", 24.1),
        ("this am", 13.5),
        ("in morning", 13.5),
        ("soon as i got up", 13.5),
        ("between 6 and 8", 3),
        ("from 6 till about 9", 2.5),
        ("from 6 to 8pm", 3),
        ("from noon til 3", 8.5),
        ("from 8 on", 1.1),
        ("no more than 30 mins ago", 0.25),
        ("2 or so hours ago", 2),
        ("1 hr. ago", 1),
        ("2hrsago", 2),
        ("she took it since 20 minutes", 0.33),
        ("from 3 hours i am drinking", 1.5),
        ("drinking since this morning", 8.5),
        ("popping them all night", 6),
        ("half an oz over the whole day", 8),
        ("20 mins in and shaky", 0.33),
        ("5 hours into mdma", 5),
        ("3 hrs post kratom", 3),
        ("round tea time", 4.5),
    ],
)
def test_the_middle_of_the_interval_is_what_was_said(text: str, hours: float) -> None:
    (one,) = times(text, NOW)
    assert (one.low + one.high) / 2 == pytest.approx(hours, abs=0.15)
    assert 0 <= one.low <= one.high


@pytest.mark.parametrize("text", ["about 8 g", "at 50mg", "hr 120", "8 caps", "at bedtime", "every 2 hours"])
def test_other_numbers_are_no_times(text: str) -> None:
    assert not times(text, NOW)


@pytest.mark.parametrize("text", ["at 9", "at 9pm", "around half 8", "at midnight", "at 1900 hrs"])
def test_a_clock_time_where_the_hour_is_not_known_is_within_a_day(text: str) -> None:
    (one,) = times(text)
    assert (one.low, one.high, one.words) == (0, 24, text)


@pytest.mark.parametrize(
    "text",
    [
        "I stopped nardil 10 days ago and took sudafed now, pounding headache",
        "took sudafed and stopped nardil 10 days ago",
        "nardil stopped 10 days ago, sudafed now",
    ],
)
def test_a_time_is_not_lent_to_what_was_taken_apart_from_it(text: str, reader: Reader) -> None:
    ago = {one.id: one.ago for one in reader.read(text).substances}

    assert ago["phenelzine"]
    assert ago["pseudoephedrine"] is None


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("hour ago. 3 grams kratom. thats it", {"kratom": 1}),
        ("almost 2 hours ago. 2 grams. white borneo.", {"kratom": 2}),
        ("kratom, one big spoon. i only just took it", {"kratom": 0.25}),
        ("for the last 3 hours ive been sipping kratom tea", {"kratom": 1.5}),
        ("been nursing the same bottle of kratom tonic for like an hour", {"kratom": 0.5}),
        ("cymbalta this morning and about an hour and twenty minutes ago i drank kratom", {"kratom": 1.33}),
        ("@6:05p 3 norcos @8:20p 1 soma", {"hydrocodone": 3.92, "carisoprodol": 1.67}),
        ("shrooms 0.2g at noon, kratom 2g at six", {"psilocybin": 10, "kratom": 4}),
        ("Sertraline 0700, kratom 1400, ibuprofen 1900.", {"sertraline": 15, "kratom": 8, "ibuprofen": 3}),
        ("had lexapro when i got up and a few wines since 6", {"escitalopram": 13.5, "alcohol": 2}),
        ("I take Cymbalta every evening at six, kratom an hour ago", {"duloxetine": None, "kratom": 1}),
        ("on duloxetine 60, 4g kratom at 7:45", {"duloxetine": None, "kratom": 2.25}),
        ("kratom shortly after lunch. Bupropion 150 every morning. 2 hours ago i felt sick", {"bupropion": None}),
    ],
)
def test_a_time_belongs_to_the_taking_it_is_said_of(text: str, hours: dict[str, float | None], reader: Reader) -> None:
    agos = {one.id: one.ago for one in reader.read(text, now=NOW).substances}
    middles = {ident: (ago.low + ago.high) / 2 if ago else None for ident, ago in agos.items()}
    assert {ident: middles[ident] for ident in hours} == pytest.approx(hours, abs=0.2)


@pytest.mark.parametrize(
    "text",
    [
        "from 20 to 10 mg",
        "took 6 or 7",
        "about one fifty mg",
        "shaking for 30 min",
        "took between 4 and 5",
        "tapered from 8 to 6",
        "between 4 and 5 grams",
        "took 4ish",
        "kratom from 3 days",
        "20 mins in the rain",
        "an hour into my shift",
        "2 days post op",
        "in bed all day",
        "around 5 pills",
    ],
)
def test_amounts_and_how_long_something_lasts_are_no_times(text: str) -> None:
    assert not times(text, NOW)


def test_a_time_after_several_is_that_of_all(reader: Reader) -> None:
    assert all(one.ago for one in reader.read("took kratom on top of xanax 3 hours ago").substances)


@pytest.mark.parametrize(
    ("text", "amount", "when"),
    [
        ("5 g kratom then 6 g more kratom", "11 g", None),
        ("took 5g kratom, the 5g kratom made me sick", "5 g", None),
        ("kratom 5 days ago and kratom again 1 hour ago", None, "1 hour ago"),
        ("took 15 g kratom between 2 and 4 days ago", "15 g", "2 and 4 days ago"),
    ],
)
def test_what_is_taken_twice_is_one_thing_with_the_nearer_time(
    text: str, amount: str | None, when: str | None, reader: Reader
) -> None:
    (one,) = reader.read(text).taken

    assert (one.amount, one.when) == (amount, when)


@pytest.mark.parametrize(
    "text",
    [
        "started zoloft 2 weeks ago",
        "began zoloft 10 days ago",
        "doctor put me on zoloft a month ago",
        "my zoloft dose was raised 2 weeks ago",
        "on zoloft, started 3 weeks ago",
        "switched to zoloft 2 weeks ago",
    ],
)
def test_when_a_medicine_was_begun_is_not_when_it_was_taken_last(text: str, reader: Reader) -> None:
    (one,) = reader.read(text).taken

    assert one.when is None


@pytest.mark.parametrize("text", ["stopped zoloft 2 weeks ago", "last zoloft 2 weeks ago", "took zoloft 2 weeks ago"])
def test_when_it_was_taken_last_is_kept(text: str, reader: Reader) -> None:
    (one,) = reader.read(text).taken

    assert one.when == "2 weeks ago"


@pytest.mark.parametrize(
    "text",
    [
        "i got out of rehab 3 weeks ago took kratom and nardil",
        "quit drinking 2 weeks ago, took kratom and nardil",
        "broke up with my gf 3 weeks ago, took kratom and nardil",
        "i had a heart attack 2 years ago, took kratom and nardil, headache",
        "i quit 3 weeks ago, took kratom and nardil",
        "took kratom and nardil, gave birth 3 weeks ago",
        "took kratom and nardil, 3 weeks ago i had surgery",
    ],
)
def test_the_time_of_something_else_in_life_is_no_time_of_a_taking(text: str, reader: Reader) -> None:
    taken = {one.id: one.when for one in reader.read(text).taken}

    assert taken == {"kratom": None, "phenelzine": None}


@pytest.mark.parametrize(
    "text",
    [
        "3 weeks ago i took nardil, sick",
        "about 3 weeks ago, nardil",
        "it was 3 weeks ago that i took nardil",
        "nardil, last dose was about 3 weeks ago, headache",
        "i stopped my nardil 3 weeks ago and feel sick",
    ],
)
def test_the_time_of_a_taking_is_still_read(text: str, reader: Reader) -> None:
    (one,) = reader.read(text).taken

    assert one.when
    assert "3 weeks ago" in one.when


@pytest.mark.parametrize(("text", "when"), [("took it 3 days ago", "3 days ago"), ("i had a baby 3 weeks ago", None)])
def test_a_time_without_a_name_is_of_the_taking_only_when_nothing_else_is_said(
    text: str, when: str | None, reader: Reader
) -> None:
    assert reader.read(text).when == when


def test_a_sign_after_a_new_taking_is_not_as_old_as_what_was_before_it(reader: Reader) -> None:
    read = reader.read("i got out of rehab 3 weeks ago took kratom and tramadol nauseous and restless")
    old = reader.read("3 weeks ago i took kratom and had a seizure")

    assert {one.id: one.status for one in read.signs} == {"nausea_vomiting": "present", "restlessness": "present"}
    assert [one.status for one in old.signs] == ["past"]


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("half seven i dropped a pinger (mdma)", {"mdma": 2.5}),
        ("had tramadol at half 8", {"tramadol": 1.5}),
        ("took ketamine yesterday night", {"ketamine": 21}),
        ("midday-ish adderall", {"amphetamine": 10}),
        ("kratom at 1900 hrs", {"kratom": 3}),
        ("kratom at 7, xanax at 9", {"kratom": 3, "alprazolam": 1}),
        ("lexapro with lunch, wine with dinner", {"escitalopram": 8.5, "alcohol": 2.5}),
        ("feels like the oxy hit 10 min ago, took it at 9:15", {"oxycodone": 0.75}),
        ("symptoms began an hour ago: sweating. molly was at 6pm", {"mdma": 4}),
        ("last drink was at midnight", {"alcohol": 22}),
        ("yesterday i drank, today nothing", {"alcohol": 34}),
        ("hace 3 horas tomé tramadol", {"tramadol": 3}),
        ("j'ai pris du tramadol il y a 2 h", {"tramadol": 2}),
        ("habe vor 3 Stunden tramadol genommen", {"tramadol": 3}),
        ("tomei tramadol há duas horas", {"tramadol": 2}),
        ("ho preso tramadol 3 ore fa", {"tramadol": 3}),
        ("ik nam 3 uur geleden tramadol", {"tramadol": 3}),
        ("adderall runs out around 3pm for me", {"amphetamine": None}),
        ("the oxy wore off at 8", {"oxycodone": None}),
        ("tramadol works in 30 minutes", {"tramadol": None}),
        ("planning on dropping molly at 11 tonight, on zoloft", {"mdma": None, "sertraline": None}),
        ("kratom 4g at 3pm, 4g at 6pm, 3g at 9", {"kratom": 1}),
        ("100mg tramadol 2 hrs ago, then another 50 at 9", {"tramadol": 1}),
        ("took 5g kratom at noon and 5g more at 6, zoloft 50 at 8", {"kratom": 4, "sertraline": 2}),
        ("been taking 30g kratom a day for 2 years, last dose at 6pm", {"kratom": 4}),
        ("2 kava shots at about 8 tonight", {"kava": 2}),
        ("took two 7oh tablets 15mg each 2 hours ago", {"7-hydroxymitragynine": 2}),
        ("kratom 3g before bed, woke up at 3 shaking", {"kratom": None}),
        ("woke up at 3 and took kratom", {"kratom": None}),
        ("took a vyvanse 50 at 8am then 2 hrs later kratom", {"lisdexamfetamine": 14, "kratom": 12}),
        ("zoloft at 6 and 5g kratom an hour after that", {"sertraline": 4, "kratom": 3}),
        ("mdma 120mg at 4pm, redosed 60mg 2 hours later", {"mdma": 4}),
        ("cannabis edible at 5, an hour later took xanax", {"cannabis": 5, "alprazolam": 4}),
        ("kratom at noon. tramadol 30 min later. sick 2 hours later", {"kratom": 10, "tramadol": 9.5}),
        ("took kratom and 2 hours later im shaking", {"kratom": None}),
        ("lsd at 8pm, 10mg cipralex in the morning", {"lsd": 2, "escitalopram": 13.5}),
        ("took suboxone this am", {"buprenorphine": 13.5, "naloxone": 13.5}),
    ],
)
def test_the_time_is_that_of_its_own_taking(text: str, hours: dict[str, float | None], reader: Reader) -> None:
    ago = {one.id: one.ago and (one.ago.low + one.ago.high) / 2 for one in reader.read(text, now=NOW).substances}
    assert ago == pytest.approx(hours, abs=0.3)


@pytest.mark.parametrize("text", ["last drink of water", "i drank water", "i drank a bottle of milk", "he drank it"])
def test_drinking_something_else_is_no_alcohol(text: str, reader: Reader) -> None:
    assert not reader.read(text).substances


@pytest.mark.parametrize(
    "words", ["at 9pm", "at 1900 hrs", "1900 hours", "@ 9", "at half 8", "at 0800h", "vor 3 tagen"]
)
def test_a_clock_time_takes_nothing_out_of_its_window(words: str, reader: Reader) -> None:
    assert read_hours_ago(words) is None
    assert all(one.as_said.when in {None, words} for one in reader.read(f"nardil {words}").substances)


@pytest.mark.parametrize(("words", "hours"), [("at least 3 days ago", 72), ("3 hours ago", 3), ("12 h", 12)])
def test_hours_that_are_counted_back_are_still_read(words: str, hours: float) -> None:
    assert read_hours_ago(words) == hours


def test_an_amount_between_two_times_is_no_part_of_them(reader: Reader) -> None:
    (one,) = reader.read("kratom 4g this morning, 4g at noon and 4g now", now=NOW).substances
    assert one.as_said.amount == "12 g"


def test_what_was_taken_later_is_no_plan(reader: Reader) -> None:
    assert [one.status for one in reader.read("took 2 tabs, then 2 more later, tramadol").substances] == ["taken"]
    assert [one.status for one in reader.read("took xanax and will take kratom later").substances] == [
        "taken",
        "planned",
    ]


def _middles(text: str, reader: Reader) -> dict[str, float | None]:
    """The middle of each time by substance, of a text typed at ten in the evening."""
    read = reader.read(text, now=NOW)
    return {one.id: one.ago and round((one.ago.low + one.ago.high) / 2, 2) for one in read.substances}


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("kratom at noon then again at 4", {"kratom": 6}),
        ("took 2 tramadol at 5 and 2 more at 8", {"tramadol": 2}),
        ("took kratom at 2pm 4pm and 8pm", {"kratom": 2}),
        ("took kratom twice, 6 hours ago and 1 hour ago", {"kratom": 1}),
        ("kratom tonight, last one at 8", {"kratom": 2}),
        ("kratom at noon. took 5g more at 6", {"kratom": 4}),
        ("1st dose 2pm 4g, 2nd 5pm 4g. kratom", {"kratom": 5}),
        ("kratom at noon and at 6 xanax", {"kratom": 10, "alprazolam": 4}),
        ("kratom at noon and at 6 i felt sick", {"kratom": 10}),
        ("kratom at 3, went to bed at 5", {"kratom": 7}),
    ],
)
def test_of_several_doses_the_latest_counts(text: str, hours: dict[str, float], reader: Reader) -> None:
    assert _middles(text, reader) == pytest.approx(hours, abs=0.2)


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("took xanax an hour ago and the kratom an hour before that", {"alprazolam": 1, "kratom": 2}),
        ("took kratom at 4 then 2 hours later xanax", {"kratom": 6, "alprazolam": 4}),
        ("took kratom at 4, an hour after that i took my zoloft", {"kratom": 6, "sertraline": 5}),
        ("xanax at 3, an hour later tramadol, 2 hours later kratom", {"alprazolam": 7, "tramadol": 6, "kratom": 4}),
        ("took kratom at 4, 2 hours later i started shaking", {"kratom": 6}),
    ],
)
def test_a_time_may_be_counted_from_the_one_before(text: str, hours: dict[str, float], reader: Reader) -> None:
    assert _middles(text, reader) == pytest.approx(hours, abs=0.2)


@pytest.mark.parametrize(
    "text",
    ["nardil 3 weeks ago and again 2 days ago", "took nardil 3 weeks ago. took more 2 days ago"],
)
def test_a_far_time_is_not_kept_where_a_nearer_one_is_said(text: str, reader: Reader) -> None:
    assert _middles(text, reader) == pytest.approx({"phenelzine": 48}, abs=0.2)


@pytest.mark.parametrize("text", ["nardil a week ago, 6 days later kratom", "mdma 3 days ago, 2 days later kratom"])
def test_a_time_counted_on_from_another_takes_nothing_out_of_its_window(text: str, reader: Reader) -> None:
    (*_, last) = reader.read(text, now=NOW).substances
    assert last.as_said.when is None or read_hours_ago(last.as_said.when) is None


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("got some kratom off a mate. took 7 grams around 6 and feel awful", {"kratom": 4}),
        ("i have kratom here. 2 hours ago i took 3 caps", {"kratom": 2}),
        ("kratom and xanax. took them both an hour ago", {"kratom": 1, "alprazolam": 1}),
        ("kratom. took a nap an hour ago", {"kratom": None}),
        ("kratom. had dinner at 7 with my mum", {"kratom": None}),
        ("i have kratom. 2 hours ago i took a walk", {"kratom": None}),
    ],
)
def test_a_taking_in_a_sentence_without_a_name(text: str, hours: dict[str, float | None], reader: Reader) -> None:
    assert _middles(text, reader) == pytest.approx(hours, abs=0.2)


@pytest.mark.parametrize(
    "text",
    [
        "kratom kicked in an hour ago",
        "kratom hit me 20 min ago",
        "i got dizzy an hour ago after kratom",
        "an hour ago i got dizzy, took kratom earlier",
        "took kratom, when i woke up i was shaking",
        "since 9 been dizzy from kratom",
        "took kratom and slept from 2 to 6",
        "i take kratom in the morning",
        "no kratom today",
    ],
)
def test_the_time_of_a_sign_a_sleep_or_a_habit_is_no_time_of_a_taking(text: str, reader: Reader) -> None:
    assert _middles(text, reader)["kratom"] is None


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("kratom 3hrs ago xanax 2hrs ago", {"kratom": 3, "alprazolam": 2}),
        ("sertraline 100mg this morning tramadol 50 at 6 and shaky", {"sertraline": 13.5, "tramadol": 4}),
        ("had wine, an hour ago i took kratom", {"alcohol": None, "kratom": 1}),
        ("last night i took kratom at 11", {"kratom": 23}),
        ("this morning took zoloft at 8", {"sertraline": 14}),
        ("tonight i took kratom 2 hours ago", {"kratom": 2}),
        ("took kratom today around 3 in the afternoon", {"kratom": 7}),
        ("took kratom and his prescribed zoloft 2 hours ago", {"kratom": 2, "sertraline": 2}),
        ("came off zoloft 3 weeks ago", {"sertraline": 504}),
        ("kratom bout 2 n a half hrs ago", {"kratom": 2.5}),
    ],
)
def test_each_thing_has_its_own_time(text: str, hours: dict[str, float | None], reader: Reader) -> None:
    assert _middles(text, reader) == pytest.approx(hours, abs=0.2)


def test_what_was_taken_hours_later_is_no_plan(reader: Reader) -> None:
    read = reader.read("took kratom at noon, 2 hours later xanax")
    assert {one.id: one.status for one in read.substances} == {"kratom": "taken", "alprazolam": "taken"}
