"""Twenty take the same case at the same moment, each with a program of their own: one has it."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from sqlmodel import select

from bot.incoming import Incoming, IncomingKind
from bot.records import cases, people
from bot.records.cases import Case, CaseState
from bot.records.database import Database
from bot.records.outbox import OutboxRow
from bot.records.people import Role, Telephone
from bot.router import Router
from bot.turn import Turn
from conversations import ALL, FALLBACKS
from tests.practice import settings_for
from tests.records.rows import HOUR, NOW, make_cast

COUNT = 20
FIRST_CHAT = 7_000_000_000
ROUTER = Router(ALL, FALLBACKS)


def make_case(database: Database) -> int:
    """A case of Anna's that waits, and twenty who were asked to look at it; Anna's chat."""
    with database.transaction() as db:
        cast = make_cast(db)
        cast.anna.telephone = Telephone.OWN
        case = cases.begin(
            db, client_id=cast.anna.id, about_id=cast.okafor.id, check_in_id=0, now=NOW
        )
        for number in range(COUNT):
            person = people.add(db, name=f"Dr Nr{number}", roles=[Role.SENIOR], now=NOW)
            person.telegram_id = FIRST_CHAT + number
            cases.add_reader(db, case, person.id)
        for reader in cases.readers(db, case):
            reader.asked_at = NOW
        case.state, case.sent_at = CaseState.WAITING, NOW
        case.look_by = case.due_at = case.answer_by = NOW + HOUR
        assert cast.anna.telegram_id is not None
        return cast.anna.telegram_id


def test_of_twenty_claims_one_wins_and_the_client_hears_of_one(database_url: str) -> None:
    shared = Database(database_url)
    annas_chat = make_case(shared)
    start = Barrier(COUNT)

    def claim(number: int) -> None:
        own = Database(database_url)
        start.wait(timeout=30)
        chat_id = FIRST_CHAT + number
        with own.transaction() as db:
            tap = Incoming(
                IncomingKind.TAP,
                data="1:taking:take:1",
                callback_id=str(number),
                message_id=7,
                chat_id=chat_id,
            )
            person = people.by_telegram_id(db, chat_id)
            assert person is not None
            turn = Turn(
                db=db,
                now=NOW,
                practice=settings_for(database_url).practice(),
                chat_id=chat_id,
                origin=f"claim {number}",
                somebody=person,
                roles=people.roles_of(db, person),
                incoming=tap,
            )
            ROUTER.route(turn)
        own.close()

    with ThreadPoolExecutor(COUNT) as all_at_once:
        list(all_at_once.map(claim, range(COUNT)))
    with shared.transaction() as db:
        case = db.exec(select(Case)).one()
        said = db.exec(select(OutboxRow)).all()
        winner = people.get(db, case.taken_by or 0)
        heard = {row.chat_id: row.body.text for row in said}
    shared.close()
    assert case.state is CaseState.TAKEN
    assert len([row for row in said if row.chat_id == annas_chat]) == 1
    assert winner.telegram_id is not None
    assert heard.pop(winner.telegram_id).startswith("It's yours.")
    del heard[annas_chat]
    assert set(heard.values()) == {f"{winner.name} has taken it."}
    assert len(heard) == COUNT - 1
