"""A group: several people and, while it is a member, the bot."""

from collections.abc import Callable, Sequence

from bot.simulator.bubbles import Bubble, Json, Media
from bot.simulator.chats import Access, Chat
from bot.simulator.exchange import Exchange
from bot.simulator.person import Person
from bot.simulator.telephone import Telephone


class Group:
    """The first member makes the group and adds the bot."""

    def __init__(
        self,
        exchange: Exchange,
        title: str,
        members: Sequence[Person],
        *,
        register: Callable[[Chat], None],
    ) -> None:
        assert members, "a group has at least one person"
        self._exchange = exchange
        self._register = register
        self.title = title
        self.members = list(members)
        number = exchange.next_group_number()
        self._use({"id": -number, "type": "group", "all_members_are_administrators": True})
        self.adds_bot(self.members[0])

    @property
    def id(self) -> int:
        return self.chat.id

    def telephone_of(self, person: Person) -> Telephone:
        """This group as `person` sees it."""
        assert person.id in self._views, f"{person.name} is not in {self.title}"
        return self._views[person.id]

    def types(self, person: Person, text: str, *, reply_to: Bubble | None = None) -> Bubble:
        return self.telephone_of(person).types(text, reply_to=reply_to)

    def taps(self, person: Person, label: str) -> None:
        self.telephone_of(person).taps(label)

    def sees(self, text: str) -> Bubble:
        return self._views[self.members[0].id].sees(text)

    @property
    def screen(self) -> list[Bubble]:
        return list(self.chat.bubbles.values())

    def adds_bot(self, by: Person) -> None:
        assert self.chat.access is not Access.OPEN, "the bot is in the group already"
        before = "kicked" if self.chat.access is Access.KICKED else "left"
        self.chat.access = Access.OPEN
        self.chat.tell_membership(by.account, before, "member")
        self._tell(by, Media("new_chat_members", [self._exchange.bot.json()]))

    def removes_bot(self, by: Person) -> None:
        assert self.chat.access is Access.OPEN, "the bot is not in the group"
        self.chat.access = Access.KICKED
        self.chat.tell_membership(by.account, "member", "kicked")

    def becomes_supergroup(self, by: Person) -> None:
        """It gets another id; who writes to the old one is told the new one."""
        old = self.chat
        number = self._exchange.next_group_number()
        new_id = -1_000_000_000_000 - number
        self._tell(by, Media("migrate_to_chat_id", new_id))
        old.migrated_to = new_id
        self._use({"id": new_id, "type": "supergroup"})
        self.chat.access = Access.OPEN
        self._tell(by, Media("migrate_from_chat_id", old.id))

    def _use(self, shape: Json) -> None:
        accounts = [each.account for each in self.members]
        shape = shape | {"title": self.title}
        self.chat = Chat(self._exchange, shape=shape, access=Access.LEFT, people=accounts)
        self._views = {each.id: Telephone(self._exchange, self.chat, each) for each in accounts}
        self._register(self.chat)

    def _tell(self, by: Person, event: Media) -> None:
        message = self.chat.message(self.chat.post(by.account, "", media=event))
        self._exchange.updates.add("message", message, queue=f"chat {self.id}")
