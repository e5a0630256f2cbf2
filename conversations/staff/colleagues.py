"""Who works here, as a manager sees it: each with roles and chat, their link, and what can be changed."""

from datetime import timedelta

from bot.buttons import Button, button
from bot.conversation import Conversation
from bot.records import invitations, people, staff
from bot.records.access import Action
from bot.records.outbox import Body
from bot.records.people import STAFF, Person, Role
from bot.staff_changes import role_names
from bot.texts import _
from bot.turn import Turn
from conversations.menu import keyboard_for

LISTED = 90  # Telegram takes 100 buttons under a message
_LINK_STAYS = timedelta(days=1)  # long enough to pass it on; then it goes from the chat


def colleague(turn: Turn, person_id: int) -> Person | None:
    """Somebody who works here; otherwise says that nobody is found."""
    found = turn.reach(Action.MANAGE_STAFF, Person, person_id)
    if found is None:
        turn.say(
            _("I don't find that colleague. They may have left. /staff shows who works here."),
            keyboard=keyboard_for(turn),
        )
    return found


def roles_said(turn: Turn, roles: frozenset[Role]) -> str:
    return turn.words.listed(role_names(turn.practice, roles))


# --- all of them


def show_staff(turn: Turn) -> None:
    """Everybody, or with a name behind the command the one of this name."""
    typed = turn.incoming.text.partition(" ")[2].strip() if turn.incoming is not None else ""
    if typed:
        return _look_for(turn, typed)
    show_all(turn)


def _look_for(turn: Turn, name: str) -> None:
    found = people.named(turn.db, name, STAFF)
    if len(found) == 1:
        return look(turn, found[0].id)
    turn.say(
        _("Nobody of this name works here. Write it in full: /staff Dr Okafor."),
        [button(_("All staff"), "colleagues:all")],
    )


def show_all(turn: Turn) -> None:
    everybody = staff.everybody(turn.db)
    lines = [_line(turn, person, roles) for person, roles in everybody]
    if len(everybody) > LISTED:
        lines.append(_("Not everybody has a button here. Write /staff and the name."))
    turn.say(
        "\n".join([_("Who works here:"), *lines]),
        [
            *(
                button(person.name, "colleagues:look", person.id)
                for person, _roles in everybody[:LISTED]
            ),
            button(_("Add somebody"), "new_colleague:begin"),
        ],
    )


def _line(turn: Turn, person: Person, roles: frozenset[Role]) -> str:
    parts = [_("{name}: {roles}").format(name=person.name, roles=roles_said(turn, roles))]
    if person.telegram_id is None:
        parts.append(_("not connected"))
    elif person.unreachable_at is not None:
        parts.append(_("can't be reached"))
    if (until := _away_until(turn, person)) is not None:
        parts.append(until)
    return " · ".join(parts)


def _away_until(turn: Turn, person: Person) -> str | None:
    if person.away_until is None or not person.is_away(turn.now):
        return None
    return _("away until {when}").format(when=turn.words.day_and_time(person.away_until))


# --- one of them


def look(turn: Turn, person_id: int) -> None:
    person = colleague(turn, person_id)
    if person is None:
        return
    line = _line(turn, person, people.roles_of(turn.db, person))
    is_open = invitations.open_of(turn.db, person, turn.now) is not None
    turn.say("\n".join([line, *_connection(turn, person)]), _buttons(person, is_open=is_open))


def _connection(turn: Turn, person: Person) -> list[str]:
    lines = []
    if person.telegram_id is not None and person.joined_at is not None:
        since = turn.words.day_and_time(person.joined_at)
        lines.append(_("Connected since {when}.").format(when=since))
    invitation = invitations.open_of(turn.db, person, turn.now)
    if invitation is not None:
        until = turn.words.day_and_time(invitation.expires_at)
        lines.append(_("A link nobody has opened yet is good until {when}.").format(when=until))
    elif person.telegram_id is None:
        lines.append(_("There is no link that they could open."))
    return lines


def _buttons(person: Person, *, is_open: bool) -> list[Button]:
    is_new = person.telegram_id is None and not is_open
    label = _("Invite") if is_new else _("Invite again")
    revoke = [button(_("Revoke the link"), "colleagues:revoke", person.id)] if is_open else []
    return [
        button(label, "colleagues:invite", person.id),
        *revoke,
        button(_("Change roles"), "colleague_roles:choose", person.id),
        button(_("Leaves"), "leaving:begin", person.id),
        button(_("All staff"), "colleagues:all"),
    ]


# --- their link


def invite(turn: Turn, person_id: int) -> None:
    """A new one at once; for somebody who has a chat, what it does is said first."""
    person = colleague(turn, person_id)
    if person is None:
        return
    if person.telegram_id is None:
        return make_link(turn, person_id)
    turn.say(
        _(
            "{name} has a chat here. Once somebody opens the new link:\n"
            "- the old chat is told, and disconnected at once\n"
            "- what waits for {name} goes to the new one; half-typed answers are lost\n"
            "Until then nothing changes."
        ).format(name=person.name),
        [
            button(_("Make the link"), "colleagues:link", person.id),
            button(_("Leave it"), "colleagues:look", person.id, also=("no",)),
        ],
    )


def make_link(turn: Turn, person_id: int) -> None:
    """It may be passed on, so it isn't protected; the one before stops working."""
    person = colleague(turn, person_id)
    if person is None:
        return
    code = invitations.invite(turn.db, person, turn.now)
    turn.note("invite", person)
    until = turn.words.day_and_time(turn.now + invitations.GOOD_FOR)
    text = _(
        "A link for {name}, good once, until {when}:\n{link}\n"
        "Pass it on to {name} alone: whoever opens it first is {name} here. "
        "An older link stops working. I take this message away in a day."
    ).format(name=person.name, when=until, link="{link}")
    turn.say("", body=Body(text=text, start_code=code), goes_after=_LINK_STAYS)


def revoke(turn: Turn, person_id: int) -> None:
    person = colleague(turn, person_id)
    if person is None:
        return
    if invitations.revoke(turn.db, person, turn.now):
        turn.note("revoke invitation", person)
        text = _("The link of {name} no longer works.")
    else:
        text = _("{name} has no link that somebody could open.")
    turn.say(text.format(name=person.name), [button(_("All staff"), "colleagues:all")])


CONVERSATION = Conversation(
    name="colleagues",
    commands={"staff": show_staff},
    taps={"all": show_all, "look": look, "invite": invite, "link": make_link, "revoke": revoke},
    behind_code=frozenset({"invite", "link"}),
    needs=Action.MANAGE_STAFF,
)
