"""Who is on duty when, at the command line: listed, asked in their chat, ended."""

from datetime import timedelta

import pytest
from sqlmodel import Session, select

from bot.clock import Clock
from bot.records import duties, people
from bot.records.audit import AuditEntry
from bot.records.duties import DutyRow
from tests.commands.conftest import Operator

HOURS = "Mon-Fri 17:00-22:00"
NOBODY = "Nobody is on duty by name: managers and senior psychologists in practice hours.\n"


def has_a_chat(operator: Operator, name: str = "Dr Okafor", **fields: object) -> None:
    def connect(db: Session) -> None:
        person = people.named(db, name)[0]
        person.telegram_id = 5_000_000_000 + person.id
        for field, value in fields.items():
            setattr(person, field, value)

    operator.looks(connect)


def rows(operator: Operator) -> list[DutyRow]:
    return operator.looks(lambda db: list(db.exec(select(DutyRow)).all()))


def says_yes(operator: Operator) -> None:
    def accept(db: Session) -> None:
        for row in duties.not_ended(db):
            assert duties.accept(db, row, Clock().now())

    operator.looks(accept)


def test_nobody_is_named_at_first(practice: Operator) -> None:
    assert practice.gets("staff", "duty") == NOBODY
    assert (
        practice.gets("staff", "duty", "Dr Okafor") == "Dr Okafor is on duty at no time by name.\n"
    )


def test_somebody_is_asked_in_their_chat_and_counts_after_the_yes(practice: Operator) -> None:
    has_a_chat(practice)
    assert practice.gets("staff", "duty", "dr okafor", f"  {HOURS} ") == (
        "1 asked: Dr Okafor gets the question in Telegram. "
        "These hours count once they say yes; `staff duty` shows it.\n"
    )
    (row,) = rows(practice)
    assert row.hours == HOURS and row.ask_at is not None and row.accepted_at is None
    assert practice.gets("staff", "duty") == f"Dr Okafor: {HOURS} (asked, no answer yet)\n"
    says_yes(practice)
    practice.sets(ON_DUTY="Maria Santos:  Mon-Fri 9-17")
    assert practice.gets("staff", "duty").splitlines() == [
        "Maria Santos: Mon-Fri 9-17 (ON_DUTY)",
        f"Dr Okafor: {HOURS} (accepted)",
    ]
    assert practice.gets("staff", "duty", "Dr Okafor") == f"Dr Okafor: {HOURS} (accepted)\n"


def test_the_list_says_who_is_away(practice: Operator) -> None:
    has_a_chat(practice, away_until=Clock().now() + timedelta(days=3))
    practice.gets("staff", "duty", "Dr Okafor", HOURS)
    assert "asked, no answer yet; away until " in practice.gets("staff", "duty")


def test_all_hours_of_somebody_end(practice: Operator) -> None:
    has_a_chat(practice)
    practice.gets("staff", "duty", "Dr Okafor", HOURS)
    practice.gets("staff", "duty", "Dr Okafor", "Sat 22:00-6:00")
    says_yes(practice)
    assert practice.gets("staff", "duty", "Dr Okafor", "--end") == (
        f"2 ended. Dr Okafor is told in Telegram.\n{NOBODY}"
    )
    assert all(row.ended_at is not None and row.ask_at is not None for row in rows(practice))
    acts = practice.looks(lambda db: [each.action for each in db.exec(select(AuditEntry)).all()])
    assert acts.count("ask duty") == acts.count("end duty") == 2
    practice.is_refused("staff", "duty", "Dr Okafor", "--end")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["Nobody Here", HOURS], "Nobody here is called «Nobody Here»."),
        (["Anna Brown", HOURS], "Nobody here is called «Anna Brown»."),
        (["Maria Santos", HOURS], "Maria Santos has no chat with the bot"),
        (["Dr Okafor", "evenings"], "«evenings» is not opening hours"),
        (["Dr Okafor", "Mon 25-26"], "«25» is not a time of day"),
        (["Dr Okafor", " "], "Hours have 1 to 200 characters"),
        (["Dr Okafor", "Mon 9-17, " * 30], "Hours have 1 to 200 characters"),
        (["Dr Okafor", HOURS, "--end"], "Give hours to ask for, or --end, not both."),
        (["Dr Okafor", "--end"], "Dr Okafor was asked for no hours that stand."),
        (["--end"], "Say whose hours end"),
    ],
)
def test_what_can_t_be_done(practice: Operator, words: list[str], sentence: str) -> None:
    has_a_chat(practice)
    assert sentence in practice.is_refused("staff", "duty", *words)


def test_who_left_is_not_asked(practice: Operator) -> None:
    has_a_chat(practice, left_at=Clock().now())
    assert "has no chat" in practice.is_refused("staff", "duty", "Dr Okafor", HOURS)


# --- check


def on_duty(operator: Operator) -> list[str]:
    """The lines of `check` about it."""
    lines = operator.types("check").stdout.splitlines()
    return [line for line in lines if line[6:].startswith("on duty")]


def test_check_considers_who_said_yes_and_who_is_away(practice: Operator) -> None:
    has_a_chat(practice)
    practice.gets("staff", "duty", "Dr Okafor", HOURS)
    assert "managers and senior psychologists" in on_duty(practice)[0]
    says_yes(practice)
    (line,) = on_duty(practice)
    assert line.startswith("ok") and "Dr Okafor" in line
    has_a_chat(practice, away_until=Clock().now() + timedelta(days=3))
    assert "everybody is away: Dr Okafor" in on_duty(practice)[1]
    practice.sets(ON_DUTY="Maria Santos: Mon-Fri 9-17")
    has_a_chat(practice, "Maria Santos")
    assert "away now: Dr Okafor" in on_duty(practice)[1]
    has_a_chat(practice, unreachable_at=Clock().now())
    assert "FAIL" in on_duty(practice)[0]
    assert "Dr Okafor said yes and isn't connected" in on_duty(practice)[0]
