"""Who could hear a concern about this person: the list that a client chooses from."""

from bot.buttons import Button, button
from bot.records.people import Person
from bot.rules.routing import Kind
from bot.texts import _
from bot.turn import Turn
from conversations import concern_about
from conversations.absences import who_is_away
from conversations.case_alerts import can_be_reached, listeners
from conversations.case_names import with_part
from conversations.concern_about import NOBODY
from conversations.concern_ways import nobody_here
from conversations.outside_practice import contact, outside_buttons


def ask_who(
    turn: Turn, subject: Person | None, check_in_id: int, words_from: int, lead: str
) -> None:
    who = _who_buttons(turn, subject, check_in_id, words_from)
    if not who:
        return nobody_here(turn, subject)
    hear = listeners(turn, subject.id if subject else None, Kind.OTHER)
    suffix, about_id = _said_about(turn, subject, check_in_id)
    call = button(
        _("I'd rather be called"), f"concern_call:who{suffix}", *about_id, check_in_id, words_from
    )
    away = who_is_away(turn, [*hear, *own_there(turn, hear)])
    nobody_else = "" if hear else contact(turn)
    parts = filter(None, [lead, nobody_else, away, _("Who should hear it?")])
    turn.say(
        "\n\n".join(parts),
        [
            *who,
            *([call] if hear else []),
            *concern_about.others_button(turn, subject, check_in_id, words_from),
            *outside_buttons(turn),
            button(_("Not now"), "concern:not_now"),
        ],
    )


def own_there(turn: Turn, hear: list[Person]) -> list[Person]:
    """The client's own psychologist, if they can be reached and are not among these."""
    own = concern_about.usual(turn)
    return [own] if own is not None and can_be_reached(own) and own not in hear else []


def _who_buttons(
    turn: Turn, subject: Person | None, check_in_id: int, words_from: int
) -> list[Button]:
    """Managers and senior psychologists, and the client's own psychologist last."""
    hear = listeners(turn, subject.id if subject else None, Kind.OTHER)
    whom_you_see = _("{name}, whom you see")
    labels = {
        **{each.id: with_part(turn, each) for each in hear},
        **{each.id: whom_you_see.format(name=each.name) for each in own_there(turn, hear)},
    }
    suffix, about_id = _said_about(turn, subject, check_in_id)
    return [
        button(label, f"concern:to{suffix}", each, *about_id, check_in_id, words_from)
        for each, label in labels.items()
    ]


def _said_about(turn: Turn, subject: Person | None, check_in_id: int) -> tuple[str, list[int]]:
    """What a button carries about whom it is: nothing where the way in says so, as it always was."""
    if subject == concern_about.usual(turn, check_in_id):
        return "", []
    return "_about", [subject.id if subject is not None else NOBODY]
