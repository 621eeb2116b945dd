"""Seconds since 1970 as a date and a time that people read, always in UTC because no zone is known."""

_MINUTE, _HOUR, _DAY = 60, 3600, 86_400


def written(seconds: float) -> str:
    """The moment as "2026-11-22 05:46 UTC"."""
    days, rest = divmod(int(seconds), _DAY)
    year, month, day = _date(days)
    return f"{year:04}-{month:02}-{day:02} {rest // _HOUR:02}:{rest % _HOUR // _MINUTE:02} UTC"


def clock(seconds: float) -> str:
    """The time of day as "05:46 UTC"."""
    return written(seconds).partition(" ")[2]


def _date(days: int) -> tuple[int, int, int]:
    """Year, month and day of a day since 1970-01-01, by counting from a first of March, so that leap days come last."""
    era, day_of_era = divmod(days + 719_468, 146_097)
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36_524 - day_of_era // 146_096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted = (5 * day_of_year + 2) // 153
    month = shifted + 3 if shifted < 10 else shifted - 9  # noqa: PLR2004  March is 0
    return year_of_era + era * 400 + (month <= 2), month, day_of_year - (153 * shifted + 2) // 5 + 1  # noqa: PLR2004
