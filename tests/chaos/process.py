"""The real bot as a process of its own, which can be killed and started again."""

import asyncio
import os
import sys
import time
from pathlib import Path

from bot.sandbox import TOKEN

ROOT = Path(__file__).parents[2]
SECRET = "chaos chaos chaos chaos chaos chaos"  # noqa: S105  it guards nothing


class BotProcess:
    """`python -m bot run` in a folder; what it logs is appended to `bot.log` there."""

    def __init__(self, folder: Path, **settings: str) -> None:
        self.log = folder / f"bot-{settings.get('PORT', '0')}.log"
        self._folder = folder
        self._settings = {
            "PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "TELEGRAM_BOT_TOKEN": TOKEN, "SECRET_KEY": SECRET,
            "LOG_LEVEL": "INFO", **settings,
        }  # fmt: skip
        self._process: asyncio.subprocess.Process | None = None

    async def start(self, patience: float = 60.0) -> float:
        """Start it and wait until it is ready; when that was."""
        seen = self.log.stat().st_size if self.log.exists() else 0
        with self.log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", "run", cwd=self._folder, env=self._settings, stderr=log, stdout=log
            )
        ends = time.monotonic() + patience
        while b"event=ready" not in self.log.read_bytes()[seen:]:
            if self._process.returncode is not None or time.monotonic() > ends:
                raise RuntimeError(f"the bot did not start: {self.log.read_text()[-2000:]}")
            await asyncio.sleep(0.02)
        return time.monotonic()

    async def kill(self) -> None:
        """Kill -9."""
        if self._process and self._process.returncode is None:
            self._process.kill()
            await self._process.wait()

    async def stop(self) -> None:
        """SIGTERM, and wait until it is gone."""
        if self._process and self._process.returncode is None:
            self._process.terminate()
            await self._process.wait()
