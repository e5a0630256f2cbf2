"""What has happened where a take begins late in its story: played once, offstage."""

from tests.clock import melbourne
from tests.conversations.assigned import assign
from tests.script.play import Play, Start

TELL_MARIA = (
    "Something isn't right",
    "Maria Santos, practice manager",
    "I can't be open",
    "That's all",
    "Send",
)


def reminded(play: Play) -> None:
    play.book("2026-12-08 11:00")
    assign(play.practice, play.cast.anna_row, melbourne("2026-12-02 19:00"))
    play.wait_until("2026-12-02 19:00")


def asked(play: Play) -> None:
    play.anna.taps("Settings")
    play.anna.taps("Short questions too")
    play.book("2026-12-01 11:00")
    play.wait_until("2026-12-01 14:50")


def sent(play: Play) -> None:
    for label in TELL_MARIA:
        play.anna.taps(label)
    play.wait(minutes=2)


def taken(play: Play) -> None:
    sent(play)
    for label in ("Open", "I'll take it"):
        play.maria.taps(label)


LATER = {
    Start.REMINDED: reminded,
    Start.ASKED: asked,
    Start.SENT: sent,
    Start.TAKEN: taken,
}
