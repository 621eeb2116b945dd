"""Two versions side by side: who is answered otherwise, up or down, and what else has changed."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from flows.difference.asked import Lost, asked_less, words_lost
from flows.difference.pairs import PEOPLE, Pairs
from flows.difference.signs import Signs, signs
from flows.difference.takings import DOSES, Taking, how_many, taken_alike, takings
from flows.difference.texts import TextChange, text_changes
from flows.difference.version import Version
from flows.proofs.proof import Progress
from flows.proofs.telling_cases import case, tell
from knowledge.assess import assess
from knowledge.case import CaseError, facts_of, read
from knowledge.content import Content
from knowledge.facts import Facts
from knowledge.levels import URGENCIES, Level

EXAMPLES = 3


class Example(Struct, frozen=True):
    """One person whose answer changes.

    Attributes:
        told: what they took, feel and measured.
        before: the outcome in the old version.
        after: the outcome in the new one.
        rules: the rules responsible: going up those that hold now, going down those that held.
        case: the same as `assess` takes it.
    """

    told: str
    before: str
    after: str
    rules: tuple[str, ...]
    case: dict[str, Any]


class Flipped(Struct, frozen=True):
    """A vignette that ends otherwise."""

    name: str
    before: str
    after: str
    down: bool


class Difference(Struct, frozen=True):
    """All that changed.

    Attributes:
        old, new: the versions' names.
        looked_at: how many answer sets were compared.
        up, down: how many of them end more, or less, urgent.
        ups, downs: examples.
        vignettes: how many were compared.
        flipped: those that end otherwise.
        texts: messages and labels that read otherwise.
        lost: what is no longer asked, or no longer understood as danger.
    """

    old: str
    new: str
    looked_at: int
    up: int
    down: int
    ups: tuple[Example, ...]
    downs: tuple[Example, ...]
    vignettes: int
    flipped: tuple[Flipped, ...]
    texts: tuple[TextChange, ...]
    lost: tuple[Lost, ...]

    @property
    def needs_two(self) -> bool:
        """Whether anything became less urgent: two clinicians have to agree."""
        return bool(self.down or self.lost or any(one.down for one in self.flipped))

    @property
    def nothing(self) -> bool:
        """Whether nothing changed for anybody."""
        return not (self.up or self.flipped or self.texts or self.needs_two)


def compare(old: Version, new: Version, vignettes: Mapping[str, Mapping[str, Any]], progress: Progress) -> Difference:
    """Compare two versions; the vignettes by name, as `assess` takes them."""
    counts, changes = {True: 0, False: 0}, []
    pairs, felt = Pairs(old.content, new.content), signs(old, new)
    taken = [] if pairs.same and taken_alike(old.content, new.content) else takings(old, new)
    for one in progress(taken, len(taken)):
        for sign, person in pairs.worth_a_look(one, felt):
            before, after = pairs.urgencies(one, sign, person)
            if before != after:
                counts[after > before] += one.weight
                changes.append((len(one.said) + sign.size + bool(person), one, sign, person, before, after))
    changes.sort(key=lambda change: change[0])
    return Difference(
        old=old.name,
        new=new.name,
        looked_at=how_many(old, new) * len(felt) * len(PEOPLE),
        up=counts[True],
        down=counts[False],
        ups=tuple(_examples([one[1:] for one in changes if one[5] > one[4]], old, new)),
        downs=tuple(_examples([one[1:] for one in changes if one[5] < one[4]], old, new)),
        vignettes=len(vignettes),
        flipped=tuple(_flipped(vignettes, old.content, new.content)),
        texts=tuple(text_changes(old, new)),
        lost=(*asked_less(old, new), *words_lost(old.content, new.content)),
    )


def _examples(changes: Iterable[tuple[Taking, Signs, str, int, int]], old: Version, new: Version) -> Iterator[Example]:
    """The smallest ones, each with another rule, as long as there are others."""
    told: list[Example] = []
    seen: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
    spare: list[Example] = []
    for one, sign, person, before, after in changes:
        version, taken = (new, one.new) if after > before else (old, one.old)
        levels = {**sign.levels, person: Level.YES} if person else dict(sign.levels)
        rules = tuple(each.rule for each in assess(Facts(levels, taken, sign.numbers), version.content).because)
        given = case({fact: level for fact, level in levels.items() if fact not in DOSES}, one.said, sign.numbers)
        said = tell(given, version.content) + (f"; {version.content.fact(person).short}" if person in DOSES else "")
        example = Example(said, URGENCIES[before], URGENCIES[after], rules, given)
        names = tuple(each["name"] for each in one.said)
        alike = (rules, names) in seen
        (spare if alike else told).append(example)
        seen.append((rules, names))
        if len(told) == EXAMPLES or len(spare) > MOST_ALIKE:
            break
    yield from [*told, *spare][:EXAMPLES]


def _flipped(vignettes: Mapping[str, Mapping[str, Any]], old: Content, new: Content) -> Iterator[Flipped]:
    for name, given in vignettes.items():
        before, after = _outcome(given, old), _outcome(given, new)
        if before != after:
            yield Flipped(name, URGENCIES[before], URGENCIES[after], down=after < before)


def _outcome(given: Mapping[str, Any], content: Content) -> int:
    """The urgency of a vignette; one that can't be read any more counts as severe, for nobody may be lost."""
    try:
        found = assess(facts_of(read(given), content), content)
    except CaseError:
        return len(URGENCIES) - 1
    return found.severity.rank + 1 if found.severity.rank else int(found.call_now)


MOST_ALIKE = 200
