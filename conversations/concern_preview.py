"""Before a concern goes out: exactly who reads what, with name or without, and taking it back."""

from collections.abc import Sequence
from zlib import crc32

from bot.buttons import Button, button
from bot.conversation import Conversation
from bot.records import case_entries, cases, outbox, people, psychologist_requests
from bot.records.access import Action
from bot.records.cases import Case, CaseState
from bot.records.people import Person
from bot.rules.names import called
from bot.rules.routing import Kind
from bot.texts import _
from bot.turn import Turn
from conversations.absences import who_is_away
from conversations.case_alerts import can_be_reached, listeners
from conversations.case_words import heading, what_is_said
from conversations.concern_call_number import ask_number
from conversations.concern_promise import promise, set_times
from conversations.concern_ways import ask_who, ask_who_instead, is_for_the_accused
from conversations.menu import keyboard_for
from conversations.outside_practice import outside_for_conduct


def own_draft(turn: Turn, case_id: int) -> Case | None:
    """The draft if it is theirs and not sent; otherwise says why it can't be changed."""
    case = turn.reach(Action.OWN_CASE, Case, case_id)
    if case is not None and case.state is CaseState.DRAFT:
        return cases.lock(turn.db, case)
    if case is not None and case.state is CaseState.WITHDRAWN:
        text = _("You took that back. «Something isn't right» begins anew.")
    elif case is not None and case.state is not CaseState.DROPPED:
        text = _("That is sent already. «Something isn't right» shows how it stands.")
    else:
        text = _("That wasn't sent, and I no longer have it. «Something isn't right» begins anew.")
    turn.say(text, keyboard=keyboard_for(turn))
    return None


# --- what goes out


def _first_and_others(turn: Turn, case: Case) -> tuple[Person, list[Person]]:
    """Who reads it first, and who may if the first is away: not where the subject reads it."""
    first = people.get(turn.db, cases.readers(turn.db, case)[0].person_id)
    if first.id == case.about_id:
        return first, []
    others = listeners(turn, case.about_id, case.kind)
    return first, [each for each in others if each.id != first.id]


def show_preview(turn: Turn, case: Case, *, lead: str = "", more: Sequence[Button] = ()) -> None:
    """What goes out, and to whom. `lead` stands above it, `more` before the ways out of it."""
    if not case_entries.from_client(turn.db, case):
        if case.wants_call:
            return ask_number(turn, case)
        return _ask_anew(turn, case, _("There are no words in it yet. Write them here."))
    first, others = _first_and_others(turn, case)
    text = _preview(turn, case, first, others)
    turn.say(
        "\n\n".join(filter(None, [lead, text])),
        [
            *_send_buttons(turn, case, others, _mark(text)),
            *more,
            *_other_buttons(turn, case),
        ],
        topic=case.topic,
    )


def _mark(preview: str) -> int:
    """What «Send» carries: it sends what stood above it and nothing else (an older preview may
    have had other words, another reader, or no name)."""
    return crc32(preview.encode()) & 0x7FFFFFFF


def _preview(turn: Turn, case: Case, first: Person, others: list[Person]) -> str:
    name = called(first.name)
    parts = [
        _("This is what {name} will get:").format(name=name),
        f"{heading(turn, case)}\n{what_is_said(turn, case)}",
    ]
    if not case.with_name:
        parts.append(
            _(
                "{name} won't see your name, but may still guess from what you wrote, or if you "
                "block me. If you write that you're in danger, your name is shown."
            ).format(name=name)
        )
    parts.append(who_is_away(turn, [first, *others]))
    if others:
        question = _(
            "If {name} is away, may {others} read it? Now set to: no, it waits for {name}."
        )
        parts.append(question.format(name=name, others=_names(others)))
    return "\n\n".join(filter(None, parts))


def _send_buttons(turn: Turn, case: Case, others: list[Person], mark: int) -> list[Button]:
    first, _others = _first_and_others(turn, case)
    is_change = psychologist_requests.unsent(turn.db, case) is not None
    buttons = [button(_("Send"), "concern_preview:send", case.id, 0, mark)]
    if others:
        label = _("Send, and {others} may read it if {name} is away")
        said_label = label.format(others=_names(others), name=called(first.name))
        buttons.append(button(said_label, "concern_preview:send", case.id, 1, mark))
    if first.id != case.about_id and not is_change:
        if case.with_name:
            buttons.append(button(_("Send without my name"), "concern_preview:nameless", case.id))
        else:
            buttons.append(button(_("With my name"), "concern_preview:named", case.id))
    return buttons


def _other_buttons(turn: Turn, case: Case) -> list[Button]:
    is_change = psychologist_requests.unsent(turn.db, case) is not None
    wish = button(_("Say what I'd wish for"), "another_psychologist:wish", case.id)
    return [
        *([wish] if case.kind is Kind.CHANGE and not is_change else []),
        button(
            _("Change it"),
            "another_wishes:show" if is_change else "concern_preview:change",
            case.id,
        ),
        button(_("Don't send"), "concern_preview:drop", case.id),
    ]


def _names(people_named: list[Person]) -> str:
    return _(" or ").join(called(each.name) for each in people_named)


def nameless(turn: Turn, case_id: int) -> None:
    case = own_draft(turn, case_id)
    if case is None:
        return
    if psychologist_requests.unsent(turn.db, case) is not None:
        turn.say(_("Nobody could change it for you without your name, so it stays in."))
    else:
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
    psychologist_requests.forget(turn.db, case)
    case.kind = Kind.OTHER
    if case.wants_call:
        return ask_number(turn, case, _("What was there is gone."))
    _ask_anew(
        turn,
        case,
        _("Write it once more, in as many messages as you like. The words before are gone."),
    )


def _ask_anew(turn: Turn, case: Case, text: str) -> None:
    turn.ask(
        text,
        [button(_("Don't send"), "concern_preview:drop", case.id)],
        then="concern:words",
        case_id=case.id,
    )


def drop(turn: Turn, case_id: int) -> None:
    case = own_draft(turn, case_id)
    if case is not None:
        forget(turn, case)
        turn.say(_("Not sent. Nobody has read it, and nobody will."), keyboard=keyboard_for(turn))


def forget(turn: Turn, case: Case) -> None:
    """Nobody was told of it, and its words go: from the case, and from previews of it."""
    case.state = CaseState.DROPPED
    case.wait_until(None)
    case_entries.erase_words(turn.db, case)
    psychologist_requests.forget(turn.db, case)
    outbox.forget_words(turn.db, case.topic, turn.now)
    turn.note("drop case", case)


# --- sending


def send(turn: Turn, case_id: int, may_others: int, mark: int) -> None:
    """It is theirs alone for a minute; then the first reader is asked (case_overdue)."""
    case = own_draft(turn, case_id)
    if case is None:
        return
    first, others = _first_and_others(turn, case)
    if is_for_the_accused(turn, case, first):
        return ask_who_instead(turn, case)
    if mark != _mark(_preview(turn, case, first, others)):
        turn.say(_("It has changed since then. This is how it stands now."))
        return show_preview(turn, case)
    if not can_be_reached(first):
        return _could_not_send(turn, case, first)
    allowed = others if may_others else []
    cases.name_readers(turn.db, case, [first.id, *(each.id for each in allowed)])
    case.state, case.sent_at = CaseState.WAITING, turn.now
    set_times(turn, case, first, allowed)
    case_entries.send_all(turn.db, case, turn.now)
    psychologist_requests.send(turn.db, case, turn.now)
    turn.note("send case", case)
    turn.say(
        "\n\n".join([_sent(turn), promise(turn, case, first, allowed), _what_next(case)]),
        [
            button(_("Take it back"), "concern_preview:take_back", case.id),
            *outside_for_conduct(turn, case),
        ],
        topic=case.topic,
    )


def _sent(turn: Turn) -> str:
    text = _("Sent at {time}. You can take it back for one minute.")
    return text.format(time=turn.words.time(turn.now))


def _what_next(case: Case) -> str:
    return _(
        "To add something, write it here. To see how it stands, tap «Something isn't right». "
        "(If you phone about it: {number}.)"
    ).format(number=case.number)


def _could_not_send(turn: Turn, case: Case, first: Person) -> None:
    """The reader became unreachable a moment ago: nothing is sent, nothing is lost."""
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
    if case is not None:
        ask_who(turn, case, "", _("Who should hear it?"))


def take_back(turn: Turn, case_id: int) -> None:
    """Within the minute nobody has been told: as if it had never been sent."""
    case = turn.reach(Action.OWN_CASE, Case, case_id)
    if case is None or not case.is_open:
        own_draft(turn, case_id)
        return
    case = cases.lock(turn.db, case)
    if cases.were_asked(turn.db, case):
        turn.say(
            _("The minute is over. Shall I take it back all the same? Words that were read "
              "can't be unread."),
            [
                button(_("Yes, take it back"), "concern_status:withdraw", case.id, also=("yes",)),
                button(_("No, leave it"), "concern_status:see", case.id, also=("no",)),
            ],
        )  # fmt: skip
        return
    forget(turn, case)
    turn.say(
        _("Taken back. Nobody has read it, and nobody can any more."), keyboard=keyboard_for(turn)
    )


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
