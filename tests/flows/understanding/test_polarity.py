"""Whether a sign is there: what a "no" governs, what is long over, what is only feared, and above all what is there."""

import pytest

from flows.understanding import Reader
from tests.flows.understanding.beside import AROUND, BESIDE
from tests.flows.understanding.there import THERE


def status(reader: Reader, text: str, finding: str) -> str | None:
    return {one.id: one.status for one in reader.read(text).signs}.get(finding)


@pytest.mark.parametrize(("finding", "text"), [(finding, text) for finding, many in THERE.items() for text in many])
def test_a_sign_that_is_there_is_present_whatever_is_denied_beside_it(finding: str, text: str, reader: Reader) -> None:
    assert status(reader, text, finding) == "present"


SIGNS = {
    "tremor": "my hands are shaking",
    "seizure": "he had a seizure",
    "trouble_breathing": "cant catch my breath",
    "unresponsive": "he wont wake up",
    "chest_pain": "crushing chest pain",
    "confusion": "hes confused",
    "self_harm": "i want to kill myself",
    "nausea_vomiting": "feeling nauseous",
    "fever": "fever of 40",
    "shivering": "teeth chattering",
    "rigidity": "legs are stiff",
    "fainting": "keep passing out",
}


PLAIN = (
    "seizures",
    "convulsions",
    "chest pain",
    "trouble breathing",
    "shortness of breath",
    "fever",
    "tremor",
    "muscle rigidity",
    "confusion",
    "hallucinations",
    "blackouts",
    "irregular heartbeat",
    "dark urine",
    "slurred speech",
    "suicidal thoughts",
    "thunderclap headache",
    "vomiting blood",
)


@pytest.mark.parametrize("around", AROUND)
def test_the_plain_word_for_a_sign_is_one_in_any_sentence(around: str, reader: Reader) -> None:
    for sign in PLAIN:
        assert any(one.status == "present" for one in reader.read(around.format(sign)).signs), sign


@pytest.mark.parametrize("beside", BESIDE)
def test_no_denial_of_something_else_reaches_a_sign(beside: str, reader: Reader) -> None:
    for finding, sign in SIGNS.items():
        read = reader.read(beside.format(sign))
        # a graver sign may take its place: "my hands are shaking and it wont stop"
        assert {one.id: one.status for one in read.signs}.get(finding) in {"present", None}, finding
        assert any(one.status == "present" for one in read.signs), finding


@pytest.mark.parametrize(
    ("finding", "text"),
    [
        ("chest_pain", "The patient denies chest pain, shortness of breath or palpitations."),
        ("trouble_breathing", "Denies cough, wheeze or dyspnea."),
        ("chest_pain", "Chest pain denied."),
        ("shivering", "No fever, chills or rigors."),
        ("seizure", "Witnesses deny any convulsions."),
        ("seizure", "EEG rules out seizures."),
        ("seizure", "She has not had a single seizure since."),
        ("seizure", "Seizure free for eleven months now."),
        ("seizure", "At no time did he have a seizure."),
        ("fainting", "I never once fainted on this."),
        ("unresponsive", "At no point was the patient unresponsive."),
        ("insomnia", "Not once have I been up all night on this."),
        ("inducible_clonus", "Ankle clonus could not be elicited."),
        ("inducible_clonus", "Unable to elicit clonus at either ankle."),
        ("inducible_clonus", "Brisk dorsiflexion produced no beats of clonus."),
        ("rigidity", "Rigidity was not present."),
        ("nausea_vomiting", "Absence of nausea was confirmed."),
        ("nausea_vomiting", "nil nausea or emesis"),
        ("nausea_vomiting", "nausea has not been a problem"),
        ("nausea_vomiting", "hasn't upset my stomach or made me nauseous"),
        ("nausea_vomiting", "no n/v"),
        ("drowsiness", "It doesn't make me drowsy in the least."),
        ("drowsiness", "didn't make my husband sleepy"),
        ("drowsiness", "never felt sleepy on it"),
        ("drowsiness", "none of the drowsiness I had before"),
        ("headache", "never gives me headaches"),
        ("headache", "I can't remember the last time I had a headache"),
        ("diarrhea", "it hasn't given me the trots"),
        ("diarrhea", "not a single bout of diarrhea"),
        ("anxiety", "It didn't make me anxious or jittery."),
        ("tremor", "it doesn't give me the shakes"),
        ("tremor", "No resting or postural tremor."),
        ("tremor", "Tremor is absent."),
        ("fever", "Second shot done and never ran a temp."),
        ("jaw_clenching", "Finally one that doesn't make me grind my teeth."),
        ("dark_urine", "no dark urine reported"),
        ("dark_urine", "Pee is a normal colour, not dark at all."),
        ("head_injury", "I fell on my bum, didn't hit my head."),
        ("unable_to_walk", "i dont have any trouble walking"),
        ("trouble_breathing", "never had any problem breathing on it"),
        ("trouble_breathing", "no breathing problems"),
        ("insomnia", "didn't mess with my sleep one bit"),
        ("dizziness", "I'm not dizzy when I get up"),
        ("hyperreflexia", "Doc tapped my knee and there was no crazy kick."),
        ("rigidity", "limbs loose, not stiff at all"),
        ("confusion", "I was never confused, just sleepy"),
    ],
)
def test_what_a_no_governs_is_absent(finding: str, text: str, reader: Reader) -> None:
    assert status(reader, text, finding) == "absent"


@pytest.mark.parametrize(
    ("finding", "text"),
    [
        ("headache", "Had a pounding headache the first two days, then it cleared."),
        ("headache", "I had awful headaches at first but they went away by week 3"),
        ("dizziness", "Was dizzy at first but that passed once my body adjusted."),
        ("anxiety", "early on I was super anxious, that's gone now"),
        ("nausea_vomiting", "The nausea wore off after about 5 days"),
        ("insomnia", "My sleeplessness only lasted the first fortnight."),
        ("drowsiness", "It knocked me sleepy for the first few days only."),
        ("twitching", "my eyelid stopped twitching yesterday"),
        ("nausea_vomiting", "no longer nauseous"),
        ("airway_swelling", "My lips swelled up from penicillin when I was ten."),
        ("head_injury", "I had a concussion a decade ago."),
        ("spiked", "My drink got spiked once at uni, years back."),
        ("fever", "She had a fever last week and is fine now."),
        ("anxiety", "I had panic attacks in my twenties"),
    ],
)
def test_what_is_over_is_past(finding: str, text: str, reader: Reader) -> None:
    assert status(reader, text, finding) == "past"


@pytest.mark.parametrize(
    ("finding", "text"),
    [
        ("vomiting_blood", "Return to the ED for any black stools or blood in the vomit."),
        ("chest_pain", "Seek help should you develop chest pain."),
        ("seizure", "Should he have a seizure, give midazolam."),
        ("dark_urine", "Should I be looking out for dark pee on this?"),
        ("nausea_vomiting", "Take with food or you might feel sick."),
        ("headache", "Patients may experience headache."),
        ("seizure", "Seizures may occur at high doses."),
        ("very_fast_heartbeat", "In rare cases people can go into SVT, the leaflet says."),
        ("self_harm", "The black box warning mentions suicidal thoughts."),
        ("seizure", "The leaflet warns of seizures."),
        ("inducible_clonus", "Push her foot up quickly and see whether it bounces."),
        ("hallucinations", "Scared I'll start seeing things tonight."),
        ("anxiety", "I hope this one doesn't make me anxious."),
        ("fever", "if he has no fever he can go home"),
        ("high_blood_pressure", "can it raise my blood pressure too high"),
    ],
)
def test_what_is_only_feared_or_read_of_is_hypothetical(finding: str, text: str, reader: Reader) -> None:
    assert status(reader, text, finding) == "hypothetical"
