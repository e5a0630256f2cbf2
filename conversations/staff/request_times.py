"""Offering times for a request: tapped or written, shown as they go out, then sent."""

from collections.abc import Sequence
from datetime import UTC, datetime

from bot.buttons import button
from bot.conversation import Conversation
from bot.records import people, time_requests
from bot.records.access import Action
from bot.records.people import Person
from bot.records.therapy_sessions import TherapySession
from bot.records.time_requests import RequestState, TimeRequest
from bot.rules.names import called
from bot.texts import _
from bot.turn import Turn
from conversations.given_times import psychologist_of, still_free
from conversations.menu import keyboard_for
from conversations.request_answers import (
    can_hear,
    offer_buttons,
    offer_ends_at,
    offer_text,
    offered,
    tell_offer,
    who_decided,
)
from conversations.staff.requests import page, reach_request
from conversations.staff.written_times import cannot_be, read_times
from conversations.typed_times import all_times

MOST_TIMES = 6


def pick(turn: Turn, request_id: int, minute: int) -> None:
    """One more to offer; the message changes, so that several can be tapped one after the other."""
    found = reach_request(turn, request_id)
    if found is None:
        return
    request, row, client = found
    chosen = datetime.fromtimestamp(minute * 60, UTC)
    instants = {*offered(request), chosen}
    if not still_free(turn, row, client, [chosen]):
        text, buttons = page(turn, *found)
        turn.say(_("That time isn't free any more.") + "\n\n" + text, buttons)
        return
    if len(instants) <= MOST_TIMES:
        keep(request, instants)
    turn.change(*page(turn, *found))


def keep(request: TimeRequest, instants: set[datetime]) -> None:
    request.offered = [each.isoformat() for each in sorted(instants)]


def clear(turn: Turn, request_id: int) -> None:
    found = reach_request(turn, request_id)
    if found is not None:
        found[0].offered = []
        turn.change(*page(turn, *found))


# --- written


def other(turn: Turn, request_id: int) -> None:
    found = reach_request(turn, request_id)
    if found is not None:
        _ask_times(turn, found[0])


def _ask_times(turn: Turn, request: TimeRequest, before: str = "") -> None:
    question = _("Which times? For example: today 4, tomorrow 9.30 and 12.30")
    turn.ask(
        f"{before}\n\n{question}" if before else question,
        [button(_("Back to the request"), "requests:open", request.id)],
        then="request_times:times",
        request_id=request.id,
    )


def times_received(turn: Turn, text: str, request_id: int) -> None:
    """Nobody is offered half of what was meant: one that can't be is said, and all are asked anew."""
    found = reach_request(turn, request_id)
    if found is None:
        return
    request, row, client = found
    instants = read_times(turn, text)
    if not instants:
        return _ask_times(turn, request, _("I don't understand that as days and times."))
    wrong = cannot_be(turn, instants)
    if wrong is not None:
        return _ask_times(turn, request, wrong)
    free = still_free(turn, row, client, instants)
    taken = [each for each in instants if each not in free]
    if taken:
        return _ask_times(turn, request, _say_taken(turn, row, client, taken))
    together = {*offered(request), *instants}
    if len(together) > MOST_TIMES:
        count = _("{count} times are enough to choose from.").format(count=MOST_TIMES)
        return _ask_times(turn, request, count)
    keep(request, together)
    _show_before_sending(turn, *found)


def _say_taken(turn: Turn, row: TherapySession, client: Person, taken: Sequence[datetime]) -> str:
    psychologist = people.get(turn.db, psychologist_of(turn, row, client))
    return _("{psychologist} or the client has another session then: {times}.").format(
        psychologist=called(psychologist.name), times=all_times(turn.words, taken)
    )


# --- shown, sent


def preview(turn: Turn, request_id: int) -> None:
    found = reach_request(turn, request_id)
    if found is not None:
        _show_before_sending(turn, *found)


def _show_before_sending(
    turn: Turn, request: TimeRequest, row: TherapySession, client: Person
) -> None:
    """The words and the buttons as the client gets them."""
    if not offered(request):
        turn.say(*page(turn, request, row, client))
        return
    with turn.speaking_to(client) as words:
        reads = offer_text(turn, words, request, row)
        labels = " · ".join(each.label for each in offer_buttons(words, request))
    goes = _("This goes to {client}:").format(client=client.name)
    turn.say(
        f"{goes}\n\n{reads}\n[{labels}]",
        [
            button(_("Send"), "request_times:send", request.id),
            button(_("Change"), "requests:open", request.id),
            button(_("Don't send"), "request_times:drop", request.id),
        ],
    )


def drop(turn: Turn, request_id: int) -> None:
    found = reach_request(turn, request_id)
    if found is not None:
        found[0].offered = []
        text = _("All right. It stays open, and nothing was sent.")
        turn.say(text, keyboard=keyboard_for(turn))


def send(turn: Turn, request_id: int) -> None:
    found = reach_request(turn, request_id)
    if found is None:
        return
    request, row, client = found
    instants = offered(request)
    free = still_free(turn, row, client, instants)
    if not free or free != instants:
        keep(request, set(free))
        text, buttons = page(turn, *found)
        turn.say(_("Not all of these are free any more.") + "\n\n" + text, buttons)
        return
    if not can_hear(client):
        text = _("{client} can't be written to here. Please phone.")
        turn.say(text.format(client=client.name), keyboard=keyboard_for(turn))
        return
    if not time_requests.decide(turn.db, request, RequestState.OFFERED, turn.person.id, turn.now):
        turn.say(who_decided(turn, request), keyboard=keyboard_for(turn))
        return
    request.offered_at = turn.now
    request.due_at = offer_ends_at(row, instants, turn.now)
    tell_offer(turn, request, row, client)
    turn.note("offer times", request)
    sent = _("On its way to {client}, who can choose until {when}. I'll tell you what comes of it.")
    when = turn.words.day_and_time(request.due_at)
    turn.say(sent.format(client=client.name, when=when), keyboard=keyboard_for(turn))


CONVERSATION = Conversation(
    name="request_times",
    taps={
        "pick": pick,
        "clear": clear,
        "other": other,
        "preview": preview,
        "drop": drop,
        "send": send,
    },
    steps={"times": times_received},
    needs=Action.DECIDE_REQUEST,
    behind_code=frozenset({"pick", "other", "preview", "send"}),
)
