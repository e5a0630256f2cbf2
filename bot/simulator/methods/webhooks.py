"""setWebhook, deleteWebhook, getWebhookInfo."""

import re
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from bot.simulator.bubbles import Json
from bot.simulator.parameters import Parameters
from bot.simulator.refusals import Conflict, Sentence, bad_request, conflict, too_many_requests
from bot.simulator.telegram import Telegram, Webhook

PORTS = frozenset({80, 88, 443, 8443})
LONGEST_SECRET = 256
SECRET = re.compile(r"[A-Za-z0-9_-]*")
MOST_CONNECTIONS = 100


def set_webhook(telegram: Telegram, parameters: Parameters) -> bool:
    """Plain http is taken for this machine only, where Telegram would take none at all."""
    url = parameters.text("url")
    if not url:
        return delete_webhook(telegram, parameters)
    if telegram.enforce_pace and not telegram.pace.may_set_webhook():
        raise too_many_requests(1)
    _check_url(url)
    secret = parameters.text("secret_token")
    if len(secret) > LONGEST_SECRET:
        raise bad_request(Sentence.WEBHOOK_TOKEN_TOO_LONG)
    if not SECRET.fullmatch(secret):
        raise bad_request(Sentence.WEBHOOK_TOKEN_CHARACTERS)
    telegram.end_poll(conflict(Conflict.WEBHOOK_SET))
    connections = min(max(parameters.number("max_connections", otherwise=40), 1), MOST_CONNECTIONS)
    webhook = Webhook(url=url, secret_token=secret, max_connections=connections)
    if telegram.webhook != webhook:
        telegram.webhook = webhook
        telegram.webhook_trouble = None
    telegram.exchange.updates.allow(parameters.get("allowed_updates"))
    _drop_if_asked(telegram, parameters)
    telegram.change.ring()
    return True


def delete_webhook(telegram: Telegram, parameters: Parameters) -> bool:
    telegram.webhook = None
    telegram.webhook_trouble = None
    _drop_if_asked(telegram, parameters)
    telegram.change.ring()
    return True


def get_webhook_info(telegram: Telegram, parameters: Parameters) -> Json:
    webhook, trouble = telegram.webhook, telegram.webhook_trouble
    info: Json = {
        "url": webhook.url if webhook is not None else "",
        "has_custom_certificate": False,
        "pending_update_count": telegram.pending,
    }
    if webhook is not None:
        info |= {"max_connections": webhook.max_connections, "ip_address": "<unknown>"}
    if trouble is not None:
        info |= {"last_error_date": trouble.at, "last_error_message": trouble.message}
    allowed = telegram.exchange.updates.allowed
    if allowed is not None:
        info["allowed_updates"] = sorted(allowed)
    return info


def _check_url(url: str) -> None:
    address = urlsplit(url if "://" in url else f"https://{url}")
    try:
        port = address.port or 443
    except ValueError as error:
        raise bad_request(Sentence.WEBHOOK_URL) from error
    if not address.hostname or address.scheme not in ("http", "https"):
        raise bad_request(Sentence.WEBHOOK_URL)
    if address.scheme == "http" and not _is_this_machine(address):
        raise bad_request(Sentence.WEBHOOK_NEEDS_HTTPS)
    if address.scheme == "https" and port not in PORTS:
        raise bad_request(Sentence.WEBHOOK_PORT)


def _is_this_machine(address: SplitResult) -> bool:
    host = address.hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _drop_if_asked(telegram: Telegram, parameters: Parameters) -> None:
    if parameters.flag("drop_pending_updates"):
        telegram.exchange.updates.clear()
