"""Plays all scenes, each take from the same start as the others of its scene."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.records import encryption, schema
from bot.records.database import Database
from bot.records.encryption import Keyring
from bot.texts import speaking
from conversations.commands import show_all_commands
from tests.practice import KEY, Cast, Practice
from tests.script.lines import Line, Message
from tests.script.marks import made_of, marked_language
from tests.script.play import Play, Scene, Start
from tests.script.scenes import ALL
from tests.script.starts import LATER
from tests.snapshots import Snapshot, url_of


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


class Stage:
    """Where takes are played, one after the other."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "stage.sqlite"
        self._starts: dict[Start, Snapshot] = {}

    def open(self) -> Practice:
        """A practice of which nothing is known yet."""
        database = Database(url_of(self._file))
        schema.upgrade(database)
        database.close()
        return Practice(url_of(self._file))

    def keep(self, start: Start, practice: Practice) -> None:
        """Everything as it is now is how takes with this start begin."""
        self._starts[start] = Snapshot.of(practice)

    @contextmanager
    def begin(self, start: Start) -> Iterator[Play]:
        """A take on the stage as it was at this start."""
        with closing(self._starts[start].begin(self._file)) as practice:
            yield Play(Cast.of(practice))


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
    return performance


def _make_starts(stage: Stage) -> None:
    """The practice as it is at each start, made by playing it."""
    with closing(stage.open()) as practice:
        Cast.enter(practice)
        cast = Cast.of(practice)
        cast.connect(*cast.everybody()[:3])
        with speaking("en"), practice.database.transaction() as db:
            show_all_commands(db, practice.hand.now())
        practice.settle()
        stage.keep(Start.INVITED, practice)
        cast.connect(*cast.everybody()[3:])
        play = Play(cast)
        with play.offstage():
            for client in (play.anna, play.ben):
                for label in ("Yes, it's just me", "Just reminders", "That's fine"):
                    client.taps(label)
        stage.keep(Start.WELCOMED, practice)
    for start, happens in LATER.items():
        with stage.begin(Start.WELCOMED) as play:
            with play.offstage():
                happens(play)
            stage.keep(start, play.practice)


def _play(
    stage: Stage, scene: Scene, take: Callable[[Play], None], performance: Performance
) -> Take:
    assert take.__doc__, f"the take {take.__name__} has a docstring, its heading"
    with stage.begin(scene.starts) as play:
        take(play)
    violations = play.practice.telegram.violations
    assert violations == [], f"{take.__name__}: {violations}"
    performance.staff_read |= play.staff_read
    return Take(take.__doc__.splitlines()[0], play.lines)
