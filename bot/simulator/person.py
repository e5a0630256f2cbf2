"""A person with a telephone and a private chat with the bot."""

import re
from urllib.parse import parse_qs, urlsplit

from bot.simulator import files
from bot.simulator.bubbles import Account, Bubble
from bot.simulator.chats import Access, Chat
from bot.simulator.exchange import Exchange
from bot.simulator.telephone import Telephone

START_CODE = re.compile(r"[A-Za-z0-9_-]{0,64}")
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c63f80f0001010100b138f6140000000049454e44ae426082"
)


class Person(Telephone):
    """The bot cannot write to somebody who never wrote to it."""

    def __init__(self, exchange: Exchange, name: str, *, language: str) -> None:
        account = Account(id=exchange.next_person_id(), name=name, language=language)
        shape = {"id": account.id, "first_name": name, "type": "private"}
        chat = Chat(exchange, shape=shape, access=Access.NEVER_STARTED, people=[account])
        super().__init__(exchange, chat, account)

    @property
    def id(self) -> int:
        return self.account.id

    def follows(self, link: str) -> Bubble:
        """Open the bot by its link and press Start."""
        link = link.strip()
        try:
            address = urlsplit(link if "://" in link else f"https://{link}")
        except ValueError as error:
            raise AssertionError(f"{link} is not an address") from error
        username = address.path.strip("/")
        assert address.hostname in ("t.me", "telegram.me"), f"{link} does not lead into Telegram"
        assert username.lower() == (self._exchange.bot.username or "").lower(), (
            f"{link} leads to @{username}, not to this bot"
        )
        code = parse_qs(address.query).get("start", [""])[0]
        assert START_CODE.fullmatch(code), (
            f"Telegram does not pass on the code of {link}: it takes 64 characters at most, "
            "letters without accents, digits, _ and -"
        )
        return self.types(f"/start {code}")

    def sends_photo(self, *, caption: str = "", data: bytes = PIXEL) -> Bubble:
        mime_type = files.picture_type(data)
        assert mime_type is not None and files.picture_size(data) is not None, (
            "Only a PNG or a JPEG can be sent as a photo here; send anything else as a document"
        )
        name = f"photo.{mime_type.removeprefix('image/')}"
        file = self._exchange.files.keep("photo", data, name=name, mime_type=mime_type)
        return self._writes(caption, media=files.photo(file))

    def sends_voice(self, *, seconds: int = 5, caption: str = "") -> Bubble:
        file = self._exchange.files.keep("voice", b"OggS", name="voice.oga", mime_type="audio/ogg")
        return self._writes(caption, media=files.voice(file, seconds))

    def sends_document(
        self, data: bytes, name: str, caption: str = "", *, mime_type: str = "text/plain"
    ) -> Bubble:
        file = self._exchange.files.keep("document", data, name=name, mime_type=mime_type)
        return self._writes(caption, media=files.document(file))

    def sends_sticker(self, emoji: str = "👍") -> Bubble:
        file = self._exchange.files.keep("sticker", b"RIFF", name="s.webp", mime_type="image/webp")
        return self._writes("", media=files.sticker(file, emoji))

    def blocks_bot(self) -> None:
        assert self.chat.access is Access.OPEN, (
            f"{self.name} has no open chat with the bot that could be blocked"
        )
        self._use()
        self.chat.access = Access.BLOCKED
        self.chat.tell_membership(self.account, "member", "kicked")

    def unblocks_bot(self) -> None:
        assert self.chat.access is Access.BLOCKED, f"{self.name} has not blocked the bot"
        self._use()
        self.chat.access = Access.OPEN
        self.chat.tell_membership(self.account, "kicked", "member")

    def deletes_account(self) -> None:
        """The bot is not told; it finds out when it writes."""
        self.chat.access = Access.DEACTIVATED
        self._exchange.change.ring()

    def forgets(self) -> None:
        """Delete the chat on this side without blocking: the bot is not told and may write on."""
        self._use()
        self._forgotten_up_to = max(self.chat.bubbles, default=0)
        self.chat.keyboard = None
        self._exchange.change.ring()
