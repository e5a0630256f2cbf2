"""How soon an alert reaches the manager while thousands of reminders are queued, from the command line.

`python -m tests.slow.alert_latency --database postgresql` runs the real program as a process at its
real pace against the simulated Telegram as another, which refuses what Telegram refuses.
"""

import math
import os
import random
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import click

from bot.clock import Clock
from tests.slow.databases import fresh_database
from tests.slow.our_bot import OurBot
from tests.slow.reminder_town import (
    Town,
    build_town,
    let_reminders_fall_due,
    queue_reminders,
    reminders_waiting,
    send_concern,
)
from tests.slow.telegram_process import (
    TelegramProcess,
    killed_in_the_end,
    stop_in_peace,
    telegram_process,
    wait_until,
)

PER_SECOND = 30
# Telegram takes one message a second in a chat, and the manager's is one chat: alerts that come
# faster wait by its rule, not by ours. So they come at random, but never faster than this.
SHORTEST_GAP = 1.1
_ALERTS_PER_ROUND_SECOND = 0.7
# The program looks around this often for rows of others; a minute before, in earnest, it knows.
_BEFORE_IT_IS_DUE = timedelta(seconds=4)


@dataclass(frozen=True)
class Trigger:
    """How somebody causes an alert, and how the manager's message begins.

    The acts are (what, words); the time is counted from the last of them. Without acts a concern
    was sent before: its alert is due when the minute for taking it back is over, and the time is
    counted from that instant.
    """

    acts: Sequence[tuple[str, str]]
    alert: str


Fill = Callable[[str], None]
FILLS: Mapping[str, Fill] = {"queued": queue_reminders, "due": let_reminders_fall_due}
TRIGGERS: Mapping[str, Trigger] = {
    "danger": Trigger([("types", "I want to die")], "Urgent. Please open now."),
    "concern": Trigger([], "Something for you."),
}


@dataclass
class Measured:
    """What one run found."""

    seconds: list[float] = field(default_factory=list)  # from the update to the alert
    raised: int = 0
    still_queued: list[int] = field(default_factory=list)  # reminders, at the end of each round
    rates: list[float] = field(default_factory=list)  # messages a second, of each round
    refused: int = 0  # answers 429

    def percentile(self, share: float) -> float:
        """The smallest time that so many of the alerts kept."""
        ordered = sorted(self.seconds)
        return ordered[max(math.ceil(share * len(ordered)) - 1, 0)]

    def __str__(self) -> str:
        if not self.seconds:
            return f"alerts raised {self.raised}, arrived 0"
        times = ", ".join(f"p{share} {self.percentile(share / 100):.3f}" for share in (50, 95, 99))
        queued = ", ".join(map(str, self.still_queued))
        rates = ", ".join(f"{rate:.1f}" for rate in self.rates)
        return (
            f"alerts raised {self.raised}, arrived {len(self.seconds)}\n"
            f"seconds from Telegram's having the client's words to its having the manager's message:"
            f"\n  {times}, max {max(self.seconds):.3f}\n"
            f"reminders still queued when the last alert of each round had arrived: {queued}\n"
            f"messages a second while it ran: {rates}\n"
            f"answers 429: {self.refused}"
        )


class Bench:
    """One program, one Telegram, one town."""

    def __init__(
        self, url: str, telegram: TelegramProcess, town: Town, trigger: Trigger, fill: Fill
    ) -> None:
        self._url = url
        self._fill = fill
        self._telegram = telegram
        self._town = town
        self._trigger = trigger
        self.measured = Measured()

    def run_round(self, worried: Sequence[int], seconds: float) -> None:
        """A full queue of reminders; alerts at random moments of the next `seconds`."""
        since = len(self._telegram.calls())
        self._fill(self._url)
        raised: list[datetime] = []
        for wait in gaps(len(worried), seconds):
            time.sleep(wait)
            raised.append(self._raise_alert(worried[len(raised)]))
        wait_until(
            lambda: self._arrived() >= self.measured.raised, "every alert has arrived", seconds=60
        )
        self.measured.still_queued.append(reminders_waiting(self._url))
        calls = self._telegram.calls(since)
        self._note(raised, calls)

    def _raise_alert(self, account: int) -> datetime:
        """Act, and give the instant before the last act: the way to Telegram counts as well."""
        self.measured.raised += 1
        if not self._trigger.acts:
            alert_at = Clock().now() + _BEFORE_IT_IS_DUE
            send_concern(self._url, account, alert_at)
            return alert_at
        *before, last = self._trigger.acts
        for act in before:
            self._act(account, act)
            time.sleep(SHORTEST_GAP)
        began = Clock().now()
        self._act(account, last)
        return began

    def _act(self, account: int, act: tuple[str, str]) -> None:
        what, words = act
        (self._telegram.types if what == "types" else self._telegram.taps)(account, words)

    def _arrived(self) -> int:
        replies = self._telegram.replies(self._town.manager)
        return sum(text.startswith(self._trigger.alert) for text in replies)

    def _note(self, raised: Sequence[datetime], calls: Sequence[Mapping[str, Any]]) -> None:
        """The alerts of one chat arrive in the order in which they were raised."""
        sent = [call for call in calls if call["method"] == "sendMessage" and call["ok"]]
        arrived = [
            datetime.fromisoformat(call["at"])
            for call in sent
            if call["params"]["chat_id"] == self._town.manager
            and call["params"]["text"].startswith(self._trigger.alert)
        ]
        pairs = zip(raised, arrived, strict=True)
        self.measured.seconds += [(came - began).total_seconds() for began, came in pairs]
        instants = sorted(datetime.fromisoformat(call["at"]) for call in sent)
        span = (instants[-1] - instants[0]).total_seconds()
        self.measured.rates.append((len(instants) - 1) / span)
        self.measured.refused += sum(call["error_code"] == 429 for call in calls)


def has_started(telegram: TelegramProcess) -> bool:
    """Its first call takes the webhook down. Its first poll is counted only when it is answered."""
    return any(call["method"] == "deleteWebhook" for call in telegram.calls())


def gaps(count: int, seconds: float) -> list[float]:
    """Random waits between `count` alerts that take so many seconds in all."""
    spare = max(seconds - count * SHORTEST_GAP, 0.0)
    cuts = sorted(random.uniform(0, spare) for _ in range(count))
    return [SHORTEST_GAP + cut - before for cut, before in zip(cuts, [0.0, *cuts], strict=False)]


def measure(
    url: str, folder: Path, trigger: Trigger, fill: Fill, *, reminders: int, alerts: int
) -> Measured:
    """As many rounds as the alerts need, each with a full queue at its beginning."""
    seconds = reminders / PER_SECOND * 0.8
    rounds = max(math.ceil(alerts / max(seconds * _ALERTS_PER_ROUND_SECOND, 1)), 1)
    with telegram_process(folder, enforce_pace=True) as telegram:
        town = build_town(url, telegram, reminded=reminders, worried=alerts)
        bench = Bench(url, telegram, town, trigger, fill)
        bot = OurBot(url, folder)
        with killed_in_the_end(bot.start(telegram)) as program:
            wait_until(lambda: has_started(telegram), "the bot has started", seconds=90)
            for number in range(rounds):
                print(f"round {number + 1} of {rounds} …", flush=True)
                bench.run_round(town.worried[number::rounds], seconds)
            stop_in_peace(program)
        assert telegram.violations == [], telegram.violations
    return bench.measured


@click.command()
@click.option(
    "--database", type=click.Choice(["sqlite", "postgresql"]), default="sqlite", show_default=True
)
@click.option("--reminders", default=2000, show_default=True, type=click.IntRange(30, 20_000))
@click.option("--alerts", default=100, show_default=True, type=click.IntRange(1, 1000))
@click.option("--alert", type=click.Choice(list(TRIGGERS)), default="danger", show_default=True)
@click.option(
    "--reminders-are",
    type=click.Choice(list(FILLS)),
    default="queued",
    show_default=True,
    help="Whether they stand in the outbox, or the program has yet to write them.",
)
@click.option("--seed", type=int, help="Repeats the random times of an earlier run.")
def main(
    database: str, reminders: int, alerts: int, alert: str, reminders_are: str, seed: int | None
) -> None:
    """Measure how soon alerts reach the manager while reminders drain at 30 a second."""
    seed = random.randrange(10**6) if seed is None else seed
    random.seed(seed)
    print(
        f"{database}, {reminders} reminders {reminders_are}, {alerts} alerts ({alert}), seed {seed}"
    )
    print(
        f"Alerts come at random, but {SHORTEST_GAP} s apart at least: Telegram takes one message a "
        "second in the manager's chat."
    )
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as name, fresh_database(database, Path(name)) as url:
        measured = measure(
            url,
            Path(name),
            TRIGGERS[alert],
            FILLS[reminders_are],
            reminders=reminders,
            alerts=alerts,
        )
    print(measured)
    print(
        f"{os.cpu_count()} processor cores, load {load:.1f} before and {os.getloadavg()[0]:.1f} after"
    )


if __name__ == "__main__":
    main()
