"""The program was away: what a client may have tapped then is asked for once more."""

from tests.conversations.outage_stories import dies
from tests.script.play import Play, Scene

REMINDED = "2026-12-07 11:00"


def about_a_session(play: Play) -> None:
    """About one session"""
    _is_reminded(play, "2026-12-08 11:00")
    _is_away(play, "I'll be there")
    play.anna.taps("I'll be there")


def about_two_sessions(play: Play) -> None:
    """About two sessions, and the program was away over night"""
    _is_reminded(play, "2026-12-08 11:00", "2026-12-10 11:00")
    with play.offstage():
        play.wait_until("2026-12-07 20:50")
    _is_away(play, "I can't come", minutes=12 * 60)
    play.anna.taps("Tuesday: I'll be there")


def about_two_on_one_day(play: Play) -> None:
    """About two sessions of one day"""
    _is_reminded(play, "2026-12-08 10:00", "2026-12-08 11:00")
    _is_away(play, "I'll be there")


def about_times(play: Play) -> None:
    """About times to choose from"""
    with play.offstage():
        play.book("2026-12-08 11:00")
        for label in ("My times", "Another time"):
            play.anna.taps(label)
        play.anna.types("thursday after 3")
        play.wait(minutes=3)
        for label in ("Find a time", "3:30 pm", "4:00 pm", "Show what goes out", "Send"):
            play.maria.taps(label)
    _is_away(play, "4:00 pm")
    play.anna.taps("4:00 pm")


def about_a_case(play: Play) -> None:
    """About what she was sending to somebody"""
    with play.offstage():
        for label in ("Something isn't right", "Maria Santos, practice manager"):
            play.anna.taps(label)
        for label in ("I can't be open", "That's all"):
            play.anna.taps(label)
    _is_away(play, "Send")
    play.anna.taps("Send")


def about_danger(play: Play) -> None:
    """About danger"""
    with play.offstage():
        play.anna.types("i want to die")
    _is_away(play, "I'm safe now", minutes=3)
    play.anna.taps("I'm safe now")


def staff_look_again(play: Play) -> None:
    """Staff are asked again, about two of each"""
    play.anna.types("i want to die")
    play.ben.types("i want to die")
    dies(play.practice, minutes=3)
    play.maria.taps("Open: Monday 30 November, 10:00 am")


def _is_reminded(play: Play, *days: str) -> None:
    with play.offstage():
        for day in days:
            play.book(day)
        play.wait_until(REMINDED)


def _is_away(play: Play, lost: str, minutes: int = 38) -> None:
    span = f"{minutes} minutes" if minutes < 60 else f"{minutes // 60} hours"
    play.note(f"The program is away for {span}. Meanwhile Anna taps «{lost}».")
    dies(play.practice, lambda: play.anna.taps_in_vain(lost), minutes=minutes)
    play.wait(minutes=2)


SCENE = Scene(
    "After an outage",
    (
        about_a_session,
        about_two_sessions,
        about_two_on_one_day,
        about_times,
        about_a_case,
        about_danger,
    ),
)
BEHIND = Scene("Behind the scenes of an outage", (staff_look_again,), is_on_the_page=False)
