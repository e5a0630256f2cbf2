"""The city whose time a client lives by: tapped, or typed and said back."""

from zoneinfo import ZoneInfo

from bot.buttons import button
from bot.conversation import Conversation
from bot.records import bookings, homework
from bot.records.access import Action
from bot.rules.cities import is_named_by_city, zone_of_city, zones_to_offer
from bot.texts import TimeWords, _
from bot.turn import Turn
from conversations.menu import keyboard_for


def ask(turn: Turn) -> None:
    near = zones_to_offer(turn.practice.country)
    pattern = (
        _(
            "Times are shown for {city}, now {time}. Where are you? Tap, or write a big city near you."
        )
        if near
        else _("Times are shown for {city}, now {time}. Where are you? Write a big city near you.")
    )
    turn.ask(
        pattern.format(city=turn.words.zone_name(), time=turn.words.time(turn.now)),
        [
            *(button(_words(turn, zone).zone_name(), "city:keep", zone) for zone in near),
            button(_("Leave it"), "city:leave"),
        ],
        then="city:typed",
    )


def typed(turn: Turn, text: str) -> None:
    """Said back with its time, so that another city of the same name is noticed."""
    zone = zone_of_city(text, turn.practice.country)
    if zone is None:
        turn.ask(
            _("I don't know that city. Write a bigger one where it's the same time as with you."),
            [button(_("Leave it"), "city:leave")],
            then="city:typed",
        )
        return
    words = _words(turn, zone)
    turn.say(
        _("{city}, now {time}. Is that right?").format(
            city=words.zone_name(), time=words.time(turn.now)
        ),
        [
            button(_("Yes, that's it"), "city:keep", zone, also=("yes",)),
            button(_("Another city"), "city:ask"),
            button(_("Leave it"), "city:leave", also=("no",)),
        ],
    )


def keep(turn: Turn, zone: str) -> None:
    """What is planned goes along; the sessions themselves stay where they are."""
    if not is_named_by_city(zone):
        return
    person = turn.person
    before = person.reminder_rules(turn.practice)
    person.time_zone = zone
    bookings.move_reminders(turn.db, person, turn.practice, turn.now, before=before)
    homework.move_reminders(turn.db, person, before.clocks, person.clocks(turn.practice), turn.now)
    turn.note("time zone", person)
    turn.say(
        _(
            "From now on I show all times for {city}, now {time}. What I send moves along. "
            "When you meet stays as it was booked."
        ).format(city=turn.words.zone_name(), time=turn.words.time(turn.now)),
        keyboard=keyboard_for(turn),
    )


def leave(turn: Turn) -> None:
    turn.say(_("All right. Nothing was changed."))


def _words(turn: Turn, zone: str) -> TimeWords:
    return TimeWords(turn.person.language, turn.practice.country, ZoneInfo(zone))


CONVERSATION = Conversation(
    name="city",
    taps={"ask": ask, "keep": keep, "leave": leave},
    steps={"typed": typed},
    needs=Action.CHANGE_SETTINGS,
)
