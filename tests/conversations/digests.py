"""Digests as a test needs them: cases of the weeks before, and what came to Maria."""

from datetime import timedelta

from sqlmodel import select, update

from bot.records import case_entries, cases, digests
from bot.records.audit import AuditEntry
from bot.records.case_entries import EntryKind
from bot.records.cases import Case, CaseState
from bot.records.digests import WeeklyDigest
from bot.records.people import Person, Role, RoleHeld
from bot.rules.case_figures import CountedCase
from bot.rules.routing import Kind
from bot.simulator.bubbles import Bubble
from tests.clock import melbourne
from tests.practice import MONDAY, Cast

NEXT_MONDAY = melbourne("2026-12-07 09:00")
HEAD = "Your week in numbers."
DAY = timedelta(days=1)


def digests_of(cast: Cast) -> list[Bubble]:
    return [each for each in cast.maria.account.screen if each.text.startswith("Your ")]


def row_of(cast: Cast) -> WeeklyDigest:
    with cast.practice.look() as db:
        return db.exec(
            select(WeeklyDigest).where(WeeklyDigest.person_id == cast.maria_row.id)
        ).one()


def put_cases(
    cast: Cast, count: int, kind: Kind = Kind.PRACTICAL, about: int | None = None
) -> None:
    """Cases of the weeks before, the oldest first, each sent to Dr Lindqvist, taken and answered."""
    with cast.practice.database.transaction() as db:
        for number in range(count):
            sent_at = MONDAY - (count - number) * timedelta(days=84) / (count + 1)
            case = cases.begin(
                db,
                client_id=cast.anna_row.id,
                about_id=cast.okafor_row.id if about is None else about,
                check_in_id=0,
                now=sent_at,
            )
            cases.name_readers(db, case, [cast.lindqvist_row.id])
            cases.readers(db, case)[0].asked_at = sent_at
            case.state, case.kind, case.sent_at, case.due_at = CaseState.CLOSED, kind, sent_at, None
            case.first_look_by = case.first_answer_by = sent_at + 7 * DAY
            case.closed_at = sent_at + 5 * DAY
            db.add(
                AuditEntry(
                    at=sent_at + DAY,
                    person_id=cast.lindqvist_row.id,
                    action="take case",
                    subject="concern_case",
                    subject_id=case.id,
                )
            )
            entry = case_entries.add(
                db, case, by_id=cast.lindqvist_row.id, kind=EntryKind.ANSWER, text="…", now=sent_at
            )
            entry.sent_at = sent_at + 2 * DAY


def week_bubbles(cast: Cast) -> list[Bubble]:
    heads = ("Your week", "Week by week")
    return [each for each in cast.maria.account.screen if each.text.startswith(heads)]


def counted(cast: Cast) -> list[CountedCase]:
    with cast.practice.look() as db:
        return digests.counted_for(db, cast.maria_row.id, MONDAY)


def change_case(cast: Cast, **values: object) -> None:
    with cast.practice.database.transaction() as db:
        db.execute(update(Case).values(**values))


def let_be_manager(cast: Cast, person: Person) -> None:
    with cast.practice.database.transaction() as db:
        db.add(RoleHeld(person_id=person.id, role=Role.MANAGER))
