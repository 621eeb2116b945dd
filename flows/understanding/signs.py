"""The findings a text speaks of: from phrases, from normal values and from numbers, each once with its status."""

from collections.abc import Iterable, Sequence

from flows.understanding.lexicon import Lexicon
from flows.understanding.numbers.measurements import Number
from flows.understanding.phrases.forms import Item
from flows.understanding.phrases.hits import NORMAL, NOTHING, Hit
from flows.understanding.phrases.normalise import Plain
from flows.understanding.polarity.negation import denier
from flows.understanding.polarity.overlaps import without_crossed
from flows.understanding.polarity.polarity import Status, is_normal, status
from flows.understanding.understood import Sign, Span
from knowledge.content import Content

_RANK: dict[Status, int] = {"present": 3, "hypothetical": 2, "past": 1, "absent": 0}


class Signs:
    """Reads signs."""

    def __init__(self, content: Content, lexicon: Lexicon) -> None:
        """Keep what is known."""
        self._content, self._lexicon = content, lexicon
        self._grave = {*content.graded["severe"], *content.graded["red_flag"]}

    def read(
        self,
        text: Plain,
        items: Sequence[Item],
        hits: Sequence[Hit],
        numbers: Iterable[Number],
        others: Iterable[Sign] = (),
    ) -> list[Sign]:
        """Each finding once, with the others that are known already: present before all, whatever else is said."""
        noes = {hit: denier(items, hit) for hit in self._meant(hits)}
        meant = without_crossed(items, noes)
        found = self._without_milder([(hit, self._sign(text, items, hit, noes[hit])) for hit in meant])
        found += others
        found += self._numbers(numbers, {one.id for one in found if one.status == "present"})
        best: dict[str, Sign] = {}
        for one in found:
            before = best.get(one.id)
            if before is None or _RANK[one.status] > _RANK[before.status]:
                best[one.id] = one
        return list(best.values())

    def _meant(self, hits: Sequence[Hit]) -> list[Hit]:
        """The hits without those that mean nothing."""
        nothing = [set(hit.inside) for hit in hits if hit.means == NOTHING]
        return [
            hit
            for hit in hits
            if hit.means[0] == NORMAL
            or (hit.means in self._content.findings and not any(set(hit.items) <= span for span in nothing))
        ]

    def _without_milder(self, found: Sequence[tuple[Hit, Sign]]) -> list[Sign]:
        """The signs without the milder of two that share words, when the graver one is there."""
        graver = self._lexicon.graver
        there = [(set(hit.items), sign.id) for hit, sign in found if sign.status == "present"]
        kinds = {ident for _, ident in there}
        shadowed = {mild for mild, grave in graver if grave in kinds}
        return [
            sign
            for hit, sign in found
            if hit.means not in shadowed
            or not any((hit.means, ident) in graver and own & set(hit.items) for own, ident in there)
        ]

    def _sign(self, text: Plain, items: Sequence[Item], hit: Hit, no: int | None) -> Sign:
        ident = hit.means.removeprefix(NORMAL)
        if hit.means[0] == NORMAL:
            said: Status = "absent" if no is None and is_normal(items, hit) else "hypothetical"
        else:
            said = status(items, hit, no, grave=ident in self._grave)
        start = text.words[items[hit.items[0]].first].start
        end = text.words[items[hit.items[-1]].last].end
        return Sign(ident, text.text[start:end], Span(start, end), said, hit.phrase, hit.items[0])

    def _numbers(self, numbers: Iterable[Number], present: set[str]) -> list[Sign]:
        """The findings that a number stands for, by the bands of measurements.yaml."""
        found = []
        for one in numbers:
            for ident, level in _meant_by(one, self._content):
                if ident not in present:
                    found.append(Sign(ident, one.said, Span(one.start, one.end), level, "measurement"))
        return found


_HIGH = {
    "temperature_c": "fever",
    "pulse": "very_fast_heartbeat",
    "systolic": "high_blood_pressure",
    "diastolic": "high_blood_pressure",
    "breaths": "fast_breathing",
}
_RAISED = {"pulse": "fast_heartbeat", "breaths": "fast_breathing"}
_LOW = {"breaths": "slow_breathing"}
_FINE = {"temperature_c": "fever", "systolic": "high_blood_pressure"}


def _meant_by(one: Number, content: Content) -> list[tuple[str, Status]]:
    known = content.measurements[one.id]
    severe = [band.from_ for band in known.severe if band.from_ is not None]
    mild = [band.from_ for band in known.mild if band.from_ is not None]
    low = [band.to for band in known.severe if band.to is not None and band.when is None]
    if severe and one.value >= min(severe) and one.id in _HIGH:
        return [(_HIGH[one.id], "present")]
    if mild and one.value >= min(mild):
        return [(_RAISED[one.id], "present")] if one.id in _RAISED else []
    if low and one.value <= max(low):
        return [(_LOW[one.id], "present")] if one.id in _LOW else []
    return [(_FINE[one.id], "absent")] if one.id in _FINE else []
