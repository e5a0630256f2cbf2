"""Whom she wanted to show something no longer works at the practice."""

from bot.records.people import Role
from tests.script.play import Play, Scene, Start


def before_reading(play: Play) -> None:
    """Dr Okafor leaves before reading it"""
    play.hire("Dr Adler", Role.PSYCHOLOGIST)
    play.anna.taps("Done")
    play.anna.taps("Yes, before we meet")
    with play.offstage():
        play.maria.types("/staff")
        for label in ("Dr Okafor", "Leaves", "Dr Adler takes them"):
            play.maria.taps(label)
    play.note("Maria enters that Dr Okafor leaves, and that Dr Adler takes the clients.")
    play.maria.taps("They leave now")


SCENE = Scene("Somebody leaves the practice", (before_reading,), Start.REMINDED)
