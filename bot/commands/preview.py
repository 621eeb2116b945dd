"""`preview`: the sandbox with a Why pane; it reads the content again whenever a YAML file is saved."""

import argparse
import asyncio
import tempfile
from pathlib import Path

from bot.commands import sandbox
from bot.preview import Preview
from bot.settings import SettingsError
from flows.definition import FOLDER as FLOWS
from knowledge.content import FOLDER as KNOWLEDGE

KEPT = Path("tests") / "conversations"


def add(parser: argparse.ArgumentParser) -> None:
    """What the sandbox can be given, and where the content is."""
    sandbox.add(parser)
    parser.add_argument("--knowledge", type=Path, default=KNOWLEDGE, help="another folder of knowledge to preview")
    parser.add_argument("--flows", type=Path, default=FLOWS, help="another folder of flows to preview")
    parser.add_argument("--keep", type=Path, default=KEPT, help=f"where kept talks go (default: {KEPT})")


def run(arguments: argparse.Namespace) -> int:
    """Run until told to stop; nothing stays but the talks that were kept."""
    settings = sandbox.sandbox_settings(arguments)
    for folder in (arguments.knowledge, arguments.flows):
        if not folder.is_dir():
            raise SettingsError(f"There is no folder {folder}.")
    with tempfile.TemporaryDirectory(prefix="serocheck-") as folder:
        preview = Preview(
            settings,
            Path(folder),
            knowledge=arguments.knowledge,
            flows=arguments.flows,
            keep=arguments.keep,
        )
        asyncio.run(sandbox.serve(preview, "The preview"))
    return 0
