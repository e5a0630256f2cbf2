"""Requests for another time: what is open, and one of them, accepted or declined."""

from datetime import UTC, datetime

from bot.buttons import Button, button
from bot.conversation import Conversation
from bot.records import people, time_requests
from bot.records.access import Action
from bot.records.people import Person
from bot.records.therapy_sessions import Answer, SessionState, TherapySession
from bot.records.time_requests import RequestKind, RequestState, TimeRequest
from bot.rules.due import UNDO_DELAY
from bot.rules.names import called, listed
from bot.texts import _
from bot.turn import Turn
from conversations.given_times import give, is_free, psychologist_of, stands, still_free
from conversations.menu import keyboard_for
from conversations.office_lines import write_button
from conversations.request_answers import (
    can_hear,
    offered,
    session_of,
    tell_booked,
    tell_declined,
    who_decided,
)
from conversations.session_answers import tell_at_once
from conversations.staff.free_times import suggestions
from conversations.typed_times import all_in_words, all_times
from conversations.wishes import wished

SHOWN_AT_ONCE = 10
Found = tuple[TimeRequest, TherapySession, Person]


# --- what is open


def show(turn: Turn) -> None:
    rows = time_requests.open_ones(turn.db, turn.now - UNDO_DELAY)
    if not rows:
        turn.say(_("No requests wait for an answer."), keyboard=keyboard_for(turn))
        return
    shown = rows[:SHOWN_AT_ONCE]
    lines = [f"{number}. {_line(turn, each)}" for number, each in enumerate(shown, start=1)]
    if len(rows) > len(shown):
        lines.append(_("And {count} more.").format(count=len(rows) - len(shown)))
    buttons = []
    for number, each in enumerate(shown, start=1):
        client = listed(people.get(turn.db, each.client_id).name)
        label = _("{number}. {client}").format(number=number, client=client)
        buttons.append(button(label, "requests:open", each.id))
    turn.say("\n".join(lines), buttons)


def _line(turn: Turn, request: TimeRequest) -> str:
    row = session_of(turn, request)
    client = people.get(turn.db, request.client_id)
    wants = _("wants «{wish}»").format(wish=request.wish)
    if request.kind is RequestKind.BACK:
        wants = _("would like it back")
    if request.state is RequestState.OFFERED:
        wants = _("chooses from: {times}").format(times=all_times(turn.words, offered(request)))
    return f"{listed(client.name)} · {_standing(turn, row, client)} · {wants}"


def _standing(turn: Turn, row: TherapySession, client: Person) -> str:
    psychologist = people.get(turn.db, psychologist_of(turn, row, client))
    if row.state is SessionState.CANCELLED:
        text = _("cancelled {when} with {psychologist}")
    elif row.starts_at <= turn.now:
        text = _("had {when} with {psychologist}")
    else:
        text = _("has {when} with {psychologist}")
    when = turn.words.day_and_time(row.starts_at)
    return text.format(when=when, psychologist=called(psychologist.name))


# --- one of them


def reach_request(turn: Turn, request_id: int) -> Found | None:
    """The request, held until this turn ends, if it waits for the office; otherwise says why not."""
    request = turn.reach(Action.DECIDE_REQUEST, TimeRequest, request_id)
    if request is None or turn.now - request.asked_at < UNDO_DELAY:
        turn.say(_("I can't find that request."), keyboard=keyboard_for(turn))
        return None
    request = time_requests.lock(turn.db, request)
    row, client = session_of(turn, request), people.get(turn.db, request.client_id)
    if request.state is RequestState.OPEN:
        return request, row, client
    if request.state is RequestState.OFFERED:
        _show_offered(turn, request, row, client)
        return None
    turn.say(who_decided(turn, request), keyboard=keyboard_for(turn))
    return None


def open_request(turn: Turn, request_id: int) -> None:
    found = reach_request(turn, request_id)
    if found is not None:
        turn.say(*page(turn, *found))


def page(
    turn: Turn, request: TimeRequest, row: TherapySession, client: Person
) -> tuple[str, list[Button]]:
    """The request with what could be offered; what was chosen so far stands above the buttons."""
    chosen, moments = offered(request), wished(turn, client, request, row)
    free = [each for each in suggestions(turn, request, row, client) if each not in chosen]
    exact = _exact(turn, request, row, client)
    lines = [_line(turn, request)]
    if moments:
        lines.append(_("Read as: {times}.").format(times=all_in_words(turn.words, moments)))
    if chosen:
        lines.append(_("To offer: {times}.").format(times=all_times(turn.words, chosen)))
    if free:
        lines.append(_("Free, in practice hours. Tap what you want to offer:"))
    elif not chosen:
        unfit = _("I know no free time that fits. «Other times» takes any you write.")
        unread = _("I can't read a time in that. «Other times» takes any you write.")
        lines.append(unfit if moments else unread)
    if exact is not None:
        lines.append(
            _("«Accept» books {when} at once.").format(when=turn.words.day_and_time(exact))
        )
    if not can_hear(client):
        lines.append(
            _("{client} can't be written to here. Please phone.").format(client=listed(client.name))
        )
    return "\n".join(lines), _buttons(turn, request, row, (free, chosen, exact))


Times = tuple[list[datetime], list[datetime], datetime | None]


def _buttons(turn: Turn, request: TimeRequest, row: TherapySession, times: Times) -> list[Button]:
    free, chosen, exact = times
    one_day = len({turn.words.day(each) for each in free}) == 1
    label = turn.words.time if one_day else turn.words.day_and_time
    client = people.get(turn.db, request.client_id)
    found = [
        button(label(each), "request_times:pick", request.id, minute_of(each)) for each in free
    ]
    if chosen:
        found.append(button(_("Show what goes out"), "request_times:preview", request.id))
        found.append(button(_("Start again"), "request_times:clear", request.id))
    if exact is not None:
        found.append(button(_("Accept"), "requests:accept", request.id, minute_of(exact)))
    found.append(button(_("Other times"), "request_times:other", request.id))
    found.append(button(_("Not possible"), "requests:decline", request.id))
    return [*found, *_other_ways(turn, row, client)]


def _other_ways(turn: Turn, row: TherapySession, client: Person) -> list[Button]:
    by_hand = [
        button(_("Move it"), "moving:move", row.id),
        button(_("Cancel it"), "moving:cancel", row.id),
    ]
    return [write_button(row, client), *(by_hand if stands(row, turn.now) else [])]


def minute_of(instant: datetime) -> int:
    return int(instant.timestamp()) // 60


def _show_offered(turn: Turn, request: TimeRequest, row: TherapySession, client: Person) -> None:
    lines = [who_decided(turn, request), _line(turn, request)]
    turn.say("\n".join(lines), _other_ways(turn, row, client))


def _exact(
    turn: Turn, request: TimeRequest, row: TherapySession, client: Person
) -> datetime | None:
    """The one time that the client wishes, if it is exactly one and free."""
    moments = wished(turn, client, request, row)
    if len(moments) != 1 or not moments[0].has_time or moments[0].or_later:
        return None
    is_own = stands(row, turn.now) and moments[0].at == row.starts_at
    is_possible = not is_own and is_free(turn, row, client, moments[0].at)
    return moments[0].at if is_possible else None


# --- yes


def accept(turn: Turn, request_id: int, minute: int) -> None:
    """What the client wished is booked in this instant, and they read it."""
    found = reach_request(turn, request_id)
    if found is None:
        return
    request, row, client = found
    wish = datetime.fromtimestamp(minute * 60, UTC)
    if wish not in still_free(turn, row, client, [wish]) or wish != _exact(turn, *found):
        text, buttons = page(turn, *found)
        turn.say(_("That time isn't free any more.") + "\n\n" + text, buttons)
        return
    if not time_requests.decide(turn.db, request, RequestState.ACCEPTED, turn.person.id, turn.now):
        turn.say(who_decided(turn, request), keyboard=keyboard_for(turn))
        return
    given = give(turn, row, client, wish)
    turn.note("accept request", request)
    is_told = can_hear(client) and tell_booked(turn, given, client)
    tell_psychologist(turn, given, client)
    booked = _("Booked: {when}. {client} is told now.")
    if not is_told:
        booked = _("Booked: {when}. I can't write to {client}. Please phone.")
    when = turn.words.day_and_time(wish)
    turn.say(booked.format(when=when, client=client.name), keyboard=keyboard_for(turn))


def tell_psychologist(turn: Turn, given: TherapySession, client: Person) -> None:
    """Unless they did it themselves."""
    psychologist = people.get(turn.db, given.psychologist_id)
    if psychologist.id != turn.person.id:
        name = listed(client.name)
        tell_at_once(
            turn,
            [psychologist],
            lambda words: _("{client} has a new time: {when}.").format(
                client=name, when=words.day_and_time(given.starts_at)
            ),
        )


# --- no


def decline(turn: Turn, request_id: int) -> None:
    found = reach_request(turn, request_id)
    if found is None:
        return
    request, row, client = found
    reads = _("{client} reads that it isn't possible as wished.")
    if stands(row, turn.now):
        reads = _("{client} reads that it isn't possible as wished, and that {when} stays.")
    more = _("A line to go with it, with your name? It goes out at once.")
    when = turn.words.day_and_time(row.starts_at)
    turn.ask(
        reads.format(client=client.name, when=when) + "\n\n" + more,
        [
            button(_("Send without a line"), "requests:no", request.id),
            button(_("Leave it open"), "requests:leave"),
        ],
        then="requests:no_line",
        request_id=request.id,
    )


def no(turn: Turn, request_id: int) -> None:
    no_line(turn, "", request_id)


def no_line(turn: Turn, text: str, request_id: int) -> None:
    found = reach_request(turn, request_id)
    if found is None:
        return
    request, row, client = found
    if not time_requests.decide(turn.db, request, RequestState.DECLINED, turn.person.id, turn.now):
        turn.say(who_decided(turn, request), keyboard=keyboard_for(turn))
        return
    if row.answer is Answer.OTHER_TIME:
        row.answer = Answer.NONE
    turn.note("decline request", request)
    is_told = can_hear(client) and tell_declined(turn, request, row, client, text)
    said = _("Settled. {client} is told now.")
    if not is_told:
        said = _("Settled. I can't write to {client}. Please phone.")
    turn.say(said.format(client=client.name), keyboard=keyboard_for(turn))


def leave(turn: Turn) -> None:
    turn.say(_("All right. It stays open, and nothing was sent."), keyboard=keyboard_for(turn))


CONVERSATION = Conversation(
    name="requests",
    commands={"requests": show},
    words={"Requests": show},
    taps={
        "open": open_request,
        "accept": accept,
        "decline": decline,
        "no": no,
        "leave": leave,
    },
    steps={"no_line": no_line},
    needs=Action.DECIDE_REQUEST,
    behind_code=frozenset({"open", "accept", "decline", "no"}),
)
