"""A picture of one's own answers: before there are any, with one, with several, where others see the telephone."""

from bot.rules.questionnaire import OUR_OWN, Item, Questionnaire
from tests.clock import melbourne
from tests.conversations.answered import (
    FIRST,
    THREE,
    WEEK,
    answer,
    answer_all,
    go_over,
    meet,
    share,
)
from tests.script.play import Play, Scene

_OTHERS = Questionnaire(
    (OUR_OWN.items[0], Item("useful", "It was useful", "whether it was useful", "no", "very"))
)


def nothing_yet(play: Play) -> None:
    """She hasn't answered anything yet"""
    play.anna.types("/trend")


def one(play: Play) -> None:
    """She has answered once"""
    answer_all(play.cast, (8, 7, None, 9))
    play.anna.types("/trend")


def several(play: Play) -> None:
    """She has answered three times, and shares it"""
    answer_all(play.cast, *THREE)
    share(play.cast)
    play.anna.types("/trend")


def skipped_last(play: Play) -> None:
    """She skipped questions, last time or always, and was always of one mind else"""
    answer_all(play.cast, (8, 8, None, 8), (8, 8, None, 8), (8, None, None, 8))
    play.anna.types("/trend")


def skipped_once(play: Play) -> None:
    """She answered a question once, and not last time"""
    answer_all(play.cast, (8, 7, 8, 9), (7, None, 9, 8))
    play.anna.types("/trend")


def many(play: Play) -> None:
    """She has answered more often than one picture shows"""
    answer_all(
        play.cast,
        *((5 + number % 4, 6, 7, 8) for number in range(21)),
        first=melbourne("2026-06-02 11:00"),
    )
    play.anna.types("/trend")


def other_questions(play: Play) -> None:
    """The practice asks other questions now"""
    answer_all(play.cast, *THREE)
    answer(play.cast, meet(play.cast, FIRST + 3 * WEEK), (9, 8), questionnaire=_OTHERS)
    play.anna.types("/trend")


def somebody_new(play: Play) -> None:
    """She goes to somebody else now"""
    answer_all(play.cast, *THREE)
    lindqvist = play.cast.lindqvist_row
    go_over(play.cast, lindqvist)
    answer(play.cast, meet(play.cast, FIRST + 3 * WEEK, whom=lindqvist.id), (7, 7, 8, 6))
    play.anna.types("/trend")


def shared_telephone(play: Play) -> None:
    """Others see her telephone by now"""
    with play.offstage():
        play.anna.opens_invitation_of(play.cast.anna_row)
        for label in ("Others can see it", "Only day and time", "That's fine"):
            play.anna.taps(label)
    play.anna.types("/trend")
    answer_all(play.cast, *THREE)
    play.anna.types("/trend")


SCENE = Scene(
    "Her answers as a picture",
    (
        nothing_yet,
        one,
        several,
        skipped_last,
        skipped_once,
        many,
        other_questions,
        somebody_new,
        shared_telephone,
    ),
)
