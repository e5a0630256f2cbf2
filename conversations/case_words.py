"""A case in words: whose it is, about whom, and what the client wrote; before and after sending."""

from bot.records import case_entries, people
from bot.records.case_entries import CaseEntry, EntryKind
from bot.records.cases import Case
from bot.rules.names import called
from bot.texts import _
from bot.turn import Turn
from conversations.case_names import shown_name


def said(entry: CaseEntry) -> str:
    """One entry of the client's as it is shown before and after sending."""
    match entry.kind:
        case EntryKind.CALL:
            return _("Please call: «{text}»").format(text=entry.text)
        case EntryKind.CHECK_IN:
            return _("Short answers after a session:\n{text}").format(text=entry.text)
        case EntryKind.WISHES:
            return entry.text
        case _other:
            return f"«{entry.text}»"


def heading(turn: Turn, case: Case) -> str:
    """«From Anna B. · about Dr Okafor»."""
    client = people.get(turn.db, case.client_id)
    name = shown_name(client, case)
    if case.about_id is None:
        return _("From {client}").format(client=name)
    about = called(people.get(turn.db, case.about_id).name)
    return _("From {client} · about {name}").format(client=name, name=about)


def what_is_said(turn: Turn, case: Case) -> str:
    return "\n".join(said(entry) for entry in case_entries.from_client(turn.db, case))
