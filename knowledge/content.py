"""All content of this room, read once at start into one value."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path

from knowledge.agents import Agent
from knowledge.computed import COMPUTED, Computed
from knowledge.conditions import ConditionError
from knowledge.content_conditions import Conditions
from knowledge.files import Files
from knowledge.interactions import Interactions
from knowledge.names import Names
from knowledge.phrase_table import read_phrases
from knowledge.ready_rules import ReadyRule, ready
from knowledge.schema.countries import Country
from knowledge.schema.events import Event
from knowledge.schema.findings import Finding, Flag, HomeCheck
from knowledge.schema.guidance import GuidanceLine
from knowledge.schema.interactions import InteractionTable
from knowledge.schema.measurements import Measurement
from knowledge.schema.names import Product
from knowledge.schema.phrases import SayingTable, TypedWords
from knowledge.schema.rules import Rule
from knowledge.schema.sources import Source
from knowledge.schema.substances import Substance, SubstanceClass
from knowledge.schema.texts import LearnPage

FOLDER = Path(__file__).parent
DEFAULT_WATCH_HOURS = 8.0  # clinical.md 4.14: most agents


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
        self.phrases = read_phrases(files)
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
        assert sayings is not None  # noqa: S101  the same
        self.table, self.sayings = table, sayings
        self.interactions = Interactions(table)
        self.names = Names(
            self.classes,
            self.products,
            decoys,
            self.confusables.get("confusable", []),
            self.confusables.get("well_known", []),
        )
        self.computed: Mapping[str, Computed] = COMPUTED
        self.graded = {
            grade: tuple(one for one, finding in self.findings.items() if finding.grade == grade)
            for grade in ("mild", "severe", "red_flag")
        }
        self.fact_order = (*self.findings, *self.flags)
        self.conditions = Conditions(self.findings, self.flags, self.computed, self.classes)
        self.rules = tuple(self._ready((row for rows in by_file.values() for row in rows), files))
        files.refuse()
        self.version = files.version

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

    def _ready(self, rows: Iterable[Rule], files: Files) -> Iterator[ReadyRule]:
        for row in rows:
            try:
                yield ready(row, self.conditions)
            except ConditionError as error:
                files.complain_of_rule(row.id, str(error))
