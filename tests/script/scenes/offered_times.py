"""Times to choose from: offered, chosen, declined, taken meanwhile, and lapsed."""

from bot.records.people import Role
from tests.conversations.requesting import minute_of
from tests.script.play import Play, Scene


def two_times(play: Play) -> None:
    """The office offers two times"""
    _asks(play, "thursday after 3")
    _offers(play, "3:30 pm", "4:00 pm")
    play.anna.types("4 pm")
    play.anna.taps("3:30 pm", under="Two times")


def on_several_days(play: Play) -> None:
    """Times on several days; none suits her"""
    _asks(play, "whenever it suits")
    with play.offstage():
        play.maria.taps("Find a time")
        play.maria.taps("Other times")
        play.maria.types("today 4, tomorrow 9.30 and 12.30")
    play.maria.taps("Send")
    play.anna.taps("None of these")
    play.wait(minutes=4)
    play.anna.types("friday 2pm")
    play.wait(minutes=3)
    with play.offstage():
        play.maria.taps("Find a time")
    play.maria.taps("Accept")


def after_a_cancellation(play: Play) -> None:
    """She had cancelled, and none of the times suits her"""
    with play.offstage():
        _cancels(play)
        play.anna.taps("Yes, find one")
        play.anna.types("thursday after 3")
        play.wait(minutes=3)
    _offers(play, "3:30 pm")
    play.anna.taps("Not this one")


def today(play: Play) -> None:
    """A time on the same day"""
    with play.offstage():
        _cancels(play)
        play.anna.taps("Yes, find one")
        play.anna.types("tomorrow 4pm")
        play.wait_until("2026-12-01 12:00")
        play.maria.taps("Find a time")
    play.maria.taps("Accept")


def on_the_day(play: Play) -> None:
    """A reminder on the day is all that is left"""
    with play.offstage():
        play.restart(reminder_lead_times="3h")
        _cancels(play)
        play.anna.taps("Yes, find one")
        play.anna.types("tomorrow 4pm")
        play.wait(minutes=3)
    _offers(play, "4:00 pm")
    play.anna.taps("4:00 pm")


def days_before(play: Play) -> None:
    """Reminders come three days before and no later"""
    with play.offstage():
        play.restart(reminder_lead_times="3d")
        _cancels(play)
        play.anna.taps("Yes, find one")
        play.anna.types("monday 4pm")
        play.wait(minutes=3)
    _offers(play, "4:00 pm")
    play.anna.taps("4:00 pm")


def not_possible(play: Play) -> None:
    """The office says no"""
    _asks(play, "thursday after 3")
    with play.offstage():
        play.maria.taps("Find a time")
        play.maria.taps("Not possible")
    play.maria.types("Thursdays are full until Christmas.")


def not_possible_without_a_line(play: Play) -> None:
    """The office says no, after she had cancelled"""
    with play.offstage():
        _cancels(play)
        play.anna.taps("Yes, find one")
        play.anna.types("thursday after 3")
        play.wait(minutes=3)
        play.maria.taps("Find a time")
        play.maria.taps("Not possible")
    play.maria.taps("Send without a line")


def taken_meanwhile(play: Play) -> None:
    """Somebody else was given the time"""
    _asks(play, "thursday after 3")
    _offers(play, "3:30 pm", "4:00 pm")
    request = "1:time_offers:choose:1"
    play.book("2026-12-03 16:20", client=play.cast.ben_row)
    play.anna.taps("4:00 pm")
    play.anna.presses_data("taps the same again", f"{request}:{minute_of('2026-12-03 16:00')}")
    play.book("2026-12-03 15:00", client=play.cast.ben_row)
    play.anna.taps("3:30 pm")
    play.wait(minutes=4)


def all_taken(play: Play) -> None:
    """She had cancelled, and the one time is gone"""
    with play.offstage():
        _cancels(play)
        play.anna.taps("Yes, find one")
        play.anna.types("thursday after 3")
        play.wait(minutes=3)
    _offers(play, "3:30 pm")
    play.book("2026-12-03 15:00", client=play.cast.ben_row)
    play.anna.taps("3:30 pm")


def lapses(play: Play) -> None:
    """She doesn't choose in time"""
    _asks(play, "thursday after 3")
    _offers(play, "3:30 pm", "4:00 pm")
    play.wait_until("2026-12-03 12:00")
    play.anna.taps("4:00 pm")


def nobody_answers(play: Play) -> None:
    """Nobody at the practice answers"""
    _asks(play, "thursday after 3")
    with play.offstage():
        play.wait_until("2026-12-08 10:59")
    play.wait_until("2026-12-08 11:00")


def decided_already(play: Play) -> None:
    """Two in the office, and buttons of requests that are decided"""
    bob = play.hire("Bob Hill", Role.MANAGER)
    _asks(play, "friday")
    for label in ("Find a time", "Not possible"):
        play.maria.taps(label)
    bob.taps("Find a time")
    play.maria.taps("Send without a line")
    bob.taps("Not possible")
    play.maria.presses_data("looks again", "1:requests:open:1")
    _asks_again(play)
    for label in ("My times", "I'll be there"):
        play.anna.taps(label)
    play.maria.presses_data("looks at the second", "1:requests:open:2")
    _asks_again(play)
    for label in ("Find a time", "3:30 pm", "Show what goes out", "Send", "Requests"):
        play.maria.taps(label)
    play.anna.taps("3:30 pm")
    play.maria.presses_data("looks at the third", "1:requests:open:3")
    _asks_again(play)
    play.wait(days=20)
    play.maria.presses_data("looks at the fourth", "1:requests:open:4")


def _asks(play: Play, wish: str) -> None:
    with play.offstage():
        play.book("2026-12-08 11:00")
        _asks_again(play, wish)


def _asks_again(play: Play, wish: str = "thursday after 3") -> None:
    for label in ("My times", "Another time"):
        play.anna.taps(label)
    play.anna.types(wish)
    play.wait(minutes=3)


def _cancels(play: Play) -> None:
    play.book("2026-12-08 11:00")
    for label in ("My times", "I can't come", "Cancel it"):
        play.anna.taps(label)


def _offers(play: Play, *labels: str) -> None:
    with play.offstage():
        for label in ("Find a time", *labels, "Show what goes out"):
            play.maria.taps(label)
    play.maria.taps("Send")


SCENE = Scene(
    "Times to choose from",
    (
        two_times,
        on_several_days,
        after_a_cancellation,
        today,
        on_the_day,
        days_before,
        not_possible,
        not_possible_without_a_line,
        taken_meanwhile,
        all_taken,
        lapses,
        nobody_answers,
    ),
)
BEHIND = Scene("Behind the scenes of a request", (decided_already,), is_on_the_page=False)
