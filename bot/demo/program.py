"""The demo's bot: the real `run` in a process of its own, with a clock that is handed to it.

`python -m bot.demo.program` reads from standard input: first one line of JSON with the settings,
then a line with the clock's offset in seconds, and another whenever it is pushed. When standard
input ends, the demo is gone, and so is the bot.
"""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from pydantic_settings import BaseSettings, PydanticBaseSettingsSource

from bot.app import App
from bot.demo.pushed_clock import PushedClock
from bot.opening import Refusal
from bot.process import run_bot
from bot.records import encryption
from bot.settings import Settings
from bot.simulator.serve import is_loopback


class GivenSettings(Settings):
    """Settings from the given values alone: neither the environment nor a .env file is read."""

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return (init_settings,)


def given_settings(values: dict[str, Any]) -> Settings:
    """Raise Refusal unless the Bot API server is on this machine: a demo never talks to Telegram."""
    settings = GivenSettings.model_validate(values)
    if not is_loopback(urlsplit(settings.telegram_api_url).hostname or ""):
        raise Refusal("The demo talks to the simulated Telegram on this machine only.")
    return settings


def main() -> None:
    with open(sys.stdin.fileno(), "rb", buffering=0, closefd=False) as lines:  # reads no further
        settings = given_settings(json.loads(lines.readline()))
        pushed = PushedClock(timedelta(seconds=float(lines.readline())))
    encryption.use_keyring(settings.keyring())

    async def follow(app: App) -> None:
        async for offset in _offsets():
            pushed.follow(offset)
            app.bells.ring_all()

    run_bot(settings, pushed.clock(), beside=follow)


async def _offsets() -> AsyncIterator[timedelta]:
    reader = asyncio.StreamReader()
    loop = asyncio.get_running_loop()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    async for line in reader:
        yield timedelta(seconds=float(line))


if __name__ == "__main__":
    try:
        main()
    except Refusal as refusal:
        refusal.show()
        sys.exit(refusal.exit_code)
