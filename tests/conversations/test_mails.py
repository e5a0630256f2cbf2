"""What can't be told in Telegram is mailed, and the mail says nothing."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest

from bot.records import people
from bot.records.outbox import OutboxState
from bot.records.people import Role, RoleHeld
from tests.clock import melbourne
from tests.conversations.concerns import (
    IF_AWAY,
    LINDQVIST,
    alert,
    case_of,
    send,
    take,
)
from tests.conversations.mailed import (
    DANGER,
    SUBJECT,
    TEXT,
    TO_MARIA,
    mail_about,
    mail_rows,
    says_nothing,
    with_addresses,
)
from tests.mail_server import MailServer, mail_server
from tests.practice import Cast

Opener = Callable[..., Cast]


@pytest.fixture
def server() -> Iterator[MailServer]:
    with mail_server() as server:
        yield server


@pytest.fixture
def mailed(welcomed_with: Opener, server: MailServer) -> Cast:
    """Maria and Dr Lindqvist have mail addresses, and so has, by mistake, Anna."""
    return with_addresses(welcomed_with(smtp_url=server.url))


# --- a case


def test_who_blocked_the_bot_gets_a_mail_that_says_nothing_and_the_case_moves_on(
    mailed: Cast, server: MailServer
) -> None:
    alert(mailed, by=IF_AWAY)
    mailed.maria.account.blocks_bot()
    mailed.practice.settle()
    mailed.lindqvist.sees("Something for you. First look by")
    (message,) = server.messages()
    assert server.recipients == [TO_MARIA]
    assert (message["Subject"], message.get_content()) == (SUBJECT, TEXT)
    assert says_nothing(server)
    mailed.practice.wait(days=1)
    assert len(server.taken) == 1


def test_an_alert_that_telegram_refuses_is_mailed_too(mailed: Cast, server: MailServer) -> None:
    send(mailed, by=IF_AWAY)
    mailed.maria.account.deletes_account()
    mailed.practice.wait(minutes=1)
    mailed.lindqvist.sees("Something for you. First look by")
    assert server.recipients == [TO_MARIA]
    assert says_nothing(server)


def test_who_has_no_chat_at_all_is_mailed_and_the_client_is_asked(
    mailed: Cast, server: MailServer
) -> None:
    send(mailed)
    with mailed.practice.database.transaction() as db:
        people.get(db, mailed.maria_row.id).telegram_id = None
    mailed.practice.wait(minutes=1)
    mailed.anna.sees("You can wait, let somebody else read it, or phone")
    assert server.recipients == [TO_MARIA]


def test_at_night_a_case_waits_for_practice_hours_and_isn_t_mailed_if_taken_by_then(
    mailed: Cast, server: MailServer
) -> None:
    mailed.practice.wait_until(melbourne("2026-12-01 20:00"))
    alert(mailed, by=IF_AWAY)
    mailed.maria.account.blocks_bot()
    mailed.practice.settle()
    assert [row.due_at for row in mail_rows(mailed)] == [melbourne("2026-12-02 09:00")]
    mailed.lindqvist.presses_data("1:cases:open:1")
    mailed.lindqvist.presses_data("1:taking:take:1")
    mailed.practice.wait_until(melbourne("2026-12-02 12:00"))
    assert [row.state for row in mail_rows(mailed)] == [OutboxState.WITHDRAWN]
    assert server.taken == []


def test_at_night_nobody_is_mailed_about_a_case_before_the_morning(
    mailed: Cast, server: MailServer
) -> None:
    mailed.practice.wait_until(melbourne("2026-12-01 20:00"))
    alert(mailed)
    mailed.maria.account.blocks_bot()
    mailed.practice.wait_until(melbourne("2026-12-02 08:59"))
    assert server.taken == []
    mailed.practice.wait_until(melbourne("2026-12-02 09:00"))
    assert server.recipients == [TO_MARIA]


def test_several_matters_of_a_person_are_one_mail_in_four_hours(
    mailed: Cast, server: MailServer
) -> None:
    alert(mailed)
    mailed.maria.account.blocks_bot()
    mailed.practice.settle()
    begins = mailed.practice.hand.now()
    for topic in ("case:2", "case:3"):
        assert mail_about(mailed, mailed.maria_row, topic)
    mailed.practice.wait(minutes=239)
    assert len(server.taken) == 1
    mailed.practice.wait_until(begins + timedelta(hours=4, minutes=1))
    assert server.recipients == [TO_MARIA] * 2
    mailed.practice.wait(days=1)
    assert len(server.taken) == 2, "the second said all that waited by then"


def test_a_mail_is_no_reason_to_wait_for_anybody(mailed: Cast, server: MailServer) -> None:
    """It counts in nothing as having been told (law 3)."""
    take(mailed, by=IF_AWAY)
    mailed.maria.account.blocks_bot()
    mailed.practice.settle()
    case = case_of(mailed.practice)
    assert case.taken_by is None
    mailed.lindqvist.sees("Something for you. First look by")
    assert server.recipients == [TO_MARIA]


def test_neither_the_subject_nor_the_client_ever_gets_one(mailed: Cast, server: MailServer) -> None:
    with mailed.practice.database.transaction() as db:
        db.add(RoleHeld(person_id=mailed.okafor_row.id, role=Role.MANAGER))
    alert(mailed, to=LINDQVIST)
    for someone in (mailed.okafor, mailed.anna, mailed.lindqvist):
        someone.account.blocks_bot()
        mailed.practice.settle()
    mailed.practice.wait(days=8)
    assert set(server.recipients) == {"lindqvist@mail.example"}
    assert not mail_about(mailed, mailed.anna_row, "case:1")


def test_without_a_server_or_an_address_nothing_is_queued(welcomed: Cast) -> None:
    with_addresses(welcomed)
    alert(welcomed, by=IF_AWAY)
    welcomed.maria.account.blocks_bot()
    welcomed.practice.settle()
    welcomed.lindqvist.sees("Something for you. First look by")
    assert mail_rows(welcomed) == []


# --- danger


def test_danger_is_mailed_at_once_to_who_is_on_duty_and_can_t_be_told(
    mailed: Cast, server: MailServer
) -> None:
    mailed.maria.account.blocks_bot()
    mailed.practice.settle()
    mailed.anna.types(DANGER)
    mailed.lindqvist.sees("Urgent. Please open now.")
    assert server.recipients == [TO_MARIA]
    assert says_nothing(server)
    mailed.anna.types("i really want to die")
    mailed.practice.wait(minutes=30)
    assert len(server.taken) == 1


def test_danger_does_not_wait_because_of_a_mail_about_something_else(
    mailed: Cast, server: MailServer
) -> None:
    alert(mailed)
    mailed.maria.account.blocks_bot()
    mailed.practice.settle()
    assert len(server.taken) == 1
    mailed.ben.types(DANGER)
    assert server.recipients == [TO_MARIA] * 2


def test_an_urgent_alert_that_never_arrives_is_mailed(mailed: Cast, server: MailServer) -> None:
    mailed.maria.account.deletes_account()
    mailed.anna.types(DANGER)
    assert server.recipients == [TO_MARIA]


def test_at_night_only_those_on_duty_are_mailed_about_danger(
    welcomed_with: Opener, server: MailServer
) -> None:
    duty = "Dr Lindqvist: Mon-Fri 17:00-22:00; Maria Santos: Mon-Fri 9:00-17:00"
    cast = with_addresses(welcomed_with(smtp_url=server.url, on_duty=duty))
    cast.maria.account.blocks_bot()
    cast.practice.wait_until(melbourne("2026-11-30 18:10"))
    cast.anna.types(DANGER)
    assert server.taken == []
    cast.practice.wait_until(melbourne("2026-12-01 09:00"))
    assert server.recipients == [TO_MARIA]


def test_where_nobody_can_be_told_of_danger_all_are_mailed_at_once(
    mailed: Cast, server: MailServer
) -> None:
    mailed.maria.account.blocks_bot()
    mailed.lindqvist.account.blocks_bot()
    mailed.practice.wait_until(melbourne("2026-11-30 23:10"))
    mailed.anna.types(DANGER)
    assert sorted(server.recipients) == ["lindqvist@mail.example", TO_MARIA]


def test_whom_a_case_is_about_gets_no_mail_about_danger_of_that_client(
    mailed: Cast, server: MailServer
) -> None:
    with mailed.practice.database.transaction() as db:
        db.add(RoleHeld(person_id=mailed.okafor_row.id, role=Role.MANAGER))
    alert(mailed, to=LINDQVIST)
    for someone in (mailed.okafor, mailed.maria, mailed.lindqvist):
        someone.account.blocks_bot()
    mailed.practice.settle()
    mailed.anna.types(DANGER)
    assert "okafor@mail.example" not in server.recipients
    assert TO_MARIA in server.recipients
