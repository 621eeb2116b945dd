"""The code on a card: all answers of a talk packed into some letters, and read back from them."""

import base64
import binascii
import re
import zlib

import msgspec
from msgspec.structs import replace

from flows.session import Answer, Report, Said, Session, Subject

MARK = "SC1."
LONGEST = 600  # letters; a longer code is left off the card
_MOST_REPORTS = 8  # the newest
_UNPACKED = 20_000  # bytes
_CODE = re.compile(r"SC1\.([\sA-Za-z0-9_-]{8,}?)\.")  # with line breaks in it, as a page or a mail makes them
# What is in most talks, the most usual at the end. It is part of the code's form: never change it, make it SC2 instead.
_USUAL = (
    b'"kratom_extract""mdma""opioid_serotonergic""dextromethorphan""stimulant""psychedelic""serotonin_precursor"'
    b'"alcohol""benzodiazepine""triptan""other""none""unsure""mood_medicine""ssri""snri""maoi_irreversible"'
    b'"atypical_antidepressant""more_than_usual""unknown_amount""extract""new_or_raised""stopped""under_12"'
    b'"age_12_17""pregnant""over_65""long_illness""drowsiness""insomnia""irritability""dizziness""flushing"'
    b'"headache""pinpoint_pupils""dilated_pupils""shivering""nausea_vomiting""unresponsive""seizure""slow_breathing"'
    b'"chest_pain""fever""confusion""self_harm""danger_which","measured","temperature_c=38pulse=120"'
    b'cannot_function"started"better"worse"=unsure",=yes","words","them","severe","none","mild",'
    b'["danger",["yes"]],["danger",["no"]],["substances",["kratom","mood"],[["zoloft","sertraline",null,null],'
    b'["kratom","kratom","8 g","3 hours ago"]]],["mood_medicine",["ssri"]],["taken",[]],["person",[]],'
    b'["mind",["restlessness","anxiety"]],["confusion",["no"]],["body",["sweating","fast_heartbeat"]],["heat",["no"]],'
    b'["muscles",["tremor=no","jaw_clenching=no","spontaneous_clonus=no","rigidity=no","ocular_clonus=no"]],'
    b'["ankle",["no"]],["eyes",["no"]],["reflexes",["no"]],["stiffness",["no"]],["course",["same"]]]]'
)


class CardCodeError(ValueError):
    """A code that can't be read; its text says why."""


class CardCode(msgspec.Struct, frozen=True):
    """What a code holds.

    Attributes:
        content: the version of the content that the talk ran on.
        session: the talk.
    """

    content: str
    session: Session


class _Said(msgspec.Struct, frozen=True, array_like=True):
    """Something taken, as short as it gets; `after` is how many seconds after the talk began it was said."""

    said: str
    id: str
    amount: str | None = None
    when: str | None = None
    after: int | None = None


class _Answer(msgspec.Struct, frozen=True, array_like=True, omit_defaults=True):
    """An answer, as short as it gets."""

    node: str
    picks: list[str]
    taken: list[_Said] = []


class _Report(msgspec.Struct, frozen=True, array_like=True):
    """An answer to a check-in; `after` is how many seconds after the talk began it came."""

    after: int
    said: str


class _Packed(msgspec.Struct, frozen=True, array_like=True, omit_defaults=True):
    """The same, as short as it gets."""

    content: str
    talk: int
    seconds: int
    number: int
    subject: Subject
    country: str
    language: str
    told: str
    answers: list["_Answer"]
    reports: list[_Report] = []


def write(session: Session, content_version: str) -> str:
    """The code of a talk; the answers as they were said, nothing of the chat."""
    answers = [
        _Answer(one.node, list(one.picks), [_packed(each, session.talk) for each in one.taken])
        for one in session.answers
    ]
    seconds = max(0, int(session.at) - session.talk)
    reports = [_Report(int(one.at) - session.talk, one.said) for one in session.reports[-_MOST_REPORTS:]]
    packed = _Packed(
        content_version, session.talk, seconds, session.number, session.subject,
        session.country, session.language, session.told, answers, reports,
    )  # fmt: skip
    press = zlib.compressobj(9, zlib.DEFLATED, -15, 9, zlib.Z_DEFAULT_STRATEGY, _USUAL)
    pressed = press.compress(msgspec.json.encode(packed)) + press.flush()
    whole = pressed + zlib.crc32(pressed).to_bytes(4, "big")
    return MARK + base64.urlsafe_b64encode(whole).decode("ascii").rstrip("=") + "."


def read(text: str) -> CardCode:
    """The talk in a code, or in a card that has one in it.

    Raises:
        CardCodeError: if there is none, or letters of it are missing or wrong.
    """
    found = _CODE.search(text)
    if not found:
        raise CardCodeError(f"there is no whole code here: it begins with {MARK} and ends with a full stop")
    letters = re.sub(r"\s", "", found[1])
    try:
        whole = base64.urlsafe_b64decode(letters + "=" * (-len(letters) % 4))
    except (binascii.Error, ValueError) as error:
        raise CardCodeError("the code is not whole: copy all of its letters") from error
    pressed, check = whole[:-4], whole[-4:]
    if zlib.crc32(pressed).to_bytes(4, "big") != check:
        raise CardCodeError("the code is not whole, or a letter of it is wrong: copy all of it")
    try:
        packed = msgspec.json.decode(_unpressed(pressed), type=_Packed)
    except (zlib.error, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise CardCodeError("the code can't be read by this version") from error
    return CardCode(packed.content, _session(packed))


def _unpressed(pressed: bytes) -> bytes:
    """The bytes, if they are no more than a talk can have."""
    opened = zlib.decompressobj(-15, _USUAL)
    found = opened.decompress(pressed, _UNPACKED)
    if not opened.eof:
        raise CardCodeError("the code holds more than a talk can")
    return found


def _packed(said: Said, begun: int) -> _Said:
    return _Said(said.said, said.id, said.amount, said.when, said.at - begun if said.at else None)


def _unpacked(said: _Said, begun: int) -> Said:
    return Said(said.said, said.id, said.amount, said.when, 0 if said.after is None else begun + said.after)


def _session(packed: _Packed) -> Session:
    session = Session(
        talk=packed.talk, number=packed.number, subject=packed.subject, country=packed.country,
        language=packed.language, at=float(packed.talk + packed.seconds),
    )  # fmt: skip
    answers = tuple(
        Answer(one.node, tuple(one.picks), tuple(_unpacked(each, packed.talk) for each in one.taken))
        for one in packed.answers
    )
    reports = tuple(Report(float(packed.talk + one.after), one.said) for one in packed.reports)
    return replace(session, answers=answers, told=packed.told, reports=reports)
