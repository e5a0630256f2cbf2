"""After an outage: the operator's one line, and nobody asked too often whatever the outages."""

from datetime import datetime, timedelta
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session

from bot.records import dialogue, outbox, people
from bot.records.asked_again import ONCE_IN
from bot.records.dialogue import Prompt
from bot.records.outbox import Body, Draft, OutboxState, Priority
from bot.records.people import Person
from bot.records.presence import TAPS_WAIT
from tests.clock import melbourne
from tests.conversations.outage_stories import ASKED_AT, dies, outages_of, questions_of
from tests.loops.prepared import Town
from tests.practice import Cast, Practice


def test_the_operator_reads_one_line_of_what_it_cost(town: Town) -> None:
    town.book(town.row_of(town.anna), melbourne("2026-12-08 10:30"))
    town.book(town.row_of(town.anna), melbourne("2026-12-10 11:00"))  # reminded of in the outage
    town.wait_until(ASKED_AT - timedelta(minutes=10))
    town.queue(
        town.ben,
        "before one",
        topic="homework:1",
        due_at=ASKED_AT,
        good_until=ASKED_AT + timedelta(minutes=5),
    )
    town.operator.hears()
    dies(town, minutes=38)
    town.wait(minutes=14)
    assert town.operator.hears() == []
    town.wait(minutes=2)
    (line,) = town.operator.hears()
    assert "outage 2026-12-07 10:50 - 2026-12-07 11:28: 1 done late, 1 expired, 1 asked" in line
    town.wait(hours=3)
    assert town.operator.hears() == []


def test_an_outage_of_which_nothing_came_is_no_news(town: Town) -> None:
    town.operator.hears()
    dies(town, minutes=38)
    town.wait(minutes=20)
    assert town.operator.hears() == []
    assert len(outages_of(town)) == 1


def test_more_people_than_are_looked_at_at_once_are_all_found(town: Town) -> None:
    okafor, count = town.row_of(town.okafor), 501
    with town.database.transaction() as db:
        for number in range(count):
            client = people.add_client(
                db, name=f"Client {number}", psychologist=okafor, external_id=None, now=ASKED_AT
            )
            asks(db, client, town.hand.now())
    dies(town, minutes=38)
    assert len(questions_of(town)) == count


def asks(db: Session, client: Person, now: datetime) -> None:
    """A question about a session stands in this client's chat."""
    draft = Draft(1, Body("?"), Priority.REMINDER, person_id=client.id, topic="therapy_session:1")
    row = outbox.put(db, draft, now)
    outbox.close(db, row.id, OutboxState.SENT, now)
    prompt = Prompt(
        person_id=client.id, outbox_id=row.id, by_itself=True, of_step=False, asked_at=now
    )
    dialogue.add_prompt(db, prompt, [["Yes", "1:sessions:coming:1", []]])


MINUTES = st.integers(min_value=1, max_value=5 * 60)


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(days=st.lists(st.tuples(MINUTES, MINUTES), min_size=1, max_size=4))
def test_nobody_is_asked_twice_in_six_hours_whatever_the_outages(
    welcomed: Cast, days: list[tuple[int, int]]
) -> None:
    practice: Practice = welcomed.practice
    practice.book(welcomed.anna_row, practice.hand.now() + timedelta(days=4))
    practice.wait(hours=25)
    for there, away in days:
        practice.wait(minutes=there)
        before = len(outages_of(practice))
        dies(practice, minutes=away)
        assert len(outages_of(practice)) - before == (away * 60 > TAPS_WAIT.total_seconds())
        practice.wait(minutes=2)
    practice.wait(hours=12)
    asked_at = sorted(each.asked_at for each in questions_of(practice) if each.asked_at)
    assert all(after - before >= ONCE_IN for before, after in pairwise(asked_at))
    seen = [each for each in welcomed.anna.account.screen if "I was away" in each.text]
    assert len(seen) == len(asked_at)
