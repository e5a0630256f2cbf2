"""The watch on the page can bark: what it is there to find, planted, is found."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from tests.browser.chromium import LOOKS, Look, fresh_page, in_every_look, needs
from tests.browser.serving import address_of, listening, served

PAGE = """<!doctype html><html lang="en"><head><title>Tuesday</title><link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
</head><body><main><h1>Tuesday</h1><p>Nothing to do.</p></main></body></html>"""
PLANTED = """document.querySelector("main").innerHTML +=
'<img src="data:," id="nameless"><p id="pale" style="background: #fff; color: #bbb">Pale</p>'"""

SOCKET = "new Promise(end => { new WebSocket('ws://example.org/spilt').onerror = () => end() })"


async def tuesday(request: Request) -> HTMLResponse:
    return HTMLResponse(PAGE)


@pytest.fixture
def address() -> Iterator[str]:
    with listening() as bound, served(Starlette(routes=[Route("/", tuesday)]), bound):
        yield f"{address_of(bound)}/"


def test_axe_finds_what_is_planted_and_nothing_else(
    page: Page, address: str, axe: Callable[[Page], list[str]]
) -> None:
    page.goto(address)
    assert axe(page) == []
    page.evaluate(PLANTED)
    contrast, image = sorted(axe(page))
    assert contrast.startswith("color-contrast at #pale: Fix any")
    assert image.startswith("image-alt at #nameless: Fix any")


@pytest.mark.parametrize(
    ("done", "complaint"),
    [
        ("console.error('spilt')", "console: spilt"),
        ("console.assert(false, 'spilt')", "console: spilt"),
        ("setTimeout(() => { throw new Error('spilt') }); 0", "uncaught: .*spilt"),
        ("Promise.reject(new Error('spilt')); 0", "uncaught: .*spilt"),
        ("fetch('/nowhere')", "console: .*404"),
        ("fetch('http://example.org/spilt').catch(String)", "another host: .*/spilt"),
        (SOCKET, "console: .*/spilt"),
    ],
)
def test_what_goes_wrong_on_a_page_fails_its_test(
    chromium: Browser, address: str, done: str, complaint: str
) -> None:
    watched = fresh_page(chromium, LOOKS[0], [])
    page = watched.__enter__()
    page.goto(address)
    page.evaluate(done)
    with pytest.raises(AssertionError, match=complaint):
        watched.__exit__(None, None, None)


def test_a_test_may_expect_a_complaint(page: Page, address: str, complaints: list[str]) -> None:
    page.goto(address)
    page.evaluate("console.error('spilt')")
    assert complaints.pop() == "console: spilt"


def test_another_host_is_not_reached_though_it_would_answer(
    page: Page, address: str, complaints: list[str]
) -> None:
    page.goto(address)
    other = address.replace("127.0.0.1", "localhost")
    reach = "url => fetch(url, {mode: 'no-cors'}).then(() => 'reached', () => 'refused')"
    assert page.evaluate(reach, address) == "reached"
    assert page.evaluate(reach, other) == "refused"
    assert f"request to another host: {other}" in complaints
    complaints.clear()


@in_every_look
def test_a_page_is_seen_in_every_size_and_theme(
    page: Page, address: str, look: Look, screenshots: Path
) -> None:
    page.goto(address)
    assert page.evaluate("[innerWidth, innerHeight]") == [look.width, look.height]
    assert page.evaluate(
        "theme => matchMedia(`(prefers-color-scheme: ${theme})`).matches", look.theme
    )
    page.screenshot(path=screenshots / f"tooling-{look}.png")
    assert (screenshots / f"tooling-{look}.png").stat().st_size


def test_what_is_missing_skips_a_test_but_fails_it_in_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="Get one"):
        needs(None, "Get one.")
    monkeypatch.delenv("CI")
    with pytest.raises(pytest.skip.Exception, match="Get one"):
        needs(None, "Get one.")
