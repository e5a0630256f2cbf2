"""A locked screen asks for a code before it shows a case; nothing of the code stays in the chat."""

import inspect
from collections.abc import Callable

import pytest
from sqlmodel import select

from bot.records import staff_codes
from bot.records.audit import AuditEntry
from bot.records.inbox import InboxRow
from bot.records.outbox import OutboxRow
from bot.records.staff_codes import StaffCode
from bot.rules.screen_codes import DIGITS, TRIES
from conversations import ALL
from tests.conversations.concerns import WORDS, alert, case_of, hear
from tests.practice import Cast, Someone

CODE, OTHER = "2580", "9137"
CHOOSE = (
    "Choose a code of 4 digits. I ask for it before I show a case or a client when you have done "
    "nothing here for 30 minutes.\nTap it below: nothing of it stays in the chat."
)
_OF_CASES = (
    "cases", "taking", "case_answers", "case_times", "case_closing", "case_handing",
    "case_hearing", "case_heard", "client_psychologist",
)  # fmt: skip
PAD = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "Never mind"]


@pytest.fixture
def locked(welcomed_with: Callable[..., Cast]) -> Cast:
    """A concern waits for Maria, who has no code yet and has done nothing for a day."""
    cast = welcomed_with(staff_lock="30m")
    alert(cast, WORDS)
    return cast


@pytest.fixture
def coded(locked: Cast) -> Cast:
    """Maria has a code; half an hour has passed."""
    locked.maria.taps("Open")
    taps_code(locked.maria, CODE)
    taps_code(locked.maria, CODE)
    locked.practice.wait(minutes=30)
    hear(locked)
    return locked


def taps_code(someone: Someone, code: str) -> None:
    for digit in code:
        someone.taps(digit)


def row_of(cast: Cast) -> StaffCode:
    with cast.practice.database.transaction() as db:
        return staff_codes.of(db, cast.maria_row.id)


def acts(cast: Cast) -> list[str]:
    with cast.practice.look() as db:
        chosen = select(AuditEntry.action).where(AuditEntry.person_id == cast.maria_row.id)
        return list(db.exec(chosen))


def on_screen(someone: Someone) -> str:
    return "\n".join(bubble.text for bubble in someone.account.screen)


def test_the_first_opening_has_a_code_chosen_and_then_shows_the_case(locked: Cast) -> None:
    maria = locked.maria
    maria.taps("Open")
    assert (maria.last, maria.labels) == (CHOOSE, PAD)
    taps_code(maria, CODE)
    maria.sees("Once more, please.")
    maria.sees_nothing_of(WORDS)
    taps_code(maria, CODE)
    maria.sees(WORDS)
    assert "Once more" not in on_screen(maria)  # the pad has gone
    assert "choose code" in acts(locked)


def test_the_code_opens_what_was_tapped_and_stays_nowhere(coded: Cast) -> None:
    maria = coded.maria
    maria.taps("Open")
    assert (maria.last, maria.labels) == ("Your code, please.", PAD)
    taps_code(maria, CODE)
    maria.sees(WORDS)
    assert "Your code" not in on_screen(maria)
    assert CODE not in on_screen(maria)
    assert "open screen" in acts(coded)
    assert row_of(coded).entered == {}


def test_the_dots_are_shown_for_a_moment_only(coded: Cast) -> None:
    coded.maria.taps("Open")
    taps_code(coded.maria, CODE[:2])
    assert [answer.text for answer in coded.maria.account.toasts][-2:] == ["•", "••"]
    assert "•" not in on_screen(coded.maria)


def test_whoever_is_busy_is_not_asked_again(coded: Cast) -> None:
    maria = coded.maria
    maria.taps("Open")
    taps_code(maria, CODE)
    for _count in range(3):
        coded.practice.wait(minutes=29)
        maria.types("/cases")
    maria.taps("Open C-1001")
    assert WORDS in maria.last
    coded.practice.wait(minutes=30)
    maria.types("/cases")  # is no content, and doesn't open the screen either
    maria.taps("Open C-1001")
    assert maria.last == "Your code, please."


def test_a_wrong_code_shows_nothing_and_the_tries_are_limited(coded: Cast) -> None:
    maria = coded.maria
    maria.taps("Open")
    for left in range(TRIES - 1, 0, -1):
        taps_code(maria, OTHER)
        maria.sees(f"That isn't the code. Tries left: {left}.")
    taps_code(maria, OTHER)
    closed = "Too many wrong codes. You can try again today at 3:51 pm."
    assert maria.last.startswith(closed)
    maria.taps("Open")
    assert maria.last.startswith(closed)
    maria.sees_nothing_of(WORDS)
    assert acts(coded)[-1] == "wrong codes"
    coded.practice.wait(minutes=15)
    maria.taps("Open")
    taps_code(maria, CODE)
    maria.sees(WORDS)


def test_each_further_row_of_wrong_codes_closes_the_pad_for_longer(coded: Cast) -> None:
    for minutes in (15, 60, 24 * 60, 24 * 60):
        coded.maria.taps("Open")
        for _try in range(TRIES):
            taps_code(coded.maria, OTHER)
        coded.practice.wait(minutes=minutes - 1)
        coded.maria.taps("Open")
        assert coded.maria.last.startswith("Too many wrong codes.")
        coded.practice.wait(minutes=1)
        coded.maria.taps("Open")
        assert coded.maria.last == "Your code, please."
        coded.maria.taps("Never mind")


@pytest.mark.parametrize("simple", ["0000", "1212", "1234", "7890", "3210"])
def test_what_is_tried_first_can_t_be_chosen(locked: Cast, simple: str) -> None:
    locked.maria.taps("Open")
    taps_code(locked.maria, simple)
    locked.maria.sees("That one is easily guessed. Please choose another.")
    assert row_of(locked).code_hash is None


def test_two_different_codes_are_none(locked: Cast) -> None:
    locked.maria.taps("Open")
    taps_code(locked.maria, CODE + OTHER)
    locked.maria.sees("Those were two different codes. Please begin again.")
    assert row_of(locked).code_hash is None
    taps_code(locked.maria, CODE + CODE)
    locked.maria.sees(WORDS)


def test_lock_locks_at_once_and_takes_away_what_is_open(coded: Cast) -> None:
    maria = coded.maria
    maria.taps("Open")
    taps_code(maria, CODE)
    maria.types("/lock")
    maria.sees("Locked. I ask for your code before I show a case or a client.")
    assert WORDS not in on_screen(maria)
    maria.types("/cases")
    maria.taps("Open C-1001")
    assert maria.last == "Your code, please."


def test_another_code_is_chosen_behind_the_old_one(coded: Cast) -> None:
    maria = coded.maria
    maria.types("/lock")
    maria.taps("Choose another code")
    assert maria.last == "Your code, please."
    taps_code(maria, OTHER)
    maria.sees("That isn't the code.")
    taps_code(maria, CODE)
    assert maria.last == CHOOSE
    taps_code(maria, OTHER + OTHER)
    assert maria.last == "That is your code now. /lock locks at once."
    maria.types("/lock")
    maria.taps("Open")
    taps_code(maria, OTHER)
    maria.sees(WORDS)


def test_a_pad_for_a_new_code_that_was_left_open_takes_none(coded: Cast) -> None:
    maria = coded.maria
    maria.types("/lock")
    maria.taps("Choose another code")
    taps_code(maria, CODE)
    coded.practice.wait(minutes=31)
    maria.taps(OTHER[0])
    assert maria.last == "That pad is closed. Tap once more what you want to open."
    maria.taps("Open")
    taps_code(maria, CODE)
    maria.sees(WORDS)


def test_a_first_code_is_asked_for_once(locked: Cast) -> None:
    locked.maria.types("/lock")
    locked.maria.taps("Choose a code")
    taps_code(locked.maria, CODE + CODE)
    assert locked.maria.last == "That is your code now. /lock locks at once."


def test_typed_digits_are_taken_out_of_the_chat(coded: Cast) -> None:
    maria = coded.maria
    maria.taps("Open")
    maria.types(CODE)
    maria.sees("Please tap it on the pad above. I've taken away what you typed.")
    assert CODE not in on_screen(maria)
    taps_code(maria, CODE)
    maria.sees(WORDS)


def test_one_pad_opens_for_its_own_tapper_only(coded: Cast) -> None:
    """Anna presses the digits of the pad, and Dr Lindqvist, who has no pad open."""
    coded.maria.taps("Open")
    for digit in CODE:
        coded.anna.presses_data(f"1:screen_lock:digit:{digit}")
    assert coded.anna.last.startswith("Sorry, that no longer works.")
    coded.lindqvist.presses_data("1:screen_lock:digit:5")
    assert coded.lindqvist.last == "That pad is closed. Tap once more what you want to open."
    coded.maria.presses_data("1:screen_lock:digit:55")
    assert coded.maria.last == "That pad is closed. Tap once more what you want to open."
    assert row_of(coded).entered["digits"] == ""


def test_nothing_that_shows_a_case_or_acts_on_it_goes_past_the_code(coded: Cast) -> None:
    taps = [
        (each, tap) for each in ALL for tap in sorted(each.behind_code) if each.name in _OF_CASES
    ]
    assert len(taps) >= 28
    before = case_of(coded.practice)
    for conversation, tap in taps:
        arguments = list(inspect.signature(conversation.taps[tap]).parameters.values())[1:]
        values = ["1" if each.annotation is int else "x" for each in arguments]
        coded.maria.presses_data(":".join(["1", conversation.name, tap, *values]))
        assert coded.maria.last == "Your code, please.", f"{conversation.name}:{tap}"
    assert case_of(coded.practice) == before


def test_urgent_messages_open_without_a_code(coded: Cast) -> None:
    coded.anna.types("I want to kill myself")
    coded.maria.sees("Urgent. Please open now.")
    coded.maria.taps("Open")
    coded.maria.sees("I want to kill myself")


def test_no_database_row_keeps_the_code(coded: Cast) -> None:
    """The hash is no plain one, and nothing but the taps of the last days is sealed beside it."""
    with coded.practice.look() as db:
        row = db.exec(select(StaffCode)).one()
        assert row.code_hash is not None
        assert len(row.code_hash) == 48
        assert CODE.encode() not in row.code_hash
        bodies = [each.body.text for each in db.exec(select(OutboxRow))]
        texts = [each.raw for each in db.exec(select(InboxRow))]
    assert not any(CODE in body for body in bodies)
    assert not any(CODE in str(raw.get("message", {}).get("text", "")) for raw in texts)
    assert len(CODE) == DIGITS
