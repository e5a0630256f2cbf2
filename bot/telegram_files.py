"""Files on their way: what goes along with a message, and a document of a chat that is brought here."""

from typing import Any

import telegram
from telegram.helpers import create_deep_linked_url

from bot.calendars import FILE_NAME as CALENDAR_NAME
from bot.calendars import CalendarFile, calendar_file
from bot.charts import WeeksOfCases, draw_weeks
from bot.drawing import in_a_thread
from bot.qr_codes import hand_out, qr_png
from bot.records.outbox import Body, FileKind
from bot.trend_charts import Trend, draw_trend

_HAND_OUT_NAME = "invitation.html"


class Files:
    """One bot's files. Whatever fails raises the library's error."""

    def __init__(self, bot: telegram.Bot) -> None:
        self._bot = bot
        self._username = ""

    async def start_link(self, code: str) -> str:
        """The link that opens the bot with this code."""
        if not self._username:
            self._username = (await self._bot.get_me()).username or ""
        return create_deep_linked_url(self._username, code)

    async def send(self, chat_id: int, body: Body, text: str, **options: Any) -> int:
        """Send the file of this body with its text under it; the message's id."""
        assert body.file is not None, "the caller has looked"
        link = await self.start_link(body.start_code) if body.start_code else ""
        match FileKind(body.file["kind"]):
            case FileKind.PHOTO:
                photo: Any = body.file["id"]
                # Covered: a locked telephone, or whoever looks on, doesn't see what is in it.
                message = await self._bot.send_photo(
                    chat_id, photo, text or None, has_spoiler=True, **options
                )
            case FileKind.QR:
                message = await self._bot.send_photo(chat_id, qr_png(link), text or None, **options)
            case FileKind.CHART:
                weeks = WeeksOfCases.of_file(body.file)
                picture = await in_a_thread(lambda: draw_weeks(weeks))
                message = await self._bot.send_photo(
                    chat_id, picture, text or None, has_spoiler=True, **options
                )
            case FileKind.TREND:
                trend = Trend.of_file(body.file)
                picture = await in_a_thread(lambda: draw_trend(trend))
                message = await self._bot.send_photo(
                    chat_id, picture, text or None, has_spoiler=True, **options
                )
            case FileKind.DOCUMENT:
                document = body.file["id"]
                message = await self._bot.send_document(chat_id, document, text or None, **options)
            case FileKind.CALENDAR:
                times = calendar_file(CalendarFile.of_file(body.file))
                named = telegram.InputFile(times, CALENDAR_NAME)
                message = await self._bot.send_document(chat_id, named, text or None, **options)
            case FileKind.HAND_OUT:
                page = telegram.InputFile(hand_out(body.file, link), _HAND_OUT_NAME)
                message = await self._bot.send_document(chat_id, page, text or None, **options)
        return message.message_id

    async def fetch(self, file_id: str) -> bytes:
        """A document's contents. Telegram gives none over 20 MB."""
        file = await self._bot.get_file(file_id)
        return bytes(await file.download_as_bytearray())
