"""Who isn't known: strangers, links that don't work, a new telephone, a group."""

from tests.script.play import Play, Scene


def stranger(play: Play) -> None:
    """Somebody whom nobody invited"""
    somebody = play.somebody("Somebody")
    somebody.types("/start")
    somebody.types("/start wrong")


def second_person(play: Play) -> None:
    """Ben's link, opened on Anna's telephone"""
    play.anna.opens_invitation_of(play.cast.ben_row)


def new_telephone(play: Play) -> None:
    """Anna opens a new link on a new telephone"""
    new = play.somebody("Anna's new telephone")
    new.opens_invitation_of(play.cast.anna_row)
    new.taps("Yes, it's just me")


def group(play: Play) -> None:
    """In a group"""
    family = play.group("Family", play.anna)
    family.does("adds the bot to a group", lambda: None)


SCENE = Scene(
    "Strangers, new telephones and groups", (stranger, second_person, new_telephone, group)
)
