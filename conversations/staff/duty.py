"""Who is on duty when, and how it ends: a manager sees everybody's hours, others their own."""

from collections.abc import Callable

from bot.buttons import Button, button
from bot.conversation import Conversation
from bot.records import duties, people
from bot.records.access import Action
from bot.records.duties import DutyRow
from bot.records.people import Person, Role
from bot.texts import TimeWords, _
from bot.turn import Turn
from conversations import duty_hours
from conversations.absences import away_until
from conversations.menu import keyboard_for

# --- how it stands


def show(turn: Turn) -> None:
    sees_all = Role.MANAGER in turn.roles
    rows = duties.not_ended(turn.db, None if sees_all else turn.person.id)
    lines = [*_lines_of_settings(turn, sees_all=sees_all), *(_line(turn, row) for row in rows)]
    if not lines and sees_all:
        lines = [nobody_named()]
    if not lines:
        lines = [_("You aren't on duty for urgent messages by name.")]
    turn.say("\n".join(lines), [*_ask_button(turn), *(_row_button(turn, row) for row in rows)])


def nobody_named() -> str:
    return _(
        "Nobody is on duty by name: urgent messages ring for managers and senior colleagues in "
        "practice hours."
    )


def _lines_of_settings(turn: Turn, *, sees_all: bool) -> list[str]:
    """What the operator has set. It is changed there and nowhere else."""
    own = {turn.person.id}
    text = _("{name}: {hours} (set by the operator)")
    return [
        text.format(name=each.name, hours=duty_hours.in_words(each.hours, turn.words))
        for each in turn.practice.on_duty
        if sees_all or own & {person.id for person in people.named(turn.db, each.name)}
    ]


def _line(turn: Turn, row: DutyRow) -> str:
    person = people.get(turn.db, row.person_id)
    text = said(turn, row, turn.words)
    line = f"{person.name}: {text}"
    if row.accepted_at is None:
        return _("{line} (asked, no answer yet)").format(line=line)
    when = away_until(turn, person)
    return _("{line} (away until {when})").format(line=line, when=when) if when else line


def said(turn: Turn, row: DutyRow, words: TimeWords) -> str:
    """The hours of a row, in words."""
    return duty_hours.in_words(duty_hours.hours_of(turn, row.hours), words)


def _ask_button(turn: Turn) -> list[Button]:
    if not turn.may(Action.ASK_DUTY):
        return []
    return [button(_("Ask somebody to be there"), "duty_ask:begin")]


def _row_button(turn: Turn, row: DutyRow) -> Button:
    if row.accepted_at is None and row.person_id == turn.person.id:
        return button(_("Answer: {hours}").format(hours=row.hours), "duty:question", row.id)
    name = people.get(turn.db, row.person_id).name
    return button(_("End: {name}, {hours}").format(name=name, hours=row.hours), "duty:end", row.id)


def question(turn: Turn, duty_id: int) -> None:
    """What somebody was asked, once more."""
    row = _own_question(turn, duty_id)
    if row is not None:
        turn.say(asked_in_words(turn, row, turn.words), answer_buttons(row))


def asked_in_words(turn: Turn, row: DutyRow, words: TimeWords) -> str:
    asker = people.get(turn.db, row.asked_by).name if row.asked_by else the_practice()
    return _(
        "{name} asks you to be there for urgent messages: {hours}.\n"
        "In these hours one rings for you at once. Nothing counts before your yes."
    ).format(name=asker, hours=said(turn, row, words))


def the_practice() -> str:
    """The operator, whom staff don't know as one; its name stands on no locked screen."""
    return _("The practice")


def answer_buttons(row: DutyRow) -> list[Button]:
    return [
        button(_("Yes, I'll be there"), "duty:accept", row.id, also=("yes",)),
        button(_("No"), "duty:decline", row.id),
    ]


# --- a yes or a no


def _own_question(turn: Turn, duty_id: int) -> DutyRow | None:
    """What this person was asked and can still answer; otherwise says why not."""
    row = turn.reach(Action.ANSWER_DUTY, DutyRow, duty_id)
    if row is None or row.is_draft:
        _not_there(turn)
        return None
    if row.ended_at is not None:
        turn.say(_("That isn't asked any more. /duty shows what stands."))
        return None
    if row.accepted_at is not None:
        turn.say(_("You said yes to that already. /duty shows it and ends it."))
        return None
    return row


def _not_there(turn: Turn) -> None:
    turn.say(_("I can't find those hours any more. /duty shows what stands."))


def accept(turn: Turn, duty_id: int) -> None:
    row = _own_question(turn, duty_id)
    if row is None:
        return
    if not duties.accept(turn.db, row, turn.now):  # answered or taken back a moment ago
        _own_question(turn, duty_id)
        return
    turn.note("accept duty", row)
    text = _("Thank you. From now on urgent messages ring for you: {hours}. /duty ends it.")
    turn.say(text.format(hours=said(turn, row, turn.words)), keyboard=keyboard_for(turn))
    _tell_askers(turn, row, lambda: _("{name} will be there for urgent messages: {hours}."))


def decline(turn: Turn, duty_id: int) -> None:
    row = _own_question(turn, duty_id)
    if row is None:
        return
    if not duties.decline(turn.db, row, turn.now):
        _own_question(turn, duty_id)
        return
    turn.note("decline duty", row)
    turn.say(_("All right. I've passed that on."), keyboard=keyboard_for(turn))
    _tell_askers(turn, row, lambda: _("{name} can't be there for urgent messages: {hours}."))


def _tell_askers(turn: Turn, row: DutyRow, write: Callable[[], str]) -> None:
    """Whoever asked hears it; the managers, where that was the operator or a manager no more.

    `write` is called in the reader's language.
    """
    managers = [each for each in people.holders(turn.db, Role.MANAGER) if each.left_at is None]
    asker = [each for each in managers if each.id == row.asked_by]
    name = people.get(turn.db, row.person_id).name
    for manager in asker or managers:
        if manager.id == turn.person.id:
            continue
        with turn.speaking_to(manager) as words:
            text = write().format(name=name, hours=said(turn, row, words))
            turn.tell(manager, text, draft=turn.alert(silent=not rings(turn)))


# --- it ends


def end(turn: Turn, duty_id: int) -> None:
    """Asked once more, with what comes after it."""
    row = _to_end(turn, duty_id)
    if row is None:
        return
    name = people.get(turn.db, row.person_id).name
    hours = said(turn, row, turn.words)
    lines = [_("End this? {name}: {hours}.").format(name=name, hours=hours)]
    if row.is_standing and _is_last(turn, row):
        lines.append(_after_the_last())
    turn.say(
        "\n".join(lines),
        [
            button(_("Yes, end it"), "duty:end_it", row.id, also=("yes",)),
            button(_("Keep it"), "duty:leave", also=("no",)),
        ],
    )


def _after_the_last() -> str:
    return _(
        "Then nobody is on duty by name, and urgent messages ring for managers and senior "
        "colleagues in practice hours."
    )


def _is_last(turn: Turn, row: DutyRow) -> bool:
    others = [each for each in duties.standing(turn.db) if each.id != row.id]
    return not others and not turn.practice.on_duty


def _to_end(turn: Turn, duty_id: int) -> DutyRow | None:
    row = turn.reach(Action.END_DUTY, DutyRow, duty_id)
    if row is None or row.is_draft:
        _not_there(turn)
        return None
    if row.ended_at is not None:
        turn.say(_("That has ended already. /duty shows what stands."))
        return None
    return row


def end_it(turn: Turn, duty_id: int) -> None:
    row = _to_end(turn, duty_id)
    if row is None:
        return
    was_last = row.is_standing and _is_last(turn, row)
    stood = row.is_standing
    if not duties.end(turn.db, row, turn.now):
        return turn.say(_("That has ended already. /duty shows what stands."))
    turn.note("end duty", row)
    ended = _("Ended. {nobody}").format(nobody=nobody_named()) if was_last else _("Ended.")
    turn.say(ended, keyboard=keyboard_for(turn))
    person = people.get(turn.db, row.person_id)
    if person.id != turn.person.id:
        return tell_that_it_ended(turn, row, person, by=turn.person.name)
    if was_last:
        _tell_askers(turn, row, lambda: f"{_no_longer_there()} {nobody_named()}")
    elif stood:
        _tell_askers(turn, row, _no_longer_there)


def _no_longer_there() -> str:
    return _("{name} is no longer there for urgent messages: {hours}.")


def tell_that_it_ended(turn: Turn, row: DutyRow, person: Person, *, by: str = "") -> None:
    with turn.speaking_to(person) as words:
        text = (
            _("{name} no longer asks you to be there for urgent messages: {hours}.")
            if row.accepted_at is None
            else _("{name} has ended your hours for urgent messages: {hours}.")
        ).format(name=by or the_practice(), hours=said(turn, row, words))
        turn.tell(person, text, draft=turn.alert(topic=row.topic, silent=not rings(turn)))


def rings(turn: Turn) -> bool:
    """What isn't urgent rings in practice hours only."""
    return turn.practice.hours.is_open(turn.now)


# --- somebody on duty goes away


def tell_of_gap(turn: Turn, person: Person) -> None:
    """The managers hear of it, so that somebody else can be asked."""
    theirs = [hours for each, hours in duty_hours.by_name(turn) if each.id == person.id]
    if not theirs:
        return
    for manager in people.holders(turn.db, Role.MANAGER):
        if manager.id == turn.person.id or manager.left_at is not None:
            continue
        with turn.speaking_to(manager) as words:
            text = _(
                "{name} is on duty for urgent messages ({hours}) and away until {when}. "
                "/duty asks somebody else."
            ).format(
                name=person.name,
                hours="; ".join(duty_hours.in_words(each, words) for each in theirs),
                when=away_until(turn, person, words),
            )
            turn.tell(manager, text, draft=turn.alert(silent=not rings(turn)))


def leave(turn: Turn) -> None:
    turn.say(_("All right. Nothing was changed."), keyboard=keyboard_for(turn))


CONVERSATION = Conversation(
    name="duty",
    commands={"duty": show},
    taps={
        "question": question,
        "accept": accept,
        "decline": decline,
        "end": end,
        "end_it": end_it,
        "leave": leave,
    },
    needs=Action.ANSWER_DUTY,
)
