"""What is said of a name: in doubt it was taken, and only what is plainly a plan, a denial or long past was not."""

import pytest

from flows.understanding import Reader

TAKEN = (
    "hr 88 temp 36.8 feel ok, 4g kratom with my 10mg lexapro",
    "about to throw up, zoloft plus two tramadol an hour ago",
    "i could kill for some sleep, wired on vyvanse and zoloft",
    "is it normal that my eyes are jumping after kratom",
    "feel off balance, clonazepam 2mg",
    "tapering lexapro from 20 to 10",
    "ok so i take zoloft and had kratom",
    "kanna and kratom together gave me a headache",
    "will this kill me, took kratom and zoloft",
    "should i call someone, kratom and xanax",
    "what should i do i took kratom and zoloft",
    "can you help me, 10g kratom and tramadol",
    "if i die tell mom, took xanax and oxy",
    "is this serotonin syndrome? zoloft and kratom",
    "could this be the kratom",
    "might be the zoloft, or the kratom",
    "i think its the kratom",
    "want to sleep but cant, kratom 5g",
    "dont want to go to hospital, kratom and molly",
    "no idea how much kratom",
    "not sure how much zoloft i took",
    "i never take kratom but today i did",
    "never had kratom before tonight",
    "first time kratom",
    "stopped breathing, heroin",
    "he stopped responding after xanax",
    "cant stop shaking since the kratom",
    "off my face on mdma",
    "off my head on ketamine",
    "high off kratom",
    "coming off mdma feel awful",
    "came down from mdma, still shaking",
    "quit smoking, kratom 5g today",
    "stop the shaking, kratom",
    "going to the er, took kratom",
    "gonna be sick, kratom and wine",
    "may have taken too much kratom",
    "might have taken two zoloft",
    "should have never taken kratom",
    "wish i hadnt taken kratom",
    "should not have mixed kratom and xanax",
    "dont know if the kratom did it",
    "tomorrow is my birthday, took mdma",
    "later i took xanax",
    "ill be ok right? kratom 6g",
    "will i be ok, took 6g kratom",
    "am i ok after kratom and zoloft",
    "i want to know if kratom and zoloft did this, took both",
    "can kratom and zoloft do this to me",
    "are these kratom side effects",
    "is my zoloft doing this",
    "does kratom make you shake like this",
    "safe to sleep after 8g kratom?",
    "allowed to sleep after xanax and kratom?",
    "waiting for the kratom to wear off",
    "planning a trip, took mdma",
)
PLANNED = (
    "can i take kratom with zoloft",
    "is it safe to take kratom, zoloft and wine",
    "thinking about taking kratom later",
    "gonna take some kratom tomorrow",
    "would kratom and xanax be ok",
    "what happens if i take kratom on top of xanax",
    "does kratom cause seizures",
    "could i have kratom after work",
    "ok to mix kratom and xanax?",
)
DENIED = ("no kratom today", "didnt take any kratom", "without kratom i cant sleep", "never took kratom in my life")


def statuses(text: str, reader: Reader) -> set[str]:
    found: set[str] = {one.status for one in reader.read(text).substances}
    assert found, "no name was read"
    return found


@pytest.mark.parametrize("text", TAKEN)
def test_what_may_have_been_taken_was_taken(text: str, reader: Reader) -> None:
    assert statuses(text, reader) <= {"taken", "regular"}


@pytest.mark.parametrize("text", PLANNED)
def test_what_is_only_asked_about_was_not(text: str, reader: Reader) -> None:
    assert "planned" in statuses(text, reader)
    assert "taken" not in statuses(text, reader)


@pytest.mark.parametrize("text", DENIED)
def test_what_is_denied_was_not(text: str, reader: Reader) -> None:
    assert statuses(text, reader) <= {"denied", "past"}


def test_their_own_medicine_is_in_them_though_only_the_mix_is_asked_about(reader: Reader) -> None:
    found = {one.id: one.status for one in reader.read("can i take kratom with my zoloft").substances}
    assert found == {"kratom": "planned", "sertraline": "regular"}


def test_one_is_planned_and_the_other_taken(reader: Reader) -> None:
    text = "starting tramadol tomorrow after my op, still got kratom in me"
    assert {one.id: one.status for one in reader.read(text).substances} == {"tramadol": "planned", "kratom": "taken"}
