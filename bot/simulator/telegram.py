"""The simulated Telegram as one thing to hold: its people, its bot, every call made."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.simulator.bubbles import Account, Json
from bot.simulator.change import Change
from bot.simulator.chats import Chat
from bot.simulator.exchange import Exchange
from bot.simulator.faults import FaultKind, Faults
from bot.simulator.groups import Group
from bot.simulator.pace import Pace
from bot.simulator.person import Person
from bot.simulator.profile import Profile
from bot.simulator.refusals import Conflict, Refusal, Sentence, bad_request, conflict


@dataclass(frozen=True, kw_only=True)
class Call:
    """One Bot API call and how it went; `fault` is the trouble that was ordered for it."""

    method: str
    params: Json
    at: datetime
    ok: bool
    error_code: int | None = None
    description: str | None = None
    result: Any = None
    fault: FaultKind | None = None


@dataclass
class Poll:
    """A getUpdates call that waits; `ended` is what it is answered with before its time."""

    ended: Refusal | None = None
    hung_up: bool = False


@dataclass(frozen=True, kw_only=True)
class Webhook:
    url: str
    secret_token: str = ""
    max_connections: int = 40


@dataclass
class WebhookTrouble:
    """What getWebhookInfo says about the last failed delivery."""

    at: int
    message: str


@dataclass(kw_only=True)
class Telegram:
    """All state, no input or output. Use it from the thread whose event loop serves the bot.

    `enforce_pace` switches on everything by which Telegram slows a bot down: the limits on sending,
    the pause before a repeated getUpdates is answered, one setWebhook a second.
    """

    now: Callable[[], datetime]
    monotonic: Callable[[], float]
    token: str = "1000000:simulator"  # noqa: S105 - opens nothing but the simulator
    bot_username: str = "simulated_bot"
    bot_name: str = "Simulated bot"
    enforce_pace: bool = False
    first_update_id: int = 734_000_001
    calls: list[Call] = field(default_factory=list, init=False)
    violations: list[str] = field(default_factory=list, init=False)
    poll: Poll | None = field(default=None, init=False)
    webhook: Webhook | None = field(default=None, init=False)
    webhook_trouble: WebhookTrouble | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        bot_id = int(self.token.partition(":")[0])
        self.bot = Account(id=bot_id, name=self.bot_name, is_bot=True, username=self.bot_username)
        self.exchange = Exchange(
            bot=self.bot,
            now=self.now,
            monotonic=self.monotonic,
            first_update_id=self.first_update_id,
        )
        self.faults = Faults(self.change)
        self.pace = Pace(self.monotonic)
        self.profile = Profile(name=self.bot_name)
        self._by_name: dict[str, Person] = {}
        self._chats: dict[int, Chat] = {}

    def person(self, name: str, *, language: str = "en") -> Person:
        """The account of that name; the first time a new one, whose chat is not yet started."""
        if name in self._by_name:
            return self._by_name[name]
        person = Person(self.exchange, name, language=language)
        self._by_name[name] = person
        self._register(person.chat)
        self.change.ring()
        return person

    def _register(self, chat: Chat) -> None:
        self._chats[chat.id] = chat

    def group(self, title: str, members: Sequence[Person]) -> Group:
        return Group(self.exchange, title, members, register=self._register)

    @property
    def people(self) -> list[Person]:
        return list(self._by_name.values())

    def commands_of(self, person: Person) -> list[str]:
        """The commands that the person's telephone offers in the chat with the bot."""
        language = person.account.language or ""
        return [each["command"] for each in self.profile.commands_in(person.id, language)]

    @property
    def change(self) -> Change:
        return self.exchange.change

    @property
    def pending(self) -> int:
        """How many updates the bot has not confirmed yet."""
        return len(self.exchange.updates.pending())

    def calls_of(self, method: str) -> list[Call]:
        return [call for call in self.calls if call.method == method]

    def record(self, call: Call) -> None:
        self.calls.append(call)
        self.change.ring()

    def chat(self, chat_id: int | str) -> Chat:
        """Raise Telegram's refusal if there is none; nobody here has a username to be found by."""
        found = self._chats.get(chat_id) if isinstance(chat_id, int) else None
        if found is None:
            raise bad_request(Sentence.CHAT_NOT_FOUND)
        return found

    def begin_poll(self) -> Poll:
        """The older of two polls is the one that is told of the conflict."""
        self.end_poll(conflict(Conflict.OTHER_POLLER))
        self.poll = Poll()
        self.change.ring()
        return self.poll

    def end_poll(self, refusal: Refusal) -> None:
        if self.poll is not None:
            self.poll.ended = refusal
            self.change.ring()

    def hang_up(self) -> None:
        """Let a waiting poll go home empty-handed, because the server stops."""
        if self.poll is not None:
            self.poll.hung_up = True
            self.change.ring()
