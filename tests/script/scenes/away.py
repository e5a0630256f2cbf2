"""Somebody at the practice is away: the client reads it before choosing, and what becomes of it."""

from bot.records import duties
from tests.script.play import Play, Scene, Start
from tests.script.scenes.case_waits import allows_lindqvist

WAY_IN = "Something isn't right"
MARIA = "Maria Santos, practice manager"


def chosen_all_the_same(play: Play) -> None:
    """Maria is away, and Anna sends it to her"""
    _maria_goes_away(play)
    _writes(play)
    play.anna.taps("Send")
    play.wait(minutes=2)
    play.anna.taps(WAY_IN)
    play.wait_until("2026-12-07 09:00")
    play.maria.taps("Open")
    play.maria.taps("I'll take it")


def somebody_else_may(play: Play) -> None:
    """Maria is away, and Dr Lindqvist may read it"""
    with play.offstage():
        _maria_goes_away(play)
        _writes(play)
    play.anna.taps("Send, and Dr Lindqvist may read it if Maria is away")
    play.wait(minutes=2)


def to_be_called(play: Play) -> None:
    """She'd rather be called"""
    with play.offstage():
        _maria_goes_away(play)
        play.anna.taps(WAY_IN)
    play.anna.taps("I'd rather be called")


def another_time(play: Play) -> None:
    """She asks for another time"""
    with play.offstage():
        _maria_goes_away(play)
        play.book("2026-12-08 11:00")
        play.anna.taps("My times")
        play.anna.taps("Another time")
    play.anna.types("friday")


def goes_away_later(play: Play) -> None:
    """Maria goes away before she has looked"""
    _maria_goes_away(play)
    play.anna.taps("Wait")
    play.wait_until("2026-12-07 09:00")


def both(play: Play) -> None:
    """Dr Lindqvist is away too"""
    with play.offstage():
        _away(play, "Dr Lindqvist")
        play.maria.taps("I'm away")
    play.note("Maria can't look after it, and Dr Lindqvist is away until Monday.")
    play.anna.taps("Let Dr Lindqvist read it")


def a_question(play: Play) -> None:
    """Anna asks Dr Okafor about her homework while Dr Okafor is away"""
    with play.offstage():
        _away(play, "Dr Okafor")
        play.anna.taps("Still struggling")
        play.anna.taps("Not sure how")
    play.anna.taps("Ask Dr Okafor about it")
    play.anna.types("what if somebody finds it?")


def _maria_goes_away(play: Play) -> None:
    play.maria.types("/away")
    play.maria.taps("Maria Santos")
    play.maria.taps("Until Monday")
    play.maria.taps("Yes, that's right")


def _away(play: Play, name: str) -> None:
    play.maria.types("/away")
    for label in (name, "Until Monday", "Yes, that's right"):
        play.maria.taps(label)


def _writes(play: Play) -> None:
    play.anna.taps(WAY_IN)
    play.anna.taps(MARIA)
    play.anna.taps("I don't feel heard")
    play.anna.taps("That's all")


SCENE = Scene(
    "Somebody is away",
    (chosen_all_the_same, somebody_else_may, to_be_called, another_time),
)
WAITING = Scene("Somebody goes away", (goes_away_later, both), Start.SENT)
QUESTION = Scene("A question to somebody who is away", (a_question,), Start.REMINDED)


# --- what only staff read


def on_duty(play: Play) -> None:
    """Hours on duty are asked for, answered and ended"""
    for hours, answer in (
        ("Mon-Fri 17:00-22:00", "Yes, I'll be there"),
        ("Fri 22:00-6:00, Sat 0-0, Sun 18-17", "No"),
        ("Mon 9-17", ""),
    ):
        play.maria.types("/duty")
        play.maria.taps("Ask somebody to be there")
        play.maria.taps("Dr Okafor")
        play.maria.types(hours)
        play.maria.taps("Yes, ask")
        if answer:
            play.okafor.taps(answer)
        play.wait(minutes=1)
    play.okafor.types("/away")
    for label in ("Until Monday", "Yes, that's right"):
        play.okafor.taps(label)
    play.okafor.types("I'm back")
    play.maria.types("/duty")
    play.maria.taps("End: Dr Okafor, Mon 9-17")
    play.maria.taps("Yes, end it")
    for actor in (play.okafor, play.maria):
        actor.types("/duty")
        actor.taps("End: Dr Okafor, Mon-Fri 17:00-22:00")
        actor.taps("Yes, end it")
        play.maria.types("/duty")
        _asks_once_more(play)


def asked_by_the_operator(play: Play) -> None:
    """The operator asks at the command line"""
    person_id, now = play.cast.okafor_row.id, play.practice.hand.now()
    with play.practice.database.transaction() as db:
        duties.ask(db, person_id=person_id, hours="Mon 9-17", now=now)
    play.wait(minutes=1)


def _asks_once_more(play: Play) -> None:
    play.maria.taps("Ask somebody to be there")
    play.maria.taps("Dr Okafor")
    play.maria.types("Mon-Fri 17:00-22:00")
    play.maria.taps("Yes, ask")
    play.okafor.taps("Yes, I'll be there")


def away_and_back(play: Play) -> None:
    """Who looks after something goes away, keeps it, and is said to be back"""
    _away(play, "Maria Santos")
    play.maria.taps("Keep it")
    _away(play, "Dr Okafor")
    play.maria.types("/away")
    play.maria.taps("Dr Okafor")
    play.maria.taps("Dr Okafor is back")
    for _twice in range(2):
        play.maria.types("I'm back")
    play.maria.presses_data("taps an old button", f"1:away:back:{play.cast.okafor_row.id}")
    play.maria.taps("Write to Anna")
    play.maria.types("Dear Anna")
    play.maria.taps("Send")
    _away(play, "Maria Santos")
    play.wait_until("2026-12-07 09:00")
    play.maria.types("/away")


def hands_on(play: Play) -> None:
    """Who looks after something goes away and hands it on"""
    allows_lindqvist(play)
    _away(play, "Maria Santos")
    play.maria.taps("Hand it to Dr Lindqvist")


BEHIND = Scene("Behind the scenes of duty", (on_duty, asked_by_the_operator), is_on_the_page=False)
BEHIND_CASES = Scene(
    "Behind the scenes of an absence", (away_and_back, hands_on), Start.TAKEN, is_on_the_page=False
)
