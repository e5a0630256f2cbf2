"""How updates get from the simulated Telegram into a practice's program: by polling or by webhook."""

import asyncio
from collections.abc import Mapping

import httpx

from bot.app import App
from bot.simulator.telegram import Telegram
from bot.simulator.transport import InProcessTransport
from bot.simulator.webhook import deliver_updates
from tests.clock import HandClock

WEBHOOK = {"webhook_url": "http://127.0.0.1:8082/hook", "webhook_secret": "s3cret"}


class ByPolling:
    """The program fetches them."""

    settings: Mapping[str, str] = {}

    def __init__(self, telegram: Telegram, hand: HandClock) -> None:
        self._telegram = telegram

    async def bring(self, app: App) -> None:
        for _once_to_get_and_once_to_confirm in range(2):
            if self._telegram.pending:
                await app.receive.step(0)


class ByWebhook:
    """The simulator brings them to the program's own web app, without a socket between.

    Waiting between two tries takes no time: the clock is moved on by as much.
    """

    settings: Mapping[str, str] = WEBHOOK

    def __init__(self, telegram: Telegram, hand: HandClock) -> None:
        self._telegram = telegram
        self._hand = hand

    async def bring(self, app: App) -> None:
        """Bring all that waits."""
        assert app.webhook is not None, "its settings name one"
        await app.webhook.step()
        if not self._telegram.pending:
            return
        transport = InProcessTransport(app.webhook.app())
        async with httpx.AsyncClient(transport=transport, trust_env=False) as client:
            bringing = asyncio.create_task(deliver_updates(self._telegram, client, self._pause))
            try:
                await self._telegram.change.until(lambda: self._telegram.pending == 0)
            finally:
                bringing.cancel()
                await asyncio.gather(bringing, return_exceptions=True)

    async def _pause(self, seconds: float) -> None:
        self._hand.wait(seconds)
        await asyncio.sleep(0)


WAYS: Mapping[str, type[ByPolling] | type[ByWebhook]] = {"polling": ByPolling, "webhook": ByWebhook}
