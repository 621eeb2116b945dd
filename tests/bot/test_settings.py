"""Settings: read from the environment, then `.env`; a wrong one is named without being shown."""

from pathlib import Path

import pytest

from bot.settings import SettingsError, read_settings
from bot.storage.key_file import read_or_make

TOKEN = "123456789:abcdefghijklmnopqrstuvwxyzABCDEFGHI"  # noqa: S105  nobody's


def test_without_any_there_are_defaults(tmp_path: Path) -> None:
    settings = read_settings({}, tmp_path / ".env")
    assert (settings.token, settings.port, settings.retention_hours) == ("", 8080, 24)
    assert settings.database_url == "sqlite:///data/serocheck.db"


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text(
        f'# a comment\n\nTELEGRAM_BOT_TOKEN="{TOKEN}"\nexport PORT=9000 # why\nHOST=0.0.0.0\nWEBHOOK_URL=https://a.example\n'
    )
    settings = read_settings({"PORT": "9001"}, file)
    assert (settings.token, settings.port, settings.host) == (TOKEN, 9001, "0.0.0.0")  # noqa: S104  only read
    assert settings.webhook_url == "https://a.example/telegram"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("TELEGRAM_BOT_TOKEN", "123:too-short"),
        ("TELEGRAM_API_URL", "api.telegram.org"),
        ("WEBHOOK_URL", "http://a.example"),
        ("WEBHOOK_URL", "https://a.example/other"),
        ("WEBHOOK_SECRET", "not allowed: spaces"),
        ("PORT", "eighty"),
        ("PORT", "65536"),
        ("DATABASE_URL", "mysql://x"),
        ("SECRET_KEY", "secret"),
        ("RETENTION_HOURS", "0"),
        ("RETENTION_HOURS", "nan"),
        ("DEFAULT_COUNTRY", "USA"),
        ("LOG_LEVEL", "LOUD"),
    ],
)
def test_a_wrong_one_is_named_and_a_secret_one_not_shown(tmp_path: Path, key: str, value: str) -> None:
    with pytest.raises(SettingsError) as raised:
        read_settings({key: value}, tmp_path / ".env")
    assert key in str(raised.value)
    assert "TOKEN" not in key or value not in str(raised.value)
    assert key not in {"SECRET_KEY", "WEBHOOK_SECRET"} or value not in str(raised.value)


def test_a_line_that_is_none_is_pointed_out(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("PORT=1\njust words\n")
    with pytest.raises(SettingsError, match="line 2"):
        read_settings({}, file)


def test_secrets_are_not_in_what_is_shown(tmp_path: Path) -> None:
    key = "k" * 40
    shown = repr(
        read_settings({"TELEGRAM_BOT_TOKEN": TOKEN, "SECRET_KEY": key, "WEBHOOK_SECRET": "w" * 20}, tmp_path / ".env")
    )
    assert not [secret for secret in (TOKEN, key, "w" * 20) if secret in shown]


def test_several_secret_keys_rotate(tmp_path: Path) -> None:
    assert read_settings({"SECRET_KEY": f"{'a' * 32}, {'b' * 32}"}, tmp_path / ".env").secret_keys == (
        "a" * 32,
        "b" * 32,
    )


def test_a_key_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "secrets" / "serocheck.key"
    key = read_or_make(path)
    assert len(key) >= 32
    assert read_or_make(path) == key
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_key_file_that_is_not_whole_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "serocheck.key"
    path.write_text("short")
    with pytest.raises(SettingsError, match="not whole"):
        read_or_make(path)
