"""A mail server that is down or refuses, and what the operator is mailed."""

from collections.abc import Callable, Iterator

import pytest

from bot.records import mails, people
from bot.records.outbox import OutboxState
from tests.conversations.concerns import IF_AWAY, alert
from tests.conversations.mailed import DANGER, TO_MARIA, mail_rows, says_nothing, with_addresses
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


# --- a mail server that is down


def test_while_the_server_is_down_telegram_goes_on_and_then_the_mail_comes_once(
    mailed: Cast, server: MailServer
) -> None:
    server.stops()
    alert(mailed, by=IF_AWAY)
    mailed.maria.account.blocks_bot()
    mailed.practice.settle()
    mailed.lindqvist.sees("Something for you. First look by")
    (row,) = mail_rows(mailed)
    assert (row.state, row.reason) == (OutboxState.QUEUED, "ConnectionRefusedError")
    mailed.practice.wait(hours=5)
    server.starts()
    mailed.practice.wait(hours=2)
    assert server.recipients == [TO_MARIA]
    (row,) = mail_rows(mailed)
    assert row.state is OutboxState.SENT and row.tries < 15
    mailed.practice.wait(days=1)
    assert len(server.taken) == 1


def test_after_two_days_it_is_given_up_with_an_alarm_and_nothing_else_happens(
    mailed: Cast, server: MailServer, capsys: pytest.CaptureFixture[str]
) -> None:
    server.stops()
    alert(mailed, by=IF_AWAY)
    mailed.maria.account.blocks_bot()
    mailed.practice.settle()
    mailed.practice.wait(days=3)
    (row,) = mail_rows(mailed)
    assert (row.state, row.failure_due_at) == (OutboxState.UNDELIVERABLE, None)
    logged = capsys.readouterr().out
    assert f"mail refused:{row.id}" in logged
    assert TO_MARIA not in logged and "mail.example" not in logged


def test_an_address_that_is_refused_holds_up_no_other(mailed: Cast, server: MailServer) -> None:
    server.answers = ["550 no such user here"]
    mailed.maria.account.blocks_bot()
    mailed.lindqvist.account.blocks_bot()
    mailed.practice.settle()
    mailed.anna.types(DANGER)
    assert server.recipients == ["lindqvist@mail.example"]
    assert [row.state for row in mail_rows(mailed)] == [
        OutboxState.UNDELIVERABLE,
        OutboxState.SENT,
    ]


def test_a_new_address_gets_what_waits(mailed: Cast, server: MailServer) -> None:
    server.stops()
    alert(mailed)
    mailed.maria.account.blocks_bot()
    mailed.practice.settle()
    with mailed.practice.database.transaction() as db:
        maria = people.get(db, mailed.maria_row.id)
        mails.set_address(db, maria, "new@mail.example", mailed.practice.hand.now())
    server.starts()
    mailed.practice.wait(hours=2)
    assert server.recipients == ["new@mail.example"]


# --- the operator


def test_the_operator_is_mailed_that_there_is_an_alarm_and_not_which(
    welcomed_with: Opener, server: MailServer
) -> None:
    cast = welcomed_with(smtp_url=server.url, operator_mail="operator@mail.example")
    for someone in (cast.maria, cast.lindqvist):
        someone.account.blocks_bot()
    cast.practice.settle()
    cast.anna.types(DANGER)
    assert set(server.recipients) == {"operator@mail.example"}
    first = server.messages()[0]
    assert first["Subject"] == "Something needs you"
    assert says_nothing(server)
    before = len(server.taken)
    cast.practice.wait(minutes=14)
    assert len(server.taken) == before
