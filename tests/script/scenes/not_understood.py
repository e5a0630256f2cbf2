"""What nothing was waiting for: words, photos, edits, old buttons, commands, and the bot's own faults."""

from sqlalchemy import text

from tests.script.play import Play, Scene


def words(play: Play) -> None:
    """Words that nothing was waiting for"""
    play.anna.types("why is the sky blue")
    play.anna.types("and the grass")
    play.anna.types("/help")


def about_times(play: Play) -> None:
    """She is late"""
    play.book("2026-12-08 11:00")
    play.anna.types("running 10 minutes late")
    play.anna.taps("Send it to Maria")
    play.anna.taps("Send it to Maria")


def recognised(play: Play) -> None:
    """Words about homework, about what isn't to be talked of, and good words"""
    play.anna.types("i forgot my homework")
    play.anna.types("i dont want to talk about my father")
    play.anna.types("today really helped")


def no_words(play: Play) -> None:
    """What is no words, and a message that was changed"""
    play.anna.does("sends a photo", play.anna.person.sends_photo)
    with play.offstage():
        play.anna.types("helo")
    mine = [bubble for bubble in play.anna.account.screen if not bubble.by_bot][-1]
    play.anna.does(
        "changes a message to «hello»", lambda: play.anna.account.edits(mine, "hello") and None
    )


def commands(play: Play) -> None:
    """Commands"""
    play.anna.types("/nothing")
    play.anna.types("/cancel")


def old_buttons(play: Play) -> None:
    """Buttons that no longer work, or that somebody made up"""
    session_id = play.book("2026-12-08 11:00", client=play.cast.ben_row)
    play.anna.presses_data("taps a button that is no longer there", "1:sessions:was_removed:1")
    play.anna.presses_data(
        "taps a made-up button with Ben's time", f"1:sessions:coming:{session_id}"
    )


def fault(play: Play) -> None:
    """The bot's own fault, after three tries"""
    play.book("2026-12-01 11:00")
    with play.offstage():
        play.anna.taps("My times")
        play.anna.taps("I can't come")
        play.anna.taps("Cancel it, something happened")
        with play.practice.database.transaction() as db:
            db.connection().execute(text("UPDATE dialogue SET data_sealed = x'00'"))
        play.anna.types("my son is ill")
    play.wait(seconds=10)


SCENE = Scene(
    "What the bot doesn't understand",
    (words, about_times, recognised, no_words, commands, old_buttons, fault),
)
