"""Requests that nobody decides in time, and decisions that come at the same moment."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Barrier

from sqlmodel import col, select

from bot.incoming import Incoming, IncomingKind
from bot.records import bookings, people, time_requests
from bot.records.bookings import Booking
from bot.records.database import Database
from bot.records.outbox import OutboxRow
from bot.records.people import Role
from bot.records.therapy_sessions import Answer, TherapySession
from bot.records.time_requests import RequestKind, RequestState, TimeRequest
from bot.turn import Turn
from conversations import time_offers
from conversations.staff import request_times, requests
from tests.clock import melbourne
from tests.conversations.requesting import TUESDAY, asks, minute_of, offers, request_of, session_of
from tests.practice import MONDAY, Cast, settings_for

MANY = 20
PHONE = "To find a time, tap below or phone Riverside (03 9000 0000)."


def test_a_working_day_without_a_decision_rings_once_more(welcomed: Cast) -> None:
    asks(welcomed)
    welcomed.maria.hears()
    welcomed.practice.wait_until(melbourne("2026-12-01 09:59"))
    assert welcomed.maria.hears() == []
    welcomed.practice.wait_until(melbourne("2026-12-07 10:00"))
    assert welcomed.maria.hears() == [
        "Anna B. still waits for an answer about another time than Tuesday 8 December, 11:00 am."
    ]
    welcomed.maria.taps("Find a time")
    welcomed.maria.sees("wants «thursday after 3»")


def test_when_the_session_begins_the_wish_lapses_and_both_are_told(welcomed: Cast) -> None:
    request_id = asks(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-08 10:59"))
    for someone in (welcomed.anna, welcomed.maria):
        someone.hears()
    welcomed.practice.wait_until(TUESDAY)
    assert welcomed.anna.hears() == [
        f"Nobody answered your wish for another time. I'm sorry.\n\n{PHONE}"
    ]
    assert welcomed.maria.hears() == [
        "Anna B. wanted another time than Tuesday 8 December, 11:00 am. "
        "Nobody answered, and it lapsed."
    ]
    welcomed.maria.presses_data(f"1:requests:open:{request_id}")
    assert welcomed.maria.last == "That request has lapsed."
    assert session_of(welcomed).answer is Answer.NONE


def test_an_offer_lapses_after_three_days_and_both_are_told(welcomed: Cast) -> None:
    request_id = offers(welcomed, "3:30 pm", "4:00 pm")
    offer = welcomed.anna.sees("Two times to choose from.")
    welcomed.anna.hears()
    welcomed.practice.wait_until(melbourne("2026-12-03 10:00"))
    assert welcomed.anna.hears() == [
        "The times I gave you can't be chosen any more.\n\n"
        f"Tuesday 8 December, 11:00 am stays yours.\n\n{PHONE}"
    ]
    assert welcomed.maria.hears() == [
        "The times you offered Anna B. instead of Tuesday 8 December, 11:00 am lapsed without an "
        "answer."
    ]
    welcomed.anna.taps("4:00 pm", bubble=offer)
    assert welcomed.anna.last.startswith("These times can't be chosen any more.")
    assert request_of(welcomed).state is RequestState.LAPSED
    assert request_of(welcomed).id == request_id
    assert session_of(welcomed).starts_at == TUESDAY


def test_who_says_after_all_that_they_come_needs_no_other_time(welcomed: Cast) -> None:
    request_id = offers(welcomed, "3:30 pm")
    offer = welcomed.anna.sees("A time for you to look at.")
    welcomed.anna.taps("My times")
    welcomed.anna.taps("I'll be there")
    assert request_of(welcomed).state is RequestState.TAKEN_BACK
    welcomed.anna.taps("3:30 pm", bubble=offer)
    assert welcomed.anna.last.startswith("These times can't be chosen any more.")
    welcomed.maria.presses_data(f"1:requests:open:{request_id}")
    assert welcomed.maria.last == "Anna B. has taken it back."


# --- at the same moment


def an_office(database: Database, *, offered: bool) -> tuple[int, int, list[int]]:
    """Anna with a request, and twenty managers: the ids."""
    practice = settings_for("sqlite://").practice()
    with database.transaction() as db:
        okafor = people.add(db, name="Dr Okafor", roles=[Role.PSYCHOLOGIST], now=MONDAY)
        anna = people.add_client(
            db, name="Anna Brown", psychologist=okafor, external_id=None, now=MONDAY
        )
        anna.telegram_id = 1
        row = bookings.book(db, anna, Booking(TUESDAY), practice, MONDAY)
        request = TimeRequest(
            client_id=anna.id,
            therapy_session_id=row.id,
            kind=RequestKind.OTHER_TIME,
            asked_at=MONDAY,
        )
        request.wish = "thursday 4pm"
        request.offered = [melbourne("2026-12-03 16:00").isoformat()]
        if offered:
            request.state = RequestState.OFFERED
        time_requests.ask(db, request)
        managers = [
            people.add(db, name=f"Manager {number}", roles=[Role.MANAGER], now=MONDAY)
            for number in range(MANY)
        ]
        for number, each in enumerate(managers):
            each.telegram_id = 100 + number
        db.flush()
        return anna.id, request.id, [each.id for each in managers]


Act = tuple[int, Callable[[Turn], None]]  # by whose account, and what


def decide(url: str, start: Barrier, number: int, act: Act) -> str:
    """One program with a connection of its own works one tap; what it answered."""
    telegram_id, tap = act
    with closing(Database(url)) as database:
        start.wait(timeout=30)
        with database.transaction() as db:
            person = people.by_telegram_id(db, telegram_id)
            assert person is not None
            turn = Turn(
                db=db,
                now=melbourne("2026-11-30 11:00"),
                practice=settings_for("sqlite://").practice(),
                chat_id=telegram_id,
                origin=f"tap:{number}",
                somebody=person,
                roles=people.roles_of(db, person),
                incoming=Incoming(kind=IncomingKind.TAP, chat_id=telegram_id),
            )
            tap(turn)
            db.flush()
            chosen = select(OutboxRow).where(OutboxRow.chat_id == telegram_id)
            said = db.exec(chosen.order_by(col(OutboxRow.id).desc())).first()
            assert said is not None
            return said.body.text


def at_once(url: str, acts: list[Act]) -> list[str]:
    start = Barrier(len(acts))
    with ThreadPoolExecutor(len(acts)) as all_of_them:
        numbered = enumerate(acts)
        return list(all_of_them.map(lambda each: decide(url, start, *each), numbered))


def test_of_twenty_decisions_at_the_same_moment_one_wins(database_url: str) -> None:
    """A third accepts, a third declines, a third sends times; all on connections of their own."""
    with closing(Database(database_url)) as database:
        _anna_id, request_id, _managers = an_office(database, offered=False)
        minute = minute_of("2026-12-03 16:00")
        ways: list[Callable[[Turn], None]] = [
            lambda turn: requests.accept(turn, request_id, minute),
            lambda turn: requests.no(turn, request_id),
            lambda turn: request_times.send(turn, request_id),
        ]
        said = at_once(database_url, [(100 + n, ways[n % 3]) for n in range(MANY)])
        with database.transaction() as db:
            request = db.get_one(TimeRequest, request_id)
            assert request.decided_by is not None
            winner = people.get(db, request.decided_by)
            told = db.exec(select(OutboxRow).where(OutboxRow.chat_id == 1)).all()
            row = db.get_one(TherapySession, request.therapy_session_id)
    losers = [each for each in said if each.startswith("Manager has answered it already.")]
    assert len(losers) == MANY - 1, Counter(said)
    assert len(told) == 1  # Anna reads one answer
    assert said[(winner.telegram_id or 0) - 100] not in losers
    moved = row.starts_at == melbourne("2026-12-03 16:00")
    assert moved == (request.state is RequestState.ACCEPTED)


def test_of_twenty_taps_of_a_client_on_one_time_one_books(database_url: str) -> None:
    with closing(Database(database_url)) as database:
        _anna_id, request_id, _managers = an_office(database, offered=True)
        minute = minute_of("2026-12-03 16:00")
        act: Act = (1, lambda turn: time_offers.choose(turn, request_id, minute))
        said = at_once(database_url, [act] * MANY)
        with database.transaction() as db:
            sessions = db.exec(select(TherapySession)).all()
            state = db.get_one(TimeRequest, request_id).state
    assert sum(each.startswith("Booked: Thursday 3 December, 4:00 pm.") for each in said) == 1
    assert sum(each.startswith("You have a time already.") for each in said) == MANY - 1
    assert [each.starts_at for each in sessions] == [melbourne("2026-12-03 16:00")]
    assert state is RequestState.ACCEPTED


def test_of_two_clients_who_tap_the_same_time_at_once_one_gets_it(database_url: str) -> None:
    with closing(Database(database_url)) as database:
        _anna_id, request_id, _managers = an_office(database, offered=True)
        practice = settings_for("sqlite://").practice()
        with database.transaction() as db:
            okafor = people.named(db, "Dr Okafor")[0]
            ben = people.add_client(
                db, name="Ben Carter", psychologist=okafor, external_id=None, now=MONDAY
            )
            ben.telegram_id = 2
            row = bookings.book(db, ben, Booking(melbourne("2026-12-08 14:00")), practice, MONDAY)
            request = TimeRequest(
                client_id=ben.id,
                therapy_session_id=row.id,
                kind=RequestKind.OTHER_TIME,
                state=RequestState.OFFERED,
                asked_at=MONDAY,
            )
            request.offered = [melbourne("2026-12-03 16:30").isoformat()]  # overlaps Anna's
            ben_s = time_requests.ask(db, request).id
        anna_taps, ben_taps = minute_of("2026-12-03 16:00"), minute_of("2026-12-03 16:30")
        said = at_once(
            database_url,
            [
                (1, lambda turn: time_offers.choose(turn, request_id, anna_taps)),
                (2, lambda turn: time_offers.choose(turn, ben_s, ben_taps)),
            ],
        )
    assert sum(each.startswith("Booked: Thursday 3 December") for each in said) == 1
    assert sum(each.startswith("I'm sorry, these times were taken") for each in said) == 1
