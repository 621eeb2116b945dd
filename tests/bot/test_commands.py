"""The commands as an operator runs them: what they say, and their exit status."""

import asyncio
import os
import shutil
import signal
import sys
from asyncio.subprocess import PIPE, Process
from pathlib import Path

import aiohttp
import pytest

from bot.sandbox import TOKEN, LocalBotApi

ROOT = Path(__file__).parents[2]
WRONG = f"123456:{'x' * 35}"


async def _bot(folder: Path, *words: str, **settings: str) -> Process:
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **settings}
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", *words, cwd=folder, env=environment, stdout=PIPE, stderr=PIPE
    )


async def _ended(process: Process) -> tuple[int | None, str]:
    out, err = await asyncio.wait_for(process.communicate(), 20)
    return process.returncode, (out + err).decode()


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ({"PORT": "eighty"}, "PORT"),
        ({"TELEGRAM_BOT_TOKEN": "123"}, "TELEGRAM_BOT_TOKEN"),
        ({"SECRET_KEY": "short"}, "SECRET_KEY"),
        ({"TELEGRAM_BOT_TOKEN": WRONG, "DATABASE_URL": "mysql://a"}, "DATABASE_URL"),
    ],
)
async def test_a_wrong_setting_is_one_sentence_and_status_2(
    tmp_path: Path, settings: dict[str, str], named: str
) -> None:
    status, said = await _ended(await _bot(tmp_path, "run", **settings))
    assert status == 2
    assert named in said
    assert len(said.strip().splitlines()) == 1
    assert "Traceback" not in said


async def test_a_token_telegram_does_not_know_is_one_sentence_and_status_2(tmp_path: Path, api: LocalBotApi) -> None:
    status, said = await _ended(await _bot(tmp_path, "run", TELEGRAM_BOT_TOKEN=WRONG, TELEGRAM_API_URL=api.url))
    assert status == 2
    assert "TELEGRAM_BOT_TOKEN" in said
    assert WRONG not in said
    assert "Traceback" not in said


async def test_the_sandbox_does_not_start_beside_a_real_token(tmp_path: Path) -> None:
    status, said = await _ended(await _bot(tmp_path, "sandbox", TELEGRAM_BOT_TOKEN=WRONG))
    assert status == 2
    assert "--beside-token" in said


async def test_run_without_a_token_is_the_sandbox_and_says_so(tmp_path: Path) -> None:
    process = await _bot(tmp_path, "run", PORT="0")
    assert process.stdout
    line = (await asyncio.wait_for(process.stdout.readline(), 20)).decode()
    address = next(word for word in line.split() if word.startswith("http://127.0.0.1:"))
    async with aiohttp.ClientSession() as http, http.get(address) as page:
        assert page.status == 200
    process.send_signal(signal.SIGINT)
    status, said = await _ended(process)
    assert status == 0
    assert "sandbox" in said
    assert not os.listdir(tmp_path)  # noqa: PTH208


async def test_run_with_a_token_answers_and_ends_on_sigterm(tmp_path: Path, api: LocalBotApi) -> None:
    ada = api.person()
    process = await _bot(tmp_path, "run", TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_API_URL=api.url, PORT="0")
    await ada.start()
    await ada.wait_reply(20)
    process.send_signal(signal.SIGTERM)
    status, said = await _ended(process)
    assert status == 0
    assert TOKEN not in said
    assert (tmp_path / "data" / "serocheck.db").exists()
    assert (tmp_path / "secrets" / "serocheck.key").exists()


async def test_a_port_that_is_taken_is_one_sentence_and_status_2(tmp_path: Path, api: LocalBotApi) -> None:
    taken = api.url.rpartition(":")[2]
    for words, settings in ((["sandbox"], {}), (["run"], {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": api.url})):
        status, said = await _ended(await _bot(tmp_path, *words, PORT=taken, **settings))
        assert status == 2
        assert f"PORT {taken}" in said


async def test_a_bare_command_lists_them_all(tmp_path: Path) -> None:
    status, said = await _ended(await _bot(tmp_path, "--help"))
    assert status == 0
    assert "sandbox" in said


async def test_content_that_cannot_be_read_is_named_by_file_and_line_and_status_2(tmp_path: Path) -> None:
    for name in ("bot", "flows", "knowledge"):
        shutil.copytree(ROOT / name, tmp_path / name)
    broken = tmp_path / "knowledge" / "substances" / "snri.yaml"
    broken.write_text(broken.read_text() + "  - id oops: it\n")
    process = await _bot(tmp_path, "assess", PYTHONPATH=str(tmp_path))

    status, said = await _ended(process)
    assert status == 2
    assert "knowledge/substances/snri.yaml:" in said
    assert "Traceback" not in said


async def test_a_preview_of_a_folder_that_is_not_there_says_so(tmp_path: Path) -> None:
    status, said = await _ended(await _bot(tmp_path, "preview", "--knowledge", "nowhere", "--port", "0"))

    assert status == 2
    assert said == "There is no folder nowhere.\n"


async def test_prove_asks_the_proofs_that_are_named(tmp_path: Path) -> None:
    status, said = await _ended(await _bot(tmp_path, "prove", "--only", "red_flags", "deadly_pairs"))

    assert status == 0
    assert "2 of 2 proofs hold" in said


async def test_prove_names_all_proofs_where_one_is_not_known(tmp_path: Path) -> None:
    status, said = await _ended(await _bot(tmp_path, "prove", "--only", "red_flag"))

    assert status == 2
    assert "'red_flags'" in said
