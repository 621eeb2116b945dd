"""What only sounds like a sign is none; and no saying hides the words of a frightened person."""

import pytest

from flows.understanding import Reader


@pytest.mark.parametrize(
    "text",
    [
        "the server is not responding",
        "customs seized my package",
        "a headache of a project",
        "we hit the gym",
        "he broke my heart",
        "shake hands on it",
        "i dont know what to wear",
        "gasping for a brew",
        "prices are falling",
        "the music was sick",
        "my screen is frozen",
        "end of life care course",
    ],
)
def test_idioms_and_things_are_no_signs(text: str, reader: Reader) -> None:
    said = reader.read(text)
    assert not said.signs
    assert not said.danger
    assert not said.self_harm


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("he had a fit about ten minutes ago", "seizure"),
        ("he was seizing the whole time", "seizure"),
        ("hes fitting in the bathroom", "seizure"),
        ("help my seizures wont stop", "seizure"),
        ("he wakes up with seizures", "seizure"),
        ("shes having a stroke my god her face", "stroke_signs"),
        ("passed out at the party", "fainting"),
        ("collapsed the second he stood up", "fainting"),
        ("hes gone grey", "shock"),
        ("her nails are blue", "trouble_breathing"),
        ("my phone died and hes not breathing", "trouble_breathing"),
        ("the ambulance is late and she cant breathe", "trouble_breathing"),
        ("watching a film and my heart is skipping beats", "irregular_heartbeat"),
        ("the car hit my head", "head_injury"),
        ("im in the car and hes not responding", "unresponsive"),
        ("took my laptop money for pills and now i cant stop throwing up blood", "vomiting_blood"),
    ],
)
def test_no_saying_hides_a_red_flag(text: str, finding: str, reader: Reader) -> None:
    assert finding in {one.id for one in reader.read(text).signs if one.status == "present"}


def test_self_harm_is_no_saying(reader: Reader) -> None:
    for text in ("cut myself with a razor because i want to die", "i left a note for my kids", "im going to end it"):
        assert reader.read(text).self_harm, text


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("is he breathing? no", "trouble_breathing"),
        ("conscious? no", "unresponsive"),
        ("not sure he can breathe", "trouble_breathing"),
        ("i cant stand without fainting", "fainting"),
        ("no sleep hallucinating", "hallucinations"),
        ("never had a seizure before tonight but just did", "seizure"),
        ("no history of epilepsy and he just had a seizure", "seizure"),
        ("the chest pain is not going away", "chest_pain"),
        ("shes not responding nor breathing", "unresponsive"),
        ("pinched him hard and he didnt even move", "unresponsive"),
    ],
)
def test_a_no_never_turns_round_what_is_there(text: str, finding: str, reader: Reader) -> None:
    statuses = {one.id: one.status for one in reader.read(text).signs}
    assert statuses.get(finding) == "present"


@pytest.mark.parametrize(
    "text", ["breathing slower than normal", "fine but barely breathing", "hes barely making sense"]
)
def test_normal_is_only_what_is_plainly_normal(text: str, reader: Reader) -> None:
    assert not {one.id for one in reader.read(text).signs if one.status == "absent"}


@pytest.mark.parametrize(
    "text",
    [
        "angry at the politicians",
        "knocked out three essays",
        "went crazy for the deals",
        "cant stop laughing at this meme",
        "he doesnt answer my texts",
    ],
)
def test_a_saying_may_name_any_thing(text: str, reader: Reader) -> None:
    assert not reader.read(text).signs


@pytest.mark.parametrize(
    ("text", "finding", "status"),
    [
        ("has anyone had a seizure on this", "seizure", "hypothetical"),
        ("when should i worry about a fever", "fever", "hypothetical"),
        ("should i worry about this fever", "fever", "present"),
        ("could i pass out from this", "fainting", "hypothetical"),
        ("if hes not waking up should i call someone", "unresponsive", "present"),
        ("i cant not throw up", "nausea_vomiting", "present"),
        ("not suicidal before but i am now", "self_harm", "present"),
        ("cant be calmed down", "agitation", "present"),
    ],
)
def test_whether_a_sign_is_there_or_asked_about(text: str, finding: str, status: str, reader: Reader) -> None:
    assert {one.id: one.status for one in reader.read(text).signs}.get(finding) == status


@pytest.mark.parametrize(
    ("text", "finding", "status"),
    [
        ("im not not sweating", "sweating", "present"),
        ("cant say im not nauseous", "nausea_vomiting", "present"),
        ("no history of seizures now has had two tonight", "seizure", "present"),
        ("no hives, face is bright red and flushed", "flushing", "present"),
        ("the shaking went away", "tremor", "past"),
        ("the nausea wont go away", "nausea_vomiting", "present"),
    ],
)
def test_twice_no_and_what_went_away(text: str, finding: str, status: str, reader: Reader) -> None:
    assert {one.id: one.status for one in reader.read(text).signs}.get(finding) == status


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("fainted school today", "fainting"),
        ("he dropped in the kitchen", "fainting"),
        ("collapsed on the bed after taking it", "fainting"),
        ("cut myself with glass", "self_harm"),
        ("cant stand when i try", "unable_to_walk"),
        ("choked on a coin", "trouble_breathing"),
    ],
)
def test_a_place_or_an_idiom_close_by_hides_no_red_flag(text: str, finding: str, reader: Reader) -> None:
    assert finding in {one.id for one in reader.read(text).signs if one.status == "present"}


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("systolic 195", ("systolic", 195.0)),
        ("hr sustained >130", ("pulse", 130.0)),
        ("fitbit says 151", ("pulse", 151.0)),
    ],
)
def test_numbers_of_watches_and_charts_are_read(text: str, measured: tuple[str, float], reader: Reader) -> None:
    assert measured in reader.read(text).measurements


@pytest.mark.parametrize(
    "text",
    [
        "define rigidity",
        "reading about clonus for my exam",
        "the leaflet lists dizziness",
        "what does hyperreflexia mean",
    ],
)
def test_what_is_read_or_defined_is_not_there(text: str, reader: Reader) -> None:
    assert {one.status for one in reader.read(text).signs} == {"hypothetical"}


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("kratom, my pulse is 66 in 30 sec", {"pulse": 132}),
        ("my heart beat 70 times in 30 seconds", {"pulse": 140}),
        ("pulse 22 in 10s", {"pulse": 132}),
        ("pulse in 15 seconds was 34", {"pulse": 136}),
        ("66 beats in half a minute", {"pulse": 132}),
        ("pulse 70 in 60 seconds", {"pulse": 70}),
        ("hr 130 in 30 sec", {"pulse": 130}),
        ("20 breaths in 30 seconds", {"breaths": 40}),
        ("he took 4 breaths in 30 seconds", {"breaths": 4}),
        ("pulse 90, seizure lasted 30 seconds", {"pulse": 90}),
    ],
)
def test_what_was_counted_over_seconds_is_so_many_a_minute(
    text: str, measured: dict[str, float], reader: Reader
) -> None:
    assert dict(reader.read(text).measurements) == measured


def test_a_count_that_cannot_be_is_no_calm_pulse(reader: Reader) -> None:
    read = reader.read("pulse 70 in 10 sec")

    assert not read.measurements
    assert read.odd
