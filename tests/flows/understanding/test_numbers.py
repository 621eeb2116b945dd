"""Numbers that are measured: what they are, which of two counts, and what only looks like one."""

import pytest

from flows.understanding import Reader

READ = {
    "temp 102.4": {"temperature_c": 39.1},
    "his temperature is 40": {"temperature_c": 40.0},
    "got him at 39.7 under the arm": {"temperature_c": 39.7},
    "normal temp is 97 and now its 103": {"temperature_c": 39.4},
    "temp went from 98 to 104": {"temperature_c": 40.0},
    "temp was 98 an hour ago now it is 103.5": {"temperature_c": 39.7},
    "hr 130": {"pulse": 130.0},
    "heart rate is 150 bpm": {"pulse": 150.0},
    "fitbit says 151": {"pulse": 151.0},
    "pulse was 80 and then 140 bpm": {"pulse": 140.0},
    "66 beats in 30 sec": {"pulse": 132.0},
    "bp 180/110": {"systolic": 180.0, "diastolic": 110.0},
    "bp 177/99 second reading 181/103": {"systolic": 181.0, "diastolic": 103.0},
    "systolic 195": {"systolic": 195.0},
    "6 breaths a minute": {"breaths": 6.0},
    "resp rate 8": {"breaths": 8.0},
    "sats 84": {"spo2": 84.0},
    "oxygen is 91": {"spo2": 91.0},
    "blood sugar 2.9": {"glucose_mmol": 2.9},
    "sats were 98 now 84": {"spo2": 84.0},
    "spo2 97 earlier, spo2 85 now": {"spo2": 85.0},
    "resp rate 16 then resp rate 6": {"breaths": 6.0},
    "sugar 6 earlier, sugar 2.4 now": {"glucose_mmol": 2.4},
}
NOT_READ = (
    "took 102 mg",
    "hr 3 of the comedown",
    "im 39 years old",
    "8g kratom 3 hrs ago",
    "drove 104 miles",
    "$39.5 a bag",
)


@pytest.mark.parametrize(("text", "numbers"), READ.items())
def test_a_number_is_what_its_words_say_and_of_two_the_graver(
    text: str, numbers: dict[str, float], reader: Reader
) -> None:
    assert dict(reader.read(text).measurements) == numbers


@pytest.mark.parametrize("text", NOT_READ)
def test_other_numbers_are_no_measurement(text: str, reader: Reader) -> None:
    assert not reader.read(text).measurements


@pytest.mark.parametrize(
    "text", ["temp... 103", "temp-103", "temp \u2013 103", "temp is like 103", "temp 103 / help", "temp\u200b 103"]
)
def test_signs_between_a_measure_and_its_number_change_nothing(text: str, reader: Reader) -> None:
    assert dict(reader.read(text).measurements) == {"temperature_c": 39.4}
