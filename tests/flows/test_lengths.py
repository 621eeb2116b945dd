"""However much is typed, a result is no longer than Telegram takes: what would be cut off is its end, whom to call."""

import pytest

from flows.engine import Engine
from flows.reply import unmarked
from tests.flows.player import Player

_TELEGRAM = 4096  # characters of a message


@pytest.fixture
def player(engine: Engine) -> Player:
    return Player(engine)


@pytest.mark.parametrize("danger", ["yes", "no"])
@pytest.mark.parametrize(
    "names", [["q" * 1000, "w" * 1000, "z" * 1000, "x" * 1000], [f"zqx{'v' * n}" for n in range(60)]]
)
def test_a_result_is_no_longer_than_telegram_takes(player: Player, names: list[str], danger: str) -> None:
    player.start().tap("danger:no")
    for name in names:
        player.say(name)
    if danger == "yes":
        player.say("he is not breathing").tap("talk:need_help")
    else:
        player.tap("substances:next")
        player.play({"findings": {"sweating": "yes"}})

    assert player.outcome == ("severe" if danger == "yes" else "mild")
    assert all(len(unmarked(one.text)) <= _TELEGRAM for one in player.stays)
    assert "You deserve help" in unmarked(player.stays[-1].text)
