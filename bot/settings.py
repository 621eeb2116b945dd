"""The operator's settings: from the environment, then `.env`; a wrong one is named, with what to do about it."""

import os
import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from msgspec import Struct, field

from bot.loopback import LOOPBACK

TELEGRAM = "https://api.telegram.org"
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
KEY_LENGTH = 32  # characters; HKDF makes a key of a long secret, it doesn't make a short one strong
_TOKEN = re.compile(r"\d{3,20}:[A-Za-z0-9_-]{30,}")
_SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")


class SettingsError(Exception):
    """A setting is wrong; the text is one sentence for the operator, without the value when that is a secret."""


class Settings(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """All settings; `repr` shows no secret.

    Attributes:
        token: Telegram's bot token; empty for the sandbox.
        api_url: where the Bot API is.
        webhook_url: where Telegram sends updates; empty for polling.
        webhook_secret: what Telegram sends along; derived from the secret key when empty.
        host, port: where the bot's own web server listens.
        database_url: where talks are kept.
        secret_keys: the first seals, all open; made in `key_file` when empty.
        key_file: where a secret key that was made is kept, apart from the database.
        retention_hours: how long an untouched talk is kept.
        country: the country whose numbers come first; empty when none.
        log_level: DEBUG, INFO, WARNING or ERROR.
    """

    token: str = ""
    api_url: str = TELEGRAM
    webhook_url: str = ""
    webhook_secret: str = ""
    host: str = "127.0.0.1"
    port: int = 8080
    database_url: str = "sqlite:///data/serocheck.db"
    secret_keys: tuple[str, ...] = ()
    key_file: Path = field(default_factory=lambda: Path("secrets/serocheck.key"))
    retention_hours: float = 24.0
    country: str = ""
    log_level: str = "INFO"

    def __repr__(self) -> str:
        """What may be shown: no token, no key, no password in an address."""
        return f"Settings(host={self.host!r}, port={self.port}, log_level={self.log_level!r}, …)"


def read_settings(environment: Mapping[str, str] | None = None, env_file: Path = Path(".env")) -> Settings:
    """The settings as they stand.

    Raises:
        SettingsError: if one is wrong.
    """
    given = {**read_env_file(env_file), **(os.environ if environment is None else environment)}

    def value(key: str, otherwise: str = "") -> str:
        return given.get(key, "").strip() or otherwise

    return Settings(
        token=_matching("TELEGRAM_BOT_TOKEN", value("TELEGRAM_BOT_TOKEN"), _TOKEN, "copy it whole from @BotFather"),
        api_url=_address("TELEGRAM_API_URL", value("TELEGRAM_API_URL", TELEGRAM)),
        webhook_url=_webhook(value("WEBHOOK_URL")),
        webhook_secret=_matching(
            "WEBHOOK_SECRET", value("WEBHOOK_SECRET"), _SECRET, "use 16 to 256 letters, digits, _ or -, or leave it out"
        ),
        host=value("HOST", "127.0.0.1"),
        port=_port(value("PORT", "8080")),
        database_url=_database(value("DATABASE_URL", "sqlite:///data/serocheck.db")),
        secret_keys=_keys(value("SECRET_KEY")),
        retention_hours=_hours(value("RETENTION_HOURS", "24")),
        country=_matching(
            "DEFAULT_COUNTRY", value("DEFAULT_COUNTRY").upper(), re.compile("[A-Z]{2}"), "use two letters, such as US"
        ),
        log_level=_level(value("LOG_LEVEL", "INFO").upper()),
    )


def read_env_file(path: Path) -> dict[str, str]:
    """The `KEY=value` lines of a file; nothing when there is none.

    Raises:
        SettingsError: if a line is not of that kind.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"I can't read {path.name} ({type(error).__name__}): make it readable, or remove it."
        ) from None
    found = {}
    for number, line in enumerate(lines, 1):
        text = line.strip().removeprefix("export ").strip()
        if not text or text.startswith("#"):
            continue
        key, equals, value = text.partition("=")
        if not equals or not key.strip().isidentifier():
            raise SettingsError(f"{path.name}, line {number}: write it as KEY=value.")
        found[key.strip()] = _unquoted(value.strip())
    return found


def _unquoted(value: str) -> str:
    if value[:1] in {"'", '"'}:
        end = value.find(value[0], 1)
        return value[1:end] if end > 0 else value[1:]
    return value.split(" #", maxsplit=1)[0].rstrip()


def _matching(key: str, value: str, pattern: re.Pattern[str], what_to_do: str) -> str:
    if value and not pattern.fullmatch(value):
        raise SettingsError(f"{key} does not look right: {what_to_do}.")
    return value


def _address(key: str, value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise SettingsError(f"{key} must be an address that begins with https://.")
    return value.rstrip("/")


def _webhook(value: str) -> str:
    if not value:
        return ""
    parts = urlsplit(_address("WEBHOOK_URL", value))
    if parts.scheme != "https" and parts.hostname not in LOOPBACK:
        raise SettingsError("WEBHOOK_URL must begin with https://: Telegram sends to nothing else.")
    if parts.path not in {"", "/telegram"}:
        raise SettingsError(
            "WEBHOOK_URL must end in /telegram, or in the name of the host: the bot listens at /telegram."
        )
    return f"{parts.scheme}://{parts.netloc}/telegram"


def _port(value: str) -> int:
    if not value.isdecimal() or int(value) > 65_535:  # noqa: PLR2004  the largest port there is
        raise SettingsError("PORT must be a number from 0 to 65535.")
    return int(value)


def _database(value: str) -> str:
    if not re.fullmatch(r"sqlite:///[^?#]+|postgres(ql)?://.+", value):
        raise SettingsError("DATABASE_URL must be sqlite:///path/to/file.db or postgresql://….")
    return value


def _keys(value: str) -> tuple[str, ...]:
    keys = tuple(key.strip() for key in value.split(",") if key.strip())
    if any(len(key) < KEY_LENGTH for key in keys):
        raise SettingsError(
            f"SECRET_KEY is too short: use {KEY_LENGTH} characters or more by chance, or leave it out and one is made."
        )
    return keys


def _hours(value: str) -> float:
    try:
        hours = float(value)
    except ValueError:
        hours = 0.0
    if not 0 < hours <= 24 * 30:
        raise SettingsError("RETENTION_HOURS must be a number above 0 and at most 720.")
    return hours


def _level(value: str) -> str:
    if value not in LEVELS:
        raise SettingsError(f"LOG_LEVEL must be one of {', '.join(LEVELS)}.")
    return value
