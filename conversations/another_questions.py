"""Before somebody else is looked for: who tells the present one, the next time, and the notes."""

from zlib import crc32

from bot.buttons import Button, button
from bot.conversation import Conversation
from bot.records.access import Action
from bot.records.cases import Case, CaseState
from bot.records.psychologist_requests import (
    NextSession,
    NotesMayGo,
    PsychologistRequest,
    WhoTells,
)
from bot.records.therapy_sessions import TherapySession
from bot.rules.names import called
from bot.texts import _
from bot.turn import Turn
from conversations.another_wishes import (
    from_whom,
    in_words,
    keep_words,
    next_session,
    own_wishes,
    write_down,
)
from conversations.case_names import names_of
from conversations.case_readers import who_reads
from conversations.concern_preview import show_preview


def _back(case: Case, to: str) -> Button:
    return button(_("Back"), to, case.id)


def who(turn: Turn, case_id: int) -> None:
    """The wishes are said. Who tells the present one, where there is one?"""
    found = own_wishes(turn, case_id)
    if found is None:
        return
    case, wishes = found
    about = from_whom(turn, wishes)
    if about is None:
        return all_said(turn, case, wishes)
    labels = (_("I do"), _("The practice"), _("Nobody yet"))
    turn.ask(
        _("Who tells {name} that you'd like somebody else? I say nothing by myself.").format(
            name=called(about.name)
        ),
        [
            *(
                button(label, "another_questions:tells", case.id, number)
                for number, label in enumerate(labels)
            ),
            _back(case, "another_wishes:show"),
        ],
        then="another_questions:words",
        topic=case.topic,
        case_id=case.id,
        asked="who",
    )


def tells(turn: Turn, case_id: int, number: int) -> None:
    found = own_wishes(turn, case_id)
    if found is None or number >= len(WhoTells):
        return
    found[1].who_tells = list(WhoTells)[number]
    write_down(turn, *found)
    session = next_session(turn, found[1])
    if session is None:
        return ask_notes(turn, *found)
    _ask_about_session(turn, *found, session)


def _ask_about_session(
    turn: Turn, case: Case, wishes: PsychologistRequest, session: TherapySession
) -> None:
    about = from_whom(turn, wishes)
    assert about is not None, "a session is booked with somebody"
    labels = (_("Keep it"), _("Leave it out"), _("I don't know yet"))
    turn.ask(
        _("Your next time with {name} is {when}. What would you like to do?").format(
            name=called(about.name), when=turn.words.day_and_time(session.starts_at)
        ),
        [
            *(
                button(label, "another_questions:keeps", case.id, number)
                for number, label in enumerate(labels)
            ),
            _back(case, "another_questions:who"),
        ],
        then="another_questions:words",
        topic=case.topic,
        case_id=case.id,
        asked="next",
    )


def again(turn: Turn, case_id: int) -> None:
    """Back to the question before the last one."""
    found = own_wishes(turn, case_id)
    if found is None:
        return
    session = next_session(turn, found[1])
    if session is None:
        return who(turn, case_id)
    _ask_about_session(turn, *found, session)


def keeps(turn: Turn, case_id: int, number: int) -> None:
    """«Leave it out» asks the office: nothing is cancelled by it, and that is said."""
    found = own_wishes(turn, case_id)
    if found is None or number >= len(NextSession):
        return
    case, wishes = found
    wishes.next_session = list(NextSession)[number]
    write_down(turn, case, wishes)
    session = next_session(turn, wishes)
    lead = ""
    if session is not None and wishes.next_session is NextSession.LEAVE_OUT:
        lead = _stands(turn, session)
    ask_notes(turn, case, wishes, lead)


def _stands(turn: Turn, session: TherapySession) -> str:
    said = _(
        "Your message asks for that. The time stands until the office writes to you. "
        "To cancel it yourself at once, tap «My times»."
    )
    rule = turn.practice.late_cancellation
    if rule is None or session.starts_at - turn.now >= rule.notice:
        return said
    return said + " " + _("It's soon, and the practice says: «{rule}»").format(rule=rule.words)


def ask_notes(turn: Turn, case: Case, wishes: PsychologistRequest, lead: str = "") -> None:
    about = from_whom(turn, wishes)
    assert about is not None, "asked only where there is somebody"
    text = _(
        "May what {name} has written about you go to whoever you see next? "
        "«Yes» is your written consent. You can take it back until that is done."
    ).format(name=called(about.name))
    labels = ((_("Yes"), "yes"), (_("No"), "no"), (_("Ask me later"), "later"))
    turn.ask(
        "\n\n".join(filter(None, [lead, text])),
        [
            *(
                button(label, "another_questions:notes", case.id, number, also=(typed,))
                for number, (label, typed) in enumerate(labels)
            ),
            _back(case, "another_questions:again"),
        ],
        then="another_questions:words",
        topic=case.topic,
        case_id=case.id,
        asked="notes",
    )


def notes(turn: Turn, case_id: int, number: int) -> None:
    found = own_wishes(turn, case_id)
    if found is None or number >= len(NotesMayGo):
        return
    found[1].notes_may_go = list(NotesMayGo)[number]
    all_said(turn, *found)


def words(turn: Turn, text: str, case_id: int, asked: str) -> None:
    """Typed where a button was asked for: it is kept, and the question stands."""
    found = own_wishes(turn, case_id)
    if found is None:
        return
    keep_words(turn, *found, text)
    session = next_session(turn, found[1])
    if asked == "notes":
        return ask_notes(turn, *found, _("I've put that in."))
    if asked == "next" and session is not None:
        return _ask_about_session(turn, *found, session)
    who(turn, case_id)


def all_said(turn: Turn, case: Case, wishes: PsychologistRequest) -> None:
    write_down(turn, case, wishes)
    if case.state is CaseState.DRAFT:
        return show_preview(turn, case)
    text = in_words(turn, wishes)
    goes_to = _("This goes to {names}:").format(names=names_of(who_reads(turn, case)))
    turn.say(
        f"{goes_to}\n\n{text}",
        [
            button(_("Send"), "another_psychologist:send", case.id, mark_of(text)),
            button(_("Change it"), "another_wishes:show", case.id),
            button(_("Don't send"), "another_psychologist:drop", case.id),
        ],
        topic=case.topic,
    )


def mark_of(text: str) -> int:
    """What «Send» carries: it sends what stood above it and nothing else."""
    return crc32(text.encode()) & 0x7FFFFFFF


CONVERSATION = Conversation(
    name="another_questions",
    taps={"who": who, "tells": tells, "keeps": keeps, "again": again, "notes": notes},
    steps={"words": words},
    needs=Action.OWN_CASE,
    is_of_concern=True,
)
