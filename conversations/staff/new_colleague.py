"""A manager adds somebody who works here: roles tapped, the name typed, shown back, confirmed."""

from bot.buttons import Button, button
from bot.conversation import Conversation
from bot.records import kept_words, people, staff
from bot.records.access import Action
from bot.records.kept_words import KeptWords
from bot.records.people import Role
from bot.staff_changes import role_names
from bot.texts import _
from bot.turn import Turn
from conversations.menu import keyboard_for
from conversations.staff.colleagues import roles_said

_LONGEST_NAME = 100
_ALL = 2 ** len(staff.ROLES) - 1


def bit_of(role: Role) -> int:
    """A role as old buttons have it."""
    return 1 << staff.ROLES.index(role)


def roles_of_bits(bits: int) -> frozenset[Role]:
    return frozenset(role for role in staff.ROLES if bits & bit_of(role))


def with_capital(text: str) -> str:
    return text[:1].upper() + text[1:]


# --- 1 of 3: roles


def begin(turn: Turn) -> None:
    turn.say(_question(turn, 0), _choices(turn, 0))


def choose(turn: Turn, bits: int) -> None:
    """One role more or less."""
    bits &= _ALL
    turn.change(_question(turn, bits), _choices(turn, bits))


def _question(turn: Turn, bits: int) -> str:
    ask = _("What do they do here? Tap all that fit, then «Next».")
    if not bits:
        return ask
    chosen = _("Chosen: {roles}.").format(roles=roles_said(turn, roles_of_bits(bits)))
    return f"{ask}\n{chosen}"


def _choices(turn: Turn, bits: int) -> list[Button]:
    buttons = []
    for role in staff.ROLES:
        (name,) = role_names(turn.practice, frozenset({role}))
        is_chosen = bits & bit_of(role)
        label = _("Not {role}").format(role=name) if is_chosen else with_capital(name)
        buttons.append(button(label, "new_colleague:choose", bits ^ bit_of(role)))
    go_on = [button(_("Next"), "new_colleague:next", bits)] if bits else []
    return [*buttons, *go_on, _leave_button()]


def _leave_button() -> Button:
    return button(_("Don't add"), "new_colleague:leave", also=("no",))


# --- 2 of 3: the name


def ask_name(turn: Turn, bits: int) -> None:
    if not roles_of_bits(bits):
        return begin(turn)
    _ask(turn, bits, _("What is their name? Clients read it as you write it, like «Dr Okafor»."))


def _ask(turn: Turn, bits: int, text: str) -> None:
    turn.ask(text, [_leave_button()], then="new_colleague:name", bits=bits)


def name_received(turn: Turn, text: str, bits: int) -> None:
    """Shown back; it counts when it is confirmed."""
    if not turn.may(Action.MANAGE_STAFF):
        return _gone(turn)
    name = " ".join(text.split())
    wrong = _why_not(turn, name)
    if wrong:
        return _ask(turn, bits, wrong)
    kept = kept_words.keep(turn.db, turn.person.id, name, turn.now)
    turn.say(
        _(
            "{name}: {roles}.\nThey get nothing before they have opened their link. Add them?"
        ).format(name=name, roles=roles_said(turn, roles_of_bits(bits))),
        [
            button(_("Add"), "new_colleague:add", bits, kept.id, also=("yes",)),
            button(_("Change the name"), "new_colleague:next", bits),
            _leave_button(),
        ],
    )


def _why_not(turn: Turn, name: str) -> str:
    if not name or len(name) > _LONGEST_NAME or not name.isprintable():
        return _("A name has 1 to {longest} letters. Please write it once more.").format(
            longest=_LONGEST_NAME
        )
    if people.named(turn.db, name):
        return _(
            "Somebody here is called «{name}» already. Write it so that they can be told apart."
        ).format(name=name)
    return ""


# --- 3 of 3: it counts


def add(turn: Turn, bits: int, kept_id: int) -> None:
    roles = roles_of_bits(bits)
    row = turn.reach(Action.USE_KEPT_WORDS, KeptWords, kept_id)
    name = kept_words.take(turn.db, row, turn.now) if row is not None and roles else None
    if name is None:
        return _gone(turn)
    wrong = _why_not(turn, name)
    if wrong:  # somebody else has added one of this name meanwhile
        return _ask(turn, bits, wrong)
    person = people.add(turn.db, name=name, roles=roles, now=turn.now)
    turn.note("add staff", person)
    turn.say(
        _("{name} is added. I can't write to them yet: make a link and pass it on.").format(
            name=name
        ),
        [
            button(_("Invite"), "colleagues:invite", person.id),
            button(_("All staff"), "colleagues:all"),
        ],
    )


def _gone(turn: Turn) -> None:
    turn.say(
        _("That was added already, or is too old. /staff shows who works here."),
        keyboard=keyboard_for(turn),
    )


def leave(turn: Turn) -> None:
    turn.say(_("All right. Nobody was added."), keyboard=keyboard_for(turn))


CONVERSATION = Conversation(
    name="new_colleague",
    taps={"begin": begin, "choose": choose, "next": ask_name, "add": add, "leave": leave},
    steps={"name": name_received},
    behind_code=frozenset({"add"}),
    needs=Action.MANAGE_STAFF,
)
