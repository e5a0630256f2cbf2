"""How a client's check-ins went, as a picture: their own, and what of it their psychologist may see."""

from collections.abc import Iterator
from itertools import islice

from bot.buttons import button
from bot.conversation import Conversation
from bot.records import check_ins, people, sharings, therapy_sessions
from bot.records.access import Action
from bot.records.check_ins import CheckIn
from bot.records.outbox import Body, FileKind
from bot.records.people import STAFF, Person, Telephone
from bot.records.sharings import SharedKind
from bot.records.therapy_sessions import TherapySession
from bot.rules.names import called
from bot.texts import _
from bot.turn import Turn
from conversations import trend_words
from conversations.menu import keyboard_for
from conversations.trend_words import Seen, Shown

MOST_SHOWN = 20  # more dots than that run together on a telephone


# --- the client's own


def show(turn: Turn) -> None:
    """/trend: their own answers, about everybody. Where others see the telephone, for ten minutes."""
    if turn.roles & STAFF:
        return _say_where(turn)
    seen, has_earlier = _seen(turn, turn.person)
    if not seen:
        turn.say(_nothing(turn), keyboard=keyboard_for(turn))
        return
    is_shared = turn.person.telephone is Telephone.SHARED
    foot = [_who_sees(turn), *([_("After ten minutes this goes away.")] if is_shared else [])]
    shown = Shown(
        seen=seen,
        head=_("Your answers of {day}."),
        head_of_several=_("Your answers: {count} times, from {first} to {last}."),
        foot="\n".join(foot),
        session_label=_("One of your times"),
        leaves_earlier_out=has_earlier,
    )
    body = _body(turn, turn.person, shown, protected=is_shared)
    say = turn.say_protected if is_shared else turn.say
    say(body.text, body=body)


def _say_where(turn: Turn) -> None:
    text = (
        _("What a client shows you of their answers is on their page: /clients.")
        if turn.may(Action.SEE_TREND)
        else _("That is for clients, and for whom they show their answers to.")
    )
    turn.say(text, keyboard=keyboard_for(turn))


def _nothing(turn: Turn) -> str:
    if turn.person.telephone is Telephone.SHARED:
        return _(
            "There is nothing to show. It would be a picture of what you answered to short questions, "
            "and I don't ask them where others see the telephone."
        )
    return _(
        "There is nothing to show yet. After some of your times I can ask a few short questions about "
        "how it was for you. Once you've answered some, this is a picture of how that went.\n"
        "/settings says whether I ask."
    )


def _who_sees(turn: Turn) -> str:
    psychologist_id, kind = turn.person.psychologist_id, SharedKind.CHECK_INS
    if psychologist_id is None or not sharings.standing(
        turn.db, turn.person.id, psychologist_id, kind
    ):
        return _("Only you see this.")
    name = called(people.get(turn.db, psychologist_id).name)
    return _("{name} can see the numbers that you share, and nobody else can.").format(name=name)


# --- the psychologist's


def say_trend(turn: Turn, client: Person) -> bool:
    """Show what of the client's check-ins this reader may see now; False, and nothing said, if none.

    What is kept private, what wasn't answered and what wasn't asked look alike: a session's mark with
    nothing above it. Counts and numbers are of what is seen, and a line goes on to the next answer.
    """
    seen, has_earlier = _seen(turn, client)
    if not seen:
        return False
    shown = Shown(
        seen=seen,
        head=_("{name} shows you these answers, of {day}."),
        head_of_several=_("{name} shows you these answers: {count} times, from {first} to {last}."),
        foot="",
        session_label=_("A session"),
        name=called(client.name),
        leaves_earlier_out=has_earlier,
    )
    body = _body(turn, client, shown, protected=True)
    turn.note("see trend", client)
    turn.say_protected(
        body.text, [button(_("Hide"), "trends:hide")], body=body, shows_client_id=client.id
    )
    return True


def has_trend(turn: Turn, client: Person) -> bool:
    """Whether there is anything that this reader may see."""
    return next(_rows(turn, client), None) is not None


def show_of_client(turn: Turn, client_id: int) -> None:
    """From a client's page, by whom it may be seen now."""
    client = turn.reach(Action.SEE_TREND, Person, client_id)
    if client is None or not say_trend(turn, client):
        turn.say(_("There is nothing to see here."), keyboard=keyboard_for(turn))


def hide(turn: Turn) -> None:
    turn.hide()


# --- of both


def _rows(turn: Turn, client: Person) -> Iterator[CheckIn]:
    """What the one who asks may see of them now, the newest first."""
    if turn.reach(Action.SEE_TREND, Person, client.id) is None:
        return
    for row in check_ins.answered_of(turn.db, client.id):
        if turn.reach(Action.SEE_CHECK_IN, CheckIn, row.id) is not None:
            yield row


def _seen(turn: Turn, client: Person) -> tuple[list[Seen], bool]:
    """The newest that fit into a picture, the oldest of them first; whether there are earlier ones."""
    rows = list(islice(_rows(turn, client), MOST_SHOWN + 1))
    found = [_as_seen(turn, row) for row in reversed(rows[:MOST_SHOWN])]
    kept = trend_words.fitting(found)
    return kept, len(kept) < len(rows)


def _as_seen(turn: Turn, row: CheckIn) -> Seen:
    session = turn.db.get(TherapySession, row.therapy_session_id)
    assert session is not None, "a check-in is about a session"
    return Seen(
        at=session.starts_at,
        answers=row.answers,
        questionnaire=check_ins.questionnaire_of(turn.db, row),
        psychologist_id=row.psychologist_id,
        psychologist=called(people.get(turn.db, row.psychologist_id).name),
    )


def _body(turn: Turn, client: Person, shown: Shown, *, protected: bool) -> Body:
    """The picture with all of it in words under it."""
    first = shown.seen[0].at
    sessions = [
        each.starts_at
        for each in therapy_sessions.held_between(turn.db, client.id, first, turn.now)
        if turn.reach(Action.SEE_SESSION, TherapySession, each.id) is not None
        and turn.person.id in (each.client_id, each.psychologist_id)
    ]
    trend = trend_words.drawn(turn.words, shown, sessions, turn.now)
    file = {"kind": FileKind.TREND.value, **trend.as_file()}
    return Body(trend_words.caption(turn.words, shown, turn.now), protected=protected, file=file)


CONVERSATION = Conversation(
    name="trends",
    commands={"trend": show},
    taps={"show": show, "of": show_of_client, "hide": hide},
    behind_code=frozenset({"of"}),
)
