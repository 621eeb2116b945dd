"""Scores an `understand(text)` function on phrases, names, polarity and words of self-harm."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.understanding.gold import Name, Phrase, Polarity, SelfHarm
from tests.understanding.reading import RED_FLAGS, Reading, Understand, read, same
from tests.understanding.tally import Tally, mild_beside, share

FRAME = {"english_word": "something about {} today", "other_medicine": "i take {} every day"}  # else: i took …


@dataclass
class PhraseScore:
    """How lay phrases fared."""

    tally: Tally = field(default_factory=Tally)
    each: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    without: int = 0  # phrases of no finding
    flagged: int = 0  # of these, read as some finding
    alarmed: int = 0  # of these, read as a red flag
    ordinary: Counter[str] = field(default_factory=Counter)  # all, flagged and alarmed of those that are no near misses
    read_as_absent: int = 0
    misses: list[str] = field(default_factory=list)

    def recall(self, findings: Sequence[str]) -> float:
        right = sum(self.each[finding].right for finding in findings)
        return share(right, right + sum(self.each[finding].missed for finding in findings))


def score_phrases(gold: Sequence[Phrase], understand: Understand) -> PhraseScore:
    """A phrase is right when its finding is said to be present; anything more is wrong."""
    score = PhraseScore()
    for phrase in gold:
        reading = read(understand, phrase.text)
        said, allowed = reading.present(), {*phrase.also, *phrase.instead}
        if phrase.finding is None:
            score.without += 1
            extra = said - allowed
            alarm = bool(extra.intersection(RED_FLAGS))
            score.flagged += bool(extra)
            score.alarmed += alarm
            if phrase.ordinary:
                score.ordinary.update({"all": 1, "flagged": bool(extra), "alarmed": alarm})
        else:
            hit = bool(said & {phrase.finding, *phrase.instead})
            extra = said - allowed - {phrase.finding} - mild_beside((phrase.finding, *allowed))
            score.tally.add(right=hit, missed=not hit)
            score.each[phrase.finding].add(right=hit, missed=not hit)
            status = reading.statuses().get(phrase.finding)
            score.read_as_absent += not hit and status == "absent"
        score.tally.add(wrong=len(extra))
        for finding in extra:
            score.each[finding].add(wrong=1)
        if extra or (phrase.finding and not hit):
            score.misses.append(f"phrase {phrase.text!r}: want {phrase.finding}, got {sorted(said)}")
    return score


@dataclass
class NameScore:
    """Per kind of name: right, asked, missed or wrong."""

    counts: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    misses: list[str] = field(default_factory=list)

    def share(self, kind: str, *verdicts: str) -> float:
        return share(sum(self.counts[kind][verdict] for verdict in verdicts), self.counts[kind].total())


def score_names(gold: Sequence[Name], understand: Understand) -> NameScore:
    """A name taken for a wrong substance without asking is `wrong`; a question with the right one in it is `asked`."""
    score = NameScore()
    for name in gold:
        verdict, got = _verdict(name, read(understand, FRAME.get(name.kind, "i took {}").format(name.text)))
        score.counts[name.kind][verdict] += 1
        if verdict in {"wrong", "missed"}:
            score.misses.append(f"name {name.text!r}: want {name.id or name.kind}, got {got}")
    return score


def _verdict(name: Name, reading: Reading) -> tuple[str, list[str]]:
    sure = {same(substance.id) for substance in reading.substances if substance.sure}
    doubt = {same(substance.id) for substance in reading.substances if not substance.sure}
    doubt = doubt.union(*(asked.means() for asked in reading.ask))
    wanted, got = same(name.id) if name.id else None, sorted(sure)
    if wanted in sure:
        return "right", got
    if sure - {same(other) for other in name.also}:
        return "wrong", got
    if wanted is None and name.kind != "ambiguous":  # no name of ours has to stay silent
        return ("asked" if doubt or reading.ask else "right"), got
    if wanted is None:  # several meanings have to be asked
        return ("right" if doubt or reading.ask or sure else "missed"), got
    return ("asked" if wanted in doubt else "missed"), got


@dataclass
class PolarityScore:
    """What each status was read as; `not found` when the finding was not seen at all."""

    table: Counter[tuple[str, str]] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    @property
    def accuracy(self) -> float:
        return share(sum(count for (gold, said), count in self.table.items() if gold == said), self.table.total())

    def of_found(self) -> float:
        found = Counter({pair: count for pair, count in self.table.items() if pair[1] != "not found"})
        return PolarityScore(found).accuracy


def score_polarity(gold: Sequence[Polarity], understand: Understand) -> PolarityScore:
    score = PolarityScore()
    for one in gold:
        reading = read(understand, one.text)
        statuses = dict(reading.statuses())
        if reading.self_harm:
            statuses["self_harm"] = "present"
        found = [statuses[finding] for finding in (one.finding, *one.instead) if finding in statuses]
        # Not seeing a negated word of self-harm is what `self_harm: false` means.
        said = found[0] if found else one.status if one.finding == "self_harm" else "not found"
        score.table[one.status, said] += 1
        if said != one.status:
            score.misses.append(f"polarity {one.text!r}: {one.finding} is {one.status}, got {said}")
    return score


def score_self_harm(gold: Sequence[SelfHarm], understand: Understand) -> tuple[Tally, list[str]]:
    tally, misses = Tally(), []
    for one in gold:
        said = read(understand, one.text).present() >= {"self_harm"}
        tally.add(right=said and one.self_harm, missed=one.self_harm and not said, wrong=said and not one.self_harm)
        if said != one.self_harm:
            misses.append(f"self-harm {one.text!r}: {'missed' if one.self_harm else 'false alarm'}")
    return tally, misses
