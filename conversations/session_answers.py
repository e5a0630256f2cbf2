"""What every answer about a session has in common: whose it is, what is kept, who is told."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.buttons import Button, button
from bot.records import dialogue, outbox, time_requests
from bot.records.access import Action
from bot.records.people import Person
from bot.records.therapy_sessions import Answer, SessionState, TherapySession
from bot.records.time_requests import RequestState
from bot.rules.due import UNDO_DELAY
from bot.rules.names import listed
from bot.texts import _
from bot.turn import Turn
from conversations.office import Writer, tell_after_undo_delay

# One kind of news each, so that taking one back leaves the others.
COMING, CANCELLED, WISH = "coming", "cancelled", "wish"

# What else people type for each answer; looser wordings are asked about (conversations/typed_answers.py).
_YES = (
    *("yes", "yep", "yeah", "yup", "ok", "okay", "yes please", "yes thanks", "yes thank you"),
    *("i'll come", "coming", "i'm coming", "i am coming", "will be there", "i will be there"),
    *("yes i'll be there", "yes i will be there", "see you then", "see you there", "confirmed"),
)
_NO = (
    *("no", "nope", "can't come", "cannot come", "i cannot come", "not coming", "i'm not coming"),
    *("can't make it", "cannot make it", "i can't make it", "i cannot make it"),
    *("sorry i can't come", "sorry i can't make it", "sorry can't come", "sorry can't make it"),
    *("cancel", "please cancel", "cancel it", "need to cancel", "i need to cancel"),
)
_MOVE = (
    *("can we move it", "can we move this", "can i move it", "can you move it", "move it"),
    *("reschedule", "can we reschedule", "can i reschedule", "i need to reschedule"),
)


def answers_to(row: TherapySession) -> list[Button]:
    """The buttons of a session that stands."""
    coming_too = button(_("I'll be there"), "sessions:coming", row.id, also=_YES)
    return [
        *([] if row.answer is Answer.COMING else [coming_too]),
        button(_("I can't come"), "sessions:cant_come", row.id, also=_NO),
        button(_("Another time"), "other_time:ask", row.id, also=_MOVE),
    ]


def own_session(turn: Turn, session_id: int) -> TherapySession | None:
    """The session if it is theirs; otherwise says that it isn't there."""
    row = turn.reach(Action.ANSWER_SESSION, TherapySession, session_id)
    if row is None:
        turn.say(_("I can't find that time. «My times» shows what is booked."))
    return row


def standing_session(turn: Turn, session_id: int) -> TherapySession | None:
    """The session if it is theirs and can still be answered; otherwise says why not."""
    row = own_session(turn, session_id)
    if row is None:
        return None
    if row.state is SessionState.CANCELLED:
        when = turn.words.day_and_time(row.starts_at)
        turn.say(
            _("{when} is cancelled already. «My times» shows what is booked.").format(when=when)
        )
        return None
    if row.starts_at <= turn.now:
        turn.say(
            _("That time has begun or is over. To reach somebody, phone {practice}.").format(
                practice=turn.practice.name_and_phone
            )
        )
        return None
    return row


def keep_answer(turn: Turn, row: TherapySession, answer: Answer) -> None:
    row.answer, row.answered_at = answer, turn.now
    turn.note(f"answer {answer.value}", row)


@dataclass(frozen=True)
class SessionNews:
    """What staff are told of a session.

    `sentence` is called in the reader's language; it has places for {client}, {when} and for what
    `words` names.
    """

    kind: str
    sentence: Callable[[], str]
    words: Mapping[str, str] = field(default_factory=dict)
    buttons: Sequence[Button] = ()


def tell_of_session(
    turn: Turn, row: TherapySession, recipients: Sequence[Person], news: SessionNews
) -> list[Person]:
    """Tell staff after the undo delay; who will be told."""
    client = listed(turn.person.name)
    return tell_after_undo_delay(
        turn,
        recipients,
        lambda words: news.sentence().format(
            client=client, when=words.day_and_time(row.starts_at), **news.words
        ),
        topic=_news_topic(row, news.kind),
        rings=news.kind != COMING,
        buttons=news.buttons,
    )


def take_back(turn: Turn, row: TherapySession, kind: str) -> bool:
    """Withdraw what staff were about to hear; False if nothing was waiting to be said."""
    if kind == WISH:
        request_taken_back(turn, row, asked_after=turn.now - UNDO_DELAY)
    return outbox.withdraw(turn.db, _news_topic(row, kind), turn.now) > 0


def request_taken_back(
    turn: Turn, row: TherapySession, asked_after: datetime | None = None
) -> None:
    """What the client asked for about this session no longer counts (if it is as new as that)."""
    request = time_requests.open_of_session(turn.db, row.id)
    if request is None or (asked_after is not None and request.asked_at <= asked_after):
        return
    time_requests.decide(turn.db, request, RequestState.TAKEN_BACK, turn.person.id, turn.now)
    dialogue.close_prompts(turn.db, request.topic, turn.now)
    outbox.withdraw(turn.db, request.topic, turn.now)


def can_take_back(turn: Turn, row: TherapySession, kind: str) -> bool:
    """Whether staff haven't been told yet."""
    since = row.cancelled_at if kind == CANCELLED else row.answered_at
    return since is not None and turn.now - since < UNDO_DELAY


def _news_topic(row: TherapySession, kind: str) -> str:
    return f"{row.topic}:{kind}"


def nobody_told(turn: Turn) -> str:
    return _("I couldn't reach anybody at the practice here. Please phone {practice}.").format(
        practice=turn.practice.name_and_phone
    )


def tell_at_once(
    turn: Turn, recipients: Sequence[Person], write: Writer, buttons: Sequence[Button] = ()
) -> list[Person]:
    """Tell staff what can't be taken back; it rings in practice hours. Who will be told."""
    told = []
    for person in recipients:
        with turn.speaking_to(person) as words:
            draft = turn.alert(silent=not turn.practice.hours.is_open(turn.now))
            if turn.tell(person, write(words), buttons, draft=draft) is not None:
                told.append(person)
    return told
