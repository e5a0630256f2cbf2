"""The simulated Telegram in a process of its own, and the people in it, moved over HTTP."""

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from tests.practice import TOKEN

PROGRAM = Path(sys.executable).with_name("between-sessions")
STOP_SECONDS = 15.0
_AT_REST_SECONDS = 0.2


def wait_until(
    condition: Callable[[], bool], what: str, *, seconds: float = 30.0, every: float = 0.5
) -> None:
    """Look again and again until it is so; AssertionError with `what` after `seconds`.

    Looking costs time that the bot would need: often only where the moment matters.
    """
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"waited {seconds:.0f} s in vain until {what}"
        time.sleep(every)


@contextmanager
def killed_in_the_end(
    program: "subprocess.Popen[bytes]",
) -> Iterator["subprocess.Popen[bytes]"]:
    """However the block ends, SIGKILL ends the program, if it still runs."""
    try:
        yield program
    finally:
        program.kill()
        program.wait()


def stop_in_peace(program: "subprocess.Popen[bytes]") -> None:
    program.terminate()
    assert program.wait(timeout=STOP_SECONDS) == 0, "the bot was asked to stop and failed"


class TelegramProcess:
    """Used from one thread; `another` is for a second one."""

    def __init__(self, address: str) -> None:
        self.address = address
        self._http = httpx.Client(base_url=f"{address}/simulator", timeout=30)

    def another(self) -> "TelegramProcess":
        return TelegramProcess(self.address)

    def close(self) -> None:
        self._http.close()

    def slow_down(self, seconds: float) -> None:
        """Every answer comes so much later than it was carried out; polls are not slowed."""
        fault = {"kind": "slow", "seconds": seconds, "times": 1_000_000}
        self._ask("POST", "/faults", json=fault)

    # --- people

    def add_person(self, name: str) -> int:
        return int(self._ask("POST", "/people", json={"name": name})["id"])

    def types(self, person_id: int, text: str) -> None:
        self._ask("POST", f"/people/{person_id}/type", json={"text": text})

    def taps(self, person_id: int, label: str, *, data: str = "") -> None:
        """On the newest message with this button; with `data`, whose button's data ends so."""
        bubble = {"message_id": self._bubbles_with(person_id, label, data)[-1]} if data else {}
        self._ask("POST", f"/people/{person_id}/tap", json={"label": label, **bubble})

    def has_button(self, person_id: int, label: str, data: str) -> bool:
        return bool(self._bubbles_with(person_id, label, data))

    def replies(self, person_id: int) -> list[str]:
        """What the bot wrote to this person, as it stands on the screen."""
        return [bubble["text"] for bubble in self._screen(person_id) if bubble["by_bot"]]

    def shown(self, person_id: int, since: int = 0) -> list[str]:
        """All that ever stood on this screen, also what was changed or taken away later."""
        return [
            call["params"].get("text") or call["params"]["caption"]
            for call in self.calls(since)
            if call["method"] in ("sendMessage", "sendPhoto", "editMessageText")
            and call["ok"]
            and int(call["params"]["chat_id"]) == person_id
        ]

    def _screen(self, person_id: int) -> list[dict[str, Any]]:
        return list(self._ask("GET", f"/people/{person_id}/screen"))

    def _bubbles_with(self, person_id: int, label: str, data: str) -> list[int]:
        return [
            bubble["message_id"]
            for bubble in self._screen(person_id)
            for row in bubble["buttons"]
            for each in row
            if each["label"] == label and each["data"].endswith(data)
        ]

    # --- what the bot did

    def fetched(self, since: int = 0, until: int | None = None) -> set[int]:
        """The numbers of the updates that polls among these calls were answered with."""
        return {
            int(update["update_id"])
            for call in self.calls(since)[: None if until is None else until - since]
            if call["method"] == "getUpdates" and call["ok"]
            for update in call["result"]
        }

    @property
    def pending(self) -> int:
        return int(self._ask("GET", "/state")["pending"])

    @property
    def violations(self) -> list[str]:
        return list(self._ask("GET", "/state")["violations"])

    def calls(self, since: int = 0) -> list[dict[str, Any]]:
        return list(self._ask("GET", f"/calls?since={since}")["calls"])

    def wait_until_at_rest(self) -> int:
        """The number of calls, once the requests of a dead program have all been carried out."""
        count = -1
        while (now := len(self.calls())) != count:
            count = now
            time.sleep(_AT_REST_SECONDS)
        return count

    def has_started(self, since: int) -> bool:
        """Whether a program that was started after `since` calls is about to ask for updates.

        A poll that nobody answers yet is not among the calls; what comes before it is.
        """
        return any(call["method"] == "deleteWebhook" and call["ok"] for call in self.calls(since))

    def has_begun_polling(self, since: int) -> bool:
        """Whether a program that was started after `since` calls has got updates.

        Every start takes the webhook down first; what an earlier program's poll is answered, which
        nobody hears, comes before that.
        """
        methods = [call["method"] for call in self.calls(since) if call["ok"]]
        if "deleteWebhook" not in methods:
            return False
        return "getUpdates" in methods[methods.index("deleteWebhook") :]

    def _ask(self, method: str, path: str, **content: Any) -> Any:
        answer = self._http.request(method, path, **content)
        assert answer.status_code == 200, answer.text
        return answer.json()


@contextmanager
def telegram_process(folder: Path, *, enforce_pace: bool = False) -> Iterator[TelegramProcess]:
    """`between-sessions simulator` on a free port of this machine, until the block ends."""
    arguments = ["simulator", "--port", str(_free_port()), "--token", TOKEN]
    arguments += ["--enforce-pace"] if enforce_pace else []
    with (
        (folder / "simulator.log").open("w") as log,
        subprocess.Popen(
            [PROGRAM, *arguments], stdout=subprocess.PIPE, stderr=log, text=True, cwd=folder
        ) as process,
    ):
        assert process.stdout is not None, "it was asked for"
        announced = process.stdout.readline()
        assert "http://127.0.0.1:" in announced, (folder / "simulator.log").read_text()
        telegram = TelegramProcess(announced.split()[-1])
        try:
            yield telegram
        finally:
            telegram.close()
            process.kill()


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
