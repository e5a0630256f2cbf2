"""Before a session: what there is to know, exactly as far as the client shares it, an hour before and on request."""

from dataclasses import replace

from bot.buttons import Button, button, in_rows
from bot.conversation import Conversation, Timer
from bot.records import briefs, dialogue, notes, outbox, people
from bot.records.access import Action
from bot.records.dialogue import Prompt
from bot.records.notes import Note
from bot.records.people import Person
from bot.records.therapy_sessions import SessionState, TherapySession
from bot.rules.names import listed
from bot.texts import _
from bot.turn import Turn
from conversations.bring_up_words import as_read
from conversations.lateness import expire
from conversations.menu import keyboard_for
from conversations.staff.brief_words import parts_of
from conversations.staff.found_clients import not_found, reached

_NEXT = "briefs:next"


# --- by itself


def push(turn: Turn, row: TherapySession) -> None:
    """An hour before, for those who share anything: whether there is something new is not said here.

    Who is away or gone gets none, and none waits for them.
    """
    reader = turn.person
    if row.created_at >= row.starts_at or not briefs.is_pushed(turn.db, row):
        return
    if reader.left_at is not None or reader.asks_for_briefs or reader.is_away(turn.now):
        return
    if turn.now >= row.starts_at:  # late, after an outage
        return expire(turn, f"{row.topic}:brief")
    briefs.take_those_together(turn.db, row)
    opens = [button(_("Open"), "briefs:look", row.id)]
    if _says_it_already(turn, row, opens):
        return
    turn.tell(
        reader,
        _("Something to read before a meeting."),
        opens,
        draft=turn.alert(
            silent=not turn.practice.hours.is_open(turn.now),
            topic=row.topic,
            good_until=row.starts_at,
        ),
    )


def _says_it_already(turn: Turn, row: TherapySession, opens: list[Button]) -> bool:
    """Where the same words came minutes ago, for what was shown one by one (conversations/
    note_sharing.py and homework_sharing.py), they open all of it instead of coming twice."""
    topics = briefs.unread_topics(turn.db, row.client_id, turn.person.id)
    said = briefs.told_just_now(turn.db, turn.person.id, topics, turn.now)
    if said is None:
        return False
    outbox.edit(turn.db, said, replace(said.body, buttons=in_rows(opens)), turn.now)
    prompt = Prompt(
        person_id=turn.person.id,
        outbox_id=said.id,
        by_itself=True,
        of_step=False,
        asked_at=turn.now,
    )
    choices = [[each.label, each.data, list(each.also)] for each in opens]
    dialogue.replace_prompt(turn.db, prompt, choices)
    return True


def by_itself(turn: Turn) -> None:
    turn.person.asks_for_briefs = False
    turn.say(_("Good. An hour before you meet I say when there is something to read."))


def only_asked(turn: Turn) -> None:
    turn.person.asks_for_briefs = True
    turn.say(
        _("Good. I don't say it by itself any more. /brief shows it at any time."),
        [button(_("Tell me an hour before"), "briefs:by_itself")],
    )


# --- on request


def ask_for(turn: Turn) -> None:
    """By way of the button, which is behind the code."""
    turn.next_tap = button("", _NEXT).data


def see_next(turn: Turn) -> None:
    """Of the session that is on, or else of the next one."""
    for row in briefs.ahead(turn.db, turn.person.id, turn.now):
        client = people.get(turn.db, row.client_id)
        if _is_theirs(turn, client):
            return _say(turn, client, row)
    turn.say(_("No session is booked."), keyboard=keyboard_for(turn))


def look(turn: Turn, session_id: int) -> None:
    row = turn.reach(Action.SEE_BRIEF, TherapySession, session_id)
    client = people.get(turn.db, row.client_id) if row is not None else None
    if row is None or client is None or not _is_theirs(turn, client):
        turn.say(_("I can't find that any more."), keyboard=keyboard_for(turn))
        return
    when = turn.words.day_and_time(row.starts_at)
    if row.state is SessionState.CANCELLED:
        turn.say(_("{when} was cancelled.").format(when=when), keyboard=keyboard_for(turn))
    elif row.ends_at <= turn.now:
        text = _("{when} is over. /brief shows what comes next.").format(when=when)
        turn.say(text, keyboard=keyboard_for(turn))
    else:
        _say(turn, client, row)


def see_client(turn: Turn, client_id: int) -> None:
    """Before the next session with this client, booked or not."""
    client = reached(turn, Action.LOOK_UP_CLIENT, client_id)
    if client is None:
        return
    if not _is_theirs(turn, client):
        turn.say(not_found(turn), keyboard=keyboard_for(turn))
        return
    ahead = briefs.ahead(turn.db, turn.person.id, turn.now, client_id=client.id)
    _say(turn, client, next(ahead, None))


def whole(turn: Turn, note_id: int) -> None:
    """All of a note to bring, as long as it may be seen."""
    note = turn.reach(Action.SEE_NOTE, Note, note_id)
    if note is None or not note.is_to_bring:
        turn.say(_("I can't find that any more."), keyboard=keyboard_for(turn))
        return
    turn.note("look", note)
    turn.say_protected(
        "\n".join(as_read(note)), topic=note.shown_topic, shows_client_id=note.client_id
    )


def _is_theirs(turn: Turn, client: Person) -> bool:
    """Who has had them, or has only a session with them, reads nothing."""
    return client.psychologist_id == turn.person.id


def _say(turn: Turn, client: Person, row: TherapySession | None) -> None:
    """As it may be seen at this instant; if less is shared before it is sent, it isn't sent."""
    parts = parts_of(turn, client, row)
    turn.note("see brief", row or client)
    switch = (
        button(_("Tell me an hour before"), "briefs:by_itself")
        if turn.person.asks_for_briefs
        else button(_("Only when I ask"), "briefs:only_asked")
    )
    turn.say_protected(
        "\n\n".join("\n".join(lines) for lines, _buttons in parts),
        [each for _lines, buttons in parts for each in buttons]
        + [*_to_the_next(turn, row), switch],
        topic=notes.list_topic(client.id),
        shows_client_id=client.id,
    )


def _to_the_next(turn: Turn, row: TherapySession | None) -> list[Button]:
    """Who sees several in a row goes on from one to the other; on the same day."""
    if row is None:
        return []
    coming = [
        each
        for each in briefs.ahead(turn.db, turn.person.id, turn.now)
        if (each.starts_at, each.id) > (row.starts_at, row.id)
        and turn.words.days_until(each.starts_at, row.starts_at) == 0
    ]
    for each in coming:
        client = people.get(turn.db, each.client_id)
        if _is_theirs(turn, client):
            label = _("Then {client}, {when}").format(
                client=listed(client.name), when=turn.words.time(each.starts_at)
            )
            return [button(label, "briefs:look", each.id)]
    return []


CONVERSATION = Conversation(
    name="briefs",
    commands={"brief": ask_for},
    taps={
        "look": look,
        "client": see_client,
        "next": see_next,
        "whole": whole,
        "by_itself": by_itself,
        "only_asked": only_asked,
    },
    timers={"push": Timer(TherapySession.brief_at, push, TherapySession.psychologist_id)},
    needs=Action.SEE_BRIEF,
    behind_code=frozenset({"look", "client", "next", "whole"}),
)
