"""A client's yes or no in a case: may somebody read it too, may these words go to whom it is about."""

from collections.abc import Callable

from bot.buttons import button
from bot.conversation import Conversation
from bot.records import case_entries, cases, dialogue, people
from bot.records.access import Action
from bot.records.case_entries import CaseEntry, EntryKind
from bot.records.cases import Case, CaseState
from bot.records.people import Person
from bot.rules.names import called
from bot.texts import _
from bot.turn import Turn
from conversations.absences import called_now
from conversations.case_alerts import (
    ask_to_look,
    ask_to_read,
    can_be_reached,
    listeners,
    open_button,
    rings_at,
)
from conversations.case_taker import tell_of_more
from conversations.case_talk import own_entry
from conversations.menu import keyboard_for
from conversations.staff.hearings import can_be_heard


def _asked(
    turn: Turn, case_id: int, entry_id: int, kind: EntryKind
) -> tuple[Case, CaseEntry, Person] | None:
    """A question of this kind to this client, and about whom; otherwise says what it needs."""
    found = own_entry(turn, case_id, entry_id)
    if found is None:
        return None
    case, entry = found
    if entry.kind is not kind or entry.person_id is None:
        turn.say(_("I can't find that any more."), keyboard=keyboard_for(turn))
        return None
    return case, entry, people.get(turn.db, entry.person_id)


def _note_answer(turn: Turn, case: Case, entry: CaseEntry, *, says_yes: bool) -> None:
    entry.agreed, entry.answered_at = says_yes, turn.now
    # A «yes» typed later, to something else, must not be a yes to this.
    dialogue.close_prompts(turn.db, entry.topic, turn.now)
    turn.note("say yes" if says_yes else "say no", case)


def _say(turn: Turn, case: Case, text: str) -> None:
    turn.say(text, keyboard=keyboard_for(turn), topic=case.topic)


# --- may somebody read it too?


def may_read(turn: Turn, case_id: int, entry_id: int, says_yes: int) -> None:
    found = _asked(turn, case_id, entry_id, EntryKind.MAY_READ)
    if found is None:
        return
    case, entry, other = found
    name = called(other.name)
    reader = cases.reader(turn.db, case, other.id)
    if reader is not None and reader.asked_at is not None:  # tapped twice, or named meanwhile
        text = (
            _("{name} has been asked to read it.")
            if says_yes
            else _("{name} has been asked already and may have read it.")
        )
        return _say(turn, case, text.format(name=name))
    if not says_yes:
        return _may_not_read(turn, case, entry, other)
    if other.id not in {each.id for each in listeners(turn, case.about_id, case.kind)}:
        text = _("{name} can't be reached here now, so nothing was passed on.")
        return _say(turn, case, text.format(name=name))
    _note_answer(turn, case, entry, says_yes=True)
    (ask_to_look if case.state is CaseState.WAITING else ask_to_read)(turn, case, other)
    _tell_asker(
        turn, case, entry, other, lambda: _("{number}: the answer is yes. {name} is asked now.")
    )
    text = _("Thank you. {name} is asked to read it.").format(name=called_now(turn, other))
    _say(turn, case, text)


def _may_not_read(turn: Turn, case: Case, entry: CaseEntry, other: Person) -> None:
    if entry.agreed is not False:  # tapped twice is told once
        _note_answer(turn, case, entry, says_yes=False)
        _tell_asker(
            turn,
            case,
            entry,
            other,
            lambda: _(
                "{number}: the answer is no. {name} isn't asked, and I don't ask about {name} again."
            ),
        )
    text = _("All right. {name} doesn't read it, and you aren't asked about {name} again.")
    _say(turn, case, text.format(name=called(other.name)))


def _tell_asker(
    turn: Turn, case: Case, entry: CaseEntry, other: Person, text: Callable[[], str]
) -> None:
    """Who looks after it, else who asked, as long as they may read it. Nothing is owed by it."""
    asker = people.get(turn.db, case.taken_by or entry.by_id)
    if not cases.may_read(turn.db, case, asker.id) or not can_be_reached(asker):
        return
    with turn.speaking_to(asker):
        said = text().format(number=case.number, name=called(other.name))
        draft = turn.alert(topic=case.news_topic, due_at=rings_at(turn))
        turn.tell(asker, said, [open_button(case)], draft=draft)


# --- may these words go to whom it is about?


def hear(turn: Turn, case_id: int, entry_id: int, says_yes: int) -> None:
    found = _asked(turn, case_id, entry_id, EntryKind.HEARING)
    if found is None:
        return
    case, entry, about = found
    if not says_yes:
        return _take_back(turn, case, entry, about)
    if entry.agreed is True:
        text = _("{name} has been given these words, and no more.")
        return _say(turn, case, text.format(name=called(about.name)))
    asker = people.get(turn.db, entry.by_id)
    if case.state is not CaseState.TAKEN or case.taken_by != entry.by_id:
        text = _("{name} doesn't look after it any more, so nothing was passed on.")
        more = [button(_("Write back"), "concern_status:more", case.id)]
        turn.say(text.format(name=called(asker.name)), more, topic=case.topic)
        return
    if not can_be_heard(turn, case):
        _tell_taker(
            turn, case, lambda: _("{number}: the answer is yes, but I can't pass it on here.")
        )
        text = _("I can't pass that on to {about} here now. {name} knows.")
        return _say(turn, case, text.format(about=called(about.name), name=called(asker.name)))
    _note_answer(turn, case, entry, says_yes=True)
    _give(turn, entry, about)
    _tell_taker(turn, case, lambda: _("{number}: the answer is yes. It goes out, word for word."))
    text = _(
        "{about} gets exactly these words and your name. To take it back before {about} reads it, "
        "tap «No, please don't» above."
    )
    _say(turn, case, text.format(about=called(about.name)))


def _give(turn: Turn, entry: CaseEntry, about: Person) -> None:
    """A message that says nothing; who opens it reads the words."""
    with turn.speaking_to(about):
        draft = turn.alert(topic=entry.hearing_topic, due_at=rings_at(turn))
        look = button(_("Open"), "case_heard:look", entry.id)
        turn.tell(about, _("Something to read."), [look], draft=draft)


def _take_back(turn: Turn, case: Case, entry: CaseEntry, about: Person) -> None:
    was_given, was_read = entry.agreed is True, entry.opened_at is not None
    if entry.agreed is not False:  # tapped twice is told once
        _note_answer(turn, case, entry, says_yes=False)
        case_entries.take_hearing_back(turn.db, entry, turn.now)
        _tell_taker(turn, case, lambda: _after_no(was_given=was_given, was_read=was_read))
    text = (
        _("Taken back. {about} had read it already; nothing more goes to {about}.")
        if was_read
        else _("All right. {about} doesn't get it.")
    )
    _say(turn, case, text.format(about=called(about.name)))


def _after_no(*, was_given: bool, was_read: bool) -> str:
    if was_given and was_read:
        return _("{number}: the yes was taken back. The words had been read.")
    if was_given:
        return _("{number}: the yes was taken back. Nobody had read the words.")
    return _("{number}: the answer is no. Nothing was passed on.")


def _tell_taker(turn: Turn, case: Case, text: Callable[[], str]) -> None:
    """Who looks after it reads what the client said, and owes them a word again."""
    if case.taken_by is None:
        return
    with turn.speaking_to(people.get(turn.db, case.taken_by)):
        tell_of_more(turn, case, text().format(number=case.number))


CONVERSATION = Conversation(
    name="case_questions",
    taps={"may_read": may_read, "hear": hear},
    needs=Action.OWN_CASE,
)
