"""Health and metrics for the operator, on loopback only: states and counts, never words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from sqlmodel import Session
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.clock import Clock
from bot.loops.running import LoopState
from bot.records import delivery, expired, inbox, outbox
from bot.records import mails as mail_rows
from bot.records.database import Database, Unavailable
from bot.records.outbox import OutboxState

INBOX_WAITS_AT_MOST = timedelta(seconds=30)
OUTBOX_WAITS_AT_MOST = timedelta(seconds=60)
MAIL_WAITS_AT_MOST = timedelta(hours=1)  # a server may well be away for a while


@dataclass(frozen=True)
class Backlog:
    """How long the oldest row waits on either side, and how many gave up."""

    oldest_inbox: timedelta
    oldest_outbox: timedelta
    oldest_mail: timedelta
    parked: int
    undeliverable: int
    expired: Mapping[str, int]  # by the table that they were about


class Health:
    def __init__(
        self, *, loops: Sequence[LoopState], database: Database, clock: Clock,
        sends: Callable[[], dict[str, int]],
        mails: Callable[[], dict[str, int]],
        trouble: Callable[[], str | None],
    ) -> None:  # fmt: skip
        self._loops = loops
        self._database = database
        self._clock = clock
        self._sends = sends
        self._mails = mails
        self._trouble = trouble

    def app(self) -> Starlette:
        return Starlette(routes=[Route("/health", self._health), Route("/metrics", self._metrics)])

    async def reasons(self) -> list[str]:
        """Why the program isn't well; empty if it is."""
        reasons = [
            f"the {loop.name} loop is silent"
            for loop in self._loops
            if self._clock.monotonic() - loop.beat_at > loop.silent_after_seconds
        ]
        trouble = self._trouble()
        if trouble is not None:
            reasons.append(trouble)
        try:
            backlog = await self._database.run(self._backlog)
        except Unavailable:
            return [*reasons, "the database can't be reached"]
        if backlog.oldest_inbox > INBOX_WAITS_AT_MOST:
            reasons.append("an update waits to be worked")
        if backlog.oldest_outbox > OUTBOX_WAITS_AT_MOST:
            reasons.append("a message waits to be sent")
        if backlog.oldest_mail > MAIL_WAITS_AT_MOST:
            reasons.append("a mail waits to be sent")
        return reasons

    def _backlog(self, db: Session) -> Backlog:
        now = self._clock.now()
        return Backlog(
            _age(now, inbox.oldest_open_at(db)),
            _age(now, delivery.unsent_since(db, now)),
            _age(now, mail_rows.unsent_since(db)),
            len(inbox.parked(db)),
            len(outbox.in_state(db, OutboxState.UNDELIVERABLE)),
            expired.by_table(db),
        )

    async def _health(self, _request: Request) -> Response:
        reasons = await self.reasons()
        status = "not well" if reasons else "well"
        return JSONResponse(
            {"status": status, "reasons": reasons}, status_code=503 if reasons else 200
        )

    async def _metrics(self, _request: Request) -> Response:
        try:
            backlog = await self._database.run(self._backlog)
        except Unavailable:
            return Response("the database can't be reached", status_code=503)
        registry = CollectorRegistry()
        registry.register(_Collector(self._families(backlog)))
        return Response(generate_latest(registry), media_type=CONTENT_TYPE_LATEST)

    def _families(self, backlog: Backlog) -> list[Metric]:
        now = self._clock.monotonic()
        beats = GaugeMetricFamily(
            "loop_seconds_since_beat", "Since a loop last looked around", labels=["loop"]
        )
        restarts = CounterMetricFamily("loop_restarts", "Faults survived", labels=["loop"])
        for loop in self._loops:
            beats.add_metric([loop.name], now - loop.beat_at)
            restarts.add_metric([loop.name], loop.restarts)
        sends = CounterMetricFamily("sends", "Outbox rows by what came of them", labels=["outcome"])
        for outcome, count in self._sends().items():
            sends.add_metric([outcome], count)
        by_mail = CounterMetricFamily("mails", "Mails by what came of a try", labels=["outcome"])
        for outcome, count in self._mails().items():
            by_mail.add_metric([outcome], count)
        unsaid = GaugeMetricFamily(
            "outbox_expired", "Messages of no use before they could go", labels=["about"]
        )
        for table, count in backlog.expired.items():
            unsaid.add_metric([table], count)
        return [
            beats,
            restarts,
            sends,
            by_mail,
            unsaid,
            _gauge("inbox_oldest_seconds", "Oldest unworked update", backlog.oldest_inbox),
            _gauge("outbox_oldest_seconds", "Oldest due unsent row", backlog.oldest_outbox),
            _gauge("mail_oldest_seconds", "Oldest mail that didn't go", backlog.oldest_mail),
            GaugeMetricFamily("inbox_parked", "Updates given up", value=backlog.parked),
            GaugeMetricFamily("outbox_undeliverable", "Rows given up", value=backlog.undeliverable),
        ]


class _Collector:
    """What prometheus-client asks for one scrape."""

    def __init__(self, families: list[Metric]) -> None:
        self._families = families

    def collect(self) -> list[Metric]:
        return self._families


def _gauge(name: str, what: str, value: timedelta) -> Metric:
    return GaugeMetricFamily(name, what, value=value.total_seconds())


def _age(now: datetime, since: datetime | None) -> timedelta:
    return timedelta() if since is None else now - since
