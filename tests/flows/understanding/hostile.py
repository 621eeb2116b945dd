"""Texts that are made to take long; the bench reads them, too."""

HOSTILE = (
    "cant " * 250,
    "i " * 500,
    "eyes keep " * 120,
    "1 " * 500,
    "(" * 1000,
    "a" * 5000,
    "no fever or " * 100,
    "2x50mg " * 140,
    "at 5 " * 200,
    "half a " * 160,
    "kratom " * 140,
    "push foot beat bounce " * 50,
    "shake cant stop hold " * 60,
    "a-" * 500,
    "temp is of at = : " * 60,
    "heart rate is like now up to " * 40,
    "西" * 1000,
    "'" * 1000,
    "3 hours " * 120,
    "k " * 500,
)
