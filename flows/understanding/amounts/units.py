"""The units of amounts, and how people write them."""

import re

_UNITS = {
    "mg": "mg|mgs|mg's|migs?|milligrams?|milligrammes?|mil+i?grams?|milis?|millis?",
    "g": "g|gs|g's|gr|grs|grams?|grammes?|gms?|gm|grms?|gramms?",
    "ug": "ug|mcg|mcgs|ugs|micrograms?|mics?|µg|μg",
    "kg": "kg|kilos?",
    "ml": "ml|mls|mil|mils|millilit(?:er|re)s?|cc|ccs",
    "l": "l|lit(?:er|re)s?",
    "oz": "oz|ozs|ounces?|fl\\.?\\s?oz|fluid\\s+ounces?",
    "tsp": "tsps?|teaspoons?|tea\\s+spoons?|tea\\s?spoonfuls?",
    "tbsp": "tbsps?|tblsps?|tbls|tablespoons?|table\\s+spoons?|table\\s?spoonfuls?|tbs",
    "spoon": "spoons?|spoonfuls?",
    "tablet": "pills?|tabs?|tablets?|tabletts?|pilules?|pressies?|presses|pops?|pieces?|beans?|lozenges?",
    "capsule": "caps?|capsules?|gelcaps?|gel\\s+caps?|softgels?|liquicaps?|liqui\\s?gels?",
    "bar": "bars?",
    "shot": "shots?|shooters?",
    "drink": "drinks?|beers?|pints?|glass(?:es)?|cans?|tinnies|ciders?|cocktails?|wines?|seltzers?|tallboys?|lagers?",
    "line": "lines?|rails?",
    "bump": "bumps?|keys?",
    "drop": "drops?",
    "dropper": "droppers?|dropperfuls?|droppers?\\s+full",
    "puff": "puffs?|hits? of (?:the |my |his |her )?(?:vape|bong|joint|pen|pipe|cart)|tokes?|rips?|drags?|dabs?",
    "joint": "joints?|blunts?|spliffs?",
    "bowl": "bowls?|cones?",
    "hit": "hits?|blotters?",
    "gummy": "gumm(?:y|ies)|edibles?",
    "scoop": "scoops?|scoopfuls?",
    "spray": "sprays?|spritz(?:es)?",
    "patch": "patch(?:es)?",
    "cup": "cups?|mugs?|cupfuls?",
    "sip": "sips?|swigs?|gulps?|mouthfuls?|chugs?",
    "point": "points?(?=\\s+of\\b)",
    "dose": "doses?|servings?|stamps?|points?|balls?",
    "bag": "bags?|baggies?|baggy|pouch(?:es)?",
    "bottle": "bottles?|naggins?|flasks?",
    "handful": "handfuls?|hand\\s+fulls?|fistfuls?",
    "strip": "strips?|films?",
    "pack": "packs?|packets?|sachets?|box(?:es)?|blisters?|sheets?|blister\\s+packs?",
    "vial": "vials?|ampoules?|amps?",
}
PACKS = frozenset({"bag", "bottle", "handful", "pack"})  # nobody knows how much is in one
MG = {"ug": 0.001, "mg": 1.0, "g": 1000.0}  # of one
MASS = frozenset(MG)
PIECES = frozenset({"tablet", "capsule", "strip", "patch", "hit", "gummy", "shot", "scoop", "bar"})
# A unit as it stands in a pattern; the group that matched is its name.
UNIT = "|".join(f"(?P<{name}>{pattern})" for name, pattern in _UNITS.items())
ANY_UNIT = f"(?:{'|'.join(_UNITS.values())})"
ANY_PIECE = f"(?:{'|'.join(_UNITS[name] for name in sorted(PIECES))})"
_NAMED = re.compile(UNIT)
_INTO = {"oz": (28.35, "g"), "point": (0.1, "g"), "kg": (1000.0, "g"), "l": (1000.0, "ml")}


def unit_of(match: re.Match[str]) -> str:
    """The name of the unit that a match of `UNIT` found."""
    return next(name for name in _UNITS if match[name])


def unit_named(word: str) -> str:
    """The name of the unit that the word is."""
    if word in _UNITS:
        return word
    match = _NAMED.fullmatch(word)
    assert match is not None  # noqa: S101  what is given fits `ANY_UNIT`
    return unit_of(match)


def converted(unit: str) -> tuple[float, str]:
    """By what an amount is multiplied to be in a unit that we keep, and that unit."""
    return _INTO.get(unit, (1.0, unit))
