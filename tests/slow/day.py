"""The crash test of the day: after every act, and at what falls due, the program is killed."""

import random
import re
import subprocess
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from bot.clock import Clock
from tests.slow.counting import Figures
from tests.slow.crash_harness import ANSWER_SECONDS
from tests.slow.databases import next_due_at
from tests.slow.day_bot import DayBot
from tests.slow.day_script import (
    CLIENTS,
    MANAGERS,
    PSYCHOLOGIST,
    SENT,
    Client,
    steps_of_case,
    steps_of_client,
    steps_of_psychologist,
)
from tests.slow.stream import Act, Step
from tests.slow.telegram_process import (
    TelegramProcess,
    killed_in_the_end,
    stop_in_peace,
    telegram_process,
    wait_until,
)

LONGEST_WAIT = timedelta(seconds=150)  # for what falls due and moves somebody on
STORING_SECONDS, WORKING_SECONDS = 0.03, 0.5  # until the program is killed
REST_SECONDS = 1.0
_NUMBER = re.compile(r"C-(\d+)")


@dataclass
class Actor:
    """Somebody with a telephone, and what they still have to do, in this order."""

    person_id: int
    steps: deque[Step] = field(default_factory=deque)
    needs: tuple[str, ...] = ()  # what they must have been shown to go on


class Day:
    """Everybody acts in rounds, one step each, and in each round the program falls on them."""

    def __init__(self, bot: DayBot, telegram: TelegramProcess, chance: random.Random) -> None:
        accounts = bot.prepare(telegram)
        self.acts: list[Act] = []
        self.kills = 0
        self._bot, self._telegram, self._chance = bot, telegram, chance
        self._next_update_id = max(telegram.fetched()) + 1
        self._since = telegram.wait_until_at_rest()
        self._clients = {
            each: Actor(accounts[each.name], deque(steps_of_client(each))) for each in CLIENTS
        }
        self._managers = {name: Actor(accounts[name]) for name in MANAGERS}
        self._psychologist = Actor(accounts[PSYCHOLOGIST], deque(steps_of_psychologist()))
        self._accounts = accounts
        self.numbers: dict[Client, int] = {}  # of their cases
        self._began = 0  # calls to Telegram before this life of the program

    def play(self) -> None:
        """Until nobody has anything left to do; then the program ends in peace."""
        while not self.is_over:
            with self._life() as program:
                self._catch_up()
                self._let_act()
                self._fall_upon(program)
            if self.kills % 5 == 0:  # once more, while it catches up
                with self._life() as program:
                    self._fall_upon(program)
        with self._life() as program:
            self._catch_up()
            time.sleep(REST_SECONDS)
            self._catch_up()
            stop_in_peace(program)

    @property
    def is_over(self) -> bool:
        return bool(self.numbers) and not any(each.steps for each in self._everybody)

    @property
    def _everybody(self) -> tuple[Actor, ...]:
        return (*self._clients.values(), *self._managers.values(), self._psychologist)

    # --- the program

    @contextmanager
    def _life(self) -> Iterator["subprocess.Popen[bytes]"]:
        """The program runs, and has asked for updates or is about to."""
        self._began = len(self._telegram.calls())
        with killed_in_the_end(self._bot.start(self._telegram)) as program:
            wait_until(
                lambda: program.poll() is not None or self._telegram.has_started(self._began),
                "the bot has started",
                seconds=60,
                every=0.02,
            )
            yield program

    def _catch_up(self) -> None:
        wait_until(lambda: self._bot.is_idle(self._telegram), "all is done", seconds=60, every=0.1)

    def _fall_upon(self, program: "subprocess.Popen[bytes]") -> None:
        """SIGKILL, every third time while what was just handed over is being stored."""
        longest = STORING_SECONDS if self.kills % 3 == 0 else WORKING_SECONDS
        time.sleep(self._chance.uniform(0.0, longest))
        assert program.poll() is None, f"the bot ended by itself: {self._bot.faults()[:3]}"
        killed = len(self._telegram.calls())
        program.kill()
        program.wait()
        self.kills += 1
        self._bot.note_kill(self._telegram, self._began, killed)

    # --- the people

    def _let_act(self) -> None:
        """Each who can do their next step does it; if nobody can, something has to fall due."""
        self._open_cases()
        acting = self._who_can_act()
        for each in acting:
            self._act(each)
        if not acting:
            self._wait_until_something_is_due()

    def _who_can_act(self) -> list[Actor]:
        return [each for each in self._everybody if self._can_act(each)]

    def _can_act(self, actor: Actor) -> bool:
        if not actor.steps:
            return False
        step, shown = actor.steps[0], self._shown(actor.person_id)
        if step.once is not None:
            whose, words = step.once
            if not any(words in text for text in self._shown(self._accounts[whose])):
                return False
        has_read = all(any(each in text for text in shown) for each in (*actor.needs, *step.after))
        return has_read and (
            not step.data or self._telegram.has_button(actor.person_id, step.words, step.data)
        )

    def _act(self, actor: Actor) -> None:
        step = actor.steps.popleft()
        if step.is_tap:
            self._telegram.taps(actor.person_id, step.words, data=step.data)
        else:
            self._telegram.types(actor.person_id, step.words)
        self.acts.append(Act(self._next_update_id, actor.person_id, step))
        self._next_update_id += 1
        actor.needs = (step.answer,)

    def _open_cases(self) -> None:
        """Once all have sent theirs it is known which case is whose."""
        shown = {client: self._shown(actor.person_id) for client, actor in self._clients.items()}
        sent = {
            client: next((text for text in texts if SENT in text), "")
            for client, texts in shown.items()
        }
        if self.numbers or not all(sent.values()):
            return
        for client, text in sent.items():
            found = _NUMBER.search(text)
            assert found is not None, f"no number of a case in «{text}»"
            self.numbers[client] = int(found.group(1))
        for name, manager in self._managers.items():
            scripts = [
                steps_of_case(each, number)
                for each, number in self.numbers.items()
                if each.manager == name
            ]
            for part in (0, 1):  # first answer all, then read what the clients wrote back
                manager.steps.extend(step for script in scripts for step in script[part])

    def _wait_until_something_is_due(self) -> None:
        wait_until(lambda: self._seconds_left() is not None, self._stuck(), every=0.2)
        time.sleep(self._seconds_left() or 0.0)

    def _seconds_left(self) -> float | None:
        """Until the next message or check-in is due; 0 if somebody can act by now."""
        if self._who_can_act():
            return 0.0
        due_at = next_due_at(self._bot.url)
        if due_at is None or due_at - Clock().now() > LONGEST_WAIT:
            return None
        return max((due_at - Clock().now()).total_seconds(), 0.0)

    def _stuck(self) -> str:
        acting = [each for each in self._everybody if each.steps]
        waiting = [(*each.needs, *each.steps[0].after, each.steps[0].once) for each in acting]
        return f"somebody can go on; they wait for {waiting}; {self._bot.faults()[:3]}"

    def _shown(self, person_id: int) -> list[str]:
        return self._telegram.shown(person_id, self._since)


def crash_day(bot: DayBot, seed: int, folder: Path) -> Figures:
    """1. Connect everybody. 2. Let them act, killing the program in each round. 3. Count."""
    with telegram_process(folder) as telegram:
        day = Day(bot, telegram, random.Random(seed))
        telegram.slow_down(ANSWER_SECONDS)
        day.play()
        assert telegram.violations == []
        return bot.count(telegram, day.acts, day.numbers, day.kills)
