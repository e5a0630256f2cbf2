"""Check-ins that a client answered, and what they share of them, put into a practice."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlmodel import select

from bot.records import check_ins, people, sharings
from bot.records.check_ins import CheckIn, CheckInState
from bot.records.people import Person
from bot.records.sharings import SharedKind
from bot.records.shown_clients import note_change
from bot.records.therapy_sessions import TherapySession
from bot.rules.alliance import judge
from bot.rules.questionnaire import OUR_OWN, Questionnaire
from tests.clock import melbourne
from tests.practice import MONDAY, Cast

WEEK = timedelta(days=7)
FIRST = melbourne("2026-09-15 11:00")  # eleven sessions, a week apart, until the cast's Monday
Numbers = Sequence[int | None]


def meet(cast: Cast, at: datetime, *, client: Person | None = None, whom: int | None = None) -> int:
    """A session that took place; its id."""
    who = client or cast.anna_row
    with cast.practice.database.transaction() as db:
        session = TherapySession(
            client_id=who.id,
            psychologist_id=whom or cast.okafor_row.id,
            starts_at=at,
            minutes=50,
            created_at=at - WEEK,
        )
        db.add(session)
        db.flush()
        return session.id


def answer(
    cast: Cast,
    session_id: int,
    numbers: Numbers,
    *,
    questionnaire: Questionnaire = OUR_OWN,
    keeps_private: bool = False,
) -> int:
    """The check-in about this session, answered three hours after it; its id."""
    with cast.practice.database.transaction() as db:
        session = db.get(TherapySession, session_id)
        assert session is not None
        row = check_ins.ask(db, session, questionnaire, session.ends_at)
        for name, value in zip(questionnaire.names, numbers, strict=True):
            check_ins.answer(row, name, value)
        check_ins.settle(row, judge(row.answers, ()), session.ends_at + timedelta(hours=3))
        row.keeps_private = keeps_private
        db.flush()
        return row.id


def answer_all(cast: Cast, *rows: Numbers, first: datetime = FIRST) -> list[int]:
    """One session a week, each with these answers; the check-ins' ids."""
    return [
        answer(cast, meet(cast, first + number * WEEK), numbers)
        for number, numbers in enumerate(rows)
    ]


def share(cast: Cast, *, covers_from: datetime | None = None, whom: Person | None = None) -> None:
    """Anna says yes to her check-ins being seen."""
    with cast.practice.database.transaction() as db:
        anna = people.get(db, cast.anna_row.id)
        reader = whom or cast.okafor_row
        row = sharings.ask(db, anna, reader.id, SharedKind.CHECK_INS, "1", MONDAY)
        sharings.give(row, MONDAY, covers_from)


def revoke(cast: Cast) -> None:
    with cast.practice.database.transaction() as db:
        now = cast.practice.hand.now()
        sharings.revoke(db, cast.anna_row.id, SharedKind.CHECK_INS, now)
        note_change(db, cast.anna_row.id, now)


def keep_private(cast: Cast, check_in_id: int) -> None:
    with cast.practice.database.transaction() as db:
        row = db.get(CheckIn, check_in_id)
        assert row is not None
        row.keeps_private = True


def forget(cast: Cast, check_in_id: int) -> None:
    """As if it had never been answered."""
    with cast.practice.database.transaction() as db:
        row = db.exec(select(CheckIn).where(CheckIn.id == check_in_id)).one()
        check_ins.put_away(row, CheckInState.LAPSED)
        row.answered_at = row.level_word = None


def go_over(cast: Cast, whom: Person) -> None:
    """Anna sees somebody else from now on."""
    with cast.practice.database.transaction() as db:
        people.get(db, cast.anna_row.id).psychologist_id = whom.id
