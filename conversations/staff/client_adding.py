"""A manager adds a client: whom they see, their name, and a number where two have one name."""

from bot.buttons import Button, button
from bot.conversation import Conversation
from bot.records import kept_words, people, psychologist_changes
from bot.records.access import Action
from bot.records.kept_words import KeptWords
from bot.records.people import Person
from bot.rules.names import LONGEST_LINE, called, tidy_line
from bot.texts import _
from bot.turn import Turn
from conversations.menu import keyboard_for

_BUTTONS = 90  # Telegram takes 100 under a message


# --- 1 of 3: whom they see


def begin(turn: Turn) -> None:
    found = psychologist_changes.psychologists(turn.db)
    if not found:
        turn.say(
            _("There is no psychologist here yet. /staff adds one."),
            keyboard=keyboard_for(turn),
        )
        return
    if len(found) == 1:
        return _ask_name(turn, found[0])
    turn.say(
        _("Whom will the new client see?"),
        [
            *[button(each.name, "client_adding:sees", each.id) for each in found[:_BUTTONS]],
            _dont_add(),
        ],
    )


def sees(turn: Turn, psychologist_id: int) -> None:
    chosen = _psychologist(turn, psychologist_id)
    if chosen is None:
        return begin(turn)
    _ask_name(turn, chosen)


def _psychologist(turn: Turn, psychologist_id: int) -> Person | None:
    found = psychologist_changes.psychologists(turn.db)
    return next((each for each in found if each.id == psychologist_id), None)


def _dont_add() -> Button:
    return button(_("Don't add"), "client_adding:leave")


# --- 2 of 3: the name


def _ask_name(turn: Turn, psychologist: Person, before: str = "") -> None:
    text = _("The name in full, as the client wants to be called? They will see {name}.")
    turn.ask(
        before or text.format(name=called(psychologist.name)),
        [_dont_add()],
        then="client_adding:name",
        psychologist_id=psychologist.id,
    )


def name_received(turn: Turn, text: str, psychologist_id: int) -> None:
    psychologist = _psychologist(turn, psychologist_id)
    if psychologist is None:
        return begin(turn)
    name = tidy_line(text)
    if name is None:
        return _ask_name(turn, psychologist, _not_a_name())
    if people.named(turn.db, name):
        return _ask_number(turn, name, psychologist)
    _show(turn, name, "", psychologist)


def _not_a_name() -> str:
    return _("That takes 1 to {longest} letters on one line. Please write it again.").format(
        longest=LONGEST_LINE
    )


# --- where two have one name: the number


def _ask_number(turn: Turn, name: str, psychologist: Person, before: str = "") -> None:
    text = _(
        "Somebody here is called «{name}» already. To tell them apart I need this one's number in "
        "your own records. What is it?"
    )
    turn.ask(
        before or text.format(name=name),
        [_dont_add()],
        then="client_adding:number",
        name=name,
        psychologist_id=psychologist.id,
    )


def number_received(turn: Turn, text: str, name: str, psychologist_id: int) -> None:
    psychologist = _psychologist(turn, psychologist_id)
    if psychologist is None:
        return begin(turn)
    number = tidy_line(text)
    if number is None:
        return _ask_number(turn, name, psychologist, _not_a_name())
    if people.named(turn.db, number):
        taken = _("«{number}» is somebody's already. Which number has this one?")
        return _ask_number(turn, name, psychologist, taken.format(number=number))
    _show(turn, name, number, psychologist)


# --- 3 of 3: shown before it counts


def _show(turn: Turn, name: str, number: str, psychologist: Person) -> None:
    """What was written is kept until a tap says that it is right: no button has room for it."""
    words = "\n".join([str(psychologist.id), name, number])
    kept = kept_words.keep(turn.db, turn.person.id, words, turn.now)
    text = _("«{name}», who sees {psychologist}. Is that right?")
    if number:
        text = _("«{name}», number {number}, who sees {psychologist}. Is that right?")
    turn.say(
        text.format(name=name, number=number, psychologist=called(psychologist.name)),
        [
            button(_("Add"), "client_adding:add", kept.id, also=("yes",)),
            button(_("Write it again"), "client_adding:sees", psychologist.id),
            _dont_add(),
        ],
    )


def add(turn: Turn, kept_id: int) -> None:
    kept = turn.reach(Action.ADD_CLIENT, KeptWords, kept_id)
    words = None if kept is None else kept_words.take(turn.db, kept, turn.now)
    psychologist_id, name, number = [*(words or "").split("\n"), "", ""][:3]
    if not psychologist_id.isdecimal() or not name:
        turn.say(
            _("That is added already, or gone. «Clients» shows who is here."),
            keyboard=keyboard_for(turn),
        )
        return
    psychologist = _psychologist(turn, int(psychologist_id))
    if psychologist is None:
        return begin(turn)
    if people.named(turn.db, number or name):  # somebody else was added meanwhile
        return _ask_number(turn, name, psychologist)
    client = people.add_client(
        turn.db, name=name, psychologist=psychologist, external_id=number or None, now=turn.now
    )
    turn.note("add client", client)
    turn.say(
        _("Added: {name}, who sees {psychologist}. Nothing is sent before you invite them.").format(
            name=name, psychologist=called(psychologist.name)
        ),
        [
            button(_("Invite"), "client_invitations:ask", client.id),
            button(_("Open the page"), "client_page:open", client.id),
        ],
    )


def leave(turn: Turn) -> None:
    turn.say(_("All right. Nobody was added."), keyboard=keyboard_for(turn))


CONVERSATION = Conversation(
    name="client_adding",
    taps={"begin": begin, "sees": sees, "add": add, "leave": leave},
    steps={"name": name_received, "number": number_received},
    needs=Action.ADD_CLIENT,
)
