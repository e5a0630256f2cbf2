"""What a client can do with a message from staff, and what staff ask of them, in words."""

from bot.buttons import Button, button
from bot.records.case_entries import CaseEntry, EntryKind
from bot.records.cases import Case
from bot.records.people import Person
from bot.rules.names import called
from bot.texts import _


def answer_buttons(case: Case, entry: CaseEntry) -> list[Button]:
    """What a client can do with a message from staff."""
    back = button(_("Write back"), "concern_status:more", case.id)
    match entry.kind:
        case EntryKind.TIMES:
            return [
                button(_("Choose a time"), "case_talk:times", case.id, entry.id),
                button(_("I'd rather write"), "concern_status:more", case.id),
                button(_("No, thank you"), "case_talk:no_thanks", case.id),
            ]
        case EntryKind.LEAVE:
            return _yes_and_no(_("Yes, you may"), "case_talk:leave", case, entry)
        case EntryKind.MAY_READ:
            return _yes_and_no(_("Yes, they may"), "case_questions:may_read", case, entry)
        case EntryKind.HEARING:
            return [*_yes_and_no(_("Yes, send them"), "case_questions:hear", case, entry), back]
        case _other:
            return [back]


def _yes_and_no(yes: str, tap: str, case: Case, entry: CaseEntry) -> list[Button]:
    return [
        button(yes, tap, case.id, entry.id, 1, also=("yes",)),
        button(_("No, please don't"), tap, case.id, entry.id, 0, also=("no",)),
    ]


def may_read_question(asker: Person, other: Person) -> str:
    return _(
        "{name} would like {other} to read your message too. May {other}?\n"
        "If not, it stays with {name}."
    ).format(name=called(asker.name), other=called(other.name))


def hearing_question(asker: Person, about: Person, text: str) -> str:
    return _(
        "{name} would like to hear how {about} sees it. {about} would read your name and exactly "
        "these words:\n«{text}»\nShall I send them? If not, nothing goes to {about}."
    ).format(name=called(asker.name), about=called(about.name), text=text)
