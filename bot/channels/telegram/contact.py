"""The country of a phone number that somebody shared; the number itself goes nowhere."""


def country_of(number: str) -> str:
    """The two letters of the country a number belongs to, empty when they can't be known."""
    import phonenumbers  # noqa: PLC0415  its tables are loaded only when a contact is shared

    try:
        parsed = phonenumbers.parse(f"+{number.strip().lstrip('+')}")
    except phonenumbers.NumberParseException:
        return ""
    region = phonenumbers.region_code_for_number(parsed)
    return region if region and len(region) == len("NO") else ""
