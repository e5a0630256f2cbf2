"""Words that may be danger: help, one plain question, and what silence causes."""

from tests.conversations.outage_stories import dies
from tests.recognition import ASKED, HURT, OTHERS, POSSIBLE, let_model_judge
from tests.script.play import Play, Scene

HURTS = "It's another person who is hurting me"


def _begins(play: Play, words: str = POSSIBLE, at: str = "") -> None:
    if at:
        with play.offstage():
            play.wait_until(at)
    let_model_judge(play.practice)
    play.anna.types(words)


def no(play: Play) -> None:
    """She answers no"""
    _begins(play)
    play.anna.taps("No")


def no_and_a_concern(play: Play) -> None:
    """She answers no, and had written of something else as well"""
    _begins(play, f"dr okafor never listens to me. {POSSIBLE}")
    play.anna.taps("No")


def yes(play: Play) -> None:
    """She answers yes, and once more when Maria has opened it"""
    _begins(play)
    play.anna.types("yes")
    with play.offstage():
        play.maria.taps("Open")
    play.anna.taps("Yes", under=ASKED)


def another_person(play: Play) -> None:
    """She says that it's another person"""
    _begins(play)
    play.anna.taps(HURTS, under=ASKED)


def writes_on(play: Play) -> None:
    """She writes on instead of answering"""
    _begins(play)
    play.wait(minutes=4)
    play.anna.types("its been a long week thats all")
    play.anna.types("no im fine")


def writes_plainly(play: Play) -> None:
    """She writes plain words of danger"""
    _begins(play)
    play.anna.types("i want to die")
    with play.offstage():
        play.maria.taps("Open")


def hurt(play: Play) -> None:
    """Somebody else may be hurting her"""
    _begins(play, HURT)
    play.anna.taps("No")


def for_another(play: Play) -> None:
    """She may fear for another person"""
    _begins(play, OTHERS)


def long_ago(play: Play) -> None:
    """She taps «Yes», then «No», under a question that is more than a week old"""
    with play.offstage():
        _begins(play)
        play.anna.taps("No")
        play.wait(days=8)
    play.anna.taps("Yes", under=ASKED)
    play.anna.taps("No", under=ASKED)


def stranger(play: Play) -> None:
    """Somebody whom nobody invited"""
    let_model_judge(play.practice)
    somebody = play.somebody("Somebody")
    somebody.types(POSSIBLE)
    somebody.types("no")


def anywhere(play: Play) -> None:
    """In a practice that hasn't said its country"""
    play.restart(practice_country="", practice_phone="")
    _begins(play)


# --- silence


def silence(play: Play) -> None:
    """In practice hours"""
    _begins(play)
    play.wait(minutes=11)
    with play.offstage():
        play.maria.taps("Open")
    play.note("It was nothing.")
    play.anna.taps("No")


def silence_at_night(play: Play) -> None:
    """At 2:04 am"""
    _begins(play, at="2026-12-01 02:04")
    play.wait_until("2026-12-01 09:01")


def silence_before_closing(play: Play) -> None:
    """Five minutes before the practice closes"""
    _begins(play, at="2026-11-30 16:55")
    play.wait(minutes=11)


def silence_without_hours(play: Play) -> None:
    """In a practice without opening hours"""
    play.restart(practice_hours=" ")
    _begins(play)
    play.wait(minutes=11)


def silence_with_nobody_there(play: Play) -> None:
    """Nobody at the practice can be reached"""
    play.loses(play.cast.maria_row)
    play.loses(play.cast.lindqvist_row)
    _begins(play)
    play.wait(minutes=11)


def silence_and_an_outage(play: Play) -> None:
    """The program is away when the time is over"""
    _begins(play)
    dies(play.practice, minutes=60)
    play.wait(minutes=1)


def silence_of_the_hurt(play: Play) -> None:
    """Somebody else may be hurting her, and may look at the telephone"""
    _begins(play, HURT)
    play.wait(minutes=11)


def silence_of_the_hurt_before_closing(play: Play) -> None:
    """The same, five minutes before the practice closes"""
    _begins(play, HURT, at="2026-11-30 16:55")
    play.wait(minutes=11)


def silence_of_the_hurt_without_hours(play: Play) -> None:
    """The same, in a practice without opening hours"""
    play.restart(practice_hours=" ")
    _begins(play, HURT)
    play.wait(minutes=11)


def silence_of_the_hurt_with_nobody_there(play: Play) -> None:
    """The same, and nobody at the practice can be reached"""
    play.loses(play.cast.maria_row)
    play.loses(play.cast.lindqvist_row)
    _begins(play, HURT)
    play.wait(minutes=11)


SCENE = Scene(
    "Words that may be danger",
    (
        no,
        no_and_a_concern,
        yes,
        another_person,
        writes_on,
        writes_plainly,
        hurt,
        for_another,
        long_ago,
        stranger,
        anywhere,
    ),
)
SILENCE = Scene(
    "Words that may be danger: she doesn't answer",
    (
        silence,
        silence_at_night,
        silence_before_closing,
        silence_without_hours,
        silence_with_nobody_there,
        silence_and_an_outage,
        silence_of_the_hurt,
        silence_of_the_hurt_before_closing,
        silence_of_the_hurt_without_hours,
        silence_of_the_hurt_with_nobody_there,
    ),
)
