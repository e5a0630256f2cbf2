"""Somebody is away: said until when, what waits goes on, and nobody who comes back is forgotten."""

from collections.abc import Callable

import pytest

from bot.records import people
from bot.records.cases import CaseState
from bot.records.people import Person, Role
from tests.clock import melbourne
from tests.conversations.concerns import (
    ALERT,
    IF_AWAY,
    LINDQVIST,
    MARIA,
    WORDS,
    alert,
    answer,
    case_of,
    hear,
    readers_of,
    send,
    take,
    write,
)
from tests.practice import Cast, Practice, Someone

Opener = Callable[..., Cast]
UNTIL_MONDAY = "Monday 7 December, 9:00 am"


def away(someone: Someone, *said: str) -> None:
    """Says it of themselves: a label is tapped, anything else typed."""
    someone.types("/away")
    if "Tap a name to change that." in someone.last:
        someone.taps(someone.account.name if someone.account.name != "Maria" else "Maria Santos")
    for each in said or ("Until Monday",):
        if each in someone.labels:
            someone.taps(each)
        else:
            someone.types(each)
    someone.taps("Yes, that's right")


def row_of(practice: Practice, person: Person) -> Person:
    with practice.look() as db:
        found = db.get(Person, person.id)
        assert found is not None
        return found


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
    assert okafor.last == "You're back. Nothing waits for you."
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
        "Maria Santos says that you are back. Nothing waits for you."
    ]
    welcomed.okafor.taps("I'm still away")
    welcomed.okafor.taps("1 week")
    welcomed.maria.presses_data(f"1:away:back:{welcomed.lindqvist_row.id}")
    assert welcomed.maria.last == "Dr Lindqvist isn't away."


def test_back_is_typed_and_who_isn_t_away_reads_so(welcomed: Cast) -> None:
    away(welcomed.okafor)
    welcomed.okafor.types("i'm back")
    assert welcomed.okafor.last == "You're back. Nothing waits for you."
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


# --- cases that wait


def test_what_waits_for_who_goes_away_goes_to_the_next_whom_the_client_allowed(
    welcomed: Cast,
) -> None:
    alert(welcomed, by=IF_AWAY)
    hear(welcomed)
    away(welcomed.maria)
    assert len(welcomed.lindqvist.hears()) == 1
    assert welcomed.anna.hears() == [
        f"There's news for you.\n\nMaria is away until {UNTIL_MONDAY}. I'm sorry.\n"
        "As you allowed, I've asked Dr Lindqvist now."
    ]


def test_without_a_second_name_the_client_is_asked_and_may_wait_until_the_return(
    welcomed: Cast,
) -> None:
    alert(welcomed)
    hear(welcomed)
    away(welcomed.maria)
    assert welcomed.anna.last == (
        f"There's news for you.\n\nMaria is away until {UNTIL_MONDAY}. I'm sorry.\n"
        "You can wait, let somebody else read it, or phone Riverside (03 9000 0000)."
    )
    welcomed.anna.taps("Wait")
    assert welcomed.anna.last == (
        f"All right, it waits. Maria is away until {UNTIL_MONDAY}. "
        "First look by Tuesday 8 December, 9:00 am."
    )
    hear(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-07 08:59"))
    assert welcomed.anna.hears() == welcomed.maria.hears() == welcomed.lindqvist.hears() == []
    welcomed.practice.wait_until(melbourne("2026-12-07 09:00"))
    heard = welcomed.maria.hears()
    assert "Something for you. First look by Tuesday 8 December, 9:00 am." in heard
    assert "You were away until now. Waiting for you: 1. /cases shows it." in heard
    welcomed.maria.taps("Open")
    welcomed.maria.taps("I'll take it")
    welcomed.anna.sees("Maria has your message and is looking after it.")


def test_who_comes_back_early_is_rung_again(welcomed: Cast) -> None:
    alert(welcomed)
    away(welcomed.maria)
    welcomed.anna.taps("Wait")
    hear(welcomed)
    welcomed.maria.types("I'm back")
    assert welcomed.maria.hears() == [ALERT, "You're back. Waiting for you: 1. /cases shows it."]
    assert all(each.away_at is None for each in readers_of(welcomed.practice))
    assert welcomed.anna.hears() == []


def test_who_comes_back_at_night_is_rung_when_the_practice_opens(welcomed: Cast) -> None:
    alert(welcomed)
    away(welcomed.maria, "tomorrow at 8 pm")
    hear(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-02 22:00"))
    assert welcomed.maria.hears() == []
    welcomed.practice.wait_until(melbourne("2026-12-03 09:00"))
    assert any(text.startswith("Something for you.") for text in welcomed.maria.hears())


def test_away_for_longer_asks_the_client_once_more(welcomed: Cast) -> None:
    alert(welcomed)
    away(welcomed.maria)
    welcomed.anna.taps("Wait")
    hear(welcomed)
    welcomed.maria.types("/away")
    welcomed.maria.taps("Maria Santos")
    welcomed.maria.taps("Another day")
    welcomed.maria.taps("2 weeks")
    welcomed.maria.taps("Yes, that's right")
    (text,) = welcomed.anna.hears()
    assert "Maria is away until Tuesday 15 December, 9:00 am. I'm sorry." in text


def test_who_was_tapped_away_for_one_case_is_rung_again_after_an_absence(welcomed: Cast) -> None:
    alert(welcomed)
    welcomed.maria.taps("I'm away")
    hear(welcomed)
    away(welcomed.maria, "Until tomorrow")
    assert welcomed.anna.hears() == []  # asked already
    welcomed.maria.hears()
    welcomed.practice.wait_until(melbourne("2026-12-02 09:00"))
    assert any(text.startswith("Something for you.") for text in welcomed.maria.hears())


# --- truth before choosing


def test_the_list_and_the_preview_say_who_is_away_and_the_promise_counts_from_the_return(
    welcomed: Cast,
) -> None:
    away(welcomed.maria)
    welcomed.practice.wait_until(melbourne("2026-12-01 15:05"))
    welcomed.anna.taps("Something isn't right")
    assert f"Maria is away until {UNTIL_MONDAY}. " in welcomed.anna.last.replace("\n\n", " ")
    assert welcomed.anna.labels[0] == MARIA
    welcomed.anna.taps(MARIA)
    welcomed.anna.types(WORDS)
    welcomed.anna.taps("That's all")
    assert welcomed.anna.last.endswith(f"Maria is away until {UNTIL_MONDAY}.")
    welcomed.anna.taps("Send")
    welcomed.anna.sees(
        f"Maria is away until {UNTIL_MONDAY}, looks at it by Tuesday 8 December, 9:00 am, "
        "and answers you here by Wednesday 9 December, 5:00 pm."
    )
    hear(welcomed)
    welcomed.practice.wait(minutes=2)
    assert welcomed.anna.hears() == welcomed.maria.hears() == welcomed.lindqvist.hears() == []
    welcomed.anna.taps("Something isn't right")
    welcomed.anna.sees(f"Sent to Maria (away until {UNTIL_MONDAY}). Nobody has taken it on yet.")
    assert "Let Dr Lindqvist read it" in welcomed.anna.labels
    welcomed.practice.wait_until(melbourne("2026-12-07 09:00"))
    welcomed.maria.sees("Something for you. First look by Tuesday 8 December, 9:00 am.")


def test_sent_with_leave_the_next_is_asked_and_the_client_hears_it_once(welcomed: Cast) -> None:
    away(welcomed.maria)
    send(welcomed, by=IF_AWAY)
    welcomed.anna.sees(
        f"Maria is away until {UNTIL_MONDAY}. I ask Dr Lindqvist, who looks at it by tomorrow, "
        "3:00 pm, and answers you here by Thursday 3 December, 5:00 pm."
    )
    hear(welcomed)
    welcomed.practice.wait(minutes=1)
    assert welcomed.lindqvist.hears() == [ALERT]
    assert welcomed.anna.hears() == welcomed.maria.hears() == []
    welcomed.practice.wait_until(melbourne("2026-12-07 09:00"))
    welcomed.maria.sees("Something for you.")


def test_who_goes_away_within_the_minute_is_told_of_to_the_client(welcomed: Cast) -> None:
    send(welcomed)
    away(welcomed.maria)
    hear(welcomed)
    welcomed.practice.wait(minutes=1)
    (text,) = welcomed.anna.hears()
    assert f"Maria is away until {UNTIL_MONDAY}. I'm sorry." in text
    assert welcomed.maria.hears() == []


def test_who_went_away_after_the_preview_is_shown_before_it_is_sent(welcomed: Cast) -> None:
    write(welcomed)
    away(welcomed.maria)
    welcomed.anna.taps("Send")
    welcomed.anna.sees("It has changed since then. This is how it stands now.")
    assert case_of(welcomed.practice).state is CaseState.DRAFT


def test_where_both_are_away_the_first_who_is_back_is_rung_and_the_other_is_asked_too(
    welcomed: Cast,
) -> None:
    away(welcomed.maria)
    away(welcomed.lindqvist, "wednesday")
    send(welcomed, by=IF_AWAY)
    welcomed.practice.wait(minutes=1)
    hear(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-02 08:59"))
    assert welcomed.lindqvist.hears() == []
    welcomed.practice.wait_until(melbourne("2026-12-02 09:00"))
    assert any(text.startswith("Something for you.") for text in welcomed.lindqvist.hears())
    assert welcomed.maria.hears() == []


def test_let_somebody_read_it_who_is_away(welcomed: Cast) -> None:
    alert(welcomed)
    away(welcomed.lindqvist)
    welcomed.maria.taps("I'm away", bubble=welcomed.maria.sees(ALERT))
    welcomed.anna.sees(f"I'm sorry. Dr Lindqvist is away until {UNTIL_MONDAY}.")
    hear(welcomed)
    welcomed.anna.taps("Let Dr Lindqvist read it")
    assert welcomed.anna.last == (
        f"I've asked Dr Lindqvist (away until {UNTIL_MONDAY}). "
        "First look by Tuesday 8 December, 9:00 am."
    )
    assert welcomed.lindqvist.hears() == []
    welcomed.practice.wait_until(melbourne("2026-12-07 09:00"))
    welcomed.lindqvist.sees("Something for you. First look by Tuesday 8 December, 9:00 am.")


def test_nothing_is_handed_on_to_somebody_who_is_away(welcomed: Cast) -> None:
    away(welcomed.lindqvist)
    alert(welcomed, by=IF_AWAY)
    welcomed.maria.taps("Open")
    welcomed.maria.taps("Hand to Dr Lindqvist")
    assert welcomed.maria.last == (
        f"Dr Lindqvist is away until {UNTIL_MONDAY}. Nothing was handed on."
    )
    assert welcomed.lindqvist.hears()[1:] == [] or ALERT not in welcomed.lindqvist.hears()


# --- what somebody looks after


def test_who_goes_away_is_asked_of_each_case_they_look_after(welcomed: Cast) -> None:
    take(welcomed, by=IF_AWAY)
    away(welcomed.maria)
    assert welcomed.maria.last == (
        "C-1001 is yours, answer by Thursday 3 December, 5:00 pm. "
        "Hand it to Dr Lindqvist, or keep it? The client allowed Dr Lindqvist."
    )
    assert welcomed.maria.labels == ["Hand it to Dr Lindqvist", "Keep it"]
    hear(welcomed)
    welcomed.maria.taps("Hand it to Dr Lindqvist")
    assert welcomed.lindqvist.hears() == [
        "Something for you. First look by Wednesday 2 December, 3:00 pm."
    ]
    welcomed.anna.sees(f"Maria is away until {UNTIL_MONDAY}. I'm sorry.")
    welcomed.maria.taps("Keep it", bubble=welcomed.maria.sees("Hand it to Dr Lindqvist, or keep"))
    assert welcomed.maria.last == "C-1001 isn't yours any more."


def test_kept_and_not_answered_in_time_it_goes_on(welcomed: Cast) -> None:
    take(welcomed)
    away(welcomed.maria)
    welcomed.maria.sees("Nobody else was named for it. Shall I tell the client that you're away?")
    welcomed.maria.taps("Keep it")
    assert welcomed.maria.last == (
        "C-1001 stays yours. If the time passes by which an answer is due, I tell the client."
    )
    hear(welcomed)
    welcomed.anna.types("one more thing", reply_to=welcomed.anna.sees("is looking after it"))
    welcomed.anna.sees(f"Added. It's on its way to Maria (away until {UNTIL_MONDAY}).")
    welcomed.practice.wait_until(melbourne("2026-12-03 17:00"))
    welcomed.anna.sees(f"Maria is away until {UNTIL_MONDAY}. I'm sorry.\nYou can wait, let")
    assert case_of(welcomed.practice).state is CaseState.WAITING


def test_kept_and_answered_all_is_well(welcomed: Cast) -> None:
    take(welcomed)
    away(welcomed.maria)
    welcomed.maria.taps("Keep it")
    answer(welcomed, "from the train")
    hear(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-07 09:00"))
    assert "You were away until now. Waiting for you: 1. /cases shows it." in welcomed.maria.hears()
    assert not any("is away" in text for text in welcomed.anna.hears())


def test_a_manager_who_says_it_of_another_learns_nothing_of_their_cases(
    welcomed: Cast,
) -> None:
    alert(welcomed, to=LINDQVIST)
    welcomed.lindqvist.taps("Open")
    welcomed.lindqvist.taps("I'll take it")
    hear(welcomed)
    welcomed.maria.types("/away")
    welcomed.maria.taps("Dr Lindqvist")
    welcomed.maria.taps("Until Monday")
    welcomed.maria.taps("Yes, that's right")
    assert welcomed.maria.hears()[-1] == f"Dr Lindqvist is away until {UNTIL_MONDAY}."
    welcomed.maria.sees_nothing_of("C-1001")
    heard = welcomed.lindqvist.hears()
    assert heard[0] == f"Maria Santos says that you are away until {UNTIL_MONDAY}."
    assert heard[1].startswith("C-1001 is yours, answer by Thursday 3 December")


@pytest.mark.parametrize("who", ["anna", "okafor", "lindqvist"])
def test_nobody_else_keeps_or_learns_of_a_case(welcomed: Cast, who: str) -> None:
    take(welcomed)
    someone: Someone = getattr(welcomed, who)
    someone.presses_data("1:away:keep:1")
    someone.sees_nothing_of("C-1001 stays")
    someone.sees_nothing_of("isn't yours")


def test_opened_again_while_who_had_it_is_away(welcomed: Cast) -> None:
    take(welcomed)
    welcomed.maria.taps("Close")
    welcomed.maria.taps("Practical matter, settled")
    welcomed.maria.taps("Close without a line")
    away(welcomed.maria)
    hear(welcomed)
    welcomed.anna.taps("Something isn't right")
    welcomed.anna.taps("Open it again")
    welcomed.anna.types("it happened again")
    assert welcomed.anna.last == (
        f"It's open again and goes to Maria (away until {UNTIL_MONDAY}). "
        "First look by Tuesday 8 December, 9:00 am."
    )
    assert welcomed.maria.hears() == []
    welcomed.practice.wait_until(melbourne("2026-12-07 09:00"))
    welcomed.maria.sees("Something for you. First look by Tuesday 8 December, 9:00 am.")


def test_a_solo_practice_s_one_person_may_be_away_too(welcomed: Cast) -> None:
    solo = welcomed.practice.add_staff("Dr Solo", Role.MANAGER, Role.PSYCHOLOGIST)
    someone = welcomed.practice.join(solo, "Dr Solo")
    away(someone)
    someone.types("/away")
    someone.sees(f"Dr Solo is away until {UNTIL_MONDAY}.")
