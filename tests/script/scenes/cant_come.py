"""«I can't come»: soon and in time, with a note and without, taken back and too late."""

from tests.script.play import Play, Scene


def something_happened(play: Play) -> None:
    """It is soon, and something has happened"""
    play.book("2026-12-01 11:00")
    play.book("2026-12-08 11:00")
    with play.offstage():
        play.anna.taps("My times")
    play.anna.taps("I can't come")
    play.anna.taps("Cancel it, something happened")
    play.anna.types("my little one is sick")
    play.anna.taps("No, that's all")


def in_time(play: Play) -> None:
    """There is time enough, and she takes it back"""
    _asks(play)
    play.anna.taps("Cancel it")
    play.anna.taps("Undo")


def keeps_it(play: Play) -> None:
    """She keeps it after all"""
    with play.offstage():
        _asks(play)
    play.anna.taps("Keep it")


def undo_too_late(play: Play) -> None:
    """She takes it back when the practice knows"""
    with play.offstage():
        _asks(play)
        play.anna.taps("Cancel it")
        play.wait(minutes=4)
    play.note("Four minutes after she cancelled:")
    play.anna.taps("Undo")
    play.anna.taps("Yes, ask")
    play.anna.taps("I can't come")


def undo_of_another_answer(play: Play) -> None:
    """She taps the «Undo» of an answer that was replaced by another"""
    play.book("2026-12-08 11:00")
    with play.offstage():
        play.anna.taps("My times")
        play.anna.taps("I'll be there")
        play.anna.taps("I can't come")
        play.anna.taps("Cancel it")
    play.anna.taps("Undo", under="See you on")


def asks_back_what_stands(play: Play) -> None:
    """She asks for a time back that the office has booked again"""
    session_id = play.book("2026-12-08 11:00")
    play.anna.presses_data("taps an old «Yes, ask»", f"1:other_time:ask_back:{session_id}")


def nobody_there(play: Play) -> None:
    """Nobody at the practice can be reached by the bot"""
    play.book("2026-12-01 11:00")
    with play.offstage():
        for staff in (play.maria, play.okafor):
            staff.does("blocks the bot", staff.person.blocks_bot)
        play.anna.taps("My times")
        play.anna.taps("I can't come")
        play.anna.taps("Cancel it, something happened")
    play.anna.types("my little one is sick")


def only_the_psychologist(play: Play) -> None:
    """Only her psychologist can be reached, who doesn't read the note"""
    play.book("2026-12-01 11:00")
    with play.offstage():
        play.maria.does("blocks the bot", play.maria.person.blocks_bot)
        play.anna.taps("My times")
        play.anna.taps("I can't come")
        play.anna.taps("Cancel it, something happened")
    play.anna.types("my little one is sick")


def _asks(play: Play) -> None:
    play.book("2026-12-08 11:00")
    with play.offstage():
        play.anna.taps("My times")
    play.anna.taps("I can't come")


SCENE = Scene(
    "«I can't come»",
    (
        something_happened,
        in_time,
        keeps_it,
        undo_too_late,
        undo_of_another_answer,
        asks_back_what_stands,
        only_the_psychologist,
        nobody_there,
    ),
)
