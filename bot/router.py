"""Which function handles this: the one order in which every update is looked at."""

import inspect
import re
import unicodedata
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from bot.buttons import DATA_VERSION
from bot.incoming import IncomingKind
from bot.records import access, dialogue, outbox, people, sent_messages
from bot.records.outbox import Body, Draft, OutboxKind, Priority
from bot.records.people import STAFF, Role
from bot.texts import _
from bot.turn import Conversation, Tap, Turn

Handler = Callable[[Turn], None]
_LARGEST_ID = 2**31 - 1  # our ids are INTEGER columns; a larger number is nobody's row


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
    unreadable: Handler  # a photo, a voice message, an edit
    old_button: Handler
    unknown_command: Handler
    unreachable: Handler  # the person has just blocked the bot


class Router:
    """Routing order: who is it, danger, tap, command or menu word, an answer typed in the words of
    a button, the step that waits, free text."""

    def __init__(self, conversations: Sequence[Conversation], fallbacks: Fallbacks) -> None:
        self.conversations = {each.name: each for each in conversations}
        self._fallbacks = fallbacks
        self._commands = _by_name(conversations, lambda each: each.commands)
        self._words = _by_name(
            conversations, lambda each: {normal(word): act for word, act in each.words.items()}
        )

    def route(self, turn: Turn) -> None:
        """Handle the update of this turn. Everything gets an answer but what is no message."""
        incoming = turn.incoming
        assert incoming is not None, "only updates are routed"
        if incoming.kind is IncomingKind.NOTHING:
            return
        if incoming.kind is IncomingKind.GROUP:
            return _leave_group(turn)
        if incoming.kind in (IncomingKind.BLOCKED, IncomingKind.OPENED):
            return self._membership(turn, is_blocked=incoming.kind is IncomingKind.BLOCKED)
        if turn.somebody is not None and turn.somebody.unreachable_at is not None:
            turn.somebody.unreachable_at = None  # whoever writes can be reached
        if incoming.is_danger and not turn.roles & STAFF:
            return self._fallbacks.danger(turn)
        self._answer(turn)
        if not turn.has_answered:
            self._fallbacks.old_button(turn)

    def commands_of(self, roles: Collection[Role]) -> set[str]:
        """The commands that do something for whoever holds these roles."""
        return {name for name, (each, _act) in self._commands.items() if _is_for(each, roles)}

    def raise_bare_alert(self, turn: Turn) -> bool:
        """What is done of danger that can't be handled; whether anybody was told by it."""
        return self._fallbacks.bare_alert(turn)

    def show_help_lines(self, turn: Turn, is_passed_on: bool) -> None:
        """What somebody in danger gets even if everything else fails."""
        self._fallbacks.help_lines(turn, is_passed_on)

    def _membership(self, turn: Turn, *, is_blocked: bool) -> None:
        """The person blocked the bot, or opened the chat again."""
        people.mark_unreachable(turn.db, turn.chat_id, turn.now if is_blocked else None)
        if is_blocked and turn.somebody is not None:
            turn.stop_waiting()
            self._fallbacks.unreachable(turn)

    def _answer(self, turn: Turn) -> None:
        incoming = turn.incoming
        assert incoming is not None, "only updates are routed"
        if incoming.kind is IncomingKind.TAP:
            turn.stop_waiting()
            return self._tapped(turn, incoming.data)
        if incoming.kind is not IncomingKind.TEXT:
            return self._otherwise(turn, self._fallbacks.unreadable)
        if incoming.text.startswith("/"):
            return self._commanded(turn, incoming.text)
        word = self._words.get(normal(incoming.text))
        if word is not None and _lets_in(word[0], turn) and not _answers_newest(turn):
            turn.stop_waiting()
            return word[1](turn)
        if turn.somebody is None:
            return self._fallbacks.stranger(turn)
        self._typed(turn)

    def _otherwise(self, turn: Turn, fallback: Handler) -> None:
        """What somebody whom we know gets; a stranger gets the words for strangers."""
        return fallback(turn) if turn.somebody is not None else self._fallbacks.stranger(turn)

    def _tapped(self, turn: Turn, data: str) -> None:
        found = self._tap_of(data)
        if found is None or not _lets_in(found[0], turn):
            return self._otherwise(turn, self._fallbacks.old_button)
        _conversation, handler, values = found
        handler(turn, *values)

    def _tap_of(self, data: str) -> tuple[Conversation, Tap, list[int | str]] | None:
        """What button data means; None for data that is old, of another version, or made up."""
        version, name, tap, *arguments = [*data.split(":"), "", ""][: max(3, data.count(":") + 1)]
        conversation = self.conversations.get(name)
        handler = conversation.taps.get(tap) if conversation else None
        if version != DATA_VERSION or conversation is None or handler is None:
            return None
        values = _fitting(handler, arguments)
        return None if values is None else (conversation, handler, values)

    def _commanded(self, turn: Turn, text: str) -> None:
        name = text[1:].split(maxsplit=1)[0].partition("@")[0].lower() if text[1:].strip() else ""
        found = self._commands.get(name)
        if found is None or not _lets_in(found[0], turn):
            return self._otherwise(turn, self._fallbacks.unknown_command)
        turn.stop_waiting()
        found[1](turn)

    def _typed(self, turn: Turn) -> None:
        """Words that are neither command nor menu: an answer, a step's text, or free text."""
        assert turn.incoming is not None, "see _answer"
        step = dialogue.waiting(turn.db, turn.person.id)
        data = self._button_replied_to(turn)
        reply = self._reply_of(turn) if data is None else None
        if reply is not None:
            turn.stop_waiting()
            return reply()
        data = data or self._typed_button(turn, of_step=step is not None)
        if data is not None:
            turn.stop_waiting()
            return self._tapped(turn, data)
        if step is None:
            return self._fallbacks.free_text(turn)
        conversation = self.conversations.get(step.conversation)
        handler = conversation.steps.get(step.step) if conversation else None
        turn.stop_waiting()
        if handler is None:  # an upgrade removed it: the words stay in the inbox
            return self._fallbacks.old_button(turn)
        handler(turn, turn.incoming.text, **step.data)

    def _reply_of(self, turn: Turn) -> Callable[[], None] | None:
        """What a Telegram reply to a message about some row does; None if it is no such reply.

        A reply to the question of the step that waits belongs to the step.
        """
        incoming = turn.incoming
        if incoming is None or incoming.reply_to is None:
            return None
        prompt = dialogue.prompt_of_message(turn.db, turn.person.id, incoming.reply_to)
        row = sent_messages.message_at(turn.db, turn.chat_id, incoming.reply_to)
        if row is None or row.topic is None or (prompt is not None and prompt.of_step):
            return None
        table, row_id = [*row.topic.split(":"), ""][:2]
        for conversation in self.conversations.values():
            act = conversation.replies.get(table)
            if act is not None and row_id.isdecimal() and _lets_in(conversation, turn):
                return partial(act, turn, incoming.text, int(row_id))
        return None

    def _button_replied_to(self, turn: Turn) -> str | None:
        """The data of the typed button, or its number, of the question that is replied to."""
        assert turn.incoming is not None, "see _answer"
        if turn.incoming.reply_to is None:
            return None
        prompt = dialogue.prompt_of_message(turn.db, turn.person.id, turn.incoming.reply_to)
        return None if prompt is None else choice_typed(prompt.choices, turn.incoming.text)

    def _typed_button(self, turn: Turn, *, of_step: bool) -> str | None:
        """The data of the button whose words, or whose number in the list, were typed.

        Words belong to the newest open question that has them; a number belongs to the newest.
        """
        assert turn.incoming is not None, "see _answer"
        text = turn.incoming.text
        prompts = dialogue.open_prompts(turn.db, turn.person.id, of_step=of_step)
        for index, each in enumerate(prompts):
            if (data := choice_typed(each.choices, text, numbers=index == 0)) is not None:
                return data
        return None


def _answers_newest(turn: Turn) -> bool:
    """Whether a word of the menu is also a button of the newest open question, and meant so.

    STOP always means all messages: who types it must not have to look what stands above it.
    """
    assert turn.incoming is not None, "see _answer"
    if turn.somebody is None or normal(turn.incoming.text) == "stop":
        return False
    newest = dialogue.open_prompts(turn.db, turn.somebody.id, of_step=False)[:1]
    return any(choice_typed(each.choices, turn.incoming.text, numbers=False) for each in newest)


def _lets_in(conversation: Conversation, turn: Turn) -> bool:
    """Whether this conversation is for whoever writes."""
    if turn.somebody is None:
        return conversation.for_strangers
    return _is_for(conversation, turn.roles)


def _is_for(conversation: Conversation, roles: Collection[Role]) -> bool:
    return conversation.needs is None or access.may(roles, conversation.needs)


def choice_typed(
    choices: Sequence[Sequence[Any]], text: str, *, numbers: bool = True
) -> str | None:
    """The data of the choice [label, data, other wordings] that was typed, if one was.

    Where labels are numbers themselves, a number is never a place in the list: «11» isn't «10».
    """
    typed = normal(text)
    for label, data, also in choices:
        if typed in {normal(word) for word in (label, *also)}:
            return str(data)
    if any(label.isdecimal() for label, _data, _also in choices):
        return None
    if numbers and re.fullmatch(r"[1-9][0-9]?", typed) and int(typed) <= len(choices):
        return str(choices[int(typed) - 1][1])
    return None


def normal(text: str) -> str:
    """Words as they are compared: no case, accents, punctuation or doubled spaces."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    kept = (char for char in plain if char.isalnum() or char.isspace())
    return " ".join("".join(kept).split())


def _by_name(
    conversations: Sequence[Conversation],
    names: Callable[[Conversation], Mapping[str, Handler]],
) -> dict[str, tuple[Conversation, Handler]]:
    found: dict[str, tuple[Conversation, Handler]] = {}
    for conversation in conversations:
        for name, handler in names(conversation).items():
            assert name not in found, f"«{name}» belongs to two conversations"
            found[name] = conversation, handler
    return found


@cache
def _kinds(handler: Callable[..., None]) -> tuple[type, ...]:
    """The types of a tap's arguments after the turn: int or str."""
    return tuple(
        int if each.annotation is int else str
        for each in list(inspect.signature(handler).parameters.values())[1:]
    )


def _fitting(handler: Callable[..., None], arguments: Sequence[str]) -> list[int | str] | None:
    """The arguments as the handler declares them; None if they don't fit (hostile or old)."""
    kinds = _kinds(handler)
    if len(kinds) != len(arguments):
        return None
    values: list[int | str] = []
    for kind, argument in zip(kinds, arguments, strict=True):
        is_number = re.fullmatch(r"[0-9]{1,19}", argument) and int(argument) <= _LARGEST_ID
        if kind is int and not is_number:
            return None
        values.append(int(argument) if kind is int else argument)
    return values


def _leave_group(turn: Turn) -> None:
    """Once an hour for each group, however often it is heard of."""
    words = _("I only work in a private chat with one person. I'm leaving this group now.")
    hour = f"group:{turn.chat_id}:{turn.now:%Y%m%d%H}"
    for kind in (OutboxKind.MESSAGE, OutboxKind.LEAVE):
        key = f"{hour}:{kind.value}"
        draft = Draft(turn.chat_id, Body(words), Priority.ANSWER, kind, dedupe_key=key)
        outbox.put(turn.db, draft, turn.now)
