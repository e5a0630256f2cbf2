"""Short questions whose answers a client shares: who sees them is said, and they can be kept."""

from sqlmodel import select

from bot.records import people, sharings
from bot.records.check_ins import CheckIn
from bot.records.sharings import SharedKind
from tests.script.play import Play, Scene


def _begun(play: Play) -> None:
    """Anna shares such answers with Dr Okafor, and has just been asked."""
    with play.offstage():
        play.anna.taps("Settings")
        play.anna.taps("Short questions too")
        _share(play)
        play.book("2026-12-01 11:00")
        play.wait_until("2026-12-01 14:49")
    play.wait_until("2026-12-01 14:50")


def _share(play: Play) -> None:
    with play.practice.database.transaction() as db:
        anna, now = people.get(db, play.cast.anna_row.id), play.practice.hand.now()
        okafor_id = play.cast.okafor_row.id
        yes = sharings.ask(db, anna, okafor_id, SharedKind.CHECK_INS, "1", now)
        sharings.give(yes, now, None)


def _revoke(play: Play) -> None:
    with play.practice.database.transaction() as db:
        now = play.practice.hand.now()
        sharings.revoke(db, play.cast.anna_row.id, SharedKind.CHECK_INS, now)


def _answers(play: Play, *labels: str) -> None:
    with play.offstage():
        for label in ("Start", *labels[:-1]):
            play.anna.taps(label)
    play.anna.taps(labels[-1])


def kept(play: Play) -> None:
    """She keeps these answers to herself, and then shows them after all"""
    _begun(play)
    _answers(play, "9", "9", "9", "9")
    play.anna.taps("Keep these to me")
    play.anna.taps("Let Dr Okafor see them")


def low(play: Play) -> None:
    """All are low"""
    with play.offstage():
        _begun(play)
    _answers(play, "2", "2", "2", "3")


def shares_no_more(play: Play) -> None:
    """She shares them no more, and taps old buttons"""
    with play.offstage():
        _begun(play)
        _answers(play, "9", "9", "9", "9")
        play.anna.taps("Keep these to me")
        _revoke(play)
        with play.practice.look() as db:
            check_in_id = db.exec(select(CheckIn)).one().id
    play.anna.taps("Let Dr Okafor see them")
    play.anna.presses_data("taps «Keep these to me»", f"1:check_in:keep:{check_in_id}")


SCENE = Scene("Short questions: who sees the answers", (kept, low, shares_no_more))
