"""The secret key that is made when the operator sets none: once, in a file of its own that only its owner reads."""

import contextlib
import os
import secrets
from pathlib import Path

from bot.settings import KEY_LENGTH, SettingsError


def read_or_make(path: Path) -> str:
    """The secret in the file, made first if there is none.

    Raises:
        SettingsError: if it can't be read or made.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with contextlib.suppress(FileExistsError):
            _make(path)
        secret = path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"I can't read or make the key file {path} ({type(error).__name__}): set SECRET_KEY, or let me write there."
        ) from None
    if len(secret) < KEY_LENGTH:
        raise SettingsError(
            f"The key file {path} is not whole: restore it from a back-up, or remove it with the database."
        )
    return secret


def _make(path: Path) -> None:
    """Write it whole under another name first: two bots that start at once end up with one key."""
    if path.exists():
        return
    draft = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(48) + "\n")
            file.flush()
            os.fsync(file.fileno())
        os.link(draft, path)
    finally:
        draft.unlink()
