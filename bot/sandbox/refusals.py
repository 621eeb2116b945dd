"""How the local Bot API says no: the codes and descriptions that Telegram uses."""

from typing import Any


class Refusal(Exception):  # noqa: N818 (Telegram refuses; nothing broke)
    """A request that Telegram would not carry out."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def as_json(self) -> dict[str, Any]:
        """The body of the answer, in Telegram's shape."""
        body: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return body


def bad_request(why: str) -> Refusal:
    """400: the request makes no sense."""
    return Refusal(400, f"Bad Request: {why}")


def unauthorized() -> Refusal:
    """401: no bot has this token."""
    return Refusal(401, "Unauthorized")


def forbidden(why: str) -> Refusal:
    """403: the other side does not want it."""
    return Refusal(403, f"Forbidden: {why}")


def unknown_method() -> Refusal:
    """404: there is no such method."""
    return Refusal(404, "Not Found: method not found")


def conflict(why: str) -> Refusal:
    """409: somebody else is taking the updates."""
    return Refusal(409, f"Conflict: {why}")


def too_many_requests(retry_after: int) -> Refusal:
    """429: slower, please."""
    return Refusal(429, f"Too Many Requests: retry after {retry_after}", retry_after=retry_after)


def query_too_old() -> Refusal:
    """400: a tap or an inline query that was answered already, or too late."""
    return bad_request("query is too old and response timeout expired or query ID is invalid")
