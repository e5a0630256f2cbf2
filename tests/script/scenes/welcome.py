"""The welcome: from the link to the menu, and every other way through it."""

from bot.records.people import Person
from tests.script.play import Actor, Play, Scene, Start

QUESTIONS = "Reminders, and now and then a short question about how it's going"


def just_reminders(play: Play) -> None:
    """She wants reminders"""
    play.book("2026-12-08 11:00")
    play.anna.opens_invitation_of(play.cast.anna_row)
    for label in ("Yes, it's just me", "Just reminders", "That's fine"):
        play.anna.taps(label)


def reminders_and_questions(play: Play) -> None:
    """She reads more and wants short questions too; no time is booked yet"""
    _opens(play)
    play.anna.taps("Read more")
    play.anna.taps(QUESTIONS)


def no_thanks(play: Play) -> None:
    """She wants nothing, and changes her mind later"""
    _opens(play)
    play.anna.taps("No, thank you")
    play.anna.types("/start")
    with play.offstage():
        play.anna.taps("Just reminders")


def not_anna(play: Play) -> None:
    """Somebody else opened her link"""
    wrong = play.somebody("Somebody")
    wrong.opens_invitation_of(play.cast.anna_row)
    wrong.taps("I'm not Anna")


def not_me_too_late(play: Play) -> None:
    """«I'm not Anna», tapped after the chat was connected"""
    _opens(play)
    play.anna.taps("I'm not Anna")


def without_psychologist(play: Play) -> None:
    """In a practice without a telephone, quiet hours or Anna's psychologist"""
    with play.practice.database.transaction() as db:
        anna = db.get(Person, play.cast.anna_row.id)
        assert anna is not None
        anna.psychologist_id = None
    play.restart(practice_phone="", quiet_hours="", reminder_lead_times="2d")
    with play.offstage():
        play.anna.opens_invitation_of(play.cast.anna_row)
    play.anna.taps("Yes, it's just me")
    play.anna.taps("Just reminders")


def _opens(play: Play) -> Actor:
    """Anna answers the first question, offstage: the page has shown it."""
    with play.offstage():
        play.anna.opens_invitation_of(play.cast.anna_row)
        play.anna.taps("Yes, it's just me")
    return play.anna


SCENE = Scene(
    "The welcome",
    (
        just_reminders,
        reminders_and_questions,
        no_thanks,
        not_anna,
        not_me_too_late,
        without_psychologist,
    ),
    starts=Start.INVITED,
)
