"""The locked screen: a code before a case or a client is shown, tapped so that nothing of it stays."""

import os
from typing import Any

from bot.buttons import Button, button
from bot.conversation import Conversation
from bot.incoming import IncomingKind
from bot.records import dialogue, outbox, sent_messages, staff_codes
from bot.records.access import Action
from bot.records.staff_codes import StaffCode
from bot.rules import screen_codes
from bot.rules.screen_codes import DIGITS, SALT_BYTES
from bot.texts import _
from bot.turn import Turn
from conversations.menu import keyboard_for

_CHOOSE = button("", "screen_lock:choose").data
_KEY_WIDTH = 10  # three keys in a row, as on a telephone


# --- what the router asks


def present(turn: Turn) -> None:
    """Somebody of the staff does something: an open screen stays open."""
    lock = turn.practice.staff_lock
    row = turn.db.get(StaffCode, turn.person.id)
    if lock is not None and row is not None and staff_codes.is_open(row, turn.now):
        row.open_until = turn.now + lock


def stays_locked(turn: Turn, data: str) -> bool:
    """Ask for the code if the screen is locked; what was tapped (`data`) is done after it."""
    if turn.practice.staff_lock is None:
        return False
    row = staff_codes.of(turn.db, turn.person.id)
    if staff_codes.is_open(row, turn.now):
        return False
    if row.blocked_until is not None and turn.now < row.blocked_until:
        turn.say(_closed_words(turn, row))
        return True
    row.entered = _fresh(data)
    text = _("Your code, please.") if row.code_hash else _invitation_to_choose(turn)
    turn.say(text, _pad())
    _wait_for_typed(turn)
    return True


def opened(turn: Turn) -> None:
    """Whoever has just come in by their invitation begins with an open screen."""
    lock = turn.practice.staff_lock
    if lock is not None:
        staff_codes.open_for(staff_codes.of(turn.db, turn.person.id), lock, turn.now)


def offer_code(turn: Turn) -> None:
    if turn.practice.staff_lock is not None:
        turn.say(
            _("A code keeps what you open here from whoever else picks up your telephone."),
            [button(_("Choose a code"), "screen_lock:choose")],
        )


# --- the pad


def _fresh(data: str, *, is_new: bool = False) -> dict[str, Any]:
    """What is kept while somebody taps. The salt is chosen once: a turn may be worked twice."""
    return {"digits": "", "then": data, "new": is_new, "salt": os.urandom(SALT_BYTES).hex()}


def _pad() -> list[Button]:
    keys = [
        Button(str(number), "screen_lock:digit", (number,), width=_KEY_WIDTH)
        for number in (1, 2, 3, 4, 5, 6, 7, 8, 9, 0)
    ]
    return [*keys, button(_("Never mind"), "screen_lock:never_mind")]


def _invitation_to_choose(turn: Turn) -> str:
    lock = turn.practice.staff_lock
    assert lock is not None, "the callers have looked"
    return _(
        "Choose a code of {count} digits. I ask for it before I show a case or a client when you "
        "have done nothing here for {time}.\n"
        "Tap it below: nothing of it stays in the chat."
    ).format(count=DIGITS, time=turn.words.lead(lock))


def _wait_for_typed(turn: Turn) -> None:
    """What is typed instead of tapped is taken away again."""
    dialogue.wait_for(
        turn.db, turn.person.id, conversation="screen_lock", step="typed", data={}, now=turn.now
    )


def _take_typed_away(turn: Turn) -> None:
    incoming = turn.incoming
    if incoming is not None and incoming.kind is IncomingKind.TEXT and incoming.message_id:
        outbox.put(
            turn.db, outbox.deletion(turn.chat_id, incoming.message_id, 0, turn.now), turn.now
        )


def typed(turn: Turn, _text: str) -> None:
    _take_typed_away(turn)
    turn.say(_("Please tap it on the pad above. I've taken away what you typed."))
    _wait_for_typed(turn)


def digit(turn: Turn, number: int) -> None:
    _take_typed_away(turn)
    row = staff_codes.of(turn.db, turn.person.id)
    entered = row.entered
    # A new code is chosen behind the old one: not on a pad that was left open.
    is_stale = row.code_hash is not None and entered.get("new") and not _is_open(turn, row)
    if number > 9 or "then" not in entered or is_stale:
        turn.say(_("That pad is closed. Tap once more what you want to open."))
        return
    digits = entered["digits"] + str(number)
    if len(digits) < DIGITS:
        row.entered = {**entered, "digits": digits}
        _wait_for_typed(turn)
        turn.toast("•" * len(digits))
    elif row.code_hash is None or entered["new"]:
        _choose(turn, row, digits)
    else:
        _try(turn, row, digits)


def _is_open(turn: Turn, row: StaffCode) -> bool:
    return staff_codes.is_open(row, turn.now)


def _try(turn: Turn, row: StaffCode, digits: str) -> None:
    salt = staff_codes.salt_of(row)
    tried = [turn.slowly(screen_codes.hashed, each, salt) for each in staff_codes.keyed(digits)]
    if staff_codes.is_right(row, tried):
        turn.note("open screen", turn.person)
        return _go_on(turn, row)
    row.wrong_tries += 1
    closed_for = screen_codes.closed_for(row.wrong_tries)
    if closed_for is None:
        row.entered = _fresh(row.entered["then"])
        left = screen_codes.tries_left(row.wrong_tries)
        turn.change(_("That isn't the code. Tries left: {count}.").format(count=left), _pad())
        _wait_for_typed(turn)
        return
    row.entered, row.blocked_until = {}, turn.now + closed_for
    turn.note("wrong codes", turn.person)
    turn.hide()
    turn.say(_closed_words(turn, row))


def _go_on(turn: Turn, row: StaffCode) -> None:
    """The screen is open: the pad goes, and what was tapped before it is done."""
    lock = turn.practice.staff_lock
    assert lock is not None, "there is a pad only where there is a lock"
    turn.next_tap = row.entered["then"]
    staff_codes.open_for(row, lock, turn.now)
    turn.hide()


def _closed_words(turn: Turn, row: StaffCode) -> str:
    assert row.blocked_until is not None, "the callers have looked"
    return _(
        "Too many wrong codes. You can try again {when}. If you've forgotten yours, ask whoever "
        "runs the program to reset it. Urgent messages can still be opened."
    ).format(when=turn.words.within(row.blocked_until, turn.now))


def never_mind(turn: Turn) -> None:
    staff_codes.of(turn.db, turn.person.id).entered = {}
    turn.hide()


# --- choosing one


def choose(turn: Turn) -> None:
    """A first code, or another one; behind the old code where there is one."""
    if turn.practice.staff_lock is None:
        turn.say(_switched_off())
        return
    row = staff_codes.of(turn.db, turn.person.id)
    row.entered = _fresh("", is_new=True)
    turn.say(_invitation_to_choose(turn), _pad())
    _wait_for_typed(turn)


def _choose(turn: Turn, row: StaffCode, digits: str) -> None:
    entered = row.entered
    first = entered.get("first")
    _wait_for_typed(turn)
    if first is None and screen_codes.is_too_simple(digits):
        row.entered = {**entered, "digits": ""}
        turn.change(_("That one is easily guessed. Please choose another."), _pad())
    elif first is None:
        row.entered = {**entered, "digits": "", "first": digits}
        turn.change(_("Once more, please."), _pad())
    elif first != digits:
        row.entered = _fresh(entered["then"], is_new=entered["new"])
        turn.change(_("Those were two different codes. Please begin again."), _pad())
    else:
        _keep(turn, row, digits)


def _keep(turn: Turn, row: StaffCode, digits: str) -> None:
    salt = bytes.fromhex(row.entered["salt"])
    row.code_hash = turn.slowly(screen_codes.hashed, staff_codes.keyed(digits)[0], salt)
    row.chosen_at = turn.now
    turn.note("choose code", turn.person)
    turn.stop_waiting()
    _go_on(turn, row)
    if turn.next_tap == _CHOOSE:  # that is what they have just done
        turn.next_tap = ""
    if not turn.next_tap:
        turn.say(_("That is your code now. /lock locks at once."), keyboard=keyboard_for(turn))


# --- locking


def lock_now(turn: Turn) -> None:
    """Lock, and take away what was shown and would still stay for a few minutes."""
    if turn.practice.staff_lock is None:
        turn.say(_switched_off())
        return
    row = staff_codes.of(turn.db, turn.person.id)
    staff_codes.close(row)
    sent_messages.take_protected_away(turn.db, turn.chat_id, turn.now)
    label = _("Choose another code") if row.code_hash else _("Choose a code")
    turn.say(
        _("Locked. I ask for your code before I show a case or a client."),
        [button(label, "screen_lock:choose")],
    )


def _switched_off() -> str:
    return _("The code is switched off here (STAFF_LOCK). Please lock the telephone itself.")


CONVERSATION = Conversation(
    name="screen_lock",
    commands={"lock": lock_now},
    taps={"digit": digit, "never_mind": never_mind, "choose": choose},
    steps={"typed": typed},
    needs=Action.LOCK_SCREEN,
    behind_code=frozenset({"choose"}),
)
