"""`forget CHAT`: deletes everything that is held of a chat, when somebody asks for it in another way than /delete."""

import argparse
import asyncio

from bot.commands.stats import opened
from bot.settings import read_settings


def add(parser: argparse.ArgumentParser) -> None:
    """Which chat."""
    parser.add_argument("chat", type=int, metavar="CHAT", help="the number of the chat on Telegram")


def run(arguments: argparse.Namespace) -> int:
    """Delete, and say whether there was anything; 1 when there was not."""
    gone = asyncio.run(_forget(arguments.chat))
    print("Deleted." if gone else "Nothing is held of this chat.")
    return 0 if gone else 1


async def _forget(chat: int) -> bool:
    async with opened(read_settings()) as store:
        talk, diary = await store.forget(chat), await store.diaries.forget(chat)
    return talk or diary
