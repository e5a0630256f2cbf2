"""The simulator as a server of its own, on a real port."""

import asyncio
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import httpx
import pytest

from bot.simulator.serve import serve
from bot.simulator.telegram import Telegram

ALONE = """
import time
from datetime import UTC, datetime, timedelta
from bot.simulator.serve import serve
from bot.simulator.telegram import Telegram

started = datetime(2026, 3, 3, tzinfo=UTC)
telegram = Telegram(
    now=lambda: started + timedelta(seconds=time.monotonic()), monotonic=time.monotonic
)
serve(telegram, port=0, announce=lambda sentence: print(sentence, flush=True))
print("stopped", flush=True)
"""


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1", "example.org"])
def test_other_machines_are_kept_out(telegram: Telegram, host: str) -> None:
    with pytest.raises(ValueError, match="from this machine only"):
        serve(telegram, host=host, port=0, announce=lambda sentence: None)


@dataclass(frozen=True)
class Alone:
    address: str
    process: "subprocess.Popen[str]"

    @property
    def bot_api(self) -> str:
        return f"{self.address}/bot1000000:simulator"


@pytest.fixture
def alone() -> Iterator[Alone]:
    """The simulator in a process of its own."""
    with subprocess.Popen(
        [sys.executable, "-c", ALONE], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        assert said.startswith("The simulated Telegram answers at http://127.0.0.1:")
        yield Alone(said.split()[-1], process)
        process.kill()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_stops_when_told_and_a_poll_does_not_keep_it(
    alone: Alone, number: signal.Signals
) -> None:
    async def story() -> None:
        async with httpx.AsyncClient(timeout=60) as client:
            assert (await client.get(f"{alone.bot_api}/getMe")).json()["ok"]
            count = (await client.get(f"{alone.address}/simulator/state")).json()["count"]
            poll = asyncio.create_task(client.get(f"{alone.bot_api}/getUpdates?timeout=50"))
            await client.get(f"{alone.address}/simulator/change?since={count}&seconds=50")
            alone.process.send_signal(number)
            assert (await poll).json() == {"ok": True, "result": []}

    asyncio.run(story())
    assert alone.process.wait(timeout=10) == 0
    assert alone.process.stdout is not None
    assert alone.process.stderr is not None
    assert alone.process.stdout.read() == "stopped\n"
    assert alone.process.stderr.read() == ""


def test_a_lost_answer_breaks_a_real_connection(alone: Alone) -> None:
    with httpx.Client() as client:
        anna = client.post(f"{alone.address}/simulator/people", json={"name": "Anna"}).json()
        person = f"{alone.address}/simulator/people/{anna['id']}"
        client.post(f"{person}/type", json={"text": "/start"})
        for kind in ("drop_before", "drop_after"):
            client.post(f"{alone.address}/simulator/faults", json={"kind": kind})
            params = {"chat_id": str(anna["id"]), "text": kind}
            with pytest.raises(httpx.RemoteProtocolError):
                client.post(f"{alone.bot_api}/sendMessage", data=params)
        screen = client.get(f"{person}/screen").json()
    assert [bubble["text"] for bubble in screen] == ["/start", "drop_after"]
