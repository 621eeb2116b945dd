"""Numbers in typed text: temperature in C or F, pulse, blood pressure, breaths, oxygen, sugar."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from flows.understanding.hinted import Hinted
from flows.understanding.numbers.counted_beats import counted_beats
from knowledge.schema.measurements import Measurement

_N = r"(\d{1,3}(?:[.,]\d{1,2})?)"
_FILL = (
    "is|was|of|at|=|:|about|around|like|now|up to|reading|reads|read|says|said|saying|shows|showed|showing|"
    "over|above|on|currently|hit|hits|hitting|got|gets|keeps climbing|'s|s|just|only|nearly|almost|went|gone|"
    "goes|going|shot|jumped|climbed|rose|spiked|dropped|down|sitting|stuck|steady|averaging|beating|racing|"
    "running|pounding|up|to|the finger thing|low|high|rate|has been|been|came|back|as|through the roof|crazy|"
    "so fast|sustained|persistently|resting|at rest|like|um|uh|fucking|fkn|really|literally|legit|"
    "roughly|approx|maybe|still"
)
_GAP = rf"(?:[\s.]*(?:{_FILL})(?![^\W_]))*\s*(?:,|\.{{2,}}|[-\u2013])?\s*[>~≥]?\s*"
_HEAT = "fever|fieber|fiebre|fièvre|febbre|febre|koorts|temps?|temperature|temperatur|thermometer"
_SCALE = r"c|f|celsius|fahrenheit|degrees?(?:\s*(?:c|f|celsius|fahrenheit))?"
_PULSES = "ticker|fitbit|garmin|apple watch|smart\\s?watch|tach|tachy|tachycardi[ac]|racing at"
_NO_PULSE = r"/\s*\d|over|mg|min|hrs?|hours?|miles|mph|years|days|km|times|x\b|am\b|pm\b"
_BREATHS = "breaths?|breathing|resps?|respirations?|rr|breathing rate|resp rate|respiratory rate"
_PER = r"(?:per|a|/|every|each)"
_NO_UNIT = (
    r"(?!\s*(?:mg|g|grams?|ml|kg|kilos?|lbs?|pounds|miles|km|hours?|hrs?|mins?|days?|weeks?|years?|per|mmol|dollars|bucks|"
    r"x|/)\b)"
)
_SAYS_HEAT = "fever|fieb|fièvre|febb|febre|koorts|temp|thermo"
_SAYS_PULSE = "pulse|hr|heart|bpm|ticker|fitbit|garmin|watch|tach|racing"
_SAYS_BREATHS = "breath|resp|rr"
_PATTERNS: tuple[tuple[str, Hinted], ...] = tuple(
    (name, Hinted(hints, pattern))
    for name, hints, pattern in (
        ("temperature_c", _SAYS_HEAT, rf"\b(?:{_HEAT}){_GAP}{_N}(?!\s*(?:days?|hours?|hrs?|/\s*\d|mg|weeks?))"),
        ("temperature_c", "c|f|deg", rf"(?<![\d.,]){_N}\s*(?:°\s*)?(?:{_SCALE})\b(?!\s*(?:pills?|caps))"),
        ("temperature_c", _SAYS_HEAT, rf"(?<![\d.,]){_N}\s*(?:°\s*)?(?:c|f)?\s*(?:{_HEAT})\b"),
        (
            "temperature_c",
            _SAYS_HEAT,
            rf"\b(?:{_HEAT})\b[^.;!?\n]{{0,30}}?\b(?:now|to)\s+(?:its\s+|it's\s+|is\s+|at\s+|up\s+to\s+)*{_N}{_NO_UNIT}",
        ),
        ("temperature_c", "t", rf"^t\s*[:=]?\s*{_N}\s*$"),
        # a number with one decimal that only a body's heat has, and no unit after it: "got him at 39.7 under the arm"
        (
            "temperature_c",
            ".|,",
            rf"(?<![\d.,$£€])(?<!x )(?<!bp )((?:38|39|4[0-2]|10[0-7])[.,]\d)(?![\d%]){_NO_UNIT}",
        ),
        (
            "pulse",
            _SAYS_PULSE,
            rf"\b(?:pulse|hr|heart\s?rate|heartrate|heart|bpm|{_PULSES}){_GAP}{_N}(?!\s*(?:{_NO_PULSE}))",
        ),
        ("systolic", "sys|sbp", rf"\b(?:systolic|sbp){_GAP}{_N}"),
        ("systolic", "bp|blood", rf"\b(?:bp|blood\s?pressure){_GAP}([12]\d\d)(?![\d.,]|\s*(?:/|over|on)\s*\d)"),
        ("diastolic", "dia|dbp", rf"\b(?:diastolic|dbp){_GAP}{_N}"),
        ("pulse", "bpm|beat", rf"(?<![\d/.,]){_N}\s*(?:bpm|beats?\s*{_PER}\s*min(?:ute)?)\b"),
        ("pulse", "pulse|heart", rf"\b(?:pulse|heart)\D{{0,24}}{_N}\s*{_PER}\s*min(?:ute)?\b"),
        (
            "breaths",
            _SAYS_BREATHS,
            rf"\b(?:{_BREATHS}){_GAP}{_N}(?!\s*(?:sec|mg|hours?|hrs?|mins?\b|minutes?\b))",
        ),
        (
            "spo2",
            "o2|sat|oxygen",
            rf"\b(?:spo2|o2|sats?|oxygen)\b[^.;!?\n]{{0,30}}?\b(?:now|to)\s+(?:its\s+|it's\s+|is\s+|at\s+|down\s+to\s+)*{_N}{_NO_UNIT}",
        ),
        ("breaths", "breath|times", rf"(?<![\d/.,]){_N}\s*(?:breaths?|times)\s*{_PER}?\s*(?:min|minute)\b"),
        ("breaths", "breath", rf"\bbreath\w*\D{{0,12}}{_N}\s*(?:times\s*)?{_PER}\s*min"),
        ("breaths", "breath", rf"(?<![\d/.,]){_N}\s*breaths?\b"),
        (
            "spo2",
            "o2|sat|oxygen|pulse|oxim",
            rf"\b(?:spo2|o2|sats?|oxygen|pulse\s?ox|oximeter){_GAP}{_N}",
        ),
        (
            "glucose_mmol",
            "sugar|glucose|bg",
            rf"\b(?:sugar|glucose|bg|blood sugar){_GAP}{_N}(?!\s*(?:g|mg|grams?|tsp|cubes?)\b)",
        ),
    )
)
_PRESSURE = re.compile(
    r"(?:\b(?:bp|blood pressure|pressure)\D{0,20})?(?<![\d/.,])(\d{2,3})\s*(?:/|over|on)\s*(\d{2,3})\b(?!/)"
)
_FAST = 100  # beats
# Of two numbers the one farther from this is the graver: oxygen from above, heat, heart and pressure from below
_FARTHER_FROM = {"spo2": 100.0, "breaths": 14.0, "glucose_mmol": 5.5}
_DIGIT = re.compile(r"\d")
_BARE = re.compile(rf"^\s*{_N}\s*(?:°\s*)?(?:[cf])?\s*$")
_FAHRENHEIT_FROM, _FAHRENHEIT_TO = 45.0, 115.0  # clinical.md 2.5: 45-115 is read as F, 30-45 as C
_MG_PER_MMOL, _MMOL_MOST = 18.0, 33.0  # a sugar above 33 is read as mg/dL


class Number(NamedTuple):
    """A plausible measurement at a place in the text."""

    id: str
    value: float
    start: int
    end: int
    said: str


def read_measurements(
    text: str, known: Mapping[str, Measurement]
) -> tuple[tuple[tuple[str, float], ...], bool, tuple[Number, ...]]:
    """The plausible numbers by measurement id, whether only implausible ones were given, and where they stand."""
    found: dict[str, Number] = {}
    odd = False
    scaled: dict[str, list[tuple[int, int]]] = {}
    for name, value, match in counted_beats(text):
        low, high = known[name].plausible
        likely = low <= value <= high
        if likely:
            found.setdefault(name, Number(name, value, *match.span(), match[0].strip()))
        if likely or float(match["number"]) < _FAST:  # "130 in 30 sec" can only be a number a minute
            scaled.setdefault(name, []).append(match.span())
        odd = odd or not likely
    for name, value, match in _matches(text):
        if any(start < match.end(1) and match.start(1) < end for start, end in scaled.get(name, ())):
            continue  # it was not counted for a minute
        low, high = known[name].plausible
        if low <= value <= high:
            if name not in found or _is_graver(name, value, found[name].value):
                found[name] = Number(name, value, *match.span(), match[0].strip())
        elif name not in found and name != "pulse":
            odd = True
    return tuple((one.id, one.value) for one in found.values()), odd and not found, tuple(found.values())


def _is_graver(name: str, value: float, other: float) -> bool:
    """Whether the first of two numbers is the graver."""
    usual = _FARTHER_FROM.get(name, 0.0)
    return abs(value - usual) > abs(other - usual)


def _matches(plain: str) -> Iterator[tuple[str, float, re.Match[str]]]:
    if not _DIGIT.search(plain):
        return
    for match in _PRESSURE.finditer(plain):
        for name, digits in zip(("systolic", "diastolic"), match.groups(), strict=True):
            yield name, float(digits), match
    for name, pattern in _PATTERNS:
        for match in pattern.finditer(plain):
            value = float(match[1].replace(",", "."))
            yield name, _converted(name, value), match


def bare_temperature(text: str, known: Mapping[str, Measurement]) -> float | None:
    """A temperature typed as a bare number where heat is asked: "39.2", "102"; None when it is none."""
    match = _BARE.match(text.casefold())
    if match is None:
        return None
    value = _converted("temperature_c", float(match[1].replace(",", ".")))
    low, high = known["temperature_c"].plausible
    return value if low <= value <= high else None


def _converted(name: str, value: float) -> float:
    if name == "temperature_c" and _FAHRENHEIT_FROM < value <= _FAHRENHEIT_TO:
        return round((value - 32) / 1.8, 1)
    if name == "glucose_mmol" and value > _MMOL_MOST:
        return round(value / _MG_PER_MMOL, 1)
    return value
