"""How long before a session its reminders come: a client's own lead times go before the practice's."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.buttons import Button, button
from bot.conversation import Conversation
from bot.records import bookings, consents, therapy_sessions
from bot.records.access import Action
from bot.records.consents import Purpose
from bot.records.therapy_sessions import Answer
from bot.rules.lead_times import LONGEST, MOST, OFFERED, SHORTEST, as_setting, typed_lead_time
from bot.texts import _
from bot.turn import Turn

# --- the page


def show(turn: Turn) -> None:
    turn.change("\n".join(_page(turn)), _buttons(turn))


def _page(turn: Turn) -> list[str]:
    leads = [_("{lead} before").format(lead=turn.words.lead(each)) for each in _chosen(turn)]
    return [
        _("Reminders of your times come {leads}.").format(leads=turn.words.listed(leads)),
        _next_line(turn),
        _("I also remind you of times you said yes to.")
        if turn.person.reminds_confirmed
        else _("I don't remind you again of times you said yes to."),
    ]


def _chosen(turn: Turn) -> tuple[timedelta, ...]:
    return turn.person.reminder_rules(turn.practice).lead_times


def _next_line(turn: Turn) -> str:
    """What comes next, by the very instant at which it will."""
    person = turn.person
    if person.stopped_at is not None or not consents.has(turn.db, person, Purpose.REMINDERS):
        return _("They are off now, so none comes.")
    upcoming = therapy_sessions.upcoming(turn.db, person, turn.now)
    if not upcoming:
        return _("No time is booked for you now.")
    at = min(_instants(turn), default=None)
    if at is None:
        return _("No reminder is left to come for the times booked now.")
    if person.paused_until is not None and at < person.paused_until:
        day = turn.words.day(person.paused_until)
        return _("Messages are paused until {day}; none comes before that.").format(day=day)
    return _("The next one comes {when}.").format(when=turn.words.within(at, turn.now))


def _instants(turn: Turn) -> list[datetime]:
    also_confirmed = turn.person.reminds_confirmed
    return [
        row.remind_at
        for row in therapy_sessions.upcoming(turn.db, turn.person, turn.now)
        if row.remind_at is not None and (also_confirmed or row.answer is not Answer.COMING)
    ]


def _buttons(turn: Turn) -> list[Button]:
    person, chosen = turn.person, _chosen(turn)
    offered = sorted({*OFFERED, *turn.practice.lead_times, *chosen}, reverse=True)
    confirmed = (
        button(_("Skip times I said yes to"), "reminders:confirmed_off")
        if person.reminds_confirmed
        else button(_("Also times I said yes to"), "reminders:confirmed_on")
    )
    return [
        *(_switch(turn, lead, chosen) for lead in offered),
        button(_("Write how long before"), "reminders:ask"),
        *([button(_("As the practice has it"), "reminders:usual")] if person.lead_times else []),
        confirmed,
        button(_("All settings"), "privacy:settings"),
    ]


def _switch(turn: Turn, lead: timedelta, chosen: Sequence[timedelta]) -> Button:
    label = _("Leave out {lead} before") if lead in chosen else _("Add {lead} before")
    tap = "reminders:off" if lead in chosen else "reminders:on"
    return button(label.format(lead=turn.words.lead(lead)), tap, int(lead.total_seconds()))


# --- lead times


def on(turn: Turn, seconds: int) -> None:
    _add(turn, timedelta(seconds=seconds))


def _add(turn: Turn, lead: timedelta) -> None:
    chosen = _chosen(turn)
    if not SHORTEST <= lead <= LONGEST and lead not in turn.practice.lead_times:
        return _ask_again(turn, _("I can remind you from 15 minutes to 4 weeks before."))
    if len({*chosen, lead}) > MOST:
        text = _("I can keep {count} at most. To add one, leave one out first.").format(count=MOST)
        turn.say(text, [*(_switch(turn, each, chosen) for each in chosen), _back()])
        return
    _keep(turn, {*chosen, lead})


def off(turn: Turn, seconds: int) -> None:
    left = set(_chosen(turn)) - {timedelta(seconds=seconds)}
    if left:
        return _keep(turn, left)
    turn.say(
        _("Then none would be left. Shall I stop reminding you of your times?"),
        [button(_("No reminders of times"), "privacy:times_off"), _back()],
    )


def usual(turn: Turn) -> None:
    _keep(turn, set(turn.practice.lead_times))


def _keep(turn: Turn, chosen: set[timedelta]) -> None:
    """What is planned goes along. The practice's own are kept as such: they may change."""
    lead_times = tuple(sorted(chosen, reverse=True))
    own = None if lead_times == turn.practice.lead_times else as_setting(lead_times)
    bookings.remind_at_lead_times(turn.db, turn.person, own, turn.practice, turn.now)
    turn.note("lead times", turn.person)
    _say_page(turn)


def ask(turn: Turn) -> None:
    _ask_again(turn, _("How long before? Write it, like «2 days and 3 hours before»."))


def _ask_again(turn: Turn, text: str) -> None:
    turn.ask(text, [button(_("Leave it"), "reminders:leave")], then="reminders:typed")


def typed(turn: Turn, text: str) -> None:
    lead = typed_lead_time(text)
    if lead is None:
        return _ask_again(turn, _("I didn't understand that. Write it like «3 hours before»."))
    _add(turn, lead)


def leave(turn: Turn) -> None:
    turn.say(_("All right. Nothing was changed."))


# --- times that they said yes to


def confirmed_on(turn: Turn) -> None:
    _remind_of_confirmed(turn, wished=True)


def confirmed_off(turn: Turn) -> None:
    _remind_of_confirmed(turn, wished=False)


def _remind_of_confirmed(turn: Turn, *, wished: bool) -> None:
    turn.person.reminds_confirmed = wished
    turn.note("reminders of confirmed times", turn.person)
    _say_page(turn)


def _say_page(turn: Turn) -> None:
    """A message of its own: a changed one is no sign that something happened."""
    turn.say("\n".join([_("Changed."), *_page(turn)]), _buttons(turn))


def _back() -> Button:
    return button(_("When reminders come"), "reminders:show")


CONVERSATION = Conversation(
    name="reminders",
    taps={
        "show": show,
        "on": on,
        "off": off,
        "usual": usual,
        "ask": ask,
        "leave": leave,
        "confirmed_on": confirmed_on,
        "confirmed_off": confirmed_off,
    },
    steps={"typed": typed},
    needs=Action.CHANGE_SETTINGS,
)
