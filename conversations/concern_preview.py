"""Before a concern goes out: exactly who reads what, with name or without, and taking it back."""

from datetime import datetime, timedelta

from bot.buttons import Button, button
from bot.records import case_entries, cases, people
from bot.records.access import Action
from bot.records.case_entries import CaseEntry, EntryKind
from bot.records.cases import Case, CaseState
from bot.records.people import Person
from bot.rules.names import called
from bot.texts import _
from bot.turn import Conversation, Turn
from conversations.case_alerts import UNDO_SECONDS, ask_to_look, listeners, shown_name
from conversations.menu import keyboard_for

_UNDO = timedelta(seconds=UNDO_SECONDS)


def own_draft(turn: Turn, case_id: int) -> Case | None:
    """The draft if it is theirs and not sent; otherwise says why it can't be changed."""
    case = turn.reach(Action.OWN_CASE, Case, case_id)
    if case is not None and case.state is CaseState.DRAFT:
        return case
    if case is not None and case.is_open:
        text = _("That is sent already. «Something isn't right» shows how it stands.")
    else:
        text = _("That wasn't sent, and I no longer have it. «Something isn't right» begins anew.")
    turn.say(text, keyboard=keyboard_for(turn))
    return None


# --- what goes out


def said(entry: CaseEntry) -> str:
    """One entry of the client's as it is shown before and after sending."""
    match entry.kind:
        case EntryKind.CALL:
            return _("Please call: «{text}»").format(text=entry.text)
        case EntryKind.CHECK_IN:
            return _("Short answers after a session:\n{text}").format(text=entry.text)
        case _other:
            return f"«{entry.text}»"


def heading(turn: Turn, case: Case) -> str:
    """«From Anna B. · about Dr Okafor»."""
    client = people.get(turn.db, case.client_id)
    name = shown_name(client, case)
    if case.about_id is None:
        return _("From {client}").format(client=name)
    about = called(people.get(turn.db, case.about_id).name)
    return _("From {client} · about {name}").format(client=name, name=about)


def what_is_said(turn: Turn, case: Case) -> str:
    return "\n".join(said(entry) for entry in case_entries.from_client(turn.db, case))


def _first_and_others(turn: Turn, case: Case) -> tuple[Person, list[Person]]:
    """Who reads it first, and who may if the first is away: not where the subject reads it."""
    first = people.get(turn.db, cases.readers(turn.db, case)[0].person_id)
    if first.id == case.about_id:
        return first, []
    others = listeners(turn, case.about_id, case.kind)
    return first, [each for each in others if each.id != first.id]


def show_preview(turn: Turn, case: Case) -> None:
    first, others = _first_and_others(turn, case)
    name = called(first.name)
    parts = [
        _("This is what {name} will get:").format(name=name),
        f"{heading(turn, case)}\n{what_is_said(turn, case)}",
    ]
    if not case.with_name:
        parts.append(
            _(
                "{name} won't see your name, but may still guess from what you wrote. "
                "If you write that you're in danger, your name is shown."
            ).format(name=name)
        )
    if others:
        question = _(
            "If {name} is away, may {others} read it? Now set to: no, it waits for {name}."
        )
        parts.append(question.format(name=name, others=_names(others)))
    turn.say("\n\n".join(parts), _send_buttons(case, first, others))


def _send_buttons(case: Case, first: Person, others: list[Person]) -> list[Button]:
    buttons = [button(_("Send"), "concern_preview:send", case.id, 0)]
    if others:
        label = _("Send, and {others} may read it if {name} is away")
        said_label = label.format(others=_names(others), name=called(first.name))
        buttons.append(button(said_label, "concern_preview:send", case.id, 1))
    if first.id != case.about_id:
        if case.with_name:
            buttons.append(button(_("Send without my name"), "concern_preview:nameless", case.id))
        else:
            buttons.append(button(_("With my name"), "concern_preview:named", case.id))
    return [
        *buttons,
        button(_("Change it"), "concern_preview:change", case.id),
        button(_("Don't send"), "concern_preview:drop", case.id),
    ]


def _names(people_named: list[Person]) -> str:
    return _(" or ").join(called(each.name) for each in people_named)


def nameless(turn: Turn, case_id: int) -> None:
    case = own_draft(turn, case_id)
    if case is not None:
        case.with_name = False
        show_preview(turn, case)


def named(turn: Turn, case_id: int) -> None:
    case = own_draft(turn, case_id)
    if case is not None:
        case.with_name = True
        show_preview(turn, case)


def change(turn: Turn, case_id: int) -> None:
    """Begin the words anew; who hears it stays."""
    case = own_draft(turn, case_id)
    if case is None:
        return
    case_entries.erase_words(turn.db, case)
    turn.ask(
        _("Write it once more, in as many messages as you like. The words before are gone."),
        [button(_("Don't send"), "concern_preview:drop", case.id)],
        then="concern_call:number" if case.wants_call else "concern:words",
        case_id=case.id,
    )


def drop(turn: Turn, case_id: int) -> None:
    case = own_draft(turn, case_id)
    if case is not None:
        _forget(turn, case)
        turn.say(_("Not sent. Nobody has read it, and it's gone."), keyboard=keyboard_for(turn))


def _forget(turn: Turn, case: Case) -> None:
    case.state, case.due_at = CaseState.DROPPED, None
    case_entries.erase_words(turn.db, case)
    turn.note("drop case", case)


# --- sending


def send(turn: Turn, case_id: int, may_others: int) -> None:
    case = own_draft(turn, case_id)
    if case is None:
        return
    first, others = _first_and_others(turn, case)
    allowed = others if may_others else []
    cases.name_readers(turn.db, case, [first.id, *(each.id for each in allowed)])
    hours = turn.practice.hours
    case.state, case.sent_at = CaseState.WAITING, turn.now
    case.look_by = hours.after(turn.now, turn.practice.look_time)
    case.answer_by = answer_by(turn)
    case.due_at = case.look_by
    case_entries.send_all(turn.db, case, turn.now)
    turn.note("send case", case)
    if not ask_to_look(turn, case, first, after=_UNDO):
        return _could_not_send(turn, case, first)
    turn.say(
        "\n\n".join([_sent(turn), _promise(turn, case, first, allowed), _what_next(case)]),
        [button(_("Take it back"), "concern_preview:take_back", case.id)],
        topic=case.topic,
    )


def answer_by(turn: Turn) -> datetime:
    """By when an answer is promised: working days end when the practice closes."""
    hours, span = turn.practice.hours, turn.practice.answer_time
    until = hours.after(turn.now, span)
    return hours.closing_of_day(until) if span.working_days else until


def _sent(turn: Turn) -> str:
    text = _("Sent at {time}. You can take it back for one minute.")
    return text.format(time=turn.words.time(turn.now))


def _promise(turn: Turn, case: Case, first: Person, allowed: list[Person]) -> str:
    assert case.look_by is not None and case.answer_by is not None, "set by send"
    promise = _(
        "{name} looks at it by {look}, and answers you here by {answer}. "
        "If that doesn't happen, I'll tell you."
    ).format(
        name=called(first.name),
        look=turn.words.day_and_time(case.look_by),
        answer=turn.words.day_and_time(case.answer_by),
    )
    if not allowed:
        return promise
    then = _("Then I'll ask {others} too.").format(others=_names(allowed))
    return f"{promise} {then}"


def _what_next(case: Case) -> str:
    return _(
        "To add something, write it here. To see how it stands, tap «Something isn't right». "
        "(If you phone about it: {number}.)"
    ).format(number=case.number)


def _could_not_send(turn: Turn, case: Case, first: Person) -> None:
    """The reader became unreachable a moment ago: nothing is sent, nothing is lost."""
    case.state, case.sent_at, case.due_at = CaseState.DRAFT, None, turn.now + cases.DRAFT_KEPT_FOR
    turn.say(
        _("{name} can't be reached here now, so it wasn't sent. You can phone {practice}.").format(
            name=called(first.name), practice=turn.practice.name_and_phone
        ),
        [
            button(_("Choose somebody else"), "concern_preview:somebody_else", case.id),
            button(_("Don't send"), "concern_preview:drop", case.id),
        ],
    )


def somebody_else(turn: Turn, case_id: int) -> None:
    case = own_draft(turn, case_id)
    if case is None:
        return
    others = listeners(turn, case.about_id, case.kind)
    if not others:
        turn.say(
            _("I can't reach anybody for this here. Please phone {practice}.").format(
                practice=turn.practice.name_and_phone
            )
        )
        return
    turn.say(
        _("Who should hear it?"),
        [button(each.name, "concern:instead", case.id, each.id) for each in others],
    )


def take_back(turn: Turn, case_id: int) -> None:
    """Within the minute nobody has been told: as if it had never been sent."""
    case = turn.reach(Action.OWN_CASE, Case, case_id)
    if case is None or case.state is not CaseState.WAITING or case.sent_at is None:
        own_draft(turn, case_id)
        return
    if turn.now - case.sent_at >= _UNDO:
        turn.say(
            _("The minute is over. Shall I take it back all the same? Words that were read "
              "can't be unread."),
            [
                button(_("Yes, take it back"), "concern_status:withdraw", case.id, also=("yes",)),
                button(_("No, leave it"), "concern_status:see", case.id, also=("no",)),
            ],
        )  # fmt: skip
        return
    cases.withdraw_alerts(turn.db, case, turn.now)
    _forget(turn, case)
    turn.say(_("Taken back. Nobody has read it, and it's gone."), keyboard=keyboard_for(turn))


CONVERSATION = Conversation(
    name="concern_preview",
    taps={
        "send": send,
        "nameless": nameless,
        "named": named,
        "change": change,
        "drop": drop,
        "somebody_else": somebody_else,
        "take_back": take_back,
    },
    needs=Action.OWN_CASE,
)
