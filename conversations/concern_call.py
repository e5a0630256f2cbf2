"""I'd rather be called: who calls, on which number, when, without a word written about it."""

from bot.buttons import button
from bot.conversation import Conversation
from bot.records import case_entries
from bot.records.access import Action
from bot.records.case_entries import EntryKind
from bot.records.cases import Case
from bot.rules.names import called
from bot.rules.routing import Kind
from bot.texts import _
from bot.turn import Turn
from conversations import concern_about
from conversations.absences import who_is_away
from conversations.call_questions import (
    about_message,
    ask_about_message,
    kept_number,
    message_buttons,
    with_answer,
)
from conversations.case_alerts import listeners
from conversations.case_names import with_part
from conversations.concern import begin, begin_draft
from conversations.concern_call_number import ask_number
from conversations.concern_media import caption, truth, truth_topic, was_just_said
from conversations.concern_preview import own_draft, show_preview
from conversations.concern_ways import nobody_here
from conversations.concern_words import first_reader, note, take_kept_words

# --- who calls


def who(turn: Turn, check_in_id: int, words_from: int) -> None:
    subject = concern_about.usual(turn, check_in_id)
    _ask_who(turn, subject.id if subject else concern_about.NOBODY, check_in_id, words_from)


def who_about(turn: Turn, about_id: int, check_in_id: int, words_from: int) -> None:
    if not concern_about.is_allowed(turn, about_id, check_in_id):
        return begin(turn, check_in_id=check_in_id, words_from=words_from)
    _ask_who(turn, about_id, check_in_id, words_from)


def _ask_who(turn: Turn, about_id: int, check_in_id: int, words_from: int) -> None:
    others = listeners(turn, about_id or None, Kind.OTHER)
    if not others:
        return nobody_here(turn, None)
    nothing = _("OK. You don't have to write anything about it.")
    parts = [nothing, who_is_away(turn, others), _("Who should call you?")]
    turn.say(
        " ".join(filter(None, parts)),
        [
            *(
                button(
                    with_part(turn, each),
                    "concern_call:for",
                    each.id,
                    about_id,
                    check_in_id,
                    words_from,
                )
                for each in others
            ),
            button(_("Not now"), "concern:not_now"),
        ],
    )


def by(turn: Turn, person_id: int, check_in_id: int) -> None:
    by_with(turn, person_id, check_in_id, 0)


def by_with(turn: Turn, person_id: int, check_in_id: int, words_from: int) -> None:
    subject = concern_about.usual(turn, check_in_id)
    about_id = subject.id if subject else concern_about.NOBODY
    by_about(turn, person_id, about_id, check_in_id, words_from)


def by_about(turn: Turn, person_id: int, about_id: int, check_in_id: int, words_from: int) -> None:
    """Who calls is chosen; words that were written before go with it, and are in the preview."""
    if person_id == about_id:
        return begin(turn)
    case = begin_draft(turn, person_id, check_in_id, words_from, about_id)
    if case is None:
        return
    kept = take_kept_words(turn, words_from)
    if kept is not None:
        note(turn, case, EntryKind.WORDS, kept)
    _want_call(turn, case)


def draft(turn: Turn, case_id: int) -> None:
    """Instead of more words, in the middle of them: what is written already stays."""
    case = own_draft(turn, case_id)
    if case is None:
        return
    if first_reader(turn, case).id == case.about_id:
        return begin(turn)
    _want_call(turn, case)


def _want_call(turn: Turn, case: Case) -> None:
    case.wants_call = True
    ask_number(turn, case)


# --- which number, when, and whether a message may be left


def number(turn: Turn, text: str, case_id: int) -> None:
    case = own_draft(turn, case_id)
    if case is not None:
        _begin_details(turn, case, text)


def kept(turn: Turn, case_id: int) -> None:
    """The number that the client keeps here."""
    case = own_draft(turn, case_id)
    if case is None:
        return
    if not kept_number(turn):
        return ask_number(turn, case)
    _begin_details(turn, case, kept_number(turn))


def _begin_details(turn: Turn, case: Case, number: str) -> None:
    for entry in _details(turn, case):
        turn.db.delete(entry)
    turn.db.flush()
    note(turn, case, EntryKind.CALL, number)
    _ask_when(turn, case)


def _details(turn: Turn, case: Case) -> list[case_entries.CaseEntry]:
    entries = case_entries.from_client(turn.db, case)
    return [entry for entry in entries if entry.kind is EntryKind.CALL]


def _ask_when(turn: Turn, case: Case) -> None:
    turn.ask(
        _("When is a good time for a call? Write it, or skip it."),
        [button(_("Skip"), "concern_call:any_time", case.id)],
        then="concern_call:when",
        case_id=case.id,
    )


def when(turn: Turn, text: str, case_id: int) -> None:
    case = own_draft(turn, case_id)
    if case is None:
        return
    for entry in _details(turn, case):
        entry.text = f"{entry.text} · {text}"
    _ask_about_message(turn, case)


def any_time(turn: Turn, case_id: int) -> None:
    case = own_draft(turn, case_id)
    if case is not None:
        _ask_about_message(turn, case)


def _ask_about_message(turn: Turn, case: Case) -> None:
    turn.ask(
        ask_about_message(called(first_reader(turn, case).name)),
        message_buttons("concern_call:may_leave", case.id),
        then="concern_call:message",
        case_id=case.id,
    )


def may_leave(turn: Turn, case_id: int, says_yes: int) -> None:
    message(turn, about_message(says_yes), case_id)


def message(turn: Turn, text: str, case_id: int) -> None:
    case = own_draft(turn, case_id)
    if case is None:
        return
    for entry in _details(turn, case):
        entry.text = with_answer(entry.text, text)
    show_preview(turn, case)


# --- what can't be read


def _unreadable(turn: Turn, case_id: int) -> bool:
    """Says the truth. Whether words stood below it, which then answer the question."""
    case = own_draft(turn, case_id)
    if case is None:
        return False
    if caption(turn) or not was_just_said(turn, case):
        turn.say(truth(has_caption=bool(caption(turn))), topic=truth_topic(case))
    turn.has_answered = True
    return bool(caption(turn))


def instead_of_number(turn: Turn, case_id: int) -> None:
    if _unreadable(turn, case_id):
        number(turn, caption(turn), case_id)


def instead_of_when(turn: Turn, case_id: int) -> None:
    if _unreadable(turn, case_id):
        when(turn, caption(turn), case_id)


def instead_of_message(turn: Turn, case_id: int) -> None:
    if _unreadable(turn, case_id):
        message(turn, caption(turn), case_id)


CONVERSATION = Conversation(
    name="concern_call",
    taps={
        "who": who,
        "who_about": who_about,
        "by": by,
        "by_with": by_with,
        "for": by_about,
        "draft": draft,
        "kept": kept,
        "any_time": any_time,
        "may_leave": may_leave,
    },
    steps={"number": number, "when": when, "message": message},
    unreadable={
        "number": instead_of_number,
        "when": instead_of_when,
        "message": instead_of_message,
    },
    needs=Action.OWN_CASE,
    is_of_concern=True,
)
