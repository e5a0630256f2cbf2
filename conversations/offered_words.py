"""Words that no step was waiting for and that may be a concern: who would get them, if anybody."""

from bot.buttons import Button, button
from bot.records import kept_words
from bot.records.access import Action
from bot.records.case_entries import EntryKind
from bot.records.cases import Case, CaseState
from bot.records.kept_words import KeptWords
from bot.records.people import Person
from bot.rules.names import called
from bot.rules.triage.topics import Label
from bot.texts import _
from bot.turn import Turn
from conversations import concern, concern_about, concern_subject, concern_words
from conversations.absences import who_is_away
from conversations.case_alerts import listeners
from conversations.case_names import with_part
from conversations.case_readers import names_of_readers
from conversations.concern_added import add_words
from conversations.concern_preview import show_preview
from conversations.concern_ways import ask_who_instead, is_for_the_accused, permission_briefly
from conversations.menu import keyboard_for
from conversations.recognised import kind_said

# --- more words for what was sent already


def keep_what_was_typed(turn: Turn) -> KeptWords:
    """The words of this update, until a tap says what becomes of them."""
    assert turn.incoming is not None, "only updates have words"
    return kept_words.keep(turn.db, turn.person.id, turn.incoming.text, turn.now)


def offer_to_add(turn: Turn, case: Case, row: KeptWords) -> None:
    """«To add something, write it here»: who would read it is said before it goes."""
    if case.is_open:
        yes = _("Yes, add it")
        text = _("Nobody has read that yet. Shall {names} get it, together with your message?")
    else:
        yes = _("Yes, open it again")
        text = _(
            "Nobody has read that yet. Your message is closed. Shall I open it again with what you "
            "wrote, for {names}?"
        )
    turn.say(
        text.format(names=names_of_readers(turn, case)),
        [
            button(yes, "free_text:add", row.id, case.id, also=("yes",)),
            button(_("It's about something else"), "free_text:tell", row.id),
            button(_("No, leave it"), "free_text:leave", row.id, also=("no",)),
        ],
        topic=f"{row.__tablename__}:{row.id}",
    )


def add(turn: Turn, kept_id: int, case_id: int) -> None:
    row = turn.reach(Action.USE_KEPT_WORDS, KeptWords, kept_id)
    case = turn.reach(Action.OWN_CASE, Case, case_id)
    if row is None or case is None or not (case.is_open or case.state is CaseState.CLOSED):
        return _words_gone(turn)
    words = kept_words.take(turn.db, row, turn.now)
    if words is None:
        return _words_gone(turn)
    add_words(turn, case, words)


# --- a concern


def guess_of(concern: Label) -> str:
    """It may be wrong, and is said as a guess."""
    match concern:
        case Label.CONDUCT:
            return _("It sounds as if something happened that shouldn't have.")
        case Label.CHANGE_REQUEST:
            return _("It sounds as if you may want to see somebody else, or to stop.")
        case _other:
            return _("It sounds as if something isn't right with the person you see.")


def offer(turn: Turn, guess: str, row: KeptWords, *, read: str = "") -> None:
    """Offer the route, with the words kept for it. `read` says who has read them, if not nobody."""
    first = _first_to_hear(turn, row.words)
    unread = _("Nobody has read what you wrote.")
    ask = _("Would you like to tell somebody at the practice? You see it once more before it goes.")
    nobody = f"{read or unread} {ask}"
    phone = _("Or phone {practice}.").format(practice=turn.practice.name_and_phone)
    away = who_is_away(turn, [first] if first else [])
    turn.say(
        "\n\n".join([guess, " ".join(filter(None, [nobody, away])), phone]),
        [
            *_tell_first(turn, first, row.id),
            button(_("Yes, choose who"), "free_text:tell", row.id, also=("yes",)),
            button(_("No, leave it"), "free_text:leave", row.id, also=("no",)),
        ],
        topic=f"{row.__tablename__}:{row.id}",
    )


def _first_to_hear(turn: Turn, words: str) -> Person | None:
    """The practice manager, or whoever comes first for such words and such a psychologist."""
    about = concern_about.usual(turn)
    hear = listeners(turn, about.id if about else None, kind_said(turn, words))
    return hear[0] if hear else None


def _tell_first(turn: Turn, first: Person | None, kept_id: int) -> list[Button]:
    if first is None:
        return []
    label = _("Tell {name}").format(name=with_part(turn, first))
    return [button(label, "free_text:tell_one", kept_id, first.id)]


def tell_one(turn: Turn, kept_id: int, person_id: int) -> None:
    """One tap from the client's own words to the preview; nothing goes before «Send»."""
    row = turn.reach(Action.USE_KEPT_WORDS, KeptWords, kept_id)
    if row is None or row.expires_at <= turn.now:
        return _words_gone(turn)
    case = concern.begin_draft(turn, person_id, 0, row.id)
    if case is None:
        return
    words = kept_words.take(turn.db, row, turn.now)
    assert words is not None, "it was there a line ago, in this transaction"
    concern_words.note(turn, case, EntryKind.WORDS, words)
    if concern_about.seen_before(turn):
        return concern_subject.ask_of_draft(turn, case, permission_briefly(None))
    about = concern_about.usual(turn)
    lead = permission_briefly(about)
    if is_for_the_accused(turn, case, concern_words.first_reader(turn, case)):
        return ask_who_instead(turn, case)
    show_preview(turn, case, lead=lead, more=_somebody_else(about, case))


def _somebody_else(about: Person | None, case: Case) -> list[Button]:
    """The words may be about anybody: whom it was taken to be about can be changed."""
    if about is None:
        return []
    label = _("It isn't about {name}").format(name=called(about.name))
    return [button(label, "concern_subject:ask", case.id)]


def tell(turn: Turn, kept_id: int) -> None:
    row = turn.reach(Action.USE_KEPT_WORDS, KeptWords, kept_id)
    if row is None or row.expires_at <= turn.now:
        return _words_gone(turn)
    concern.begin(turn, words_from=row.id)


def leave(turn: Turn, kept_id: int) -> None:
    row = turn.reach(Action.USE_KEPT_WORDS, KeptWords, kept_id)
    if row is None or kept_words.take(turn.db, row, turn.now) is None:
        return _words_gone(turn)
    turn.say(
        _(
            "All right. I've passed nothing on.\n"
            "If you change your mind, tap «Something isn't right» below, or phone {practice}."
        ).format(practice=turn.practice.name_and_phone),
        keyboard=keyboard_for(turn),
    )


def _words_gone(turn: Turn) -> None:
    """Used, declined, too old, or never this person's."""
    turn.say(
        _(
            "I don't have those words any more.\n"
            "To tell somebody, tap «Something isn't right» below, or phone {practice}."
        ).format(practice=turn.practice.name_and_phone),
        keyboard=keyboard_for(turn),
    )
