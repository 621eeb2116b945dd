"""Who may talk to the sandbox: only this machine, only its own page, and nothing that page did not bring."""

from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiohttp import web

from bot.loopback import LOOPBACK

# aiohttp calls a middleware's second argument "handler".
Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]

_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'"
    ),
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


@web.middleware
async def guard(request: web.Request, handler: Answer) -> web.StreamResponse:
    """Turn away other hosts (a rebound DNS name) and other sites (a page elsewhere that posts here)."""
    if not _is_loopback(request.host):
        raise web.HTTPMisdirectedRequest(text="This sandbox answers only as localhost.")
    origin = request.headers.get("Origin")
    foreign = origin is not None and origin != f"http://{request.host}"
    person_side = request.path.startswith(("/page/", "/preview/"))
    # A browser always names the origin of a POST; a page's own reads it marks as such.
    unnamed = person_side and request.method == "POST" and origin is None
    elsewhere = person_side and request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}
    if foreign or unnamed or elsewhere:
        raise web.HTTPForbidden(text="Only the sandbox's own page may ask this.")
    return await handler(request)


async def add_headers(_: web.Request, response: web.StreamResponse) -> None:
    """What every answer carries, refusals included."""
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)


def _is_loopback(host: str) -> bool:
    try:
        return urlsplit(f"//{host}").hostname in LOOPBACK
    except ValueError:
        return False
