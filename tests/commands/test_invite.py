"""The link: alone on its line, good once, and only made when it can be used."""

import pytest
from sqlmodel import select

from bot.clock import Clock
from bot.records import invitations
from bot.records.audit import AuditEntry
from bot.records.invitations import Invitation
from tests.commands.conftest import NOBODY_ANSWERS, Operator

LINK = "https://t.me/simulated_bot?start="


def is_good(operator: Operator, link: str) -> bool:
    code = link.strip().removeprefix(LINK)
    return operator.looks(lambda db: invitations.find(db, code, Clock().now())) is not None


def test_the_link_stands_alone_where_a_script_can_read_it(connected: Operator) -> None:
    result = connected.types("invite", "anna brown")
    assert result.exit_code == 0
    (line,) = result.stdout.splitlines()
    assert line.startswith(LINK) and len(line) == len(LINK) + 20
    assert result.stderr == "Good once, for 14 days. Give it to nobody else.\n"
    assert is_good(connected, line)
    actions = connected.looks(lambda db: db.exec(select(AuditEntry.action)).all())
    assert actions[-1] == "invite"


def test_a_new_link_ends_the_one_before_and_nobody_else_s(connected: Operator) -> None:
    old, maria_s = connected.gets("invite", "Anna Brown"), connected.gets("invite", "Maria Santos")
    new = connected.gets("invite", "Anna Brown")
    assert [is_good(connected, link) for link in (old, maria_s, new)] == [False, True, True]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("Anna", "Nobody here is called «Anna». Names must be written in full."),
        ("", "Nobody here is called «»."),
        ("\udcff", "Nobody here is called"),
    ],
)
def test_nobody_of_this_name(connected: Operator, name: str, sentence: str) -> None:
    assert connected.is_refused("invite", name).startswith(sentence)


def test_without_telegram_no_link_is_made_and_the_old_one_still_works(connected: Operator) -> None:
    old = connected.gets("invite", "Anna Brown")
    connected.sets(TELEGRAM_API_URL=NOBODY_ANSWERS)
    assert connected.is_refused("invite", "Anna Brown") == (
        "Telegram can't be reached, so no link was made. Try again."
    )
    assert is_good(connected, old)


def test_with_a_wrong_token_no_link_is_made(connected: Operator) -> None:
    connected.sets(TELEGRAM_BOT_TOKEN="1000000:wrong")
    assert connected.is_refused("invite", "Anna Brown") == (
        "Telegram doesn't know TELEGRAM_BOT_TOKEN. Nothing was changed."
    )
    assert connected.looks(lambda db: db.exec(select(Invitation)).all()) == []
