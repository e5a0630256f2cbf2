"""Staff ask her: may somebody read it too, may these words go to the person it is about."""

from tests.script.play import Play, Scene, Start

QUESTION = "How do you see the last few sessions?"
OPEN = "1:cases:open:1"


def may_read(play: Play) -> None:
    """Maria would like Dr Lindqvist to read it too"""
    _asks_who_may_read(play)
    play.anna.taps("Yes, they may")
    play.anna.presses_data("taps it once more", "1:case_questions:may_read:1:2:1")
    play.anna.presses_data("taps «No, please don't»", "1:case_questions:may_read:1:2:0")
    play.anna.presses_data("taps a button that was made up", "1:case_questions:may_read:1:1:1")


def may_not_read(play: Play) -> None:
    """She doesn't want that"""
    _asks_who_may_read(play)
    play.anna.taps("No, please don't")
    play.note("Then she changes her mind, but Dr Lindqvist has blocked the bot.")
    play.loses(play.cast.lindqvist_row)
    play.anna.presses_data("taps «Yes, they may»", "1:case_questions:may_read:1:2:1")


def heard(play: Play) -> None:
    """Maria would like to hear Dr Okafor"""
    _asks_to_hear(play)
    play.anna.taps("Yes, send them")
    play.note("Dr Okafor reads: «Something to read.»")
    play.okafor.taps("Open")
    with play.offstage():
        play.okafor.taps("Answer Maria")
        play.okafor.types("I noticed it too.")
        play.okafor.taps("Send")
    play.anna.presses_data("taps it once more", "1:case_questions:hear:1:2:1")
    play.note("Later she thinks again.")
    play.anna.presses_data("taps «No, please don't»", "1:case_questions:hear:1:2:0")


def withdrawn(play: Play) -> None:
    """She takes all of it back when Dr Okafor has been heard"""
    with play.offstage():
        _asks_to_hear(play)
        play.anna.taps("Yes, send them")
        play.okafor.taps("Open")
        play.anna.taps("Something isn't right")
    play.anna.taps("Take it back")


def taken_back(play: Play) -> None:
    """She says yes, and takes it back before Dr Okafor has read it"""
    with play.offstage():
        _asks_to_hear(play)
        play.anna.taps("Yes, send them")
    play.anna.presses_data("taps «No, please don't»", "1:case_questions:hear:1:2:0")


def not_heard(play: Play) -> None:
    """She doesn't want Dr Okafor to be heard"""
    _asks_to_hear(play)
    play.anna.taps("No, please don't")


def cannot_be_heard(play: Play) -> None:
    """She says yes, and Dr Okafor can't be reached any more"""
    with play.offstage():
        _asks_to_hear(play)
    play.loses(play.cast.okafor_row)
    play.anna.presses_data("taps «Yes, send them»", "1:case_questions:hear:1:2:1")


def asker_away(play: Play) -> None:
    """She says yes when Maria no longer looks after it"""
    with play.offstage():
        _asks_to_hear(play)
        play.maria.presses_data("is away", "1:taking:away:1")
    play.anna.presses_data("taps «Yes, send them»", "1:case_questions:hear:1:2:1")


def never_arrives(play: Play) -> None:
    """What she agreed to in the evening doesn't reach Dr Okafor in the morning"""
    _asks_to_hear(play)
    play.wait_until("2026-11-30 20:00")
    play.anna.taps("Yes, send them")
    play.cast.okafor.account.deletes_account()
    play.wait_until("2026-12-01 09:30")


def _asks_who_may_read(play: Play) -> None:
    with play.offstage():
        play.maria.presses_data("opens it", OPEN)
    play.maria.taps("Ask Anna: may Dr Lindqvist read it?")


def _asks_to_hear(play: Play) -> None:
    with play.offstage():
        play.maria.presses_data("opens it", OPEN)
        play.maria.taps("Hear Dr Okafor")
        play.maria.types(QUESTION)
    play.maria.taps("Ask Anna")


SCENE = Scene(
    "What staff ask her about it",
    (may_read, may_not_read, heard, withdrawn, taken_back, not_heard, cannot_be_heard, asker_away),
    Start.TAKEN,
)
BEHIND = Scene(
    "Behind the scenes of what staff ask her",
    (never_arrives,),
    Start.TAKEN,
    is_on_the_page=False,
)
