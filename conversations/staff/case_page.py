"""One case as staff read it: everything in order with day and time, the file, and what holds now."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from bot.records import audit, case_entries, cases, people
from bot.records.case_entries import FOR_THE_FILE, CaseEntry, EntryKind
from bot.records.cases import Case, CaseState, Outcome
from bot.rules.names import called
from bot.texts import _
from bot.turn import Turn
from conversations.case_names import first_name
from conversations.case_talk import time_words
from conversations.case_words import heading, said
from conversations.staff.another_wanted import change_lines
from conversations.staff.contact_lines import contact_lines
from conversations.staff.hearings import to_be_heard, what_they_know, why_not

# In which order to say what happened at the same instant.
_WRITTEN, _AWAY, _ASKED, _DONE = range(4)


@dataclass(frozen=True)
class Happening:
    """One thing that happened to a case; a client's words come without who wrote them."""

    at: datetime
    order: int
    text: str
    client_wrote: bool = False


def whole(turn: Turn, case: Case) -> str:
    sent = turn.words.day_and_time(case.sent_at or case.begun_at)
    parts = [
        [_("{number} · sent {when}").format(number=case.number, when=sent), heading(turn, case)],
        _timeline(turn, case),
        _file(turn, case),
        [*_how_to_reach(turn, case), *_what_holds(turn, case), *change_lines(turn, case)],
    ]
    return "\n\n".join("\n".join(lines) for lines in parts if lines)


# --- what happened, in order


def _timeline(turn: Turn, case: Case) -> list[str]:
    """Each day once, each line with its time; what the client wrote in one go under one time."""
    happened = sorted(_happened(turn, case), key=lambda each: (each.at, each.order))
    client = first_name(people.get(turn.db, case.client_id), case, begins=True)
    lines: list[str] = []
    day, going = "", ""
    for each in happened:
        if (new_day := turn.words.day(each.at)) != day:
            day, going = new_day, ""
            lines.append(day)
        time = turn.words.time(each.at)
        if not each.client_wrote:
            going = ""
            lines.append(f"{time}, {each.text}")
            continue
        if time != going:
            going = time
            lines.append(_("{time}, {client} wrote:").format(time=time, client=client))
        lines.append(each.text)
    return lines


def _happened(turn: Turn, case: Case) -> Iterator[Happening]:
    for entry in case_entries.of_case(turn.db, case):
        if entry.sent_at is not None:
            yield from _of_entry(turn, case, entry, entry.sent_at)
    for reader in cases.readers(turn.db, case):
        if reader.asked_at is not None:
            name = called(people.get(turn.db, reader.person_id).name)
            yield Happening(reader.asked_at, _ASKED, _("{name} was asked.").format(name=name))
    yield from _acts(turn, case)


def _acts(turn: Turn, case: Case) -> Iterator[Happening]:
    texts = {
        "take case": _("{name} took it on."),
        "away": _("{name} couldn't look after it."),
        "close case": _("{name} closed it."),
        "reopen case": _("{name} opened it again."),
    }
    client = people.get(turn.db, case.client_id)
    for act in audit.acts_on(turn.db, case, list(texts)):
        if act.person_id == client.id:
            name = first_name(client, case, begins=True)
        elif act.person_id is not None:
            name = called(people.get(turn.db, act.person_id).name)
        else:
            continue
        order = _AWAY if act.action == "away" else _DONE
        yield Happening(act.at, order, texts[act.action].format(name=name))


def _of_entry(turn: Turn, case: Case, entry: CaseEntry, at: datetime) -> Iterator[Happening]:
    if entry.kind is EntryKind.NOTE:
        return  # in the file alone
    if entry.by_id == case.client_id:
        yield Happening(at, _WRITTEN, _client_s(turn, case, entry), client_wrote=True)
        return
    yield Happening(at, _WRITTEN, _staff_s(turn, entry))
    if entry.kind in (EntryKind.MAY_READ, EntryKind.HEARING):
        yield from _answered(turn, case, entry)


def _client_s(turn: Turn, case: Case, entry: CaseEntry) -> str:
    if entry.kind is EntryKind.SENTENCE:
        return _("«{text}» (chosen sentence)").format(text=entry.text)
    if entry.kind is EntryKind.CALL and (caller := _whose_call(turn, case, entry)) is not None:
        name = called(people.get(turn.db, caller).name)
        return _("A number for a call; only {name} sees it.").format(name=name)
    return said(entry)


def _staff_s(turn: Turn, entry: CaseEntry) -> str:
    times = " · ".join(time_words(turn.words, entry))
    texts = {
        EntryKind.TIMES: _("{name} wrote: «{text}» {times}"),
        EntryKind.MAY_READ: _("{name} asked whether {other} may read it."),
        EntryKind.HEARING: _("{name} asked whether {other} may read exactly this: «{text}»"),
        EntryKind.HEARD: _("{name} answered. It stands below, for the file."),
        EntryKind.HANDED: _("{name} handed it to {other}."),
    }
    other = called(people.get(turn.db, entry.person_id).name) if entry.person_id else ""
    text = texts.get(entry.kind, _("{name} wrote: «{text}»"))
    name = called(people.get(turn.db, entry.by_id).name)
    return text.format(name=name, other=other, text=entry.text, times=times)


def _answered(turn: Turn, case: Case, entry: CaseEntry) -> Iterator[Happening]:
    """What the client said to it, and that it was read."""
    client = first_name(people.get(turn.db, case.client_id), case, begins=True)
    other = called(people.get(turn.db, entry.person_id).name) if entry.person_id else ""
    if entry.answered_at is not None:
        text = _("{client}: yes, {other} may.") if entry.agreed else _("{client}: no, not {other}.")
        yield Happening(entry.answered_at, _WRITTEN, text.format(client=client, other=other))
    if entry.opened_at is not None:
        yield Happening(entry.opened_at, _DONE, _("{other} read it.").format(other=other))


def _whose_call(turn: Turn, case: Case, call: CaseEntry) -> int | None:
    """Who else the number was given to: whoever offered the times. None where all may read it."""
    offers = [
        entry.by_id
        for entry in case_entries.of_case(turn.db, case)
        if entry.kind is EntryKind.TIMES and entry.sent_at and entry.id < call.id
    ]
    return None if not offers or offers[-1] == turn.person.id else offers[-1]


# --- the file, and how things stand


def _file(turn: Turn, case: Case) -> list[str]:
    """Words that did not go out, plainly apart from those that did."""
    kept = [
        entry
        for entry in case_entries.of_case(turn.db, case)
        if entry.kind in FOR_THE_FILE and entry.sent_at and entry.text
    ]
    if not kept:
        return []
    client = first_name(people.get(turn.db, case.client_id), case)
    title = _("For the file; {client} would see it in a copy of their data:").format(client=client)
    return [title, *(_kept(turn, entry) for entry in kept)]


def _kept(turn: Turn, entry: CaseEntry) -> str:
    when = turn.words.day_and_time(entry.sent_at or entry.written_at)
    text = _("{when}, {name}: «{text}»")
    other = ""
    if entry.kind is EntryKind.HANDED and entry.person_id is not None:
        text = _("{when}, {name} to {other}: «{text}»")
        other = called(people.get(turn.db, entry.person_id).name)
    name = called(people.get(turn.db, entry.by_id).name)
    return text.format(when=when, name=name, other=other, text=entry.text)


def _how_to_reach(turn: Turn, case: Case) -> list[str]:
    """Nothing of it where the client sent the case without a name."""
    if not case.with_name:
        return []
    sent = (entry for entry in case_entries.of_case(turn.db, case) if entry.sent_at)
    wrote_here = any(entry.kind is EntryKind.CALL for entry in sent)
    return contact_lines(people.get(turn.db, case.client_id), wrote_here=wrote_here)


def _what_holds(turn: Turn, case: Case) -> list[str]:
    """What the client was promised, and what whom it is about knows."""
    lines = []
    if case.state is CaseState.WAITING and case.look_by and case.answer_by:
        promised = _("Promised: first look by {look}, answer by {answer}.")
        lines.append(
            promised.format(
                look=turn.words.day_and_time(case.look_by),
                answer=turn.words.day_and_time(case.answer_by),
            )
        )
    if case.state is CaseState.TAKEN and case.taken_by is not None:
        name = called(people.get(turn.db, case.taken_by).name)
        lines.append(_("{name} looks after it.").format(name=name))
    if case.state is CaseState.TAKEN and case.answered_at is None and case.answer_by is not None:
        answer = turn.words.day_and_time(case.answer_by)
        lines.append(_("Promised: an answer by {answer}.").format(answer=answer))
    if case.state is CaseState.CLOSED:
        lines.append(_how_it_ended(case))
    about = to_be_heard(turn, case)
    if about is not None and about.id != turn.person.id:
        lines.append(what_they_know(turn, case, about))
        if case.state is CaseState.TAKEN and case.taken_by == turn.person.id:
            lines += filter(None, [why_not(turn, case)])
    return lines


def _how_it_ended(case: Case) -> str:
    match case.outcome:
        case Outcome.STAYS:
            return _("It is closed: talked, and it carries on.")
        case Outcome.CHANGE:
            return _("It is closed: a change.")
        case Outcome.PRACTICAL:
            return _("It is closed: a practical matter, settled.")
        case Outcome.OUTSIDE:
            return _("It is closed: it goes to somebody outside.")
        case Outcome.NO_ANSWER:
            return _("It is closed: no answer came.")
        case _other:
            return _("It is closed.")
