"""A promise that is kept, or isn't: taken on, nobody in time, somebody away, and who is asked then."""

from bot.records import cases, people
from bot.records.cases import Case
from bot.records.people import Telephone
from tests.script.play import Play, Scene, Start

LOOK_BY = "2026-12-01 10:05"


def taken(play: Play) -> None:
    """Maria takes it on"""
    play.maria.taps("Open")
    play.maria.taps("I'll take it")


def nobody_in_time(play: Play) -> None:
    """Nobody takes it on in time, and she had named nobody else"""
    play.wait_until(LOOK_BY)
    play.anna.taps("Wait")
    play.anna.taps("Let Dr Lindqvist read it")
    play.lindqvist.taps("Open")
    play.lindqvist.taps("I'll take it")


def nobody_in_time_with_leave(play: Play) -> None:
    """Nobody takes it on in time, and she had allowed Dr Lindqvist to read it"""
    allows_lindqvist(play)
    play.wait_until(LOOK_BY)


def away(play: Play) -> None:
    """Maria is away"""
    play.maria.taps("I'm away")
    play.anna.taps("Wait")


def away_with_leave(play: Play) -> None:
    """Maria is away, and Dr Lindqvist may read it"""
    allows_lindqvist(play)
    play.maria.taps("I'm away")


def handed_on(play: Play) -> None:
    """Maria hands it to Dr Lindqvist, who may read it"""
    allows_lindqvist(play)
    with play.offstage():
        play.maria.taps("Open")
        play.maria.taps("I'll take it")
    play.maria.taps("Hand to Dr Lindqvist")
    play.maria.taps("Hand on without a note")


def nobody_else(play: Play) -> None:
    """Nobody takes it on in time, and nobody else could"""
    play.loses(play.cast.lindqvist_row)
    play.wait_until(LOOK_BY)


def asked_often(play: Play) -> None:
    """Nobody takes it on for days, and she has been asked twice what to do"""
    with play.offstage():
        play.wait_until("2026-12-02 10:05")
    play.anna.taps("Something isn't right")


def others_see_it(play: Play) -> None:
    """On a telephone that others can see"""
    with play.practice.database.transaction() as db:
        people.get(db, play.cast.anna_row.id).telephone = Telephone.SHARED
    play.maria.taps("Open")
    play.maria.taps("I'll take it")
    play.anna.taps("See it")


def allows_lindqvist(play: Play) -> None:
    with play.practice.database.transaction() as db:
        case = db.get(Case, 1)
        assert case is not None
        cases.add_reader(db, case, play.cast.lindqvist_row.id)


SCENE = Scene(
    "Who has it, and what if nobody does",
    (
        taken,
        nobody_in_time,
        nobody_in_time_with_leave,
        away,
        away_with_leave,
        handed_on,
        nobody_else,
        asked_often,
        others_see_it,
    ),
    Start.SENT,
)
