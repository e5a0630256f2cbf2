"""Danger that another person is in, or is: other words, other numbers, and nobody calls unasked."""

from tests.script.play import Play, Scene


def hurt(play: Play) -> None:
    """She is hurt by another person"""
    play.anna.types("my husband hit me again last night")
    play.lindqvist.taps("Open")


def hurt_and_wants_to_die(play: Play) -> None:
    """She is hurt, and wants to die"""
    play.anna.types("he hits me. i want to die")


def another_person(play: Play) -> None:
    """She says later that it's another person, when it has been opened"""
    with play.offstage():
        play.anna.types("i cant do this anymore i have the pills here")
        play.maria.taps("Open")
    play.anna.taps("It's another person who is hurting me")


def fears_for_another(play: Play) -> None:
    """She fears for another person"""
    play.anna.types("my brother wants to die")


def in_canada(play: Play) -> None:
    """In a country where a website lists who helps"""
    play.restart(practice_country="CA")
    play.anna.types("he hits me")


def anywhere(play: Play) -> None:
    """In a practice that hasn't said its country"""
    play.restart(practice_country="")
    play.anna.types("he hits me")
    play.ben.types("my brother wants to die")


SCENE = Scene(
    "When another person is in danger, or is the danger",
    (
        hurt,
        hurt_and_wants_to_die,
        another_person,
        fears_for_another,
        in_canada,
        anywhere,
    ),
)
