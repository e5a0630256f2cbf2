"""What a client hears of a request: times to choose from, a yes, a no, or that nobody decided."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.buttons import Button, button
from bot.conversation import Conversation, Timer
from bot.records import dialogue, outbox, people, time_requests
from bot.records.people import Person, Telephone
from bot.records.therapy_sessions import Answer, TherapySession
from bot.records.time_requests import RequestState, TimeRequest
from bot.rules.names import called, listed
from bot.texts import TimeWords, _
from bot.turn import Turn
from conversations.calendar_files import add_one
from conversations.given_times import booked_line, stands
from conversations.office import office_of
from conversations.session_answers import answers_to, tell_at_once

OFFER_STANDS = timedelta(days=3)


def session_of(turn: Turn, request: TimeRequest) -> TherapySession:
    row = turn.db.get(TherapySession, request.therapy_session_id)
    assert row is not None, "a request is about a session"
    return row


def can_hear(client: Person) -> bool:
    """Whether answers to what this client asked for can be written to them."""
    is_there = client.telegram_id is not None and client.unreachable_at is None
    return is_there and client.stopped_at is None


def offered(request: TimeRequest) -> list[datetime]:
    return [datetime.fromisoformat(each) for each in request.offered]


# --- times to choose from


def offer_ends_at(row: TherapySession, instants: Sequence[datetime], now: datetime) -> datetime:
    """When nothing of the offer can be chosen any more."""
    begins = [row.starts_at] if stands(row, now) else []
    some_days = (now + OFFER_STANDS).replace(minute=0, second=0, microsecond=0)
    return min([max(instants), some_days, *begins])


def offer_text(turn: Turn, words: TimeWords, request: TimeRequest, row: TherapySession) -> str:
    """The first line is all that a locked telephone shows. It says when the offer ends."""
    instants = offered(request)
    lines = [_count(len(instants)), _what_to_tap(words, instants)]
    ends_at = request.due_at if request.state is RequestState.OFFERED else None
    ends_at = ends_at or offer_ends_at(row, instants, turn.now)
    until = _("Nothing is booked until you tap one. You can choose until {when}.")
    lines.append(until.format(when=words.day_and_time(ends_at)))
    if stands(row, turn.now):
        when = words.day_and_time(row.starts_at)
        lines.append(_("Until then {when} stays yours.").format(when=when))
    return "\n\n".join([lines[0], lines[1], " ".join(lines[2:])])


def _count(count: int) -> str:
    match count:
        case 1:
            return _("A time for you to look at.")
        case 2:
            return _("Two times to choose from.")
        case _many:
            return _("{count} times to choose from.").format(count=count)


def _what_to_tap(words: TimeWords, instants: Sequence[datetime]) -> str:
    if len({words.day(each) for each in instants}) == 1:
        return _("On {day}:").format(day=words.day(instants[0]))
    return _("Which one suits you?")


def offer_buttons(words: TimeWords, request: TimeRequest) -> list[Button]:
    instants = offered(request)
    one_day = len({words.day(each) for each in instants}) == 1
    weekdays = [words.weekday(each) for each in instants]
    found = []
    for each in instants:
        weekday = words.weekday(each)
        also = [spoken for hour in _spoken(words, each) for spoken in (hour, f"{weekday} {hour}")]
        if weekdays.count(weekday) == 1:
            also.append(weekday)
        label = words.time(each) if one_day else words.day_and_time(each)
        minute = int(each.timestamp()) // 60
        found.append(button(label, "time_offers:choose", request.id, minute, also=also))
    no = ("none", "no", "neither", "none of them", "none of these")
    label = {1: _("Not this one"), 2: _("Neither")}.get(len(instants), _("None of these"))
    return [*found, button(label, "time_offers:neither", request.id, also=no)]


def _spoken(words: TimeWords, instant: datetime) -> list[str]:
    """An hour as people type it: «4:00 pm», «4 pm», «4pm»."""
    whole = words.time(instant)
    short = whole.replace(":00 ", " ") if ":00 " in whole else whole
    return [whole, whole.replace(" ", ""), short, short.replace(" ", "")]


def tell_offer(turn: Turn, request: TimeRequest, row: TherapySession, client: Person) -> bool:
    """Also on a telephone that others see: it is days and times, and asked for."""
    with turn.speaking_to(client) as words:
        text, buttons = offer_text(turn, words, request, row), offer_buttons(words, request)
        draft = turn.alert(topic=request.topic, good_until=request.due_at)
        return turn.tell(client, text, buttons, draft=draft) is not None


# --- yes, no


def tell_booked(turn: Turn, row: TherapySession, client: Person) -> bool:
    with turn.speaking_to(client) as words:
        text = booked_line(turn, row, client, words)
        details = "\n".join(filter(None, [row.place, row.link]))
        if client.telephone is not Telephone.OWN:
            return turn.tell(client, text, draft=turn.alert(topic=row.topic)) is not None
        whole = f"{text}\n{details}" if details else text
        draft = turn.alert(topic=row.topic)
        return (
            turn.tell(client, whole, [*answers_to(row), *add_one(client, row)], draft=draft)
            is not None
        )


def tell_declined(
    turn: Turn, request: TimeRequest, row: TherapySession, client: Person, line: str
) -> bool:
    """The line goes only to a telephone that nobody else sees."""
    with turn.speaking_to(client) as words:
        text = declined_text(turn, words, row, line if client.telephone is Telephone.OWN else "")
        draft = turn.alert(topic=f"{request.topic}:answer")
        return turn.tell(client, text, _after_no(turn, row), draft=draft) is not None


def declined_text(turn: Turn, words: TimeWords, row: TherapySession, line: str) -> str:
    lines = [
        _("There's an answer about another time."),
        _("I'm sorry, it isn't possible as you wished."),
    ]
    if line:
        said = _("From {name}:\n«{line}»")
        lines.append(said.format(name=turn.person.name, line=line))
    if stands(row, turn.now):
        when = words.day_and_time(row.starts_at)
        lines.append(_("{when} stays yours.").format(when=when))
    return "\n\n".join(lines)


def _after_no(turn: Turn, row: TherapySession) -> list[Button]:
    if stands(row, turn.now):
        return answers_to(row)
    return [button(_("Another time"), "other_time:ask", row.id)]


# --- nobody decided


def is_due(turn: Turn, request: TimeRequest) -> None:
    """A working day without a decision rings once more; then it lapses and both are told."""
    if not request.is_open:
        return
    row = session_of(turn, request)
    ends_at = time_requests.useful_until(request, row)
    if request.state is RequestState.OPEN and turn.now < ends_at:
        request.due_at = ends_at
        return _ring_again(turn, request, row)
    was_offered = request.state is RequestState.OFFERED
    if not time_requests.decide(turn.db, request, RequestState.LAPSED, None, turn.now):
        return
    dialogue.close_prompts(turn.db, request.topic, turn.now)
    outbox.withdraw(turn.db, request.topic, turn.now)
    if row.answer is Answer.OTHER_TIME:
        row.answer = Answer.NONE
    turn.note("lapse", request)
    _say_lapsed(turn, row, was_offered=was_offered)
    _tell_of_lapse(turn, row, was_offered=was_offered)


def _ring_again(turn: Turn, request: TimeRequest, row: TherapySession) -> None:
    client = listed(turn.person.name)
    tell_at_once(
        turn,
        office_of(turn).managers,
        lambda words: _(
            "{client} still waits for an answer about another time than {when}."
        ).format(client=client, when=words.day_and_time(row.starts_at)),
        [button(_("Find a time"), "requests:open", request.id)],
    )


def _say_lapsed(turn: Turn, row: TherapySession, *, was_offered: bool) -> None:
    if not can_hear(turn.person):
        return
    lines = [
        _("The times I gave you can't be chosen any more.")
        if was_offered
        else _("Nobody answered your wish for another time. I'm sorry.")
    ]
    if stands(row, turn.now):
        when = turn.words.day_and_time(row.starts_at)
        lines.append(_("{when} stays yours.").format(when=when))
    phone = _("To find a time, tap below or phone {practice}.")
    lines.append(phone.format(practice=turn.practice.name_and_phone))
    due_at = turn.person.clocks(turn.practice).once_not_quiet(turn.now)
    ask = button(_("Another time"), "other_time:ask", row.id)
    turn.say("\n\n".join(lines), [ask], due_at=due_at)


def _tell_of_lapse(turn: Turn, row: TherapySession, *, was_offered: bool) -> None:
    client = listed(turn.person.name)

    def sentence() -> str:
        if was_offered:
            return _("The times you offered {client} instead of {when} lapsed without an answer.")
        return _("{client} wanted another time than {when}. Nobody answered, and it lapsed.")

    tell_at_once(
        turn,
        office_of(turn).managers,
        lambda words: sentence().format(client=client, when=words.day_and_time(row.starts_at)),
    )


def who_decided(turn: Turn, request: TimeRequest) -> str:
    """For somebody of the office who comes second: what became of it."""
    client = people.get(turn.db, request.client_id)
    by = people.get(turn.db, request.decided_by) if request.decided_by else None
    if request.state is RequestState.LAPSED:
        return _("That request has lapsed.")
    if by is None:  # from the command line
        return _("The session was moved meanwhile. That answers it.")
    if by.id == turn.person.id:
        return _("You have answered it already.")
    if by.id != client.id:
        return _("{name} has answered it already.").format(name=called(by.name))
    if request.state is RequestState.TAKEN_BACK:
        return _("{client} has taken it back.").format(client=listed(client.name))
    return _("{client} has chosen a time already.").format(client=listed(client.name))


CONVERSATION = Conversation(
    name="request_answers",
    timers={"is_due": Timer(TimeRequest.due_at, is_due, TimeRequest.client_id)},
)
