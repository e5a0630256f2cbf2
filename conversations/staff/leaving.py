"""A manager says that somebody leaves: what happens is shown first, with numbers, then it counts."""

from bot.buttons import button
from bot.conversation import Conversation
from bot.records import people, staff
from bot.records.access import Action
from bot.records.people import Person, Role
from bot.staff_changes import HandedOver, Leaving, leave, what_goes, why_not_leave
from bot.texts import _
from bot.turn import Turn
from conversations.menu import keyboard_for
from conversations.staff.colleagues import LISTED, colleague

NOBODY = 0  # instead of an id: there are no clients to take


def begin(turn: Turn, person_id: int) -> None:
    """Who takes the clients, where there are any."""
    person = colleague(turn, person_id)
    if person is None:
        return
    clients = staff.clients_count(turn.db, person)
    if not clients or staff.runs_alone(turn.db, person):
        return show(turn, person_id, NOBODY)
    takers = [each for each in people.holders(turn.db, Role.PSYCHOLOGIST) if each.id != person.id]
    if not takers:
        return show(turn, person_id, NOBODY)  # says that they need another one
    turn.say(
        _("Clients of {name}: {count}. Who takes them?").format(name=person.name, count=clients),
        [
            *(
                button(
                    _("{name} takes them").format(name=each.name),
                    "leaving:show",
                    person.id,
                    each.id,
                    also=[each.name],
                )
                for each in takers[:LISTED]
            ),
            button(_("I'll change them first"), "leaving:not_yet", person.id, also=("no",)),
        ],
    )


def show(turn: Turn, person_id: int, taker_id: int) -> None:
    """What would happen. That something waits for them is always said, so it tells nothing."""
    leaving = _leaving(turn, person_id, taker_id)
    if leaving is None:
        return
    person = leaving.person
    lines = [_("If {name} leaves:").format(name=person.name), _what_ends(turn, person)]
    if leaving.taker is not None:
        handed = what_goes(turn.db, leaving, turn.now)
        lines.append(_goes_to(leaving.taker, handed))
        if handed.clashes:
            lines.append(_clash(leaving.taker, handed))
        lines.append(_("- I don't tell clients that they leave: please do"))
    lines.append(_("- what waits for them is handed on, as each client allowed"))
    turn.say(
        "\n".join(lines),
        [
            button(_("They leave now"), "leaving:now", person.id, taker_id, also=("yes",)),
            button(_("Not yet"), "leaving:not_yet", person.id, also=("no",)),
        ],
    )


def _what_ends(turn: Turn, person: Person) -> str:
    if person.id == turn.person.id:
        return _("- this chat is disconnected at once, because that is you")
    return _("- their chat and any open link stop working at once")


def _goes_to(taker: Person, handed: HandedOver) -> str:
    return _("- to {taker}: clients {clients}, booked sessions {sessions}").format(
        taker=taker.name, clients=handed.clients, sessions=handed.sessions
    )


def _clash(taker: Person, handed: HandedOver) -> str:
    return _("- at the time of {count} of these {taker} has another: please move them").format(
        count=handed.clashes, taker=taker.name
    )


def _leaving(turn: Turn, person_id: int, taker_id: int) -> Leaving | None:
    """Who leaves so, if they can; otherwise says why not."""
    person = colleague(turn, person_id)
    taker = colleague(turn, taker_id) if person is not None and taker_id != NOBODY else None
    if person is None or (taker is None and taker_id != NOBODY):
        return None
    leaving = Leaving(person, taker, turn.person)
    wrong = why_not_leave(turn.db, leaving, turn.practice)
    if wrong:
        turn.say(wrong, [button(_("All staff"), "colleagues:all")])
        return None
    return leaving


def not_yet(turn: Turn, person_id: int) -> None:
    person = colleague(turn, person_id)
    if person is not None:
        turn.say(
            _("All right. {name} still works here, and nothing was changed.").format(
                name=person.name
            ),
            keyboard=keyboard_for(turn),
        )


def now(turn: Turn, person_id: int, taker_id: int) -> None:
    leaving = _leaving(turn, person_id, taker_id)
    if leaving is None:
        return
    is_self = leaving.person.id == turn.person.id
    handed = leave(turn.db, leaving, turn.practice, turn.now)
    turn.has_answered = True  # who leaves reads that their chat is no longer connected
    if is_self:
        return
    lines = [_("{name} has left, and their chat is disconnected.").format(name=leaving.person.name)]
    if leaving.taker is not None:
        lines.append(
            _("Clients to {taker}: {clients}. Booked sessions: {sessions}.").format(
                taker=leaving.taker.name, clients=handed.clients, sessions=handed.sessions
            )
        )
    lines.append(_("What waited for them is handed on."))
    turn.say("\n".join(lines), keyboard=keyboard_for(turn))


CONVERSATION = Conversation(
    name="leaving",
    taps={"begin": begin, "show": show, "not_yet": not_yet, "now": now},
    behind_code=frozenset({"now"}),
    needs=Action.MANAGE_STAFF,
)
