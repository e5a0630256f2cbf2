"""The link of an on-line session once more, ten minutes before it begins, for whoever asked."""

from collections.abc import Sequence

from bot.buttons import Button, button
from bot.conversation import Conversation, Timer
from bot.records.bookings import LINK_BEFORE
from bot.records.people import Telephone
from bot.records.therapy_sessions import SessionState, TherapySession
from bot.texts import _
from bot.turn import Turn
from conversations.lateness import expire, sorry_if_late
from conversations.session_answers import own_session, standing_session


def link_buttons(turn: Turn, row: TherapySession) -> Sequence[Button]:
    """What goes with a session that has a link, while it can still be sent again in time."""
    is_in_time = turn.now < row.starts_at - LINK_BEFORE
    if not row.link or not is_in_time or turn.person.telephone is not Telephone.OWN:
        return ()
    if row.link_at is not None:
        return (button(_("Don't send the link again"), "session_links:drop", row.id),)
    return (button(_("Link again 10 minutes before"), "session_links:want", row.id),)


def _dont_send(row: TherapySession) -> Button:
    return button(_("Don't send it"), "session_links:drop", row.id)


def want(turn: Turn, session_id: int) -> None:
    row = own_session(turn, session_id)
    if row is None or not (_is_on(turn, row) or standing_session(turn, session_id)):
        return
    if turn.person.telephone is not Telephone.OWN:
        turn.say(_("I keep links off a telephone that others can see."))
        return
    if not row.link:
        turn.say(_("There's no link for that time. To ask for one, phone {practice}.").format(
            practice=turn.practice.name_and_phone
        ))  # fmt: skip
        return
    at = row.starts_at - LINK_BEFORE
    if at <= turn.now:
        turn.say(_("Here is the link now:") + "\n" + row.link, topic=row.topic)
        return
    if row.link_at is not None:
        text = _("That's set already: the link comes again {when}.")
    elif turn.person.clocks(turn.practice).quiet_span(at) is not None:
        text = _("Good. The link comes again {when}, though that's in your quiet hours.")
    else:
        text = _("Good. The link comes again {when}.")
    row.link_at = at
    turn.note("link again", row)
    turn.say(text.format(when=turn.words.within(at, turn.now)), [_dont_send(row)], topic=row.topic)


def _is_on(turn: Turn, row: TherapySession) -> bool:
    """Whether they are late for it, and may still join."""
    return row.state is SessionState.BOOKED and row.starts_at <= turn.now < row.ends_at


def drop(turn: Turn, session_id: int) -> None:
    row = own_session(turn, session_id)
    if row is None:
        return
    if row.link_at is None:
        turn.say(_("No link was to be sent again for that time."))
        return
    row.link_at = None
    turn.note("no link again", row)
    turn.say(
        _("All right, I won't send the link again. The time stays as it is."),
        link_buttons(turn, row),
        topic=row.topic,
    )


def send_again(turn: Turn, row: TherapySession) -> None:
    """Asked for, so at any hour and outside the measure; not to who wants nothing by now.

    It is of use until the end: who is late needs it most.
    """
    person = turn.person
    is_wanted = row.state is SessionState.BOOKED and person.hears_unasked(turn.now)
    if not is_wanted or person.telephone is not Telephone.OWN:
        return
    if row.ends_at <= turn.now:
        return expire(turn, row.topic)
    link = row.link or _("There is no link for it any more. Please phone {practice}.").format(
        practice=turn.practice.name_and_phone
    )
    lines = [f"{turn.words.soon(row.starts_at, turn.now)}.", link, sorry_if_late(turn)]
    turn.say("\n".join(filter(None, lines)), topic=row.topic, good_until=row.ends_at)


CONVERSATION = Conversation(
    name="session_links",
    taps={"want": want, "drop": drop},
    timers={
        "send_again": Timer(TherapySession.link_at, send_again, TherapySession.client_id),
    },
)
