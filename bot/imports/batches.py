"""A few rows of a file at a time: what they would do, or do it. Each call is one short transaction."""

from collections.abc import Sequence

from sqlmodel import Session

from bot.imports import client_rows, session_rows
from bot.imports.plans import Plan, Row
from bot.imports.report import Report
from bot.records.import_files import ImportKind

ROWS = 500  # in one transaction: a second or less, so that a running bot is not held up


def check(db: Session, plan: Plan, rows: Sequence[Row]) -> Report:
    """What these rows would do. Nothing is changed."""
    return _work(db, plan, rows, does=False)


def apply(db: Session, plan: Plan, rows: Sequence[Row]) -> Report:
    """Do it. Rows that are bad by now are left out and named."""
    return _work(db, plan, rows, does=True)


def check_missing(db: Session, plan: Plan) -> Report:
    """What `--cancel-missing` would cancel."""
    return session_rows.missing(db, plan, does=False)


def apply_missing(db: Session, plan: Plan) -> Report:
    return session_rows.missing(db, plan, does=True)


def _work(db: Session, plan: Plan, rows: Sequence[Row], *, does: bool) -> Report:
    if plan.asked.kind is ImportKind.CLIENTS:
        return client_rows.work(db, plan, rows, does=does)
    return session_rows.work(db, plan, rows, does=does)
