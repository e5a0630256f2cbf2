"""A concern said in answer to something else: it counts for that, and is offered its route after."""

from tests.script.play import Play, Scene, Start

SAID = "she never listens to me"


def in_homework(play: Play) -> None:
    """She says what gets in the way of her homework"""
    play.anna.taps("Still struggling")
    play.anna.taps("Something else")
    play.anna.types(SAID)
    play.anna.taps("Tell Maria Santos, practice manager")


def in_a_note(play: Play) -> None:
    """She writes a note for next time, in several messages"""
    with play.offstage():
        play.anna.taps("For next time")
        play.anna.taps("Feedback on how we work")
        play.anna.types(SAID)
    play.anna.types("and the room is cold")
    play.anna.taps("That's all")


def in_a_question(play: Play) -> None:
    """She asks about something that shouldn't have happened"""
    with play.offstage():
        for label in ("Still struggling", "Not sure how", "Ask Dr Okafor about it"):
            play.anna.taps(label)
    play.anna.types("he put his hand on my leg when he showed me how")


SCENE = Scene(
    "A concern said in passing", (in_homework, in_a_note, in_a_question), starts=Start.REMINDED
)
