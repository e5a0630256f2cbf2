"""«Running 10 minutes late»: passed on at once to whoever the client is about to see."""

from collections.abc import Sequence
from datetime import timedelta

from bot.records import people, therapy_sessions
from bot.records.alarms import raise_alarm
from bot.records.outbox import OutboxRow
from bot.records.people import Person
from bot.records.therapy_sessions import SessionState, TherapySession
from bot.records.told import is_queued, was_told_since
from bot.rules.names import called, listed
from bot.rules.triage.late_words import says_late
from bot.texts import TimeWords, _
from bot.turn import Turn
from conversations.office import office_of
from conversations.session_answers import nobody_told

# Who writes so long before a session that they are late speaks of another day or of something else.
_SOON = timedelta(hours=2)
# Who writes again so soon is read by somebody who looks already.
_RINGS_AGAIN = timedelta(minutes=10)


def passes_on(turn: Turn) -> bool:
    """Pass the words on if they plainly say so and a session is near; False if not.

    Without one more yes: times, and what is answered about them, are for the office and the
    psychologist (said in the welcome), and a minute later may be too late to be of use.
    """
    assert turn.incoming is not None, "only updates have words"
    row = therapy_sessions.begun_or_soon(turn.db, turn.person, turn.now, _SOON)
    if row is None:
        return False
    names = [people.get(turn.db, row.psychologist_id).name]
    if not says_late(turn.incoming.text, names):
        return False
    told = _tell(turn, row, turn.incoming.text)
    turn.note("running late", row)
    if not told:
        raise_alarm(turn.db, turn.practice, f"nobody to tell of {row.topic}", turn.now)
        turn.say(nobody_told(turn))
        return True
    turn.say(
        _(
            "I'm passing that on to {names}, word for word, for {time}. "
            "I can't say when it will be read.\nTo be sure, phone {practice}."
        ).format(
            names=_(" and ").join(called(each.name) for each in told),
            time=turn.words.time(row.starts_at),
            practice=turn.practice.name_and_phone,
        ),
        topic=row.topic,
    )
    return True


def _tell(turn: Turn, row: TherapySession, text: str) -> list[Person]:
    """Whom the session is with; the managers besides, or instead, who may not see it in time."""
    office = office_of(turn, row.psychologist_id)
    assert office.psychologist is not None, "a session is with somebody"
    said = f"{listed(turn.person.name)}: «{text}»"
    told = [office.psychologist] if _sends(turn, office.psychologist, row, said) else []
    if told and not office.psychologist.is_away(turn.now):
        return told
    return [*told, *_tell_managers(turn, office.managers, row, said)]


def _tell_managers(
    turn: Turn, managers: Sequence[Person], row: TherapySession, said: str
) -> list[Person]:
    others = [each for each in managers if each.id != row.psychologist_id]
    return [each for each in others if _sends(turn, each, row, said)]


def _sends(turn: Turn, reader: Person, row: TherapySession, said: str) -> bool:
    """It rings at any hour, once in ten minutes: whoever is waited for is at work. The first line
    names nobody."""
    with turn.speaking_to(reader) as words:
        lines = [_first_line(reader, row, words), said]
        if reader.id != row.psychologist_id:
            name = people.get(turn.db, row.psychologist_id).name
            why = _("You get this because {name} may not see it in time.")
            lines.append(why.format(name=name))
        rang = was_told_since(turn.db, reader.id, _topic(row), turn.now - _RINGS_AGAIN)
        draft = turn.alert(topic=_topic(row), silent=rang)
        return turn.tell(reader, "\n".join(lines), draft=draft) is not None


def _first_line(reader: Person, row: TherapySession, words: TimeWords) -> str:
    time = words.time(row.starts_at)
    if reader.id == row.psychologist_id:
        return _("News about your {time}.").format(time=time)
    return _("News about {time}.").format(time=time)


def _topic(row: TherapySession) -> str:
    return f"{row.topic}:late"


# --- where it didn't arrive


def is_about(row: OutboxRow) -> bool:
    """Whether this message passed on that somebody is late."""
    table, _colon, rest = (row.topic or "").partition(":")
    return table == TherapySession.__tablename__ and rest.endswith(":late")


def never_arrived(turn: Turn, message: OutboxRow) -> None:
    """Telegram will never bring it: the managers get it instead, and the client hears who has it.

    Once the session is over it is of no more use to anybody.
    """
    row = turn.db.get(TherapySession, int((message.topic or "").split(":")[1]))
    if row is None or row.state is not SessionState.BOOKED or row.ends_at <= turn.now:
        return
    instead: list[Person] = []
    if message.person_id == row.psychologist_id:
        said = message.body.text.partition("\n")[2]
        managers = [
            each
            for each in office_of(turn, row.psychologist_id).managers
            if not is_queued(turn.db, _topic(row), each.id)
        ]
        instead = _tell_managers(turn, managers, row, said)
    client, reader = people.get(turn.db, row.client_id), people.get(turn.db, message.person_id or 0)
    with turn.speaking_to(client):
        lines = [_("About being late: your words didn't reach everybody.")]
        lines.append(_("{name} didn't get them.").format(name=called(reader.name)))
        if instead:
            names = _(" and ").join(called(each.name) for each in instead)
            lines.append(_("I've passed them on to {names} instead.").format(names=names))
        lines.append(
            _("To be sure, phone {practice}.").format(practice=turn.practice.name_and_phone)
        )
        text = "\n".join([lines[0], " ".join(lines[1:])])
        turn.tell(client, text, draft=turn.alert(topic=row.topic))
