"""All content of this room, read once at start into one value."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from msgspec import Struct

from knowledge.agents import Agent
from knowledge.computed import COMPUTED, Computed
from knowledge.conditions import Condition, ConditionError, parse
from knowledge.files import Files
from knowledge.interactions import Interactions
from knowledge.issues import nearest
from knowledge.levels import Severity
from knowledge.names import Names
from knowledge.schema.countries import Country
from knowledge.schema.events import Event
from knowledge.schema.findings import Finding, Flag, HomeCheck
from knowledge.schema.guidance import GuidanceLine
from knowledge.schema.interactions import InteractionTable
from knowledge.schema.measurements import Measurement
from knowledge.schema.names import Product
from knowledge.schema.phrases import PhraseTable, SayingTable, TypedWords
from knowledge.schema.rules import Rule
from knowledge.schema.sources import Source
from knowledge.schema.substances import Substance, SubstanceClass
from knowledge.schema.texts import LearnPage

FOLDER = Path(__file__).parent
DEFAULT_WATCH_HOURS = 8.0  # clinical.md 4.14: most agents
_CALL_NOW_URGENCY = {Severity.NONE: 1, Severity.MILD: 2, Severity.SEVERE: 3}


class ReadyRule(Struct, frozen=True):
    """A rule with its condition read.

    Attributes:
        row: the rule as it stands in YAML.
        when: its condition.
        looks_at: all finding and flag ids, and "taken" or "measurements", that may change it.
        leaves: its simple conditions, each with what it looks at.
        urgency: 0 none, 1 none but call now, 2 mild, 3 severe.
    """

    row: Rule
    when: Condition
    looks_at: frozenset[str]
    leaves: tuple[tuple[Condition, frozenset[str]], ...]
    urgency: int

    @property
    def id(self) -> str:
        """The rule's id, such as R5."""
        return self.row.id

    @property
    def severity(self) -> Severity:
        """The outcome when it holds."""
        return self.row.severity

    @property
    def call_now(self) -> bool:
        """Whether it asks for a call though there is no sign."""
        return self.row.call_now

    @property
    def says(self) -> str:
        """Its sentence for people."""
        return self.row.says

    @property
    def sources(self) -> list[str]:
        """Ids of its sources."""
        return self.row.sources


class Content:
    """What we know: findings, substances, interactions, rules, advice, numbers to call, and sources."""

    def __init__(self, folder: Path = FOLDER) -> None:
        """Read all files below the folder.

        Raises:
            ContentError: if any file can't be read or has another shape; it lists every issue found.
        """
        self.folder = folder
        files = Files(folder)
        self.findings = files.entries("findings.yaml", "findings", Finding)
        self.flags = files.entries("findings.yaml", "flags", Flag)
        self.home_checks = files.entries("findings.yaml", "home_checks", HomeCheck)
        self.measurements = files.entries("measurements.yaml", "measurements", Measurement)
        self.sources = files.entries("sources.yaml", "sources", Source)
        self.countries = files.entries("countries.yaml", "countries", Country)
        packs = [(path.stem, files.whole(path, Event)) for path in files.under("events")]
        self.event_files: Mapping[str, Event] = {ident: event for ident, event in packs if event}
        self.events = {ident: event for ident, event in self.event_files.items() if not event.example}
        self.learn = files.entries("learn.yaml", "pages", LearnPage)
        self.pictures = frozenset(path.stem for path in (folder / "pictures").glob("*.png"))
        self.danger_words = files.listed("danger_words.yaml", "danger", TypedWords)
        self.self_harm_words = files.listed("danger_words.yaml", "self_harm", TypedWords)
        self.products = files.listed("substances/products.yaml", "products", Product)
        families = [
            files.whole(path, SubstanceClass) for path in files.under("substances") if path.name != "products.yaml"
        ]
        table = files.whole(folder / "interactions.yaml", InteractionTable)
        by_file = {
            f"rules/{path.name}": files.listed(f"rules/{path.name}", "rules", Rule) for path in files.under("rules")
        }
        self.rule_files = {row.id: name for name, rows in by_file.items() for row in rows}
        self.rule_places = {row.id: ("rules", index) for rows in by_file.values() for index, row in enumerate(rows)}
        self.numbers_checked = str(files.plain("countries.yaml").get("checked") or "")
        self.guidance = {
            path.stem: files.listed(f"guidance/{path.name}", "lines", GuidanceLine) for path in files.under("guidance")
        }
        decoys = files.plain("decoys.yaml").get("decoys", [])
        self.confusables = files.plain("confusables.yaml")
        phrases = files.whole(folder / "phrases.yaml", PhraseTable)
        sayings = files.whole(folder / "sayings.yaml", SayingTable)
        files.refuse()

        self.classes: Mapping[str, SubstanceClass] = {family.id: family for family in families if family}
        self.substances: Mapping[str, Substance] = {
            one.id: one for each in self.classes.values() for one in each.substances
        }
        self.class_of: Mapping[str, str] = {kind: kind for kind in self.classes} | {
            one.id: kind for kind, each in self.classes.items() for one in each.substances
        }
        assert table is not None  # noqa: S101  `refuse` has raised otherwise
        assert phrases is not None  # noqa: S101  the same
        assert sayings is not None  # noqa: S101  the same
        self.table, self.phrases, self.sayings = table, phrases, sayings
        self.interactions = Interactions(table)
        self.names = Names(self.classes, self.products, decoys, self.confusables.get("confusable", []))
        self.computed: Mapping[str, Computed] = COMPUTED
        self.graded = {
            grade: tuple(one for one, finding in self.findings.items() if finding.grade == grade)
            for grade in ("mild", "severe", "red_flag")
        }
        self.fact_order = (*self.findings, *self.flags)
        self._conditions: dict[int, tuple[Mapping[str, Any], Condition]] = {}
        self.rules = self._ready((row for rows in by_file.values() for row in rows), files)
        files.refuse()
        self.version = files.version

    def condition(self, when: Mapping[str, Any]) -> Condition:
        """The condition of a `when`, read once."""
        known = self._conditions.get(id(when))
        if known is None:
            # the mapping is kept with it, so that its id is never another's
            known = self._conditions[id(when)] = (when, parse(when))
        return known[1]

    def looks_at(self, condition: Condition) -> frozenset[str]:
        """All finding and flag ids, and "taken" or "measurements", that may change the condition."""
        found = set(condition.facts)
        if condition.classes:
            found.add("taken")
        for name in condition.numbers:
            for group in self.computed[name].looks_at:
                found.update(self._group(group))
        if "taken" in found:
            found.update({"more_than_usual", "unknown_amount", "extract"})
        return frozenset(found)

    def complaint(self, when: Mapping[str, Any]) -> str:
        """What is wrong with a condition, or nothing."""
        try:
            self._known(parse(when))
        except ConditionError as error:
            return str(error)
        return ""

    def watch_hours(self, agents: Iterable[Agent]) -> float:
        """Hours to be watched: the longest that anything taken needs (clinical.md 4.14)."""
        hours = [
            (self.substances[one.id].watch_hours if one.id in self.substances else None)
            or self.classes[one.kind].watch_hours
            for one in agents
        ]
        return max(hours, default=DEFAULT_WATCH_HOURS)

    @cached_property
    def would_be(self) -> tuple[str, ...]:
        """Facts to try for "this would make it severe": mild findings first, then the course, then the rest."""
        return (*self.graded["mild"], "worse", "cannot_function", *self.graded["severe"], *self.graded["red_flag"])

    def fact(self, ident: str) -> Finding | Flag:
        """The finding or flag with the id."""
        return self.findings.get(ident) or self.flags[ident]

    def _group(self, group: str) -> Iterator[str]:
        if group in self.graded:
            yield from self.graded[group]
        elif group in {"cognitive", "autonomic", "neuromuscular"}:
            yield from (one for one, finding in self.findings.items() if finding.category == group)
        else:
            yield group

    def _ready(self, rows: Iterable[Rule], files: Files) -> tuple[ReadyRule, ...]:
        ready = []
        for row in rows:
            try:
                condition = self._known(parse(row.when))
            except ConditionError as error:
                files.complain_of_rule(row.id, str(error))
                continue
            urgency = int(row.call_now) if row.severity == Severity.NONE else _CALL_NOW_URGENCY[row.severity]
            leaves = tuple((leaf, self.looks_at(leaf)) for leaf in condition.leaves)
            ready.append(ReadyRule(row, condition, self.looks_at(condition), leaves, urgency))
        return tuple(ready)

    def _known(self, condition: Condition) -> Condition:
        """The condition, if all that it names exists."""
        known = {*self.fact_order, *self.computed, *self.classes}
        for name in sorted(condition.facts | condition.numbers | condition.classes):
            if name not in known:
                raise ConditionError(f"nothing defines “{name}”{nearest(name, known)}")
        return condition
