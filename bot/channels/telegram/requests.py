"""HTTP for python-telegram-bot by aiohttp: a third of the work of its own, and no slower when many talk at once."""

import json
from typing import Any

import aiohttp
import msgspec
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

_CONNECT = 5.0
_READ = 10.0


class AiohttpRequest(BaseRequest):
    """Calls to the Bot API, over connections that are kept open."""

    def __init__(self, connections: int = 64) -> None:
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Seconds to wait for an answer."""
        return _READ

    async def initialize(self) -> None:
        """Open the pool."""
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=self._connections, ttl_dns_cache=300)
            self._session = aiohttp.ClientSession(connector=connector, headers={"User-Agent": self.USER_AGENT})

    async def shutdown(self) -> None:
        """Close the pool."""
        session, self._session = self._session, None
        if session:
            await session.close()

    async def do_request(  # the names and the order are python-telegram-bot's
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ANN401  a number, None or PTB's own nothing
        write_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ANN401, ARG002  small bodies: one limit is enough
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ANN401
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ANN401, ARG002  waiting for a connection is bounded by the callers
    ) -> tuple[int, bytes]:
        """One request; errors without their text, which may hold the token."""
        if self._session is None:
            raise NetworkError("the connection pool is closed")
        read = _READ if read_timeout is BaseRequest.DEFAULT_NONE else read_timeout
        connect = _CONNECT if connect_timeout is BaseRequest.DEFAULT_NONE else connect_timeout
        timeout = aiohttp.ClientTimeout(total=None, sock_connect=connect, sock_read=read)
        data, headers = _body(request_data)
        try:
            async with self._session.request(method, url, data=data, headers=headers, timeout=timeout) as answer:
                return answer.status, await answer.read()
        except TimeoutError as error:
            raise TimedOut from error
        except (aiohttp.ClientError, OSError) as error:
            raise NetworkError(type(error).__name__) from None

    @staticmethod
    def parse_json_payload(payload: bytes) -> Any:  # noqa: ANN401  JSON is anything
        """The answer as JSON, TelegramError when it is none; it is not logged, as PTB would."""
        try:
            return read_json(payload)
        except ValueError:
            raise TelegramError("the answer is not JSON") from None


def read_json(payload: bytes) -> Any:  # noqa: ANN401  JSON is anything
    """JSON, read leniently where it must be: half a surrogate in one message must not hold up all the others.

    Raises:
        ValueError: if it is no JSON at all.
    """
    try:
        try:
            return msgspec.json.decode(payload)
        except (msgspec.DecodeError, UnicodeDecodeError):
            return json.loads(payload.decode("utf-8", "replace"))
    except RecursionError:
        raise ValueError("too deep") from None


def _body(request_data: RequestData | None) -> tuple[Any, dict[str, str]]:
    if request_data is None:
        return None, {}
    if not request_data.contains_files:
        return msgspec.json.encode(request_data.parameters), {"Content-Type": "application/json"}
    form = aiohttp.FormData(request_data.json_parameters)
    for name, (filename, content, kind) in request_data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return form, {}
