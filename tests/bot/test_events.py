"""Events: the medics' number comes first on every result, and a poster's QR opens the bot with it."""

import io
import shutil
from pathlib import Path

import pytest
import yaml
import zxingcpp
from PIL import Image
from pypdf import PdfReader

from bot.__main__ import main
from flows.definition import FOLDER as FLOWS
from flows.definition import Flow
from flows.engine import Engine
from knowledge.checks import content_issues
from knowledge.content import FOLDER, Content
from knowledge.wording import Wording
from tests.flows.player import Player

EXAMPLE = (FOLDER / "events" / "example.yaml").read_text(encoding="utf-8")
PACK = EXAMPLE.replace("example: true\n", "")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The content with an event that was copied from the example."""
    there = tmp_path_factory.mktemp("with_event") / "knowledge"
    shutil.copytree(FOLDER, there, ignore=shutil.ignore_patterns("__pycache__", "*.py"))
    (there / "events" / "example_fest.yaml").write_text(PACK, encoding="utf-8")
    return there


@pytest.fixture(scope="module")
def engine_with_event(folder: Path) -> Engine:
    content = Content(folder)
    return Engine(content, Flow(FLOWS / "triage.yaml", content), Wording())


@pytest.fixture
def player(engine_with_event: Engine) -> Player:
    return Player(engine_with_event).start("ev_example_fest")


def test_the_link_says_whose_number_it_brings(player: Player) -> None:
    assert "You are at Example Festival" in player.screen.text
    assert player.nodes == ["danger"]


@pytest.mark.parametrize("findings", [{}, {"sweating": "yes", "anxiety": "yes"}, {"rigidity": "yes"}])
def test_the_medics_come_first_on_every_result(player: Player, findings: dict[str, str]) -> None:
    player.play({"substances": [{"name": "kratom"}, {"name": "zoloft"}], "findings": findings})
    text = next(one.text for one in player.stays if not one.attachment)

    assert text.startswith("⛑ <b>Example Festival: call the medics here first: +44 20 7946 0123</b>")
    assert "Friday 12:00" in text
    assert "999" in text


def test_the_medics_come_first_behind_sos_too(player: Player) -> None:
    assert player.command("sos").stays[-1].text.startswith("⛑")


def test_a_new_person_is_still_at_the_event(player: Player) -> None:
    player.tap("danger:yes").tap("danger_which:none").tap("talk:new_person").tap("danger:yes")

    assert player.stays[-1].text.startswith("⛑")


def test_a_country_that_was_set_before_stays(engine_with_event: Engine) -> None:
    player = Player(engine_with_event).start().command("country", "NO").start("ev_example_fest")

    assert player.session
    assert player.session.country == "NO"


@pytest.mark.parametrize("payload", ["ev_", "ev_nowhere", "ev_example", "ev_../secrets", "example_fest"])
def test_a_link_to_no_event_begins_as_usual(engine_with_event: Engine, payload: str) -> None:
    player = Player(engine_with_event).start(payload)

    assert player.nodes == ["danger"]
    assert player.session
    assert not player.session.event


def test_the_only_event_that_is_shipped_is_an_example_that_no_link_opens(content: Content) -> None:
    assert list(content.event_files) == ["example"]
    assert not content.events


def test_the_poster_of_the_example_says_that_it_is_one(tmp_path: Path) -> None:
    out = tmp_path / "poster.pdf"
    assert main(["poster", "example", "--bot", "sero_bot", "--out", str(out)]) == 0
    (page,) = PdfReader(out).pages
    assert "This number is not real" in page.extract_text()


def test_the_example_has_no_issues_and_a_wrong_one_has(folder: Path, tmp_path: Path) -> None:
    assert not content_issues(Content(folder))
    broken = tmp_path / "knowledge"
    shutil.copytree(folder, broken)
    pack = {**yaml.safe_load(PACK), "country": "NX", "medics": {"number": "ask at the bar"}}
    (broken / "events" / "Bad Name.yaml").write_text(yaml.safe_dump(pack), encoding="utf-8")
    sentences = " ".join(one.sentence for one in content_issues(Content(broken)))

    for part in ("does not fit a link", "is not a number to call", "there is no country “NX”"):
        assert part in sentences


def test_the_poster_has_the_numbers_and_a_qr_of_the_link(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "poster.pdf"
    assert main(["poster", "example_fest", "--bot", "@sero_bot", "--out", str(out), "--knowledge", str(folder)]) == 0
    (page,) = PdfReader(io.BytesIO(out.read_bytes())).pages

    for part in ("Feel wrong?", "+44 20 7946 0123", "999", "Example Festival", "Welsh"):
        assert part in page.extract_text(), part
    assert "not real" not in page.extract_text()
    with Image.open(io.BytesIO(page.images[0].data)) as image:
        (found,) = zxingcpp.read_barcodes(image.convert("L"))
    assert found.text == "https://t.me/sero_bot?start=ev_example_fest"


def test_a_poster_for_no_event_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["poster", "nowhere", "--bot", "sero_bot"]) == 1
    assert "There is no event “nowhere”" in capsys.readouterr().err
