"""What a psychologist sees of homework: what was named, when it was said, until it is taken back."""

import pytest
from sqlmodel import select

from bot.records.audit import AuditEntry
from bot.records.people import Role
from tests.clock import melbourne
from tests.conftest import Opener
from tests.conversations.assigned import (
    SESSION,
    TASK,
    WEDNESDAY,
    assign,
    homework_of,
    notes_of,
    only,
    remind,
)  # fmt: skip
from tests.practice import Cast

BARE = "Something to read before a meeting."
MORNING = melbourne("2026-12-08 09:00")
SAID_DONE = (
    f"Anna Brown shows you this before you meet, and nothing more.\nThe task: «{TASK}»\n"
    "Their answer: done"
)


@pytest.fixture
def asked(welcomed: Cast) -> Cast:
    """Anna has just been reminded of what Dr Okafor set; they meet on Tuesday."""
    return remind(welcomed)


def shows(cast: Cast) -> None:
    """Anna says that it is done, and shows that."""
    cast.anna.taps("Done", bubble=cast.anna.sees("Your note for this evening."))
    cast.anna.taps("Yes, before we meet")


def test_done_is_seen_on_the_morning_of_the_day_on_which_they_meet(asked: Cast) -> None:
    shows(asked)
    assert asked.anna.last == (
        "Dr Okafor sees it on Tuesday morning. Until then you can take it back."
    )
    asked.practice.wait_until(melbourne("2026-12-08 08:59"))
    assert asked.okafor.hears() == []
    asked.practice.wait_until(MORNING)
    bare = asked.okafor.sees(BARE)
    assert "Anna" not in bare.text
    asked.okafor.taps("Open")
    assert asked.okafor.last == SAID_DONE
    assert asked.maria.hears() == asked.ben.hears() == []


def test_what_is_opened_is_protected_goes_again_and_is_audited(asked: Cast) -> None:
    shows(asked)
    asked.practice.wait_until(MORNING)
    asked.okafor.taps("Open")
    assert asked.okafor.sees("Their answer: done").protected
    with asked.practice.look() as db:
        looks = db.exec(select(AuditEntry).where(AuditEntry.action == "look")).all()
    assert [(each.person_id, each.subject) for each in looks] == [
        (asked.okafor_row.id, "homework_note")
    ]
    asked.practice.wait(minutes=11)
    asked.okafor.sees_nothing_of("Their answer: done")


def test_without_a_session_it_is_seen_at_the_next_opening(welcomed: Cast) -> None:
    assign(welcomed.practice, welcomed.anna_row, WEDNESDAY)
    welcomed.practice.wait_until(WEDNESDAY)
    shows(welcomed)
    welcomed.anna.sees("Dr Okafor sees it on Thursday morning.")
    welcomed.practice.wait_until(melbourne("2026-12-03 09:00"))
    assert welcomed.okafor.hears() == [BARE]


def test_on_the_day_itself_it_goes_after_three_minutes(asked: Cast) -> None:
    asked.practice.wait_until(melbourne("2026-12-08 09:30"))
    shows(asked)
    asked.anna.sees("Dr Okafor gets it in 3 minutes. Until then you can take it back.")
    asked.practice.wait(minutes=2)
    assert asked.okafor.hears() == []
    asked.practice.wait(minutes=1)
    assert asked.okafor.hears() == [BARE]


def test_yes_tapped_twice_is_one_message(asked: Cast) -> None:
    shows(asked)
    asked.anna.taps("Yes, before we meet", bubble=asked.anna.sees("Shall Dr Okafor see that?"))
    asked.practice.wait_until(SESSION)
    assert asked.okafor.hears() == [BARE]


def test_taken_back_in_time_dr_okafor_hears_nothing(asked: Cast) -> None:
    shows(asked)
    asked.anna.taps("Take it back")
    assert asked.anna.last == "Taken back. Dr Okafor doesn't hear of it."
    asked.practice.wait_until(SESSION)
    assert asked.okafor.hears() == []


def test_taken_back_before_it_was_opened_it_is_not_read(asked: Cast) -> None:
    shows(asked)
    asked.practice.wait_until(MORNING)
    asked.anna.taps("Take it back", bubble=asked.anna.sees("Dr Okafor sees it on Tuesday"))
    asked.anna.sees("Taken back. Dr Okafor can see that there was something, but not what.")
    asked.okafor.taps("Open")
    assert asked.okafor.last == "That was taken back before you read it."


def test_what_was_read_can_not_be_taken_back_and_that_is_said(asked: Cast) -> None:
    shows(asked)
    asked.practice.wait_until(MORNING)
    asked.okafor.taps("Open")
    sees = asked.anna.sees("Dr Okafor sees it on Tuesday")
    asked.anna.taps("Take it back", bubble=sees)
    asked.anna.sees("Dr Okafor has read it by now, so I can't take it back.")


def test_a_changed_answer_takes_the_old_one_back_and_is_asked_about_anew(asked: Cast) -> None:
    shows(asked)
    asked.anna.taps("Partly", bubble=asked.anna.sees("Your note for this evening."))
    asked.anna.sees("Dr Okafor would see the task and «partly».")
    asked.practice.wait_until(SESSION)
    assert asked.okafor.hears() == []


def test_an_old_yes_shows_nothing_that_it_did_not_name(asked: Cast) -> None:
    reminder = asked.anna.sees("Your note for this evening.")
    asked.anna.taps("Done")
    question = asked.anna.sees("«done». Nothing more.")
    asked.anna.taps("Partly", bubble=reminder)
    asked.anna.taps("Yes, before we meet", bubble=question)
    asked.anna.sees("That has changed since then, so I passed nothing on.")
    assert notes_of(asked) == []


def test_no_keeps_it_and_is_not_asked_again(asked: Cast) -> None:
    reminder = asked.anna.sees("Your note for this evening.")
    asked.anna.taps("Partly")
    asked.anna.types("no")
    assert asked.anna.last == "All right. I won't pass any of it on."
    asked.anna.taps("Done", bubble=reminder)
    assert asked.anna.last == "Thank you for telling me. Only you see it."


def test_no_after_yes_takes_it_back(asked: Cast) -> None:
    shows(asked)
    asked.anna.taps("No, keep it to me", bubble=asked.anna.sees("Shall Dr Okafor see that?"))
    asked.practice.wait_until(SESSION)
    assert asked.okafor.hears() == []


def test_done_after_a_smaller_part_says_so(asked: Cast) -> None:
    for label in ("Still struggling", "Too hard", "Do a smaller part"):
        asked.anna.taps(label)
    asked.anna.types("half of it")
    asked.practice.wait_until(melbourne("2026-12-03 19:00"))
    asked.anna.taps("Done", bubble=asked.anna.sees("You chose this smaller part."))
    asked.anna.sees("Dr Okafor would see the task, your smaller part, and «done». Nothing more.")


def test_doesnt_feel_right_passes_on_that_and_the_task(asked: Cast) -> None:
    for label in ("Still struggling", "Doesn't feel right", "Tell Dr Okafor"):
        asked.anna.taps(label)
    assert asked.anna.last == (
        "I pass on the task and «doesn't feel right». Nothing more.\n\n"
        "Dr Okafor sees it on Tuesday morning. Until then you can take it back."
    )
    asked.practice.wait_until(MORNING)
    asked.okafor.taps("Open")
    assert asked.okafor.last.splitlines()[1:] == [
        f"The task: «{TASK}»",
        "What gets in the way: doesn't feel right",
    ]


def test_own_words_about_what_gets_in_the_way_are_shown_as_written(asked: Cast) -> None:
    for label in ("Still struggling", "Something else"):
        asked.anna.taps(label)
    asked.anna.types("my <mother> {reads} it")
    asked.anna.taps("Leave it until we meet")
    asked.anna.taps("Yes, before we meet")
    asked.practice.wait_until(MORNING)
    asked.okafor.taps("Open")
    asked.okafor.sees("What gets in the way: «my <mother> {reads} it»")


# --- who can't, and who mustn't


def test_a_psychologist_who_is_not_here_is_not_promised(
    sqlite_url: str, open_practice: Opener
) -> None:
    practice = open_practice(sqlite_url)
    okafor = practice.add_staff("Dr Okafor", Role.PSYCHOLOGIST)
    client = practice.add_client("Anna Brown", okafor)
    anna = practice.join(client, "Anna")
    for label in ("Yes, it's just me", "Just reminders"):
        anna.taps(label)
    assign(practice, client, WEDNESDAY)
    practice.wait_until(WEDNESDAY)
    anna.taps("Done", bubble=anna.sees("Your note for this evening."))
    anna.taps("Yes, before we meet")
    anna.sees("I can't reach Dr Okafor here, so I passed nothing on. You can say it when you meet.")


def test_nobody_reads_before_the_time_that_was_said(asked: Cast) -> None:
    shows(asked)
    (note,) = notes_of(asked)
    asked.okafor.presses_data(f"1:homework_notes:look:{note.id}")
    assert asked.okafor.hears() == ["I can't find that any more."]
    assert notes_of(asked)[0].opened_at is None


def test_another_psychologist_the_office_and_ben_learn_nothing(asked: Cast) -> None:
    adler_row = asked.practice.add_staff("Dr Adler", Role.PSYCHOLOGIST)
    adler = asked.practice.join(adler_row, "Dr Adler")
    shows(asked)
    asked.practice.wait_until(MORNING)
    (note,) = notes_of(asked)
    adler.hears()
    for tap in ("look", "write"):
        for row_id in (note.id, 999_999):
            adler.presses_data(f"1:homework_notes:{tap}:{row_id}")
    assert len(set(adler.hears())) == 2  # one answer for each tap, there or not
    for someone in (asked.maria, asked.lindqvist, asked.ben):
        someone.presses_data(f"1:homework_notes:look:{note.id}")
        someone.presses_data(f"1:homework_sharing:take_back:{note.id}")
        someone.sees_nothing_of(TASK)
    assert (notes_of(asked)[0].opened_at, notes_of(asked)[0].taken_back_at) == (None, None)


def test_a_new_psychologist_gets_what_is_shown_from_then_on(asked: Cast) -> None:
    adler_row = asked.practice.add_staff("Dr Adler", Role.PSYCHOLOGIST)
    asked.practice.join(adler_row, "Dr Adler")
    with asked.practice.database.transaction() as db:
        client = db.merge(asked.anna_row)
        db.refresh(client)
        client.psychologist_id = adler_row.id
    asked.anna.taps("Done", bubble=asked.anna.sees("Your note for this evening."))
    asked.anna.sees("Shall Dr Adler see that? Dr Adler would see the task and «done».")
    asked.anna.taps("Yes, before we meet")
    asked.practice.wait_until(SESSION)
    assert asked.okafor.hears() == []
    assert [each.psychologist_id for each in notes_of(asked)] == [adler_row.id]


@pytest.mark.parametrize("data", ["show:{}:answer:0", "show:{}:struggle:0", "show:{}:question:0",
                                  "show:{}:x:0", "tell:{}"])  # fmt: skip
def test_made_up_buttons_show_nothing(asked: Cast, data: str) -> None:
    asked.anna.presses_data(f"1:homework_sharing:{data.format(only(asked).id)}")
    assert notes_of(asked) == []
    assert len(homework_of(asked)) == 1


def test_a_long_task_is_short_in_what_is_shown_and_can_be_read_whole(welcomed: Cast) -> None:
    task = "Notice it, and write it down. " * 40
    welcomed.practice.book(welcomed.anna_row, SESSION)
    assign(welcomed.practice, welcomed.anna_row, WEDNESDAY, task=task.strip())
    welcomed.practice.wait_until(WEDNESDAY)
    shows(welcomed)
    welcomed.practice.wait_until(MORNING)
    note_id = notes_of(welcomed)[0].id
    welcomed.okafor.presses_data(f"1:homework_notes:whole:{note_id}")
    assert welcomed.okafor.last == "I can't find that any more."
    welcomed.okafor.taps("Open", bubble=welcomed.okafor.sees(BARE))
    assert "…»\nTheir answer: done" in welcomed.okafor.last
    welcomed.okafor.taps("Read the whole task")
    assert welcomed.okafor.sees(task.strip()).protected
    for someone in (welcomed.maria, welcomed.ben):
        someone.presses_data(f"1:homework_notes:whole:{note_id}")
        someone.sees_nothing_of("Notice it")
