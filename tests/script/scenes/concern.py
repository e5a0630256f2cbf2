"""«Something isn't right»: who can be told."""

from sqlmodel import col, delete

from bot.records.people import Person, Role, RoleHeld
from tests.script.play import Play, Scene


def who_hears(play: Play) -> None:
    """She taps «Something isn't right»"""
    play.anna.taps("Something isn't right")


def without_psychologist(play: Play) -> None:
    """She has no psychologist in the practice's list"""
    with play.practice.database.transaction() as db:
        anna = db.get(Person, play.cast.anna_row.id)
        assert anna is not None
        anna.psychologist_id = None
    play.anna.taps("Something isn't right")


def nobody_else(play: Play) -> None:
    """At a practice where her psychologist works alone"""
    with play.practice.database.transaction() as db:
        others = col(RoleHeld.role).in_([Role.MANAGER, Role.SENIOR])
        db.exec(delete(RoleHeld).where(others))
    play.anna.taps("Something isn't right")


SCENE = Scene("«Something isn't right»", (who_hears, without_psychologist, nobody_else))
