"""A manager gives somebody who works here a role, or takes one away."""

from bot.buttons import Button, button
from bot.conversation import Conversation
from bot.records import people, staff
from bot.records.access import Action
from bot.records.people import Person, Role
from bot.staff_changes import RoleChange, change_roles, role_names, why_not_change
from bot.texts import _
from bot.turn import Turn
from conversations.staff.colleagues import colleague, roles_said
from conversations.staff.new_colleague import bit_of, roles_of_bits


def choose(turn: Turn, person_id: int) -> None:
    person = colleague(turn, person_id)
    if person is None:
        return
    held = people.roles_of(turn.db, person)
    buttons = []
    for role in staff.ROLES:
        name = _name(turn, role)
        label = _("No longer {role}") if role in held else _("Add {role}")
        tap = "colleague_roles:take" if role in held else "colleague_roles:give"
        buttons.append(button(label.format(role=name), tap, person.id, bit_of(role)))
    turn.say(
        _("{name}: {roles}. What changes?").format(name=person.name, roles=roles_said(turn, held)),
        [*buttons, _leave_it(person.id)],
    )


def _name(turn: Turn, role: Role) -> str:
    (name,) = role_names(turn.practice, frozenset({role}))
    return name


def give(turn: Turn, person_id: int, bit: int) -> None:
    """What the role lets them do is said before it counts."""
    change = _change(turn, person_id, bit, gives=True)
    if change is None:
        return
    (role,) = change.add
    means = {
        Role.PSYCHOLOGIST: _("{name} can then have clients and set homework for them."),
        Role.MANAGER: _(
            "{name} then sees the times of all clients, answers requests and decides who works "
            "here. A client's message reaches them only if the client names them."
        ),
        Role.SENIOR: _(
            "Clients can then name {name} to hear that something isn't right, and {name} is told "
            "of urgent messages."
        ),
    }[role]
    said = _("New role: {role}.").format(role=_name(turn, role))
    _confirm(turn, change.person, f"{said} {means.format(name=change.person.name)}", 1, bit)


def take(turn: Turn, person_id: int, bit: int) -> None:
    change = _change(turn, person_id, bit, gives=False)
    if change is None:
        return
    (role,) = change.remove
    text = _(
        "{name} is then no longer {role}, and is offered to nobody as such. "
        "What clients sent to {name} stays with them."
    ).format(name=change.person.name, role=_name(turn, role))
    _confirm(turn, change.person, text, 0, bit)


def _change(turn: Turn, person_id: int, bit: int, *, gives: bool) -> RoleChange | None:
    """The change if it can be made; otherwise says why not."""
    person = colleague(turn, person_id)
    if person is None:
        return None
    roles = roles_of_bits(bit)
    add, remove = (roles, frozenset[Role]()) if gives else (frozenset[Role](), roles)
    change = RoleChange(person, add, remove, turn.person)
    wrong = why_not_change(turn.db, change, turn.practice)
    if len(roles) != 1 or wrong:
        turn.say(wrong or _("I don't know that role. Nothing was changed."), [_leave_it(person_id)])
        return None
    return change


def _confirm(turn: Turn, person: Person, text: str, gives: int, bit: int) -> None:
    turn.say(
        text,
        [
            button(_("Change it"), "colleague_roles:set", person.id, gives, bit, also=("yes",)),
            _leave_it(person.id),
        ],
    )


def _leave_it(person_id: int) -> Button:
    return button(_("Leave it"), "colleagues:look", person_id, also=("no",))


def set_it(turn: Turn, person_id: int, gives: int, bit: int) -> None:
    change = _change(turn, person_id, bit, gives=bool(gives))
    if change is None:
        return
    change_roles(turn.db, change, turn.practice, turn.now)
    roles = people.roles_of(turn.db, change.person)
    turn.say(
        _("{name}: {roles}. I tell them if they are connected.").format(
            name=change.person.name, roles=roles_said(turn, roles)
        ),
        [button(_("All staff"), "colleagues:all")],
    )


CONVERSATION = Conversation(
    name="colleague_roles",
    taps={"choose": choose, "give": give, "take": take, "set": set_it},
    behind_code=frozenset({"set"}),
    needs=Action.MANAGE_STAFF,
)
