"""Whether whom a case is about can be heard here before it ends, and whether they were."""

from bot.records import case_entries, cases, people
from bot.records.case_entries import CaseEntry, EntryKind
from bot.records.cases import Case
from bot.records.people import Person
from bot.rules import routing
from bot.rules.names import called
from bot.texts import _
from bot.turn import Turn
from conversations.case_alerts import can_be_reached
from conversations.case_names import first_name
from conversations.case_talk import may_talk
from conversations.recognised import sounds_like_conduct


def to_be_heard(turn: Turn, case: Case) -> Person | None:
    """Whom the case is about; None where it is about nobody, or was sent to that very person."""
    if case.about_id is None or cases.reader(turn.db, case, case.about_id) is not None:
        return None
    return people.get(turn.db, case.about_id)


def is_conduct(turn: Turn, case: Case) -> bool:
    """Whether any of it is about what can't be sent to its subject (law 7)."""
    words = (entry for entry in case_entries.from_client(turn.db, case) if entry.sent_at)
    return not routing.subject_may_hear(case.kind) or any(
        entry.kind is EntryKind.WORDS and sounds_like_conduct(turn, entry.text) for entry in words
    )


def can_be_heard(turn: Turn, case: Case) -> bool:
    about = to_be_heard(turn, case)
    return about is not None and not why_not(turn, case)


def why_not(turn: Turn, case: Case) -> str:
    """Why nothing can go to whom it is about from here, to who looks after it; empty if it can."""
    about = to_be_heard(turn, case)
    if about is None:
        return ""
    name = called(about.name)
    if is_conduct(turn, case):
        return _(
            "It may be about conduct, so nothing of it goes to {name} from here. {name} is heard in "
            "person, by who looks after it, and only with the client's yes: ask for it below."
        ).format(name=name)
    if not case.with_name:
        return _(
            "{name} can't be heard from here: your question would give away who the client is."
        ).format(name=name)
    if not can_be_reached(about):
        return _("{name} can't be reached here, so they can't be heard here.").format(name=name)
    return ""


def asked_of(turn: Turn, case: Case) -> list[CaseEntry]:
    """What was to be given to whom it is about, in the order of asking the client."""
    if case.about_id is None:
        return []
    return case_entries.about_person(turn.db, case, EntryKind.HEARING, case.about_id)


def was_heard(turn: Turn, case: Case) -> bool:
    """Whether they answered, or the client let who looks after it talk with them."""
    if case.about_id is None:
        return True
    answers = case_entries.about_person(turn.db, case, EntryKind.HEARD, case.about_id)
    return bool(answers) or may_talk(turn, case)


def what_they_know(turn: Turn, case: Case, about: Person) -> str:
    """What whom it is about was told by the bot, and what staff may say to them."""
    name = called(about.name)
    if any(each.agreed for each in asked_of(turn, case)):
        if may_talk(turn, case):
            text = _(
                "I've given {name} the words that the client agreed to, and no more. The client "
                "says that you may talk with {name}."
            )
        else:
            text = _(
                "I've given {name} the words that the client agreed to, and no more. Please add "
                "nothing to them before the client says yes."
            )
    elif may_talk(turn, case):
        text = _("I've told {name} nothing. The client says that you may talk with {name}.")
    elif (
        case.kind is routing.Kind.CHANGE
    ):  # of the change itself the practice may have been asked to tell
        text = _(
            "I've told {name} nothing of what the client wrote. Please say nothing of it before "
            "the client says yes."
        )
    else:
        text = _("I've told {name} nothing. Please say nothing before the client says yes.")
    return text.format(name=name)


def not_heard(turn: Turn, case: Case) -> str:
    """«Dr Okafor hasn't been heard.», where that is so and could be otherwise; else empty."""
    about = to_be_heard(turn, case)
    if about is None or was_heard(turn, case):
        return ""
    return _("{name} hasn't been heard.").format(name=called(about.name))


def leave_label(turn: Turn, case: Case, about: Person) -> str:
    name = first_name(people.get(turn.db, case.client_id), case)
    return _("Ask {name}: may I talk with {about}?").format(name=name, about=called(about.name))
