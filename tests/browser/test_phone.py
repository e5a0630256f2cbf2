"""A telephone on the demo's page, with a bot that the test itself plays over the Bot API."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import Locator, Page, expect

from bot.demo.server import Demo
from bot.simulator.person import PIXEL
from tests.browser.serving import address_of, listening, served


class Stage:
    """Anna's phone on the page, and the bot's side of the chat."""

    def __init__(self, page: Page, demo: Demo, address: str) -> None:
        telegram = demo.showing.telegram
        self._bot = httpx.Client(base_url=f"{address}/bot{telegram.token}")
        self._anna = telegram.person("Anna").id
        self._demo = demo
        self.page = page
        self.phone = page.get_by_role("article", name="Anna")
        self.line = self.phone.get_by_role("textbox", name="Write as Anna")

    def calls(self, method: str, files: Any = None, **params: Any) -> Any:
        """What the bot asks of Telegram; `chat_id` is Anna's."""
        answer = self._bot.post(f"/{method}", data=params, files=files).json()
        assert answer["ok"], answer
        return answer["result"]

    def writes(self, method: str = "sendMessage", files: Any = None, **params: Any) -> int:
        """The bot writes to Anna; gives the message's id."""
        sent = self.calls(method, files, chat_id=self._anna, **params)
        message_id: int = sent["message_id"]
        return message_id

    def is_typing(self) -> None:
        self.calls("sendChatAction", chat_id=self._anna, action="typing")

    def changes(self, message_id: int, **params: Any) -> None:
        self.calls("editMessageText", chat_id=self._anna, message_id=message_id, **params)

    def takes_away(self, message_id: int) -> None:
        self.calls("deleteMessage", chat_id=self._anna, message_id=message_id)

    def hears(self) -> list[dict[str, Any]]:
        """The updates that wait; they are confirmed."""
        updates: list[dict[str, Any]] = self.calls("getUpdates")
        if updates:
            self.calls("getUpdates", offset=updates[-1]["update_id"] + 1)
        return updates

    def taps_and_is_answered(self, label: str, **answer: str) -> None:
        button = self.phone.get_by_role("button", name=label, exact=True)
        button.click()
        expect(button).to_have_class(re.compile("spinning"))
        tap = self.hears()[0]["callback_query"]
        assert tap["data"] == "w:1"
        self.calls("answerCallbackQuery", callback_query_id=tap["id"], **answer)
        expect(button).not_to_have_class(re.compile("spinning"))

    def loses_the_connection(self) -> None:
        """The stream of events ends, and the page has to connect anew."""
        with self.page.expect_event("requestfinished", lambda it: it.url.endswith("/demo/events")):
            self._demo.is_over = True
        self._demo.is_over = False

    def message(self, text: str) -> Locator:
        return self.phone.locator(".message").filter(has_text=text)

    def close(self) -> None:
        self._bot.close()


@pytest.fixture
def stage(page: Page, tmp_path: Path) -> Iterator[Stage]:
    """Anna has begun to write; no program is there to answer her."""
    with listening() as bound:
        demo = Demo(tmp_path, address_of(bound))
        demo.showing.telegram.person("Anna").types("Hello")
        with served(demo.app(), bound):
            page.goto(address_of(bound))
            stage = Stage(page, demo, address_of(bound))
            expect(stage.message("Hello")).to_be_visible()
            yield stage
            stage.close()
            demo.is_over = True


def keyboard(*labels: str, **key: str) -> str:
    return json.dumps({"inline_keyboard": [[{"text": each, **key} for each in labels]]})


def test_own_words_arrive_and_say_how_far_they_have_come(stage: Stage) -> None:
    stage.hears()
    stage.line.fill("<b>just</b> write & <img src=x onerror=alert(1)>")
    stage.line.press("Enter")
    bubble = stage.message("just")
    expect(bubble.locator(".words")).to_have_text(
        "<b>just</b> write & <img src=x onerror=alert(1)>"
    )
    expect(bubble).to_contain_text("sent")
    expect(stage.line).to_have_value("")
    assert stage.hears()[0]["message"]["text"].startswith("<b>just</b>")
    expect(bubble).to_contain_text("the bot has it")


def test_the_bots_words_with_what_is_marked_in_them(stage: Stage) -> None:
    stage.writes(text="<b>Tomorrow</b>, 🙂 <i>11:00</i>.", parse_mode="HTML")
    words = stage.message("Tomorrow").locator(".words")
    expect(words.locator("b")).to_have_text("Tomorrow")
    expect(words.locator("i")).to_have_text("11:00")
    stage.writes(text="More stands at https://example.org/help.")
    link = stage.message("More stands").get_by_role("link", name="https://example.org/help")
    expect(link).to_have_attribute("href", "https://example.org/help")


def test_a_tap_is_answered_by_a_toast_or_an_alert(stage: Stage) -> None:
    stage.hears()
    stage.writes(text="Is it safe?", reply_markup=keyboard("Yes", "No", callback_data="w:1"))
    stage.taps_and_is_answered("Yes", text="Noted")
    expect(stage.phone.locator(".toast")).to_have_text("Noted")
    stage.taps_and_is_answered("No", text="Read me", show_alert="true")
    alert = stage.page.get_by_role("alertdialog")
    expect(alert).to_contain_text("Read me")
    expect(alert.get_by_role("button", name="OK")).to_be_focused()
    stage.page.keyboard.press("Enter")
    expect(alert).to_have_count(0)
    expect(stage.phone.get_by_role("button", name="No", exact=True)).to_be_focused()


def test_two_quick_presses_of_enter_send_once(stage: Stage) -> None:
    stage.hears()
    stage.line.fill("once")
    stage.line.press("Enter")
    stage.line.press("Enter")
    expect(stage.message("once")).to_have_count(1)
    assert [update["message"]["text"] for update in stage.hears()] == ["once"]


def test_a_draft_outlives_a_correction_that_is_given_up(stage: Stage) -> None:
    stage.line.fill("a draft")
    hello = stage.message("Hello")
    hello.hover()
    hello.get_by_role("button", name="Edit: Hello").click()
    expect(stage.line).to_have_value("Hello")
    stage.line.press("Escape")
    expect(stage.line).to_have_value("a draft")


def test_a_menu_closes_when_one_goes_elsewhere(stage: Stage) -> None:
    more = stage.phone.get_by_role("button", name="More, Anna")
    block = stage.phone.get_by_role("button", name="Block the bot")
    more.click()
    expect(block).to_be_visible()
    stage.line.click()
    expect(block).to_be_hidden()
    more.click()
    expect(block).to_be_visible()


def test_an_edit_in_place_keeps_the_place_and_the_focus(stage: Stage) -> None:
    sent = stage.writes(text="1 of 4.", reply_markup=keyboard("4", "Stop", callback_data="c:1"))
    stage.writes(text="Something later.")
    stop = stage.phone.get_by_role("button", name="Stop")
    stop.focus()
    stage.changes(sent, text="2 of 4.", reply_markup=keyboard("7", "Stop", callback_data="c:2"))
    changed = stage.message("2 of 4.")
    expect(changed).to_contain_text("edited")
    expect(stage.message("1 of 4.")).to_have_count(0)
    expect(stop).to_be_focused()
    expect(stage.phone.locator(".message").last).to_contain_text("Something later.")


def test_what_is_deleted_goes(stage: Stage) -> None:
    sent = stage.writes(text="Only for ten minutes.")
    expect(stage.message("Only for ten minutes.")).to_be_visible()
    stage.takes_away(sent)
    expect(stage.message("Only for ten minutes.")).to_have_count(0)


def test_photos_and_documents_both_ways(stage: Stage) -> None:
    stage.hears()
    stage.writes("sendPhoto", {"photo": ("p.png", PIXEL)}, caption="Your weeks")
    picture = stage.message("Your weeks").get_by_role("img")
    expect(picture).to_be_visible()
    assert picture.evaluate("image => image.complete && image.naturalWidth > 0")
    stage.writes("sendDocument", {"document": ("copy.html", b"<script>alert(1)</script>")})
    link = stage.phone.get_by_role("link", name="Document: copy.html")
    with stage.page.expect_download() as download:
        link.click()
    assert download.value.suggested_filename == "copy.html"
    file = stage.phone.get_by_label("File from Anna")
    file.set_input_files(
        {"name": "times.csv", "mimeType": "text/csv", "buffer": b"client,starts_at"}
    )
    expect(stage.message("times.csv")).to_be_visible()
    file.set_input_files({"name": "me.png", "mimeType": "image/png", "buffer": PIXEL})
    expect(stage.phone.locator(".mine").get_by_role("img")).to_be_visible()
    kinds = [update["message"] for update in stage.hears()]
    assert kinds[0]["document"]["file_name"] == "times.csv" and "photo" in kinds[1]


def test_the_keyboard_below_and_the_menu_of_commands(stage: Stage) -> None:
    stage.hears()
    stage.calls(
        "setMyCommands", commands='[{"command": "help", "description": "Numbers that help"}]'
    )
    stage.writes(text="Here", reply_markup='{"keyboard": [["My times", "Help now"]]}')
    stage.phone.get_by_role("button", name="Help now").click()
    menu = stage.phone.get_by_role("button", name="Commands, Anna")
    menu.click()
    expect(menu).to_have_attribute("aria-expanded", "true")
    stage.page.keyboard.press("Escape")
    expect(menu).to_be_focused()
    menu.click()
    stage.phone.get_by_role("button", name="/help Numbers that help").click()
    expect(stage.message("/help")).to_be_visible()
    assert [each["message"]["text"] for each in stage.hears()] == ["Help now", "/help"]


def test_a_reply_and_a_correction(stage: Stage) -> None:
    stage.writes(text="What gets in the way?")
    stage.hears()
    asked = stage.message("What gets in the way?")
    asked.hover()
    asked.get_by_role("button", name="Reply").click()
    stage.line.fill("no time")
    stage.line.press("Enter")
    mine = stage.message("no time")
    expect(mine.locator(".quote")).to_have_text("What gets in the way?")
    mine.hover()
    mine.get_by_role("button", name="Edit").click()
    stage.line.fill("no quiet time")
    stage.line.press("Enter")
    expect(stage.message("no quiet time")).to_contain_text("edited")
    first, second = stage.hears()
    assert first["message"]["reply_to_message"]["text"] == "What gets in the way?"
    assert second["edited_message"]["text"] == "no quiet time"


def test_typing_shows_until_the_bot_writes(stage: Stage) -> None:
    stage.is_typing()
    expect(stage.phone.locator(".bar")).to_contain_text("typing")
    stage.writes(text="Done.")
    expect(stage.phone.locator(".bar")).not_to_contain_text("typing")


def test_blocking_and_coming_back(stage: Stage) -> None:
    stage.hears()
    more = stage.phone.get_by_role("button", name="More, Anna")
    more.click()
    stage.phone.get_by_role("button", name="Block the bot").click()
    expect(stage.line).to_be_hidden()
    assert stage.hears()[0]["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    stage.phone.get_by_role("button", name="Unblock the bot").click()
    expect(stage.line).to_be_visible()


def test_a_start_link_that_is_pasted_is_followed(stage: Stage, complaints: list[str]) -> None:
    stage.hears()
    stage.line.fill("https://t.me/appointments_demo_bot?start=ABC123")
    stage.line.press("Enter")
    expect(stage.phone.locator(".words").get_by_text("/start", exact=True)).to_be_visible()
    assert stage.hears()[0]["message"]["text"] == "/start ABC123"
    stage.line.fill("https://t.me/somebody_else?start=ABC123")
    stage.line.press("Enter")
    expect(stage.phone.locator(".toast")).to_contain_text("not to this bot")
    expect(stage.line).to_have_value("https://t.me/somebody_else?start=ABC123")
    assert "400 (Bad Request)" in complaints.pop()


def test_a_lost_connection_loses_nothing_on_the_page(stage: Stage) -> None:
    sent = stage.writes(text="Only for ten minutes.")
    expect(stage.message("Only for ten minutes.")).to_be_visible()
    stage.page.locator(".step").nth(3).click()
    stage.line.fill("half a sent")
    stage.loses_the_connection()
    stage.takes_away(sent)
    stage.writes(text="There's news for you.")
    expect(stage.message("There's news for you.")).to_have_count(1)
    expect(stage.message("Only for ten minutes.")).to_have_count(0)
    expect(stage.message("Hello")).to_have_count(1)
    expect(stage.line).to_have_value("half a sent")
    expect(stage.page.locator(".step").nth(3)).to_have_attribute("aria-expanded", "true")


def test_axe_has_no_complaint_of_a_full_chat(
    stage: Stage, axe: Callable[[Page], list[str]]
) -> None:
    stage.writes(text="Is it safe?", reply_markup=keyboard("Yes", "No", callback_data="w:1"))
    stage.writes(text="Here", reply_markup='{"keyboard": [["My times", "Help now"]]}')
    stage.writes("sendDocument", {"document": ("copy.txt", b"x")})
    expect(stage.phone.get_by_role("link", name="Document: copy.txt")).to_be_visible()
    assert axe(stage.page) == []
