"""Amounts that are no number and unit: "twice my usual dose", "the whole bottle", "an eighth", "a six pack"."""

from flows.understanding.amounts.quantity import Quantity, quantity
from flows.understanding.amounts.units import unit_named
from flows.understanding.grammar import words_of
from flows.understanding.hinted import Hinted
from knowledge.spoken_numbers import NUMBER, number

_WORDS = words_of("amounts")
_SPIRITS = "|".join(sorted(_WORDS["spirits"]))
_SOME = r"one|two|three|four|five|six|[1-9]"
_USUAL = Hinted(
    "dos|usual|normal|amount",
    rf"(?<![\w.,/])(?:(?P<value>{NUMBER})\s*(?:x|times|×)|(?P<word>double|doubled|twice|triple|tripled|quadruple|half))"
    r"\s*(?:as\s+much\s+as\s+|of\s+)?(?:my\s+|the\s+|his\s+|her\s+|their\s+)?"
    r"(?:usual|normal|regular|prescribed|daily)?\s*(?:dose|dosage|amount|usual|normal|as\s+usual)\b",
)
_FOLD = {
    "double": 2.0,
    "doubled": 2.0,
    "twice": 2.0,
    "triple": 3.0,
    "tripled": 3.0,
    "quadruple": 4.0,
    "quadrupled": 4.0,
    "half": 0.5,
}
_WHOLE = Hinted(
    "handful|fistful|whole|entire|full|half|most|all|rest|quarter",
    r"\b(?:(?:the|a|his|her|my|their)\s+)?(?:whole|entire|full|big)?\s*(?P<what>handful|fistful)\b|"
    r"\b(?:(?:the|a|his|her|my|their)\s+(?:whole|entire|full)\s+(?:\w+\s+)?|(?:whole|entire|full)\s+)"
    r"(?P<what2>bottle|box|pack|packet|strip|blister|sheet|bag|pouch)\b"
    r"|\b(?:half|most|all|the\s+rest|a\s+quarter)\s+(?:of\s+)?(?:the|a|my|his|her|their)\s+(?:whole\s+|big\s+)?"
    r"(?P<what3>bottle|box|pack|packet|bag|baggie|pouch)\b",
)
# "doubled my lexapro by accident": the dose of what is named
_DOUBLED = Hinted(
    "doubl|twice|tripl|quadrupl",
    r"\b(?P<word>doubled?|twice|tripled?|quadrupled?)(?:\s+up)?(?:\s+on)?\s+(?:my|his|her|their)\b(?!\s+(?:usual|normal|regular|dos))",
)
_FIFTH = Hinted("fifth|5th", r"\b(?:an?|half\s+an?)\s+(?:fifth|5th)\b(?=\s+of)")
_PACK = Hinted(
    "pack",
    r"\b(?:an?\s+)?(?P<count>six|twelve|four|\d{1,2})[\s-]*pack\s+(?:of\s+)?(?=beer|cider|lager|seltzer|white\s?claw)",
)
_EIGHTH = Hinted(
    "eighth|8th|ball",
    r"\b(?:(?P<half>half)\s+(?:an?\s+)?(?:eighth|8th)|(?:an?\s+|one\s+)?(?:eighth|8th|8\s?ball|eight\s?ball))\b",
)
# "a double vodka", "two doubles": a double holds two
_TWO_IN_ONE = Hinted(
    "double",
    rf"(?<![\w.,])(?P<count>an?|{_SOME})\s+double(?:s\b|\s+(?P<unit>scoop|shot)s?\b|(?=\s+(?:{_SPIRITS})s?\b))|^double\s+(?P<unit2>scoop|shot)s?\b",
)
_AN_EIGHTH_G = 3.5
# "heaped teaspoon of kratom", "tablespoon and a half of it": one, though nobody says so
_ALONE = Hinted(
    " of",
    r"\b(?P<unit>teaspoon|tablespoon|tsp|tbsp|spoonful|spoon|scoop|gram|shot|glass|line|bump|point|cup|mug|handful|bar|pill|tab)"
    r"(?:\s+(?:and|n|an|&)\s+(?:an?\s+)?(?P<rest>half|quarter|bit))?(?=\s+of\b)",
)


def fixed_amounts(text: str) -> list[Quantity]:
    """All of them, in no order."""
    found = []
    for match in _USUAL.finditer(text):
        fold = _FOLD.get(match["word"] or "") or number(match["value"])
        found.append(quantity(match.span(), fold, fold, "times usual", text))
    for match in _WHOLE.finditer(text):
        unit = "pack" if match["what2"] == "strip" else unit_named(match["what"] or match["what2"] or match["what3"])
        packs = 0.5 if match[0].startswith("half") else 1
        found.append(quantity(match.span(), packs, packs, unit, text))
    for match in _DOUBLED.finditer(text):
        fold = _FOLD[match["word"]]
        found.append(quantity(match.span(), fold, fold, "times usual", text))
    for match in _PACK.finditer(text):
        count = number(match["count"])
        found.append(quantity(match.span(), count, count, "drink", text))
    for match in _FIFTH.finditer(text):
        bottles = 0.5 if match[0].startswith("half") else 1
        found.append(quantity(match.span(), bottles, bottles, "bottle", text))
    for match in _ALONE.finditer(text):
        value = 1 + {"half": 0.5, "quarter": 0.25}.get(match["rest"] or "", 0.0)
        found.append(quantity(match.span(), value, value, unit_named(match["unit"]), text))
    for match in _TWO_IN_ONE.finditer(text):
        count = 2 * number(match["count"] or "one")
        found.append(quantity(match.span(), count, count, match["unit"] or match["unit2"] or "drink", text))
    for match in _EIGHTH.finditer(text):
        grams = _AN_EIGHTH_G * (0.5 if match["half"] else 1)
        found.append(quantity(match.span(), grams, grams, "g", text))
    return found
