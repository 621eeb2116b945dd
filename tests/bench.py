"""Speed and size, by `make bench`: the start, a step, an assessment, words. Quote ratios: machines are noisy."""

import gc
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from flows.engine import Engine, load
from flows.understanding import Reader
from knowledge import yaml_file
from knowledge.assess import assess
from knowledge.content import Content
from knowledge.facts import Facts, Taken
from knowledge.levels import Level
from tests.flows.player import Player
from tests.flows.understanding.hostile import HOSTILE

STARTS = 5
ROUNDS = 60
GOALS = {
    "start": 1000.0,
    "step": 1.0,
    "assess": 1.0,
    "reader's start": 300.0,
    "a sentence": 1.0,
    "a message": 1.0,
    "the worst text": 50.0,
}


def milliseconds(run: Callable[[], object]) -> float:
    """How long one run takes."""
    before = time.perf_counter()
    run()
    return (time.perf_counter() - before) * 1000


def uncollected(kind: Callable[[Content], object], content: Content) -> None:
    """Make one while the collector rests, as `load` does."""
    gc.disable()
    kind(content)
    gc.enable()


def step_times(engine: Engine) -> list[float]:
    """Each step of a mild talk, several times."""
    times: list[float] = []
    step = engine.step

    class Timed:
        talk = engine.talk

        @staticmethod
        def step(*given: object) -> object:
            result: list[object] = []
            times.append(milliseconds(lambda: result.append(step(*given))))  # type: ignore[arg-type]
            return result[0]

    case = {
        "substances": [{"name": "kratom"}, {"name": "sertraline"}],
        "findings": {"restlessness": "yes", "sweating": "yes", "fast_heartbeat": "yes"},
    }
    for _ in range(ROUNDS):
        Player(Timed()).play(case)  # type: ignore[arg-type]
    return times


SENTENCE = "took {}g maeng da w/ my zoloft 3 hrs ago, now im twitching n sweating like crazy, no fever"
MESSAGES = Path(__file__).parent / "understanding" / "tuned" / "messages.yaml"


def reading_times(engine: Engine) -> dict[str, list[float]]:
    """Typed words: a reader's start, sentences, and texts made to take long; none twice, for the newest is kept."""
    content = engine.talk.content
    reader = engine.talk.reader
    return {
        "reader's start": [milliseconds(partial(uncollected, Reader, content)) for _ in range(STARTS)],
        "a sentence": [milliseconds(partial(reader.read, SENTENCE.format(grams))) for grams in range(ROUNDS)],
        "a message": [milliseconds(partial(reader.read, row["text"])) for row in yaml_file.read(MESSAGES)],
        "the worst text": [
            milliseconds(partial(reader.read, f"{number} {text}")) for text in HOSTILE for number in range(STARTS)
        ],
    }


def begin() -> None:
    """A new process, until it is ready; its end is nobody's wait."""
    load_and_say = "from flows.engine import load; e = load(); import os; os._exit(0)"
    subprocess.run([sys.executable, "-c", load_and_say], check=True, stdout=subprocess.DEVNULL)


MEGABYTES = """
from pathlib import Path
from flows.understanding import Reader
from knowledge.content import Content
def held(): return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6
before = held(); reader = Reader(Content()); reader.read("took 8g kratm, im sweatting"); print(held() - before)
"""
MOST_MEGABYTES = 40


def megabytes() -> float:
    """What all that understands typed words takes, the content it is made of too, in a new process; Linux only."""
    return float(subprocess.run([sys.executable, "-c", MEGABYTES], check=True, capture_output=True, text=True).stdout)


def main() -> None:
    """Print the table."""
    start = [milliseconds(begin) for _ in range(STARTS)]
    engine = load()
    gc.freeze()  # as `run` does
    levels = {"restlessness": Level.YES, "sweating": Level.YES}
    facts = Facts(levels, (Taken("kratom", "kratom"), Taken("zoloft", "sertraline")))
    assessments = [milliseconds(lambda: assess(facts, engine.talk.content)) for _ in range(ROUNDS)]
    rows = {"start": start, "step": step_times(engine), "assess": assessments} | reading_times(engine)
    print("| what | median ms | 95th percentile ms | goal (median) |\n|---|---|---|---|")
    for name, times in rows.items():
        ordered = sorted(times)
        print(
            f"| {name} | {statistics.median(ordered):.2f} | {ordered[int(len(ordered) * 0.95)]:.2f} | {GOALS[name]} |"
        )
    print(f"\nContent and reader take {megabytes():.1f} MB (goal {MOST_MEGABYTES}).")


if __name__ == "__main__":
    main()
