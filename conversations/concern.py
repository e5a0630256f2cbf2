"""Something isn't right: permission, about whom, who hears it, and in what words."""

from bot.conversation import Conversation
from bot.records import case_entries, cases
from bot.records.access import Action
from bot.records.case_entries import EntryKind
from bot.records.cases import Case
from bot.records.kept_words import KeptWords
from bot.rules.names import called
from bot.rules.routing import Kind
from bot.rules.triage.plain_words import plain_words
from bot.texts import _
from bot.turn import Turn
from conversations import another_psychologist, concern_about, concern_media
from conversations.case_alerts import can_be_reached, listeners
from conversations.concern_conduct import hears_it_first, offer_senior_first
from conversations.concern_preview import own_draft, show_preview
from conversations.concern_status import show_how_it_stands
from conversations.concern_ways import (
    ask_who_instead,
    is_for_the_accused,
    permission,
)
from conversations.concern_who import ask_who, own_there
from conversations.concern_words import (
    anything_more,
    ask_for_more,
    ask_for_words,
    check_in_answers,
    first_reader,
    note,
    sentences,
    take_kept_words,
)
from conversations.kept_notes import show_kept
from conversations.menu import keyboard_for
from conversations.recognised import sounds_like_conduct
from conversations.tell_myself import offer

# --- permission, about whom, and who should hear it


def begin(
    turn: Turn, *, check_in_id: int = 0, to_psychologist: bool = False, words_from: int = 0
) -> None:
    """The way in. A check-in's answers may be added later, kept words are the first words."""
    if to_psychologist and turn.person.psychologist_id is not None:
        return to(turn, turn.person.psychologist_id, check_in_id, words_from)
    if not check_in_id and concern_about.seen_before(turn):
        return concern_about.ask_first(turn, words_from)
    subject = concern_about.usual(turn, check_in_id)
    ask_who(turn, subject, check_in_id, words_from, permission(subject))


def something_isnt_right(turn: Turn) -> None:
    """From the menu: how it stands, where something was said already; else the way in."""
    has_note = show_kept(turn)
    if not show_how_it_stands(turn) and not has_note:
        begin(turn)


def begin_anew(turn: Turn) -> None:
    begin(turn)


def others(turn: Turn, but_id: int, check_in_id: int, words_from: int) -> None:
    concern_about.ask_others(turn, but_id, check_in_id, words_from)


def about(turn: Turn, about_id: int, check_in_id: int, words_from: int) -> None:
    """The client has said about whom, having read what holds for whoever speaks up."""
    if not concern_about.is_allowed(turn, about_id, check_in_id):
        return begin(turn, check_in_id=check_in_id, words_from=words_from)
    subject = concern_about.named(turn, about_id, check_in_id)
    ask_who(turn, subject, check_in_id, words_from, concern_about.said_of(subject))


def not_now(turn: Turn) -> None:
    turn.say(
        _("That's fine. Nothing was passed on. «Something isn't right» is always there."),
        keyboard=keyboard_for(turn),
    )


def to(turn: Turn, person_id: int, check_in_id: int, words_from: int) -> None:
    """The client has named who hears it. Whom they see can be told in two ways."""
    own = concern_about.usual(turn)
    if own is None or own.id != person_id or _is_of_conduct(turn, words_from):
        return write(turn, person_id, check_in_id, words_from)
    offer(turn, own, check_in_id, words_from, can_write=can_be_reached(own))


def _is_of_conduct(turn: Turn, words_from: int) -> bool:
    """Whether what was written before is about a wrong-doing: that isn't for the accused."""
    kept = turn.reach(Action.USE_KEPT_WORDS, KeptWords, words_from)
    return kept is not None and sounds_like_conduct(turn, kept.words)


def write(turn: Turn, person_id: int, check_in_id: int, words_from: int) -> None:
    """A draft begins."""
    _put_into_words(turn, begin_draft(turn, person_id, check_in_id, words_from), words_from)


def to_about(turn: Turn, person_id: int, about_id: int, check_in_id: int, words_from: int) -> None:
    """The same, where the client has said about whom."""
    case = begin_draft(turn, person_id, check_in_id, words_from, about_id)
    _put_into_words(turn, case, words_from)


def _put_into_words(turn: Turn, case: Case | None, words_from: int) -> None:
    if case is None:
        return
    kept = take_kept_words(turn, words_from)
    if kept is None:
        return ask_for_words(turn, case)
    note(turn, case, EntryKind.WORDS, kept)
    nothing_yet = _("What you wrote is in it. Nothing goes to {name} before you have seen it.")
    got = nothing_yet.format(name=called(first_reader(turn, case).name))
    anything_more(turn, case, f"{got} {ask_for_more()}")


def begin_draft(
    turn: Turn,
    person_id: int,
    check_in_id: int,
    words_from: int = 0,
    about_id: int | None = None,
) -> Case | None:
    """A draft for this reader; None, and an answer, if they can't be chosen.

    `about_id` is whom the client named (NOBODY: it isn't about a person); None where the way in
    says so.
    """
    if about_id is not None and not concern_about.is_allowed(turn, about_id, check_in_id):
        begin(turn, check_in_id=check_in_id, words_from=words_from)
        return None
    subject = (
        concern_about.usual(turn, check_in_id)
        if about_id is None
        else concern_about.named(turn, about_id, check_in_id)
    )
    hear = listeners(turn, subject.id if subject else None, Kind.OTHER)
    if person_id not in {each.id for each in (*hear, *own_there(turn, hear))}:
        turn.say(_("That person can't be reached here now. Please choose again."))
        ask_who(turn, subject, check_in_id, words_from, permission(subject))
        return None
    case = cases.begin(
        turn.db,
        client_id=turn.person.id,
        about_id=subject.id if subject else None,
        check_in_id=check_in_id,
        now=turn.now,
    )
    cases.name_readers(turn.db, case, [person_id])
    turn.note("begin case", case)
    return case


# --- in what words


def sentence(turn: Turn, case_id: int, number: int) -> None:
    case = own_draft(turn, case_id)
    if case is None or number >= len(sentences()):
        return
    text, kind = sentences()[number]
    if text not in {entry.text for entry in case_entries.from_client(turn.db, case)}:
        note(turn, case, EntryKind.SENTENCE, text)
    if kind is Kind.CHANGE:
        return another_psychologist.begin(turn, case)
    anything_more(turn, case)


def words(turn: Turn, text: str, case_id: int) -> None:
    for number, (known, _kind) in enumerate(sentences()):
        if plain_words(text) == plain_words(known):  # typed instead of tapped
            return sentence(turn, case_id, number)
    case = own_draft(turn, case_id)
    if case is None:
        return
    note(turn, case, EntryKind.WORDS, text)
    anything_more(turn, case)


def add_answers(turn: Turn, case_id: int) -> None:
    case = own_draft(turn, case_id)
    if case is None:
        return
    lines = check_in_answers(turn, case.check_in_id)
    kinds = {entry.kind for entry in case_entries.from_client(turn.db, case)}
    if lines and EntryKind.CHECK_IN not in kinds:
        note(turn, case, EntryKind.CHECK_IN, "\n".join(lines))
    anything_more(turn, case)


def leave_answers(turn: Turn, case_id: int) -> None:
    case = own_draft(turn, case_id)
    if case is None:
        return
    case_entries.erase_unsent(turn.db, case, EntryKind.CHECK_IN)
    anything_more(turn, case, _("Your answers aren't in it.") + " " + ask_for_more())


def done(turn: Turn, case_id: int) -> None:
    """All is said: a wrong-doing takes the accused off the list, then the preview."""
    case = own_draft(turn, case_id)
    if case is None:
        return
    if is_for_the_accused(turn, case, first_reader(turn, case)):
        return ask_who_instead(turn, case)
    senior = hears_it_first(turn, case)
    if senior is not None:
        return offer_senior_first(turn, case, senior)
    show_preview(turn, case)


def only(turn: Turn, case_id: int, person_id: int) -> None:
    """The client stays with whom they chose."""
    case = own_draft(turn, case_id)
    if case is None:
        return
    if first_reader(turn, case).id != person_id:  # an old button, and another was chosen since
        return done(turn, case_id)
    show_preview(turn, case)


def instead(turn: Turn, case_id: int, person_id: int) -> None:
    case = own_draft(turn, case_id)
    if case is None:
        return
    if person_id not in {each.id for each in listeners(turn, case.about_id, case.kind)}:
        return ask_who_instead(turn, case)
    cases.name_readers(turn.db, case, [person_id])
    show_preview(turn, case)


CONVERSATION = Conversation(
    name="concern",
    words={"Something isn't right": something_isnt_right},
    taps={
        "to": to,
        "write": write,
        "to_about": to_about,
        "about": about,
        "others": others,
        "not_now": not_now,
        "sentence": sentence,
        "add_answers": add_answers,
        "leave_answers": leave_answers,
        "done": done,
        "instead": instead,
        "only": only,
        "begin": begin_anew,
    },
    steps={"words": words},
    unreadable={"words": concern_media.received},
    needs=Action.OWN_CASE,
    is_of_concern=True,
)
