"""Something isn't right: who can be told without the psychologist hearing of it."""

from bot.records import people
from bot.records.people import Role
from bot.rules.names import called
from bot.texts import _
from bot.turn import Conversation, Turn


def begin(turn: Turn, *, check_in_id: int = 0, words_from: int = 0) -> None:
    """The way in from a check-in (whose answers may be added), homework or free text.

    `words_from` is the id of a row of kept words: what the person wrote before they were asked.
    """
    show_who_hears(turn)


def show_who_hears(turn: Turn) -> None:
    """Say who can be told and how to reach them. Nothing is passed on from here yet."""
    others = [
        *people.holders(turn.db, Role.MANAGER),
        *people.holders(turn.db, Role.SENIOR),
    ]
    names = list(
        dict.fromkeys(each.name for each in others if each.id != turn.person.psychologist_id)
    )
    turn.say(
        _("You're allowed to say this. Your times and what you pay stay the same.")
        + "\n\n"
        + _who(turn, names)
        + "\n\n"
        + _("I don't pass anything on from here, and nobody is told that you tapped this.")
    )


def _who(turn: Turn, names: list[str]) -> str:
    if not names:
        return _("Phone {practice} and ask who can listen.").format(
            practice=turn.practice.name_and_phone
        )
    psychologist_id = turn.person.psychologist_id
    listeners = _(" or ").join(names)
    if psychologist_id is None:
        return _("Phone {practice} and ask for {names}.").format(
            practice=turn.practice.name_and_phone, names=listeners
        )
    return _(
        "Phone {practice} and ask for {names}. You don't have to go through {psychologist}."
    ).format(
        practice=turn.practice.name_and_phone,
        names=listeners,
        psychologist=called(people.get(turn.db, psychologist_id).name),
    )


CONVERSATION = Conversation(
    name="concern",
    words={"Something isn't right": show_who_hears},
)
