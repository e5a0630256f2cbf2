"""Words that nothing had asked for, and whose matter is known: nothing has to be typed twice."""

from bot.records.people import Person
from tests.clock import melbourne
from tests.conversations.assigned import assign
from tests.script.play import Play, Scene, Start

CONFUSED = "I don't understand the worksheet"


def two_matters(play: Play) -> None:
    """About a time, or homework, and about something that isn't right"""
    play.anna.types("Can I move Tuesday's session? I don't feel heard by her.")
    play.anna.types("did my homework but she never listens to me")


def homework(play: Play) -> None:
    """About her homework, as a question and as what gets in the way"""
    play.anna.types(CONFUSED)
    play.anna.taps("Ask Dr Okafor this")
    play.anna.types(CONFUSED)
    play.anna.taps("Note it as what gets in the way")
    play.anna.taps("Note it as what gets in the way")


def homework_of_several(play: Play) -> None:
    """About one of two"""
    with play.offstage():
        assign(
            play.practice,
            play.cast.anna_row,
            melbourne("2026-12-05 19:00"),
            task="Ring a friend.",
        )
    play.anna.types(CONFUSED)
    play.anna.taps("«Ring a friend.»")


def thanks(play: Play) -> None:
    """Good words, passed on"""
    play.anna.types("today really helped")
    play.anna.taps("Pass it on to Dr Okafor")
    play.anna.taps("Pass it on to Dr Okafor")


def thanks_unreachable(play: Play) -> None:
    """Good words, while Dr Okafor can't be reached; and with nobody to see"""
    with play.offstage():
        play.anna.types("today really helped")
    play.loses(play.cast.okafor_row)
    play.anna.taps("Pass it on to Dr Okafor")
    play.anna.types("thank you, that helped")
    with play.practice.database.transaction() as db:
        db.get_one(Person, play.cast.anna_row.id).psychologist_id = None
    play.anna.types("thanks, that helped a lot")


def pictures(play: Play) -> None:
    """Words below a picture, and a message that was changed"""
    play.anna.does(
        "sends a photo with «can i move my appt»",
        lambda: play.anna.person.sends_photo(caption="can i move my appt"),
    )
    with play.offstage():
        play.anna.types("helo")
    mine = [bubble for bubble in play.anna.account.screen if not bubble.by_bot][-1]
    play.anna.does(
        "changes a message to «she never listens to me»",
        lambda: play.anna.account.edits(mine, "she never listens to me") and None,
    )


SCENE = Scene(
    "Words about more than one thing",
    (two_matters, homework, homework_of_several, thanks, thanks_unreachable, pictures),
    starts=Start.REMINDED,
)
