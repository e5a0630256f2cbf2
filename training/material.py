"""The material: what invented people write, one file a voice, one message a line under its labels."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from bot.rules.triage.danger import DangerKind
from bot.rules.triage.topics import Label

FOLDER = Path(__file__).parent / "material"
TEST_FOLDER = Path(__file__).parent / "test_voices"
CRISIS = "crisis"
LABELS = (CRISIS, *(each.value for each in Label))
_TIERS = ("high", "possible")
_KINDS = {kind.value.replace(" ", "-"): kind for kind in DangerKind}
_ONE_VOICE_IN = 10  # of the training voices, kept aside to choose thresholds on


@dataclass(frozen=True)
class Message:
    """One line. `also` are further labels that are true of it."""

    text: str
    voice: str
    label: str
    also: tuple[str, ...] = ()
    tier: str = ""  # of a crisis
    kind: DangerKind | None = None  # of a crisis, where it is told
    is_trap: bool = False  # words or a tone like danger, and none is there

    @property
    def labels(self) -> frozenset[str]:
        return frozenset((self.label, *self.also))

    @property
    def is_danger(self) -> bool:
        return CRISIS in self.labels


def read(folder: Path) -> list[Message]:
    """Every message of every voice in a folder, in a fixed order. ValueError names file and line."""
    return [each for path in sorted(folder.rglob("*.txt")) for each in _voice(path)]


def split(messages: Sequence[Message]) -> tuple[list[Message], list[Message]]:
    """Those to learn from and those to choose thresholds on: whole voices, by a hash of their name."""
    aside = [each for each in messages if _is_aside(each.voice)]
    return [each for each in messages if not _is_aside(each.voice)], aside


def _is_aside(voice: str) -> bool:
    return sha256(voice.encode()).digest()[0] % _ONE_VOICE_IN == 0


def _voice(path: Path) -> Iterator[Message]:
    lines = path.read_text("utf-8").splitlines()
    if not lines or not lines[0].startswith("# voice: "):
        raise ValueError(f"{path.name} doesn't begin with «# voice: » and who writes")
    heading: Message | None = None
    for number, line in enumerate(lines[1:], start=2):
        said = line.strip()
        if not said or said.startswith("# "):
            continue
        if said.startswith("[") and said.endswith("]"):
            heading = _heading(said[1:-1], path.stem, f"{path.name}, line {number}")
            continue
        if heading is None:
            raise ValueError(f"{path.name}, line {number}: no heading yet")
        yield Message(
            said, path.stem, heading.label, heading.also, heading.tier, heading.kind,
            heading.is_trap,
        )  # fmt: skip


def _heading(said: str, voice: str, where: str) -> Message:
    """«crisis high from-others +homework»: label, marks, further labels."""
    label, *marks = said.split()
    also = tuple(mark[1:] for mark in marks if mark.startswith("+") and mark != "+trap")
    own = {mark.lstrip("+") for mark in marks if mark[1:] not in also or not mark.startswith("+")}
    if not {label, *also} <= set(LABELS):
        raise ValueError(f"{where}: «{said}» has a label that isn't one")
    if not own <= {*_TIERS, *_KINDS, "trap", "near"}:
        raise ValueError(f"{where}: «{said}» has a mark that isn't one")
    tier = next((each for each in _TIERS if each in own), "")
    if (CRISIS in (label, *also)) != bool(tier):
        raise ValueError(f"{where}: «{said}» wants a tier if it is a crisis, and only then")
    kind = next((_KINDS[each] for each in own if each in _KINDS), None)
    return Message("", voice, label, also, tier, kind, "trap" in own)
