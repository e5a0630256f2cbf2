"""How the bot shows in a list of chats: its name, its picture, what it says before the first word."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from importlib import resources

import telegram
from telegram.error import TelegramError
from telegram.request import HTTPXRequest

NEUTRAL_NAME = "Appointments"


@dataclass(frozen=True)
class Looks:
    name: str
    short_description: str  # beside the picture, and where somebody passes the bot on
    description: str  # in the empty chat, before «Start»


async def dress(token: str, api_url: str, looks: Looks) -> list[str]:
    """Give the bot these looks and a plain picture; what Telegram didn't take, in words."""
    picture = resources.files("bot").joinpath("plain.jpg").read_bytes()
    async with _bot(token, api_url) as bot:
        acts: dict[str, Callable[[], Awaitable[bool]]] = {
            "name": lambda: bot.set_my_name(looks.name),
            "about": lambda: bot.set_my_short_description(looks.short_description),
            "description": lambda: bot.set_my_description(looks.description),
            "picture": lambda: bot.set_my_profile_photo(telegram.InputProfilePhotoStatic(picture)),
        }
        return [what for what, act in acts.items() if not await _is_done(act)]


async def _is_done(act: Callable[[], Awaitable[bool]]) -> bool:
    try:
        return await act()
    except TelegramError:  # a name may be changed a few times a day only, and asks for patience
        return False


@asynccontextmanager
async def _bot(token: str, api_url: str) -> AsyncIterator[telegram.Bot]:
    request = HTTPXRequest()
    try:
        yield telegram.Bot(token, base_url=f"{api_url}/bot", request=request)
    finally:
        await request.shutdown()
