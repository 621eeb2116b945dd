"""The mutants: small changes of the content, most of them unsafe, some harmless."""

import re
from collections.abc import Callable

from msgspec import Struct

Edit = Callable[[str], str]
RULES = {
    "signs": ("R1", "R2", "R3", "R4", "R5", "R6"),
    "doses": ("R7a", "R7b"),
    "people": ("R8a", "R8b", "R8c", "R12b"),
    "combinations": ("R9", "R10", "R10p", "R10b", "R12"),
    "breathing": ("R11a", "R11b"),
    "course": ("R13", "R15"),
    "unsure": ("R14a", "R14b", "R14c"),
    "calm": ("R16", "R17"),
}


class Mutant(Struct, frozen=True):
    """One change.

    Attributes:
        name: what is done, in a few words.
        file: the file, from the project's folder on.
        edit: the change to its text.
        harmless: it changes nothing for anybody.
    """

    name: str
    file: str
    edit: Edit
    harmless: bool = False


def swap(old: str, new: str, after: str = "") -> Edit:
    """The text with the first `old` after a mark replaced."""

    def edit(text: str) -> str:
        start = text.index(after) + len(after) if after else 0
        place = text.index(old, start)
        return text[:place] + new + text[place + len(old) :]

    return edit


def without(entry: str, level: str = "  - ") -> Edit:
    """The text without the list entry of an id; what follows it up to the next entry goes, too."""

    def edit(text: str) -> str:
        start = text.index(f'{level}id: "{entry}"\n')
        following = re.compile(rf"^(?:{re.escape(level)}|\w|  # )", re.MULTILINE).search(text, start + 1)
        return text[:start] + (text[following.start() :] if following else "")

    return edit


def without_line(part: str) -> Edit:
    """The text without the first line that has the part."""

    def edit(text: str) -> str:
        lines = text.splitlines(keepends=True)
        place = next(index for index, line in enumerate(lines) if part in line)
        return "".join(lines[:place] + lines[place + 1 :])

    return edit


def backwards(mark: str) -> Edit:
    """The text with its list entries in the other order."""

    def edit(text: str) -> str:
        head, *entries = re.split(rf"^(?={re.escape(mark)})", text, flags=re.MULTILINE)
        return head + "".join(entry if entry.endswith("\n") else f"{entry}\n" for entry in reversed(entries))

    return edit


def earlier(entry: str, other: str) -> Edit:
    """The text with the first entry moved before the other one."""

    def edit(text: str) -> str:
        rest = without(entry)(text)
        start = text.index(f'  - id: "{entry}"\n')
        moved = text[start : start + len(text) - len(rest)]
        return rest.replace(f'  - id: "{other}"\n', f'{moved}  - id: "{other}"\n', 1)

    return edit


def rule(name: str, file: str, ident: str, old: str, new: str) -> Mutant:
    """A change inside one rule."""
    return Mutant(name, f"knowledge/rules/{file}.yaml", swap(old, new, f'id: "{ident}"'))


def in_substances(name: str, kind: str, old: str, new: str, after: str = "") -> Mutant:
    """A change of a class or of one substance in it."""
    return Mutant(name, f"knowledge/substances/{kind}.yaml", swap(old, new, after))


def pair(one: str, other: str, old: str, new: str) -> Mutant:
    """A lower level of a pair."""
    name = f"the pair {one} + {other} from {old} to {new}"
    return Mutant(
        name, "knowledge/interactions.yaml", swap(f'    {other}: "{old}"', f'    {other}: "{new}"', f"\n  {one}:\n")
    )


def number(name: str, old: str, new: str, after: str = "") -> Mutant:
    """A change of a band of a measurement."""
    return Mutant(name, "knowledge/measurements.yaml", swap(old, new, after))


def finding(name: str, ident: str, old: str, new: str) -> Mutant:
    """A change of a finding."""
    return Mutant(name, "knowledge/findings.yaml", swap(old, new, f"\n  {ident}:\n"))


def asked(name: str, edit: Edit, *, harmless: bool = False) -> Mutant:
    """A change of the talk."""
    return Mutant(name, "flows/triage.yaml", edit, harmless)


MUTANTS: tuple[Mutant, ...] = (
    *(
        Mutant(f"rule {ident} deleted", f"knowledge/rules/{file}.yaml", without(ident))
        for file, idents in RULES.items()
        for ident in idents
    ),
    rule("not sure about confusion is harmless", "signs", "R2", "possible", '"yes"'),
    rule("not sure about self-harm is harmless", "signs", "R6", "possible", '"yes"'),
    rule("a red flag is only mild", "signs", "R1", '"severe"', '"mild"'),
    rule("a severe sign is only mild", "signs", "R3", '"severe"', '"mild"'),
    rule("tremor with jumpy reflexes is only mild", "signs", "R5", '"severe"', '"mild"'),
    rule("an overdose needs band 4", "doses", "R7a", "at_least: 3", "at_least: 4"),
    rule("much with signs needs band 3", "doses", "R7b", "at_least: 2", "at_least: 3"),
    rule("no pair is ever deadly", "combinations", "R9", "at_least: 4", "at_least: 5"),
    rule("a dangerous pair needs all three systems", "combinations", "R10", "at_least: 2", "at_least: 3"),
    rule("the triad needs eight signs", "combinations", "R12", "at_least: 7", "at_least: 8"),
    rule("pregnancy with signs is only mild", "people", "R8c", '"severe"', '"mild"'),
    rule("reflexes in doubt are harmless", "unsure", "R14b", "possible", '"yes"'),
    rule("worse, but only when sure", "course", "R13", "possible", '"yes"'),
    rule("nothing to call for without signs", "calm", "R17", "call_now: true", "call_now: false"),
    number("fever with something taken from 38.5", "38.0", "38.5"),
    number("fever with nothing taken from 40", "39.0", "40.0"),
    number("a pulse of 130 is mild", "from: 130", "from: 140"),
    number("oxygen of 90 is mild", "to: 92", "to: 88"),
    number("slow breaths do not count", "      - {to: 9.9} # fewer than 10\n", ""),
    number("very hot is not severe any more", "{from: 39.0}", "{from: 39.0, to: 41.0}"),
    number("a blood pressure of 182 is mild", "from: 180", "from: 190"),
    number("low sugar does not count", "to: 2.99", "to: 1.99"),
    finding("a seizure is a mild sign", "seizure", '"red_flag"', '"mild"'),
    finding("eye clonus is a mild sign", "ocular_clonus", '"severe"', '"mild"'),
    finding("chest pain is a severe sign, in doubt harmless", "chest_pain", '"red_flag"', '"severe"'),
    finding("rigidity is a mild sign", "rigidity", '"severe"', '"mild"'),
    finding("tremor counts as of the body", "tremor", '"neuromuscular"', '"autonomic"'),
    finding(
        "sweating is expected of stimulants", "sweating", '    short: "', '    expected_effect: true\n    short: "'
    ),
    pair("ssri", "maoi_irreversible", "4s", "3s"),
    pair("ssri", "maoi_reversible", "4s", "2s"),
    pair("kratom_leaf", "maoi_irreversible", "4s", "2s"),
    pair("kratom_leaf", "opioid_serotonergic", "3rs", "2rs"),
    pair("kratom_extract", "opioid_synthetic", "4r", "3r"),
    pair("kratom_leaf", "ghb", "4r", "2r"),
    pair("kratom_leaf", "empathogen", "3hs", "2hs"),
    pair("ssri", "snri", "3s", "1"),
    in_substances("sleeping pills do not slow the breath", "benzodiazepine", "depressant: true", "depressant: false"),
    in_substances("an SNRI is of tier 1", "snri", "tier: 3", "tier: 1"),
    in_substances("an unknown pill is of tier 0", "unknown", "tier: 3", "tier: 0"),
    in_substances("an MAOI is over after a day", "maoi_irreversible", "active_hours: 336", "active_hours: 24"),
    in_substances("an MAOI pair is over after a day", "ssri", "maoi_pair_hours: 336", "maoi_pair_hours: 24"),
    in_substances("an extra MAOI is nothing", "maoi_irreversible", "any_extra: 3", "any_extra: null"),
    in_substances("five times an SSRI is no overdose", "ssri", "[1, 2, 5]", "[1, 2, 50]"),
    in_substances("an unknown amount of an SNRI is usual", "snri", "unknown: 3", "unknown: 0"),
    in_substances("kratom leaf up to 40 g is usual", "kratom_leaf", "[10000, 25000, null]", "[40000, 60000, null]"),
    in_substances("sertraline's bands turned round", "ssri", "[200, 200, 250]", "[250, 200, 200]"),
    in_substances(
        "kratom with quetiapine needs no call",
        "antipsychotic",
        "must_call_with_kratom: true",
        "must_call_with_kratom: false",
        'id: "quetiapine"',
    ),
    asked("the danger screen does not ask for a stroke", without_line("stroke_signs")),
    asked("the danger screen does not ask for a fit", without_line('label: "seizure"')),
    asked("the danger screen does not ask for self-harm", without_line('label: "self_harm"')),
    asked("nobody asks for confusion", without("confusion")),
    asked("nobody asks for muscles", without("muscles")),
    asked("nobody asks how it goes", without("course")),
    asked("the grid has no row for jerks", swap(', "spontaneous_clonus"', "", 'id: "muscles"')),
    asked(
        "the ankle check waits for stiffness", swap('{fact: "home_checks_needed"}', '{yes: "rigidity"}', 'id: "ankle"')
    ),
    asked("not sure about confusion is taken as no", swap('confusion: "unsure"', 'confusion: "no"')),
    asked("not sure about heat is taken as no", swap('fever: "unsure"', 'fever: "no"')),
    asked("yes to the ankle check is taken as no", swap('inducible_clonus: "yes"', 'inducible_clonus: "no"')),
    asked("getting worse is taken as no", swap('worse: "yes"', 'worse: "no"', 'id: "worse"')),
    asked(
        "an unknown mood medicine is an SSRI",
        swap('"unsure", counts_as: "maoi_irreversible"', '"unsure", counts_as: "ssri"'),
    ),
    asked("mood medicine leads nowhere", swap('option: "mood"', 'option: "kratom"')),
    asked("the body is not asked once the mind was", swap('unless: "quick"', 'unless: "mind"', 'id: "body"')),
    asked("danger answered yes is taken as no", swap('danger_sign: "yes"', 'danger_sign: "no"')),
    Mutant(
        "nobody is told of naloxone",
        "knowledge/guidance/severe.yaml",
        swap('when: {fact: "naloxone"}', 'when: {all: [{class: "lithium"}, {number: "mild_items", at_least: 39}]}'),
    ),
    Mutant(
        "the danger screen has no words for a stroke",
        "knowledge/messages/en/danger.yaml",
        swap("stroke_signs:", "stroke_sign:"),
    ),
    *(
        Mutant(
            f"rules of {file} in the other order", f"knowledge/rules/{file}.yaml", backwards("  - id:"), harmless=True
        )
        for file in ("signs", "combinations")
    ),
    Mutant("mild advice in the other order", "knowledge/guidance/mild.yaml", backwards("  - id:"), harmless=True),
    Mutant(
        "the triad forgets who has less reserve, whom R12b sees with two systems",
        "knowledge/rules/combinations.yaml",
        swap('            - {fact: "vulnerable"}\n', "", 'id: "R12"'),
        harmless=True,
    ),
    Mutant(
        "an extract of kratom is usual, which R12 names beside the dose",
        "knowledge/substances/kratom_extract.yaml",
        swap("least: 1", "least: 0"),
        harmless=True,
    ),
    asked("who it is stands before how much it was", earlier("person", "taken"), harmless=True),
)
