"""The short questions in numbers, as a manager gets them: of whole quarters, and of ten clients."""

from datetime import datetime, timedelta

import pytest
from sqlmodel import select

from bot.records import check_ins
from bot.records.check_in_periods import CheckInPeriod
from bot.records.check_ins import CheckIn, CheckInState
from bot.records.people import Person, Role
from bot.records.therapy_sessions import TherapySession
from bot.rules.alliance import judge
from bot.rules.questionnaire import OUR_OWN, Questionnaire
from tests.clock import melbourne
from tests.conversations.digests import DAY, HEAD, let_be_manager
from tests.practice import Cast, Someone
from tests.records.rows import book

IN_AUTUMN = melbourne("2026-08-03 11:00")  # of the quarter before this one
IN_SPRING = melbourne("2026-11-02 11:00")
KNOWN_FROM = melbourne("2027-01-04 00:00")
WEEK_AFTER = melbourne("2027-01-11 09:00")
NUMBERS = "The short questions, 1 July 2026 to 30 September 2026."
NOT_YET = (
    "The short questions aren't shown in numbers yet. That takes whole quarters in which at least ten "
    "clients answered, so that nothing speaks of one person."
)
ONES_OWN = (
    "The short questions aren't shown in numbers: most of those who answered see the same person, and "
    "the numbers would be about that person."
)


@pytest.fixture
def adler(welcomed: Cast) -> Person:
    return welcomed.practice.add_staff("Dr Adler", Role.PSYCHOLOGIST)


def put_check_ins(
    cast: Cast,
    psychologist: Person,
    count: int,
    starts_at: datetime = IN_AUTUMN,
    *,
    value: int | None = 8,
    wording: Questionnaire = OUR_OWN,
) -> None:
    """Clients of this psychologist's, each of whom answered once after a session then."""
    for session in _sessions(cast, psychologist, count, starts_at):
        with cast.practice.database.transaction() as db:
            asked_at = session.ends_at + timedelta(hours=3)
            row = check_ins.ask(db, session, wording, asked_at)
            for name in wording.names:
                check_ins.answer(row, name, value)
            check_ins.settle(row, judge(row.answers, []), asked_at)


def put_unanswered(cast: Cast, psychologist: Person, count: int, state: CheckInState) -> None:
    for session in _sessions(cast, psychologist, count, IN_AUTUMN):
        with cast.practice.database.transaction() as db:
            check_ins.put_away(check_ins.ask(db, session, OUR_OWN, session.ends_at), state)


def _sessions(
    cast: Cast, psychologist: Person, count: int, starts_at: datetime
) -> list[TherapySession]:
    sessions = []
    for number in range(count):
        client = cast.practice.add_client(f"Client {number}", psychologist)
        with cast.practice.database.transaction() as db:
            at = starts_at + number * timedelta(hours=1)
            sessions.append(book(db, client, at))
    return sessions


def numbers(someone: Someone) -> list[str]:
    texts = [bubble.text for bubble in someone.account.screen]
    return [text for text in texts if text.startswith("The short questions")]


def periods(cast: Cast) -> list[CheckInPeriod]:
    with cast.practice.look() as db:
        return list(db.exec(select(CheckInPeriod)))


# --- asked for


def test_a_manager_reads_how_often_and_the_mean_of_each_question(
    welcomed: Cast, adler: Person
) -> None:
    put_check_ins(welcomed, welcomed.okafor_row, 6)
    put_check_ins(welcomed, adler, 5, value=7)
    put_unanswered(welcomed, adler, 4, CheckInState.LAPSED)
    put_unanswered(welcomed, welcomed.okafor_row, 3, CheckInState.DECLINED)
    put_check_ins(welcomed, welcomed.okafor_row, 3, value=None)
    welcomed.maria.types("/digest")
    welcomed.maria.sees(HEAD)
    assert welcomed.maria.last.splitlines() == [
        NUMBERS,
        "Asked 20 times or more. About 5 in 10 were answered.",
        "Averages from 0 to 10, in halves, in the words asked since 3 August 2026:",
        "- I felt heard and respected: 7.5",
        "- We worked on what matters to me: 7.5",
        "- The way we work suits me: 7.5",
        "- I could be open about what's on my mind: 7.5",
        "Each line is from at least ten clients, and each client counts once. The numbers say nothing "
        "of one person, and aren't for appraisal.",
    ]
    assert welcomed.maria.sees(NUMBERS).protected


def test_nobody_else_reads_any(welcomed: Cast, adler: Person) -> None:
    put_check_ins(welcomed, welcomed.okafor_row, 6)
    put_check_ins(welcomed, adler, 6)
    for someone in (welcomed.okafor, welcomed.lindqvist, welcomed.anna):
        someone.types("/digest")
        someone.presses_data("1:digest:see")
        someone.sees_nothing_of("The short questions")


def test_where_nobody_was_ever_asked_nothing_is_said_of_it(welcomed: Cast) -> None:
    welcomed.maria.types("/digest")
    assert numbers(welcomed.maria) == []


def test_of_nine_it_is_said_that_they_are_too_few(welcomed: Cast, adler: Person) -> None:
    put_check_ins(welcomed, welcomed.okafor_row, 5)
    put_check_ins(welcomed, adler, 4)
    put_unanswered(welcomed, adler, 20, CheckInState.LAPSED)
    welcomed.maria.types("/digest")
    assert numbers(welcomed.maria) == [NOT_YET]


def test_where_one_psychologist_practises_it_is_said_why_nothing_is_shown(welcomed: Cast) -> None:
    put_check_ins(welcomed, welcomed.okafor_row, 15)
    welcomed.maria.types("/digest")
    assert numbers(welcomed.maria) == [ONES_OWN]


def test_a_quarter_that_is_not_over_is_in_no_number(welcomed: Cast, adler: Person) -> None:
    put_check_ins(welcomed, welcomed.okafor_row, 10, IN_SPRING)
    put_check_ins(welcomed, adler, 10, IN_SPRING)
    welcomed.maria.types("/digest")
    assert numbers(welcomed.maria) == [NOT_YET]


def test_the_practice_s_own_words_are_shown_as_they_were_asked(
    welcomed: Cast, adler: Person
) -> None:
    item = OUR_OWN.items[0]
    own = Questionnaire((type(item)("safe", "I feel safe here", "feeling safe"), item))
    put_check_ins(welcomed, welcomed.okafor_row, 6)
    put_check_ins(welcomed, adler, 6)
    put_check_ins(welcomed, welcomed.okafor_row, 6, IN_AUTUMN + 14 * DAY, value=4, wording=own)
    put_check_ins(welcomed, adler, 6, IN_AUTUMN + 14 * DAY, value=4, wording=own)
    welcomed.maria.types("/digest")
    lines = welcomed.maria.last.splitlines()
    at = lines.index("Averages from 0 to 10, in halves, in the words asked since 17 August 2026:")
    assert lines[at + 1 : at + 3] == ["- I feel safe here: 4", "- I felt heard and respected: 4"]
    assert "- I felt heard and respected: 8" in lines[:at]


# --- nothing that changes


def test_who_is_erased_or_answers_later_changes_no_number(welcomed: Cast, adler: Person) -> None:
    """The difference would be what that one client answered."""
    put_check_ins(welcomed, welcomed.okafor_row, 5)
    put_check_ins(welcomed, adler, 5)
    welcomed.maria.types("/digest")
    first = welcomed.maria.last
    with welcomed.practice.database.transaction() as db:
        db.delete(db.exec(select(CheckIn)).all()[0])
    put_check_ins(welcomed, adler, 3, value=0)
    welcomed.maria.types("/digest")
    assert welcomed.maria.last == first
    assert len(periods(welcomed)) == 1


def test_quarters_with_too_few_are_one_period_with_the_next(welcomed: Cast, adler: Person) -> None:
    put_check_ins(welcomed, welcomed.okafor_row, 6, melbourne("2026-02-02 11:00"))
    put_check_ins(welcomed, adler, 3, melbourne("2026-05-04 11:00"))
    welcomed.maria.types("/digest")
    assert numbers(welcomed.maria) == [NOT_YET]
    put_check_ins(welcomed, adler, 1)
    welcomed.maria.types("/digest")
    assert welcomed.maria.last.startswith(
        "The short questions, 1 January 2026 to 30 September 2026."
    )
    with welcomed.practice.look() as db:
        kept = db.exec(select(CheckInPeriod)).one()
    assert kept.begins_at == melbourne("2026-01-01 00:00")


# --- by itself


def test_it_comes_once_with_the_week_in_which_it_became_known(
    welcomed: Cast, adler: Person
) -> None:
    put_check_ins(welcomed, welcomed.okafor_row, 6, IN_SPRING)
    put_check_ins(welcomed, adler, 6, IN_SPRING)
    welcomed.practice.wait_until(WEEK_AFTER - timedelta(seconds=1))
    assert numbers(welcomed.maria) == []
    welcomed.practice.wait_until(WEEK_AFTER)
    (said,) = numbers(welcomed.maria)
    assert said.startswith("The short questions, 1 October 2026 to 31 December 2026.")
    welcomed.maria.sees("Your week in numbers.")
    welcomed.practice.wait(days=28)
    assert len(numbers(welcomed.maria)) == 1
    for other in (welcomed.okafor, welcomed.lindqvist):
        other.sees_nothing_of("The short questions, ")


def test_two_managers_read_the_same(welcomed: Cast, adler: Person) -> None:
    let_be_manager(welcomed, welcomed.lindqvist_row)
    put_check_ins(welcomed, welcomed.okafor_row, 6)
    put_check_ins(welcomed, adler, 6)
    welcomed.maria.types("/digest")
    welcomed.lindqvist.types("/digest")
    assert numbers(welcomed.maria) == numbers(welcomed.lindqvist) != []
