"""Mild signs beside each other are mild signs: "jaw clenching, cant sleep" is no locked jaw."""

from itertools import permutations

from flows.engine import Engine
from knowledge.content import Content

SAID = (
    *(
        "jaw clenching",
        "cant sleep",
        "sweating",
        "heart racing",
        "twitching",
        "shaking a bit",
        "hands trembling",
        "nausea",
    ),
    *(
        "threw up once",
        "dizzy",
        "headache",
        "anxious",
        "restless",
        "cant sit still",
        "big pupils",
        "flushed",
        "diarrhea",
    ),
    *("shivering", "muscle tightness", "sleepy", "feel sick", "cramps", "goosebumps", "jumpy", "clumsy", "irritable"),
    *(
        "tingly",
        "dry mouth",
        "tired",
        "no appetite",
        "legs achy",
        "eyes blurry",
        "hot flashes",
        "hungry",
        "bored",
        "itchy",
    ),
)
MOST = 0.01  # of the pairs


def test_two_mild_signs_side_by_side_make_no_severe_one(engine: Engine, content: Content) -> None:
    grave = {*content.graded["severe"], *content.graded["red_flag"]}

    def present(text: str) -> set[str]:
        return {one.id for one in engine.talk.reader.read(text).signs if one.status == "present"} & grave

    alone = {one: present(one) for one in SAID}
    texts = {
        f"{one}{join}{other}": alone[one] | alone[other]
        for one, other in permutations(SAID, 2)
        for join in (", ", " and ")
    }
    made = [text for text, known in texts.items() if present(text) - known]
    assert len(made) <= MOST * len(texts), made[:20]
