"""A real PostgreSQL for tests: the one that answers on this machine, else a throw-away one, else the skip says why."""

import os
import pwd
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import asyncpg
import pytest

_LOCAL = "postgresql://postgres@127.0.0.1:5432/postgres"
_BINARIES = "/usr/lib/postgresql"


@contextmanager
def server() -> Iterator[str]:
    """The address of a server that takes everybody."""
    if _answers(5432):
        yield _LOCAL
        return
    folder = _binaries()
    if folder is None:
        reason = "this needs a PostgreSQL on 127.0.0.1:5432, or its binaries (Debian: postgresql)"
        if os.environ.get("SEROCHECK_REQUIRE_POSTGRES") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    with _throw_away(folder) as address:
        yield address


@asynccontextmanager
async def database(address: str) -> AsyncIterator[str]:
    """A database of its own on that server, gone afterwards."""
    name = f"serocheck_{secrets.token_hex(6)}"
    await _tell(address, f"CREATE DATABASE {name}")
    try:
        yield f"{address.rpartition('/')[0]}/{name}"
    finally:
        await _tell(address, f"DROP DATABASE {name} WITH (FORCE)")


async def _tell(address: str, statement: str) -> None:
    connection = await asyncpg.connect(address)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _binaries() -> Path | None:
    found = [*sorted(Path(_BINARIES).glob("*/bin/initdb"), reverse=True), *map(Path, filter(None, [_on_path()]))]
    return found[0].parent if found else None


def _on_path() -> str | None:
    return shutil.which("initdb")


@contextmanager
def _throw_away(folder: Path) -> Iterator[str]:
    """A server that does not care for its data, in a folder that is deleted."""
    account = _account()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    place = Path(tempfile.mkdtemp(prefix="serocheck-postgres-"))
    try:
        if account:
            os.chown(place, pwd.getpwnam(account).pw_uid, pwd.getpwnam(account).pw_gid)
        _run(account, folder / "initdb", "-D", place / "data", "-A", "trust", "-U", "postgres", "--no-sync")
        options = f"-p {port} -k {place} -h 127.0.0.1 -F"
        _run(account, folder / "pg_ctl", "-D", place / "data", "-o", options, "-l", place / "log", "-w", "start")
        try:
            yield f"postgresql://postgres@127.0.0.1:{port}/postgres"
        finally:
            _run(account, folder / "pg_ctl", "-D", place / "data", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _account() -> str | None:
    """PostgreSQL does not run as root; None for nobody else than we are."""
    if os.geteuid() != 0:
        return None
    known = {one.pw_name for one in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


def _run(account: str | None, *words: object) -> None:
    command = [str(word) for word in words]
    subprocess.run(command, check=True, user=account, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
