"""One account's view of one chat: what the screen shows, what typing and tapping sends."""

from bot.simulator.bubbles import Account, Bubble, Button, Json, Media
from bot.simulator.chats import Access, Chat
from bot.simulator.entities import found_in
from bot.simulator.exchange import Exchange, Tap, Toast
from bot.simulator.lock_screen import Line, line_about
from bot.simulator.screen import draw, labels_on, newest_with, newest_with_button
from bot.simulator.updates import CALLBACK_KEPT

LONGEST_MESSAGE = 4096
LONGEST_CAPTION = 1024

Place = tuple[int, int]


class Telephone:
    """A step that a telephone would not let its owner take raises AssertionError."""

    def __init__(self, exchange: Exchange, chat: Chat, account: Account) -> None:
        self._exchange = exchange
        self.chat = chat
        self.account = account
        self.toasts: list[Toast] = []
        self.opened_links: list[str] = []
        self._forgotten_up_to = 0
        self._read: dict[int, int] = {}
        self._last_used_at = float("-inf")

    @property
    def name(self) -> str:
        return self.account.name

    def types(self, text: str, *, reply_to: Bubble | None = None) -> Bubble:
        """Also commands and /start codes. What is too long for one message is sent as several."""
        text = text.strip()
        assert text, f"{self.name} cannot send an empty message"
        bubble = self._writes(text[:LONGEST_MESSAGE], reply_to=reply_to)
        rest = text[LONGEST_MESSAGE:].strip()
        return self.types(rest) if rest else bubble

    def edits(self, bubble: Bubble, text: str) -> Bubble:
        """Change an own message; the bot gets an edited_message."""
        old = self._now(bubble)
        assert old is not None, f"{self.name} no longer has this message"
        assert old.sender == self.account, f"{self.name} can change only what {self.name} wrote"
        self._must_be_able_to_write()
        text = text.strip()
        longest = LONGEST_MESSAGE if old.media is None else LONGEST_CAPTION
        assert text or old.media is not None, f"{self.name} cannot send an empty message"
        assert len(text) <= longest, f"Telegram has room for {longest} characters here, no more"
        self._use()
        edited = self.chat.edit(old, text=text, entities=found_in(text))
        self._tell_bot("edited_message", edited)
        return edited

    def deletes(self, bubble: Bubble) -> None:
        """On both sides. A bot is not told."""
        assert self._now(bubble) is not None, f"{self.name} no longer has this message"
        self._use()
        self.chat.remove(bubble.message_id)

    def opens(self) -> None:
        """Take it up and read what came. The bot is not told."""
        self._use()
        self._exchange.change.ring()

    def taps(
        self, label: str, *, bubble: Bubble | None = None, place: Place | None = None
    ) -> str | None:
        """Press it in the newest bubble that has it (or in `bubble`), else on the keyboard.

        `place` is row and column, from 0, of the button that is meant where several have that
        label. What is returned is the address that the button leads to, if it leads anywhere.
        """
        found = newest_with_button(self.screen, label) if bubble is None else self._now(bubble)
        button = None if found is None else found.button(label, place)
        if found is not None and button is not None:
            return self._presses(found, button)
        if bubble is None and label in self.keyboard:
            self._presses_key(label)
            return None
        visible = labels_on(self.screen) + self.keyboard
        raise AssertionError(
            f"{self.name} sees no button «{label}»\nThere are: {visible}\n{self._drawn()}"
        )

    def shares_contact(self, phone_number: str) -> Bubble:
        owner = self.account
        contact = {"phone_number": phone_number, "first_name": owner.name, "user_id": owner.id}
        return self._writes("", media=Media("contact", contact))

    @property
    def screen(self) -> list[Bubble]:
        bubbles = self.chat.bubbles.values()
        return [each for each in bubbles if each.message_id > self._forgotten_up_to]

    @property
    def keyboard(self) -> list[str]:
        """The labels of the keyboard below the chat."""
        return [label for row in self.keyboard_rows for label in row]

    @property
    def keyboard_rows(self) -> list[list[str]]:
        rows = (self.chat.keyboard or {}).get("keyboard", [])
        return [[key if isinstance(key, str) else key["text"] for key in row] for row in rows]

    @property
    def lock_screen(self) -> Line | None:
        """What a telephone that its owner put away a minute ago says of the bot's messages."""
        newest_first = reversed(self.chat.bubbles.values())
        return line_about(newest_first, last_used_at=self._last_used_at)

    @property
    def spinning(self) -> list[Tap]:
        """The pressed buttons that still spin, oldest first."""
        return self._exchange.spinning_taps(self.account.id)

    @property
    def unanswered_taps(self) -> list[str]:
        """The labels of buttons that still spin because the bot has not answered the tap."""
        taps = self._exchange.taps.values()
        answered = self._exchange.answered_taps
        mine = [tap for tap in taps if tap.person_id == self.account.id]
        return [tap.label for tap in mine if tap.id not in answered]

    def sees(self, text: str) -> Bubble:
        """The newest bubble of the bot that contains `text`."""
        found = newest_with(self.screen, text)
        if found is None:
            raise AssertionError(f"{self.name} does not see «{text}»\n{self._drawn()}")
        return found

    def sees_nothing_of(self, text: str) -> None:
        if newest_with(self.screen, text) is not None:
            raise AssertionError(f"{self.name} should not see «{text}»\n{self._drawn()}")

    def unread(self) -> list[Bubble]:
        """The bubbles of the bot that arrived or changed since this was last asked."""
        by_bot = [each for each in self.screen if each.by_bot]
        news = [each for each in by_bot if self._read.get(each.message_id) != each.revision]
        self._read = {each.message_id: each.revision for each in by_bot}
        return news

    def _writes(
        self, text: str, *, reply_to: Bubble | None = None, media: Media | None = None
    ) -> Bubble:
        self._must_be_able_to_write()
        assert media is None or len(text) <= LONGEST_CAPTION, (
            f"Telegram has room for {LONGEST_CAPTION} characters under a picture or document"
        )
        self._use()
        if self.chat.access is Access.NEVER_STARTED:
            self.chat.access = Access.OPEN
        replied_to = None if reply_to is None else reply_to.message_id
        bubble = self.chat.post(self.account, text, reply_to=replied_to, media=media)
        self._tell_bot("message", bubble)
        return bubble

    def _must_be_able_to_write(self) -> None:
        access = self.chat.access
        assert access is not Access.BLOCKED, (
            f"{self.name} has blocked the bot and must unblock it first"
        )
        assert access is not Access.DEACTIVATED, f"{self.name} has no Telegram account any more"

    def _use(self) -> None:
        self._last_used_at = self._exchange.now().timestamp()

    def _now(self, bubble: Bubble) -> Bubble | None:
        return next((each for each in self.screen if each.message_id == bubble.message_id), None)

    def _presses(self, bubble: Bubble, button: Button) -> str | None:
        if button.url is None:
            self._must_be_able_to_write()
            self._sends_callback(bubble, button)
        else:
            self.opened_links.append(button.url)
            self.opens()
        return button.url

    def presses_data(self, data: str) -> None:
        """Send button data of one's own making, as a hostile client program can."""
        newest = [each for each in self.screen if each.by_bot][-1]
        self._sends_callback(newest, Button("", data))

    def _sends_callback(self, bubble: Bubble, button: Button) -> None:
        assert button.data is not None, (
            f"A simulated telephone can't do what the button «{button.label}» is for"
        )
        self._use()
        owner = self.account
        tap = self._exchange.open_tap(
            person_id=owner.id, bubble=bubble, label=button.label, show=self.toasts.append
        )
        body = {
            "id": tap.id,
            "from": owner.json(),
            "message": self.chat.message(bubble),
            "chat_instance": str(-7_000_000_000_000_000 - abs(self.chat.id)),
            "data": button.data,
        }
        queue = f"callbacks of {owner.id}"
        self._exchange.updates.add("callback_query", body, queue=queue, kept=CALLBACK_KEPT)

    def _presses_key(self, label: str) -> None:
        markup = self.chat.keyboard or {}
        keys = [key for row in markup["keyboard"] for key in row if not isinstance(key, str)]
        key: Json = next((each for each in keys if each["text"] == label), {})
        if markup.get("one_time_keyboard"):
            self.chat.keyboard = None
        if key.get("request_contact"):
            self.shares_contact("+15550100")
        else:
            self.types(label)

    def _tell_bot(self, kind: str, bubble: Bubble) -> None:
        if self.chat.is_heard_by_bot(bubble):
            queue = f"chat {self.chat.id}"
            self._exchange.updates.add(kind, self.chat.message(bubble), queue=queue)

    def _drawn(self) -> str:
        return draw(self.name, self.screen, self.keyboard)
