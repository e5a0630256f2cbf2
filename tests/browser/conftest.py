"""Chromium, a fresh page in it, axe-core and a folder for screenshots."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser import accessibility
from tests.browser.chromium import LOOKS, Look, fresh_page, launch, needs

# Beside the rest of the suite, on a machine with few cores, the program's answer can take long.
expect.set_options(timeout=20_000)


# Not for the session: while playwright runs, no other test of its process can asyncio.run().
@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright, launch(playwright) as browser:
        yield browser


@pytest.fixture
def look() -> Look:
    """Wide and light, unless the test is marked `in_every_look`."""
    return LOOKS[0]


@pytest.fixture
def complaints() -> list[str]:
    """What the page has complained of so far. A test that expects some takes them out again."""
    return []


@pytest.fixture
def page(chromium: Browser, look: Look, complaints: list[str]) -> Iterator[Page]:
    """A fresh page; whatever it complains of fails the test (`fresh_page`)."""
    with fresh_page(chromium, look, complaints) as page:
        yield page


@pytest.fixture
def axe() -> Callable[[Page], list[str]]:
    """`assert axe(page) == []`: one line for each element that breaks a rule (`violations`)."""
    needs(accessibility.AXE.is_file(), accessibility.WANTED)
    return accessibility.violations


@pytest.fixture(scope="session")
def screenshots(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that SCREENSHOTS names, or one of pytest's own."""
    named = os.environ.get("SCREENSHOTS")
    folder = Path(named) if named else tmp_path_factory.mktemp("screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    return folder
