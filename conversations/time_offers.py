"""Times that the office offers: the client chooses one, or none, and it is booked in that instant."""

from collections.abc import Callable
from datetime import UTC, datetime

from bot.buttons import button
from bot.conversation import Conversation
from bot.records import dialogue, people, time_requests
from bot.records.access import Action
from bot.records.people import Person, Telephone
from bot.records.therapy_sessions import TherapySession
from bot.records.time_requests import RequestState, TimeRequest
from bot.rules.names import listed
from bot.texts import _
from bot.turn import Turn
from conversations.calendar_files import add_one
from conversations.given_times import booked_line, give, psychologist_of, stands, still_free
from conversations.menu import keyboard_for
from conversations.office import office_of, tell_after_undo_delay
from conversations.other_time import RINGS_AGAIN, ask_when
from conversations.request_answers import offer_buttons, offered, session_of
from conversations.session_answers import tell_at_once


def choose(turn: Turn, request_id: int, minute: int) -> None:
    request = _own_offer(turn, request_id)
    if request is None:
        return
    row, client = session_of(turn, request), turn.person
    chosen = datetime.fromtimestamp(minute * 60, UTC)
    if chosen not in offered(request):
        turn.say(_("That time is no longer open."), offer_buttons(turn.words, request))
        return
    free = still_free(turn, row, client, offered(request))
    if chosen not in free:
        return _sorry(turn, request, row, free)
    if not time_requests.decide(turn.db, request, RequestState.ACCEPTED, client.id, turn.now):
        return _say_settled(turn, request)
    before = row.starts_at if stands(row, turn.now) else None
    given = give(turn, row, client, chosen)
    dialogue.close_prompts(turn.db, request.topic, turn.now)
    turn.note("choose time", given)
    _tell_of_choice(turn, given, before)
    is_own = client.telephone is Telephone.OWN
    details = "\n".join(filter(None, [given.place, given.link])) if is_own else ""
    booked = booked_line(turn, given, client, turn.words)
    whole = f"{booked}\n{details}" if details else booked
    buttons = add_one(client, given)
    turn.say(whole, buttons, keyboard=[] if buttons else keyboard_for(turn), topic=given.topic)


def _own_offer(turn: Turn, request_id: int) -> TimeRequest | None:
    """The request if it is theirs and waits for their choice; otherwise says how it stands."""
    request = turn.reach(Action.ANSWER_SESSION, TimeRequest, request_id)
    if request is None:
        turn.say(_("I can't find that time. «My times» shows what is booked."))
        return None
    request = time_requests.lock(turn.db, request)
    if request.state is not RequestState.OFFERED:
        _say_settled(turn, request)
        return None
    return request


def _say_settled(turn: Turn, request: TimeRequest) -> None:
    if request.state is RequestState.ACCEPTED:
        text = _("You have a time already. «My times» shows what is booked.")
        return turn.say(text, keyboard=keyboard_for(turn))
    ask = button(_("Another time"), "other_time:ask", request.therapy_session_id)
    turn.say(_("These times can't be chosen any more. Would you like another time?"), [ask])


def _sorry(turn: Turn, request: TimeRequest, row: TherapySession, free: list[datetime]) -> None:
    """Somebody was sooner, or it has begun: the others, or the office is asked for more."""
    if free:
        request.offered = [each.isoformat() for each in free]
        turn.say(
            _("I'm sorry, that time was taken just now. Here is what is left:"),
            offer_buttons(turn.words, request),
            topic=request.topic,
        )
        return
    _open_again(turn, request, row)
    _tell_managers_later(
        turn, request, lambda: _("None of the times offered to {client} is free any more.")
    )
    taken = _("I'm sorry, these times were taken by now.")
    if stands(row, turn.now):
        when = turn.words.day_and_time(row.starts_at)
        taken = _("I'm sorry, these times were taken by now. {when} stays yours.").format(when=when)
    ask_when(turn, row, taken)


def _open_again(turn: Turn, request: TimeRequest, row: TherapySession) -> None:
    """Nothing of the offer is left. The office decides anew, unless the client writes more."""
    time_requests.decide(turn.db, request, RequestState.OPEN, None, turn.now)
    request.offered = []
    rings_at = turn.practice.hours.after(turn.now, RINGS_AGAIN)
    request.due_at = min(rings_at, time_requests.useful_until(request, row))
    dialogue.close_prompts(turn.db, request.topic, turn.now)


def neither(turn: Turn, request_id: int) -> None:
    request = _own_offer(turn, request_id)
    if request is None:
        return
    row = session_of(turn, request)
    _open_again(turn, request, row)
    turn.note("neither time", request)
    _tell_managers_later(
        turn, request, lambda: _("{client} can't come at any of the times offered.")
    )
    standing = _("All right, none of these.")
    if stands(row, turn.now):
        when = turn.words.day_and_time(row.starts_at)
        standing = _("All right, none of these. {when} stays yours.").format(when=when)
    ask_when(turn, row, standing)


def _tell_managers_later(turn: Turn, request: TimeRequest, sentence: Callable[[], str]) -> None:
    """In three minutes, for a new wish of the client's says more."""
    client = listed(turn.person.name)
    tell_after_undo_delay(
        turn,
        office_of(turn).managers,
        lambda _words: sentence().format(client=client),
        topic=request.topic,
        rings=True,
        buttons=[button(_("Find a time"), "requests:open", request.id)],
    )


def _tell_of_choice(turn: Turn, given: TherapySession, before: datetime | None) -> None:
    client, office = listed(turn.person.name), office_of(turn)
    psychologist = people.get(turn.db, psychologist_of(turn, given, turn.person))
    others: list[Person] = [] if psychologist in office.managers else [psychologist]

    def sentence() -> str:
        if before is None:
            return _("{client} has chosen {when}. It is booked.")
        return _("{client} has chosen {when} instead of {before}. It is booked.")

    tell_at_once(
        turn,
        [*office.managers, *others],
        lambda words: sentence().format(
            client=client,
            when=words.day_and_time(given.starts_at),
            before=words.day_and_time(before) if before else "",
        ),
    )


CONVERSATION = Conversation(name="time_offers", taps={"choose": choose, "neither": neither})
