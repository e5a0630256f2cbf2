"""Which function handles this: the one order in which every update is looked at."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import partial

from bot.buttons import DATA_VERSION
from bot.conversation import Conversation, Tap, is_for, lets_in
from bot.groups import leave_group
from bot.incoming import Incoming, IncomingFile, IncomingKind
from bot.known_words import KnownWord, all_commands, known_words, openings
from bot.records import asked_again, dialogue, outbox, people, sent_messages
from bot.records.dialogue import Dialogue
from bot.records.people import STAFF, Role
from bot.tap_values import fitting
from bot.turn import Turn
from bot.typed_words import (
    answers_newest,
    asks_step,
    choice_typed,
    is_after_danger,
    normal,
    step_stays,
    typed_button,
    waiting_step,
)

Handler = Callable[[Turn], None]


@dataclass(frozen=True)
class Fallbacks:
    """The handlers for what is nobody's: given by app.py, written in conversations."""

    danger: Handler
    # Where handling danger itself failed: an alert and nothing else, whether anybody was told by
    # it; then the numbers, and whether it was passed on.
    bare_alert: Callable[[Turn], bool]
    help_lines: Callable[[Turn, bool], None]
    stranger: Handler  # somebody whom nobody invited
    free_text: Handler  # typed while nothing waited for it
    unreadable: Handler  # a voice message, an edit
    caption: Handler  # before the words below a picture are handled like any others
    file: Handler  # a document or a photo that no step waits for
    old_button: Handler
    unknown_command: Handler
    unreachable: Handler  # the person has just blocked the bot
    present: Handler  # somebody of the staff does something
    # Whether their screen stays locked for a tap of this data: then the code is asked for.
    stays_locked: Callable[[Turn, str], bool]
    after_danger: Handler  # typed after words of danger, or while a step waits that they broke
    step_answered: Callable[[Turn, Conversation, str], None]  # a step of it took these words
    at_last: Handler  # after a button or a command: what danger interrupted is offered again
    at_the_end: Handler  # of whatever somebody did but words of danger


class Router:
    """Routing order: who is it, danger, tap, command or menu word, an answer typed in the words of
    a button, the step that waits, free text."""

    def __init__(self, conversations: Sequence[Conversation], fallbacks: Fallbacks) -> None:
        self.conversations = {each.name: each for each in conversations}
        self._fallbacks = fallbacks
        self._commands = all_commands(conversations)
        self._words = known_words(conversations)
        self._openings = openings(conversations)

    def route(self, turn: Turn) -> None:
        """Handle the update of this turn. Everything gets an answer but what is no message."""
        incoming = turn.incoming
        assert incoming is not None, "only updates are routed"
        if incoming.kind is IncomingKind.NOTHING:
            return
        if incoming.kind is IncomingKind.GROUP:
            return leave_group(turn)
        if incoming.kind in (IncomingKind.BLOCKED, IncomingKind.OPENED):
            return self._membership(turn, is_blocked=incoming.kind is IncomingKind.BLOCKED)
        if turn.somebody is not None and turn.somebody.unreachable_at is not None:
            turn.somebody.unreachable_at = None  # whoever writes can be reached
            outbox.withdraw(turn.db, turn.somebody.unreachable_topic, turn.now)
        asked_again.take_back(turn.db, turn.chat_id, turn.now)
        if incoming.is_danger and not turn.roles & STAFF:
            return self._fallbacks.danger(turn)
        if turn.roles & STAFF:
            self._fallbacks.present(turn)
        self._answer(turn)
        if turn.next_tap:
            self._tapped(turn, turn.next_tap)
        step = waiting_step(turn) if turn.next_words else None
        if step is not None:
            self._stepped(turn, step, turn.next_words)
        if not turn.has_answered:
            self._fallbacks.old_button(turn)
        self._fallbacks.at_the_end(turn)

    def commands_of(self, roles: Collection[Role]) -> set[str]:
        """The commands that do something for whoever holds these roles."""
        return {name for name, (each, _act) in self._commands.items() if is_for(each, roles)}

    def raise_bare_alert(self, turn: Turn) -> bool:
        """What is done of danger that can't be handled; whether anybody was told by it."""
        return self._fallbacks.bare_alert(turn)

    def show_help_lines(self, turn: Turn, is_passed_on: bool) -> None:
        """What somebody in danger gets even if everything else fails."""
        self._fallbacks.help_lines(turn, is_passed_on)

    def _membership(self, turn: Turn, *, is_blocked: bool) -> None:
        """The person blocked the bot, or opened the chat again."""
        people.mark_unreachable(turn.db, turn.chat_id, turn.now if is_blocked else None)
        if turn.somebody is None:
            return
        if is_blocked:
            turn.stop_waiting()
            return self._fallbacks.unreachable(turn)
        outbox.withdraw(turn.db, turn.somebody.unreachable_topic, turn.now)

    def _answer(self, turn: Turn) -> None:
        incoming = turn.incoming
        assert incoming is not None, "only updates are routed"
        if incoming.kind is IncomingKind.TAP:
            return self._pressed(turn, incoming.data)
        if incoming.file is not None and turn.somebody is not None:
            return self._filed(turn, incoming.file)
        if incoming.kind is not IncomingKind.TEXT:
            return self._unread(turn, self._fallbacks.unreadable)
        self._worded(turn, incoming)

    def _worded(self, turn: Turn, incoming: Incoming) -> None:
        """Words, typed or below a picture."""
        if incoming.text.startswith("/"):
            return self._commanded(turn, incoming.text)
        word = self._words.get(normal(incoming.text))
        if word is not None and _is_meant(turn, word) and lets_in(word.of, turn):
            if word.is_way_out or not step_stays(turn):
                _end_step(turn, word.of)
            word.act(turn)
            return self._at_last(turn, word.of)
        act = self._opened(turn, incoming.text)
        if act is not None:
            turn.stop_waiting()
            return act()
        if turn.somebody is None:
            return self._fallbacks.stranger(turn)
        self._typed(turn)

    def _opened(self, turn: Turn, text: str) -> Callable[[], None] | None:
        """What words do that begin with one that says what they are: «pause until 20 December»."""
        first, _space, rest = text.strip().partition(" ")
        conversation, read = self._openings.get(normal(first), (None, None))
        if conversation is None or read is None or not rest or turn.somebody is None:
            return None
        return read(turn, rest) if lets_in(conversation, turn) else None

    def _otherwise(self, turn: Turn, fallback: Handler) -> None:
        """What somebody whom we know gets; a stranger gets the words for strangers."""
        return fallback(turn) if turn.somebody is not None else self._fallbacks.stranger(turn)

    def _pressed(self, turn: Turn, data: str) -> None:
        """A button was tapped, or its words were typed."""
        found = self._tap_of(data)
        if not step_stays(turn, data):
            _end_step(turn, found[0] if found else None)
        self._tapped(turn, data)
        self._at_last(turn, found[0] if found else None)

    def _at_last(self, turn: Turn, conversation: Conversation | None) -> None:
        """Who looks for help may not be well again: nothing is offered beside it."""
        if conversation is not None and not conversation.is_of_danger:
            self._fallbacks.at_last(turn)

    def _tapped(self, turn: Turn, data: str) -> None:
        found = self._tap_of(data)
        if found is None or not lets_in(found[0], turn):
            return self._otherwise(turn, self._fallbacks.old_button)
        conversation, handler, values = found
        is_behind = data.split(":")[2] in conversation.behind_code
        if not is_behind or not self._fallbacks.stays_locked(turn, data):
            handler(turn, *values)

    def _tap_of(self, data: str) -> tuple[Conversation, Tap, list[int | str]] | None:
        """What button data means; None for data that is old, of another version, or made up."""
        version, name, tap, *arguments = [*data.split(":"), "", ""][: max(3, data.count(":") + 1)]
        conversation = self.conversations.get(name)
        handler = conversation.taps.get(tap) if conversation else None
        if version != DATA_VERSION or conversation is None or handler is None:
            return None
        values = fitting(handler, arguments)
        return None if values is None else (conversation, handler, values)

    def _commanded(self, turn: Turn, text: str) -> None:
        name = text[1:].split(maxsplit=1)[0].partition("@")[0].lower() if text[1:].strip() else ""
        found = self._commands.get(name)
        if found is None or not lets_in(found[0], turn):
            return self._otherwise(turn, self._fallbacks.unknown_command)
        _end_step(turn, found[0])
        found[1](turn)
        self._at_last(turn, found[0])

    def _typed(self, turn: Turn) -> None:
        """Words that are neither command nor menu: an answer, a step's text, or free text."""
        step = waiting_step(turn)
        act = self._reply(turn, step) or self._answer_in_words(turn, step)
        if act is not None:
            return act()
        if not self._asked_about_danger(step) and is_after_danger(turn, step):
            return self._fallbacks.after_danger(turn)
        if step is None:
            return self._fallbacks.free_text(turn)
        assert turn.incoming is not None, "see _answer"
        self._stepped(turn, step, turn.incoming.text)

    def _filed(self, turn: Turn, file: IncomingFile) -> None:
        """A document or a photo, for the step that waits if it takes files."""
        step = waiting_step(turn)
        conversation = self.conversations.get(step.conversation) if step is not None else None
        handler = conversation.files.get(step.step) if step is not None and conversation else None
        if step is None or handler is None:
            return self._unread(turn, self._fallbacks.file)
        turn.stop_waiting()
        handler(turn, file, **step.data)

    def _unread(self, turn: Turn, fallback: Handler) -> None:
        """What isn't words: the step that waits may say what becomes of it, and of a caption."""
        assert turn.incoming is not None, "see _answer"
        step = waiting_step(turn) if turn.somebody is not None else None
        waiting = self.conversations.get(step.conversation) if step is not None else None
        handler = waiting.unreadable.get(step.step) if step is not None and waiting else None
        is_edit = turn.incoming.kind is not IncomingKind.OTHER
        if step is None or handler is None or is_edit or is_after_danger(turn, step):
            if is_edit or turn.somebody is None or turn.roles & STAFF or not turn.incoming.text:
                return self._otherwise(turn, fallback)
            self._fallbacks.caption(turn)
            return self._worded(turn, turn.incoming)
        handler(turn, **step.data)

    def _asked_about_danger(self, step: Dialogue | None) -> bool:
        asked = self.conversations.get(step.conversation) if step is not None else None
        return asked is not None and asked.is_of_danger

    def _stepped(self, turn: Turn, step: Dialogue, words: str) -> None:
        """The step that waits takes the words."""
        conversation = self.conversations.get(step.conversation)
        handler = conversation.steps.get(step.step) if conversation else None
        turn.stop_waiting()
        if conversation is None or handler is None:  # an upgrade removed it: see the inbox
            return self._fallbacks.old_button(turn)
        handler(turn, words, **step.data)
        self._fallbacks.step_answered(turn, conversation, words)

    def _reply(self, turn: Turn, step: Dialogue | None) -> Callable[[], None] | None:
        """What a Telegram reply does; None if it is none, or answers the step that waits.

        A reply to one matter never goes to the step of another: it is a button of the message
        replied to, or more words for its matter, or free text.
        """
        incoming = turn.incoming
        if incoming is None or incoming.reply_to is None:
            return None
        prompt = dialogue.prompt_of_message(turn.db, turn.person.id, incoming.reply_to)
        data = choice_typed(prompt.choices, incoming.text) if prompt is not None else None
        if data is not None:
            return partial(self._pressed, turn, data)
        row = sent_messages.message_at(turn.db, turn.chat_id, incoming.reply_to)
        if row is None or (step is not None and asks_step(turn, prompt)):
            return None
        table, row_id = [*(row.topic or "").split(":"), ""][:2]
        for conversation in self.conversations.values():
            act = conversation.replies.get(table)
            if act is not None and row_id.isdecimal() and lets_in(conversation, turn):
                turn.stop_waiting()
                return partial(act, turn, incoming.text, int(row_id))
        is_of_nothing = row.topic is None and prompt is None
        if is_of_nothing or is_after_danger(turn, step):
            return None
        turn.stop_waiting()
        return partial(self._fallbacks.free_text, turn)

    def _answer_in_words(self, turn: Turn, step: Dialogue | None) -> Callable[[], None] | None:
        """The button whose words, or whose number in the list, were typed."""
        assert turn.incoming is not None, "see _answer"
        data = typed_button(turn, turn.incoming.text, step)
        return None if data is None else partial(self._pressed, turn, data)


def _is_meant(turn: Turn, word: KnownWord) -> bool:
    """Whether a word that is known means that here, and isn't a button or a sentence to somebody."""
    if word.is_spelling and turn.roles & STAFF:
        return False
    return word.is_way_out or not answers_newest(turn)


def _end_step(turn: Turn, conversation: Conversation | None) -> None:
    """What is tapped or commanded takes the place of the question that waited."""
    if conversation is None or not conversation.is_of_danger:
        turn.stop_waiting()
