"""The demo as a newcomer starts it: it answers, keeps to itself, loses nothing, leaves nothing."""

import os
import signal
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from bot.demo.program import given_settings
from bot.demo.sample import SETTINGS
from bot.opening import Refusal
from tests.demo.running import RunningDemo, bot_of, eventually, is_alive, running_demo
from tests.practice import KEY, TOKEN

# What a practice's own folder and environment may hold; none of it may reach the demo.
REAL = {
    "TELEGRAM_BOT_TOKEN": "7000000001:AAreal",
    "TELEGRAM_API_URL": "https://api.telegram.org",
    "QUIET_HOURS": "what can't be read would stop the start",
}


def free_port() -> int:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        port: int = bound.getsockname()[1]
        return port


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningDemo]:
    folder = tmp_path_factory.mktemp("demo")
    (folder / ".env").write_text("".join(f"{name}={value}\n" for name, value in REAL.items()))
    with running_demo(folder, "--port", str(free_port()), **REAL) as demo:
        yield demo


@pytest.fixture
def fresh(demo: RunningDemo) -> RunningDemo:
    assert demo.does("/demo/fresh") == {}
    return demo


def test_the_page_and_the_first_messages_say_demo(demo: RunningDemo) -> None:
    page = demo.web.get("/")
    assert page.status_code == 200
    assert '<h1>Between Sessions <span class="mark">demo</span></h1>' in page.text
    for name in ("Anna", "Dr Okafor", "Dr Patel", "Maria", "Dr Lindqvist"):
        first = next(text for text in demo.person(name).texts if not text.startswith("/start"))
        assert "Riverside (demo)" in first


def test_it_reads_neither_the_environment_nor_env(demo: RunningDemo) -> None:
    assert "Ready." in demo.said
    assert demo.state["bot"] == "running"


def test_it_refuses_any_other_telegram() -> None:
    values = {
        **SETTINGS,
        "telegram_bot_token": TOKEN,
        "encryption_keys": KEY,
        "telegram_api_url": "https://api.telegram.org",
    }
    with pytest.raises(Refusal, match="on this machine only"):
        given_settings(values)
    assert given_settings({**values, "telegram_api_url": "http://127.0.0.1:8400"})


def test_another_site_in_the_same_browser_is_kept_out(demo: RunningDemo) -> None:
    before = demo.state["kills"]
    for headers in ({"Origin": "http://elsewhere.example"}, {"Origin": "null"}):
        assert httpx.post(f"{demo.address}/demo/kill", headers=headers).status_code == 403
    assert httpx.get(demo.address, headers={"Host": "elsewhere.example"}).status_code == 400
    for site, status in (("cross-site", 403), ("same-site", 403), ("same-origin", 200)):
        answer = httpx.get(f"{demo.address}/simulator/state", headers={"Sec-Fetch-Site": site})
        assert answer.status_code == status
    assert demo.state["kills"] == before
    assert httpx.get(demo.address, headers={"Origin": demo.address}).status_code == 200


@pytest.mark.parametrize("hours", [0, -1, 1000, True, "1", None, 0.5])
def test_the_clock_never_goes_back(demo: RunningDemo, hours: object) -> None:
    before = demo.state["offset"]
    assert "never back" in demo.does("/demo/push", hours=hours)["error"]
    assert demo.state["offset"] == before


def test_what_is_not_there_is_said(demo: RunningDemo) -> None:
    assert demo.does("/demo/tour/seventh") == {"error": "The tour has no such step."}


def test_the_clock_goes_on_and_back_to_now_is_a_fresh_practice(fresh: RunningDemo) -> None:
    fresh.does("/demo/push", hours=3)
    assert 3 * 3600 <= fresh.state["offset"] < 3 * 3600 + 5
    assert fresh.does("/demo/next") == {}
    anna = fresh.person("Anna")
    while not any("Tomorrow, " in text for text in anna.texts):
        assert fresh.does("/demo/next") == {}
    assert fresh.state["offset"] > 3600 * 3
    fresh.does("/demo/fresh")
    assert fresh.state["offset"] == 0
    assert not any("Tomorrow, " in text for text in fresh.person("Anna").texts)


def test_a_kill_in_the_middle_of_a_check_in_and_of_a_concern_loses_nothing(
    fresh: RunningDemo,
) -> None:
    anna = fresh.person("Anna")
    while not any("Four short questions about today." in text for text in anna.texts):
        assert fresh.does("/demo/next") == {}
    anna.does("tap", label="Start")
    anna.sees("1 of 4.")
    anna.does("tap", label="4")
    fresh.does("/demo/kill")
    anna.does("type", text="7")
    anna.sees("3 of 4.")
    for answer in ("6", "3"):
        anna.does("type", text=answer)
    anna.sees("Would you like to do something about it?")
    anna.does("tap", label="Tell somebody else at the practice")
    anna.sees("Who should hear it?")
    anna.does("tap", label="Maria Santos, practice manager")
    anna.sees("Tap a sentence that fits")
    anna.does("type", text="she looks at the clock")
    fresh.does("/demo/kill")
    anna.does("type", text="and then i stop talking")
    anna.sees("Got both. Anything more?")
    anna.does("tap", label="That's all")
    anna.sees("This is what Maria will get:")
    preview = anna.texts[-1]
    assert "she looks at the clock" in preview
    assert "and then i stop talking" in preview
    assert fresh.state["kills"] == 2


def test_what_is_written_while_telegram_is_down_arrives_later(fresh: RunningDemo) -> None:
    anna = fresh.person("Anna")
    fresh.does("/simulator/down", down=True)
    anna.does("tap", label="My times")
    assert anna.texts[-1] == "My times"
    fresh.does("/simulator/down", down=False)
    anna.sees("Your next time")


def test_what_waits_for_the_bot_holds_the_clock(fresh: RunningDemo) -> None:
    """What falls due while Telegram is down is a message sooner or later, and that one waits."""
    fresh.does("/simulator/down", down=True)
    answers = (fresh.does("/demo/next") for _push in range(20))
    refusal = next(answer for answer in answers if answer)
    assert "let the bot come back" in refusal["error"]
    before = fresh.state["offset"]
    assert fresh.does("/demo/next") == refusal
    assert fresh.state["offset"] == before


def test_back_to_now_in_the_middle_of_a_push_and_of_a_step(fresh: RunningDemo) -> None:
    fresh.does("/simulator/slow", seconds=2)
    open_page = fresh.web.stream("GET", "/demo/events")
    with open_page, ThreadPoolExecutor() as visitors:
        pushing = [visitors.submit(fresh.does, "/demo/next") for _each in range(3)]
        assert fresh.does("/demo/tour/remind") == {}
        for _time in range(2):
            assert fresh.does("/demo/fresh") == {}
        assert all(each.result().keys() <= {"error"} for each in pushing)
    assert fresh.state["ready"] is True
    assert fresh.state["offset"] == 0


def test_a_bot_that_dies_of_itself_is_started_again_and_at_last_given_up(
    fresh: RunningDemo,
) -> None:
    for _death in range(3):
        eventually(lambda: fresh.state["bot"] == "running")
        os.kill(bot_of(fresh), signal.SIGKILL)
        eventually(lambda: fresh.state["bot"] != "running")
    eventually(lambda: fresh.state["bot"] == "gone")
    assert fresh.does("/demo/fresh") == {}
    assert fresh.state["bot"] == "running"


def test_a_port_in_use_is_said_and_the_next_one_taken(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with running_demo(tmp_path, "--port", str(port)) as demo:
            assert f"Port {port} is in use. Trying the next one." in demo.said
            assert demo.address != f"http://127.0.0.1:{port}"
            assert demo.web.get("/").status_code == 200


def test_it_says_what_to_try_and_opens_the_browser_where_there_is_one(tmp_path: Path) -> None:
    opened = tmp_path / "opened"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > {opened}\n')
    browser.chmod(0o700)
    port = str(free_port())
    with running_demo(
        tmp_path / "demo", "--port", port, BROWSER=str(browser), DISPLAY=":9"
    ) as demo:
        eventually(lambda: opened.exists() and opened.read_text() == f"{demo.address}\n")
        assert "Try the six steps of the tour." in demo.said
        assert "Ctrl-C ends the demo" in demo.said


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_its_end_leaves_nothing_behind(tmp_path: Path, ending: signal.Signals) -> None:
    with running_demo(tmp_path, "--port", str(free_port())) as demo:
        bot = bot_of(demo)
        assert len(list(demo.temporary.iterdir())) == 1
        assert demo.ends(ending) == 0
        assert list(demo.temporary.iterdir()) == []
        assert not is_alive(bot)
        assert "Nothing of it is kept." in demo.said


def test_a_demo_that_is_killed_takes_its_bot_along(tmp_path: Path) -> None:
    with running_demo(tmp_path, "--port", str(free_port())) as demo:
        bot = bot_of(demo)
        demo.ends(signal.SIGKILL)
        eventually(lambda: not is_alive(bot))
