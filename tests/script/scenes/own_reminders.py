"""Reminders as a client wants them, the link once more, and words typed out of the blue."""

from bot.records.therapy_sessions import TherapySession
from tests.clock import melbourne
from tests.script.play import Play, Scene

LINK = "https://meet.example/abc"
AGAIN = "Link again 10 minutes before"


def _opens(play: Play) -> None:
    with play.offstage():
        for label in ("Settings", "Reminders and notes"):
            play.anna.taps(label)
    play.anna.taps("When reminders come")


def lead_times(play: Play) -> None:
    """How long before"""
    play.book("2026-12-08 11:00")
    _opens(play)
    play.anna.taps("Add 2 hours before")
    play.anna.taps("Write how long before")
    play.anna.types("the day I fly")
    play.anna.types("5 minutes before")
    play.anna.types("2 days and 3 hours before")
    play.anna.taps("As the practice has it")
    play.anna.taps("Write how long before")
    play.anna.taps("Leave it")


def none_left(play: Play) -> None:
    """None at all, and too many"""
    play.restart(reminder_lead_times="1d")
    play.book("2026-11-30 10:30")
    play.wait(minutes=4)
    _opens(play)
    play.anna.taps("Leave out 1 day before")
    with play.offstage():
        for lead in ("7 days", "3 days", "2 days", "2 hours"):
            play.anna.taps(f"Add {lead} before")
        play.anna.taps("Write how long before")
        play.anna.types("4 days before")
        play.anna.taps("Write how long before")
    play.anna.types("5 days before")


def nothing_comes(play: Play) -> None:
    """While nothing is booked, while messages are paused, and when they are stopped"""
    _opens(play)
    with play.offstage():
        play.book("2026-12-04 11:00")
        for label in ("Settings", "Pause", "7 days"):
            play.anna.taps(label)
    play.anna.presses_data("opens the page again", "1:reminders:show")
    with play.offstage():
        play.anna.types("STOP")
    play.anna.presses_data("opens it once more", "1:reminders:show")


def said_yes_to(play: Play) -> None:
    """Reminders also of what she said yes to"""
    with play.offstage():
        play.book("2026-12-08 11:00")
    _opens(play)
    play.anna.taps("Also times I said yes to")
    with play.offstage():
        play.anna.taps("My times")
        play.anna.taps("I'll be there")
        play.wait_until("2026-12-05 12:00")
    play.wait_until("2026-12-07 11:00")
    _opens(play)
    play.anna.taps("Skip times I said yes to")


def another_time_is_open(play: Play) -> None:
    """A reminder of a time that she would like to change"""
    play.book("2026-12-08 11:00")
    with play.offstage():
        for label in ("My times", "Another time", "Mornings"):
            play.anna.taps(label)
        play.wait_until("2026-12-07 10:59")
    play.wait(minutes=1)


def asked_and_cancelled(play: Play) -> None:
    """She asked for another time, and cancels before she hears of one"""
    play.book("2026-12-08 11:00")
    with play.offstage():
        for label in ("My times", "Another time", "Mornings"):
            play.anna.taps(label)
        play.wait(minutes=4)
        play.anna.taps("My times")
        play.anna.taps("I can't come")
    play.anna.taps("Cancel it")


def comes_late(play: Play) -> None:
    """A reminder after the program has been off, with words of the practice's own"""
    play.restart(reminder_words="1d: The door code is 1234.")
    play.book("2026-12-08 11:00")
    play.note("The program has been off for a week. Monday, 3:00 pm:")
    play.practice.hand.wait_until(melbourne("2026-12-07 15:00"))
    play.wait(seconds=1)


def link_again(play: Play) -> None:
    """The link once more"""
    play.book("2026-12-08 11:00", place=None, link=LINK)
    play.wait_until("2026-12-05 11:00")
    play.anna.taps(AGAIN)
    play.anna.taps(AGAIN, under="Tuesday 8 December")
    play.anna.taps("Don't send it")
    play.anna.taps("Don't send it", under="That's set already")
    play.anna.taps(AGAIN, under="All right")
    play.wait_until("2026-12-07 11:00")
    play.wait_until("2026-12-08 10:50")
    play.note("Five minutes after it began:")
    with play.offstage():
        play.wait_until("2026-12-08 11:05")
    play.anna.taps(AGAIN, under="Tuesday 8 December, 11:00 am.\nhttps")


def link_at_night(play: Play) -> None:
    """The link once more, late in the evening"""
    play.book("2026-11-30 21:30", place=None, link=LINK, is_known=False)
    play.wait(minutes=3)
    play.anna.taps("I'll be there")
    play.anna.taps(AGAIN)
    play.wait_until("2026-11-30 21:20")


def no_link(play: Play) -> None:
    """The link once more, where there is none, or none any more, or others see the telephone"""
    session_id = play.book("2026-12-08 11:00", place=None, link=LINK)
    other_id = play.book("2026-12-09 11:00")
    with play.offstage():
        play.anna.presses_data("asks for the link", f"1:session_links:want:{session_id}")
    play.anna.presses_data("taps a made-up button", f"1:session_links:want:{other_id}")
    with play.practice.database.transaction() as db:
        row = db.get(TherapySession, session_id)
        assert row is not None
        row.link = None
    with play.offstage():
        play.wait_until("2026-12-08 10:00")
    play.note("The office has taken the link away.")
    play.wait_until("2026-12-08 10:50")
    with play.offstage():
        for label in ("Settings", "Telephone and calls", "Others can see it"):
            play.anna.taps(label)
        play.anna.taps("Yes, others can see it")
    play.anna.presses_data("taps an old button", f"1:session_links:want:{other_id}")


def out_of_the_blue(play: Play) -> None:
    """She types an answer that nothing was waiting for"""
    play.book("2026-12-08 11:00")
    play.anna.types("sorry, can't make it today")
    play.book("2026-12-15 11:00")
    play.anna.types("can we move my appointment?")
    play.anna.types("2")


def running_late(play: Play) -> None:
    """She is late, and it is soon"""
    play.book("2026-11-30 11:00")
    with play.offstage():
        play.wait_until("2026-11-30 10:50")
    play.anna.types("running 10 minutes late")


def late_and_not_reached(play: Play) -> None:
    """She is late, and it doesn't reach Dr Okafor"""
    play.book("2026-11-30 11:00")
    with play.offstage():
        play.wait_until("2026-11-30 10:50")
        play.okafor.does("deletes the account", play.okafor.person.deletes_account)
    play.anna.types("stuck in traffic, there in 10")


SCENE = Scene(
    "Reminders as she wants them",
    (
        lead_times,
        none_left,
        nothing_comes,
        said_yes_to,
        another_time_is_open,
        asked_and_cancelled,
        comes_late,
    ),
)
LINKS = Scene("The link once more", (link_again, link_at_night, no_link))
TYPED = Scene(
    "Answers out of the blue, and being late",
    (out_of_the_blue, running_late, late_and_not_reached),
)
