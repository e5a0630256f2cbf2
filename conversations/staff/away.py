"""Who is away until when: staff say it of themselves, a manager of anybody on the staff."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.buttons import Button, button
from bot.conversation import Conversation, Timer
from bot.records import people
from bot.records.access import Action
from bot.records.cases import CaseState
from bot.records.people import Person, Role
from bot.rules.away import Return, back_on, can_be, offered
from bot.rules.typed_dates import Reader
from bot.texts import _
from bot.turn import Turn
from conversations import case_absences
from conversations.absences import away_until
from conversations.case_alerts import next_to_ask, rings_at
from conversations.menu import keyboard_for
from conversations.staff.cases import staff_case
from conversations.staff.duty import tell_of_gap
from conversations.staff.on_the_staff import LISTED, colleagues, reached

_MINUTE = 60

# --- how it stands


def show(turn: Turn) -> None:
    """A manager sees who is away, and says it of whom they tap; others say it of themselves."""
    if Role.MANAGER not in turn.roles:
        return _show_one(turn, turn.person)
    staff = colleagues(turn)
    lines = [_line(turn, each) for each in staff if each.is_away(turn.now)]
    turn.say(
        "\n".join([*(lines or [_("Nobody is away.")]), _("Tap a name to change that.")]),
        [button(each.name, "away:whom", each.id) for each in staff[:LISTED]],
    )


def _line(turn: Turn, person: Person) -> str:
    return _("{name} is away until {when}.").format(name=person.name, when=away_until(turn, person))


def whom(turn: Turn, person_id: int) -> None:
    person = reached(turn, Action.SET_AWAY, person_id)
    if person is not None:
        _show_one(turn, person)


def _show_one(turn: Turn, person: Person) -> None:
    if not person.is_away(turn.now):
        return _ask_until(turn, person)
    own = person.id == turn.person.id
    when = away_until(turn, person)
    turn.say(
        _("You are away until {when}.").format(when=when) if own else _line(turn, person),
        [
            button(
                _("I'm back") if own else _("{name} is back").format(name=person.name),
                "away:back",
                person.id,
            ),
            button(_("Another day"), "away:ask", person.id),
        ],
    )


# --- until when


def ask(turn: Turn, person_id: int) -> None:
    person = reached(turn, Action.SET_AWAY, person_id)
    if person is not None:
        _ask_until(turn, person)


def _ask_until(turn: Turn, person: Person, lead: str = "") -> None:
    question = (
        _("Until when are you away? Tap, or write a day: «Tuesday», «14 December at 1 pm».")
        if person.id == turn.person.id
        else _("Until when is {name} away? Tap, or write a day: «Tuesday», «14 December at 1 pm».")
    ).format(name=person.name)
    turn.ask(
        f"{lead} {question}".lstrip(),
        [*_offers(turn, person), button(_("Not away"), "away:leave")],
        then="away:until",
        person_id=person.id,
    )


def _offers(turn: Turn, person: Person) -> list[Button]:
    labels = {
        Return.TOMORROW: _("Until tomorrow"),
        Return.MONDAY: _("Until Monday"),
        Return.ONE_WEEK: _("1 week"),
        Return.TWO_WEEKS: _("2 weeks"),
    }
    return [
        button(labels[each], "away:chosen", person.id, _minute_of(instant))
        for each, instant in offered(turn.now, turn.practice.hours, _zone(turn)).items()
    ]


def _zone(turn: Turn) -> ZoneInfo:
    """In which the days are meant that this person taps and types."""
    return ZoneInfo(turn.person.time_zone) if turn.person.time_zone else turn.practice.zone


def _minute_of(instant: datetime) -> int:
    return int(instant.timestamp()) // _MINUTE


def typed(turn: Turn, text: str, person_id: int) -> None:
    person = reached(turn, Action.SET_AWAY, person_id)
    if person is None:
        return
    zone = _zone(turn)
    is_month_first = turn.practice.month_first
    read = Reader(turn.now, zone, is_month_first, turn.person.language).moment(text)
    if read is None:
        return _ask_until(turn, person, _("I don't understand that day."))
    day = read.at.astimezone(zone).date()
    _confirm(turn, person, read.at if read.has_time else back_on(day, turn.practice.hours, zone))


def chosen(turn: Turn, person_id: int, minute: int) -> None:
    person = reached(turn, Action.SET_AWAY, person_id)
    if person is not None:
        _confirm(turn, person, _instant(minute))


def _instant(minute: int) -> datetime:
    return datetime.fromtimestamp(minute * _MINUTE, UTC)


def _confirm(turn: Turn, person: Person, until: datetime) -> None:
    """Said back in words, with what it changes. Nothing counts yet."""
    if not can_be(until, turn.now):
        return _ask_until(turn, person, _("That is over, or more than a year away."))
    own = person.id == turn.person.id
    text = (
        _(
            "You are away until {when}.\n"
            "Until then what clients send goes to whom they allowed, or waits and rings when you "
            "are back. Urgent messages ring for the others, and for you only if nobody else is "
            "there. Is that right?"
        )
        if own
        else _(
            "{name} is away until {when}. {name} is told that you said so.\n"
            "Until then what clients send goes to whom they allowed, or waits. Urgent messages "
            "ring for the others. Is that right?"
        )
    )
    turn.say(
        text.format(name=person.name, when=turn.words.day_and_time(until)),
        [
            button(_("Yes, that's right"), "away:set", person.id, _minute_of(until), also=("yes",)),
            button(_("Another day"), "away:ask", person.id),
            button(_("Not away"), "away:leave", also=("no",)),
        ],
    )


def leave(turn: Turn) -> None:
    turn.say(_("All right. Nothing was changed."), keyboard=keyboard_for(turn))


# --- it counts


def set_away(turn: Turn, person_id: int, minute: int) -> None:
    person = reached(turn, Action.SET_AWAY, person_id)
    if person is None:
        return
    until = _instant(minute)
    if not can_be(until, turn.now):
        return _ask_until(turn, person, _("That is over, or more than a year away."))
    was_until = person.away_until if person.is_away(turn.now) else None
    own = person.id == turn.person.id
    if not people.go_away(turn.db, person, until):
        turn.say(_("That is so already."), keyboard=keyboard_for(turn))
        return
    turn.note("go away", person)
    if own:
        text = _("You are away until {when}. «I'm back» ends it.")
        turn.say(text.format(when=away_until(turn, person)), keyboard=keyboard_for(turn))
    else:
        turn.say(_line(turn, person), keyboard=keyboard_for(turn))
        _tell_that_it_was_said(turn, person)
    tell_of_gap(turn, person)
    case_absences.goes_away(turn, person, was_until)


def _tell_that_it_was_said(turn: Turn, person: Person) -> None:
    with turn.speaking_to(person) as words:
        text = _("{manager} says that you are away until {when}.").format(
            manager=turn.person.name, when=away_until(turn, person, words)
        )
        back = [button(_("I'm back"), "away:back", person.id)]
        turn.tell(person, text, back, draft=turn.alert(topic=_topic(person)))


def keep(turn: Turn, case_id: int) -> None:
    """Who goes away keeps what they look after."""
    case = staff_case(turn, case_id)
    if case is None:
        return
    if case.state is not CaseState.TAKEN or case.taken_by != turn.person.id:
        turn.say(_("{number} isn't yours any more.").format(number=case.number))
        return
    next_one = next_to_ask(turn, case)
    text = (
        _("{number} stays yours. If the time passes by which an answer is due, I tell the client.")
        if next_one is None
        else _("{number} stays yours. If the time passes by which an answer is due, I ask {name}.")
    )
    turn.say(text.format(number=case.number, name=next_one.name if next_one else ""))


# --- back


def back(turn: Turn, person_id: int) -> None:
    person = reached(turn, Action.SET_AWAY, person_id)
    if person is None:
        return
    own = person.id == turn.person.id
    if not people.come_back(turn.db, person):
        name = person.name
        turn.say(_("You aren't away.") if own else _("{name} isn't away.").format(name=name))
        return
    turn.note("come back", person)
    count = case_absences.comes_back(turn, person)
    if own:
        turn.say(_("You're back.") + " " + _waits(count), keyboard=keyboard_for(turn))
        return
    turn.say(_("{name} is back, and is told.").format(name=person.name))
    with turn.speaking_to(person):
        text = _("{manager} says that you are back.").format(manager=turn.person.name)
        still = [button(_("I'm still away"), "away:ask", person.id)]
        turn.tell(person, f"{text} {_waits(count)}", still)


def back_typed(turn: Turn) -> None:
    back(turn, turn.person.id)


def _waits(count: int) -> str:
    if not count:
        return _("Nothing in /cases waits for you.")
    return _("Waiting for you: {count}. /cases shows it.").format(count=count)


def is_over(turn: Turn, person: Person) -> None:
    """The time has come that was said: what waits for them rings, in practice hours."""
    count = case_absences.comes_back(turn, person)
    with turn.speaking_to(person):
        text = _("You were away until now.") + " " + _waits(count)
        still = [button(_("I'm still away"), "away:ask", person.id)]
        draft = turn.alert(topic=_topic(person), due_at=rings_at(turn))
        turn.tell(person, text, still, draft=draft)


def _topic(person: Person) -> str:
    return f"person:{person.id}:away"


CONVERSATION = Conversation(
    name="away",
    commands={"away": show},
    words={"I'm back": back_typed},
    taps={
        "whom": whom,
        "ask": ask,
        "chosen": chosen,
        "set": set_away,
        "leave": leave,
        "keep": keep,
        "back": back,
    },
    steps={"until": typed},
    timers={"is_over": Timer(Person.away_until, is_over, Person.id)},
    needs=Action.SET_AWAY,
)
