"""What a client lets their psychologist see: shown, turned on, and ended with one tap."""

from datetime import datetime

from bot.buttons import Button, button
from bot.conversation import Conversation
from bot.records import people, sharings, shown_answers, shown_clients, unsharing
from bot.records.people import STAFF, Person, Role, Telephone
from bot.records.sharings import SharedKind, Sharing
from bot.rules.names import called
from bot.texts import _
from bot.turn import Turn
from conversations.case_alerts import can_be_reached
from conversations.menu import keyboard_for
from conversations.sharing_words import (
    SHARING_TEXT_VERSION,
    freely,
    is_off,
    is_on,
    stands,
    would_see,
)

# --- what is shared now


def show(turn: Turn) -> None:
    if turn.roles & STAFF:
        turn.say(
            _(
                "Your clients choose with /sharing what you see. There is nothing to set here for staff."
            ),
            keyboard=keyboard_for(turn),
        )
        return
    if turn.person.telephone is Telephone.SHARED:
        return _show_shortly(turn)
    reader = reader_of_client(turn)
    if reader is None:
        turn.say(_nobody_sees(turn), keyboard=keyboard_for(turn))
        return
    name = called(reader.name)
    chosen = {kind: _standing(turn, reader, kind) for kind in SharedKind}
    lines = [
        _("What {name} can see here, and nobody else:").format(name=name),
        *[stands(turn, kind, yes) for kind, yes in chosen.items()],
        "",
        _("What you keep to yourself stays with you. You can change this at any time."),
    ]
    if not can_be_reached(reader):
        lines.append(
            _(
                "{name} isn't connected here at the moment, and sees nothing until that changes."
            ).format(name=name)
        )
    turn.say(
        "\n".join(lines),
        [
            _off_button(kind) if yes is not None else _on_button(kind, reader)
            for kind, yes in chosen.items()
        ],
    )


def reader_of_client(turn: Turn) -> Person | None:
    """Whom they see now, if that person works here as a psychologist."""
    reader_id = turn.person.psychologist_id
    reader = people.get(turn.db, reader_id) if reader_id is not None else None
    if reader is None or Role.PSYCHOLOGIST not in people.roles_of(turn.db, reader):
        return None
    return reader


def _nobody_sees(turn: Turn) -> str:
    reader_id = turn.person.psychologist_id
    if reader_id is None:
        return _("I don't know whom you see here yet, so there is nobody to share with.")
    return _(
        "{name} doesn't work here any more and sees nothing of yours. Once you see somebody else, "
        "you choose anew what they see."
    ).format(name=called(people.get(turn.db, reader_id).name))


def _show_shortly(turn: Turn) -> None:
    """Where others read along: neither what there is nor who sees it; ending it is always possible."""
    is_shared = any(stands_for_anybody(turn, kind) for kind in SharedKind)
    text = _(
        "Others can see this telephone, so I don't show here what you share, nor ask about it."
    )
    if not is_shared:
        turn.say(text, keyboard=keyboard_for(turn))
        return
    turn.say(text, [button(_("End all sharing"), "sharing:end_all")])


def stands_for_anybody(turn: Turn, kind: SharedKind) -> bool:
    reader_id = turn.person.psychologist_id
    return (
        reader_id is not None
        and sharings.standing(turn.db, turn.person.id, reader_id, kind) is not None
    )


def _standing(turn: Turn, reader: Person, kind: SharedKind) -> Sharing | None:
    return sharings.standing(turn.db, turn.person.id, reader.id, kind)


def _on_button(kind: SharedKind, reader: Person) -> Button:
    label = {
        SharedKind.CHECK_INS: _("Let {name} see my numbers"),
        SharedKind.HOMEWORK: _("Let {name} see homework"),
        SharedKind.NOTES: _("Let {name} see notes"),
    }[kind]
    return button(label.format(name=called(reader.name)), "sharing:on", kind.value, reader.id)


def _off_button(kind: SharedKind) -> Button:
    label = {
        SharedKind.CHECK_INS: _("Stop sharing my numbers"),
        SharedKind.HOMEWORK: _("Stop sharing homework"),
        SharedKind.NOTES: _("Stop sharing notes"),
    }[kind]
    return button(label, "sharing:off", kind.value)


# --- on


def turn_on(turn: Turn, kind_value: str, reader_id: int) -> None:
    """Exactly who would see what, before from when on is chosen."""
    reader, kind = _meant(turn, kind_value, reader_id)
    if reader is None or kind is None:
        return
    everything = {
        SharedKind.CHECK_INS: _(
            "«All so far too» means all the numbers that you gave about your times with {name}."
        ),
        SharedKind.HOMEWORK: _(
            "«All so far too» means every answer about homework from {name}, as it is now, except "
            "what you chose just to leave."
        ),
        SharedKind.NOTES: _(
            "«All so far too» means also the notes that you let {name} see before."
        ),
    }[kind].format(name=called(reader.name))
    data = (kind.value, reader.id)
    turn.say(
        "\n\n".join([f"{would_see(kind, reader)} {freely()}", everything]),
        [
            button(_("From now on"), "sharing:from_now", *data),
            button(_("All so far too"), "sharing:all", *data),
            button(_("Leave it off"), "sharing:leave", kind.value, also=("no",)),
        ],
    )


def from_now_on(turn: Turn, kind_value: str, reader_id: int) -> None:
    _turned_on(turn, kind_value, reader_id, covers_all=False)


def all_so_far(turn: Turn, kind_value: str, reader_id: int) -> None:
    _turned_on(turn, kind_value, reader_id, covers_all=True)


def _turned_on(turn: Turn, kind_value: str, reader_id: int, *, covers_all: bool) -> None:
    reader, kind = _meant(turn, kind_value, reader_id)
    if reader is None or kind is None:
        return
    yes, name = _standing(turn, reader, kind), called(reader.name)
    if yes is None or (yes.covers_from is None) is not covers_all:
        if yes is not None:  # «all» becomes «from now on», or the other way: the last tap counts
            sharings.revoke(turn.db, turn.person.id, kind, turn.now)
            shown_clients.note_change(turn.db, turn.person.id, turn.now)
        give(turn, reader, kind, None if covers_all else turn.now)
    turn.say(is_on(kind, name, covers_all=covers_all), [_off_button(kind)])


def give(turn: Turn, reader: Person, kind: SharedKind, covers_from: datetime | None) -> None:
    """The client's yes. None for `covers_from`: all so far too."""
    client = turn.person
    row = sharings.asked(turn.db, client.id, reader.id, kind) or sharings.ask(
        turn.db, client, reader.id, kind, SHARING_TEXT_VERSION, turn.now
    )
    sharings.give(row, turn.now, covers_from)
    turn.db.flush()
    if kind is SharedKind.HOMEWORK and covers_from is None:
        shown_answers.let_see_all(turn.db, client.id, reader.id, turn.now)
    turn.note(f"share {kind.value}", row)


def leave(turn: Turn, kind_value: str) -> None:
    """Off as well if one of the other buttons was tapped before: the last tap counts."""
    is_kind = kind_value in {each.value for each in SharedKind}
    if is_kind and stands_for_anybody(turn, SharedKind(kind_value)):
        return turn_off(turn, kind_value)
    turn.say(_("All right. Nothing was changed."), keyboard=keyboard_for(turn))


def _meant(turn: Turn, kind_value: str, reader_id: int) -> tuple[Person | None, SharedKind | None]:
    """Whom and which kind a button means, if that can be turned on; otherwise says why not.

    A yes counts for whom it named: not for somebody whom they see since.
    """
    if kind_value not in {each.value for each in SharedKind} or turn.roles & STAFF:
        return None, None
    reader = reader_of_client(turn)
    if turn.person.telephone is Telephone.SHARED:
        _show_shortly(turn)
        return None, None
    if reader is None:
        turn.say(_nobody_sees(turn), keyboard=keyboard_for(turn))
        return None, None
    if reader.id != reader_id:
        text = _("You see {name} by now, so I changed nothing. /sharing shows what {name} can see.")
        turn.say(text.format(name=called(reader.name)), keyboard=keyboard_for(turn))
        return None, None
    return reader, SharedKind(kind_value)


# --- off: whoever it was for, and on every telephone


def turn_off(turn: Turn, kind_value: str) -> None:
    """One tap, and true from this instant on."""
    if kind_value not in {each.value for each in SharedKind} or turn.roles & STAFF:
        return
    kind, reader_id = SharedKind(kind_value), turn.person.psychologist_id
    if reader_id is None or not stands_for_anybody(turn, kind):
        turn.say(_("That is off already. /sharing shows what is on."), keyboard=keyboard_for(turn))
        return
    unsharing.end(turn.db, turn.person.id, kind, turn.now)
    turn.note(f"end sharing {kind.value}", turn.person)
    name = called(people.get(turn.db, reader_id).name)
    turn.say(is_off(kind, name), keyboard=keyboard_for(turn))


def end_all(turn: Turn) -> None:
    """Says neither what it was nor who saw it: others read along."""
    if turn.roles & STAFF:
        return
    for kind in SharedKind:
        unsharing.end(turn.db, turn.person.id, kind, turn.now)
    turn.note("end all sharing", turn.person)
    turn.say(
        _("Ended. Nothing of it is shown or sent from now on. What was read by now stays read."),
        keyboard=keyboard_for(turn),
    )


CONVERSATION = Conversation(
    name="sharing",
    commands={"sharing": show},
    taps={
        "show": show,
        "on": turn_on,
        "from_now": from_now_on,
        "all": all_so_far,
        "leave": leave,
        "off": turn_off,
        "end_all": end_all,
    },
)
