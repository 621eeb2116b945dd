"""Methods by which the bot takes its updates: by polling or by a webhook."""

from typing import Any
from urllib.parse import urlsplit

from bot.loopback import LOOPBACK
from bot.sandbox import limits
from bot.sandbox.methods.asked import Asked, Method
from bot.sandbox.refusals import bad_request
from bot.sandbox.updates import Webhook
from bot.sandbox.world import World

Json = dict[str, Any]
_LONGEST_POLL = 50
_MOST = 100


class GetUpdates(Asked, frozen=True):
    """Which updates, and how long to wait for one."""

    offset: int = 0
    limit: int = _MOST
    timeout: int = 0
    allowed_updates: list[str] | None = None


class SetWebhook(Asked, frozen=True):
    """Where updates are to be sent; nowhere when `url` is empty."""

    url: str = ""
    certificate: str | None = None
    ip_address: str | None = None
    max_connections: int = 40
    allowed_updates: list[str] | None = None
    drop_pending_updates: bool = False
    secret_token: str | None = None


class DeleteWebhook(Asked, frozen=True):
    """Back to polling."""

    drop_pending_updates: bool = False


class Nothing(Asked, frozen=True):
    """No parameters at all."""


async def get_updates(world: World, asked: GetUpdates) -> list[Json]:
    """Wait for updates, and confirm those before the offset."""
    if not 1 <= asked.limit <= _MOST:
        raise bad_request("limit must be between 1 and 100")
    world.updates.allow(asked.allowed_updates)
    return await world.updates.take(asked.offset, asked.limit, max(0, min(asked.timeout, _LONGEST_POLL)))


def set_webhook(world: World, asked: SetWebhook) -> bool:
    """Send updates to an address from now on."""
    if not asked.url:
        return delete_webhook(world, DeleteWebhook(asked.drop_pending_updates))
    parts = urlsplit(asked.url)
    # Telegram wants https; a bot on this machine may be reached without.
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in LOOPBACK):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if not 1 <= asked.max_connections <= _MOST:
        raise bad_request("max_connections must be between 1 and 100")
    if asked.secret_token is not None:
        limits.check_secret(asked.secret_token)
    world.updates.allow(asked.allowed_updates)
    _drop(world, asked.drop_pending_updates)
    world.updates.webhook = Webhook(asked.url, asked.secret_token, asked.max_connections)
    world.updates.bell.ring()
    return True


def delete_webhook(world: World, asked: DeleteWebhook) -> bool:
    """Send updates nowhere; they wait for `getUpdates`."""
    _drop(world, asked.drop_pending_updates)
    world.updates.webhook = None
    world.updates.bell.ring()
    return True


def get_webhook_info(world: World, _: Nothing) -> Json:
    """Where updates go, how many wait, and what went wrong last."""
    hook = world.updates.webhook
    info: Json = {"url": hook.url if hook else "", "has_custom_certificate": False}
    info["pending_update_count"] = len(world.updates.waiting)
    if world.updates.allowed_given:
        info["allowed_updates"] = world.updates.allowed_given
    if hook:
        info["max_connections"] = hook.max_connections
        if hook.last_error:
            info |= {"last_error_date": int(hook.last_error_at), "last_error_message": hook.last_error}
    return info


def _drop(world: World, wanted: bool) -> None:
    if wanted:
        world.updates.done(world.updates.waiting)


METHODS = {
    "getUpdates": Method(GetUpdates, get_updates),
    "setWebhook": Method(SetWebhook, set_webhook),
    "deleteWebhook": Method(DeleteWebhook, delete_webhook),
    "getWebhookInfo": Method(Nothing, get_webhook_info),
}
