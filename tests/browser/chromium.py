"""Chromium for tests: found, started, and watched for whatever a page complains of."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
WANTED = "Browser tests need Chromium: install it (Debian: apt install chromium)."
# No name is looked up and no other address reached, by pages or by Chromium itself.
ONLY_HERE = "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"
# With an emulated GPU about one screenshot in a hundred fails: «Unable to capture screenshot».
NO_GPU = "--disable-gpu"


@dataclass(frozen=True)
class Look:
    """How the page is looked at."""

    width: int
    height: int
    theme: Literal["light", "dark"]

    @property
    def on_a_phone(self) -> bool:
        return self.width < 600

    def __str__(self) -> str:
        return f"{self.width}-{self.theme}"


LOOKS = (
    Look(1280, 800, "light"),
    Look(1280, 800, "dark"),
    Look(390, 844, "light"),
    Look(390, 844, "dark"),
)
in_every_look = pytest.mark.parametrize("look", LOOKS, ids=str)


def needs(found: object, wanted: str) -> None:
    """A test that lacks what it needs is skipped, but fails in CI, where it must run."""
    if not found and os.environ.get("CI"):
        pytest.fail(wanted, pytrace=False)
    if not found:
        pytest.skip(wanted)


def launch(playwright: Playwright) -> Browser:
    found = next(filter(None, map(shutil.which, NAMES)), None)
    needs(found, WANTED)
    return playwright.chromium.launch(executable_path=found, args=[ONLY_HERE, NO_GPU])


@contextmanager
def fresh_page(browser: Browser, look: Look, complaints: list[str]) -> Iterator[Page]:
    """A page that remembers nothing from before; nothing may be left in `complaints` at its end.

    Complaints are errors on the console, errors that nobody caught and requests to anywhere but
    127.0.0.1, which are refused besides.
    """
    context = browser.new_context(
        viewport={"width": look.width, "height": look.height},
        color_scheme=look.theme,
        is_mobile=look.on_a_phone,
        has_touch=look.on_a_phone,
    )
    context.on("console", lambda said: complaints.extend(_error(said.type, said.text)))
    context.on("weberror", lambda thrown: complaints.append(f"uncaught: {thrown.error}"))
    context.on("request", lambda request: complaints.extend(_elsewhere(request.url)))
    try:
        yield context.new_page()
        for page in context.pages:  # what the last tap set off may yet complain
            page.evaluate("new Promise(done => setTimeout(done))")
    finally:
        context.close()
    assert not complaints, "the page complained:\n" + "\n".join(complaints)


def _error(kind: str, text: str) -> list[str]:
    return [f"console: {text}"] if kind in ("error", "assert") else []


def _elsewhere(url: str) -> list[str]:
    here = urlsplit(url).hostname == "127.0.0.1" or url.startswith(("blob:", "data:"))
    return [] if here else [f"request to another host: {url}"]
