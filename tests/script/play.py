"""The stage: people act, the real program answers, and what clients get is written down in order."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import Enum
from typing import Any

from babel.dates import format_datetime

from bot.records import people
from bot.records.people import Person, Role
from bot.simulator.bubbles import Bubble
from bot.simulator.person import Person as Account
from bot.simulator.telephone import Telephone
from tests.clock import MELBOURNE, melbourne
from tests.practice import Cast, Practice, settings_for
from tests.script.lines import Direction, Line, Message
from tests.script.marks import made_of, plain


class Start(Enum):
    """Where a take begins."""

    INVITED = "Anna and Ben have been given their links"
    WELCOMED = "Anna and Ben have been through the welcome and want reminders"
    SENT = "Anna has told Maria that something isn't right, and Maria has the alert"
    TAKEN = "Maria has taken it on"
    REMINDED = "it is Wednesday evening, Anna has just got her note, and she comes on Tuesday"
    ASKED = "it is Tuesday afternoon, Anna was there in the morning, and has just been asked"


@dataclass(frozen=True)
class Scene:
    """One heading of the page and its takes, each from the same start."""

    title: str
    takes: tuple[Callable[["Play"], None], ...]
    starts: Start = Start.WELCOMED
    is_on_the_page: bool = True


@dataclass
class Play:
    """One take. Staff's acts are stage directions; what staff read is only remembered."""

    cast: Cast
    lines: list[Line] = field(default_factory=list)
    staff_read: set[str] = field(default_factory=set)
    is_offstage: bool = False

    def __post_init__(self) -> None:
        self.practice: Practice = self.cast.practice
        self.actors: list[Actor] = []
        self.anna, self.ben = (self._actor(each) for each in (self.cast.anna, self.cast.ben))
        self.maria, self.okafor, self.lindqvist = (
            self._actor(each, is_staff=True)
            for each in (self.cast.maria, self.cast.okafor, self.cast.lindqvist)
        )
        with self.offstage():
            self.collect(None)

    def _actor(self, someone: Any, *, is_staff: bool = False) -> "Actor":
        return self._enters(Actor(self, someone.account, someone.account.name, is_staff=is_staff))

    def _enters(self, actor: "Actor") -> "Actor":
        self.actors.append(actor)
        return actor

    # --- who else comes on

    def somebody(self, name: str) -> "Actor":
        """Somebody with Telegram whom the practice doesn't know, or a known client's other one."""
        return self._actor(self.practice.account(name))

    def client(self, name: str) -> "Actor":
        """One more client of Dr Okafor, who has just opened the invitation, offstage."""
        row = self.practice.add_client(name, self.cast.okafor_row)
        return self._joins(self._actor(self.practice.account(name.split()[0])), row)

    def hire(self, name: str, *roles: Role) -> "Actor":
        """One more member of staff, connected, offstage."""
        row = self.practice.add_staff(name, *roles)
        return self._joins(self._actor(self.practice.account(name), is_staff=True), row)

    def _joins(self, actor: "Actor", row: Person) -> "Actor":
        with self.offstage():
            actor.opens_invitation_of(row)
        return actor

    def group(self, title: str, member: "Actor") -> "Actor":
        """A group to which this client adds the bot."""
        group = self.practice.telegram.group(title, [member.person])
        return self._enters(Actor(self, group.telephone_of(member.person), member.name))

    # --- what happens

    def note(self, text: str) -> None:
        """A stage direction."""
        if not self.is_offstage:
            self.lines.append(Direction(f"*{text}*"))

    def book(self, when: str, *, client: Person | None = None, **fields: Any) -> int:
        """Book a session («2026-12-08 11:00»), Anna's if nobody else's; its id."""
        return self.practice.book(client or self.cast.anna_row, melbourne(when), **fields)

    def wait_until(self, when: str) -> None:
        """Let time pass; what comes meanwhile comes by itself."""
        self.practice.wait_until(melbourne(when))
        self.collect(None)

    def wait(self, **span: float) -> None:
        self.practice.wait(**span)
        self.collect(None)

    def loses(self, person: Person) -> None:
        """From now on Telegram brings this person nothing, and the program knows it."""
        with self.practice.database.transaction() as db:
            people.get(db, person.id).unreachable_at = self.practice.hand.now()

    def restart(self, **settings: Any) -> None:
        """Start the program with other settings, as another practice would have them."""
        url = self.practice.settings.database_url.get_secret_value()
        self.practice.settings = settings_for(url, **settings)
        self.practice.start()

    @contextmanager
    def offstage(self) -> Iterator[None]:
        """Within this block nothing is written down."""
        before, self.is_offstage = self.is_offstage, True
        try:
            yield
        finally:
            self.is_offstage = before

    # --- writing down

    def collect(self, actor: "Actor | None") -> None:
        """Write down what arrived since the last look; first what came to who acted."""
        for each in sorted(self.actors, key=lambda each: each is not actor):
            menu = each.new_menu()
            for popup in each.new_popups():
                self.shows(each, popup, is_popup=True)
            for bubble in each.unread():
                self._heard(each, _message(each, bubble, menu, is_by_itself=each is not actor))
                menu = ()

    def _heard(self, actor: "Actor", message: Message) -> None:
        if actor.is_staff:
            self.staff_read |= made_of(message.whole)
        elif not self.is_offstage:
            self.lines.append(message)

    def shows(self, actor: "Actor", text: str, *, is_popup: bool = False) -> None:
        """Write down what can be read and is no message."""
        now = self.practice.hand.now()
        shown = Message(actor.name, text, (), (), now, False, False, False, is_popup=is_popup)
        self._heard(actor, shown)


def _message(
    actor: "Actor", heard: Bubble, menu: tuple[str, ...], *, is_by_itself: bool
) -> Message:
    return Message(
        to=actor.name,
        text=heard.text,
        labels=tuple(heard.labels),
        menu=menu,
        at=datetime.fromtimestamp(heard.edit_date or heard.date, UTC),
        is_by_itself=is_by_itself,
        is_silent=heard.silent,
        is_changed=heard.edited,
    )


def moment(at: datetime) -> str:
    """«Tuesday 8 December, 11:00 am»"""
    said = format_datetime(at, "EEEE d MMMM, h:mm a", tzinfo=MELBOURNE, locale="en_AU")
    return said.replace("\u202f", " ")


class Actor:
    """A person on the stage. After each act the program does all that it can do at once."""

    def __init__(
        self, play: Play, account: Telephone, name: str, *, is_staff: bool = False
    ) -> None:
        self.play = play
        self.account = account
        self.name = name
        self.is_staff = is_staff
        self._menu = tuple(account.keyboard)

    def taps(self, label: str, *, under: str = "") -> None:
        """Tap a button of the newest message that has it (and these words), or of the menu."""
        self._does(f"taps «{label}»", lambda: self._presses(label, under))

    def taps_in_vain(self, label: str) -> None:
        """While the program is away: nothing follows, and what becomes of the tap is Telegram's."""
        self._presses(label, "")

    def types(self, text: str) -> None:
        self._does(f"writes «{text}»", lambda: self.account.types(text))

    def replies(self, text: str, *, to: str) -> None:
        """A Telegram reply to the newest message with these words."""
        found = [each for each in self.account.screen if each.by_bot and to in plain(each.text)]
        self._does(
            f"replies to «{to} …»: «{text}»",
            lambda: self.account.types(text, reply_to=found[-1]),
        )

    def does(self, what: str, act: Callable[[], object]) -> None:
        """Anything else, in words for the page: `does("sends a photo", anna.person.sends_photo)`."""
        self._does(what, act)

    def opens_invitation_of(self, person: Person) -> None:
        code = self.play.practice.invite(person)
        self._does("opens the link and taps Start", lambda: self.account.types(f"/start {code}"))

    def opens_commands(self) -> None:
        """What Telegram lists beside the field where she types."""
        profile = self.play.practice.telegram.profile
        listed = profile.commands_in(self.person.id, "")
        self._does("opens the list of commands", lambda: None)
        lines = [f"- /{each['command']}: {each['description']}" for each in listed]
        self.play.shows(self, "\n".join(lines))

    def presses_data(self, what: str, data: str) -> None:
        """A button that the take can't get at by its label: an old one, or one made up."""
        self._does(what, lambda: self.account.presses_data(data))

    @property
    def person(self) -> Account:
        """The account, for all that only a person can do: send a photo, block the bot."""
        assert isinstance(self.account, Account), f"{self.name} is looked at in a group here"
        return self.account

    def unread(self) -> list[Bubble]:
        """What arrived, or changed in more than its buttons, since the last look."""
        return [each for each in self.account.unread() if each.edited or not each.revision]

    def new_popups(self) -> list[str]:
        """The texts that popped up after taps since the last look."""
        popups = [toast.text for toast in self.account.toasts if toast.text]
        self.account.toasts.clear()
        return popups

    def new_menu(self) -> tuple[str, ...]:
        """The menu below the chat, if it changed since the last look."""
        menu = tuple(self.account.keyboard)
        before, self._menu = self._menu, menu
        return menu if menu != before else ()

    def _does(self, what: str, act: Callable[[], object]) -> None:
        if not self.play.is_offstage:
            line = f"*{self.name} {what}.*" if self.is_staff else f"→ **{self.name}** {what}"
            self.play.lines.append(Direction(line))
        act()
        self.play.practice.settle()
        self.play.collect(self)

    def _presses(self, label: str, under: str) -> None:
        for bubble in reversed(self.account.screen):
            for marked in bubble.labels:
                if plain(marked) == label and under in plain(bubble.text):
                    self.account.taps(marked, bubble=bubble)
                    return
        known = [plain(key) for key in self.account.keyboard]
        assert label in known, f"{self.name} sees no button [{label}]: {self._labels()} {known}"
        self.account.types(label)

    def _labels(self) -> list[str]:
        return [plain(label) for bubble in self.account.screen for label in bubble.labels]
