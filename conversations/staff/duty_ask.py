"""Asking somebody to be there for urgent messages: whom, which hours, shown back before it is asked."""

from bot.buttons import button
from bot.conversation import Conversation, Timer
from bot.records import duties, people
from bot.records.access import Action
from bot.records.alarms import raise_alarm
from bot.records.duties import DutyRow
from bot.records.people import Person
from bot.texts import _
from bot.turn import Turn
from conversations import duty_hours
from conversations.case_alerts import can_be_reached
from conversations.menu import keyboard_for
from conversations.staff.duty import answer_buttons, asked_in_words, rings, said, tell_that_it_ended
from conversations.staff.on_the_staff import LISTED, colleagues, reached

_LONGEST = 200  # characters; more is no hours but a letter

# --- whom, and which hours


def begin(turn: Turn) -> None:
    duties.drop_drafts(turn.db, turn.person.id)
    turn.say(
        _("Whom shall I ask?"),
        [
            *(
                button(each.name, "duty_ask:whom", each.id)
                for each in colleagues(turn)[:LISTED]
                if can_be_reached(each)
            ),
            button(_("Don't ask"), "duty_ask:leave"),
        ],
    )


def whom(turn: Turn, person_id: int) -> None:
    person = reached(turn, Action.ASK_DUTY, person_id)
    if person is not None:
        _ask_hours(turn, person)


def _ask_hours(turn: Turn, person: Person, lead: str = "") -> None:
    text = _("In which hours? Write them like this: Mon-Fri 17:00-22:00, Sat 9-21, Sun 22:00-6:00")
    turn.ask(
        f"{lead} {text}".lstrip(),
        [button(_("Don't ask"), "duty_ask:leave")],
        then="duty_ask:hours",
        person_id=person.id,
    )


def hours_received(turn: Turn, text: str, person_id: int) -> None:
    person = reached(turn, Action.ASK_DUTY, person_id)
    if person is None:
        return
    tidy = " ".join(text.split())
    try:
        is_read = len(tidy) <= _LONGEST and bool(duty_hours.hours_of(turn, tidy).spans)
    except ValueError:
        is_read = False
    if not is_read:
        return _ask_hours(turn, person, _("I don't understand these hours."))
    row = duties.draft(
        turn.db, person_id=person.id, hours=tidy, asked_by=turn.person.id, now=turn.now
    )
    _show(turn, row, person)


def _show(turn: Turn, row: DutyRow, person: Person) -> None:
    """Said back in words. Nothing is asked yet."""
    lines = [
        _("{hours}. Shall I ask {name}? These hours count once {name} says yes.").format(
            hours=said(turn, row, turn.words), name=person.name
        )
    ]
    if not duty_hours.by_name(turn):
        lines.append(
            _(
                "From then on urgent messages ring for those on duty by name only, no longer for "
                "all managers and senior colleagues in practice hours."
            )
        )
    turn.say(
        "\n".join(lines),
        [
            button(_("Yes, ask"), "duty_ask:send", row.id, also=("yes",)),
            button(_("Other hours"), "duty_ask:whom", person.id),
            button(_("Don't ask"), "duty_ask:leave", also=("no",)),
        ],
    )


def leave(turn: Turn) -> None:
    duties.drop_drafts(turn.db, turn.person.id)
    turn.say(_("All right. Nobody was asked."), keyboard=keyboard_for(turn))


# --- asked


def send(turn: Turn, duty_id: int) -> None:
    row = turn.reach(Action.END_DUTY, DutyRow, duty_id)
    if row is None or row.asked_by != turn.person.id or not turn.may(Action.ASK_DUTY):
        turn.say(_("I don't have those hours any more. Nobody was asked. /duty begins anew."))
        return
    person = people.get(turn.db, row.person_id)
    if row.is_draft and not can_be_reached(person):
        turn.say(_("{name} can't be reached here. Nobody was asked.").format(name=person.name))
        return
    if not duties.send(turn.db, row, turn.now):
        turn.say(_("That is asked already. /duty shows what stands."))
        return
    turn.note("ask duty", row)
    if person.id == turn.person.id:
        turn.say(asked_in_words(turn, row, turn.words), answer_buttons(row))
        return
    _ask(turn, row, person)
    text = _("{name} is asked. I tell you the answer.").format(name=person.name)
    turn.say(text, keyboard=keyboard_for(turn))


def _ask(turn: Turn, row: DutyRow, person: Person) -> bool:
    with turn.speaking_to(person) as words:
        text = asked_in_words(turn, row, words)
        draft = turn.alert(topic=row.topic, silent=not rings(turn))
        return turn.tell(person, text, answer_buttons(row), draft=draft) is not None


def ask_in_chat(turn: Turn, row: DutyRow) -> None:
    """What the operator asked or ended at the command line is said to whom it is about."""
    if row.ended_at is not None:
        return tell_that_it_ended(turn, row, turn.person)
    if row.accepted_at is None and not _ask(turn, row, turn.person):
        raise_alarm(turn.db, turn.practice, f"{row.topic} can't be asked", turn.now)


CONVERSATION = Conversation(
    name="duty_ask",
    taps={"begin": begin, "whom": whom, "send": send, "leave": leave},
    steps={"hours": hours_received},
    timers={"ask": Timer(DutyRow.ask_at, ask_in_chat, DutyRow.person_id)},
    needs=Action.ASK_DUTY,
)
