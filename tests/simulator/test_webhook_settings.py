"""setWebhook, deleteWebhook and getWebhookInfo: which webhooks Telegram takes."""

from collections.abc import Callable
from typing import Any

import pytest

from bot.simulator.person import Person
from bot.simulator.telegram import Telegram

Call = Callable[..., Any]

URL = "http://127.0.0.1:8081/hook"


@pytest.mark.parametrize(
    ("params", "sentence"),
    [
        (
            {"url": "http://example.org/hook"},
            "bad webhook: An HTTPS URL must be provided for webhook",
        ),
        (
            {"url": "https://example.org:8080/"},
            "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
        ),
        ({"url": "ftp://example.org"}, "invalid webhook URL specified"),
        ({"url": "https://"}, "invalid webhook URL specified"),
        ({"url": "https://example.org:port"}, "invalid webhook URL specified"),
        ({"url": URL, "secret_token": "x" * 257}, "secret token is too long"),
        ({"url": URL, "secret_token": "a b"}, "secret token contains unallowed characters"),
    ],
)
def test_a_webhook_that_telegram_refuses(
    telegram: Telegram, call: Call, params: dict[str, str], sentence: str
) -> None:
    assert call("setWebhook", **params)["description"] == f"Bad Request: {sentence}"
    assert telegram.webhook is None


@pytest.mark.parametrize(
    "url", ["https://example.org/hook", "http://localhost:1/", "http://[::1]:1/"]
)
def test_a_webhook_is_set_and_taken_away(
    telegram: Telegram, call: Call, anna: Person, url: str
) -> None:
    anna.types("one")
    details = {"max_connections": 7, "allowed_updates": ["message"], "secret_token": "A-z_0"}
    assert call("setWebhook", url=url, **details) == {"ok": True, "result": True}
    info = call("getWebhookInfo")["result"]
    assert info["url"] == url
    assert (info["max_connections"], info["pending_update_count"]) == (7, 1)
    assert info["allowed_updates"] == ["message"]
    assert call("setWebhook", url="")["ok"]
    assert call("getWebhookInfo")["result"]["url"] == ""
    assert len(call("getUpdates")["result"]) == 1
    assert call("deleteWebhook", drop_pending_updates=True)["ok"]
    assert telegram.pending == 0
