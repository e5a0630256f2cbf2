"""What a conversation holds in its hand."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, TypeVar

from sqlmodel import Session, SQLModel

from bot.buttons import Button, choices_of, in_rows
from bot.incoming import Incoming, IncomingKind
from bot.recogniser import Recogniser
from bot.records import access, audit, dialogue, outbox, sent_messages
from bot.records.access import Action
from bot.records.outbox import Body, Draft, OutboxKind, OutboxRow, Priority
from bot.records.people import STAFF, Person, Role, Telephone
from bot.rules.practice import Practice
from bot.rules.splitting import split_text
from bot.rules.triage.recognition import Recognition
from bot.texts import TimeWords, _, speaking

RowType = TypeVar("RowType", bound=SQLModel)
PROTECTED_STAYS = timedelta(minutes=10)  # TRANSCRIPTS 5: hidden again


class NeedsFirst(Exception):
    """Something slow comes before this turn can be worked (see Turn.slowly)."""

    def __init__(self, act: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
        super().__init__()
        self.act, self.arguments = act, arguments


@dataclass
class Turn:
    """One update or one due row, being worked in one transaction.

    `now` is frozen. `somebody` is None for somebody whom nobody invited. `origin` names the cause
    and makes the dedupe keys of what is said, so that a cause worked twice says nothing twice.
    """

    db: Session
    now: datetime
    practice: Practice
    chat_id: int
    origin: str
    somebody: Person | None = None
    roles: frozenset[Role] = frozenset()
    incoming: Incoming | None = None
    due_at: datetime | None = None  # of a due row: the instant that has come
    has_answered: bool = False  # something was said to whoever this turn is about
    left_question: bool = False  # one waited for words until something else was begun
    next_tap: str = ""  # the data of a button that is pressed for the person after this
    next_words: str = ""  # what the step that waits takes after this, as if it were typed
    done_before: Mapping[tuple[Any, ...], Any] = field(default_factory=dict)  # see slowly
    recogniser: Recogniser = field(default_factory=Recogniser)
    _toast: str = ""
    _said: int = 0

    @property
    def person(self) -> Person:
        """The person, where routing or the timer has made sure that there is one."""
        assert self.somebody is not None, "a stranger got where only known people are let in"
        return self.somebody

    # --- speaking

    def say(
        self,
        text: str,
        buttons: Sequence[Button] = (),
        *,
        keyboard: Sequence[Sequence[str]] = (),
        **fields: Any,
    ) -> None:
        """Say something to whoever this turn is about; `fields` are those of Draft."""
        body = Body(text=text, keyboard=[list(row) for row in keyboard])
        self.has_answered = True
        draft = Draft(self.chat_id, body, self._priority)
        self._put(replace(draft, **fields), buttons, self.somebody, of_step=False)

    def say_protected(self, text: str, buttons: Sequence[Button] = (), **fields: Any) -> None:
        """Say what may not be forwarded or saved, and goes after ten minutes."""
        self.has_answered = True
        draft = Draft(
            self.chat_id,
            Body(text=text, protected=True),
            self._priority,
            goes_after=PROTECTED_STAYS,
        )
        self._put(replace(draft, **fields), buttons, self.somebody, of_step=False)

    def change(
        self, text: str, buttons: Sequence[Button] = (), *, then: str = "",
        topic: str | None = None, **data: Any,
    ) -> None:  # fmt: skip
        """Change the message whose button was tapped into the next step of the same matter.

        `then` names the step that takes what is typed next, as `ask` has it.

        A new message for who typed, for those who want plain messages, and where it doesn't fit one. The last step of a
        matter is always said: a change alone is no sign that something happened (screen readers do not read edits).
        """
        row = self._tapped_message()
        wants_new = self.somebody is not None and self.somebody.plain_messages
        if row is None or wants_new or len(split_text(text)) > 1:
            if then:
                return self.ask(text, buttons, then=then, topic=topic, **data)
            return self.say(text, buttons, topic=topic)
        self.has_answered = True
        body = Body(text=text, buttons=in_rows(buttons))
        outbox.edit(self.db, row, body, self.now, priority=self._priority)
        if self.somebody is not None:
            if then:
                self._wait(self.somebody, then, data)
            prompt = self._prompt(row, self.somebody, of_step=bool(then))
            dialogue.replace_prompt(self.db, prompt, choices_of(buttons))

    def toast(self, text: str) -> None:
        """Show a few characters for a moment in answer to a tap; they don't stay in the chat."""
        self._toast, self.has_answered = text, True

    def hide(self) -> None:
        """Take away the message whose button was tapped."""
        if self.incoming is not None and self.incoming.message_id is not None:
            self.has_answered = True
            draft = outbox.deletion(self.chat_id, self.incoming.message_id, 0, self.now)
            outbox.put(self.db, replace(draft, priority=Priority.ANSWER), self.now)

    def ask(
        self, text: str, buttons: Sequence[Button] = (), *, then: str, topic: str | None = None,
        **data: Any,
    ) -> None:  # fmt: skip
        """Ask, and let the step `then` («conversation:step») take what is typed next."""
        assert self.somebody is not None, "only a person whom we know is asked something"
        assert self.incoming is not None, "a timer's question never takes the step"
        self._wait(self.somebody, then, data)
        draft = Draft(self.chat_id, Body(text=text), self._priority, topic=topic)
        self.has_answered = True
        self._put(draft, buttons, self.somebody, of_step=True)

    def tell(
        self,
        person: Person,
        text: str,
        buttons: Sequence[Button] = (),
        *,
        draft: Draft | None = None,
    ) -> OutboxRow | None:
        """Say something to somebody else. None if they can't be reached here.

        `draft` gives what differs from an alert that is due now (see `alert`).
        """
        if person.telegram_id is None or person.unreachable_at is not None:
            return None
        chosen = draft or self.alert()
        return self._put(
            replace(chosen, chat_id=person.telegram_id, body=replace(chosen.body, text=text)),
            buttons,
            person,
            of_step=False,
        )

    def alert(self, *, silent: bool = False, **fields: Any) -> Draft:
        """A draft for `tell`: an alert, with other fields of Draft as wished."""
        chosen = Draft(0, Body(silent=silent), Priority.ALERT)
        return replace(chosen, **fields)

    def slowly(self, act: Callable[..., Any], *arguments: Any) -> Any:
        """What `act(*arguments)` gives, without anybody waiting for the database meanwhile.

        The first time this turn is undone; `act` runs outside the transaction, and the turn is
        worked again from its beginning. So `act` is pure and its arguments can be hashed.
        """
        key = (act, *arguments)
        if key not in self.done_before:
            raise NeedsFirst(act, arguments)
        return self.done_before[key]

    def recognised(self, text: str) -> Recognition:
        """What a text is about, danger first: this update's own words or any others."""
        said = self.incoming
        if said is not None and said.recognition is not None and said.text == text:
            return said.recognition
        act = self.recogniser.recognise
        found: Recognition = self.slowly(act, text) if self.recogniser.is_slow else act(text)
        return found

    # --- reaching

    def reach(self, action: Action, table: type[RowType], row_id: int) -> RowType | None:
        """The row if this person may do this with it; None for «not there» and «not theirs»."""
        if self.somebody is None:
            return None
        return access.reach(self.db, self.somebody, self.roles, action, table, row_id)

    def may(self, action: Action) -> bool:
        return access.may(self.roles, action)

    def note(self, action: str, row: SQLModel) -> None:
        """Put into the audit that this person did this to this row."""
        self.db.flush()
        audit.note(self.db, self.now, self.somebody.id if self.somebody else None, action, row)

    def stop_waiting(self) -> None:
        if self.somebody is not None and dialogue.stop_waiting(self.db, self.somebody.id):
            self.left_question = True

    # --- wording

    def words_for(self, person: Person | None) -> TimeWords:
        """How instants are said to this person."""
        zone = person.clocks(self.practice).zone if person else self.practice.zone
        return TimeWords(person.language if person else "en", self.practice.country, zone)

    @property
    def words(self) -> TimeWords:
        return self.words_for(self.somebody)

    @contextmanager
    def speaking_to(self, person: Person) -> Iterator[TimeWords]:
        """Within this block texts are in this person's language; gives their TimeWords."""
        with speaking(person.language):
            yield self.words_for(person)

    # --- inside

    @property
    def _priority(self) -> Priority:
        if self.incoming is None:
            return Priority.REMINDER
        is_danger = self.incoming.is_danger and not self.roles & STAFF
        return Priority.DANGER if is_danger else Priority.ANSWER

    def _put(
        self, draft: Draft, buttons: Sequence[Button], person: Person | None, *, of_step: bool
    ) -> OutboxRow:
        *before, last = split_text(draft.body.text)
        for piece in before:
            self._queue(replace(draft, body=replace(draft.body, text=piece, keyboard=())), person)
        body = replace(draft.body, text=last, buttons=in_rows(buttons))
        row = self._queue(replace(draft, body=body), person)
        if buttons and person is not None:
            prompt = self._prompt(row, person, of_step=of_step)
            # A row that its dedupe key found has asked already.
            put = dialogue.replace_prompt if draft.dedupe_key else dialogue.add_prompt
            put(self.db, prompt, choices_of(buttons))
        return row

    def _wait(self, person: Person, then: str, data: dict[str, Any]) -> None:
        conversation, _, step = then.partition(":")
        dialogue.wait_for(
            self.db, person.id, conversation=conversation, step=step, data=data, now=self.now
        )

    def _prompt(self, row: OutboxRow, person: Person, *, of_step: bool) -> dialogue.Prompt:
        return dialogue.Prompt(
            person_id=person.id,
            outbox_id=row.id,
            by_itself=self.incoming is None or person is not self.somebody,
            of_step=of_step,
            asked_at=self.now,
        )

    def _tapped_message(self) -> OutboxRow | None:
        tapped = self.incoming
        if tapped is None or tapped.kind is not IncomingKind.TAP or tapped.message_id is None:
            return None
        return sent_messages.message_at(self.db, self.chat_id, tapped.message_id)

    def _queue(self, draft: Draft, person: Person | None) -> OutboxRow:
        self._said += 1
        shared = person is not None and person.telephone is Telephone.SHARED
        if draft.shows_client_id is not None and not draft.body.instead:
            said = _("This changed a moment ago. Open it again.")
            draft = replace(draft, body=replace(draft.body, instead=said))
        complete = replace(
            draft,
            person_id=person.id if person else None,
            dedupe_key=draft.dedupe_key or f"{self.origin}:{self._said}",
            goes_after=draft.goes_after or (outbox.SHARED_TELEPHONE_KEEPS if shared else None),
        )
        return outbox.put(self.db, complete, self.now)

    def close(self) -> None:
        """End the turn: a tap gets its answer, a shared telephone loses what was typed."""
        incoming = self.incoming
        if incoming is None:
            return
        if incoming.callback_id:
            body = Body(text=self._toast, callback_id=incoming.callback_id)
            kind, good_until = OutboxKind.TAP_ANSWER, self.now + outbox.TAP_ANSWER_GOOD_FOR
            draft = Draft(self.chat_id, body, Priority.ANSWER, kind=kind, good_until=good_until)
            self._queue(draft, None)
        shared = self.somebody is not None and self.somebody.telephone is Telephone.SHARED
        if shared and incoming.message_id is not None and incoming.kind is not IncomingKind.TAP:
            keeps = int(outbox.SHARED_TELEPHONE_KEEPS.total_seconds())
            draft = outbox.deletion(self.chat_id, incoming.message_id, keeps, self.now)
            outbox.put(self.db, draft, self.now)
