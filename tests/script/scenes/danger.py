"""«Help now» and words of danger: numbers first, then the truth about who was told."""

from sqlalchemy import text

from tests.recognition import POSSIBLE, let_model_judge
from tests.script.play import Play, Scene

WORDS = "i cant do this anymore i have the pills here"


def help_now(play: Play) -> None:
    """She taps «Help now»"""
    play.anna.taps("Help now")
    play.anna.taps("More numbers")
    play.anna.taps("I'm in another country")
    play.anna.taps("Germany")


def in_practice_hours(play: Play) -> None:
    """She writes words of danger in practice hours"""
    play.anna.types(WORDS)
    play.lindqvist.taps("Open")
    play.anna.taps("I'm safe now")


def at_night(play: Play) -> None:
    """At 2:04 am"""
    play.wait_until("2026-12-01 02:04")
    play.anna.types(WORDS)


def on_call(play: Play) -> None:
    """Where the practice has named who is on duty"""
    play.restart(on_duty="Dr Lindqvist: Mon-Fri 9-17")
    play.anna.types(WORDS)
    play.note("Nobody opens it. After ten minutes it rings once more for Dr Lindqvist.")
    play.wait(minutes=11)
    play.lindqvist.taps("Open", under="nobody has opened it")


def asked_as_well(play: Play) -> None:
    """Nobody on duty opens it, in practice hours"""
    play.restart(on_duty="Dr Okafor: Mon-Fri 9-17")
    with play.offstage():
        play.anna.types(WORDS)
    play.note("After ten minutes it rings for Maria and Dr Lindqvist too, and she reads it.")
    play.wait(minutes=11)


def asked_as_well_quietly(play: Play) -> None:
    """The same where another person hurts her"""
    play.restart(on_duty="Dr Okafor: Mon-Fri 9-17")
    with play.offstage():
        play.anna.types("he hits me and i am afraid to go home")
    play.wait(minutes=11)


def not_closed(play: Play) -> None:
    """Maria opens it and doesn't close it"""
    with play.offstage():
        play.anna.types(WORDS)
        play.maria.taps("Open")
    play.wait_until("2026-12-01 09:00")
    play.maria.taps("Cases")


def closed(play: Play) -> None:
    """Maria closes it"""
    with play.offstage():
        play.anna.types(WORDS)
    play.maria.taps("Open")
    play.maria.taps("Dealt with")
    play.maria.types("Talked at 10:20, her sister is with her now")


def two_on_call(play: Play) -> None:
    """Two are on duty"""
    play.restart(on_duty="Maria Santos: Mon-Fri 9-17; Dr Lindqvist: Mon-Fri 9-17")
    play.anna.types(WORDS)


def dealt_with(play: Play) -> None:
    """She says that she is safe when staff have closed it"""
    with play.offstage():
        play.anna.types(WORDS)
        play.maria.taps("Open")
        play.maria.taps("Dealt with")
        play.maria.types("talked on the phone")
    play.anna.taps("I'm safe now")


def in_the_middle_of_a_question(play: Play) -> None:
    """In the middle of a question"""
    play.book("2026-12-08 11:00")
    with play.offstage():
        play.anna.taps("My times")
        play.anna.taps("Another time")
    play.anna.types("what for, i want to die")


def nobody_told(play: Play) -> None:
    """Nobody at the practice can be reached"""
    with play.offstage():
        for staff in (play.maria, play.lindqvist):
            staff.does("blocks the bot", staff.person.blocks_bot)
    play.anna.types(WORDS)
    play.anna.taps("I'm safe now")


def alert_lost(play: Play) -> None:
    """The alert turns out to have reached nobody"""
    for staff in (play.maria, play.lindqvist):
        staff.person.deletes_account()
    play.anna.types(WORDS)


def cannot_be_worked(play: Play) -> None:
    """The bot's own fault: her words can't be passed on"""
    with play.practice.database.transaction() as db:
        db.connection().execute(
            text(
                "CREATE TRIGGER spoilt BEFORE INSERT ON danger_alert "
                "BEGIN SELECT RAISE(ABORT, 'no'); END"
            )
        )
    play.anna.types(WORDS)


def stranger(play: Play) -> None:
    """Somebody whom nobody invited writes words of danger"""
    somebody = play.somebody("Somebody")
    somebody.types("i want to end my life")
    somebody.taps("It's another person who is hurting me")
    somebody.taps("I'm safe now")


def without_hours(play: Play) -> None:
    """In a practice without opening hours"""
    play.restart(practice_hours=" ")
    play.anna.types(WORDS)


def in_germany(play: Play) -> None:
    """In a country with a line to call and none to text"""
    play.restart(practice_country="DE")
    play.anna.taps("Help now")


def in_sweden(play: Play) -> None:
    """In a country of whose line it isn't known whether it answers day and night"""
    play.restart(practice_country="SE")
    play.anna.taps("Help now")
    play.anna.types("my friend wants to kill herself")


def maybe_in_sweden(play: Play) -> None:
    """The same where it may be no danger"""
    play.restart(practice_country="SE")
    let_model_judge(play.practice)
    play.anna.types(POSSIBLE)


def anywhere(play: Play) -> None:
    """In a practice that hasn't said its country"""
    play.restart(practice_country="", practice_phone="")
    play.anna.taps("Help now")


SCENE = Scene(
    "«Help now» and words of danger",
    (
        help_now,
        in_practice_hours,
        at_night,
        on_call,
        asked_as_well,
        asked_as_well_quietly,
        not_closed,
        closed,
        two_on_call,
        dealt_with,
        in_the_middle_of_a_question,
        nobody_told,
        alert_lost,
        cannot_be_worked,
        stranger,
        without_hours,
        in_germany,
        in_sweden,
        maybe_in_sweden,
        anywhere,
    ),
)
