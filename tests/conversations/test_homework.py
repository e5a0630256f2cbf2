"""Homework on the client's side: what is answered, and what follows from it."""

from collections.abc import Callable

import pytest

from bot.records.homework import Homework, HomeworkState
from bot.rules.homework import Rhythm
from tests.clock import melbourne
from tests.conftest import Opener
from tests.conversations.assigned import (
    ASKED_ONCE,
    REMINDER,
    SESSION,
    TASK,
    WEDNESDAY,
    assign,
    only,
    remind,
)
from tests.practice import Cast

ANSWERS = ["Done", "Partly", "Still struggling", "Not yet"]


@pytest.fixture
def asked(welcomed: Cast) -> Cast:
    """Anna has just been reminded of what Dr Okafor set; they meet on Tuesday."""
    return remind(welcomed)


def test_still_struggling_word_by_word(database_url: str, open_practice: Opener) -> None:
    """Transcript 3, from the reminder to what Dr Okafor reads."""
    cast = Cast(open_practice(database_url))
    cast.welcome()
    anna, practice = cast.anna, cast.practice
    practice.book(cast.anna_row, SESSION)
    assign(practice, cast.anna_row, WEDNESDAY)

    practice.wait_until(WEDNESDAY)
    assert anna.hears() == [REMINDER]
    assert anna.labels == ANSWERS
    anna.taps("Still struggling")
    assert anna.hears() == [
        "Thanks for saying so. That's useful to know. "
        "What gets in the way? Only you see this for now."
    ]
    assert anna.labels == [
        "No time", "I forget", "Too hard", "Not sure how", "Doesn't feel right", "Something else",
    ]  # fmt: skip
    anna.taps("Too hard")
    assert anna.hears() == ["What would you like to do?"]
    assert anna.labels == [
        "Do a smaller part",
        "Leave it until we meet",
        "Ask Dr Okafor about it",
    ]
    anna.taps("Do a smaller part")
    assert anna.hears() == ["Which part could you do? Write it in your own words."]
    anna.types("just write the worry down nothing else")
    assert anna.hears() == [
        "I'll ask about that instead, tomorrow at 7:00 pm: "
        "«just write the worry down nothing else».\n\n"
        "Shall Dr Okafor know? Dr Okafor would see the task, «too hard», and your smaller part. "
        "Nothing more."
    ]
    assert anna.labels == ["Yes, before we meet", "No, keep it to me"]
    anna.taps("Yes, before we meet")
    assert anna.hears() == [
        "Dr Okafor sees it on Tuesday morning. Until then you can take it back."
    ]
    assert anna.labels == ["Take it back"]

    assert_asked_twice_more_and_then_read(cast)
    assert practice.telegram.violations == []


def assert_asked_twice_more_and_then_read(cast: Cast) -> None:
    """On Thursday, on Saturday, and never again; on Tuesday morning Dr Okafor sees it."""
    anna, okafor, practice = cast.anna, cast.okafor, cast.practice
    own = (
        "Your note for this evening.\n\n«just write the worry down nothing else»\n"
        "You chose this smaller part."
    )
    practice.wait_until(melbourne("2026-12-03 19:00"))
    assert anna.hears() == [own]
    practice.wait_until(melbourne("2026-12-05 19:00"))
    assert own in anna.hears()  # beside the reminder of the session
    practice.wait_until(melbourne("2026-12-08 08:59"))
    assert own not in anna.hears()
    assert okafor.hears() == []
    practice.wait_until(melbourne("2026-12-08 09:00"))
    assert okafor.hears() == ["Something to read before a meeting."]
    okafor.taps("Open")
    assert okafor.hears() == [
        f"Anna Brown shows you this before you meet, and nothing more.\nThe task: «{TASK}»\n"
        "What gets in the way: too hard\n"
        "Their smaller part: «just write the worry down nothing else»"
    ]


# --- the answers


@pytest.mark.parametrize(
    ("typed", "state"),
    [
        ("done", HomeworkState.DONE),
        ("Done.", HomeworkState.DONE),
        ("1", HomeworkState.DONE),
        ("partly", HomeworkState.PARTLY),
        ("still struggling", HomeworkState.STRUGGLING),
        ("not yet", HomeworkState.NOT_YET),
    ],
)
def test_an_answer_can_be_typed(asked: Cast, typed: str, state: HomeworkState) -> None:
    asked.anna.types(typed)
    assert only(asked).state is state


@pytest.mark.parametrize(("label", "word"), [("Done", "done"), ("Partly", "partly")])
def test_done_is_thanked_for_and_who_sees_it_is_asked_then(
    asked: Cast, label: str, word: str
) -> None:
    asked.anna.taps(label)
    assert asked.anna.last == (
        "Thank you for telling me.\n\n"
        f"Shall Dr Okafor see that? Dr Okafor would see the task and «{word}». Nothing more.\n\n"
        + ASKED_ONCE
    )
    asked.practice.wait_until(SESSION)
    assert asked.okafor.hears() == []


def test_not_yet_is_asked_once_more_and_then_never(asked: Cast) -> None:
    reminder = asked.anna.sees("Your note for this evening.")
    asked.anna.taps("Not yet")
    asked.anna.taps("Not yet", bubble=reminder)
    assert asked.anna.hears()[-2:] == 2 * [
        "That's all right. When shall I ask again? If you choose nothing, I'll ask once more, "
        "tomorrow at 7:00 pm, and then it waits until you meet."
    ]
    asked.practice.wait_until(melbourne("2026-12-03 19:00"))
    assert asked.anna.hears() == [REMINDER]
    asked.anna.taps("Not yet")
    assert asked.anna.hears() == ["That's all right. I won't ask again, unless you choose when."]
    asked.practice.wait_until(melbourne("2026-12-12 19:00"))
    assert [each for each in asked.anna.hears() if each.startswith("Your note")] == []


def test_the_day_that_is_promised_keeps_the_measure_and_is_kept(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, SESSION)
    for day in ("2026-11-30", "2026-12-01", "2026-12-02"):
        assign(welcomed.practice, welcomed.anna_row, melbourne(f"{day} 19:00"), task=day)
    welcomed.practice.wait_until(WEDNESDAY)
    welcomed.anna.taps("Not yet", bubble=welcomed.anna.sees("«2026-12-02»"))
    welcomed.anna.sees("I'll ask once more, on Monday 7 December at 7:00 pm, and then it waits")
    welcomed.anna.hears()
    welcomed.practice.wait_until(melbourne("2026-12-07 18:59"))
    assert [each for each in welcomed.anna.hears() if each.startswith("Your note")] == []
    welcomed.practice.wait_until(melbourne("2026-12-07 19:00"))
    assert "«2026-12-02»" in welcomed.anna.hears()[-1]


def test_not_yet_on_the_last_evening_promises_nothing(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, SESSION)
    assign(welcomed.practice, welcomed.anna_row, melbourne("2026-12-07 19:00"))
    welcomed.practice.wait_until(melbourne("2026-12-07 19:00"))
    welcomed.anna.taps("Not yet", bubble=welcomed.anna.sees("Your note for this evening."))
    assert welcomed.anna.last == "That's all right. I won't ask again."


def test_a_reminder_without_an_answer_is_not_repeated(asked: Cast) -> None:
    asked.anna.hears()
    asked.practice.wait_until(melbourne("2026-12-12 19:00"))
    assert [each for each in asked.anna.hears() if each.startswith("Your note")] == []


def test_one_that_could_not_go_yet_does_not_come_once_it_is_stopped(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, SESSION)
    row_id = assign(welcomed.practice, welcomed.anna_row, WEDNESDAY)
    welcomed.practice.telegram.faults.fail(
        "server_error", method="sendMessage", chat_id=welcomed.anna.account.id
    )
    welcomed.practice.wait_until(WEDNESDAY)
    welcomed.anna.presses_data(f"1:homework:stop:{row_id}")
    welcomed.practice.wait(minutes=10)
    [text] = welcomed.anna.hears()
    assert text.startswith("Stopped.")


def test_a_double_tap_gives_one_result(asked: Cast) -> None:
    reminder = asked.anna.sees("Your note for this evening.")
    asked.anna.taps("Done")
    before = only(asked)
    asked.practice.wait(minutes=1)
    asked.anna.taps("Done", bubble=reminder)
    assert (only(asked).answered_at, only(asked).revision) == (
        before.answered_at,
        before.revision,
    )


@pytest.mark.parametrize("label", ANSWERS)
def test_a_button_of_any_age_answers(asked: Cast, label: str) -> None:
    reminder = asked.anna.sees("Your note for this evening.")
    asked.practice.wait_until(melbourne("2027-03-01 12:00"))
    asked.anna.hears()
    asked.anna.taps(label, bubble=reminder)
    assert len(asked.anna.hears()) == 1


def test_a_smaller_part_without_time_for_it_is_kept_and_not_asked_about(welcomed: Cast) -> None:
    welcomed.practice.book(welcomed.anna_row, SESSION)
    assign(welcomed.practice, welcomed.anna_row, melbourne("2026-12-07 19:00"))
    welcomed.practice.wait_until(melbourne("2026-12-07 19:00"))
    welcomed.anna.taps("Still struggling", bubble=welcomed.anna.sees("Your note for this"))
    welcomed.anna.taps("No time")
    welcomed.anna.taps("Do a smaller part")
    welcomed.anna.types("half of it")
    welcomed.anna.sees("Good, that instead: «half of it». I won't ask about it before you meet.")


def test_an_old_button_leaves_the_promised_question_standing(asked: Cast) -> None:
    reminder = asked.anna.sees("Your note for this evening.")
    for label in ("Still struggling", "Too hard", "Do a smaller part"):
        asked.anna.taps(label)
    asked.anna.types("half of it")
    asked.anna.taps("Still struggling", bubble=reminder)
    asked.practice.wait_until(melbourne("2026-12-03 19:00"))
    asked.anna.sees("You chose this smaller part.")


def test_danger_in_a_smaller_part_is_answered_first(asked: Cast) -> None:
    for label in ("Still struggling", "Too hard", "Do a smaller part"):
        asked.anna.taps(label)
    asked.anna.types("I want to die")
    asked.anna.sees("Please call 000 now")
    assert only(asked).smaller_part is None


def test_doesnt_feel_right_need_not_be_done(asked: Cast) -> None:
    with asked.practice.database.transaction() as db:
        db.get_one(Homework, only(asked).id).rhythm = Rhythm.DAILY
    asked.anna.taps("Still struggling")
    asked.anna.taps("Doesn't feel right")
    assert asked.anna.last == "You don't have to do it. Would you like somebody to know?"
    assert asked.anna.labels == ["Tell Dr Okafor", "Tell somebody else", "Just leave it"]
    assert only(asked).remind_at is None, "nothing more is asked, whatever is tapped now"
    asked.anna.taps("Just leave it")
    asked.anna.sees("You can leave it. I won't ask again, and I pass nothing on.")
    assert only(asked).remind_at is None


def test_tell_somebody_else_leads_to_who_can_hear_it(asked: Cast) -> None:
    asked.anna.taps("Still struggling")
    asked.anna.taps("Doesn't feel right")
    asked.anna.taps("Tell somebody else")
    asked.anna.sees("You're allowed to say this.")
    for label in ("Maria Santos, practice manager", "I can't be open", "That's all"):
        asked.anna.taps(label)
    asked.anna.sees("about Dr Okafor\n«I can't be open»\n\nIf Maria is away")  # and no homework


# --- whose it is


@pytest.mark.parametrize(
    "tap",
    ["homework:done", "homework:partly", "homework:not_yet", "homework:stop", "struggle:begin",
     "struggle:what_now", "struggle:smaller", "struggle:leave", "struggle:just_leave",
     "struggle:tell_else", "homework_sharing:keep", "homework_sharing:tell",
     "homework_sharing:ask"],
)  # fmt: skip
@pytest.mark.parametrize("who", ["ben", "okafor", "maria"])
def test_nobody_else_can_answer_or_find_it(asked: Cast, tap: str, who: str) -> None:
    presses: Callable[[str], None] = getattr(asked, who).presses_data
    said = []
    for row_id in (only(asked).id, 999_999):
        presses(f"1:{tap}:{row_id}")
        said.append(getattr(asked, who).hears())
    assert said[0] == said[1] == ["I can't find that note any more. /homework shows what is open."]
    assert only(asked).state is HomeworkState.OPEN


def test_staff_who_set_no_homework_are_told_so(welcomed: Cast) -> None:
    welcomed.maria.types("/homework")
    welcomed.maria.sees("Only psychologists set homework here.")
