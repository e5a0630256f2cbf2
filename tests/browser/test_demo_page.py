"""The demo's page with the real program underneath, as a newcomer uses it."""

import re
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from bot.demo.tour import STEPS
from tests.browser.chromium import LOOKS, Look, in_every_look
from tests.demo.running import RunningDemo, running_demo

STEP_MILLISECONDS = 40_000
# Anna's course to the four questions passes fewer things that fall due.
MOST_PUSHES = 40


@pytest.fixture(scope="package")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningDemo]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with running_demo(tmp_path_factory.mktemp("demo"), "--port", str(port)) as demo:
        yield demo


@pytest.fixture
def opened(demo: RunningDemo, page: Page) -> Page:
    """The page of a fresh practice."""
    assert demo.does("/demo/fresh") == {}
    page.goto(demo.address)
    expect(phone(page, "Anna")).to_contain_text("One last thing, and then I'll be quiet.")
    return page


def phone(page: Page, name: str) -> Locator:
    return page.get_by_role("article", name=name)


def taps(page: Page, name: str, label: str) -> None:
    phone(page, name).get_by_role("button", name=label, exact=True).last.click()


def writes(page: Page, name: str, text: str) -> None:
    line = phone(page, name).get_by_role("textbox", name=f"Write as {name}")
    line.fill(text)
    line.press("Enter")


def pushes_until(page: Page, name: str, text: str) -> None:
    """«To the next thing that is due», again and again, until this person sees the text."""
    button = page.get_by_role("button", name="To the next thing that is due")
    for _push in range(MOST_PUSHES):
        if phone(page, name).get_by_text(text).count():
            return
        with page.expect_response("**/demo/next"):
            button.click()
        expect(button).to_be_enabled()
    raise AssertionError(f"{name} does not see «{text}»")


def does_step(page: Page, number: int) -> None:
    step = page.locator("#steps li").nth(number)
    page.get_by_role("button", name=STEPS[number].button, exact=True).click()
    expect(step).to_have_class(re.compile("done"), timeout=STEP_MILLISECONDS)
    expect(page.locator("#tour-says")).not_to_contain_text("Back to now")


# Once in each width and theme; the others follow in the slow tests.
@pytest.mark.parametrize(
    "look",
    [LOOKS[0], pytest.param(LOOKS[3], marks=pytest.mark.slow)],
    ids=str,
)
def test_the_tour_from_start_to_end(
    opened: Page, demo: RunningDemo, look: Look, screenshots: Path
) -> None:
    for number, step in enumerate(STEPS):
        does_step(opened, number)
        opened.screenshot(path=screenshots / f"{number + 1}-{step.id}-{look}.png")
    expect(opened.locator("#tour-says")).to_contain_text("That was the tour.")
    assert any("From Maria Santos:" in text for text in demo.person("Anna").texts)
    for name in ("Dr Okafor", "Dr Lindqvist", "Dr Patel"):
        assert not any("looks at the clock" in text for text in demo.person(name).texts)
    assert demo.web.get("/simulator/state").json()["violations"] == []


@in_every_look
def test_everybody_can_use_it(
    opened: Page, look: Look, axe: Callable[[Page], list[str]], screenshots: Path
) -> None:
    opened.emulate_media(reduced_motion="reduce")
    assert axe(opened) == []
    does_step(opened, 0)
    opened.screenshot(path=screenshots / f"reminder-{look}.png")
    assert axe(opened) == []
    too_wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert opened.evaluate(too_wide) == 0


def test_a_picture_of_answers_is_shown_in_its_own_shape(opened: Page) -> None:
    writes(opened, "Anna", "/trend")
    expect(phone(opened, "Anna")).to_contain_text("Your answers: 6 times")
    picture = phone(opened, "Anna").get_by_role("img", name="A photo").last
    expect(picture).to_be_visible()
    shown, drawn = picture.evaluate(
        "image => [image.width / image.height, image.naturalWidth / image.naturalHeight]"
    )
    assert shown == pytest.approx(drawn, rel=0.01)


def test_tapping_typing_an_edit_in_place_and_a_kill(opened: Page) -> None:
    anna = phone(opened, "Anna")
    pushes_until(opened, "Anna", "Four short questions about today.")
    taps(opened, "Anna", "Start")
    question = anna.locator(".message").filter(has_text="1 of 4.")
    expect(question).to_have_count(1)
    message_id = question.get_attribute("data-id")
    taps(opened, "Anna", "4")
    expect(anna.locator(f'[data-id="{message_id}"]')).to_contain_text("2 of 4.")
    opened.get_by_role("button", name="Kill the bot").click()
    expect(opened.locator("#bot-says")).to_contain_text("The bot was killed.")
    writes(opened, "Anna", "7")
    mine = anna.locator(".mine").last
    expect(mine).to_contain_text("sent")
    expect(opened.locator("#bot-says")).to_have_text("The bot is running.", timeout=20_000)
    expect(mine).to_contain_text("the bot has it")
    expect(anna.get_by_text("3 of 4.")).to_be_visible()


def test_the_locked_screen_shows_what_comes_by_itself(opened: Page) -> None:
    locked = phone(opened, "Anna").locator(".locked")
    expect(locked).to_be_hidden()
    pushes_until(opened, "Anna", "Tomorrow, ")
    expect(locked).to_contain_text(re.compile(r"Appointments: «Tomorrow, .*»"))
    taps(opened, "Anna", "I'll be there")
    expect(locked).to_be_hidden()


def test_the_clock_is_pushed_and_comes_back_with_a_fresh_practice(opened: Page) -> None:
    clock = opened.locator("#now")
    before = clock.text_content() or ""
    opened.get_by_role("button", name="+1 hour").click()
    expect(clock).not_to_have_text(before)
    expect(opened.locator("#said")).to_contain_text("It is now")
    pushes_until(opened, "Anna", "Tomorrow, ")
    opened.get_by_role("button", name="Back to now").click()
    expect(phone(opened, "Anna").get_by_text("Tomorrow, ")).to_have_count(0, timeout=20_000)
    expect(phone(opened, "Anna")).to_contain_text("One last thing", timeout=20_000)


def test_what_is_underneath_shows_ids_and_states_but_no_words(opened: Page) -> None:
    rows = opened.get_by_role("region", name="Rows of the database")
    writes(opened, "Anna", "my neighbour's secret")
    expect(phone(opened, "Anna").locator(".theirs").last).not_to_contain_text("One last thing")
    for caption in ("Inbox", "Outbox", "Due next"):
        expect(rows.get_by_role("table", name=re.compile(caption))).to_be_visible()
    expect(rows).to_contain_text("done")
    shown = rows.text_content() or ""
    assert not any(word in shown for word in ("secret", "Anna", "Riverside", "Tomorrow"))


def test_telegram_down_and_slow_are_shown_and_lose_nothing(opened: Page) -> None:
    down = opened.get_by_role("button", name="Telegram is down")
    down.click()
    expect(down).to_have_attribute("aria-pressed", "true")
    writes(opened, "Anna", "/help")
    expect(phone(opened, "Anna").locator(".mine").last).to_contain_text("waits for Telegram")
    down.click()
    expect(phone(opened, "Anna").locator(".mine").last).to_contain_text("the bot has it")
    slow = opened.get_by_role("button", name="Slow")
    slow.click()
    expect(slow).to_have_attribute("aria-pressed", "true")
    slow.click()
    expect(slow).to_have_attribute("aria-pressed", "false")


def test_ben_opens_the_link_of_his_hand_out(opened: Page) -> None:
    opened.get_by_role("button", name="Ben client").click()
    ben = phone(opened, "Ben")
    expect(ben).to_contain_text("This link stands on the hand-out.")
    link = ben.get_by_role("textbox", name="Start link for Ben")
    right = link.input_value()
    link.fill(right + "X")
    ben.get_by_role("button", name="Open the link").click()
    expect(ben.locator(".theirs").last).to_contain_text("This invitation doesn't work")
    expect(link).to_have_value(right)
    ben.get_by_role("button", name="Open the link").click()
    expect(ben).to_contain_text("I'm the reminder helper of Riverside (demo).")
    expect(ben.get_by_role("button", name="Open the link")).to_have_count(0)
    expect(ben.get_by_role("textbox", name="Write as Ben")).to_be_visible()
