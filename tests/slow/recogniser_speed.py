"""What recognising costs, from the command line: time for each text, memory, and the start.

`python -m tests.slow.recogniser_speed` runs `between-sessions triage` and `between-sessions run` in fresh processes
that may use one core, with the model and without it.
"""

import json
import os
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import click

from tests.practice import KEY, TOKEN
from tests.slow.telegram_process import (
    PROGRAM,
    TelegramProcess,
    killed_in_the_end,
    stop_in_peace,
    telegram_process,
    wait_until,
)
from training.material import TEST_FOLDER, read

_KILOBYTE, _MEGABYTE = 2**10, 2**20


@dataclass(frozen=True)
class Start:
    """Of one start of the program: seconds to its first answer, megabytes once texts were answered."""

    seconds: float
    memory: float


def latencies(texts: list[str], model: str) -> list[float]:
    """Milliseconds from each line in to its line out, in order of size."""
    with subprocess.Popen(
        ["taskset", "-c", "0", str(PROGRAM), "triage"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "TRIAGE_MODEL": model},
    ) as process:
        assert process.stdin is not None and process.stdout is not None, "both were asked for"
        found = []
        for text in ["to warm up", *texts]:
            began = time.perf_counter()
            process.stdin.write(json.dumps({"text": text}).encode() + b"\n")
            process.stdin.flush()
            assert process.stdout.readline(), "the program has ended"
            found.append((time.perf_counter() - began) * 1000)
        process.stdin.close()
    return sorted(found[1:])


def start(telegram: TelegramProcess, folder: Path, texts: list[str], model: str) -> Start:
    """Start the program on a fresh database while somebody has written already."""
    person, database = telegram.add_person("Nobody knows me"), f"{model}-{time.monotonic_ns()}"
    telegram.types(person, "/start")
    settings = {
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": telegram.address,
        "DATABASE_URL": f"sqlite:///{folder}/{database}.sqlite",
        "ENCRYPTION_KEYS": KEY,
        "HTTP_PORT": "0",
        "TRIAGE_MODEL": model,
    }
    began = time.monotonic()
    with (
        (folder / "run.log").open("ab") as log,
        killed_in_the_end(
            subprocess.Popen(
                ["taskset", "-c", "0", str(PROGRAM), "run"],
                env={**os.environ, **settings},
                stdout=log,
                stderr=log,
                cwd=folder,
            )
        ) as program,
    ):
        wait_until(lambda: bool(telegram.replies(person)), "it answers", every=0.02)
        seconds = time.monotonic() - began
        for text in texts:
            heard = len(telegram.replies(person))
            telegram.types(person, text)
            wait_until(
                lambda so_far=heard: len(telegram.replies(person)) > so_far,  # type: ignore[misc]
                "it answers",
                every=0.02,
            )
        memory = _memory_of(program.pid)
        stop_in_peace(program)
    return Start(seconds, memory)


def _memory_of(pid: int) -> float:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    [resident] = [line.split()[1] for line in lines if line.startswith("VmRSS:")]
    return int(resident) * _KILOBYTE / _MEGABYTE


@click.command()
@click.option("--starts", default=5, show_default=True, help="With the model, and as many without.")
def main(starts: int) -> None:
    """Print the figures; nothing is judged here."""
    texts = [each.text for each in read(TEST_FOLDER)]
    print(f"load {os.getloadavg()[0]:.1f}")
    for model in ("on", "off"):
        taken = latencies(texts, model)
        print(
            f"model {model}: {len(taken)} texts on one core, p50 {median(taken):.1f} ms, "
            f"p99 {taken[int(0.99 * len(taken))]:.1f} ms, max {taken[-1]:.1f} ms"
        )
    longest = latencies([("and then " * 460 + "i said so")[:4096] for _time in range(50)], "on")
    print(f"4,096 characters: p50 {median(longest):.0f} ms, max {longest[-1]:.0f} ms")
    with tempfile.TemporaryDirectory() as name, telegram_process(Path(name)) as telegram:
        every: dict[str, list[Start]] = {"on": [], "off": []}
        for _number in range(starts):
            for model, found in every.items():
                found.append(start(telegram, Path(name), texts[:100], model))
    for model, found in every.items():
        seconds, memory = [each.seconds for each in found], [each.memory for each in found]
        print(
            f"model {model}: first answer after {median(seconds):.2f} s "
            f"({min(seconds):.2f} to {max(seconds):.2f}), then {median(memory):.0f} MB"
        )


if __name__ == "__main__":
    main()
