"""How long a practice's whole lists take to come in, and how much memory, from the command line.

`python -m tests.slow.imports --database postgresql` imports 10,000 clients and 50,000 sessions twice.
"""

import csv
import io
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click

from bot.records.encryption import new_key
from tests.slow.databases import fresh_database

CLIENTS, SESSIONS_EACH, PSYCHOLOGISTS = 10_000, 5, 40
_PEAK = (
    "import resource, sys; from bot.__main__ import main\n"
    "try: main(sys.argv[1:])\n"
    "finally: print('peak', resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)"
)


def clients_csv(clients: int, psychologists: int) -> str:
    """A list of clients as a practice has it."""
    return _csv(
        ["name", "psychologist", "external_id", "phone"],
        [
            [f"Client {n}", f"Dr {n % psychologists}", f"C{n}", f"0400 {n % 1_000_000:06}"]
            for n in range(clients)
        ],
    )


def sessions_csv(clients: int, each: int, first: datetime, *, later_by: int = 0) -> str:
    """Weekly sessions from `first` on, in the order of their days; `later_by` minutes."""
    return _csv(
        ["client", "starts_at", "minutes", "place", "uid"],
        [
            [
                f"C{n}",
                (first + timedelta(weeks=week, hours=n % 60, minutes=later_by)).isoformat(),
                "50",
                f"Room {n % 9}",
                f"S{week}-{n}",
            ]
            for week in range(each)
            for n in range(clients)
        ],
    )


def _csv(headers: list[str], rows: list[list[str]]) -> str:
    text = io.StringIO()
    csv.writer(text).writerows([headers, *rows])
    return text.getvalue()


@dataclass(frozen=True)
class Run:
    """One command, as it ended."""

    said: str
    seconds: float
    megabytes: float


def run(words: list[str], environment: dict[str, str]) -> Run:
    """The real program in a process of its own, with its largest memory."""
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", _PEAK, *words],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    seconds = time.monotonic() - begun
    peak = int(done.stderr.rsplit("peak ", 1)[1].split()[0]) / 1024
    said = done.stdout.strip() or done.stderr.strip()
    return Run(said.splitlines()[-1], seconds, peak)


@click.command()
@click.option("--database", type=click.Choice(["sqlite", "postgresql"]), default="sqlite")
@click.option("--clients", default=CLIENTS, show_default=True)
def main(database: str, clients: int) -> None:
    """Import, and import again: seconds, and megabytes at the most."""
    first = (datetime.now(UTC) + timedelta(days=7)).replace(minute=0, second=0, microsecond=0)
    with tempfile.TemporaryDirectory() as folder, fresh_database(database, Path(folder)) as url:
        environment = {
            **os.environ,
            "DATABASE_URL": url,
            "ENCRYPTION_KEYS": new_key(),
            "TELEGRAM_BOT_TOKEN": "1:token",
        }
        for n in range(PSYCHOLOGISTS):
            run(["staff", "add", "--role", "psychologist", "--name", f"Dr {n}"], environment)
        lists = {
            "clients": clients_csv(clients, PSYCHOLOGISTS),
            "sessions": sessions_csv(clients, SESSIONS_EACH, first),
        }
        moved = sessions_csv(clients, SESSIONS_EACH, first, later_by=30)
        for kind, label, text in (
            ("clients", "first", lists["clients"]),
            ("sessions", "first", lists["sessions"]),
            ("clients", "again", lists["clients"]),
            ("sessions", "again", lists["sessions"]),
            ("sessions", "all moved", moved),
        ):
            file = Path(folder) / f"{kind}.csv"
            file.write_text(text, encoding="utf-8")
            done = run(["import", kind, str(file)], environment)
            click.echo(
                f"{kind}, {label}: {done.seconds:.1f} s, {done.megabytes:.0f} MB: {done.said}"
            )


if __name__ == "__main__":
    main()
