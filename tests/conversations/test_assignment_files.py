"""A picture or file that goes with homework: from the psychologist's chat to the client's."""

from datetime import timedelta

import pytest

from bot.records.homework import HomeworkState
from bot.records.people import Role
from bot.rules.homework import LARGEST_FILE
from bot.simulator.bubbles import Bubble, StoredFile
from tests.clock import melbourne
from tests.conversations.assigned import REMINDER, SESSION, TASK, WHY, homework_of, only
from tests.practice import Cast, Someone

TWO_DAYS = "2 days before you meet: Sunday 6 December, 7:00 pm"
REMINDED_AT = melbourne("2026-12-06 19:00")
ITS_NAME = "Others may read the file's name: choose one that says nothing."
GOES_WITH_IT = "This goes with your note."


@pytest.fixture
def booked(welcomed: Cast) -> Cast:
    welcomed.practice.book(welcomed.anna_row, SESSION)
    welcomed.okafor.taps("Set homework")
    welcomed.okafor.taps("Anna B.")
    return welcomed


def sends(someone: Someone, name: str = "", caption: str = "") -> None:
    """A document of this name, or a photo."""
    if name:
        someone.account.sends_document(b"%PDF", name, caption)
    else:
        someone.account.sends_photo(caption=caption)
    someone.practice.settle()


def files_on(someone: Someone) -> list[tuple[str, StoredFile]]:
    """What the bot sent: the words under it, and the file."""
    shown: list[Bubble] = [each for each in someone.account.screen if each.by_bot and each.media]
    return [
        (each.text, each.media.file) for each in shown if each.media and each.media.file is not None
    ]


def sets_rest(okafor: Someone) -> None:
    okafor.types(WHY)
    okafor.taps(TWO_DAYS)
    okafor.taps("Set it")


def test_the_file_comes_right_before_the_words(booked: Cast) -> None:
    okafor, anna = booked.okafor, booked.anna
    okafor.types(TASK)
    okafor.types(WHY)
    sends(okafor, "worksheet.pdf")
    okafor.sees(f"It goes with it. {ITS_NAME}")
    assert "Without the file" in okafor.labels
    okafor.taps(TWO_DAYS)
    assert [(words, file.name) for words, file in files_on(okafor)] == [
        ("This goes with it.", "worksheet.pdf")
    ]
    okafor.sees("The picture or file above goes with it.")
    okafor.taps("Set it")
    booked.practice.wait_until(REMINDED_AT - timedelta(hours=1))
    anna.hears()
    booked.practice.wait_until(REMINDED_AT)
    assert anna.hears() == [GOES_WITH_IT, REMINDER]
    assert [file.name for _words, file in files_on(anna)] == ["worksheet.pdf"]
    booked.practice.wait_until(melbourne("2026-12-07 08:00"))
    assert files_on(booked.ben) == files_on(booked.maria) == []


def test_words_under_a_picture_are_the_task(booked: Cast) -> None:
    sends(booked.okafor, caption=TASK)
    assert booked.okafor.last == "Why? Anna reads this too."
    sets_rest(booked.okafor)
    assert (only(booked).task, only(booked).state) == (TASK, HomeworkState.OPEN)
    assert only(booked).file is not None


def test_a_picture_without_words_waits_for_the_task(booked: Cast) -> None:
    sends(booked.okafor)
    booked.okafor.sees("It goes with it.\n\nWhat is the task?")
    booked.okafor.types("\u200b")
    booked.okafor.sees("Something in that can't go into a message.")
    booked.okafor.types(TASK)
    sets_rest(booked.okafor)
    booked.practice.wait_until(REMINDED_AT)
    assert len(files_on(booked.anna)) == 1
    media = booked.anna.sees(GOES_WITH_IT).media
    assert media is not None and media.covered, "a locked telephone shows no picture"


def test_it_can_be_sent_when_why_is_asked(booked: Cast) -> None:
    booked.okafor.types(TASK)
    sends(booked.okafor)
    booked.okafor.sees("Why? Anna reads this too.")
    sends(booked.okafor, "first.pdf")
    booked.okafor.sees(f"This one goes with it, in place of the one before. {ITS_NAME}")
    sends(booked.okafor, "second.pdf", WHY)
    booked.okafor.taps(TWO_DAYS)
    assert [file.name for _words, file in files_on(booked.okafor)] == ["second.pdf"]
    assert only(booked).why == WHY


def test_words_under_it_are_not_lost_silently_when_a_day_is_asked(booked: Cast) -> None:
    booked.okafor.types(TASK)
    booked.okafor.taps("Skip")
    sends(booked.okafor, caption="look at the second page")
    booked.okafor.sees("It goes with it. The words under it don't.")


def test_without_the_file_after_all(booked: Cast) -> None:
    sends(booked.okafor, caption=TASK)
    booked.okafor.types(WHY)
    booked.okafor.taps("Without the file")
    booked.okafor.sees("Without it, then.")
    booked.okafor.taps(TWO_DAYS)
    booked.okafor.taps("Set it")
    booked.practice.wait_until(REMINDED_AT)
    assert files_on(booked.okafor) == files_on(booked.anna) == []


def test_change_it_keeps_the_file(booked: Cast) -> None:
    sends(booked.okafor, caption="a mistake")
    booked.okafor.types(WHY)
    booked.okafor.taps(TWO_DAYS)
    booked.okafor.taps("Change it")
    booked.okafor.types(TASK)
    sets_rest(booked.okafor)
    booked.practice.wait_until(REMINDED_AT)
    assert len(files_on(booked.anna)) == 1


@pytest.mark.parametrize("step", ["task", "why", "time"])
def test_what_cannot_go_along_gets_a_sentence_and_loses_nothing(booked: Cast, step: str) -> None:
    if step != "task":
        booked.okafor.types(TASK)
    if step == "time":
        booked.okafor.types(WHY)
    sends(booked.okafor, "Setup.EXE")
    booked.okafor.sees("That file is a program, so I didn't keep it.")
    booked.okafor.account.sends_document(b"x" * (LARGEST_FILE + 1), "film.pdf")
    booked.practice.settle()
    booked.okafor.sees("That file is larger than 20 MB, so I didn't keep it.")
    if step == "task":
        booked.okafor.types(TASK)
    if step != "time":
        booked.okafor.types(WHY)
    booked.okafor.taps(TWO_DAYS)
    booked.okafor.taps("Set it")
    assert (only(booked).task, only(booked).why, only(booked).file) == (TASK, WHY, None)


def test_taken_back_it_never_comes(booked: Cast) -> None:
    sends(booked.okafor, caption=TASK)
    sets_rest(booked.okafor)
    booked.okafor.taps("Take it back")
    booked.practice.wait_until(melbourne("2026-12-09 12:00"))
    booked.anna.types("/homework")
    assert files_on(booked.anna) == []


def test_it_stands_above_the_words_when_homework_is_opened(booked: Cast) -> None:
    sends(booked.okafor, caption=TASK)
    sets_rest(booked.okafor)
    booked.practice.wait(minutes=3)
    booked.anna.hears()
    booked.anna.types("/homework")
    said = booked.anna.hears()
    assert said[0] == GOES_WITH_IT
    assert TASK in said[1]


def test_the_words_come_even_if_telegram_refuses_the_file(booked: Cast) -> None:
    sends(booked.okafor, caption=TASK)
    sets_rest(booked.okafor)
    with booked.practice.database.transaction() as db:
        row = db.merge(only(booked))
        row.file = {"kind": "document", "id": "gone"}
    booked.practice.wait_until(REMINDED_AT - timedelta(hours=1))
    booked.anna.hears()
    booked.practice.wait_until(REMINDED_AT)
    assert booked.anna.hears() == [REMINDER]


def test_a_file_that_nothing_waits_for_is_told_the_way(welcomed: Cast) -> None:
    sends(welcomed.okafor, "worksheet.pdf")
    assert welcomed.okafor.last == (
        "I've kept nothing of that file. To have it go with homework, tap «Set homework» first, "
        "and send it when I ask for the task."
    )
    sends(welcomed.anna)
    welcomed.anna.sees("I can only read words, so I can't take that.")


@pytest.mark.parametrize("tap", ["no_file:{}", "skip_why:{}"])
@pytest.mark.parametrize("who", ["anna", "ben", "maria", "adler"])
def test_nobody_else_touches_the_file(booked: Cast, tap: str, who: str) -> None:
    staff = booked.practice.add_staff("Dr Adler", Role.PSYCHOLOGIST)
    someone = booked.practice.join(staff, "x") if who == "adler" else getattr(booked, who)
    sends(booked.okafor, caption=TASK)
    someone.hears()
    someone.presses_data(f"1:assignments:{tap.format(only(booked).id)}")
    assert len(someone.hears()) == 1
    assert files_on(someone) == []
    assert homework_of(booked)[0].file is not None
