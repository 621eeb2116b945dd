"""What the reader under test answered, as a typed value, and when two answers mean the same."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import yaml

from tests.understanding.gold import Amount, Status, Taken

Understand = Callable[[str], dict[str, Any]]

RED_FLAGS = (
    *("unresponsive", "seizure", "trouble_breathing", "slow_breathing", "fainting", "chest_pain"),
    *("irregular_heartbeat", "self_harm", "airway_swelling", "stroke_signs", "thunderclap_headache"),
    *("vomiting_blood", "dark_urine", "spiked", "head_injury"),
)
SEVERE_MUSCLE = (
    *("severe_tremor", "spontaneous_clonus", "inducible_clonus", "ocular_clonus", "rigidity", "locked_jaw"),
    "unable_to_walk",
)
OTHER_SEVERE = (
    *("agitation", "confusion", "hallucinations", "severe_drowsiness", "fever", "high_blood_pressure"),
    *("very_fast_heartbeat", "persistent_vomiting", "shock"),
)
MILD = (
    *("restlessness", "anxiety", "insomnia", "irritability", "drowsiness", "sweating", "fast_heartbeat", "flushing"),
    *("dilated_pupils", "pinpoint_pupils", "diarrhea", "nausea_vomiting", "headache", "dizziness", "fast_breathing"),
    *("shivering", "tremor", "twitching", "incoordination", "jaw_clenching", "muscle_tightness", "hyperreflexia"),
)
FINDINGS = frozenset((*RED_FLAGS, *SEVERE_MUSCLE, *OTHER_SEVERE, *MILD))
# Naming the milder one beside the worse one is no mistake; the other way round it is.
MILDER = {
    "severe_tremor": {"tremor"},
    "very_fast_heartbeat": {"fast_heartbeat"},
    "severe_drowsiness": {"drowsiness"},
    "unresponsive": {"severe_drowsiness", "drowsiness"},
    "persistent_vomiting": {"nausea_vomiting"},
    "vomiting_blood": {"nausea_vomiting"},
    "thunderclap_headache": {"headache"},
    "agitation": {"restlessness"},
    "unable_to_walk": {"incoordination"},
    "spontaneous_clonus": {"twitching"},
    "rigidity": {"muscle_tightness"},
    "locked_jaw": {"jaw_clenching"},
    "fainting": {"dizziness"},
    "trouble_breathing": {"fast_breathing"},
    "slow_breathing": {"trouble_breathing"},
}


class SaidSubstance(msgspec.Struct, frozen=True):
    """A substance as the contract of design.md 4 gives it."""

    id: str
    status: Taken
    said: str = ""
    amount: Amount | None = None
    hours_ago: tuple[float, float] | None = None
    sure: bool = True


class SaidFinding(msgspec.Struct, frozen=True):
    """A finding as the contract gives it."""

    id: str
    status: Status
    said: str = ""


class Asked(msgspec.Struct, frozen=True):
    """Words that must become a question; an option is an id, or carries one."""

    said: str
    options: list[Any] = []

    def means(self) -> set[str]:
        return {same(str(option.get("id", "")) if isinstance(option, dict) else str(option)) for option in self.options}


class Reading(msgspec.Struct, frozen=True):
    """One answer of the reader under test; an answer off the contract fails here."""

    subject: str
    substances: list[SaidSubstance]
    findings: list[SaidFinding]
    measurements: dict[str, float]
    self_harm: bool
    danger: bool
    ask: list[Asked]

    def statuses(self) -> dict[str, Status]:
        """Each finding once: present beats everything, and a number speaks when no words do."""
        statuses: dict[str, Status] = {}
        for finding in self.findings:
            if finding.status == "present" or finding.id not in statuses:
                statuses[finding.id] = finding.status
        return from_numbers(self.measurements) | statuses

    def present(self) -> set[str]:
        found = {finding for finding, status in self.statuses().items() if status == "present"}
        return found | {"self_harm"} if self.self_harm else found


def read(understand: Understand, text: str) -> Reading:
    return msgspec.convert(understand(text), Reading)


def from_numbers(measured: dict[str, float]) -> dict[str, Status]:
    """The findings that a number alone decides (clinical.md 2.5)."""
    heat, pulse, breaths = measured.get("temperature_c", 37.6), measured.get("pulse", 99), measured.get("breaths", 20)
    top, bottom = measured.get("systolic", 0), measured.get("diastolic", 0)
    rows: list[tuple[str, bool, Status]] = [
        ("fever", heat >= 38, "present"),
        ("fever", 35 < heat < 37.6, "absent"),
        ("very_fast_heartbeat", pulse >= 130, "present"),
        ("fast_heartbeat", 100 <= pulse < 130, "present"),
        ("high_blood_pressure", top >= 180 or bottom >= 110, "present"),
        ("high_blood_pressure", 90 < top < 140 and 0 < bottom < 90, "absent"),
        ("slow_breathing", breaths < 10, "present"),
        ("fast_breathing", breaths > 20, "present"),
    ]
    return {finding: status for finding, holds, status in rows if holds}


@cache
def _first_of() -> dict[str, str]:
    groups = yaml.load(Path(__file__).with_name("same_ids.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return {_bare(name): _bare(group[0]) for group in groups for name in group}


def _bare(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())


def same(name: str) -> str:
    """One spelling for all names of one substance."""
    return _first_of().get(_bare(name), _bare(name))
