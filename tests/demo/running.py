"""The demo as a process of its own, and what a test asks of it over HTTP."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

Json = dict[str, Any]

WITHIN_SECONDS = 30.0
_LOOKS_EVERY_SECONDS = 0.05


def eventually(holds: Callable[[], bool]) -> None:
    """Return once it holds; fail if it doesn't in time."""
    until = time.monotonic() + WITHIN_SECONDS
    while not holds():
        assert time.monotonic() < until, "it did not come"
        time.sleep(_LOOKS_EVERY_SECONDS)


class RunningDemo:
    """`between-sessions demo` in a folder of its own. `said` is what it printed so far."""

    def __init__(self, folder: Path, *options: str, **environment: str) -> None:
        self.temporary = folder / "tmp"
        self.temporary.mkdir(parents=True)
        self._output = folder / "output"
        with self._output.open("w") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "bot", "demo", *options],
                cwd=folder,
                env={**os.environ, "TMPDIR": str(self.temporary), **environment},
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        try:
            eventually(lambda: "Ready." in self.said or self.process.poll() is not None)
            assert "Ready." in self.said, self.said
        except AssertionError:
            self.process.kill()
            raise
        found = re.search(r"http://127\.0\.0\.1:\d+", self.said)
        assert found is not None, self.said
        self.address = found[0]
        self.web = httpx.Client(base_url=self.address, timeout=WITHIN_SECONDS)

    @property
    def said(self) -> str:
        return self._output.read_text("utf-8")

    def does(self, path: str, **body: Any) -> Json:
        """What a button of the page does; gives the answer, also if it is a refusal's sentence."""
        answer = self.web.post(path, json=body)
        assert answer.status_code in (200, 400), answer.text
        given: Json = answer.json()
        return given

    @property
    def state(self) -> Json:
        """The first «state» that a page is told."""
        with self.web.stream("GET", "/demo/events") as events:
            lines = events.iter_lines()
            next(line for line in lines if line == "event: state")
            state: Json = json.loads(next(lines).removeprefix("data: "))
            return state

    def person(self, name: str) -> "Phone":
        people = self.web.get("/simulator/state").json()["people"]
        return Phone(self, next(each["id"] for each in people if each["name"] == name))

    def ends(self, number: int = signal.SIGINT) -> int:
        self.web.close()
        self.process.send_signal(number)
        return self.process.wait(WITHIN_SECONDS)

    def close(self) -> None:
        self.web.close()
        if self.process.poll() is None:
            self.ends()


class Phone:
    def __init__(self, demo: RunningDemo, person_id: int) -> None:
        self._demo = demo
        self.id = person_id

    def does(self, what: str, **body: Any) -> Json:
        return self._demo.does(f"/simulator/people/{self.id}/{what}", **body)

    @property
    def texts(self) -> list[str]:
        screen = self._demo.web.get(f"/simulator/people/{self.id}/screen").json()
        return [bubble["text"] for bubble in screen]

    def sees(self, words: str) -> None:
        eventually(lambda: any(words in each for each in self.texts))


@contextmanager
def running_demo(folder: Path, *options: str, **environment: str) -> Iterator[RunningDemo]:
    """A demo that opens no browser, unless BROWSER names one."""
    quiet = () if "BROWSER" in environment else ("--no-browser",)
    demo = RunningDemo(folder, *quiet, *options, **environment)
    try:
        yield demo
    finally:
        demo.close()


def bot_of(demo: RunningDemo) -> int:
    """The process of the demo's bot."""
    found = subprocess.run(
        ["pgrep", "-P", str(demo.process.pid), "-f", "bot.demo.program"],
        capture_output=True,
        text=True,
        check=False,
    )
    return int(found.stdout.split()[0])


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    return not state.exists() or ") Z " not in state.read_text("utf-8")
