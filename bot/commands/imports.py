"""Commands that take over the practice's own lists: a CSV of clients, or of sessions."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import click
from sqlmodel import Session

from bot.clock import Clock
from bot.imports import asking, batches, plans, reading
from bot.imports.plans import Asked, Plan
from bot.imports.reading import Unreadable
from bot.imports.report import Change, Outcome, Report
from bot.opening import Refusal, open_database, open_settings
from bot.records import therapy_sessions
from bot.records.database import Database
from bot.records.import_files import ImportKind
from bot.rules.practice import Practice

# The running bot tries again every tenth of a second; between two batches it gets its turn.
_TURN_OF_OTHERS = 0.03
_HOW = {
    "--dry-run": "Only say what would change.",
    "--skip-bad": "Take over the good rows; leave the bad ones out.",
    "--cancel-missing": "Cancel what was imported before and is missing between the file's days.",
}


@click.group("import")
def import_() -> None:
    """Take over a CSV file (docs/csv.md). The same file twice changes nothing the second time."""


@import_.command("clients")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help=_HOW["--dry-run"])
@click.option("--skip-bad", is_flag=True, help=_HOW["--skip-bad"])
def import_clients(file: Path, dry_run: bool, skip_bad: bool) -> None:
    """Add the clients of FILE, and change what differs. Nobody is written to."""
    _import(ImportKind.CLIENTS, file, dry_run=dry_run, skip_bad=skip_bad)


@import_.command("sessions")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help=_HOW["--dry-run"])
@click.option("--skip-bad", is_flag=True, help=_HOW["--skip-bad"])
@click.option("--cancel-missing", is_flag=True, help=_HOW["--cancel-missing"])
def import_sessions(file: Path, dry_run: bool, skip_bad: bool, cancel_missing: bool) -> None:
    """Book, move and cancel what FILE says. Clients are told as if staff had done it by hand."""
    _import(
        ImportKind.SESSIONS,
        file,
        dry_run=dry_run,
        skip_bad=skip_bad,
        cancels_missing=cancel_missing,
    )


def _import(
    kind: ImportKind, file: Path, *, dry_run: bool, skip_bad: bool, cancels_missing: bool = False
) -> None:
    settings = open_settings()
    contents, now = _contents(file), Clock().now()
    asked = Asked(kind, settings.practice(), now, cancels_missing=cancels_missing)
    try:
        plan = plans.read(contents, asked)
    except Unreadable as error:
        raise Refusal(f"{error} Nothing was changed.") from None
    with open_database(settings) as database:
        would = _batch_by_batch(database, plan, "Checking", batches.check, batches.check_missing)
        _show_bad(would)
        if dry_run:
            return _show_dry(would, asked.practice)
        if would.number(Outcome.BAD) and not skip_bad:
            raise Refusal(
                "Nothing was changed. Mend these lines, or leave them out with --skip-bad."
            )
        if not would.will_change:
            return click.echo(f"Nothing to change. {would.in_words()}")
        with database.transaction() as db:
            if asking.needs_a_yes(db, would, now):
                said = _ask_a_manager(db, plan, contents, would, skip_bad)
                return click.echo(said)
        done = _batch_by_batch(database, plan, "Importing", batches.apply, batches.apply_missing)
        click.echo(f"Done. {done.in_words()}")
        if kind is ImportKind.SESSIONS:
            _warn_of_double_bookings(database, now)
    if done.number(Outcome.BAD) and not skip_bad:  # good when all was checked, bad by their turn
        _show_bad(done)
        raise Refusal(
            "These lines turned bad meanwhile and were left out. Mend them, and run it again."
        )


def _warn_of_double_bookings(database: Database, now: datetime) -> None:
    """Said and not refused: couples and groups are seen together."""
    with database.transaction() as db:
        count = therapy_sessions.double_booked(db, now)
    if count:
        click.echo(f"Sessions to come in which a psychologist sees somebody else as well: {count}.")


def _contents(file: Path) -> bytes:
    """The file's bytes. One that is too large is refused without reading it."""
    try:
        reading.refuse_size(file.stat().st_size)
        with file.open("rb") as opened:
            contents = opened.read(reading.LARGEST + 1)
        reading.refuse_size(len(contents))
    except Unreadable as error:
        raise Refusal(f"{error} Nothing was changed.") from None
    except OSError:
        raise Refusal(f"{file} can't be read. Nothing was changed.") from None
    return contents


def _batch_by_batch(
    database: Database,
    plan: Plan,
    label: str,
    act: Callable[[Session, Plan, plans.Rows], Report],
    act_on_missing: Callable[[Session, Plan], Report],
) -> Report:
    """All rows in short transactions, then what is missing until nothing is missing any more."""
    total = Report()
    with _progress(label, len(plan.rows)) as step:
        for begin in range(0, len(plan.rows), batches.ROWS_AT_A_TIME):
            rows = plan.rows[begin : begin + batches.ROWS_AT_A_TIME]
            with database.transaction() as db:
                total += act(db, plan, rows)
            step(len(rows))
            time.sleep(_TURN_OF_OTHERS)
    is_check = act_on_missing is batches.check_missing
    while plan.asked.cancels_missing:
        with database.transaction() as db:
            more = act_on_missing(db, plan)
        total += more
        if is_check or not more.will_change:
            break
    return total


@contextmanager
def _progress(label: str, length: int) -> Iterator[Callable[[int], None]]:
    with click.progressbar(length=length, label=label, file=sys.stderr) as bar:
        yield lambda steps: bar.update(steps)


def _show_bad(report: Report) -> None:
    for bad in report.bad:
        click.echo(f"Line {bad.line}: {bad.reason}.", err=True)
    more = report.number(Outcome.BAD) - len(report.bad)
    if more > 0:
        click.echo(f"And {more} more.", err=True)


def _show_dry(report: Report, practice: Practice) -> None:
    for change in report.changes:
        click.echo(_line_of(change, practice))
    counted = (Outcome.CREATED, Outcome.MOVED, Outcome.CHANGED, Outcome.CANCELLED)
    more = sum(report.number(each) for each in counted) - len(report.changes)
    if more > 0:
        click.echo(f"And {more} more.")
    click.echo(f"Nothing was changed. {report.in_words()} {len(report.told)} would be written to.")


def _line_of(change: Change, practice: Practice) -> str:
    where = f"Line {change.line}" if change.line else "Not in the file"
    times = " -> ".join(
        _local(each, practice) for each in (change.before, change.after) if each is not None
    )
    if change.before == change.after and change.before is not None:
        times = _local(change.before, practice)
    what = ", ".join(change.what)
    tail = ". ".join(each for each in (times, what) if each)
    return f"{where}: {change.outcome.value}: {change.name}" + (f": {tail}" if tail else "")


def _local(instant: datetime, practice: Practice) -> str:
    return f"{instant.astimezone(practice.zone):%a %d %b %Y %H:%M}"


def _ask_a_manager(
    db: Session, plan: Plan, contents: bytes, report: Report, skips_bad: bool
) -> str:
    if not asking.somebody_can_say_yes(db, plan.asked.now):
        raise Refusal(
            f"{len(report.told)} clients would be written to, so a manager has to say yes in "
            "Telegram, and none is connected. Nothing was changed."
        )
    is_new = asking.ask(db, plan.asked, contents, report, skips_bad=skips_bad)
    if not is_new:
        return "This file waits for a manager's yes already. Nothing was changed."
    return (
        f"{len(report.told)} clients would be written to, so a manager has to say yes in Telegram. "
        f"The file is kept until then. Nothing was changed. {report.in_words()}"
    )
