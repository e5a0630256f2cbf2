"""Sample practices for the demo's tests, closed after them."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.clock import london
from tests.demo.playing import SamplePractice

Opens = Callable[[str], SamplePractice]


@pytest.fixture
def opens(sqlite_template: Path, tmp_path: Path) -> Iterator[Opens]:
    """Opens a sample practice at a time on the clocks of London; Telegram must have no complaint."""
    opened: list[SamplePractice] = []

    def open_one(at: str) -> SamplePractice:
        file = tmp_path / f"practice-{len(opened)}.sqlite"
        shutil.copy(sqlite_template, file)
        opened.append(SamplePractice(f"sqlite:///{file}", london(at)))
        return opened[-1]

    yield open_one
    for practice in opened:
        assert practice.telegram.violations == []
        practice.close()


@pytest.fixture
def joined(opens: Opens) -> SamplePractice:
    """Monday morning; everybody but Ben has opened their invitation."""
    practice = opens("2026-11-30 10:00")
    practice.joins()
    return practice
