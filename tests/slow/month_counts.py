"""What is counted after the simulated month, from what Telegram got and from the records."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel import Session, col, select

from bot.records import case_entries, cases, people
from bot.records.cases import Case, CaseState
from bot.records.outbox import OutboxRow
from tests.practice import Practice

_MARKER = re.compile(r"marker-\d{5}-words")
_OVERDUE = re.compile(r"case_overdue:(overdue|half_way):(\d+):(.*):\d+")
_ALERTS = ("Something for you.", "Something still waits for you.")


@dataclass
class Counted:
    """All should be nothing but those of the first line."""

    states: Counter[str] = field(default_factory=Counter)
    messages: int = 0
    escalations: int = 0
    looks: int = 0
    past_their_time: int = 0
    without_next_step: int = 0
    twice: list[str] = field(default_factory=list)  # the same escalation to the same person
    unheard: list[str] = field(default_factory=list)  # a time passed, and nobody heard of it
    wrong_chat: list[str] = field(default_factory=list)
    not_alerted: list[int] = field(default_factory=list)  # sent, and no alert ever left

    @property
    def faults(self) -> list[str]:
        return [
            *(f"twice: {each}" for each in self.twice),
            *(f"nobody heard: {each}" for each in self.unheard),
            *(f"wrong chat: {each}" for each in self.wrong_chat),
            *(f"nobody alerted: case {each}" for each in self.not_alerted),
            *([f"past their time: {self.past_their_time}"] if self.past_their_time else []),
            *([f"without a next step: {self.without_next_step}"] if self.without_next_step else []),
        ]

    def __str__(self) -> str:
        states = ", ".join(f"{state} {number}" for state, number in sorted(self.states.items()))
        return (
            f"cases: {states}\n"
            f"messages that Telegram took: {self.messages}; looked at all open cases "
            f"{self.looks} times\n"
            f"past their time: {self.past_their_time}; open without a next step in time: "
            f"{self.without_next_step}\n"
            f"escalations and reminders: {self.escalations}; to one person twice: "
            f"{len(self.twice)}; of which nobody heard: {len(self.unheard)}\n"
            f"words in a wrong chat: {len(self.wrong_chat)}; "
            f"sent and nobody alerted: {len(self.not_alerted)}"
        )


def count(practice: Practice, wrote: Mapping[str, int]) -> Counted:
    """All but what whoever plays the month counts meanwhile: looks, times past, times unheard."""
    counted = Counted()
    with practice.look() as db:
        found = db.exec(select(Case)).all()
        counted.states = Counter(case.state.value for case in found)
        counted.without_next_step = sum(case.is_open and case.due_at is None for case in found)
        rows = db.exec(select(OutboxRow).order_by(col(OutboxRow.id))).all()
        _escalations(db, rows, counted)
        counted.not_alerted = list(_not_alerted(db, found, rows))
        counted.wrong_chat = list(_wrong_chats(db, practice, wrote))
    counted.messages = sum(call.ok for call in practice.telegram.calls_of("sendMessage"))
    return counted


def _escalations(db: Session, rows: Sequence[OutboxRow], counted: Counted) -> None:
    """Each time that passed is told to a person once."""
    heard: dict[tuple[str, ...], Counter[tuple[int, str]]] = defaultdict(Counter)
    for row in rows:
        found = _OVERDUE.fullmatch(row.dedupe_key or "")
        if found is not None and row.person_id is not None:
            heard[found.groups()][row.person_id, row.body.text] += 1
    counted.escalations = len(heard)
    for (what, case_id, due), persons in heard.items():
        people_told = Counter(person for person, _text in persons.elements())
        client_id = _case(db, int(case_id)).client_id
        texts = [key for key, times in persons.items() if times > 1]
        if texts or people_told[client_id] > 1:
            counted.twice.append(f"{what} of case {case_id}, {due}")


def _not_alerted(db: Session, found: Sequence[Case], rows: Sequence[OutboxRow]) -> Iterator[int]:
    """Sent, not taken back, and neither was anybody alerted nor did anybody look before that."""
    alerted = {row.topic for row in rows if row.body.text.startswith(_ALERTS)}
    for case in found:
        is_over = case.state in (CaseState.DRAFT, CaseState.DROPPED, CaseState.WITHDRAWN)
        was_opened = any(each.opened_at is not None for each in cases.readers(db, case))
        if not is_over and not was_opened and case.alert_topic not in alerted:
            yield case.id


def _wrong_chats(db: Session, practice: Practice, wrote: Mapping[str, int]) -> Iterator[str]:
    """Words of a concern in a chat that is neither its client's nor of somebody asked by then."""
    readers = _reading_since(db)
    for call in practice.telegram.calls_of("sendMessage"):
        chat = call.params["chat_id"]
        for words in set(_MARKER.findall(call.params.get("text", ""))):
            since = readers[words].get(chat)
            is_own = wrote[words] == chat
            if not is_own and (since is None or since > call.at):
                yield f"{words} to {chat} at {call.at}"


def _reading_since(db: Session) -> dict[str, dict[int, datetime]]:
    """Per words: the chats of who was asked to read them, and since when."""
    allowed: dict[str, dict[int, datetime]] = defaultdict(dict)
    for case in db.exec(select(Case)).all():
        readers = [each for each in cases.readers(db, case) if each.asked_at is not None]
        for entry in case_entries.from_client(db, case):
            for words in _MARKER.findall(entry.text):
                for reader in readers:
                    person = people.get(db, reader.person_id)
                    assert person.telegram_id is not None and reader.asked_at is not None
                    allowed[words][person.telegram_id] = reader.asked_at
    return allowed


def nobody_heard(db: Session, case_id: int, due_at: datetime) -> bool:
    """Whether a case's time passed in silence: no message about it, no alarm.

    Where somebody who was asked is away, the client has read that it waits for them.
    """
    case = _case(db, case_id)
    if any(each.away_at is not None for each in cases.readers(db, case)):
        return False
    keys = db.exec(select(OutboxRow.dedupe_key).where(col(OutboxRow.dedupe_key).is_not(None)))
    about = (f"case_overdue:overdue:{case_id}:{due_at.isoformat()}:", f"alarm:{case.topic} ")
    return not any((key or "").startswith(about) for key in keys)


def _case(db: Session, case_id: int) -> Case:
    case = db.get(Case, case_id)
    assert case is not None
    return case
