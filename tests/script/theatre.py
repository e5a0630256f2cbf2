"""Plays all scenes, each take from the same start as the others of its scene."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import event

from bot.records import encryption, schema
from bot.records.encryption import Keyring
from bot.texts import speaking
from conversations.commands import show_all_commands
from tests.practice import KEY, Cast, Practice, World, settings_for
from tests.script.marks import made_of, marked_language
from tests.script.play import Line, Message, Play, Scene, Start
from tests.script.scenes import ALL
from tests.script.starts import LATER

_BREATH = 1.5  # seconds: longer than Telegram's pace of one message a second in a chat
_ROUNDS = 200


@dataclass(frozen=True)
class Take:
    """One take as it was played."""

    heading: str
    lines: list[Line]

    @property
    def messages(self) -> list[Message]:
        return [line for line in self.lines if isinstance(line, Message)]


@dataclass
class Performance:
    """Everything that was played, and who read which sentences."""

    scenes: list[tuple[Scene, list[Take]]] = field(default_factory=list)
    staff_read: set[str] = field(default_factory=set)

    @property
    def on_the_page(self) -> list[tuple[Scene, list[Take]]]:
        return [(scene, takes) for scene, takes in self.scenes if scene.is_on_the_page]

    @property
    def messages(self) -> list[Message]:
        return [
            each for _scene, takes in self.on_the_page for take in takes for each in take.messages
        ]

    @property
    def clients_read(self) -> set[str]:
        """The sentences in the messages of the page."""
        return made_of("".join(each.whole for each in self.messages))


class Stage(Practice):
    """One program for all takes, because starting one takes longer than playing one."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"sqlite:///{folder / 'stage.sqlite'}")
        event.listen(self.database.engine, "connect", _hurries)
        schema.upgrade(self.database)
        self._folder = folder
        self._starts: dict[Start, tuple[Path, World]] = {}

    def keep(self, start: Start) -> None:
        """Everything as it is now is how takes with this start begin."""
        file = self._folder / f"{start.name}.sqlite"
        with closing(sqlite3.connect(file)) as kept, self._connection() as ours:
            ours.backup(kept)
        self._starts[start] = file, deepcopy((self.hand, self.telegram))

    def begin(self, start: Start) -> Play:
        """A take on the stage as it was at this start."""
        file, world = self._starts[start]
        with closing(sqlite3.connect(file)) as kept, self._connection() as ours:
            kept.backup(ours)
        self._runner.run(self.gateway.close())
        self.hand, self.telegram = deepcopy(world)
        self.settings = settings_for(self.settings.database_url.get_secret_value())
        self.start()
        return Play(Cast.of(self))

    async def _settle(self) -> None:
        """As in every practice, looking only where something can be: people act slowly here."""
        self.hand.let_seconds_pass(_BREATH)
        for _round in range(_ROUNDS):
            if self.telegram.pending:
                await self.app.receive.step(0)
                await self.app.receive.step(0)  # tells Telegram that the first was kept
                await self.app.work.step()
            await self.app.send.step()
            await self.app.send.drain()
            soonest = self._soonest()
            if self.telegram.pending == 0 and (soonest is None or soonest > self.hand.now()):
                return
            await self.app.work.step()
            await self.app.tick.step()
            self.hand.let_seconds_pass(_BREATH)
        raise AssertionError(f"the stage does not come to rest at {self.hand.now()}")

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        raw = self.database.engine.raw_connection()
        try:
            assert isinstance(raw.driver_connection, sqlite3.Connection)
            yield raw.driver_connection
        finally:
            raw.close()


def perform() -> Performance:
    """Play all scenes."""
    encryption.use_keyring(Keyring.parse(KEY))
    performance = Performance()
    with TemporaryDirectory() as name, marked_language(Path(name) / "language"):
        stage = Stage(Path(name))
        _make_starts(stage)
        for scene in ALL:
            takes = [_play(stage, scene, take, performance) for take in scene.takes]
            performance.scenes.append((scene, takes))
        stage.close()
    return performance


def _make_starts(stage: Stage) -> None:
    """The practice as it is at each start, made by playing it."""
    Cast.enter(stage)
    cast = Cast.of(stage)
    cast.connect(*cast.everybody()[:3])
    with speaking("en"), stage.database.transaction() as db:
        show_all_commands(db, stage.hand.now())
    stage.settle()
    stage.keep(Start.INVITED)
    cast.connect(*cast.everybody()[3:])
    play = Play(cast)
    with play.offstage():
        for client in (play.anna, play.ben):
            for label in ("Yes, it's just me", "Just reminders", "That's fine"):
                client.taps(label)
    stage.keep(Start.WELCOMED)
    for start, happens in LATER.items():
        play = stage.begin(Start.WELCOMED)
        with play.offstage():
            happens(play)
        stage.keep(start)


def _play(
    stage: Stage, scene: Scene, take: Callable[[Play], None], performance: Performance
) -> Take:
    assert take.__doc__, f"the take {take.__name__} has a docstring, its heading"
    play = stage.begin(scene.starts)
    take(play)
    assert stage.telegram.violations == [], f"{take.__name__}: {stage.telegram.violations}"
    performance.staff_read |= play.staff_read
    return Take(take.__doc__.splitlines()[0], play.lines)


def _hurries(connection: sqlite3.Connection, _record: object) -> None:
    """Nothing here outlives the process."""
    connection.execute("PRAGMA journal_mode = MEMORY")
    connection.execute("PRAGMA synchronous = OFF")
