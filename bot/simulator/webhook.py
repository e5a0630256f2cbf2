"""Delivery of updates to the bot's webhook, each line of updates in its own order."""

import json
import random
from collections.abc import Awaitable, Callable
from datetime import timedelta

import anyio
import httpx

from bot.simulator.calling import answer
from bot.simulator.telegram import Telegram, Webhook, WebhookTrouble
from bot.simulator.updates import PendingUpdate

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name
ANSWER_WITHIN = 60.0
LONGEST_PAUSE = (60, 120)
LONGEST_RETRY_AFTER = 3600
GONE = 410
GIVEN_UP_AFTER = timedelta(hours=23)
NOT_IN_AN_ANSWER = frozenset({"deletewebhook", "setwebhook", "close", "logout"})

Pause = Callable[[float], Awaitable[None]]


class Deliveries:
    """One task for each line that has updates, at most `max_connections` of them."""

    def __init__(self, telegram: Telegram, client: httpx.AsyncClient, pause: Pause) -> None:
        self._telegram = telegram
        self._client = client
        self._pause = pause
        self._busy: set[str] = set()
        self._gone_since: float | None = None

    async def run(self) -> None:
        while True:
            webhook = self._telegram.webhook
            if webhook is None:
                count = self._telegram.change.count
                await self._telegram.change.after(count)
            else:
                await self._serve(webhook)

    async def _serve(self, webhook: Webhook) -> None:
        """Until the bot sets another webhook or none."""
        self._busy.clear()
        self._gone_since = None
        async with anyio.create_task_group() as tasks:
            while self._telegram.webhook is webhook:
                count = self._telegram.change.count
                for queue in self._idle_queues()[: webhook.max_connections - len(self._busy)]:
                    self._busy.add(queue)
                    tasks.start_soon(self._empty, webhook, queue)
                await self._telegram.change.after(count)
            tasks.cancel_scope.cancel()

    def _idle_queues(self) -> list[str]:
        pending = self._telegram.exchange.updates.pending()
        return list(dict.fromkeys(each.queue for each in pending if each.queue not in self._busy))

    async def _empty(self, webhook: Webhook, queue: str) -> None:
        while self._telegram.webhook is webhook and (update := self._next_of(queue)):
            await self._bring(webhook, update)
        self._busy.discard(queue)
        self._telegram.change.ring()

    def _next_of(self, queue: str) -> PendingUpdate | None:
        pending = self._telegram.exchange.updates.pending()
        return next((each for each in pending if each.queue == queue), None)

    async def _bring(self, webhook: Webhook, update: PendingUpdate) -> None:
        """Try until it is taken or expires: again at once, then after 2, 4, 8 ... seconds."""
        delay = 1.0
        failures = 0
        while (retry_after := await self._post(webhook, update)) is not None:
            if self._telegram.webhook is not webhook:
                return
            wait = float(retry_after)
            if not retry_after and failures:
                delay = min(delay * 2, random.uniform(*LONGEST_PAUSE))
                wait = delay
            failures += 1
            if self._telegram.now() + timedelta(seconds=wait) > update.expires_at:
                break
            await self._pause(wait)
        self._telegram.exchange.updates.drop(update.update_id)

    async def _post(self, webhook: Webhook, update: PendingUpdate) -> int | None:
        """None if the bot took it, else for how many seconds it asked to be left alone."""
        await self._until_up()
        headers = {"Content-Type": "application/json"}
        if webhook.secret_token:
            headers[SECRET_HEADER] = webhook.secret_token
        try:
            response = await self._client.post(
                webhook.url,
                content=json.dumps(update.json()),  # escaped: half characters fit in no UTF-8
                headers=headers,
                timeout=ANSWER_WITHIN,
            )
        except httpx.TransportError:
            self._note("Webhook connection closed")
            return 0
        if response.is_success:
            self._gone_since = None
            await self._call_in(response)
            return None
        self._note(
            f"Wrong response from the webhook: {response.status_code} {response.reason_phrase}"
        )
        self._give_up_if_gone(response.status_code)
        asked = response.headers.get("Retry-After", "")
        return min(int(asked), LONGEST_RETRY_AFTER) if asked.isdecimal() else 0

    async def _until_up(self) -> None:
        count = self._telegram.change.count
        while self._telegram.faults.down:
            await self._telegram.change.after(count)
            count = self._telegram.change.count

    def _note(self, message: str) -> None:
        at = self._telegram.exchange.unix_time()
        self._telegram.webhook_trouble = WebhookTrouble(at, message)
        self._telegram.change.ring()

    def _give_up_if_gone(self, status: int) -> None:
        now = self._telegram.now().timestamp()
        if status != GONE:
            self._gone_since = None
        elif self._gone_since is None:
            self._gone_since = now
        elif now > self._gone_since + GIVEN_UP_AFTER.total_seconds():
            self._telegram.webhook = None
            self._telegram.change.ring()

    async def _call_in(self, response: httpx.Response) -> None:
        """The bot may put one call into its answer; it never learns how that went."""
        try:
            body = response.json()
        except ValueError:
            return
        method = body.pop("method", "") if isinstance(body, dict) else ""
        name = method.lower()
        if name and name not in NOT_IN_AN_ANSWER and not name.startswith("get"):
            await answer(self._telegram, method, body)


async def deliver_updates(telegram: Telegram, client: httpx.AsyncClient, pause: Pause) -> None:
    """Run until cancelled."""
    await Deliveries(telegram, client, pause).run()
