"""A year of reminders in virtual time, held against what an oracle says should have come, from the command line.

`python -m tests.slow.year --clients 500 --days 365 --seed 7` plays it in process with the program's own work, tick and
send, and a gateway that records: hours booked, moved, cancelled and answered in twenty time zones, homework, check-ins,
pauses, people who stop or block the bot, and three outages.
"""

import random
import shutil
import tempfile
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click
from sqlmodel import select

from bot.records import encryption, schema
from bot.records.check_ins import CheckIn
from bot.records.encryption import Keyring
from tests.clock import HandClock
from tests.practice import KEY
from tests.slow.silence import without_log
from tests.slow.year_acts import Outage, Year
from tests.slow.year_clock import Outages
from tests.slow.year_counts import Counted, count
from tests.slow.year_people import make_clients
from tests.slow.year_town import Town

BEGIN = datetime(2026, 10, 1, 6, tzinfo=UTC)  # before the clocks change in the south
_SHOWN = 12  # faults of each kind


def outages_of(days: int) -> list[Outage]:
    """Twenty minutes on a morning, a night of nine hours, and three days."""
    spans = (
        (0.21, timedelta(hours=3, minutes=-7), timedelta(minutes=20)),
        (0.47, timedelta(hours=16), timedelta(hours=9)),
        (0.71, timedelta(hours=5, minutes=13), timedelta(days=3)),
    )
    begins = [
        (BEGIN + timedelta(days=int(days * share)) + hour, span) for share, hour, span in spans
    ]
    return [(begin, begin + span) for begin, span in begins]


def play(url: str, *, clients: int, days: int, seed: int) -> Counted:
    """So many days of so many clients, in a fresh database at this address."""
    encryption.use_keyring(Keyring.parse(KEY))
    chance, hand, end = random.Random(seed), HandClock(BEGIN), BEGIN + timedelta(days=days)
    outages = outages_of(days)
    faults = random.Random(seed + 1)
    settings = {"practice_country": "GB", "practice_time_zone": "Europe/London"}
    with without_log(), closing(Town(url, hand, faults, **settings)) as town:
        schema.upgrade(town.database)
        year = Year(town, chance, make_clients(clients, chance), outages, end)
        year.open_practice()
        town.start()
        year.plan()
        for begin, over in outages:
            town.live_until(begin)
            town.sleep_until(over)
            town.start()
        town.live_until(end)
        with town.database.transaction() as db:
            sessions = {each.id: each.therapy_session_id for each in db.exec(select(CheckIn)).all()}
        counted = count(year.clients, town.gateway.sent, sessions, Outages(outages), end)
        gateway = town.gateway
        counted.telegram = (
            f"Telegram took {len(gateway.sent)} messages, answered {gateway.refused} times 429 and "
            f"{gateway.forbidden} times 403, and {gateway.not_arrived} times not at all"
        )
        return counted


@click.command()
@click.option("--clients", default=500, show_default=True, type=click.IntRange(1, 5000))
@click.option("--days", default=365, show_default=True, type=click.IntRange(20, 1000))
@click.option("--seed", type=int, help="Repeats an earlier year.")
@click.option(
    "--folder",
    type=click.Path(exists=True, file_okay=False),
    help="Where the database lies for the run; by default in memory, if the machine has /dev/shm.",
)
def main(clients: int, days: int, seed: int | None, folder: str | None) -> None:
    """Play a year and print what was counted."""
    seed = random.randrange(10**6) if seed is None else seed
    began = time.monotonic()
    with tempfile.TemporaryDirectory(dir=folder or in_memory()) as name:
        url = f"sqlite:///{Path(name) / 'practice.sqlite'}"
        counted = play(url, clients=clients, days=days, seed=seed)
    print(f"{clients} clients, {days} days, seed {seed}")
    print(counted)
    for kind, found in counted.faults.items():
        for fault in found[:_SHOWN]:
            print(f"  {kind}: {fault}")
    print(f"{time.monotonic() - began:.0f} s")


def in_memory() -> str | None:
    """A folder of this machine that no disk slows down, if it has one."""
    place = Path("/dev/shm")
    return str(place) if place.is_dir() and shutil.disk_usage(place).free > 2**30 else None


if __name__ == "__main__":
    main()
