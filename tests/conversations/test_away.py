"""Somebody is away: said until when by themselves or a manager, shown in words, ended."""

import pytest

from bot.records import people
from tests.clock import melbourne
from tests.conversations.absent import UNTIL_MONDAY, away, row_of
from tests.conversations.concerns import hear
from tests.practice import Cast, Someone

# --- saying it


def test_a_psychologist_says_until_when_sees_it_in_words_and_confirms(welcomed: Cast) -> None:
    okafor = welcomed.okafor
    okafor.types("/away")
    assert okafor.last == (
        "Until when are you away? Tap, or write a day: «Tuesday», «14 December at 1 pm»."
    )
    assert okafor.labels == ["Until tomorrow", "Until Monday", "1 week", "2 weeks", "Not away"]
    okafor.taps("Until Monday")
    assert okafor.last.startswith(f"You are away until {UNTIL_MONDAY}.\nUntil then what clients")
    assert row_of(welcomed.practice, welcomed.okafor_row).away_until is None  # nothing counts yet
    okafor.taps("Yes, that's right")
    assert okafor.last == f"You are away until {UNTIL_MONDAY}. «I'm back» ends it."
    until = row_of(welcomed.practice, welcomed.okafor_row).away_until
    assert until == melbourne("2026-12-07 09:00")


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Until tomorrow", "Tuesday 1 December, 9:00 am"),
        ("1 week", "Monday 7 December, 9:00 am"),
        ("2 weeks", "Monday 14 December, 9:00 am"),
        ("friday", "Friday 4 December, 9:00 am"),
        ("until saturday", "Saturday 5 December, 12:00 am"),
        ("14 December at 1 pm", "Monday 14 December, 1:00 pm"),
        ("10/12 at 4", "Thursday 10 December, 4:00 pm"),
    ],
)
def test_a_day_ends_it_as_the_practice_opens_and_a_time_is_that_time(
    welcomed: Cast, said: str, meant: str
) -> None:
    away(welcomed.okafor, said)
    assert welcomed.okafor.last.startswith(f"You are away until {meant}.")


@pytest.mark.parametrize("said", ["when I'm well again", "yesterday", "in 3 years", "x" * 200])
def test_what_is_no_day_ahead_changes_nothing_and_is_asked_again(welcomed: Cast, said: str) -> None:
    welcomed.okafor.types("/away")
    welcomed.okafor.types(said)
    assert "Until when are you away?" in welcomed.okafor.last
    assert row_of(welcomed.practice, welcomed.okafor_row).away_until is None
    welcomed.okafor.types("friday")
    welcomed.okafor.sees("You are away until Friday 4 December, 9:00 am.")


def test_not_away_after_all(welcomed: Cast) -> None:
    welcomed.okafor.types("/away")
    welcomed.okafor.taps("Until Monday")
    welcomed.okafor.taps("Not away")
    assert welcomed.okafor.last == "All right. Nothing was changed."
    assert row_of(welcomed.practice, welcomed.okafor_row).away_until is None


def test_an_old_yes_whose_day_is_over_asks_again(welcomed: Cast) -> None:
    welcomed.okafor.types("/away")
    welcomed.okafor.taps("Until tomorrow")
    yes = welcomed.okafor.sees("Is that right?")
    welcomed.practice.wait(days=2)
    welcomed.okafor.taps("Yes, that's right", bubble=yes)
    welcomed.okafor.sees("That is over, or more than a year away. Until when are you away?")


def test_tapped_twice_is_said_once(welcomed: Cast) -> None:
    welcomed.okafor.types("/away")
    welcomed.okafor.taps("Until Monday")
    shown = welcomed.okafor.sees("Is that right?")
    welcomed.okafor.taps("Yes, that's right", bubble=shown)
    welcomed.okafor.taps("Yes, that's right", bubble=shown)
    assert welcomed.okafor.last == "That is so already."


def test_the_hour_holds_where_the_clocks_change(welcomed: Cast) -> None:
    welcomed.practice.wait_until(melbourne("2027-04-02 10:00"))  # clocks go back on the 4th
    away(welcomed.okafor, "1 week")
    until = row_of(welcomed.practice, welcomed.okafor_row).away_until
    assert until == melbourne("2027-04-09 09:00")


def test_a_day_without_hours_ends_it_at_midnight_where_the_reader_is(welcomed: Cast) -> None:
    with welcomed.practice.database.transaction() as db:
        people.get(db, welcomed.okafor_row.id).time_zone = "Australia/Perth"
    away(welcomed.okafor, "saturday")
    assert welcomed.okafor.last.startswith("You are away until Saturday 5 December, 12:00 am.")
    until = row_of(welcomed.practice, welcomed.okafor_row).away_until
    assert until == melbourne("2026-12-05 03:00")


# --- a manager says it of somebody


def test_a_manager_says_it_of_somebody_who_is_told_and_can_end_it(welcomed: Cast) -> None:
    maria, okafor = welcomed.maria, welcomed.okafor
    maria.types("/away")
    assert maria.last == "Nobody is away.\nTap a name to change that."
    assert maria.labels == ["Dr Lindqvist", "Dr Okafor", "Maria Santos"]
    maria.taps("Dr Okafor")
    maria.taps("Until Monday")
    maria.sees("Dr Okafor is told that you said so.")
    maria.taps("Yes, that's right")
    assert maria.last == f"Dr Okafor is away until {UNTIL_MONDAY}."
    assert okafor.hears() == [f"Maria Santos says that you are away until {UNTIL_MONDAY}."]
    maria.types("/away")
    assert maria.last == f"Dr Okafor is away until {UNTIL_MONDAY}.\nTap a name to change that."
    okafor.taps("I'm back")
    assert okafor.last == "You're back. Nothing in /cases waits for you."
    maria.types("/away")
    maria.sees("Nobody is away.")


def test_a_manager_says_that_somebody_is_back(welcomed: Cast) -> None:
    away(welcomed.okafor)
    welcomed.okafor.hears()
    welcomed.maria.types("/away")
    welcomed.maria.taps("Dr Okafor")
    welcomed.maria.taps("Dr Okafor is back")
    assert welcomed.maria.last == "Dr Okafor is back, and is told."
    assert welcomed.okafor.hears() == [
        "Maria Santos says that you are back. Nothing in /cases waits for you."
    ]
    welcomed.okafor.taps("I'm still away")
    welcomed.okafor.taps("1 week")
    welcomed.maria.presses_data(f"1:away:back:{welcomed.lindqvist_row.id}")
    assert welcomed.maria.last == "Dr Lindqvist isn't away."


def test_back_is_typed_and_who_isn_t_away_reads_so(welcomed: Cast) -> None:
    away(welcomed.okafor)
    welcomed.okafor.types("i'm back")
    assert welcomed.okafor.last == "You're back. Nothing in /cases waits for you."
    welcomed.okafor.types("I'm back")
    assert welcomed.okafor.last == "You aren't away."


@pytest.mark.parametrize(
    "tap", ["whom:{0}", "ask:{0}", "chosen:{0}:{1}", "set:{0}:{1}", "back:{0}"]
)
@pytest.mark.parametrize("who", ["anna", "ben", "okafor", "lindqvist"])
def test_nobody_but_a_manager_says_it_of_somebody_else(welcomed: Cast, tap: str, who: str) -> None:
    away(welcomed.maria)
    hear(welcomed)
    someone: Someone = getattr(welcomed, who)
    minute = int(melbourne("2026-12-09 09:00").timestamp()) // 60
    for person in (welcomed.maria_row, welcomed.anna_row):
        someone.presses_data(f"1:away:{tap.format(person.id, minute)}")
        for heard in someone.hears():
            assert not {"Maria", "December"} & set(heard.replace(",", " ").split())
    until = row_of(welcomed.practice, welcomed.maria_row).away_until
    assert until == melbourne("2026-12-07 09:00")
    assert row_of(welcomed.practice, welcomed.anna_row).away_until is None


def test_a_manager_says_it_of_no_client_and_nobody_who_left_or_isn_t_there(welcomed: Cast) -> None:
    minute = int(melbourne("2026-12-09 09:00").timestamp()) // 60
    with welcomed.practice.database.transaction() as db:
        people.get(db, welcomed.lindqvist_row.id).left_at = welcomed.practice.hand.now()
    for person_id in (welcomed.anna_row.id, welcomed.lindqvist_row.id, 987_654):
        for tap in (f"whom:{person_id}", f"set:{person_id}:{minute}", f"back:{person_id}"):
            welcomed.maria.presses_data(f"1:away:{tap}")
            assert welcomed.maria.last == "I don't find that name on the staff."
    assert row_of(welcomed.practice, welcomed.anna_row).away_until is None
